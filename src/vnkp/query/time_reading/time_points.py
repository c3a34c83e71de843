"""Single dates in figures and words as people write them, whole or without their year.

Each reader takes the tokens of a text and an index, and returns the date that stands there and
the index after it, or None.

Nov 27, 1958               Point(1958, 11, 27)
tháng 6/1961               Point(1961, 6)
1960s                      Point(1960, length=120)
8 of 8–12 Jul 1957         Point(0, 0, 8)
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from vnkp.model.edtf import SEASONS
from vnkp.query.time_reading.time_words import (
    Token,
    digits_at,
    glued_text,
    is_glued,
    is_text,
    kind_at,
    number_at,
)

DASHES = ("-", "–", "—", "‑", "‐", "−")
# How dates stand in figures: y has four digits, M two, m and d one or two.
_FORMS = (
    *("y년m월d일", "y년m월", "y년", "y年m月d日", "y年m月", "y年"),
    *("y-m-d", "y/m/d", "y.M.d", "d-m-y", "d/m/y", "d.m.y"),
    *("y-m", "y/m", "y.M", "m-y", "m/y", "m.y", "y"),
)
_DIGITS = {"y": (4,), "M": (2,), "m": (1, 2), "d": (1, 2)}
_PARTS = {"y": "year", "M": "month", "m": "month", "d": "day"}
_PREFIXES = ("in", "about", "day", "year")
_MAX_PREFIXES = 4


class Point(msgspec.Struct, frozen=True):
    """A date; what is not known is 0. *length*: its months where there are several; so *days*."""

    year: int
    month: int = 0
    day: int = 0
    length: int = 0
    days: int = 0


Tokens = Sequence[Token]
# A date and the index after it.
PointEnd = tuple[Point, int]


def skip_prefixes(tokens: Tokens, index: int) -> int:
    """The index after words like "in", "about", "ngày", "năm" that may stand before a date."""
    end = index + _MAX_PREFIXES
    while index < min(len(tokens), end) and tokens[index].kind in _PREFIXES:
        index += 1
        # c. 1958
        if tokens[index - 1].kind == "about" and is_glued(tokens, index, "."):
            index += 1
    return index


def in_figures(tokens: Tokens, index: int) -> PointEnd | None:
    """1961, 1960s, 196X, 60s, 1961-06-12, 1961-06, 27/11/1958, 6/1961, 1958년 11월 28일."""
    if reading := decade(tokens, index):
        return reading
    if tokens[index].digits == 3 and is_glued(tokens, index + 1, "x"):
        return Point(number_at(tokens, index) * 10, length=120), index + 2
    for form in _FORMS:
        parts = _parts_in_form(tokens, index, form)
        point = _date(form, **parts) if parts else None
        if point:
            return point, index + len(form)
    return None


def _parts_in_form(tokens: Tokens, index: int, form: str) -> dict[str, int]:
    """The parts of the date that stands at *index* in *form*; none if none does."""
    parts = {}
    is_spaced = form[1:2] in ("년", "年")  # 1958년 11월
    for position, sign in enumerate(form, index):
        if not is_spaced and position > index and not glued_text(tokens, position):
            return {}
        if sign in _DIGITS and digits_at(tokens, position, glued=False) in _DIGITS[sign]:
            parts[_PARTS[sign]] = number_at(tokens, position)
        elif not is_text(tokens, position, sign):
            return {}
    return parts


def _date(form: str, year: int, month: int = -1, day: int = -1) -> Point | None:
    """The date of these parts in *form*, which lacks those of -1; None for what is no date."""
    # 2020-24 is a span of years, 1965-22 the season of EDTF.
    if form == "y-m" and month in SEASONS and month <= year % 100:
        return Point(year, SEASONS[month], length=3)
    # 16.1950 is no date; 13/1961 and 2020-13 are such as cannot be.
    is_refused = form == "m/y" or (form == "y-m" and month <= year % 100)
    is_without_day = len(form) == 3
    if is_without_day and not 1 <= month <= 12 and not is_refused:
        return None
    # What is lacking is unknown, and so 0; 0 itself becomes 99, which no calendar has.
    codes = {-1: 0, 0: 99}
    return Point(year, codes.get(month, month), codes.get(day, day))


def part_at(tokens: Tokens, index: int) -> int:
    """The day or month at *index*; for 0, which would be unknown, 99, which no calendar has."""
    return number_at(tokens, index) or 99


def decade(tokens: Tokens, index: int) -> PointEnd | None:
    """60s, 1960s, 1960's."""
    year, after = _decade_year(tokens, index), index + 1
    after += is_text(tokens, after, "'", "’")
    return (
        (Point(year, length=120), after + 1) if year >= 0 and is_glued(tokens, after, "s") else None
    )


def _decade_year(tokens: Tokens, index: int) -> int:
    """The first year of the decade at *index* (1960, 60); -1 if there is none.

    Of two digits: of this century up to 20, of the last from 30 on.
    """
    digits = digits_at(tokens, index, glued=False)
    if digits not in (2, 4) or number_at(tokens, index) % 10:
        return -1
    year = number_at(tokens, index)
    return year if digits == 4 else year + (1900 if year > 20 else 2000)


def year_after(tokens: Tokens, index: int) -> int:
    """The index of the year that stands at *index* or after one small sign or word; -1 if none."""
    joint = is_text(tokens, index, ",", "/", ".") or kind_at(tokens, index) in ("in", "year")
    joint = joint or is_glued(tokens, index, "-")
    index += joint
    return index if digits_at(tokens, index, glued=False) == 4 else -1


def month(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The month in words at *index* (June, tháng 6) and the index after it."""
    if kind_at(tokens, index) == "month_name":
        after = index + 1
        return tokens[index].value, after + is_glued(tokens, after, ".")
    if kind_at(tokens, index) == "month" and 1 <= digits_at(tokens, index + 1, glued=False) <= 2:
        return part_at(tokens, index + 1), index + 2
    return None


def day_number(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The day of a month at *index* (27, 27th, 27th of) and the index after it."""
    if not 1 <= digits_at(tokens, index, glued=False) <= 2:
        return None
    after = index + 1
    if kind_at(tokens, after) == "ordinal" and tokens[after].glued:
        after += 1
    return part_at(tokens, index), after + (is_text(tokens, after, "of"))


def in_month(tokens: Tokens, index: int) -> PointEnd | None:
    """A month in words, with the day beside it if there is one: Nov, 27 Nov, 27-Nov, Nov 27."""
    day = day_number(tokens, index)
    named = month(tokens, day[1] + is_glued(tokens, day[1], "-") if day else index)
    if not named:
        return None
    number, after = named
    if kind_at(tokens, index) == "month_name" and (day := day_number(tokens, after)):
        after = day[1]
    return Point(0, number, day[0] if day else 0), after


def in_words(tokens: Tokens, index: int) -> PointEnd | None:
    """27 Nov 1958, Nov 27, 1958, tháng 6/1961, autumn 1965, thập niên 60."""
    token = tokens[index]
    if token.kind == "decade":
        year = _decade_year(tokens, index + 1)
        after = index + 2 + is_glued(tokens, index + 2, "s")
        return (Point(year, length=120), after) if year >= 0 else None
    season = Point(0, token.value * 3, length=3), index + 1
    partial = season if token.kind == "season" else in_month(tokens, index)
    year_index = year_after(tokens, partial[1]) if partial else -1
    if not partial or year_index < 0:
        return None
    year = number_at(tokens, year_index)
    return msgspec.structs.replace(partial[0], year=year), year_index + 1


def without_year(tokens: Tokens, index: int) -> PointEnd | None:
    """A date that lacks its year: 8, 27/11, 27 Nov, Nov, tháng 5. A bare number is its *day*."""
    day, reading = day_number(tokens, index), in_month(tokens, index)
    if reading or not day:
        return reading
    number, after = day
    if is_text(tokens, after, "/", ".") and 1 <= digits_at(tokens, after + 1) <= 2:
        return Point(0, part_at(tokens, after + 1), number), after + 2
    return Point(0, 0, number), after


def day_of_month(tokens: Tokens, index: int, start: Point) -> PointEnd | None:
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


def rest_of_span(tokens: Tokens, index: int, start: Point) -> PointEnd | None:
    """The end of a span that lacks what its *start* has: 1958–61, 2012-08-05..07, 2012-08..10."""
    if not 1 <= digits_at(tokens, index, glued=False) <= 2 or start.length:
        return None
    number, after = number_at(tokens, index), index + 1
    if start.day:
        if is_text(tokens, after, "/") and 1 <= digits_at(tokens, after + 1) <= 2:
            return Point(start.year, part_at(tokens, after + 1), part_at(tokens, index)), after + 2
        return Point(start.year, start.month, part_at(tokens, index)), after
    if start.month:
        return Point(start.year, part_at(tokens, index)), after
    if digits_at(tokens, index) != 2:
        return None
    century = start.year // 100 * 100
    return Point(century + number + (100 if number <= start.year % 100 else 0)), after
