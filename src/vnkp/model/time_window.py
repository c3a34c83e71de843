"""Windows of time that users ask for (WHEN), and how a date meets them."""

from __future__ import annotations

import datetime as dt
import functools
import operator
import re
from collections.abc import Iterable, Sequence
from enum import Enum

import msgspec

from vnkp.errors import DateError
from vnkp.model.edtf import EdtfDate, month_length

# A text of one date, which two dots can follow or precede.
_ONE_DATE = r"[0-9]{4}(?:-[0-9]{2}){0,2}|[0-9]{3}(?:X|0s)|(?:[0-9]{1,2}/){1,2}[0-9]{4}"


class Overlap(str, Enum):
    """How a dated fact meets a window."""

    INSIDE = "inside"  # wholly within it
    SPANS = "spans"  # going on then, but began before or ended after
    POSSIBLE = "possible"  # its date is too coarse to tell


class TimeWindow(msgspec.Struct, frozen=True):
    """A stretch of days from *first* to *last*; None is an open side."""

    text: str
    first: dt.date | None = None
    last: dt.date | None = None

    def match(self, date: EdtfDate) -> Overlap | None:
        """How *date* meets this window; None when it surely lies outside.

        In 1961, 1961-06 is inside, 1960/1962 spans, 196X is possible, and 1962 is outside.
        """
        first, last = self.first or dt.date.min, self.last or dt.date.max
        latest = date.latest or dt.date.max
        if date.earliest > last or latest < first:
            return None
        if date.earliest >= first and (latest <= last if date.latest else self.last is None):
            return Overlap.INSIDE
        if date.is_span:
            start, end = date.ends
            # Sure only if the latest possible start and the earliest possible end are in reach.
            if (start.latest or dt.date.max) <= last and (end is None or end.earliest >= first):
                return Overlap.SPANS
        return Overlap.POSSIBLE

    @property
    def begin(self) -> dt.date:
        """Its first day, or that of the calendar."""
        return self.first or dt.date.min

    @property
    def end(self) -> dt.date:
        """Its last day, or that of the calendar."""
        return self.last or dt.date.max

    def meets(self, other: TimeWindow) -> bool:
        """Whether the two windows have a day in common."""
        return self.begin <= other.end and other.begin <= self.end

    def meet(self, other: TimeWindow) -> TimeWindow:
        """The days that both windows hold; raise `DateError` when there are none."""
        if not self.meets(other):
            raise DateError("no_common_day", first=self.text, second=other.text)
        firsts = [day for day in (self.first, other.first) if day]
        lasts = [day for day in (self.last, other.last) if day]
        first, last = max(firsts, default=None), min(lasts, default=None)
        for window in (self, other):
            if (window.first, window.last) == (first, last):
                return window
        return TimeWindow(f"{first or ''}..{last or ''}", first, last)

    def onward(self) -> TimeWindow:
        """From the first day of this window on; raise `DateError` when it has none."""
        if self.first is None:
            raise DateError("no_beginning", text=self.text)
        start = self.text if re.fullmatch(_ONE_DATE, self.text) else self.first
        return TimeWindow(f"{start}..", self.first, None)

    def up_to(self) -> TimeWindow:
        """All time to the last day of this window; raise `DateError` when it has none."""
        if self.last is None:
            raise DateError("no_end", text=self.text)
        end = self.text if re.fullmatch(_ONE_DATE, self.text) else self.last
        return TimeWindow(f"..{end}", None, self.last)


def common_windows(windows: Sequence[TimeWindow], others: Sequence[TimeWindow]) -> list[TimeWindow]:
    """The days that any of *windows* and any of *others* hold; raise `DateError` for none."""
    common = [window.meet(other) for window in windows for other in others if window.meets(other)]
    return common or [windows[0].meet(others[0])]  # which raises the error that says so


def from_to(first: dt.date | None, last: dt.date | None) -> TimeWindow:
    """The window from *first* to *last*, whose text can be typed again."""
    return TimeWindow(canonical(first, last), first, last)


@functools.lru_cache(maxsize=64)  # asked of every fact
def joined_windows(windows: tuple[TimeWindow, ...]) -> tuple[TimeWindow, ...]:
    """*windows* in order, those that overlap or touch joined: a fact may last across them."""
    joined: list[TimeWindow] = []
    for window in sorted(windows, key=operator.attrgetter("begin")):
        last = joined[-1] if joined else None
        if last and (last.last is None or (window.begin - last.last).days <= 1):
            end = max(last.last, window.last) if last.last and window.last else None
            joined[-1] = TimeWindow(last.text, last.first, end)
        else:
            joined.append(window)
    return tuple(joined)


def outside(windows: Iterable[TimeWindow]) -> list[TimeWindow]:
    """The times before, between and after *windows*.

    >>> year = TimeWindow("1961", dt.date(1961, 1, 1), dt.date(1961, 12, 31))
    >>> [window.text for window in outside([year])]
    ['..1960', '1962..']
    """
    day, gaps, after = dt.timedelta(1), [], None
    for window in joined_windows(tuple(windows)):
        if window.first:
            gaps.append(from_to(after, window.first - day))
        if window.last is None:
            return gaps
        after = window.last + day
    return [*gaps, from_to(after, None)]


def canonical(first: dt.date | None, last: dt.date | None) -> str:
    """The days from *first* to *last* in the shortest form that can be typed.

    >>> canonical(dt.date(1961, 6, 1), dt.date(1961, 6, 30))
    '1961-06'
    """
    years = (first is None or (first.month, first.day) == (1, 1)) and (
        last is None or (last.month, last.day) == (12, 31)
    )
    months = (first is None or first.day == 1) and (
        last is None or last.day == month_length(last.year, last.month)
    )
    length = 4 if years else 7 if months else 10
    start, end = ("" if day is None else day.isoformat()[:length] for day in (first, last))
    if start == end and start:
        return start
    if years and first and last and first.year % 10 == 0 and last.year == first.year + 9:
        return f"{start}s"
    return f"{start}..{end}"
