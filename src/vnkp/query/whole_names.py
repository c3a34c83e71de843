"""The whole names that a line may hold, by their letters: people, countries, places."""

from __future__ import annotations

import re

import msgspec

from vnkp.model.facts import Book
from vnkp.query import vocabulary
from vnkp.store import cache
from vnkp.text import HYPHEN, fold, words


class KnownNames(msgspec.Struct, frozen=True, array_like=True, tag=2):
    """The letters of every name, and what it names: a person, a country or anything else.

    The tag changes with what counts as a name: then what is in caches is out of date.
    """

    by_letters: dict[str, tuple[str, str]]


def known_names(book: Book) -> dict[str, tuple[str, str]]:
    """What each name of *book* stands for, by its letters; made once for each store."""
    return cache.derived(book, KnownNames, _find_names).by_letters


def _find_names(book: Book) -> KnownNames:
    known: dict[str, tuple[str, str]] = {}
    for place in book.places.values():
        for name in (place.en, place.vi, *place.aliases):
            known[letters(name)] = ("name", "")
            known[letters(re.split("[,(]", name)[0])] = ("name", "")
    for phrase, side in vocabulary.phrases("side").items():
        known[letters(phrase)] = ("country", side)
    persons: dict[str, str] = {}
    for key, person in book.people.items():
        for name in map(letters, person.spellings):
            persons[name] = key if persons.get(name, key) == key else ""  # of a namesake
    known |= {name: ("person", key) if key else ("name", "") for name, key in persons.items()}
    return KnownNames(known)


def letters(text: str) -> str:
    """The folded letters and digits of *text* alone: kimilsung."""
    return "".join(words(re.sub(HYPHEN, " ", text), fold))
