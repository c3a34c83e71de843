"""Trade: a row for each year, with bars for exports, imports and both on one scale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec
from rich.console import RenderableType
from rich.text import Text

from vnkp.i18n import dates, numbers
from vnkp.i18n.labels import label
from vnkp.i18n.messages import capital, say
from vnkp.model.edtf import EdtfDate
from vnkp.model.enums import Kind
from vnkp.model.facts import Book, Fact, Figure
from vnkp.model.fields import Lang, Number
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.bars import bar
from vnkp.output.screen.layout import Column, Row, Rows, beside, entries

_BARS = (20, 16, 12, 9, 7, 5, 4, 3, 0)  # one scale for all, the largest that fits being taken
WAYS = ("exports", "imports", "two_way")


class Period(msgspec.Struct, frozen=True):
    """What was traded in one period, of one item, in one unit: *ways* are those of `WAYS`."""

    date: EdtfDate
    item: str
    unit: str
    ways: tuple[tuple[Fact, ...], ...]

    @property
    def facts(self) -> list[Fact]:
        """All facts of the period."""
        return [fact for way in self.ways for fact in way]


def periods(facts: Iterable[Fact]) -> list[Period]:
    """The trade figures among *facts*, by period, item and unit, in the order of the dates."""
    groups: dict[tuple[str, str, str], list[list[Fact]]] = {}
    for fact in facts:
        if fact.figure:
            key = (fact.date.text, fact.figure.of, fact.figure.unit)
            way = 2 if fact.between else 0 if fact.from_ == "VN" else 1
            groups.setdefault(key, [[], [], []])[way].append(fact)
    return [
        Period(next(fact for way in ways for fact in way).date, item, unit, tuple(map(tuple, ways)))
        for (_, item, unit), ways in groups.items()
    ]


def usual_unit(rows: Sequence[Period]) -> str:
    """The unit of most of *rows*."""
    return Counter(row.unit for row in rows).most_common(1)[0][0] if rows else ""


def trade_table(book: Book, facts: Sequence[Fact], context: Context) -> RenderableType:
    """A row for each year, exports and imports apart; the light end of a bar is in dispute.

    Bars are drawn for whole years in the usual unit alone. They shrink with the terminal, then
    go; what still does not fit turns vertical.
    """
    told = periods(facts)
    unit = numbers.unit(usual_unit(told), 2, book, context.lang) if told else ""
    columns = [Column(capital(unit) or say("year", context.lang))]
    for name in WAYS:
        columns += [Column(say(name, context.lang), right=True), Column(gap=1)]
    for size in _BARS if context.width >= theme.NARROW else ():
        rows = Rows(columns, _rows(book, told, facts, context.lang, size), context.width)
        if rows.fits and rows.sizes and sum(rows.sizes) <= theme.WIDEST:
            return rows
    blocks = [(row.date, _entry(book, row, context.lang)) for row in told]
    blocks += [(fact.date, _event_entry(fact, context.lang)) for fact in facts if not fact.figure]
    blocks.sort(key=lambda block: block[0].earliest.year)
    return entries((lines for _, lines in blocks), context.width)


def _rows(
    book: Book, told: Sequence[Period], facts: Sequence[Fact], lang: Lang, size: int
) -> list[Row]:
    usual = usual_unit(told)
    compared = [fact for row in told if _is_compared(row, usual) for fact in row.facts]
    most = max((_readings(fact)[1] for fact in compared), default=0)
    lines: list[tuple[EdtfDate, Row]] = [
        (row.date, _row(book, row, lang, size, usual, most)) for row in told
    ]
    lines += [(fact.date, _event(fact, lang)) for fact in facts if not fact.figure]
    lines.sort(key=lambda line: line[0].earliest.year)
    rows: list[Row] = []
    last = 0
    for date, row in lines:
        if last and date.earliest.year - last > 1:
            rows.append(_gap(last + 1, date.earliest.year - 1, lang))
        rows.append(row)
        last = max(last, (date.latest or date.earliest).year)
    return rows


def _event(fact: Fact, lang: Lang) -> RenderableType:
    """A fact without a figure, in its year."""
    date = theme.dim(dates.date(fact.date, lang))
    return beside(date, theme.joined([theme.disputed(fact), theme.dim(label(fact, lang))], " "))


def _row(book: Book, row: Period, lang: Lang, size: int, usual: str, most: Number) -> Row:
    """A year; what is of another item or unit, or of several years, is a dim line without bars."""
    if not (_is_compared(row, usual) or (_is_part(row) and row.unit == usual)):
        return _aside(book, row, lang)
    plain = _is_compared(row, usual)
    look = "" if plain else theme.DIM
    cells = [Text(_period(row, lang), look)]
    for way in row.ways:
        amounts = [
            numbers.qualified(*_figure(fact).bounds, _figure(fact).qualifier, lang) for fact in way
        ]
        missing = theme.dim("–" if plain else "")
        cells.append(Text("\n".join(amounts), look) if amounts else missing)
        cells.append(Text("\n").join(_bar(fact, most, size if plain else 0) for fact in way))
    return cells


def _bar(fact: Fact, most: Number, size: int) -> Text:
    """The sign of a dispute, or a blank, and a bar."""
    sign = theme.disputed(fact) if fact.disputed else Text(" ")
    return Text.assemble(sign, " ", bar(*_readings(fact), most, size, theme.COLOURS[Kind.TRADE]))


def _aside(book: Book, row: Period, lang: Lang) -> RenderableType:
    """A figure that cannot be compared with the others: "2021: share of trade: 1.7 per cent"."""
    item = "" if row.item == "goods" else label(book.items[row.item], lang)
    told = []
    for name, way in zip(WAYS, row.ways, strict=True):
        for fact in way:
            words = (item, say(name, lang).lower(), numbers.amount(_figure(fact), book, lang))
            told.append(" · ".join(word for word in words if word))
    sign = next((theme.disputed(fact) for fact in row.facts if fact.disputed), Text())
    rest = theme.joined([sign, theme.dim("; ".join(told))], " ")
    return beside(theme.dim(dates.date(row.date, lang)), rest)


def _gap(first: int, last: int, lang: Lang) -> Text:
    """A dim line for years without figures."""
    return theme.dim(f"{dates.years(first, last)}: {say('no_figures', lang)}")


def _is_part(row: Period) -> bool:
    """Whether it is a part of one year, which stands under it."""
    latest = row.date.latest
    return (
        row.date.precision != "year"
        and latest is not None
        and latest.year == row.date.earliest.year
    )


def _is_compared(row: Period, usual: str) -> bool:
    """Whether *row* is a single year in the usual unit, and so has bars."""
    return row.unit == usual and row.item == "goods" and not row.date.is_span


def _period(row: Period, lang: Lang) -> str:
    """The year; a part of one without it, as the year stands above."""
    if not _is_part(row):
        return dates.date(row.date, lang)
    latest = row.date.latest
    if lang == "vi" and row.date.is_span and latest and row.date.earliest.month == 1:
        return f"  {say('first_months', lang, n=latest.month)}"
    return f"  {dates.date(row.date, lang, year=False)}"


def _figure(fact: Fact) -> Figure:
    assert fact.figure is not None  # only facts with a figure have a period
    return fact.figure


def _readings(fact: Fact) -> tuple[Number, Number]:
    """The least and the most that any source gives."""
    unit = _figure(fact).unit
    bounds = [figure.bounds for figure in fact.all_figures if figure.unit == unit]
    return min(low for low, _ in bounds), max(high for _, high in bounds)


def _event_entry(fact: Fact, lang: Lang) -> list[Text]:
    date = Text(dates.date(fact.date, lang), theme.BOLD)
    return [theme.joined([date, theme.disputed(fact)]), Text(label(fact, lang))]


def _entry(book: Book, row: Period, lang: Lang) -> list[Text]:
    item = "" if row.item == "goods" else label(book.items[row.item], lang)
    lines = [theme.joined([Text(dates.date(row.date, lang), theme.BOLD), theme.dim(item)])]
    for name, way in zip(WAYS, row.ways, strict=True):
        for fact in way:
            amount = Text(numbers.amount(_figure(fact), book, lang))
            parts = [theme.dim(f"{say(name, lang)}:"), amount, theme.disputed(fact)]
            lines.append(theme.joined(parts, " "))
    return lines
