"""Own facts beside the record: stores that join another one and may refer to it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import tomli

from vnkp.errors import StoreError
from vnkp.model import edtf
from vnkp.model.facts import Book
from vnkp.store import parser
from vnkp.store.positions import Lines, Path
from vnkp.store.problems import Finding, Values, locate
from vnkp.store.references import TABLES, entries_in, facts_in


def join(base: Book, base_store: tuple[str, bytes], data: bytes, file: str) -> Book:
    """*base* with the facts and entries of the store in *data*, which may refer to it.

    *base_store* is the name and the content of the file that *base* is of.

    Raises `StoreError` if that store is not in order, or names again what *base* has.
    """
    decoded = parser.decode(data, file)
    raw = parser.parse_toml(decoded.text, file)
    parser.clean(raw)
    clashes = list(find_clashes(base, base_store, raw))
    form = parser.read_form(raw, base)
    problems = locate([*clashes, *form.findings], decoded.text, raw)
    if form.book is None or problems:
        raise StoreError(file, problems)
    return _joined(base, form.book, file, Lines(decoded.text))


def together(base: Book, own: Book) -> Book:
    """Everything of *base* and after it everything of *own*."""
    tables = {name: {**getattr(base, name), **getattr(own, name)} for name in TABLES.values()}
    return msgspec.structs.replace(base, facts=(*base.facts, *own.facts), **tables)


def _joined(base: Book, own: Book, file: str, lines: Lines) -> Book:
    """*base* with everything of *own*, of which ``stores`` and ``places`` say where it is from."""
    both = together(base, own)
    facts = sorted(both.facts, key=lambda fact: (edtf.order(fact.date), fact.id))
    book = msgspec.structs.replace(both, facts=tuple(facts))
    stores = base.__dict__.get("stores", {})
    book.__dict__["stores"] = {**stores, **{fact.id: file for fact in own.facts}}
    paths: list[tuple[str, Path]] = [
        (fact.id, ("fact", index)) for index, fact in enumerate(own.facts)
    ]
    for table, name in TABLES.items():
        paths += [(key, (table, key)) for key in getattr(own, name)]
    book.__dict__["places"] = {
        **base.__dict__.get("places", {}),
        **{(path[0], key): f"{file}:{lines.find(path)}" for key, path in paths},
    }
    return book


def find_clashes(base: Book, base_store: tuple[str, bytes], raw: Values) -> Iterator[Finding]:
    """Ids and keys of *raw* that *base* has too, with the place where it has them."""
    lines: Lines | None = None
    places = base.__dict__.get("places", {})
    for path, name in _shared(base, raw):
        other = places.get((path[0], name))
        if other is None:
            text = base_store[1].decode("utf-8-sig", "replace")
            lines = lines or Lines(text)
            other = f"{base_store[0]}:{lines.find(_place(text, path, name))}"
        yield Finding(path, "in_another_store", {"name": name, "other": other})


def _place(text: str, path: Path, name: str) -> Path:
    """Where the store in *text* has the fact or the entry *name*."""
    if path[0] != "fact":
        return (path[0], name)
    facts = enumerate(tomli.loads(text)["fact"])
    return (
        "fact",
        next(index for index, fact in facts if name in (fact["id"], *fact.get("former_ids", ()))),
    )


def _shared(base: Book, raw: Values) -> Iterator[tuple[Path, str]]:
    """The paths and names of what *raw* names again though *base* has it."""
    for table, name in TABLES.items():
        for key in entries_in(raw, table):
            if key in getattr(base, name):
                yield (table, key), key
    known = base.facts_by_id
    for index, fact in facts_in(raw).items():
        fact_id = fact.get("id")
        if isinstance(fact_id, str) and fact_id in known:
            yield ("fact", index, "id"), fact_id
