"""The commands that add up: aid and trade."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from vnkp.cli import execute
from vnkp.cli.execute import Answer
from vnkp.cli.giving import answered, counted_of, in_time, unlimited
from vnkp.cli.options import Filters, Output, choice
from vnkp.errors import VnkpError
from vnkp.i18n.messages import say
from vnkp.model.enums import Kind
from vnkp.model.facts import Book
from vnkp.query import filters as queries
from vnkp.query.filters import Query
from vnkp.query.totals import By, Total, totals

if TYPE_CHECKING:
    from rich.console import RenderableType


def aid(
    filters: Filters,
    output: Output,
    by: Annotated[
        str | None, typer.Option("--by", metavar="GROUP", help="item, year, decade or giver.")
    ] = None,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Tell which facts were counted, and why others were not."),
    ] = False,
) -> int:
    """How much aid, of what, from whom: totals with their bounds.

    Example: vnkp aid --in 2001 --explain
    """
    lang = execute.language(output)
    group = cast(
        "By | None", choice("group", by, ("item", "year", "decade", "giver")) if by else None
    )
    asked = filters.query(lang, only=Kind.AID)
    book = execute.book(output)
    every = _sorted(book, asked, group)
    found = every[: asked.limit]
    count = counted_of("counted_totals", len(found), len(every), lang)

    def draw(width: int) -> RenderableType:
        from vnkp.output.screen import aid, layout, theme

        title = " · ".join(part for part in (say("aid", lang), in_time(asked)) if part)
        bare = sum(not fact.figure for fact in unlimited(book, asked))
        ranged = any(total.low != total.high for total in found)
        hints = (
            say("aid_note", lang) if ranged else "",
            say("no_figure", lang, n=bare) if bare else "",
            say("explain_hint", lang) if not explain else "",
        )
        shown = aid.aid(book, found, lang, width, bars=group in ("year", "decade"))
        footnote = aid.explained(book, found, lang) if explain else None
        return layout.screen(theme.heading(title, count), shown, footnote, foot=hints)

    answer = Answer(
        title=say("aid", lang),
        data=lambda: execute.render("json").aid(found, asked.when),
        rows=lambda: execute.render("tabular").totals(found),
        picture=draw,
        markdown=lambda: execute.render("markdown").totals(book, found, lang),
        notes=(count,) if found else (say("nothing", lang),),
        found=bool(found),
    )
    return execute.give(answer, output)


def _sorted(book: Book, asked: Query, group: By | None) -> list[Total]:
    """The totals, in the order asked for; raise `VnkpError` for what totals do not heed."""
    if not asked.parts or asked.sort not in ("date", "value", "-value"):
        raise VnkpError(
            "totals weigh parts and wholes by themselves, and are sorted by value alone; leave the option out"
        )
    every = totals(book, asked, group)
    if asked.sort != "date":
        every.sort(key=lambda total: total.high, reverse=asked.sort == "-value")
    return every


def trade(filters: Filters, output: Output) -> int:
    """How trade went: a row a year, Vietnam's exports and imports apart, with bars.

    Example: vnkp trade --since 2009
    """
    lang = execute.language(output)
    asked = filters.query(lang, only=Kind.TRADE)
    book = execute.book(output)
    found = queries.select(book, asked)

    def draw(width: int) -> RenderableType:
        from vnkp.i18n import numbers
        from vnkp.output.screen import fact_list, layout, theme
        from vnkp.output.screen import trade as drawing

        rest = [fact for fact in found if not fact.figure]
        told = (
            (layout.section(say("trade_more", lang)), fact_list.facts(book, rest, asked, width))
            if rest
            else ()
        )
        years = drawing.years(found)
        unit = numbers.unit(drawing.usual_unit(years), 2, book, lang) if years else ""
        count = say("counted_periods", lang, n=len(years))
        title = theme.heading(
            say("trade", lang), f"{count}, {say('in_unit', lang, unit=unit)}" if years else count
        )
        hint = (
            say("trade_note", lang)
            if any(fact.disputed for fact in found)
            else say("next_show", lang)
        )
        return layout.screen(title, drawing.trade(book, found, lang, width), *told, foot=(hint,))

    return execute.give(answered(book, found, asked, say("trade", lang), draw), output)
