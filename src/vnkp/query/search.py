"""Searching facts for words: in titles, notes, people in any spelling and script, places, items and sources."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from vnkp.model.facts import Book, Fact
from vnkp.text import (
    Normalizer,
    alphanumerics,
    fold,
    has_diacritics,
    is_cjk,
    normalize_keeping_accents,
    word_variants,
)

# Where a word was found, best first.
_NAME, _TITLE, _PLACE, _SOURCE, _NOTE = range(5)

_Write = Callable[[Sequence[str]], str]


class _Word(NamedTuple):
    """A word that is looked for: the *forms* in which it may stand in a text spelt with *spell*."""

    forms: list[str]
    spell: Normalizer


def search_facts(
    book: Book, text: str, facts: Iterable[Fact], *, ranked: bool = True
) -> list[Fact]:
    """Those of *facts* in which every word of *text* occurs.

    If *ranked*, those in which the words stand side by side come first, and among them those in which they stand in a name
    or title first, in a note last; facts that rank alike, and all facts otherwise, stay in the order of *facts*.

    A word written with marks (ồ, đ) matches only what is written so; one without matches either. A word matches from
    the beginning of a word on; in scripts written without spaces, anywhere.
    """
    words = [_word(word) for word in text.split()]
    words = [word for word in words if word.forms]
    if not words:
        return []
    index = _Index(book)
    wanted = [alphanumerics(word.forms[0]) for word in words]
    likely = [fact for fact in facts if _holds(index.letters(fact), wanted)]
    together = word_variants(text, fold) if len(words) > 1 else []
    ranks = [(_rank(index, fact, words, together), fact) for fact in likely]
    found = [(rank, fact) for rank, fact in ranks if rank]
    return [fact for _, fact in (sorted(found, key=lambda pair: pair[0]) if ranked else found)]


def _holds(text: str, wanted: Sequence[str]) -> bool:
    return all(letters in text for letters in wanted)


def _word(word: str) -> _Word:
    spell = normalize_keeping_accents if has_diacritics(word) else fold
    return _Word(word_variants(word, spell), spell)


def _rank(
    index: _Index, fact: Fact, words: Sequence[_Word], together: Sequence[str]
) -> tuple[bool, int] | None:
    """Whether *words* are scattered, and the place in which the hardest to find occurs; None when one does not."""
    fields = {spell: index.fields(fact, spell) for spell in {fold, *(word.spell for word in words)}}
    worst = _NAME
    for word in words:
        found = _place(word.forms, fields[word.spell])
        if found is None:
            return None
        worst = max(worst, found)
    place = _place(together, fields[fold])
    return (len(words) > 1, worst) if place is None else (False, place)


def _place(forms: Sequence[str], fields: Sequence[tuple[int, str]]) -> int | None:
    """The best place in which one of *forms* occurs."""
    return min(
        (place for place, text in fields if any(_occurs(form, text) for form in forms)),
        default=None,
    )


def _occurs(form: str, text: str) -> bool:
    return " " + form in text or (is_cjk(form[0]) and form in text)


class _Index:
    """The texts of a book, spelt alike; what many facts share is spelt once."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._written: dict[tuple[str, str, _Write], str] = {}

    def fields(self, fact: Fact, spell: Normalizer) -> list[tuple[int, str]]:
        """Each text of *fact*, with a space before each word, and how good a place it is to be found in."""
        write = _SPACED[spell]
        own = [(place, write(texts)) for place, texts in _own(fact)]
        return own + [
            (place, self._known(table, key, write)) for place, table, key in _shared(fact)
        ]

    def letters(self, fact: Fact) -> str:
        """The letters of every text of *fact*: without those of a word it is not found, and they are quickly looked for."""
        own = _letters([text for _, texts in _own(fact) for text in texts])
        return own + " ".join(
            [self._known(table, key, _letters) for _, table, key in _shared(fact)]
        )

    def _known(self, table: str, key: str, write: _Write) -> str:
        known = self._written.get((table, key, write))
        if known is None:
            known = self._written[table, key, write] = write(self._texts(table, key))
        return known

    def _texts(self, table: str, key: str) -> tuple[str, ...]:
        match table:
            case "person":
                spellings = self.book.people[key].spellings
                return *spellings, *(run for name in spellings for run in _run_together(name))
            case "place":
                place = self.book.places[key]
                return place.en, place.vi
            case "item":
                item = self.book.items[key]
                return item.en, item.vi
            case _:
                source = self.book.sources[key]
                publisher = self.book.publishers.get(source.publisher)
                names = (publisher.en, publisher.vi) if publisher else (source.publisher,)
                return key, source.title, *names


def _own(fact: Fact) -> Iterator[tuple[int, Sequence[str]]]:
    """The texts that *fact* has to itself, and how good a place each is."""
    yield _TITLE, (*_renamed(fact.en, fact.vi), fact.id)
    for note in (fact.note, *(variant.note for variant in fact.variants)):
        if note:
            yield _NOTE, _renamed(note.en, note.vi)


def _renamed(en: str, vi: str) -> tuple[str, str]:
    """The same texts, and the names under which people look for what is called the DPRK and Triều Tiên there."""
    return en + " | North Koreans" * ("DPRK" in en), vi + " | Bắc Triều Tiên" * ("Triều Tiên" in vi)


def _shared(fact: Fact) -> Iterator[tuple[int, str, str]]:
    """The tables and keys of what *fact* has in common with others, and how good a place each is."""
    for one in fact.people:
        yield _NAME, "person", one.who
    for place in fact.places:
        yield _PLACE, "place", place
    for figure in fact.all_figures:
        yield _PLACE, "item", figure.of
    for cite in fact.all_cites:
        yield _SOURCE, "source", cite.source


def _letters(texts: Sequence[str]) -> str:
    return alphanumerics(" ".join(texts))


def _run_together(name: str) -> tuple[str, str]:
    """*name* with its given name, and all of it, written as one word: Kim Ilsung, Kimilsung."""
    family, *given = name.split()
    return f"{family} {''.join(given)}", family + "".join(given)


def _spaced(texts: Sequence[str], spell: Normalizer) -> str:
    """*texts* spelt with *spell*, one space before each of their words, without punctuation, a bar between them."""
    return " " + " | ".join(form for text in texts for form in word_variants(text, spell))


_SPACED: dict[Normalizer, _Write] = {
    spell: functools.partial(_spaced, spell=spell) for spell in (fold, normalize_keeping_accents)
}
