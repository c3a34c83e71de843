"""What words say of a fact that is yet to be written: a figure, an item, names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from vnkp.errors import UnknownName
from vnkp.model.enums import Kind
from vnkp.model.facts import Book
from vnkp.model.fields import BilingualText
from vnkp.query import names, offices_and_items, vocabulary
from vnkp.query.line.line_pieces import Line
from vnkp.query.line.pieces import Piece, bare_text, persons, set_role
from vnkp.query.word_forms import NUMERAL, numeral_values
from vnkp.text import fold

# From 100 to 200, 100–200.
_RANGE = r"\s*[-–—]\s*|\s+(?:to|and|đến|tới|và)\s+"
_RANGE_STARTS = ("from", "between", "tu", "giua")
_RANGE_WORDS = (*_RANGE_STARTS, "to", "and", "den", "toi", "va", "")
_WITH_FIGURES = (Kind.AID, Kind.TRADE)


class DraftWords:
    """What the words of *line* say of a fact of *kind*: a figure, places, people.

    *unclear* are names with the keys of several; *unread* are words that mean nothing here.
    """

    def __init__(self, book: Book, kind: Kind, line: Line) -> None:
        self.book = book
        self.kind = kind
        self.values: tuple[str, ...] = ()  # the amount, or the least and the most
        self.unit = self.item = ""
        self.qualifier = self.terms = self.stage = ""
        self.people: list[str] = []
        self.places: list[str] = []
        self.unclear: list[tuple[str, tuple[str, ...]]] = []
        self.unread: list[str] = []
        for phrase, block in groupby(_with_qualifiers(line.pieces), key=_phrase):
            if phrase is not None:
                self._read([piece.text.strip('.,;:?!()“”"') for piece in block])
        # The whole names of persons stand before those in other words.
        named = [
            (text, key, names.find_people(text, book.people)) for text, key in persons(line.pieces)
        ]
        self.unclear += [(text, tuple(keys)) for text, _, keys in named if len(keys) > 1]
        self.people[:0] = [key for _, key, keys in named if len(keys) < 2]

    def _read(self, texts: list[str]) -> None:
        """Take from the front of *texts* the longest phrases that mean something."""
        unread = [""]
        while texts:
            sizes = range(len(texts), 0, -1)
            size = next((size for size in sizes if self._take(" ".join(texts[:size]))), 0)
            if size:
                unread.append("")
            else:
                unread[-1] += f" {texts[0]}"
            texts = texts[size or 1 :]
        self.unread += [text.strip() for text in unread if text.strip()]

    def _take(self, text: str) -> bool:
        """Whether *text* means something, which is then kept."""
        if self._take_amount(text) or self._take_terms(text):
            return True
        unit, item = (_key_of(text, table) for table in (self.book.units, self.book.items))
        if not item and self.kind in _WITH_FIGURES:
            keys = offices_and_items.find_keys(text, self.book.items)
            item = keys[0] if len(keys) == 1 else ""
        if unit and not self.unit and self.values:
            self.unit = unit
        elif item and not self.item:
            self.item = item
        else:
            return self._take_name(text)
        return True

    def _take_amount(self, text: str) -> bool:
        """Whether *text* is the amount: 5,000; about 16.5 million; gần 5.000; 1-2 million."""
        ends = re.split(_RANGE, text, maxsplit=1)
        if not re.search(NUMERAL, ends[0]):  # up to 5,000
            ends = [text]
        before = re.sub(f"{NUMERAL}$", "", ends[0]).strip()
        qualifier = vocabulary.find_value("qualifier", before)
        if before and not qualifier and not (len(ends) > 1 and fold(before) in _RANGE_STARTS):
            return False
        ends[0] = ends[0].removeprefix(before).strip()
        scale = re.sub("[0-9., ]", "", ends[-1])
        readings = []
        for end in ends:  # 1-2 million
            number = re.fullmatch(NUMERAL, end if end[-1:].isalpha() else f"{end} {scale}".strip())
            readings.append(numeral_values(number) if number else [])
        if self.values or any(len(values) != 1 for values in readings):
            return False
        self.values = tuple(value.replace("x", ".") for (value,) in readings)
        self.qualifier = qualifier or ""
        return True

    def _take_terms(self, text: str) -> bool:
        """Whether *text* says how aid is given: on credit, promised."""
        if self.kind is not Kind.AID:
            return False
        terms, stage = (vocabulary.find_value(what, text) for what in ("terms", "stage"))
        self.terms, self.stage = terms or self.terms, stage or self.stage
        return bool(terms or stage)

    def _take_name(self, text: str) -> bool:
        """Whether *text* is a place, or a person by more than one word of the name."""
        try:
            place = names.find_place(text, self.book.places)
        except UnknownName:
            place = ""
        spellings = self.book.places[place].spellings if place else ()
        shown = {fold(re.split("[,(]", name)[0].strip()) for name in spellings}
        if place and fold(text) in (*shown, *map(fold, spellings), place):
            self.places += [] if place in self.places else [place]
            return True
        keys = names.find_people(text, self.book.people) if " " in text else []
        if len(keys) == 1:
            self.people += keys
        elif keys:
            self.unclear.append((text, tuple(keys)))
        return bool(keys)


def _with_qualifiers(pieces: Sequence[Piece]) -> list[Piece]:
    """*pieces*, in which "up to" of "up to 5,000" and "to" of "1,000 to 2,000" do not ask."""
    read = list(pieces)
    for index, piece in enumerate(pieces):
        for size in (1, 2) if piece.role == "figure" else ():
            name = bare_text(pieces[max(index - size, 0) : index])
            if vocabulary.find_value("qualifier", name) or fold(name) in _RANGE_WORDS:
                set_role(read, max(index - size, 0), index, "")
    return read


def _phrase(piece: Piece) -> tuple[str, str] | None:
    """What neighbours of one phrase share; None for a person, time, direction or asking word."""
    if piece.role == "name":
        return piece.role, piece.key
    return ("", "") if piece.role in ("", "quote", "figure") else None


def _key_of(text: str, table: Mapping[str, BilingualText]) -> str:
    """The key of the entry of *table* called *text*."""
    spellings = {fold(text), fold(text.removesuffix("s"))}
    for key, entry in table.items():
        if key == text or not spellings.isdisjoint((fold(key), fold(entry.en), fold(entry.vi))):
            return key
    return ""
