"""Counting facts by groups: by year or decade, kind, person, source and others.

A fact that lies wholly inside a group and inside the time asked for is counted for sure; one that
only spans it, or may lie in it, is counted apart:

    1959/1962 by decade      1950s: spans 1     1960s: spans 1
    196X by year             1960: possible 1   …   1969: possible 1
    1961 by decade           1960s: facts 1
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import prod

import msgspec

from vnkp.errors import UsageError
from vnkp.model.enums import Group, Kind, Rank
from vnkp.model.facts import Book
from vnkp.model.time_window import Overlap
from vnkp.query.filters import Query, keys_of
from vnkp.query.people import visitor_rank
from vnkp.query.selection import MatchedFact
from vnkp.query.sourcing import independent_publishers
from vnkp.query.time_groups import cut_query

# What stands for the side of a fact that is mutual, as the store writes it.
BETWEEN = "between"
_MAX_CELLS = 130_000  # a fact of all time is counted in each of 9,999 years
PERIODS = {Group.YEAR: 1, Group.DECADE: 10}  # and how many years each has
# Closed sets, in the order in which they are told.
ORDERS = {
    Group.KIND: [kind.value for kind in Kind],
    Group.FROM: ["VN", "KP", BETWEEN],
    Group.RANK: [rank.value for rank in Rank],
    Group.MATCH: [overlap.value for overlap in Overlap],
}

Value = str | None  # None: the fact has no such thing


class Count(msgspec.Struct, frozen=True):
    """How many facts have *values* in the groups: *facts* for sure, the others perhaps."""

    values: tuple[Value, ...]
    facts: int = 0
    spans: int = 0
    possible: int = 0

    @property
    def uncertain(self) -> int:
        """How many only span the group, or may lie in it."""
        return self.spans + self.possible


# A value that a fact has in a group, and how it meets it if that is a time.
_Member = tuple[Value, Overlap | None]


def count_facts(
    book: Book, query: Query, matches: Sequence[MatchedFact], by: Sequence[Group]
) -> list[Count]:
    """How many of *matches*, which are what *query* asked for, have each value in the groups *by*.

    In the order of the groups: times and closed sets in their own, all others by the number of
    facts; what has no value comes last. With ``--strict`` only what is certain is counted.
    """
    periods = {group: _periods(book, query, PERIODS[group]) for group in by if group in PERIODS}
    tally: Counter[tuple[tuple[Value, ...], Overlap]] = Counter()
    cells = _MAX_CELLS + 10 * len(matches)
    for match in matches:
        members = [_members(book, match, group, periods.get(group, {})) for group in by]
        cells -= prod(map(len, members))
        if cells < 0:
            raise UsageError("too_many_counts", by=",".join(group.value for group in by))
        for combination in product(*members):
            overlap = next((overlap for _, overlap in combination if overlap), match.overlap)
            values = tuple(value for value, _ in combination)
            tally[values, overlap] += 1
    counts = [
        Count(values, *(tally[values, overlap] for overlap in Overlap))  # in the order of fields
        for values in dict.fromkeys(values for values, _ in tally)
    ]
    positions = [
        {value: position for position, value in enumerate(values_in_order(counts, index, group))}
        for index, group in enumerate(by)
    ]
    return sorted(
        counts,
        key=lambda count: [positions[index][value] for index, value in enumerate(count.values)],
    )


def values_in_order(counts: Iterable[Count], index: int, group: Group) -> list[Value]:
    """The values of *group*, which is the one at *index* of *counts*, in its order."""
    facts: Counter[Value] = Counter()
    uncertain: Counter[Value] = Counter()
    for count in counts:
        facts[count.values[index]] += count.facts
        uncertain[count.values[index]] += count.uncertain
    known = sorted(value for value in facts if value is not None)
    if group in ORDERS:
        known.sort(key=ORDERS[group].index)
    elif group not in PERIODS:
        known.sort(key=lambda value: (-facts[value], -uncertain[value]))
    return [*known, None] if None in facts else list(known)


def packages_or_parts(matches: Iterable[MatchedFact], *, parts: bool) -> list[MatchedFact]:
    """*matches* with either a package or its parts: with *parts* these, otherwise the package.

    A package is a fact that has a part of its own kind: a total with its shipments, an agreement
    with those under it. Talks on a visit are another kind, and count beside it.
    """
    listed = list(matches)
    facts = {id_: match.fact for match in listed for id_ in (match.fact.id, *match.fact.former_ids)}
    pairs = [
        (facts[whole].id, match.fact.id)
        for match in listed
        for whole in match.fact.part_of
        if whole in facts and facts[whole].kind is match.fact.kind
    ]
    left_out = {whole if parts else part for whole, part in pairs}
    return [match for match in listed if match.fact.id not in left_out]


def _members(
    book: Book, match: MatchedFact, group: Group, periods: Mapping[int, tuple[str, Query]]
) -> list[_Member]:
    """The values of *match* in *group*; of times those of *periods* that one of its dates meets."""
    if group not in PERIODS:
        return [(value, None) for value in _values(book, match, group) or {None}]
    fact, step = match.fact, PERIODS[group]
    dates = [fact.date, *(variant.date for variant in fact.variants if variant.date)]
    first = min(date.earliest.year for date in dates) // step * step
    last = max(date.last_day.year for date in dates)
    years = range(first, min(last, max(periods, default=0)) + 1, step)
    near = [periods[year] for year in years if year in periods]
    return [(name, overlap) for name, query in near if (overlap := query.match(fact))]


def _values(book: Book, match: MatchedFact, group: Group) -> set[Value]:
    """What the fact has in *group*; empty where it has no such thing."""
    fact = match.fact
    match group:
        case Group.KIND:
            return {fact.kind.value}
        case Group.FROM:
            return {BETWEEN if fact.between else fact.from_}
        case Group.RANK:
            return {visitor_rank(book, fact).value} if fact.kind is Kind.VISIT else set()
        case Group.ITEM:
            return {fact.figure.of} if fact.figure else set()
        case Group.PERSON | Group.PLACE | Group.SOURCE:
            return {*keys_of(fact, group.value)}
        case Group.MATCH:
            return {match.overlap.value}
        case _:
            return {*independent_publishers(book, fact)}


def _periods(book: Book, query: Query, step: int) -> dict[int, tuple[str, Query]]:
    """The years or decades of the book, by their first year: the name, and *query* cut to it.

    What goes on to the present goes on to the last year that the book knows of.
    """
    days = [day for fact in book.facts for day in (fact.date.earliest, fact.date.latest) if day]
    years = range(min(days).year // step * step, max(days).year + 1, step) if days else ()
    return {year: period for year in years if (period := cut_query(query, year, step))}
