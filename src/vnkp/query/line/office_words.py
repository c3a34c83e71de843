"""Ranks and offices in the words of a line: leaders, foreign ministers, the head of state."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence

from vnkp.model.facts import Book
from vnkp.query import vocabulary
from vnkp.query.line.pieces import Piece, bare_text, open_phrases, set_role
from vnkp.query.line.sides import mark_country_after, mark_country_before
from vnkp.query.offices_and_items import SAME_OFFICE, leaders_called
from vnkp.text import fold, normalize_keeping_accents

_LONGEST_TITLE = 6  # words


def _office_names(book: Book) -> str:
    """The names of all offices, whole and short, in both languages, bars around each."""
    offices = book.offices.values()
    texts = [text for office in offices for text in (office, office.short) if text]
    return f"| {' | '.join(name for text in texts for name in (text.en, text.vi))} |"


@functools.lru_cache(maxsize=1)  # a line may be looked through for titles and for offices
def _folded(names: str) -> str:
    return fold(names)


def _singular_offices(book: Book) -> str:
    """The names of all offices, folded, a bar before and a blank after each, and no plurals."""
    return _folded(_office_names(book)).replace("s ", " ")


def mark_ranks(book: Book, pieces: list[Piece], *, with_offices: bool) -> None:
    """Mark ranks (leaders) and, if asked, offices (foreign ministers) that stand by themselves.

    A country beside a rank is that of the visitor.
    """
    for start, end, name in open_phrases(pieces, 5) if with_offices else ():
        if " " in name and not pieces[start].role and leaders_called(name):
            set_role(pieces, start, end, "")  # the words that join too: head of state
    runs = _runs([not piece.role for piece in pieces])
    offices = _singular_offices(book) if runs and with_offices else ""
    for start, end in runs:
        if not _set_rank(pieces, start, end, offices):  # bộ trưởng ngoại giao, or visits beside it
            for first, last in _runs(_without_kinds(pieces, start, end)):
                _set_rank(pieces, first, last, offices)


def mark_titles(book: Book, pieces: list[Piece], *, of_visitors: bool) -> None:
    """Drop the title before a person's name, who may have had others: President Ho Chi Minh.

    It says that a visit of any rank is meant if they are *of_visitors*.
    """
    ends = [index for index, piece in enumerate(pieces) if piece.role == "person" and index]
    if all(pieces[end - 1].role for end in ends):
        return
    offices = _office_names(book)
    for end in ends:
        for start in range(max(end - _LONGEST_TITLE, 0), end):
            name = bare_text(pieces[start:end])
            is_open = all(not piece.role for piece in pieces[start:end])
            if is_open and _is_title(offices, name) and not vocabulary.find_value("kind", name):
                set_role(pieces, start, end, "rank" if of_visitors else "title", "all")
                break


def _is_title(offices: str, name: str) -> bool:
    """Whether one of *offices* begins with *name*.

    One word is a title only as a whole, and with its marks: vụ is no vụ trưởng.
    """
    begins = f"| {fold(name)} " in _folded(offices)
    if " " in name or not begins:
        return begins
    marked = normalize_keeping_accents(offices)
    return f"| {name} |" in marked or f"| {name} of " in marked


def _runs(flags: Sequence[bool]) -> list[tuple[int, int]]:
    """The beginnings and ends of the runs of *flags* that are set."""
    runs = (list(run) for _, run in itertools.groupby(range(len(flags)), flags.__getitem__))
    return [(run[0], run[-1] + 1) for run in runs if flags[run[0]]]


def _without_kinds(pieces: Sequence[Piece], start: int, end: int) -> list[bool]:
    """Which of *pieces* lie between *start* and *end* and name no kind."""
    flags = [start <= index < end for index in range(len(pieces))]
    for size in (3, 2, 1):
        for index in range(start, end - size + 1):
            if vocabulary.find_value("kind", bare_text(pieces[index : index + size])):
                flags[index : index + size] = [False] * size
    return flags


def _set_rank(pieces: list[Piece], start: int, end: int, offices: str) -> bool:
    """Mark the rank or one of *offices* that stands between *start* and *end*, if one does."""
    name = bare_text(pieces[start:end])
    if vocabulary.find_value("kind", name):
        return False
    if rank := vocabulary.find_value("rank", name):
        set_role(pieces, start, end, "rank", rank)
    elif offices and (leaders_called(name) or _is_of(offices, name)):
        typed = " ".join(piece.word for piece in pieces[start:end])
        set_role(pieces, start, end, "office", typed)
    else:
        return False
    mark_country_before(pieces, start, "visitor")
    end += end < len(pieces) and pieces[end].bare in ("of", "của")
    mark_country_after(pieces, end, "visitor")
    return True


def _is_of(offices: str, name: str) -> bool:
    """Whether one of *offices* begins with *name*, or with its other name."""
    folded = f" {fold(name)} ".replace("s ", " ")
    return f"|{folded}" in offices or f"|{SAME_OFFICE.get(folded, folded)}" in offices


def drop_orders(book: Book, pieces: list[Piece]) -> None:
    """Drop the first and the last of people, but not of the First Secretary."""
    typed = bare_text(piece for piece in pieces if piece.role in ("", "order"))
    if f"| {fold(typed)}".removesuffix("s") not in _singular_offices(book):
        for index, piece in enumerate(pieces):
            if piece.role == "order":
                pieces[index] = piece.with_role("asking")
