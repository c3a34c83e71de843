"""Finding what a name means, in any spelling."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from itertools import accumulate

import msgspec

from vnkp.errors import AmbiguousName, UnknownName
from vnkp.model.facts import Person, Place
from vnkp.model.fields import MAX_PLACES_AROUND
from vnkp.query import romanization
from vnkp.text import (
    HYPHEN,
    Normalizer,
    fold,
    folded_lines,
    has_diacritics,
    letters,
    nearest_spellings,
    normalize_keeping_accents,
    words,
)

# How well a text fits a name: some of its words, or all of it.
_WORDS, _WHOLE = 1, 2


def find_id(text: str, known: Sequence[str], what: str) -> str:
    """The one of *known*, ids of *what* (fact, source), that is *text* or begins with it.

    Raises `UnknownName` if there is none, `AmbiguousName` if there are several.
    """
    if text in known:
        return text
    starting = [name for name in known if name.startswith(text)] if text else []
    if len(starting) == 1:
        return starting[0]
    if starting:
        raise AmbiguousName(what, text, starting)
    within = [name for name in known if fold(text) in fold(name)] if len(text) > 2 else []
    raise UnknownName(what, text, nearest_spellings(text, known) or within[:3])


def find_people(text: str, people: Mapping[str, Person]) -> list[str]:
    """The ids of the people called *text* in any spelling or script.

    By the whole name, else by all its words, else, of Koreans, by its sound in any romanisation.
    A surname of one syllable is looked for in both of the last ways.
    """
    if text in people:
        return [text]
    spellings = {}
    for key, person in people.items():
        note = person.note  # Kim Yong Il Premier
        notes = (f"{person.en} {note.en}", f"{person.vi} {note.vi}") if note else ()
        spellings[key] = (*person.spellings, *notes)
    scores = _scores(text, spellings)
    best = max(scores.values(), default=0)
    best_keys = [key for key, score in scores.items() if 0 < score == best]
    keys = [key for key in best_keys if not _is_note(text, people[key])]
    if best == _WHOLE or (keys and romanization.syllable_count(text) > 1):
        return keys
    return list(dict.fromkeys((*keys, *romanization.people_by_sound(text, people))))


def find_people_by_beginnings(text: str, people: Mapping[str, Person]) -> list[str]:
    """The ids of the people with a name in which each word of *text* begins a word.

    "nguyen van khan" is Nguyễn Văn Khánh; one word alone may begin many names, and is none.
    """
    typed = words(text, fold)
    if len(typed) < 2:
        return []
    return [
        key
        for key, person in people.items()
        if any(
            all(any(word.startswith(part) for word in words(name, fold)) for part in typed)
            for name in person.spellings
        )
    ]


def find_person(text: str, people: Mapping[str, Person]) -> str:
    """The id of the person called *text*.

    Raises `UnknownName` or `AmbiguousName` unless there is exactly one.
    """
    keys = find_people(text, people)
    if len(keys) == 1:
        return keys[0]
    if keys:
        notes = {key: f", {note.en}" if (note := people[key].note) else "" for key in keys}
        choices = [f"{key} ({people[key].en}{notes[key]})" for key in keys]
        raise AmbiguousName("person", text, choices)
    raise UnknownName("person", text, nearest_spellings(text, all_spellings(people)))


def all_spellings(table: Mapping[str, Person | Place]) -> list[str]:
    """Every way in which the names in *table* are written."""
    return [name for entry in table.values() for name in entry.spellings]


def _is_note(text: str, person: Person) -> bool:
    """Whether *text* has only words of the note that tells two people of one name apart."""
    note = person.note
    return note is not None and {*words(text, fold)} <= {*words(f"{note.en} {note.vi}", fold)}


def find_places(text: str, places: Mapping[str, Place]) -> list[str]:
    """The ids of the places with all words of *text* in their names, and of what lies in them.

    Raises `UnknownName` if there is none.
    """
    scores = _place_scores(text, places)
    keys = {key for key, score in scores.items() if score or key == text}
    if not keys:
        raise UnknownName("place", text, nearest_spellings(text, all_spellings(places)))
    return [key for key in places if not keys.isdisjoint(places_around(key, places))]


def find_place(text: str, places: Mapping[str, Place]) -> str:
    """The id of the one place that *text* names best; raise `UnknownName` if there is none."""
    keys = find_places(text, places)
    scores = _place_scores(text, places)
    whole = [key for key in keys if scores[key] == _WHOLE]
    return text if text in places else (whole or keys)[0]


def _place_scores(text: str, places: Mapping[str, Place]) -> dict[str, int]:
    return _scores(text, {key: place.spellings for key, place in places.items()})


def places_around(key: str, places: Mapping[str, Place]) -> list[str]:
    """The place called *key*, and each that it lies in."""
    keys: list[str] = []
    # A circle is the store's fault; so is a place that lies deeper.
    while key in places and key not in keys and len(keys) <= MAX_PLACES_AROUND:
        keys.append(key)
        key = places[key].within or ""
    return keys


def _scores(text: str, spellings: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """How well *text* fits one of the *spellings* of each key: whole, by its words, or not at all.

    A word typed with accents has to be among the accented words of the name. Of Kim Il Sung

        kim il-sung, Kimilsung      fit the whole
        sung, ilsung, sung kim      fit by words
        ils, kim jong               do not fit
    """
    typed = _typed_words(text)
    scores = dict.fromkeys(spellings, 0)
    if not typed.accented and not typed.bare:
        return scores
    pairs = [(key, name) for key, names in spellings.items() for name in names]
    for (key, name), line in zip(pairs, folded_lines(name for _, name in pairs), strict=True):
        run = line.replace(" ", "")
        if run == typed.joined or all(word in run for word in typed.bare):  # few names do
            scores[key] = max(scores[key], _name_score(name, typed))
    return scores


class _TypedWords(msgspec.Struct, frozen=True):
    """Words with accents, those without, and all of them run together."""

    accented: frozenset[str]
    bare: frozenset[str]
    joined: str


def _typed_words(text: str) -> _TypedWords:
    accented: set[str] = set()
    bare: set[str] = set()
    for word in text.split():
        if has_diacritics(word):
            accented.update(words(word, normalize_keeping_accents))
        else:
            bare.update(words(word, fold))
    return _TypedWords(frozenset(accented), frozenset(bare), letters(text))


def _name_score(name: str, typed: _TypedWords) -> int:
    if typed.accented:
        marked = _JoinedWords.of(name, normalize_keeping_accents)
        if not all(map(marked.has_run, typed.accented)):
            return 0
    bare_name = _JoinedWords.of(name, fold)
    if typed.joined == bare_name.text:
        return _WHOLE
    return _WORDS * all(map(bare_name.has_run, typed.bare))


class _JoinedWords(msgspec.Struct, frozen=True):
    """The words of a name as one word, and where in it a word begins or ends."""

    text: str
    bounds: frozenset[int]

    @staticmethod
    @functools.lru_cache(maxsize=10_000)
    def of(name: str, normalize: Normalizer) -> _JoinedWords:
        """The words of *name*, with hyphens opened."""
        parts = words(re.sub(HYPHEN, " ", name), normalize)
        return _JoinedWords("".join(parts), frozenset(accumulate(map(len, parts), initial=0)))

    def has_run(self, word: str) -> bool:
        """Whether *word* is made of neighbouring words: ilsung in Kim Il Sung, but not ils."""
        return any(
            self.text.startswith(word, start) and start + len(word) in self.bounds
            for start in self.bounds
        )
