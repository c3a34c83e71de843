"""Anniversaries: the date, how many years, and what; a rule between past and coming."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from vnkp.clock import current_date
from vnkp.i18n import dates
from vnkp.i18n.messages import say
from vnkp.model import edtf
from vnkp.model.fields import Lang
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.layout import Below, Column, Row, Rows, entries
from vnkp.query.anniversaries import Anniversary


def anniversary_list(
    anniversaries: Sequence[Anniversary], today: dt.date, context: Context
) -> RenderableType:
    """Anniversaries in their order; where that is of dates, a rule stands at today."""
    lang = context.lang
    if context.width < theme.NARROW:
        return entries(
            (_anniversary_entry(anniversary, context) for anniversary in anniversaries),
            context.width,
        )
    ids = theme.id_width((anniversary.fact.id for anniversary in anniversaries), context)
    rows: list[Row] = []
    states = [anniversary.past(today) for anniversary in anniversaries]
    turn = states.index(False) if False in states and True in states else -1
    in_order = turn < 0 or True not in states[turn:]
    for index, anniversary in enumerate(anniversaries):
        if index == turn and in_order:
            rows.append(theme.rule(context.width))
        fact = anniversary.fact
        rows.append(
            [
                Text(_due(anniversary, lang)),
                Text(f"{anniversary.years}", theme.BOLD),
                theme.signs(fact),
                theme.title(fact, lang),
                theme.dim(dates.date(fact.date, lang)),
                theme.dim(fact.id if ids else ""),
            ]
        )
        if context.ids and not ids:
            rows.append(Below(theme.whole(fact.id)))
    columns = [Column(), Column(right=True), Column(), Column(wraps=True), Column(), Column()]
    width = min(context.width, theme.WIDEST)
    return Rows(columns, rows, width)


def _due(anniversary: Anniversary, lang: Lang) -> str:
    """The day in its year; the year itself where no more is known."""
    date = edtf.parse(anniversary.date)
    within = dates.date(date, lang, year=False)
    if within or date.precision != "year":
        return within
    this_year = anniversary.year == current_date().year
    return say("this_year" if this_year else "in_year", lang, year=anniversary.year)


def _anniversary_entry(anniversary: Anniversary, context: Context) -> list[Text]:
    lang, fact = context.lang, anniversary.fact
    years = Text(say("years_of", lang, n=anniversary.years), theme.BOLD)
    due = Text.assemble(theme.sign(fact), f" {_due(anniversary, lang)}")
    about = [due, years, theme.dim(dates.date(fact.date, lang)), theme.disputed(fact)]
    ids = [theme.whole(fact.id)] if context.ids else []
    return [theme.joined(about), theme.title(fact, lang), *ids]
