"""Words that say which facts of a list are meant, and how: the last, of a leader, by decade.

last 3 visits of leaders        last: order, 3: number, visits: word, leaders: rank
visits by decade                by decade: group
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from vnkp.model.enums import Group
from vnkp.model.facts import Book
from vnkp.query import vocabulary
from vnkp.query.names import letters
from vnkp.query.office_words import drop_orders, mark_ranks
from vnkp.query.pieces import (
    FROM_WORDS,
    LOOKED_FOR,
    TO_WORDS,
    Piece,
    country_end,
    open_phrases,
    set_role,
)
from vnkp.query.superlatives import is_of_most, mark_most
from vnkp.query.time_words import small_number
from vnkp.text import fold, has_diacritics

_MAX_WORDS = 4
# The tables whose values are marked by name, and their roles; the others in a citation only,
# where they say whose sources are meant: which newspapers, the Korean sources.
_BY_NAME = {"order": "order", "few": "few"}
_OF_SOURCES = {"kind of source": "source_kinds", "language of sources": "source_langs"}
_AS_WORDS = {"visitor": "country", "person": "name"}  # the roles of what is looked for after all
_LEVEL, _WITH = ("cấp", "cap"), ("with", "với")
_BY = frozenset(["by", "per", "each", "every", "theo", "mỗi", "từng"])
# Commands in which facts can be counted by groups.
_COUNTED = ("year", "list", "search", "visits", "aid", "timeline", "disputes")
# Two groups: by year and kind.
_AND = ("and", "và", "va", ",")
_OF = ("của", "cua")
# Which side visited more: visits are counted by side.
_MORE = ("more", "more often", "nhiều hơn", "nhieu hon")
# What a command tells anyhow, by role and key: each year of trade has a row.
_IMPLIED = {"trade": ("by", "year"), "aid": ("shipment", "aid")}
# Words for facts of any kind.
_FACTS = frozenset([
    "fact", "facts", "event", "events", "everything", "figures", "numbers", "statistics", "data",
    "sự kiện", "dữ kiện", "số liệu", "su kien", "du kien", "so lieu",
])  # fmt: skip
# What the two countries have, of any kind, and a short name of both; folded.
_RELATIONS = ("relations", "relationship", "ties", "quan he", "moi quan he", "bang giao")
_BOTH = "viet trieu"
# Their letters: Hanoi, Ha Noi and Hà Nội are written alike.
_CAPITALS = {
    letters(name): side for side, names in vocabulary.CAPITALS.items() for name in names.split(", ")
}
# Their countries where the capital is written without marks and with them.
_COUNTRIES = {"VN": ("Vietnam", "Việt Nam"), "KP": ("DPRK", "Triều Tiên")}
_DIRECTIONS = {
    **dict.fromkeys(["visit", "visits", "visited", "thăm", "tham", "đi", *TO_WORDS], "to"),
    **dict.fromkeys(FROM_WORDS, "from"),
}


def mark_listing_words(book: Book, pieces: list[Piece], command: str | None) -> None:
    """Mark groups, orders, ranks and, of visits, offices.

    *command* is None where the words decide it.
    """
    _mark_by_name(pieces, command)
    mark_most(pieces)
    is_ordered = any(piece.role == "order" for piece in pieces)
    if is_ordered or command == "latest":  # 3 of the last 3 visits
        for index, piece in enumerate(pieces):
            if not piece.role and (number := small_number(piece.bare)):
                set_role(pieces, index, index + 1, "number", f"{number}")
    if command == "people" and is_ordered:
        drop_orders(book, pieces)
    if command == "anniversaries":
        _mark_interval(pieces)
    has_offices = command == "visits" or (
        command in (None, "list")
        and any(vocabulary.find_value("kind", piece.bare) == "visit" for piece in pieces)
    )
    if has_offices:
        _mark_capitals(pieces)
    mark_ranks(book, pieces, with_offices=has_offices)


def _mark_by_name(pieces: list[Piece], command: str | None) -> None:
    """Mark orders, groups, what sources differ on, how many tell it, and whose are meant."""
    tables = _BY_NAME | (_OF_SOURCES if command == "cite" else {})
    for index, end, name in open_phrases(pieces, _MAX_WORDS):
        group = vocabulary.find_value("group of facts", name)
        if pieces[index].bare in _LEVEL and (rank := vocabulary.find_value("rank", name)):
            set_role(pieces, index, end, "rank", rank)  # cấp cao nhất is no order
        for what, role in tables.items():
            if value := vocabulary.find_value(what, name):
                set_role(pieces, index, end, role, value)
        if command == "visits" and name in _MORE:
            set_role(pieces, index, end, "by", Group.FROM.value)
        if command != "disputes" and vocabulary.find_value("command", name) == "disputes":
            set_role(pieces, index, end, "disputed", "disputed")
        start = index - 1
        while start >= 0 and pieces[start].bare in _BY:  # theo từng năm
            start -= 1
        is_second = start >= 1 and pieces[start].bare in _AND and pieces[start - 1].role == "by"
        if group and (start < index - 1 or is_second):
            set_role(pieces, start + (not is_second), end, "by", group)


def _mark_interval(pieces: list[Piece]) -> None:
    """Mark the number of the anniversaries that are asked for: the 70th, 70 năm."""
    for index, piece in enumerate(pieces):
        number = re.fullmatch("([0-9]{1,3})(?:st|nd|rd|th)?", piece.bare)
        if number and not piece.role and int(number[1]):
            set_role(pieces, index, index + 1, "interval", number[1])
            if index + 1 < len(pieces) and pieces[index + 1].bare in ("years", "năm", "nam"):
                set_role(pieces, index + 1, index + 2, "asking")


def _capitals(pieces: Sequence[Piece]) -> list[tuple[int, int, str]]:
    """Where Hanoi and Pyongyang begin and end in *pieces*, and whose capitals they are."""
    runs = [(start, start + size) for size in (1, 2) for start in range(len(pieces) - size + 1)]
    names = ["".join(letters(piece.text) for piece in pieces[start:end]) for start, end in runs]
    return [
        (start, end, _CAPITALS[name])
        for (start, end), name in zip(runs, names, strict=True)
        if name in _CAPITALS
    ]


def _mark_capitals(pieces: list[Piece]) -> None:
    """Who goes to a capital, or comes from it, does so to its country: visits to Hanoi."""
    for start, end, side in _capitals(pieces):
        if start and (role := _DIRECTIONS.get(pieces[start - 1].bare)):
            set_role(pieces, start - 1, end, role, side)


def let_capitals_be_countries(pieces: list[Piece]) -> None:
    """Let Hanoi and Pyongyang be the countries that give, or have ambassadors.

    Did Hanoi send Pyongyang, the ambassador in Hanoi.
    """
    for start, end, side in sorted(_capitals(pieces), reverse=True):
        before = pieces[start - 1].bare if start else ""
        role = "between" if before in _WITH else _DIRECTIONS.get(before, "")
        country = _COUNTRIES[side][has_diacritics(pieces[start].text)]
        pieces[start:end] = [msgspec.structs.replace(pieces[start], text=country)]
        set_role(pieces, start - bool(role), start + 1, role or "country", side)


def drop_any_facts(pieces: list[Piece], *, is_overview: bool) -> None:
    """Drop words for facts of any kind that stand alone.

    So are the two countries, and their relations: the whole record, or an overview, is about these.
    """
    looked_for = [index for index, piece in enumerate(pieces) if piece.role in LOOKED_FOR]
    sides = {pieces[index].key for index in looked_for if pieces[index].role == "country"}
    rest = " ".join(pieces[index].bare for index in looked_for if pieces[index].role != "country")
    subject = fold(rest).removesuffix(_BOTH).strip()
    is_of_both = (
        len(sides) == 2 or subject != fold(rest) or any(piece.role == "between" for piece in pieces)
    )
    is_whole = is_of_both or is_overview
    if (rest in _FACTS and not sides) or (is_whole and subject in ("", *_RELATIONS)):
        for index in looked_for:
            set_role(pieces, index, index + 1, "asking")


def keep_as_words(pieces: list[Piece], command: str, *, is_unnamed: bool) -> None:
    """Let persons, orders, ranks and groups be words to look for where *command* looks for them.

    *is_unnamed*: the words decided the command.
    """
    looked_for = [piece for piece in pieces if piece.role in LOOKED_FOR]
    kinds = named_values(looked_for, "kind")
    is_list = command == "list" and (kinds or not looked_for)
    is_search = command == "search" and is_unnamed
    # The first of something may be called so: the first airmen.
    is_last = is_search and any((piece.role, piece.key) == ("order", "-date") for piece in pieces)
    is_ordered = command == "visits" or is_list or is_last
    if is_of_most(pieces):
        roles = {piece.role for piece in pieces}
        is_listed = "by" in roles or (command == "list" and "shipment" in roles)
        is_ordered = command in ("aid", "trade") or is_search or (is_listed and command in _COUNTED)
    is_ranked = command == "visits" or (kinds == ["visit"] and command in ("list", "latest"))
    heeded = {
        "order": is_ordered,
        "number": is_ordered or command == "latest",
        "rank": is_ranked,
        "visitor": is_ranked,
        "office": is_ranked,
        "disputed": command in ("list", "latest", "visits", "trade", "timeline"),
        "by": command in _COUNTED,
        "shipment": command == "list",
        "few": command != "search" or is_unnamed,
        "person": command not in ("search", "sources"),
    }
    implied = _IMPLIED.get(command, ())
    if is_search:
        _let_owners_be_words(pieces)
        if any(piece.role in ("person", "name") for piece in pieces):
            implied = ("rank", "leader")  # leaders who met somebody
    for index, piece in enumerate(pieces):
        if (piece.role, piece.key) == implied:
            pieces[index] = piece.with_role("asking")
        elif not heeded.get(piece.role, True):
            pieces[index] = piece.with_role(_AS_WORDS.get(piece.role, ""))


def _let_owners_be_words(pieces: list[Piece]) -> None:
    """Let của Triều Tiên be no giver beside another country: Việt Nam on tests of the DPRK."""
    if any(piece.role == "country" for piece in pieces):
        for start, piece in enumerate(pieces):
            if piece.role == "from" and piece.bare in _OF:
                set_role(pieces, start + 1, country_end(pieces, start), "country", piece.key)
                set_role(pieces, start, start + 1, "asking")


def named_values(pieces: Sequence[Piece], *tables: str) -> list[str]:
    """The values of *tables* that *pieces* name one after another; none if they say more."""
    rest, values = " ".join(piece.bare for piece in pieces), []
    while rest:
        value, rest = vocabulary.split_value(rest, *tables)
        if not value:
            return []
        values.append(value)
    return values
