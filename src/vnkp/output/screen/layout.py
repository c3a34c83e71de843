"""What screens are put together from: rows in columns, and vertical lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult, group
from rich.padding import Padding
from rich.segment import Segment
from rich.text import Text

from vnkp.output.formats import Context
from vnkp.output.screen import theme

Part = TypeVar("Part")
GAP = 2  # columns between what stands side by side


class Column(msgspec.Struct, frozen=True):
    """A column: its *name* in the header, whether it ends flush, and whether its texts wrap.

    One that wraps takes the room that the others leave. *gap* is that to the column before it,
    *width* what it takes at least, even if nothing stands in it.
    """

    name: str = ""
    right: bool = False
    wraps: bool = False
    gap: int = GAP
    width: int = 0


class Row(msgspec.Struct, frozen=True):
    """A row: a cell for each column, lines *below* it, and the *id* of what it is about.

    A line below is a text, which stands below the cells that wrap, or has cells itself and one
    for an id. Ids have a column where there is room; elsewhere they stand below, if asked for.
    """

    cells: Sequence[Text]
    below: Sequence[Text | Sequence[Text]] = ()
    id: str = ""


class Rows:
    """*rows* in *columns* that fit the context; a column in which nothing stands is left out.

    What is no row takes the whole line. All columns keep their widths from the first row to the
    last. Those that wrap *spread* over all the room or take what they need; by default they spread
    if something stands right of them.

    ``2000  Vietnam sends  VN → KP``  a row of three columns, of which the middle one wraps,
    ``      rice``                    its second line,
    ``      ≠ 2001: KCNA``            and a text below it.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Row | RenderableType],
        context: Context,
        *,
        spread: bool | None = None,
    ) -> None:
        self.rows = rows
        self.has_ids = context.ids
        self.width = min(context.width, theme.WIDEST)
        id_width = theme.id_width((row.id for row in rows if isinstance(row, Row)), context)
        if id_width:
            self.width = min(context.width, theme.WIDEST + GAP + id_width)
            columns = [*columns, Column()]
            self.rows = [
                Row([*row.cells, theme.dim(row.id)], row.below) if isinstance(row, Row) else row
                for row in rows
            ]
        lines_of_cells = [
            line
            for row in self.rows
            if isinstance(row, Row)
            for line in (row.cells, *row.below)
            if not isinstance(line, Text)
        ]
        widths = [
            max([column.width, *(theme.text_width(cells[index].plain) for cells in lines_of_cells)])
            for index, column in enumerate(columns)
        ]
        # The columns in which something stands, by their indexes.
        self.used = [index for index, width in enumerate(widths) if width or columns[index].wraps]
        self.columns = [columns[index] for index in self.used]
        self.widths = [
            max(widths[index], theme.text_width(columns[index].name)) for index in self.used
        ]
        ends_wrapped = bool(self.columns) and self.columns[-1].wraps
        self._share_room(not ends_wrapped if spread is None else spread)

    def _share_room(self, spread: bool) -> None:
        """Give the columns that wrap equal shares of the room that the others leave."""
        wrapping = [index for index, column in enumerate(self.columns) if column.wraps]
        fixed = sum(width for index, width in enumerate(self.widths) if index not in wrapping)
        gaps = [column.gap for column in self.columns[1:]]
        room = self.width - fixed - sum(gaps)
        for count, index in enumerate(wrapping):
            share = max(room // (len(wrapping) - count), self.columns[index].width, 1)
            self.widths[index] = share if spread else min(self.widths[index], share)
            room -= share
        self.total_width = sum(self.widths) + sum(gaps)
        first = wrapping[0] if wrapping else 0
        self.indent = sum(self.widths[:first]) + sum(gaps[:first])

    @property
    def fits(self) -> bool:
        """Whether no cell has to be broken."""
        return self.total_width <= self.width

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        names = [column.name for column in self.columns]
        if any(names):
            line_feeds = max(name.count("\n") for name in names)
            heads = ["\n" * (line_feeds - name.count("\n")) + name for name in names]
            yield from self._lines([theme.dim(head) for head in heads], console)
            yield Text("─" * min(self.total_width, self.width), theme.DIM)
        margin = max(options.max_width - self.width, 0)
        for row in self.rows:
            if not isinstance(row, Row):
                yield row
                continue
            ids = [theme.unbroken(row.id)] if row.id and self.has_ids else []
            for line in (row.cells, *row.below, *ids):
                if not isinstance(line, Text):
                    yield from self._lines([line[index] for index in self.used], console)
                elif line.plain:
                    yield indented(line, self.indent, self.width, margin)

    def _lines(self, cells: Sequence[Text], console: Console) -> Iterator[Text | Segment]:
        """A row, line by line: Rich breaks texts, its tables would take four times as long."""
        broken = [
            _broken(cell, width if column.wraps else None, console)
            for column, width, cell in zip(self.columns, self.widths, cells, strict=True)
        ]
        is_unbroken = any(cell.no_wrap for cell in cells)
        for index in range(max(map(len, broken))):
            line, end, start = Text(), 0, -self.columns[0].gap
            for column, width, lines in zip(self.columns, self.widths, broken, strict=True):
                start += column.gap
                if index < len(lines) and lines[index].plain:
                    own_width = cell_len(lines[index].plain)
                    begin = start + (width - own_width if column.right else 0)
                    line.append(" " * (begin - end)).append_text(lines[index])
                    end = begin + own_width
                start += width
            # Where it fits, Rich need not look where to break it.
            yield from line.render(console, "\n") if is_unbroken or end <= self.width else [line]


def _broken(cell: Text, width: int | None, console: Console) -> Sequence[Text]:
    """The lines of *cell*, wrapped to *width* if there is one; most cells fit as they are."""
    if cell.no_wrap or (
        "\n" not in cell.plain and (width is None or cell_len(cell.plain) <= width)
    ):
        return [cell]
    return [*(cell.wrap(console, width, overflow="fold") if width else cell.split("\n"))]


def indented(text: Text, indent: int, width: int, margin: int = 0) -> RenderableType:
    """*text* at *indent*, and so far from the right *margin*.

    One that is never broken stands at the left margin where it does not fit into *width*.
    """
    if not text.no_wrap:
        return Padding(text, (0, margin, 0, indent))
    moved = text.copy()
    moved.pad_left(indent if indent + theme.text_width(text.plain) <= width else 0)
    return moved


def beside(first: Text, rest: Text, context: Context) -> Rows:
    """*first*, and *rest* beside it, which wraps under itself."""
    return Rows([Column(), Column(wraps=True)], [Row([first, rest])], context)


def listing(
    columns: Sequence[Column],
    rows: Sequence[Row | Text],
    context: Context,
    *,
    text_first: bool = False,
    apart: bool = True,
) -> RenderableType:
    """*rows* in *columns* or, on a narrow terminal, as the entries of a vertical list.

    Of an entry the cells that do not wrap stand on a line of their own, first or, with
    *text_first*, after the others.
    """
    if context.width >= theme.NARROW:
        return Rows(columns, rows, context)
    entries = (
        _entry(columns, row, context, text_first) if isinstance(row, Row) else [row]
        for row in rows
        if isinstance(row, Row) or row.plain
    )
    return vertical_list(entries, context.width, apart=apart)


def _entry(
    columns: Sequence[Column], row: Row, context: Context, text_first: bool
) -> Iterator[Text]:
    """The lines of *row* in a vertical list."""
    cells = [*zip(columns, row.cells, strict=True)]
    texts = [line for column, cell in cells if column.wraps for line in cell.split("\n")]
    about = _on_one_line(cell for column, cell in cells if not column.wraps)
    yield from [*texts, about] if text_first else [about, *texts]
    for line in row.below:
        yield line if isinstance(line, Text) else _on_one_line(line)
    if row.id and context.ids:
        yield theme.unbroken(row.id)


def _on_one_line(cells: Iterable[Text]) -> Text:
    """*cells* on one line, without blanks before them."""
    lines = [Text(" ").join(cell.split("\n")) for cell in cells if cell.plain.strip()]
    return theme.joined(line[-len(line.plain.lstrip()) :] for line in lines)


def spaced(blocks: Iterable[Iterable[Part]]) -> Iterator[Part | Text]:
    """The parts of each of *blocks*, with an empty line between two of them."""
    for index, parts in enumerate(blocks):
        yield from [Text()] if index else []
        yield from parts


@group()
def vertical_list(
    entries: Iterable[Iterable[Text]], width: int, *, apart: bool = True
) -> Iterator[RenderableType]:
    """The lines of each entry: the first at the margin, the others two columns in.

    Entries stand *apart*, with an empty line between them.
    """
    for index, entry in enumerate(entries):
        first, *others = [line for line in entry if line.plain.strip()]
        yield from [Text()] if index and apart else []
        yield first
        for line in others:
            yield indented(line, 2, width)
