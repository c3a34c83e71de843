"""The beginning of a word that Tab completes, and how candidates go on from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from vnkp.errors import VnkpError
from vnkp.model.facts import Book
from vnkp.model.fields import Lang
from vnkp.text import fold, has_diacritics, normalize_keeping_accents

Value = tuple[str, str]  # a text and what explains it
Candidate = tuple[Sequence[str], str]  # its spellings, the best first, and what explains that
Completer = Callable[["Request"], list[Value]]


class Request(NamedTuple):
    """The beginning of a word, the language, and how to load the store."""

    incomplete: str
    lang: Lang
    load: Callable[[], Book]

    @property
    def book(self) -> Book:
        """The store; an empty one where it is not in order, for this is no place to say so."""
        try:
            return self.load()
        except VnkpError:
            return Book(schema=1)

    def exactly(self, candidates: Iterable[Candidate]) -> list[Value]:
        """The candidates that begin as the word does."""
        return [
            (spellings[0], explanation)
            for spellings, explanation in candidates
            if spellings[0].startswith(self.incomplete)
        ]

    def loosely(self, candidates: Iterable[Candidate]) -> list[Value]:
        """The candidates with a spelling that begins so, if need be without case and marks."""
        values = []
        for spellings, explanation in candidates:
            exact = (name for name in spellings if name.startswith(self.incomplete))
            loose = (continue_as(self.incomplete, name) for name in spellings)
            text = next(filter(None, chain(exact, loose)), None)
            if text:
                values.append((text, explanation if text == spellings[0] else spellings[0]))
        return values


def continue_as(incomplete: str, spelling: str) -> str | None:
    """*incomplete*, continued as *spelling* is; None if that begins otherwise.

    >>> continue_as("kim nhat", "Kim Nhật Thành")
    'kim nhat thanh'
    """
    normalize = normalize_keeping_accents if has_diacritics(incomplete) else fold
    start, whole = normalize(incomplete), normalize(spelling)
    if not whole.startswith(start):
        return None
    is_aligned = normalize is not fold and len(whole) == len(spelling)  # tones may be elsewhere
    return incomplete + (spelling.lower() if is_aligned else whole)[len(start) :]
