"""The rules that a store must keep to be read at all, beyond the types of its fields (design: section 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from vnkp.model.edtf import UNREAD
from vnkp.model.enums import Kind
from vnkp.model.facts import (
    ID_PATTERN,
    KEY_PATTERN,
    MAX_AMOUNT,
    MAX_DECIMALS,
    Cite,
    Fact,
    Figure,
    Number,
)
from vnkp.store.positions import Path
from vnkp.store.problems import example
from vnkp.store.validate import Fault
from vnkp.text import slug

DIRECTED = frozenset({Kind.VISIT, Kind.AID, Kind.TRADE})
# A part of a part of a part … : a whole that is further up than this is a slip, and slow to weigh.
MAX_LEVELS = 8
Tables = Mapping[str, Mapping[str, Any]]

_KEY, _ID = re.compile(KEY_PATTERN), re.compile(ID_PATTERN)


def faults(facts: Sequence[tuple[int, Fact]], raw: dict[str, Any]) -> list[Fault]:
    """The faults of *facts*, each with its place in the file; *raw* tells which keys the tables have."""
    found = list(_keys(raw))
    places: dict[str, int] = {}
    for index, fact in facts:
        if places.setdefault(fact.id, index) != index:
            found.append(
                Fault(
                    ("fact", index, "id"),
                    f'the id "{fact.id}" is taken',
                    "give each fact an id of its own",
                )
            )
        found += _fact(fact, index)
    used = used_by([fact for _, fact in facts])
    known = {table: raw[table] if isinstance(raw.get(table), dict) else {} for table in used}
    if any(used[table] - known[table].keys() for table in used):  # seldom: then look where
        found += [
            fault for index, fact in facts for fault in _references(fact, ("fact", index), known)
        ]
    return found + list(_wholes(facts, places, raw))


def used_by(facts: Sequence[Fact]) -> dict[str, set[str]]:
    """The keys of each table that *facts* name."""
    people = [one for fact in facts for one in fact.people]
    figures = [fact.figure for fact in facts if fact.figure]
    figures += [variant.figure for fact in facts for variant in fact.variants if variant.figure]
    return {
        "unit": {figure.unit for figure in figures},
        "item": {figure.of for figure in figures},
        "place": {place for fact in facts for place in fact.places},
        "office": {office for one in people for office in one.offices},
        "person": {one.who for one in people},
        "source": {cite.source for fact in facts for cite in fact.all_cites},
    }


def _keys(raw: dict[str, Any]) -> Iterator[Fault]:
    """Keys of tables that could not be named in a fact."""
    for table, entries in raw.items():
        for key in entries if isinstance(entries, dict) else ():
            if not _KEY.fullmatch(key):
                hint = f"rename it, as [{table}.{slug(key) or 'key'}]"
                yield Fault(
                    (table, key),
                    f'the key "{key}" is not made of letters, digits and hyphens',
                    hint,
                )


def _fact(fact: Fact, index: int) -> Iterator[Fault]:
    path: Path = ("fact", index)
    year = f"{fact.date.earliest.year:04}"
    if not _ID.fullmatch(fact.id):
        what = f'id "{fact.id}" is not a year and words of a-z and 0-9, with hyphens'
        yield Fault((*path, "id"), what, f"write {example((*path, 'id'))}")
    elif not fact.id.startswith(year) and fact.date != UNREAD:
        hint = f'write id = "{year}{fact.id[4:]}", or mend the date'
        yield Fault((*path, "id"), f"the id begins with {fact.id[:4]} and the fact in {year}", hint)
    if fact.between:
        if fact.from_ or fact.to:
            yield Fault(
                (*path, "between"),
                "it has both between and from or to",
                "keep between = true for mutual things only",
            )
    elif fact.from_ and fact.from_ == fact.to:
        yield Fault(
            (*path, "to"),
            f'from and to are both "{fact.to}"',
            "write VN for the one and KP for the other",
        )
    elif fact.kind in DIRECTED and not (fact.from_ and fact.to):
        hint = 'add from = "VN" and to = "KP" (or the other way round), or between = true'
        yield Fault((*path, "kind"), f"{fact.kind.value} without a direction", hint)
    if fact.figure:
        yield from _figure(fact.figure, fact.kind, (*path, "figure"))
    for number, variant in enumerate(fact.variants):
        place = (*path, "variant", number)
        if not (variant.date or variant.figure or variant.note):
            yield Fault(
                place, "the variant reads nothing otherwise", "give it a date, a figure or a note"
            )
        if variant.figure:
            yield from _figure(variant.figure, fact.kind, (*place, "figure"))


def _figure(figure: Figure, kind: Kind, path: Path) -> Iterator[Fault]:
    amounts = {"value": figure.value, "low": figure.low, "high": figure.high}
    given = {name: amount for name, amount in amounts.items() if amount is not None}
    bad = {name: wrong for name, amount in given.items() if (wrong := _bad_amount(amount))}
    for name, (what, hint) in bad.items():
        yield Fault((*path, name), f"{name} is {what}", hint)
    if given.keys() not in ({"value"}, {"low", "high"}):
        has = (
            " and ".join(given)
            if len(given) > 1
            else "".join(f"only {name}" for name in given) or "no amount"
        )
        yield Fault(path, f"the figure has {has}", "give it a value, or both low and high")
    elif (
        not bad and figure.low is not None and figure.high is not None and figure.low >= figure.high
    ):
        equal = figure.low == figure.high
        low, high = (
            f"{amount:,}".replace(",", "_") for amount in (figure.low, figure.high)
        )  # a Decimal knows no "_"
        hint = (
            f"write value = {low} in their place"
            if equal
            else f"write low = {high} and high = {low}"
        )
        yield Fault((*path, "low"), f"low is {low} and high is {high}", hint)
    for word, term in (("terms", figure.terms), ("stage", figure.stage)):
        if term and kind is not Kind.AID:
            hint = f'take {word} out, or write kind = "aid"'
            yield Fault((*path, word), f"{word} belongs to aid, and this is {kind.value}", hint)


def _bad_amount(amount: Number) -> tuple[str, str] | None:
    """What is wrong with *amount*, and what to write instead."""
    if isinstance(amount, Decimal):
        if not amount.is_finite():
            return f"{amount}, which is no amount".lower(), "write a number"
        if amount.as_tuple().exponent < -MAX_DECIMALS:  # type: ignore[operator]  # a finite number's is a number
            return (
                f"given to more than {MAX_DECIMALS} digits after the point",
                "round it as its source does",
            )
    if amount < 0:
        return "below nought", "write it without the minus: from and to say the direction"
    if amount > MAX_AMOUNT:
        return f"above {MAX_AMOUNT:,}, which nothing is", "check the zeros and the unit"
    return None


def _references(fact: Fact, path: Path, known: Tables) -> Iterator[Fault]:
    """Names in *fact* that no table has."""
    for number, one in enumerate(fact.people):
        if one.who not in known["person"]:
            yield _dangling((*path, "people", number, "who"), "person", one.who, known)
        for office in one.offices:
            if office not in known["office"]:
                yield _dangling((*path, "people", number, "as"), "office", office, known)
    for number, place in enumerate(fact.places):
        if place not in known["place"]:
            yield _dangling((*path, "places", number), "place", place, known)
    yield from _reading(fact.cite, fact.figure, path, known)
    for number, variant in enumerate(fact.variants):
        yield from _reading(variant.cite, variant.figure, (*path, "variant", number), known)


def _reading(
    cites: Sequence[Cite], figure: Figure | None, path: Path, known: Tables
) -> Iterator[Fault]:
    """The same in what a fact and a variant have alike."""
    for number, cite in enumerate(cites):
        if cite.source not in known["source"]:
            yield _dangling((*path, "cite", number, "source"), "source", cite.source, known)
    if figure and figure.unit not in known["unit"]:
        yield _dangling((*path, "figure", "unit"), "unit", figure.unit, known)
    if figure and figure.of not in known["item"]:
        yield _dangling((*path, "figure", "of"), "item", figure.of, known)


def _dangling(path: Path, table: str, name: str, known: Tables) -> Fault:
    entries = known[table]
    # "ton" is nearer to the name "tonnes" than to the key "t".
    named = {
        entry["en"]: key
        for key, entry in entries.items()
        if isinstance(entry, dict) and isinstance(entry.get("en"), str)
    }
    keys = {**named, **{key: key for key in entries}}
    return Fault(path, f'{table} "{name}" is not in [{table}]', f"add [{table}.{name}]", name, keys)


def _wholes(
    facts: Sequence[tuple[int, Fact]], places: Mapping[str, int], raw: dict[str, Any]
) -> Iterator[Fault]:
    """Parts of facts that are not there, parts of themselves, and parts too far down."""
    wholes = {fact.id: fact.part_of for _, fact in facts if fact.part_of}
    if any(whole not in places for above in wholes.values() for whole in above):
        ids = {
            name: name
            for entry in raw["fact"]
            if isinstance(entry, dict) and isinstance(name := entry.get("id"), str)
        }
        for name, above in wholes.items():
            for number, whole in enumerate(above):
                if whole not in ids:
                    path: Path = ("fact", places[name], "part_of", number)
                    yield Fault(
                        path,
                        f'part_of "{whole}", which is no fact',
                        "name the id of a fact",
                        whole,
                        ids,
                    )
    levels = _levels(wholes)
    for name, level in levels.items():
        path = ("fact", places[name], "part_of")
        if level is None:
            around = [
                whole for whole in wholes[name] if whole != name and levels.get(whole, 0) is None
            ]
            what = "it is a part of itself" + (
                f", by way of {' and '.join(around)}" if around else ""
            )
            yield Fault(path, what, "take one part_of out")
        elif level > MAX_LEVELS:
            what = f"it is a part of a part {level} times over"
            yield Fault(path, what, f"{MAX_LEVELS} times is the most: name a higher whole")


def _levels(wholes: Mapping[str, Sequence[str]]) -> dict[str, int | None]:
    """How many wholes are above each part; None if it is its own whole, or lies between two that are."""
    parts: dict[str, list[str]] = {}
    for name, above in wholes.items():
        for whole in above:
            parts.setdefault(whole, []).append(name)
    levels: dict[str, int | None] = dict.fromkeys(wholes)
    levels.update(_peeled(wholes, parts))
    circled = {
        name: [part for part in parts.get(name, ()) if levels[part] is None]
        for name in levels
        if levels[name] is None
    }
    for name in _peeled(
        circled, {name: [whole for whole in wholes[name] if whole in circled] for name in circled}
    ):
        del levels[name]  # it lies below a circle, not in one
    return levels


def _peeled(
    above: Mapping[str, Sequence[str]], below: Mapping[str, Sequence[str]]
) -> dict[str, int]:
    """The names in *above* that have only such names above them as have none in turn, each with its level."""
    left = {name: len(uppers) for name, uppers in above.items()}
    ready = [name for name in below if not left.get(name)]
    levels = dict.fromkeys(ready, 0)
    while ready:
        upper = ready.pop()
        for name in below.get(upper, ()):
            left[name] -= 1
            levels[name] = max(levels.get(name, 0), levels[upper] + 1)
            if not left[name]:
                ready.append(name)
    return {name: level for name, level in levels.items() if name in above and not left[name]}
