"""The part of an ill-formed store that is in order, so that its sense can be examined too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, get_args

import msgspec

from vnkp.model.facts import Book, Fact
from vnkp.store.problems import Finding, Values
from vnkp.store.references import TABLES, fact_names, with_base
from vnkp.store.validate import convert


class Salvage(NamedTuple):
    """The *book* of what is in order; *indexes* are the places of its facts in the file.

    *left_out* is the text of what is not in it.
    """

    book: Book
    indexes: dict[int, int]
    left_out: str


def sound_part(raw: Values, findings: Iterable[Finding], base: Book | None) -> Salvage:
    """What of *raw*, which may refer to *base*, is well formed and untouched by *findings*."""
    tables, facts = {}, []
    left_out = []
    for field in msgspec.structs.fields(Book):
        name = field.encode_name
        if name not in TABLES:
            continue
        kind = get_args(field.type)[0]
        entries = raw.get(name)
        if not isinstance(entries, dict):
            entries = {}
        tables[name] = _sound_entries(entries, get_args(kind)[1])
        left_out += [entry for key, entry in entries.items() if key not in tables[name]]
    known = with_base(tables, base)
    touched = {
        finding.path[1]
        for finding in findings
        if finding.path[:1] == ("fact",) and len(finding.path) > 1
    }
    raw_facts = raw.get("fact")
    for index, fact in enumerate(raw_facts if isinstance(raw_facts, list) else ()):
        sound = None if index in touched else _converted(fact, Fact)
        if sound and all(name in known[table] for _, table, name in fact_names(fact, ()) if name):
            facts.append((index, sound))
        else:
            left_out.append(fact)
    ids = {fact.id for _, fact in facts} | {fact.id for fact in (base.facts if base else ())}
    kept = tuple(
        msgspec.structs.replace(
            fact, part_of=tuple(whole for whole in fact.part_of if whole in ids)
        )
        for _, fact in facts
    )
    named = {TABLES[table]: entries for table, entries in tables.items()}
    book = Book(schema=1, facts=kept, **named)
    indexes = {number: index for number, (index, _) in enumerate(facts)}
    return Salvage(book, indexes, str(left_out))


def _sound_entries(entries: Values, kind: Any) -> dict[str, Any]:
    converted = {key: _converted(entry, kind) for key, entry in entries.items()}
    return {key: entry for key, entry in converted.items() if entry is not None}


def _converted(value: object, kind: Any) -> Any:
    """*value* as *kind*, or None."""
    try:
        return convert(value, kind)
    except (msgspec.ValidationError, RecursionError):
        return None
