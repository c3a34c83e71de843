"""Own facts beside the record: stores that join another one and may refer to it."""

from __future__ import annotations

from collections.abc import Container, Iterator
from operator import attrgetter

import msgspec
import tomli

from vnkp.errors import StoreError
from vnkp.model.facts import Book
from vnkp.store import parser
from vnkp.store.positions import Lines, Path
from vnkp.store.problems import Finding, Values, locate
from vnkp.store.references import TABLES, entries_in, facts_in


def join(base: Book, base_store: tuple[str, bytes], data: bytes, file: str) -> Book:
    """*base* with the facts and entries of the store in *data*, which may refer to it.

    Its ``stores`` and ``places`` say where they are from. *base_store* is the name and the
    content of the file that *base* is of. Raises `StoreError` if that store is not in order, or
    names again what *base* has.
    """
    raw, text = parser.read_values(data, file)
    clashes = list(find_clashes(base, base_store, raw))
    own, findings = parser.read_form(raw, base)
    lines = Lines(text)
    if own is None or clashes:
        raise StoreError(file, locate([*clashes, *findings], lines, raw))
    both = together(base, own)
    book = msgspec.structs.replace(
        both, facts=tuple(sorted(both.facts, key=attrgetter("sort_key")))
    )
    book.__dict__["stores"] = {
        **base.__dict__.get("stores", {}),
        **{fact.id: file for fact in own.facts},
    }
    places: dict[Path, Path] = {
        ("fact", fact.id): ("fact", index) for index, fact in enumerate(own.facts)
    }
    for table, field in TABLES.items():
        places.update(((table, key), (table, key)) for key in getattr(own, field))
    book.__dict__["places"] = {
        **base.__dict__.get("places", {}),
        **{name: f"{file}:{lines.find(path)}" for name, path in places.items()},
    }
    return book


def together(base: Book, own: Book) -> Book:
    """Everything of *base* and after it everything of *own*."""
    tables = {name: {**getattr(base, name), **getattr(own, name)} for name in TABLES.values()}
    return msgspec.structs.replace(base, facts=(*base.facts, *own.facts), **tables)


def find_clashes(base: Book, base_store: tuple[str, bytes], raw: Values) -> Iterator[Finding]:
    """Ids and keys of *raw* that *base* has too, with the place where it has them."""
    known: dict[str | int, Container[str]] = {
        table: getattr(base, field) for table, field in TABLES.items()
    }
    known["fact"] = base.facts_by_id
    named: list[tuple[Path, object]] = [
        ((table, key), key) for table in TABLES for key in entries_in(raw, table)
    ]
    named += [(("fact", index, "id"), fact.get("id")) for index, fact in facts_in(raw).items()]
    clashes = [
        (path, name) for path, name in named if isinstance(name, str) and name in known[path[0]]
    ]
    if not clashes:
        return
    file, text = base_store[0], base_store[1].decode("utf-8-sig", "replace")
    places, lines = base.__dict__.get("places", {}), Lines(text)
    indexes = {
        name: index
        for index, fact in enumerate(tomli.loads(text).get("fact", ()))
        for name in (fact["id"], *fact.get("former_ids", ()))
    }
    for path, name in clashes:
        where = ("fact", indexes.get(name, 0)) if path[0] == "fact" else path
        other = places.get((path[0], name)) or f"{file}:{lines.find(where)}"
        yield Finding(path, "in_another_store", name=name, other=other)
