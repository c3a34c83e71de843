"""Dates with the words around them: the last five years, the early 1970s, the 20th century."""

from __future__ import annotations

import datetime as dt

from vnkp.model.edtf import month_length
from vnkp.query.time_reading import time_points
from vnkp.query.time_reading.time_points import Point, PointEnd, Tokens, month, year_after
from vnkp.query.time_reading.time_words import (
    Token,
    digits_at,
    is_glued,
    is_text,
    kind_at,
    number_at,
)

_UNITS = {"month": 1, "this_month": 1, "year": 12, "year_before": 12, "decade": 120}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "xix": 19, "xx": 20, "xxi": 21}


def single(tokens: Tokens, index: int, today: dt.date) -> PointEnd | None:
    """The date at *index*, with the words before it and the marks after it."""
    index = time_points.skip_prefixes(tokens, index)
    if index >= len(tokens):
        return None
    token = tokens[index]
    if token.digits:
        reading = (
            _first_months(tokens, index)
            or _past(tokens, index, today)
            or _century(tokens, index)
            or time_points.in_figures(tokens, index)
            or time_points.in_words(tokens, index)
        )
    elif token.kind in ("past", "coming", "number"):
        reading = (
            _month_beside(tokens, index, today)
            or _first_months(tokens, index)
            or _past(tokens, index, today)
        )
    elif token.kind == "century":
        reading = _century(tokens, index)
    elif token.kind == "quarter":
        reading = _quarter(tokens, index)
    elif token.kind == "part" or (token.kind == "between" and token.value):
        whole = single(tokens, index + 1 + is_text(tokens, index + 1, "-"), today)
        reading = whole and _part(whole, token.value)
    elif token.kind == "year_before":
        reading = Point(today.year - 1), index + 1
    elif token.kind.startswith("this_"):
        reading = _relative(token, today), index + 1
    elif token.kind == "decade_name":
        reading = Point(token.value, length=120), index + 1
    elif token.text in ("'", "’"):
        reading = time_points.decade(tokens, index + 1)
    else:
        reading = time_points.in_words(tokens, index)
    return reading and (reading[0], _skip_marks(tokens, reading[1]))


def _skip_marks(tokens: Tokens, index: int) -> int:
    """The index after ``~ ? %`` and "(uncertain)"."""
    while is_glued(tokens, index, "~", "?", "%"):
        index += 1
    if is_text(tokens, index, "(") and kind_at(tokens, index + 1) == "uncertain":
        return index + 2 + is_text(tokens, index + 2, ")")
    return index


def _relative(token: Token, today: dt.date) -> Point:
    """This, last or next day, week (from Monday on), month, year, decade or century."""
    if token.kind in ("this_day", "this_week"):
        days = 7 if token.kind == "this_week" else 1
        first = today + dt.timedelta(token.value * days - today.weekday() * (days == 7))
        return Point(first.year, first.month, first.day, days=days)
    if token.kind == "this_century":
        return Point((today.year - 1) // 100 * 100 + token.value * 100 + 1, length=1200)
    if token.kind == "this_decade":
        return Point(today.year // 10 * 10 + token.value * 10, length=120)
    return _month(today.year * 12 + today.month - 1 + token.value)


def _month(index: int, length: int = 0) -> Point:
    """The month with an *index* from January of the year 0 on, or *length* months from it."""
    return Point(index // 12, index % 12 + 1, length=length)


def _small_number(tokens: Tokens, index: int) -> int:
    """The small number in figures, Roman ones or words at *index*; 0 if there is none."""
    if index >= len(tokens):
        return 0
    token = tokens[index]
    if token.digits in (1, 2):
        return number_at(tokens, index)
    return token.value if token.kind == "number" else _ROMAN.get(token.text, 0)


def _month_beside(tokens: Tokens, index: int, today: dt.date) -> PointEnd | None:
    """Last July, next July: the one before or after the month of today."""
    step = {"past": -1, "coming": 1}.get(tokens[index].kind)
    named = month(tokens, index + 1)
    if not step or not named:
        return None
    is_this_year = (named[0] - today.month) * step > 0
    return Point(today.year + (0 if is_this_year else step), named[0]), named[1]


def _past(tokens: Tokens, index: int, today: dt.date) -> PointEnd | None:
    """The last five years, 6 tháng qua, of which this is the last; two years ago, 5 năm trước."""
    is_said_before = tokens[index].kind == "past"
    index += is_said_before
    number, unit, after = _small_number(tokens, index), kind_at(tokens, index + 1), index + 2
    is_ago = unit == "year_before" or (unit == "this_month" and tokens[index + 1].value == -1)
    if not is_said_before and not is_ago:
        is_ago = kind_at(tokens, after) == "ago"
        after += is_ago or kind_at(tokens, after) == "recent"
    months = number * _UNITS.get(unit, 0)
    if not months or (after == index + 2 and not is_said_before and not is_ago):
        return None
    step = 1 if _UNITS[unit] == 1 else 12
    if is_ago and is_text(tokens, after, "today"):
        return _months_before(today, months), after + 1
    start = today.year * 12 + (today.month - 1 if step == 1 else 0) - months
    return _month(start, step if is_ago else months + step), after


def _months_before(day: dt.date, months: int) -> Point:
    """The same day *months* ago, or the last one of that month."""
    point = _month(day.year * 12 + day.month - 1 - months)
    last_day = month_length(point.year, point.month)
    return Point(point.year, point.month, min(day.day, last_day))


def _century(tokens: Tokens, index: int) -> PointEnd | None:
    """The 20th century, thế kỷ 20, thế kỷ XX: from 1901 to 2000."""
    is_said_before = kind_at(tokens, index) == "century"
    number, after = _small_number(tokens, index + is_said_before), index + 2
    after += not is_said_before and kind_at(tokens, index + 1) == "ordinal"
    if not number or not (is_said_before or kind_at(tokens, after - 1) == "century"):
        return None
    return Point(number * 100 - 99, length=1200), after


def _quarter(tokens: Tokens, index: int) -> PointEnd | None:
    """Q1 2019, quý I/2019."""
    number, year = _small_number(tokens, index + 1), year_after(tokens, index + 2)
    if not 1 <= number <= 4 or year < 0:
        return None
    return Point(number_at(tokens, year), number * 3 - 2, length=3), year + 1


def _part(whole: tuple[Point, int], part: int) -> PointEnd | None:
    """The early, middle or late part, or a half, of a year or decade; a month stays whole.

    The early 1970s, the first of their thirds, end with 1973.
    """
    point, after = whole
    months = point.length or (0 if point.month else 12)
    if months < 3:
        return whole
    unit = 1 if months <= 12 else 12
    number, parts = divmod(part, 10)
    start, end = (-(-(months // unit) * cut // parts) * unit for cut in (number - 1, number))
    first = point.year * 12 + max(point.month - 1, 0) + start
    return _month(first, end - start), after


def _first_months(tokens: Tokens, index: int) -> PointEnd | None:
    """9 tháng đầu năm 2018: its first nine months."""
    months = _small_number(tokens, index)
    if kind_at(tokens, index + 1) != "first_months" or not 1 <= months <= 12:
        return None
    if digits_at(tokens, index + 2, glued=False) != 4:
        return None
    return Point(number_at(tokens, index + 2), 1, length=months), index + 3
