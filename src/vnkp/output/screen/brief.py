"""The brief: one page, its parts under headings, all of them with their texts in one column."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.text import Text

from vnkp.answers import FactList
from vnkp.answers.summaries import Brief, BriefPart
from vnkp.i18n.messages import capital, say
from vnkp.output import brief_rows
from vnkp.output.brief_rows import BriefRow
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.layout import Column, Rows, entries

# Longer dates are folded at their dash, below and from 100 columns on.
_DATE, _LONG_DATE = 16, 20


class _Section(msgspec.Struct):
    name: str
    rows: Sequence[BriefRow]
    has_ways: bool
    more: str = ""


def brief_page(answer: Brief, context: Context) -> RenderableType:
    """The parts of *answer*, each with its rows and, if there are more, the command for them."""
    lang, width = context.lang, min(context.width, theme.WIDEST)
    sections = [_section(answer, part, context) for part in answer.parts]
    if answer.relation:
        name = capital(say("brief_relation", lang))
        sections.insert(0, _Section(name, brief_rows.relation_rows(answer, lang), True))
    fold = _LONG_DATE if width >= theme.WIDE else _DATE
    written = [theme.folded(row.when, fold) for section in sections for row in section.rows]
    dates = max(map(theme.widest, written), default=0)
    parts: list[RenderableType] = []
    for section in sections:
        parts += [*([Text()] if parts else []), *_section_heading(section, width)]
        if width < theme.NARROW:
            parts.append(entries(map(_brief_entry, section.rows), context.width, apart=False))
        else:
            columns = [Column(), Column(wraps=True), Column()]
            rows = [_brief_row(row, section.has_ways, dates, fold) for row in section.rows]
            parts.append(Rows(columns, rows, width))
    return Group(*parts)


def _section(answer: Brief, part: BriefPart, context: Context) -> _Section:
    """A part; the titles of facts tell the direction themselves."""
    lang = context.lang
    rows = brief_rows.rows_of(part.answer, lang)
    name = brief_rows.heading(part, lang, is_focused=bool(answer.about))
    more = [] if context.picture else brief_rows.more_lines(part, len(rows), lang)
    has_titles = isinstance(part.answer, FactList) and part.answer.view in ("list", "disputes")
    return _Section(name, rows, not has_titles, " · ".join(more))


def _section_heading(section: _Section, width: int) -> list[Text]:
    """The heading, and how many more there are: at the edge or, without room for that, below."""
    gap = width - cell_len(section.name) - cell_len(section.more)
    heading = Text(section.name, theme.BOLD)
    if not section.more or gap < 2:
        return [heading, *([theme.dim(section.more)] if section.more else [])]
    return [Text.assemble(heading, " " * gap, (section.more, theme.DIM))]


def _brief_row(row: BriefRow, has_way: bool, dates: int, fold: int) -> list[Text]:
    """The date with the sign of a dispute, the text, the direction."""
    date, *rest = theme.folded(row.when, fold).split("\n")
    blanks = " " * (dates - cell_len(date) + 1)
    when = Text.assemble(date, blanks, _sign(row) or " ", *(f"\n{line}" for line in rest))
    return [when, _text(row), Text(row.way if has_way else "")]


def _sign(row: BriefRow) -> Text:
    """The sign of a dispute, where there is one."""
    return theme.disputed(row.fact) if row.fact else Text()


def _text(row: BriefRow) -> Text:
    """The text of a row and, after a ≠, what other sources have."""
    text = Text(row.whole_text)
    if row.differ:
        text.append(f" {theme.DISPUTED} {row.differ}", theme.DIM)
    return text


def _brief_entry(row: BriefRow) -> list[Text]:
    """A row under 60 columns: the date and direction, under them the text."""
    about = [theme.dim(row.when), theme.dim(row.way), _sign(row)]
    return [theme.joined(about), _text(row)]
