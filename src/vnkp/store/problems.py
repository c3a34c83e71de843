"""A problem of a store: how what it is about is named and described, and its line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from operator import attrgetter

from vnkp.errors import Phrase, Problem
from vnkp.model.fields import SCHEMA
from vnkp.store.positions import Lines, Path
from vnkp.store.raw_values import Values
from vnkp.text import nearest_spellings

# Looking for near spellings stops after so many comparisons, so that a hostile file takes no time.
_MAX_COMPARISONS = 10_000
# What somebody writes wrongly once is often written so all over the file, and mended at once.
_OF_WORDS = {"unknown_word", "unknown_key", "bad_date", "bad_country", "unknown_source_language"}
_MIN_ALIKE = 3

# Good values, by the path of their key in the store.
_EXAMPLES: dict[str, str | Phrase] = {
    "schema": f"schema = {SCHEMA}",
    "fact": Phrase("each_fact"),
    "fact.variant": Phrase("each_variant"),
    "fact.id": 'id = "YYYY-…"',
    "fact.kind": 'kind = "visit"',
    "fact.date": 'date = "1958-11-27"',
    "fact.between": "between = true",
    "fact.people": 'people = [{ who = "…", as = "…" }]',
    "fact.places": 'places = ["…"]',
    "fact.note": Phrase("both_notes"),
    "fact.note.en": 'note.en = "…"',
    "fact.note.vi": 'note.vi = "…"',
    "fact.milestone": "milestone = true",
    "fact.part_of": 'part_of = ["…"]',
    "fact.former_ids": 'former_ids = ["…"]',
    "fact.figure": 'figure = { value = 1_000, unit = "…", of = "…" }',
    "fact.figure.value": "value = 1_000",
    "fact.figure.low": "low = 1_000",
    "fact.figure.high": "high = 2_000",
    "fact.cite": 'cite = [{ source = "…" }]',
    "office.rank": 'rank = "leader"',
    "person.aliases": 'aliases = ["…"]',
    "place.aliases": 'aliases = ["…"]',
    "source.kind": 'kind = "press"',
    "source.lang": 'lang = "vi"',
}


class Finding:
    """A problem at a *path* of the file, before its line is looked up.

    The *values* fill the message called *code*. If a *word* is misspelt, *known* has the
    spellings that there are, and what to write for each.
    """

    def __init__(
        self,
        path: Path,
        code: str,
        word: str = "",
        known: Mapping[str, str] = {},
        /,  # so that a value may be called code or word, too
        **values: object,
    ) -> None:
        self.path = path
        self.code = code
        self.word = word
        self.known = known
        self.values = values


def text_problem(line: int, code: str, **values: object) -> Problem:
    """A problem of the text of a file, on a *line* of no fact and no table."""
    return Problem(line, "", code, values)


def locate(findings: Iterable[Finding], lines: Lines, raw: Values) -> list[Problem]:
    """The problems that *findings* are in the file with these *lines*, in the order of the file."""
    comparisons = 0
    problems = []
    for finding in _without_repetition(findings):
        comparisons += len(finding.known)
        known = finding.known if comparisons < _MAX_COMPARISONS else {}
        near = nearest_spellings(finding.word, known) if known else ()
        close = tuple(dict.fromkeys(known[name] for name in near))
        values = {"close": close, **finding.values}
        where = subject(finding.path, raw)
        problems.append(Problem(lines.find(finding.path), where, finding.code, values))
    return sorted(problems, key=attrgetter("line"))


def _without_repetition(findings: Iterable[Finding]) -> Iterator[Finding]:
    """*findings*; of one word written wrongly in several places, the first with their number."""
    groups: dict[object, list[Finding]] = {}
    for number, finding in enumerate(findings):
        key = (finding.code, repr(finding.values)) if finding.code in _OF_WORDS else number
        groups.setdefault(key, []).append(finding)
    for group in groups.values():
        if len(group) < _MIN_ALIKE:
            yield from group
        else:
            group[0].values["places"] = len(group)
            yield group[0]


def subject(path: Path, raw: Values) -> str:
    """What the thing at *path* belongs to: a fact's id, or the name of a table."""
    if len(path) < 2:
        return ""
    table, entry = path[:2]
    if isinstance(entry, str):
        return str(table) if table == "fact" else f"{table}.{entry}"  # [fact] for [[fact]]
    entries = raw.get(str(table))
    fact = entries[entry] if table == "fact" and isinstance(entries, list) else None
    name = fact.get("id") if isinstance(fact, dict) else None
    return name if isinstance(name, str) and name else f"{table} {entry + 1}"


def key_name(path: Path) -> str:
    """The key at *path* as it is written in its fact or table: ``note.vi``.

    An entry of a list has the name of its list.
    """
    words = [part for part in path if isinstance(part, str)]
    within = words[1 if words[0] == "fact" else 2 :]
    return ".".join(word for word in within if word not in ("figure", "variant")) or words[-1]


def describe(value: object) -> str | Phrase:
    """What kind of thing *value* is."""
    match value:
        case bool():
            return str(value).lower()
        case "":
            return Phrase("empty")
        case str():
            return Phrase("a_text", {"value": value})
        case int() if value.bit_length() > 100:
            return Phrase("enormous_number")
        case int() | Decimal():
            return Phrase("a_number", {"value": str(value).lower()})
        case dict():
            return Phrase("a_table" if value else "empty_table")
        case list():
            return Phrase("a_list" if value else "empty_list")
        case dt.time():
            return Phrase("bare_time")
        case _:
            return Phrase("bare_date")


def example(path: Path, value: object = "") -> str | Phrase:
    """A good value at *path*, with its key, and with *value* if that is only in the wrong form.

    >>> example(("fact", 3, "variant", 0, "date"))
    'date = "1958-11-27"'
    >>> example(("fact", 3, "places"), "hanoi")
    'places = ["hanoi"]'
    """
    words = [part for part in path if isinstance(part, str)]
    if words[0] == "fact":
        key = [word for word in words if word != "variant"] if len(words) > 2 else words
    elif len(words) < 3 and words[0] != "schema":
        table = f"{words[0]}.{words[-1] if len(words) > 1 else 'key'}"
        return Phrase("as_table", {"table": table})
    else:
        key = [words[0], *words[2:]]
    side = 'side = "VN"' if words[-1] == "side" else None
    good = _EXAMPLES.get(".".join(key)) or side or f'{words[-1]} = "…"'
    is_word = isinstance(value, str) and value and '"' not in value
    if is_word and isinstance(good, str) and "[" in good:
        return good.replace("…", str(value), 1)
    return good
