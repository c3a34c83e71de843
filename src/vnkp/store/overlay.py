"""Own facts beside the record: stores that join another one and may refer to it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from operator import attrgetter

import msgspec

from vnkp.errors import StoreError
from vnkp.model.facts import Book
from vnkp.store import cleaning, parser
from vnkp.store.positions import Lines
from vnkp.store.problems import Finding, locate
from vnkp.store.raw_values import TABLES, Values, named_entries

Store = tuple[str, bytes]  # the name and the content of a file


def join(base: Book, stores: Sequence[Store], file: str, data: bytes) -> Book:
    """*base*, which is of *stores*, with the facts and entries of *data*, which may refer to it.

    Its ``stores`` say which facts are from which *file*. Raises `StoreError` if the store in
    *data* is not in order, or names again what *base* has.
    """
    raw, text = parser.read_values(data, file)
    clashes = list(find_clashes(base, stores, raw))
    own, findings = parser.read_form(raw, base)
    if own is None or clashes:
        raise StoreError(file, locate([*clashes, *findings], Lines(text), raw))
    both = together(base, own)
    facts = tuple(sorted(both.facts, key=attrgetter("sort_key")))
    book = msgspec.structs.replace(both, facts=facts)
    files = dict.fromkeys((fact.id for fact in own.facts), file)
    book.__dict__["stores"] = {**base.__dict__.get("stores", {}), **files}
    return book


def together(base: Book, own: Book) -> Book:
    """Everything of *base* and after it everything of *own*."""
    tables = {name: {**getattr(base, name), **getattr(own, name)} for name in TABLES.values()}
    return msgspec.structs.replace(base, facts=(*base.facts, *own.facts), **tables)


def find_clashes(base: Book, stores: Sequence[Store], raw: Values) -> Iterator[Finding]:
    """Ids and keys of *raw* that *base* has too, with the line of *stores* where it has them."""
    known: dict[object, Container[str]] = {"fact": base.facts_by_id}
    known.update((table, getattr(base, field)) for table, field in TABLES.items())
    clashes = [(path, name) for path, name in named_entries(raw) if name in known[path[0]]]
    if not clashes:
        return
    owners: dict[tuple[object, str], str] = {}
    for file, data in stores:
        text, _ = cleaning.decode(data, file)
        values, kept, _ = parser.parse_toml(text)
        cleaning.clean(values)
        lines = Lines(kept)
        for path, name in named_entries(values):
            owners.setdefault((path[0], name), f"{file}:{lines.find(path[:2])}")
    for path, name in clashes:
        yield Finding(path, "in_another_store", name=name, other=owners[path[0], name])
