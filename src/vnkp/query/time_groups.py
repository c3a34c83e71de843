"""A question cut into years or decades."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from vnkp.errors import UsageError
from vnkp.model.edtf import EdtfDate
from vnkp.model.facts import Fact
from vnkp.model.time_window import TimeWindow
from vnkp.query.filters import Query

_MAX_WEIGHED = 130_000  # facts, times the periods that they may be in


def split_query(
    query: Query, facts: Iterable[Fact], step: Literal[1, 10]
) -> Iterator[tuple[str, Query]]:
    """Each year or decade (*step* 10) of *facts*, and *query* cut down to it.

    Those that no fact or that the window of *query* does not touch are passed over.
    """
    for year in _touched_years([fact.date for fact in facts], step):
        name = f"{year}s" if step == 10 else f"{year}"
        if period := cut_query(query, name, year, step):
            yield name, period


def cut_query(query: Query, name: str, year: int, step: int) -> Query | None:
    """*query* cut down to the *step* years from *year* on, called *name*; None if they miss it."""
    first, last = dt.date(max(year, 1), 1, 1), dt.date(year + step - 1, 12, 31)
    period = TimeWindow(name, first, last)
    windows = [
        msgspec.structs.replace(window.meet(period), text=name)
        for window in query.windows or (period,)
        if window.meets(period)
    ]
    return msgspec.structs.replace(query, window=windows) if windows else None


def _touched_years(dates: Sequence[EdtfDate], step: int) -> Iterator[int]:
    """The first year of each period of *step* years in which one of *dates* may be, in order.

    What goes on to the present goes on to the last year that is known.
    """
    changes: Counter[int] = Counter()  # how many more dates may be in a period than before it
    end = max((date.latest or date.earliest for date in dates), default=dt.date.min).year
    for date in dates:
        changes[date.earliest.year // step * step] += 1
        changes[(date.latest.year if date.latest else end) // step * step + step] -= 1
    number = 0
    for year in range(min(changes, default=0), max(changes, default=0), step):
        number += changes[year]
        if number:
            yield year


def refuse_endless(facts: Sequence[Fact], names: Sequence[str], by: str) -> None:
    """Raise `UsageError` if weighing *facts* in each year or decade called so takes long."""
    years, step = [int(name.removesuffix("s")) for name in names], 10 if by == "decade" else 1
    touched = sum(
        bisect_right(years, (fact.date.latest or dt.date.max).year)
        - bisect_left(years, fact.date.earliest.year // step * step)
        for fact in facts
    )
    # A fact outside the period takes a sixth of the time.
    if touched + len(years) * len(facts) / 6 > _MAX_WEIGHED:
        raise UsageError("too_much_to_weigh", by=by, facts=len(facts), periods=len(years))
