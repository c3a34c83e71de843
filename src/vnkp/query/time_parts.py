"""Dates that lack a part which another date or the reader has: 8 of 8–12 Jul 1957, 31 Jan."""

from __future__ import annotations

from vnkp.query.time_points import Point, Reading, Tokens, day_number, month
from vnkp.query.time_words import digits_at, is_text, number_at


def partial(tokens: Tokens, index: int) -> Reading:
    """A date that lacks its year: 8, 27/11, 27 Nov, Nov, tháng 5. A bare number is its *day*."""
    named = month(tokens, index)
    if named:
        return Point(0, named[0]), named[1]
    day = day_number(tokens, index)
    if not day:
        return None
    joint = day[1]
    if is_text(tokens, joint, "/", ".") and 1 <= digits_at(tokens, joint + 1) <= 2:
        return Point(0, number_at(tokens, joint + 1) or 99, day[0]), joint + 2
    named = month(tokens, joint)
    return (Point(0, named[0], day[0]), named[1]) if named else (Point(0, 0, day[0]), joint)


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
        return (reading[0]._replace(day=day[0]), day[1]) if day else None
    return reading if reading and reading[0].month else None
