"""Dates and spans in the tokens of a text: from 1979 to 1984, 8–12 Jul 1957, before 1970."""

from __future__ import annotations

import datetime as dt

import msgspec

from vnkp.clock import current_date
from vnkp.errors import ImpossibleDate
from vnkp.model import edtf
from vnkp.model.time_window import TimeWindow, canonical, from_to
from vnkp.query.time_reading import time_periods, time_points
from vnkp.query.time_reading.time_points import DASHES, PointEnd
from vnkp.query.time_reading.time_words import is_text, kind_at, tokenize

# In running text four digits are a year only within these.
FIRST_YEAR, LAST_YEAR = 1900, 2099
_BOUNDS = ("since", "after", "until", "before")


class TimeMention(msgspec.Struct, frozen=True):
    """A time in a text: where it stands, and the days it means.

    *is_bound*: it was said as since, until, before or after.
    """

    start: int
    end: int
    first: dt.date | None
    last: dt.date | None
    is_bound: bool

    @property
    def window(self) -> TimeWindow:
        """The days as a window whose text can be typed again."""
        return from_to(self.first, self.last)


class _Span(msgspec.Struct, frozen=True):
    """Days, the index after their tokens, and whether two ends were said."""

    first: dt.date | None
    last: dt.date | None
    end: int
    is_range: bool = False


class TimeReader:
    """Reads the times in *text*; running text has years of our age alone."""

    def __init__(self, text: str, today: dt.date | None, is_running_text: bool = False) -> None:
        self.text = text
        self.today = today or current_date()
        self.tokens = tokenize(text, self.today)
        self.is_running_text = is_running_text

    def time(self, index: int) -> tuple[TimeMention | None, int]:
        """The time that begins at *index*, and the index after it."""
        kind = kind_at(self.tokens, index)
        span = self.bound(index, kind) if kind in _BOUNDS else self.span(index)
        if span is None:
            return None, index
        start, end = self.tokens[index].start, self.tokens[span.end - 1].end
        is_bound = kind in _BOUNDS and (span.first is None or span.last is None)
        return TimeMention(start, end, span.first, span.last, is_bound), span.end

    def bound(self, index: int, kind: str) -> _Span | None:
        """Since, after, until or before a time; "from A to B" is the span that it says."""
        span = self.span(index + 1 + is_text(self.tokens, index + 1, "-"))
        if span is None or (kind == "since" and span.is_range):
            return span
        # Reactions to the 2017 test are of 2017.
        is_decade = self.tokens[span.end - 1].text.endswith("s")
        is_the = is_text(self.tokens, index + 1, "the")
        if is_the and is_text(self.tokens, index, "to", "by") and not is_decade:
            return span
        if kind == "since":
            return _Span(span.first, None, span.end)
        if kind == "until":
            return _Span(None, span.last, span.end)
        if kind == "after":
            return _Span(_shifted(span.last, 1), None, span.end)
        return _Span(None, _shifted(span.first, -1), span.end)

    def span(self, index: int) -> _Span | None:
        """A date, or two with a dash or a word between them."""
        if kind_at(self.tokens, index) == "between" or is_text(self.tokens, index, "["):
            span = self.enclosed(index)
            if span or not self.tokens[index].value:
                return span
        index = time_points.skip_prefixes(self.tokens, index)
        # some time in the span from A to B
        if kind_at(self.tokens, index) == "since" and kind_at(self.tokens, index + 1) != "since":
            span = self.span(index + 1)
            return span if span and span.is_range else None
        if is_text(self.tokens, index, ".."):
            end = time_periods.single(self.tokens, index + 1, self.today)
            days = self.days(end, index + 1)
            return days and _Span(None, days[1], end[1]) if end else None
        start = time_periods.single(self.tokens, index, self.today)
        return self.from_date(index, start) if start else self.from_part(index)

    def enclosed(self, index: int) -> _Span | None:
        """Between A and B; the one-of date ``[A..B]``."""
        if kind_at(self.tokens, index + 1) == "between" or is_text(self.tokens, index + 1, "["):
            return None
        span = self.span(index + 1)
        if span is None or not span.is_range:
            return None
        between = self.tokens[index : span.end]
        if self.tokens[index].value and all(token.kind != "and" for token in between):
            return None  # giữa 1978 đến 1979: from the middle of 1978
        if is_text(self.tokens, index, "["):
            is_closed = is_text(self.tokens, span.end, "]")
            return msgspec.structs.replace(span, end=span.end + 1) if is_closed else None
        return span

    def separator(self, index: int) -> int:
        """The index after what stands between two ends; *index* itself if nothing does."""
        if is_text(self.tokens, index, *DASHES, "..", "…", "/") or kind_at(self.tokens, index) in (
            "until",
            "and",
        ):
            return index + 1
        return index

    def from_date(self, index: int, start: PointEnd) -> _Span | None:
        """The span that begins with the date *start* at *index*, or that date alone."""
        point, after = start
        days = self.days(start, index)
        if days is None:
            return None
        if kind_at(self.tokens, after) in ("onward", "to_present"):
            return _Span(days[0], None, after + 1, True)
        next_index = self.separator(after)
        if next_index == after or (
            kind_at(self.tokens, after) == "and" and not self.is_between(index)
        ):
            return _Span(*days, after)
        if kind_at(self.tokens, next_index) == "present":
            return _Span(days[0], None, next_index + 1, True)
        end = time_periods.single(self.tokens, next_index, self.today)
        if end is None and not is_text(self.tokens, after, "/"):
            end = time_points.rest_of_span(self.tokens, next_index, point)
        if end:
            return self.joined(index, days, self.days(end, next_index), end[1])
        # 1990.. and 1990/..
        if is_text(self.tokens, after, ".."):
            return _Span(days[0], None, next_index, True)
        if is_text(self.tokens, next_index, ".."):
            return _Span(days[0], None, next_index + 1, True)
        return _Span(*days, after)

    def is_between(self, index: int) -> bool:
        """Whether "between" was said before the token at *index*."""
        return any(token.kind == "between" for token in self.tokens[max(index - 4, 0) : index])

    def from_part(self, index: int) -> _Span | None:
        """A span whose first date lacks what its second has: 8–12 Jul 1957, 27/11–3/12/1958."""
        part = time_points.without_year(self.tokens, index)
        next_index = self.separator(part[1]) if part else 0
        if not part or next_index == part[1]:
            return None
        end = time_periods.single(self.tokens, next_index, self.today)
        end = end or time_points.day_of_month(self.tokens, next_index, part[0])
        point = time_points.completed(part[0], end[0]) if end else None
        if not end or not point:
            return None
        first = self.days((point, part[1]), index)
        return first and self.joined(index, first, self.days(end, next_index), end[1])

    def joined(
        self,
        index: int,
        start: tuple[dt.date, dt.date],
        end: tuple[dt.date, dt.date] | None,
        after: int,
    ) -> _Span | None:
        """The span from *start* to *end*; raise `ImpossibleDate` if it ends before it begins."""
        if end is None:
            return None
        if end[1] < start[0]:
            swapped = canonical(end[0], start[1])
            text = self.words(index, after)
            raise ImpossibleDate("time_ends_before_it_begins", text=text, swapped=swapped)
        return _Span(start[0], end[1], after, True)

    def days(self, reading: PointEnd | None, index: int) -> tuple[dt.date, dt.date] | None:
        """The days of the date that was read at *index*; None for one out of our age."""
        if reading is None:
            return None
        point, after = reading
        if self.is_running_text and not FIRST_YEAR <= point.year <= LAST_YEAR:
            return None
        words = self.words(index, after)
        first, last = edtf.bounds(point.year, point.month, point.day, point.length, text=words)
        return first, last + dt.timedelta(max(point.days - 1, 0))

    def words(self, index: int, after: int) -> str:
        """What was typed from *index* on."""
        return self.text[self.tokens[index].start : self.tokens[after - 1].end]


def _shifted(day: dt.date | None, days: int) -> dt.date | None:
    """*day*, some days later; the end of the calendar stays."""
    if day is None or day in (dt.date.min, dt.date.max):
        return day
    return day + dt.timedelta(days=days)
