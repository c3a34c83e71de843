"""Finding what a name means, in any spelling."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence

from vnkp.errors import AmbiguousName, UnknownName
from vnkp.model.facts import Person, Place
from vnkp.text import (
    HYPHEN,
    Normalizer,
    fold,
    has_diacritics,
    nearest_spellings,
    normalize_keeping_accents,
    words,
)


def find_id(text: str, known: Sequence[str], what: str) -> str:
    """The one of *known*, ids of *what* (fact, source), that is *text* or begins with it; raise when none is, or several."""
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
    """The ids of the people called *text* in any spelling or script: by the whole name, else by all its words."""
    return _find(text, {key: person.spellings for key, person in people.items()})


def _find(text: str, spellings: Mapping[str, Sequence[str]]) -> list[str]:
    if text in spellings:
        return [text]
    split = [
        (word, normalize_keeping_accents if has_diacritics(word) else fold) for word in text.split()
    ]
    marked = {
        part
        for word, spell in split
        if spell is normalize_keeping_accents
        for part in words(word, spell)
    }
    bare = {part for word, spell in split if spell is fold for part in words(word, spell)}
    if not marked and not bare:
        return []
    joined = "".join(words(text, fold))
    fits = {
        key: max(_fit(name, marked, bare, joined) for name in names)
        for key, names in spellings.items()
    }
    best = max(fits.values(), default=0)
    return [key for key, fit in fits.items() if fit == best] if best else []


def _fit(name: str, marked: set[str], bare: set[str], joined: str) -> int:
    """2 if *name* is *joined* once its words are, 1 if the words wanted are among its own; 0 if not, or not with *marked*."""
    if marked and not marked <= _runs(name, normalize_keeping_accents).keys():
        return 0
    runs = _runs(name, fold)
    return 2 if runs.get(joined) else int(bare <= runs.keys())


@functools.lru_cache(maxsize=10_000)
def _runs(name: str, spell: Normalizer) -> dict[str, bool]:
    """Every run of neighbours among the words of *name*, written as one word (Ilsung for Il Sung), and whether it is all."""
    parts = words(re.sub(HYPHEN, " ", name), spell)
    ends = [(start, end) for start in range(len(parts)) for end in range(start + 1, len(parts) + 1)]
    return {"".join(parts[start:end]): end - start == len(parts) for start, end in ends}


def find_person(text: str, people: Mapping[str, Person]) -> str:
    """The id of the person called *text*; raise `UnknownName` or `AmbiguousName` unless there is exactly one."""
    spellings = {key: person.spellings for key, person in people.items()}
    return _only(text, spellings, "person")


def find_place(text: str, places: Mapping[str, Place]) -> str:
    """The id of the place called *text*; raise `UnknownName` or `AmbiguousName` unless there is exactly one."""
    spellings = {key: (place.en, place.vi) for key, place in places.items()}
    return _only(text, spellings, "place")


def _only(text: str, spellings: Mapping[str, Sequence[str]], kind: str) -> str:
    matches = _find(text, spellings)
    if len(matches) == 1:
        return matches[0]
    if matches:
        raise AmbiguousName(kind, text, [f"{key} ({spellings[key][0]})" for key in matches])
    known = [name for names in spellings.values() for name in names]
    raise UnknownName(kind, text, nearest_spellings(text, known))
