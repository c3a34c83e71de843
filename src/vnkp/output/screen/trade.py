"""Trade: a row for each year, with bars for exports and imports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.console import RenderableType
from rich.text import Text

from vnkp.i18n import dates, numbers
from vnkp.i18n.labels import label
from vnkp.i18n.messages import say
from vnkp.model.enums import Kind
from vnkp.model.facts import Book, Fact, Lang, Number
from vnkp.output.screen import theme
from vnkp.output.screen.aid import bar, figure_of
from vnkp.output.screen.layout import Column, entries, fits, joined, table

# Sizes of the bars for exports, imports and both together, the largest that fit being taken.
_BARS = (
    (12, 12, 12),
    (8, 8, 8),
    (6, 6, 6),
    (8, 8, 0),
    (6, 6, 0),
    (5, 5, 0),
    (4, 4, 0),
    (3, 3, 0),
    (0, 0, 0),
)


class Year(NamedTuple):
    """What was traded in one period, of one item, in one unit: exports and imports of Vietnam, and both together."""

    period: str
    item: str
    unit: str
    exports: tuple[Fact, ...]
    imports: tuple[Fact, ...]
    both: tuple[Fact, ...]


def periods(facts: Iterable[Fact]) -> list[Year]:
    """The trade figures among *facts*, by period, item and unit, in their order."""
    groups: dict[tuple[str, str, str], tuple[list[Fact], list[Fact], list[Fact]]] = {}
    for fact in facts:
        if fact.figure:
            key = (fact.date.text, fact.figure.of, fact.figure.unit)
            way = 2 if fact.between else 0 if fact.from_ == "VN" else 1
            groups.setdefault(key, ([], [], []))[way].append(fact)
    return [Year(*key, *(tuple(way) for way in ways)) for key, ways in groups.items()]


def trade_table(book: Book, facts: Sequence[Fact], lang: Lang, width: int) -> RenderableType:
    """A row for each year, exports and imports apart; the light end of a bar is what sources differ on.

    Bars shrink with the terminal, then go; what still does not fit turns vertical.
    """
    rows = periods(facts)
    for sizes in _BARS if width >= theme.NARROW else ():
        columns, cells = _grid(book, rows, lang, sizes)
        if fits(columns, cells, min(width, theme.WIDEST)):
            return table(columns, cells, width)
    return entries(_year_entry(book, row, lang) for row in rows)


def usual_unit(rows: Sequence[Year]) -> str:
    """The unit of most of *rows*."""
    return Counter(row.unit for row in rows).most_common(1)[0][0] if rows else ""


def _grid(
    book: Book, rows: Sequence[Year], lang: Lang, sizes: Sequence[int]
) -> tuple[list[Column], list[list[Text]]]:
    """The columns and cells of the trade table, with bars of *sizes*; a unit that is not the usual one is told."""
    usual = usual_unit(rows)
    heads = [
        say("year", lang),
        say("exports", lang),
        "",
        say("imports", lang),
        "",
        say("two_way", lang),
        "",
        "",
    ]
    columns = [Column(name, number=place in (1, 3, 5)) for place, name in enumerate(heads)]
    most: dict[str, Number] = {}
    for row in rows:
        for fact in (*row.exports, *row.imports, *row.both):
            most[row.unit] = max(most.get(row.unit, 0), _readings(fact)[1])
    ways = [way for row in rows for way in ((0, row.exports), (1, row.imports), (2, row.both))]
    signed = [
        any(fact.disputed for place, facts in ways if place == way for fact in facts)
        for way in range(3)
    ]
    cells = []
    for row in rows:
        line = [dated(row, lang)]
        unit = [] if row.unit == usual else [theme.dim(numbers.unit(row.unit, 2, book, lang))]
        for way, size, sign in zip(
            (row.exports, row.imports, row.both), sizes, signed, strict=True
        ):
            amounts = [_amount_of(fact, lang) for fact in way] + (unit if way else [])
            line += [Text("\n").join(amounts), _bars(way, most[row.unit], size, sign)]
        cells.append(
            [*line, theme.dim("" if row.item == "goods" else label(book.items[row.item], lang))]
        )
    return columns, cells


def dated(row: Year, lang: Lang) -> Text:
    """The period of *row*."""
    fact = (*row.exports, *row.imports, *row.both)[0]
    return Text(dates.date(fact.date, lang))


def _amount_of(fact: Fact, lang: Lang) -> Text:
    figure = figure_of(fact)
    return Text(numbers.qualified(*figure.bounds, figure.qualifier, lang))


def _bars(facts: Sequence[Fact], most: Number, size: int, signed: bool) -> Text:
    """A bar for each of *facts*, after the sign of a dispute or, if some row is *signed*, a blank."""
    lines = []
    for fact in facts:
        sign = (theme.disputed(fact) if fact.disputed else Text(" ")) if signed else Text()
        lines.append(
            joined([sign, bar(*_readings(fact), most, size, theme.COLOURS[Kind.TRADE])], " ")
        )
    return Text("\n").join(lines)


def _readings(fact: Fact) -> tuple[Number, Number]:
    """The least and the most that any source gives."""
    figure = figure_of(fact)
    others = [
        variant.figure
        for variant in fact.variants
        if variant.figure and variant.figure.unit == figure.unit
    ]
    bounds = [one.bounds for one in (figure, *others)]
    return min(low for low, _ in bounds), max(high for _, high in bounds)


def _year_entry(book: Book, row: Year, lang: Lang) -> list[Text]:
    item = "" if row.item == "goods" else label(book.items[row.item], lang)
    lines = [joined([Text(dated(row, lang).plain, theme.BOLD), theme.dim(item)])]
    for name, way in (("exports", row.exports), ("imports", row.imports), ("two_way", row.both)):
        for fact in way:
            amount = Text(numbers.amount(figure_of(fact), book, lang))
            lines.append(
                joined([Text(f"{say(name, lang)}:", theme.DIM), amount, theme.disputed(fact)], " ")
            )
    return lines
