"""The brief: one page, its parts under headings, all of them with their texts in one column."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from vnkp.answers import FactList
from vnkp.answers.summaries import Brief
from vnkp.i18n.messages import capital, say
from vnkp.output import brief_rows, summary
from vnkp.output.brief_rows import BriefRow
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.foot import heading, page
from vnkp.output.screen.layout import Column, Row, listing, spaced

# Longer dates are folded at their dash, below and from 100 columns on.
_DATE, _LONG_DATE = 16, 20


def brief_page(answer: Brief, context: Context) -> RenderableType:
    """The parts of *answer*, each with its rows and, if there are more, the command for them."""
    lang = context.lang
    sections: list[tuple[Text, Sequence[BriefRow], bool]] = []
    if answer.relation:
        name = Text(capital(say("brief_relation", lang)), theme.BOLD)
        sections.append((name, brief_rows.relation_rows(answer, lang), True))
    for part in answer.parts:
        own_rows = brief_rows.rows_of(part.answer, lang)
        more = [] if context.picture else brief_rows.more_lines(part, len(own_rows), lang)
        words = brief_rows.heading(part, lang, is_focused=bool(answer.about))
        # The titles of facts tell the direction themselves.
        has_titles = isinstance(part.answer, FactList) and part.answer.view in ("list", "disputes")
        head = theme.edges(words, " · ".join(more), context)
        sections.append((head, own_rows, not has_titles))
    fold = _LONG_DATE if context.width >= theme.WIDE else _DATE
    when = [theme.folded(row.when, fold) for _, rows, _ in sections for row in rows]
    date_width = max(map(theme.widest, when), default=0)
    columns = [Column(width=date_width), Column(gap=1, width=1), Column(wraps=True), Column()]
    parts: list[list[RenderableType]] = []
    for head, rows, has_ways in sections:
        lines = [_row(row, has_ways, fold) for row in rows]
        parts.append([head, listing(columns, lines, context, apart=False)])
    caption = summary.caption(answer.listed_facts, lang) if context.picture else ""
    return page(heading(answer, lang), *spaced(parts), foot=(caption,))


def _row(row: BriefRow, has_ways: bool, fold: int) -> Row:
    """The date, the sign of a dispute, the text and what other sources have, the direction."""
    sign = theme.disputed(row.fact) if row.fact else Text()
    text = Text(row.whole_text)
    if row.differ:
        text.append(f" {theme.DISPUTED} {row.differ}", theme.DIM)
    way = Text(row.way if has_ways else "")
    return Row([Text(theme.folded(row.when, fold)), sign, text, way])
