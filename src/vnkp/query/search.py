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
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from operator import attrgetter

import msgspec

from vnkp.model.facts import Book, Fact
from vnkp.query import vocabulary
from vnkp.query.filters import keys_of
from vnkp.query.romanization import people_by_sound, syllable_count
from vnkp.query.search_terms import (
    Term,
    WordMatch,
    field_at,
    find_term,
    parse_terms,
    side_by_side,
)
from vnkp.query.search_texts import TABLES, Field, folded_texts
from vnkp.text import HYPHEN, fold, nearest_spellings, words


class SearchHit(msgspec.Struct, frozen=True):
    """A fact, and where each word of the search is in it; None for a word that it lacks.

    *rank* tells how well the fact fits: the less the better.
    """

    fact: Fact
    matches: tuple[WordMatch | None, ...]
    rank: tuple[bool, bool, int]


class SearchResult(msgspec.Struct, frozen=True):
    """The facts with all *terms*, or, if there is none, those with most of them.

    *left_out* are the words that some of these facts lack, *unknown* those that no fact has,
    *without_accents* those that were only found without them.
    """

    terms: tuple[Term, ...]
    hits: tuple[SearchHit, ...]
    left_out: tuple[str, ...]
    unknown: tuple[str, ...]
    without_accents: tuple[str, ...]

    @property
    def facts(self) -> list[Fact]:
        """The facts alone."""
        return [hit.fact for hit in self.hits]

    @property
    def in_some(self) -> list[str]:
        """Those of the words left out that some of the facts have."""
        return [
            term.text
            for index, term in enumerate(self.terms)
            if term.text in self.left_out and any(hit.matches[index] for hit in self.hits)
        ]

    @property
    def complete(self) -> list[Fact]:
        """The facts, if they have all words."""
        return [] if self.left_out else self.facts


def search_facts(
    book: Book, text: str, facts: Iterable[Fact], *, ranked: bool = True
) -> list[Fact]:
    """Those of *facts* that have every word of *text*, the best first unless not *ranked*."""
    return find_words(book, text, facts, ranked=ranked).complete


def find_words(
    book: Book, text: str, facts: Iterable[Fact], *, ranked: bool = True
) -> SearchResult:
    """Search *facts* of *book* for the words of *text*, the best first unless not *ranked*.

    Words are found in titles, people in any spelling and script, places, items, offices, kinds,
    figures, notes and sources. A word typed with Vietnamese accents matches only itself, unless
    nothing has it; a phrase in quotes stands together.
    """
    # All facts are taken from the texts: of a cached book only those with a word are decoded.
    ids = [*folded_texts(book).facts] if facts is book.facts else [fact.id for fact in facts]
    typed = parse_terms(text)
    search = _Search(book, _with_people_by_sound(book, typed), ids)
    if search.left_out and any(term.accented for term in typed):
        search = _Search(book, _without_accents(search.terms, search.unknown), ids)
    bare_words = [
        term.text
        for term, wider in zip(typed, search.terms, strict=True)
        if term.accented and not wider.accented and term.text not in search.left_out
    ]
    return SearchResult(
        terms=tuple(search.terms),
        hits=tuple(sorted(search.hits, key=attrgetter("rank")) if ranked else search.hits),
        left_out=search.left_out,
        unknown=tuple(term.text for term in search.unknown),
        without_accents=tuple(bare_words),
    )


def nearest_words(book: Book, text: str) -> tuple[str, ...]:
    """The commands and the words of names that are spelt most like those that no fact has."""
    result = find_words(book, text, book.facts, ranked=False)
    people = [name for person in book.people.values() for name in person.spellings]
    places = [name for place in book.places.values() for name in place.spellings]
    items = [name for item in book.items.values() for name in (item.en, item.vi)]
    names = [*people, *places, *items]
    known = dict.fromkeys([word.strip("(),") for name in names for word in name.split()] + names)
    near = [nearest_spellings(word.strip('"'), vocabulary.COMMANDS, 1) for word in result.left_out]
    near += [nearest_spellings(word.strip('"'), known) for word in result.unknown]
    return tuple(dict.fromkeys(itertools.chain.from_iterable(near)))


def _without_accents(terms: Iterable[Term], which: Sequence[Term]) -> list[Term]:
    """*terms*, of which those in *which* are as if typed without accents."""
    return [msgspec.structs.replace(term, accented=()) if term in which else term for term in terms]


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


def _nearest(terms: Sequence[Term], matches: Sequence[dict[str, WordMatch]]) -> set[str]:
    """The ids of the facts that have most of *terms*, where none has all of them.

    Words that no fact has do not count. Of others, a word counts double where it is not in a
    note or a source. One name outweighs all words, and one word all countries, which most facts
    have, and words of order:

        first agreement on culture      agreement 14, culture 14, first 2, or half of it
    """
    known = [set(by_id) for by_id in matches if by_id]
    if complete := set.intersection(*known) if known else set():
        return complete
    base = 2 * len(terms) + 1
    scores: Counter[str] = Counter()
    for term, by_id in zip(terms, matches, strict=True):
        is_slight = term.is_country or vocabulary.find_value("order", term.text)
        weight = 1 if is_slight else base**2 if term.is_phrase else base
        for fact_id, match in by_id.items():
            scores[fact_id] += weight * (2 if match.field < Field.NOTE else 1)
    best = max(scores.values(), default=0)
    return {fact_id for fact_id, score in scores.items() if score == best}


class _Search:
    """Looks for *terms* in the facts of *ids*: *hits* are those with most of them, names first.

    *left_out* are the words that some of these lack, *unknown* the terms that no fact has.
    """

    def __init__(self, book: Book, terms: Sequence[Term], ids: Collection[str]) -> None:
        self.terms = terms
        self._texts = folded_texts(book)
        phrase = side_by_side(terms) if len(terms) > 1 else None
        # Many facts share a text: each is looked through once.
        self._find_phrase = functools.cache(phrase.search) if phrase else None
        matches = []
        complete = ids if terms else ()  # those with all terms so far: most searches need no other
        for term in terms:
            matches.append(find_term(book, term, complete))
            complete = [fact_id for fact_id in complete if fact_id in matches[-1]]
        nearest: Collection[str] = complete
        if not complete:
            matches = [find_term(book, term, ids) for term in terms]
            nearest = _nearest(terms, matches)
        self.hits = [
            self._hit(book.facts_by_id[fact_id], [by_id.get(fact_id) for by_id in matches])
            for fact_id in (complete or ids)
            if fact_id in nearest
        ]
        pairs = list(zip(terms, matches, strict=True))
        self.unknown = [term for term, by_id in pairs if not by_id]
        self.left_out = tuple(
            term.text
            for term, by_id in pairs
            if not (self.hits and all(hit.fact.id in by_id for hit in self.hits))
        )

    def _hit(self, fact: Fact, matches: Sequence[WordMatch | None]) -> SearchHit:
        places = [match for match in matches if match]
        worst = max(match.field for match in places)
        is_scattered = len(places) > 1
        if self._find_phrase:
            own = self._texts.facts[fact.id]
            phrase = self._find_phrase(own)
            fields = [field_at(own, phrase.start())] if phrase else []
            fields += [
                field
                for field, texts in self._texts.shared.items()
                if any(self._find_phrase(texts[key]) for key in keys_of(fact, TABLES[field]))
            ]
            if fields:
                is_scattered, worst = False, min(fields)
        is_beginning = any(match.is_beginning for match in places)
        return SearchHit(fact, tuple(matches), (is_beginning, is_scattered, worst))
