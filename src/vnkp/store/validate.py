"""The slow walk through a store that did not convert: every fault of shape, in words that help."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum
from itertools import islice
from typing import Annotated, Any, NamedTuple

import msgspec

from vnkp.errors import or_list
from vnkp.model.edtf import EdtfDate
from vnkp.model.facts import SCHEMA, Book, Fact, Variant
from vnkp.store.positions import Path
from vnkp.store.problems import called, described, example
from vnkp.text import nearest_spellings

MAX_PROBLEMS_FOUND = 100_000


class Fault(NamedTuple):
    """Something wrong at a *path* of the file, and what to do about it; where a *word* is misspelt, the words that are *known*.

    *known* tells for each spelling what to write.
    """

    path: Path
    what: str
    hint: str
    word: str = ""
    known: Mapping[str, str] = {}


def shape(raw: dict[str, Any]) -> list[Fault]:
    """Every fault of form in *raw*, whose dates have been read."""
    return list(islice(_struct(raw, Book, ()), MAX_PROBLEMS_FOUND))


class Meant:
    """What somebody meant who misspelt a word: looked for as long as that takes no time worth mentioning."""

    def __init__(self) -> None:
        self._patience = 100_000
        self._found: dict[tuple[str, str], str] = {}

    def hint(self, fault: Fault) -> str:
        """The remedy of *fault*: the nearest words, or what it says itself."""
        key = (fault.word, fault.hint)
        if key not in self._found:
            self._patience -= len(fault.known)
            close = (
                nearest_spellings(fault.word, fault.known)
                if fault.known and self._patience > 0
                else []
            )
            words = list(dict.fromkeys(fault.known[spelling] for spelling in close))
            self._found[key] = f"did you mean {or_list(words)}?" if words else fault.hint
        return self._found[key]


def convert(value: object, kind: Any) -> Any:
    """*value* as *kind*; raise `msgspec.ValidationError` when it is not well formed. A text is never taken for a number."""
    return msgspec.convert(value, kind, builtin_types=(Decimal,))


def converts(value: object, kind: Any) -> bool:
    """Whether *value* is well formed as *kind*."""
    try:
        convert(value, kind)
    except (msgspec.ValidationError, RecursionError):
        return False
    return True


def _struct(raw: object, struct: Any, path: Path) -> Iterator[Fault]:
    if not isinstance(raw, dict):
        yield _wrong_type(raw, path)
        return
    fields = {field.encode_name: field for field in msgspec.structs.fields(struct)}
    for key in raw:
        if key not in fields:
            yield _unknown(key, struct, list(fields), path)
    for key, field in fields.items():
        if key in raw:
            yield from _value(raw[key], field.type, (*path, key), field.required)
        elif field.required:
            yield Fault(path, f"{called((*path, key))} is missing", f"add {example((*path, key))}")


def _unknown(key: str, struct: Any, known: list[str], path: Path) -> Fault:
    if struct is Variant and key in (field.encode_name for field in msgspec.structs.fields(Fact)):
        return Fault(
            (*path, key),
            f'"{key}" is no key of a variant',
            "move it up, before the first [[fact.variant]]",
        )
    hint = f"the keys here are {', '.join(known)}"
    return Fault(
        (*path, key),
        f'there is no key "{called((*path, key))}"',
        hint,
        key,
        {word: word for word in known},
    )


def _value(value: object, kind: Any, path: Path, required: bool) -> Iterator[Fault]:
    if isinstance(value, EdtfDate) or converts(value, kind):
        return
    for choice in choices(kind):
        origin, args = typing.get_origin(choice), typing.get_args(choice)
        if origin is dict and isinstance(value, dict):
            for key, entry in value.items():
                yield from _value(entry, args[1], (*path, key), True)
            return
        if origin is tuple and isinstance(value, list) and value:
            for index, entry in enumerate(value):
                yield from _value(entry, args[0], (*path, index), False)
            return
        if (
            isinstance(choice, type)
            and issubclass(choice, msgspec.Struct)
            and isinstance(value, dict)
        ):
            yield from _struct(value, choice, path)
            return
    yield _simple(value, kind, path, required)


def choices(kind: Any) -> list[Any]:
    """The types that *kind* allows, without annotations and None."""
    if typing.get_origin(kind) is Annotated:
        return choices(typing.get_args(kind)[0])
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        return [
            choice
            for part in typing.get_args(kind)
            for choice in choices(part)
            if choice is not type(None)
        ]
    return [kind]


def _simple(value: object, kind: Any, path: Path, required: bool) -> Fault:
    """The fault of a single value: a word out of a closed list, a wrong type, a length, a pattern."""
    name, allowed = called(path), choices(kind)
    if path == ("schema",):
        return Fault(path, f"schema is {described(value)}", f"this vnkp reads schema = {SCHEMA}")
    words = [
        str(word.value)
        for choice in allowed
        if isinstance(choice, type) and issubclass(choice, Enum)
        for word in choice
    ]
    words += [
        str(arg)
        for choice in allowed
        if typing.get_origin(choice) is typing.Literal
        for arg in typing.get_args(choice)
    ]
    if words and isinstance(value, str) and value:
        return Fault(
            path,
            f'{name} "{value}" is not known',
            f"write {or_list(words)}",
            value,
            {word: word for word in words},
        )
    if words:
        return Fault(path, f"{name} is {described(value)}", f"write {or_list(words)}")
    if value == "":
        return Fault(
            path,
            f"{name} is empty",
            f"write {example(path)}" if required else "leave it out if it is unknown",
        )
    if isinstance(value, str) and str in allowed:
        return Fault(path, *_bad_text(value, kind, path))
    return _wrong_type(value, path)


def _wrong_type(value: object, path: Path) -> Fault:
    name, hint = called(path), f"write {example(path)}"
    if value == []:
        return Fault(path, f"{name} is empty", hint)
    if len(path) == 2:
        return Fault(path, f"this is {described(value)}", hint)
    if (
        isinstance(value, str)
        and path[-1] in ("value", "low", "high")
        and re.fullmatch(r"[0-9]+(?:[_.][0-9]+)*", value)
    ):
        hint = f"write {name} = {value}"
    listed = isinstance(path[-1], int)
    return Fault(path, f"{'an entry of ' * listed}{name} is {described(value)}", hint)


def _bad_text(value: str, kind: Any, path: Path) -> tuple[str, str]:
    name = called(path)
    most = next((meta.max_length for meta in _metas(kind) if meta.max_length), None)
    if most and len(value) > most:
        return (
            f"{name} has {len(value):,} characters",
            f"shorten it to {most}, and put the rest in a note",
        )
    return f'{name} "{value}" is not an ISO 3166 code', "write two capital letters, as VN or KP"


def _metas(kind: Any) -> Iterator[Any]:
    if typing.get_origin(kind) is Annotated:
        yield from (part for part in typing.get_args(kind)[1:] if isinstance(part, msgspec.Meta))
        yield from _metas(typing.get_args(kind)[0])
    elif typing.get_origin(kind) in (typing.Union, types.UnionType):
        for part in typing.get_args(kind):
            yield from _metas(part)
