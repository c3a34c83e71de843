"""A list for middling terminals: what happened between its date and its figures, and under it lines of the full width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from vnkp.render import style

_GAP = "  "
_LEAST = 26  # with less room than this for the main column, what stands right of it moves under it


class Item(NamedTuple):
    """An item of a list: cells before its *main* text, cells after it, and the lines *under* it."""

    before: Sequence[Text]
    main: Text
    after: Sequence[Text]
    under: Sequence[Text]


def item(*before: str, main: str, after: Sequence[str] = ()) -> Item:
    """The header of a list."""
    return Item([Text(cell) for cell in before], Text(main), [Text(cell) for cell in after], [])


class Listing:
    """*items* under a header; lines under an item run to the right edge, so that ids stay whole.

    With *numbers*, or with several cells after the main column, the first of those holds numbers.
    """

    def __init__(self, heads: Item, items: Sequence[Item], *, numbers: bool = False) -> None:
        self.numbers = numbers
        self.heads = heads
        self.items = items
        self.left = [_widest([item.before[place] for item in items], heads.before[place]) for place in range(len(heads.before))]
        self.right = [_widest([item.after[place] for item in items], heads.after[place]) for place in range(len(heads.after))]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = min(options.max_width, style.WIDEST)
        indent = sum(size + len(_GAP) for size in self.left if size)
        kept = self._kept(width - indent)
        for place, item in enumerate((self.heads, *self.items)):
            yield from self._item(item, indent, width - indent, kept, console, "" if place else style.DIM)
            if not place:
                yield Text("─" * width, style.DIM)

    def _kept(self, room: int) -> list[int]:
        """The cells after the main column for which there is room beside it, the last being kept the longest."""
        places = [place for place, size in enumerate(self.right) if size]
        while places and room - sum(self.right[place] + len(_GAP) for place in places) < _LEAST:
            places.pop(0)
        return places

    def _item(self, item: Item, indent: int, room: int, kept: list[int], console: Console, look: str) -> Iterator[Text]:
        tail = sum(self.right[place] + len(_GAP) for place in kept)
        before = _cells([(cell, size) for cell, size in zip(item.before, self.left, strict=True) if size])
        after = [(item.after[place], self.right[place]) for place in kept]
        under = [] if item is self.heads else [cell for place, cell in enumerate(item.after) if place not in kept]
        for place, line in enumerate(item.main.wrap(console, max(room - tail, 8), overflow="fold") or [Text()]):
            made = (before if not place else Text(" " * indent)) + line
            if kept and not place:
                made.pad_right(indent + room - tail - cell_len(made.plain))
                made += Text.assemble(_GAP, _cells(after, numbers=len(after) > 1 or self.numbers))
            made.rstrip()
            made.stylize(look)
            yield made
        for text in (*(cell for cell in under if cell.plain), *item.under):
            for line in text.wrap(console, max(room, 8), overflow="fold"):
                yield Text(" " * indent) + line


def _cells(cells: Sequence[tuple[Text, int]], *, numbers: bool = False) -> Text:
    """*cells* side by side, each as wide as its column, with a gap after it; if they are *numbers* the first ends flush."""
    made = Text()
    for place, (cell, size) in enumerate(cells):
        blank = " " * max(size - cell_len(cell.plain), 0)
        made = made + Text.assemble(*((blank, cell) if numbers and not place else (cell, blank)), _GAP)
    return made


def _widest(cells: Sequence[Text], head: Text) -> int:
    """The width of a column; 0 when nothing stands in it, whatever its heading."""
    widest = max((cell_len(cell.plain) for cell in cells), default=0)
    return max(widest, cell_len(head.plain)) if widest else 0
