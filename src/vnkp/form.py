"""The rules that a store must keep to be read at all, beyond the types of its fields (design: section 2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from vnkp import names
from vnkp.edtf import UNREAD
from vnkp.errors import or_list
from vnkp.faults import Fault
from vnkp.lines import Path
from vnkp.model import Cite, Fact, Figure, Number
from vnkp.vocabulary import Kind

# A figure above this is a slip of the keyboard: it is more than the world's yearly product in any currency.
MOST = 10**16
DIRECTED = frozenset({Kind.VISIT, Kind.AID, Kind.TRADE})


def faults(facts: Sequence[tuple[int, Fact]], raw: dict[str, Any]) -> list[Fault]:
    """The faults of *facts*, each with its place in the file; *raw* tells which keys the tables have."""
    tables = ("unit", "item", "place", "office", "person", "source")
    known = {table: raw[table] if isinstance(raw.get(table), dict) else {} for table in tables}
    found: list[Fault] = []
    ids: dict[str, int] = {}
    for index, fact in facts:
        path: Path = ("fact", index)
        if ids.setdefault(fact.id, index) != index:
            found.append(Fault((*path, "id"), f'the id "{fact.id}" is taken', "give each fact an id of its own", fact.id))
        found += _fact(fact, path)
        found += _references(fact, path, known)
    taken = {entry.get("id") for entry in raw.get("fact", ()) if isinstance(entry, dict)}
    found += _wholes(facts, ids, {name for name in taken if isinstance(name, str)})
    return found


def _fact(fact: Fact, path: Path) -> Iterator[Fault]:
    year = f"{fact.date.earliest.year:04}"
    if not fact.id.startswith(year) and fact.date != UNREAD:
        hint = f'write id = "{year}{fact.id[4:]}"'
        yield Fault((*path, "id"), f"the id begins with {fact.id[:4]} and the fact with {year}", hint, fact.id)
    if fact.between and (fact.from_ or fact.to):
        yield Fault((*path, "between"), "it has both between and from or to", "keep between = true for mutual things only")
    elif fact.from_ and fact.from_ == fact.to:
        yield Fault((*path, "to"), f'from and to are both "{fact.to}"', "one is VN and the other KP")
    elif fact.kind in DIRECTED and not fact.between and not (fact.from_ and fact.to):
        hint = 'add from = "VN" and to = "KP" (or the other way round), or between = true'
        yield Fault((*path, "kind"), f"{fact.kind.value} without a direction", hint)
    if fact.figure:
        yield from _figure(fact.figure, fact.kind, (*path, "figure"))
    for number, variant in enumerate(fact.variants):
        place = (*path, "variant", number)
        if not (variant.date or variant.figure or variant.note):
            yield Fault(place, "the variant reads nothing otherwise", "give it a date, a figure or a note")
        if variant.figure:
            yield from _figure(variant.figure, fact.kind, (*place, "figure"))


def _figure(figure: Figure, kind: Kind, path: Path) -> Iterator[Fault]:
    amounts = {"value": figure.value, "low": figure.low, "high": figure.high}
    given = {name: amount for name, amount in amounts.items() if amount is not None}
    for name, amount in given.items():
        wrong = _bad_amount(amount)
        if wrong:
            yield Fault((*path, name), f"{name} is {wrong[0]}", wrong[1])
            return
    if set(given) not in ({"value"}, {"low", "high"}):
        has = " and ".join(given) or "no amount"
        yield Fault(path, f"the figure has {has}", "give it a value, or both low and high")
    elif figure.low is not None and figure.high is not None and figure.low >= figure.high:
        yield Fault(
            path,
            f"low is {figure.low} and high is {figure.high}",
            "low is the lesser of the two; use value if they are equal",
        )
    if kind is not Kind.AID and (figure.terms or figure.stage):
        word = "terms" if figure.terms else "stage"
        yield Fault(path, f"{word} on a fact of kind {kind.value}", f'{word} belongs to aid: drop it, or write kind = "aid"')


def _bad_amount(amount: Number) -> tuple[str, str] | None:
    if isinstance(amount, Decimal) and not amount.is_finite():
        return f"{amount}, which is no amount".lower(), "write a number"
    if amount < 0:
        return f"{amount}", "amounts are never below nought: from and to say the direction"
    if amount > MOST:
        return f"{amount:.2g}, which is absurd", "check the zeros and the unit"
    return None


def _references(fact: Fact, path: Path, known: dict[str, Any]) -> Iterator[Fault]:
    """Names in *fact* that no table has."""
    for number, attendance in enumerate(fact.people):
        if attendance.who not in known["person"]:
            yield _dangling((*path, "people", number, "who"), "person", attendance.who, known)
        if attendance.as_ and attendance.as_ not in known["office"]:
            yield _dangling((*path, "people", number, "as"), "office", attendance.as_, known)
    for place in fact.places:
        if place not in known["place"]:
            yield _dangling((*path, "places"), "place", place, known)
    yield from _cites(fact.cite, path, known)
    if fact.figure:
        yield from _measured(fact.figure, path, known)
    for number, variant in enumerate(fact.variants):
        yield from _cites(variant.cite, (*path, "variant", number), known)
        if variant.figure:
            yield from _measured(variant.figure, (*path, "variant", number), known)


def _cites(cites: Iterable[Cite], path: Path, known: dict[str, Any]) -> Iterator[Fault]:
    for cite in cites:
        if cite.source not in known["source"]:
            yield _dangling((*path, "cite"), "source", cite.source, known)


def _measured(figure: Figure, path: Path, known: dict[str, Any]) -> Iterator[Fault]:
    if figure.unit not in known["unit"]:
        yield _dangling((*path, "figure", "unit"), "unit", figure.unit, known)
    if figure.of not in known["item"]:
        yield _dangling((*path, "figure", "of"), "item", figure.of, known)


def _dangling(path: Path, table: str, name: str, known: dict[str, Any]) -> Fault:
    return Fault(path, f'{table} "{name}" is not in [{table}]', _remedy(name, known[table], f"add [{table}.{name}]"), name)


def _remedy(name: str, known: Iterable[str], otherwise: str) -> str:
    keys = {key: key for key in known}
    for key in keys:  # "ton" is nearer to the name "tonnes" than to the key "t"
        entry = known[key] if isinstance(known, dict) else None
        if isinstance(entry, dict) and isinstance(entry.get("en"), str):
            keys = {entry["en"]: key, **keys}
    close = list(dict.fromkeys(keys[word] for word in names.closest(name, keys)))
    return f"did you mean {or_list(close)}?" if close else otherwise


def _wholes(facts: Sequence[tuple[int, Fact]], ids: dict[str, int], taken: set[str]) -> Iterator[Fault]:
    """Parts of facts that are not there, and parts that are, in a circle, their own wholes."""
    wholes = {fact.id: fact.part_of for _, fact in facts if fact.part_of}
    for name, above in wholes.items():
        path: Path = ("fact", ids[name], "part_of")
        for whole in above:
            if whole not in ids and whole not in taken:
                yield Fault(path, f'part_of "{whole}", which is no fact', _remedy(whole, ids, "name the id of a fact"), whole)
        if name in _above(name, wholes):
            yield Fault(path, "it is a part of itself, by way of its wholes", "take it out of one part_of of the circle")


def _above(name: str, wholes: dict[str, tuple[str, ...]]) -> set[str]:
    """Everything that *name* is a part of, directly or not."""
    seen: set[str] = set()
    todo = list(wholes[name])
    while todo:
        whole = todo.pop()
        if whole not in seen:
            seen.add(whole)
            todo += wholes.get(whole, ())
    return seen
