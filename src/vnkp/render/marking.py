"""Highlighting what was searched for."""

from __future__ import annotations

import re
from collections.abc import Callable

from rich.text import Text

from vnkp import names

_STYLE = "reverse"


def marker(wanted: str) -> Callable[[Text], Text]:
    """A function that highlights, in a text, the words of *wanted*: with marks or without, as `vnkp.search` finds them."""
    words = [(names.lower if names.has_marks(word) else names.fold, word) for word in wanted.split()]

    def mark(text: Text) -> Text:
        made = text.copy()
        for found in re.finditer(r"[^\W_]+(?:[-’'][^\W_]+)*", text.plain):
            for spell, word in words:
                begun = spell(word)
                if begun and spell(found[0]).startswith(begun):
                    made.stylize(_STYLE, found.start(), found.start() + _length(found[0], begun, spell))
        return made

    return mark


def _length(word: str, begun: str, spell: Callable[[str], str]) -> int:
    """How many letters of *word* make up *begun* once they are spelt alike."""
    return next((end for end in range(1, len(word) + 1) if spell(word[:end]).startswith(begun)), len(word))
