"""Answers as Markdown, ready to be pasted into a briefing: tables with their sources as footnotes.

An empty line stands before and after, so that answers can be joined in one file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import singledispatch
from itertools import groupby
from operator import attrgetter

from vnkp.answers import (
    AidTotals,
    Anniversaries,
    Answer,
    Citations,
    FactCards,
    FactList,
    People,
    Sources,
)
from vnkp.answers.summaries import Brief, Counts
from vnkp.i18n import dates, numbers
from vnkp.i18n.labels import KINDS, OVERLAPS, item_on, label, person_with_offices
from vnkp.i18n.messages import capital, say
from vnkp.i18n.sources import direction
from vnkp.model import edtf
from vnkp.model.facts import Fact, Participant, Variant
from vnkp.model.fields import Lang
from vnkp.model.time_window import Overlap
from vnkp.output import brief_rows, summary
from vnkp.output.aid_wording import amount_of, dated, note_of, period_of, sides_of, told_facts
from vnkp.output.brief_rows import BriefRow
from vnkp.output.fact_rows import all_readings
from vnkp.output.formats import Context
from vnkp.output.markdown_parts import (
    Footnotes,
    count_lines,
    escape,
    people_lines,
    source_lines,
    table,
    worded_table,
)
from vnkp.output.tabular import cell_text, to_table
from vnkp.query.people import parties


def render(answer: Answer, context: Context) -> str:
    """*answer* as Markdown."""
    return "\n".join(["", *_lines(answer, context.lang), "", ""])


@singledispatch
def _lines(answer: Answer, lang: Lang) -> list[str]:
    """The lines of *answer*; of one without a form of its own, its table as in CSV."""
    columns, rows = to_table(answer, lang)
    cells = [[escape(cell_text(cell)) for cell in row] for row in rows]
    return table(columns, cells, ["---"] * len(columns))


_lines.register(Counts, count_lines)
_lines.register(People, people_lines)
_lines.register(Sources, source_lines)
_lines.register(Citations, source_lines)


@_lines.register(FactList)
def _fact_list(answer: FactList, lang: Lang) -> list[str]:
    """A table for each way of meeting the time asked for, and a footnote for each row."""
    footnotes = Footnotes(answer.book, lang)
    names, rows_of = {
        "disputes": (("what", "reading"), _reading_rows),
        "visits": (("date", "what", "visitor", "met", "direction"), _visit_row),
    }.get(answer.view, (("date", "what", "figure", "direction"), _fact_row))
    lines: list[str] = []
    for overlap, group in groupby(answer.matches, key=attrgetter("overlap")):
        if overlap is not Overlap.INSIDE:
            heading = escape(capital(label(OVERLAPS[overlap], lang)))
            lines += [*([""] if lines else []), f"**{heading}**", ""]
        rows = [row for match in group for row in rows_of(match.fact, footnotes)]
        lines += worded_table(names, rows, lang)
    return [*lines, *footnotes.lines()]


def _fact_row(fact: Fact, footnotes: Footnotes) -> Iterator[list[str]]:
    date = escape(dates.date(fact.date, footnotes.lang))
    yield [date, _title(fact, footnotes), _figure_cell(fact, footnotes), direction(fact)]


def _visit_row(fact: Fact, footnotes: Footnotes) -> Iterator[list[str]]:
    date = escape(dates.date(fact.date, footnotes.lang))
    people = [_people(party, footnotes) for party in parties(footnotes.book, fact)]
    yield [date, _title(fact, footnotes), *people, direction(fact)]


def _reading_rows(fact: Fact, footnotes: Footnotes) -> Iterator[list[str]]:
    """A row for each reading of *fact*, with a mark for its own sources."""
    title = escape(label(fact, footnotes.lang))
    for reading in all_readings(fact):
        sign = "≠ " if isinstance(reading, Variant) else ""
        yield [title, sign + _reading(reading, footnotes) + footnotes.mark(reading.cite)]
        title = ""


def _title(fact: Fact, footnotes: Footnotes) -> str:
    """The title of *fact* with its mark, and ≠ if sources differ."""
    differ = " ≠" if fact.disputed else ""
    return escape(label(fact, footnotes.lang)) + differ + footnotes.mark_fact(fact)


def _figure_cell(fact: Fact, footnotes: Footnotes) -> str:
    if not fact.figure:
        return ""
    return escape(numbers.figure(fact.figure, footnotes.book, footnotes.lang))


def _people(participants: Sequence[Participant], footnotes: Footnotes) -> str:
    """*participants* with their offices: "Kim Mun, Premier of the DPRK; …"."""
    book, lang = footnotes.book, footnotes.lang
    return escape("; ".join(person_with_offices(book, who, lang) for who in participants))


def _reading(reading: Fact | Variant, footnotes: Footnotes) -> str:
    """The date, figure and note of a reading, as far as it has them."""
    book, lang = footnotes.book, footnotes.lang
    parts = (
        dates.date(reading.date, lang) if reading.date else "",
        numbers.figure(reading.figure, book, lang) if reading.figure else "",
        label(reading.note, lang) if reading.note else "",
    )
    return escape("; ".join(filter(None, parts)))


@_lines.register(FactCards)
def _fact_cards(answer: FactCards, lang: Lang) -> list[str]:
    footnotes = Footnotes(answer.book, lang)
    lines: list[str] = []
    for fact in answer.facts:
        heads = ["", _title(fact, footnotes)]
        rows = [(say(name, lang), text) for name, text in _card(fact, footnotes) if text]
        lines += [*([""] if lines else []), *table(heads, rows, ["-" * 12, "-" * 46])]
    return [*lines, *footnotes.lines()]


def _card(fact: Fact, footnotes: Footnotes) -> list[tuple[str, str]]:
    """All that is known of *fact*: what it is called, and the text."""
    book, lang = footnotes.book, footnotes.lang
    wholes = [book.facts_by_id[id_] for id_ in fact.part_of if id_ in book.facts_by_id]
    parts = [part for part in book.facts if fact.id in part.part_of]
    others = [
        f"≠ {_reading(variant, footnotes)}{footnotes.mark(variant.cite)}"
        for variant in fact.variants
    ]
    return [
        ("date", escape(dates.date(fact.date, lang, long=True))),
        ("kind", " · ".join(filter(None, [label(KINDS[fact.kind], lang), direction(fact)]))),
        ("people", _people(fact.people, footnotes)),
        ("places", escape(", ".join(label(book.places[key], lang) for key in fact.places))),
        ("figure", _figure_cell(fact, footnotes)),
        ("note", escape(label(fact.note, lang)) if fact.note else ""),
        ("part_of", escape("; ".join(label(whole, lang) for whole in wholes))),
        ("parts", escape("; ".join(label(part, lang) for part in parts))),
        *(("others", text) for text in others),
        ("id", escape(fact.id)),
    ]


@_lines.register(Anniversaries)
def _anniversaries(answer: Anniversaries, lang: Lang) -> list[str]:
    footnotes = Footnotes(answer.book, lang)
    rows = [
        [
            str(anniversary.years),
            escape(dates.date(edtf.parse(anniversary.date), lang)),
            _title(anniversary.fact, footnotes),
            escape(dates.date(anniversary.fact.date, lang)),
        ]
        for anniversary in answer.anniversaries
    ]
    names = ("years", "date", "what", "happened")
    return [*worded_table(names, rows, lang), *footnotes.lines()]


@_lines.register(AidTotals)
def _aid_totals(answer: AidTotals, lang: Lang) -> list[str]:
    book = answer.book
    footnotes = Footnotes(book, lang)
    rows = []
    for total in answer.totals:
        cites = [cite for fact in told_facts(book, total) for cite in fact.cite]
        item = escape(item_on(book, total.key.of, total.key.terms, lang)) + footnotes.mark(cites)
        unit = escape(numbers.unit(total.key.unit, 2, book, lang))
        note = escape(note_of(book, total, lang))
        period, amount = period_of(total, lang), amount_of(total, lang)
        rows.append([period, sides_of(total), item, amount, unit, note])
    names = ("period", "direction", "item", "amount", "unit", "note")
    lines = worded_table(names, rows, lang)
    bare = [escape(dated(fact, lang)) + footnotes.mark(fact.cite) for fact in answer.without_figure]
    if bare:
        lines += ["", f"{capital(say('without_figure', lang))}: {' · '.join(bare)}"]
    return [*lines, *footnotes.lines()]


@_lines.register(Brief)
def _brief(answer: Brief, lang: Lang) -> list[str]:
    """A heading and a table for each part."""
    footnotes = Footnotes(answer.book, lang)
    lines = [f"# {escape(summary.title(answer, lang))}"]
    for section in brief_rows.sections(answer, lang):
        heading = f"## {escape(section.heading)}"
        lines += ["", heading, "", *_brief_table(section.rows, footnotes)]
        for line in section.more:
            lines += ["", escape(line)]
    return [*lines, *footnotes.lines()]


def _brief_table(rows: Sequence[BriefRow], footnotes: Footnotes) -> list[str]:
    """*rows* with their footnotes, which name those who differ too."""
    cells = []
    for row in rows:
        variants = row.fact.variants if row.fact else ()
        others = [
            cite
            for variant in variants
            for cite in brief_rows.best_cite(footnotes.book, variant.cite)
        ]
        differ = f" ≠ {escape(row.differ)}".rstrip() if others else ""
        text = escape(row.whole_text) + differ + footnotes.mark(row.cites, others)
        cells.append([escape(row.when), text, row.direction])
    heads = [say(name, footnotes.lang) for name in ("date", "what", "direction")]
    return table(heads, cells, ["-" * 18, "-" * 60, "-" * 15])
