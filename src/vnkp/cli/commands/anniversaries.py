"""The commands of the calendar: anniversaries and today."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Annotated

import msgspec
import typer

from vnkp.answers import Anniversaries, FactList
from vnkp.cli.fact_lists import list_facts, read_line, unknown_words, wider_options
from vnkp.cli.filter_options import Filters
from vnkp.cli.options import Output
from vnkp.clock import current_date
from vnkp.errors import DateError
from vnkp.model.facts import Book, Fact
from vnkp.model.fields import Lang
from vnkp.model.time_window import Overlap, TimeWindow, canonical
from vnkp.query.anniversaries import (
    DEFAULT_INTERVAL,
    Anniversary,
    anniversaries_in,
    month_day,
    next_day,
    on_day,
    variant_on_day,
)
from vnkp.query.line.reading import Reading
from vnkp.query.selection import MatchedFact, query_result
from vnkp.query.time_reading import time_reader

_MAX_YEARS = 100
_FEW_FACTS_FROM = 30  # years: so few facts are as old that all are told, not milestones alone
_Every = Annotated[int, typer.Option("--every", metavar="N", min=1, help="Only every N years.")]
_All = Annotated[bool, typer.Option("--all", help="Every fact, not milestones alone.")]


def anniversaries_command(
    filters: Filters, output: Output, every: _Every = DEFAULT_INTERVAL, all_: _All = False
) -> Anniversaries:
    """What falls due in a time, this year by default: round numbers of milestones.

    29 February is kept on 28 February in common years.

    Example: vnkp anniversaries 7/2027
    """
    book = output.book()
    # A time in words is when they fall due; one in an option is when the facts happened.
    words_alone = msgspec.structs.replace(filters, in_=None, since=None, until=None)
    reading = _with_year(book, words_alone, output.language())
    windows = reading.query.windows
    query = filters.refine(msgspec.structs.replace(reading.query, window=None))
    reading = msgspec.structs.replace(reading, query=msgspec.structs.replace(query, window=windows))
    result = query_result(book, query)
    facts = result.facts
    every = reading.every if reading.every and every == DEFAULT_INTERVAL else every
    all_ |= every >= _FEW_FACTS_FROM
    times = windows or (time_reader.parse(f"{current_date().year:04}"),)
    due = _due(facts, times, every, all_)
    if query.sort not in (None, "date"):  # by date, milestones come first
        order = {fact.id: index for index, fact in enumerate(facts)}
        due.sort(key=lambda anniversary: order[anniversary.fact.id])
    is_year = len(times) > 1 or len(canonical(times[0].first, times[0].last)) == 4
    return Anniversaries(
        book=book,
        query=query,
        year=(times[0].first or current_date()).year,
        anniversaries=tuple(due[: query.limit]),
        total=len(due),
        first_year=min((fact.date.earliest.year for fact in facts), default=0),
        asked_in=filters.in_[0] if filters.in_ and not windows else None,
        time=None if is_year else times[0],
        read_as=reading.read_as,
        unknown=None if facts else unknown_words(book, query, result.search),
        wider=() if due else _wider(facts, times, every, all_),
    )


def _with_year(book: Book, filters: Filters, lang: Lang) -> Reading:
    """How the words of *filters* are read; a month without a year is the coming one."""
    reading = filters.read(book, lang, "anniversaries")
    if reading.query.windows or not time_reader.lacks_year(reading.query.words):
        return reading
    today = current_date()
    month, text = reading.query.words, " ".join(filters.words or ())
    for year in (today.year, today.year + 1):
        words = text.replace(month, f"{month} {year}", 1).split()
        dated = msgspec.structs.replace(filters, words=words).read(book, lang, "anniversaries")
        if not dated.query.words and all(
            (time.last or today) >= today for time in dated.query.windows
        ):
            return dated
    return reading


def _due(
    facts: list[Fact], times: Iterable[TimeWindow], every: int, include_all: bool
) -> list[Anniversary]:
    """The anniversaries that fall, or may fall, in *times*; raise `DateError` for open times."""
    due = []
    for time in times:
        if time.first is None or time.last is None:
            raise DateError("no_beginning" if time.first is None else "no_end", text=time.text)
        if time.last.year - time.first.year > _MAX_YEARS:
            raise DateError("too_long_time", text=time.text, years=_MAX_YEARS)
        for year in range(time.first.year, time.last.year + 1):
            of_year = anniversaries_in(facts, year, every=every, include_all=include_all)
            due += [
                anniversary
                for anniversary in of_year
                if anniversary.first <= time.last and anniversary.last >= time.first
            ]
    return due


def _wider(
    facts: list[Fact], times: Iterable[TimeWindow], every: int, include_all: bool
) -> tuple[tuple[str, int], ...]:
    """The options that show more where nothing is due, with how many."""
    intervals = {
        "--all": (every, True),
        "--every 1": (1, include_all),
        "--every 1 --all": (1, True),
    }
    counts = {option: len(_due(facts, times, *interval)) for option, interval in intervals.items()}
    return wider_options(dict(sorted(counts.items(), key=itemgetter(1))))


def today_command(
    filters: Filters,
    output: Output,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DAY", help="Another day of the year.")
    ] = None,
) -> FactList:
    """What happened on this day, in any year; if nothing did, the next day on which something did.

    Example: vnkp today 31/1
    """
    today = current_date()
    words = filters.words or []
    day = month_day(date) if date else None
    if day is None and words:
        day, words = time_reader.split_day(" ".join(words))
    rest = msgspec.structs.replace(filters, words=list(words) or None)
    book, reading = read_line(rest, output, "today")
    result = query_result(book, reading.query)
    matches_by_id = {match.fact.id: match for match in result.matches}
    by_date = [matches_by_id[fact.id] for fact in book.facts if fact.id in matches_by_id]
    this_day = day or (today.month, today.day)
    strict = reading.query.strict
    matches = _on_day(by_date, this_day, None if day else today.year, strict)
    following = None if matches else next_day((match.fact for match in by_date), *this_day)
    if following:
        matches = _on_day(by_date, following, None, strict)
    result = msgspec.structs.replace(result, hits=matches)
    listing = list_facts(book, reading, result, "today")
    return msgspec.structs.replace(listing, day=this_day, next_day=following)


def _on_day(
    matches: Sequence[MatchedFact], day: tuple[int, int], year: int | None, strict: bool
) -> list[MatchedFact]:
    """Those of *matches* that were on *day*, but not in *year*.

    Unless *strict*, then those that another source puts there, as possible.
    """
    ids = {fact.id for fact in on_day((match.fact for match in matches), *day, year)}
    happened = [match for match in matches if match.fact.id in ids]
    others = [
        MatchedFact(match.fact, Overlap.POSSIBLE, variant)
        for match in matches
        if not strict and (variant := variant_on_day(match.fact, *day, year))
    ]
    return happened + others
