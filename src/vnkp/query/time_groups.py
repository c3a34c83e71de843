"""A question cut into years or decades."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from vnkp.errors import UsageError
from vnkp.model.edtf import EdtfDate
from vnkp.model.facts import Fact
from vnkp.model.time_window import TimeWindow
from vnkp.query.filters import Query

_MAX_WEIGHED = 130_000  # facts, times the periods that they may be in


def split_query(
    query: Query, facts: Sequence[Fact], step: Literal[1, 10]
) -> list[tuple[str, Query]]:
    """Each year or decade (*step* 10) of *facts*, and *query* cut down to it.

    Those that no fact or that the window of *query* does not touch are passed over. Raises
    `UsageError` if weighing *facts* in each of them takes long.
    """
    periods = {
        year: period
        for year in _touched_years([fact.date for fact in facts], step)
        if (period := cut_query(query, year, step))
    }
    years = list(periods)
    touched = sum(
        bisect_right(years, fact.date.last_day.year)
        - bisect_left(years, fact.date.earliest.year // step * step)
        for fact in facts
    )
    # A fact outside the period takes a sixth of the time.
    if touched + len(years) * len(facts) / 6 > _MAX_WEIGHED:
        by = "decade" if step == 10 else "year"
        raise UsageError("too_much_to_weigh", by=by, facts=len(facts), periods=len(years))
    return list(periods.values())


def cut_query(query: Query, year: int, step: int) -> tuple[str, Query] | None:
    """The name of the *step* years from *year* on, and *query* cut down to them.

    None if they do not meet the time of *query*.
    """
    name = f"{year:04}s" if step == 10 else f"{year:04}"
    period = TimeWindow(name, dt.date(max(year, 1), 1, 1), dt.date(year + step - 1, 12, 31))
    windows = [
        msgspec.structs.replace(window.meet(period), text=name)
        for window in query.windows or (period,)
        if window.meets(period)
    ]
    return (name, msgspec.structs.replace(query, window=windows)) if windows else None


def _touched_years(dates: Sequence[EdtfDate], step: int) -> Iterator[int]:
    """The first year of each period of *step* years in which one of *dates* may be, in order.

    What goes on to the present goes on to the last year that is known. Of 1960/1962 and 1962
    by year, in which so many dates more or less may be than in the year before:

        1960: +1    1962: +1    1963: −2    so that none is in 1963
    """
    changes: Counter[int] = Counter()
    end = max((date.last_known_day.year for date in dates), default=1)
    for date in dates:
        changes[date.earliest.year // step * step] += 1
        changes[(date.latest.year if date.latest else end) // step * step + step] -= 1
    number = 0
    for year in range(min(changes, default=0), max(changes, default=0), step):
        number += changes[year]
        if number:
            yield year
