"""Words in a search that belong together: chia buồn is neither chia nor buồn."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

import msgspec

from vnkp.model.facts import Book
from vnkp.query.search_terms import Term
from vnkp.query.search_texts import accented_texts, folded_texts
from vnkp.query.term_matches import find_term
from vnkp.query.word_forms import compounds_like, is_unmarked_vietnamese
from vnkp.text import fold, has_diacritics, normalize_keeping_accents, word_variants


def join_words(book: Book, terms: Sequence[Term], ids: Collection[str]) -> list[Term]:
    """*terms*, those that belong together in the facts of *ids* as one.

    They are two Vietnamese syllables, or words of another line that are written like a name.
    """
    is_vietnamese = any(term.accented for term in terms) or is_unmarked_vietnamese(
        term.text for term in terms
    )
    if len(terms) < 2:
        return list(terms)
    return (_join_syllables if is_vietnamese else _join_names)(book, terms, ids)


def _join_names(book: Book, terms: Sequence[Term], ids: Collection[str]) -> list[Term]:
    """*terms*, those with a capital that stand together in some fact as one: owner Dong Thanh.

    Where all words have a capital that says nothing.
    """
    if all(term.text[0].isupper() for term in terms):
        return list(terms)
    joined: list[Term] = []
    for term in terms:
        if joined and all(each.is_word and each.text[0].isupper() for each in (joined[-1], term)):
            name = _compound(joined[-1], term)
            if find_term(book, name, ids):
                joined[-1] = name
                continue
        joined.append(term)
    return joined


def _join_syllables(book: Book, terms: Sequence[Term], ids: Collection[str]) -> list[Term]:
    """*terms*, two Vietnamese syllables that belong together in the facts of *ids* as one.

    They do where at least half of the facts that have both have them side by side, or where there
    are other words for the same. Of two that overlap, those come first that the rarer syllable
    has more often beside it:

        thử hạt nhân    thử hạt in 6 of 24 facts with hạt, hạt nhân in 20: thử, hạt nhân
    """
    # A syllable is a word, and begins no other: lan, lang.
    terms = [msgspec.structs.replace(term, beginnings=()) for term in terms]
    matches = [find_term(book, term, ids) if term.is_word else {} for term in terms]
    compounds: list[tuple[float, int, Term]] = []
    for index, (first, second) in enumerate(itertools.pairwise(matches)):
        both = [fact_id for fact_id in first if fact_id in second]
        compound = _compound(*terms[index : index + 2])
        together = find_term(book, compound, both) if both else {}
        if like := compounds_like(compound.text):
            compounds.append((-1, index, _with_others(compound, like)))
        elif together and (
            2 * len(together) >= len(both) or _is_marked_word(book, compound.text, together, both)
        ):
            compounds.append((-len(together) / min(len(first), len(second)), index, compound))
    joined: dict[int, Term] = {}
    for _, index, compound in sorted(compounds, key=lambda entry: entry[:2]):
        if joined.keys().isdisjoint((index - 1, index + 1)):
            joined[index] = compound
    return [joined.get(index, term) for index, term in enumerate(terms) if index - 1 not in joined]


def _is_marked_word(book: Book, text: str, together: Iterable[str], both: Iterable[str]) -> bool:
    """Whether the unmarked *text* is a word with its marks, as nha hang is nhà hàng.

    *together* are the facts in which its syllables stand side by side, *both* those that have
    both; hàng năm, and Hằng, are no part of nhà hàng.
    """
    if has_diacritics(text):
        return False
    folded, accented = folded_texts(book).facts, accented_texts(book).facts
    words: Counter[tuple[str, str]] = Counter()
    for fact_id in together:
        bare, marked = (texts[fact_id].split() for texts in (folded, accented))
        pairs = zip(itertools.pairwise(bare), itertools.pairwise(marked), strict=False)
        words.update({word for syllables, word in pairs if " ".join(syllables) == text})
    if not words:
        return False
    (word, count), *_ = words.most_common(1)
    with_both = sum(all(f" {syllable} " in accented[key] for syllable in word) for key in both)
    return 2 * count >= with_both


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
