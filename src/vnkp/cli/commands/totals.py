"""The command that adds up: aid."""

from __future__ import annotations

from operator import attrgetter
from typing import Annotated, cast, get_args

import msgspec
import typer

from vnkp.answers import AidTotals, Answer
from vnkp.cli import counting
from vnkp.cli.commands.facts import search_answer
from vnkp.cli.fact_lists import read_line, unknown_words
from vnkp.cli.filter_options import Filters
from vnkp.cli.options import Output
from vnkp.errors import UsageError
from vnkp.model.facts import Book
from vnkp.query.filters import Query
from vnkp.query.offices_and_items import find_keys
from vnkp.query.selection import QueryResult, query_result
from vnkp.query.totals import By, aid_totals
from vnkp.query.vocabulary import closed_value, group_names

_GROUPS: tuple[str, ...] = get_args(By)


def aid_command(
    filters: Filters,
    output: Output,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="GROUP", help="item, year, decade or giver."),
    ] = None,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Show which facts were counted, and why others were not."),
    ] = False,
) -> Answer:
    """How much aid, of what, from whom: totals with their bounds.

    Example: vnkp aid rice 2001 --explain
    """
    book, reading = read_line(filters, output, "aid")
    query = _with_item_as_phrase(book, reading.query)
    if not query.parts or query.sort not in (None, "date", "value", "-value"):
        raise UsageError("totals_take_no_such_option")
    group = _group(by or reading.by)
    totals = aid_totals(book, query, group)
    if not totals and reading.is_question and query.words:  # how many pilots
        return search_answer(book, reading.as_search())
    if query.sort not in (None, "date"):
        totals.sort(key=attrgetter("high"), reverse=query.sort == "-value")
    result = query_result(book, query)
    return AidTotals(
        book=book,
        query=query,
        totals=tuple(totals[: query.limit]),
        total=len(totals),
        group=group,
        explain=explain,
        read_as=msgspec.structs.replace(reading, by=group).read_as,
        unknown=None if totals else unknown_words(book, query, result.search),
        search=result.search,
        without_figure=tuple(fact for fact in result.facts if not fact.figure),
        narrowed=_narrowed(book, query, result),
    )


def _narrowed(book: Book, query: Query, result: QueryResult) -> tuple[str, int]:
    """The words of *query* that are no items of its *result*, and how many others lack these words.

    Rice famine adds up the rice of those facts alone that have the word famine.
    """
    terms = result.search.terms if result.search else ()
    words = [term.text for term in terms if not term.is_side]
    counted = {fact.figure.of for fact in result.facts if fact.figure}
    items = [word for word in words if not counted.isdisjoint(find_keys(word, book.items))]
    if '"' in query.words or not 0 < len(items) < len(words):
        return "", 0
    wider = msgspec.structs.replace(query, words=" ".join(items))
    others = " ".join(word for word in words if word not in items)
    return others, len(query_result(book, wider).facts) - len(result.facts)


def _with_item_as_phrase(book: Book, query: Query) -> Query:
    """*query* with words that name an item side by side: cao su is rubber, not "cao" and "su"."""
    is_item = " " in query.words and '"' not in query.words and find_keys(query.words, book.items)
    return msgspec.structs.replace(query, words=f'"{query.words}"') if is_item else query


def _group(by: str | None) -> By | None:
    """What *by* names that aid is added up by; raise `UsageError` for what only facts have."""
    by = ",".join(group_names(by)) if by else None
    if by in counting.GROUPS and by not in _GROUPS:
        raise UsageError("aid_takes_no_such_group", by=by, known=_GROUPS)
    return cast("By", closed_value("group", by, _GROUPS)) if by else None
