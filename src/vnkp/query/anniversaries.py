"""What falls due in a year, and what happened on a day of the year.

29 February is kept on 28 February in common years.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

import msgspec

from vnkp.errors import DateError, ImpossibleDate
from vnkp.model import edtf
from vnkp.model.edtf import month_length
from vnkp.model.facts import Fact

DEFAULT_INTERVAL = 5
_LONGEST_STAY = 62  # a fact that lasted longer than two months did not happen "on this day"


class Anniversary(msgspec.Struct, frozen=True):
    """A fact that is *years* old in *year*: on *day*, or, if that is None, some time in the month or year *date*."""

    year: int
    years: int
    date: str
    fact: Fact
    day: dt.date | None
    shifted: bool = False

    @property
    def first(self) -> dt.date:
        """The first day on which it may fall."""
        return self.day or edtf.parse(self.date).earliest

    @property
    def last(self) -> dt.date:
        """The last day on which it may fall."""
        return self.day or edtf.parse(self.date).latest or dt.date(self.year, 12, 31)

    def past(self, today: dt.date) -> bool | None:
        """Whether it is over by *today*; None when it is, or may be, due just then."""
        return True if self.last < today else False if self.first > today else None


def anniversaries_in(
    facts: Iterable[Fact], year: int, *, every: int = DEFAULT_INTERVAL, include_all: bool = False
) -> list[Anniversary]:
    """The anniversaries in *year* whose number of years *every* divides: milestones first, then by date.

    Only milestones, unless *include_all*. A fact whose year is not known has none.
    """
    found = [
        _falls(fact, year)
        for fact in facts
        if (include_all or fact.milestone) and fact.date.precision != "decade"
    ]
    kept = [one for one in found if one.years > 0 and one.years % every == 0]
    return sorted(
        kept, key=lambda one: (not one.fact.milestone, one.first, one.day is None, one.fact.id)
    )


def _falls(fact: Fact, year: int) -> Anniversary:
    start = fact.date.ends[0]
    years = year - start.earliest.year
    if fact.date.is_one_of:
        month = f"-{fact.date.earliest.month:02}" if fact.date.precision == "month" else ""
        return Anniversary(year, years, f"{year:04}{month}", fact, None)
    if start.precision != "day":
        return Anniversary(year, years, f"{year:04}{start.text[4:]}", fact, None)
    day = start.earliest
    shifted = (day.month, day.day) == (2, 29) and month_length(year, 2) == 28
    due = dt.date(year, 2, 28) if shifted else day.replace(year=year)
    return Anniversary(year, years, f"{due.isoformat()}{start.mark}", fact, due, shifted)


def on_day(facts: Iterable[Fact], month: int, day: int, year: int | None = None) -> list[Fact]:
    """The facts of that day of any year, or going on then; on 28 February of a common *year* those of the 29th too."""
    wanted = {(month, day)}
    if year is not None and (month, day) == (2, 28) and month_length(year, 2) == 28:
        wanted.add((2, 29))
    return [fact for fact in facts if not wanted.isdisjoint(_days(fact))]


def next_day(facts: Iterable[Fact], month: int, day: int) -> tuple[int, int] | None:
    """The next day of the year, after the given one, on which some fact began."""
    exact = {
        fact.date.ends[0].earliest
        for fact in facts
        if fact.date.ends[0].precision == "day" and not fact.date.is_one_of
    }
    days = sorted({(one.month, one.day) for one in exact})
    later = [one for one in days if one > (month, day)]
    return next(iter(later or days), None)


def _days(fact: Fact) -> Iterator[tuple[int, int]]:
    """The months and days on which *fact* was going on: of a long stay, that on which it began."""
    start, end = fact.date.ends
    if start.precision != "day" or fact.date.is_one_of:
        return
    last = end.earliest if end and end.precision == "day" else start.earliest
    if (last - start.earliest).days > _LONGEST_STAY:
        last = start.earliest
    for later in range((last - start.earliest).days + 1):
        day = start.earliest + dt.timedelta(days=later)
        yield day.month, day.day


def month_day(text: str) -> tuple[int, int]:
    """The month and day in ``MM-DD`` (or the Vietnamese ``DD/MM``); raise `DateError` when there is none."""
    dash, slash = text.split("-"), text.split("/")
    parts = dash if len(dash) == 2 else slash[::-1] if len(slash) == 2 else []
    if len(parts) != 2 or not all(re.fullmatch("[0-9]{1,2}", part) for part in parts):
        raise DateError("no_day_of_the_year", text=text)
    month, day = int(parts[0]), int(parts[1])
    if not 1 <= month <= 12:
        raise ImpossibleDate("no_such_month", text=text)
    if not 1 <= day <= month_length(2000, month):
        days = month_length(2000, month)
        raise ImpossibleDate("no_such_day_of_month", text=text, month=f"{month:02}", days=days)
    return month, day
