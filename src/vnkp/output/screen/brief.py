"""The brief: one page, its parts under headings, all of them with their texts in one column."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from vnkp.answers.summaries import Brief
from vnkp.output import brief_rows, titles
from vnkp.output.brief_rows import BriefRow
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.frame import heading, page
from vnkp.output.screen.layout import Column, Row, listing, spaced

# Longer dates are folded at their dash, below and from 100 columns on.
_DATE, _LONG_DATE = 16, 20


def brief_page(answer: Brief, context: Context) -> RenderableType:
    """The parts of *answer*, each with its rows and, if there are more, the command for them."""
    lang = context.lang
    sections = brief_rows.sections(answer, lang)
    fold = _LONG_DATE if context.width >= theme.WIDE else _DATE
    dates = [theme.folded(row.date, fold) for section in sections for row in section.rows]
    date_width = max(map(theme.text_width, dates), default=0)
    columns = [Column(width=date_width), Column(gap=1, width=1), Column(wraps=True), Column()]
    parts: list[list[RenderableType]] = []
    for section in sections:
        more = "" if context.picture else " · ".join(section.more)
        rows = [_row(row, section.has_directions, fold) for row in section.rows]
        table = listing(columns, rows, context, apart=False)
        parts.append([theme.heading_with_more(section.heading, more, context), table])
    caption = titles.caption(answer.listed_facts, lang) if context.picture else ""
    return page(heading(answer, lang), *spaced(parts), foot=(caption,))


def _row(row: BriefRow, has_direction: bool, fold: int) -> Row:
    """The date, the sign of a dispute, the text and what other sources have, the direction."""
    sign = theme.disputed(row.fact) if row.fact else Text()
    text = Text(row.whole_text)
    if row.differ:
        text.append(f" {theme.DISPUTED} {row.differ}", theme.DIM)
    direction = Text(row.direction if has_direction else "")
    return Row([Text(theme.folded(row.date, fold)), sign, text, direction])
