"""Anniversaries as a calendar file (iCalendar, RFC 5545)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from vnkp.errors import VnkpError
from vnkp.i18n import dates
from vnkp.i18n.labels import KINDS, label
from vnkp.i18n.messages import say
from vnkp.i18n.sources import cited
from vnkp.model import edtf
from vnkp.model.facts import Book, Lang
from vnkp.query.anniversaries import Anniversary


def ics(book: Book, found: Sequence[Anniversary], lang: Lang) -> str:
    """One all-day event for each anniversary, the years in its title; a coarse date stands on its first day and says so.

    The same anniversaries make the same bytes, on any day: a calendar that reads the file again finds its events again.
    """
    try:
        import icalendar
    except ImportError:
        remedy = 'install it with: pip install "icalendar>=6" (vnkp[ics] brings it along)'
        raise VnkpError(f"the package icalendar is missing; {remedy}") from None
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//vnkp//anniversaries//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{say('timeline', lang)}: {say('anniversaries', lang)}")
    for one in found:
        calendar.add_component(_event(icalendar, book, one, lang))
    return str(calendar.to_ical().decode())


def _event(icalendar: Any, book: Book, one: Anniversary, lang: Lang) -> Any:
    event = icalendar.Event()
    event.add("uid", f"{one.fact.id}-{one.year}@vnkp")
    # A stamp that depends on the year alone keeps the file the same from one day to the next.
    event.add("dtstamp", dt.datetime(one.year, 1, 1, tzinfo=dt.timezone.utc))
    event.add("dtstart", one.first)
    if one.first < dt.date.max:
        event.add("dtend", one.first + dt.timedelta(days=1))
    event.add("summary", _title(one, lang), parameters={"LANGUAGE": lang})
    event.add("description", "\n".join(_told(book, one, lang)), parameters={"LANGUAGE": lang})
    event.add("categories", [label(KINDS[one.fact.kind], lang)])
    event.add("transp", "TRANSPARENT")
    return event


def _title(one: Anniversary, lang: Lang) -> str:
    title = f"{say('years_of', lang, n=one.years)}: {label(one.fact, lang)}"
    if one.day is not None:
        return title
    return f"{title} ({say('day_unknown', lang, date=dates.date(edtf.parse(one.date), lang, long=True))})"


def _told(book: Book, one: Anniversary, lang: Lang) -> Iterator[str]:
    """When it happened, why it may stand on another day, and who says so."""
    yield dates.date(one.fact.date, lang, long=True)
    if one.moved:
        yield say("leap", lang)
    yield from (cited(book, cite.source, lang) for cite in one.fact.cite)
