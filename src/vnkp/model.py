"""The facts and what they speak of: frozen values, shaped as `data/facts.toml` is.

The file, its JSON Schema, the cache and the Python interface are all read off these classes.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from vnkp.edtf import When
from vnkp.vocabulary import Kind, Qualifier, Rank, SourceKind, Stage, Terms

SCHEMA = 1
TITLE_LENGTH = 80
# A figure above this is a slip of the keyboard: it is more than the world's yearly product in any currency.
MOST = 10**16
# Digits after the point beyond these are none that a source gives; with them, sums would no longer be exact.
MOST_DECIMALS = 9

Line = Annotated[str, Meta(min_length=1)]
Title = Annotated[str, Meta(min_length=1, max_length=TITLE_LENGTH)]
_KEY = "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"
_FACT_ID = "^[0-9]{4}-[a-z0-9]+(-[a-z0-9]+)*$"
Key = Annotated[str, Meta(pattern=_KEY)]
FactId = Annotated[str, Meta(pattern=_FACT_ID)]
# Where a key or an id is named again, its pattern is for editors: what it names must be there, and that one was tried.
KeyRef = Annotated[str, Meta(min_length=1, extra_json_schema={"pattern": _KEY})]
FactRef = Annotated[str, Meta(min_length=1, extra_json_schema={"pattern": _FACT_ID})]
Country = Annotated[str, Meta(pattern="^[A-Z]{2}$", description="ISO 3166-1 alpha-2 code")]
Side = Literal["VN", "KP"]
Lang = Literal["en", "vi"]
Number = int | Decimal


class _Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """What all values share: frozen, strict, small in the cache."""


class Text(_Value, frozen=True):
    """The same words in both languages."""

    en: Line
    vi: Line


class Named(_Value, frozen=True):
    """A unit or an item: a name in both languages."""

    en: Line
    vi: Line


class Place(_Value, frozen=True):
    """A town, a province or a site."""

    side: Country
    en: Line
    vi: Line


class Office(_Value, frozen=True):
    """An office that somebody held."""

    side: Country
    rank: Rank
    en: Line
    vi: Line


class Person(_Value, frozen=True):
    """A person, with the spellings that sources use."""

    side: Country
    en: Line
    vi: Line
    ko: Line | None = None
    aliases: tuple[Line, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way in which the name is written."""
        return tuple(name for name in (self.en, self.vi, self.ko, *self.aliases) if name)


class Source(_Value, frozen=True):
    """A page, book or document in which a fact is told."""

    title: Line
    publisher: Line
    lang: Line
    kind: SourceKind
    published: When | None = None
    url: Line | None = None


class Cite(_Value, frozen=True):
    """A source, and the place *at* which it says so."""

    source: KeyRef
    at: Line | None = None


class Attendance(_Value, frozen=True):
    """A person taking part in a fact, with the office held then."""

    who: KeyRef
    as_: KeyRef | None = msgspec.field(name="as", default=None)


class Figure(_Value, frozen=True):
    """An amount: an exact *value*, or *low* to *high*, in a *unit*, *of* an item."""

    unit: KeyRef
    of: KeyRef
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
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

    cite: Annotated[tuple[Cite, ...], Meta(min_length=1)]
    date: When | None = None
    figure: Figure | None = None
    note: Text | None = None


class Fact(_Value, frozen=True):
    """One dated event or figure, with who says so."""

    id: FactId
    kind: Kind
    date: When
    en: Title
    vi: Title
    cite: Annotated[tuple[Cite, ...], Meta(min_length=1)]
    from_: Side | None = msgspec.field(name="from", default=None)
    to: Side | None = None
    between: bool = False
    people: tuple[Attendance, ...] = ()
    places: tuple[KeyRef, ...] = ()
    note: Text | None = None
    milestone: bool = False
    part_of: tuple[FactRef, ...] = ()
    figure: Figure | None = None
    variants: tuple[Variant, ...] = msgspec.field(name="variant", default=())

    @property
    def disputed(self) -> bool:
        """Whether a source reads it otherwise."""
        return bool(self.variants)

    @property
    def all_cites(self) -> tuple[Cite, ...]:
        """Every citation: of the head reading first, then of the variants."""
        return self.cite + tuple(cite for variant in self.variants for cite in variant.cite) if self.variants else self.cite

    @property
    def all_figures(self) -> tuple[Figure, ...]:
        """Its figure, if it has one, then those of the variants."""
        figures = (self.figure, *(variant.figure for variant in self.variants)) if self.variants else (self.figure,)
        return tuple(figure for figure in figures if figure)


class Book(_Value, frozen=True):
    """The whole store."""

    schema: Literal[1]
    units: dict[Key, Named] = msgspec.field(name="unit", default_factory=dict)
    items: dict[Key, Named] = msgspec.field(name="item", default_factory=dict)
    places: dict[Key, Place] = msgspec.field(name="place", default_factory=dict)
    offices: dict[Key, Office] = msgspec.field(name="office", default_factory=dict)
    people: dict[Key, Person] = msgspec.field(name="person", default_factory=dict)
    sources: dict[Key, Source] = msgspec.field(name="source", default_factory=dict)
    facts: tuple[Fact, ...] = msgspec.field(name="fact", default=())
