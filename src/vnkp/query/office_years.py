"""The years in which the record sees people in their offices: never when they began or ended."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec

from vnkp.model.facts import Book, Fact


class OfficeHeld(msgspec.Struct, frozen=True):
    """A *person* whom *facts* see in an *office* from the *first* to the *last* year (ids both).

    *latest* is the last of those facts.
    """

    person: str
    office: str
    first: int
    last: int
    facts: int
    latest: Fact


def offices_held(
    book: Book,
    facts: Iterable[Fact],
    *,
    offices: Collection[str] | None = None,
    people: Collection[str] | None = None,
) -> list[OfficeHeld]:
    """Who held which office in *facts*, those seen last first.

    Only some *offices*, or the offices of some *people*, where these are given.
    """
    seen: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        for participant in fact.people:
            for office in participant.offices:
                is_asked = offices is None or office in offices
                if is_asked and (people is None or participant.who in people):
                    seen.setdefault((participant.who, office), []).append(fact)
    held = [_held(person, office, several) for (person, office), several in seen.items()]
    return sorted(
        held, key=lambda tenure: (-tenure.last, -tenure.first, tenure.person, tenure.office)
    )


def _held(person: str, office: str, facts: list[Fact]) -> OfficeHeld:
    # A decade, or a date some time within years, does not say in which year somebody was seen.
    dated = [fact for fact in facts if fact.date.precision != "decade"] or facts
    first = min(fact.date.earliest.year for fact in dated)
    latest = max(dated, key=lambda fact: fact.date.latest or fact.date.earliest)
    last = (latest.date.latest or latest.date.earliest).year
    return OfficeHeld(person, office, first, last, len(facts), latest)
