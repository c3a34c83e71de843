"""The names of table entries in a store, and those that are in no table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from itertools import islice

from vnkp.model.facts import Book
from vnkp.model.fields import KEY_PATTERN
from vnkp.store.positions import Path
from vnkp.store.problems import Finding, Values
from vnkp.text import slug

KEY = re.compile(KEY_PATTERN)
_MAX_KEY = 40

# The tables of named entries, and the fields of `Book` that hold them.
TABLES = {
    table: name
    for table, name in zip(Book.__struct_encode_fields__, Book.__struct_fields__, strict=True)
    if table not in ("schema", "fact")
}


def unknown_names(
    store: Values,
    facts: Mapping[int, Values],
    tables: Mapping[str, Values],
    misplaced: Container[str],
) -> Iterator[Finding]:
    """Names that are in no table, once each; a table's only unused key is what was meant.

    Those that are *misplaced*, under a header that has been reported, are not told.
    """
    unknown: dict[tuple[str, str], list[Path]] = {}
    used: set[tuple[str, str]] = set()
    for path, table, name in _all_names(store, facts):
        used.add((table, name))
        if name not in tables.get(table, {}) and name not in misplaced:
            unknown.setdefault((table, name), []).append(path)
    unknown_of = Counter(table for table, _ in unknown)
    spellings = {table: _spellings(tables.get(table, {})) for table in unknown_of}
    for (table, name), paths in unknown.items():
        is_key = KEY.fullmatch(name)
        code = "unknown_reference" if is_key else "name_for_key"
        values: dict[str, object] = {"table": table, "name": name, "new_key": new_key(name)}
        known = spellings[table]
        if name in known:
            values["close"] = (known[name],)
        elif len(paths) > 1 and is_key:
            code, values["count"] = "unknown_reference_often", len(paths)
            unused = (key for key in tables.get(table, {}) if (table, key) not in used)
            if unknown_of[table] == 1 and len(meant := tuple(islice(unused, 2))) == 1:
                values["close"] = meant
        yield Finding(paths[0], code, values, name, known)


def new_key(name: str) -> str:
    """A key for what is called *name*."""
    return slug(name)[:_MAX_KEY].strip("-") or "key"


def _spellings(entries: Values) -> dict[str, str]:
    """The keys of *entries* by their names and by key: "ton" is nearer to "tonnes" than to "t"."""
    names = {
        entry[field]: key
        for key, entry in entries.items()
        if isinstance(entry, dict)
        for field in ("en", "vi", "url")
        if isinstance(entry.get(field), str)
    }
    return {**names, **dict(zip(entries, entries, strict=True))}


def misplaced_names(raw: Values) -> set[str]:
    """Keys and ids under headers that are no tables of a store, as [[facts]] or [sources.paper]."""
    names: set[str] = set()
    for table in raw.keys() - TABLES.keys() - {"schema", "fact"}:
        entries = raw[table]
        if isinstance(entries, dict):
            names.update(entries)
        elif isinstance(entries, list):
            ids = (entry.get("id") for entry in entries if isinstance(entry, dict))
            names.update(id_ for id_ in ids if isinstance(id_, str))
    return names


def with_base(tables: Mapping[str, Values], base: Book | None) -> Mapping[str, Values]:
    """*tables* with the entries of *base*."""
    if base is None:
        return tables
    joined: dict[str, Values] = {}
    for table, name in TABLES.items():
        entries = getattr(base, name)
        known = {key: {"en": getattr(entry, "en", None)} for key, entry in entries.items()}
        joined[table] = {**known, **tables.get(table, {})}
    return joined


def _all_names(store: Values, facts: Mapping[int, Values]) -> Iterator[tuple[Path, str, str]]:
    for key, place in (store.get("place") or {}).items():
        if place and place.get("within"):
            yield ("place", key, "within"), "place", place["within"]
    for index, fact in facts.items():
        for path, table, name in fact_names(fact, ("fact", index)):
            if name:
                yield path, table, name


def fact_names(fact: Values, path: Path) -> Iterator[tuple[Path, str, str | None]]:
    """Every name of an entry of a table in *fact*: its path, the table, and the name."""
    for index, participant in enumerate(fact.get("people") or ()):
        if participant:
            yield (*path, "people", index, "who"), "person", participant.get("who")
            offices = participant.get("as")
            for n, office in enumerate(offices if isinstance(offices, list) else [offices]):
                yield (*path, "people", index, "as", n), "office", office
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


def readings(fact: Values, path: Path) -> Iterator[tuple[Path, Values]]:
    """*fact* and its variants, each with its path."""
    yield path, fact
    for index, variant in enumerate(fact.get("variant") or ()):
        if variant:
            yield (*path, "variant", index), variant
