"""A book as the cache keeps it: facts and entries of tables are decoded when they are asked for.

A year needs some twenty of the facts of the record and of its sources; to decode them all would
take a twentieth of the time of an answer, of 100,000 facts nearly all of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, get_args, overload

import msgspec
from msgspec import Raw

from vnkp.model.facts import Book, Fact

Span = tuple[dt.date, dt.date]

# The kind of the entries of each table of a book, as its field says: Mapping[Key, Place].
ENTRY_KINDS: dict[str, type[msgspec.Struct]] = {
    field: get_args(get_args(Book.__annotations__[field])[0])[1]
    for field in Book.__struct_fields__
    if field not in ("schema", "facts")
}


class _PackedBook(msgspec.Struct, frozen=True, array_like=True):
    """A `Book`: its *tables* by field and key; the index of each id in *facts*; their *spans*."""

    schema: Any
    tables: dict[str, dict[str, Raw]]
    facts: list[Raw]
    indexes: dict[str, int]
    spans: list[Span]


class _Table(Mapping[str, Any]):
    """Values by key, each of which *read* makes of its entry when it is first asked for."""

    def __init__(self, entries: Mapping[str, Any], read: Callable[[Any], Any]) -> None:
        self._entries, self._read = entries, read
        self._values: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        if key not in self._values:
            self._values[key] = self._read(self._entries[key])
        return self._values[key]

    def __contains__(self, key: object) -> bool:
        return key in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


class LazyFacts(Sequence[Fact]):
    """Facts in the order of the book, and the first and the last day of each in any reading."""

    def __init__(self, facts: list[Any], spans: Sequence[Span]) -> None:
        self._facts, self._spans = facts, spans

    @overload
    def __getitem__(self, index: int) -> Fact: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Fact]: ...
    def __getitem__(self, index: int | slice) -> Fact | Sequence[Fact]:
        if isinstance(index, slice):
            return tuple(self[each] for each in range(len(self))[index])
        fact = self._facts[index]
        if isinstance(fact, Raw):
            fact = self._facts[index] = msgspec.msgpack.decode(fact, type=Fact)
        return fact  # type: ignore[no-any-return]

    def __len__(self) -> int:
        return len(self._facts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    def between(self, first: dt.date, last: dt.date) -> list[Fact]:
        """Those with a day from *first* to *last* in any reading; the others are not decoded."""
        return [
            self[index]
            for index, (earliest, latest) in enumerate(self._spans)
            if earliest <= last and latest >= first
        ]


def encode(book: Book) -> bytes:
    """*book* as msgpack."""
    tables = {
        field: {key: _packed(value) for key, value in getattr(book, field).items()}
        for field in ENTRY_KINDS
    }
    indexes = {fact.id: index for index, fact in enumerate(book.facts)}
    packed = _PackedBook(
        book.schema,
        tables,
        [_packed(fact) for fact in book.facts],
        {key: indexes[fact.id] for key, fact in book.facts_by_id.items()},
        [_span(fact) for fact in book.facts],
    )
    return msgspec.msgpack.encode(packed)


def _span(fact: Fact) -> Span:
    variants = [variant.date for variant in fact.variants if variant.date]
    dates = [fact.date, *variants]
    return min(date.earliest for date in dates), max(date.last_day for date in dates)


def _packed(value: msgspec.Struct) -> Raw:
    return Raw(msgspec.msgpack.encode(value))


def decode(content: bytes) -> Book:
    """The book in *content*, as `encode` wrote it. Raises a `ValueError` if it is none."""
    packed = msgspec.msgpack.decode(content, type=_PackedBook)
    facts = LazyFacts(packed.facts, packed.spans)
    tables = {
        field: _Table(packed.tables[field], partial(msgspec.msgpack.decode, type=kind))
        for field, kind in ENTRY_KINDS.items()
    }
    book = Book(schema=packed.schema, facts=facts, **tables)
    book.__dict__["facts_by_id"] = _Table(packed.indexes, facts.__getitem__)
    return book


def whole(book: Book) -> Book:
    """*book* with all of it decoded: its facts are a tuple, and its tables dicts."""
    if not isinstance(book.facts, LazyFacts):
        return book
    tables = {field: dict(getattr(book, field)) for field in ENTRY_KINDS}
    decoded = Book(schema=book.schema, facts=tuple(book.facts), **tables)
    decoded.__dict__["entry"] = book.__dict__["entry"]  # see `vnkp.store.cache.derived`
    return decoded
