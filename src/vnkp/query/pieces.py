"""The words and phrases of a line, each with its role: a name, a side, a word that asks …."""

from __future__ import annotations

import functools
import itertools
import operator
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from vnkp.text import normalize_keeping_accents, without_possessives

# The roles of pieces that are looked for.
LOOKED_FOR = ("", "quote", "name", "figure", "country")
PUNCTUATION = ",.;:?!()[]{}…"
FROM_WORDS = frozenset(["from", "by", "từ", "của", "tu", "cua"])
TO_WORDS = frozenset(["to", "for", "sang", "tới", "đến", "cho", "toi", "den"])


class Piece(msgspec.Struct, frozen=True):
    """A word of a line or a phrase in quotes, as typed; *key* says more of its *role*."""

    text: str
    start: int
    end: int
    role: str = ""
    key: str = ""

    @property
    def bare(self) -> str:
        """Its `bare_word`."""
        return bare_word(self.text)

    def with_role(self, role: str, key: str | None = None) -> Piece:
        """The piece with another *role*, and if given another *key*."""
        return Piece(self.text, self.start, self.end, role, self.key if key is None else key)


@functools.lru_cache(maxsize=4096)
def bare_word(text: str) -> str:
    """The word *text* without case and the signs around it, its accents kept."""
    return normalize_keeping_accents(text.strip(PUNCTUATION))


def persons(pieces: Iterable[Piece]) -> list[tuple[str, str]]:
    """The names of persons, each in whole as typed, with the key of the person."""
    runs = itertools.groupby(pieces, operator.attrgetter("role", "key"))
    return [
        (" ".join(without_possessives(piece.text.strip(".,;:?!()")) for piece in run), key)
        for (role, key), run in runs
        if role == "person"
    ]


def set_role(pieces: list[Piece], start: int, end: int, role: str, key: str = "") -> None:
    """Give *pieces* from *start* to *end* a *role*."""
    pieces[start:end] = [piece.with_role(role, key) for piece in pieces[start:end]]


def open_phrases(pieces: list[Piece], longest: int) -> Iterator[tuple[int, int, str]]:
    """Where each run of up to *longest* pieces that may still be marked begins and ends; its words.

    The longest come first; roles that are set meanwhile are heeded.
    """
    for size in range(longest, 0, -1):
        for start in range(len(pieces) - size + 1):
            run = pieces[start : start + size]
            if all(piece.role in ("", "asking") for piece in run):
                yield start, start + size, " ".join(piece.bare for piece in run)


def country_end(pieces: Sequence[Piece], start: int) -> int:
    """Where the name of the country ends that begins at *start*."""
    first, end = pieces[start], start
    while end < len(pieces) and (pieces[end].role, pieces[end].key) == (first.role, first.key):
        end += 1
    return end


def mark_country_before(pieces: list[Piece], end: int, role: str) -> bool:
    """Let the country named before *end*, if one is, be the side called *role*."""
    start = end
    while start and pieces[start - 1].role == "country":
        start -= 1
    set_role(pieces, start, end, role, pieces[start].key)
    return start < end


def mark_country_after(pieces: list[Piece], start: int, role: str) -> None:
    """Let the country named from *start* on, if one is, be the side called *role*."""
    if start < len(pieces) and pieces[start].role == "country":
        set_role(pieces, start, country_end(pieces, start), role, pieces[start].key)


def unmark_sides(pieces: list[Piece]) -> None:
    """Let countries be words to look for: the ambassador to Vietnam."""
    for index, piece in enumerate(pieces):
        if piece.role in ("from", "to"):
            joins = piece.bare in FROM_WORDS | TO_WORDS | {"the"}
            pieces[index] = piece.with_role("asking" if joins else "country")
