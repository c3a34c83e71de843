"""Sources as citations: plain text, and CSL-JSON (Citation Style Language 1.0.2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from vnkp.answers import (
    AidTotals,
    Anniversaries,
    Answer,
    Citations,
    FactCards,
    FactList,
    Sources,
)
from vnkp.i18n.labels import source_publisher
from vnkp.i18n.messages import say
from vnkp.i18n.sources import citation
from vnkp.model.edtf import SEASONS, EdtfDate
from vnkp.model.enums import SourceKind
from vnkp.model.facts import Book, Fact
from vnkp.model.fields import Lang
from vnkp.output.aid_wording import told_facts
from vnkp.output.formats import Context
from vnkp.output.json import to_json
from vnkp.output.json_objects import encode

_UNSAFE_IN_ADDRESS = re.compile(r"[{}\\\s]")
_CSL_TYPES = {
    SourceKind.PRESS: "article-newspaper",
    SourceKind.ARCHIVE: "document",
    SourceKind.SCHOLARLY: "document",
    SourceKind.OFFICIAL: "webpage",
    SourceKind.REFERENCE: "entry-encyclopedia",
    SourceKind.BLOG: "post-weblog",
}
# Sources that stand under the name of their institution.
INSTITUTIONAL = (SourceKind.ARCHIVE, SourceKind.SCHOLARLY, SourceKind.OFFICIAL)
# A word whose capitals or digits are its name: 05HANOI1179, DPRK, kcnawatch.org is none.
_IDENTIFIER = re.compile(r"\b(?=\w*[A-Z])(?=\w*(?:\d|[A-Z]\w*[A-Z]))\w+(?:[-/.]\w+)*\b")


class CitedSources(msgspec.Struct, frozen=True):
    """Sources to be cited; *differing* has those that contradict a fact, and the facts' ids."""

    book: Book
    keys: tuple[str, ...]
    differing: Mapping[str, tuple[str, ...]]


def cited_sources(answer: Answer) -> CitedSources:
    """The sources of *answer*, each once."""
    facts: Sequence[Fact] = ()
    keys: Iterable[str] | None = None
    match answer:
        case FactList() | FactCards() | Anniversaries():
            facts = answer.facts
        case AidTotals():
            counted = [fact for total in answer.totals for fact in told_facts(answer.book, total)]
            ids = {fact.id for fact in (*counted, *answer.without_figure)}
            facts = [fact for fact in answer.book.facts if fact.id in ids]
        case Citations():
            facts, keys = answer.facts, answer.keys
        case Sources():
            keys = answer.counts
        case _:
            raise TypeError(f"{type(answer).__name__} has no sources")
    if keys is None:
        keys = dict.fromkeys(cite.source for fact in facts for cite in fact.all_cites)
    differing: dict[str, tuple[str, ...]] = {}
    for fact in facts:
        agreeing = {cite.source for cite in fact.cite}
        others = {cite.source for variant in fact.variants for cite in variant.cite}
        for key in others - agreeing:
            differing[key] = (*differing.get(key, ()), fact.id)
    return CitedSources(answer.book, tuple(keys), differing)


def differing_note(cited: CitedSources, key: str, lang: Lang) -> str:
    """What the source called *key* contradicts; nothing for most."""
    ids = cited.differing.get(key)
    return say("differs_on", lang, ids=", ".join(ids)) if ids else ""


def safe_address(url: str) -> str:
    """*url* without what could end it in a file of references or a calendar."""
    return _UNSAFE_IN_ADDRESS.sub(_percent_encoded, url)


def _percent_encoded(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def plain_text(answer: Answer, context: Context) -> str:
    """One line for each source."""
    cited = cited_sources(answer)
    lines = []
    for key in cited.keys:
        note = differing_note(cited, key, context.lang)
        line = " ".join(citation(cited.book, key, context.lang).split())
        lines.append(f"{line} [≠ {note}]\n" if note else f"{line}\n")
    return "".join(lines)


def csl_json(answer: Answer, context: Context) -> str:
    """CSL-JSON, as Zotero, pandoc and citeproc read it."""
    return encode(_csl_items(answer), indent=True)


@to_json.register(Citations)
def _csl_items(answer: Answer) -> list[dict[str, Any]]:
    cited = cited_sources(answer)
    return [_csl_item(cited, key) for key in cited.keys]


def _csl_item(cited: CitedSources, key: str) -> dict[str, Any]:
    source = cited.book.sources[key]
    publisher = source_publisher(cited.book, source, "en")
    title = source.title
    if source.lang == "en":  # styles change capitals there, but not those of identifiers
        title = _IDENTIFIER.sub(r'<span class="nocase">\g<0></span>', title)
    is_author = source.kind in INSTITUTIONAL  # readers drop the publisher of these types
    item = {
        "id": key,
        "type": _CSL_TYPES[source.kind],
        "title": title,
        "language": source.lang,
        "author": [{"literal": publisher}] if is_author else None,
        "container-title": None if is_author else publisher,
        "issued": source.published and _csl_date(source.published),
        "URL": source.url,
        "note": differing_note(cited, key, "en"),
    }
    return {name: value for name, value in item.items() if value}


def _csl_date(date: EdtfDate) -> dict[str, Any]:
    """A CSL date: as many parts as are known, two for a span or decade, "circa" if uncertain."""
    start, end = date.ends
    is_decade = start.precision == "decade" or (end is not None and end.precision == "decade")
    parts = [_date_parts(start)]
    if end and (end is not start or is_decade):
        last_year = end.earliest.year + 9
        parts.append([last_year] if end.precision == "decade" else _date_parts(end))
    value: dict[str, Any] = {"date-parts": parts}
    if start.precision == "season" and end is start:
        value["season"] = int(start.text[5:7]) - min(SEASONS) + 1
    uncertain = start.mark or (end and end.mark) or is_decade or date.is_one_of
    return {**value, "circa": True} if uncertain else value


def _date_parts(date: EdtfDate) -> list[int]:
    """Year, month and day of *date*, as far as they are known."""
    count = {"day": 3, "month": 2}.get(date.precision, 1)
    return [date.earliest.year, date.earliest.month, date.earliest.day][:count]
