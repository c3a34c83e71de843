"""Highlighting what was searched for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rich.text import Text

from vnkp.text import (
    Normalizer,
    fold,
    has_diacritics,
    is_cjk,
    normalize_keeping_accents,
    word_variants,
)

_STYLE = "reverse"


def marker(wanted: str) -> Callable[[Text], Text]:
    """A function that highlights, in a text, the words of *wanted*: with marks or without, as `vnkp.search` finds them."""
    spelt = [
        (normalize_keeping_accents if has_diacritics(word) else fold, word)
        for word in wanted.split()
    ]
    words = [(spell, form) for spell, word in spelt for form in word_variants(word, spell)]

    def mark(text: Text) -> Text:
        made = text.copy()
        for start in _starts(text.plain):
            for spell, form in words:
                length = _length(text.plain[start : start + 3 * len(form)], form, spell)
                made.stylize(_STYLE, start, start + length)
        return made

    return mark


def _starts(text: str) -> Iterator[int]:
    """Where a word of *text* begins, or may begin in a script written without spaces."""
    for place, char in enumerate(text):
        if char.isalnum() and (not place or not text[place - 1].isalnum() or is_cjk(char)):
            yield place


def _length(text: str, form: str, spell: Normalizer) -> int:
    """How many letters at the beginning of *text* make up *form* once they are spelt alike; 0 when they do not."""
    if not any(begun.startswith(form) for begun in word_variants(text, spell)):
        return 0
    ends = (end for end in range(1, len(text) + 1) if form in word_variants(text[:end], spell))
    return next(ends, 0)
