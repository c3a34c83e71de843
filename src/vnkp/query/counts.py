"""Counting what the book holds: facts of each person, facts on each source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from vnkp.model.facts import Book, Fact, Office, Person


class PersonSummary(msgspec.Struct, frozen=True):
    """A person, the offices held, and the number of facts from the *first* to the *last* year."""

    id: str
    person: Person
    offices: tuple[tuple[str, Office], ...]
    facts: int
    first: str | None
    last: str | None


def summarize_people(book: Book, ids: Iterable[str] | None = None) -> list[PersonSummary]:
    """Summaries of the people called *ids* (of all by default), those with the most facts first."""
    facts: dict[str, list[Fact]] = {key: [] for key in (book.people if ids is None else ids)}
    for fact in book.facts:
        for attendance in fact.people:
            if attendance.who in facts:
                facts[attendance.who].append(fact)
    summaries = [_person(book, key, theirs) for key, theirs in facts.items()]
    return sorted(summaries, key=lambda summary: (-summary.facts, summary.id))


def _person(book: Book, key: str, facts: list[Fact]) -> PersonSummary:
    held = dict.fromkeys(
        office
        for fact in facts
        for participant in fact.people
        if participant.who == key
        for office in participant.offices
    )
    first = min(facts, key=lambda fact: fact.date.earliest).date.text if facts else None
    last = max(facts, key=lambda fact: fact.date.earliest).date.text if facts else None
    return PersonSummary(
        key,
        book.people[key],
        tuple((one, book.offices[one]) for one in held),
        len(facts),
        first,
        last,
    )


def facts_per_source(book: Book) -> Counter[str]:
    """How many facts rest on each source, as head reading or as another."""
    return Counter(
        source for fact in book.facts for source in {cite.source for cite in fact.all_cites}
    )


class Sourcing(msgspec.Struct, frozen=True):
    """How well a book is sourced: counts, and the ids of the facts that rest on one source."""

    facts: int
    sources: int
    disputed: int
    one_source: tuple[str, ...]


def count_sourcing(book: Book) -> Sourcing:
    """How well the facts of *book* are sourced."""
    lone = [fact.id for fact in book.facts if len({cite.source for cite in fact.all_cites}) == 1]
    disputed = sum(fact.disputed for fact in book.facts)
    return Sourcing(len(book.facts), len(book.sources), disputed, tuple(lone))
