"""The one reader of times: 1961, 6/1961, June 1961, the sixties, from 1979 to 1984, ….

since 1990 until 2000      one span
after 1990 before 2000     two bounds, which `combine` cuts with each other
1961, 1963-65              two times, any of which may be met
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from vnkp.clock import current_date
from vnkp.errors import DateError
from vnkp.model import edtf
from vnkp.model.time_window import TimeWindow, common_windows
from vnkp.query.time_reading.time_points import (
    Point,
    PointEnd,
    Tokens,
    part_at,
    skip_prefixes,
    without_year,
)
from vnkp.query.time_reading.time_spans import TimeMention, TimeReader
from vnkp.query.time_reading.time_words import digits_at, is_text
from vnkp.text import word_set

_JOINTS = {",", *word_set("and, or, và, hoặc")}


def parse(text: str) -> TimeWindow:
    """Read a WHEN that is one time; raise `DateError` with what to write instead."""
    windows = parse_all(text)
    if len(windows) > 1:
        raise DateError("several_times", text=text.strip())
    return windows[0]


def parse_all(text: str, today: dt.date | None = None) -> list[TimeWindow]:
    """Read a WHEN of one or several times; raise `DateError` with what to write instead."""
    text = unicodedata.normalize("NFC", text).strip()
    times = _times(text, today)
    if not times:
        raise _unreadable(text)
    if len(times) == 1:
        return [TimeWindow(text, times[0].first, times[0].last)]
    return combine(times)


def _times(text: str, today: dt.date | None = None) -> list[TimeMention]:
    """The one or several times that *text* is; empty if it has anything else."""
    reader = TimeReader(text, today)
    size = len(reader.tokens)
    times = []
    index = 0
    while index < size:
        time, index = reader.time(index)
        is_joined = index < size - 1 and reader.tokens[index].text in _JOINTS
        is_glued = index < size and not is_joined and reader.tokens[index].glued
        if time is None or is_glued:
            return []
        times.append(time)
        index += is_joined
    return times


def is_to_come(text: str, *, beside_words: bool = False) -> bool:
    """Whether *text* is a time, or several, after today, each with an end.

    It is nothing else, unless they may stand *beside_words*.
    """
    text = unicodedata.normalize("NFC", text).strip()
    try:
        times = [*find_times(text)] if beside_words else _times(text)
    except DateError:  # a day that no calendar has
        return False
    return bool(times) and all(
        time.first and time.first > current_date() and time.last for time in times
    )


def find_times(
    text: str, today: dt.date | None = None, *, any_year: bool = False
) -> Iterator[TimeMention]:
    """The times that stand in running *text*; raises `ImpossibleDate` for a day that never was.

    Four digits are a year only in our age, unless *any_year* may be meant.
    """
    reader = TimeReader(text, today, is_running_text=not any_year)
    index = 0
    while index < len(reader.tokens):
        time, after = reader.time(index) if _begins(reader.tokens, index) else (None, index)
        if time and _ends(reader.tokens, after):
            yield time
            index = after
        else:
            index += 1


def without_times(text: str) -> str:
    """What is left of *text* without its times."""
    for time in reversed(list(find_times(text))):
        text = text[: time.start] + text[time.end :]
    return text.strip(" ,")


def lacks_year(text: str) -> bool:
    """Whether *text* would be a time with a year behind it: may, tháng 10."""
    with_year = f"{text} 2000"
    return [(time.start, time.end) for time in find_times(with_year)] == [(0, len(with_year))]


def split_day(text: str) -> tuple[tuple[int, int] | None, list[str]]:
    """The month and day of a day of any year that *text* says (31/1, 31 Jan), and its other words.

    Raises `ImpossibleDate` for a day that no year has.
    """
    text = unicodedata.normalize("NFC", text)
    reader = TimeReader(text, None)
    for index in range(len(reader.tokens)):
        after_prefixes = skip_prefixes(reader.tokens, index)
        point = _day_of_year(reader.tokens, after_prefixes)
        if point and _begins(reader.tokens, index) and _ends(reader.tokens, point[1]):
            month, day = point[0].month, point[0].day
            edtf.bounds(2000, month, day, text=reader.words(index, point[1]))
            start, end = reader.tokens[index].start, reader.tokens[point[1] - 1].end
            return (month, day), (text[:start] + text[end:]).split()
    return None, text.split()


def _day_of_year(tokens: Tokens, index: int) -> PointEnd | None:
    """A day of any year: 31/1, 31 Jan, January 31, 31 tháng 1, or 01-31 (month first)."""
    digits = digits_at(tokens, index, glued=False), digits_at(tokens, index + 2)
    if is_text(tokens, index + 1, "-") and digits == (2, 2):
        return Point(0, part_at(tokens, index), part_at(tokens, index + 2)), index + 3
    reading = without_year(tokens, index)
    return reading if reading and reading[0].month and reading[0].day else None


def since_last_year(today: dt.date | None = None) -> TimeMention:
    """What is now in a record that ends before *today*: this year and the last."""
    first = dt.date((today or current_date()).year - 1, 1, 1)
    return TimeMention(0, 0, first, None, is_bound=True)


def coming_year(today: dt.date | None = None) -> TimeMention:
    """The twelve months from *today* on, in which what is to come falls."""
    first = today or current_date()
    return TimeMention(0, 0, first, first + dt.timedelta(days=364), is_bound=False)


def combine(times: Iterable[TimeMention], bounds: Sequence[TimeWindow] = ()) -> list[TimeWindow]:
    """The windows that *times* amount to: any of those named, cut with those said as bounds.

    Raises `DateError` where nothing is left.
    """
    times = list(times)
    named = {(time.first, time.last): time.window for time in times if not time.is_bound}
    windows = list(named.values())  # sang năm 2027 is one year
    return cut(windows, [*(time.window for time in times if time.is_bound), *bounds])


def cut(windows: Sequence[TimeWindow], bounds: Iterable[TimeWindow]) -> list[TimeWindow]:
    """Those of *windows* that meet every one of *bounds*, cut down to it."""
    result = list(windows)
    for bound in bounds:
        result = common_windows(result, [bound]) if result else [bound]
    return result


def _unreadable(text: str) -> DateError:
    """The error for a *text* that is no time, with what was meant if that can be guessed."""
    meant = edtf.suggestion(text)
    if meant is None:
        return DateError("unreadable_time", text=text)
    return DateError(
        "misspelt_time", text=text, meant=meant.replace("/..", "..").replace("/", "..")
    )


def _begins(tokens: Tokens, index: int) -> bool:
    """Whether a word, not the middle of one, begins at *index*."""
    return not tokens[index].glued or tokens[index - 1].text in tuple("([,;\"“‘'")


def _ends(tokens: Tokens, index: int) -> bool:
    """Whether a word ends before *index*."""
    if index >= len(tokens) or not tokens[index].glued:
        return True
    if tokens[index].text not in (",", ".", ";", ":", "?", "!", ")", "]", '"', "”"):
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return following is None or not (following.glued and following.digits)
