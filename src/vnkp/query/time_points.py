"""Single dates in figures and words as people write them, found in the pieces of a line.

Each reader takes the pieces and an index, and answers with what stands there and the index
after it, or None.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from vnkp.model.edtf import SEASONS
from vnkp.query.time_words import Token, digits_at, is_glued, is_text, kind_at, number_at

DASHES = ("-", "–", "—", "‑", "‐", "−")
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
Reading = tuple[Point, int] | None


def skip_prefixes(tokens: Tokens, index: int) -> int:
    """The index after words like "in", "about", "ngày", "năm" that may stand before a date."""
    end = index + _MAX_PREFIXES
    while index < min(len(tokens), end) and tokens[index].kind in _PREFIXES:
        index += 1
        # c. 1958
        if tokens[index - 1].kind == "about" and is_glued(tokens, index, "."):
            index += 1
    return index


def in_figures(tokens: Tokens, index: int) -> Reading:
    """1961, 1960s, 196X, 60s, 1961-06-12, 1961-06, 27/11/1958, 6/1961."""
    digits = tokens[index].digits
    if digits == 4:
        return _from_year(tokens, index)
    if digits == 3 and is_glued(tokens, index + 1, "x"):
        return Point(number_at(tokens, index) * 10, length=120), index + 2
    if digits > 2:
        return None
    sign = tokens[index + 1].text if index + 1 < len(tokens) and tokens[index + 1].glued else ""
    if sign not in ("/", ".", "-"):
        return short_decade(tokens, index)
    if digits_at(tokens, index + 2) == 4:
        month = number_at(tokens, index)
        # 16.1950 is no date; 13/1961 is one that cannot be.
        if sign == "/" or 1 <= month <= 12:
            return Point(number_at(tokens, index + 2), month or 99), index + 3
    is_day = 1 <= digits_at(tokens, index + 2) <= 2 and is_glued(tokens, index + 3, sign)
    if is_day and digits_at(tokens, index + 4) == 4:
        return _point(tokens, index + 4, index + 2, index), index + 5
    return None


def _point(tokens: Tokens, year: int, month: int, day: int) -> Point:
    """The day whose parts stand at these indexes; 99 for a part that is 0, to be refused."""
    return Point(
        number_at(tokens, year), number_at(tokens, month) or 99, number_at(tokens, day) or 99
    )


def _from_year(tokens: Tokens, index: int) -> Reading:
    """What begins with a year of four digits."""
    year = number_at(tokens, index)
    if is_text(tokens, index + 1, "년", "年"):
        return _in_characters(tokens, index)
    if year % 10 == 0:
        after = index + 1 + is_text(tokens, index + 1, "'", "’")
        if is_glued(tokens, after, "s"):
            return Point(year, length=120), after + 1
    sign = tokens[index + 1].text if index + 1 < len(tokens) and tokens[index + 1].glued else ""
    if sign in ("-", "/", ".") and (2 if sign == "." else 1) <= digits_at(tokens, index + 2) <= 2:
        if is_glued(tokens, index + 3, sign) and 1 <= digits_at(tokens, index + 4) <= 2:
            return _point(tokens, index, index + 2, index + 4), index + 5
        month = number_at(tokens, index + 2)
        # 2020-24 is a span of years, 1965-22 the season of EDTF.
        if sign == "-" and month in SEASONS and month <= year % 100:
            return Point(year, SEASONS[month], length=3), index + 3
        if 1 <= month <= 12 or (sign == "-" and month <= year % 100):
            return Point(year, month or 99), index + 3
    return Point(year), index + 1


def _in_characters(tokens: Tokens, index: int) -> Reading:
    """1958년 11월 28일, 1958年11月."""
    parts, after = [number_at(tokens, index)], index + 2
    for marks in (("월", "月"), ("일", "日")):
        is_number = digits_at(tokens, after, glued=False) in (1, 2)
        if not is_number or not is_text(tokens, after + 1, *marks):
            break
        parts.append(number_at(tokens, after) or 99)
        after += 2
    return Point(*parts), after


def short_decade(tokens: Tokens, index: int) -> Reading:
    """60s: of this century up to 20s, of the last from 30s on."""
    if digits_at(tokens, index, glued=False) != 2 or number_at(tokens, index) % 10:
        return None
    after = index + 1 + is_text(tokens, index + 1, "'", "’")
    if not is_glued(tokens, after, "s"):
        return None
    return Point(_full_year(number_at(tokens, index)), length=120), after + 1


def _full_year(decade: int) -> int:
    return decade + (1900 if decade > 20 else 2000)


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
        return number_at(tokens, index + 1) or 99, index + 2
    return None


def day_number(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The day of a month at *index* (27, 27th, 27th of) and the index after it."""
    if not 1 <= digits_at(tokens, index, glued=False) <= 2:
        return None
    after = index + 1
    if kind_at(tokens, after) == "ordinal" and tokens[after].glued:
        after += 1
    return number_at(tokens, index) or 99, after + (is_text(tokens, after, "of"))


def day_and_month(tokens: Tokens, index: int) -> Reading:
    """27 Nov 1958, 27 tháng 11 năm 1958."""
    day = day_number(tokens, index)
    if not day:
        return None
    joint = day[1] + is_glued(tokens, day[1], "-")
    named = month(tokens, joint)
    year = year_after(tokens, named[1]) if named else -1
    if not named or year < 0:
        return None
    return Point(number_at(tokens, year), named[0], day[0]), year + 1


def in_words(tokens: Tokens, index: int) -> Reading:
    """June 1961, Nov 27, 1958, tháng 6/1961, autumn 1965, thập niên 60."""
    kind = tokens[index].kind
    if kind == "decade":
        digits = digits_at(tokens, index + 1, glued=False)
        decade = number_at(tokens, index + 1) if digits in (2, 4) else 1
        if decade % 10:
            return None
        after = index + 2 + is_glued(tokens, index + 2, "s")
        return Point(decade if digits == 4 else _full_year(decade), length=120), after
    if kind == "season":
        year = year_after(tokens, index + 1)
        start = tokens[index].value * 3
        return (Point(number_at(tokens, year), start, length=3), year + 1) if year >= 0 else None
    named = month(tokens, index)
    if not named:
        return None
    year = year_after(tokens, named[1])
    if year >= 0:
        return Point(number_at(tokens, year), named[0]), year + 1
    day = day_number(tokens, named[1]) if kind == "month_name" else None
    year = year_after(tokens, day[1]) if day else -1
    if not day or year < 0:
        return None
    return Point(number_at(tokens, year), named[0], day[0]), year + 1


def skip_marks(tokens: Tokens, index: int) -> int:
    """The index after ``~ ? %`` and "(uncertain)"."""
    while is_glued(tokens, index, "~", "?", "%"):
        index += 1
    if is_text(tokens, index, "(") and kind_at(tokens, index + 1) == "uncertain":
        return index + 2 + is_text(tokens, index + 2, ")")
    return index
