"""Stores of any size, made of copies of the record, and the same facts for recutils, jq and hledger.

Each copy has people, sources and amounts of its own, so that a store of a hundred thousand facts
is as varied as the record and passes ``vnkp check``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import tomli

from vnkp.model import edtf

Raw = dict[str, Any]

_SHARED = ("unit", "item", "publisher", "place", "office")
_COPIED = ("person", "source")
_FOREVER = 9999
_STEP = 10_007  # a prime, so that amounts of different copies are never alike


class Records(NamedTuple):
    """The files that hold the same facts for vnkp, recutils, jq and hledger."""

    toml: Path
    rec: Path
    jsonl: Path
    journal: Path


def write(record: Path, count: int, folder: Path) -> Records:
    """Write *count* facts, copied from *record*, into *folder*."""
    records = Records(*(folder / f"{count}.{suffix}" for suffix in Records._fields))
    raw = multiplied(tomli.loads(record.read_text(encoding="utf-8")), count)
    _write(records.toml, _toml(raw))
    _write(records.rec, ("".join(_rec(fact)) for fact in raw["fact"]))
    _write(
        records.jsonl,
        (json.dumps({**fact, **_years(fact)}, ensure_ascii=False) + "\n" for fact in raw["fact"]),
    )
    _write(records.journal, ("".join(_journal(fact)) for fact in raw["fact"]))
    return records


def _write(path: Path, pieces: Iterable[str]) -> None:
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)


def multiplied(record: Raw, count: int) -> Raw:
    """*count* facts in the order of a store: copies of those of *record*, with their tables."""
    copies = [
        _copy(record, number, count - start)
        for number, start in enumerate(range(0, count, len(record["fact"])))
    ]
    facts = sorted((fact for copy in copies for fact in copy["fact"]), key=_order)
    tables = {name: record[name] for name in _SHARED}
    for name in _COPIED:
        tables[name] = dict(sorted(item for copy in copies for item in copy[name].items()))
    return {"schema": record["schema"], **_used(tables, facts), "fact": facts}


def _order(fact: Raw) -> tuple[Any, ...]:
    return (*edtf.order(edtf.parse(fact["date"])), fact["id"])


def _copy(record: Raw, number: int, limit: int) -> Raw:
    """The first *limit* facts, the people and the sources, with keys that end in *number*."""
    people, sources = record["person"].items(), record["source"].items()
    facts = record["fact"][:limit]
    ids = {fact["id"] for fact in facts}
    return {
        "person": {f"{key}-{number}": _person(person, number) for key, person in people},
        "source": {f"{key}-{number}": _source(source, number) for key, source in sources},
        "fact": [_fact(fact, number, ids) for fact in facts],
    }


def _person(person: Raw, number: int) -> Raw:
    names: Raw = {key: f"{person[key]} {number}" for key in ("en", "vi", "ko") if key in person}
    if "aliases" in person:
        names["aliases"] = [f"{name} {number}" for name in person["aliases"]]
    return {**person, **names}


def _source(source: Raw, number: int) -> Raw:
    return {**source, "url": f"{source['url']}#{number}"} if "url" in source else source


def _fact(fact: Raw, number: int, ids: set[str]) -> Raw:
    copy = {**fact, "id": f"{fact['id']}-{number}", **_reading(fact, number)}
    if "former_ids" in fact:
        copy["former_ids"] = [f"{former}-{number}" for former in fact["former_ids"]]
    if "people" in fact:
        copy["people"] = [
            {**participant, "who": f"{participant['who']}-{number}"}
            for participant in fact["people"]
        ]
    if "part_of" in fact:
        copy["part_of"] = [f"{whole}-{number}" for whole in fact["part_of"] if whole in ids]
    if "variant" in fact:
        copy["variant"] = [{**variant, **_reading(variant, number)} for variant in fact["variant"]]
    return copy


def _reading(raw: Raw, number: int) -> Raw:
    """The citations and the figure of a fact or a variant."""
    reading: Raw = {
        "cite": [{**cite, "source": f"{cite['source']}-{number}"} for cite in raw["cite"]]
    }
    if "figure" in raw:
        figure = raw["figure"]
        amounts = {
            key: figure[key] * (1 + number * _STEP)
            for key in ("value", "low", "high")
            if key in figure
        }
        reading["figure"] = {**figure, **amounts}
    return reading


def _used(tables: Raw, facts: list[Raw]) -> Raw:
    """*tables* without the entries that neither *facts* nor what these name refer to."""
    named = _words(facts)
    named |= _words([tables[name].get(key) for name in ("source", "place") for key in named])
    return {
        name: {key: entry for key, entry in table.items() if key in named}
        for name, table in tables.items()
    }


def _words(raw: Any) -> set[str]:
    return set(re.findall(r'"([^"\s]+)"', json.dumps(raw)))


def _toml(raw: Raw) -> Iterator[str]:
    yield f"schema = {raw['schema']}\n"
    for name in (*_SHARED, *_COPIED):
        for key, entry in raw[name].items():
            yield f"\n[{name}.{key}]\n{_keys(entry)}"
    for fact in raw["fact"]:
        yield f"\n[[fact]]\n{_keys(fact)}"
        for variant in fact.get("variant", ()):
            yield f"\n[[fact.variant]]\n{_keys(variant)}"


def _keys(table: Raw) -> str:
    return "".join(f"{key} = {_value(value)}\n" for key, value in table.items() if key != "variant")


def _value(value: Any) -> str:
    match value:
        case dict():
            pairs = ", ".join(f"{key} = {_value(inner)}" for key, inner in value.items())
            return f"{{ {pairs} }}"
        case list():
            return "[" + ", ".join(map(_value, value)) + "]"
        case _:
            return json.dumps(value, ensure_ascii=False)


def _years(fact: Raw) -> Raw:
    """The first and the last year of *fact*, by which the peers choose facts."""
    date = edtf.parse(fact["date"])
    return {"first": date.earliest.year, "last": date.latest.year if date.latest else _FOREVER}


def _rec(fact: Raw) -> Iterator[str]:
    """*fact* as a record of recutils: a line for each scalar."""
    for path, value in _scalars({**fact, **_years(fact)}):
        yield f"{path}: {value}\n"
    yield "\n"


def _scalars(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        name = path if isinstance(key, int) else f"{path}_{key}" if path else key
        if isinstance(inner, dict | list):
            yield from _scalars(inner, name)
        else:
            yield name, inner


def _journal(fact: Raw) -> Iterator[str]:
    """*fact* as a transaction of hledger: its scalars are tags, its figure is a posting."""
    yield f"{edtf.parse(fact['date']).earliest} {fact['en']}\n"
    for path, value in _scalars(fact):
        yield f"    ; {path}: {value}\n"
    if "figure" in fact:
        figure = fact["figure"]
        amount = figure.get("value", figure.get("high"))
        yield f'    ({fact["kind"]}:{figure["of"]})  {amount} "{figure["unit"]}"\n'
    yield "\n"
