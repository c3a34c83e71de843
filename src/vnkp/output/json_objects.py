"""Facts, sources, people and totals as JSON objects, the same in every answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from vnkp.i18n.labels import EXCLUSION_REASONS, Named, label, publisher_name
from vnkp.model.enums import Group, Kind, Stage, Terms
from vnkp.model.facts import Book, Cite, Fact, Figure, Office, Participant, Person, Variant
from vnkp.model.fields import Lang
from vnkp.model.time_window import Overlap
from vnkp.query.people import rank_of

if TYPE_CHECKING:
    from vnkp.query.anniversaries import Anniversary
    from vnkp.query.filters import Query
    from vnkp.query.groups import Count
    from vnkp.query.people import OfficeHeld, PersonSummary
    from vnkp.query.totals import Total

Json = dict[str, Any]

ENCODER = msgspec.json.Encoder(decimal_format="number")


def encode(value: object, *, indent: bool = False) -> str:
    """*value* as JSON, its letters not escaped."""
    encoded = ENCODER.encode(value)
    return (msgspec.json.format(encoded) if indent else encoded).decode() + "\n"


def fact_json(book: Book, fact: Fact, overlap: Overlap | None = None) -> Json:
    """The JSON of a fact; with an *overlap* also how it meets the time asked for."""
    value = {
        "id": fact.id,
        "former_ids": list(fact.former_ids),
        "kind": fact.kind.value,
        "date": fact.date.text,
        "earliest": fact.date.earliest,
        "latest": fact.date.latest,
        "title": _both_languages(fact),
        "note": fact.note and _both_languages(fact.note),
        "from": fact.from_,
        "to": fact.to,
        "between": fact.between,
        "people": [_participant(book, participant) for participant in fact.people],
        "places": [{"id": key, **_both_languages(book.places[key])} for key in fact.places],
        "figure": fact.figure and figure_json(fact.figure, fact.kind),
        "part_of": list(fact.part_of),
        "milestone": fact.milestone,
        "disputed": fact.disputed,
        "sources": _cites(book, fact.cite),
        "variants": [_variant(book, variant, fact.kind) for variant in fact.variants],
    }
    if "stores" in book.__dict__:
        value["store"] = book.__dict__["stores"].get(fact.id)
    return {**value, "match": overlap.value} if overlap else value


def shown_overlap(query: Query, overlap: Overlap | None) -> Overlap | None:
    """How a fact met the time, where that was asked for or where it is not certain."""
    return overlap if query.windows or overlap is not Overlap.INSIDE else None


def _both_languages(text: Named) -> Json:
    return {"en": text.en, "vi": text.vi}


def _participant(book: Book, participant: Participant) -> Json:
    person = book.people[participant.who]
    offices = [_office(key, book.offices[key]) for key in participant.offices]
    first = offices[0] if offices else None
    return {
        "id": participant.who,
        "name": _names(person),
        "side": person.side,
        "office": first and {key: first[key] for key in ("id", "en", "vi")},
        "rank": rank_of(book, participant).value if offices else None,
        "offices": offices,
    }


def _names(person: Person) -> Json:
    return {**_both_languages(person), "ko": person.ko}


def _office(key: str, office: Office) -> Json:
    short = office.short and _both_languages(office.short)
    return {"id": key, **_both_languages(office), "short": short, "rank": office.rank.value}


def figure_json(figure: Figure, kind: Kind) -> Json:
    """The JSON of the figure of a fact of *kind*; terms and stage belong to aid."""
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
    return [{"id": cite.source, "at": cite.at, **source_json(book, cite.source)} for cite in cites]


def source_json(book: Book, key: str, lang: Lang = "en") -> Json:
    """The JSON of the source called *key*, its publisher by its name in *lang*."""
    source = book.sources[key]
    return {
        "id": key,
        "title": source.title,
        "publisher": publisher_name(book, source.publisher, lang),
        "publisher_id": source.publisher if source.publisher in book.publishers else None,
        "via": publisher_name(book, source.via, lang) if source.via else None,
        "published": source.published and source.published.text,
        "lang": source.lang,
        "url": source.url,
        "kind": source.kind.value,
    }


def _variant(book: Book, variant: Variant, kind: Kind) -> Json:
    return {
        "date": variant.date and variant.date.text,
        "figure": variant.figure and figure_json(variant.figure, kind),
        "note": variant.note and _both_languages(variant.note),
        "sources": _cites(book, variant.cite),
    }


def person_json(summary: PersonSummary) -> Json:
    """The JSON of a person: names, offices held, and how many facts between which years."""
    return {
        "id": summary.id,
        "name": _names(summary.person),
        "note": summary.person.note and _both_languages(summary.person.note),
        "side": summary.person.side,
        "aliases": list(summary.person.aliases),
        "offices": [_office(key, office) for key, office in summary.offices],
        "facts": summary.facts,
        "first": summary.first,
        "last": summary.last,
    }


def office_held_json(book: Book, held: OfficeHeld) -> Json:
    """The JSON of a person in an office, and the years in which the record sees it."""
    person = book.people[held.person]
    return {
        "id": held.person,
        "name": _names(person),
        "side": person.side,
        "office": _office(held.office, book.offices[held.office]),
        "facts": held.facts,
        "first": f"{held.first:04}",
        "last": f"{held.last:04}",
    }


def count_json(book: Book, by: Sequence[Group], count: Count) -> Json:
    """The JSON of a count: a key for each group, and how many facts are so."""
    values: Json = dict(zip((group.value for group in by), count.values, strict=True))
    publisher = values.get(Group.PUBLISHER.value)
    if publisher:
        values[Group.PUBLISHER.value] = publisher_name(book, publisher, "en")
    return {**values, "facts": count.facts, "spans": count.spans, "possible": count.possible}


def anniversary_json(book: Book, query: Query, anniversary: Anniversary) -> Json:
    """The JSON of an anniversary, with its fact and how that meets *query*."""
    overlap = shown_overlap(query, query.match(anniversary.fact))
    return {
        "year": anniversary.year,
        "years": anniversary.years,
        "date": anniversary.date,
        "fact": fact_json(book, anniversary.fact, overlap),
    }


def total_json(total: Total) -> Json:
    """The JSON of a total, with the facts that were counted and those left out."""
    value = {
        "from": total.key.from_,
        "to": total.key.to,
        "of": total.key.of,
        "unit": total.key.unit,
        "terms": total.key.terms.value,
        "low": total.low,
        "high": total.high,
        "qualifier": total.qualifier.value,
        "pledged": total.pledged,
        "pledges_in_rest": list(total.pledges_in_rest),
        "above_pledges": total.above_pledges,
        "exceeded_pledges": list(total.exceeded_pledges),
        "undivided": total.undivided,
        "counted": [
            {"id": counted.id, "low": counted.low, "high": counted.high}
            for counted in total.counted
        ],
        "left_out": [
            {"id": left_out.id, "why": label(EXCLUSION_REASONS[left_out.why], "en")}
            for left_out in total.left_out
        ],
    }
    return value if total.group is None else {"group": total.group, **value}
