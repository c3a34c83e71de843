"""Vietnamese words of two syllables in a search: chia buồn is neither chia nor buồn."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence

import msgspec

from vnkp.model.facts import Book
from vnkp.query.search_terms import Term
from vnkp.query.term_matches import find_term
from vnkp.query.word_forms import compounds_like, is_unmarked_vietnamese
from vnkp.text import fold, normalize_keeping_accents, word_variants


def join_compounds(book: Book, terms: Sequence[Term], ids: Collection[str]) -> list[Term]:
    """*terms*, two Vietnamese syllables that belong together in the facts of *ids* as one.

    They do where at least half of the facts that have both have them side by side, or where there
    are other words for the same. Of two that overlap, those come first that the rarer syllable
    has more often beside it:

        thử hạt nhân    thử hạt in 6 of 24 facts with hạt, hạt nhân in 20: thử, hạt nhân
    """
    is_vietnamese = any(term.accented for term in terms) or is_unmarked_vietnamese(
        term.text for term in terms
    )
    if not is_vietnamese or len(terms) < 2:
        return list(terms)
    matches = [find_term(book, term, ids) if term.is_word else {} for term in terms]
    compounds: list[tuple[float, int, Term]] = []
    for index, (first, second) in enumerate(itertools.pairwise(matches)):
        both = [fact_id for fact_id in first if fact_id in second]
        compound = _compound(*terms[index : index + 2])
        together = len(find_term(book, compound, both)) if both else 0
        if like := compounds_like(compound.text):
            compounds.append((-1, index, _with_others(compound, like)))
        elif together and 2 * together >= len(both):
            compounds.append((-together / min(len(first), len(second)), index, compound))
    joined: dict[int, Term] = {}
    for _, index, compound in sorted(compounds, key=lambda entry: entry[:2]):
        if joined.keys().isdisjoint((index - 1, index + 1)):
            joined[index] = compound
    return [joined.get(index, term) for index, term in enumerate(terms) if index - 1 not in joined]


def _compound(first: Term, second: Term) -> Term:
    """Two syllables as one term, which stand side by side."""
    forms, accented = (
        tuple(" ".join(both) for both in itertools.product(*choices))
        for choices in (
            (first.forms, second.forms),
            (first.accented or first.forms, second.accented or second.forms),
        )
    )
    is_accented = bool(first.accented or second.accented)
    return Term(f"{first.text} {second.text}", forms, accented if is_accented else ())


def _with_others(compound: Term, others: Sequence[str]) -> Term:
    """*compound*, and the *others* that are words for the same."""
    forms, accented = (
        tuple(form for word in others for form in word_variants(word, write))
        for write in (fold, normalize_keeping_accents)
    )
    return msgspec.structs.replace(
        compound, forms=forms, accented=accented if compound.accented else ()
    )
