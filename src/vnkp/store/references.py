"""What facts and entries refer to: the names that are nowhere, and the circles and depths."""

from __future__ import annotations

import contextlib
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import islice

from vnkp.model.fields import KEY_PATTERN, MAX_PLACES_AROUND
from vnkp.store.positions import Path
from vnkp.store.problems import Finding
from vnkp.store.raw_values import TABLES, Values, entries_in, facts_in
from vnkp.text import slug

KEY = re.compile(KEY_PATTERN)
_MAX_KEY = 40
# A part of a part of a part …: a whole further up than this is an error.
_MAX_LEVELS = 8
# Weighing a fact against its wholes takes the square of their number.
_MAX_WHOLES = 24


def new_key(name: str) -> str:
    """A key for what is called *name*."""
    return slug(name)[:_MAX_KEY].strip("-") or "key"


def unknown_names(
    names: Iterable[tuple[Path, str, str]],
    tables: Mapping[str, Values],
    misplaced: Container[str],
) -> Iterator[Finding]:
    """Those of *names* that are in no table, once each, with what was probably meant.

    Those that are *misplaced*, under a header that has been reported, are left out. With
    [unit.tonne]:
        unit = "tone" once          unknown_reference; tonne is spelt nearest
        unit = "mt" three times     unknown_reference_often; tonne, if no fact has it
        unit = "metric ton"         name_for_key
    """
    unknown: dict[tuple[str, str], list[Path]] = {}
    used: set[tuple[str, str]] = set()
    for path, table, name in names:
        used.add((table, name))
        if name not in tables[table] and name not in misplaced:
            unknown.setdefault((table, name), []).append(path)
    unknown_of = Counter(table for table, _ in unknown)
    spellings = {table: _spellings(tables[table]) for table in unknown_of}
    for (table, name), paths in unknown.items():
        known, count = spellings[table], len(paths)
        code = "unknown_whole" if table == "fact" else "unknown_reference"
        if table != "fact" and not KEY.fullmatch(name):
            code = "name_for_key"
        close: tuple[str, ...] = (known[name],) if name in known else ()
        if count > 1 and not close and code != "name_for_key":
            code += "_often"
            unused = (key for key in tables[table] if (table, key) not in used)
            if unknown_of[table] == 1 and table != "fact":
                close = tuple(islice(unused, 2))
        values: dict[str, object] = {"close": close} if len(close) == 1 else {}
        values |= {"table": table, "name": name, "new_key": new_key(name), "count": count}
        yield Finding(paths[0], code, name, known, **values)


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
    tables = raw.keys() - TABLES.keys() - {"schema", "fact"}
    ids = [fact.get("id") for table in tables for fact in facts_in(raw, table).values()]
    keys = {key for table in tables for key in entries_in(raw, table)}
    return keys.union(name for name in ids if isinstance(name, str))


def deep_places(places: Mapping[str, Values]) -> Iterator[Finding]:
    """Places that lie in themselves, or in too many others, one around the other."""
    around = {
        key: [place["within"]] for key, place in places.items() if (place or {}).get("within")
    }
    levels = _levels(around)
    circle = _circle(around, levels)
    for key in around:
        if key in circle:
            yield Finding(("place", key, "within"), "place_in_itself")
        elif levels.get(key, 0) > MAX_PLACES_AROUND:
            yield Finding(("place", key, "within"), "place_too_deep", limit=MAX_PLACES_AROUND)


def part_levels(
    wholes: Mapping[str, Sequence[str]], indexes: Mapping[str, int]
) -> Iterator[Finding]:
    """Parts of themselves, and parts that have too many wholes above them."""
    levels = _levels(wholes)
    circle = _circle(wholes, levels)
    for name in wholes:
        path = ("fact", indexes[name], "part_of")
        if name in circle:
            around = tuple(whole for whole in wholes[name] if whole != name and whole in circle)
            code = "part_of_itself_through" if around else "part_of_itself"
            yield Finding(path, code, wholes=around)
        elif levels.get(name, 0) > _MAX_LEVELS:
            yield Finding(path, "too_many_levels", level=str(levels[name]), limit=str(_MAX_LEVELS))
        elif _has_too_many_wholes(name, wholes):
            yield Finding(path, "too_many_wholes", limit=str(_MAX_WHOLES))


def _has_too_many_wholes(name: str, wholes: Mapping[str, Iterable[str]]) -> bool:
    """Whether more than `_MAX_WHOLES` are above the fact called *name*, directly or not."""
    above: set[str] = set()
    todo = [name]
    while todo and len(above) <= _MAX_WHOLES:
        new = set(wholes.get(todo.pop(), ())) - above
        above |= new
        todo += new
    return len(above) > _MAX_WHOLES


def _levels(wholes: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """How many wholes are above each fact, at most; a fact in or below a circle has no level.

    A fact gets its level when all its wholes have theirs:
        c part of b, b part of a:  a 0, b 1, c 2
        p part of q, q part of p:  none, for each waits for the other
        r part of p:               none, for it waits for p
    """
    sorter = TopologicalSorter(wholes)
    with contextlib.suppress(CycleError):
        sorter.prepare()
    levels: dict[str, int] = {}
    level = 0
    while names := sorter.get_ready():
        levels.update(dict.fromkeys(names, level))
        sorter.done(*names)
        level += 1
    return levels


def _circle(wholes: Mapping[str, Iterable[str]], levels: Mapping[str, int]) -> set[str]:
    """The facts on a circle: those that have no level, counted from the wholes or from the parts.

    r of the example has no level from above, but one from below, for it has no part.
    """
    parts: dict[str, list[str]] = {name: [] for name in wholes if name not in levels}
    for name in parts:
        for whole in wholes[name]:
            if whole in parts:
                parts[whole].append(name)
    return parts.keys() - _levels(parts).keys()
