"""Dates that say how much is known: the part of EDTF (ISO 8601-2) that the store uses.

``1958-11-27``, ``1958-11``, ``1958`` and ``195X``, each with ``~`` (about), ``?`` (uncertain) or ``%`` (both);
``A/B`` lasted from A to B, ``A/..`` goes on. Each has an earliest and a latest day, which the marks do not widen.
"""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from vnkp.errors import ImpossibleDate, WhenError

# The grammar is written once, here: the JSON Schema and the windows are built from it.
DATE_PATTERN = r"[0-9]{3}(?:X|[0-9](?:-[0-9]{2}(?:-[0-9]{2})?)?)[~?%]?"
WHEN_PATTERN = rf"{DATE_PATTERN}(?:/(?:\.\.|{DATE_PATTERN}))?"

_DATE = re.compile(r"([0-9]{3})(?:(X)|([0-9])(?:-([0-9]{2})(?:-([0-9]{2}))?)?)([~?%]?)")
_FORMS = 'write "1958-11-27", "1958-11", "1958" or "195X", a span as "A/B" or "A/.."'


class When(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An EDTF date or span: its *text* and the days it lies between; *latest* is None when it goes on."""

    text: str
    earliest: dt.date
    latest: dt.date | None

    @property
    def is_span(self) -> bool:
        """Whether it lasted from one date to another."""
        return "/" in self.text

    @property
    def ends(self) -> tuple[When, When | None]:
        """The two dates of a span (the second None when it goes on); a single date twice."""
        if not self.is_span:
            return self, self
        start, _, end = self.text.partition("/")
        return parse(start), None if end == ".." else parse(end)

    @property
    def precision(self) -> str:
        """``day``, ``month``, ``year`` or ``decade``: how exact the (first) date is."""
        bare = self.text.partition("/")[0].rstrip("~?%")
        return "decade" if bare.endswith("X") else {4: "year", 7: "month", 10: "day"}[len(bare)]

    @property
    def mark(self) -> str:
        """``~``, ``?``, ``%`` or nothing: the mark of a single date."""
        return self.text[-1] if self.text[-1] in "~?%" and not self.is_span else ""


def order(when: When) -> tuple[dt.date, int]:
    """Sort key: earliest first, then the longer span."""
    return when.earliest, -(when.latest or dt.date.max).toordinal()


def parse(text: str) -> When:
    """Read an EDTF string of the profile above; raise `WhenError` with what to write instead."""
    start, slash, end = text.partition("/")
    if not slash:
        return _single(text)
    first = _single(start)
    if end == "..":
        return When(text, first.earliest, None)
    last = _single(end)
    if last.latest < first.earliest:  # type: ignore[operator]  # a single date always has a latest day
        raise ImpossibleDate(f'"{text}" ends before it begins', f'write "{end}/{start}" if the two are swapped')
    return When(text, first.earliest, last.latest)


def _single(text: str) -> When:
    match = _DATE.fullmatch(text)
    if match is None:
        raise WhenError(f'"{text}" is no date that vnkp reads', suggestion(text) or _FORMS)
    century, decade, digit, month, day, _ = match.groups()
    year = int(century + (digit or "0"))
    if year == 0 and not decade:
        raise ImpossibleDate(f'"{text}" has the year 0000', "years run from 0001 to 9999")
    if decade:
        return When(text, dt.date(max(year, 1), 1, 1), dt.date(year + 9, 12, 31))
    if month is None:
        return When(text, dt.date(year, 1, 1), dt.date(year, 12, 31))
    return _in_month(text, year, int(month), int(day) if day else None)


def _in_month(text: str, year: int, month: int, day: int | None) -> When:
    if not 1 <= month <= 12:
        raise ImpossibleDate(f'"{text}" has no such month', "months run from 01 to 12")
    length = month_length(year, month)
    if day is None:
        return When(text, dt.date(year, month, 1), dt.date(year, month, length))
    if not 1 <= day <= length:
        raise ImpossibleDate(f'"{text}" has no such day', f"{year:04}-{month:02} has {length} days")
    exact = dt.date(year, month, day)
    return When(text, exact, exact)


def month_length(year: int, month: int) -> int:
    """The number of days of a month of the Gregorian calendar."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


# What people write instead of EDTF, and what they meant: tried in turn, `\g` fills the remedy.
_HABITS = [
    (r"([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})", "{0}-{1:0>2}-{2:0>2}"),
    (r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", "{2}-{1:0>2}-{0:0>2}"),
    (r"([0-9]{1,2})[/.-]([0-9]{4})", "{1}-{0:0>2}"),
    (r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", "{0}-{1:0>2}-{2:0>2}"),
    (r"([0-9]{4})-([0-9])", "{0}-{1:0>2}"),
    (r"([0-9]{4})\s*[-–—]\s*([0-9]{4})", "{0}/{1}"),
    (r"([0-9]{3})0s", "{0}X"),
    (r"(?:c\.?|ca\.?|circa|about|~)\s*([0-9]{4})", "{0}~"),
    (r"\.\.([0-9]{4})", "0001/{0}"),
]


def suggestion(text: str) -> str | None:
    """What somebody who wrote *text* probably meant in EDTF, as a remedy, or None."""
    for habit, meant in _HABITS:
        match = re.fullmatch(habit, text.strip(), re.IGNORECASE)
        if match:
            return f'write "{meant.format(*match.groups())}"'
    return None


# Stands in for a date that could not be read, so that the rest of its fact can still be looked at.
UNREAD = When("", dt.date.min, None)
