"""The rules that a store must keep to be read at all, beyond the types of its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from vnkp.model.edtf import EdtfDate
from vnkp.model.enums import Kind
from vnkp.model.facts import Book
from vnkp.model.fields import ID_PATTERN, MAX_AMOUNT, MAX_DECIMALS
from vnkp.store.positions import Path
from vnkp.store.problems import Finding, example
from vnkp.store.raw_values import (
    TABLES,
    Values,
    all_names,
    entries_in,
    facts_in,
    readings,
    with_base,
)
from vnkp.store.references import (
    KEY,
    deep_places,
    misplaced_names,
    new_key,
    part_levels,
    unknown_names,
)
from vnkp.text import slug

MAX_ENTRIES = 1_000
_LISTS = {"people", "places", "cite", "variant", "part_of", "former_ids"}
_DIRECTED = (Kind.VISIT, Kind.AID, Kind.TRADE)
_ID = re.compile(ID_PATTERN)


def broken_rules(store: Values, raw: Values, base: Book) -> Iterator[Finding]:
    """The rules that *store* breaks: *raw*, as it is in the file, without what is ill formed.

    What is left out here has been reported; it may still be referred to, so *raw* says which
    names there are. Names may also be those of *base*.
    """
    tables = {table: entries_in(raw, table) for table in TABLES}
    renamed = set()
    for table, entries in tables.items():
        for key in entries:
            if not KEY.fullmatch(key):
                yield Finding((table, key), "bad_key", key=key, table=table, new_key=new_key(key))
                renamed.add(new_key(key))
    yield from deep_places(store.get("place") or {})
    facts = facts_in(store)
    indexes: dict[str, int] = {}
    for index, fact in facts.items():
        path = ("fact", index)
        name = fact.get("id")
        if name and indexes.setdefault(name, index) != index:
            yield Finding((*path, "id"), "id_taken", id=name)
        for rule in (_identity, _direction, _lists_and_figures):
            yield from rule(fact, path)
    owners = dict(indexes)  # of the ids that a fact has or had
    for index, fact in facts.items():
        for number, name in enumerate(fact.get("former_ids") or ()):
            if name and owners.setdefault(name, index) != index:
                yield Finding(("fact", index, "former_ids", number), "id_taken", id=name)
    known = with_base(tables, base)
    ids = [fact.get("id") for fact in facts_in(raw).values()] + [fact.id for fact in base.facts]
    known["fact"] = {name: None for name in ids if isinstance(name, str)}
    misplaced = misplaced_names(raw) | renamed
    yield from unknown_names(all_names(store, facts), known, misplaced)
    wholes = {
        name: [whole for whole in facts[index].get("part_of") or () if whole]
        for name, index in indexes.items()
        if facts[index].get("part_of")
    }
    yield from part_levels(wholes, indexes)


def _identity(fact: Values, path: Path) -> Iterator[Finding]:
    """An id in another form."""
    name = fact.get("id")
    if name and not _ID.fullmatch(name):
        words, date = slug(re.sub(r"[\W_]+", " ", name)), fact.get("date")
        if not _ID.fullmatch(words) and isinstance(date, EdtfDate) and date.text:
            words = f"{date.earliest.year:04}-{words}"
        is_good = _ID.fullmatch(words)
        yield Finding(
            (*path, "id"),
            "bad_id",
            id=name,
            example=f'id = "{words}"' if is_good else example((*path, "id")),
        )


def _direction(fact: Values, path: Path) -> Iterator[Finding]:
    """Both a direction and none, a direction that leads nowhere, or a missing one."""
    kind, from_, to = fact.get("kind"), fact.get("from"), fact.get("to")
    ill_formed = any(key in fact and not fact[key] for key in ("from", "to", "between"))
    if fact.get("between"):
        if from_ or to:
            yield Finding((*path, "between"), "both_directions")
    elif from_ and from_ == to:
        yield Finding((*path, "to"), "same_direction", side=to)
    elif kind in _DIRECTED and not (from_ and to) and not ill_formed:
        yield Finding((*path, "kind"), "no_direction", kind=kind)


def _lists_and_figures(fact: Values, path: Path) -> Iterator[Finding]:
    """Variants that say nothing, lists longer than any card, and amounts that are none."""
    kind = fact.get("kind")
    for where, reading in readings(fact, path):
        if where != path and not reading.keys() & {"date", "figure", "note"}:
            yield Finding(where, "empty_variant")
        for key in reading.keys() & _LISTS:
            if len(reading[key] or ()) > MAX_ENTRIES:
                yield Finding(
                    (*where, key),
                    "too_many_entries",
                    key=key,
                    count=len(reading[key]),
                    limit=MAX_ENTRIES,
                )
        figure = reading.get("figure")
        if figure is None:
            continue
        yield from _amounts(figure, (*where, "figure"))
        for key in ("terms", "stage"):
            if figure.get(key) and kind and kind != Kind.AID:
                yield Finding((*where, "figure", key), "only_for_aid", key=key, kind=kind)


def _amounts(figure: Values, path: Path) -> Iterator[Finding]:
    written = figure.keys() & {"value", "low", "high"}
    given = {key: figure[key] for key in ("value", "low", "high") if figure.get(key) is not None}
    bad = {key: code for key, amount in given.items() if (code := _bad_amount(amount))}
    for key, code in bad.items():
        values = {"key": key, "limit": MAX_AMOUNT, "digits": str(MAX_DECIMALS)}
        if code == "no_number":
            values["value"] = str(given[key]).lower()
        yield Finding((*path, key), code, **values)
    if len(given) < len(written):  # one of them is ill formed, which has been reported
        return
    if len(given) == 1 and "value" not in given:
        yield Finding(path, "one_bound", key=next(iter(given)))
    elif not given:
        yield Finding(path, "no_amount")
    elif given.keys() not in ({"value"}, {"low", "high"}):
        yield Finding(path, "too_many_amounts", keys=tuple(given))
    elif not bad and "low" in given and given["low"] >= given["high"]:
        # A Decimal cannot be formatted with "_".
        low, high = (f"{given[key]:,}".replace(",", "_") for key in ("low", "high"))
        code = "equal_bounds" if given["low"] == given["high"] else "swapped_bounds"
        yield Finding((*path, "low"), code, low=low, high=high)


def _bad_amount(amount: int | Decimal) -> str | None:
    """The code of what is wrong with *amount*."""
    if isinstance(amount, Decimal):
        if not amount.is_finite():
            return "no_number"
        if amount.as_tuple().exponent < -MAX_DECIMALS:  # type: ignore[operator]  # it is finite
            return "too_exact"
    return "negative" if amount < 0 else "too_large" if amount > MAX_AMOUNT else None
