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
from vnkp.model.edtf import EdtfDate, month_length
from vnkp.model.facts import Fact, Variant

DEFAULT_INTERVAL = 5
_LONGEST_STAY = 62  # a fact that lasted longer than two months did not happen "on this day"


class Anniversary(msgspec.Struct, frozen=True):
    """A fact that is *years* old in *year*: on *day* or, if that is None, some time in *date*.

    *date* is the day, the month or the year. With *shifted* a 29 February is kept a day earlier.
    """

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
        """Whether it is over by *today*; None if it is, or may be, due on that day."""
        return True if self.last < today else False if self.first > today else None


def anniversaries_in(
    facts: Iterable[Fact], year: int, *, every: int = DEFAULT_INTERVAL, include_all: bool = False
) -> list[Anniversary]:
    """The anniversaries in *year* of which *every* divides the years, milestones first, by date.

    Only milestones, unless *include_all*. A fact whose year is not known has none.
    """
    anniversaries = [
        _anniversary(fact, year)
        for fact in facts
        if (include_all or fact.milestone) and fact.date.precision != "decade"
    ]
    due = [entry for entry in anniversaries if entry.years > 0 and entry.years % every == 0]
    return sorted(
        due,
        key=lambda entry: (
            not entry.fact.milestone,
            entry.first,
            entry.day is None,
            entry.fact.id,
        ),
    )


def _anniversary(fact: Fact, year: int) -> Anniversary:
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
    """The facts of that day of any year, and those that were going on then.

    On 28 February of a common *year* those of the 29th too.
    """
    days = _kept_days(month, day, year)
    return [fact for fact in facts if not days.isdisjoint(_days(fact.date))]


def variant_on_day(fact: Fact, month: int, day: int, year: int | None = None) -> Variant | None:
    """The first variant of *fact* that puts it on that day, where its own date does not."""
    days = _kept_days(month, day, year)
    dates = [(variant, variant.date) for variant in fact.variants if variant.date]
    readings = [(None, fact.date), *dates]
    return next((by for by, date in readings if not days.isdisjoint(_days(date))), None)


def _kept_days(month: int, day: int, year: int | None) -> set[tuple[int, int]]:
    """The months and days of events that are kept on that day."""
    is_last = year is not None and (month, day) == (2, 28) and month_length(year, 2) == 28
    return {(month, day), (2, 29)} if is_last else {(month, day)}


def next_day(facts: Iterable[Fact], month: int, day: int) -> tuple[int, int] | None:
    """The next day of the year, after the given one, on which some fact began."""
    starts = [fact.date.ends[0] for fact in facts if not fact.date.is_one_of]
    dates = {start.earliest for start in starts if start.precision == "day"}
    days = sorted({(date.month, date.day) for date in dates})
    later = [start for start in days if start > (month, day)]
    return next(iter(later or days), None)


def _days(date: EdtfDate) -> Iterator[tuple[int, int]]:
    """The months and days of *date*, of which a long stay has only the first."""
    start, end = date.ends
    if start.precision != "day" or date.is_one_of:
        return
    last = end.earliest if end and end.precision == "day" else start.earliest
    if (last - start.earliest).days > _LONGEST_STAY:
        last = start.earliest
    for days in range((last - start.earliest).days + 1):
        day = start.earliest + dt.timedelta(days=days)
        yield day.month, day.day


def month_day(text: str) -> tuple[int, int]:
    """The month and day in ``MM-DD`` or the Vietnamese ``DD/MM``; raise `DateError` otherwise."""
    parts = text.split("-") if "-" in text else text.split("/")[::-1]
    if len(parts) != 2 or not all(re.fullmatch("[0-9]{1,2}", part) for part in parts):
        raise DateError("no_day_of_the_year", text=text)
    month, day = map(int, parts)
    if not 1 <= month <= 12:
        raise ImpossibleDate("no_such_month", text=text)
    days = month_length(2000, month)
    if not 1 <= day <= days:
        raise ImpossibleDate("no_such_day_of_month", text=text, month=f"{month:02}", days=days)
    return month, day
