"""A new entry as TOML: what is known, and of what is not a comment that says what to write.

[[fact]]
# id   = ""            # the year, then a few words; never changed once published
kind   = "visit"
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec

from vnkp.answers import Answer
from vnkp.answers.store import NewEntry
from vnkp.i18n.template_messages import comment
from vnkp.model.enums import Kind, SourceKind
from vnkp.model.facts import Book
from vnkp.model.fields import Lang
from vnkp.output.formats import Context
from vnkp.query.drafts.draft_words import DraftWords
from vnkp.query.drafts.entry_drafts import PersonDraft, SourceDraft
from vnkp.query.drafts.fact_drafts import FactDraft, Part


class KeyValue(msgspec.Struct, frozen=True):
    """A key with its value as TOML or, if it *is_open*, with an example; and a remark."""

    key: str
    value: str
    remark: str = ""
    is_open: bool = False


def render(answer: Answer, context: Context) -> str:
    """*answer*, a new entry, as the text that is to be put into a store."""
    assert isinstance(answer, NewEntry)  # no other answer has this format
    draft, lang = answer.draft, context.lang
    match draft:
        case FactDraft():
            header, rows = "[[fact]]", [*_fact_rows(draft, answer.book, lang)]
            remarks = [*_fact_remarks(draft, lang)]
        case PersonDraft():
            header, remarks = f"[person.{draft.key}]", _entry_remarks(draft, lang)
            names = {"en": draft.en, "vi": draft.vi, "ko": draft.ko}
            rows = [_row("side", draft.side, lang)]
            for key, name in names.items():
                rows.append(_row(key, name, lang, "" if name else comment(f"person_{key}", lang)))
        case SourceDraft():
            header, remarks = f"[source.{draft.key}]", _entry_remarks(draft, lang)
            rows = _source_rows(draft, lang)
    width = max(len(row.key) for row in rows)
    lines = [*(f"# {remark}" for remark in remarks), header]
    for row in rows:
        line = f"{'# ' if row.is_open else ''}{row.key:<{width}} = {row.value}"
        lines.append(f"{line}  # {row.remark}" if row.remark else line)
    return "\n".join(lines) + "\n"


def _fact_remarks(draft: FactDraft, lang: Lang) -> Iterator[str]:
    """What no key can say: words that mean nothing or several things, and offices to fill in."""
    for name in draft.words.unread:  # without a digit it may be a name
        code = "unread" if any(map(str.isdigit, name)) else "unread_name"
        yield comment(code, lang, name=name)
    for name, keys in draft.words.unclear:
        yield comment("unclear", lang, name=name, keys=", ".join(keys))
    for name in draft.unknown_sources:
        yield comment("unknown_source", lang, name=name)
    for part in draft.parts:
        code = "office_seen" if part.fact else "office"
        yield comment(code, lang, person=part.who, fact=part.fact)


def _fact_rows(draft: FactDraft, book: Book, lang: Lang) -> Iterator[KeyValue]:
    remark = comment("id", lang)
    if draft.taken:
        date = book.facts_by_id[draft.taken].date.text
        remark = comment("taken", lang, id=draft.taken, date=date)
    yield _row("id", draft.id, lang, remark)
    yield _row("kind", draft.kind.value, lang)
    yield _row("date", draft.date, lang)
    guessed = comment("by_order", lang, name=draft.parts[0].who) if draft.by_order else ""
    yield _row("from", draft.from_, lang, guessed)
    yield _row("to", draft.to, lang)
    is_visit = draft.kind is Kind.VISIT
    if draft.parts or is_visit:
        people = [_participant(part) for part in draft.parts]
        yield _row("people", people, lang, example=[{"who": "", "as": ""}])
    if draft.words.places or is_visit:
        yield _row("places", [*draft.words.places], lang, example=[""])
    yield _row("en", "", lang)
    yield _row("vi", "", lang)
    if draft.words.values or draft.kind in (Kind.AID, Kind.TRADE):
        figure = _figure(draft.words)
        is_known = "" not in figure.values()
        yield _row("figure", figure if is_known else None, lang, example=figure)
    cites = [{"source": key} for key in draft.sources]
    yield _row("cite", cites, lang, example=[{"source": ""}])


def _participant(part: Part) -> dict[str, Any]:
    offices = part.offices[0] if len(part.offices) == 1 else [*part.offices]
    return {"who": part.who, "as": offices} if offices else {"who": part.who}


def _figure(words: DraftWords) -> dict[str, Any]:
    """What *words* say of an amount; what a figure needs is there even if it is not known."""
    names = ("low", "high") if len(words.values) > 1 else ("value",)
    values: list[Decimal | str] = [Decimal(value) for value in words.values]
    marks = {name: getattr(words, name) for name in ("qualifier", "terms", "stage")}
    known = {name: word for name, word in marks.items() if word}
    amounts = dict(zip(names, values or [""], strict=True))
    return {**amounts, "unit": words.unit, "of": words.item, **known}


def _source_rows(draft: SourceDraft, lang: Lang) -> list[KeyValue]:
    kinds = ", ".join(kind.value for kind in SourceKind)
    likely = comment("as_others", lang, host=draft.host) if draft.host else ""
    return [
        _row("title", draft.title, lang),
        _row("publisher", draft.publisher, lang, likely),
        _row("via", "", lang),
        _row("lang", draft.lang, lang, likely),
        _row("kind", draft.kind, lang, likely or comment("kind", lang, kinds=kinds)),
        _row("published", "", lang),
        _row("url", draft.url, lang),
    ]


def _entry_remarks(draft: PersonDraft | SourceDraft, lang: Lang) -> list[str]:
    remarks = [comment("known", lang, keys=", ".join(draft.known))] if draft.known else []
    blanks = [word for word in ("KEY", "YYYY-MM") if word in draft.key]
    return remarks + [comment(f"write_{blank}", lang) for blank in blanks[:1]]


def _row(key: str, value: Any, lang: Lang, remark: str = "", example: Any = "") -> KeyValue:
    """*key* with *value* and a *remark*.

    Without a value it is an open row: it has an *example* and says what to write.
    """
    if not (value or remark):
        remark = comment(key, lang)
    return KeyValue(key, _toml(value or example), remark, not value)


def _toml(value: Any) -> str:
    """*value* as TOML: a string, a list, an inline table or a number."""
    match value:
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case list():
            return f"[{', '.join(map(_toml, value))}]"
        case dict():
            pairs = [f"{key} = {_toml(entry)}" for key, entry in value.items()]
            return f"{{ {', '.join(pairs)} }}"
    return f"{value:,f}".replace(",", "_")
