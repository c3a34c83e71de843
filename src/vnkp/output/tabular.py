"""Answers as rows: CSV for spreadsheets and data frames, TSV for pipes.

The columns ``value``, ``low`` and ``high`` hold bare numbers only, so that they can be added up
anywhere. Names that share a cell are parted by `` | ``.
"""

from __future__ import annotations

import csv as csv_writer
import io
import re
from decimal import Decimal

from vnkp.answers import Answer
from vnkp.output.fact_rows import Cell
from vnkp.output.formats import Context
from vnkp.output.tables import Table, to_table

# What a terminal, Python or a spreadsheet takes for the end of a cell or of a line.
_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
# Spreadsheets run a cell as a formula that begins so, also after blanks or in full-width signs;
# percentages they turn into numbers. The words are taken for truth values, by databases too.
_MISREAD = re.compile(
    r"\s*[=+\-@＝＋－＠]|[\t\r\n]|\s*(?:[\d.,]+\s*%|true|false|t|f)\s*$", re.IGNORECASE
)


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
