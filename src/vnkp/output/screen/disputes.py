"""Disputes: each fact with its readings, and beside or under each of them those who say so."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from vnkp.answers import FactList
from vnkp.i18n import dates
from vnkp.i18n.labels import publisher_name
from vnkp.model.facts import Book, Fact, Variant
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.cards import reading
from vnkp.output.screen.foot import list_page
from vnkp.output.screen.layout import Column, Row, Rows, beside, hung

_SIDE_BY_SIDE = 76  # from here on there is room for a reading and, beside it, those who say so


def disputes_page(answer: FactList, context: Context) -> Group:
    """A blank line between disputes."""
    parts: list[RenderableType] = []
    for fact in answer.facts:
        parts += [Text()] if parts else []
        parts += _dispute(answer.book, fact, context)
    return list_page(answer, Group(*parts), context)


def _dispute(book: Book, fact: Fact, context: Context) -> Iterator[RenderableType]:
    is_wide = context.width >= _SIDE_BY_SIDE
    date = theme.dim(dates.date(fact.date, context.lang))
    title = Text.assemble(theme.sign(fact), " ", theme.title(fact, context.lang))
    yield beside(date, title, context) if is_wide else theme.joined([date, title])
    if context.ids:
        yield hung(theme.whole(fact.id), 2, context.width)
    rows = []
    for read in (_head_reading(fact), *fact.variants):
        sign = Text(f" {theme.DISPUTED if read in fact.variants else ' '}", theme.WARN)
        words = Text("\n".join(reading(book, read, context.lang)))
        sources = [book.sources[cite.source] for cite in read.cite]
        names = [publisher_name(book, source.publisher, context.lang) for source in sources]
        who = theme.dim(", ".join(dict.fromkeys(names)))
        if is_wide:
            rows.append(Row([sign, words, who]))
        else:
            rows.append(Row([sign, words], [theme.dim("– ") + who]))
    yield Rows([Column(), *[Column(wraps=True)] * (1 + is_wide)], rows, context, spread=True)


def _head_reading(fact: Fact) -> Variant:
    """What *fact* says itself, of what its variants say otherwise; else all."""
    has_dates = any(variant.date for variant in fact.variants)
    has_figures = any(variant.figure for variant in fact.variants)
    is_all = not has_dates and not has_figures
    return Variant(
        cite=fact.cite,
        date=fact.date if has_dates or is_all else None,
        figure=fact.figure if has_figures or is_all else None,
    )
