"""The answers that list facts, and why they list none."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from vnkp.answers import Answer, FactList, UnknownWords, View
from vnkp.cli import counting
from vnkp.cli.filter_options import Filters
from vnkp.cli.options import Output
from vnkp.model.facts import Book
from vnkp.query.filters import Query
from vnkp.query.line.reading import Reading
from vnkp.query.search import word_search
from vnkp.query.selection import (
    QueryResult,
    match_facts,
    nearest_years,
    query_result,
    select_any_time,
)

if TYPE_CHECKING:
    from vnkp.query.search.search_results import SearchResult


def read_line(
    filters: Filters, output: Output, command: str | None, by: str | None = None
) -> tuple[Book, Reading]:
    """The store, and how the line after *command* is read; *by* are the groups of an option."""
    book = output.book()
    reading = filters.read(book, output.language(), command)
    return book, msgspec.structs.replace(reading, by=by or reading.by)


def list_facts(
    book: Book,
    reading: Reading,
    result: QueryResult,
    view: View = "list",
    wider: tuple[tuple[str, int], ...] = (),
) -> FactList:
    """The answer that lists *result*, cut to the limit of the query; *wider* is its field.

    With the view ``search`` facts with most of the words are listed if none has them all.
    """
    query, search = reading.query, result.search
    matches = result.hits if view == "search" else result.matches
    # What was found only without the accents of a word is no answer to a question.
    is_answered = matches and not (search and search.without_accents)
    if reading.is_question and not is_answered:
        instead = _search_instead(book, reading)
        if instead:
            return instead
    if not matches and query.strict:
        number = len(match_facts(book, msgspec.structs.replace(query, strict=False)))
        wider += wider_options({"--strict": number})
    return FactList(
        book=book,
        query=query,
        matches=tuple(matches[: query.limit]),
        total=len(matches),
        view=view,
        near=tuple(result.near) if view == "search" and query.limit is None else (),
        wider=wider,
        with_places=reading.asks_where,
        with_notes=reading.asks_why,
        nearest_years=() if matches else _nearest_years(book, query),
        read_as=reading.read_as,
        unknown=None if matches else unknown_words(book, query, search),
        search=search,
    )


def _nearest_years(book: Book, query: Query) -> tuple[int, ...]:
    """The years nearest to the times of *query* that have facts which meet the rest of it."""
    facts = select_any_time(book, query) if query.windows else []
    return tuple(
        sorted({year for window in query.windows for year in nearest_years(facts, window)})
    )


def _search_instead(book: Book, reading: Reading) -> FactList | None:
    """What a search has for a question that its command does not answer; None if nothing."""
    reading = reading.as_search()
    query = reading.query
    if not query.words and len(query.values("person")) < 2:
        return None
    # Without words, the visits of one on which he met the other.
    result = query_result(book, query, ranked=True)
    view: View = "search" if query.words else "list"
    return list_facts(book, reading, result, view) if result.hits else None


def list_or_count(
    book: Book,
    reading: Reading,
    result: QueryResult,
    parts: bool | None,
    view: View = "list",
    wider: tuple[tuple[str, int], ...] = (),
) -> Answer:
    """The answer that lists *result* or, by groups, counts it; the others as in `list_facts`.

    *parts* is ``--parts`` or ``--no-parts``, if one of them was given.
    """
    if reading.by is None:
        return list_facts(book, reading, result, view, wider)
    query = msgspec.structs.replace(reading.query, limit=None)
    listing = list_facts(book, msgspec.structs.replace(reading, query=query), result, view, wider)
    listing = msgspec.structs.replace(listing, read_as=reading.read_as)
    return counting.count_answer(listing, reading.by, reading.query.limit, parts)


def unknown_words(book: Book, query: Query, search: SearchResult | None) -> UnknownWords | None:
    """Why the *search* for the words of *query* found nothing; None if it has none."""
    if search is None:
        return None
    anywhere = Query(window=query.windows, strict=query.strict, words=query.words)
    elsewhere = len(match_facts(book, anywhere))
    close = () if elsewhere else word_search.nearest_words(book, query.words)
    return UnknownWords(query.words, search.unknown, elsewhere, close)


def wider_options(more: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """The options that show *more*, each more than those before it, with how many."""
    highest = itertools.accumulate(more.values(), max, initial=0)
    return tuple(
        option for option, before in zip(more.items(), highest, strict=False) if option[1] > before
    )
