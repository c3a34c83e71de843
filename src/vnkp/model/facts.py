"""The facts and what they speak of: frozen values, shaped as `data/facts.toml` is.

The file, its JSON Schema, the cache and the Python interface are all read off these classes.
"""

import functools
from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from msgspec import Meta

from vnkp.model.edtf import EdtfDate, order
from vnkp.model.enums import Kind, Qualifier, Rank, SourceKind, Stage, Terms
from vnkp.model.fields import (
    BilingualText,
    Country,
    English,
    FactId,
    Key,
    KeyRef,
    Line,
    Number,
    Side,
    Title,
    Value,
    Vietnamese,
    describe,
)


class Place(Value, frozen=True):
    """A town, a province or a site."""

    side: Country
    en: English
    vi: Vietnamese
    ko: Annotated[Line | None, describe("in Hangul")] = None
    aliases: Annotated[tuple[Line, ...], describe("other names by which people may ask")] = ()
    within: Annotated[KeyRef | None, describe("the key of the place that it lies in")] = None

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way in which the name is written."""
        return tuple(name for name in (self.en, self.vi, self.ko, *self.aliases) if name)


class Office(Value, frozen=True):
    """An office that somebody held."""

    side: Country
    rank: Rank
    en: English
    vi: Vietnamese
    short: Annotated[
        BilingualText | None, describe("for tables; left out where the name itself is short")
    ] = None


class Person(Value, frozen=True):
    """A person, with the spellings that sources use."""

    side: Country
    en: Annotated[Line, describe("as English sources write the name")]
    vi: Annotated[Line, describe("as Vietnamese sources write the name")]
    ko: Annotated[Line | None, describe("in Hangul; left out when it is not certain")] = None
    aliases: Annotated[tuple[Line, ...], describe("other spellings by which people may ask")] = ()
    note: Annotated[
        BilingualText | None, describe("what tells two people of one name apart: Premier")
    ] = None

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way in which the name is written."""
        return tuple(name for name in (self.en, self.vi, self.ko, *self.aliases) if name)


class Source(Value, frozen=True):
    """A page, book or document that tells facts."""

    title: Annotated[Line, describe("as the source itself has it")]
    publisher: Annotated[
        Line, describe("who wrote it: the key of a [publisher] table, or a name as it is")
    ]
    lang: Annotated[Line, describe("the language it is in, by ISO 639: vi, en, ko")]
    kind: SourceKind
    via: Annotated[
        Line | None,
        describe("of a copy: who carries it, as a key or a name; the writer is publisher"),
    ] = None
    published: Annotated[EdtfDate | None, describe("when; left out when unknown")] = None
    url: Annotated[Line | None, describe("where; left out when there is none")] = None


class Cite(Value, frozen=True):
    """A source, and the place *at* which it says so."""

    source: Annotated[KeyRef, describe("the key of a [source] table")]
    at: Annotated[Line | None, describe("where in it: paragraph 2, page 14")] = None


class Participant(Value, frozen=True, rename={"as_": "as"}):
    """A person taking part in a fact, with the offices held then."""

    who: Annotated[KeyRef, describe("the key of a [person] table")]
    as_: Annotated[
        KeyRef | Annotated[tuple[KeyRef, ...], Meta(min_length=1)] | None,
        describe("the key of an [office] table, or a list of them"),
    ] = None

    @property
    def offices(self) -> tuple[str, ...]:
        """The keys of the offices held then."""
        if self.as_ is None:
            return ()
        return (self.as_,) if isinstance(self.as_, str) else self.as_


class Figure(Value, frozen=True):
    """An amount: an exact *value*, or *low* to *high*, in a *unit*, *of* an item."""

    unit: Annotated[KeyRef, describe("the key of a [unit] table")]
    of: Annotated[KeyRef, describe("what it counts: the key of an [item] table")]
    value: Annotated[Number | None, describe("the amount, kept exact: 22_700")] = None
    low: Annotated[
        Number | None, describe("the least, where the source gives a range; with high")
    ] = None
    high: Annotated[
        Number | None, describe("the most, where the source gives a range; with low")
    ] = None
    qualifier: Qualifier = Qualifier.EXACT
    terms: Terms | None = None
    stage: Stage | None = None

    @property
    def bounds(self) -> tuple[Number, Number]:
        """The least and the most that it stands for, leaving its qualifier aside."""
        if self.value is not None:
            return self.value, self.value
        return self.low or 0, self.high or 0


class Variant(Value, frozen=True):
    """Another source's reading of a fact: a whole date, a whole figure, or a note."""

    cite: Annotated[tuple[Cite, ...], Meta(min_length=1, description="the sources that read it so")]
    date: Annotated[EdtfDate | None, describe("the whole date, as this source has it")] = None
    figure: Annotated[Figure | None, describe("the whole figure, as this source has it")] = None
    note: Annotated[BilingualText | None, describe("what else this source has otherwise")] = None


class Fact(Value, frozen=True, rename={"from_": "from", "variants": "variant"}):
    """One dated event or figure, with who says so."""

    id: Annotated[
        FactId, describe("the year it began in, then a few words; never changed once published")
    ]
    kind: Kind
    date: EdtfDate
    en: Annotated[
        Title, describe("title in English: present tense, without date, figure or full stop")
    ]
    vi: Annotated[Title, describe("title in Vietnamese: without date, figure or full stop")]
    cite: Annotated[
        tuple[Cite, ...], Meta(min_length=1, description="who says so: at least one source")
    ]
    from_: Annotated[Side | None, describe("who goes, gives, sells, speaks")] = None
    to: Annotated[Side | None, describe("to whom")] = None
    between: Annotated[bool, describe("write true for what is mutual, in place of from and to")] = (
        False
    )
    people: Annotated[
        tuple[Participant, ...], describe("who took part, each with the office held then")
    ] = ()
    places: Annotated[tuple[KeyRef, ...], describe("where: keys of [place] tables")] = ()
    note: Annotated[
        BilingualText | None, describe("what does not fit a title, in our own words")
    ] = None
    milestone: Annotated[bool, describe("write true for what is worth an anniversary")] = False
    part_of: Annotated[
        tuple[FactId, ...],
        describe("ids of its wholes: the visit, total or pledge that it belongs to"),
    ] = ()
    figure: Figure | None = None
    former_ids: Annotated[tuple[FactId, ...], describe("ids that it had before")] = ()
    variants: Annotated[tuple[Variant, ...], describe("other readings")] = ()

    @property
    def sort_key(self) -> tuple[object, ...]:
        """What orders facts: earliest first, then the longer span, then the id."""
        return order(self.date), self.id

    @property
    def disputed(self) -> bool:
        """Whether a source reads it otherwise."""
        return bool(self.variants)

    @property
    def all_cites(self) -> tuple[Cite, ...]:
        """Every citation: of the head reading first, then of the variants."""
        return self.cite + tuple([cite for variant in self.variants for cite in variant.cite])

    @property
    def readings(self) -> "tuple[Fact | Variant, ...]":
        """The fact itself, the head reading, and then its variants."""
        return self, *self.variants

    @property
    def all_figures(self) -> tuple[Figure, ...]:
        """Its figure, if it has one, then those of the variants."""
        return tuple([reading.figure for reading in self.readings if reading.figure])


# `vnkp.store` notes in the `__dict__` of a book where it comes from, and what derives from it.
# The fields of a book, and how the file calls each: [[fact]], [person.kim-il-sung] …
_HEADERS = {
    "facts": "fact",
    "units": "unit",
    "items": "item",
    "places": "place",
    "offices": "office",
    "people": "person",
    "publishers": "publisher",
    "sources": "source",
}


class Book(Value, frozen=True, dict=True, gc=True, rename=_HEADERS):
    """The whole store."""

    schema: Annotated[Literal[1], describe("the version of this form")]
    units: Annotated[Mapping[Key, BilingualText], describe("what figures are in, by key")] = {}
    items: Annotated[Mapping[Key, BilingualText], describe("what figures count, by key")] = {}
    places: Annotated[Mapping[Key, Place], describe("places, by key")] = {}
    offices: Annotated[Mapping[Key, Office], describe("offices, by key")] = {}
    people: Annotated[Mapping[Key, Person], describe("people, by key")] = {}
    publishers: Annotated[
        Mapping[Key, BilingualText],
        describe("publishers that have a name in each language, by key"),
    ] = {}
    sources: Annotated[Mapping[Key, Source], describe("sources, by key")] = {}
    facts: Annotated[Sequence[Fact], describe("events and figures, by date")] = ()

    @functools.cached_property
    def facts_by_id(self) -> Mapping[str, Fact]:
        """Every fact by its id, and by the ids that it had before."""
        former = {id_: fact for fact in self.facts for id_ in fact.former_ids}
        return {**former, **{fact.id: fact for fact in self.facts}}
