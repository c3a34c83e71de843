"""What the words of a fact that is yet to be written mean: a figure, an item, names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby

from vnkp.errors import UnknownName
from vnkp.model.enums import Kind
from vnkp.model.facts import Book
from vnkp.model.fields import BilingualText
from vnkp.query import names, tables, vocabulary
from vnkp.query.pieces import Piece
from vnkp.query.word_forms import NUMERAL, numeral_values
from vnkp.text import fold

_WITH_FIGURES = (Kind.AID, Kind.TRADE)


class DraftWords:
    """What words say: a figure, places, people; and those that say nothing."""

    def __init__(self, book: Book, kind: Kind) -> None:
        self.book = book
        self.kind = kind
        self.value = self.unit = self.item = ""
        self.qualifier = self.terms = self.stage = ""
        self.people: list[str] = []
        self.places: list[str] = []
        self.unclear: list[tuple[str, tuple[str, ...]]] = []
        self.unread: list[str] = []

    def read(self, phrase: list[Piece]) -> None:
        """Take from *phrase* the longest words that mean something, until none are left."""
        texts = [piece.text.strip('.,;:?!()“”"') for piece in phrase]
        rest: list[str] = []
        while texts:
            for size in range(len(texts), 0, -1):
                if self._take(" ".join(texts[:size])):
                    texts = texts[size:]
                    self._leave(rest)
                    rest = []
                    break
            else:
                rest.append(texts.pop(0))
        self._leave(rest)

    def read_people(self, pieces: Iterable[Piece]) -> None:
        """Take the whole names of persons among *pieces*, in their order before the others."""
        people: list[str] = []
        for (role, key), block in groupby(pieces, key=lambda piece: (piece.role, piece.key)):
            if role == "person":
                text = " ".join(piece.text.strip(",;:?!()") for piece in block)
                keys = names.find_people(text, self.book.people)
                if len(keys) > 1:
                    self.unclear.append((text, tuple(keys)))
                else:
                    people.append(key)
        self.people = people + self.people

    def _leave(self, texts: list[str]) -> None:
        text = " ".join(texts).strip()
        self.unread += [text] if text else []

    def _take(self, text: str) -> bool:
        """Whether *text* means something, which is then kept."""
        if self._take_amount(text) or self._take_terms(text):
            return True
        unit, item = (_named(text, table) for table in (self.book.units, self.book.items))
        if unit and not self.unit and self.value:
            self.unit = unit
        elif not self.item and (item := item or self._item(text)):
            self.item = item
        else:
            return self._take_name(text)
        return True

    def _take_amount(self, text: str) -> bool:
        """Whether *text* is the amount: 5,000; about 16.5 million; gần 5.000."""
        number = re.search(f"{NUMERAL}$", text)
        values = numeral_values(number) if number else []
        if number is None or len(values) != 1 or self.value:
            return False
        before = text[: number.start()].strip()
        qualifier = vocabulary.find_value("qualifier", before)
        if before and not qualifier:
            return False
        self.value, self.qualifier = values[0].replace("x", "."), qualifier or ""
        return True

    def _take_terms(self, text: str) -> bool:
        """Whether *text* says how aid is given: on credit, promised."""
        if self.kind is not Kind.AID:
            return False
        terms, stage = (vocabulary.find_value(what, text) for what in ("terms", "stage"))
        self.terms, self.stage = terms or self.terms, stage or self.stage
        return bool(terms or stage)

    def _item(self, text: str) -> str:
        """The key of the one item with *text* in its name, where a figure is expected."""
        try:
            keys = tables.find_items(text, self.book.items) if self.kind in _WITH_FIGURES else []
        except UnknownName:
            return ""
        return keys[0] if len(keys) == 1 else ""

    def _take_name(self, text: str) -> bool:
        """Whether *text* is a place, or a person by more than one word of the name."""
        try:
            place = names.find_place(text, self.book.places)
        except UnknownName:
            place = ""
        spellings = self.book.places[place].spellings if place else ()
        shown = {fold(re.split("[,(]", name)[0].strip()) for name in spellings}
        if place and fold(text) in (*shown, *map(fold, spellings), place):
            self.places.append(place)
            return True
        keys = names.find_people(text, self.book.people) if " " in text else []
        if len(keys) == 1:
            self.people += keys
        elif keys:
            self.unclear.append((text, tuple(keys)))
        return bool(keys)


def _named(text: str, table: Mapping[str, BilingualText]) -> str:
    """The key of the entry of *table* called *text*."""
    wanted = {fold(text), fold(text.removesuffix("s"))}
    for key, entry in table.items():
        if key == text or not wanted.isdisjoint((fold(key), fold(entry.en), fold(entry.vi))):
            return key
    return ""
