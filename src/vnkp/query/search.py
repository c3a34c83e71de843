"""Searching facts for words.

A fact ranks by what is least good about it:

    search rice hanoi        whole words before beginnings of words (rice before ricefield),
                             side by side before scattered (the phrase "rice, Hanoi"),
                             told by the fact before told in its note, or a source's title,
                             then by the worst place: person, title, place, item … source
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Collection, Iterable, Sequence
from operator import attrgetter

import msgspec

from vnkp.model.facts import Book, Fact
from vnkp.query import vocabulary
from vnkp.query.compounds import join_compounds
from vnkp.query.filters import keys_of
from vnkp.query.names import all_spellings
from vnkp.query.search_scores import Matches, best_scored, scores, shares
from vnkp.query.search_terms import Term, parse_terms, side_by_side
from vnkp.query.search_texts import TABLES, Field, folded_texts
from vnkp.query.term_matches import WordMatch, field_at, find_term, with_people_by_sound
from vnkp.text import nearest_spellings

# What facts need of the best score where none has all words, and beside some that do; how many.
_LEAST_SCORE, _MOST_FACTS = 2 / 3, 12
_LEAST_NEAR, _MOST_NEAR = 1 / 2, 8
# Beside how many facts with all words, of how many, others are shown too.
_FEW_FACTS, _SEVERAL_WORDS = 5, 3


class SearchHit(msgspec.Struct, frozen=True):
    """A fact, and where each word of the search is in it; None for a word that it lacks.

    *rank* tells how well the fact fits: the less the better. It begins with what the words that
    the fact lacks take from its score.
    """

    fact: Fact
    matches: tuple[WordMatch | None, ...]
    rank: tuple[float, bool, bool, float, Field]

    @property
    def is_by_name(self) -> bool:
        """Whether every word is in the title or in the names of people."""
        return self.rank[-1] <= Field.TITLE

    @property
    def is_aside(self) -> bool:
        """Whether some word is only in a note or a source."""
        return self.rank[-1] >= Field.NOTE


class SearchResult(msgspec.Struct, frozen=True):
    """The facts with all *terms*, or, if there is none, those with most of them.

    *left_out* are the words that some of these facts lack, *unknown* those that no fact has,
    *without_accents* those that were only found without them. *near* are facts that lack few of
    the words, where few have them all.
    """

    terms: tuple[Term, ...]
    hits: tuple[SearchHit, ...]
    left_out: tuple[str, ...]
    unknown: tuple[str, ...]
    without_accents: tuple[str, ...]
    near: tuple[SearchHit, ...] = ()

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
    terms = join_compounds(book, with_people_by_sound(book, parse_terms(text)), ids)
    search = _Search(book, terms, ids)
    # Words that no fact has with their accents are looked for without them.
    accented = [term.text for term in search.unknown if term.accented]
    if accented:
        terms = [
            msgspec.structs.replace(term, accented=()) if term.text in accented else term
            for term in search.terms
        ]
        search = _Search(book, terms, ids)
    return SearchResult(
        terms=tuple(search.terms),
        hits=tuple(sorted(search.hits, key=attrgetter("rank")) if ranked else search.hits),
        left_out=search.left_out,
        unknown=tuple(term.text for term in search.unknown),
        without_accents=tuple(word for word in accented if word not in search.left_out),
        near=tuple(search.near() if ranked else ()),
    )


def nearest_words(book: Book, text: str) -> tuple[str, ...]:
    """The commands and the words of names that are spelt most like those that no fact has."""
    result = find_words(book, text, book.facts, ranked=False)
    items = [name for item in book.items.values() for name in (item.en, item.vi)]
    names = [*all_spellings(book.people), *all_spellings(book.places), *items]
    known = dict.fromkeys([word.strip("(),") for name in names for word in name.split()] + names)
    near = [nearest_spellings(word.strip('"'), vocabulary.COMMANDS, 1) for word in result.left_out]
    near += [nearest_spellings(word.strip('"'), known) for word in result.unknown]
    return tuple(dict.fromkeys(itertools.chain.from_iterable(near)))


class _Search:
    """Looks for *terms* in the facts of *ids*: *hits* are those with all or most of them.

    *left_out* are the words that some of these lack, *unknown* the terms that no fact has.
    """

    def __init__(self, book: Book, terms: Sequence[Term], ids: Collection[str]) -> None:
        self.terms = terms
        self._book = book
        self._ids = ids
        self._texts = folded_texts(book)
        phrase = side_by_side(terms) if len(terms) > 1 else None
        # Many facts share a text: each is looked through once.
        self._find_phrase = functools.cache(phrase.search) if phrase else None
        # All facts are about the two countries, and those that do not name them too.
        needed = [term for term in terms if not term.is_side] or terms
        matches = []
        complete = ids if terms else ()  # those with all terms so far: most searches need no other
        for term in terms:
            matches.append(find_term(book, term, complete))
            if term in needed:
                complete = [fact_id for fact_id in complete if fact_id in matches[-1]]
        if not complete:  # words that no fact has do not count
            matches = [find_term(book, term, ids) for term in terms]
            of_needed = (by_id for index, by_id in enumerate(matches) if terms[index] in needed)
            known = [by_id for by_id in of_needed if by_id]
            complete = [key for key in ids if known and all(key in by_id for by_id in known)]
        self._complete = complete
        self._shares = shares(matches) if len(terms) > 1 else {}
        self.hits = [self._hit(key, matches) for key in complete] or self._with_most(matches)
        hit_ids = {hit.fact.id for hit in self.hits}
        in_all = [bool(hit_ids) and hit_ids <= by_id.keys() for by_id in matches]
        self.unknown = [term for term, by_id in zip(terms, matches, strict=True) if not by_id]
        self.left_out = tuple(
            term.text
            for term, is_in_all in zip(terms, in_all, strict=True)
            if term in needed and not is_in_all
        )

    def _with_most(self, matches: Sequence[Matches]) -> list[SearchHit]:
        """Those with most of the terms, in the order of the book."""
        by_id = scores(self.terms, matches, len(self._ids))
        best = max(by_id.values(), default=0)
        chosen = set(best_scored(by_id, _LEAST_SCORE * best, _MOST_FACTS))
        return [
            self._hit(fact_id, matches, best - by_id[fact_id])
            for fact_id in self._ids
            if fact_id in chosen
        ]

    def near(self) -> list[SearchHit]:
        """Those that lack few of several terms, where few have them all; the best first."""
        is_several = sum(not term.is_country for term in self.terms) >= _SEVERAL_WORDS
        if not (is_several and 0 < len(self._complete) <= _FEW_FACTS):
            return []
        matches = [find_term(self._book, term, self._ids) for term in self.terms]
        by_id = scores(self.terms, matches, len(self._ids))
        best = max(by_id[fact_id] for fact_id in self._complete)
        others = {key: score for key, score in by_id.items() if key not in self._complete}
        chosen = best_scored(others, _LEAST_NEAR * best, _MOST_NEAR)
        if len(chosen) > _MOST_NEAR:
            return []
        return [self._hit(key, matches, best - others[key]) for key in chosen]

    def _hit(self, fact_id: str, matches: Sequence[Matches], missing: float = 0) -> SearchHit:
        """The fact of *fact_id* and its matches; *missing* is what it lacks of the best score."""
        fact = self._book.facts_by_id[fact_id]
        own_matches = tuple(by_id.get(fact_id) for by_id in matches)
        places = [match for match in own_matches if match]
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
        share = self._shares.get(fact_id, 0)
        return SearchHit(fact, own_matches, (missing, is_beginning, is_scattered, -share, worst))
