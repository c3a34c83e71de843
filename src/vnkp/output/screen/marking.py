"""Highlighting what was searched for."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from rich.text import Text

from vnkp.query.numerals import NUMERAL, numeral_values
from vnkp.query.search_terms import Term, parse_terms
from vnkp.text import Normalizer, fold, is_cjk, normalize_keeping_accents, word_variants

_STYLE = "reverse"


def marker(words: str, without_accents: Collection[str] = ()) -> Callable[[Text], Text]:
    """A function that highlights in a text what a search for *words* finds.

    Of *words* those in *without_accents* were only found without their accents.
    """
    terms = parse_terms(words)
    forms = [form for term in terms for form in _forms(term, term.text in without_accents)]

    values = {form for term in terms for form in term.forms}

    def mark(text: Text) -> Text:
        marked = text.copy()
        for start in _starts(text.plain):
            ends = [_end(text.plain, start, *form) for form in forms]
            marked.stylize(_STYLE, start, max(ends, default=start))
        for numeral in re.finditer(NUMERAL, text.plain):
            if not values.isdisjoint(numeral_values(numeral)):
                marked.stylize(_STYLE, *numeral.span())
        return marked

    return mark


def _forms(term: Term, without_accents: bool) -> Iterator[tuple[str, Normalizer, bool]]:
    """What *term* looks like, how a text is to be normalised for it, and if the word may go on."""
    if term.accented and not without_accents:
        for form in term.accented:
            yield form, normalize_keeping_accents, form in term.accented_beginnings
    else:
        for form in term.spellings:
            yield form, fold, form in term.beginnings


def _starts(text: str) -> Iterator[int]:
    """Where a word of *text* begins, or may begin in a script written without spaces."""
    for index, char in enumerate(text):
        if char.isalnum() and (not index or not text[index - 1].isalnum() or is_cjk(char)):
            yield index


def _end(text: str, start: int, form: str, normalize: Normalizer, may_go_on: bool) -> int:
    """Where *form* ends if *text* has it at *start*; else *start*."""
    rest = text[start : start + 3 * len(form)]
    if fold(rest[0])[:1] != fold(form[0]):  # quickly told, and most of what is asked
        return start
    if not any(variant.startswith(form) for variant in word_variants(rest, normalize)):
        return start
    lengths = range(1, len(rest) + 1)
    length = next((n for n in lengths if form in word_variants(rest[:n], normalize)), 0)
    goes_on = text[start + length : start + length + 1].isalnum()
    return start if goes_on and not may_go_on and not is_cjk(form[0]) else start + length
