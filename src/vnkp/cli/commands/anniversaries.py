"""The commands of the calendar: anniversaries and today."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from vnkp.answers import Anniversaries, FactList
from vnkp.cli.commands.facts import fact_list
from vnkp.cli.options import Filters, Output
from vnkp.model.time_window import Overlap
from vnkp.query.anniversaries import (
    DEFAULT_INTERVAL,
    anniversaries_in,
    month_day,
    next_day,
    on_day,
)
from vnkp.query.filters import MatchedFact, match_facts


def anniversaries_command(
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
    ] = DEFAULT_INTERVAL,
    all_: Annotated[bool, typer.Option("--all", help="Every fact, not milestones alone.")] = False,
) -> Anniversaries:
    """What falls due in a year: round numbers of milestones, unless told otherwise.

    29 February is kept on 28 February in common years.

    Example: vnkp anniversaries 2027
    """
    query = filters.query(output.language())
    book = output.book()
    facts = [match.fact for match in match_facts(book, query)]
    due_year = year or dt.date.today().year
    due = anniversaries_in(facts, due_year, every=every, include_all=all_)
    if query.sort != "date":  # by date, milestones come first
        order = {fact.id: index for index, fact in enumerate(facts)}
        due.sort(key=lambda anniversary: order[anniversary.fact.id])
    return Anniversaries(
        book=book,
        query=query,
        year=due_year,
        anniversaries=tuple(due[: query.limit]),
        total=len(due),
        first_year=min((fact.date.earliest.year for fact in facts), default=0),
        asked_in=filters.in_ if year is None else None,
    )


def today_command(
    filters: Filters,
    output: Output,
    date: Annotated[
        str | None, typer.Option("--date", metavar="MM-DD", help="Another day of the year.")
    ] = None,
) -> FactList:
    """What happened on this day, in any year; if nothing did, the next day on which something did.

    Example: vnkp today --date 01-31
    """
    today = dt.date.today()
    day = month_day(date) if date else (today.month, today.day)
    query = filters.query(output.language())
    book = output.book()
    overlaps = {match.fact.id: match.overlap for match in match_facts(book, query)}
    facts = [match.fact for match in match_facts(book, query)]
    happened = on_day(facts, *day, None if date else today.year)
    following = None if happened else next_day(facts, *day)
    if following:
        happened = on_day(facts, *following)
    matches = [MatchedFact(fact, overlaps.get(fact.id, Overlap.INSIDE)) for fact in happened]
    return fact_list(book, query, matches, view="today", day=day, next_day=following)
