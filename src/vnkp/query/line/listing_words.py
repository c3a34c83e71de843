"""Words that say which facts of a list are meant, and how: the last, of a leader, by decade.

last 3 visits of leaders        last: order, 3: number, visits: word, leaders: rank
visits by decade                by decade: group
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnkp.model.enums import Group
from vnkp.model.facts import Book
from vnkp.query import vocabulary
from vnkp.query.line.capitals import mark_destinations
from vnkp.query.line.office_words import drop_orders, mark_ranks, mark_titles
from vnkp.query.line.pieces import (
    LOOKED_FOR,
    Piece,
    Role,
    bare_text,
    looked_for,
    open_phrases,
    roles_of,
    set_role,
)
from vnkp.query.line.sides import owners_to_countries
from vnkp.query.time_reading.time_words import small_number
from vnkp.text import fold, word_set

_MAX_WORDS = 4
# The tables whose values are marked by name, and their roles; the others in a citation only,
# where they say whose sources are meant: which newspapers, the Korean sources.
_BY_NAME: dict[str, Role] = {"order": "order", "few": "few"}
_OF_SOURCES: dict[str, Role] = {
    "kind of source": "source_kinds",
    "language of sources": "source_langs",
}
# The roles of what is looked for after all.
_AS_WORDS: dict[str, Role] = {"visitor": "country", "person": "name"}
_LEVEL = ("cấp", "cap")
_BY = frozenset(["by", "per", "each", "every", "theo", "mỗi", "từng"])
# Nhiều chuyến thăm nhất.
_MANY, _MOST = ("nhiều", "nhieu"), ("nhất", "nhat")
_GROUPS = ("year", "decade")
_SHIPMENTS = word_set(
    "shipment, shipments, delivery, deliveries, gift, gifts, donation, donations, lô, lô hàng,"
    " chuyến hàng, đợt hàng, món quà, khoản viện trợ"
)
_AMOUNTS = ("amount", "number", "one", "single", "một", "số", "số lượng")
# Commands in which facts can be counted by groups.
_COUNTED = ("year", "list", "search", "visits", "aid", "timeline", "disputes")
_BEFORE_DATES = ("tháng", "thang", "ngày", "ngay")
# Two groups: by year and kind.
_AND = ("and", "và", "va", ",")
# Which side visited more: visits are counted by side.
_MORE = ("more", "more often", "nhiều hơn", "nhieu hon")
# What a command tells anyhow, by role and key: each year of trade has a row.
_IMPLIED = {"trade": ("by", "year"), "aid": ("kind", "aid"), "latest": ("order", "-date")}
# Words for facts of any kind.
_FACTS = frozenset([
    "fact", "facts", "event", "events", "everything", "figures", "data", "contacts", "exchanges",
    "sự kiện", "dữ kiện", "số liệu", "su kien", "du kien", "so lieu",
])  # fmt: skip
# What the two countries have, of any kind, and a short name of both; folded.
_RELATIONS = ("relations", "relationship", "ties", "quan he", "moi quan he", "bang giao")
_BOTH = "viet trieu"


def mark_listing_words(book: Book, pieces: list[Piece], command: str | None) -> None:
    """Mark groups, orders, ranks and, of visits, offices.

    *command* is None where the words decide it.
    """
    # A rank stands by itself, so that it comes last: after the title, which stands before a name,
    # the order (the last minister) and the number, which goes with an order.
    has_offices = command == "visits" or (
        command in (None, "list")
        and any(vocabulary.find_value("kind", piece.bare) == "visit" for piece in pieces)
    )
    if command not in ("search", "people"):
        mark_titles(book, pieces, of_visitors=has_offices)
    _mark_by_name(pieces, command)
    _mark_most(pieces)
    is_ordered = "order" in roles_of(pieces)
    if is_ordered or command == "latest":  # 3 of the last 3 visits
        for index, piece in enumerate(pieces):
            if not piece.role and (number := small_number(piece.bare)):
                set_role(pieces, index, index + 1, "number", f"{number}")
    if command == "people" and is_ordered:
        drop_orders(book, pieces)
    if command == "anniversaries":
        _mark_interval(pieces)
    if has_offices:
        mark_destinations(pieces)
    mark_ranks(book, pieces, with_offices=has_offices)


def _mark_by_name(pieces: list[Piece], command: str | None) -> None:
    """Mark orders, groups, what sources differ on, how many tell it, and whose are meant."""
    tables = _BY_NAME | (_OF_SOURCES if command == "cite" else {})
    for index, end, name in open_phrases(pieces, _MAX_WORDS):
        group = vocabulary.find_value("group of facts", name)
        if pieces[index].bare in _LEVEL and (rank := vocabulary.find_value("rank", name)):
            set_role(pieces, index, end, "rank", rank)  # cấp cao nhất is no order
        for what, role in tables.items():
            # Bao of bao nhiêu, which asks, is no báo.
            is_asking = what in _OF_SOURCES and pieces[index].role == "asking"
            if not is_asking and (value := vocabulary.find_value(what, name)):
                set_role(pieces, index, end, role, value)
        if command == "visits" and name in _MORE:
            set_role(pieces, index, end, "by", Group.FROM.value)
        if command != "disputes" and vocabulary.find_value("command", name) == "disputes":
            set_role(pieces, index, end, "disputed", "disputed")
        # By year and kind: "by year", then "kind", as "and" and a group stand before it.
        start = index - 1
        while start >= 0 and pieces[start].bare in _BY:  # theo từng năm
            start -= 1
        is_second = start >= 1 and pieces[start].bare in _AND and pieces[start - 1].role == "by"
        if group and (start < index - 1 or is_second):
            set_role(pieces, start + (not is_second), end, "by", group)


def _mark_most(pieces: list[Piece]) -> None:
    """Mark nhiều … nhất and, in a line about the largest, where it is sought: years, shipments."""
    words = [piece.bare for piece in pieces]
    many = next((index for index, word in enumerate(words) if word in _MANY), len(pieces))
    most = [
        index
        for index in range(many + 1, len(pieces))
        if words[index] in _MOST and not pieces[index].role
    ]
    for index in [many, *most] if most else []:
        set_role(pieces, index, index + 1, "order", "-value")
    if not is_of_most(pieces):
        return
    for start, end, name in open_phrases(pieces, 2):
        group = vocabulary.find_value("group of facts", name)
        if group in _GROUPS:
            set_role(pieces, start, end, "by", group)
        elif name in _SHIPMENTS:
            set_role(pieces, start, end, "kind", "aid")
        elif name in _AMOUNTS:
            set_role(pieces, start, end, "asking")


def is_of_most(pieces: Sequence[Piece]) -> bool:
    """Whether *pieces* ask for the largest or the smallest of something."""
    return any(piece.role == "order" and piece.key.endswith("value") for piece in pieces)


def _mark_interval(pieces: list[Piece]) -> None:
    """Mark the number of the anniversaries that are asked for: the 70th, 70 năm."""
    for index, piece in enumerate(pieces):
        digits = re.sub("(?<=[0-9])(?:st|nd|rd|th)$", "", piece.bare)
        number = 0 if piece.role else small_number(digits)
        is_round = digits.isdecimal() or number % 5 == 0  # two summits are no second anniversary
        is_date = index > 0 and pieces[index - 1].bare in _BEFORE_DATES
        if 0 < number < 1000 and is_round and not is_date:
            set_role(pieces, index, index + 1, "interval", f"{number}")
            if index + 1 < len(pieces) and pieces[index + 1].bare in ("years", "năm", "nam"):
                set_role(pieces, index + 1, index + 2, "asking")


def drop_words_for_facts(pieces: list[Piece], *, is_overview: bool) -> None:
    """Drop words for facts of any kind that stand alone.

    So are the two countries, and their relations: the whole record, or an overview, is about these.
    """
    words = looked_for(pieces)
    sides = {piece.key for piece in words if piece.role == "country"}
    rest = bare_text(piece for piece in words if piece.role != "country")
    subject = fold(rest).removesuffix(_BOTH).strip()
    is_of_both = len(sides) == 2 or subject != fold(rest) or "between" in roles_of(pieces)
    is_whole = is_of_both or is_overview
    if (rest in _FACTS and not sides) or (is_whole and subject in ("", *_RELATIONS)):
        for index, piece in enumerate(pieces):
            if piece.role in LOOKED_FOR:
                pieces[index] = piece.with_role("asking")


def keep_as_words(pieces: list[Piece], command: str, *, is_unnamed: bool) -> None:
    """Let persons, orders, ranks and groups be words to look for where *command* looks for them.

    The first visits have an order, the first airmen are looked for as such. *is_unnamed*: the words
    decided the command.
    """
    words, roles = looked_for(pieces), roles_of(pieces)
    kinds = named_values(words, "kind")
    is_list = command == "list" and bool(kinds or not words)
    is_search = command == "search" and is_unnamed
    # The first of something may be called so: the first airmen.
    is_last = is_search and any((piece.role, piece.key) == ("order", "-date") for piece in pieces)
    is_ordered = command in ("visits", "trade", "sources") or is_list or is_last
    if is_of_most(pieces):
        is_listed = "by" in roles or (command == "list" and "kind" in roles)
        is_ordered = command in ("aid", "trade") or is_search or (is_listed and command in _COUNTED)
    is_ranked = command == "visits" or (kinds == ["visit"] and command in ("list", "latest"))
    heeded: dict[Role, bool] = {
        "order": is_ordered,
        "number": is_ordered or command == "latest",
        "rank": is_ranked,
        "visitor": is_ranked,
        "office": is_ranked,
        "disputed": command in ("list", "latest", "visits", "trade", "timeline"),
        "by": command in _COUNTED,
        "kind": command in ("list", "show"),
        "few": command != "search" or is_unnamed,
        "person": command not in ("search", "sources"),
    }
    implied = _IMPLIED.get(command, ())
    if is_search:
        owners_to_countries(pieces)
        if "person" in roles:
            implied = ("rank", "leader")  # leaders who met somebody
    for index, piece in enumerate(pieces):
        if (piece.role, piece.key) == implied:
            pieces[index] = piece.with_role("asking")
        elif not heeded.get(piece.role, True):
            pieces[index] = piece.with_role(_AS_WORDS.get(piece.role, ""))


def named_values(pieces: Sequence[Piece], *tables: str) -> list[str]:
    """The values of *tables* that *pieces* name one after another; none if they say more."""
    rest, values = bare_text(pieces), []
    while rest:
        value, rest = vocabulary.split_value(rest, *tables)
        if not value:
            return []
        values.append(value)
    return values
