"""The texts of a book as they are searched: folded, a space around each word.

They are the same for every search, so that they can be kept beside the book in the cache.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum

import msgspec

from vnkp.i18n import numbers
from vnkp.i18n.labels import KINDS
from vnkp.model.facts import Book, Fact
from vnkp.query.countries import country_signs
from vnkp.query.names import places_around
from vnkp.query.numerals import NUMERAL, numeral_values
from vnkp.text import HYPHEN, Normalizer, fold, normalize_keeping_accents, without_possessives, words


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


# The texts that a fact has to itself, in this order, a line each; the others it shares by key.
OWN_FIELDS = (Field.TITLE, Field.KIND, Field.FIGURE, Field.NOTE)
SHARED_FIELDS = (Field.PERSON, Field.PLACE, Field.ITEM, Field.OFFICE, Field.SOURCE)
_COMPOUND = rf"\w+(?:{HYPHEN}\w+)+"


class SearchTexts(msgspec.Struct, frozen=True, array_like=True):
    """The folded texts of each fact by id, and of what facts share by field and key."""

    facts: dict[str, str]
    shared: dict[Field, dict[str, str]]


def search_texts(book: Book) -> SearchTexts:
    """The texts of *book*, folded."""
    return SearchTexts(
        {fact.id: own_text(book, fact, fold) for fact in book.facts},
        {
            field: {key: shared_text(book, field, key, fold) for key in _table(book, field)}
            for field in SHARED_FIELDS
        },
    )


def own_text(book: Book, fact: Fact, normalize: Normalizer) -> str:
    """What *fact* has to itself, a line for each of `OWN_FIELDS`."""
    notes = [fact.note, *(variant.note for variant in fact.variants)]
    figures = [
        numbers.figure(figure, book, lang) for figure in fact.all_figures for lang in ("en", "vi")
    ]
    texts: tuple[Sequence[str], ...] = (
        (fact.en, fact.vi, fact.id, *fact.former_ids),
        (KINDS[fact.kind].en, KINDS[fact.kind].vi),
        figures,
        [text for note in notes if note for text in (note.en, note.vi)],
    )
    return "\n".join(_with_countries(spaced_words(text, normalize), normalize) for text in texts)


def shared_text(book: Book, field: Field, key: str, normalize: Normalizer) -> str:
    """The text of the person, place … called *key*."""
    text = spaced_words(_names(book, field, key), normalize)
    return text if field is Field.PERSON else _with_countries(text, normalize)  # Rok is also a name


class AccentedTexts:
    """The same texts with their accents, made when they are first needed."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._own: dict[str, str] = {}
        self._shared: dict[tuple[Field, str], str] = {}

    def own(self, fact: Fact) -> str:
        """What *fact* has to itself."""
        if fact.id not in self._own:
            self._own[fact.id] = own_text(self._book, fact, normalize_keeping_accents)
        return self._own[fact.id]

    def shared(self, field: Field, key: str) -> str:
        """The text of the person, place … called *key*."""
        if (field, key) not in self._shared:
            text = shared_text(self._book, field, key, normalize_keeping_accents)
            self._shared[field, key] = text
        return self._shared[field, key]


def shared_keys(fact: Fact) -> Iterator[tuple[Field, str]]:
    """The people, places, items, offices and sources of *fact*, by field and key."""
    for participant in fact.people:
        yield Field.PERSON, participant.who
        for office in participant.offices:
            yield Field.OFFICE, office
    for place in fact.places:
        yield Field.PLACE, place
    for figure in fact.all_figures:
        yield Field.ITEM, figure.of
    for cite in fact.all_cites:
        yield Field.SOURCE, cite.source


def spaced_words(texts: Iterable[str], normalize: Normalizer) -> str:
    """The normalised words of *texts*, a space around each, a bar between two texts.

    Hyphened words stand there also as one word, and numbers without separators.

    >>> spaced_words(["Việt–Triều: 22,700 t"], fold)
    ' viet trieu 22 700 t | viettrieu | 22700 '
    """
    parts = []
    for text in map(without_possessives, texts):
        parts.append(words(re.sub(HYPHEN, " ", text), normalize))
        parts += [words(compound, normalize) for compound in re.findall(_COMPOUND, text)]
        parts += [[value] for match in NUMERAL.finditer(text) for value in numeral_values(match)]
    spaced = f" {' | '.join(' '.join(part) for part in parts if part)} "
    return spaced


def _with_countries(spaced: str, normalize: Normalizer) -> str:
    signs = country_signs(spaced) if normalize is fold else ""
    return f"{spaced}| {signs} " if signs else spaced


def _table(book: Book, field: Field) -> Iterable[str]:
    match field:
        case Field.PERSON:
            return book.people
        case Field.PLACE:
            return book.places
        case Field.ITEM:
            return book.items
        case Field.OFFICE:
            return book.offices
        case _:
            return book.sources


def _names(book: Book, field: Field, key: str) -> Sequence[str]:
    match field:
        case Field.PERSON:
            spellings = book.people[key].spellings
            return [*spellings, *(joined for name in spellings for joined in _joined_names(name))]
        case Field.PLACE:
            return [name for place in places_around(key, book.places) for name in book.places[place].spellings]
        case Field.ITEM:
            return book.items[key].en, book.items[key].vi
        case Field.OFFICE:
            return book.offices[key].en, book.offices[key].vi
        case _:
            source = book.sources[key]
            publisher = book.publishers.get(source.publisher)
            names = (publisher.en, publisher.vi) if publisher else (source.publisher,)
            return key, source.title, *names


def _joined_names(name: str) -> tuple[str, ...]:
    """*name* with its given name, and all of it, as one word: Kim Ilsung, Kimilsung."""
    family, *given = name.split()
    return (f"{family} {''.join(given)}", family + "".join(given)) if given else ()
