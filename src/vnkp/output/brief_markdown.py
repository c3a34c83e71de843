"""A brief in Markdown that Word takes through pandoc: a heading and a table for each part."""

from __future__ import annotations

from collections.abc import Sequence

from vnkp.answers.brief import Brief
from vnkp.i18n.messages import capital, say
from vnkp.model.fields import Lang
from vnkp.output import brief_rows
from vnkp.output.brief_rows import BriefRow
from vnkp.output.footnotes import Footnotes
from vnkp.output.markup import escape, table
from vnkp.output.titles import title

_DATE, _TEXT, _WAY = "-" * 18, "-" * 60, "-" * 15


def brief_lines(answer: Brief, lang: Lang) -> list[str]:
    """The lines of *answer* in Markdown."""
    footnotes = Footnotes(answer.book, lang)
    lines = [f"# {escape(title(answer, lang))}"]
    relation = brief_rows.relation_rows(answer, lang)
    if relation:
        lines += ["", f"## {capital(say('brief_relation', lang))}", ""]
        lines += _table(relation, footnotes, lang)
    for part in answer.parts:
        name = brief_rows.heading(part, lang, is_focused=bool(answer.about))
        rows = brief_rows.rows_of(part.answer, lang)
        lines += ["", f"## {escape(name)}", "", *_table(rows, footnotes, lang)]
        for line in brief_rows.more_lines(part, len(rows), lang):
            lines += ["", escape(line)]
    return [*lines, *footnotes.lines()]


def _table(rows: Sequence[BriefRow], footnotes: Footnotes, lang: Lang) -> list[str]:
    heads = [say(name, lang) for name in ("date", "what", "direction")]
    cells = [[escape(row.when), _text(row, footnotes), row.way] for row in rows]
    return table(heads, cells, [_DATE, _TEXT, _WAY])


def _text(row: BriefRow, footnotes: Footnotes) -> str:
    """The text of a row with its footnote, which names those who differ too."""
    variants = row.fact.variants if row.fact else ()
    book = footnotes.book
    others = [cite for variant in variants for cite in brief_rows.best_cite(book, variant.cite)]
    text = escape(row.whole_text)
    if others:
        text += f" ≠ {escape(row.differ)}".rstrip()
    return f"{text}{footnotes.mark(row.cites, others)}"
