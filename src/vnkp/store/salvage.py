"""What can still be looked at in a store that is ill formed here and there."""

from __future__ import annotations

import typing
from typing import Any

import msgspec

from vnkp.model.edtf import UNREAD
from vnkp.model.enums import Kind
from vnkp.model.facts import MAX_AMOUNT, Fact, KeyRef
from vnkp.store.validate import choices, convert, converts

Values = dict[str, Any]


def salvage(raw: Values) -> list[tuple[int, Fact]]:
    """The facts of *raw*, with their places, and stand-ins for what is ill-formed in them: so the rest can be checked too."""
    stand_ins = _stand_ins(raw)
    facts = raw.get("fact")
    found = []
    for index, entry in enumerate(facts if isinstance(facts, list) else ()):
        mended = _mended(entry, Fact, stand_ins)
        if mended is not None:
            found.append((index, convert(mended, Fact)))
    return found


def _stand_ins(raw: Values) -> Values:
    """For each key that a fact or a part of it may need, a value about which no rule complains."""
    some: Values = {
        "en": "?",
        "vi": "?",
        "note": {"en": "?", "vi": "?"},
        "date": UNREAD,
        "value": 1,
        "low": 0,
        "high": MAX_AMOUNT,
    }
    for key, table in (
        ("unit", "unit"),
        ("of", "item"),
        ("who", "person"),
        ("places", "place"),
        ("source", "source"),
    ):
        entries = raw.get(table)
        names = list(entries) if isinstance(entries, dict) else []
        some.update({key: names[0]} if names else {})
    if "source" in some:
        some["cite"] = [{"source": some["source"]}]
    if "unit" in some and "of" in some:
        some["figure"] = {"value": 1, "unit": some["unit"], "of": some["of"]}
    return some


def _mended(value: object, kind: Any, stand_ins: Values) -> Any:
    """*value* made well formed as *kind*; None when nothing can be made of it."""
    if converts(value, kind):
        return value
    for choice in choices(kind):
        if isinstance(value, list) and typing.get_origin(choice) is tuple:
            entries = [_entry(entry, typing.get_args(choice)[0], stand_ins) for entry in value]
            made: Any = [entry for entry in entries if entry is not None]
        elif (
            isinstance(value, dict)
            and isinstance(choice, type)
            and issubclass(choice, msgspec.Struct)
        ):
            made = _struct(value, choice, stand_ins)
        else:
            continue
        return made if converts(made, kind) else None
    return None


def _entry(value: object, kind: Any, stand_ins: Values) -> Any:
    """An entry of a list, or something in its place, so that those after it are still counted right."""
    struct = isinstance(kind, type) and issubclass(kind, msgspec.Struct)
    if struct and not isinstance(value, dict):
        value = {"note": stand_ins["note"]}
    made = _mended(value, kind, stand_ins)
    return stand_ins.get("places") if made is None and kind is KeyRef else made


def _struct(raw: Values, struct: Any, stand_ins: Values) -> Values:
    """What *struct* has of *raw*, with stand-ins for what is missing or ill formed."""
    made: Values = {}
    for field in msgspec.structs.fields(struct):
        key = field.encode_name
        value = _mended(raw[key], field.type, stand_ins) if key in raw else None
        if value is None and (field.required or key in raw):
            value = stand_ins.get(key)
        if value is not None:
            made[key] = value
    if struct is Fact and ("kind" not in made or {"from", "to"} & (raw.keys() - made.keys())):
        made.update({"kind": made.get("kind", Kind.AID), "from": "VN", "to": "KP"})
        made.pop("between", None)
    return made
