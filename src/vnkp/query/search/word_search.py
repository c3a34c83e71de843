"""Searching facts for words.

search rice hanoi        facts with both words; the weak ones last, which have them aside
                         whole words before beginnings of words (rice before ricefield)
                         side by side before scattered (the phrase "rice, Hanoi")
                         the better score first, see `search_scores`
                         then by the worst place: person, title, place, item … source
search rice xylophone    where no fact has both, those with the better score
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Collection, Iterable, Sequence
from operator import attrgetter

import msgspec

from vnkp.model.facts import Book, Fact
from vnkp.query import vocabulary
from vnkp.query.filters import keys_of
from vnkp.query.names import all_spellings
from vnkp.query.search.joined_terms import join_terms
from vnkp.query.search.search_results import HitRank, SearchHit, SearchResult
from vnkp.query.search.search_scores import Matches, best_scored, scores
from vnkp.query.search.search_terms import Term, parse_terms, side_by_side
from vnkp.query.search.search_texts import TABLES, Field, folded_texts
from vnkp.query.search.term_matches import field_at, find_term, with_people_by_sound
from vnkp.text import nearest_spellings

# Shares of the best score, below which facts with all words are weak;
_STRONG_WITH_ALL = 0.6
# below which those with most words are weak, and below which they are not found;
_STRONG_WITH_MOST, _FOUND_WITH_MOST = 0.8, 2 / 3
# and what others need to be shown beside these.
_SHOWN_BESIDE = 0.45
_MOST_WITH_MOST, _MOST_BESIDE = 12, 8  # facts
# Others are shown beside so few facts, found for two words or for more.
_FEW_OF_TWO, _FEW_OF_SEVERAL = 1, 5


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
    every = facts is book.facts
    ids = [*folded_texts(book).facts] if every else [fact.id for fact in facts]
    search = _Search(book, _terms(book, text), ids, ranked=ranked)
    # Words that no fact has with their accents are looked for without them.
    accented = [term.text for term in search.unknown if term.accented]
    if accented:
        search = _Search(book, _terms(book, text, without_accents=accented), ids, ranked=ranked)
    return SearchResult(
        terms=tuple(search.terms),
        hits=tuple(sorted(search.hits, key=attrgetter("rank")) if ranked else search.hits),
        left_out=search.left_out,
        unknown=tuple(term.text for term in search.unknown),
        without_accents=tuple(word for word in accented if word not in search.left_out),
        near=tuple(search.near() if ranked else ()),
    )


def _terms(book: Book, text: str, without_accents: Sequence[str] = ()) -> list[Term]:
    """The terms of *text*; what belongs together does so in all facts, whichever are searched."""
    bare = {word for phrase in without_accents for word in phrase.split()}
    terms = [
        msgspec.structs.replace(term, accented=()) if term.text in bare else term
        for term in parse_terms(text)
    ]
    return join_terms(book, with_people_by_sound(book, terms), folded_texts(book).facts)


def nearest_words(book: Book, text: str) -> tuple[str, ...]:
    """The names and words of names that are spelt most like words of *text* that no fact has.

    Before them stand commands spelt like words that some facts lack.
    """
    result = find_words(book, text, book.facts, ranked=False)
    items = [name for item in book.items.values() for name in (item.en, item.vi)]
    names = [*all_spellings(book.people), *all_spellings(book.places), *items]
    known = dict.fromkeys([word.strip("(),") for name in names for word in name.split()] + names)
    near = [nearest_spellings(word.strip('"'), vocabulary.COMMANDS, 1) for word in result.left_out]
    near += [nearest_spellings(word.strip('"'), known) for word in result.unknown]
    return tuple(dict.fromkeys(itertools.chain.from_iterable(near)))


class _Search:
    """Looks for *terms* in the facts of *ids*: *hits* are those with all or most of them.

    *left_out* are the words that some of these lack, all words if there is none; *unknown* the
    terms that no fact has. Not *ranked*, no match is weak and no score is known.
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
        # Every fact is about the two countries, so that none need name them.
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

        search pilots killed     shares of the best score: both in the title 1, one in a note 3/4
                                 or so; weak: both in notes 1/2, in titles of sources 1/4
        """
        best = self._best(self._complete)
        least = _STRONG_WITH_ALL * best
        return [
            self._hit(fact_id, best - score, is_weak=True)
            if (score := self._scores.get(fact_id, best)) < least
            else self._hit(fact_id, 0)
            for fact_id in self._complete
        ]

    def _with_most(self) -> list[SearchHit]:
        """Those with most of the terms, in the order of the book.

        If some have all names, only these: who saw Kim Jong Un off is not answered by those whom
        Kim Jong Il saw off, though fewer facts have that word than the name.
        """
        named = [by_id for term, by_id in self._pairs if by_id and (term.is_phrase or term.people)]
        with_names = {
            fact_id: score
            for fact_id, score in self._scores.items()
            if all(fact_id in by_id for by_id in named)
        }
        candidates = with_names or self._scores
        best = self._best(candidates)
        least = _STRONG_WITH_MOST * best
        chosen = set(best_scored(candidates, _FOUND_WITH_MOST * best, _MOST_WITH_MOST))
        return [
            self._hit(fact_id, best - self._scores[fact_id], is_weak=self._scores[fact_id] < least)
            for fact_id in self._ids
            if fact_id in chosen
        ]

    def near(self) -> list[SearchHit]:
        """Others to show beside few *hits*, the best first; none if they are many.

        They are weak, unless they fit better than all hits, of which each has all words:

        search relations cambodia    a fact with both in its note; others have Cambodia in the title
        """
        words = sum(not term.is_country for term in self.terms)
        few = _FEW_OF_TWO if words == 2 else _FEW_OF_SEVERAL
        strong = [hit.fact.id for hit in self.hits if not hit.is_weak]
        if words < 2 or not 0 < len(strong) <= few:
            return []
        best = self._best(strong)
        hit_ids = {hit.fact.id for hit in self.hits}
        others = {key: score for key, score in self._scores.items() if key not in hit_ids}
        # Weak hits with most words stand there too.
        room = _MOST_BESIDE - (len(self.hits) - len(strong) if self.left_out else 0)
        chosen = best_scored(others, _SHOWN_BESIDE * best, room)
        if len(chosen) > room:
            return []
        missing = {fact_id: best - others[fact_id] for fact_id in chosen}
        return [
            self._hit(fact_id, max(lack, 0), is_weak=bool(self.left_out) or lack > 0)
            for fact_id, lack in missing.items()
        ]

    def _best(self, ids: Iterable[str]) -> float:
        return max((self._scores.get(fact_id, 0) for fact_id in ids), default=0)

    def _hit(self, fact_id: str, missing: float, *, is_weak: bool = False) -> SearchHit:
        """The fact of *fact_id*; *missing* is what it lacks of the best score."""
        fact = self._book.facts_by_id[fact_id]
        matches = tuple(by_id.get(fact_id) for by_id in self._matches)
        places = [match for match in matches if match]
        phrase_place = self._phrase_place(fact)
        rank = HitRank(
            is_weak=is_weak,
            missing=missing,
            is_beginning=any(match.is_beginning for match in places),
            is_scattered=len(places) > 1 and phrase_place is None,
            minus_score=-self._scores.get(fact_id, 0),
            place=max(match.field for match in places) if phrase_place is None else phrase_place,
        )
        return SearchHit(fact, matches, rank)

    def _phrase_place(self, fact: Fact) -> Field | None:
        """The best place in which *fact* has all terms side by side; None if it has none."""
        if not self._find_phrase:
            return None
        own = self._texts.facts[fact.id]
        phrase = self._find_phrase(own)
        fields = [field_at(own, phrase.start())] if phrase else []
        fields += [
            field
            for field, texts in self._texts.shared.items()
            if any(self._find_phrase(texts[key]) for key in keys_of(fact, TABLES[field]))
        ]
        return min(fields, default=None)
