"""The facts and what they speak of: frozen values, shaped as `data/facts.toml` is.

The file, its JSON Schema, the cache and the Python interface are all read off these classes.
"""

from decimal import Decimal
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from vnkp.model.edtf import EdtfDate
from vnkp.model.enums import Kind, Qualifier, Rank, SourceKind, Stage, Terms

# The annotations here are values (no __future__ import): texts would be compiled at every start.

SCHEMA = 1
TITLE_LENGTH = 80
# A figure above this is a slip: it is more than the world's yearly product in any currency.
MAX_AMOUNT = 10**16
# No source gives more digits after the point; with more, sums would no longer be exact.
MAX_DECIMALS = 9
# A district lies in a town, a province, a country: no place lies in more.
MAX_PLACES_AROUND = 8

Line = Annotated[str, Meta(min_length=1)]
Title = Annotated[str, Meta(min_length=1, max_length=TITLE_LENGTH)]
# Patterns are for editors here and checked by `vnkp.store`: checking them on what the cache holds
# would take a third of the time of reading it.
KEY_PATTERN = "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"
ID_PATTERN = "^[0-9]{4}-[a-z0-9]+(-[a-z0-9]+)*$"
Key = Annotated[str, Meta(extra_json_schema={"pattern": KEY_PATTERN})]
FactId = Annotated[str, Meta(extra_json_schema={"pattern": ID_PATTERN})]
KeyRef = Annotated[str, Meta(min_length=1, extra_json_schema={"pattern": KEY_PATTERN})]
FactRef = Annotated[str, Meta(min_length=1, extra_json_schema={"pattern": ID_PATTERN})]
Country = Annotated[
    str, Meta(pattern="^[A-Z]{2}$", description="VN, KP, or another ISO 3166-1 code of two letters")
]
Side = Literal["VN", "KP"]
Lang = Literal["en", "vi"]
Number = int | Decimal


def _describe(description: str) -> Meta:
    """What editors show about a key."""
    return Meta(description=description)


_EN, _VI = _describe("in English"), _describe("in Vietnamese")


class _Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """What all values share: frozen, strict, small in the cache."""


class BilingualText(_Value, frozen=True):
    """The same words in both languages."""

    en: Annotated[Line, _EN]
    vi: Annotated[Line, _VI]


class Place(_Value, frozen=True):
    """A town, a province or a site."""

    side: Country
    en: Annotated[Line, _EN]
    vi: Annotated[Line, _VI]
    ko: Annotated[Line | None, _describe("in Hangul")] = None
    aliases: Annotated[tuple[Line, ...], _describe("other names by which people may ask")] = ()
    within: Annotated[KeyRef | None, _describe("the key of the place that it lies in")] = None

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way in which the name is written."""
        return tuple(name for name in (self.en, self.vi, self.ko, *self.aliases) if name)


class Office(_Value, frozen=True):
    """An office that somebody held."""

    side: Country
    rank: Rank
    en: Annotated[Line, _EN]
    vi: Annotated[Line, _VI]
    short: Annotated[
        BilingualText | None, _describe("for tables; left out where the name itself is short")
    ] = None


class Person(_Value, frozen=True):
    """A person, with the spellings that sources use."""

    side: Country
    en: Annotated[Line, _describe("as English sources write the name")]
    vi: Annotated[Line, _describe("as Vietnamese sources write the name")]
    ko: Annotated[Line | None, _describe("in Hangul; left out when it is not certain")] = None
    aliases: Annotated[tuple[Line, ...], _describe("other spellings by which people may ask")] = ()
    note: Annotated[
        BilingualText | None, _describe("what tells two people of one name apart: Premier")
    ] = None

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way in which the name is written."""
        return tuple(name for name in (self.en, self.vi, self.ko, *self.aliases) if name)


class Source(_Value, frozen=True):
    """A page, book or document that tells facts."""

    title: Annotated[Line, _describe("as the source itself has it")]
    publisher: Annotated[
        Line, _describe("who wrote it: the key of a [publisher] table, or a name as it is")
    ]
    lang: Annotated[Line, _describe("the language it is in, by ISO 639: vi, en, ko")]
    kind: SourceKind
    via: Annotated[
        Line | None,
        _describe("of a copy: who carries it, as a key or a name; the writer is publisher"),
    ] = None
    published: Annotated[EdtfDate | None, _describe("when; left out when unknown")] = None
    url: Annotated[Line | None, _describe("where; left out when there is none")] = None


class Cite(_Value, frozen=True):
    """A source, and the place *at* which it says so."""

    source: Annotated[KeyRef, _describe("the key of a [source] table")]
    at: Annotated[Line | None, _describe("where in it: paragraph 2, page 14")] = None


class Participant(_Value, frozen=True):
    """A person taking part in a fact, with the offices held then."""

    who: Annotated[KeyRef, _describe("the key of a [person] table")]
    as_: Annotated[
        KeyRef | Annotated[tuple[KeyRef, ...], Meta(min_length=1)] | None,
        _describe("the key of an [office] table, or a list of them"),
    ] = msgspec.field(name="as", default=None)

    @property
    def offices(self) -> tuple[str, ...]:
        """The keys of the offices held then."""
        if self.as_ is None:
            return ()
        return (self.as_,) if isinstance(self.as_, str) else self.as_


class Figure(_Value, frozen=True):
    """An amount: an exact *value*, or *low* to *high*, in a *unit*, *of* an item."""

    unit: Annotated[KeyRef, _describe("the key of a [unit] table")]
    of: Annotated[KeyRef, _describe("what it counts: the key of an [item] table")]
    value: Annotated[Number | None, _describe("the amount, kept exact: 22_700")] = None
    low: Annotated[
        Number | None, _describe("the least, where the source gives a range; with high")
    ] = None
    high: Annotated[
        Number | None, _describe("the most, where the source gives a range; with low")
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


class Variant(_Value, frozen=True):
    """Another source's reading of a fact: a whole date, a whole figure, or a note."""

    cite: Annotated[tuple[Cite, ...], Meta(min_length=1, description="the sources that read it so")]
    date: Annotated[EdtfDate | None, _describe("the whole date, as this source has it")] = None
    figure: Annotated[Figure | None, _describe("the whole figure, as this source has it")] = None
    note: Annotated[BilingualText | None, _describe("what else this source has otherwise")] = None


class Fact(_Value, frozen=True):
    """One dated event or figure, with who says so."""

    id: Annotated[
        FactId, _describe("the year it began in, then a few words; never changed once published")
    ]
    kind: Kind
    date: EdtfDate
    en: Annotated[
        Title, _describe("title in English: present tense, without date, figure or full stop")
    ]
    vi: Annotated[Title, _describe("title in Vietnamese: without date, figure or full stop")]
    cite: Annotated[
        tuple[Cite, ...], Meta(min_length=1, description="who says so: at least one source")
    ]
    from_: Annotated[Side | None, _describe("who goes, gives, sells, speaks")] = msgspec.field(
        name="from", default=None
    )
    to: Annotated[Side | None, _describe("to whom")] = None
    between: Annotated[
        bool, _describe("write true for what is mutual, in place of from and to")
    ] = False
    people: Annotated[
        tuple[Participant, ...], _describe("who took part, each with the office held then")
    ] = ()
    places: Annotated[tuple[KeyRef, ...], _describe("where: keys of [place] tables")] = ()
    note: Annotated[
        BilingualText | None, _describe("what does not fit a title, in our own words")
    ] = None
    milestone: Annotated[bool, _describe("write true for what is worth an anniversary")] = False
    part_of: Annotated[
        tuple[FactRef, ...],
        _describe("ids of its wholes: the visit, total or pledge that it belongs to"),
    ] = ()
    figure: Figure | None = None
    former_ids: Annotated[tuple[FactRef, ...], _describe("ids that it had before")] = ()
    variants: Annotated[tuple[Variant, ...], _describe("other readings")] = msgspec.field(
        name="variant", default=()
    )

    @property
    def disputed(self) -> bool:
        """Whether a source reads it otherwise."""
        return bool(self.variants)

    @property
    def all_cites(self) -> tuple[Cite, ...]:
        """Every citation: of the head reading first, then of the variants."""
        return (
            self.cite + tuple(cite for variant in self.variants for cite in variant.cite)
            if self.variants
            else self.cite
        )

    @property
    def all_figures(self) -> tuple[Figure, ...]:
        """Its figure, if it has one, then those of the variants."""
        figures = (
            (self.figure, *(variant.figure for variant in self.variants))
            if self.variants
            else (self.figure,)
        )
        return tuple(figure for figure in figures if figure)


class Book(_Value, frozen=True, dict=True, gc=True):
    """The whole store."""

    schema: Annotated[Literal[1], _describe("the version of this form")]
    units: Annotated[dict[Key, BilingualText], _describe("what figures are in, by key")] = (
        msgspec.field(name="unit", default_factory=dict)
    )
    items: Annotated[dict[Key, BilingualText], _describe("what figures count, by key")] = (
        msgspec.field(name="item", default_factory=dict)
    )
    places: Annotated[dict[Key, Place], _describe("places, by key")] = msgspec.field(
        name="place", default_factory=dict
    )
    offices: Annotated[dict[Key, Office], _describe("offices, by key")] = msgspec.field(
        name="office", default_factory=dict
    )
    people: Annotated[dict[Key, Person], _describe("people, by key")] = msgspec.field(
        name="person", default_factory=dict
    )
    publishers: Annotated[
        dict[Key, BilingualText], _describe("publishers that have a name in each language, by key")
    ] = msgspec.field(name="publisher", default_factory=dict)
    sources: Annotated[dict[Key, Source], _describe("sources, by key")] = msgspec.field(
        name="source", default_factory=dict
    )
    facts: Annotated[tuple[Fact, ...], _describe("events and figures, by date")] = msgspec.field(
        name="fact", default=()
    )

    @property
    def facts_by_id(self) -> dict[str, Fact]:
        """Every fact by its id, and by the ids that it had before."""
        former = {id_: fact for fact in self.facts for id_ in fact.former_ids}
        return {**former, **{fact.id: fact for fact in self.facts}}
