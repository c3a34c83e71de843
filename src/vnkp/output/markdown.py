"""Answers as Markdown, ready for a briefing: tables, and numbered footnotes with the sources.

It reads alike in GitHub's Markdown and in pandoc's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import singledispatch
from itertools import groupby

from vnkp.answers import AidTotals, Anniversaries, Answer, FactCards, FactList
from vnkp.answers.brief import Brief
from vnkp.answers.counts import Counts
from vnkp.i18n import dates, numbers
from vnkp.i18n.labels import OVERLAPS, TERMS, label
from vnkp.i18n.messages import capital, say
from vnkp.i18n.sources import citation, citation_place, direction
from vnkp.model import edtf
from vnkp.model.enums import Terms
from vnkp.model.facts import Book, Cite, Fact, Lang
from vnkp.model.time_window import Overlap
from vnkp.output.brief_markdown import brief_lines
from vnkp.output.formats import Context
from vnkp.output.grouping import cell_label, count_notes, grid
from vnkp.output.tabular import cell_text, to_table
from vnkp.query.filters import MatchedFact

# How wide pandoc makes each column, in dashes; a column of numbers ends with a colon.
_DATE, _TITLE, _FIGURE, _DIRECTION = "-" * 12, "-" * 46, "-" * 22, "-" * 9
_SHORT_NUMBER, _NUMBER = "-" * 5 + ":", "-" * 16 + ":"


def render(answer: Answer, context: Context) -> str:
    """*answer* as Markdown."""
    return "\n".join(to_markdown(answer, context.lang)) + "\n"


@singledispatch
def to_markdown(answer: Answer, lang: Lang) -> list[str]:
    """The lines of *answer* in Markdown; for answers without a form of their own, a table."""
    columns, rows = to_table(answer, lang)
    cells = [[escape(cell_text(cell)) for cell in row] for row in rows]
    return _table(columns, cells, ["---"] * len(columns))


@to_markdown.register
def _(answer: FactList, lang: Lang) -> list[str]:
    return _facts(answer.book, () if answer.is_empty else answer.matches, lang)


@to_markdown.register
def _(answer: FactCards, lang: Lang) -> list[str]:
    matches = [MatchedFact(fact, Overlap.INSIDE) for fact in answer.facts]
    return _facts(answer.book, matches, lang)


def _facts(book: Book, matches: Sequence[MatchedFact], lang: Lang) -> list[str]:
    """A table for each way of meeting the time asked for, and a footnote for each source."""
    footnotes = _Footnotes(book, lang)
    heads = [say(name, lang) for name in ("date", "what", "figure", "direction")]
    lines: list[str] = []
    for overlap, group in groupby(matches, key=lambda match: match.overlap):
        if overlap is not Overlap.INSIDE:
            heading = escape(capital(label(OVERLAPS[overlap], lang)))
            lines += [*([""] if lines else []), f"**{heading}**", ""]
        rows = [_fact_row(book, match.fact, footnotes, lang) for match in group]
        lines += _table(heads, rows, [_DATE, _TITLE, _FIGURE, _DIRECTION])
    return [*lines, *footnotes.lines(match.fact for match in matches)]


def _fact_row(book: Book, fact: Fact, footnotes: _Footnotes, lang: Lang) -> list[str]:
    figure = numbers.figure(fact.figure, book, lang) if fact.figure else ""
    date = escape(dates.date(fact.date, lang))
    return [date, footnotes.title(fact), escape(figure), direction(fact)]


@to_markdown.register
def _(answer: Anniversaries, lang: Lang) -> list[str]:
    footnotes = _Footnotes(answer.book, lang)
    heads = [say(name, lang) for name in ("years", "date", "what", "happened")]
    rows = []
    for anniversary in answer.anniversaries:
        due = dates.date(edtf.parse(anniversary.date), lang)
        happened = dates.date(anniversary.fact.date, lang)
        title = footnotes.title(anniversary.fact)
        rows.append([str(anniversary.years), escape(due), title, escape(happened)])
    facts = [anniversary.fact for anniversary in answer.anniversaries]
    table = _table(heads, rows, [_SHORT_NUMBER, _DATE, _TITLE, _DATE])
    return [*table, *footnotes.lines(facts)]


@to_markdown.register
def _(answer: Brief, lang: Lang) -> list[str]:
    return brief_lines(answer, lang)


@to_markdown.register
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
    table = _table(heads, rows, [_FIGURE, *[_SHORT_NUMBER] * (len(heads) - 1)])
    return [*table, *(line for foot in count_notes(answer, lang) for line in ("", escape(foot)))]


@to_markdown.register
def _(answer: AidTotals, lang: Lang) -> list[str]:
    book = answer.book
    footnotes = _Footnotes(book, lang)
    facts = {fact.id: fact for fact in book.facts}
    names = ("period", "direction", "item", "amount", "unit", "pledged")
    heads = [say(name, lang) for name in names]
    rows = []
    for total in answer.totals:
        counted = [cite for counted in total.counted for cite in facts[counted.id].cite]
        marks = footnotes.marks(counted)
        item = escape(label(book.items[total.key.of], lang))
        if total.key.terms is Terms.CREDIT:
            item += f", {escape(label(TERMS[Terms.CREDIT], lang))}"
        group = total.group or ""
        rows.append(
            [
                escape(group if group[:1].isdigit() else ""),
                f"{total.key.from_} → {total.key.to}" if total.key.from_ else "VN ↔ KP",
                f"{item}{marks}",
                numbers.qualified(total.low, total.high, total.qualifier, lang),
                escape(numbers.unit(total.key.unit, 2, book, lang)),
                numbers.number(total.pledged, lang) if total.pledged else "",
            ]
        )
    rules = [_SHORT_NUMBER, _DIRECTION, _FIGURE, _NUMBER, _DATE, _NUMBER]
    return [*_table(heads, rows, rules), *footnotes.lines(())]


class _Footnotes:
    """Footnotes: a number for each place in each source, in the order in which they are named."""

    def __init__(self, book: Book, lang: Lang) -> None:
        self.book = book
        self.lang = lang
        self.numbers: dict[tuple[str, str | None], int] = {}

    def marks(self, cites: Iterable[Cite]) -> str:
        """The marks of *cites*, with blanks between them, so that 1 and 2 do not read as 12."""
        places = dict.fromkeys((cite.source, cite.at) for cite in cites)
        numbers = [self.numbers.setdefault(key, len(self.numbers) + 1) for key in places]
        return " ".join(f"[^{number}]" for number in numbers)

    def title(self, fact: Fact) -> str:
        """The title of *fact* with its marks, and those of sources that differ after a ≠."""
        title = escape(label(fact, self.lang)) + self.marks(fact.cite)
        others = self.marks(cite for variant in fact.variants for cite in variant.cite)
        return f"{title} ≠{others}" if others else title

    def lines(self, facts: Iterable[Fact]) -> list[str]:
        """What stands under the tables: what ≠ means, if one of *facts* has it, and the notes."""
        legend = say("disputes", self.lang)
        disputed = any(fact.disputed for fact in facts)
        notes = [f"[^{number}]: {self._note(*key)}" for key, number in self.numbers.items()]
        return ["", *([f"≠ {legend[0].lower()}{legend[1:]}", ""] if disputed else []), *notes]

    def _note(self, source: str, at: str | None) -> str:
        place = f", {escape(citation_place(at, self.lang))}" if at else ""
        return escape(citation(self.book, source, self.lang)) + place


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], rules: Sequence[str]) -> list[str]:
    """The lines of a table, without the columns that are empty."""
    kept = [index for index in range(len(heads)) if not rows or any(row[index] for row in rows)]
    return [f"| {' | '.join(row[index] for index in kept)} |" for row in (heads, rules, *rows)]


_ADDRESS = re.compile(r"(https?://\S+)")
# What means something within a line, in GitHub's Markdown or in pandoc's; then at its beginning.
_MARKUP = re.compile(r"[\\`*_\[\]<>|~#$^@]|&(?=#?\w+;)")
_OPENING = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=:]))")


def escape(text: str) -> str:
    """*text* on one line, with what would be markup escaped; an address becomes a link."""
    parts = _ADDRESS.split(" ".join(text.split()))
    return "".join(
        _link(part) if index % 2 else _OPENING.sub(r"\1\\", _MARKUP.sub(r"\\\g<0>", part))
        for index, part in enumerate(parts)
    )


def _link(address: str) -> str:
    """*address* in angle brackets: nothing is markup there, but a bar still ends a cell."""
    return "<" + re.sub(r"[<>|\\`]", lambda match: f"%{ord(match[0]):02X}", address) + ">"
