"""Answers for machines: JSON, the same object for a fact from every command."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from vnkp.model.enums import Kind, Stage, Terms
from vnkp.model.facts import Book, Cite, Fact, Figure, Participant, Person, Source, Text, Variant
from vnkp.query.filters import Query

if TYPE_CHECKING:  # each is needed by one command, which has it already
    from vnkp.query.anniversaries import Anniversary
    from vnkp.query.counts import PersonTally
    from vnkp.query.totals import Total

Json = dict[str, Any]

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def json(value: object, *, indent: bool = False) -> str:
    """*value* as JSON in UTF-8, its letters not escaped; on one line unless *indent*."""
    encoded = _ENCODER.encode(value)
    return (msgspec.json.format(encoded) if indent else encoded).decode() + "\n"


def jsonl(values: Iterable[object]) -> str:
    """*values* as JSON, one to a line."""
    return _ENCODER.encode_lines(values).decode()


def facts(book: Book, found: Iterable[Fact], query: Query | None = None) -> list[Json]:
    """The JSON of facts; ``match`` is told when *query* asks for a window."""
    return [fact(book, one, query) for one in found]


def fact(book: Book, one: Fact, query: Query | None = None) -> Json:
    """The JSON of a fact, the same from every command."""
    made = {
        "id": one.id,
        "kind": one.kind.value,
        "date": one.date.text,
        "earliest": one.date.earliest,
        "latest": one.date.latest,
        "title": {"en": one.en, "vi": one.vi},
        "note": one.note and _text(one.note),
        "from": one.from_,
        "to": one.to,
        "between": one.between,
        "people": [_attendance(book, attendance) for attendance in one.people],
        "places": [
            {"id": key, "en": book.places[key].en, "vi": book.places[key].vi} for key in one.places
        ],
        "figure": one.figure and _figure(one.figure, one.kind),
        "part_of": list(one.part_of),
        "milestone": one.milestone,
        "disputed": one.disputed,
        "sources": _cites(book, one.cite),
        "variants": [_variant(book, variant, one.kind) for variant in one.variants],
    }
    if query and query.windows:
        match = query.match(one)
        made["match"] = match and match.value
    return made


def _text(text: Text) -> Json:
    return {"en": text.en, "vi": text.vi}


def _attendance(book: Book, attendance: Participant) -> Json:
    person = book.people[attendance.who]
    office = book.offices[attendance.as_] if attendance.as_ else None
    return {
        "id": attendance.who,
        "name": names(person),
        "side": person.side,
        "office": {"id": attendance.as_, "en": office.en, "vi": office.vi} if office else None,
        "rank": office.rank.value if office else None,
    }


def names(person: Person) -> Json:
    """The name of *person* in each language; ``ko`` is null where it is not certain."""
    return {"en": person.en, "vi": person.vi, "ko": person.ko}


def _figure(figure: Figure, kind: Kind) -> Json:
    aid = kind is Kind.AID
    return {
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "of": figure.of,
        "qualifier": figure.qualifier.value,
        "terms": (figure.terms or Terms.GIFT).value if aid else None,
        "stage": (figure.stage or Stage.DELIVERED).value if aid else None,
    }


def _cites(book: Book, cites: Iterable[Cite]) -> list[Json]:
    return [
        {"id": cite.source, "at": cite.at, **source(cite.source, book.sources[cite.source])}
        for cite in cites
    ]


def source(key: str, one: Source) -> Json:
    """The JSON of a source."""
    return {
        "id": key,
        "title": one.title,
        "publisher": one.publisher,
        "published": one.published and one.published.text,
        "lang": one.lang,
        "url": one.url,
        "kind": one.kind.value,
    }


def _variant(book: Book, variant: Variant, kind: Kind) -> Json:
    return {
        "date": variant.date and variant.date.text,
        "figure": variant.figure and _figure(variant.figure, kind),
        "note": variant.note and _text(variant.note),
        "sources": _cites(book, variant.cite),
    }


def anniversaries(
    book: Book, found: Iterable[Anniversary], query: Query | None = None
) -> list[Json]:
    """The JSON of anniversaries; each has the JSON of its fact."""
    return [
        {
            "year": one.year,
            "years": one.years,
            "date": one.date,
            "fact": fact(book, one.fact, query),
        }
        for one in found
    ]


def person(tally: PersonTally) -> Json:
    """The JSON of a person: names, offices held, and how many facts between which years."""
    return {
        "id": tally.id,
        "name": names(tally.person),
        "side": tally.person.side,
        "aliases": list(tally.person.aliases),
        "offices": [
            {"id": key, "en": office.en, "vi": office.vi, "rank": office.rank.value}
            for key, office in tally.offices
        ],
        "facts": tally.facts,
        "first": tally.first,
        "last": tally.last,
    }


def aid(totals: Iterable[Total], when: str | None) -> Json:
    """The JSON of totals, with the facts that were counted and left out."""
    return {"window": when, "totals": [total(one) for one in totals]}


def total(total: Total) -> Json:
    """The JSON of a total."""
    from vnkp.i18n.labels import EXCLUSION_REASONS, label

    made = {
        "from": total.key.from_,
        "to": total.key.to,
        "of": total.key.of,
        "unit": total.key.unit,
        "terms": total.key.terms.value,
        "low": total.low,
        "high": total.high,
        "qualifier": total.qualifier.value,
        "pledged": total.pledged,
        "counted": [{"id": one.id, "low": one.low, "high": one.high} for one in total.counted],
        "left_out": [
            {"id": one.id, "why": label(EXCLUSION_REASONS[one.why], "en")} for one in total.left_out
        ],
    }
    return made if total.group is None else {"group": total.group, **made}
