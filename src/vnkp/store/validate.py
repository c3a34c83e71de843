"""The slow walk through a store that did not convert: what is ill formed is left out."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any

import msgspec

from vnkp.errors import MAX_GATHERED
from vnkp.model.edtf import EdtfDate
from vnkp.model.facts import Book, Fact, Variant
from vnkp.model.fields import SCHEMA
from vnkp.store.positions import Path
from vnkp.store.problems import Finding, Values, describe, example, key_name

# Numbers in quotation marks: as in TOML, and as 22.700 or 5,470,000, which may be thousands.
_NUMBER = re.compile(r"(?:0|[1-9][0-9]*(?:_[0-9]+)*)(?:\.[0-9]+)?")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")


def convert(value: object, kind: Any) -> Any:
    """*value* as *kind*; raise `msgspec.ValidationError`. A text never counts as a number."""
    return msgspec.convert(value, kind, builtin_types=(Decimal,))


class Walk:
    """A walk through *raw*: its *findings*, and the *store* without what is ill formed."""

    def __init__(self, raw: Values) -> None:
        self.findings: list[Finding] = []
        self.store: Values = self._sound(raw, Book, ()) or {}

    def _report(self, path: Path, code: str, **values: object) -> None:
        if len(self.findings) < MAX_GATHERED:
            self.findings.append(Finding(path, code, {"key": key_name(path), **values}))

    def _report_word(self, path: Path, code: str, word: str, known: list[str]) -> None:
        """Report a *word* that is none of those *known*."""
        values = {"key": key_name(path), "value": word, "known": tuple(known)}
        if len(self.findings) < MAX_GATHERED:
            self.findings.append(Finding(path, code, values, word, {name: name for name in known}))

    def _sound(self, value: Any, kind: Any, path: Path, required: bool = True) -> Any:
        """*value* as far as it is well formed as *kind*; None if nothing of it is."""
        if len(self.findings) >= MAX_GATHERED:
            return None
        if isinstance(value, EdtfDate) or _converts(value, kind):
            return value
        for choice in _choices(kind):
            origin, args = typing.get_origin(choice), typing.get_args(choice)
            if origin is dict and isinstance(value, dict):
                return {key: self._sound(value[key], args[1], (*path, key)) for key in value}
            if origin is tuple and isinstance(value, list) and value:
                return [
                    self._sound(entry, args[0], (*path, index), False)
                    for index, entry in enumerate(value)
                ]
            if _is_subclass(choice, msgspec.Struct) and isinstance(value, dict):
                return self._struct(value, choice, path)
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
            if key not in fields:
                self._unknown_key(key, struct, list(fields), path)
        written = {key.casefold() for key in raw}
        for key, field in fields.items():
            if field.required and key not in written:
                self._report((*path, key), "missing_key", example=example((*path, key)))
        return {
            key: self._sound(raw[key], field.type, (*path, key), field.required)
            for key, field in fields.items()
            if key in raw
        }

    def _unknown_key(self, key: str, struct: Any, known: list[str], path: Path) -> None:
        if struct is Variant and key in Fact.__struct_encode_fields__:
            self._report((*path, key), "key_of_the_fact", name=key)
        else:
            self._report_word((*path, key), "unknown_key", key, known)

    def _simple(self, value: Any, kind: Any, path: Path, required: bool) -> None:
        """Report a single value: not of a closed list, empty, too long, or of another type."""
        words = list(_words(kind))
        is_text = isinstance(value, str) and str in _choices(kind)
        limit = next((meta.max_length for meta in _metas(kind) if meta.max_length), None)
        if path == ("schema",):
            self._report(path, "other_schema", value=describe(value), schema=str(SCHEMA))
        elif words and isinstance(value, str) and value:
            self._report_word(path, "unknown_word", value, words)
        elif words:
            self._report(path, "no_word", value=describe(value), known=tuple(words))
        elif value == "" and required:
            self._report(path, "empty_value", example=example(path))
        elif value == "":
            self._report(path, "empty_optional")
        elif is_text and limit and len(value) > limit:
            self._report(path, "too_long", length=len(value), limit=limit)
        elif is_text:
            self._report(path, "bad_country", value=value)
        else:
            self._wrong_type(value, path)

    def _wrong_type(self, value: Any, path: Path) -> None:
        is_amount = isinstance(value, str) and path[-1] in ("value", "low", "high")
        description = describe(value)
        if value == []:
            self._report(path, "empty_value", example=example(path))
        elif len(path) == 2:
            self._report(path, "wrong_table", value=description, example=example(path))
        elif is_amount and _THOUSANDS.fullmatch(value):
            number = re.sub("[.,]", "_", value)
            self._report(path, "quoted_thousands", value=description, number=number)
        elif is_amount and _NUMBER.fullmatch(value):
            self._report(path, "quoted_number", value=description, number=value)
        elif is_amount:
            self._report(path, "no_amount_text", value=description)
        elif isinstance(path[-1], int):
            self._report(path, "wrong_entry", value=description, example=example(path, value))
        else:
            self._report(path, "wrong_type", value=description, example=example(path, value))


def _converts(value: object, kind: Any) -> bool:
    try:
        convert(value, kind)
    except (msgspec.ValidationError, RecursionError):
        return False
    return True


def _is_subclass(kind: Any, parent: type) -> bool:
    return isinstance(kind, type) and issubclass(kind, parent)


def _words(kind: Any) -> Iterator[str]:
    """The words that *kind* allows, if it is a closed list."""
    for choice in _choices(kind):
        if _is_subclass(choice, Enum):
            yield from (str(word.value) for word in choice)
        elif typing.get_origin(choice) is typing.Literal:
            yield from (str(word) for word in typing.get_args(choice))


def _choices(kind: Any) -> list[Any]:
    """The types that *kind* allows, without annotations and None."""
    if typing.get_origin(kind) is Annotated:
        return _choices(typing.get_args(kind)[0])
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        parts = [choice for part in typing.get_args(kind) for choice in _choices(part)]
        return [choice for choice in parts if choice is not type(None)]
    return [kind]


def _metas(kind: Any) -> Iterator[msgspec.Meta]:
    if typing.get_origin(kind) is Annotated:
        yield from (part for part in typing.get_args(kind)[1:] if isinstance(part, msgspec.Meta))
        yield from _metas(typing.get_args(kind)[0])
    elif typing.get_origin(kind) in (typing.Union, types.UnionType):
        for part in typing.get_args(kind):
            yield from _metas(part)
