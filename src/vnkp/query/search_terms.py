"""What a search looks for, each word in every form, and where a fact has it."""

from __future__ import annotations

import os.path
import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import msgspec

from vnkp.model.facts import Book
from vnkp.query.search_texts import OWN_FIELDS, Field, accented_texts, folded_texts
from vnkp.query.word_forms import (
    COUNTRY_CODES,
    COUNTRY_NAMES,
    NUMERAL,
    inflections,
    numeral_values,
    synonyms,
)
from vnkp.text import (
    HYPHEN,
    fold,
    has_diacritics,
    is_cjk,
    normalize_keeping_accents,
    without_possessives,
    word_variants,
    words,
)

_MIN_BEGINNING = 3
_MAX_NAME_WORDS = 8  # of a country
# All quotation marks count as one: a set of these characters would take long to compile.
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
_QUOTED, _WORD = '"([^"]*)"', r'[^\s"]+'
# Vietnamese syllables that are written with i or y: kỷ niệm, kỉ niệm.
_I_OR_Y = "(?:qu|[hklmst])[iy]"


class Term(msgspec.Struct, frozen=True):
    """One thing to look for, as typed in *text*.

    *forms* are folded, and *accented* those that must stand so where it was typed with accents.
    *names* are what to highlight where a form is a sign (``=KP``), *people* those whose name sounds
    so.
    """

    text: str
    forms: tuple[str, ...]
    accented: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()

    @property
    def is_phrase(self) -> bool:
        """Whether it is a name or something else that was typed in quotes."""
        return self.text.startswith('"')

    @property
    def is_word(self) -> bool:
        """Whether it is a single word, no name, number or country."""
        return not (self.is_phrase or self.names)

    @property
    def is_country(self) -> bool:
        """Whether it is the name of a country."""
        return self.forms[0].startswith("=")

    @property
    def accented_beginnings(self) -> tuple[str, ...]:
        """Those of the accented forms that may begin a word."""
        return _beginnings(self.accented) if self.beginnings else ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """What it looks like in a text, folded."""
        return self.names or self.forms


def parse_terms(text: str) -> list[Term]:
    """The terms in *text*: quoted phrases, numbers, countries, then single words."""
    terms: list[Term] = []
    rest = text.translate(_QUOTES)
    while token := re.search(f"{_QUOTED}|{_WORD}", rest):
        at_token, rest = rest[token.start() :], rest[token.end() :]
        if token[1] is not None:
            terms += _word_or_phrase(token[1], is_phrase=True)
        elif term := _number(at_token) or _country(at_token):
            terms.append(term)
            rest = at_token[len(term.text) :]
        else:
            terms += _word_or_phrase(token[0], is_phrase=False)
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


def _word_or_phrase(text: str, *, is_phrase: bool) -> list[Term]:
    """The word or the phrase *text*; nothing if there is no letter in it."""
    forms = word_variants(without_possessives(text), fold)
    if not forms:
        return []
    accented = word_variants(text, normalize_keeping_accents) if has_diacritics(text) else []
    if is_phrase:
        return [Term(f'"{text}"', tuple(forms), tuple(accented))]
    beginnings = _beginnings(forms)
    forms += [form[:-1] + "iy"[form[-1] == "i"] for form in forms if re.fullmatch(_I_OR_Y, form)]
    forms += [] if accented else [*inflections(forms[0])[1:], *synonyms(forms[0])]
    return [Term(text, tuple(forms), tuple(accented), beginnings)]


def _beginnings(forms: Sequence[str]) -> tuple[str, ...]:
    return tuple(form for form in forms if len(form) >= _MIN_BEGINNING and not form.isdecimal())


def side_by_side(terms: Sequence[Term]) -> re.Pattern[str]:
    """A pattern for *terms* next to each other, in this order; the last may go on."""
    patterns = [f"(?:{'|'.join(map(re.escape, term.spellings))})" for term in terms]
    return re.compile(f"(?<= ){' '.join(patterns)}")


class WordMatch(msgspec.Struct, frozen=True):
    """Where a word is in a fact: in its own *field*, or in that of the person, place … *key*."""

    field: Field
    key: str | None
    is_beginning: bool


class Matcher:
    """Finds the words of a term in texts of `SearchTexts`.

    For *visit*, with its form *visits*:

        " visit"              has to be there at all: quickly looked for
        " visit ", " visits " a whole word
        " visit"              the beginning of a word
    """

    def __init__(self, forms: Sequence[str], beginnings: Sequence[str] = ()) -> None:
        self._wholes = [form if is_cjk(form[0]) else f" {form} " for form in forms]
        starts = [whole.rstrip() for whole in self._wholes]
        self._common = os.path.commonprefix(starts)  # noqa: RUF071 # of characters, as meant
        self._beginnings = [f" {form}" for form in beginnings]

    def locate_all(self, texts: Mapping[str, str]) -> dict[str, tuple[bool, int]]:
        """As `locate`, for those of *texts* that have it, by their keys."""
        near = ((key, text) for key, text in texts.items() if self._common in text)
        return {key: location for key, text in near if (location := self.locate(text))}

    def locate(self, text: str) -> tuple[bool, int] | None:
        """Whether only a beginning is in *text*, and where; None if nothing is."""
        for is_beginning, forms in ((False, self._wholes), (True, self._beginnings)):
            positions = [position for form in forms if (position := text.find(form)) >= 0]
            if positions:
                return is_beginning, min(positions) + 1
        return None


def field_at(own: str, position: int) -> Field:
    """The field in which *position* of the text *own* of a fact lies."""
    return OWN_FIELDS[own.count("\n", 0, position)]


def offices_with_words(book: Book, text: str) -> list[str]:
    """The keys of the offices whose names have every word of *text*; none if it has no word."""
    terms = parse_terms(text)
    texts = folded_texts(book).shared[Field.OFFICE] if terms else {}
    for term in terms:
        texts = {key: texts[key] for key in Matcher(term.forms).locate_all(texts)}
    return list(texts)


def find_term(book: Book, term: Term, ids: Collection[str]) -> dict[str, WordMatch]:
    """The best place of *term* in the facts of *ids* that have it, by their ids."""
    folded = folded_texts(book)
    accented = accented_texts(book) if term.accented else folded
    places: dict[str, list[tuple[bool, Field, str]]] = defaultdict(list)
    own = {fact_id: folded.facts[fact_id] for fact_id in ids}
    for fact_id, (is_beginning, position) in _locate_all(term, own, accented.facts).items():
        places[fact_id].append((is_beginning, field_at(accented.facts[fact_id], position), ""))
    for field, texts in folded.shared.items():
        located = _locate_all(term, texts, accented.shared[field])
        keys = {key: is_beginning for key, (is_beginning, _) in located.items()}
        if field is Field.PERSON:
            keys = {**dict.fromkeys(term.people, True), **keys}
        elif field is Field.SOURCE:  # a beginning is not enough
            keys = {key: False for key, is_beginning in keys.items() if not is_beginning}
        for key, is_beginning in keys.items():
            for fact_id in folded.holders[field].get(key, ()):
                if fact_id in own:
                    places[fact_id].append((is_beginning, field, key))
    best = {fact_id: min(several) for fact_id, several in places.items()}
    return {
        fact_id: WordMatch(field, key or None, is_beginning)
        for fact_id, (is_beginning, field, key) in best.items()
    }


def _locate_all(
    term: Term, folded: Mapping[str, str], accented: Mapping[str, str]
) -> dict[str, tuple[bool, int]]:
    """Where *term* is, by key: in the *accented* texts if it was typed with accents."""
    located = Matcher(term.forms, term.beginnings).locate_all(folded)
    if term.accented:
        matcher = Matcher(term.accented, term.accented_beginnings)
        located = matcher.locate_all({key: accented[key] for key in located})
    return located
