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
        lines = [
            line
            for row in self.rows
            if isinstance(row, Row)
            for line in (row.cells, *row.below)
            if not isinstance(line, Text)
        ]
        sizes = [
            max([column.width, *(theme.widest(line[index].plain) for line in lines)])
            for index, column in enumerate(columns)
        ]
        self.kept = [index for index, size in enumerate(sizes) if size or columns[index].wraps]
        self.columns = [columns[index] for index in self.kept]
        self.sizes = [max(sizes[index], theme.widest(columns[index].name)) for index in self.kept]
        ends_wrapped = bool(self.columns) and self.columns[-1].wraps
        self._fill(not ends_wrapped if spread is None else spread)

    def _fill(self, is_full: bool) -> None:
        """Give the columns that wrap, in equal shares, what the others leave: all if *is_full*."""
        wrapping = [index for index, column in enumerate(self.columns) if column.wraps]
        fixed = sum(size for index, size in enumerate(self.sizes) if index not in wrapping)
        gaps = [column.gap for column in self.columns[1:]]
        room = self.width - fixed - sum(gaps)
        for count, index in enumerate(wrapping):
            share = max(room // (len(wrapping) - count), self.columns[index].width, 1)
            self.sizes[index] = share if is_full else min(self.sizes[index], share)
            room -= share
        self.length = sum(self.sizes) + sum(gaps)
        first = wrapping[0] if wrapping else 0
        self.indent = sum(self.sizes[:first]) + sum(gaps[:first])

    @property
    def fits(self) -> bool:
        """Whether no cell has to be broken."""
        return self.length <= self.width

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        names = [column.name for column in self.columns]
        if any(names):
            most = max(name.count("\n") for name in names)
            heads = ["\n" * (most - name.count("\n")) + name for name in names]
            yield from self._lines([theme.dim(head) for head in heads], console)
            yield Text("─" * min(self.length, self.width), theme.DIM)
        right = max(options.max_width - self.width, 0)
        for row in self.rows:
            if not isinstance(row, Row):
                yield row
                continue
            ids = [theme.whole(row.id)] if row.id and self.has_ids else []
            for line in (row.cells, *row.below, *ids):
                if not isinstance(line, Text):
                    yield from self._lines([line[index] for index in self.kept], console)
                elif line.no_wrap:
                    yield hung(line, self.indent, self.width)
                elif line.plain:
                    yield Padding(line, (0, right, 0, self.indent))

    def _lines(self, cells: Sequence[Text], console: Console) -> Iterator[Text | Segment]:
        """A row, line by line: Rich breaks texts, its tables would take four times as long."""
        broken = [
            _broken(cell, size if column.wraps else None, console)
            for column, size, cell in zip(self.columns, self.sizes, cells, strict=True)
        ]
        is_whole = any(cell.no_wrap for cell in cells)
        for index in range(max(map(len, broken))):
            line, used, start = Text(), 0, -self.columns[0].gap
            for column, size, lines in zip(self.columns, self.sizes, broken, strict=True):
                start += column.gap
                if index < len(lines) and lines[index].plain:
                    width = cell_len(lines[index].plain)
                    begin = start + (size - width if column.right else 0)
                    line.append(" " * (begin - used)).append_text(lines[index])
                    used = begin + width
                start += size
            # Where it fits, Rich need not look where to break it.
            yield from line.render(console, "\n") if is_whole or used <= self.width else [line]


def _broken(cell: Text, width: int | None, console: Console) -> Sequence[Text]:
    """The lines of *cell*, wrapped to *width* if there is one; most cells fit as they are."""
    if cell.no_wrap or (
        "\n" not in cell.plain and (width is None or cell_len(cell.plain) <= width)
    ):
        return [cell]
    return [*(cell.wrap(console, width, overflow="fold") if width else cell.split("\n"))]


def hung(text: Text, indent: int, width: int) -> Text:
    """*text* whole on its line, at *indent* or, where it does not fit there, at the margin."""
    moved = text.copy()
    moved.pad_left(indent if indent + theme.widest(text.plain) <= width else 0)
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
    several = (
        _entry(columns, row, context, text_first) if isinstance(row, Row) else [row]
        for row in rows
        if isinstance(row, Row) or row.plain
    )
    return entries(several, context.width, apart=apart)


def _entry(
    columns: Sequence[Column], row: Row, context: Context, text_first: bool
) -> Iterator[Text]:
    """The lines of *row* in a vertical list."""
    cells = [*zip(columns, row.cells, strict=True)]
    texts = [line for column, cell in cells if column.wraps for line in cell.split("\n")]
    about = _joined(cell for column, cell in cells if not column.wraps)
    yield from [*texts, about] if text_first else [about, *texts]
    for line in row.below:
        yield line if isinstance(line, Text) else _joined(line)
    if row.id and context.ids:
        yield theme.whole(row.id)


def _joined(cells: Iterable[Text]) -> Text:
    """*cells* on one line, without blanks before them."""
    lines = [Text(" ").join(cell.split("\n")) for cell in cells if cell.plain.strip()]
    return theme.joined(line[-len(line.plain.lstrip()) :] for line in lines)


def spaced(several: Iterable[Iterable[Part]]) -> Iterator[Part | Text]:
    """The parts of each of *several*, with an empty line between two of them."""
    for index, parts in enumerate(several):
        yield from [Text()] if index else []
        yield from parts


@group()
def entries(
    several: Iterable[Iterable[Text]], width: int, *, apart: bool = True
) -> Iterator[RenderableType]:
    """A vertical list: the first line of each entry at the margin, the others two columns in.

    Entries stand *apart*, with an empty line between them.
    """
    for index, entry in enumerate(several):
        first, *others = [line for line in entry if line.plain.strip()]
        yield from [Text()] if index and apart else []
        yield first
        for line in others:
            yield hung(line, 2, width) if line.no_wrap else Padding(line, (0, 0, 0, 2))
