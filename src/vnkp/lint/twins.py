"""Facts that may tell one event twice, the one more fully than the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from vnkp.model.edtf import month_length
from vnkp.model.enums import Kind
from vnkp.model.facts import Book, Fact, Figure
from vnkp.store.problems import Finding

_MAX_NEIGHBOURS = 50  # facts that begin after another and are compared with it
_NEAR = 100  # amounts that differ by no more than one part in so many may be one
# Facts that may be one event, each with the day on which it begins and its index.
Groups = dict[tuple[object, ...], list[tuple[dt.date, int, Fact]]]


def find_same_events(book: Book) -> Iterator[Finding]:
    """Facts of one kind with the same people on overlapping dates, each reported once."""
    groups: Groups = {}
    for index, fact in enumerate(book.facts):
        people = frozenset(participant.who for participant in fact.people)
        if people or fact.figure:
            item = fact.figure and fact.figure.of
            key = (fact.kind, people, fact.from_, fact.to, item)
            groups.setdefault(key, []).append((fact.date.earliest, index, fact))
    reported: set[int] = set()
    for fact, other, before, index in _near_pairs(groups):
        overlap = other.date.earliest <= fact.date.last_day
        if overlap and index not in reported and (fact.people or fact.figure == other.figure):
            reported.add(index)
            yield Finding(("fact", index), "same_event", id=book.facts[before].id)


def find_twins(book: Book) -> Iterator[Finding]:
    """Facts of one kind and direction on overlapping dates, with like people or a like figure.

    3,000 t of rice of April 2016 and about 3,005 t of 2016 look like one event; so do a visit
    of one person and one of that person and another.
    """
    groups: Groups = {}
    for index, fact in enumerate(book.facts):
        key = (fact.kind, fact.from_, fact.to)
        groups.setdefault(key, []).append((fact.date.earliest, index, fact))
    for fact, other, before, index in _near_pairs(groups):
        if _are_twins(fact, other):
            yield Finding(("fact", index), "twin", id=book.facts[before].id)


def _near_pairs(groups: Groups) -> Iterator[tuple[Fact, Fact, int, int]]:
    """Each fact of a group and a fact that begins by its last day; the lower index, the higher.

    If it has a figure, by the last day of its month. A part and its whole, and parts of one
    whole, are no pair; no more than some neighbours of a fact are looked at.
    """
    for group in groups.values():
        group.sort()
        for position, (_, index, fact) in enumerate(group, 1):
            last = fact.date.last_day
            if fact.figure:
                last = last.replace(day=month_length(last.year, last.month))
            for first, another, other in group[position : position + _MAX_NEIGHBOURS]:
                if first > last:
                    break
                if {fact.id, *fact.part_of}.isdisjoint((other.id, *other.part_of)):
                    yield fact, other, min(index, another), max(index, another)


def _are_twins(fact: Fact, other: Fact) -> bool:
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
    pairs = zip(map(Decimal, figure.bounds), map(Decimal, other.bounds), strict=True)
    return (figure.unit, figure.of) == (other.unit, other.of) and all(
        (max(pair) - min(pair)) * _NEAR <= max(pair) for pair in pairs
    )
