"""What the shell may complete: kinds, ids, people in any of their names, places, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vnkp import names, store
from vnkp.errors import VnkpError
from vnkp.model import Book
from vnkp.query import Sort
from vnkp.vocabulary import Kind

FORMATS = ("table", "tsv", "csv", "json", "jsonl", "md")


def _book() -> Book | None:
    """The store; None when it is not in order, for the shell is no place to say so."""
    try:
        return store.load()
    except VnkpError:
        return None


def kinds(incomplete: str) -> list[str]:
    """Kinds of facts."""
    return [kind.value for kind in Kind if kind.value.startswith(incomplete)]


def sides(incomplete: str) -> list[str]:
    """Both sides."""
    return [side for side in ("VN", "KP") if side.startswith(incomplete.upper())]


def sorts(incomplete: str) -> list[str]:
    """Orders of sorting, both ways round."""
    return [name for order in Sort for name in (order.value, f"-{order.value}") if name.startswith(incomplete)]


def formats(incomplete: str) -> list[str]:
    """Formats of output."""
    return [name for name in FORMATS if name.startswith(incomplete)]


def styles(incomplete: str) -> list[str]:
    """Styles of citations."""
    return [style for style in ("text", "bibtex", "csl-json") if style.startswith(incomplete)]


def facts(incomplete: str) -> Iterator[tuple[str, str]]:
    """Ids of facts, with their titles."""
    book = _book()
    return ((fact.id, fact.en) for fact in (book.facts if book else ()) if fact.id.startswith(incomplete))


def sources(incomplete: str) -> Iterator[tuple[str, str]]:
    """Ids of sources, with their titles."""
    book = _book()
    return ((key, source.title) for key, source in (book.sources if book else {}).items() if key.startswith(incomplete))


def people(incomplete: str) -> list[tuple[str, str]]:
    """People, by any of their names: the spelling that was begun, else the id."""
    book = _book()
    return _spelt(incomplete, ((key, person.spellings) for key, person in (book.people if book else {}).items()))


def places(incomplete: str) -> list[tuple[str, str]]:
    """Places, in either language."""
    book = _book()
    return _spelt(incomplete, ((key, (place.en, place.vi)) for key, place in (book.places if book else {}).items()))


def _spelt(incomplete: str, known: Iterable[tuple[str, Iterable[str]]]) -> list[tuple[str, str]]:
    begun = names.fold(incomplete)
    found = []
    for key, spellings in known:
        spelling = next((name for name in spellings if names.fold(name).startswith(begun)), None)
        if spelling or key.startswith(incomplete):
            found.append((spelling or key, key))
    return found
