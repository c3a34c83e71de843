"""The answers that list facts, and why they list none."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from vnkp.answers import Answer, FactList, UnknownWords
from vnkp.cli.filter_options import Filters
from vnkp.cli.options import Output
from vnkp.model.facts import Book, Fact
from vnkp.query.filters import Query
from vnkp.query.reader import Reading
from vnkp.query.selection import (
    MatchedFact,
    match_facts,
    nearest_years,
    search_matches,
    search_words,
    select_any_time,
)

if TYPE_CHECKING:
    from vnkp.query.search import SearchResult


def read_line(
    filters: Filters, output: Output, command: str | None, by: str | None = None
) -> tuple[Book, Reading]:
    """The store, and how the line after *command* is read; *by* are the groups of an option."""
    book = output.book()
    reading = filters.read(book, output.language(), command)
    return book, msgspec.structs.replace(reading, by=by or reading.by)


def list_facts(
    book: Book, reading: Reading, matches: Sequence[MatchedFact], **details: Any
) -> FactList:
    """The answer that lists *matches*, cut to the limit of the query; *details* are its fields."""
    query = reading.query
    if reading.is_question and (instead := _search_instead(book, reading, matches, details)):
        return instead
    years: list[int] = []
    if not matches:
        facts = select_any_time(book, query) if query.windows else []
        years = [year for window in query.windows for year in nearest_years(facts, window)]
        if query.strict:
            number = len(match_facts(book, msgspec.structs.replace(query, strict=False)))
            details["wider"] = (*details.get("wider", ()), *wider_options({"--strict": number}))
    listed = tuple(matches[: query.limit])
    if "search" not in details:
        details["search"] = search_result(book, query, [match.fact for match in listed])
    return FactList(
        book=book,
        query=query,
        matches=listed,
        total=len(matches),
        nearest_years=tuple(sorted(set(years))),
        read_as=reading.read_as,
        unknown=None if matches else unknown_words(book, query),
        **details,
    )


def _search_instead(
    book: Book, reading: Reading, matches: Sequence[MatchedFact], details: Mapping[str, Any]
) -> FactList | None:
    """What a search has for a question that *matches* do not answer; None if it has nothing.

    They do not where there are none, or where words were found only without their accents.
    """
    result = search_result(book, reading.query, [match.fact for match in matches])
    if matches and not (result and result.without_accents):
        return None
    reading = reading.as_search()
    query = reading.query
    kept = {name: value for name, value in details.items() if name not in ("view", "wider")}
    if query.words:
        result, hits = search_matches(book, query, ranked=True)
        kept |= {"search": result, "view": "search"}
    else:  # the visits of one on which he met the other
        hits = match_facts(book, query) if len(query.values("person")) > 1 else []
    return list_facts(book, reading, hits, **kept) if hits else None


def list_or_count(
    book: Book,
    reading: Reading,
    matches: Sequence[MatchedFact],
    parts: bool | None,
    **details: Any,
) -> Answer:
    """The answer that lists *matches* or, by groups, counts them; *details* as in `list_facts`.

    *parts* is ``--parts`` or ``--no-parts``, if one of them was given.
    """
    if reading.by is None:
        return list_facts(book, reading, matches, **details)
    from vnkp.cli.counting import count_answer  # most answers list

    query = msgspec.structs.replace(reading.query, limit=None)
    listing = list_facts(book, msgspec.structs.replace(reading, query=query), matches, **details)
    listing = msgspec.structs.replace(listing, read_as=reading.read_as)
    return count_answer(listing, reading.by, reading.query.limit, parts)


def search_result(book: Book, query: Query, facts: Sequence[Fact]) -> SearchResult | None:
    """Where the words of *query* are in *facts*, which have them all; None without either."""
    return search_words(book, query.words, facts) if query.words and facts else None


def unknown_words(book: Book, query: Query) -> UnknownWords | None:
    """Why the words of *query* found nothing; None if it has none."""
    if not query.words:
        return None
    from vnkp.query.search import nearest_words  # only what was not found needs it

    result, _ = search_matches(book, query)
    anywhere = Query(window=query.windows, strict=query.strict, words=query.words)
    elsewhere = len(match_facts(book, anywhere))
    close = () if elsewhere else nearest_words(book, query.words)
    return UnknownWords(query.words, result.unknown, elsewhere, close)


def wider_options(more: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """The options that show *more*, each more than those before it, with how many."""
    highest = itertools.accumulate(more.values(), max, initial=0)
    return tuple(
        option for option, before in zip(more.items(), highest, strict=False) if option[1] > before
    )
