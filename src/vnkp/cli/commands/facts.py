"""The commands that list facts: year, list, search, visits, timeline, disputes, trade."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import msgspec
import typer

from vnkp.answers import Answer, FactList
from vnkp.cli.counting import By, count_answer
from vnkp.cli.options import Filters, Output, choice
from vnkp.model.enums import Kind, Rank
from vnkp.model.facts import Book
from vnkp.model.time_window import Overlap
from vnkp.query.filters import (
    MatchedFact,
    Query,
    match_facts,
    nearest_years,
    select_any_time,
)
from vnkp.query.search import search_facts
from vnkp.text import strip_control_characters

RANK_NAMES = (*(rank.value for rank in Rank if rank is not Rank.OTHER), "all")


def fact_list(book: Book, query: Query, matches: Sequence[MatchedFact], **details: Any) -> FactList:
    """The answer that lists *matches*, cut to the limit of *query*; *details* are its fields."""
    years: list[int] = []
    if not matches:
        facts = select_any_time(book, query) if query.windows else []
        years = [year for window in query.windows for year in nearest_years(facts, window)]
    return FactList(
        book=book,
        query=query,
        matches=tuple(matches[: query.limit]),
        total=len(matches),
        nearest_years=tuple(sorted(set(years))),
        **details,
    )


def list_or_count(
    book: Book,
    query: Query,
    matches: Sequence[MatchedFact],
    by: str | None,
    parts: bool | None,
    **details: Any,
) -> Answer:
    """The answer that lists *matches* or, *by* groups, counts them; *details* as in `fact_list`.

    *parts* is what was said of parts, if anything.
    """
    if by is None:
        return fact_list(book, query, matches, **details)
    listing = fact_list(book, msgspec.structs.replace(query, limit=None), matches, **details)
    return count_answer(listing, by, query.limit, parts)


def year_command(
    when: Annotated[
        list[str],
        typer.Argument(metavar="WHEN…", help="1961, 6/1961, 1960s, 1958..1961, ..1970, 1990.."),
    ],
    filters: Filters,
    output: Output,
    by: By = None,
) -> Answer:
    """What happened in a year, a month, a decade, a span.

    Example: vnkp year 1961
    """
    query = filters.query(output.language(), when=tuple(when))
    book = output.book()
    return list_or_count(book, query, match_facts(book, query), by, filters.parts)


def list_command(filters: Filters, output: Output, by: By = None) -> Answer:
    """List facts, filtered and sorted.

    Example: vnkp list --kind agreement --since 2000
    """
    query = filters.query(output.language())
    book = output.book()
    return list_or_count(book, query, match_facts(book, query), by, filters.parts)


def visits_command(
    filters: Filters,
    output: Output,
    rank: Annotated[
        str, typer.Option("--rank", metavar="RANK", help=f"{', '.join(RANK_NAMES[:-1])} or all.")
    ] = "leader",
    by: By = None,
) -> Answer:
    """Who visited whom: leaders, unless --rank says otherwise.

    Example: vnkp visits --since 2000 --rank minister
    """
    lowest = Rank.OTHER if choice("rank", rank, RANK_NAMES) == "all" else Rank(rank)
    query = filters.query(output.language(), parts=False, rank=lowest, only=Kind.VISIT)
    book = output.book()
    matches = match_facts(book, query)
    every = match_facts(book, msgspec.structs.replace(query, rank=None))
    return list_or_count(
        book, query, matches, by, filters.parts, view="visits", hidden=len(every) - len(matches)
    )


def timeline_command(filters: Filters, output: Output, by: By = None) -> Answer:
    """The whole story, with rails for what lasts.

    Example: vnkp timeline --in 1950s
    """
    query = filters.query(output.language(), parts=False)
    book = output.book()
    matches = match_facts(book, query)
    every = match_facts(book, msgspec.structs.replace(query, parts=True))
    hidden = len(every) - len(matches) if filters.parts is None else 0
    return list_or_count(book, query, matches, by, filters.parts, view="timeline", hidden=hidden)


def disputes_command(filters: Filters, output: Output, by: By = None) -> Answer:
    """Where sources differ: the readings side by side, and who says which.

    Example: vnkp disputes --kind trade
    """
    query = msgspec.structs.replace(filters.query(output.language()), disputed=True)
    book = output.book()
    return list_or_count(book, query, match_facts(book, query), by, filters.parts, view="disputes")


def trade_command(filters: Filters, output: Output, by: By = None) -> Answer:
    """How trade went: a row a year, Vietnam's exports and imports apart, with bars.

    Example: vnkp trade --since 2009
    """
    query = filters.query(output.language(), only=Kind.TRADE)
    book = output.book()
    return list_or_count(book, query, match_facts(book, query), by, filters.parts, view="trade")


def search_command(
    text: Annotated[
        list[str],
        typer.Argument(
            metavar="TEXT…", help="Words, in Vietnamese, English or Korean; all must match."
        ),
    ],
    filters: Filters,
    output: Output,
    by: By = None,
) -> Answer:
    """Find facts by any word: titles, notes, people, places, items, sources.

    Example: vnkp search Kim Nhật Thành
    """
    query = filters.query(output.language())
    book = output.book()
    words = strip_control_characters(" ".join(text), keep="\n\t")
    matches = {match.fact.id: match for match in match_facts(book, query)}
    facts = [match.fact for match in matches.values()]
    ranked = search_facts(book, words, facts, ranked=query.sort == "date")
    overlaps = list(Overlap)
    hits = sorted(
        (matches[fact.id] for fact in ranked), key=lambda hit: overlaps.index(hit.overlap)
    )
    return list_or_count(book, query, hits, by, filters.parts, view="search", words=words)
