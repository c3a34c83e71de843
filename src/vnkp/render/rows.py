"""Answers as rows: CSV for spreadsheets and data frames, TSV for pipes."""

from __future__ import annotations

import csv as csv_module
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from vnkp.model import Book, Fact, Figure, Lang
from vnkp.render import export
from vnkp.weighing import Total

Cell = str | int | Decimal | bool | None
Table = tuple[Sequence[str], list[list[Cell]]]

COLUMNS = (
    "id", "kind", "date", "earliest", "latest", "from", "to", "title", "people", "places",
    "value", "unit", "of", "qualifier", "disputed", "sources",
)  # fmt: skip


def totals(summed: Iterable[Total]) -> Table:
    """One row for each total, one column for each scalar."""
    flat = [{"group": None, **export.total(one)} for one in summed]
    columns = ("group", "from", "to", "of", "unit", "terms", "low", "high", "qualifier", "pledged")
    return columns, [[one[column] for column in columns] for one in flat]


def facts(book: Book, found: Iterable[Fact], lang: Lang) -> Table:
    """One row for each fact, one column for each scalar, in *lang*."""
    return COLUMNS, [_fact_row(book, one, lang) for one in found]


def _fact_row(book: Book, one: Fact, lang: Lang) -> list[Cell]:
    vi = lang == "vi"
    people = (book.people[attendance.who] for attendance in one.people)
    places = (book.places[key] for key in one.places)
    figure = one.figure
    return [
        one.id,
        one.kind.value,
        one.date.text,
        one.date.earliest.isoformat(),
        one.date.latest.isoformat() if one.date.latest else None,
        one.from_,
        one.to,
        one.vi if vi else one.en,
        "; ".join(one.vi if vi else one.en for one in people),
        "; ".join(one.vi if vi else one.en for one in places),
        amount_cell(figure) if figure else None,
        figure.unit if figure else None,
        figure.of if figure else None,
        figure.qualifier.value if figure else None,
        one.disputed,
        "; ".join(dict.fromkeys(cite.source for cite in one.cite)),
    ]


def amount_cell(figure: Figure) -> Cell:
    """The bare number of *figure*, or both of a range as ``low..high``."""
    return figure.value if figure.value is not None else f"{figure.low}..{figure.high}"


def of(values: Sequence[export.Json], columns: Sequence[str]) -> Table:
    """Rows for CSV and TSV out of flat JSON objects: lists are joined with semicolons, names are given in English."""
    return columns, [[_flat(value[column]) for column in columns] for value in values]


def _flat(value: Any) -> Cell:
    if value is None or isinstance(value, str | int | Decimal):
        return value
    if isinstance(value, dict):
        return str(value.get("en", value.get("id", "")))
    return "; ".join(str(_flat(one)) for one in value)


def tsv(table: Table) -> str:
    """*table* with tabs between cells and one row to a line; a tab or line break within a cell becomes a space."""
    header, rows = table
    lines = ["\t".join(header)]
    lines += ["\t".join(" ".join(_written(cell).split()) for cell in row) for row in rows]
    return "\n".join(lines) + "\n"


def csv(table: Table, *, bom: bool = False) -> str:
    """*table* as RFC 4180 CSV; text that a spreadsheet would run as a formula gets an apostrophe before it."""
    header, rows = table
    out = io.StringIO()
    writer = csv_module.writer(out)
    writer.writerow(header)
    writer.writerows([[_guarded(cell) for cell in row] for row in rows])
    return ("\ufeff" if bom else "") + out.getvalue()


def _guarded(cell: Cell) -> str:
    text = _written(cell)
    return f"'{text}" if isinstance(cell, str) and text[:1] in tuple("=+-@\t\r") else text


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else f"{cell:f}" if isinstance(cell, Decimal) else str(cell)
