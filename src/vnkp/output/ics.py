"""Anniversaries as a calendar file (iCalendar, RFC 5545)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from vnkp.answers import Anniversaries
from vnkp.errors import UsageError
from vnkp.i18n import dates
from vnkp.i18n.labels import KINDS, label
from vnkp.i18n.messages import say
from vnkp.i18n.sources import citation
from vnkp.model import edtf
from vnkp.model.facts import Book, Lang
from vnkp.output.formats import Context
from vnkp.query.anniversaries import Anniversary


def render(answer: Anniversaries, context: Context) -> str:
    """One all-day event for each anniversary, with the years in its title.

    A coarse date stands on its first day and says so. The same anniversaries give the same bytes
    on any day: a calendar that reads the file again recognises its events.
    """
    try:
        import icalendar
    except ImportError:
        raise UsageError("no_icalendar") from None
    lang = context.lang
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//vnkp//anniversaries//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{say('timeline', lang)}: {say('anniversaries', lang)}")
    for anniversary in answer.anniversaries:
        calendar.add_component(_event(icalendar, answer.book, anniversary, lang))
    return str(calendar.to_ical().decode())


def _event(icalendar: Any, book: Book, anniversary: Anniversary, lang: Lang) -> Any:
    fact = anniversary.fact
    event = icalendar.Event()
    event.add("uid", f"{fact.id}-{anniversary.year}@vnkp")
    # A stamp of the year alone keeps the file the same from one day to the next.
    event.add("dtstamp", dt.datetime(anniversary.year, 1, 1, tzinfo=dt.timezone.utc))
    event.add("dtstart", anniversary.first)
    if anniversary.first < dt.date.max:
        event.add("dtend", anniversary.first + dt.timedelta(days=1))
    event.add("summary", _title(anniversary, lang), parameters={"LANGUAGE": lang})
    description = "\n".join(_description(book, anniversary, lang))
    event.add("description", description, parameters={"LANGUAGE": lang})
    event.add("categories", [label(KINDS[fact.kind], lang)])
    event.add("transp", "TRANSPARENT")
    return event


def _title(anniversary: Anniversary, lang: Lang) -> str:
    years = say("years_of", lang, n=anniversary.years)
    title = f"{years}: {label(anniversary.fact, lang)}"
    if anniversary.day is not None:
        return title
    date = dates.date(edtf.parse(anniversary.date), lang, long=True)
    return f"{title} ({say('day_unknown', lang, date=date)})"


def _description(book: Book, anniversary: Anniversary, lang: Lang) -> Iterator[str]:
    """When it happened, why it may stand on another day, and the sources."""
    yield dates.date(anniversary.fact.date, lang, long=True)
    if anniversary.shifted:
        yield say("leap", lang)
    yield from (citation(book, cite.source, lang) for cite in anniversary.fact.cite)
