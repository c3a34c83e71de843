"""Wholes and parts: what each figure adds that its parts have not told, and what figures come to at least and at most.

A fact's *own* amount is what is left of its figure when all that is part of it, at any depth, is taken off: all of a
shipment, the rest of a many-year total. Own amounts never overlap, so adding them up counts nothing twice.

Figures may be ranges. A whole of 10 with a part of 3 to 5 has a rest of 5 to 7, and yet both together are 10: the more the
one, the less the other. So a part is added up with its *home*, the nearest whole of the same terms that lasts as long as it
does: what the part falls short of its most, the rest makes up. From every other whole it is taken off on the safe side.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping
from typing import NamedTuple

from vnkp.errors import Problem
from vnkp.model.enums import Qualifier, Stage, Terms
from vnkp.model.facts import Fact, Figure, Number, Side

# A whole so worded may be less than its parts without a contradiction.
_SOFT = frozenset({Qualifier.ABOUT, Qualifier.OVER, Qualifier.AT_LEAST})


class Key(NamedTuple):
    """What is added up together: never two units, items, directions or terms."""

    from_: Side | None
    to: Side | None
    of: str
    unit: str
    terms: Terms


class PartWholeGraph:
    """*facts*, each with a figure, weighed against each other; a whole that only stands in *book* still links its parts.

    *least* is what each own amount adds to what is certain, and *promised* what of a pledge is not known to have been
    delivered. *home* is the whole that a fact is added up with, *parts* are all the parts of one, at any depth.
    """

    def __init__(self, facts: Iterable[Fact], book: Iterable[Fact] = ()) -> None:
        self.facts = {fact.id: fact for fact in facts}
        self.figures = {name: _figure(fact) for name, fact in self.facts.items()}
        self.delivered = {
            name for name, figure in self.figures.items() if figure.stage is not Stage.PLEDGED
        }
        links = {fact.id: fact.part_of for fact in (*book, *self.facts.values()) if fact.part_of}
        self._wholes_of = {name: _wholes_of(name, links) for name in self.facts}
        # Parts before their wholes, whatever order the facts came in: a part has more above it.
        order = sorted(self.facts, key=lambda name: (-len(self._wholes_of[name]), name))
        self._place = {name: place for place, name in enumerate(order)}
        self.delivered_pledges = {
            whole for name in order if name in self.delivered for whole in self._wholes_of[name]
        }
        self.parent_total = {name: self._parent_total(name) for name in order}
        self.parts: dict[str, list[str]] = {name: [] for name in order}
        self._family: dict[str, dict[str, None]] = {
            name: {} for name in order
        }  # all that is added up with it, in order
        self.lower_bounds: dict[str, Number] = {}
        self.open_pledges: dict[str, Number] = {}
        for name in order:
            self._add(name)

    def _parent_total(self, name: str) -> str | None:
        """The nearest whole in whose totals *name* always is: delivered too, of the same terms, and lasting as long."""
        if name not in self.delivered:
            return None
        fact = self.facts[name]
        wholes = [self.facts[whole] for whole in self._wholes_of[name] if whole in self.delivered]
        fit = [whole.id for whole in wholes if key(whole) == key(fact) and _within(fact, whole)]
        return max(fit, key=lambda whole: (len(self._wholes_of[whole]), whole), default=None)

    def _add(self, name: str) -> None:
        """Tell the own amount of *name*, whose parts have been weighed, and make it known to its wholes."""
        low, high = self.figures[name].bounds
        parts, family = self.parts[name], self._family[name]
        self.lower_bounds[name] = self.open_pledges[name] = 0
        if name in self.delivered:
            strangers = [part for part in parts if part not in family and part in self.delivered]
            taken_off = sum(self.upper_bounds(strangers).values()) if strangers else 0
            self.lower_bounds[name] = max(
                low - sum(self.lower_bounds[part] for part in family) - taken_off, 0
            )
        elif name not in self.delivered_pledges or not self.delivered.isdisjoint(
            parts
        ):  # otherwise it arrived as something else
            self.open_pledges[name] = max(
                high - sum(self.lower_bounds[part] + self.open_pledges[part] for part in parts), 0
            )
        parent_total = self.parent_total[name]
        if parent_total:
            self._family[parent_total].update(dict.fromkeys([*family, name]))
        for whole in self._wholes_of[name]:
            if whole in self.facts and _alike(self.facts[name], self.facts[whole]):
                self.parts[whole].append(name)

    def upper_bounds(self, chosen: Iterable[str]) -> dict[str, Number]:
        """What each of *chosen* adds to the most that they come to together: a part all that it can, its whole the rest."""
        among = set(chosen)
        caps = self._ceilings(among)
        kept = {
            name: sum(self.lower_bounds[one] for one in (*self._family[name], name) if one in among)
            for name in caps
        }
        added: dict[str, Number] = {}
        spare = {
            name: cap - kept[name]
            for name, cap in caps.items()
            if self.parent_total[name] not in caps
        }
        for name in reversed(
            caps
        ):  # wholes first, each to share out among its parts what is to spare
            left = spare[name]
            for part in self._children(name, caps):
                spare[part] = min(left, caps[part] - kept[part])
                left -= spare[part]
            if name in among:
                added[name] = self.lower_bounds[name] + left
        return added

    def _ceilings(self, chosen: Collection[str]) -> dict[str, Number]:
        """For each of *chosen*, and each home of theirs, the most that those of *chosen* come to that are added up with it."""
        names = set(chosen)
        for name in chosen:
            parent_total = self.parent_total[name]
            while (
                parent_total in self.lower_bounds and parent_total not in names
            ):  # all of them, but for wholes that are yet to be weighed
                names.add(parent_total)
                parent_total = self.parent_total[parent_total]
        caps: dict[str, Number] = dict.fromkeys(sorted(names, key=self._place.__getitem__), 0)
        for name in caps:
            cap = self.figures[name].bounds[1] - sum(
                self.lower_bounds[part] for part in self.parts_outside(name, caps)
            )
            told = sum(caps[part] for part in self._children(name, caps))
            if name in chosen:
                caps[name] = max(cap, told) if self._may_be_less(name) else cap
            else:
                caps[name] = told if self._may_be_less(name) else min(cap, told)
        return caps

    def _children(self, name: str, among: Container[str]) -> list[str]:
        return [
            part for part in self._family[name] if part in among and self.parent_total[part] == name
        ]

    def parts_outside(self, name: str, chosen: Container[str]) -> list[str]:
        """The parts of *name* that are not added up with it when *chosen* are."""
        return [
            part
            for part in self.parts[name]
            if part not in chosen or part not in self._family[name]
        ]

    def parts_exceed_whole(self) -> Iterable[Problem]:
        """A problem for each whole that its delivered parts exceed, with the numbers."""
        for name in self.facts:
            if self.overcounted(name) and not self._may_be_less(name):
                own, most = self.figures[name], self.figures[name].bounds[1]
                parts = [part for part in self.parts[name] if part in self.delivered]
                direct = [part for part in parts if name in self.facts[part].part_of] or parts
                values = {"total": self._counted_in_parts(name), "unit": own.unit, "limit": most}
                yield Problem(0, name, "parts_exceed_whole", {**values, "parts": tuple(direct)})

    def overcounted(self, name: str) -> bool:
        """Whether the delivered parts of *name* are more than its own figure."""
        return self._counted_in_parts(name) > self.figures[name].bounds[1]

    def _counted_in_parts(self, name: str) -> Number:
        return sum(self.lower_bounds[part] for part in self.parts[name])

    def _may_be_less(self, name: str) -> bool:
        return self.figures[name].qualifier in _SOFT


def _figure(fact: Fact) -> Figure:
    assert fact.figure is not None  # only facts with a figure are weighed
    return fact.figure


def key(fact: Fact) -> Key:
    """What the figure of *fact* is added up with."""
    own = _figure(fact)
    return Key(fact.from_, fact.to, own.of, own.unit, own.terms or Terms.GIFT)


def _wholes_of(name: str, links: Mapping[str, tuple[str, ...]]) -> list[str]:
    """All that the fact called *name* is part of, directly or not."""
    found = dict.fromkeys(links.get(name, ()))
    todo = list(found)
    for whole in todo:
        new = [one for one in links.get(whole, ()) if one not in found]
        found.update(dict.fromkeys(new))
        todo += new
    return todo


def _alike(part: Fact, whole: Fact) -> bool:
    """Whether both measure the same thing; a whole may hold gifts and credits alike."""
    return key(part)._replace(terms=Terms.GIFT) == key(whole)._replace(terms=Terms.GIFT)


def _within(part: Fact, whole: Fact) -> bool:
    """Whether *part* lies within the dates of *whole*."""
    if part.date.earliest < whole.date.earliest:
        return False
    return whole.date.latest is None or (
        part.date.latest is not None and part.date.latest <= whole.date.latest
    )
