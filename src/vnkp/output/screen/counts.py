"""Counts by groups: a bar a row for one group, a table for two."""

from __future__ import annotations

import itertools
import textwrap

import msgspec
from rich import box
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from vnkp.answers.summaries import Counts
from vnkp.i18n import numbers
from vnkp.i18n.messages import say
from vnkp.model.enums import Kind
from vnkp.model.fields import Lang
from vnkp.output import summary
from vnkp.output.formats import Context
from vnkp.output.grouping import Cell, Grid, Row, cell_label, grid
from vnkp.output.notes import count_notes
from vnkp.output.screen import theme
from vnkp.output.screen.foot import hint_lines

_BAR = theme.COLOURS[Kind.VISIT]
_MAX_BAR = 30
_MIN_BAR = 4
_MAX_HEADS = (10, 5)  # longer headings are wrapped where room is scarce, where scarcer these
_MIN_LABEL = 20  # a longer label may be wrapped
_GAP = 2


def counts_table(answer: Counts, lang: Lang, width: int) -> RenderableType:
    """Counts with bars on one scale; by two groups a table or, where that is too wide, lists."""
    width = min(width, theme.WIDEST)
    if answer.sides:
        return _bars(grid(answer, lang), lang, width, sides=True)
    if len(answer.groups) == 1:
        return _bars(grid(answer, lang), lang, width)
    for transposed, longest in itertools.product((False, True), _MAX_HEADS):
        counts = _wrapped(grid(answer, lang, transposed=transposed), longest)
        if sum(_widths(counts, lang)) + _GAP * len(counts.heads) <= width:
            return _table(counts, lang)
    return _lists(grid(answer, lang), lang, width)


def last_lines(answer: Counts, context: Context) -> list[Text | str]:
    """What was left out and counted apart; of a picture also what it rests on, without options."""
    listing, lang = answer.listing, context.lang
    notes = count_notes(answer, lang, with_hints=not context.picture)
    if context.picture:
        return [*notes, summary.caption(listing.facts, lang, legend=False)]
    return [hint_lines(summary.left_out(listing, lang), context), *notes]


def _widths(counts: Grid, lang: Lang) -> list[int]:
    """How wide each column is that holds its heading and cells on one line; labels may wrap."""
    names = [row.label for row in counts.rows]
    names += [say("all_counted", lang)] if counts.sums else []
    labels = max(map(cell_len, names), default=0)
    cells: list[int] = []
    for index, head in enumerate(counts.heads[1:]):
        texts = [head, *(cell_label(row.cells[index], lang) for row in counts.rows)]
        texts += [numbers.number(total, lang) for total in counts.sums[index : index + 1]]
        cells.append(max(map(theme.widest, texts)))
    return [max(min(labels, _MIN_LABEL), theme.widest(counts.heads[0])), *cells]


def _wrapped(counts: Grid, longest: int) -> Grid:
    """*counts* with headings longer than *longest* on several lines; no word is broken."""
    lines = [textwrap.wrap(head, longest, break_long_words=False) for head in counts.heads]
    heads = ["\n".join(several) for several in lines]
    return msgspec.structs.replace(counts, heads=heads)


def _table(counts: Grid, lang: Lang) -> Table:
    """Two groups: the first down, the second across."""
    table = _empty_table()
    for index, head in enumerate(counts.heads):
        table.add_column(Text(head), justify="right" if index else "left", overflow="fold")
    for row in counts.rows:
        table.add_row(Text(row.label), *(_number(cell, lang) for cell in row.cells))
    _add_sums(table, counts, lang)
    return table


def _bars(counts: Grid, lang: Lang, width: int, *, sides: bool = False) -> Table:
    """A bar a row or, with *sides*, a bar for each of them; what is not certain is light."""
    columns = len(counts.heads) - 1
    drawn = columns if sides else 1
    sizes = _widths(counts, lang)
    size = (width - sum(sizes) - _GAP * (columns + drawn)) // drawn
    if size < _MIN_BAR:
        counts = _wrapped(counts, _MAX_HEADS[0])
        sizes = _widths(counts, lang)
        size = (width - sum(sizes) - _GAP * (columns + drawn)) // drawn
    size = min(size, _MAX_BAR) if size >= _MIN_BAR else 0
    drawn_rows = [row for row in counts.rows if not row.is_rest]
    most = max((_scale(row, sides=sides) for row in drawn_rows), default=0)
    if 0 < most <= size:
        size -= size % most  # so that what is certain and what is not end where they should
    taken = sum(sizes[1:]) + size * drawn + _GAP * (columns + (drawn if size else 0))
    table = _empty_table()
    table.add_column(Text(counts.heads[0]), overflow="fold", max_width=max(width - taken, 1))
    for index, head in enumerate(counts.heads[1:]):
        table.add_column(Text(head), justify="right", min_width=sizes[index + 1])
        if size and index < drawn:
            table.add_column("")
    for row in counts.rows:
        cells = [Text(row.label)]
        for index, cell in enumerate(row.cells):
            cells.append(_number(cell, lang))
            if size and index < drawn:
                more = cell.more if sides else sum(other.sure for other in row.cells[1:])
                is_drawn = not row.is_rest  # it would dwarf the others
                cells.append(theme.bar(cell.sure, cell.sure + more, most, size * is_drawn, _BAR))
        table.add_row(*cells)
    _add_sums(table, counts, lang, with_bars=drawn if size else 0)
    return table


def _scale(row: Row, *, sides: bool) -> int:
    """The length of the longest bar of *row*."""
    if sides:
        return max(cell.sure + cell.more for cell in row.cells)
    return sum(cell.sure for cell in row.cells)


def _lists(counts: Grid, lang: Lang, width: int) -> RenderableType:
    """A list for each value of the first group, on one scale."""
    cells = [cell for row in counts.rows for cell in row.cells]
    most = max((cell.sure + cell.more for cell in cells), default=0)
    size = max(min(width // 3, _MAX_BAR), 1)
    numbers_width = max((cell_len(cell_label(cell, lang)) for cell in cells), default=0)
    labels_width = min(max(cell_len(head) for head in counts.heads[1:]) + 2, width // 3)
    parts: list[RenderableType] = []
    for row in counts.rows:
        table = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
        table.add_column(overflow="fold", min_width=labels_width)
        table.add_column(justify="right", min_width=numbers_width)
        table.add_column()
        for head, cell in zip(counts.heads[1:], row.cells, strict=True):
            if cell.sure or cell.more:
                drawn = theme.bar(cell.sure, cell.sure + cell.more, most, size, _BAR)
                table.add_row(Text(f"  {head}"), _number(cell, lang), drawn)
        parts += [*([Text()] if parts else []), Text(row.label, theme.BOLD), table]
    return Group(*parts)


def _number(cell: Cell, lang: Lang) -> Text:
    """A cell: what is certain, and dim what is not."""
    sure, _, more = cell_label(cell, lang).partition(" ")
    return Text.assemble(
        (sure, theme.DIM if sure == "·" else ""), (f" {more}" if more else "", theme.DIM)
    )


def _empty_table() -> Table:
    return Table(
        box=box.SIMPLE_HEAD,
        header_style=theme.DIM,
        border_style=theme.DIM,
        pad_edge=False,
        show_edge=False,
        padding=(0, _GAP - 1, 0, 0),
    )


def _add_sums(table: Table, counts: Grid, lang: Lang, *, with_bars: int = 0) -> None:
    """The last row: what is certain, by column."""
    if not counts.sums:
        return
    cells: list[Text] = [theme.dim(say("all_counted", lang))]
    for index, total in enumerate(counts.sums):
        cells.append(theme.dim(numbers.number(total, lang)))
        if index < with_bars:
            cells.append(Text())
    table.add_section()
    table.add_row(*cells)
