"""Stores of any size, made of the real one over and over, and the same facts as
recutils, jq and hledger read them.

Each copy has people and sources of its own and amounts of its own, so that a store of a
hundred thousand facts is as
varied as the real one, passes ``vnkp check``, and differs from it in nothing but size.
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

_SHARED = ("unit", "item", "place", "office")
_FOREVER = 9999
_STEP = 10_007  # a prime, so that amounts of different copies are never alike


class Records(NamedTuple):
    """The same facts in four forms: for vnkp, recutils, jq and hledger."""

    toml: Path
    rec: Path
    jsonl: Path
    journal: Path


def write(real: Path, count: int, folder: Path) -> Records:
    """Write *count* facts, made of the store at *real*, into *folder*."""
    made = Records(*(folder / f"{count}.{suffix}" for suffix in Records._fields))
    raw = multiplied(tomli.loads(real.read_text(encoding="utf-8")), count)
    _write(made.toml, _toml(raw))
    _write(made.rec, ("".join(_rec(fact)) for fact in raw["fact"]))
    _write(
        made.jsonl,
        (json.dumps({**fact, **_years(fact)}, ensure_ascii=False) + "\n" for fact in raw["fact"]),
    )
    _write(made.journal, ("".join(_journal(fact)) for fact in raw["fact"]))
    return made


def _write(path: Path, pieces: Iterable[str]) -> None:
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)


def multiplied(real: Raw, count: int) -> Raw:
    """*count* facts in the order of a store: copies of those of *real*, with the tables
    that they use."""
    copies = [
        _copy(real, number, count - start)
        for number, start in enumerate(range(0, count, len(real["fact"])))
    ]
    facts = sorted((fact for copy in copies for fact in copy["fact"]), key=_order)
    tables = {name: real[name] for name in _SHARED}
    for name in ("person", "source"):
        tables[name] = {key: entry for copy in copies for key, entry in copy[name].items()}
    return {"schema": real["schema"], **_used(tables, facts), "fact": facts}


def _order(fact: Raw) -> tuple[Any, ...]:
    return (*edtf.order(edtf.parse(fact["date"])), fact["id"])


def _copy(real: Raw, number: int, most: int) -> Raw:
    """The first *most* facts of *real*, the people and the sources, under names that
    end in *number*."""
    people = {f"{key}-{number}": _renamed(person, number) for key, person in real["person"].items()}
    sources = {f"{key}-{number}": source for key, source in real["source"].items()}
    kept = {fact["id"] for fact in real["fact"][:most]}
    return {
        "person": people,
        "source": sources,
        "fact": [_fact(fact, number, kept) for fact in real["fact"][:most]],
    }


def _renamed(person: Raw, number: int) -> Raw:
    names: Raw = {key: f"{person[key]} {number}" for key in ("en", "vi", "ko") if key in person}
    aliases = (
        {"aliases": [f"{name} {number}" for name in person["aliases"]]}
        if "aliases" in person
        else {}
    )
    return {**person, **names, **aliases}


def _fact(fact: Raw, number: int, kept: set[str]) -> Raw:
    made = {**fact, "id": f"{fact['id']}-{number}", **_reading(fact, number)}
    if "people" in fact:
        made["people"] = [{**one, "who": f"{one['who']}-{number}"} for one in fact["people"]]
    if "part_of" in fact:
        made["part_of"] = [f"{whole}-{number}" for whole in fact["part_of"] if whole in kept]
    if "variant" in fact:
        made["variant"] = [{**variant, **_reading(variant, number)} for variant in fact["variant"]]
    return made


def _reading(raw: Raw, number: int) -> Raw:
    """The citations and the figure of a fact or a variant."""
    made: Raw = {"cite": [{**cite, "source": f"{cite['source']}-{number}"} for cite in raw["cite"]]}
    if "figure" in raw:
        figure = raw["figure"]
        amounts = {
            key: figure[key] * (1 + number * _STEP)
            for key in ("value", "low", "high")
            if key in figure
        }
        made["figure"] = {**figure, **amounts}
    return made


def _used(tables: Raw, facts: list[Raw]) -> Raw:
    """*tables* without the entries that none of *facts* names."""
    named = set(re.findall(r'"([^"\s]+)"', json.dumps(facts)))
    return {
        name: {key: entry for key, entry in table.items() if key in named}
        for name, table in tables.items()
    }


def _toml(raw: Raw) -> Iterator[str]:
    yield f"schema = {raw['schema']}\n"
    for name in (*_SHARED, "person", "source"):
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
            return "{ " + ", ".join(f"{key} = {_value(one)}" for key, one in value.items()) + " }"
        case list():
            return "[" + ", ".join(_value(one) for one in value) + "]"
        case _:
            return json.dumps(value, ensure_ascii=False)


def _years(fact: Raw) -> Raw:
    """The first and the last year of *fact*, which let the peers ask what vnkp asks."""
    when = edtf.parse(fact["date"])
    return {"first": when.earliest.year, "last": when.latest.year if when.latest else _FOREVER}


def _rec(fact: Raw) -> Iterator[str]:
    """*fact* as a record of recutils: a line for each scalar."""
    for path, value in _scalars({**fact, **_years(fact)}):
        yield f"{path}: {value}\n"
    yield "\n"


def _scalars(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    for key, one in value.items() if isinstance(value, dict) else enumerate(value):
        name = path if isinstance(key, int) else f"{path}_{key}" if path else key
        if isinstance(one, dict | list):
            yield from _scalars(one, name)
        else:
            yield name, one


def _journal(fact: Raw) -> Iterator[str]:
    """*fact* as a transaction of hledger: its scalars are tags, its figure is a posting."""
    yield f"{edtf.parse(fact['date']).earliest} {fact['en']}\n"
    for path, value in _scalars(fact):
        yield f"    ; {path}: {value}\n"
    if "figure" in fact:
        figure = fact["figure"]
        yield f'    ({fact["kind"]}:{figure["of"]})  {figure.get("value", figure.get("high"))} "{figure["unit"]}"\n'
    yield "\n"
