"""What can still be looked at in a store that is ill formed here and there."""

from __future__ import annotations

import typing
from typing import Any

import msgspec

from vnkp.edtf import UNREAD
from vnkp.faults import choices, converts
from vnkp.model import Fact, FactId, Key
from vnkp.vocabulary import Kind


def salvage(raw: dict[str, Any]) -> list[tuple[int, Fact]]:
    """The facts of *raw*, with their places, without what is ill-formed in them: so the rest can be checked too."""
    sources = raw.get("source")
    known = next((key for key in sources if converts(key, Key)), None) if isinstance(sources, dict) else None
    facts = raw.get("fact")
    found = []
    for index, entry in enumerate(facts if isinstance(facts, list) else ()):
        mended = entry if converts(entry, Fact) else _mended(entry, known)
        if mended and converts(mended, Fact):
            found.append((index, msgspec.convert(mended, Fact)))
    return found


def _mended(entry: object, source: str | None) -> dict[str, Any] | None:
    """*entry* with stand-ins, about which no rule complains, for what is missing or ill-formed."""
    if not isinstance(entry, dict) or source is None or not converts(entry.get("id"), FactId):
        return None
    good: dict[str, Any] = {"en": "?", "vi": "?", "date": UNREAD}
    for field in msgspec.structs.fields(Fact):
        value = entry.get(field.encode_name)
        if isinstance(value, list):
            part = typing.get_args(choices(field.type)[0])[0]
            value = [item for item in value if converts(item, part)]
        if value is not None and converts(value, field.type):
            good[field.encode_name] = value
    good.setdefault("cite", [{"source": source}])
    if "kind" not in good or {"from", "to"} & (entry.keys() - good.keys()):
        good.update({"kind": good.get("kind", Kind.AID), "from": "VN", "to": "KP"})
        good.pop("between", None)
    return good
