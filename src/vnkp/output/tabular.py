"""Answers as rows: CSV for spreadsheets and data frames, TSV for pipes.

The column ``value`` holds bare numbers only, so that it can be added up anywhere. An amount that a source gives as a range
leaves it empty, as in JSON, and stands in ``qualifier``: ``1200000..1800000``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from vnkp.model.enums import Qualifier
from vnkp.model.facts import Book, Fact, Figure, Lang
from vnkp.output import json

if TYPE_CHECKING:  # each is needed by one command, which has it already
    from vnkp.query.anniversaries import Anniversary
    from vnkp.query.totals import Total

Cell = str | int | Decimal | bool | None
Table = tuple[Sequence[str], list[list[Cell]]]

COLUMNS = (
    "id", "kind", "date", "earliest", "latest", "from", "to", "title", "people", "places",
    "value", "unit", "of", "qualifier", "disputed", "sources",
)  # fmt: skip


# What a terminal, Python or a spreadsheet takes for the end of a cell or of a line.
_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
# How a cell begins that a spreadsheet runs as a formula; full-width signs and blanks before them do not stop it.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")


def totals(summed: Iterable[Total]) -> Table:
    """One row for each total, one column for each scalar."""
    flat = [{"group": None, **json.total(one)} for one in summed]
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
        figure.value if figure else None,
        figure.unit if figure else None,
        figure.of if figure else None,
        _qualifier(figure) if figure else None,
        one.disputed,
        "; ".join(dict.fromkeys(cite.source for cite in one.cite)),
    ]


def _qualifier(figure: Figure) -> str:
    """How the amount is meant: exact, about …; of a range, from what to what."""
    word = str(figure.qualifier.value)
    if figure.value is not None:
        return word
    span = f"{written(figure.low)}..{written(figure.high)}"
    return span if figure.qualifier is Qualifier.EXACT else f"{word} {span}"


def anniversaries(book: Book, found: Sequence[Anniversary], lang: Lang) -> Table:
    """The years and the date of each anniversary before the columns of its fact, whose own date is ``fact_date``."""
    columns, cells = facts(book, [one.fact for one in found], lang)
    named = ["fact_date" if column == "date" else column for column in columns]
    return ["years", "date", *named], [
        [one.years, one.date, *row] for one, row in zip(found, cells, strict=True)
    ]


def of(values: Sequence[json.Json], columns: Sequence[str], lang: Lang) -> Table:
    """Rows for CSV and TSV out of flat JSON objects: lists are joined with semicolons, names are given in *lang*."""
    return columns, [[_flat(value[column], lang) for column in columns] for value in values]


def _flat(value: Any, lang: Lang) -> Cell:
    if isinstance(value, dict):
        return str(value[lang])
    if isinstance(value, list):
        return "; ".join(str(_flat(one, lang)) for one in value)
    return cast("Cell", value)


def tsv(table: Table) -> str:
    """*table* with tabs between cells and one row to a line; a tab or line break within a cell becomes a space."""
    header, rows = table
    lines = ["\t".join(header)]
    lines += ["\t".join(_BREAKS.sub(" ", written(cell)) for cell in row) for row in rows]
    return "\n".join(lines) + "\n"


def csv(table: Table, *, bom: bool = False) -> str:
    """*table* as RFC 4180 CSV; text that a spreadsheet would run as a formula gets an apostrophe before it."""
    import csv
    import io

    header, rows = table
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([[_guarded(cell) for cell in row] for row in rows])
    return ("\ufeff" if bom else "") + out.getvalue()


def _guarded(cell: Cell) -> str:
    text = written(cell)
    return f"'{text}" if isinstance(cell, str) and _FORMULA.match(text) else text


def written(cell: Cell) -> str:
    """*cell* as text: nothing for what is absent, numbers bare and in full."""
    if cell is None:
        return ""
    return (
        str(cell).lower()
        if isinstance(cell, bool)
        else f"{cell:f}"
        if isinstance(cell, Decimal)
        else str(cell)
    )
