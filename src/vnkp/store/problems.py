"""What things of a store are called in a message, and what good ones look like."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from vnkp.model.facts import SCHEMA
from vnkp.store.positions import Path

# What good values look like, by the place of their keys in the store.
_EXAMPLES = {
    "schema": f"schema = {SCHEMA}",
    "fact": "each fact under a [[fact]] of its own",
    "fact.variant": "each variant under a [[fact.variant]] of its own",
    "fact.id": 'id = "1958-kim-il-sung-in-vietnam"',
    "fact.kind": 'kind = "visit"',
    "fact.date": 'date = "1958-11-27"',
    "fact.between": "between = true",
    "fact.people": 'people = [{ who = "kim-il-sung", as = "premier-kp" }]',
    "fact.people.who": 'who = "kim-il-sung"',
    "fact.people.as": 'as = "premier-kp"',
    "fact.places": 'places = ["hanoi"]',
    "fact.note": 'note.en = "…" and note.vi = "…"',
    "fact.note.en": 'note.en = "…"',
    "fact.note.vi": 'note.vi = "…"',
    "fact.milestone": "milestone = true",
    "fact.part_of": 'part_of = ["2000-rice-for-the-dprk"]',
    "fact.figure": 'figure = { value = 22_700, unit = "t", of = "rice" }',
    "fact.figure.value": "value = 22_700",
    "fact.figure.low": "low = 1_000_000",
    "fact.figure.high": "high = 2_000_000",
    "fact.figure.unit": 'unit = "t"',
    "fact.figure.of": 'of = "rice"',
    "fact.cite": 'cite = [{ source = "vtcnews-2019-02" }]',
    "fact.cite.source": 'source = "vtcnews-2019-02"',
    "office.rank": 'rank = "leader"',
    "person.aliases": 'aliases = ["…"]',
    "source.kind": 'kind = "press"',
    "source.lang": 'lang = "vi"',
}


def called(path: Path) -> str:
    """What the thing at *path* is called within its fact or table: ``note.vi``; an entry of a list is called as its list."""
    words = [part for part in path if isinstance(part, str)]
    inner = [
        word
        for word in words[1 if words[0] == "fact" else 2 :]
        if word not in ("figure", "variant")
    ]
    return ".".join(inner) or words[-1]


def described(value: object) -> str:
    """What kind of thing *value* is, for people."""
    match value:
        case bool():
            return str(value).lower()
        case "":
            return "empty"
        case str():
            return f'"{value}", a text'
        case int() if value.bit_length() > 100:
            return "an enormous number"
        case int() | Decimal():
            return f"{value}, a number".lower()
        case dict():
            return "a table" if value else "an empty table"
        case list():
            return "a list" if value else "an empty list"
        case dt.time():
            return "a bare TOML time"
        case _:
            return "a bare TOML date"


def example(path: Path) -> str:
    """What something good at *path* looks like."""
    words = [part for part in path if isinstance(part, str)]
    if words[0] == "fact":
        place = [word for word in words if word != "variant"] if len(words) > 2 else words
    elif len(words) < 3 and words[0] != "schema":
        return f"it as a table: [{words[0]}.{words[-1] if len(words) > 1 else 'key'}]"
    else:
        place = [words[0], *words[2:]]
    side = 'side = "VN"' if words[-1] == "side" else None
    return _EXAMPLES.get(".".join(place)) or side or f'{words[-1]} = "…"'
