"""The texts of a book as they are searched: folded, a space around each word.

They are the same for every search, so that they can be kept beside the book in the cache.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Any

import msgspec

from vnkp.i18n import numbers
from vnkp.i18n.labels import KINDS, label
from vnkp.model.facts import Book, Fact
from vnkp.model.fields import Lang
from vnkp.query.filters import keys_of
from vnkp.query.names import places_around
from vnkp.query.sourcing import publisher_names
from vnkp.query.word_forms import NUMERAL, country_signs, numeral_values
from vnkp.store import cache
from vnkp.text import (
    HYPHEN,
    Normalizer,
    fold,
    normalize_keeping_accents,
    without_possessives,
)


class Field(IntEnum):
    """Where a word is found, the best first."""

    PERSON = 0
    TITLE = 1
    PLACE = 2
    ITEM = 3
    OFFICE = 4
    KIND = 5
    FIGURE = 6
    NOTE = 7
    SOURCE = 8


# The texts that a fact has to itself, in this order, a line each.
OWN_FIELDS = (Field.TITLE, Field.KIND, Field.FIGURE, Field.NOTE)
# The others it shares by key; and the tables of these keys in the store.
TABLES = {
    Field.PERSON: "person",
    Field.PLACE: "place",
    Field.ITEM: "item",
    Field.OFFICE: "office",
    Field.SOURCE: "source",
}
_BETWEEN_WORDS = r"[^\w|]+|_+"
_COMPOUND = rf"\w+(?:{HYPHEN}\w+)+"


class AccentedTexts(msgspec.Struct, frozen=True, array_like=True, tag=2):
    """The texts of each fact by id, in the order of the book, and of what facts share by key.

    The tag changes when texts are spelt in another way: then what is in caches is out of date.
    """

    facts: dict[str, str]
    shared: dict[Field, dict[str, str]]


class SearchTexts(AccentedTexts, frozen=True, array_like=True, tag=4):
    """The same texts without accents, and of each key which facts of the book have it, as indexes.

    With these a search need not decode the facts in which it finds nothing.
    """

    holders: dict[Field, dict[str, list[int]]]


def folded_texts(book: Book) -> SearchTexts:
    """The folded texts of *book*, made once for each store."""
    return cache.derived(book, SearchTexts, _folded_texts)


def accented_texts(book: Book) -> AccentedTexts:
    """The texts of *book* with their accents, made once for each store."""
    return cache.derived(book, AccentedTexts, _accented_texts)


def _folded_texts(book: Book) -> SearchTexts:
    holders: dict[Field, dict[str, list[int]]] = {}
    for field, table in TABLES.items():
        indexes = holders[field] = {}
        for index, fact in enumerate(book.facts):
            for key in dict.fromkeys(keys_of(fact, table)):
                indexes.setdefault(key, []).append(index)
    return SearchTexts(*_all_texts(book, fold), holders)


def _accented_texts(book: Book) -> AccentedTexts:
    return AccentedTexts(*_all_texts(book, normalize_keeping_accents))


def _all_texts(
    book: Book, normalize: Normalizer
) -> tuple[dict[str, str], dict[Field, dict[str, str]]]:
    own = {
        fact.id: "\n".join(
            _with_countries(spaced_words(own_texts(book, fact, field), normalize), normalize)
            for field in OWN_FIELDS
        )
        for fact in book.facts
    }
    shared: dict[Field, dict[str, str]] = {}
    for field, table in shared_tables(book).items():
        texts = {key: spaced_words(_names(book, field, key), normalize) for key in table}
        if field is not Field.PERSON:  # Rok is also a name
            texts = {key: _with_countries(text, normalize) for key, text in texts.items()}
        shared[field] = texts
    return own, shared


def own_texts(
    book: Book, fact: Fact, field: Field, langs: Sequence[Lang] = ("en", "vi")
) -> list[str]:
    """The texts of *field* that *fact* does not share, those of notes and figures in *langs*."""
    match field:
        case Field.TITLE:
            return [fact.en, fact.vi, fact.id, *fact.former_ids]
        case Field.KIND:
            return [KINDS[fact.kind].en, KINDS[fact.kind].vi]
        case Field.FIGURE:
            figures = fact.all_figures
            return [numbers.figure(figure, book, lang) for lang in langs for figure in figures]
        case _:
            notes = [fact.note, *(variant.note for variant in fact.variants)]
            return [label(note, lang) for lang in langs for note in notes if note]


def spaced_words(texts: Iterable[str], normalize: Normalizer) -> str:
    """The normalised words of *texts*, a space around each, a bar between two texts.

    Hyphened words stand there also as one word, and numbers without separators.

    >>> spaced_words(["Việt–Triều: 22,700 t"], fold)
    ' viet trieu 22 700 t | 22700 | viettrieu '
    """
    text = without_possessives(" | ".join(texts))
    numerals = [match for match in re.finditer(NUMERAL, text) if not match[0].isdecimal()]
    extra = [value for numeral in numerals for value in numeral_values(numeral)]
    if re.search(HYPHEN, text):
        extra += re.findall(_COMPOUND, text)
        text = re.sub(HYPHEN, " ", text)
    text = " | ".join([text, *extra])
    return f" {re.sub(_BETWEEN_WORDS, ' ', normalize(text)).strip()} "


def _with_countries(spaced: str, normalize: Normalizer) -> str:
    signs = country_signs(spaced) if normalize is fold else ""
    return f"{spaced}| {signs} " if signs else spaced


def shared_tables(book: Book) -> dict[Field, Mapping[str, Any]]:
    """The people, places … of *book* by key."""
    return {
        Field.PERSON: book.people,
        Field.PLACE: book.places,
        Field.ITEM: book.items,
        Field.OFFICE: book.offices,
        Field.SOURCE: book.sources,
    }


def _names(book: Book, field: Field, key: str) -> Sequence[str]:
    match field:
        case Field.PERSON:
            names = list(book.people[key].spellings)
            for family, *given in [name.split() for name in names]:
                if given:  # Kim Ilsung, Kimilsung
                    names += [f"{family} {''.join(given)}", family + "".join(given)]
            return names
        case Field.PLACE:
            around = places_around(key, book.places)
            return [name for place in around for name in book.places[place].spellings]
        case Field.SOURCE:
            source = book.sources[key]
            return key, source.title, *dict.fromkeys(publisher_names(book, source))
        case _:
            entry = shared_tables(book)[field][key]
            return entry.en, entry.vi
