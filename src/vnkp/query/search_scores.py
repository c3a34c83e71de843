"""How well facts fit a search of which they have some words: rare words count more."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from vnkp.model.facts import Book
from vnkp.query import vocabulary
from vnkp.query.search_terms import Term
from vnkp.query.search_texts import Field
from vnkp.query.term_matches import WordMatch, find_term
from vnkp.query.word_forms import is_unmarked_vietnamese

# What a name and a word of order weigh beside other words; a word in a note, or a source's title.
_OF_A_NAME, _OF_ORDER = 3, 1 / 8
_FIELD_SHARES = {Field.NOTE: 1 / 2, Field.SOURCE: 1 / 4}
_DIGITS = 6  # two facts with the same words score the same

Matches = Mapping[str, WordMatch]  # by the id of the fact


def shares(matched: Iterable[tuple[Term, Matches]]) -> dict[str, float]:
    """How many of the terms *matched* each fact has; in a note one counts half, and so on."""
    sums: dict[str, float] = defaultdict(float)
    for _, by_id in matched:
        for fact_id, match in by_id.items():
            sums[fact_id] += _FIELD_SHARES.get(match.field, 1)
    return sums


def scores(matched: Iterable[tuple[Term, Matches]], count: int) -> dict[str, float]:
    """The score of each fact that has some of the terms *matched*; the more, the better it fits.

    A word that n of *count* facts have weighs log(1 + count / n), its inverse document frequency:

        first agreement on culture    first 2.8, or 0.3 as a word of order
                                      agreement 2.0, culture 2.7

    In a note it counts half, in the title of a source a quarter. A name weighs three times as much.
    """
    sums: dict[str, float] = defaultdict(float)
    for term, by_id in matched:
        weight = math.log(1 + count / len(by_id)) if by_id else 0
        if vocabulary.find_value("order", term.text):
            weight *= _OF_ORDER
        elif term.is_phrase:
            weight *= _OF_A_NAME
        for fact_id, match in by_id.items():
            sums[fact_id] += weight * _FIELD_SHARES.get(match.field, 1)
    return {fact_id: round(score, _DIGITS) for fact_id, score in sums.items()}


def with_compounds(
    book: Book, terms: Sequence[Term], matches: Sequence[Matches]
) -> list[tuple[Term, Matches]]:
    """*terms* and the facts that have them; two Vietnamese syllables that belong together as one.

    They do where at least half of the facts that have both have them side by side: facts with
    chia (divide) and buồn (sad) apart tell nothing of chia buồn (condolences).
    """
    is_vietnamese = any(term.accented for term in terms) or is_unmarked_vietnamese(
        term.text for term in terms
    )
    matched: list[tuple[Term, Matches]] = []
    index = 0
    while index < len(terms):
        pair = slice(index, index + 2)
        joined = _joined(book, terms[pair], matches[pair]) if is_vietnamese else None
        matched.append(joined or (terms[index], matches[index]))
        index += 2 if joined else 1
    return matched


def _joined(
    book: Book, pair: Sequence[Term], matches: Sequence[Matches]
) -> tuple[Term, Matches] | None:
    """The syllables of *pair* as one term, with its facts; None if they do not belong together."""
    compound = _compound(pair)
    if compound is None:
        return None
    both = [fact_id for fact_id in matches[0] if fact_id in matches[1]]
    by_id = find_term(book, compound, both)
    return (compound, by_id) if by_id and 2 * len(by_id) >= len(both) else None


def _compound(pair: Sequence[Term]) -> Term | None:
    """The syllables of *pair* as one term; None if they are no two words."""
    if len(pair) < 2 or any(not term.is_word for term in pair):
        return None
    forms, accented = (
        tuple(" ".join(both) for both in itertools.product(*choices))
        for choices in (
            [term.forms for term in pair],
            [term.accented or term.forms for term in pair],
        )
    )
    is_accented = any(term.accented for term in pair)
    return Term(" ".join(term.text for term in pair), forms, accented if is_accented else ())


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
