"""What screens are put together from: rows in columns, and entries of a vertical list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

import msgspec
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult, group
from rich.padding import Padding
from rich.segment import Segment
from rich.text import Text

from vnkp.output.screen import theme

GAP = 2  # columns between what stands side by side


class Column(msgspec.Struct, frozen=True):
    """A column: its *name* in the header, whether it ends flush, and whether its texts wrap.

    One that wraps takes the room that the others leave. *gap* is that to the column before it.
    """

    name: str = ""
    right: bool = False
    wraps: bool = False
    gap: int = GAP


class Below(msgspec.Struct, frozen=True):
    """What stands on lines of its own, below the texts that wrap; an id is never broken."""

    text: Text


# A list of cells; what stands alone takes the whole line; None is an empty line.
Row = Sequence[Text] | RenderableType | Below | None


class Rows:
    """*rows* in *columns* that fit *width*; a column in which nothing stands is left out.

    All columns keep their widths from the first row to the last, also across headings. Those that
    wrap take all the room if they are to be *even*, or if something stands right of them.
    """

    def __init__(
        self, columns: Sequence[Column], rows: Sequence[Row], width: int, *, even: bool = False
    ) -> None:
        self.rows = rows
        self.width = width
        cells = [row for row in rows if isinstance(row, list)]
        sizes = [
            max((theme.widest(row[index].plain) for row in cells), default=0)
            for index in range(len(columns))
        ]
        self.kept = [index for index, size in enumerate(sizes) if size or columns[index].wraps]
        self.columns = [columns[index] for index in self.kept]
        self.sizes = [max(sizes[index], theme.widest(columns[index].name)) for index in self.kept]
        self._fill(even or not (self.columns and self.columns[-1].wraps))

    def _fill(self, is_full: bool) -> None:
        """Give the columns that wrap, in equal shares, what the others leave: all if *is_full*."""
        wrapping = [index for index, column in enumerate(self.columns) if column.wraps]
        fixed = sum(size for index, size in enumerate(self.sizes) if index not in wrapping)
        gaps = [column.gap for column in self.columns[1:]]
        room = self.width - fixed - sum(gaps)
        for count, index in enumerate(wrapping):
            share = max(room // (len(wrapping) - count), 1)
            self.sizes[index] = share if is_full else min(self.sizes[index], share)
            room -= share
        self.length = sum(self.sizes) + sum(gaps)
        first = wrapping[0] if wrapping else 0
        self.indent = sum(self.sizes[:first]) + sum(gaps[:first])

    @property
    def room(self) -> int:
        """How wide the narrowest text that wraps may be."""
        wrapping = zip(self.columns, self.sizes, strict=True)
        return min((size for column, size in wrapping if column.wraps), default=self.width)

    @property
    def fits(self) -> bool:
        """Whether no cell has to be broken."""
        return self.length <= self.width

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if any(column.name for column in self.columns):
            yield from self._lines([theme.dim(column.name) for column in self.columns], console)
            yield Text("─" * min(self.length, self.width), theme.DIM)
        for row in self.rows:
            if isinstance(row, list):
                yield from self._lines([row[index] for index in self.kept], console)
            elif isinstance(row, Below):
                right = max(options.max_width - self.width, 0)
                within = Padding(row.text, (0, right, 0, self.indent))
                yield hung(row.text, self.indent, self.width) if row.text.no_wrap else within
            else:
                yield Text() if row is None else cast(RenderableType, row)

    def _lines(self, cells: Sequence[Text], console: Console) -> Iterator[Text | Segment]:
        """A row, line by line: Rich breaks texts, its tables would take four times as long."""
        broken = [
            _broken(cell, size if column.wraps else None, console)
            for column, size, cell in zip(self.columns, self.sizes, cells, strict=True)
        ]
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
            yield from line.render(console, "\n") if used <= self.width else [line]


def _broken(cell: Text, width: int | None, console: Console) -> Sequence[Text]:
    """The lines of *cell*, wrapped to *width* if there is one; most cells fit as they are."""
    if "\n" not in cell.plain and (width is None or cell_len(cell.plain) <= width):
        return [cell]
    return [*(cell.wrap(console, width, overflow="fold") if width else cell.split("\n"))]


def hung(text: Text, indent: int, width: int) -> Text:
    """*text* whole on its line, at *indent* or, where it does not fit there, at the margin."""
    moved = text.copy()
    moved.pad_left(indent if indent + theme.widest(text.plain) <= width else 0)
    return moved


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
