"""Finding what a name means, in any spelling: folding, people, and "did you mean"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from vnkp.errors import SeveralMatch, UnknownName
from vnkp.model import Person, Place

# Letters with a stroke survive Unicode decomposition: they are letters of their own there.
_STROKES = str.maketrans("đðøł", "ddol")
_JOINERS = str.maketrans("", "", "-‐‑‒–—'’ʻʼ`")


def fold(text: str) -> str:
    """*text* without case, marks, hyphens and apostrophes; Hangul stays whole. Idempotent."""
    text = text.casefold().translate(_JOINERS)
    if text.isascii():
        return text
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", bare.casefold().translate(_STROKES).translate(_JOINERS))


def lower(text: str) -> str:
    """*text* without case, hyphens and apostrophes, but with its marks."""
    return unicodedata.normalize("NFKC", text.casefold()).translate(_JOINERS)


def has_marks(text: str) -> bool:
    """Whether *text* is written with accents or đ, so that it should match nothing without them."""
    return fold(text) != lower(text)


def closest(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Up to *most* of *known* that are spelt like *word*, the nearest first."""
    import difflib  # only when something was misspelt

    folded: dict[str, str] = {}
    for name in known:
        folded.setdefault(fold(name), name)
    return [folded[match] for match in difflib.get_close_matches(fold(word)[:200], folded, most, 0.6)]


def find_id(text: str, known: Sequence[str], what: str) -> str:
    """The one of *known* that is *text* or begins with it; raise when there is none, or several."""
    if text in known:
        return text
    starting = [name for name in known if name.startswith(text)] if text else []
    if len(starting) == 1:
        return starting[0]
    if starting:
        raise SeveralMatch(what + "s", text, starting)
    within = [name for name in known if fold(text) in fold(name)] if len(text) > 2 else []
    raise UnknownName(what, text, closest(text, known) or within[:3])


def find_people(text: str, people: Mapping[str, Person]) -> list[str]:
    """The ids of the people called *text* in any spelling or script: by the whole name, else by all its words."""
    return _find(text, {key: person.spellings for key, person in people.items()})


def _find(text: str, spellings: Mapping[str, Sequence[str]]) -> list[str]:
    if text in spellings:
        return [text]
    spell = lower if has_marks(text) else fold
    wanted = spell(text).replace(" ", "")
    spelt = {key: [spell(name) for name in names] for key, names in spellings.items()}
    whole = [key for key, names in spelt.items() if any(wanted == name.replace(" ", "") for name in names)]
    if whole or not wanted:
        return whole
    words = set(spell(text).split())
    return [key for key, names in spelt.items() if any(words <= set(name.split()) for name in names)]


def find_person(text: str, people: Mapping[str, Person]) -> str:
    """The id of the person called *text*; raise `UnknownName` or `SeveralMatch` unless there is exactly one."""
    spellings = {key: person.spellings for key, person in people.items()}
    return _only(text, spellings, ("person", "people"), "list them with: vnkp people")


def find_place(text: str, places: Mapping[str, Place]) -> str:
    """The id of the place called *text*; raise `UnknownName` or `SeveralMatch` unless there is exactly one."""
    spellings = {key: (place.en, place.vi) for key, place in places.items()}
    return _only(text, spellings, ("place", "places"), "see the places of a fact with: vnkp show ID")


def _only(text: str, spellings: Mapping[str, Sequence[str]], what: tuple[str, str], otherwise: str) -> str:
    found = _find(text, spellings)
    if len(found) == 1:
        return found[0]
    if found:
        raise SeveralMatch(what[1], text, [f"{key} ({spellings[key][0]})" for key in found])
    raise UnknownName(what[0], text, closest(text, [name for names in spellings.values() for name in names]), otherwise)


def slug(text: str) -> str:
    """*text* as an id: folded, with hyphens between its words."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
