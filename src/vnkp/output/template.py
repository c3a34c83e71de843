"""A new entry as TOML: what is known, and of what is not a comment that says what to write.

[[fact]]
# id   = ""            # the year, then a few words; never changed once published
kind   = "visit"
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import singledispatch
from typing import NamedTuple

from vnkp.answers import Answer
from vnkp.answers.draft import NewEntry
from vnkp.i18n.template_messages import comment
from vnkp.model.enums import Kind, SourceKind
from vnkp.model.facts import Book
from vnkp.model.fields import Lang
from vnkp.output.formats import Context
from vnkp.query.drafts import FactDraft, Part
from vnkp.query.entry_drafts import PersonDraft, SourceDraft


class Row(NamedTuple):
    """A key with its value as TOML, or with an example if it *is_open*, and a remark."""

    key: str
    value: str
    remark: str = ""
    is_open: bool = False


def render(answer: Answer, context: Context) -> str:
    """*answer*, a new entry, as the text that is to be put into a store."""
    assert isinstance(answer, NewEntry)  # no other answer has this format
    header, remarks, rows = entry(answer.draft, answer.book, context.lang)
    width = max(len(row.key) for row in rows)
    lines = [*(f"# {remark}" for remark in remarks), header]
    for row in rows:
        line = f"{'# ' if row.is_open else ''}{row.key:<{width}} = {row.value}"
        lines.append(f"{line}  # {row.remark}" if row.remark else line)
    return "\n".join(lines) + "\n"


@singledispatch
def entry(
    draft: FactDraft | PersonDraft | SourceDraft, book: Book, lang: Lang
) -> tuple[str, list[str], list[Row]]:
    """The header of *draft*, the remarks above it, and its rows."""
    raise TypeError(f"{type(draft).__name__} has no template")


@entry.register(FactDraft)
def _(draft: FactDraft, book: Book, lang: Lang) -> tuple[str, list[str], list[Row]]:
    remarks = [_unread(name, lang) for name in draft.unread]
    remarks += [
        comment("unclear", lang, name=name, keys=", ".join(keys)) for name, keys in draft.unclear
    ]
    remarks += [comment("unknown_source", lang, name=name) for name in draft.unknown_sources]
    remarks += [
        comment("office_seen", lang, person=part.who, fact=part.fact)
        if part.fact
        else comment("office", lang, person=part.who)
        for part in draft.parts
    ]
    return "[[fact]]", remarks, list(_fact_rows(draft, book, lang))


def _fact_rows(draft: FactDraft, book: Book, lang: Lang) -> Iterator[Row]:
    id_ = comment("id", lang)
    if draft.taken:
        date = book.facts_by_id[draft.taken].date.text
        id_ = comment("taken", lang, id=draft.taken, date=date)
    yield _row("id", draft.id, id_, keeps_remark=True)
    yield Row("kind", _text(draft.kind.value))
    yield _row("date", draft.date, comment("date", lang))
    yield from _sides(draft, lang)
    is_visit = draft.kind is Kind.VISIT
    if draft.parts:
        yield Row("people", f"[{', '.join(map(_participant, draft.parts))}]")
    elif is_visit:
        yield Row("people", '[{ who = "", as = "" }]', comment("people", lang), is_open=True)
    if draft.places or is_visit:
        places = ", ".join(map(_text, draft.places or ("",)))
        remark = "" if draft.places else comment("places", lang)
        yield Row("places", f"[{places}]", remark, is_open=not draft.places)
    yield _row("en", "", comment("en", lang))
    yield _row("vi", "", comment("vi", lang))
    yield from _figure(draft, lang)
    cites = ", ".join(f"{{ source = {_text(key)} }}" for key in draft.sources or ("",))
    remark = "" if draft.sources else comment("cite", lang)
    yield Row("cite", f"[{cites}]", remark, is_open=not draft.sources)


def _sides(draft: FactDraft, lang: Lang) -> Iterator[Row]:
    remark = comment("from", lang)
    if draft.by_order:
        remark = comment("by_order", lang, name=draft.parts[0].who)
    yield _row("from", draft.from_, remark, keeps_remark=draft.by_order)
    yield _row("to", draft.to, comment("to", lang))


def _figure(draft: FactDraft, lang: Lang) -> Iterator[Row]:
    if not draft.value and draft.kind not in (Kind.AID, Kind.TRADE):
        return
    whole, point, decimals = draft.value.partition(".")
    value = f"{int(whole):_}{point}{decimals}" if whole else '""'
    cells = f"value = {value}, unit = {_text(draft.unit)}, of = {_text(draft.item)}"
    for key in ("qualifier", "terms", "stage"):
        word = getattr(draft, key)
        cells += f", {key} = {_text(word)}" if word else ""
    is_open = not (draft.value and draft.unit and draft.item)
    yield Row("figure", f"{{ {cells} }}", comment("figure", lang) if is_open else "", is_open)


def _unread(name: str, lang: Lang) -> str:
    """The remark on words that mean nothing here; without a digit they may be a name."""
    has_digit = any(map(str.isdigit, name))
    return comment("unread" if has_digit else "unread_name", lang, name=name)


def _participant(part: Part) -> str:
    offices = ", ".join(map(_text, part.offices))
    if not offices:
        return f"{{ who = {_text(part.who)} }}"
    as_ = f"[{offices}]" if len(part.offices) > 1 else offices
    return f"{{ who = {_text(part.who)}, as = {as_} }}"


@entry.register(PersonDraft)
def _(draft: PersonDraft, book: Book, lang: Lang) -> tuple[str, list[str], list[Row]]:
    return (
        f"[person.{draft.key}]",
        _entry_remarks(draft.known, draft.key, lang),
        [
            _row("side", draft.side, comment("side", lang)),
            _row("en", draft.en, comment("person_en", lang)),
            _row("vi", draft.vi, comment("person_vi", lang)),
            _row("ko", draft.ko, comment("person_ko", lang)),
        ],
    )


@entry.register(SourceDraft)
def _(draft: SourceDraft, book: Book, lang: Lang) -> tuple[str, list[str], list[Row]]:
    kinds = ", ".join(kind.value for kind in SourceKind)
    likely = comment("as_others", lang, host=draft.host) if draft.host else ""
    return (
        f"[source.{draft.key}]",
        _entry_remarks(draft.known, draft.key, lang),
        [
            _row("title", draft.title, comment("title", lang)),
            _row("publisher", draft.publisher, likely or comment("publisher", lang), bool(likely)),
            _row("via", "", comment("via", lang)),
            _row("lang", draft.lang, likely or comment("lang", lang), bool(likely)),
            _row("kind", draft.kind, likely or comment("kind", lang, kinds=kinds), bool(likely)),
            _row("published", "", comment("published", lang)),
            _row("url", draft.url, comment("url", lang)),
        ],
    )


def _entry_remarks(known: tuple[str, ...], key: str, lang: Lang) -> list[str]:
    remarks = [comment("known", lang, keys=", ".join(known))] if known else []
    blank = next((word for word in ("KEY", "YYYY-MM") if word in key), "")
    return [*remarks, comment(f"write_{blank}", lang)] if blank else remarks


def _row(key: str, value: str, remark: str, keeps_remark: bool = False) -> Row:
    """*key* with *value*; without one a row that is open, whose *remark* says what to write."""
    return Row(key, _text(value), remark if keeps_remark or not value else "", not value)


def _text(text: str) -> str:
    """*text* as a TOML string."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
