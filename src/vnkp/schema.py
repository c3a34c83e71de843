"""The JSON Schema of the store, read off the model, so that editors underline what is misspelt.

Plain keywords only: the TOML tools taplo and tombi read draft 4 to 7.
"""

from __future__ import annotations

from typing import Any

import msgspec

from vnkp.edtf import WHEN_PATTERN
from vnkp.model import Book

_DATE = {
    "type": "string",
    "pattern": f"^{WHEN_PATTERN}$",
    "description": "EDTF: 1958-11-27, 1958-11, 1958, 195X; A/B; A/..",
}


def text() -> str:
    """The schema as JSON."""
    return msgspec.json.format(msgspec.json.encode(schema())).decode() + "\n"


def schema() -> dict[str, Any]:
    """The schema as a value."""
    (root,), components = msgspec.json.schema_components((Book,), ref_template="#/definitions/{name}")
    components["When"] = _DATE
    made = _plain(components)
    whole = made.pop(str(root["$ref"]).rpartition("/")[2])
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "vnkp facts",
        **{key: value for key, value in whole.items() if key != "title"},
        "definitions": dict(sorted(made.items())),
    }


def _plain(node: Any) -> Any:
    """*node* without null (TOML has none), without decimals as text, and without defaults that say nothing."""
    if isinstance(node, list):
        return [_plain(one) for one in node]
    if not isinstance(node, dict):
        return node
    if "anyOf" in node:
        choices = [one for one in node["anyOf"] if one != {"type": "null"}]
        if {"type": "integer"} in choices:
            return {"type": "number"}
        others = {key: value for key, value in node.items() if key not in ("anyOf", "default")}
        return _plain({**choices[0], **others} if len(choices) == 1 else {**others, "anyOf": choices})
    return {key: _plain(value) for key, value in node.items() if not (key == "default" and value in (None, [], {}))}
