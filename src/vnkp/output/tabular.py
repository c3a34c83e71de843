"""Answers as rows: CSV for spreadsheets and data frames, TSV for pipes.

The column ``value`` holds bare numbers only, so that it can be added up anywhere. An amount that
is a range leaves it empty, as in JSON, and stands in ``qualifier``: ``1200000..1800000``.
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
    CheckReport,
    Citations,
    FactCards,
    FactList,
    People,
    Sources,
)
from vnkp.answers.brief import Brief
from vnkp.answers.counts import Counts
from vnkp.i18n.errors import problem_texts
from vnkp.i18n.labels import label
from vnkp.model.enums import Qualifier
from vnkp.model.facts import Book, Fact, Figure, Lang
from vnkp.output.brief_rows import rows_of
from vnkp.output.formats import Context
from vnkp.output.grouping import group_cell
from vnkp.output.json import to_json
from vnkp.output.records import Json, source_json, total_json

Cell = str | int | Decimal | bool | None


class Table(NamedTuple):
    """The names of columns, and rows of as many cells."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


FACT_COLUMNS = (
    "id", "kind", "date", "earliest", "latest", "from", "to", "title", "people", "places",
    "value", "unit", "of", "qualifier", "disputed", "sources",
)  # fmt: skip
TOTAL_COLUMNS = (
    "group", "from", "to", "of", "unit", "terms", "low", "high", "qualifier", "pledged",
)  # fmt: skip
PERSON_COLUMNS = ("id", "name", "side", "aliases", "offices", "facts", "first", "last")
SOURCE_COLUMNS = ("id", "facts", "publisher", "published", "lang", "kind", "title", "url")
CITATION_COLUMNS = ("id", "publisher", "published", "lang", "kind", "title", "url")
PROBLEM_COLUMNS = ("file", "line", "where", "what", "hint")
SOURCING_COLUMNS = ("facts", "sources", "disputed", "one_source")

# What a terminal, Python or a spreadsheet takes for the end of a cell or of a line.
_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
# Spreadsheets run a cell as a formula that begins so, also after blanks or in full-width signs.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")


def tsv(answer: Answer, context: Context) -> str:
    """*answer* with tabs between cells and a row a line; a break within a cell becomes a space."""
    table = to_table(answer, context.lang)
    lines = ["\t".join(table.columns)]
    lines += ["\t".join(_BREAKS.sub(" ", cell_text(cell)) for cell in row) for row in table.rows]
    return "\n".join(lines) + "\n"


def csv(answer: Answer, context: Context) -> str:
    """*answer* as CSV (RFC 4180); a text that spreadsheets would run gets an apostrophe."""
    table = to_table(answer, context.lang)
    file = io.StringIO()
    writer = csv_writer.writer(file)
    writer.writerow(table.columns)
    writer.writerows([[_guarded(cell) for cell in row] for row in table.rows])
    return ("\ufeff" if context.bom else "") + file.getvalue()


def _guarded(cell: Cell) -> str:
    text = cell_text(cell)
    return f"'{text}" if isinstance(cell, str) and _FORMULA.match(text) else text


def cell_text(cell: Cell) -> str:
    """*cell* as text: nothing for what is absent, numbers bare and in full."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)


@singledispatch
def to_table(answer: Answer, lang: Lang) -> Table:
    """*answer* as a table, with texts in *lang*."""
    raise TypeError(f"{type(answer).__name__} has no form as a table")


@to_table.register
def _(answer: FactList, lang: Lang) -> Table:
    facts = [] if answer.is_empty else answer.facts
    return Table(FACT_COLUMNS, [_fact_row(answer.book, fact, lang) for fact in facts])


@to_table.register
def _(answer: Brief, lang: Lang) -> Table:
    parts = [(part.name, rows_of(part.answer, lang)) for part in answer.relation + answer.parts]
    rows = [
        [name, row.when, row.way, row.whole_text, row.differ, row.fact.id if row.fact else None]
        for name, several in parts
        for row in several
    ]
    return Table(("part", "date", "direction", "text", "differ", "id"), rows)


@to_table.register
def _(answer: Counts, lang: Lang) -> Table:
    columns = [group.value for group in answer.groups]
    rows: list[list[Cell]] = []
    for count in answer.counts:
        pairs = zip(answer.groups, count.values, strict=True)
        names = [group_cell(answer.book, group, value, lang) for group, value in pairs]
        rows.append([*names, count.facts, count.spans, count.possible])
    return Table([*columns, "facts", "spans", "possible"], rows)


@to_table.register
def _(answer: FactCards, lang: Lang) -> Table:
    return Table(FACT_COLUMNS, [_fact_row(answer.book, fact, lang) for fact in answer.facts])


@to_table.register
def _(answer: AidTotals, lang: Lang) -> Table:
    values = [{"group": None, **total_json(total)} for total in answer.totals]
    return _from_json(values, TOTAL_COLUMNS, lang)


@to_table.register
def _(answer: Anniversaries, lang: Lang) -> Table:
    columns = ["fact_date" if column == "date" else column for column in FACT_COLUMNS]
    rows = [
        [anniversary.years, anniversary.date, *_fact_row(answer.book, anniversary.fact, lang)]
        for anniversary in answer.anniversaries
    ]
    return Table(["years", "date", *columns], rows)


@to_table.register
def _(answer: People, lang: Lang) -> Table:
    return _from_json(to_json(answer), PERSON_COLUMNS, lang)


@to_table.register
def _(answer: Sources, lang: Lang) -> Table:
    return _from_json(to_json(answer), SOURCE_COLUMNS, lang)


@to_table.register
def _(answer: Citations, lang: Lang) -> Table:
    values = [source_json(answer.book, key) for key in answer.keys]
    return _from_json(values, CITATION_COLUMNS, lang)


@to_table.register
def _(answer: CheckReport, lang: Lang) -> Table:
    if answer.sourcing:
        sourcing = answer.sourcing
        counts = [sourcing.facts, sourcing.sources, sourcing.disputed, len(sourcing.one_source)]
        return Table(SOURCING_COLUMNS, [counts])
    texts = problem_texts(answer.problems, lang)
    return Table(PROBLEM_COLUMNS, [[answer.file, *text] for text in texts])


def _fact_row(book: Book, fact: Fact, lang: Lang) -> list[Cell]:
    figure = fact.figure
    return [
        fact.id,
        fact.kind.value,
        fact.date.text,
        fact.date.earliest.isoformat(),
        fact.date.latest.isoformat() if fact.date.latest else None,
        fact.from_,
        fact.to,
        label(fact, lang),
        "; ".join(label(book.people[participant.who], lang) for participant in fact.people),
        "; ".join(label(book.places[key], lang) for key in fact.places),
        figure.value if figure else None,
        figure.unit if figure else None,
        figure.of if figure else None,
        _qualifier(figure) if figure else None,
        fact.disputed,
        "; ".join(dict.fromkeys(cite.source for cite in fact.cite)),
    ]


def _qualifier(figure: Figure) -> str:
    """How the amount is meant: exact, about …; of a range also its bounds."""
    word = str(figure.qualifier.value)
    if figure.value is not None:
        return word
    bounds = f"{cell_text(figure.low)}..{cell_text(figure.high)}"
    return bounds if figure.qualifier is Qualifier.EXACT else f"{word} {bounds}"


def _from_json(values: Iterable[Json], columns: Sequence[str], lang: Lang) -> Table:
    """A table of flat JSON objects: lists are joined, names given in *lang*."""
    return Table(columns, [[_flat(value[column], lang) for column in columns] for value in values])


def _flat(value: Any, lang: Lang) -> Cell:
    if isinstance(value, dict):
        return str(value[lang])
    if isinstance(value, list):
        return "; ".join(str(_flat(entry, lang)) for entry in value)
    return cast("Cell", value)
