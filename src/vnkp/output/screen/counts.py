"""Counts by groups: a bar a row for one group, a table for two."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Sequence

import msgspec
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.text import Text

from vnkp.answers.summaries import Counts
from vnkp.i18n import numbers
from vnkp.i18n.messages import say
from vnkp.model.enums import Kind
from vnkp.model.fields import Lang
from vnkp.output import count_grid, titles
from vnkp.output.count_grid import Grid, GridCell
from vnkp.output.formats import Context
from vnkp.output.kind_looks import KIND_LOOKS
from vnkp.output.notes import count_notes
from vnkp.output.screen import theme
from vnkp.output.screen.frame import heading, hint_lines, page
from vnkp.output.screen.layout import GAP, Column, Row, Rows

_COLOUR = KIND_LOOKS[Kind.VISIT].colour
_MAX_BAR = 30
_MIN_BAR = 4
_MAX_HEADS = (10, 5)  # longer headings are wrapped where room is scarce, where scarcer these
_MIN_LABEL = 20  # a longer label may be wrapped


def counts_page(answer: Counts, context: Context) -> Group:
    """Counts with bars on one scale; by two groups a table or, where that is too wide, lists."""
    lang, listing = context.lang, answer.listing
    foot: list[Text | str] = [*count_notes(answer, lang, with_hints=not context.picture)]
    if context.picture:  # what it rests on, without options
        foot.append(titles.caption(listing.facts, lang, legend=False))
    else:
        foot.insert(0, hint_lines(titles.left_out(listing, lang), context))
    is_bars = answer.sides or len(answer.groups) == 1
    body = _bars(answer, context) if is_bars else _two_groups(answer, context)
    return page(heading(answer, lang), body, foot=foot)


def _two_groups(answer: Counts, context: Context) -> RenderableType:
    """The first group down, the second across or, where there is more room so, the reverse."""
    for transposed, longest in itertools.product((False, True), _MAX_HEADS):
        grid = count_grid.grid(answer, context.lang, transposed=transposed)
        table = _table(_wrapped(grid, longest), context)
        if table.fits:
            return table
    return _lists(count_grid.grid(answer, context.lang), context)


def _wrapped(grid: Grid, longest: int) -> Grid:
    """*grid* with headings longer than *longest* on several lines; no word is broken."""
    heads = [textwrap.wrap(head, longest, break_long_words=False) for head in grid.heads]
    return msgspec.structs.replace(grid, heads=["\n".join(lines) for lines in heads])


def _bars(answer: Counts, context: Context) -> Rows:
    """A bar a row or, of visits, a bar for each direction."""
    plain = count_grid.grid(answer, context.lang)
    bar_count = len(plain.heads) - 1 if answer.sides else 1
    for grid in (plain, _wrapped(plain, _MAX_HEADS[0])):
        table = _table(grid, context)
        without_bars = table.total_width - table.widths[0] + table.columns[0].width
        size = (table.width - without_bars) // bar_count - GAP
        if size >= _MIN_BAR:
            break
    size = min(size, _MAX_BAR) if size >= _MIN_BAR else 0
    bounds = [_bounds(row, answer) for row in grid.rows]
    most = max((high for pairs in bounds for _, high in pairs), default=0)
    if 0 < most <= size:
        size -= size % most  # so that what is certain and what is not end where they should
    bars = [[theme.bar(*pair, most, size, _COLOUR) for pair in pairs] for pairs in bounds]
    return _table(grid, context, bars)


def _bounds(row: count_grid.GridRow, answer: Counts) -> list[tuple[int, int]]:
    """For each bar of *row* how far it is certain, and how far possible."""
    if row.is_rest:  # it would dwarf the others
        return []
    if answer.sides:
        return [(cell.sure, cell.sure + cell.more) for cell in row.cells]
    sure, *others = (cell.sure for cell in row.cells)
    return [(sure, sure + sum(others))]


def _table(grid: Grid, context: Context, bars: Sequence[Sequence[Text]] = ()) -> Rows:
    """The rows of *grid*, each with its *bars*, and what is certain as sums."""
    lang = context.lang
    longest = max((cell_len(row.label) for row in grid.rows), default=0)
    min_width = max(min(longest, _MIN_LABEL), theme.text_width(grid.heads[0]))
    columns = [Column(grid.heads[0], wraps=True, width=min_width)]
    for head in grid.heads[1:]:
        columns += [Column(head, right=True), Column()]
    rows: list[Row | RenderableType] = []
    for row, own_bars in zip(grid.rows, bars or [()] * len(grid.rows), strict=True):
        cells = [Text(row.label)]
        padded = [*own_bars, *[Text()] * (len(row.cells) - len(own_bars))]
        for cell, bar in zip(row.cells, padded, strict=True):
            cells += [_number(cell, lang), bar]
        rows.append(Row(cells))
    if grid.sums:
        cells = [theme.dim(say("all_counted", lang))]
        for total in grid.sums:
            cells += [theme.dim(numbers.number(total, lang)), Text()]
        cells += [Text()] * (len(columns) - len(cells))
        rows += [Text(), Row(cells)]
    return Rows(columns, rows, context, spread=False)


def _lists(grid: Grid, context: Context) -> Rows:
    """A list for each value of the first group, on one scale."""
    cells = [cell for row in grid.rows for cell in row.cells]
    most = max((cell.sure + cell.more for cell in cells), default=0)
    size = max(min(context.width // 3, _MAX_BAR), 1)
    rows: list[Row | RenderableType] = []
    for row in grid.rows:
        rows += [*([Text()] if rows else []), Text(row.label, theme.BOLD)]
        for head, cell in zip(grid.heads[1:], row.cells, strict=True):
            if cell.sure or cell.more:
                bar = theme.bar(cell.sure, cell.sure + cell.more, most, size, _COLOUR)
                rows.append(Row([Text(f"  {head}"), _number(cell, context.lang), bar]))
    return Rows([Column(wraps=True), Column(right=True), Column()], rows, context, spread=False)


def _number(cell: GridCell, lang: Lang) -> Text:
    """A cell: what is certain, and dim what is not."""
    sure, _, more = count_grid.cell_label(cell, lang).partition(" ")
    return Text.assemble(
        (sure, theme.DIM if sure == "·" else ""), (f" {more}" if more else "", theme.DIM)
    )
