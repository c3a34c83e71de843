"""Anniversaries and facts as a calendar file (iCalendar, RFC 5545).

A calendar recognises an event by its UID and takes the newer one by SEQUENCE and LAST-MODIFIED.
Both come from the time at which the store was last written: whoever mends a fact writes its file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from vnkp.answers import Anniversaries, Answer, FactCards, FactList
from vnkp.clock import current_date
from vnkp.errors import UsageError
from vnkp.i18n import dates
from vnkp.i18n.labels import KINDS, label, person_with_offices
from vnkp.i18n.messages import say
from vnkp.i18n.sources import citation
from vnkp.model import edtf
from vnkp.model.facts import Book, Fact
from vnkp.output.citations import safe_address
from vnkp.output.formats import Context
from vnkp.query.anniversaries import Anniversary
from vnkp.version import RELEASED

try:
    import icalendar
except ImportError:  # an extra: the only package that vnkp does not always bring
    icalendar = None  # type: ignore[assignment]

_MAX_DAYS = dt.timedelta(days=62)  # what lasted longer stands on the day on which it began
_EPOCH = dt.datetime(2020, 1, 1, tzinfo=dt.timezone.utc)  # before any store of vnkp was written


def render(answer: Answer, context: Context) -> str:
    """One all-day event for each anniversary, or for each fact on its own days.

    A coarse date stands on its first day and says so. The same store gives the same bytes on any
    day.
    """
    if icalendar is None:
        raise UsageError("no_icalendar")
    lang = context.lang
    kind = "anniversaries" if isinstance(answer, Anniversaries) else "facts"
    properties = {
        "prodid": f"-//vnkp//{kind}//EN",
        "version": "2.0",
        "x-wr-calname": f"{say('timeline', lang)}: {say(kind, lang)}",
    }
    calendar = _with_properties(icalendar.Calendar(), properties)
    match answer:
        case Anniversaries():
            for anniversary in answer.anniversaries:
                calendar.add_component(_anniversary_event(answer.book, anniversary, context))
        case FactList() | FactCards():
            for fact in answer.facts:
                calendar.add_component(_fact_event(answer.book, fact, context))
    return str(calendar.to_ical().decode())


def _with_properties(component: Any, properties: Mapping[str, Any]) -> Any:
    """*component* with those of *properties* that are known."""
    for name, value in properties.items():
        if value is not None:
            component.add(name, value)
    return component


def _anniversary_event(book: Book, anniversary: Anniversary, context: Context) -> Any:
    """The event of *anniversary*, with an alarm a week before."""
    lang, fact, day = context.lang, anniversary.fact, anniversary.first
    years = say("years_of", lang, n=anniversary.years)
    title = f"{years}: {label(fact, lang)}"
    if anniversary.day is None:
        date = dates.date(edtf.parse(anniversary.date), lang, long=True)
        title = f"{title} ({say('day_unknown', lang, date=date)})"
    notes = [say("leap", lang)] if anniversary.shifted else []
    suffix = f"-{anniversary.year}"
    event = _event(book, fact, title, (day, day), context, suffix=suffix, notes=notes)
    week_before = -dt.timedelta(days=7)
    alarm = {"action": "DISPLAY", "description": _one_line(title), "trigger": week_before}
    event.add_component(_with_properties(icalendar.Alarm(), alarm))
    return event


def _fact_event(book: Book, fact: Fact, context: Context) -> Any:
    """The event of *fact*: on its days, or on its first day if these are not known or too many."""
    title = label(fact, context.lang)
    first, last = fact.date.earliest, fact.date.latest
    start, end = fact.date.ends
    is_exact = start.precision == "day" and end is not None and end.precision == "day"
    if not (is_exact and last and last - first <= _MAX_DAYS) or fact.date.is_one_of:
        title = f"{title} ({dates.date(fact.date, context.lang, long=True)})"
        last = first
    return _event(book, fact, title, (first, last), context)


def _event(
    book: Book,
    fact: Fact,
    title: str,
    days: tuple[dt.date, dt.date],
    context: Context,
    *,
    suffix: str = "",
    notes: Iterable[str] = (),
) -> Any:
    """An event called *title* from the first to the last of *days*.

    It tells when the fact happened, who took part, one source, and *notes*. *suffix* sets it apart
    from other events of the same fact.
    """
    lang, modified = context.lang, context.modified
    # A calendar that knows a fact by its first id keeps one event.
    first_id = fact.former_ids[0] if fact.former_ids else fact.id
    date = dates.date(fact.date, lang, long=True)
    people = [person_with_offices(book, participant, lang) for participant in fact.people]
    lines = [date, *people, citation(book, fact.cite[0].source, lang), *notes]
    addresses = [url for cite in fact.cite if (url := book.sources[cite.source].url)]
    properties = {
        "uid": f"{first_id}{suffix}@vnkp",
        "dtstart": days[0],
        "dtend": days[1] + dt.timedelta(days=1) if days[1] < dt.date.max else None,
        "dtstamp": _stamp(book, fact),
        "last-modified": modified,
        "sequence": modified and max(int((modified - _EPOCH).total_seconds()), 0),
        "summary": _one_line(title),
        "description": "\n".join(map(_one_line, lines)),
        "url": safe_address(addresses[0]) if addresses else None,
        "categories": [label(KINDS[fact.kind], lang)],
        "transp": "TRANSPARENT",
    }
    return _with_properties(icalendar.Event(), properties)


def _one_line(text: str) -> str:
    """*text* without line breaks of any alphabet, at which some readers lose it."""
    return " ".join(text.split())


def _stamp(book: Book, fact: Fact) -> dt.datetime:
    """The day of the release or, if that is later, of the newest source; never after today."""
    published = (book.sources[cite.source].published for cite in fact.all_cites)
    days = [date.earliest for date in published if date]
    day = min(max([dt.date.fromisoformat(RELEASED), *days]), current_date())
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.timezone.utc)
