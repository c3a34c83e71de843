"""What a search came to: facts, and where each has the words."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from vnkp.model.facts import Fact
from vnkp.query.search.search_terms import Term
from vnkp.query.search.search_texts import Field
from vnkp.query.search.term_matches import WordMatch


class HitRank(msgspec.Struct, frozen=True, order=True):
    """How well a fact fits a search, by the first field that differs: the less, the better.

    It *is_weak* where others fit far better: it lacks words, or has them aside. *missing* is what
    its score lacks of the best, if it is weak or lacks words. Some word *is_beginning* of another,
    or its words stand *is_scattered*; *place* is the worst of theirs.
    """

    is_weak: bool
    missing: float
    is_beginning: bool
    is_scattered: bool
    minus_score: float
    place: Field


class SearchHit(msgspec.Struct, frozen=True):
    """A fact, and where each word of the search is in it; None for a word that it lacks."""

    fact: Fact
    matches: tuple[WordMatch | None, ...]
    rank: HitRank

    @property
    def is_weak(self) -> bool:
        """Whether other facts fit far better."""
        return self.rank.is_weak

    def count_words(self, terms: Sequence[Term]) -> int:
        """How many of *terms* it has, the two countries aside."""
        pairs = zip(terms, self.matches, strict=True)
        return sum(match is not None and not term.is_side for term, match in pairs)

    @property
    def is_by_name(self) -> bool:
        """Whether every word is in the title or in the names of people."""
        return self.rank.place <= Field.TITLE

    @property
    def is_aside(self) -> bool:
        """Whether some word is only in a note or a source."""
        return self.rank.place >= Field.NOTE


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
    def in_none(self) -> list[str]:
        """Those of the words left out that none of the facts has."""
        return [word for word in self.left_out if word not in self.in_some]

    @property
    def complete(self) -> list[Fact]:
        """The facts, if they have all words."""
        return [] if self.left_out else self.facts
