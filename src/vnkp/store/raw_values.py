"""The values of a store as its TOML has them: tables, entries, facts, and what they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from vnkp.model.facts import Book
from vnkp.store.lazy_book import ENTRY_KINDS
from vnkp.store.positions import Path

Values = dict[str, Any]

# The tables of named entries, and the fields of `Book` that hold them.
TABLES = {
    table: name
    for table, name in zip(Book.__struct_encode_fields__, Book.__struct_fields__, strict=True)
    if name in ENTRY_KINDS
}


def entries_in(raw: Values, table: str) -> Values:
    """The entries of a *table* of *raw*; none if it is no table."""
    entries = raw.get(table)
    return entries if isinstance(entries, dict) else {}


def facts_in(raw: Values, header: str = "fact") -> dict[int, Values]:
    """The facts of *raw* that are tables under their *header*, by their index."""
    facts = raw.get(header)
    indexed = enumerate(facts if isinstance(facts, list) else ())
    return {index: fact for index, fact in indexed if isinstance(fact, dict)}


def readings(fact: Values, path: Path) -> Iterator[tuple[Path, Values]]:
    """*fact* and its variants, each with its path."""
    yield path, fact
    for index, variant in enumerate(fact.get("variant") or ()):
        if variant:
            yield (*path, "variant", index), variant


def named_entries(raw: Values) -> Iterator[tuple[Path, str]]:
    """The keys of the entries of *raw* and the ids that its facts have and had; their paths."""
    for table in TABLES:
        for key in entries_in(raw, table):
            yield (table, key), key
    for index, fact in facts_in(raw).items():
        path: Path = ("fact", index)
        former = fact.get("former_ids")
        ids: list[tuple[Path, object]] = [((*path, "id"), fact.get("id"))]
        if isinstance(former, list):
            ids += [((*path, "former_ids", number), name) for number, name in enumerate(former)]
        yield from ((where, name) for where, name in ids if isinstance(name, str))


def with_base(tables: Mapping[str, Values], base: Book) -> dict[str, Values]:
    """*tables* with the entries of *base*."""
    joined: dict[str, Values] = {}
    for table, name in TABLES.items():
        entries = getattr(base, name)
        known = {key: {"en": getattr(entry, "en", None)} for key, entry in entries.items()}
        joined[table] = {**known, **tables[table]}
    return joined


def all_names(store: Values, facts: Mapping[int, Values]) -> Iterator[tuple[Path, str, str]]:
    """Every name in *store* of an entry or a whole: its path, the table, and the name."""
    for key, place in (store.get("place") or {}).items():
        if place and place.get("within"):
            yield ("place", key, "within"), "place", place["within"]
    for index, fact in facts.items():
        for path, table, name in fact_names(fact, ("fact", index)):
            if name:
                yield path, table, name
        for number, whole in enumerate(fact.get("part_of") or ()):
            if whole:
                yield ("fact", index, "part_of", number), "fact", whole


def fact_names(fact: Values, path: Path) -> Iterator[tuple[Path, str, str | None]]:
    """Every name of an entry of a table in *fact*: its path, the table, and the name."""
    for index, participant in enumerate(fact.get("people") or ()):
        if participant:
            yield (*path, "people", index, "who"), "person", participant.get("who")
            offices = participant.get("as")
            for number, office in enumerate(offices if isinstance(offices, list) else [offices]):
                yield (*path, "people", index, "as", number), "office", office
    for index, place in enumerate(fact.get("places") or ()):
        yield (*path, "places", index), "place", place
    for where, reading in readings(fact, path):
        for index, cite in enumerate(reading.get("cite") or ()):
            if cite:
                yield (*where, "cite", index, "source"), "source", cite.get("source")
        figure = reading.get("figure")
        if figure:
            yield (*where, "figure", "unit"), "unit", figure.get("unit")
            yield (*where, "figure", "of"), "item", figure.get("of")
