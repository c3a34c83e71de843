"""What is ill formed in a store that did not convert, and the part of it that is in order."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, NamedTuple

import msgspec

from vnkp.errors import MAX_GATHERED
from vnkp.model.edtf import EdtfDate
from vnkp.model.facts import Book, Fact, Variant
from vnkp.model.fields import SCHEMA
from vnkp.store.lazy_book import ENTRY_KINDS
from vnkp.store.positions import Path
from vnkp.store.problems import Finding, describe, example, key_name
from vnkp.store.raw_values import TABLES, Values, entries_in, fact_names, with_base

# Numbers in quotation marks: as in TOML, and as 22.700 or 5,470,000, which may be thousands.
_NUMBER = re.compile(r"(?:0|[1-9][0-9]*(?:_[0-9]+)*)(?:\.[0-9]+)?")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")


def converted(value: object, kind: Any) -> Any:
    """*value* as *kind*, or None. A text never counts as a number."""
    try:
        return msgspec.convert(value, kind, builtin_types=(Decimal,))
    except (msgspec.ValidationError, RecursionError):
        return None


class Walk:
    """A walk through *raw*: its *findings*, and the *store* without what is ill formed."""

    def __init__(self, raw: Values) -> None:
        self.findings: list[Finding] = []
        self.store: Values = self._sound(raw, Book, ()) or {}

    def _report(self, path: Path, code: str, word: str = "", **values: Any) -> None:
        """Report what is wrong at *path*; a misspelt *word* is none of those that are known."""
        if len(self.findings) < MAX_GATHERED:
            known = {name: name for name in values["known"]} if word else {}
            values = {"key": key_name(path), **values}
            self.findings.append(Finding(path, code, word, known, **values))

    def _sound(self, value: Any, kind: Any, path: Path, required: bool = True) -> Any:
        """*value* as far as it is well formed as *kind*; None if nothing of it is."""
        if len(self.findings) >= MAX_GATHERED:
            return None
        if isinstance(value, EdtfDate) or converted(value, kind) is not None:
            return value
        for part in _parts(kind):
            origin, args = typing.get_origin(part), typing.get_args(part)
            if origin is Mapping and isinstance(value, dict):
                return {key: self._sound(value[key], args[1], (*path, key)) for key in value}
            if origin in (tuple, Sequence) and isinstance(value, list) and value:
                return [
                    self._sound(entry, args[0], (*path, index), False)
                    for index, entry in enumerate(value)
                ]
            if _is_subclass(part, msgspec.Struct) and isinstance(value, dict):
                return self._struct(value, part, path)
        self._simple(value, kind, path, required)
        return None

    def _struct(self, raw: Values, struct: Any, path: Path) -> Values:
        if struct is Variant and "id" in raw:  # and everything after it
            self._report((*path, "id"), "fact_without_header")
            return {}
        if not raw and (len(path) == 2 or struct is Variant):
            self._report(path, "empty_entry")
            return {}
        fields = {field.encode_name: field for field in msgspec.structs.fields(struct)}
        for key in raw:
            if key in fields:
                continue
            if struct is Variant and key in Fact.__struct_encode_fields__:
                self._report((*path, key), "key_of_the_fact", name=key)
            else:
                self._report((*path, key), "unknown_key", key, value=key, known=tuple(fields))
        written = {key.casefold() for key in raw}
        for key, field in fields.items():
            if field.required and key not in written:
                self._report((*path, key), "missing_key", example=example((*path, key)))
        return {
            key: self._sound(raw[key], field.type, (*path, key), field.required)
            for key, field in fields.items()
            if key in raw
        }

    def _simple(self, value: Any, kind: Any, path: Path, required: bool) -> None:
        """Report a single value: not of a closed list, empty, too long, or of another type."""
        parts = list(_parts(kind))
        known = tuple(word for part in parts for word in _closed_list(part))
        is_text = isinstance(value, str)
        is_right_type = is_text and str in parts
        limits = (part.max_length for part in parts if isinstance(part, msgspec.Meta))
        limit = next(filter(None, limits), 0)
        is_amount = is_text and path[-1] in ("value", "low", "high")
        is_grouped = is_amount and _THOUSANDS.fullmatch(value)
        cases: list[tuple[object, str]] = [
            (path == ("schema",), "other_schema"),
            (known and is_text and value, "unknown_word"),
            (known, "no_word"),
            ((value == "" and required) or value == [], "empty_value"),
            (value == "", "empty_optional"),
            (is_right_type and 0 < limit < len(value), "too_long"),
            (is_right_type, "bad_country"),
            (len(path) == 2, "wrong_table"),
            (is_grouped, "grouped_digits"),
            (is_amount and _NUMBER.fullmatch(value), "quoted_number"),
            (is_amount, "no_amount_text"),
            (isinstance(path[-1], int), "wrong_entry"),
            (True, "wrong_type"),
        ]
        code = next(code for is_so, code in cases if is_so)
        values = {
            "value": value if code in ("unknown_word", "bad_country") else describe(value),
            "known": known,
            "example": example(path, value),
            "number": re.sub("[.,]", "_", value) if is_grouped else value,
            "schema": str(SCHEMA),
            "limit": limit,
            "length": len(value) if is_text else 0,
        }
        self._report(path, code, value if code == "unknown_word" else "", **values)


def _parts(kind: Any) -> Iterator[Any]:
    """The types that *kind* is made of, and what its annotations say."""
    if typing.get_origin(kind) in (Annotated, typing.Union, types.UnionType):
        for part in typing.get_args(kind):
            yield from _parts(part)
    else:
        yield kind


def _is_subclass(kind: Any, parent: type) -> bool:
    return isinstance(kind, type) and issubclass(kind, parent)


def _closed_list(kind: Any) -> tuple[str, ...]:
    """The words of *kind*, if it is a closed list."""
    if _is_subclass(kind, Enum):
        return tuple(word.value for word in kind)
    return typing.get_args(kind) if typing.get_origin(kind) is typing.Literal else ()


class SoundPart(NamedTuple):
    """The *book* of what is in order, and the *indexes* of its facts in the file.

    *left_out* is the text of what is not in it.
    """

    book: Book
    indexes: Sequence[int]
    left_out: str


def sound_part(raw: Values, findings: Iterable[Finding], base: Book) -> SoundPart:
    """What of *raw*, which may refer to *base*, is well formed and untouched by *findings*."""
    tables: dict[str, Values] = {}
    left_out: list[object] = []
    for table, field in TABLES.items():
        written, kind = entries_in(raw, table), ENTRY_KINDS[field]
        entries = {key: converted(value, kind) for key, value in written.items()}
        tables[table] = {key: entry for key, entry in entries.items() if entry is not None}
        left_out += [written[key] for key in entries if key not in tables[table]]
    known = with_base(tables, base)
    touched = {finding.path[:2] for finding in findings}
    facts: dict[int, Fact] = {}
    raw_facts = raw.get("fact")
    for index, fact in enumerate(raw_facts if isinstance(raw_facts, list) else ()):
        sound = None if ("fact", index) in touched else converted(fact, Fact)
        if sound and all(name in known[table] for _, table, name in fact_names(fact, ()) if name):
            facts[index] = sound
        else:
            left_out.append(fact)
    ids = {fact.id for fact in (*facts.values(), *base.facts)}
    kept = tuple(
        msgspec.structs.replace(fact, part_of=tuple(name for name in fact.part_of if name in ids))
        for fact in facts.values()
    )
    book = Book(schema=1, facts=kept, **{field: tables[table] for table, field in TABLES.items()})
    return SoundPart(book, list(facts), str(left_out))
