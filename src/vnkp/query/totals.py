"""Totals that do not lie: what aid adds up to, with its bounds, and which facts were counted (design: section 4).

Each part counts at its own date, and what is left of its whole somewhere inside the span of that. What lies inside the
window counts for sure; what only spans it, or may lie in it, counts as none to all of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from vnkp.errors import StoreError
from vnkp.model import edtf
from vnkp.model.enums import ExclusionReason, Kind, Qualifier
from vnkp.model.facts import Book, Number
from vnkp.model.time_window import Overlap, TimeWindow
from vnkp.query.filters import Query
from vnkp.query.part_whole import Key, PartWholeGraph, key
from vnkp.query.selection import select_any_time

By = Literal["item", "year", "decade", "giver"]


class Counted(msgspec.Struct, frozen=True):
    """A fact, what it adds to the low of a total, and what to its high: together they add up to both."""

    id: str
    low: Number
    high: Number


class LeftOut(msgspec.Struct, frozen=True):
    """A fact that a total does not hold, and why."""

    id: str
    why: ExclusionReason


class Total(msgspec.Struct, frozen=True):
    """What one giver gave of one item: at least *low*, at most *high*, and *pledged* beside it."""

    key: Key
    low: Number
    high: Number
    qualifier: Qualifier
    pledged: Number
    counted: tuple[Counted, ...]
    left_out: tuple[LeftOut, ...]
    group: str | None = None


def aid_totals(book: Book, query: Query, by: By | None = None) -> list[Total]:
    """The totals of the aid that *query* asks for, one for each giver, item, unit and terms.

    Its filters choose the facts, wholes and parts are weighed among those, and its window comes last. With *by* ``year`` or
    ``decade`` there is a total for each of them in which something was surely or possibly given. Raises `StoreError` when
    parts exceed their whole, since no total would be true.
    """
    if query.kinds and Kind.AID not in query.kinds:
        return []
    wanted = msgspec.structs.replace(query, kinds={Kind.AID}, parts=True)
    facts = [fact for fact in select_any_time(book, wanted) if fact.figure]
    graph = PartWholeGraph(
        sorted(facts, key=lambda fact: (edtf.order(fact.date), fact.id)), book.facts
    )
    over = list(graph.parts_exceed_whole())
    if over:
        raise StoreError("facts", over)
    if by in ("year", "decade"):
        made = [
            total
            for name, span in _spans(graph, wanted, by)
            for total in _Reckoning(graph, span).totals(name)
        ]
    else:
        made = _Reckoning(graph, wanted).totals(None)
        if by:
            made = [msgspec.structs.replace(total, group=_group(total.key, by)) for total in made]
    return sorted(made, key=lambda total: _rank(total, by))


def _group(key: Key, by: By) -> str:
    return key.of if by == "item" else key.from_ or ""


def _rank(total: Total, by: By | None) -> tuple[object, ...]:
    whose = (total.key.from_ or "", total.key.to or "")
    what = (total.key.of, total.key.unit, total.key.terms.value)
    return (total.group or "", *whose, *what) if by != "item" else (*what, *whose)


def _spans(graph: PartWholeGraph, query: Query, by: By) -> Iterator[tuple[str, Query]]:
    """Each year or decade that *query* touches, and *query* cut down to it, in turn."""
    days = [
        day
        for fact in graph.facts.values()
        for day in (fact.date.earliest, fact.date.latest)
        if day
    ]
    if not days:
        return
    step = 10 if by == "decade" else 1
    for year in range(min(days).year // step * step, max(days).year + 1, step):
        name = f"{year}s" if step == 10 else f"{year}"
        first, last = dt.date(max(year, 1), 1, 1), dt.date(year + step - 1, 12, 31)
        cut = [_cut(window, name, first, last) for window in query.windows or (TimeWindow(name),)]
        if any(cut):
            yield name, msgspec.structs.replace(query, window=[window for window in cut if window])


def _cut(window: TimeWindow, name: str, first: dt.date, last: dt.date) -> TimeWindow | None:
    """The part of *window* from *first* to *last*, if there is any."""
    since, until = max(first, window.first or dt.date.min), min(last, window.last or dt.date.max)
    return TimeWindow(name, since, until) if since <= until else None


class _Reckoning:
    """What the weighed facts come to in one window."""

    def __init__(self, graph: PartWholeGraph, query: Query) -> None:
        self.graph = graph
        self.query = query
        self.matches = {name: query.match(fact) for name, fact in graph.facts.items()}
        self.inside = {name for name, match in self.matches.items() if match is Overlap.INSIDE}
        self.upper_bounds = graph.upper_bounds(
            [name for name, match in self.matches.items() if match and name in graph.delivered]
        )

    def totals(self, group: str | None) -> list[Total]:
        """One total for each key of which something lies in the window, or was pledged there."""
        keys: dict[Key, list[str]] = {}
        for name, fact in self.graph.facts.items():
            keys.setdefault(key(fact), []).append(name)
        made = (self._total(one, names, group) for one, names in keys.items())
        return [total for total in made if total.counted or total.pledged]

    def _total(self, key: Key, names: Sequence[str], group: str | None) -> Total:
        counted, left_out = [], []
        for name in names:
            why = self._left_out(name)
            if why is None:
                counted.append(
                    Counted(
                        name,
                        self.graph.lower_bounds[name] if name in self.inside else 0,
                        self.upper_bounds[name],
                    )
                )
            else:
                left_out.append(LeftOut(name, why))
        pledged = sum(self.graph.open_pledges[name] for name in names if self.matches[name])
        telling = [
            *(one.id for one in counted),
            *(
                out.id
                for out in left_out
                if out.why is ExclusionReason.COUNTED_IN_PARTS and out.id in self.inside
            ),
        ]
        low, high = sum(one.low for one in counted), sum(one.high for one in counted)
        return Total(
            key,
            low,
            high,
            together(self._words(telling)),
            pledged,
            tuple(counted),
            tuple(left_out),
            group,
        )

    def _left_out(self, name: str) -> ExclusionReason | None:
        """Why the fact called *name* is not counted; None when it is."""
        if self.matches[name] is None:
            met = self.query.strict and msgspec.structs.replace(self.query, strict=False).match(
                self.graph.facts[name]
            )
            return ExclusionReason.UNCERTAIN if met else ExclusionReason.OUTSIDE
        if name not in self.graph.delivered:
            return (
                ExclusionReason.PLEDGE_DELIVERED
                if name in self.graph.delivered_pledges
                else ExclusionReason.PLEDGED
            )
        told = not self.upper_bounds[name] and not self.graph.delivered.isdisjoint(
            self.graph.parts[name]
        )
        return ExclusionReason.COUNTED_IN_PARTS if told else None

    def _words(self, names: Iterable[str]) -> Iterator[Qualifier]:
        """The qualifiers that say how exact the total of *names* is.

        A whole inside the window speaks for its parts: ten are ten, though one of them be about three. A whole that its
        parts outgrow says only that there were at least so many. What an inexact part leaves without it is about so much.
        """
        graph = self.graph
        for name in names:
            parent_total = graph.parent_total[name]
            if parent_total in self.inside and not graph.overcounted(parent_total):
                continue
            yield (Qualifier.AT_LEAST if graph.overcounted(name) else graph.figures[name].qualifier)
            parts_outside = graph.delivered.intersection(
                graph.parts_outside(name, self.upper_bounds)
            )
            if any(graph.figures[part].qualifier is not Qualifier.EXACT for part in parts_outside):
                yield Qualifier.ABOUT


def together(qualifiers: Iterable[Qualifier]) -> Qualifier:
    """The qualifier of a sum: "over" stays over, "about" and "nearly" make it about, a single figure keeps its own."""
    words = list(qualifiers)
    kinds = set(words) - {Qualifier.EXACT}
    if len(words) == 1 or not kinds:
        return words[0] if words else Qualifier.EXACT
    if kinds <= {Qualifier.OVER, Qualifier.AT_LEAST}:
        return Qualifier.OVER if Qualifier.OVER in kinds else Qualifier.AT_LEAST
    return Qualifier.UP_TO if kinds == {Qualifier.UP_TO} else Qualifier.ABOUT
