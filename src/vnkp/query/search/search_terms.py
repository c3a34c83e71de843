"""What a search looks for, each word in every form."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from vnkp.query.word_forms import (
    COUNTRY_CODES,
    COUNTRY_NAMES,
    NUMERAL,
    OR,
    inflections,
    numeral_values,
    synonyms,
)
from vnkp.text import (
    fold,
    folded_lines,
    has_diacritics,
    normalize_keeping_accents,
    without_possessives,
    word_variants,
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
    *names* are what to highlight where a form is a sign (``=KP``), *others* those forms that no
    name has: its endings and words for the same. *people* are those whose name sounds so.
    """

    text: str
    forms: tuple[str, ...]
    accented: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
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
    def is_side(self) -> bool:
        """Whether it is one of the two countries."""
        return self.forms[0] in ("=VN", "=KP")

    @property
    def as_name(self) -> Term:
        """It as it may stand in a name: guns are not Kwang Gun."""
        forms = tuple(form for form in self.forms if form not in self.others)
        return msgspec.structs.replace(self, forms=forms) if self.others else self

    @property
    def accented_beginnings(self) -> tuple[str, ...]:
        """Those of the accented forms that may begin a word."""
        return _beginnings(self.accented) if self.beginnings else ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """What it looks like in a text, folded."""
        return self.names or self.forms


def parse_terms(text: str) -> list[Term]:
    """The terms in *text*, each once: quoted phrases, numbers, countries, then single words.

    Two with "or" between them are one term.
    """
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
    return list({term.forms: term for term in reversed(_with_alternatives(terms))}.values())[::-1]


def _with_alternatives(terms: Sequence[Term]) -> list[Term]:
    """*terms*, of which those with "or" between them are one: rice or rubber."""
    joined: list[Term] = []
    for term in terms:
        if len(joined) > 1 and joined[-1].text in OR:
            joined[-2:] = [_either(joined[-2], term)]
        else:
            joined.append(term)
    return joined


def _either(term: Term, other: Term) -> Term:
    """What finds *term* as well as what finds the *other*."""
    accented = (term.accented or term.forms) + (other.accented or other.forms)
    return Term(
        text=f"{term.text} {OR[0]} {other.text}",
        forms=term.forms + other.forms,
        accented=accented if term.accented or other.accented else (),
        beginnings=term.beginnings + other.beginnings,
        others=term.others + other.others,
        names=term.spellings + other.spellings if term.names or other.names else (),
    )


def _number(text: str) -> Term | None:
    """The number that *text* begins with, if it does."""
    numeral = re.match(NUMERAL, text) if text[0].isdecimal() else None
    if not numeral or not re.match(r"[.,;:!?)]*(?:\s|$)", text[numeral.end() :]):
        return None
    forms = numeral_values(numeral)
    return Term(numeral[0], tuple(forms), names=(*folded_lines([numeral[0]]), *forms))


def _country(text: str) -> Term | None:
    """The country that *text* begins with, if it does."""
    ends = [match.end() for match in re.finditer(_WORD, text)][:_MAX_NAME_WORDS]
    for end in reversed(ends):
        (name,) = folded_lines([without_possessives(text[:end])])
        code = COUNTRY_CODES.get(name)
        if code:
            spelling = [] if " " in name else [name]  # not what is part of another country's name
            return Term(text[:end], (f"={code}", *spelling), names=COUNTRY_NAMES[code])
    return None


def _word_or_phrase(text: str, *, is_phrase: bool) -> list[Term]:
    """The word or the phrase *text*; nothing if there is no letter in it."""
    forms = word_variants(without_possessives(text), fold)
    if not forms:
        return []
    accented = word_variants(text, normalize_keeping_accents) if has_diacritics(text) else []
    if is_phrase:
        return [Term(f'"{text}"', tuple(forms), tuple(accented))]
    beginnings = () if accented else _beginnings(forms)  # lặn does not begin lặng
    forms += [form[:-1] + "iy"[form[-1] == "i"] for form in forms if re.fullmatch(_I_OR_Y, form)]
    others = [] if accented else [*inflections(forms[0])[1:], *synonyms(forms[0])]
    return [Term(text, (*forms, *others), tuple(accented), beginnings, others=tuple(others))]


def _beginnings(forms: Sequence[str]) -> tuple[str, ...]:
    return tuple(form for form in forms if len(form) >= _MIN_BEGINNING and not form.isdecimal())


def side_by_side(terms: Sequence[Term]) -> re.Pattern[str]:
    """A pattern for *terms* next to each other, in this order; the last may go on."""
    patterns = [f"(?:{'|'.join(map(re.escape, term.spellings))})" for term in terms]
    return re.compile(f"(?<= ){' '.join(patterns)}")
