"""Weighing parts against their wholes: what each figure adds to a total, and why some add nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import NamedTuple

import msgspec

from vnkp.errors import Problem
from vnkp.model import Fact, Figure, Number, Side
from vnkp.query import Query
from vnkp.vocabulary import Qualifier, Stage, Terms
from vnkp.windows import Match

# A whole so worded may be less than its parts without a contradiction.
_SOFT = frozenset({Qualifier.ABOUT, Qualifier.OVER, Qualifier.AT_LEAST})


class Why(str, Enum):
    """Why a fact was left out of a total."""

    OUTSIDE = "outside the window"
    UNSURE = "not surely inside the window"
    TOLD = "told by its parts"
    PLEDGED = "pledged, no delivery known"
    ARRIVED = "pledged, its delivery is known"


class Counted(msgspec.Struct, frozen=True):
    """A fact, and the least and the most that it adds to a total."""

    id: str
    low: Number
    high: Number


class LeftOut(msgspec.Struct, frozen=True):
    """A fact that a total does not hold, and why."""

    id: str
    why: Why


class Key(NamedTuple):
    """What is added up together: never two units, items, directions or terms."""

    from_: Side | None
    to: Side | None
    of: str
    unit: str
    terms: Terms


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


class Weighing:
    """Aid facts as wholes and parts."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.facts = {fact.id: fact for fact in facts}
        self.parts: dict[str, list[str]] = {}
        self.owners: dict[str, list[str]] = {}
        for fact in self.facts.values():
            if _delivered(fact):
                for whole in _direct(fact, self.facts):
                    self.parts.setdefault(whole, []).append(fact.id)
                    if _delivered(self.facts[whole]):
                        self.owners.setdefault(fact.id, []).append(whole)
        self._sums: dict[str, tuple[Number, Number]] = {}

    def amount(self, name: str) -> tuple[Number, Number]:
        """The least and the most that the fact called *name* stands for, its parts weighed against it."""
        if name not in self._sums:
            low, high = _figure(self.facts[name]).bounds
            parts = [self.amount(part) for part in self.parts.get(name, ())]
            self._sums[name] = (max(low, sum(part[0] for part in parts)), max(high, sum(part[1] for part in parts)))
        return self._sums[name]

    def excesses(self) -> Iterable[Problem]:
        """A problem for each whole that its delivered parts exceed, with the numbers."""
        for name, parts in self.parts.items():
            figure = _figure(self.facts[name])
            least = sum(self.amount(part)[0] for part in parts)
            if least > figure.bounds[1] and figure.qualifier not in _SOFT:
                what = f"its delivered parts add up to {least:,} {figure.unit}, more than its own {figure.bounds[1]:,}"
                yield Problem(0, name, what, f"mend a figure, or take one of {', '.join(parts)} out")

    def totals(self, query: Query, group: str | None) -> list[Total]:
        """One total for each key of which something lies in the window of *query*, or was pledged there."""
        matches = {name: query.match(fact) for name, fact in self.facts.items()}
        spreads = {name: self._own(name, match, matches) for name, match in matches.items()}
        keys: dict[Key, list[str]] = {}
        for name, fact in self.facts.items():
            keys.setdefault(_key(fact), []).append(name)
        made = (self._total(key, names, matches, spreads, group) for key, names in keys.items())
        return [total for total in made if total.counted or total.pledged]

    def _own(self, name: str, match: Match | None, matches: Mapping[str, Match | None]) -> tuple[Number, Number]:
        """What the fact itself adds, beyond its parts: for one without parts all of it, for a whole its rest."""
        if match is None or not _delivered(self.facts[name]):
            return 0, 0
        low, high = _figure(self.facts[name]).bounds
        for part in self.parts.get(name, ()):
            least, most = self.amount(part)
            # A part of two wholes may be small in the one and large in the other: take the bound that is safe for both.
            alone = len(self.owners[part]) < 2
            low -= least if alone else most
            high -= most if alone and matches[part] else least
        return (max(low, 0) if match is Match.INSIDE else 0), max(high, 0)

    def _total(
        self,
        key: Key,
        names: list[str],
        matches: Mapping[str, Match | None],
        spreads: Mapping[str, tuple[Number, Number]],
        group: str | None,
    ) -> Total:
        counted, left_out = [], []
        pledged: list[Number] = []
        qualifiers = []
        for name in names:
            low, high = spreads[name]
            why = self._left_out(name, matches[name], high)
            if why is None:
                counted.append(Counted(name, min(low, high), max(low, high)))
            else:
                left_out.append(LeftOut(name, why))
            if why is None or (why is Why.TOLD and matches[name] is Match.INSIDE):
                qualifiers.append(_figure(self.facts[name]).qualifier)
            if why is Why.PLEDGED or (why is Why.ARRIVED and matches[name]):
                pledged.append(self._outstanding(name))
        sums = sorted((sum(spreads[name][0] for name in names), sum(spreads[name][1] for name in names)))
        return Total(key, sums[0], sums[1], together(qualifiers), sum(pledged), tuple(counted), tuple(left_out), group)

    def _left_out(self, name: str, match: Match | None, high: Number) -> Why | None:
        if match is None:
            return Why.OUTSIDE
        if not _delivered(self.facts[name]):
            return Why.PLEDGED if not self.parts.get(name) else Why.ARRIVED
        return Why.TOLD if not high and self.parts.get(name) else None

    def _outstanding(self, name: str) -> Number:
        """What of a pledge is not known to have been delivered."""
        delivered = sum(self.amount(part)[0] for part in self.parts.get(name, ()))
        return max(_figure(self.facts[name]).bounds[1] - delivered, 0)


def together(qualifiers: Iterable[Qualifier]) -> Qualifier:
    """The qualifier of a sum: "over" stays over, "about" and "nearly" make it about, a single figure keeps its own."""
    words = list(qualifiers)
    kinds = set(words) - {Qualifier.EXACT}
    if len(words) == 1 or not kinds:
        return words[0] if words else Qualifier.EXACT
    if kinds <= {Qualifier.OVER, Qualifier.AT_LEAST}:
        return Qualifier.OVER if Qualifier.OVER in kinds else Qualifier.AT_LEAST
    return Qualifier.UP_TO if kinds == {Qualifier.UP_TO} else Qualifier.ABOUT


def _figure(fact: Fact) -> Figure:
    assert fact.figure is not None  # only facts with a figure are weighed
    return fact.figure


def _key(fact: Fact) -> Key:
    figure = _figure(fact)
    return Key(fact.from_, fact.to, figure.of, figure.unit, figure.terms or Terms.GIFT)


def _delivered(fact: Fact) -> bool:
    return _figure(fact).stage is not Stage.PLEDGED


def _direct(fact: Fact, facts: Mapping[str, Fact]) -> list[str]:
    """The wholes of *fact* that are weighed too and measure the same thing, but for those above another of them.

    The delivery of a pledge is a part of whatever the pledge is a part of.
    """
    wholes = [whole for whole in _wholes(fact, facts) if _alike(fact, facts[whole])]
    above = {upper for whole in wholes if _delivered(facts[whole]) for upper in _wholes(facts[whole], facts)}
    return [whole for whole in wholes if whole not in above]


def _wholes(fact: Fact, facts: Mapping[str, Fact]) -> list[str]:
    named = [whole for whole in fact.part_of if whole in facts]
    through = [upper for whole in named if not _delivered(facts[whole]) for upper in _wholes(facts[whole], facts)]
    return list(dict.fromkeys(named + through))


def _alike(part: Fact, whole: Fact) -> bool:
    """Whether both measure the same thing; a whole may hold gifts and credits alike."""
    return _key(part)._replace(terms=Terms.GIFT) == _key(whole)._replace(terms=Terms.GIFT)
