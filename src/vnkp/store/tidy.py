"""Mending in the text of a store what needs no judgement; every other byte stays as it is."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

import tomli

from vnkp.errors import DateError
from vnkp.model import edtf
from vnkp.store.raw_values import TABLES

_TABLES = (*TABLES, "fact")
_HEADER = re.compile(r"\[{1,2}\s*([a-z]+)\b[^\]]*\]{1,2}\s*(?:#.*)?")
_VARIANT = re.compile(r"\[{1,2}\s*fact\s*\.")
_PAIR = re.compile(r"([A-Za-z][\w.-]*)[ \t]*=[ \t]*(\S.*)")
_FIGURE = re.compile(r"(?:figure(?:\.\w+)?|value|low|high)\s*=")
_AMOUNT = re.compile(
    r"(?<![\w.\"])((?:value|low|high)\s*=\s*)([1-9][0-9_]*[0-9])(?=(?:\.[0-9]+)?(?![\w.]))"
)


class _Entry(NamedTuple):
    """A table entry or a fact with its variants; *heading* is what stands before it, apart."""

    table: str
    heading: list[str]
    rows: list[str]


def tidied(data: bytes) -> bytes:
    """*data* with entries in order, = aligned, thousands set apart, in NFC.

    What is no TOML, or would mean something else afterwards, is returned as it is.
    """
    try:
        text = unicodedata.normalize("NFC", data.decode("utf-8-sig")).replace("\r\n", "\n")
        result = _joined(*_split(text.rstrip("\n").split("\n")))
        is_same = _comparable(result) == _comparable(text)
    except (ValueError, ArithmeticError, RecursionError):  # it cannot be read
        return data
    except (DateError, LookupError, TypeError, AttributeError):  # it has no order
        return data
    return result.encode() if is_same and text.strip() else data


def _values(text: str) -> dict[str, Any]:
    return tomli.loads(text, parse_float=Decimal)


def _comparable(text: str) -> tuple[object, ...]:
    """What must not change: the values, the facts in any order, and all but blanks and _."""
    values = _values(text)
    facts = values.pop("fact", ())
    return values, sorted(map(repr, facts)), Counter(re.sub(r"[\s_]", "", text))


def _split(rows: list[str]) -> tuple[list[str], list[_Entry], list[str]]:
    """The rows before the first entry, the entries, and the comments that stand after the last.

    Comments right above a header belong to it; those with an empty line below are a heading:
        # People of the North          heading of the entry [person.le-duan]

        # Party leader from 1960       in the rows of that entry
        [person.le-duan]
    """
    entries = [_Entry("", [], [])]
    for row in rows:
        header = _HEADER.fullmatch(row)
        if header and not _VARIANT.match(row):
            before = entries[-1].rows
            start = len(before)
            while start and before[start - 1].startswith("#"):
                start -= 1
            own, heading = _without_heading(before[:start])
            entries[-1] = entries[-1]._replace(rows=own)
            entries.append(_Entry(header[1], heading, before[start:]))
        entries[-1].rows.append(row)
    own, last = _without_heading(entries[-1].rows)
    entries[-1] = entries[-1]._replace(rows=own)
    return entries[0].rows, entries[1:], last


def _without_heading(rows: list[str]) -> tuple[list[str], list[str]]:
    """*rows* without the empty rows at their end, and the comments that stand apart there."""
    rows = _trimmed(rows)
    end = len(rows)
    while end and rows[end - 1].startswith("#"):
        end -= 1
    if not end or rows[end - 1].strip():
        return rows, []
    return _trimmed(rows[:end]), rows[end:]


def _trimmed(rows: list[str]) -> list[str]:
    """*rows* without the empty ones at their end."""
    while rows and not rows[-1].strip():
        rows = rows[:-1]
    return rows


def _joined(head: list[str], entries: list[_Entry], last: list[str]) -> str:
    """The entries by table and key, facts by date; a table's heading stays before its first."""
    headings = {entry.table: entry.heading for entry in reversed(entries)}
    left = dict(headings)
    blocks = [head]
    for entry in sorted(entries, key=_order):
        own = [] if entry.heading is headings[entry.table] else entry.heading
        blocks += [left.pop(entry.table, []) + own, _tidy_rows(entry.rows)]
    return "\n\n".join("\n".join(block) for block in [*blocks, last] if block) + "\n"


def _order(entry: _Entry) -> tuple[Any, ...]:
    rank = _TABLES.index(entry.table) if entry.table in _TABLES else len(_TABLES)
    values = _values("\n".join(entry.rows))[entry.table]
    if entry.table == "fact":
        return (rank, edtf.order(edtf.parse(values[0]["date"])), str(values[0].get("id")))
    return (rank, min(values, default=""))


def _tidy_rows(rows: list[str]) -> list[str]:
    """*rows* with = aligned in each section and _ between thousands."""
    if any(mark in row for row in rows for mark in ('"""', "'''")):
        return rows
    sections: list[list[str]] = [[]]
    for row in rows:
        if _VARIANT.match(row):
            sections[-1] = [*_trimmed(sections[-1]), ""]
            sections.append([])
        sections[-1].append(row)
    return [row for section in sections for row in _aligned(section)]


def _aligned(rows: list[str]) -> Iterator[str]:
    pairs = [_PAIR.fullmatch(row.rstrip()) for row in rows]
    width = max((len(pair[1]) for pair in pairs if pair), default=0)
    for row, pair in zip(rows, pairs, strict=True):
        aligned = f"{pair[1]:<{width}} = {pair[2]}" if pair else row
        is_figure = pair and _FIGURE.match(aligned)
        yield _AMOUNT.sub(_with_thousands, aligned) if is_figure else aligned


def _with_thousands(amount: re.Match[str]) -> str:
    return f"{amount[1]}{int(amount[2]):_}"
