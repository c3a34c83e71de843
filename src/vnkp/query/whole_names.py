"""The whole names that a line may hold, by their letters: people, countries, places."""

from __future__ import annotations

import re

import msgspec

from vnkp.model.facts import Book
from vnkp.query import vocabulary
from vnkp.store import cache
from vnkp.text import HYPHEN, fold, words


class StoredNames(msgspec.Struct, frozen=True, array_like=True, tag=1):
    """The letters of every name of a place, and of a person with the key of that person.

    The key is empty for a name that several people share. The tag changes when names are spelt
    in another way: then what is in caches is out of date.
    """

    places: list[str]
    people: dict[str, str]


def known_names(book: Book) -> dict[str, tuple[str, str]]:
    """The letters of every whole name, and what it names: a person, a country or anything else."""
    stored = cache.derived(book, StoredNames, _stored_names)
    sides = vocabulary.phrases("side").items()
    return {
        **dict.fromkeys(stored.places, ("name", "")),
        **{letters(phrase): ("country", side) for phrase, side in sides},
        **{name: ("person" if key else "name", key) for name, key in stored.people.items()},
    }


def _stored_names(book: Book) -> StoredNames:
    places = {
        letters(spelling)
        for place in book.places.values()
        for name in (place.en, place.vi, *place.aliases)
        for spelling in (name, re.split("[,(]", name)[0])
    }
    people: dict[str, str] = {}
    for key, person in book.people.items():
        for name in map(letters, person.spellings):
            people[name] = key if people.get(name, key) == key else ""
    return StoredNames(sorted(places), people)


def letters(text: str) -> str:
    """The folded letters and digits of *text* alone: kimilsung."""
    return "".join(words(re.sub(HYPHEN, " ", text), fold))
