"""Hanoi and Pyongyang in a line: where somebody goes, or a government.

visits to Hanoi               to Vietnam
did Pyongyang send a letter   did the DPRK
restaurants in Hanoi          the town
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import msgspec

from vnkp.query.line.pieces import LOOKED_FOR, Piece, Role, bare_text, is_vietnamese, set_role
from vnkp.query.line.sides import CAPITALS, DIRECTIONS, IN_WORDS, WITH, mark_country_after
from vnkp.text import fold, has_diacritics, letters, without_possessives, word_set

# Before a capital these say its side, as the words of DIRECTIONS do before a country too.
_VISITING: dict[str, Role] = dict.fromkeys(
    ["visit", "visits", "visited", "thăm", "tham", "đi", "di"], "to"
)
# Before a capital these say that its government is meant,
_GOVERNMENTS = (
    "did, does, do, has, have, had, why, that, when, with, by, for, represent, represents,"
    " represented, rằng, khi, sao, cho, của, với, phía, quan hệ, đại diện, chính quyền,"
    " chính phủ"
)
_BEFORE_GOVERNMENTS = word_set(_GOVERNMENTS) | word_set(fold(_GOVERNMENTS))
# but not after these: leaves for Pyongyang.
_LEAVING = ("leave", "leaves", "left")
# What stands behind a town: Hà Nội có nhà hàng nào.
_NO_DEEDS = ("có", "co", "còn", "con", "ở", "o", "là", "la", "và", "hay", "nào")
_DEEDS = ("có từng", "co tung", "có phải", "co phai")  # Hà Nội có từng mua tàu ngầm
_ENVOYS = ("ambassador", "ambassadors", "sứ", "su")  # đại sứ ở Hà Nội
_AND = ("and", "và", "va", "&", "-", "–")
# Their countries where the capital is written without marks and with them.
_COUNTRIES = {"VN": ("Vietnam", "Việt Nam"), "KP": ("DPRK", "Triều Tiên")}


def _capitals(pieces: Sequence[Piece]) -> Iterator[tuple[int, int, str]]:
    """Where Hanoi and Pyongyang begin and end in *pieces*, and whose capitals they are."""
    for size in (1, 2):
        for start in range(len(pieces) - size + 1):
            end = start + size
            typed = " ".join(piece.text for piece in pieces[start:end])
            side = CAPITALS.get(letters(without_possessives(typed)))
            if side and pieces[start].role in LOOKED_FOR:
                yield start, end, side


def mark_destinations(pieces: list[Piece]) -> None:
    """Who goes to a capital, or comes from it, does so to its country, and so who is in a country.

    Visits to Hanoi, visits in Vietnam.
    """
    for index, piece in enumerate(pieces):
        if piece.bare in IN_WORDS:
            mark_country_after(pieces, index + 1, "to")
    for start, end, side in _capitals(pieces):
        before = pieces[start - 1].bare if start else ""
        if role := DIRECTIONS.get(before) or _VISITING.get(before):
            set_role(pieces, start - 1, end, role, side)


def governments_to_countries(pieces: list[Piece]) -> None:
    """Let capitals be countries where their governments are meant.

    Did Hanoi condemn the test, Hà Nội công nhận Seoul, Hanoi and Pyongyang; but not in Hanoi.
    """
    capitals = sorted(_capitals(pieces))
    meant = {capital for capital in capitals if _is_government(pieces, *capital[:2])}
    for first, second in itertools.pairwise(capitals):
        start, end, _ = first
        is_placed = start > 0 and pieces[start - 1].bare in (*IN_WORDS, *DIRECTIONS)
        if second[0] == end + 1 and pieces[end].bare in _AND and not is_placed:
            meant |= {first, second}
    for start, end, side in sorted(meant, reverse=True):
        _to_country(pieces, start, end, side)


def _is_government(pieces: Sequence[Piece], start: int, end: int) -> bool:
    """Whether the capital between *start* and *end* is named for its government."""
    if start == 0:  # in Vietnamese it does what follows; Hanoi restaurants are in Hanoi
        if end == len(pieces) or pieces[end].role not in ("", "asking"):
            return False
        words = [piece.bare for piece in pieces]
        is_deed = words[end] not in _NO_DEEDS or " ".join(words[end : end + 2]) in _DEEDS
        return is_deed and is_vietnamese(words)
    before = pieces[start - 1].bare
    is_leaving = before == "for" and start > 1 and pieces[start - 2].bare in _LEAVING
    is_of_envoy = before in IN_WORDS and start > 1 and pieces[start - 2].bare in _ENVOYS
    phrase = bare_text(pieces[max(start - 2, 0) : start])
    is_named_so = not _BEFORE_GOVERNMENTS.isdisjoint((before, phrase))
    return is_of_envoy or (is_named_so and not is_leaving)


def _to_country(pieces: list[Piece], start: int, end: int, side: str) -> None:
    country = _COUNTRIES[side][has_diacritics(pieces[start].text)]
    pieces[start:end] = [msgspec.structs.replace(pieces[start], text=country)]
    set_role(pieces, start, start + 1, "country", side)


def capitals_to_countries(pieces: list[Piece]) -> None:
    """Let Hanoi and Pyongyang be the countries that give, or have ambassadors.

    Did Hanoi send Pyongyang, the ambassador in Hanoi.
    """
    for start, end, side in sorted(_capitals(pieces), reverse=True):
        before = pieces[start - 1].bare if start else ""
        role: Role | None = "between" if before in WITH else DIRECTIONS.get(before)
        role = role or _VISITING.get(before)
        _to_country(pieces, start, end, side)
        if role:
            set_role(pieces, start - 1, start + 1, role, side)
