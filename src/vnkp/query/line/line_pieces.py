"""A line cut into pieces, each with its role: quote, person, name, figure, time, side, asking word.

    who came to Hanoi in 2018      who: asking, came: word, to: word, Hanoi: name, in 2018: time

What stands in quotes comes first, then known names (the longest first), figures, times, sides
and asking words; what is left are words to look for.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

import msgspec

from vnkp.model.facts import Book
from vnkp.model.time_window import TimeWindow, common_windows, outside
from vnkp.query import vocabulary
from vnkp.query.line.asking_words import mark_asking
from vnkp.query.line.pieces import Piece, Role, set_role
from vnkp.query.line.sides import mark_sides
from vnkp.query.time_reading import time_reader
from vnkp.query.time_reading.time_spans import TimeMention
from vnkp.store import cache
from vnkp.text import is_cjk, letters, without_possessives, word_set

_MAX_NAME = 9
_UNITS = word_set(
    "million, millions, billion, thousand, hundred, tonne, tonnes, ton, tons, t, kg, dollars, usd,"
    " roubles, rubles, percent, %, triệu, tỷ, tỉ, nghìn, ngàn, tấn, trăm, người, rúp, đô, trieu,"
    " ty, nghin, ngan, tan, nguoi"
)
_QUALIFIERS = word_set("over, than, nearly, almost, least, hơn, trên, gần, nhất, đa")
_OF_TIMES = ("earlier", "later", "older", "newer", "recent")  # than 1970
# With separators, or too long for a year.
_AMOUNT = r"[0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]+[.,][0-9]+|[0-9]{5,}"


class Line(msgspec.Struct, frozen=True):
    """The pieces of a line and its times."""

    pieces: list[Piece]
    times: list[TimeMention]

    @property
    def windows(self) -> list[TimeWindow]:
        """The times that the line asks for, without those that stand after a negation."""
        ends = [piece.end for piece in self.pieces if piece.role == "not_then"]
        left_out = [time for time in self.times if ends and time.start >= ends[0]]
        windows = time_reader.combine(time for time in self.times if time not in left_out)
        if not left_out:
            return windows
        others = outside(time.window for time in left_out)
        return common_windows(windows, others) if windows else others


class StoredNames(msgspec.Struct, frozen=True, array_like=True, tag=1):
    """The letters of every name of a place, and of a person with the key of that person.

    The key is empty for a name that several people share. The tag changes when names are spelt
    in another way: then what is in caches is out of date.
    """

    places: list[str]
    people: dict[str, str]


def read_line(
    book: Book, text: str, today: dt.date | None = None, *, any_year: bool = False
) -> Line:
    """Cut *text* into pieces and give each its role; times, and errors, as in `time_reader`."""
    text = unicodedata.normalize("NFC", text)
    pieces = [
        Piece(match[0], *match.span(), "quote" if match[0][0] in '"“' and len(match[0]) > 1 else "")
        for match in re.finditer(r'"[^"]*"|“[^“”]*”|[^\s"“]+|\S', text)
    ]
    if any(any(map(str.isalpha, piece.text)) for piece in pieces):
        _mark_names(pieces, _known_names(book))
    _mark_figures(pieces, book)
    times = _mark_times(pieces, text, today, any_year)
    mark_sides(pieces, book)
    mark_asking(pieces)
    return Line(pieces, times)


def _known_names(book: Book) -> dict[str, tuple[Role, str]]:
    """The letters of every whole name, and its role: a person, a country or any other name."""
    stored = cache.derived(book, StoredNames, _stored_names)
    sides = vocabulary.phrases("side").items()
    return {
        **dict.fromkeys(stored.places, ("name", "")),
        **{letters(phrase): ("country", side) for phrase, side in sides},
        **{name: ("person" if key else "name", key) for name, key in stored.people.items()},
    }


def _stored_names(book: Book) -> StoredNames:
    places = {
        letters(spelling)
        for place in book.places.values()
        for name in (place.en, place.vi, *place.aliases)
        for spelling in (name, re.split("[,(]", name)[0])
    }
    people: dict[str, str] = {}
    for key, person in book.people.items():
        for name in map(letters, person.spellings):
            people[name] = key if people.get(name, key) == key else ""
    return StoredNames(sorted(places), people)


def _mark_names(pieces: list[Piece], known: dict[str, tuple[Role, str]]) -> None:
    typed = ["" if piece.role else letters(without_possessives(piece.text)) for piece in pieces]
    index = 0
    while index < len(pieces):
        size = 1
        for length in range(min(_MAX_NAME, len(pieces) - index), 0, -1):
            run = typed[index : index + length]
            name = "".join(run)
            if not all(run) or name not in known:
                continue
            role, key = known[name]
            # One short Latin word is no whole name, but Hangul may be.
            is_short = length == 1 and len(name) < 6 and not is_cjk(name[0])
            if role != "person" or not is_short:
                set_role(pieces, index, index + length, role, key or str(index))
                size = length
                break
        index += size


def _mark_figures(pieces: list[Piece], book: Book) -> None:
    """Numbers that a unit follows, that a word like "over" precedes, or that look like amounts."""
    units = _UNITS | {
        name.split()[0].casefold() for unit in book.units.values() for name in (unit.en, unit.vi)
    }
    for index, piece in enumerate(pieces):
        number = piece.word
        if piece.role or not re.fullmatch(r"[0-9][0-9.,]*", number):
            continue
        # 1979 trieu tien is a year and a country, no 1979 million.
        has_unit = index + 1 < len(pieces) and not pieces[index + 1].role
        after = pieces[index + 1].bare if has_unit else ""
        before = pieces[index - 1].bare if index else ""
        is_time = before == "than" and index > 1 and pieces[index - 2].bare in _OF_TIMES
        is_amount = after in units or re.fullmatch(_AMOUNT, number)
        if is_amount or (before in _QUALIFIERS and not is_time):
            set_role(pieces, index, index + 1, "figure")


def _mark_times(
    pieces: list[Piece], text: str, today: dt.date | None, any_year: bool
) -> list[TimeMention]:
    """Mark the pieces that say times; what has a role is hidden from their reader."""
    masked, end = "", 0
    for piece in pieces:
        masked += text[end : piece.start]
        masked += "\N{WHITE SQUARE}" * len(piece.text) if piece.role else piece.text
        end = piece.end
    times = list(time_reader.find_times(masked, today, any_year=any_year))
    index = 0
    for time in times:
        while index < len(pieces) and pieces[index].start < time.end:
            if pieces[index].end > time.start:
                set_role(pieces, index, index + 1, "time")
            index += 1
    return times
