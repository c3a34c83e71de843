"""Words of a search that belong together: chia buồn is neither chia nor buồn."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

import msgspec

from vnkp.model.facts import Book
from vnkp.query.search.search_terms import Term
from vnkp.query.search.search_texts import accented_texts, folded_texts
from vnkp.query.search.term_matches import find_term
from vnkp.query.word_forms import is_unmarked_vietnamese, vietnamese_synonyms
from vnkp.text import fold, normalize_keeping_accents, word_variants


def join_terms(book: Book, terms: Sequence[Term], ids: Collection[str]) -> list[Term]:
    """*terms*, two Vietnamese syllables that are one word in the facts of *ids* as one term.

    In a search that is not Vietnamese names with capitals are joined: owner of the Dong Thanh.
    """
    is_unmarked = is_unmarked_vietnamese(term.text for term in terms)
    if is_unmarked or any(term.accented for term in terms):
        return _join_syllables(book, terms, ids)
    return _join_names(book, terms, ids)


def _join_names(book: Book, terms: Sequence[Term], ids: Collection[str]) -> list[Term]:
    """Words with a capital that stand side by side in some fact, if not all words have one."""
    if all(_is_capitalised(term) for term in terms if term.is_word):
        return list(terms)
    joined: list[Term] = []
    for term in terms:
        if joined and _is_capitalised(joined[-1]) and _is_capitalised(term):
            name = _compound(joined[-1].as_name, term.as_name)
            if find_term(book, name, ids):
                joined[-1] = name
                continue
        joined.append(term)
    return joined


def _is_capitalised(term: Term) -> bool:
    return _may_be_joined(term) and term.text.lstrip("([“‘'")[:1].isupper()


def _may_be_joined(term: Term) -> bool:
    """Whether *term* is a word; those that name people by their sound are joined already."""
    return term.is_word and not term.people


def _join_syllables(book: Book, terms: Sequence[Term], ids: Collection[str]) -> list[Term]:
    """Two syllables are a word where there are others for the same, or where at least half of the
    facts that have both have them side by side; of those without marks, half of the facts that
    have them with the marks of such a word.

    Of two words that overlap, a known one comes first, then the one that the rarer syllable is in
    more often:

        thử hạt nhân    thử hạt in 6 of 24 facts with hạt, hạt nhân in 20: thử, hạt nhân
    """
    terms = [msgspec.structs.replace(term, beginnings=()) for term in terms]  # lan is not lang
    matches = [find_term(book, term, ids) if _may_be_joined(term) else {} for term in terms]
    words: list[tuple[float, int, Term]] = []
    for index, (first, second) in enumerate(itertools.pairwise(matches)):
        word = _compound(*terms[index : index + 2])
        if vietnamese_synonyms(word.text):
            words.append((math.inf, index, _with_synonyms(word)))
            continue
        both = [fact_id for fact_id in first if fact_id in second]
        together = find_term(book, word, both) if both else {}
        is_word = 2 * len(together) >= len(both) > 0
        if is_word or (not word.accented and _is_word_with_marks(book, word, together, both)):
            words.append((len(together) / min(len(first), len(second)), index, word))
    joined: dict[int, Term] = {}
    for _, index, word in sorted(words, key=lambda entry: (-entry[0], entry[1])):
        if index - 1 not in joined and index + 1 not in joined:
            joined[index] = word
    return [
        joined.get(index) or _with_synonyms(term)
        for index, term in enumerate(terms)
        if index - 1 not in joined
    ]


def _is_word_with_marks(
    book: Book, word: Term, together: Iterable[str], both: Iterable[str]
) -> bool:
    """Whether the unmarked *word* is one with its marks, as nha hang is nhà hàng.

    *together* are the facts in which its syllables stand side by side, *both* those that have
    both; hàng năm and Hằng are no part of nhà hàng.
    """
    folded, accented = folded_texts(book).facts, accented_texts(book).facts
    counts: Counter[tuple[str, str]] = Counter()
    for fact_id in together:
        lines = zip(folded[fact_id].split("\n"), accented[fact_id].split("\n"), strict=True)
        counts.update({pair for line in lines for pair in _marked_pairs(word, *line)})
    if not counts:
        return False
    [(syllables, count)] = counts.most_common(1)
    spaced = [f" {syllable} " for syllable in syllables]
    with_both = sum(all(text in accented[fact_id] for text in spaced) for fact_id in both)
    return 2 * count >= with_both


def _marked_pairs(word: Term, folded: str, accented: str) -> Iterable[tuple[str, str]]:
    """Two words of the line *accented* wherever *word* is in the same line *folded*.

    A folded line may be longer: at its end it has signs of countries.
    """
    bare = itertools.pairwise(folded.split())
    marked = itertools.pairwise(accented.split())
    return (pair for two, pair in zip(bare, marked, strict=False) if " ".join(two) in word.forms)


def _compound(first: Term, second: Term) -> Term:
    """Two words as one term: each form of the one with each form of the other behind it."""
    forms = _side_by_side(first.forms, second.forms)
    accented: tuple[str, ...] = ()
    if first.accented or second.accented:
        accented = _side_by_side(first.accented or first.forms, second.accented or second.forms)
    return Term(f"{first.text} {second.text}", forms, accented)


def _side_by_side(first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(forms) for forms in itertools.product(first, second))


def _with_synonyms(word: Term) -> Term:
    """*word* in the forms of all words that mean the same; itself if there are no others."""
    family = vietnamese_synonyms(word.text) if _may_be_joined(word) else ()
    if not family:
        return word
    forms = tuple(form for other in family for form in word_variants(other, fold))
    accented = tuple(
        form for other in family for form in word_variants(other, normalize_keeping_accents)
    )
    return msgspec.structs.replace(word, forms=forms, accented=accented if word.accented else ())
