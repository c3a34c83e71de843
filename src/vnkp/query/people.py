"""People in facts: how high they rank, the offices they hold, and how many facts they are in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from operator import attrgetter

import msgspec

from vnkp.model.enums import Rank
from vnkp.model.facts import Book, Fact, Office, Participant, Person

_RANKS = list(Rank)  # the highest first


def is_visit_of(fact: Fact, side: str) -> bool:
    """Whether people of *side* came; where both sides met halfway, everybody did."""
    return fact.between or fact.from_ == side


def is_visitor(book: Book, fact: Fact, participant: Participant) -> bool:
    """Whether *participant* came."""
    return is_visit_of(fact, book.people[participant.who].side)


def parties(book: Book, fact: Fact) -> tuple[list[Participant], list[Participant]]:
    """Those who came, and those who were met."""
    came = [participant for participant in fact.people if is_visitor(book, fact, participant)]
    return came, [participant for participant in fact.people if participant not in came]


def visitor_rank(book: Book, fact: Fact) -> Rank:
    """The rank of the highest visitor."""
    sides = {fact.from_} if fact.from_ else {"VN", "KP"}
    visitors = (who for who in fact.people if book.people[who.who].side in sides)
    return _highest(rank_of(book, visitor) for visitor in visitors)


def rank_of(book: Book, participant: Participant) -> Rank:
    """The rank of the highest office held then; the lowest rank when none is known."""
    return _highest(book.offices[key].rank for key in participant.offices)


def _highest(ranks: Iterable[Rank]) -> Rank:
    return min(ranks, key=_RANKS.index, default=_RANKS[-1])


class NamedMembers(msgspec.Struct, frozen=True):
    """Who of a party is named: those down to the rank *lowest*, and who was asked for.

    These are *people*, and those who hold one of *offices*.
    """

    lowest: Rank = Rank.LEADER
    people: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()


_LEADERS = NamedMembers()


def leading_members(
    book: Book, party: Sequence[Participant], named: NamedMembers = _LEADERS
) -> tuple[list[Participant], int]:
    """Those of *party* who are *named*, and how many others there are.

    Where none of them ranks so high, those of the highest rank are too.
    """
    ranks = [_RANKS.index(rank_of(book, participant)) for participant in party]
    limit = max(min(ranks, default=0), _RANKS.index(named.lowest))
    members = [
        who
        for who, rank in zip(party, ranks, strict=True)
        if rank <= limit or who.who in named.people or not named.offices.isdisjoint(who.offices)
    ]
    return members, len(party) - len(members)


def is_of_rank(rank: Rank, name: str) -> bool:
    """Whether *rank* is the one called *name* or, of ``minister+``, that one or above."""
    limit = Rank(name.removesuffix("+"))
    return _highest((rank, limit)) is rank if name.endswith("+") else rank is limit


class OfficeHeld(msgspec.Struct, frozen=True):
    """A *person* whom *facts* see in an *office* from the *first* to the *last* year (ids both).

    These are years of facts: the office may have begun before and ended after. *latest* is the last
    of those facts.
    """

    person: str
    office: str
    first: int
    last: int
    facts: int
    latest: Fact


def offices_held(
    facts: Iterable[Fact],
    *,
    offices: Collection[str] | None = None,
    people: Collection[str] | None = None,
) -> list[OfficeHeld]:
    """Who held which office in *facts*, those seen last first.

    Only some *offices*, or the offices of some *people*, where these are given.
    """
    facts_by_tenure: dict[tuple[str, str], list[Fact]] = {}
    held = (
        (participant.who, office, fact)
        for fact in facts
        for participant in fact.people
        for office in participant.offices
    )
    for person, office, fact in held:
        if (people is None or person in people) and (offices is None or office in offices):
            facts_by_tenure.setdefault((person, office), []).append(fact)
    tenures = []
    for (person, office), several in facts_by_tenure.items():
        # A decade, or a date some time within years, does not say in which year it was.
        dated = [fact for fact in several if fact.date.precision != "decade"] or several
        first = min(fact.date.earliest.year for fact in dated)
        latest = max(dated, key=attrgetter("date.last_known_day"))
        last = latest.date.last_known_day.year
        tenures.append(OfficeHeld(person, office, first, last, len(several), latest))
    return sorted(
        tenures, key=lambda tenure: (-tenure.last, -tenure.first, tenure.person, tenure.office)
    )


class PersonSummary(msgspec.Struct, frozen=True):
    """A person, the offices held, and the number of facts from the *first* to the *last* date.

    *years* are the first and the last year in which the record sees them in each office.
    """

    id: str
    person: Person
    offices: tuple[tuple[str, Office], ...]
    facts: int
    first: str | None
    last: str | None
    years: dict[str, tuple[int, int]]


def summarize_people(
    book: Book, ids: Iterable[str] | None = None, among: Iterable[Fact] | None = None
) -> list[PersonSummary]:
    """Summaries of the people called *ids* (of all by default), those with the most facts first.

    Only facts *among* these count, by default all.
    """
    among = list(book.facts if among is None else among)
    facts_by_person: dict[str, dict[str, Fact]] = {
        key: {} for key in (book.people if ids is None else ids)
    }
    offices: dict[str, dict[str, Office]] = {key: {} for key in facts_by_person}
    for fact in among:
        for participant in fact.people:
            if participant.who in facts_by_person:
                facts_by_person[participant.who][fact.id] = fact
                offices[participant.who] |= {key: book.offices[key] for key in participant.offices}
    years: dict[str, dict[str, tuple[int, int]]] = {key: {} for key in facts_by_person}
    for held in offices_held(among, people=facts_by_person):
        years[held.person][held.office] = (held.first, held.last)
    earliest = attrgetter("earliest")
    summaries = []
    for key, facts in facts_by_person.items():
        dates = [fact.date for fact in facts.values()]
        summary = PersonSummary(
            id=key,
            person=book.people[key],
            offices=tuple(offices[key].items()),
            facts=len(dates),
            first=min(dates, key=earliest).text if dates else None,
            last=max(dates, key=earliest).text if dates else None,
            years=years[key],
        )
        summaries.append(summary)
    return sorted(summaries, key=lambda summary: (-summary.facts, summary.id))
