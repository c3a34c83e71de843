"""Searching facts for words.

A fact ranks by what is least good about it:

    search rice hanoi        whole words before beginnings of words (rice before ricefield),
                             side by side before scattered (the phrase "rice, Hanoi"),
                             then by the worst place: person, title, place, item … source
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Sequence

import msgspec

from vnkp.model.facts import Book, Fact
from vnkp.query import vocabulary
from vnkp.query.romanization import people_by_sound, syllable_count
from vnkp.query.search_terms import (
    Term,
    WordFinder,
    WordMatch,
    field_at,
    parse_terms,
    side_by_side,
    without_accents,
)
from vnkp.query.search_texts import Field, folded_texts, shared_keys
from vnkp.text import HYPHEN, fold, nearest_spellings, words


class SearchHit(msgspec.Struct, frozen=True):
    """A fact, and where each word of the search is in it; None for a word that it lacks."""

    fact: Fact
    matches: tuple[WordMatch | None, ...]

    @property
    def word_count(self) -> int:
        """How many of the words it has."""
        return sum(match is not None for match in self.matches)


class SearchResult(msgspec.Struct, frozen=True):
    """The facts with all *terms*, or, if there is none, those with most of them.

    *left_out* are the words that some of these facts lack, *without_accents* those that were only
    found without them, *suggestions* the nearest known words to those that no fact has.
    """

    terms: tuple[Term, ...]
    hits: tuple[SearchHit, ...]
    left_out: tuple[str, ...] = ()
    without_accents: tuple[str, ...] = ()
    suggestions: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def facts(self) -> list[Fact]:
        """The facts alone."""
        return [hit.fact for hit in self.hits]


def search_facts(
    book: Book, text: str, facts: Iterable[Fact], *, ranked: bool = True
) -> list[Fact]:
    """Those of *facts* that have every word of *text*, the best first unless not *ranked*."""
    search, hits = _complete_search(book, parse_terms(text), list(facts))
    return [hit.fact for hit in (sorted(hits, key=search.rank) if ranked else hits)]


def find_words(
    book: Book,
    text: str,
    facts: Iterable[Fact],
    *,
    ranked: bool = True,
) -> SearchResult:
    """Search *facts* of *book* for the words of *text*, the best first unless not *ranked*.

    Words are found in titles, people in any spelling and script, places, items, offices, kinds,
    figures, notes and sources. A word typed with Vietnamese accents matches only itself, unless
    nothing has it; a phrase in quotes stands together.
    """
    facts = list(facts)
    terms = parse_terms(text)
    search, hits = _complete_search(book, terms, facts)
    suggestions: tuple[tuple[str, tuple[str, ...]], ...] = ()
    if not hits:
        partial = search.partial_hits(facts)
        suggestions = _suggestions(book, search.absent(partial))
        most = max((hit.word_count for hit in partial), default=0)
        hits = [hit for hit in partial if hit.word_count == most]
    pairs = zip(terms, search.terms, strict=True)
    left_out = search.left_out(hits)
    bare = [term.text for term, wider in pairs if term.accented and not wider.accented]
    return SearchResult(
        tuple(search.terms),
        tuple(sorted(hits, key=search.rank) if ranked else hits),
        left_out,
        tuple(word for word in bare if word not in left_out),
        suggestions,
    )


def nearest_words(book: Book, text: str) -> tuple[str, ...]:
    """The commands and the words of names that are spelt most like those that no fact has."""
    result = find_words(book, text, book.facts, ranked=False)
    near = [name for _, names in result.suggestions for name in names]
    commands = [
        name for word in result.left_out for name in nearest_spellings(word, vocabulary.COMMANDS, 1)
    ]
    return tuple(dict.fromkeys((*commands, *near)))


def _complete_search(
    book: Book, terms: Sequence[Term], facts: Sequence[Fact]
) -> tuple[_Search, list[SearchHit]]:
    """A search for *terms*, and the facts that have all of them.

    If there is none, without the accents that nothing has; if there still is none, without any.
    """
    search = _Search(book, _with_people_by_sound(book, terms))
    hits = search.complete_hits(facts)
    if hits or not any(term.accented for term in terms):
        return search, hits
    absent = search.absent(search.partial_hits(facts))
    terms = [without_accents(term) if term in absent else term for term in search.terms]
    wider = _Search(book, terms)
    if hits := wider.complete_hits(facts):
        return wider, hits
    bare = _Search(book, [without_accents(term) for term in terms])
    hits = bare.complete_hits(facts)
    return (bare, hits) if hits else (wider, [])


def _suggestions(book: Book, absent: Sequence[Term]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The nearest names, or words of names, to each of the *absent* terms."""
    if not absent:
        return ()
    people = [name for person in book.people.values() for name in person.spellings]
    places = [name for place in book.places.values() for name in place.spellings]
    items = [name for item in book.items.values() for name in (item.en, item.vi)]
    names = [*people, *places, *items]
    known = dict.fromkeys([word.strip("(),") for name in names for word in name.split()] + names)
    nearest = [(term.text, tuple(nearest_spellings(term.text, known))) for term in absent]
    return tuple((word, names) for word, names in nearest if names)


def _with_people_by_sound(book: Book, terms: Sequence[Term]) -> list[Term]:
    """*terms*, those that make up the name of a Korean with the people who are called so.

    People who are written so go before people whose name only sounds so.
    """
    written = folded_texts(book).shared[Field.PERSON]
    called: list[frozenset[str]] = [frozenset()] * len(terms)
    for start, length in itertools.product(range(len(terms)), (1, 2, 3)):
        run = terms[start : start + length]
        if len(run) < length or any(term.names or term.accented for term in run):
            continue
        text = " ".join(term.text for term in run)
        keys = people_by_sound(text, book.people.items())
        if syllable_count(text) != 1:  # one is a surname, which many have who are written otherwise
            name = f" {' '.join(words(re.sub(HYPHEN, ' ', text), fold))} "
            keys = [key for key in keys if name in written[key]] or keys
        for index in range(start, start + length):
            called[index] |= frozenset(keys)
    return [
        msgspec.structs.replace(term, people=keys) if keys else term
        for term, keys in zip(terms, called, strict=True)
    ]


class _Search:
    """Looks for *terms* in facts of *book*."""

    def __init__(self, book: Book, terms: Sequence[Term]) -> None:
        self.terms = terms
        self._texts = folded_texts(book)
        self._finders = [WordFinder(book, term) for term in terms]
        # Many facts share a text: each is looked through once.
        self._find_phrase = functools.cache(side_by_side(terms).search)

    def complete_hits(self, facts: Iterable[Fact]) -> list[SearchHit]:
        """The facts that have every term."""
        hits = []
        for fact in facts:
            keys = list(shared_keys(fact))
            matches = []
            for finder in self._finders:
                match = finder.best_match(fact, keys)
                if match is None:
                    break
                matches.append(match)
            else:
                hits.append(SearchHit(fact, tuple(matches)))
        return hits if self._finders else []

    def partial_hits(self, facts: Iterable[Fact]) -> list[SearchHit]:
        """The facts that have any of the terms."""
        hits = []
        for fact in facts:
            keys = list(shared_keys(fact))
            matches = tuple(finder.best_match(fact, keys) for finder in self._finders)
            if any(matches):
                hits.append(SearchHit(fact, matches))
        return hits

    def absent(self, hits: Sequence[SearchHit]) -> list[Term]:
        """The terms that none of *hits* has."""
        terms = enumerate(self.terms)
        return [term for index, term in terms if not any(hit.matches[index] for hit in hits)]

    def left_out(self, hits: Sequence[SearchHit]) -> tuple[str, ...]:
        """The terms that some of *hits* lack; all if there are none."""
        return tuple(
            term.text
            for index, term in enumerate(self.terms)
            if not (hits and all(hit.matches[index] for hit in hits))
        )

    def rank(self, hit: SearchHit) -> tuple[bool, bool, int]:
        """How good *hit* is: the less the better."""
        matches = [match for match in hit.matches if match]
        is_beginning = any(match.is_beginning for match in matches)
        if len(self.terms) > 1:  # they may stand side by side
            own = self._texts.facts[hit.fact.id]
            phrase = self._find_phrase(own)
            fields = [field_at(own, phrase.start())] if phrase else []
            fields += [
                field
                for field, key in shared_keys(hit.fact)
                if self._find_phrase(self._texts.shared[field][key])
            ]
            if fields:
                return is_beginning, False, min(fields)
        return is_beginning, len(matches) > 1, max(match.field for match in matches)
