"""Answers as Markdown, ready to be pasted into a briefing: tables with their sources as footnotes.

An empty line stands before and after, so that answers can be joined in one file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import singledispatch
from itertools import groupby

from vnkp.answers import AidTotals, Anniversaries, Answer, FactCards, FactList
from vnkp.answers.brief import Brief
from vnkp.answers.counts import Counts
from vnkp.i18n import dates, numbers
from vnkp.i18n.labels import KINDS, OVERLAPS, item_on, label
from vnkp.i18n.messages import capital, say
from vnkp.i18n.sources import direction
from vnkp.model import edtf
from vnkp.model.facts import Fact, Participant, Variant
from vnkp.model.fields import Lang
from vnkp.model.time_window import Overlap
from vnkp.output.aid_wording import amount_of, dated, note_of, told_facts
from vnkp.output.brief_markdown import brief_lines
from vnkp.output.fact_rows import all_readings
from vnkp.output.footnotes import Footnotes
from vnkp.output.formats import Context
from vnkp.output.grouping import cell_label, grid
from vnkp.output.markup import escape, table
from vnkp.output.notes import count_notes
from vnkp.output.tables import to_table
from vnkp.output.tabular import cell_text
from vnkp.query.people import parties

# How wide pandoc makes each column, in dashes; a column of numbers ends with a colon.
_DATE, _TITLE, _FIGURE, _DIRECTION = "-" * 12, "-" * 46, "-" * 22, "-" * 9
_NAMES = "-" * 30
_SHORT_NUMBER, _NUMBER = "-" * 5 + ":", "-" * 16 + ":"


def render(answer: Answer, context: Context) -> str:
    """*answer* as Markdown."""
    return "\n".join(["", *to_markdown(answer, context.lang), "", ""])


@singledispatch
def to_markdown(answer: Answer, lang: Lang) -> list[str]:
    """The lines of *answer* in Markdown; for answers without a form of their own, a table."""
    columns, rows = to_table(answer, lang)
    cells = [[escape(cell_text(cell)) for cell in row] for row in rows]
    return table(columns, cells, ["---"] * len(columns))


@to_markdown.register(FactList)
def _(answer: FactList, lang: Lang) -> list[str]:
    """A table for each way of meeting the time asked for, and a footnote for each row."""
    matches = () if answer.status else answer.matches
    footnotes = Footnotes(answer.book, lang)
    lines: list[str] = []
    for overlap, group in groupby(matches, key=lambda match: match.overlap):
        if overlap is not Overlap.INSIDE:
            heading = escape(capital(label(OVERLAPS[overlap], lang)))
            lines += [*([""] if lines else []), f"**{heading}**", ""]
        lines += _table(answer, [match.fact for match in group], footnotes)
    return [*lines, *footnotes.lines()]


def _table(answer: FactList, facts: Sequence[Fact], footnotes: Footnotes) -> list[str]:
    lang = footnotes.lang
    names: tuple[str, ...]
    if answer.view == "visits":
        names = ("date", "what", "visitor", "met", "direction")
        rules = [_DATE, _TITLE, _NAMES, _NAMES, _DIRECTION]
        rows = [_visit_row(fact, footnotes) for fact in facts]
    elif answer.view == "disputes":
        names, rules = ("what", "reading"), [_TITLE, _TITLE]
        rows = [row for fact in facts for row in _reading_rows(fact, footnotes)]
    else:
        names = ("date", "what", "figure", "direction")
        rules = [_DATE, _TITLE, _FIGURE, _DIRECTION]
        rows = [_fact_row(fact, footnotes) for fact in facts]
    return table([capital(say(name, lang)) for name in names], rows, rules)


def _fact_row(fact: Fact, footnotes: Footnotes) -> list[str]:
    return [
        escape(dates.date(fact.date, footnotes.lang)),
        _title(fact, footnotes),
        _figure(fact, footnotes),
        direction(fact),
    ]


def _title(fact: Fact, footnotes: Footnotes) -> str:
    """The title of *fact* with its mark, and ≠ if sources differ."""
    differ = " ≠" if fact.disputed else ""
    return escape(label(fact, footnotes.lang)) + differ + footnotes.mark_fact(fact)


def _figure(fact: Fact, footnotes: Footnotes) -> str:
    book, lang = footnotes.book, footnotes.lang
    return escape(numbers.figure(fact.figure, book, lang)) if fact.figure else ""


def _visit_row(fact: Fact, footnotes: Footnotes) -> list[str]:
    came, met = parties(footnotes.book, fact)
    return [
        escape(dates.date(fact.date, footnotes.lang)),
        _title(fact, footnotes),
        _people(came, footnotes),
        _people(met, footnotes),
        direction(fact),
    ]


def _people(participants: Sequence[Participant], footnotes: Footnotes) -> str:
    """*participants* with their offices: "Kim Mun, Premier of the DPRK; …"."""
    book, lang = footnotes.book, footnotes.lang
    people = []
    for participant in participants:
        offices = [label(book.offices[key], lang) for key in participant.offices]
        people.append(", ".join([label(book.people[participant.who], lang), *offices]))
    return escape("; ".join(people))


def _reading_rows(fact: Fact, footnotes: Footnotes) -> Iterator[list[str]]:
    """A row for each reading of *fact*, with a mark for its own sources."""
    title = escape(label(fact, footnotes.lang))
    for reading in all_readings(fact):
        sign = "≠ " if isinstance(reading, Variant) else ""
        words = sign + _reading(reading, footnotes)
        yield [title, words + footnotes.mark(reading.cite)]
        title = ""


def _reading(reading: Fact | Variant, footnotes: Footnotes) -> str:
    """The date, figure and note of a reading, as far as it has them."""
    book, lang = footnotes.book, footnotes.lang
    parts = [dates.date(reading.date, lang)] if reading.date else []
    parts += [numbers.figure(reading.figure, book, lang)] if reading.figure else []
    parts += [label(reading.note, lang)] if reading.note else []
    return escape("; ".join(parts))


@to_markdown.register(FactCards)
def _(answer: FactCards, lang: Lang) -> list[str]:
    footnotes = Footnotes(answer.book, lang)
    lines: list[str] = []
    for fact in answer.facts:
        heads = ["", _title(fact, footnotes)]
        rows = [[say(name, lang), text] for name, text in _card(fact, footnotes) if text]
        lines += [*([""] if lines else []), *table(heads, rows, [_DATE, _TITLE])]
    return [*lines, *footnotes.lines()]


def _card(fact: Fact, footnotes: Footnotes) -> Iterator[tuple[str, str]]:
    """All that is known of *fact*: what it is called, and the text."""
    book, lang = footnotes.book, footnotes.lang
    titles = {whole.id: whole for whole in book.facts}
    parts = [part for part in book.facts if fact.id in part.part_of]
    wholes = [titles[id_] for id_ in fact.part_of if id_ in titles]
    yield "date", escape(dates.date(fact.date, lang, long=True))
    yield "kind", " · ".join(filter(None, [label(KINDS[fact.kind], lang), direction(fact)]))
    yield "people", _people(fact.people, footnotes)
    yield "places", escape(", ".join(label(book.places[key], lang) for key in fact.places))
    yield "figure", _figure(fact, footnotes)
    yield "note", escape(label(fact.note, lang)) if fact.note else ""
    yield "part_of", escape("; ".join(label(whole, lang) for whole in wholes))
    yield "parts", escape("; ".join(label(part, lang) for part in parts))
    for variant in fact.variants:
        yield "others", f"≠ {_reading(variant, footnotes)}{footnotes.mark(variant.cite)}"
    yield "id", escape(fact.id)


@to_markdown.register(Anniversaries)
def _(answer: Anniversaries, lang: Lang) -> list[str]:
    footnotes = Footnotes(answer.book, lang)
    heads = [say(name, lang) for name in ("years", "date", "what", "happened")]
    rows = []
    for anniversary in answer.anniversaries:
        due = dates.date(edtf.parse(anniversary.date), lang)
        happened = dates.date(anniversary.fact.date, lang)
        title = _title(anniversary.fact, footnotes)
        rows.append([str(anniversary.years), escape(due), title, escape(happened)])
    rules = [_SHORT_NUMBER, _DATE, _TITLE, _DATE]
    return [*table(heads, rows, rules), *footnotes.lines()]


@to_markdown.register(Brief)
def _(answer: Brief, lang: Lang) -> list[str]:
    return brief_lines(answer, lang)


@to_markdown.register(Counts)
def _(answer: Counts, lang: Lang) -> list[str]:
    counts = grid(answer, lang)
    heads = [escape(head) for head in counts.heads]
    rows = [
        [escape(row.label), *(cell_label(cell, lang) for cell in row.cells)] for row in counts.rows
    ]
    if counts.sums:
        sums = [numbers.number(total, lang) for total in counts.sums]
        empty = [""] * (len(heads) - 1 - len(sums))
        rows.append([capital(say("all_counted", lang)), *sums, *empty])
    rules = [_FIGURE, *[_SHORT_NUMBER] * (len(heads) - 1)]
    notes = count_notes(answer, lang)
    return [*table(heads, rows, rules), *(line for foot in notes for line in ("", escape(foot)))]


@to_markdown.register(AidTotals)
def _(answer: AidTotals, lang: Lang) -> list[str]:
    book = answer.book
    footnotes = Footnotes(book, lang)
    names = ("period", "direction", "item", "amount", "unit", "note")
    rows = []
    for total in answer.totals:
        cites = [cite for fact in told_facts(book, total) for cite in fact.cite]
        group = total.group or ""
        rows.append(
            [
                escape(group if group[:1].isdigit() else ""),
                f"{total.key.from_} → {total.key.to}" if total.key.from_ else "VN ↔ KP",
                escape(item_on(book, total.key.of, total.key.terms, lang)) + footnotes.mark(cites),
                amount_of(total, lang),
                escape(numbers.unit(total.key.unit, 2, book, lang)),
                escape(note_of(book, total, lang)),
            ]
        )
    rules = [_SHORT_NUMBER, _DIRECTION, _FIGURE, _NUMBER, _DATE, _NAMES]
    lines = table([say(name, lang) for name in names], rows, rules)
    bare = [escape(dated(fact, lang)) + footnotes.mark(fact.cite) for fact in answer.without_figure]
    if bare:
        lines += ["", f"{capital(say('without_figure', lang))}: {' · '.join(bare)}"]
    return [*lines, *footnotes.lines()]
