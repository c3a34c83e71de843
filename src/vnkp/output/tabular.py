"""Answers as tables of cells (docs/machine-output.md): CSV for spreadsheets, TSV for pipes.

The columns ``value``, ``low`` and ``high`` hold bare numbers only, so that they can be added up
anywhere. Names that share a cell are parted by `` | ``.
"""

from __future__ import annotations

import csv as csv_writer
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import singledispatch
from typing import Any, NamedTuple, cast

from vnkp.answers import (
    AidTotals,
    Anniversaries,
    Answer,
    Citations,
    FactCards,
    FactList,
    People,
    Sources,
)
from vnkp.answers.summaries import Brief, Counts
from vnkp.model.fields import Lang
from vnkp.output.brief_rows import rows_of
from vnkp.output.count_grid import group_cell
from vnkp.output.fact_rows import (
    COUNTED_COLUMNS,
    FACT_COLUMNS,
    READING_COLUMNS,
    VISIT_COLUMNS,
    Cell,
    counted_rows,
    fact_row,
    in_one_cell,
    reading_rows,
    uncounted_row,
    visit_cells,
)
from vnkp.output.formats import Context
from vnkp.output.json import to_json
from vnkp.output.json_objects import Json, shown_overlap, source_json, total_json

_TOTAL_COLUMNS = (
    "group", "from", "to", "of", "unit", "terms", "low", "high", "qualifier", "pledged",
    "pledges_in_rest", "above_pledges", "exceeded_pledges", "undivided",
)  # fmt: skip
_PERSON_COLUMNS = ("id", "name", "side", "aliases", "offices", "facts", "first", "last")
_SOURCE_COLUMNS = (
    "id", "facts", "publisher", "publisher_id", "via", "published", "lang", "kind", "title", "url",
)  # fmt: skip
_CITATION_COLUMNS = tuple(column for column in _SOURCE_COLUMNS if column != "facts")
# What a terminal, Python or a spreadsheet takes for the end of a cell or of a line.
_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
# Spreadsheets run a cell as a formula that begins so, also after blanks or in full-width signs;
# percentages they turn into numbers. The words are taken for truth values, by databases too.
_MISREAD = re.compile(
    r"\s*[=+\-@＝＋－＠]|[\t\r\n]|\s*(?:[\d.,]+\s*%|true|false|t|f)\s*$", re.IGNORECASE
)


class Table(NamedTuple):
    """The names of columns, and rows of as many cells."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def tsv(answer: Answer, context: Context) -> str:
    """*answer* with tabs between cells and a row a line; a break within a cell becomes a space.

    What would be read as something else gets an apostrophe; a cell with several names is quoted.
    """
    return tsv_text(to_table(answer, context.lang))


def csv(answer: Answer, context: Context) -> str:
    """*answer* as CSV (RFC 4180); what would be read as something else gets an apostrophe."""
    return ("\ufeff" if context.bom else "") + csv_text(to_table(answer, context.lang))


def tsv_text(table: Table) -> str:
    """*table* as TSV."""
    lines = ["\t".join(table.columns)]
    lines += ["\t".join(_tsv_cell(cell) for cell in row) for row in table.rows]
    return "\n".join(lines) + "\n"


def _tsv_cell(cell: Cell) -> str:
    text = _BREAKS.sub(" ", _guarded(cell))
    # A quotation mark at the beginning opens a quoted cell; and DuckDB takes the bar between
    # names for the delimiter where no cell is quoted.
    return '"' + text.replace('"', '""') + '"' if text.startswith('"') or "|" in text else text


def csv_text(table: Table) -> str:
    """*table* as CSV."""
    file = io.StringIO()
    writer = csv_writer.writer(file)
    writer.writerow(table.columns)
    writer.writerows([[_guarded(cell) for cell in row] for row in table.rows])
    return file.getvalue()


def _guarded(cell: Cell) -> str:
    """*cell* as text, with an apostrophe before one that a program would not read as text."""
    text = cell_text(cell)
    return f"'{text}" if isinstance(cell, str) and _MISREAD.match(text) else text


def cell_text(cell: Cell) -> str:
    """*cell* as text: nothing for what is absent, numbers bare and in full."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)


@singledispatch
def to_table(answer: Answer, lang: Lang) -> Table:
    """*answer* as a table, with texts in *lang*; that of a report is registered by its module."""
    match answer:
        case FactList():
            return _fact_table(answer, lang)
        case FactCards():
            rows = [fact_row(answer.book, fact, None, lang) for fact in answer.facts]
            return Table(FACT_COLUMNS, rows)
        case AidTotals(explain=True):
            rows = [
                row for total in answer.totals for row in counted_rows(answer.book, total, lang)
            ]
            rows += [uncounted_row(fact, lang) for fact in answer.without_figure]
            return Table(COUNTED_COLUMNS, rows)
        case AidTotals():
            values = [{"group": None, **total_json(total)} for total in answer.totals]
            return _from_json(values, _TOTAL_COLUMNS, lang)
        case Anniversaries():
            return _anniversary_table(answer, lang)
        case Brief():
            return _brief_table(answer, lang)
        case Counts():
            return _count_table(answer, lang)
        case People():
            return _from_json(to_json(answer), _PERSON_COLUMNS, lang)
        case Sources():
            counts = answer.counts.items()
            values = [{**source_json(answer.book, key, lang), "facts": n} for key, n in counts]
            return _from_json(values, _SOURCE_COLUMNS, lang)
        case Citations():
            values = [source_json(answer.book, key, lang) for key in answer.keys]
            return _from_json(values, _CITATION_COLUMNS, lang)
    raise TypeError(f"{type(answer).__name__} has no table")


def _fact_table(answer: FactList, lang: Lang) -> Table:
    is_dispute, is_visit = answer.view == "disputes", answer.view == "visits"
    rows: list[list[Cell]] = []
    for match in answer.matches:
        overlap = shown_overlap(answer.query, match.overlap)
        if is_dispute:
            rows += reading_rows(match.fact, overlap, lang)
        else:
            visit = visit_cells(answer.book, match.fact, lang) if is_visit else []
            rows.append([*fact_row(answer.book, match.fact, overlap, lang), *visit])
    columns = (*FACT_COLUMNS, *VISIT_COLUMNS) if is_visit else FACT_COLUMNS
    return Table(READING_COLUMNS if is_dispute else columns, rows)


def _anniversary_table(answer: Anniversaries, lang: Lang) -> Table:
    columns = ["fact_date" if column == "date" else column for column in FACT_COLUMNS]
    rows = []
    for anniversary in answer.anniversaries:
        overlap = shown_overlap(answer.query, answer.query.match(anniversary.fact))
        row = fact_row(answer.book, anniversary.fact, overlap, lang)
        rows.append([anniversary.years, anniversary.date, *row])
    return Table(("years", "date", *columns), rows)


def _brief_table(answer: Brief, lang: Lang) -> Table:
    rows = [
        [
            part.name,
            row.edtf,
            row.direction,
            row.whole_text,
            row.differ and f"≠ {row.differ}",  # a bare date would be taken for one
            row.fact.id if row.fact else None,
        ]
        for part in answer.relation + answer.parts
        for row in rows_of(part.answer, lang)
    ]
    return Table(("part", "date", "direction", "text", "differ", "id"), rows)


def _count_table(answer: Counts, lang: Lang) -> Table:
    columns = [group.value for group in answer.groups]
    rows: list[list[Cell]] = []
    for count in answer.counts:
        pairs = zip(answer.groups, count.values, strict=True)
        names = [group_cell(answer.book, group, value, lang) for group, value in pairs]
        rows.append([*names, count.facts, count.spans, count.possible])
    return Table([*columns, "facts", "spans", "possible"], rows)


def _from_json(values: Iterable[Json], columns: Sequence[str], lang: Lang) -> Table:
    """A table of flat JSON objects: lists are joined, names given in *lang*."""
    rows = [[_flat(value.get(column), lang) for column in columns] for value in values]
    return Table(columns, rows)


def _flat(value: Any, lang: Lang) -> Cell:
    """A JSON *value* as a cell: of texts in both languages that in *lang*, of a list all."""
    if isinstance(value, dict):
        return str(value[lang])
    if isinstance(value, list):
        return in_one_cell(str(_flat(entry, lang)) for entry in value)
    return cast("Cell", value)
