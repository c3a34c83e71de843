"""How well facts fit a search of which they have some words: rare words count more."""

from __future__ import annotations

import functools
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from vnkp.query import vocabulary
from vnkp.query.search.search_terms import Term
from vnkp.query.search.search_texts import Field
from vnkp.query.search.term_matches import WordMatch
from vnkp.query.word_forms import inflections

# What a name and a word of order weigh beside other words, and the beginning of a longer word; a
# word in an office or a note, or in a source's title.
_OF_A_NAME, _OF_ORDER, _OF_A_COMMON_VERB, _BEGINNING = 2, 1 / 8, 1 / 4, 1 / 2
# Verbs that go with any subject, in all their forms; the Vietnamese ones with and without marks.
_COMMON_VERBS = (
    "send", "come", "go", "return", "make", "take", "hold", "give", "put", "begin", "start",
    "become", "keep", "leave", "end", "turn", "run", "happen", "want", "ask",
    "đưa", "dua", "gửi", "gui", "mua", "bán", "ban", "đến", "den", "tới", "toi", "trở lại",
)  # fmt: skip
_FIELD_SHARES = {Field.OFFICE: 1 / 2, Field.NOTE: 1 / 2, Field.SOURCE: 1 / 4}
_DIGITS = 6  # two facts with the same words score the same

Matches = Mapping[str, WordMatch]  # by the id of the fact


def scores(
    terms: Sequence[Term], matches: Sequence[Matches], counts: Sequence[int], total: int
) -> dict[str, float]:
    """The score of each fact that has some of *terms*; the more, the better it fits.

    A word that n of *total* facts have (its *counts*) weighs log(1 + total / n), its inverse
    document frequency:

        first agreement on culture    first 2.8, or 0.3 as a word of order
                                      agreement 2.0, culture 2.7

    In an office or a note it counts half, in the title of a source a quarter; half of it as the
    beginning of a longer word. A name weighs twice as much, a verb that goes with any subject a
    quarter.
    """
    sums: dict[str, float] = defaultdict(float)
    for term, by_id, count in zip(terms, matches, counts, strict=True):
        weight = math.log(1 + total / count) if count else 0
        if vocabulary.find_value("order", term.text):
            weight *= _OF_ORDER
        elif term.text.lower() in _common_verbs():
            weight *= _OF_A_COMMON_VERB
        elif term.is_phrase:
            weight *= _OF_A_NAME
        for fact_id, match in by_id.items():
            share = _FIELD_SHARES.get(match.field, 1) * (_BEGINNING if match.is_beginning else 1)
            sums[fact_id] += weight * share
    return {fact_id: round(score, _DIGITS) for fact_id, score in sums.items()}


@functools.cache
def _common_verbs() -> frozenset[str]:
    return frozenset(form for verb in _COMMON_VERBS for form in inflections(verb))


def best_scored(scores: Mapping[str, float], least: float, most: int) -> list[str]:
    """The ids with the best of *scores*, at least *least*: at most *most* of them.

    Of facts that score the same, all are taken or none; the best ones always are.
    """
    levels: dict[float, list[str]] = defaultdict(list)
    for fact_id, score in scores.items():
        if score >= least:
            levels[score].append(fact_id)
    best: list[str] = []
    for score in sorted(levels, reverse=True):
        if best and len(best) + len(levels[score]) > most:
            break
        best += levels[score]
    return best
