"""Answers as Markdown, ready for a briefing: tables, and numbered footnotes with the sources.

It reads alike in GitHub's Markdown and in pandoc's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from vnkp.i18n import dates, numbers
from vnkp.i18n.labels import MATCHES, TERMS, label
from vnkp.i18n.messages import say
from vnkp.i18n.sources import cited, cited_at, direction
from vnkp.model import edtf
from vnkp.model.enums import Terms
from vnkp.model.facts import Book, Cite, Fact, Lang
from vnkp.model.time_window import Overlap
from vnkp.output.tabular import Table, written
from vnkp.query.anniversaries import Anniversary
from vnkp.query.filters import Query
from vnkp.query.totals import Total

# How wide pandoc is to make each column, in dashes; a column of numbers ends with a colon.
_WHEN, _WHAT, _HOW_MUCH, _WAY, _FEW = "-" * 12, "-" * 46, "-" * 22, "-" * 9, "-" * 5 + ":"
_NUMBER = "-" * 16 + ":"


class _Notes:
    """Footnotes: a number for each place in each source, in the order in which they are first named."""

    def __init__(self, book: Book, lang: Lang) -> None:
        self.book = book
        self.lang = lang
        self.numbers: dict[tuple[str, str | None], int] = {}

    def marks(self, cites: Iterable[Cite]) -> str:
        """The marks of *cites*, apart from each other, so that 1 and 2 do not read as 12."""
        places = dict.fromkeys((cite.source, cite.at) for cite in cites)
        return " ".join(
            f"[^{self.numbers.setdefault(place, len(self.numbers) + 1)}]" for place in places
        )

    def titled(self, fact: Fact) -> str:
        """The title of *fact* with its marks, and those of sources that read it otherwise after a ≠."""
        title = escape(label(fact, self.lang)) + self.marks(fact.cite)
        others = self.marks(cite for variant in fact.variants for cite in variant.cite)
        return f"{title} ≠{others}" if others else title

    def lines(self, facts: Iterable[Fact]) -> list[str]:
        """What stands under the tables: what ≠ means, if one of *facts* has it, and the notes."""
        differ = say("disputes", self.lang)
        told = (
            [f"≠ {differ[0].lower()}{differ[1:]}", ""]
            if any(fact.disputed for fact in facts)
            else []
        )
        return [
            "",
            *told,
            *(f"[^{number}]: {self._note(*place)}" for place, number in self.numbers.items()),
        ]

    def _note(self, source: str, at: str | None) -> str:
        place = f", {escape(cited_at(at, self.lang))}" if at else ""
        return escape(cited(self.book, source, self.lang)) + place


def facts(book: Book, found: Sequence[Fact], query: Query) -> str:
    """A table of facts, one for each way of meeting the window of *query*, and a footnote for each source."""
    lang = query.lang
    notes = _Notes(book, lang)
    heads = [say(name, lang) for name in ("date", "what", "figure", "direction")]
    lines: list[str] = []
    for match, group in groupby(found, key=lambda fact: query.match(fact) or Overlap.POSSIBLE):
        if match is not Overlap.INSIDE:
            name = label(MATCHES[match], lang)
            lines += [*([""] if lines else []), f"**{escape(name[0].upper() + name[1:])}**", ""]
        lines += _lines(
            heads,
            [_row(book, fact, notes, lang) for fact in group],
            [_WHEN, _WHAT, _HOW_MUCH, _WAY],
        )
    return "\n".join([*lines, *notes.lines(found)]) + "\n"


def _row(book: Book, fact: Fact, notes: _Notes, lang: Lang) -> list[str]:
    figure = numbers.figure(fact.figure, book, lang) if fact.figure else ""
    return [
        escape(dates.date(fact.date, lang)),
        notes.titled(fact),
        escape(figure),
        direction(fact),
    ]


def anniversaries(book: Book, found: Sequence[Anniversary], lang: Lang) -> str:
    """A table of anniversaries, and a footnote for each source."""
    notes = _Notes(book, lang)
    heads = [say(name, lang) for name in ("years", "date", "what", "happened")]
    rows = []
    for one in found:
        due, happened = dates.date(edtf.parse(one.date), lang), dates.date(one.fact.date, lang)
        rows.append([str(one.years), escape(due), notes.titled(one.fact), escape(happened)])
    return (
        "\n".join(
            [
                *_lines(heads, rows, [_FEW, _WHEN, _WHAT, _WHEN]),
                *notes.lines(one.fact for one in found),
            ]
        )
        + "\n"
    )


def totals(book: Book, found: Sequence[Total], lang: Lang) -> str:
    """A table of totals, and a footnote for each source of what was counted."""
    notes = _Notes(book, lang)
    known = {fact.id: fact for fact in book.facts}
    heads = [
        say(name, lang) for name in ("period", "direction", "item", "amount", "unit", "pledged")
    ]
    rows = []
    for total in found:
        marks = notes.marks(cite for one in total.counted for cite in known[one.id].cite)
        item = escape(label(book.items[total.key.of], lang))
        lent = (
            f", {escape(label(TERMS[total.key.terms], lang))}"
            if total.key.terms is Terms.CREDIT
            else ""
        )
        amount = numbers.qualified(total.low, total.high, total.qualifier, lang)
        pledged = numbers.number(total.pledged, lang) if total.pledged else ""
        group = total.group or ""
        way = f"{total.key.from_} → {total.key.to}" if total.key.from_ else "VN ↔ KP"
        unit = escape(numbers.unit(total.key.unit, 2, book, lang))
        rows.append(
            [
                escape(group if group[:1].isdigit() else ""),
                way,
                f"{item}{lent}{marks}",
                amount,
                unit,
                pledged,
            ]
        )
    return (
        "\n".join(
            [
                *_lines(heads, rows, [_FEW, _WAY, _HOW_MUCH, _NUMBER, _WHEN, _NUMBER]),
                *notes.lines(()),
            ]
        )
        + "\n"
    )


def table(rows: Table) -> str:
    """*rows* as a Markdown table."""
    heads, cells = rows
    return (
        "\n".join(
            _lines(
                heads,
                [[escape(written(cell)) for cell in row] for row in cells],
                ["---"] * len(heads),
            )
        )
        + "\n"
    )


def _lines(heads: Sequence[str], rows: Sequence[Sequence[str]], rules: Sequence[str]) -> list[str]:
    """A table without the columns in which nothing stands."""
    kept = [place for place in range(len(heads)) if not rows or any(row[place] for row in rows)]
    return [f"| {' | '.join(row[place] for place in kept)} |" for row in (heads, rules, *rows)]


_ADDRESS = re.compile(r"(https?://\S+)")
# What means something in the middle of a line, in GitHub's Markdown or in pandoc's; then what does so at its beginning.
_MARKUP = re.compile(r"[\\`*_\[\]<>|~#$^@]|&(?=#?\w+;)")
_OPENING = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=:]))")


def escape(text: str) -> str:
    """*text* on one line, with what would be taken for markup made strip_control_characters; an address becomes a link."""
    parts = _ADDRESS.split(" ".join(text.split()))
    return "".join(_link(part) if place % 2 else _plain(part) for place, part in enumerate(parts))


def _plain(text: str) -> str:
    return _OPENING.sub(r"\1\\", _MARKUP.sub(r"\\\g<0>", text))


def _link(address: str) -> str:
    """*address* between angle brackets: nothing is markup there, but a cell of a table still ends at a bar."""
    return "<" + re.sub(r"[<>|\\`]", lambda found: f"%{ord(found[0]):02X}", address) + ">"
