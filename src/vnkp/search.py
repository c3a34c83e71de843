"""Searching facts for words: in titles, notes, people in any spelling and script, places, items and sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from vnkp import names
from vnkp.model import Book, Fact

# Where a word was found, best first.
_NAME, _TITLE, _PLACE, _SOURCE, _NOTE = range(5)


def search(book: Book, text: str, facts: Iterable[Fact]) -> list[Fact]:
    """Those of *facts* in which every word of *text* occurs: found in a name or title first, in a note last.

    A word written with marks (ồ, đ) matches only what is written so; one without matches either. A word matches from
    the beginning of a word on.
    """
    folded, marked = _words(text)
    if not folded and not marked:
        return []
    index = _Index(book)
    ranked = []
    for fact in facts:
        places = index.fields(fact, names.fold)
        worst = _worst(folded, places)
        if worst is not None and marked:
            strict = _worst(marked, index.fields(fact, names.lower))
            worst = max(worst, strict) if strict is not None else None
        if worst is not None:
            ranked.append((worst, fact))
    return [fact for _, fact in sorted(ranked, key=lambda pair: pair[0])]


def _words(text: str) -> tuple[list[str], list[str]]:
    """The words of *text* to be found without regard to marks, and those to be found with them."""
    words = text.split()
    marked = [names.lower(word) for word in words if names.has_marks(word)]
    folded = [names.fold(word) for word in words if not names.has_marks(word)]
    return [word for word in folded if word], [word for word in marked if word]


def _worst(words: Sequence[str], fields: Sequence[tuple[int, str]]) -> int | None:
    """The place in which the hardest to find of *words* occurs; None when one does not."""
    worst = _NAME
    for word in words:
        found = min((place for place, text in fields if " " + word in text), default=None)
        if found is None:
            return None
        worst = max(worst, found)
    return worst


class _Index:
    """The texts of a book, spelt alike; what many facts share is spelt once."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._shared: dict[tuple[str, str, object], str] = {}

    def fields(self, fact: Fact, spell: Callable[[str], str]) -> list[tuple[int, str]]:
        """Each text of *fact*, with a space before each word, and how good a place it is to be found in."""
        return [(place, text) for place, text in self._fields(fact, spell)]

    def _fields(self, fact: Fact, spell: Callable[[str], str]) -> Iterator[tuple[int, str]]:
        yield _TITLE, _spaced(f"{fact.en} {fact.vi} {fact.id}", spell)
        for one in fact.people:
            yield _NAME, self._known("person", one.who, spell)
        for key in fact.places:
            yield _PLACE, self._known("place", key, spell)
        if fact.figure:
            yield _PLACE, self._known("item", fact.figure.of, spell)
        for cite in fact.all_cites:
            yield _SOURCE, self._known("source", cite.source, spell)
        notes = [fact.note, *(variant.note for variant in fact.variants)]
        yield _NOTE, _spaced(" ".join(f"{note.en} {note.vi}" for note in notes if note), spell)

    def _known(self, table: str, key: str, spell: Callable[[str], str]) -> str:
        known = self._shared.get((table, key, spell))
        if known is None:
            known = self._shared[table, key, spell] = _spaced(self._text(table, key), spell)
        return known

    def _text(self, table: str, key: str) -> str:
        match table:
            case "person":
                return " ".join(self.book.people[key].spellings)
            case "place":
                place = self.book.places[key]
                return f"{place.en} {place.vi}"
            case "item":
                item = self.book.items[key]
                return f"{item.en} {item.vi}"
            case _:
                source = self.book.sources[key]
                return f"{key} {source.title} {source.publisher}"


def _spaced(text: str, spell: Callable[[str], str]) -> str:
    """*text* spelt with *spell*, one space before each of its words, without punctuation."""
    return " " + " ".join("".join(char if char.isalnum() else " " for char in spell(text)).split())
