"""Facts with their readings and who says so: in full as cards, and where sources differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from vnkp.answers import FactCards, FactList
from vnkp.i18n import dates
from vnkp.i18n.labels import SIDES, label
from vnkp.i18n.messages import say
from vnkp.model.facts import Book, Fact, Variant
from vnkp.model.fields import Lang
from vnkp.output import titles
from vnkp.output.fact_wording import own_cites, publishers, reading_words
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.frame import card, list_page
from vnkp.output.screen.layout import Column, Row, Rows, beside, indented, spaced, vertical_list
from vnkp.output.screen.sources import CitedText, cited_texts, source_rows

_SIDE_BY_SIDE = 76  # from here on there is room for a reading and, beside it, those who say so


def cards_page(answer: FactCards, context: Context) -> RenderableType:
    """Each fact as a card, with rules between them."""
    parts: list[RenderableType] = []
    for fact in answer.facts:
        parts += ["", theme.rule(context.width), ""] if parts else []
        parts += _fact_card(answer.book, fact, context)
    if context.picture:
        parts += ["", theme.dim(titles.caption(answer.facts, context.lang))]
    return Group(*parts)


def _fact_card(book: Book, fact: Fact, context: Context) -> list[RenderableType]:
    """All that is known of a fact, and who says so; offices in full."""
    lang = context.lang
    texts = cited_texts(book, fact)
    parts = [part.id for part in book.facts if fact.id in part.part_of]
    _, figure, note = reading_words(book, fact, lang)
    title = Text.assemble(theme.sign(fact), " ", theme.title(fact, lang), "\n")
    head = title + Text("\n").join(_about(fact, texts, lang))
    values = {
        "people": [theme.person(book, participant, lang) for participant in fact.people],
        "places": [Text("; ".join(label(book.places[key], lang) for key in fact.places))],
        "figure": [Text(figure)],
        "note": [Text(note)],
        "part_of": _related(book, fact.part_of, context),
        "parts": _related(book, parts, context),
        "store": [Text(book.__dict__.get("stores", {}).get(fact.id, ""))],
        "id": [theme.id_line(fact.id, context)],
    }
    lines: list[RenderableType] = [
        card(head, values, context),
        Text(),
        Text(say("sources", lang), theme.BOLD),
        source_rows(book, texts, context),
    ]
    if fact.variants:
        others = Text(say("others", lang), theme.BOLD)
        readings = (_other_reading(book, variant, texts, lang) for variant in fact.variants)
        lines += [Text(), others, vertical_list(readings, context.width, apart=False)]
    return lines


def _other_reading(
    book: Book, variant: Variant, texts: Sequence[CitedText], lang: Lang
) -> list[Text]:
    """A reading with the numbers of the texts that have it, "≠ 3 May 2001  [2, 3]"; its note."""
    numbers = ", ".join(map(str, _numbers_of(variant, texts)))
    first, *more = _reading(book, variant, lang) or [""]
    sign = (f"{theme.DISPUTED} ", theme.WARN)
    return [Text.assemble(sign, first, (f"  [{numbers}]", theme.DIM)), *map(Text, more)]


def _numbers_of(variant: Variant, texts: Sequence[CitedText]) -> list[int]:
    """The numbers of those of *texts* that have the reading *variant*, themselves or in a copy."""
    return [
        number
        for number, text in enumerate(texts, 1)
        if not {text.cite, *text.copies}.isdisjoint(variant.cite)
    ]


def _about(fact: Fact, texts: Sequence[CitedText], lang: Lang) -> list[Text]:
    """Date, kind and direction; then the dates that other sources have, and how many they are."""
    direction = ""
    if fact.from_ and fact.to:
        direction = f"{label(SIDES[fact.from_], lang)} → {label(SIDES[fact.to], lang)}"
    elif fact.between:
        direction = f"{label(SIDES['VN'], lang)} ↔ {label(SIDES['KP'], lang)}"
    date = Text(dates.date(fact.date, lang, long=True))
    milestone = Text(say("milestone", lang) if fact.milestone else "")
    lines = [theme.joined([date, theme.kind(fact, lang), Text(direction), milestone], " · ")]
    for variant in fact.variants:
        if variant.date:
            count = len(_numbers_of(variant, texts))
            differs = say("in_sources", lang, what=dates.date(variant.date, lang), n=count)
            lines.append(Text.assemble((theme.DISPUTED, theme.WARN), f" {differs}"))
    return lines


def _related(book: Book, ids: Sequence[str], context: Context) -> list[Text]:
    """Facts that this one belongs to, or that belong to it: date, title and figure."""
    lines: list[Text] = []
    for fact in book.facts:
        if fact.id in ids:
            date = Text(dates.date(fact.date, context.lang), theme.DIM)
            lines.append(theme.joined([date, theme.title_with_figure(fact, book, context.lang)]))
            lines += [theme.unbroken(fact.id)] if context.ids else []
    return lines


def _reading(book: Book, reading: Variant, lang: Lang) -> list[str]:
    """The date and figure of a reading, spelt out, and what is noted of it."""
    date, figure, note = reading_words(book, reading, lang, long=True)
    return list(filter(None, ["; ".join(filter(None, [date, figure])), note]))


def disputes_page(answer: FactList, context: Context) -> Group:
    """Each fact on which sources differ, with its readings."""
    disputes = spaced(_dispute(answer.book, fact, context) for fact in answer.facts)
    return list_page(answer, Group(*disputes), context)


def _dispute(book: Book, fact: Fact, context: Context) -> Iterator[RenderableType]:
    """The date and title of *fact*, and below them each reading and who says so."""
    is_wide = context.width >= _SIDE_BY_SIDE
    date = theme.dim(dates.date(fact.date, context.lang))
    title = Text.assemble(theme.sign(fact), " ", theme.title(fact, context.lang))
    yield beside(date, title, context) if is_wide else theme.joined([date, title])
    if context.ids:
        yield indented(theme.unbroken(fact.id), 2, context.width)
    rows = []
    for reading in (_head_reading(fact), *fact.variants):
        sign = Text(f" {theme.DISPUTED if reading in fact.variants else ' '}", theme.WARN)
        words = Text("\n".join(_reading(book, reading, context.lang)))
        who = theme.dim(", ".join(publishers(book, reading.cite, context.lang)))
        if is_wide:
            rows.append(Row([sign, words, who]))
        else:
            rows.append(Row([sign, words], [theme.dim("– ") + who]))
    yield Rows([Column(), *[Column(wraps=True)] * (1 + is_wide)], rows, context, spread=True)


def _head_reading(fact: Fact) -> Variant:
    """What *fact* says itself on what is disputed, its date or its figure; else both."""
    has_dates = any(variant.date for variant in fact.variants)
    has_figures = any(variant.figure for variant in fact.variants)
    is_all = not has_dates and not has_figures
    return Variant(
        cite=own_cites(fact),
        date=fact.date if has_dates or is_all else None,
        figure=fact.figure if has_figures or is_all else None,
    )
