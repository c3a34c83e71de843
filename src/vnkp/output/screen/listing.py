"""A list for middling and wide terminals: what happened between its date and its figures, and under it what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions
from rich.text import Text

from vnkp.output.screen import theme
from vnkp.output.screen.hanging import GAP, At, Drawn, Line, beside, flowed, hung, wrapped

_LEAST = 30  # with less room than this for the main column, what stands right of it moves under it


class Item(NamedTuple):
    """An item of a list: cells before its *main* text, cells after it, and what stands *under* it.

    Of *under* each text has a line of its own; *details* share lines as far as they fit, after the cells for which there
    was no room beside the main text.
    """

    before: Sequence[Text]
    main: Text
    after: Sequence[Text]
    under: Sequence[Text | Line]
    details: Sequence[Text] = ()


def item(*before: str, main: str, after: Sequence[str] = ()) -> Item:
    """The header of a list."""
    return Item(
        [theme.dim(cell) for cell in before],
        theme.dim(main),
        [theme.dim(cell) for cell in after],
        [],
    )


class Listing(Drawn):
    """*items* under a header; a mere text among them is the heading of those that follow.

    The first *numbers* of the cells after the main text, and the first *counts* of those before it, end flush.
    """

    def __init__(
        self, heads: Item | None, items: Sequence[Item | Text], *, numbers: int = 0, counts: int = 0
    ) -> None:
        self.heads = heads
        self.items = items
        self.numbers = numbers
        self.counts = counts
        found = [one for one in items if isinstance(one, Item)]
        self.left = _widths([one.before for one in found], heads.before if heads else ())
        self.right = _widths([one.after for one in found], heads.after if heads else ())
        self.indent = sum(size + GAP for size in self.left if size)

    def lines(self, console: Console, options: ConsoleOptions) -> Iterator[Sequence[At]]:
        """The header and a rule under it, then the items."""
        width = options.max_width
        stacked = width - self.indent < _LEAST
        beside_main = [
            self._kept(one, width - self.indent) if isinstance(one, Item) else []
            for one in self.items
        ]
        if self.heads and not stacked:
            shown = sorted({place for places in beside_main for place in places})
            yield [
                *self._before(self.heads),
                At(self.indent, self.heads.main),
                *self._after(self.heads, shown, width),
            ]
            yield [At(0, theme.dim("─" * width))]
        for place, (one, kept) in enumerate(zip(self.items, beside_main, strict=True)):
            if isinstance(one, Text):
                yield from [()] if place or not self.heads else []
                yield from ([At(0, line)] for line in wrapped(one, width, console))
            elif stacked:
                yield from [()] if place and isinstance(self.items[place - 1], Item) else []
                yield from self._stacked(one, console, options)
            else:
                yield from self._item(one, kept, console, options)

    def _kept(self, one: Item, room: int) -> list[int]:
        """The cells of *one* for which there is room beside its main text; those at the left edge give way first."""
        places = [place for place, cell in enumerate(one.after) if cell.plain]
        needed = min(_LEAST, cell_len(one.main.plain))
        while places and room - self._tail(one, places) < needed:
            places.pop(0)
        return places

    def _tail(self, one: Item, places: Sequence[int]) -> int:
        """How wide the cells at *places* are, with their columns and the gap before them."""
        if not places:
            return 0
        first = (
            cell_len(one.after[places[0]].plain)
            if places[0] < self.numbers
            else self.right[places[0]]
        )
        return first + GAP + sum(size + GAP for size in self.right[places[0] + 1 :] if size)

    def _item(
        self, one: Item, kept: Sequence[int], console: Console, options: ConsoleOptions
    ) -> Iterator[Sequence[At]]:
        room = options.max_width - self.indent
        first, *others = wrapped(one.main, room - self._tail(one, kept), console)
        moved = [cell for place, cell in enumerate(one.after) if cell.plain and place not in kept]
        under = [*others, *one.under, *flowed([*moved, *one.details], room)]
        right = [
            made for line in under for made in hung(_line(line, self.indent), console, options)
        ]
        main = [At(self.indent, first), *self._after(one, kept, options.max_width)]
        if not any("\n" in cell.plain for cell in one.before):
            yield [*self._before(one), *main]
            yield from right
            return
        cells = [cell.split("\n") for cell in one.before]
        left = []
        for place in range(max(map(len, cells))):
            line = [lines[place] if place < len(lines) else Text() for lines in cells]
            left.append(list(self._before(one._replace(before=line))))
        yield from beside(left, [main, *right])

    def _stacked(
        self, one: Item, console: Console, options: ConsoleOptions
    ) -> Iterator[Sequence[At]]:
        """The same without columns, where they would leave no room for the main text."""
        before = [
            Text(cell.plain.replace("\n", " "), cell.style, spans=cell.spans) for cell in one.before
        ]
        after = flowed([*one.after, *one.details], options.max_width - 2)
        lines = [*flowed(before, options.max_width), one.main, *one.under, *after]
        for place, line in enumerate(lines):
            yield from hung(_line(line, 2 if place else 0), console, options)

    def _before(self, one: Item) -> Iterator[At]:
        column = 0
        for place, (cell, size) in enumerate(zip(one.before, self.left, strict=True)):
            if size:
                yield At(column + (size - cell_len(cell.plain) if place < self.counts else 0), cell)
                column += size + GAP

    def _after(self, one: Item, kept: Sequence[int], width: int) -> Iterator[At]:
        column = width
        made = []
        for place in range(len(self.right) - 1, kept[0] - 1 if kept else len(self.right), -1):
            if self.right[place]:
                column -= self.right[place]
                cell = one.after[place]
                made.append(
                    At(
                        column
                        + (self.right[place] - cell_len(cell.plain) if place < self.numbers else 0),
                        cell,
                    )
                )
                column -= GAP
        yield from reversed(made)


def _line(line: Text | Line, indent: int) -> Line:
    return (
        line._replace(indent=line.indent + indent) if isinstance(line, Line) else Line(line, indent)
    )


def _widths(rows: Sequence[Sequence[Text]], heads: Sequence[Text]) -> list[int]:
    """The width of each column; 0 for one in which nothing stands, whatever its heading."""
    made: list[int] = []
    for place in range(len(rows[0] if rows else heads)):
        cells = [row[place] for row in rows]
        widest = max(
            (cell_len(line) for cell in cells for line in cell.plain.split("\n")), default=0
        )
        made.append(max(widest, cell_len(heads[place].plain) if heads else 0) if widest else 0)
    return made
