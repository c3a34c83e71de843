"""Counts as a grid of rows and columns, and what the groups are called.

Kind       1950s  1960s       heads, and a row for each kind, of which 11 facts of the 1960s
Aid            2  11 +1       are sure and one more is possible; then the sums of what is sure
All            2     11
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from vnkp.answers.summaries import Counts
from vnkp.i18n import dates, numbers
from vnkp.i18n.labels import KINDS, RANKS, SIDES, Named, label, person_name, publisher_name
from vnkp.i18n.messages import capital, say
from vnkp.model.enums import Group
from vnkp.model.facts import Book
from vnkp.model.fields import Lang
from vnkp.query.groups import BETWEEN, ORDERS, PERIODS, Count, Value, values_in_order
from vnkp.text import fold


class GridCell(msgspec.Struct, frozen=True):
    """How many facts lie there for *sure*, and how many *more* only may, or only span it."""

    sure: int = 0
    more: int = 0


class GridRow(msgspec.Struct, frozen=True):
    """A row of a grid: what it is called, and a cell for each column.

    *is_rest* marks the facts that have no such thing.
    """

    label: str
    cells: list[GridCell]
    is_rest: bool = False


class Grid(msgspec.Struct, frozen=True):
    """Counts by one group or two: the headings, the rows and, where they mean something, sums."""

    heads: list[str]
    rows: list[GridRow]
    sums: list[int]


def grid(answer: Counts, lang: Lang, *, transposed: bool = False) -> Grid:
    """*answer* as a grid: the first group down, the second across, or the reverse if *transposed*.

    Of one group the columns are what is sure, what only spans it and what may lie in it; visits
    by one group have a column for each direction.
    """
    groups = (*answer.groups, Group.FROM) if answer.sides else answer.groups
    if len(groups) == 1:
        return _one_group(answer, lang)
    counts = answer.sides or answer.counts
    row, column = (1, 0) if transposed else (0, 1)
    across = _values(answer, column, groups[column])
    cells = {
        (count.values[row], count.values[column]): GridCell(count.facts, count.uncertain)
        for count in counts
    }
    rows = [
        GridRow(
            _group_label(answer.book, groups[row], value, lang),
            [cells.get((value, other), GridCell()) for other in across],
        )
        for value in _values(answer, row, groups[row])
    ]
    if answer.sides:
        sides = {"VN": "to_KP", "KP": "to_VN"}
        names = [say(sides.get(value or "", "both_sides"), lang) for value in across]
    else:
        names = [_group_label(answer.book, groups[column], value, lang) for value in across]
    head = capital(say(f"group_{groups[row].value}", lang))
    if lang == "vi" and groups[column] is Group.DECADE:  # "thập niên" once, not in each heading
        decade = say("group_decade", lang)
        head = f"{head} / {decade}"
        names = [name.removeprefix(f"{decade} ") for name in names]
    return Grid([head, *names], rows, _sums(answer, rows))


def _values(answer: Counts, index: int, group: Group) -> list[Value]:
    """The values of *group*, which is the one at *index*, in the order of the counts.

    Decades between them that have no fact are there too: a picture shows them as empty.
    """
    if index == 0:
        values = list(dict.fromkeys(count.values[0] for count in answer.counts))
    else:
        values = values_in_order(answer.sides or answer.counts, index, group)
    known = [value for value in values if value]
    if group is not Group.DECADE or known != sorted(known) or not known:
        return values
    years = [int(value[:4]) for value in known]
    return [f"{year:04}s" for year in range(min(years), max(years) + 1, 10)]


def _one_group(answer: Counts, lang: Lang) -> Grid:
    """Columns for what is sure and, where there is any, for what spans it or may lie in it."""
    (group,) = answer.groups
    counts = {count.values[0]: count for count in answer.counts}
    columns = {"count": "facts", "match_spans": "spans", "match_possible": "possible"}
    used = {
        name: field
        for name, field in columns.items()
        if field == "facts" or any(getattr(count, field) for count in answer.counts)
    }
    rows = []
    for value in _values(answer, 0, group):
        count = counts.get(value, Count((value,)))
        cells = [GridCell(getattr(count, field)) for field in used.values()]
        rows.append(GridRow(_group_label(answer.book, group, value, lang), cells, value is None))
    if group not in PERIODS and group not in ORDERS:
        rows.sort(key=_most_first)
    heads = [capital(say(name, lang)) for name in (f"group_{group.value}", *used)]
    return Grid(heads, rows, _sums(answer, rows)[:1])


def _most_first(row: GridRow) -> tuple[bool, int, int, str]:
    """The order of rows of names: the most facts first, those of as many by name."""
    sure, *others = (cell.sure for cell in row.cells)
    return row.is_rest, -sure, -sum(others), fold(row.label)


def _sums(answer: Counts, rows: Sequence[GridRow]) -> list[int]:
    """What is sure, added up by column; nothing where facts are counted more than once."""
    if len(rows) < 2 or answer.is_cut or answer.several:
        return []
    return [
        sum(cell.sure for cell in column)
        for column in zip(*(row.cells for row in rows), strict=True)
    ]


def _group_label(book: Book, group: Group, value: Value, lang: Lang) -> str:
    """What *value* of *group* is called in *lang*."""
    if value is None:
        return say("no_value", lang)
    if group in PERIODS:
        return dates.period(value, lang)
    if group is Group.MATCH:
        return say(f"match_{value}", lang)
    if group is Group.PERSON:
        return person_name(book.people[value], lang)
    if group is Group.PUBLISHER:
        return publisher_name(book, value, lang)
    if group is Group.FROM and value == BETWEEN:
        return say("both_sides", lang)
    tables: dict[Group, Mapping[Any, Named]] = {
        Group.KIND: KINDS,
        Group.RANK: RANKS,
        Group.FROM: SIDES,
        Group.PLACE: book.places,
        Group.ITEM: book.items,
    }
    return label(tables[group][value], lang) if group in tables else value


def group_cell(book: Book, group: Group, value: Value, lang: Lang) -> str | None:
    """*value* of *group* as a cell of a table: names in *lang*, words and ids as in JSON."""
    if value is None or group not in (Group.PERSON, Group.PLACE, Group.PUBLISHER):
        return value
    return _group_label(book, group, value, lang)


def cell_label(cell: GridCell, lang: Lang) -> str:
    """A cell as text: 12, 12 +1, or a dot for none."""
    if not cell.sure and not cell.more:
        return "·"
    more = f" +{numbers.number(cell.more, lang)}" if cell.more else ""
    return f"{numbers.number(cell.sure, lang)}{more}"
