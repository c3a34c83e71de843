"""What is not to be there: visits not to Pyongyang, aid except rice."""

from __future__ import annotations

from itertools import pairwise

from vnkp.model.facts import Book
from vnkp.query import offices_and_items, vocabulary
from vnkp.query.line.pieces import LOOKED_FOR, Piece, bare_text, open_phrases, run_end, set_role
from vnkp.query.line.sides import OTHER_SIDE
from vnkp.text import fold, word_set

_EXCEPTIONS = word_set(
    "but not, except, except for, besides, aside from, excluding, other than, apart from,"
    " nothing to do with, that had nothing to do with, unrelated to, not related to, trừ, trừ ra,"
    " ngoại trừ, ngoài, không kể, không gồm, không liên quan đến, không liên quan tới,"
    " khong ke, ngoai tru"
)
# These may also deny what a sentence says: why he did not come.
_DENIALS = word_set("not, without, không phải, khong phai")
_LONGEST = 6  # words
_JOINTS = word_set("and, or, và, va, hoặc, hoac, hay")
# Ngoài gạo ra; without marks ngoai is ngoại too, and ra has to follow.
_FRAME, _END = "ngoai", "ra"
_BARE = "tru"  # trừ without its mark
# Behind these they are parts of other words: nước ngoài, lưu trữ, cư trú; folded.
_NOT_BEHIND = {
    "ngoai": ("nuoc", "ben", "phia"),
    "tru": ("luu", "cu", "thuong", "dong", "noi"),
}
_OUTSIDE = word_set("khơi, ra, trời, nước, đường")  # ngoài khơi is off the coast
_SIDES = ("from", "to", "visitor")
_LEFT_OUT = (*LOOKED_FOR, "person", "rank", "office", "asking")


def mark_negations(book: Book, pieces: list[Piece]) -> None:
    """Let what is not to one country be to the other, and mark other things to be left out.

    Before a time only the negation is marked: not_then.
    """
    negations = _negations(pieces)
    for start, end in negations.items():
        first = pieces[end]
        if first.role == "time":
            set_role(pieces, start, end, "not_then")
        elif first.role in _SIDES:
            set_role(pieces, start, end, "asking")
            set_role(pieces, end, run_end(pieces, end), first.role, OTHER_SIDE[first.key])
        else:
            # Except rice, except rubber: each leaves out what is before the next.
            last = min((other for other in negations if other > start), default=len(pieces))
            after = end + 1
            while after < last and pieces[after].role in _LEFT_OUT:
                after += 1
            ends = [index for index in range(end, after) if pieces[index].bare == _END]
            if ends:  # ngoài gạo ra
                set_role(pieces, ends[0], ends[0] + 1, "asking")
                after = ends[0] + 1
            _leave_out(book, pieces, start, end, after)


def _leave_out(book: Book, pieces: list[Piece], start: int, end: int, after: int) -> None:
    """Mark what stands between *end* and *after* behind the negation at *start*: rice and rubber.

    Each of several is left out by itself.
    """
    is_exception = bare_text(pieces[start:end]) in _EXCEPTIONS | {_FRAME, _BARE}
    cuts = [
        index
        for index in range(end + 1, after)
        if pieces[index].bare in _JOINTS or pieces[index - 1].text.endswith(",")
    ]
    for first, next_first in pairwise([end, *cuts, after]):
        left_out = [piece for piece in pieces[first:next_first] if piece.role != "asking"]
        words = " ".join(piece.sought for piece in left_out)
        if words and (is_exception or _is_known(book, words, left_out)):
            set_role(pieces, start if first == end else first, next_first, "without", words)


def _negations(pieces: list[Piece]) -> dict[int, int]:
    """Where negations begin, and where they end: but not, and no not within it."""
    negations: dict[int, int] = {}
    covered: set[int] = set()
    for start, end, name in open_phrases(pieces, _LONGEST):
        is_framed = name == _FRAME and any(piece.bare == _END for piece in pieces[end + 1 :])
        before = fold(pieces[start - 1].bare) if start else ""
        is_negation = is_framed or name == _BARE or name in _EXCEPTIONS | _DENIALS
        is_negation &= before not in _NOT_BEHIND.get(fold(name), ())
        is_negation &= covered.isdisjoint(range(start, end))
        if is_negation and end < len(pieces) and pieces[end].bare not in _OUTSIDE:
            negations[start] = end
            covered.update(range(start, end))
    return negations


def _is_known(book: Book, words: str, pieces: list[Piece]) -> bool:
    """Whether *words*, those of *pieces*, name somebody, a place, a kind, a rank or an item."""
    is_marked = all(piece.role in ("person", "name", "rank", "country") for piece in pieces)
    return is_marked or bool(
        vocabulary.find_value("kind", words)
        or vocabulary.find_value("rank", words)
        or offices_and_items.find_keys(words, book.items)
    )
