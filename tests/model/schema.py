"""The JSON Schema of the store, read off the model, so that editors explain and check each key.

Plain keywords of draft 7: the TOML tools taplo and tombi read draft 4 to 7, in which nothing may
stand beside a ``$ref``.
"""

from __future__ import annotations

from typing import Any

import msgspec

from vnkp.model.edtf import EDTF_PATTERN
from vnkp.model.enums import DocumentedEnum
from vnkp.model.facts import Book

Node = dict[str, Any]

_DATE = {
    "type": "string",
    "pattern": f"^{EDTF_PATTERN}$",
    "description": (
        "EDTF: 1958-11-27, 1958-11, 1958, 195X, 1965-21 (spring) to 1965-24 (winter); ~ about,"
        " ? uncertain, % both; A/B from A to B, A/.. goes on, [A..B] some time within"
    ),
}


def store_schema() -> Node:
    """The schema of the store as a JSON value."""
    (root,), components = msgspec.json.schema_components((Book,), ref_template="{name}")
    enums = DocumentedEnum.__subclasses__()
    inline = {"EdtfDate": _DATE, **{enum.__name__: _enum_node(enum) for enum in enums}}
    definitions = {
        name: _simplify(node, inline) for name, node in components.items() if name not in inline
    }
    book = definitions.pop(root["$ref"])
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **book,
        "title": "The record of vnkp",
        "definitions": dict(sorted(definitions.items())),
    }


def _enum_node(enum: type[DocumentedEnum]) -> Node:
    """A closed list with the meaning of each word: in the description, and where taplo reads it."""
    meanings = {word.value: word.meaning for word in enum}
    lines = [f"- `{word}`: {meaning}" for word, meaning in meanings.items()]
    return {
        "type": "string",
        "enum": list(meanings),
        "description": "\n".join([enum.__doc__ or "", "", *lines]),
        "x-taplo": {"docs": {"enumValues": list(meanings.values())}},
    }


def _simplify(node: Any, inline: Node) -> Any:
    """*node* without null (TOML has none), decimals as text, and empty defaults."""
    if isinstance(node, list):
        return [_simplify(entry, inline) for entry in node]
    if not isinstance(node, dict):
        return node
    if "anyOf" in node:
        choices = [choice for choice in node["anyOf"] if choice != {"type": "null"}]
        if {"type": "integer"} in choices:
            choices = [{"type": "number"}]
        choice = choices[0] if len(choices) == 1 else {"anyOf": choices}
        node = {**choice, **{key: value for key, value in node.items() if key != "anyOf"}}
    simple = {
        key: _simplify(value, inline)
        for key, value in node.items()
        if not (key == "default" and value in (None, [], {}))
    }
    if "description" in simple:
        simple["description"] = _sentence(simple["description"])
    return _resolve(simple.pop("$ref"), simple, inline) if "$ref" in simple else simple


def _resolve(name: str, beside: Node, inline: Node) -> Node:
    """What *name* refers to, together with what stands *beside* the reference."""
    if name not in inline:
        reference = {"$ref": f"#/definitions/{name}"}
        return {"allOf": [reference], **beside} if beside else reference
    nodes = (beside, inline[name])
    descriptions = [_sentence(node["description"]) for node in nodes if "description" in node]
    return {**inline[name], **beside, "description": " ".join(descriptions)}


def _sentence(words: str) -> str:
    return words if words.endswith(".") or "\n" in words else f"{words[:1].upper()}{words[1:]}."
