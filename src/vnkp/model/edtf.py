"""Dates that say how much is known: the part of EDTF (ISO 8601-2) that the store uses.

``1958-11-27``, ``1958-11``, ``1958``, ``195X`` and seasons (``1965-21`` spring to ``1965-24``
winter), each with ``~`` (about), ``?`` (uncertain) or ``%`` (both); ``A/B`` lasted from A to B,
``A/..`` goes on; ``[A..B]`` was some time within. Each date has an earliest and a latest day,
which the marks do not widen.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import re

import msgspec

from vnkp.errors import DateError, ImpossibleDate

# The grammar is written once, here: the JSON Schema and the times of queries are built from it.
DATE_PATTERN = r"[0-9]{3}(?:X|[0-9](?:-[0-9]{2}(?:-[0-9]{2})?)?)[~?%]?"
EDTF_PATTERN = (
    rf"(?:{DATE_PATTERN}(?:/(?:\.\.|{DATE_PATTERN}))?|\[{DATE_PATTERN}\.\.{DATE_PATTERN}\])"
)
# The first month of each season of the northern half; a winter ends in the next year.
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}


class EdtfDate(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An EDTF date: its *text* and the days it lies between; *latest* is None if it goes on."""

    text: str
    earliest: dt.date
    latest: dt.date | None

    @property
    def last_day(self) -> dt.date:
        """Its latest day, or the last of the calendar if it goes on."""
        return self.latest or dt.date.max

    @property
    def last_known_day(self) -> dt.date:
        """Its latest day, or the earliest if it goes on."""
        return self.latest or self.earliest

    @property
    def is_span(self) -> bool:
        """Whether it lasted from one date to another."""
        return "/" in self.text

    @property
    def is_one_of(self) -> bool:
        """Whether it was some time between two dates, the day not known."""
        return self.text.startswith("[")

    @property
    def ends(self) -> tuple[EdtfDate, EdtfDate | None]:
        """The two dates of a span (the second None if it goes on) or of a one-of date.

        A single date twice.
        """
        if not (self.is_span or self.is_one_of):
            return self, self
        start, _, end = self.text.strip("[]").partition("/" if self.is_span else "..")
        # The text was parsed before: compiling its grammar again would take longer than all this.
        first = EdtfDate(start, *_date_bounds(start))
        return first, None if end == ".." else EdtfDate(end, *_date_bounds(end))

    @property
    def precision(self) -> str:
        """How exact the (first) date is: ``day``, ``month``, ``season``, ``year`` or ``decade``.

        A one-of date is as exact as the month, year or decade that holds it.
        """
        if self.is_one_of:
            first, last = self.earliest, self.last_known_day
            if first.year != last.year:
                return "decade"
            return "month" if first.month == last.month else "year"
        bare = self.text.partition("/")[0].rstrip("~?%")
        if bare.endswith("X"):
            return "decade"
        if len(bare) == 7 and int(bare[5:]) in SEASONS:
            return "season"
        return {4: "year", 7: "month", 10: "day"}[len(bare)]

    @property
    def mark(self) -> str:
        """``~``, ``?``, ``%`` or nothing: the mark of a single date."""
        is_single = not (self.is_span or self.is_one_of)
        return self.text[-1] if is_single and self.text[-1] in "~?%" else ""


def order(date: EdtfDate) -> tuple[dt.date, int]:
    """Sort key: earliest first, then the longer span."""
    return date.earliest, -date.last_day.toordinal()


def parse(text: str) -> EdtfDate:
    """Read an EDTF date; raise `DateError` with what to write instead."""
    if not re.fullmatch(EDTF_PATTERN, text):
        meant = suggestion(text)
        if meant:
            raise DateError("misspelt_date", text=text, meant=meant)
        raise DateError("unreadable_date", text=text)
    separator = ".." if text.startswith("[") else "/"
    start, parted, end = text.strip("[]").partition(separator)
    first, first_latest = _date_bounds(start)
    if not parted:
        return EdtfDate(text, first, first_latest)
    if end == "..":
        return EdtfDate(text, first, None)
    _, last = _date_bounds(end)
    if last < first:
        swapped = text.replace(f"{start}{separator}{end}", f"{end}{separator}{start}")
        raise ImpossibleDate("date_ends_before_it_begins", text=text, swapped=swapped)
    return EdtfDate(text, first, last)


def _date_bounds(text: str) -> tuple[dt.date, dt.date]:
    """The earliest and the latest day of a single date in the form of `DATE_PATTERN`."""
    bare = text.rstrip("~?%")
    if bare.endswith("X"):
        return bounds(int(bare[:3]) * 10, months=120, text=text)
    year, *rest = (int(part) for part in bare.split("-"))
    month, day = [*(part or 99 for part in rest), 0, 0][:2]  # a 00 that is written is no such day
    if len(bare) == 7 and month in SEASONS:
        return bounds(year, SEASONS[month], months=3, text=text)
    if len(bare) == 7 and 20 <= month < 30:
        raise ImpossibleDate("no_such_season", text=text)
    return bounds(year, month, day, text=text)


def bounds(
    year: int, month: int = 0, day: int = 0, months: int = 0, *, text: str
) -> tuple[dt.date, dt.date]:
    """The first and the last day of a date; what of it is not known is 0.

    *months* are how many it has where they are several: 120 for a decade, 3 for a season. Raises
    `ImpossibleDate`, which quotes *text*, for a date that never was.

    >>> bounds(1965, 12, months=3, text="1965-24")
    (datetime.date(1965, 12, 1), datetime.date(1966, 2, 28))
    """
    if not year and months != 120:
        raise ImpossibleDate("year_0000", text=text)
    if not 0 <= month <= 12:
        raise ImpossibleDate("no_such_month", text=text)
    if day:
        days = month_length(year, month)
        if day > days:
            written = f"{year:04}-{month:02}"
            raise ImpossibleDate("no_such_day", text=text, month=written, days=days)
        return dt.date(year, month, day), dt.date(year, month, day)
    months = months or (1 if month else 12)
    first = dt.date(max(year, 1), month or 1, 1)
    last_year, index = divmod(year * 12 + first.month + months - 2, 12)
    if last_year > dt.MAXYEAR:
        return first, dt.date.max
    return first, dt.date(last_year, index + 1, month_length(last_year, index + 1))


def month_length(year: int, month: int) -> int:
    """The number of days of a month of the Gregorian calendar."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


# What people write instead of EDTF, and what they mean.
_HABITS = [
    (r"([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})", "{0}-{1:0>2}-{2:0>2}"),
    (r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", "{2}-{1:0>2}-{0:0>2}"),
    (r"([0-9]{1,2})[/.-]([0-9]{4})", "{1}-{0:0>2}"),
    (r"([0-9]{4})[/.-]([0-9]{1,2})", "{0}-{1:0>2}"),
    (r"([0-9]{3})(?:0s|x|u)", "{0}X"),
    (r"([0-9]{4})-(?:XX|uu)(?:-(?:XX|uu))?", "{0}"),
    (r"([0-9]{4}-[0-9]{2})-(?:XX|uu)", "{0}"),
    (r"(?:thập niên|thập kỷ|những năm) ([0-9]{3})0", "{0}X"),
    (r"(?:c\.?|ca\.?|circa|about|khoảng|~) ?([0-9]{4})", "{0}~"),
]
_SEPARATORS = ("..", " to ", " đến ", " - ", "–", "—", "-", "/")
_OPEN_ENDS = ("", "open", "present", "now", "today", "nay", "đến nay")


def suggestion(text: str) -> str | None:
    """What somebody who wrote *text* probably meant, in EDTF, or None."""
    date = _suggested_date(text)
    if date:
        return date
    # 5-7/8/2012 is 5/8/2012 - 7/8/2012.
    days = re.fullmatch(r"([0-9]{1,2}) ?[-–—] ?([0-9]{1,2})([/.][0-9]{1,2}[/.][0-9]{4})", text)
    if days:
        text = f"{days[1]}{days[3]} - {days[2]}{days[3]}"
    for separator in _SEPARATORS:
        start, parted, end = text.partition(separator)
        first = _suggested_date(start)
        if not parted or not first:
            continue
        if end.strip().lower() in _OPEN_ENDS and (end or separator == ".."):
            return f"{first}/.."
        end = end.strip()
        if first[-1].isdigit() and re.fullmatch("[0-9]{1,2}", end):  # 2012-08-05..07, 1958–61
            end = f"{first[:-2]}{end:0>2}"
        last = _suggested_date(end)
        if last and _date_bounds(first)[0] <= _date_bounds(last)[1]:
            return f"{first}/{last}"
    return None


def _suggested_date(text: str) -> str | None:
    """The single date that *text* is or stands for; None when there is none, or no such day."""
    text = re.sub(r"^(?:ngày|tháng|năm|in|on) ", "", " ".join(text.split()), flags=re.IGNORECASE)
    matches = [(re.fullmatch(habit, text, re.IGNORECASE), form) for habit, form in _HABITS]
    for date in (text, *(form.format(*match.groups()) for match, form in matches if match)):
        if re.fullmatch(DATE_PATTERN, date):
            with contextlib.suppress(ImpossibleDate):
                _date_bounds(date)
                return date
    return None


# Stands in for a date that could not be read, so that the rest of its fact can be checked.
UNREAD = EdtfDate("", dt.date.min, None)
