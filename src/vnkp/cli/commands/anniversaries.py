"""The commands of the calendar: anniversaries and today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from vnkp.cli import execute, giving
from vnkp.cli.execute import Answer
from vnkp.cli.options import Filters, Output
from vnkp.i18n.messages import say
from vnkp.model.facts import Fact, Lang
from vnkp.query import anniversaries as due

if TYPE_CHECKING:
    from rich.console import RenderableType

    from vnkp.query.anniversaries import Anniversary


def anniversaries(
    filters: Filters,
    output: Output,
    year: Annotated[
        int | None,
        typer.Argument(
            metavar="[YEAR]", min=1, max=9999, help="The year to look at; this year if left out."
        ),
    ] = None,
    every: Annotated[
        int, typer.Option("--every", metavar="N", min=1, help="Only every N years.")
    ] = due.ROUND,
    all_: Annotated[bool, typer.Option("--all", help="Every fact, not milestones alone.")] = False,
) -> int:
    """What falls due in a year: round numbers of milestones, unless told otherwise.

    29 February is kept on 28 February in common years.

    Example: vnkp anniversaries 2027
    """
    lang = execute.language(output)
    book = execute.book(output)
    asked = filters.query(lang)
    chosen = giving.unlimited(book, asked)
    wanted = year or dt.date.today().year
    falling = due.due(chosen, wanted, every=every, everything=all_)
    if asked.sort != "date":  # by date, milestones come first
        order = {fact.id: place for place, fact in enumerate(chosen)}
        falling.sort(key=lambda one: order[one.fact.id])
    found = falling[: asked.limit]
    count = giving.counted_of("counted_anniversaries", len(found), len(falling), lang)
    title = f"{say('anniversaries', lang)} {wanted}"
    mistaken = filters.in_ if year is None else None
    answer = Answer(
        title=title,
        data=lambda: execute.render("json").anniversaries(book, found, asked),
        rows=lambda: execute.render("tabular").anniversaries(book, found, lang),
        picture=lambda width: _picture(found, title, count, lang, width),
        markdown=lambda: execute.render("markdown").anniversaries(book, found, lang),
        more={"ics": lambda: execute.render("ics").ics(book, found, lang)},
        notes=(count,)
        if found
        else (f"{title}: {say('nothing', lang)}; {_hint(chosen, wanted, mistaken, lang)}",),
        found=bool(found),
    )
    return execute.give(answer, output)


def _picture(
    found: Sequence[Anniversary], title: str, count: str, lang: Lang, width: int
) -> RenderableType:
    from vnkp.output.screen import anniversaries, layout, theme

    leap = say("leap", lang) if any(one.moved for one in found) else ""
    differ = say("next_show_disputed", lang) if any(one.fact.disputed for one in found) else ""
    shown = anniversaries.drawn(found, dt.date.today(), lang, width)
    return layout.screen(
        theme.heading(title, count), shown, foot=(leap, differ, say("round_hint", lang))
    )


def _hint(chosen: Sequence[Fact], year: int, when: str | None, lang: Lang) -> str:
    """What to try when nothing falls due in *year*; *when* was given for the facts, and may have been meant for the year."""
    if (
        when and when.isdecimal() and int(when) >= dt.date.today().year
    ):  # there are no facts yet in a year to come
        return say("due_hint", lang, year=when)
    oldest = min((fact.date.earliest.year for fact in chosen), default=0)
    return say("too_early", lang, year=oldest) if oldest >= year else say("round_hint", lang)


def today(
    filters: Filters,
    output: Output,
    date: Annotated[
        str | None, typer.Option("--date", metavar="MM-DD", help="Another day of the year.")
    ] = None,
) -> int:
    """What happened on this day, in any year; if nothing did, the next day on which something did.

    Example: vnkp today --date 01-31
    """
    lang = execute.language(output)
    now = dt.date.today()
    month, day = due.month_day(date) if date else (now.month, now.day)
    asked = filters.query(lang)
    book = execute.book(output)
    chosen = giving.unlimited(book, asked)
    happened = due.on_day(chosen, month, day, None if date else now.year)
    following = None if happened else due.next_day(chosen, month, day)
    found = happened[: asked.limit]
    shown = due.on_day(chosen, *following)[: asked.limit] if following else found
    title = f"{say('today', lang)}, {_day(month, day, lang)}"

    def draw(width: int) -> RenderableType:
        from vnkp.output.screen import fact_list, layout, theme

        heading = theme.heading(title, say("counted_facts", lang, n=len(found)))
        note = (
            say("next_day", lang, date=_day(month, day, lang), next=_day(*following, lang))
            if following
            else ""
        )
        return layout.screen(
            heading,
            theme.dim(f"{note}\n") if note else None,
            fact_list.facts(book, shown, asked, width),
        )

    answer = giving.answered(book, found, asked, title, draw)
    if following:
        note = say("next_day", lang, date=_day(month, day, lang), next=_day(*following, lang))
        answer = msgspec.structs.replace(answer, notes=(note,), shown=True)
    return execute.give(answer, output)


def _day(month: int, day: int, lang: Lang) -> str:
    from vnkp.i18n import dates
    from vnkp.model import edtf

    return dates.date(edtf.parse(f"2000-{month:02}-{day:02}"), lang, year=False)
