"""Facts that may tell one event twice, the one more fully than the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from vnkp.model.edtf import month_length
from vnkp.model.enums import Kind
from vnkp.model.facts import Book, Fact, Figure
from vnkp.store.problems import Finding

_MAX_NEIGHBOURS = 50  # facts that begin after another and are compared with it
_NEAR = 100  # amounts that differ by no more than one part in so many may be one


def find_twins(book: Book) -> Iterator[Finding]:
    """Facts of one kind and direction on overlapping dates, with like people or a like figure.

    3,000 t of rice of April 2016 and about 3,005 t of 2016 look like one event; so do a visit
    of one person and one of that person and another.
    """
    groups: dict[tuple[object, ...], list[tuple[int, Fact]]] = {}
    for index, fact in enumerate(book.facts):
        groups.setdefault((fact.kind, fact.from_, fact.to), []).append((index, fact))
    for fact, index, other in near_pairs(groups.values(), _last_day):
        if _are_twins(fact, other):
            yield Finding(("fact", index), "twin", {"id": fact.id})


def near_pairs(
    groups: Iterable[list[tuple[int, Fact]]], last_day: Callable[[Fact], dt.date]
) -> Iterator[tuple[Fact, int, Fact]]:
    """Each fact of a group, with the index and the facts that begin by its *last_day*.

    The groups are sorted; no more than some neighbours of a fact are looked at.
    """
    for group in groups:
        group.sort(key=lambda pair: pair[1].date.earliest)
        for position, (_, fact) in enumerate(group):
            last = last_day(fact)
            for index, other in group[position + 1 : position + 1 + _MAX_NEIGHBOURS]:
                if other.date.earliest > last:
                    break
                yield fact, index, other


def are_related(fact: Fact, other: Fact) -> bool:
    """Whether they are a part and its whole, or parts of one whole."""
    return not {fact.id, *fact.part_of}.isdisjoint((other.id, *other.part_of))


def _last_day(fact: Fact) -> dt.date:
    """The last day of *fact*, or of its month if it has a figure."""
    latest = fact.date.latest or dt.date.max
    return latest.replace(day=month_length(latest.year, latest.month)) if fact.figure else latest


def _are_twins(fact: Fact, other: Fact) -> bool:
    if are_related(fact, other):
        return False
    people, others = ({person.who for person in each.people} for each in (fact, other))
    if fact.figure and other.figure:
        if fact.figure == other.figure:
            return people != others
        return _are_near(fact.figure, other.figure)
    is_wider = bool(people and others) and (people < others or others < people)
    # Of the same people there are many talks and messages a day, and one visit.
    return is_wider and fact.kind in (Kind.VISIT, Kind.AGREEMENT)


def _are_near(figure: Figure, other: Figure) -> bool:
    """Whether two figures count one thing and differ by a hundredth at most."""
    if (figure.unit, figure.of) != (other.unit, other.of):
        return False
    low, high = figure.bounds
    other_low, other_high = other.bounds
    pairs = ((Decimal(low), Decimal(other_low)), (Decimal(high), Decimal(other_high)))
    return all(abs(amount - another) * _NEAR <= max(amount, another) for amount, another in pairs)
