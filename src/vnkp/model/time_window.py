"""Windows of time that users ask for (WHEN), and how a date meets them."""

from __future__ import annotations

import datetime as dt
import re
from enum import Enum

import msgspec

from vnkp.errors import DateError, ImpossibleDate
from vnkp.model import edtf
from vnkp.model.edtf import EdtfDate


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

    def match(self, when: EdtfDate) -> Overlap | None:
        """How *when* meets this window; None when it surely lies outside."""
        first, last = self.first or dt.date.min, self.last or dt.date.max
        latest = when.latest or dt.date.max
        if when.earliest > last or latest < first:
            return None
        if when.earliest >= first and (latest <= last if when.latest else self.last is None):
            return Overlap.INSIDE
        if when.is_span:
            start, end = when.ends
            # Sure only if the latest possible start and the earliest possible end are in reach.
            if (start.latest or dt.date.max) <= last and (end is None or end.earliest >= first):
                return Overlap.SPANS
        return Overlap.POSSIBLE

    def meets(self, other: TimeWindow) -> bool:
        """Whether the two windows have a day in common."""
        first, last = self.first or dt.date.min, self.last or dt.date.max
        return first <= (other.last or dt.date.max) and (other.first or dt.date.min) <= last

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
        return TimeWindow(f"{self.first if _is_span(self.text) else self.text}..", self.first, None)

    def up_to(self) -> TimeWindow:
        """All time to the last day of this window; raise `DateError` when it has none."""
        if self.last is None:
            raise DateError("no_end", text=self.text)
        return TimeWindow(f"..{self.last if _is_span(self.text) else self.text}", None, self.last)


def parse(text: str) -> TimeWindow:
    """Read a WHEN; raise `DateError` with what to write instead."""
    text = text.strip()
    try:
        return _parse(text)
    except ImpossibleDate:
        raise
    except DateError as error:
        meant = edtf.suggestion(text)
        if meant is None:
            raise DateError("unreadable_time", text=text) from error
        meant = meant.replace("/..", "..").replace("/", "..")
        raise DateError("misspelt_time", text=text, meant=meant) from error


def _parse(text: str) -> TimeWindow:
    start, dots, end = text.partition("..")
    if not dots or text.endswith("/.."):
        when = _date(text)
        return TimeWindow(text, when.earliest, when.latest)
    if _is_span(start) or _is_span(end) or not (start or end):
        raise DateError("unreadable_time", text=text)
    first = _date(start).earliest if start else None
    last = _date(end).latest if end else None
    if first and last and last < first:
        raise ImpossibleDate("time_ends_before_it_begins", text=text, swapped=f"{end}..{start}")
    return TimeWindow(text, first, last)


def _is_span(text: str) -> bool:
    return ".." in text or ("/" in text and _slashed(text) is None)


def _slashed(text: str) -> str | None:
    """The Vietnamese ``6/1961`` or ``27/11/1958`` as EDTF; None if *text* is neither."""
    match = re.fullmatch(r"(?:([0-9]{1,2})/)?([0-9]{1,2})/([0-9]{4})", text)
    return "-".join(part.zfill(2) for part in match.groups()[::-1] if part) if match else None


def _date(text: str) -> EdtfDate:
    decade = re.fullmatch(r"([0-9]{3})0s", text)
    meant = f"{decade[1]}X" if decade else _slashed(text) or text
    try:
        return edtf.parse(meant)
    except ImpossibleDate as error:
        raise ImpossibleDate(error.code, **{**error.values, "text": text}) from None
