"""Korean names by rule: any usual romanisation, northern and southern Hangul.

A name becomes a few strings of sounds, one sign a letter of Hangul, and what is typed becomes a
pattern over them. Sounds that a spelling does not tell apart share a class in the pattern:

    정은        sounds  jANvn    (A = ㅓ, N = ㅇ, v = ㅡ)
    Jong Un     pattern j[AoO](?:N|nk)[uUvAO]n    o may be ㅓ or ㅗ, u may be ㅜ, ㅡ or ㅓ
    Jeong-eun   pattern j[AO](?:N|nk)[vU]n        eo is ㅓ, eu is ㅡ
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Mapping, Sequence

from vnkp.model.facts import Person
from vnkp.text import HYPHEN, fold, has_diacritics, words

# The sounds of Hangul in the order of Unicode. O and U stand for vowels that northern spelling
# does not tell apart, in names of which no Hangul is known.
_OR_UNKNOWN = str.maketrans({"A": "[AO]", "o": "[oO]", "u": "[uU]", "v": "[vU]"})
_INITIALS: tuple[str, ...] = (*"kknttrmppss", "", *"jjcktph")
_VOWELS: tuple[str, ...] = (
    *"aE", "ya", "yE", *"Ae", "yA", "ye", "o", "wa", "wE", "Q", "yo",
    "u", "wA", "we", "wi", "yu", *"vIi",
)  # fmt: skip
_FINALS: tuple[str, ...] = ("", *"kkknnntrkmrrrprmppttNttktp", "")
# Letters as they are typed: the sounds that they may stand for, and the one that they have in a
# northern spelling. The longest that fits is taken.
_LETTERS = {
    "tch": ("[jc]", "c"), "chh": ("[jc]", "c"), "ch": ("[jc]", "c"),
    "jj": ("j", "j"), "j": ("j", "j"),
    "kk": ("kk?", "k"), "gg": ("kk?", "k"), "kh": ("k", "k"), "ck": ("k", "k"),
    "k": ("k", "k"), "g": ("k", "k"),
    "tt": ("tt?", "t"), "dd": ("tt?", "t"), "th": ("t", "t"), "t": ("t", "t"), "d": ("t", "t"),
    "pp": ("pp?", "p"), "bb": ("pp?", "p"), "ph": ("p", "p"), "p": ("p", "p"), "b": ("p", "p"),
    "ss": ("ss?", "s"), "sh": ("s", "s"), "s": ("s", "s"), "h": ("h", "h"), "m": ("m", "m"),
    "ll": ("rr?", "r"), "rr": ("rr?", "r"), "rh": ("r", "r"), "r": ("r", "r"), "l": ("r", "r"),
    "ng": ("(?:N|nk)", "N"), "n": ("n", "n"),
    "yeo": ("y[AO]", "yA"), "yae": ("yE", "yE"), "yoo": ("y[uU]", "yu"), "you": ("y[AoOuU]", "yO"),
    "yo": ("y[AoO]", "yO"), "yu": ("y[uUAO]", "yU"), "ya": ("ya", "ya"), "ye": ("y[eE]", "ye"),
    "yi": ("i", "i"), "weo": ("wA", "wA"), "wae": ("wE", "wE"), "woo": ("[uU]", "u"),
    "wo": ("wA", "wA"), "wu": ("[uU]", "u"), "wa": ("wa", "wa"), "wi": ("wi", "wi"),
    "we": ("(?:w[eE]|Q)", "we"), "oe": ("Q", "Q"), "oi": ("(?:Q|[oO]i)", "Q"), "oo": ("[uU]", "u"),
    "ou": ("[AoOuU]", "O"), "eui": ("I", "I"), "ui": ("(?:I|wi|[uUvAO]i)", "I"),
    "eo": ("[AO]", "A"), "eu": ("[vU]", "v"),
    "ee": ("[iI]", "i"), "ae": ("E", "E"), "ai": ("(?:E|ai)", "E"),
    "a": ("a", "a"), "e": ("[eE]", "e"), "i": ("[iI]", "i"), "o": ("[AoO]", "O"),
    "u": ("[uUvAO]", "U"),
}  # fmt: skip
_VOWEL = "[aeiou]+"
_MAX_SYLLABLES = 6
# Park, Ahn, Noh, Rhee: r and h that nobody says.
_SILENT = "(?<=[aeiou])h(?![aeiouwy])|(?<=a)r(?=k$)"
# The breve of McCune–Reischauer says which vowel it is.
_BREVES = str.maketrans({"ŏ": "eo", "ŭ": "eu"})
# How sounds change where syllables meet: Paek Nam is said (and by some written) Paeng Nam.
_MEETING: tuple[tuple[str, str], ...] = (
    ("k(?=[nm])", "N"), ("p(?=[nm])", "m"), ("t(?=[nm])", "n"), ("[kN]r", "Nn"), ("[pm]r", "mn"),
    ("nr|rn", "rr"), ("(?<=[kpt])h", ""),
)  # fmt: skip


def sound_pattern(text: str) -> str:
    """A pattern for the sounds of *text*, a name or part of one; empty if it is not Korean."""
    spelled = unicodedata.normalize("NFC", text).casefold().translate(_BREVES)
    if has_diacritics(spelled):
        return ""
    patterns = [_word_pattern(word) for word in words(re.sub(HYPHEN, " ", spelled), fold)]
    return "".join(patterns) if all(patterns) else ""


def _word_pattern(word: str) -> str:
    if all("가" <= char <= "힣" for char in word):
        return "".join(map(_sounds, word)).translate(_OR_UNKNOWN)
    letters = _split_letters(word) if re.search(_VOWEL, word) else []
    return "".join(_LETTERS[letter][0] for letter in letters)


def _split_letters(word: str) -> list[str]:
    """The letters of *word* that stand for a sound each; none if it has any other.

    >>> _split_letters("chang")
    ['ch', 'a', 'ng']
    """
    rest = re.sub(_SILENT, "", word)
    letters = []
    while rest:
        letter = next((rest[:size] for size in (3, 2, 1) if rest[:size] in _LETTERS), "")
        if not letter:
            return []
        letters.append(letter)
        rest = rest.removeprefix(letter)
    return letters


def syllable_count(text: str) -> int:
    """About how many syllables *text*, a Korean name, has."""
    folded = fold(text)
    return sum("가" <= char <= "힣" for char in folded) + len(re.findall(_VOWEL, folded))


def people_by_sound(text: str, people: Mapping[str, Person]) -> list[str]:
    """The keys of the Korean *people* whose whole or given name sounds like *text*.

    A single syllable is taken for a surname.
    """
    pattern = sound_pattern(text)
    if not pattern:
        return []
    sounds = re.compile(pattern)
    sounds_of = surname_sounds if syllable_count(text) == 1 else name_sounds
    return [
        key
        for key, person in people.items()
        if person.side in ("KP", "KR")
        and any(map(sounds.fullmatch, sounds_of(person.ko or person.en)))
    ]


def _syllables(name: str) -> list[str]:
    """The syllables of *name*, in Hangul or in a northern spelling, without what is in brackets.

    None of what is too long for a name: spellings double with each syllable.
    """
    syllables = [char for char in name if "가" <= char <= "힣"]
    if not syllables:
        start, end = name.find("("), name.rfind(")")
        syllables = words(name[:start] + name[end + 1 :] if -1 < start < end else name, fold)
    return syllables if len(syllables) <= _MAX_SYLLABLES else []


@functools.cache  # each name once, however many words a search has
def surname_sounds(name: str) -> frozenset[str]:
    """The sounds of the surname of *name*, which is in Hangul or in a northern spelling."""
    surname = _syllables(name)[:1]
    return frozenset(_initials(_sounds(surname[0]), is_surname=True) if surname else ()) - {""}


@functools.cache
def name_sounds(name: str) -> frozenset[str]:
    """The sounds of *name*, whole or without the surname; the given name may come first."""
    surnames = surname_sounds(name)
    given = [_initials(_sounds(part), is_surname=False) for part in _syllables(name)[1:]]
    names = {sounds for parts in itertools.product(*given) for sounds in _meetings(parts)}
    wholes = {sounds + surname for surname in surnames for sounds in names}
    for parts in itertools.product(surnames, names):
        wholes |= _meetings(parts)
    return frozenset(wholes | (names if len(given) > 1 else set()))


def _sounds(syllable: str) -> str:
    """The sounds of a *syllable*, in Hangul or in a northern spelling."""
    if not "가" <= syllable <= "힣":
        return "".join(_LETTERS[letter][1] for letter in _split_letters(syllable))
    rest, final = divmod(ord(syllable) - ord("가"), len(_FINALS))
    initial, vowel = divmod(rest, len(_VOWELS))
    return _INITIALS[initial] + _VOWELS[vowel] + _FINALS[final]


def _initials(syllable: str, *, is_surname: bool) -> list[str]:
    """*syllable* as the North and the South begin it: 리 and 이, 로 and 노, 녀 and 여."""
    soft, rest = syllable[1:2] in ("i", "y"), syllable[1:]
    if syllable.startswith("r"):
        return [syllable, rest] if soft else [syllable, f"n{rest}"]
    if syllable.startswith("n"):
        southern = [rest] if soft else []
        return [syllable, *southern, *([f"r{rest}"] if is_surname else [])]
    if is_surname and syllable.startswith(("i", "y")):
        return [syllable, f"r{syllable}"]
    return [syllable]


def _meetings(parts: Sequence[str]) -> set[str]:
    """*parts* put together, as they are written and as they are said."""
    spelling = "".join(parts)
    pronunciation = spelling
    for meeting, sound in _MEETING:
        pronunciation = re.sub(meeting, sound, pronunciation)
    return {spelling, pronunciation}
