"""Dates that say how much is known: the part of EDTF (ISO 8601-2) that the store uses.

``1958-11-27``, ``1958-11``, ``1958`` and ``195X``, each with ``~`` (about), ``?`` (uncertain) or ``%`` (both);
``A/B`` lasted from A to B, ``A/..`` goes on. Each has an earliest and a latest day, which the marks do not widen.
"""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from vnkp.errors import DateError, ImpossibleDate

# The grammar is written once, here: the JSON Schema and the windows are built from it.
DATE_PATTERN = r"[0-9]{3}(?:X|[0-9](?:-[0-9]{2}(?:-[0-9]{2})?)?)[~?%]?"
EDTF_PATTERN = rf"{DATE_PATTERN}(?:/(?:\.\.|{DATE_PATTERN}))?"

_WHEN = re.compile(EDTF_PATTERN)
_FORMS = 'write "1958-11-27", "1958-11", "1958" or "195X", a span as "A/B" or "A/.."'


class EdtfDate(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An EDTF date or span: its *text* and the days it lies between; *latest* is None when it goes on."""

    text: str
    earliest: dt.date
    latest: dt.date | None

    @property
    def is_span(self) -> bool:
        """Whether it lasted from one date to another."""
        return "/" in self.text

    @property
    def ends(self) -> tuple[EdtfDate, EdtfDate | None]:
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


def order(when: EdtfDate) -> tuple[dt.date, int]:
    """Sort key: earliest first, then the longer span."""
    return when.earliest, -(when.latest or dt.date.max).toordinal()


def parse(text: str) -> EdtfDate:
    """Read an EDTF string of the profile above; raise `DateError` with what to write instead."""
    if not _WHEN.fullmatch(text):
        raise DateError(f'"{text}" is no date that vnkp reads', suggestion(text) or _FORMS)
    start, slash, end = text.partition("/")
    first, first_latest = _bounds(start)
    if not slash:
        return EdtfDate(text, first, first_latest)
    if end == "..":
        return EdtfDate(text, first, None)
    _, last = _bounds(end)
    if last < first:
        raise ImpossibleDate(
            f'"{text}" ends before it begins', f'write "{end}/{start}" if the two are swapped'
        )
    return EdtfDate(text, first, last)


def _bounds(text: str) -> tuple[dt.date, dt.date]:
    """The earliest and the latest day of a single date in the form of `DATE_PATTERN`."""
    bare = text.rstrip("~?%")
    if bare.endswith("X"):
        year = int(bare[:3]) * 10
        return dt.date(max(year, 1), 1, 1), dt.date(year + 9, 12, 31)
    year, month, day = (int(part) for part in (*bare.split("-"), "0", "0")[:3])
    if not year:
        raise ImpossibleDate(f'"{text}" has the year 0000', "years run from 0001 to 9999")
    if len(bare) == 4:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    if not 1 <= month <= 12:
        raise ImpossibleDate(f'"{text}" has no such month', "months run from 01 to 12")
    length = month_length(year, month)
    if len(bare) == 7:
        return dt.date(year, month, 1), dt.date(year, month, length)
    if not 1 <= day <= length:
        raise ImpossibleDate(f'"{text}" has no such day', f"{year:04}-{month:02} has {length} days")
    return dt.date(year, month, day), dt.date(year, month, day)


def month_length(year: int, month: int) -> int:
    """The number of days of a month of the Gregorian calendar."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


# What people write instead of EDTF, and what they meant.
_HABITS = [
    (r"([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})", "{0}-{1:0>2}-{2:0>2}"),
    (r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", "{2}-{1:0>2}-{0:0>2}"),
    (r"([0-9]{1,2})[/.-]([0-9]{4})", "{1}-{0:0>2}"),
    (r"([0-9]{4})[/.-]([0-9]{1,2})", "{0}-{1:0>2}"),
    (r"([0-9]{3})(?:0s|x)", "{0}X"),
    (r"(?:thập niên|thập kỷ|những năm) ([0-9]{3})0", "{0}X"),
    (r"(?:c\.?|ca\.?|circa|about|khoảng|~) ?([0-9]{4})", "{0}~"),
]
_BETWEEN = ("..", " to ", " đến ", " - ", "–", "—", "-", "/")


def suggestion(text: str) -> str | None:
    """What somebody who wrote *text* probably meant in EDTF, as a remedy, or None."""
    meant = _meant(text)
    for between in _BETWEEN if meant is None else ():
        start, found, end = text.partition(between)
        first, last = _meant(start), _meant(end) if end or between != ".." else ".."
        if found and first and last and (last == ".." or _bounds(first)[0] <= _bounds(last)[1]):
            return f'write "{first}/{last}"'
    return meant and f'write "{meant}"'


def _meant(text: str) -> str | None:
    """The single date that *text* is or stands for; None when there is none, or no such day."""
    text = re.sub(r"^(?:ngày|tháng|năm|in|on) ", "", " ".join(text.split()), flags=re.IGNORECASE)
    matches = [(re.fullmatch(habit, text, re.IGNORECASE), meant) for habit, meant in _HABITS]
    for date in (text, *(meant.format(*match.groups()) for match, meant in matches if match)):
        if re.fullmatch(DATE_PATTERN, date):
            try:
                _bounds(date)
            except ImpossibleDate:
                continue
            return date
    return None


# Stands in for a date that could not be read, so that the rest of its fact can still be looked at.
UNREAD = EdtfDate("", dt.date.min, None)
