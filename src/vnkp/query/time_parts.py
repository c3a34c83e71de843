"""Single dates with the words around them, and dates that lack a part which another has.

The last five years, the early 1970s, the 20th century; 8 of 8–12 Jul 1957, 31 Jan.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from vnkp.model import edtf
from vnkp.query import time_points
from vnkp.query.time_points import Point, Reading, Tokens, day_number, month, year_after
from vnkp.query.time_words import Token, digits_at, is_text, kind_at, number_at

_UNITS = {"month": 1, "this_month": 1, "year": 12, "year_before": 12, "decade": 120}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "xix": 19, "xx": 20, "xxi": 21}


def single(tokens: Tokens, index: int, today: dt.date) -> Reading:
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
            or time_points.day_and_month(tokens, index)
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
        reading = time_points.short_decade(tokens, index + 1)
    else:
        reading = time_points.in_words(tokens, index)
    return reading and (reading[0], time_points.skip_marks(tokens, reading[1]))


def _relative(token: Token, today: dt.date) -> Point:
    """This, last or next day, week (from Monday on), month, year or decade."""
    if token.kind in ("this_day", "this_week"):
        days = 7 if token.kind == "this_week" else 1
        first = today + dt.timedelta(token.value * days - today.weekday() * (days == 7))
        return Point(first.year, first.month, first.day, days=days)
    if token.kind == "this_decade":
        return Point(today.year // 10 * 10 + token.value * 10, length=120)
    months = today.year * 12 + today.month - 1 + token.value
    return Point(months // 12, months % 12 + 1)


def _small_number(tokens: Tokens, index: int) -> int:
    """The small number in figures, Roman ones or words at *index*; 0 if there is none."""
    if index >= len(tokens):
        return 0
    token = tokens[index]
    if token.digits in (1, 2):
        return number_at(tokens, index)
    return token.value if token.kind == "number" else _ROMAN.get(token.text, 0)


def _month_beside(tokens: Tokens, index: int, today: dt.date) -> Reading:
    """Last July, next July: the one before or after the month of today."""
    step = {"past": -1, "coming": 1}.get(tokens[index].kind)
    named = month(tokens, index + 1)
    if not step or not named:
        return None
    is_this_year = (named[0] - today.month) * step > 0
    return Point(today.year + (0 if is_this_year else step), named[0]), named[1]


def _past(tokens: Tokens, index: int, today: dt.date) -> Reading:
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
    return Point(start // 12, start % 12 + 1, length=step if is_ago else months + step), after


def _months_before(day: dt.date, months: int) -> Point:
    """The same day *months* ago, or the last one of that month."""
    year, month_index = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = edtf.bounds(year, month_index + 1, text="")[1]
    return Point(year, month_index + 1, min(day.day, last.day))


def _century(tokens: Tokens, index: int) -> Reading:
    """The 20th century, thế kỷ 20, thế kỷ XX: from 1901 to 2000."""
    is_said_before = kind_at(tokens, index) == "century"
    number, after = _small_number(tokens, index + is_said_before), index + 2
    after += not is_said_before and kind_at(tokens, index + 1) == "ordinal"
    if not number or not (is_said_before or kind_at(tokens, after - 1) == "century"):
        return None
    return Point(number * 100 - 99, length=1200), after


def _quarter(tokens: Tokens, index: int) -> Reading:
    """Q1 2019, quý I/2019."""
    number, year = _small_number(tokens, index + 1), year_after(tokens, index + 2)
    if not 1 <= number <= 4 or year < 0:
        return None
    return Point(number_at(tokens, year), number * 3 - 2, length=3), year + 1


def _part(whole: tuple[Point, int], part: int) -> Reading:
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
    return Point(first // 12, first % 12 + 1, length=end - start), after


def _first_months(tokens: Tokens, index: int) -> Reading:
    """9 tháng đầu năm 2018: its first nine months."""
    months = _small_number(tokens, index)
    if kind_at(tokens, index + 1) != "first_months" or not 1 <= months <= 12:
        return None
    if digits_at(tokens, index + 2, glued=False) != 4:
        return None
    return Point(number_at(tokens, index + 2), 1, length=months), index + 3


def partial(tokens: Tokens, index: int) -> Reading:
    """A date that lacks its year: 8, 27/11, 27 Nov, Nov, tháng 5. A bare number is its *day*."""
    named = month(tokens, index)
    if named:
        day = day_number(tokens, named[1]) if kind_at(tokens, index) == "month_name" else None
        return (Point(0, named[0], day[0]), day[1]) if day else (Point(0, named[0]), named[1])
    day = day_number(tokens, index)
    if not day:
        return None
    joint = day[1]
    if is_text(tokens, joint, "/", ".") and 1 <= digits_at(tokens, joint + 1) <= 2:
        return Point(0, number_at(tokens, joint + 1) or 99, day[0]), joint + 2
    named = month(tokens, joint)
    return (Point(0, named[0], day[0]), named[1]) if named else (Point(0, 0, day[0]), joint)


def day_of_month(tokens: Tokens, index: int, start: Point) -> Reading:
    """The end of a span whose *start* has its month: 11, 2025 of October 9–11, 2025."""
    day = day_number(tokens, index) if start.day else None
    year = year_after(tokens, day[1]) if day else -1
    if not day or year < 0:
        return None
    return Point(number_at(tokens, year), start.month, day[0]), year + 1


def completed(part: Point, end: Point) -> Point | None:
    """*part* with what it lacks taken from *end*; None where the two do not go together.

    8 to 12/7/1957 is 8/7/1957, 5 to 6/1961 is 5/1961.
    """
    if end.length or not end.month:
        return None
    if part.month:
        return Point(end.year, part.month, part.day)
    return Point(end.year, end.month, part.day) if end.day else Point(end.year, part.day)


def rest_of_span(tokens: Tokens, index: int, start: Point) -> Reading:
    """The end of a span that lacks what its *start* has: 1958–61, 2012-08-05..07, 2012-08..10."""
    if not 1 <= digits_at(tokens, index, glued=False) <= 2 or start.length:
        return None
    number, after = number_at(tokens, index), index + 1
    if start.day:
        if is_text(tokens, after, "/") and 1 <= digits_at(tokens, after + 1) <= 2:
            return Point(start.year, number_at(tokens, after + 1) or 99, number or 99), after + 2
        return Point(start.year, start.month, number or 99), after
    if start.month:
        return Point(start.year, number or 99), after
    if digits_at(tokens, index) != 2:
        return None
    century = start.year // 100 * 100
    return Point(century + number + (100 if number <= start.year % 100 else 0)), after


def day_of_year(tokens: Tokens, index: int) -> Reading:
    """A day of any year: 31/1, 31 Jan, January 31, 31 tháng 1, or 01-31 (month first)."""
    is_month_first = is_text(tokens, index + 1, "-")
    if is_month_first and digits_at(tokens, index, glued=False) == 2 == digits_at(
        tokens, index + 2
    ):
        point = Point(0, number_at(tokens, index) or 99, number_at(tokens, index + 2) or 99)
        return point, index + 3
    reading = partial(tokens, index)
    if reading and reading[0].month and not reading[0].day:
        day = day_number(tokens, reading[1])
        return (msgspec.structs.replace(reading[0], day=day[0]), day[1]) if day else None
    return reading if reading and reading[0].month else None
