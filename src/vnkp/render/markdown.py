"""Answers as Markdown, ready for a briefing: a table, and footnotes with the sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from vnkp.model import Book, Fact, Lang
from vnkp.render.plain import cited, direction
from vnkp.render.rows import Table
from vnkp.words import dates, numbers
from vnkp.words.labels import label
from vnkp.words.phrases import say


def facts(book: Book, found: Sequence[Fact], lang: Lang) -> str:
    """A table of facts with a numbered footnote for each source."""
    numbered: dict[str, int] = {}
    rows = []
    for fact in found:
        marks = "".join(_mark(numbered, cite.source) for cite in fact.cite)
        others = "".join(_mark(numbered, cite.source) for variant in fact.variants for cite in variant.cite)
        figure = numbers.figure(fact.figure, book, lang) if fact.figure else ""
        title = f"{escape(label(fact, lang))}{marks}" + (f" ≠{others}" if others else "")
        rows.append([escape(dates.date(fact.date, lang)), title, escape(figure), direction(fact)])
    heads = [say(name, lang) for name in ("date", "what", "figure", "direction")]
    notes = [f"[^{number}]: {escape(cited(book, key, lang))}" for key, number in numbered.items()]
    return "\n".join([*_lines(heads, rows), "", *notes]) + "\n"


def _mark(numbered: dict[str, int], source: str) -> str:
    return f"[^{numbered.setdefault(source, len(numbered) + 1)}]"


def table(rows: Table) -> str:
    """*rows* as a Markdown table."""
    heads, cells = rows
    return "\n".join(_lines(heads, [["" if cell is None else escape(str(cell)) for cell in row] for row in cells])) + "\n"


def _lines(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(row)} |" for row in (heads, ["---"] * len(heads), *rows)]


def escape(text: str) -> str:
    """*text* with what Markdown would take for markup made harmless; addresses stay as they are."""
    parts = re.split(r"(https?://\S+)", text)
    return "".join(part if place % 2 else re.sub(r"([\\`*_\[\]<>|~#])", r"\\\1", part) for place, part in enumerate(parts))
