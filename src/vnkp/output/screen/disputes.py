"""Disputes: each fact with its readings, and beside or under each of them those who say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from vnkp.i18n import dates
from vnkp.i18n.labels import label, publisher_name
from vnkp.model.facts import Book, Fact, Variant
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.cards import reading
from vnkp.output.screen.layout import GAP, Column, Row, Rows, hung

_SIDE_BY_SIDE = 76  # from here on there is room for a reading and, beside it, those who say so


def dispute_list(book: Book, facts: Sequence[Fact], context: Context) -> Group:
    """A blank line between disputes."""
    parts: list[RenderableType] = []
    for fact in facts:
        parts += [Text()] if parts else []
        parts += _dispute(book, fact, context)
    return Group(*parts)


def _dispute(book: Book, fact: Fact, context: Context) -> Iterator[RenderableType]:
    width = min(context.width, theme.WIDEST)
    date = theme.dim(dates.date(fact.date, context.lang))
    title = Text.assemble(theme.sign(fact), " ", theme.title(fact, context.lang))
    if context.width < _SIDE_BY_SIDE:
        yield theme.joined([date, title])
    else:
        yield theme.beside(date, title)
    if context.ids:
        yield hung(theme.whole(fact.id), 2, context.width)
    said: list[Fact | Variant] = [fact, *fact.variants]
    rows: list[Row] = []
    for read in said:
        sign = Text(f" {theme.DISPUTED if read is not fact else ' '}", theme.WARN)
        words = Text("\n".join(_words(book, read, fact, context)))
        sources = [book.sources[cite.source] for cite in read.cite]
        names = [publisher_name(book, source.publisher, context.lang) for source in sources]
        who = theme.dim(", ".join(dict.fromkeys(names)))
        if context.width >= _SIDE_BY_SIDE:
            rows.append([sign, words, who])
        else:
            yield theme.beside(sign, words)
            yield Padding(theme.dim("– ") + who, (0, 0, 0, sign.cell_len + 2 * GAP))
    if rows:
        yield Rows([Column(), *[Column(wraps=True)] * 2], rows, width, even=True)


def _words(book: Book, read: Fact | Variant, fact: Fact, context: Context) -> list[str]:
    """What a reading says; of the head reading only what its variants touch."""
    touched = {
        name for name in ("date", "figure") for variant in fact.variants if getattr(variant, name)
    }
    if isinstance(read, Fact):
        dispute = Variant(
            cite=read.cite,
            date=read.date if "date" in touched or not touched else None,
            figure=read.figure if "figure" in touched or not touched else None,
        )
        return ["; ".join(reading(book, dispute, context.lang))]
    note = label(read.note, context.lang) if read.note else ""
    return [part for part in ("; ".join(reading(book, read, context.lang)), note) if part]
