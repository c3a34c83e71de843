"""Totals that do not lie: what aid adds up to, with its bounds, and which facts were counted.

Each part counts at its own date, and what is left of its whole somewhere inside that one's span.
What lies in the window counts for sure; what only spans it or may lie in it, as none to all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import localcontext
from operator import attrgetter
from typing import Literal

import msgspec

from vnkp.errors import StoreError
from vnkp.model.enums import ExclusionReason, Kind, Qualifier
from vnkp.model.facts import Book, Fact
from vnkp.model.fields import Number
from vnkp.model.time_window import Overlap
from vnkp.query.filters import Query
from vnkp.query.part_whole import EXACT, PartWholeGraph, TotalKey, is_comparable
from vnkp.query.selection import select_any_time
from vnkp.query.time_groups import split_query

By = Literal["item", "year", "decade", "giver"]


class Counted(msgspec.Struct, frozen=True):
    """A fact, and what it adds to the low and to the high of a total."""

    id: str
    low: Number
    high: Number


class LeftOut(msgspec.Struct, frozen=True):
    """A fact that a total does not hold, and why."""

    id: str
    why: ExclusionReason


class Total(msgspec.Struct, frozen=True):
    """What one giver gave of one item: at least *low*, at most *high*.

    Beside it stand *pledged*, what was promised and is not known to be delivered, and *undivided*,
    what totals of gifts and credits hold beyond their parts. *pledges_in_rest* are the pledges
    that the rest of a counted total may hold, as they fall in its years; *exceeded_pledges* those
    of which more was delivered than promised, by *above_pledges*.
    """

    key: TotalKey
    low: Number
    high: Number
    qualifier: Qualifier
    pledged: Number
    counted: tuple[Counted, ...]
    left_out: tuple[LeftOut, ...]
    group: str | None = None
    undivided: Number = 0
    pledges_in_rest: tuple[str, ...] = ()
    exceeded_pledges: tuple[str, ...] = ()
    above_pledges: Number = 0


def aid_totals(book: Book, query: Query, by: By | None = None) -> list[Total]:
    """The totals of the aid that *query* asks for, one for each giver, item, unit and terms.

    Its filters choose the facts, wholes and parts are weighed among those, and its window comes
    last. With *by* ``year`` or ``decade`` there is a total for each of them in which something was
    surely or possibly given. Raises `StoreError` if parts exceed their whole: no total would be
    true.
    """
    if query.kinds and Kind.AID not in query.kinds:
        return []
    query = msgspec.structs.replace(query, kinds={Kind.AID}, parts=True)
    facts = [fact for fact in select_any_time(book, query) if fact.figure]
    facts.sort(key=attrgetter("sort_key"))
    with localcontext(EXACT):
        graph = PartWholeGraph(facts, book.facts)
        problems = list(graph.parts_exceed_whole())
        if problems:
            raise StoreError("facts", problems)
        periods = [("", query)]
        if by in ("year", "decade"):
            periods = split_query(query, facts, 10 if by == "decade" else 1)
        totals = [
            total
            for name, period in periods
            for total in _WindowTotals(graph, period).sums(name, by)
        ]
    return sorted(totals, key=lambda total: _sort_key(total, by))


def _sort_key(total: Total, by: By | None) -> tuple[object, ...]:
    direction = (total.key.from_ or "", total.key.to or "")
    item = (total.key.of, total.key.unit, total.key.terms.value)
    return (*item, *direction) if by == "item" else (total.group or "", *direction, *item)


class _WindowTotals:
    """The totals of the facts of *graph* in the window of *query*."""

    def __init__(self, graph: PartWholeGraph, query: Query) -> None:
        self.graph = graph
        self.query = query
        self.any_overlap = msgspec.structs.replace(query, strict=False)
        self.overlaps = {fact_id: query.match(fact) for fact_id, fact in graph.facts.items()}
        self.inside = {
            fact_id for fact_id, overlap in self.overlaps.items() if overlap is Overlap.INSIDE
        }
        self.upper_bounds = graph.upper_bounds(
            fact_id for fact_id in graph.delivered if self.overlaps[fact_id]
        )

    def sums(self, period: str, by: By | None) -> list[Total]:
        """One total for each key of which something lies in the window, or was pledged there."""
        totals = []
        for key, fact_ids in self.graph.ids_by_key.items():
            group = {"item": key.of, "giver": key.from_ or ""}.get(by or "", period or None)
            totals.append(self._total(key, fact_ids, group))
        return [total for total in totals if total.counted or total.pledged or total.undivided]

    def _total(self, key: TotalKey, fact_ids: Sequence[str], group: str | None) -> Total:
        graph = self.graph
        divided = [  # totals of gifts and credits, with parts of this key
            whole
            for whole in graph.facts
            if whole in graph.mixed
            and whole not in fact_ids
            and not set(graph.parts[whole]).isdisjoint(fact_ids)
        ]
        reasons = {fact_id: self._exclusion_reason(fact_id) for fact_id in (*fact_ids, *divided)}
        counted = tuple(
            Counted(
                fact_id,
                graph.lower_bounds[fact_id] if fact_id in self.inside else 0,
                self.upper_bounds[fact_id],
            )
            for fact_id, why in reasons.items()
            if not why
        )
        in_window = [fact_id for fact_id in fact_ids if self.overlaps[fact_id]]
        exceeded = [
            fact_id for fact_id in in_window if fact_id in graph.pledges and graph.excess[fact_id]
        ]
        return Total(
            key=key,
            low=sum(fact.low for fact in counted),
            high=sum(fact.high for fact in counted),
            qualifier=sum_qualifier(self._qualifiers(reasons)),
            pledged=sum(graph.open_pledges[fact_id] for fact_id in in_window),
            counted=counted,
            left_out=tuple(LeftOut(fact_id, why) for fact_id, why in reasons.items() if why),
            group=group,
            undivided=sum(graph.undivided[fact_id] for fact_id in in_window),
            pledges_in_rest=self._pledges_in_rest(counted),
            exceeded_pledges=tuple(exceeded),
            above_pledges=sum(graph.excess[fact_id] for fact_id in exceeded),
        )

    def _exclusion_reason(self, fact_id: str) -> ExclusionReason | None:
        """Why *fact_id* is not counted; None if it is."""
        graph = self.graph
        if self.overlaps[fact_id] is None:
            is_uncertain = self.query.strict and self.any_overlap.match(graph.facts[fact_id])
            return ExclusionReason.UNCERTAIN if is_uncertain else ExclusionReason.OUTSIDE
        if fact_id in graph.pledges:
            is_delivered = fact_id in graph.delivered_pledges
            return ExclusionReason.PLEDGE_DELIVERED if is_delivered else ExclusionReason.PLEDGED
        if fact_id in graph.mixed:
            return ExclusionReason.MIXED_TERMS
        has_delivered_parts = not graph.delivered.isdisjoint(graph.parts[fact_id])
        is_in_parts = not self.upper_bounds[fact_id] and has_delivered_parts
        return ExclusionReason.COUNTED_IN_PARTS if is_in_parts else None

    def _pledges_in_rest(self, counted: Iterable[Counted]) -> tuple[str, ...]:
        """The open pledges of the window that fall in the years of a counted whole with a rest."""
        facts, graph = self.graph.facts, self.graph
        wholes = [facts[fact.id] for fact in counted if fact.high and graph.parts[fact.id]]
        return tuple(
            fact_id
            for fact_id, amount in graph.open_pledges.items()
            if amount
            and self.overlaps[fact_id]
            and any(_may_hold(whole, facts[fact_id]) for whole in wholes)
        )

    def _qualifiers(self, reasons: Mapping[str, ExclusionReason | None]) -> Iterator[Qualifier]:
        """How exact the facts of a total are; *reasons* say which of them are left out.

        A whole inside the window speaks for its parts: ten are ten, even if one of them is about
        three. A whole that its parts exceed says only that there were at least so many. What an
        inexact part leaves of its whole is about so much.
        """
        graph = self.graph
        for fact_id, why in reasons.items():
            is_in_parts = why is ExclusionReason.COUNTED_IN_PARTS and fact_id in self.inside
            if why and not is_in_parts:
                continue
            parent_total = graph.parent_total[fact_id]
            if parent_total in self.inside and not graph.excess[parent_total]:
                continue
            own = graph.figures[fact_id].qualifier
            yield Qualifier.AT_LEAST if graph.excess[fact_id] else own
            outside = graph.delivered & set(graph.parts_outside(fact_id, self.upper_bounds))
            if any(graph.figures[part].qualifier is not Qualifier.EXACT for part in outside):
                yield Qualifier.ABOUT


def _may_hold(whole: Fact, pledge: Fact) -> bool:
    """Whether *pledge* is of the same thing as *whole* and may have a day in common with it."""
    last = min(fact.date.last_day for fact in (pledge, whole))
    first = max(pledge.date.earliest, whole.date.earliest)
    return first <= last and is_comparable(pledge, whole)


def sum_qualifier(qualifiers: Iterable[Qualifier]) -> Qualifier:
    """The qualifier of a sum.

    "over" stays over, "about" and "nearly" make it about, a single figure keeps its own.
    """
    words = list(qualifiers)
    kinds = set(words) - {Qualifier.EXACT}
    if len(words) == 1 or not kinds:
        return words[0] if words else Qualifier.EXACT
    if kinds <= {Qualifier.OVER, Qualifier.AT_LEAST}:
        return Qualifier.OVER if Qualifier.OVER in kinds else Qualifier.AT_LEAST
    return Qualifier.UP_TO if kinds == {Qualifier.UP_TO} else Qualifier.ABOUT
