"""What a search looks for: the words of a text, each in every form in which it may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from vnkp.model.facts import Person
from vnkp.query.romanization import people_by_sound, syllable_count
from vnkp.query.search_texts import Field, SearchTexts
from vnkp.query.word_forms import COUNTRY_CODES, COUNTRY_NAMES, NUMERAL, inflections, numeral_values
from vnkp.text import (
    HYPHEN,
    fold,
    has_diacritics,
    normalize_keeping_accents,
    without_possessives,
    word_variants,
    words,
)

_MIN_BEGINNING = 3
_MAX_NAME_WORDS = 8  # of a country
_QUOTED = '["“”„«»]([^"“”„«»]*)["“”„«»]'
_WORD = '[^\\s"“”„«»]+'
# Vietnamese syllables that are written with i or y: kỷ niệm, kỉ niệm.
_I_OR_Y = "(?:qu|[hklmst])[iy]"


class Term(msgspec.Struct, frozen=True):
    """One thing to look for, as typed in *text*.

    *forms* are folded, and *accented* those that must stand so where it was typed with accents.
    *names* are what to highlight for a sign, *people* those whose name sounds so.
    """

    text: str
    forms: tuple[str, ...]
    accented: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()

    @property
    def accented_beginnings(self) -> tuple[str, ...]:
        """Those of the accented forms that may begin a word."""
        return _beginnings(self.accented) if self.beginnings else ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """What it looks like in a text, folded."""
        return self.names or self.forms


def parse_terms(text: str) -> list[Term]:
    """What *text* asks to look for: quoted phrases, numbers, countries, then single words."""
    terms: list[Term] = []
    rest = text
    while token := re.search(f"{_QUOTED}|{_WORD}", rest):
        at_token, rest = rest[token.start() :], rest[token.end() :]
        if token[1] is not None:
            terms += _words(token[1], is_phrase=True)
        elif term := _number(at_token) or _country(at_token):
            terms.append(term)
            rest = at_token[len(term.text) :]
        else:
            terms += _words(token[0], is_phrase=False)
    return terms


def _number(text: str) -> Term | None:
    """The number that *text* begins with, if it does."""
    numeral = re.match(NUMERAL, text) if text[0].isdecimal() else None
    if not numeral or not re.match(r"[.,;:!?)]*(?:\s|$)", text[numeral.end() :]):
        return None
    forms = numeral_values(numeral)
    return Term(numeral[0], tuple(forms), names=(" ".join(words(numeral[0], fold)), *forms))


def _country(text: str) -> Term | None:
    """The country that *text* begins with, if it does."""
    ends = [match.end() for match in re.finditer(_WORD, text)][:_MAX_NAME_WORDS]
    for end in reversed(ends):
        name = " ".join(words(without_possessives(re.sub(HYPHEN, " ", text[:end])), fold))
        code = COUNTRY_CODES.get(name)
        if code:
            written = [] if " " in name else [name]  # not what is part of another country's name
            return Term(text[:end], (f"={code}", *written), names=COUNTRY_NAMES[code])
    return None


def _words(text: str, *, is_phrase: bool) -> list[Term]:
    """The word or the phrase *text*; nothing if there is no letter in it."""
    forms = word_variants(without_possessives(text), fold)
    if not forms:
        return []
    accented = word_variants(text, normalize_keeping_accents) if has_diacritics(text) else []
    if is_phrase:
        return [Term(text, tuple(forms), tuple(accented))]
    beginnings = _beginnings(forms)
    forms += [form[:-1] + "iy"[form[-1] == "i"] for form in forms if re.fullmatch(_I_OR_Y, form)]
    forms += [] if accented else inflections(forms[0])[1:]
    return [Term(text, tuple(forms), tuple(accented), beginnings)]


def _beginnings(forms: Sequence[str]) -> tuple[str, ...]:
    return tuple(form for form in forms if len(form) >= _MIN_BEGINNING and not form.isdecimal())


def without_accents(term: Term) -> Term:
    """*term* as if typed without accents."""
    return msgspec.structs.replace(term, accented=())


def with_people_by_sound(
    terms: Sequence[Term], people: Mapping[str, Person], texts: SearchTexts
) -> list[Term]:
    """*terms*, those that make up the name of a Korean with the people who are called so.

    People who are written so go before people whose name only sounds so.
    """
    called: list[frozenset[str]] = [frozenset()] * len(terms)
    for start, end in _runs(terms):
        text = " ".join(term.text for term in terms[start:end])
        keys = people_by_sound(text, people.items())
        if syllable_count(text) != 1:  # one is a surname, which many have who are written otherwise
            written = f" {' '.join(words(re.sub(HYPHEN, ' ', text), fold))} "
            keys = [key for key in keys if written in texts.shared[Field.PERSON][key]] or keys
        for index in range(start, end):
            called[index] |= frozenset(keys)
    return [
        msgspec.structs.replace(term, people=keys) if keys else term
        for term, keys in zip(terms, called, strict=True)
    ]


def _runs(terms: Sequence[Term]) -> Iterator[tuple[int, int]]:
    """The runs of up to three neighbours among *terms* that may be a name."""
    for start in range(len(terms)):
        for end in range(start + 1, min(start + 3, len(terms)) + 1):
            if any(term.names or term.accented for term in terms[start:end]):
                break
            yield start, end


def side_by_side(terms: Sequence[Term]) -> re.Pattern[str]:
    """A pattern for *terms* next to each other, in this order; the last may go on."""
    patterns = [f"(?:{'|'.join(map(re.escape, term.spellings))})" for term in terms]
    return re.compile(f"(?<= ){' '.join(patterns)}")
