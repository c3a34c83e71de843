"""What screens are put together from: tables with a thin rule, title lines, and entries of a vertical list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from rich import box
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from vnkp.i18n.messages import capital
from vnkp.output.screen import theme
from vnkp.output.screen.hanging import Line, Lines

_KEPT_WHOLE = 24  # columns up to this wide are never broken
_SHARE = 16  # what a column of running text needs at least


class Column(NamedTuple):
    """A column: its heading, whether it holds numbers, and whether its cells stay on one line while there is room."""

    name: str
    number: bool = False
    whole: bool = True


_GAP = 2


def fits(columns: Sequence[Column], rows: Sequence[Sequence[Text]], width: int) -> bool:
    """Whether every cell that should stay whole does, and the others get a fair share of *width*."""
    return sum(size + _GAP for size in _least(columns, rows) if size) - _GAP <= width


def _least(columns: Sequence[Column], rows: Sequence[Sequence[Text]]) -> list[int]:
    """The columns that each column cannot do without; 0 for empty ones."""
    sizes = []
    for place, column in enumerate(columns):
        longest = max(
            (cell_len(line) for row in rows for line in row[place].plain.split("\n")), default=0
        )
        needed = max(longest, cell_len(column.name)) if longest else 0
        sizes.append(min(needed, _KEPT_WHOLE) if column.whole else min(needed, _SHARE))
    return sizes


def table(columns: Sequence[Column], rows: Sequence[Sequence[Text]], width: int) -> Table:
    """*rows* under a header with a rule; what does not fit its column is wrapped, never cut. Empty columns are left out."""
    sizes = _least(columns, rows)
    roomy = fits(columns, rows, width)
    made = Table(
        box=box.SIMPLE_HEAD,
        header_style=theme.DIM,
        pad_edge=False,
        show_edge=False,
        padding=(0, _GAP - 1, 0, 0),
    )  # the rule's box adds a blank of its own
    for column, size in zip(columns, sizes, strict=True):
        if size:
            justify: Literal["right", "left"] = "right" if column.number else "left"
            made.add_column(
                Text(column.name),
                justify=justify,
                min_width=size if roomy else None,
                overflow="fold",
            )
    for row in rows:
        made.add_row(*(cell for cell, size in zip(row, sizes, strict=True) if size))
    return made


def screen(title: Text, *parts: RenderableType | None, foot: Iterable[str] = ()) -> Group:
    """A title line, what is shown, and dim last lines that say what next."""
    shown = [part for part in parts if part is not None]
    ending = [theme.dim(line) for line in foot if line]
    return Group(title, Text(), *shown, *([Text()] if ending else []), *ending)


def section(name: str) -> Text:
    """The heading of a part of a screen."""
    return Text(f"\n{capital(name)}", theme.BOLD)


def entries(several: Iterable[Iterable[Text | Line]]) -> Lines:
    """A vertical list: the first line of each entry at the margin, the others hanging, an empty line between entries."""
    made: list[Line] = []
    for entry in several:
        lines = [line if isinstance(line, Line) else Line(line, 0, 2) for line in entry]
        first, *others = [line for line in lines if line.text.plain.strip()]
        made += [Line(Text())] if made else []
        made += [first, *(line._replace(indent=line.indent + 2) for line in others)]
    return Lines(made)


def joined(parts: Iterable[Text], by: str = "  ") -> Text:
    """The *parts* that are not empty, on one line."""
    return Text(by).join([part for part in parts if part.plain])
