"""``--by``: an answer that lists facts becomes one that counts them."""

from __future__ import annotations

from operator import attrgetter

import msgspec

from vnkp.answers import FactList
from vnkp.answers.summaries import Counts
from vnkp.errors import UsageError
from vnkp.model.enums import Group, Kind
from vnkp.query.filters import Query, Sort, sort_order
from vnkp.query.groups import PERIODS, Count, count_facts, packages_or_parts
from vnkp.query.vocabulary import closed_value, group_names

GROUPS = tuple(group.value for group in Group)


def count_answer(listing: FactList, by: str, limit: int | None, parts: bool | None) -> Counts:
    """How many facts of *listing* lie in each of the groups *by*, of which *limit* are kept.

    *parts* tells whether parts of packages are counted or, as by default, the packages.
    """
    query = listing.query
    groups = parse_groups(by, query)
    matches = packages_or_parts(listing.matches, parts=bool(parts))
    left_out = len(listing.matches) - len(matches)
    listing = msgspec.structs.replace(listing, matches=tuple(matches), total=len(matches))
    counts = count_facts(listing.book, query, matches, groups)
    order, is_reversed = sort_order(query.sort)
    if order is Sort.VALUE:
        counts.sort(key=attrgetter("facts", "uncertain"), reverse=is_reversed)
    # Of two groups, the limit is one of the first: of kinds by decade, so many kinds.
    every = list(dict.fromkeys(count.values[0] for count in counts))
    firsts = every[:limit]
    kept = tuple(count for count in counts if count.values[0] in firsts)
    sides: tuple[Count, ...] = ()
    if listing.view == "visits" and len(groups) == 1 and groups[0] is not Group.FROM:
        by_side = count_facts(listing.book, query, matches, (*groups, Group.FROM))
        sides = tuple(count for count in by_side if count.values[0] in firsts)
    return Counts(
        book=listing.book,
        query=query,
        listing=listing,
        groups=groups,
        counts=kept,
        total=len(every),
        sides=sides,
        parts_left_out=0 if parts else left_out,
        wholes_left_out=left_out if parts else 0,
    )


def parse_groups(text: str, query: Query) -> tuple[Group, ...]:
    """The groups named in *text*; raise `UsageError` for those that mean nothing for *query*."""
    groups = tuple(Group(closed_value("group", name, GROUPS)) for name in group_names(text))
    is_by_number = len(groups) == 1 and sort_order(query.sort)[0] is Sort.VALUE
    problems = {
        "too_many_groups": len(groups) > 2,
        "same_group_twice": len(set(groups)) < len(groups),
        "year_and_decade": set(groups) == set(PERIODS),
        "match_without_time": Group.MATCH in groups and not query.windows,
        "rank_without_visits": Group.RANK in groups
        and query.kinds
        and Kind.VISIT not in query.kinds,
        "one_kind_only": Group.KIND in groups and len(set(query.kinds)) == 1,
        "counts_take_no_order": query.sort not in (None, "date") and not is_by_number,
    }
    for code, is_problem in problems.items():
        if is_problem:
            raise UsageError(code, by=text)
    return groups
