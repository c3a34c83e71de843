"""Facts as rows of cells: the columns that scripts rely on (docs/machine-output.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from vnkp.i18n.labels import EXCLUSION_REASONS, label
from vnkp.i18n.messages import say
from vnkp.model.edtf import EdtfDate
from vnkp.model.enums import Kind
from vnkp.model.facts import Book, Cite, Fact, Figure
from vnkp.model.fields import Lang
from vnkp.model.time_window import Overlap
from vnkp.output.json_objects import figure_json
from vnkp.query.people import parties

if TYPE_CHECKING:  # a list of facts need not load how totals are made
    from vnkp.query.totals import Total

Cell = str | int | Decimal | bool | None
_SEPARATOR = " | "  # a semicolon would be taken for the delimiter


FACT_COLUMNS = (
    "id", "kind", "date", "earliest", "latest", "match", "from", "to", "between", "title",
    "people", "places", "value", "low", "high", "unit", "of", "qualifier", "terms", "stage",
    "part_of", "milestone", "disputed", "sources", "note",
)  # fmt: skip
VISIT_COLUMNS = ("visitors", "offices", "met")
READING_COLUMNS = (
    "id", "reading", "date", "value", "unit", "note", "sources", "low", "high", "of", "qualifier",
    "kind", "title", "match",
)  # fmt: skip
COUNTED_COLUMNS = (
    "group", "from", "to", "of", "unit", "terms", "id", "date", "title", "counted", "low", "high",
    "why", "sources",
)  # fmt: skip


def fact_row(book: Book, fact: Fact, overlap: Overlap | None, lang: Lang) -> list[Cell]:
    """The cells of *fact* under `FACT_COLUMNS`."""
    return [
        fact.id,
        fact.kind.value,
        *date_cells(fact.date),
        overlap.value if overlap else None,
        fact.from_,
        fact.to,
        fact.between,
        label(fact, lang),
        in_one_cell(label(book.people[participant.who], lang) for participant in fact.people),
        in_one_cell(label(book.places[key], lang) for key in fact.places),
        *figure_cells(fact.figure, fact.kind),
        in_one_cell(fact.part_of),
        fact.milestone,
        fact.disputed,
        source_ids(fact.cite),
        label(fact.note, lang) if fact.note else None,
    ]


def date_cells(date: EdtfDate | None) -> list[Cell]:
    """The cells of *date* from the column ``date`` to ``latest``."""
    if date is None:
        return [None] * 3
    latest = date.latest.isoformat() if date.latest else None
    return [date.text, date.earliest.isoformat(), latest]


def figure_cells(figure: Figure | None, kind: Kind) -> list[Cell]:
    """The cells of *figure* from the column ``value`` to ``stage``."""
    return [*figure_json(figure, kind).values()] if figure else [None] * 8


def reading_rows(fact: Fact, overlap: Overlap | None, lang: Lang) -> Iterator[list[Cell]]:
    """A row under `READING_COLUMNS` for each reading of *fact*, its own first."""
    for number, reading in enumerate(fact.readings, start=1):
        value, low, high, unit, of, qualifier, *_ = figure_cells(reading.figure, fact.kind)
        yield [
            fact.id,
            number,
            reading.date.text if reading.date else None,
            value,
            unit,
            label(reading.note, lang) if reading.note else None,
            source_ids(reading.cite),
            low,
            high,
            of,
            qualifier,
            fact.kind.value,
            label(fact, lang),
            overlap.value if overlap else None,
        ]


def visit_cells(book: Book, fact: Fact, lang: Lang) -> list[Cell]:
    """The cells of a visit under `VISIT_COLUMNS`; offices are in the order of the visitors."""
    came, met = parties(book, fact)
    offices = [
        ", ".join(label(book.offices[key], lang) for key in participant.offices)
        for participant in came
    ]
    visitors, hosts = (
        in_one_cell(label(book.people[participant.who], lang) for participant in party)
        for party in (came, met)
    )
    return [visitors, in_one_cell(offices) if any(offices) else None, hosts]


def counted_rows(book: Book, total: Total, lang: Lang) -> Iterator[list[Cell]]:
    """A row under `COUNTED_COLUMNS` for each fact of *total*: what it adds, or why it does not."""
    key: list[Cell] = [total.group, *total.key[:4], total.key.terms.value]
    for counted in total.counted:
        fact = book.facts_by_id[counted.id]
        yield [*key, *_counted_fact(fact, [True, counted.low, counted.high, None], lang)]
    for left_out in total.left_out:
        fact, why = book.facts_by_id[left_out.id], label(EXCLUSION_REASONS[left_out.why], lang)
        yield [*key, *_counted_fact(fact, [False, None, None, why], lang)]


def uncounted_row(fact: Fact, lang: Lang) -> list[Cell]:
    """The row of a *fact* without a figure, which no total can count."""
    key: list[Cell] = [None, fact.from_, fact.to, None, None, None]
    cells: list[Cell] = [False, None, None, say("without_figure", lang)]
    return [*key, *_counted_fact(fact, cells, lang)]


def _counted_fact(fact: Fact, cells: list[Cell], lang: Lang) -> list[Cell]:
    return [fact.id, fact.date.text, label(fact, lang), *cells, source_ids(fact.cite)]


def source_ids(cites: Iterable[Cite]) -> str:
    """The ids of the sources of *cites*, each once."""
    return in_one_cell(dict.fromkeys(cite.source for cite in cites))


def in_one_cell(parts: Iterable[str]) -> str:
    """*parts* in one cell: "Kim Mun | Lê Văn Ví"."""
    return _SEPARATOR.join(parts)
