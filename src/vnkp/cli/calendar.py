"""The commands of the calendar: anniversaries and today."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from vnkp import anniversaries as due
from vnkp import query as queries
from vnkp.cli import giving, run
from vnkp.cli.options import Filters, Output
from vnkp.cli.run import Answer
from vnkp.model import Lang
from vnkp.words.phrases import say

if TYPE_CHECKING:
    from rich.console import RenderableType


def anniversaries(
    filters: Filters,
    output: Output,
    year: Annotated[
        int | None,
        typer.Argument(metavar="[YEAR]", min=1, max=9999, help="The year to look at; this year if left out."),
    ] = None,
    every: Annotated[int, typer.Option("--every", metavar="N", min=1, help="Only every N years.")] = due.ROUND,
    all_: Annotated[bool, typer.Option("--all", help="Every fact, not milestones alone.")] = False,
) -> int:
    """What falls due in a year: round numbers of milestones, unless told otherwise.

    29 February is kept on 28 February in common years.

    Example: vnkp anniversaries 2027
    """
    lang = run.language(output)
    book = run.book(output)
    today = dt.date.today()
    asked = filters.query(lang)
    chosen = queries.select(book, msgspec.structs.replace(asked, limit=None))
    found = due.due(chosen, year or today.year, every=every, everything=all_)
    if asked.sort != "date":  # by date, milestones come first
        order = {fact.id: place for place, fact in enumerate(chosen)}
        found.sort(key=lambda one: order[one.fact.id])
    every_one = len(found)
    found = found[: asked.limit]
    count = giving.counted_of("counted_anniversaries", len(found), every_one, lang)
    title = f"{say('anniversaries', lang)} {year or today.year}"
    hint = say("round_hint", lang)
    oldest = min((fact.date.earliest.year for fact in chosen), default=0)
    if oldest >= (year or today.year):
        hint = say("too_early", lang, year=oldest)
    wanted = filters.in_ or ""
    if year is None and wanted.isdecimal() and int(wanted) >= today.year:  # there are no facts yet in a year to come
        hint = say("due_hint", lang, year=wanted)

    def draw(width: int) -> RenderableType:
        from vnkp.render import calendar, layout, style

        leap = say("leap", lang) if any(one.moved for one in found) else ""
        shown = calendar.drawn(found, today, lang, width)
        differ = say("next_show_disputed", lang) if any(one.fact.disputed for one in found) else ""
        return layout.screen(style.heading(title, count), shown, foot=(leap, differ, say("round_hint", lang)))

    def paste() -> str:
        from vnkp.render import markdown

        return markdown.anniversaries(book, found, lang)

    def events() -> str:
        from vnkp.render import ics

        return ics.ics(book, found, lang)

    answer = Answer(
        title=title,
        data=lambda: run.render("export").anniversaries(book, found, asked),
        rows=lambda: run.render("rows").anniversaries(book, found, lang),
        picture=draw,
        markdown=paste,
        more={"ics": events},
        notes=(count,) if found else (f"{title}: {say('nothing', lang)}; {hint}",),
        found=bool(found),
    )
    return run.give(answer, output)


def today(
    filters: Filters,
    output: Output,
    date: Annotated[str | None, typer.Option("--date", metavar="MM-DD", help="Another day of the year.")] = None,
) -> int:
    """What happened on this day, in any year; if nothing did, the next day on which something did.

    Example: vnkp today --date 01-31
    """
    lang = run.language(output)
    now = dt.date.today()
    month, day = due.month_day(date) if date else (now.month, now.day)
    asked = filters.query(lang)
    book = run.book(output)
    chosen = queries.select(book, msgspec.structs.replace(asked, limit=None))
    happened = due.on_day(chosen, month, day, None if date else now.year)
    following = None if happened else due.next_day(chosen, month, day)
    found = happened[: asked.limit]
    shown = due.on_day(chosen, *following)[: asked.limit] if following else found
    title = f"{say('today', lang)}, {_day(month, day, lang)}"

    def draw(width: int) -> RenderableType:
        from vnkp.render import layout, style, tables

        heading = style.heading(title, say("counted_facts", lang, n=len(found)))
        note = say("next_day", lang, date=_day(month, day, lang), next=_day(*following, lang)) if following else ""
        return layout.screen(heading, style.dim(f"{note}\n") if note else None, tables.facts(book, shown, asked, width))

    answer = giving.answered(book, found, asked, title, draw)
    if following:
        note = say("next_day", lang, date=_day(month, day, lang), next=_day(*following, lang))
        answer = msgspec.structs.replace(answer, notes=(note,), shown=True)
    return run.give(answer, output)


def _day(month: int, day: int, lang: Lang) -> str:
    from vnkp import edtf
    from vnkp.words import dates

    return dates.date(edtf.parse(f"2000-{month:02}-{day:02}"), lang, year=False)
