"""The slow walk through a store that did not convert: every fault of shape, in words that help."""

from __future__ import annotations

import datetime as dt
import re
import types
import typing
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, NamedTuple

import msgspec

from vnkp import names
from vnkp.edtf import When
from vnkp.errors import or_list
from vnkp.lines import Path
from vnkp.model import Book


class Fault(NamedTuple):
    """Something wrong at a *path* of the file; *value* is the text to look for there."""

    path: Path
    what: str
    hint: str
    value: object = None


def syntax(message: str, line: str) -> tuple[str, str]:
    """What is wrong with a *line* that is no TOML, and what to write."""
    bare = re.match(r"\s*(date|published)\s*=\s*([0-9]{4}-[0-9]{2}|[0-9]{3}X\S*|[0-9]\S*[~?%/]\S*)\s*(#.*)?$", line)
    if bare:
        return f"{bare[1]} is not in quotes", f'write {bare[1]} = "{bare[2]}"'
    what = f"not TOML ({message[:1].lower() + message[1:].rstrip('.')})"
    shown = line.strip()
    if shown and shown.isprintable():
        return what, f"look at: {shown if len(shown) <= 60 else shown[:57] + '...'}"
    return what, "look at the end of what is quoted or bracketed just before"


def described(value: object) -> str:
    """What kind of thing *value* is, for people."""
    match value:
        case bool():
            return f"{str(value).lower()}, a yes-or-no"
        case str():
            return "text"
        case int() | Decimal():
            return "a number"
        case dict():
            return "a table"
        case list() | tuple():
            return "a list"
        case dt.date() | dt.time():
            return "a bare TOML date"
        case _:
            return "nothing"


def shape(raw: dict[str, Any]) -> list[Fault]:
    """Every fault of form in *raw*, whose dates have been read."""
    return list(_struct(raw, Book, ()))


def converts(value: object, kind: Any) -> bool:
    """Whether *value* is well formed as *kind*."""
    try:
        msgspec.convert(value, kind)
    except (msgspec.ValidationError, RecursionError):
        return False
    return True


def _struct(raw: object, struct: Any, path: Path) -> Iterator[Fault]:
    if not isinstance(raw, dict):
        yield Fault(path, f"{_last(path)} is {described(raw)}", "write it as a table")
        return
    fields = {field.encode_name: field for field in msgspec.structs.fields(struct)}
    for key in raw:
        if key not in fields:
            close = names.closest(key, fields)
            hint = f"did you mean {or_list(close)}?" if close else f"the keys here are {', '.join(fields)}"
            yield Fault((*path, key), f'there is no key "{key}"', hint)
    for key, field in fields.items():
        if key in raw:
            yield from _value(raw[key], field.type, (*path, key))
        elif field.required:
            yield Fault(path, f'the key "{key}" is missing', f"add {_example(key)}")


def _value(value: object, kind: Any, path: Path) -> Iterator[Fault]:
    if isinstance(value, When) or converts(value, kind):
        return
    for choice in choices(kind):
        origin, args = typing.get_origin(choice), typing.get_args(choice)
        if origin is dict and isinstance(value, dict):
            for key, entry in value.items():
                if not converts(key, args[0]):
                    yield Fault((*path, key), f'the key "{key}" is not made of letters, digits and hyphens', "rename it")
                yield from _value(entry, args[1], (*path, key))
            return
        if origin is tuple and isinstance(value, list) and value:
            for index, entry in enumerate(value):
                yield from _value(entry, args[0], (*path, index))
            return
        if isinstance(choice, type) and issubclass(choice, msgspec.Struct) and isinstance(value, dict):
            yield from _struct(value, choice, path)
            return
    yield _simple(value, kind, path)


def choices(kind: Any) -> list[Any]:
    """The types that *kind* allows, without annotations and None."""
    if typing.get_origin(kind) is Annotated:
        return choices(typing.get_args(kind)[0])
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        return [choice for part in typing.get_args(kind) for choice in choices(part) if choice is not type(None)]
    return [kind]


def _simple(value: object, kind: Any, path: Path) -> Fault:
    """The fault of a single value: a word out of a closed list, a wrong type, a length, a pattern."""
    name = _last(path)
    allowed = choices(kind)
    words = [str(word.value) for choice in allowed if isinstance(choice, type) and issubclass(choice, Enum) for word in choice]
    words += [str(arg) for choice in allowed if typing.get_origin(choice) is typing.Literal for arg in typing.get_args(choice)]
    if words and isinstance(value, str | int):
        close = names.closest(str(value), words)
        hint = f"did you mean {or_list(close)}?" if close else f"write one of {', '.join(words)}"
        return Fault(path, f'{name} "{value}" is not known', hint, value)
    if isinstance(value, str) and str in allowed:
        return Fault(path, *_bad_text(name, value, kind), value)
    if value == [] or value == {}:
        return Fault(path, f"{name} is empty", f"add {_example(name)}")
    return Fault(path, f"{name} is {described(value)}", f"write {_example(name)}")


def _bad_text(name: str, value: str, kind: Any) -> tuple[str, str]:
    meta = next((part for part in _metas(kind)), None)
    if not value:
        return f"{name} is empty", f"leave {name} out if it is unknown"
    if meta and meta.max_length and len(value) > meta.max_length:
        return f"{name} has {len(value)} characters", f"shorten it to {meta.max_length}, and put the rest in a note"
    if name == "id" or name == "part_of":
        return f'{name} "{value}" is not a year, a hyphen and a-z0-9 words', "write it as 1958-kim-il-sung-in-vietnam"
    if name == "side":
        return f'{name} "{value}" is not an ISO 3166 code', "write two capital letters, as VN or KP"
    return f'{name} "{value}" is not made of letters, digits and hyphens', "write the key of a table"


def _metas(kind: Any) -> Iterator[Any]:
    if typing.get_origin(kind) is Annotated:
        yield from (part for part in typing.get_args(kind)[1:] if isinstance(part, msgspec.Meta))
    elif typing.get_origin(kind) in (typing.Union, types.UnionType):
        for part in typing.get_args(kind):
            yield from _metas(part)


def _last(path: Path) -> str:
    """The key that *path* ends in, without places in a list."""
    return next((part for part in reversed(path) if isinstance(part, str)), "the store")


_EXAMPLES = {
    "schema": "schema = 1",
    "fact": "each fact under its own [[fact]]",
    "id": 'id = "1958-kim-il-sung-in-vietnam"',
    "kind": 'kind = "visit"',
    "date": 'date = "1958-11-27"',
    "cite": 'cite = [{ source = "…" }]',
    "people": 'people = [{ who = "…", as = "…" }]',
    "places": 'places = ["hanoi"]',
    "figure": 'figure = { value = 22_700, unit = "t", of = "rice" }',
    "value": "value = 22_700",
    "low": "low = 1_000_000",
    "high": "high = 2_000_000",
    "between": "between = true",
    "milestone": "milestone = true",
    "part_of": 'part_of = ["2000-rice-for-the-dprk"]',
    "aliases": 'aliases = ["…"]',
    "note": 'note.en = "…" and note.vi = "…"',
}


def _example(key: str) -> str:
    return _EXAMPLES.get(key, f'{key} = "…"')
