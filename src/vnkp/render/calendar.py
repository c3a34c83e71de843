"""Anniversaries: as a table, as JSON, and as a calendar file (iCalendar, RFC 5545)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from vnkp import edtf
from vnkp.anniversaries import Anniversary
from vnkp.errors import VnkpError
from vnkp.model import Book, Lang
from vnkp.render import export, style
from vnkp.render import rows as rows_
from vnkp.render.layout import entry, joined
from vnkp.render.listing import Item, Listing, item
from vnkp.render.plain import cited
from vnkp.words import dates
from vnkp.words.labels import label
from vnkp.words.phrases import say


def data(book: Book, found: Sequence[Anniversary]) -> list[export.Json]:
    """The JSON of anniversaries."""
    return [{"year": one.year, "years": one.years, "date": one.date, "fact": export.fact(book, one.fact)} for one in found]


def rows(book: Book, found: Sequence[Anniversary], lang: Lang) -> rows_.Table:
    """The years and the date of each anniversary before the columns of its fact."""
    columns, cells = rows_.facts(book, [one.fact for one in found], lang)
    named = ["fact_date" if column == "date" else column for column in columns]
    return ["years", "date", *named], [[one.years, one.date, *row] for one, row in zip(found, cells, strict=True)]


def when(one: Anniversary, lang: Lang) -> str:
    """The day of an anniversary, or the month or year in which it falls."""
    return dates.date(edtf.parse(one.date), lang)


def drawn(found: Sequence[Anniversary], today: dt.date, lang: Lang, width: int) -> RenderableType:
    """A table of anniversaries; for this year it tells past from coming."""
    if width < style.NARROW:
        return Group(*(entry(_entry(one, today, lang)) for one in found))
    heads = item(say("years", lang), say("date", lang), "", "", main=say("what", lang), after=(say("happened", lang),))
    return Listing(heads, [_item(one, today, lang) for one in found])


def _item(one: Anniversary, today: dt.date, lang: Lang) -> Item:
    state = Text(_state(one, today, lang), style.DIM)
    before = [Text(f"{one.years:>3}", style.BOLD), Text(when(one, lang)), state, style.sign(one.fact)]
    return Item(before, style.title(one.fact, lang), [style.date(one.fact, lang)], [style.dim(one.fact.id)])


def _entry(one: Anniversary, today: dt.date, lang: Lang) -> list[Text]:
    years = Text(say("years_of", lang, n=one.years), style.BOLD)
    state = Text(_state(one, today, lang), style.DIM)
    happened = style.dim(f"{say('happened', lang)}: {dates.date(one.fact.date, lang)}")
    return [
        joined([years, Text(when(one, lang)), state]),
        style.title(one.fact, lang),
        happened,
        style.dim(one.fact.id),
    ]


def _state(one: Anniversary, today: dt.date, lang: Lang) -> str:
    if one.year != today.year:
        return ""
    past = one.past(today)
    if past is None:
        return say("due_today" if one.day else "due_now", lang)
    return say("past" if past else "coming", lang)


def ics(book: Book, found: Sequence[Anniversary], lang: Lang) -> str:
    """One all-day event for each anniversary, the years in its title; a coarse date stands on its first day and says so."""
    try:
        import icalendar
    except ModuleNotFoundError:
        message = 'the package icalendar is missing; install it with: pip install "vnkp[ics]"'
        raise VnkpError(message) from None
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//vnkp//anniversaries//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", say("anniversaries", lang))
    for one in found:
        calendar.add_component(_event(icalendar, book, one, lang))
    return str(calendar.to_ical().decode())


def _event(icalendar: Any, book: Book, one: Anniversary, lang: Lang) -> Any:
    event = icalendar.Event()
    title = f"{say('years_of', lang, n=one.years)}: {label(one.fact, lang)}"
    if one.day is None:
        title += f" ({say('day_unknown', lang, date=when(one, lang))})"
    event.add("uid", f"{one.fact.id}-{one.year}@vnkp")
    # A stamp that depends on the fact alone keeps the file the same from one day to the next.
    event.add("dtstamp", dt.datetime(one.year, 1, 1, tzinfo=dt.timezone.utc))
    event.add("dtstart", one.first)
    event.add("dtend", one.first + dt.timedelta(days=1))
    event.add("summary", title, parameters={"LANGUAGE": lang})
    sources = "\n".join(cited(book, cite.source, lang) for cite in one.fact.cite)
    event.add("description", f"{dates.date(one.fact.date, lang, long=True)}\n{sources}")
    event.add("transp", "TRANSPARENT")
    event.add("categories", [one.fact.kind.value])
    return event
