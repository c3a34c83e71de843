"""Advice on sources: when they were published, where they are, in which language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from vnkp.lint.texts import is_placeholder, lacks_accents
from vnkp.model.facts import Book
from vnkp.query.entry_drafts import plain_address
from vnkp.store.problems import Finding

# The codes of two letters of ISO 639-1.
_LANGUAGES = (
    " aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da "
    "de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy "
    "hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg "
    "li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or "
    "os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta "
    "te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "
)
# Codes of countries, and names, that are taken for those of languages. kr is Kanuri.
_MEANT = {
    "vn": "vi", "vie": "vi", "vietnamese": "vi", "kr": "ko", "kp": "ko", "kor": "ko",
    "korean": "ko", "cn": "zh", "chi": "zh", "zho": "zh", "chinese": "zh", "jp": "ja",
    "jpn": "ja", "japanese": "ja", "us": "en", "gb": "en", "eng": "en",
    "english": "en", "rus": "ru", "russian": "ru", "fra": "fr", "french": "fr", "cz": "cs",
    "dk": "da", "deu": "de", "ger": "de", "german": "de",
}  # fmt: skip
_ANNOUNCED = dt.timedelta(31)
_MAX_YEARS_AHEAD = 10  # an older source is not even background
_URL = re.compile(r"https?://[\w-]+(?:\.[\w-]+)+(?::[0-9]+)?(?:[/?#]\S*)?", re.IGNORECASE)


def source_advice(book: Book, today: dt.date) -> Iterator[Finding]:
    """What is doubtful about the sources of *book*."""
    addresses: dict[str, str] = {}
    for key, source in book.sources.items():
        path = ("source", key)
        code = source.lang
        if f" {code} " not in _LANGUAGES or code == "kr":
            plain = code.casefold()
            meant = plain if f" {plain} " in _LANGUAGES and plain != "kr" else _MEANT.get(plain)
            close = {"close": (meant,)} if meant else {}
            yield Finding((*path, "lang"), "unknown_source_language", {"code": code, **close})
        if source.published and source.published.earliest > today:
            values = {"date": source.published.text}
            yield Finding((*path, "published"), "published_in_the_future", values)
        if source.url and not is_placeholder(source.url):
            yield from _address(source.url, key, addresses)
        for name in ("title", "publisher", "via", "url"):
            text = getattr(source, name)
            if text and is_placeholder(text):
                yield Finding((*path, name), "placeholder", {"key": name, "value": text})
        is_described = source.title.startswith("(")  # in our words, not in those of the source
        if code == "vi" and not is_described and lacks_accents(source.title):
            yield Finding((*path, "title"), "no_accents", {"key": "title"})
    yield from _published_before(book)


def _address(url: str, key: str, addresses: dict[str, str]) -> Iterator[Finding]:
    path = ("source", key, "url")
    if not _URL.fullmatch(url):
        yield Finding(path, "no_address", {"value": url})
        return
    other = addresses.setdefault(plain_address(url), key)
    if other != key:
        yield Finding(path, "address_twice", {"other": other})


def _published_before(book: Book) -> Iterator[Finding]:
    """Sources that cannot tell a fact, for they were published before it.

    An announcement may be cited: beside a source that tells how it went, or of the month before.
    """
    for index, fact in enumerate(book.facts):
        published = [book.sources[cite.source].published for cite in fact.cite]
        are_early = [
            bool(date and date.latest and date.latest + _ANNOUNCED < fact.date.earliest)
            for date in published
        ]
        early = {n: date for n, date in enumerate(published) if date and are_early[n]}
        if all(are_early):  # the date of the fact is as likely the slip, which is told once
            newest = max(early, key=lambda number: early[number].earliest)
            early = {newest: early[newest]}
        for number, date in early.items():
            is_old = fact.date.earliest.year - date.earliest.year > _MAX_YEARS_AHEAD
            if is_old or all(are_early):
                values = {
                    "source": fact.cite[number].source,
                    "published": date.text,
                    "date": fact.date.text,
                }
                yield Finding(("fact", index, "cite", number, "source"), "published_before", values)
