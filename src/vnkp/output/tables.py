"""Answers as tables of cells, with the columns that scripts rely on (docs/machine-output.md)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
from vnkp.answers.brief import Brief
from vnkp.answers.counts import Counts
from vnkp.model.fields import Lang
from vnkp.output.brief_rows import rows_of
from vnkp.output.fact_rows import (
    COUNTED_COLUMNS,
    FACT_COLUMNS,
    READING_COLUMNS,
    VISIT_COLUMNS,
    Cell,
    counted_rows,
    fact_row,
    joined,
    readings,
    uncounted_row,
    visit_cells,
)
from vnkp.output.grouping import group_cell
from vnkp.output.json import to_json
from vnkp.output.records import Json, shown_overlap, source_json, total_json

TOTAL_COLUMNS = (
    "group", "from", "to", "of", "unit", "terms", "low", "high", "qualifier", "pledged",
    "pledges_in_rest", "above_pledges", "exceeded_pledges", "undivided",
)  # fmt: skip
PERSON_COLUMNS = ("id", "name", "side", "aliases", "offices", "facts", "first", "last")
SOURCE_COLUMNS = (
    "id", "facts", "publisher", "publisher_id", "via", "published", "lang", "kind", "title", "url",
)  # fmt: skip
CITATION_COLUMNS = tuple(column for column in SOURCE_COLUMNS if column != "facts")


class Table(NamedTuple):
    """The names of columns, and rows of as many cells."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


@singledispatch
def to_table(answer: Answer, lang: Lang) -> Table:
    """*answer* as a table, with texts in *lang*; one without a form of its own from its JSON."""
    value = to_json(answer)
    values = value if isinstance(value, list) else [value]
    columns = dict.fromkeys(key for entry in values for key in entry)
    return _from_json(values, tuple(columns), lang)


@to_table.register(FactList)
def _(answer: FactList, lang: Lang) -> Table:
    book = answer.book
    matches = [] if answer.status else answer.matches
    overlaps = {match.fact.id: shown_overlap(answer.query, match) for match in matches}
    facts = [match.fact for match in matches]
    if answer.view == "disputes":
        rows = [row for fact in facts for row in readings(fact, overlaps[fact.id], lang)]
        return Table(READING_COLUMNS, rows)
    rows = [fact_row(book, fact, overlaps[fact.id], lang) for fact in facts]
    if answer.view != "visits":
        return Table(FACT_COLUMNS, rows)
    rows = [[*row, *visit_cells(book, fact, lang)] for row, fact in zip(rows, facts, strict=True)]
    return Table((*FACT_COLUMNS, *VISIT_COLUMNS), rows)


@to_table.register(Brief)
def _(answer: Brief, lang: Lang) -> Table:
    parts = [(part.name, rows_of(part.answer, lang)) for part in answer.relation + answer.parts]
    rows: list[list[Cell]] = []
    for name, several in parts:
        for row in several:
            differ = row.differ and f"≠ {row.differ}"  # a bare date would be taken for one
            id_ = row.fact.id if row.fact else None
            rows.append([name, row.date, row.way, row.whole_text, differ, id_])
    return Table(("part", "date", "direction", "text", "differ", "id"), rows)


@to_table.register(Counts)
def _(answer: Counts, lang: Lang) -> Table:
    columns = [group.value for group in answer.groups]
    rows: list[list[Cell]] = []
    for count in answer.counts:
        pairs = zip(answer.groups, count.values, strict=True)
        names = [group_cell(answer.book, group, value, lang) for group, value in pairs]
        rows.append([*names, count.facts, count.spans, count.possible])
    return Table([*columns, "facts", "spans", "possible"], rows)


@to_table.register(FactCards)
def _(answer: FactCards, lang: Lang) -> Table:
    return Table(FACT_COLUMNS, [fact_row(answer.book, fact, None, lang) for fact in answer.facts])


@to_table.register(AidTotals)
def _(answer: AidTotals, lang: Lang) -> Table:
    if answer.explain:
        facts = {fact.id: fact for fact in answer.book.facts}
        rows = [row for total in answer.totals for row in counted_rows(total, facts, lang)]
        rows += [uncounted_row(fact, lang) for fact in answer.without_figure]
        return Table(COUNTED_COLUMNS, rows)
    values = [{"group": None, **total_json(total)} for total in answer.totals]
    return _from_json(values, TOTAL_COLUMNS, lang)


@to_table.register(Anniversaries)
def _(answer: Anniversaries, lang: Lang) -> Table:
    columns = ["fact_date" if column == "date" else column for column in FACT_COLUMNS]
    rows = []
    for anniversary in answer.anniversaries:
        fact = anniversary.fact
        overlap = answer.query.match(fact) if answer.query.windows else None
        row = fact_row(answer.book, fact, overlap, lang)
        rows.append([anniversary.years, anniversary.date, *row])
    return Table(("years", "date", *columns), rows)


@to_table.register(People)
def _(answer: People, lang: Lang) -> Table:
    return _from_json(to_json(answer), PERSON_COLUMNS, lang)


@to_table.register(Sources)
def _(answer: Sources, lang: Lang) -> Table:
    book, counts = answer.book, answer.counts
    values = [{**source_json(book, key, lang), "facts": count} for key, count in counts.items()]
    return _from_json(values, SOURCE_COLUMNS, lang)


@to_table.register(Citations)
def _(answer: Citations, lang: Lang) -> Table:
    values = [source_json(answer.book, key, lang) for key in answer.keys]
    return _from_json(values, CITATION_COLUMNS, lang)


def _from_json(values: Iterable[Json], columns: Sequence[str], lang: Lang) -> Table:
    """A table of flat JSON objects: lists are joined, names given in *lang*."""
    rows = [[_flat(value.get(column), lang) for column in columns] for value in values]
    return Table(columns, rows)


def _flat(value: Any, lang: Lang) -> Cell:
    if isinstance(value, dict):
        return (
            str(value[lang])
            if lang in value
            else joined(f"{key}: {_flat(entry, lang)}" for key, entry in value.items())
        )
    if isinstance(value, list | tuple):
        return joined(str(_flat(entry, lang)) for entry in value)
    return cast("Cell", value)
