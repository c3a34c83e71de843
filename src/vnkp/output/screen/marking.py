"""Highlighting what was searched for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from rich.text import Text

from vnkp.query.search_terms import Term, parse_terms
from vnkp.text import Normalizer, fold, is_cjk, normalize_keeping_accents, word_variants

_STYLE = "reverse"


def marker(words: str, without_accents: Collection[str] = ()) -> Callable[[Text], Text]:
    """A function that highlights in a text what a search for *words* finds.

    Of *words* those in *without_accents* were only found without their accents.
    """
    terms = parse_terms(words)
    forms = [form for term in terms for form in _forms(term, term.text in without_accents)]

    def mark(text: Text) -> Text:
        marked = text.copy()
        for start in _starts(text.plain):
            for form, normalize, may_go_on in forms:
                rest = text.plain[start : start + 3 * len(form)]
                length = _length(rest, form, normalize) if fold(rest[0])[:1] == fold(form[0]) else 0
                end = start + length
                if may_go_on or is_cjk(form[0]) or not text.plain[end : end + 1].isalnum():
                    marked.stylize(_STYLE, start, end)
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


def _length(text: str, form: str, normalize: Normalizer) -> int:
    """How many characters at the beginning of *text* are *form*; 0 if they are not."""
    if not any(variant.startswith(form) for variant in word_variants(text, normalize)):
        return 0
    ends = (end for end in range(1, len(text) + 1) if form in word_variants(text[:end], normalize))
    return next(ends, 0)
