"""Anniversaries: the date, how many years, and what; a rule between past and coming."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from vnkp.answers import Anniversaries
from vnkp.clock import current_date
from vnkp.i18n import dates
from vnkp.i18n.messages import say
from vnkp.model import edtf
from vnkp.model.fields import Lang
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.frame import heading, hint, hint_lines, last_lines, legend, page
from vnkp.output.screen.layout import Column, Row, listing
from vnkp.query.anniversaries import Anniversary


def anniversaries_page(answer: Anniversaries, context: Context) -> RenderableType:
    """Anniversaries in their order; where that is of dates, a rule stands at today."""
    lang, anniversaries = context.lang, answer.anniversaries
    is_narrow = context.width < theme.NARROW
    rows: list[Row | Text] = []
    are_past = [anniversary.past(current_date()) for anniversary in anniversaries]
    coming = are_past.index(False) if False in are_past else 0  # the first of them
    has_rule = True in are_past[:coming] and True not in are_past[coming:]
    for index, anniversary in enumerate(anniversaries):
        rows += [theme.rule(context.width)] if has_rule and index == coming else []
        fact, years = anniversary.fact, anniversary.years
        cells = [
            Text(_day_in_year(anniversary, lang)),
            Text(say("years_of", lang, n=years) if is_narrow else f"{years}", theme.BOLD),
            theme.signs(fact),
            theme.title(fact, lang),
            theme.dim(dates.date(fact.date, lang)),
        ]
        rows.append(Row(cells, id=fact.id))
    columns = [Column(), Column(right=True), Column(), Column(wraps=True), Column()]
    shifted = any(anniversary.shifted for anniversary in anniversaries)
    return page(
        heading(answer, lang),
        listing(columns, rows, context),
        foot=(
            legend(answer.facts, context),
            say("leap", lang) if shifted else "",
            last_lines(answer.facts, context),
            hint_lines(hint("round_hint", context), context),
        ),
    )


def _day_in_year(anniversary: Anniversary, lang: Lang) -> str:
    """The day in its year; the year itself where no more is known."""
    date = edtf.parse(anniversary.date)
    day = dates.date(date, lang, year=False)
    if day or date.precision != "year":
        return day
    return say("in_year", lang, year=anniversary.year)
