"""A person or a source that is yet to be written: what a name, a title or an address says of it."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping

import msgspec

from vnkp.model.facts import Book
from vnkp.query import names
from vnkp.text import fold, has_diacritics, is_cjk, slug

_MAX_KEY_WORDS = 6


class PersonDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A new person; *known* are the keys of those whom the record has under such a name."""

    key: str
    side: str = ""
    en: str = ""
    vi: str = ""
    ko: str = ""
    known: tuple[str, ...] = ()


class SourceDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A new source; publisher, language and kind are those of most others at its address.

    *host* is where that is; *known* are the keys of sources of that address or title.
    """

    key: str
    title: str = ""
    url: str = ""
    host: str = ""
    publisher: str = ""
    lang: str = ""
    kind: str = ""
    known: tuple[str, ...] = ()


def draft_person(book: Book, name: str) -> PersonDraft:
    """The person called *name*."""
    known = tuple(names.find_people(name, book.people)) if name.strip() else ()
    if any(map(is_cjk, name)):
        return PersonDraft(key="KEY", side="KP", ko=name, known=known)
    # A Vietnamese name is written in one way in both languages.
    vi, side = (name, "VN") if has_diacritics(name) else ("", "")
    key = _free(slug(name) or "KEY", book.people)
    return PersonDraft(key=key, side=side, en=name, vi=vi, known=known)


def draft_source(book: Book, text: str) -> SourceDraft:
    """The source at the address *text*, or with the title *text*."""
    host = _host(text)
    if not host:
        known = [key for key, source in book.sources.items() if fold(source.title) == fold(text)]
        words = slug(text).split("-")[:_MAX_KEY_WORDS]
        key = _free("-".join(words) or "KEY", book.sources)
        return SourceDraft(key=key, title=text, known=tuple(known))
    there = {key: source for key, source in book.sources.items() if _host(source.url or "") == host}
    known = [
        key
        for key, source in there.items()
        if plain_address(source.url or "") == plain_address(text)
    ]
    usual = Counter(
        (source.publisher, source.lang, source.kind.value)
        for source in there.values()
        if not source.via
    ).most_common(1)
    publisher, lang, kind = usual[0][0] if usual else ("", "", "")
    # Keys begin as most of those there do, else with the name of the site.
    begins = Counter(match[1] for key in there if (match := re.match("(.+?)-[0-9]{4}", key)))
    site = slug(max(host.split(".")[:-1] or [host], key=len)) or "KEY"
    beginning = next((name for name, _ in begins.most_common(1)), site)
    return SourceDraft(
        key=f"{beginning}-YYYY-MM",
        url=text,
        host=host if usual else "",
        publisher=publisher,
        lang=lang,
        kind=kind,
        known=tuple(known),
    )


def _host(url: str) -> str:
    """The site of *url*; empty if that is no address."""
    address = re.match(r"https?://(?:www\.)?([^/:?#]+)", url, re.IGNORECASE)
    return address[1].lower() if address else ""


def plain_address(url: str) -> str:
    """*url* without the scheme, www and the last slash."""
    return re.sub(r"^https?://(?:www\.)?", "", url).rstrip("/")


def _free(key: str, table: Mapping[str, object]) -> str:
    """*key*, with a number behind it if *table* has it."""
    others = (f"{key}-{number}" for number in itertools.count(2))
    return next(free for free in itertools.chain([key], others) if free not in table)
