"""Wholes and parts: what each figure adds that its parts do not already count.

A fact's *own* amount is what is left of its figure without all that is part of it, at any depth:
all of a shipment, the rest of a total of many years. Own amounts never overlap, so that a sum of
them counts nothing twice. Figures may be ranges:

    total of 2000–2012   10          the rest is at least 10 − 5 = 5, at most 10 − 3 = 7,
    shipment of 2001     3 to 5      the shipment at least 3, at most 5,
    both together        10          not 8 to 12: the more the one, the less the other

So a part is added up with its *parent total*, the nearest whole of the same terms that lasts as
long as it does: what the part falls short of its most, the rest makes up. From every other whole
it is taken off on the safe side.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping
from decimal import Context
from typing import NamedTuple

from vnkp.errors import Problem
from vnkp.model.enums import Qualifier, Stage, Terms
from vnkp.model.facts import Fact
from vnkp.model.fields import Number, Side

# A whole with one of these may be less than its parts without a contradiction.
_OPEN_ENDED = frozenset({Qualifier.ABOUT, Qualifier.OVER, Qualifier.AT_LEAST})


class TotalKey(NamedTuple):
    """What is added up together: never two units, items, directions or terms."""

    from_: Side | None
    to: Side | None
    of: str
    unit: str
    terms: Terms


# Sums of amounts have more than the 28 digits to which decimals are rounded by default.
EXACT = Context(prec=100)


class PartWholeGraph:
    """*facts* with figures, linked as wholes and parts; wholes in *book* alone link theirs too.

    *delivered* are the facts that count by themselves: neither pledges nor totals of mixed terms.
    Of each fact *lower_bounds* is what its own amount adds for sure, *excess* by how much its
    delivered parts are more than its figure, *open_pledges* what of a pledge is not known to be
    delivered, *undivided* what of a mixed total its parts do not tell, *parent_total* the whole
    that it is added up with, *parts* all its parts at any depth.
    """

    def __init__(self, facts: Iterable[Fact], book: Iterable[Fact] = ()) -> None:
        self.facts = {fact.id: fact for fact in facts}
        self.figures = {fact.id: fact.figure for fact in self.facts.values() if fact.figure}
        self.ids_by_key: dict[TotalKey, list[str]] = {}
        for fact in self.facts.values():
            self.ids_by_key.setdefault(total_key(fact), []).append(fact.id)
        figures = self.figures.items()
        self.pledges = {fact_id for fact_id, figure in figures if figure.stage is Stage.PLEDGED}
        mixed = {fact_id for fact_id, figure in figures if figure.terms is Terms.MIXED}
        self.mixed = mixed - self.pledges
        self.delivered = self.facts.keys() - self.pledges - self.mixed
        links = {fact.id: fact.part_of for fact in (*book, *self.facts.values()) if fact.part_of}
        self._wholes = {fact_id: _wholes_of(fact_id, links) for fact_id in self.facts}
        # Parts before their wholes, whatever order the facts came in: a part has more above it.
        order = sorted(self.facts, key=lambda fact_id: (-len(self._wholes[fact_id]), fact_id))
        self._positions = {fact_id: position for position, fact_id in enumerate(order)}
        self.delivered_pledges = {
            whole
            for fact_id in order
            if fact_id not in self.pledges
            for whole in self._wholes[fact_id]
        }
        self.parent_total = {fact_id: self._parent_total(fact_id) for fact_id in order}
        self.parts: dict[str, list[str]] = {fact_id: [] for fact_id in order}
        # All that is added up with each fact, in order.
        self._family: dict[str, dict[str, None]] = {fact_id: {} for fact_id in order}
        self.lower_bounds: dict[str, Number] = {}
        self.excess: dict[str, Number] = {}
        self.open_pledges: dict[str, Number] = {}
        self.undivided: dict[str, Number] = {}
        for fact_id in order:
            self._add(fact_id)

    def _parent_total(self, fact_id: str) -> str | None:
        """The nearest whole that counts *fact_id* too: delivered, of its terms, lasting as long."""
        if fact_id not in self.delivered:
            return None
        fact = self.facts[fact_id]
        wholes = [self.facts[whole] for whole in self._wholes[fact_id] if whole in self.delivered]
        fit = [
            whole.id
            for whole in wholes
            if total_key(whole) == total_key(fact) and is_within(fact, whole)
        ]
        return max(fit, key=lambda whole: (len(self._wholes[whole]), whole), default=None)

    def _add(self, fact_id: str) -> None:
        """Work out the own amount of *fact_id*, after its parts, and link it to its wholes."""
        low, high = self.figures[fact_id].bounds
        parts, family = self.parts[fact_id], self._family[fact_id]
        self.lower_bounds[fact_id] = self.open_pledges[fact_id] = self.undivided[fact_id] = 0
        in_parts = sum(self.lower_bounds[part] for part in parts)
        rest, self.excess[fact_id] = max(high - in_parts, 0), max(in_parts - high, 0)
        if fact_id in self.delivered:
            outside = [part for part in parts if part not in family and part in self.delivered]
            taken_off = sum(self.upper_bounds(outside).values()) if outside else 0
            own = low - sum(self.lower_bounds[part] for part in family) - taken_off
            self.lower_bounds[fact_id] = max(own, 0)
        elif fact_id in self.mixed:
            self.undivided[fact_id] = rest
        elif fact_id not in self.delivered_pledges or not self.delivered.isdisjoint(parts):
            # Otherwise it arrived as something else.
            self.open_pledges[fact_id] = max(
                rest - sum(self.open_pledges[part] for part in parts), 0
            )
        parent_total = self.parent_total[fact_id]
        if parent_total:
            self._family[parent_total].update(dict.fromkeys([*family, fact_id]))
        for whole in self._wholes[fact_id]:
            if whole in self.facts and is_comparable(self.facts[fact_id], self.facts[whole]):
                self.parts[whole].append(fact_id)

    def upper_bounds(self, selected: Iterable[str]) -> dict[str, Number]:
        """What each of *selected* adds to their most: a part all it can, its whole the rest.

        Of the total of 10 and its shipment of 3 to 5:

            both selected       7 and 3, for together they are 10
            one of them         the total adds 7, the shipment 5
        """
        among = set(selected)
        caps = self._caps(among)
        least = {
            fact_id: sum(
                self.lower_bounds[part]
                for part in (*self._family[fact_id], fact_id)
                if part in among
            )
            for fact_id in caps
        }
        bounds: dict[str, Number] = {}
        spare = {
            fact_id: cap - least[fact_id]
            for fact_id, cap in caps.items()
            if self.parent_total[fact_id] not in caps
        }
        # Wholes first, each to share out among its parts what it can spare.
        for fact_id in reversed(caps):
            remaining = spare[fact_id]
            for part in self._children(fact_id, caps):
                spare[part] = min(remaining, caps[part] - least[part])
                remaining -= spare[part]
            if fact_id in among:
                bounds[fact_id] = self.lower_bounds[fact_id] + remaining
        return bounds

    def _caps(self, selected: Collection[str]) -> dict[str, Number]:
        """The most that *selected* alone make of each of themselves and of each parent total."""
        fact_ids = set(selected)
        for fact_id in selected:
            parent_total = self.parent_total[fact_id]
            # A whole whose own amount is not worked out yet is left out.
            while parent_total in self.lower_bounds and parent_total not in fact_ids:
                fact_ids.add(parent_total)
                parent_total = self.parent_total[parent_total]
        order = sorted(fact_ids, key=self._positions.__getitem__)
        caps: dict[str, Number] = dict.fromkeys(order, 0)
        for fact_id in caps:
            outside = sum(self.lower_bounds[part] for part in self.parts_outside(fact_id, caps))
            cap = self.figures[fact_id].bounds[1] - outside
            in_parts = sum(caps[part] for part in self._children(fact_id, caps))
            if fact_id in selected:
                caps[fact_id] = max(cap, in_parts) if self._is_open_ended(fact_id) else cap
            else:
                caps[fact_id] = in_parts if self._is_open_ended(fact_id) else min(cap, in_parts)
        return caps

    def _children(self, fact_id: str, among: Container[str]) -> list[str]:
        return [
            part
            for part in self._family[fact_id]
            if part in among and self.parent_total[part] == fact_id
        ]

    def parts_outside(self, fact_id: str, selected: Container[str]) -> list[str]:
        """The parts of *fact_id* that are not added up with it when *selected* are."""
        family = self._family[fact_id]
        return [part for part in self.parts[fact_id] if part not in selected or part not in family]

    def parts_exceed_whole(self) -> Iterable[Problem]:
        """A problem for each delivered whole that is less than the sum of its delivered parts."""
        for fact_id, figure in self.figures.items():
            is_checked = fact_id not in self.pledges and not self._is_open_ended(fact_id)
            if is_checked and self.excess[fact_id]:
                parts = [part for part in self.parts[fact_id] if part in self.delivered]
                direct = [part for part in parts if fact_id in self.facts[part].part_of] or parts
                values = {
                    "total": sum(self.lower_bounds[part] for part in parts),
                    "unit": figure.unit,
                    "limit": figure.bounds[1],
                    "parts": tuple(direct),
                }
                yield Problem(0, fact_id, "parts_exceed_whole", values)

    def _is_open_ended(self, fact_id: str) -> bool:
        return self.figures[fact_id].qualifier in _OPEN_ENDED


def total_key(fact: Fact) -> TotalKey:
    """What the figure of *fact* is added up with."""
    figure = fact.figure
    assert figure is not None  # only facts with a figure are weighed
    return TotalKey(fact.from_, fact.to, figure.of, figure.unit, figure.terms or Terms.GIFT)


def _wholes_of(fact_id: str, links: Mapping[str, tuple[str, ...]]) -> list[str]:
    """All that *fact_id* is part of, directly or not."""
    wholes = dict.fromkeys(links.get(fact_id, ()))
    waiting = list(wholes)
    for whole in waiting:
        further = [other for other in links.get(whole, ()) if other not in wholes]
        wholes.update(dict.fromkeys(further))
        waiting += further
    return list(wholes)


def is_comparable(part: Fact, whole: Fact) -> bool:
    """Whether both measure the same thing; a whole may hold gifts and credits alike."""
    return total_key(part)._replace(terms=Terms.GIFT) == total_key(whole)._replace(terms=Terms.GIFT)


def is_within(part: Fact, whole: Fact) -> bool:
    """Whether *part* lies within the dates of *whole*."""
    inner, outer = part.date, whole.date
    return outer.earliest <= inner.earliest and inner.last_day <= outer.last_day
