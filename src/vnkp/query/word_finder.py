"""Finding one term of a search in facts."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from vnkp.model.facts import Book, Fact
from vnkp.query.search_terms import Term, parse_terms
from vnkp.query.search_texts import OWN_FIELDS, Field, accented_texts, folded_texts
from vnkp.text import is_cjk


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
        self._common = _common_beginning([whole.rstrip() for whole in self._wholes])
        self._beginnings = [f" {form}" for form in beginnings]

    def find(self, text: str) -> tuple[bool, int] | None:
        """Whether only a beginning is in *text*, and where; None if nothing is."""
        if self._common not in text:
            return None
        for is_beginning, forms in ((False, self._wholes), (True, self._beginnings)):
            positions = [position for form in forms if (position := text.find(form)) >= 0]
            if positions:
                return is_beginning, min(positions) + 1
        return None


def _common_beginning(texts: Sequence[str]) -> str:
    first, last = min(texts), max(texts)
    pairs = enumerate(zip(first, last, strict=False))
    return first[: next((index for index, pair in pairs if len(set(pair)) > 1), len(first))]


def field_at(own: str, position: int) -> Field:
    """The field in which *position* of the text *own* of a fact lies."""
    return OWN_FIELDS[own.count("\n", 0, position)]


def keys_with_words(book: Book, field: Field, text: str) -> list[str]:
    """The keys of those of *field* (people, offices …) whose names have every word of *text*.

    None of them has, if there is no word in it.
    """
    matchers = [Matcher(term.forms) for term in parse_terms(text)]
    texts = folded_texts(book).shared[field] if matchers else {}
    return [key for key in texts if all(matcher.find(texts[key]) for matcher in matchers)]


class WordFinder:
    """Finds *term* in facts: looks through what they share once, and through their own texts."""

    def __init__(self, book: Book, term: Term) -> None:
        self.term = term
        self._texts = folded_texts(book)
        self._accented_texts = accented_texts(book) if term.accented else self._texts
        self._folded = Matcher(term.forms, term.beginnings)
        self._accented = Matcher(term.accented, term.accented_beginnings) if term.accented else None
        # Whether each key is found by a beginning only; of sources that is not enough.
        self._shared = {
            field: {
                key: match[0]
                for key, text in shared.items()
                if (match := self._match(text, self._accented_texts.shared[field][key]))
                and not (match[0] and field is Field.SOURCE)
            }
            for field, shared in self._texts.shared.items()
        }
        for key in term.people:
            self._shared[Field.PERSON].setdefault(key, True)
        self._is_shared = any(self._shared.values())

    def _match(self, folded: str, accented: str) -> tuple[bool, int] | None:
        """As `Matcher.find`, in the *accented* text if the term was typed with accents."""
        match = self._folded.find(folded)
        return self._accented.find(accented) if match and self._accented else match

    def find(self, fact: Fact, keys: Sequence[tuple[Field, str]]) -> WordMatch | None:
        """Where the term is in *fact*, which shares *keys*: the best place."""
        text = self._accented_texts.facts[fact.id]
        match = self._match(self._texts.facts[fact.id], text)
        places = [(match[0], field_at(text, match[1]), "")] if match else []
        if self._is_shared:
            places += [
                (self._shared[field][key], field, key)
                for field, key in keys
                if key in self._shared[field]
            ]
        if not places:
            return None
        is_beginning, field, key = min(places)
        return WordMatch(field, key or None, is_beginning)
