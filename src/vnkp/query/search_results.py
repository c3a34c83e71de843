"""What a search came to: facts, and where each has the words."""

from __future__ import annotations

import msgspec

from vnkp.model.facts import Fact
from vnkp.query.search_terms import Term
from vnkp.query.search_texts import Field
from vnkp.query.term_matches import WordMatch


class SearchHit(msgspec.Struct, frozen=True):
    """A fact, and where each word of the search is in it; None for a word that it lacks.

    *rank* tells how well the fact fits: the less the better. It begins with whether the match is
    weak, and with what its score lacks of the best if the match is weak or some words are missing.
    """

    fact: Fact
    matches: tuple[WordMatch | None, ...]
    rank: tuple[bool, float, bool, bool, float, Field]

    @property
    def is_weak(self) -> bool:
        """Whether other facts fit far better: this one has most words, or has them aside."""
        return self.rank[0]

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
