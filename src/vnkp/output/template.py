"""A new entry as TOML: what is known, and of what is not a comment that says what to write.

[[fact]]
# id   = ""            # the year, then a few words; never changed once published
kind   = "visit"
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import msgspec

from vnkp.answers import Answer
from vnkp.answers.store import NewEntry
from vnkp.i18n.template_messages import comment
from vnkp.model.enums import Kind, SourceKind
from vnkp.model.facts import Book
from vnkp.model.fields import Lang
from vnkp.output.formats import Context
from vnkp.query.drafts import FactDraft, Part
from vnkp.query.entry_drafts import PersonDraft, SourceDraft


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
        yield _list("people", people, '{ who = "", as = "" }', lang)
    if draft.words.places or is_visit:
        yield _list("places", [_toml_string(key) for key in draft.words.places], '""', lang)
    yield _row("en", "", lang)
    yield _row("vi", "", lang)
    if draft.words.values or draft.kind in (Kind.AID, Kind.TRADE):
        yield _figure_row(draft, lang)
    cites = [f"{{ source = {_toml_string(key)} }}" for key in draft.sources]
    yield _list("cite", cites, '{ source = "" }', lang)


def _participant(part: Part) -> str:
    offices = ", ".join(_toml_string(key) for key in part.offices)
    if len(part.offices) > 1:
        offices = f"[{offices}]"
    return f"{{ who = {_toml_string(part.who)}{f', as = {offices}' if offices else ''} }}"


def _figure_row(draft: FactDraft, lang: Lang) -> KeyValue:
    words = draft.words
    keys = ("low", "high") if len(words.values) > 1 else ("value",)
    numbers = (value.partition(".") for value in words.values)
    values = [f"{int(whole):_}{point}{decimals}" for whole, point, decimals in numbers] or ['""']
    cells = ", ".join(f"{key} = {value}" for key, value in zip(keys, values, strict=True))
    cells += f", unit = {_toml_string(words.unit)}, of = {_toml_string(words.item)}"
    for key in ("qualifier", "terms", "stage"):
        word = getattr(words, key)
        cells += f", {key} = {_toml_string(word)}" if word else ""
    is_open = not (words.values and words.unit and words.item)
    return KeyValue("figure", f"{{ {cells} }}", comment("figure", lang) if is_open else "", is_open)


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


def _row(key: str, value: str, lang: Lang, remark: str = "") -> KeyValue:
    """*key* with *value* and a *remark*; without a value an open row that says what to write."""
    if not (value or remark):
        remark = comment(key, lang)
    return KeyValue(key, _toml_string(value), remark, not value)


def _list(key: str, entries: list[str], example: str, lang: Lang) -> KeyValue:
    """*key* with a list of *entries*, which are TOML; without any an open row."""
    remark = "" if entries else comment(key, lang)
    return KeyValue(key, f"[{', '.join(entries or [example])}]", remark, not entries)


def _toml_string(text: str) -> str:
    """*text* as a TOML string."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
