"""Answers as Markdown, ready to be pasted into a briefing: tables with their sources as footnotes.

An empty line stands before and after, so that answers can be joined in one file.
"""

from __future__ import annotations

from collections.abc import Sequence

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
from vnkp.i18n.labels import SOURCE_KINDS, label, source_publisher
from vnkp.i18n.messages import capital, say
from vnkp.i18n.sources import source_language
from vnkp.model.fields import Lang
from vnkp.output import brief_rows, titles
from vnkp.output.aid_wording import (
    amount_of,
    dated_title,
    item_of,
    period_of,
    pledge_note,
    sides_of,
    told_facts,
)
from vnkp.output.brief_rows import BriefRow
from vnkp.output.count_grid import cell_label, grid
from vnkp.output.formats import Context
from vnkp.output.markdown_facts import anniversary_lines, fact_card_lines, fact_list_lines
from vnkp.output.markdown_parts import (
    FIGURE_RULE,
    NUMBER_RULE,
    Footnotes,
    escape,
    table,
    worded_table,
)
from vnkp.output.notes import count_notes
from vnkp.output.tabular import cell_text, to_table
from vnkp.output.titles import years_seen


def render(answer: Answer, context: Context) -> str:
    """*answer* as Markdown."""
    return "\n".join(["", *_lines(answer, context.lang), "", ""])


def _lines(answer: Answer, lang: Lang) -> list[str]:
    """The lines of *answer*; of one without a form of its own, its table as in CSV."""
    match answer:
        case FactList():
            return fact_list_lines(answer, lang)
        case FactCards():
            return fact_card_lines(answer, lang)
        case Anniversaries():
            return anniversary_lines(answer, lang)
        case AidTotals():
            return _aid_totals(answer, lang)
        case Brief():
            return _brief(answer, lang)
        case Counts():
            return _counts(answer, lang)
        case People():
            return _people(answer, lang)
        case Sources() | Citations():
            return _sources(answer, lang)
    columns, rows = to_table(answer, lang)
    cells = [[escape(cell_text(cell)) for cell in row] for row in rows]
    return table(columns, cells, ["---"] * len(columns))


def _aid_totals(answer: AidTotals, lang: Lang) -> list[str]:
    """A table of totals, each with the sources of its facts; below it facts without a figure."""
    book = answer.book
    footnotes = Footnotes(book, lang)
    rows = []
    for total in answer.totals:
        cites = [cite for fact in told_facts(book, total) for cite in fact.cite]
        item = escape(item_of(book, total, lang)) + footnotes.mark(cites)
        unit = escape(numbers.unit(total.key.unit, 2, book, lang))
        note = escape(pledge_note(book, total, lang))
        period, amount = period_of(total, lang), amount_of(total, lang)
        rows.append([period, sides_of(total), item, amount, unit, note])
    names = ("period", "direction", "item", "amount", "unit", "note")
    lines = worded_table(names, rows, lang)
    uncounted = [
        escape(dated_title(fact, lang)) + footnotes.mark(fact.cite)
        for fact in answer.without_figure
    ]
    if uncounted:
        lines += ["", f"{capital(say('without_figure', lang))}: {' · '.join(uncounted)}"]
    return [*lines, *footnotes.lines()]


def _brief(answer: Brief, lang: Lang) -> list[str]:
    """A heading and a table for each part."""
    footnotes = Footnotes(answer.book, lang)
    lines = [f"# {escape(titles.title(answer, lang))}"]
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
            for cite in brief_rows.first_original(footnotes.book, variant.cite)
        ]
        differ = f" ≠ {escape(row.differ)}".rstrip() if others else ""
        text = escape(row.whole_text) + differ + footnotes.mark(row.cites, others)
        cells.append([escape(row.date), text, row.direction])
    heads = [say(name, footnotes.lang) for name in ("date", "what", "direction")]
    return table(heads, cells, ["-" * 18, "-" * 60, "-" * 15])


def _counts(answer: Counts, lang: Lang) -> list[str]:
    """Counts by one group or two, with their sums and what a reader has to know."""
    counts = grid(answer, lang)
    heads = [escape(head) for head in counts.heads]
    rows = [
        [escape(row.label), *(cell_label(cell, lang) for cell in row.cells)] for row in counts.rows
    ]
    if counts.sums:
        sums = [numbers.number(total, lang) for total in counts.sums]
        empty = [""] * (len(heads) - 1 - len(sums))
        rows.append([capital(say("all_counted", lang)), *sums, *empty])
    rules = [FIGURE_RULE, *[NUMBER_RULE] * (len(heads) - 1)]
    notes = count_notes(answer, lang)
    return [*table(heads, rows, rules), *(line for note in notes for line in ("", escape(note)))]


def _people(answer: People, lang: Lang) -> list[str]:
    """People with their offices, and the number and years of their facts."""
    rows = [
        (
            summary.person.side,
            label(summary.person, lang),
            "; ".join(label(office, lang) for _, office in summary.offices),
            numbers.number(summary.facts, lang),
            years_seen(summary),
            summary.id,
        )
        for summary in answer.people
    ]
    names = ("side", "name", "offices", "count", "years_of_facts", "id")
    return worded_table(names, [[*map(escape, row)] for row in rows], lang)


def _sources(answer: Sources | Citations, lang: Lang) -> list[str]:
    """Sources and, where they are listed, how many facts rest on each."""
    counts = answer.counts if isinstance(answer, Sources) else dict.fromkeys(answer.keys)
    rows = []
    for key, count in counts.items():
        source = answer.book.sources[key]
        cells = (
            dates.date(source.published, lang) if source.published else "",
            source.title,
            source_publisher(answer.book, source, lang),
            source_language(source, lang),
            label(SOURCE_KINDS[source.kind], lang),
            "" if count is None else numbers.number(count, lang),
            source.url or "",
            key,
        )
        rows.append(cells)
    names = ("published", "title", "publisher", "language", "kind", "count", "address", "id")
    return worded_table(names, [[*map(escape, row)] for row in rows], lang)
