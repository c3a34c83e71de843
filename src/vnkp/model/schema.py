"""The JSON Schema of the store, read off the model, so that editors explain each key and underline what is misspelt.

Plain keywords of draft 7: the TOML tools taplo and tombi read draft 4 to 7, in which nothing may stand beside a ``$ref``.
"""

from __future__ import annotations

from typing import Any

import msgspec

from vnkp.model import enums
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
    """The schema as a value."""
    (root,), components = msgspec.json.schema_components((Book,), ref_template="{name}")
    lists = [
        kind
        for kind in vars(enums).values()
        if isinstance(kind, type) and issubclass(kind, DocumentedEnum)
    ]
    inline = {"EdtfDate": _DATE, **{kind.__name__: _words(kind) for kind in lists}}
    made = {name: _plain(node, inline) for name, node in components.items() if name not in inline}
    whole = made.pop(root["$ref"])
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **whole,
        "title": "The record of vnkp",
        "definitions": dict(sorted(made.items())),
    }


def _words(kind: type[DocumentedEnum]) -> Node:
    """A closed list, with the meaning of each word: in the description for all editors, beside the word for taplo's."""
    meanings = {word.value: word.meaning for word in kind}
    return {
        "type": "string",
        "enum": list(meanings),
        "description": "\n".join(
            [kind.__doc__ or "", "", *(f"- `{word}`: {told}" for word, told in meanings.items())]
        ),
        "x-taplo": {"docs": {"enumValues": list(meanings.values())}},
    }


def _plain(node: Any, inline: Node) -> Any:
    """*node* without null (TOML has none), without decimals as text, and without defaults that say nothing."""
    if isinstance(node, list):
        return [_plain(one, inline) for one in node]
    if not isinstance(node, dict):
        return node
    if "anyOf" in node and not _is_plain_choice(node["anyOf"]):
        rest = {key: node[key] for key in node if key not in ("anyOf", "default")}
        return _plain({**_without_null(node["anyOf"]), **rest}, inline)
    made = {
        key: _plain(value, inline)
        for key, value in node.items()
        if not (key == "default" and value in (None, [], {}))
    }
    if "description" in made:
        made["description"] = _sentence(made["description"])
    return _referred(made.pop("$ref"), made, inline) if "$ref" in made else made


def _is_plain_choice(choices: list[Node]) -> bool:
    """Whether *choices* are already as TOML has them."""
    kinds = [choice.get("type") for choice in choices]
    return len(choices) > 1 and "null" not in kinds and "integer" not in kinds


def _without_null(choices: list[Node]) -> Node:
    """*choices* as TOML has them: no null, and one kind of number."""
    left = [choice for choice in choices if choice != {"type": "null"}]
    if {"type": "integer"} in left:
        return {"type": "number"}
    return left[0] if len(left) == 1 else {"anyOf": left}


def _referred(name: str, beside: Node, inline: Node) -> Node:
    """What *name* stands for, where *beside* says more of it."""
    if name not in inline:
        target = {"$ref": f"#/definitions/{name}"}
        return {"allOf": [target], **beside} if beside else target
    said = [one["description"] for one in (beside, inline[name]) if "description" in one]
    return {**inline[name], **beside, "description": " ".join(_sentence(one) for one in said)}


def _sentence(words: str) -> str:
    return words if words.endswith(".") or "\n" in words else f"{words[:1].upper()}{words[1:]}."
