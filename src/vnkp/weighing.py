"""Wholes and parts: what each figure adds that its parts have not told, and what figures come to at least and at most.

A fact's *own* amount is what is left of its figure when all that is part of it, at any depth, is taken off: all of a
shipment, the rest of a many-year total. Own amounts never overlap, so adding them up counts nothing twice.

Figures may be ranges. A whole of 10 with a part of 3 to 5 has a rest of 5 to 7, and yet both together are 10: the more the
one, the less the other. So a part is added up with its *home*, the nearest whole of the same terms that lasts as long as it
does: what the part falls short of its most, the rest makes up. From every other whole it is taken off on the safe side.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from vnkp.errors import Problem
from vnkp.model import Fact, Figure, Number, Side
from vnkp.vocabulary import Qualifier, Stage, Terms

# A whole so worded may be less than its parts without a contradiction.
_SOFT = frozenset({Qualifier.ABOUT, Qualifier.OVER, Qualifier.AT_LEAST})


class Key(NamedTuple):
    """What is added up together: never two units, items, directions or terms."""

    from_: Side | None
    to: Side | None
    of: str
    unit: str
    terms: Terms


class Weighing:
    """*facts*, each with a figure, weighed against each other; a whole that only stands in *book* still links its parts.

    *least* is what each own amount adds to what is certain, *most* the most that it can be; both are 0 for a pledge, of
    which *promised* is what is not known to have been delivered.
    """

    def __init__(self, facts: Iterable[Fact], book: Iterable[Fact] = ()) -> None:
        self.facts = {fact.id: fact for fact in facts}
        links = {fact.id: fact.part_of for fact in (*book, *self.facts.values()) if fact.part_of}
        self._above = {name: _above(name, links) for name in self.facts}
        # Parts before their wholes, whatever order the facts came in: a part has more above it.
        order = sorted(self.facts, key=lambda name: (-len(self._above[name]), name))
        self._place = {name: place for place, name in enumerate(order)}
        self.arrived = {whole for name in order if self.delivered(name) for whole in self._above[name]}
        self.home = {name: self._home(name) for name in order}
        self.parts: dict[str, list[str]] = {name: [] for name in order}
        self._family: dict[str, dict[str, None]] = {name: {} for name in order}  # all that is added up with it, in order
        self.least: dict[str, Number] = {}
        self.most: dict[str, Number] = {}
        self.promised: dict[str, Number] = {}
        for name in order:
            self._weigh(name)

    def figure(self, name: str) -> Figure:
        """The figure of the fact called *name*."""
        return figure(self.facts[name])

    def delivered(self, name: str) -> bool:
        """Whether the fact called *name* tells of more than a pledge."""
        return self.figure(name).stage is not Stage.PLEDGED

    def _home(self, name: str) -> str | None:
        """The nearest whole in whose totals *name* always is: delivered too, of the same terms, and lasting as long."""
        if not self.delivered(name):
            return None
        fact = self.facts[name]
        wholes = [self.facts[whole] for whole in self._above[name] if whole in self.facts and self.delivered(whole)]
        fit = [whole.id for whole in wholes if key(whole) == key(fact) and _within(fact, whole)]
        return max(fit, key=lambda whole: (len(self._above[whole]), whole), default=None)

    def _weigh(self, name: str) -> None:
        """Tell the own amount of *name*, whose parts have been weighed, and make it known to its wholes."""
        low, high = self.figure(name).bounds
        parts, family = self.parts[name], self._family[name]
        told = sum(self.least[part] for part in parts)
        self.least[name] = self.most[name] = self.promised[name] = 0
        if self.delivered(name):
            strangers = self.highs([part for part in parts if part not in family and self.delivered(part)])
            self.least[name] = max(low - sum(self.least[part] for part in family) - sum(strangers.values()), 0)
            self.most[name] = max(high - told, 0)
        elif name not in self.arrived or any(map(self.delivered, parts)):  # else it arrived as something else
            self.promised[name] = max(high - told - sum(self.promised[part] for part in parts), 0)
        home = self.home[name]
        if home:
            self._family[home].update(dict.fromkeys([*family, name]))
        for whole in self._above[name]:
            if whole in self.facts and _alike(self.facts[name], self.facts[whole]):
                self.parts[whole].append(name)

    def highs(self, chosen: Collection[str]) -> dict[str, Number]:
        """What each of *chosen* adds to the most that they come to together: a part all that it can, a whole the rest."""
        ceilings: dict[str, Number] = dict.fromkeys(sorted(chosen, key=self._place.__getitem__), 0)
        for name in ceilings:
            ceilings[name] = self.figure(name).bounds[1] - sum(self.least[part] for part in self.apart(name, ceilings))
            if self._may_be_less(name):
                homed = [part for part in self._family[name] if part in ceilings and self.home[part] == name]
                ceilings[name] = max(ceilings[name], sum(ceilings[part] for part in homed))
        added: dict[str, Number] = {}
        for name, ceiling in ceilings.items():
            if self.home[name] not in ceilings:
                added |= self._shared_out(ceiling, [*(part for part in self._family[name] if part in ceilings), name])
        return added

    def _shared_out(self, ceiling: Number, names: Sequence[str]) -> Mapping[str, Number]:
        """*ceiling* shared out among *names*: to each its least, then to parts up to their most, what is left to the last."""
        left = ceiling - sum(self.least[name] for name in names)
        added = {}
        for name in names:
            more = left if name == names[-1] else min(left, self.most[name] - self.least[name])
            added[name] = self.least[name] + more
            left -= more
        return added

    def apart(self, name: str, chosen: Container[str]) -> list[str]:
        """The parts of *name* that are not added up with it when *chosen* are."""
        return [part for part in self.parts[name] if part not in chosen or part not in self._family[name]]

    def excesses(self) -> Iterable[Problem]:
        """A problem for each whole that its delivered parts exceed, with the numbers."""
        for name in self.facts:
            if self.is_outgrown(name) and not self._may_be_less(name):
                own, most = self.figure(name), self.figure(name).bounds[1]
                parts = [part for part in self.parts[name] if self.delivered(part)]
                direct = [part for part in parts if name in self.facts[part].part_of] or parts
                what = f"its delivered parts add up to {self._told(name):,} {own.unit}, more than its own {most:,}"
                yield Problem(0, name, what, f"mend a figure, or take one of {', '.join(direct)} out")

    def is_outgrown(self, name: str) -> bool:
        """Whether the delivered parts of *name* are more than its own figure."""
        return self._told(name) > self.figure(name).bounds[1]

    def _told(self, name: str) -> Number:
        return sum(self.least[part] for part in self.parts[name])

    def _may_be_less(self, name: str) -> bool:
        return self.figure(name).qualifier in _SOFT


def figure(fact: Fact) -> Figure:
    """The figure of a fact that is weighed."""
    assert fact.figure is not None  # only facts with a figure are weighed
    return fact.figure


def key(fact: Fact) -> Key:
    """What the figure of *fact* is added up with."""
    own = figure(fact)
    return Key(fact.from_, fact.to, own.of, own.unit, own.terms or Terms.GIFT)


def _above(name: str, links: Mapping[str, tuple[str, ...]]) -> list[str]:
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
    return whole.date.latest is None or (part.date.latest is not None and part.date.latest <= whole.date.latest)
