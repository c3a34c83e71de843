"""The brief: one page, its parts under headings, all in the same columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vnkp.answers.brief import Brief
from vnkp.i18n.messages import capital, say
from vnkp.output import brief_rows
from vnkp.output.brief_rows import BriefRow
from vnkp.output.formats import Context
from vnkp.output.screen import theme

_GAP = 2
# Longer dates are folded at their dash, below and from 100 columns on.
_DATE, _LONG_DATE = 16, 20


def brief_page(answer: Brief, context: Context) -> RenderableType:
    """The parts of *answer*, each with its rows and, if there are more, the command for them."""
    lang, width = context.lang, min(context.width, theme.WIDEST)
    sections: list[tuple[str, list[BriefRow], list[str]]] = []
    if answer.relation:
        relation = brief_rows.relation_rows(answer, lang)
        sections.append((capital(say("brief_relation", lang)), relation, []))
    for part in answer.parts:
        name = brief_rows.heading(part, lang, is_focused=bool(answer.about))
        rows = brief_rows.rows_of(part.answer, lang)
        foot = [] if context.picture else brief_rows.more_lines(part, lang)
        sections.append((name, rows, foot))
    every = [row for _, rows, _ in sections for row in rows]
    fold = _LONG_DATE if width >= theme.WIDE else _DATE
    dates = max((_width(_date(row, fold)) for row in every), default=0)
    parts: list[RenderableType] = []
    for name, rows, foot in sections:
        parts += [*([Text()] if parts else []), Text(name, theme.BOLD)]
        if width < theme.NARROW:
            parts += [line for row in rows for line in _entry(row)]
        elif rows:
            parts.append(_table(rows, dates, width, fold))
        indent = 2 if width < theme.NARROW else dates + len(theme.DISPUTED) + 2 * _GAP
        parts += [Padding(theme.dim(line), (0, 0, 0, indent)) for line in foot]
    return Group(*parts)


def _table(rows: Sequence[BriefRow], dates: int, width: int, fold: int) -> Table:
    table = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
    table.add_column(width=dates)
    table.add_column(width=len(theme.DISPUTED))
    indent = dates + len(theme.DISPUTED) + 2 * _GAP
    way = max(cell_len(row.way) for row in rows)
    table.add_column(width=width - indent - (way + _GAP if way else 0), overflow="fold")
    if way:
        table.add_column(width=way, no_wrap=True)
    for row in rows:
        cells = [_date(row, fold), _sign(row), _text(row)]
        table.add_row(*cells, *([Text(row.way)] if way else []))
    return table


def _date(row: BriefRow, width: int) -> Text:
    return Text(theme.folded(row.when, width))


def _width(text: Text) -> int:
    return max(cell_len(line) for line in text.plain.split("\n"))


def _sign(row: BriefRow) -> Text:
    """The sign of a dispute, where there is one."""
    return Text(theme.DISPUTED if row.fact and row.fact.disputed else "", theme.WARN)


def _text(row: BriefRow) -> Text:
    """The text of a row and, after a ≠, what other sources have."""
    text = Text(row.whole_text)
    if row.differ:
        text.append(f" {theme.DISPUTED} {row.differ}", theme.DIM)
    return text


def _entry(row: BriefRow) -> Iterator[RenderableType]:
    """A row under 60 columns: the date and direction, under them the text."""
    about = "  ".join(part for part in (row.when, row.way) if part)
    if about:
        yield Text.assemble((about, theme.DIM), "  ", _sign(row))
    yield Padding(_text(row), (0, 0, 0, 2 if about else 0))
