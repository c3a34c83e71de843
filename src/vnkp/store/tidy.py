"""Mending in the text of a store what needs no judgement; every other byte stays as it is."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Any, NamedTuple

import tomli

from vnkp.errors import DateError
from vnkp.model import edtf
from vnkp.store.references import TABLES

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

    heading: list[str]
    rows: list[str]

    @property
    def table(self) -> str:
        """The name of the table."""
        header = next(row for row in self.rows if _HEADER.fullmatch(row))
        return _HEADER.fullmatch(header)[1]  # type: ignore[index]  # it is one


def tidied(data: bytes) -> bytes:
    """*data* with entries in order, = aligned, thousands set apart, in NFC.

    What is no TOML, or would mean something else afterwards, is returned as it is.
    """
    try:
        text = data.decode("utf-8-sig")
        values = _values(text)
        text = unicodedata.normalize("NFC", text).replace("\r\n", "\n")
        head, entries = _split(text.rstrip("\n").split("\n"))
        entries = [entry._replace(rows=_tidy_rows(entry.rows)) for entry in entries]
        result = _joined(head, _in_order(entries))
        if _comparable(_values(result)) != _comparable(_values(unicodedata.normalize("NFC", text))):
            return data
    except (UnicodeDecodeError, tomli.TOMLDecodeError, ValueError, RecursionError):
        return data
    return result.encode() if values else data


def _values(text: str) -> dict[str, Any]:
    return tomli.loads(text, parse_float=Decimal)


def _comparable(values: dict[str, Any]) -> dict[str, Any]:
    """*values* with the facts in an order that does not depend on the file."""
    facts = values.get("fact")
    return {**values, "fact": sorted(map(repr, facts)) if isinstance(facts, list) else facts}


def _split(rows: list[str]) -> tuple[list[str], list[_Entry]]:
    """The rows before the first entry, and the entries.

    Comments right above a header belong to it; those with an empty line below are a heading.
    """
    starts = []
    for number, row in enumerate(rows):
        if _HEADER.fullmatch(row) and not _VARIANT.match(row):
            start = number
            while start and rows[start - 1].startswith("#"):
                start -= 1
            starts.append(start)
    if not starts:
        return rows, []
    entries: list[_Entry] = []
    head, heading = _without_heading(rows[: starts[0]])
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        own, following = _without_heading(rows[start:end])
        entries.append(_Entry(heading, own))
        heading = following
    return head, entries


def _without_heading(rows: list[str]) -> tuple[list[str], list[str]]:
    """*rows* without the empty rows at their end, and the comments that stand apart there."""
    while rows and not rows[-1].strip():
        rows = rows[:-1]
    end = len(rows)
    while end and rows[end - 1].startswith("#"):
        end -= 1
    if end == len(rows) or not end or rows[end - 1].strip():
        return rows, []
    own, heading = rows[:end], rows[end:]
    while own and not own[-1].strip():
        own = own[:-1]
    return own, heading


def _tidy_rows(rows: list[str]) -> list[str]:
    """*rows* with = aligned in each section and _ between thousands."""
    if any(mark in row for row in rows for mark in ('"""', "'''")):
        return rows
    sections: list[list[str]] = [[]]
    for row in rows:
        if _VARIANT.match(row):
            while sections[-1] and not sections[-1][-1].strip():
                sections[-1].pop()
            sections[-1].append("")
            sections.append([])
        sections[-1].append(row)
    return [row for section in sections for row in _aligned(section)]


def _aligned(rows: list[str]) -> list[str]:
    pairs = [_PAIR.fullmatch(row.rstrip()) for row in rows]
    width = max((len(pair[1]) for pair in pairs if pair), default=0)
    aligned = []
    for row, pair in zip(rows, pairs, strict=True):
        if pair:
            row = f"{pair[1]:<{width}} = {pair[2]}"
            if _FIGURE.match(row):
                row = _AMOUNT.sub(lambda match: f"{match[1]}{int(match[2]):_}", row)
        aligned.append(row)
    return aligned


def _in_order(entries: list[_Entry]) -> list[_Entry]:
    """*entries* by table and key, facts by date; a table's heading stays before its first."""
    headings: dict[str, list[str]] = {}
    for entry in entries:
        if entry.table not in headings:
            headings[entry.table] = entry.heading
    keyed = [(_order(entry), number, entry) for number, entry in enumerate(entries)]
    ordered = [entry for _, _, entry in sorted(keyed, key=lambda each: each[:2])]
    result: list[_Entry] = []
    for entry in ordered:
        is_first = not result or result[-1].table != entry.table
        own = [] if entry.heading is headings[entry.table] else entry.heading
        result.append(entry._replace(heading=headings[entry.table] + own if is_first else own))
    return result


def _order(entry: _Entry) -> tuple[Any, ...]:
    table = entry.table
    values = _values("\n".join(entry.rows))
    rank = _TABLES.index(table) if table in _TABLES else len(_TABLES)
    if table == "fact":
        fact = values["fact"][0]
        try:
            return (rank, edtf.order(edtf.parse(fact["date"])), str(fact.get("id")))
        except (DateError, KeyError, TypeError, AttributeError):
            raise ValueError("a fact without a date has no place") from None
    return (rank, min(values[table], default=""))


def _joined(head: list[str], entries: list[_Entry]) -> str:
    blocks = ["\n".join(head)] if head else []
    for entry in entries:
        if entry.heading:
            blocks.append("\n".join(entry.heading))
        blocks.append("\n".join(entry.rows))
    return "\n\n".join(blocks) + "\n"
