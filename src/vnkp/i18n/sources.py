"""Sources in words, as every format of texts shares them."""

from __future__ import annotations

import re

from vnkp.i18n import dates
from vnkp.i18n.labels import language, source_publisher
from vnkp.i18n.messages import say
from vnkp.model.facts import Book, Source
from vnkp.model.fields import Lang

# The keys of publishers in the DPRK.
_DPRK_PUBLISHERS = frozenset({"kcna", "mofa-kp", "pyongyang-times", "uriminzokkiri"})


def source_language(source: Source, lang: Lang) -> str:
    """The language of *source*: in Vietnamese, Korean has two names, one for either side."""
    if lang == "vi" and source.lang == "ko":
        host = (source.url or "").partition("://")[2].partition("/")[0]
        if host.endswith(".kp") or source.publisher.lower() in _DPRK_PUBLISHERS:
            return "tiếng Triều Tiên"
    return language(source.lang, lang)


def in_language(source: Source, lang: Lang) -> str:
    """In which language *source* is: "in Korean"."""
    return say("in_language", lang, language=source_language(source, lang))


def publication_date(source: Source, lang: Lang, *, long: bool = False) -> str:
    """When *source* was published, or that it is undated."""
    published = source.published
    return dates.date(published, lang, long=long) if published else say("undated", lang)


def citation(book: Book, key: str, lang: Lang) -> str:
    """A source in one line: publisher, title, date, language, address."""
    url = book.sources[key].url
    return reference(book, key, lang) + (f". {url}" if url else "")


def reference(book: Book, key: str, lang: Lang) -> str:
    """A source without its address, and without line feeds and repeated blanks."""
    source = book.sources[key]
    date = publication_date(source, lang, long=True)
    title = source.title if source.title.startswith("(") else f"“{source.title}”"
    parts = [source_publisher(book, source, lang), title, date, in_language(source, lang)]
    return " ".join(", ".join(parts).split())


def citation_place(place: str, lang: Lang) -> str:
    """Where in a source it is said: paragraphs in *lang*, other places as the store has them."""
    match = re.fullmatch(r"paragraphs? ([0-9]+)(?: (and|to) ([0-9]+))?", place)
    if lang == "en" or not match:
        return place
    first, word, last = match.groups()
    return f"đoạn {first}" + (f" {'và' if word == 'and' else 'đến'} {last}" if last else "")
