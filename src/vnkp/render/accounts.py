"""Aid and trade: totals with their bounds, and years with their bars."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.console import RenderableType
from rich.text import Text

from vnkp.model import Book, Fact, Figure, Lang, Number
from vnkp.render import style
from vnkp.render.layout import Column, entries, fits, joined, table
from vnkp.render.listing import Item, Listing
from vnkp.totals import Total
from vnkp.vocabulary import Kind, Stage, Terms
from vnkp.words import dates, numbers
from vnkp.words.labels import STAGES, TERMS, WHYS, label
from vnkp.words.phrases import say

_FULL, _LIGHT = "█", "░"
_EIGHTHS = " ▏▎▍▌▋▊▉"
# Sizes of the bars for exports, imports and both together, the largest that fit being taken.
_BARS = ((12, 12, 12), (8, 8, 8), (6, 6, 6), (8, 8, 0), (6, 6, 0), (5, 5, 0), (4, 4, 0), (3, 3, 0), (0, 0, 0))


def aid(book: Book, totals: Sequence[Total], lang: Lang, width: int, *, bars: bool = False) -> RenderableType:
    """Totals, one to a row; *bars* draws the sure part of each solid and the possible part light, while there is room."""
    for size in (24, 16, 12, 8, 6, 4, 0) if width >= style.NARROW else ():
        columns, rows = _totals(book, totals, lang, size if bars else 0)
        if fits(columns, rows, min(width, style.WIDEST)):
            return table(columns, rows, width)
    return entries(_total_entry(book, total, lang) for total in totals)


def _totals(book: Book, totals: Sequence[Total], lang: Lang, size: int) -> tuple[list[Column], list[list[Text]]]:
    names = ("period", "direction", "item", "amount", "unit")
    columns = [*(Column(say(name, lang), number=name == "amount") for name in names), Column("")]
    rows = []
    period = ""
    for total in totals:
        most = max(other.high for other in totals if other.key.unit == total.key.unit)
        amount = Text("\n").join(line for line in (_amount(total, lang), _pledged(total, lang)) if line.plain)
        unit = Text(numbers.unit(total.key.unit, 2, book, lang))
        named = _period(total)
        about = [Text(_direction(total)), Text(_item(book, total, lang)), amount, unit]
        drawn = bar(total.low, total.high, most, size, style.COLOURS[Kind.AID])
        rows.append([named if named.plain != period else Text(), *about, drawn])
        period = named.plain
    return columns, rows


def _item(book: Book, total: Total, lang: Lang) -> str:
    """What was given; for what was lent, that it was."""
    item = label(book.items[total.key.of], lang)
    return f"{item}, {label(TERMS[total.key.terms], lang)}" if total.key.terms is Terms.CREDIT else item


def _period(total: Total) -> Text:
    return Text(total.group or "" if (total.group or "")[:1].isdigit() else "")


def _direction(total: Total) -> str:
    return f"{total.key.from_} → {total.key.to}" if total.key.from_ else "VN ↔ KP"


def _amount(total: Total, lang: Lang) -> Text:
    return Text(numbers.qualified(total.low, total.high, total.qualifier, lang), style.BOLD)


def _pledged(total: Total, lang: Lang) -> Text:
    if not total.pledged:
        return Text()
    return style.dim(f"+ {numbers.number(total.pledged, lang)} {label(STAGES[Stage.PLEDGED], lang)}")


def _total_entry(book: Book, total: Total, lang: Lang) -> list[Text]:
    unit = Text(numbers.unit(total.key.unit, 2, book, lang))
    about = joined([_period(total), Text(_item(book, total, lang), style.BOLD), Text(_direction(total))])
    return [about, joined([_amount(total, lang), unit], " "), _pledged(total, lang)]


def explained(book: Book, totals: Sequence[Total], lang: Lang) -> RenderableType:
    """For each total the facts that were counted and those left out, as a footnote would tell."""
    facts = {fact.id: fact for fact in book.facts}
    parts: list[Item | Text] = []
    for total in totals:
        unit = numbers.unit(total.key.unit, 2, book, lang)
        name = " · ".join(part for part in (_period(total).plain, _direction(total), _item(book, total, lang)) if part)
        amount = numbers.qualified(total.low, total.high, total.qualifier, lang)
        parts.append(Text.assemble((name, style.BOLD), f": {amount} {unit}"))
        for one in total.counted:
            rest = say("rest", lang) if one.high < _figure(facts[one.id]).bounds[1] else ""
            parts.append(_reckoned(facts[one.id], lang, numbers.span(one.low, one.high, lang), rest))
        for why in dict.fromkeys(out.why for out in total.left_out):
            parts.append(style.dim(f"  {say('left_out', lang)}: {label(WHYS[why], lang)}"))
            parts += [_reckoned(facts[out.id], lang) for out in total.left_out if out.why is why]
    return Listing(None, parts, counts=1)


def _reckoned(fact: Fact, lang: Lang, amount: str = "", after: str = "") -> Item:
    """A fact with what it adds to a total."""
    title = Text.assemble(style.title(fact, lang), (f" ({after})" if after else "", style.DIM))
    return Item([Text(amount, style.BOLD), style.date(fact, lang, style.DATE)], title, [], [], [style.whole(fact.id)])


def bar(low: Number, high: Number, most: Number, size: int, colour: str) -> Text:
    """A bar of up to *size* cells for an amount of which *most* fills it: solid as far as is sure, then light."""
    if not most or not size:
        return Text()
    if low == high:  # an end as fine as the letters allow, so that even a little shows
        solid, rest = divmod(max(round(float(low) / float(most) * size * 8), 1 if low else 0), 8)
        return Text(_FULL * solid + _EIGHTHS[rest].strip(), colour)
    solid = round(float(low) / float(most) * size)
    light = max(round(float(high) / float(most) * size) - solid, 0 if solid else 1)
    return Text.assemble((_FULL * solid, colour), (_LIGHT * light, style.DIM))


class Year(NamedTuple):
    """What was traded in one period, of one item, in one unit: exports and imports of Vietnam, and both together."""

    period: str
    item: str
    unit: str
    exports: tuple[Fact, ...]
    imports: tuple[Fact, ...]
    both: tuple[Fact, ...]


def years(facts: Iterable[Fact]) -> list[Year]:
    """The trade figures among *facts*, by period, item and unit, in their order."""
    groups: dict[tuple[str, str, str], tuple[list[Fact], list[Fact], list[Fact]]] = {}
    for fact in facts:
        if fact.figure:
            key = (fact.date.text, fact.figure.of, fact.figure.unit)
            way = 2 if fact.between else 0 if fact.from_ == "VN" else 1
            groups.setdefault(key, ([], [], []))[way].append(fact)
    return [Year(*key, *(tuple(way) for way in ways)) for key, ways in groups.items()]


def trade(book: Book, facts: Sequence[Fact], lang: Lang, width: int) -> RenderableType:
    """A row for each year, exports and imports apart; the light end of a bar is what sources differ on.

    Bars shrink with the terminal, then go; what still does not fit turns vertical.
    """
    rows = years(facts)
    units = {row.unit for row in rows}
    for sizes in _BARS if width >= style.NARROW else ():
        columns, cells = _grid(book, rows, lang, sizes, len(units) > 1)
        if fits(columns, cells, min(width, style.WIDEST)):
            return table(columns, cells, width)
    return entries(_year_entry(book, row, lang) for row in rows)


def _grid(
    book: Book, rows: Sequence[Year], lang: Lang, sizes: Sequence[int], units: bool
) -> tuple[list[Column], list[list[Text]]]:
    """The columns and cells of the trade table, with bars of *sizes*, and the *units* if there are several."""
    heads = [say("year", lang), say("exports", lang), "", say("imports", lang), "", say("two_way", lang), "", ""]
    columns = [Column(name, number=place in (1, 3, 5)) for place, name in enumerate(heads)]
    most: dict[str, Number] = {}
    for row in rows:
        for fact in (*row.exports, *row.imports, *row.both):
            most[row.unit] = max(most.get(row.unit, 0), _readings(fact)[1])
    ways = [way for row in rows for way in ((0, row.exports), (1, row.imports), (2, row.both))]
    signed = [any(fact.disputed for place, facts in ways if place == way for fact in facts) for way in range(3)]
    cells = []
    for row in rows:
        line = [dated(row, lang)]
        for way, size, sign in zip((row.exports, row.imports, row.both), sizes, signed, strict=True):
            line += [Text("\n").join(_amount_of(fact, lang) for fact in way), _bars(way, most[row.unit], size, sign)]
        item = "" if row.item == "goods" else label(book.items[row.item], lang)
        cells.append([*line, Text(", ".join(part for part in (row.unit if units else "", item) if part), style.DIM)])
    return columns, cells


def dated(row: Year, lang: Lang) -> Text:
    """The period of *row*."""
    fact = (*row.exports, *row.imports, *row.both)[0]
    return Text(dates.date(fact.date, lang))


def _amount_of(fact: Fact, lang: Lang) -> Text:
    figure = _figure(fact)
    return Text(numbers.qualified(*figure.bounds, figure.qualifier, lang))


def _bars(facts: Sequence[Fact], most: Number, size: int, signed: bool) -> Text:
    """A bar for each of *facts*, after the sign of a dispute or, if some row is *signed*, a blank."""
    lines = []
    for fact in facts:
        sign = (style.disputed(fact) if fact.disputed else Text(" ")) if signed else Text()
        lines.append(joined([sign, bar(*_readings(fact), most, size, style.COLOURS[Kind.TRADE])], " "))
    return Text("\n").join(lines)


def _readings(fact: Fact) -> tuple[Number, Number]:
    """The least and the most that any source gives."""
    figure = _figure(fact)
    others = [variant.figure for variant in fact.variants if variant.figure and variant.figure.unit == figure.unit]
    bounds = [one.bounds for one in (figure, *others)]
    return min(low for low, _ in bounds), max(high for _, high in bounds)


def _figure(fact: Fact) -> Figure:
    assert fact.figure is not None  # only facts with a figure make a row
    return fact.figure


def _year_entry(book: Book, row: Year, lang: Lang) -> list[Text]:
    item = "" if row.item == "goods" else label(book.items[row.item], lang)
    lines = [joined([Text(dated(row, lang).plain, style.BOLD), style.dim(item)])]
    for name, way in (("exports", row.exports), ("imports", row.imports), ("two_way", row.both)):
        for fact in way:
            amount = Text(numbers.amount(_figure(fact), book, lang))
            lines.append(joined([Text(f"{say(name, lang)}:", style.DIM), amount, style.disputed(fact)], " "))
    return lines
