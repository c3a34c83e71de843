"""Words about facts and sources that every text format shares."""

from __future__ import annotations

import re

from vnkp.i18n import dates
from vnkp.i18n.labels import language
from vnkp.i18n.messages import say
from vnkp.model.facts import Book, Fact, Lang


def direction(fact: Fact) -> str:
    """``VN → KP``, ``VN ↔ KP``, or nothing."""
    if fact.between:
        return "VN ↔ KP"
    return f"{fact.from_} → {fact.to}" if fact.from_ and fact.to else ""


def cited(book: Book, key: str, lang: Lang) -> str:
    """A source in one line: publisher, title, date, language, address."""
    source = book.sources[key]
    when = (
        dates.date(source.published, lang, long=True) if source.published else say("undated", lang)
    )
    title = f"“{source.title}”" if not source.title.startswith("(") else source.title
    parts = [
        source.publisher,
        title,
        when,
        say("in_language", lang, language=language(source.lang, lang)),
    ]
    return ", ".join(parts) + (f". {source.url}" if source.url else "")


def cited_at(place: str, lang: Lang) -> str:
    """Where in a source it is said: the paragraphs by number in *lang*, other places as the store has them."""
    told = re.fullmatch(r"paragraphs? ([0-9]+)(?: (and|to) ([0-9]+))?", place)
    if lang == "en" or not told:
        return place
    first, word, last = told.groups()
    return f"đoạn {first}" + (f" {'và' if word == 'and' else 'đến'} {last}" if last else "")
