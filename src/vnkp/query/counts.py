"""Counts of facts: of each person, on each source, and how well they are sourced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from vnkp.model.facts import Book, Fact, Office, Person
from vnkp.query.office_years import offices_held


class PersonSummary(msgspec.Struct, frozen=True):
    """A person, the offices held, and the number of facts from the *first* to the *last* year.

    *years* are the first and the last year in which the record sees them in each office.
    """

    id: str
    person: Person
    offices: tuple[tuple[str, Office], ...]
    facts: int
    first: str | None
    last: str | None
    years: dict[str, tuple[int, int]] = msgspec.field(default_factory=dict)


def summarize_people(
    book: Book, ids: Iterable[str] | None = None, among: Iterable[Fact] | None = None
) -> list[PersonSummary]:
    """Summaries of the people called *ids* (of all by default), those with the most facts first.

    Only facts *among* these count, by default all.
    """
    among = list(book.facts if among is None else among)
    roles: dict[str, _Roles] = {
        key: _Roles({}, {}) for key in (book.people if ids is None else ids)
    }
    for fact in among:
        for participant in fact.people:
            if participant.who in roles:
                roles[participant.who].facts[fact.id] = fact
                roles[participant.who].offices.update(dict.fromkeys(participant.offices))
    years: dict[str, dict[str, tuple[int, int]]] = {key: {} for key in roles}
    for held in offices_held(book, among, people=roles):
        years[held.person][held.office] = (held.first, held.last)
    summaries = [_person(book, key, *role, years[key]) for key, role in roles.items()]
    return sorted(summaries, key=lambda summary: (-summary.facts, summary.id))


class _Roles(NamedTuple):
    """The facts of a person by id, and the offices held in them."""

    facts: dict[str, Fact]
    offices: dict[str, None]


def _person(
    book: Book,
    key: str,
    facts_by_id: Mapping[str, Fact],
    offices: Iterable[str],
    years: dict[str, tuple[int, int]],
) -> PersonSummary:
    facts = facts_by_id.values()
    first = min(facts, key=lambda fact: fact.date.earliest).date.text if facts else None
    last = max(facts, key=lambda fact: fact.date.earliest).date.text if facts else None
    return PersonSummary(
        key,
        book.people[key],
        tuple((office, book.offices[office]) for office in offices),
        len(facts),
        first,
        last,
        years,
    )


def facts_per_source(book: Book) -> Counter[str]:
    """How many facts cite each source, for their own reading or for a variant."""
    return Counter(
        source for fact in book.facts for source in {cite.source for cite in fact.all_cites}
    )


def independent_publishers(book: Book, fact: Fact) -> set[str]:
    """Who wrote what *fact* cites, each once: a copy counts with its writer."""
    return {book.sources[cite.source].publisher for cite in fact.all_cites}


class Sourcing(msgspec.Struct, frozen=True):
    """How well a book is sourced: counts, and the ids of the facts that one publisher tells."""

    facts: int
    sources: int
    disputed: int
    one_source: tuple[str, ...]


def count_sourcing(book: Book, beside: Book | None = None) -> Sourcing:
    """How well the facts of *book* are sourced.

    *beside* has all that they cite, if *book* alone has not.
    """
    one_source = tuple(
        fact.id for fact in book.facts if len(independent_publishers(beside or book, fact)) == 1
    )
    disputed = sum(fact.disputed for fact in book.facts)
    return Sourcing(len(book.facts), len(book.sources), disputed, one_source)
