"""Finding what a name means, in any spelling: folding, people, and "did you mean"."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence

from vnkp.errors import SeveralMatch, UnknownName
from vnkp.model import Person, Place

# Letters with a stroke survive Unicode decomposition: they are letters of their own there.
_STROKES = str.maketrans("đðɖøł", "dddol")
# Patterns are compiled when they are first needed (by re, which keeps them): most commands look for no name.
_HYPHEN = "[-‐‑‒–—]"
_JOINER = "[-‐‑‒–—'’ʻʼ`]"
# Older texts write đ with the Icelandic or the African letter that looks like it.
_LOOKALIKES = str.maketrans("ðɖ", "đđ")
# hoà and hòa, thuý and thúy are the same word: two schools of spelling differ on the letter that bears the tone.
_TONE = "(o(?=[ae])|u(?=y))([aey])([\u0300\u0301\u0303\u0309\u0323])"
# Where to look for an id that was not found.
_LISTED = {
    "fact": "look for it with: vnkp search WORDS",
    "source": "list them with: vnkp sources",
    "fact or source": "look for it with: vnkp search WORDS, or vnkp sources",
}

Spell = Callable[[str], str]


class _Spelling(dict[int, str | None]):
    """What *spell* makes of each character, found when it is first met: `str.translate` is quick, and quicker with None."""

    def __init__(self, spell: Spell) -> None:
        self._spell = spell

    def __missing__(self, code: int) -> str | None:
        made = self[code] = self._spell(chr(code)) or None
        return made


def _bare(char: str) -> str:
    parts = unicodedata.normalize("NFKD", char.casefold()).casefold()
    return re.sub(_JOINER, "", "".join(part for part in parts if not unicodedata.combining(part)).translate(_STROKES))


_FOLDED = _Spelling(_bare)
_LETTERS = _Spelling(lambda char: "".join(part for part in _bare(char) if part.isalnum()))


def fold(text: str) -> str:
    """*text* without case, marks, hyphens and apostrophes; Hangul stays whole. Idempotent."""
    return unicodedata.normalize("NFC", text.translate(_FOLDED))


def letters(text: str) -> str:
    """The letters and digits of *text*, folded, with nothing between them and Hangul in pieces.

    Where a word stands in a text, in whatever spelling, its letters stand in those of the text.
    """
    return text.translate(_LETTERS)


def lower(text: str) -> str:
    """*text* without case, hyphens and apostrophes, but with its marks, each tone on one and the same letter. Idempotent."""
    text = re.sub(_JOINER, "", text.casefold())
    if text.isascii():
        return text
    marked = re.sub(_JOINER, "", unicodedata.normalize("NFKD", text).casefold()).translate(_LOOKALIKES)
    return unicodedata.normalize("NFC", re.sub(_TONE, r"\1\3\2", unicodedata.normalize("NFD", marked)))


def has_marks(text: str) -> bool:
    """Whether *text* is written with accents or đ, so that it should match nothing without them."""
    return fold(text) != lower(text)


def forms(text: str, spell: Spell) -> list[str]:
    """The words of *text* spelt with *spell*, one space between them: with its hyphens opened and, if it has any, closed.

    >>> forms("Kim Il-sung", fold)
    ['kim il sung', 'kim ilsung']
    """
    closed = " ".join(words(text, spell))
    opened = " ".join(words(re.sub(_HYPHEN, " ", text), spell)) if re.search(_HYPHEN, text) else closed
    return [form for form in dict.fromkeys((opened, closed)) if form]


def words(text: str, spell: Spell) -> list[str]:
    """The words of *text* spelt with *spell*, without punctuation."""
    return re.findall(r"[^\W_]+", spell(text))


def is_unspaced(char: str) -> bool:
    """Whether *char* is of an East Asian script, in which a name may stand in the middle of a run of letters."""
    return char >= "\u2e80"


def closest(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Up to *most* of *known* that are spelt like *word*, the nearest first."""
    import difflib  # only when something was misspelt

    folded: dict[str, str] = {}
    for name in known:
        folded.setdefault(fold(name), name)
    return [folded[match] for match in difflib.get_close_matches(fold(word)[:200], folded, most, 0.6)]


def find_id(text: str, known: Sequence[str], what: str) -> str:
    """The one of *known*, ids of *what* (fact, source), that is *text* or begins with it; raise when none is, or several."""
    if text in known:
        return text
    starting = [name for name in known if name.startswith(text)] if text else []
    if len(starting) == 1:
        return starting[0]
    if starting:
        raise SeveralMatch(what + "s", text, starting)
    within = [name for name in known if fold(text) in fold(name)] if len(text) > 2 else []
    raise UnknownName(what, text, closest(text, known) or within[:3], _LISTED[what])


def find_people(text: str, people: Mapping[str, Person]) -> list[str]:
    """The ids of the people called *text* in any spelling or script: by the whole name, else by all its words."""
    return _find(text, {key: person.spellings for key, person in people.items()})


def _find(text: str, spellings: Mapping[str, Sequence[str]]) -> list[str]:
    if text in spellings:
        return [text]
    split = [(word, lower if has_marks(word) else fold) for word in text.split()]
    marked = {part for word, spell in split if spell is lower for part in words(word, spell)}
    bare = {part for word, spell in split if spell is fold for part in words(word, spell)}
    if not marked and not bare:
        return []
    joined = "".join(words(text, fold))
    fits = {key: max(_fit(name, marked, bare, joined) for name in names) for key, names in spellings.items()}
    best = max(fits.values(), default=0)
    return [key for key, fit in fits.items() if fit == best] if best else []


def _fit(name: str, marked: set[str], bare: set[str], joined: str) -> int:
    """2 if *name* is *joined* once its words are, 1 if the words wanted are among its own; 0 if not, or not with *marked*."""
    if marked and not marked <= _runs(name, lower).keys():
        return 0
    runs = _runs(name, fold)
    return 2 if runs.get(joined) else int(bare <= runs.keys())


@functools.lru_cache(maxsize=10_000)
def _runs(name: str, spell: Spell) -> dict[str, bool]:
    """Every run of neighbours among the words of *name*, written as one word (Ilsung for Il Sung), and whether it is all."""
    parts = words(re.sub(_HYPHEN, " ", name), spell)
    ends = [(start, end) for start in range(len(parts)) for end in range(start + 1, len(parts) + 1)]
    return {"".join(parts[start:end]): end - start == len(parts) for start, end in ends}


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
