"""Countries in a line, and which way things go: from one, to the other, between both.

visits to Vietnam          to Vietnam: to
rice from North Korea      from North Korea: from
did Hanoi send Pyongyang   Hanoi: from, Pyongyang: to
"""

from __future__ import annotations

from collections.abc import Sequence

from vnkp.model.facts import Book
from vnkp.query import vocabulary
from vnkp.query.line.pieces import LOOKED_FOR, Piece, Role, roles_of, run_end, set_role
from vnkp.text import letters, word_set

OTHER_SIDE = {"VN": "KP", "KP": "VN"}
# Before a country each of these says its side.
DIRECTIONS: dict[str, Role] = {
    **dict.fromkeys(["from", "by", "từ", "của", "tu", "cua"], "from"),
    **dict.fromkeys(["to", "for", "sang", "tới", "đến", "cho", "toi", "den"], "to"),
}
_AUXILIARIES = word_set("has, have, had, did, will, đã, da, sẽ, từng, còn")
IN_WORDS = frozenset(["in", "ở", "tại", "o", "tai"])
_BESIDE_OFFICES = IN_WORDS | {"of"}
_BETWEEN = ("between", "giữa")
WITH = ("with", "với", "voi")
_SENT_BY = ("from", "by", "từ")
_OF = ("của", "cua")
# What somebody sends, and is from those whose it is: điện mừng của Kim Jong Un.
_MESSAGES = word_set(
    "message, messages, letter, letters, telegram, telegrams, greetings, congratulations,"
    " condolences, wreath, wreaths, điện, thư, quà, hoa, dien, thu"
)
_FARTHEST = 4  # words before its sender: điện mừng gần nhất
# Before a name these only join, or say no more than it does.
_BEFORE_NAMES = word_set("at, off, near, mr, comrade, tại, gần, ông, ong, bà, chuyến, gặp, gap")
_CLASSIFIERS = ("cuộc", "buổi")
# Whose they are, by their letters: Hanoi, Ha Noi and Hà Nội are written alike.
CAPITALS = {
    letters(name): side for side, names in vocabulary.CAPITALS.items() for name in names.split(", ")
}


def mark_sides(pieces: list[Piece], book: Book) -> None:
    """From Vietnam, to the DPRK, của Triều Tiên; before another name such a word only joins."""
    for index, piece in enumerate(pieces):
        start = _after_the(pieces, index + 1)
        if piece.role or start == len(pieces):
            continue
        if pieces[start].role == "country":
            _mark_side(pieces, index, start)
        elif pieces[start].role in ("person", "name"):
            _mark_sender(pieces, index, start, book)


def _after_the(pieces: Sequence[Piece], index: int) -> int:
    """*index*, or the one after it where the article stands there."""
    return index + (index < len(pieces) and pieces[index].bare == "the")


def _mark_side(pieces: list[Piece], index: int, start: int) -> None:
    """Mark the word at *index* with the country that begins at *start*: to the DPRK."""
    word, end = pieces[index].bare, run_end(pieces, start)
    if word in WITH:
        set_role(pieces, index, end, "between")
    elif role := DIRECTIONS.get(word):
        set_role(pieces, index, end, role, pieces[start].key)
        if role == "to":  # Việt Nam cho Triều Tiên
            mark_country_before(pieces, index, "from")
    elif word in _BETWEEN:
        other = _after_the(pieces, end + 1)  # between Vietnam and the DPRK
        if other < len(pieces) and pieces[other].role == "country":
            set_role(pieces, index, run_end(pieces, other), "between")
    elif _only_joins(pieces, index):
        set_role(pieces, index, start, "asking")


def _mark_sender(pieces: list[Piece], index: int, start: int, book: Book) -> None:
    """Mark the word at *index* before the name that begins at *start*: from Kim Jong Un."""
    role = DIRECTIONS.get(pieces[index].bare)
    other = run_end(pieces, start) + 1  # between Hanoi and Pyongyang
    if pieces[index].bare in _BETWEEN and _capital_side(pieces, start) and other < len(pieces):
        if _capital_side(pieces, other):
            set_role(pieces, index, run_end(pieces, other), "between")
        return
    sender = book.people.get(pieces[start].key)
    sender_side = sender.side if sender else _capital_side(pieces, start)
    before = {piece.bare for piece in pieces[max(index - _FARTHEST, 0) : index]}
    is_sent = role == "from" or pieces[index].bare == "of"
    is_sent &= not before.isdisjoint(_MESSAGES) or bool(sender and pieces[index].bare in _SENT_BY)
    if is_sent and sender_side in OTHER_SIDE:
        end = start if sender else run_end(pieces, start)
        set_role(pieces, index, end, "from", sender_side)
    elif role or _only_joins(pieces, index):
        set_role(pieces, index, start, "asking")
    if role == "from" and pieces[start].role == "person":  # chuyến thăm Việt Nam của Kim Jong Un
        mark_country_before(pieces, index, "to")


def _capital_side(pieces: Sequence[Piece], start: int) -> str:
    """Whose capital is named from *start* on; nothing if none is."""
    name = "".join(letters(piece.text) for piece in pieces[start : run_end(pieces, start)])
    return CAPITALS.get(name, "")


def _only_joins(pieces: Sequence[Piece], index: int) -> bool:
    """Whether the word at *index* says no more than the name behind it; cuộc gặp is a noun."""
    is_noun = index > 0 and pieces[index - 1].bare in _CLASSIFIERS
    return pieces[index].bare in _BEFORE_NAMES and not is_noun


def mark_country_before(pieces: list[Piece], end: int, role: Role) -> bool:
    """Let the country named before *end*, if one is, be the side called *role*.

    What stands between them is dropped: North Korea has given.
    """
    after = end
    while after and pieces[after - 1].bare in _AUXILIARIES:
        after -= 1
    start = after
    while start and pieces[start - 1].role == "country":
        start -= 1
    if start == after:
        return False
    set_role(pieces, start, after, role, pieces[start].key)
    set_role(pieces, after, end, "asking")
    return True


def mark_country_after(pieces: list[Piece], start: int, role: Role) -> None:
    """Let the country named from *start* on, if one is, be the side called *role*."""
    if start < len(pieces) and pieces[start].role == "country":
        set_role(pieces, start, run_end(pieces, start), role, pieces[start].key)


def sides_to_countries(pieces: list[Piece]) -> None:
    """Let sides be countries that are looked for: the ambassador to Vietnam, of the DPRK."""
    for index, piece in enumerate(pieces):
        if piece.role in ("from", "to"):
            is_joint = piece.bare in DIRECTIONS or piece.bare == "the"
            pieces[index] = piece.with_role("joint" if is_joint else "country")
        elif piece.role == "asking" and piece.bare in _BESIDE_OFFICES and index:
            start = _after_the(pieces, index + 1)
            is_beside = pieces[index - 1].role in LOOKED_FOR and start < len(pieces)
            if is_beside and pieces[start].role == "country":
                set_role(pieces, index, start, "joint")


def owners_to_countries(pieces: list[Piece]) -> None:
    """Let của Triều Tiên be no giver beside another country: Việt Nam on tests of the DPRK."""
    if "country" in roles_of(pieces):
        for start, piece in enumerate(pieces):
            if piece.role == "from" and piece.bare in _OF:
                set_role(pieces, start + 1, run_end(pieces, start), "country", piece.key)
                set_role(pieces, start, start + 1, "asking")
