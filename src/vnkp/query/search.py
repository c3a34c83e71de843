"""Searching facts for words.

A fact ranks by what is least good about it:

    search rice hanoi        what tells of it before what only names it in notes and sources,
                             whole words before beginnings of words (rice before ricefield),
                             side by side before scattered (the phrase "rice, Hanoi"),
                             the better score first,
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
from vnkp.query.compounds import join_words
from vnkp.query.filters import keys_of
from vnkp.query.names import all_spellings
from vnkp.query.search_results import SearchHit, SearchResult
from vnkp.query.search_scores import Matches, best_scored, scores
from vnkp.query.search_terms import Term, parse_terms, side_by_side
from vnkp.query.search_texts import TABLES, folded_texts
from vnkp.query.term_matches import field_at, find_term, with_people_by_sound
from vnkp.text import nearest_spellings

# What facts need of the best score where none has all words, how many are found, and what they
# need not to be weak; what those with all words need for that.
_LEAST_SCORE, _MOST_FACTS, _LEAST_SCORE_CLOSE = 2 / 3, 12, 0.8
_LEAST_CLOSE = 0.6
# Where others are shown too: beside how few facts, found for two words or for more; what these
# others need, and how many there may be.
_FEW_OF_TWO, _FEW_OF_SEVERAL = 1, 5
_LEAST_NEAR, _MOST_NEAR = 0.45, 8


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
    all_ids = [*folded_texts(book).facts]
    ids = all_ids if facts is book.facts else [fact.id for fact in facts]
    terms = join_words(book, with_people_by_sound(book, parse_terms(text)), all_ids)
    search = _Search(book, terms, ids, ranked=ranked)
    # Words that no fact has with their accents are looked for without them.
    accented = [term.text for term in search.unknown if term.accented]
    if accented:
        terms = [
            msgspec.structs.replace(term, accented=()) if term.text in accented else term
            for term in search.terms
        ]
        search = _Search(book, terms, ids, ranked=ranked)
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

    def __init__(
        self, book: Book, terms: Sequence[Term], ids: Collection[str], *, ranked: bool
    ) -> None:
        self.terms = terms
        self._book = book
        self._ids = ids
        self._texts = folded_texts(book)
        phrase = side_by_side(terms) if len(terms) > 1 else None
        # Many facts share a text: each is looked through once.
        self._find_phrase = functools.cache(phrase.search) if phrase else None
        # All facts are about the two countries, and those that do not name them too.
        needed = [term for term in terms if not term.is_side] or terms
        self._matches: list[Matches] = [find_term(book, term, ids) for term in terms]
        self._pairs = list(zip(terms, self._matches, strict=True))
        self.unknown = [term for term, by_id in self._pairs if not by_id]
        # Words that no fact has are left out.
        known = [by_id for term, by_id in self._pairs if by_id and term in needed]
        self._complete = [key for key in ids if known and all(key in by_id for by_id in known)]
        self._scores = self._score() if ranked or not self._complete else {}
        self.hits = self._with_all() if self._complete else self._with_most()
        hit_ids = {hit.fact.id for hit in self.hits}
        self.left_out = tuple(
            term.text
            for term, by_id in self._pairs
            if term in needed and not (hit_ids and hit_ids <= by_id.keys())
        )

    def _score(self) -> dict[str, float]:
        """The scores of the facts with some terms; how rare these are is counted in all facts."""
        matches, all_ids = self._matches, self._texts.facts
        if len(self._ids) < len(all_ids):
            matches = [find_term(self._book, term, all_ids) for term in self.terms]
        return scores(self.terms, self._matches, [*map(len, matches)], len(all_ids))

    def _with_all(self) -> list[SearchHit]:
        """Those with all terms, in the order of the book; weak are those that have them aside.

        search pilots killed     both in the title 1, one of them in a note about 3/4;
                                 both in notes 1/2, in titles of sources 1/4: weak
        """
        best = self._best(self._complete)
        least = _LEAST_CLOSE * best
        return [
            self._hit(fact_id, best - score, is_weak=True)
            if (score := self._scores.get(fact_id, best)) < least
            else self._hit(fact_id, 0)
            for fact_id in self._complete
        ]

    def _with_most(self) -> list[SearchHit]:
        """Those with most of the terms, in the order of the book.

        Names are not left out for words, however rare: who saw Kim Jong Un off is not answered by
        those whom Kim Jong Il saw off.
        """
        named = [by_id for term, by_id in self._pairs if by_id and (term.is_phrase or term.people)]
        with_names = {
            fact_id: score
            for fact_id, score in self._scores.items()
            if all(fact_id in by_id for by_id in named)
        }
        by_id = with_names or self._scores
        best = self._best(by_id)
        least = _LEAST_SCORE_CLOSE * best
        chosen = set(best_scored(by_id, _LEAST_SCORE * best, _MOST_FACTS))
        return [
            self._hit(fact_id, best - self._scores[fact_id], is_weak=self._scores[fact_id] < least)
            for fact_id in self._ids
            if fact_id in chosen
        ]

    def near(self) -> list[SearchHit]:
        """Those that lack more of several terms than the few *hits* do; the best first.

        They are weak where a hit fits better: of relations and Cambodia a fact that has both in a
        note is none.
        """
        words = sum(not term.is_country for term in self.terms)
        few = _FEW_OF_TWO if words == 2 else _FEW_OF_SEVERAL
        close = [hit.fact.id for hit in self.hits if not hit.is_weak]
        if words < 2 or not 0 < len(close) <= few:
            return []
        best = self._best(close)
        hit_ids = {hit.fact.id for hit in self.hits}
        others = {key: score for key, score in self._scores.items() if key not in hit_ids}
        room = _MOST_NEAR - (len(self.hits) - len(close) if self.left_out else 0)
        chosen = best_scored(others, _LEAST_NEAR * best, room)
        if len(chosen) > room:
            return []
        return [
            self._hit(
                fact_id,
                best - others[fact_id],
                is_weak=bool(self.left_out) or others[fact_id] < best,
            )
            for fact_id in chosen
        ]

    def _best(self, ids: Iterable[str]) -> float:
        return max((self._scores.get(fact_id, 0) for fact_id in ids), default=0)

    def _hit(self, fact_id: str, missing: float, *, is_weak: bool = False) -> SearchHit:
        """The fact of *fact_id* and its matches; *missing* is what it lacks of the best score."""
        fact = self._book.facts_by_id[fact_id]
        own_matches = tuple(by_id.get(fact_id) for by_id in self._matches)
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
        score = self._scores.get(fact_id, 0)
        rank = (is_weak, missing, is_beginning, is_scattered, -score, worst)
        return SearchHit(fact, own_matches, rank)
