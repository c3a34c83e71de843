"""A question cut into years or decades."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from vnkp.model.facts import Fact
from vnkp.model.time_window import TimeWindow
from vnkp.query.filters import Query


def split_query(
    query: Query, facts: Iterable[Fact], step: Literal[1, 10]
) -> Iterator[tuple[str, Query]]:
    """Each year or decade (*step* 10) of *facts*, and *query* cut down to it.

    Those that the window of *query* does not touch are passed over.
    """
    days = [day for fact in facts for day in (fact.date.earliest, fact.date.latest) if day]
    if not days:
        return
    for year in range(min(days).year // step * step, max(days).year + 1, step):
        name = f"{year}s" if step == 10 else f"{year}"
        first, last = dt.date(max(year, 1), 1, 1), dt.date(year + step - 1, 12, 31)
        windows = [
            common
            for window in query.windows or (TimeWindow(name),)
            if (common := _intersection(window, name, first, last))
        ]
        if windows:
            yield name, msgspec.structs.replace(query, window=windows)


def _intersection(
    window: TimeWindow, name: str, first: dt.date, last: dt.date
) -> TimeWindow | None:
    """The part of *window* from *first* to *last*, if there is any."""
    since, until = max(first, window.first or dt.date.min), min(last, window.last or dt.date.max)
    return TimeWindow(name, since, until) if since <= until else None
