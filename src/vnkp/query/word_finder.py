"""Finding one term of a search in facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from vnkp.model.facts import Book, Fact
from vnkp.query.search_terms import Matcher, Term, parse_terms
from vnkp.query.search_texts import OWN_FIELDS, Field, accented_texts, folded_texts


class WordMatch(msgspec.Struct, frozen=True):
    """Where a word is in a fact: in its own *field*, or in that of the person, place … *key*."""

    field: Field
    key: str | None
    is_beginning: bool


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
        self._shared = {
            field: dict(self._in_shared(field, shared))
            for field, shared in self._texts.shared.items()
        }
        for key in term.people:
            self._shared[Field.PERSON].setdefault(key, True)
        self._is_shared = any(self._shared.values())

    def _in_shared(self, field: Field, shared: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
        """The keys under which the term is found, and whether as a beginning only."""
        for key, text in shared.items():
            match = self._folded.find(text)
            if match and self._accented:
                match = self._accented.find(self._accented_texts.shared[field][key])
            if match and not (match[0] and field is Field.SOURCE):
                yield key, match[0]

    def find(self, fact: Fact, keys: Sequence[tuple[Field, str]]) -> WordMatch | None:
        """Where the term is in *fact*, which shares *keys*: the best place."""
        places = [] if (own := self._in_own(fact)) is None else [own]
        if self._is_shared:
            for field, key in keys:
                is_beginning = self._shared[field].get(key)
                if is_beginning is not None:
                    places.append((is_beginning, field, key))
        if not places:
            return None
        is_beginning, field, key = min(places)
        return WordMatch(field, key or None, is_beginning)

    def _in_own(self, fact: Fact) -> tuple[bool, Field, str] | None:
        text = self._texts.facts[fact.id]
        match = self._folded.find(text)
        if match and self._accented:
            text = self._accented_texts.facts[fact.id]
            match = self._accented.find(text)
        return (match[0], field_at(text, match[1]), "") if match else None
