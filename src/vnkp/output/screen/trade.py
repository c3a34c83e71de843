"""Trade: a row for each year, with bars for exports, imports and both on one scale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

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
from vnkp.output.screen.layout import Column, Row, Rows, entries

_BARS = (20, 16, 12, 9, 7, 5, 4, 3, 0)  # one scale for all, the largest that fits being taken
_ENOUGH = 5  # without bars so long,
_HEAD = 10  # headings longer than this stand on two lines
WAYS = ("exports", "imports", "two_way")


class Period(msgspec.Struct, frozen=True):
    """What was traded in one period, of one item, in one unit: *ways* are those of `WAYS`."""

    date: EdtfDate
    item: str
    unit: str
    ways: tuple[list[Fact], ...]

    @property
    def is_year(self) -> bool:
        """Whether it can be compared: trade in goods within a single year."""
        return self.item == "goods" and not self.date.is_span

    @property
    def is_part(self) -> bool:
        """Whether it is a part of one year, which stands under it."""
        latest = self.date.latest
        is_within = latest is not None and latest.year == self.date.earliest.year
        return is_within and self.date.precision != "year"


def periods(facts: Iterable[Fact]) -> list[Period]:
    """The trade figures among *facts*, by period, item and unit, in the order of the dates."""
    groups: dict[tuple[str, str, str], Period] = {}
    for fact in facts:
        if fact.figure:
            key = (fact.date.text, fact.figure.of, fact.figure.unit)
            period = groups.setdefault(key, Period(fact.date, *key[1:], ([], [], [])))
            period.ways[2 if fact.between else 0 if fact.from_ == "VN" else 1].append(fact)
    return list(groups.values())


def trade_table(book: Book, facts: Sequence[Fact], context: Context) -> RenderableType:
    """A row for each year, exports and imports apart; the light end of a bar is in dispute.

    Bars are drawn for whole years in the usual unit alone. They shrink with the terminal, then
    go; what still does not fit turns vertical.
    """
    lang, figures = context.lang, periods(facts)
    units = Counter(period.unit for period in figures).most_common(1)
    unit = units[0][0] if units else ""
    events = [fact for fact in facts if not fact.figure]
    lines: list[Period | Fact] = sorted([*figures, *events], key=_year)
    heads = [capital(numbers.unit(unit, 2, book, lang)) if unit else say("year", lang)]
    heads += [say(name, lang) for name in WAYS]
    attempts = [(heads, size) for size in _BARS if context.width >= theme.NARROW]
    if max(map(len, heads)) > _HEAD:
        folded = [
            head.replace(" ", "\n", 1) if len(head) > _HEAD else f"\n{head}" for head in heads
        ]
        on_two_lines = [(folded, size) for _, size in attempts]
        attempts = [attempt for attempt in attempts if attempt[1] >= _ENOUGH] + on_two_lines
    for (first, *names), size in attempts:
        columns = [Column(first)]
        for name in names:
            columns += [Column(name, right=True), Column(gap=1)]
        rows = Rows(columns, list(_trade_rows(book, lines, unit, lang, size)), context.width)
        if rows.fits and rows.sizes and sum(rows.sizes) <= theme.WIDEST:
            return rows
    return entries((_trade_entry(book, line, lang) for line in lines), context.width)


def _year(line: Period | Fact) -> int:
    return line.date.earliest.year


def _trade_rows(
    book: Book, lines: Sequence[Period | Fact], unit: str, lang: Lang, size: int
) -> Iterator[Row]:
    """A row for each of *lines*; years without any are named.

    What is of another item or unit, or of several years, stands beside its date without bars.
    """
    usual = [line for line in lines if isinstance(line, Period) and line.unit == unit]
    years = [period for period in usual if period.is_year]
    facts = [fact for period in years for way in period.ways for fact in way]
    most = max((_readings(fact)[1] for fact in facts), default=0)
    last = 0
    for line in lines:
        if last and _year(line) - last > 1:
            gap = dates.years(last + 1, _year(line) - 1)
            yield theme.dim(f"{gap}: {say('no_figures', lang)}")
        last = max(last, (line.date.latest or line.date.earliest).year)
        if isinstance(line, Fact):
            yield _aside(line, [line], label(line, lang), lang)
        elif line.unit == unit and (line.is_year or line.is_part):
            yield _year_row(line, lang, most, size)
        else:
            facts = [fact for way in line.ways for fact in way]
            yield _aside(line, facts, "; ".join(_words(book, line, lang)), lang)


def _year_row(period: Period, lang: Lang, most: Number, size: int) -> Row:
    """A year with bars; a part of it dim and without."""
    look = "" if period.is_year else theme.DIM
    cells = [Text(_name(period, lang), look)]
    for way in period.ways:
        amounts, bars = [], []
        for fact in way:
            figure = _traded(fact)
            amounts.append(numbers.qualified(*figure.bounds, figure.qualifier, lang))
            length = size if period.is_year else 0
            bar = theme.bar(*_readings(fact), most, length, theme.COLOURS[Kind.TRADE])
            bars.append(Text.assemble(theme.disputed(fact) if fact.disputed else " ", " ", bar))
        missing = theme.dim("–" if period.is_year else "")
        cells += [Text("\n".join(amounts), look) if way else missing, Text("\n").join(bars)]
    return cells


def _name(period: Period, lang: Lang) -> str:
    """The year; a part of one without it, as the year stands above."""
    latest = period.date.latest
    if not period.is_part or not latest:
        return dates.date(period.date, lang)
    if lang == "vi" and period.date.is_span and period.date.earliest.month == 1:
        return f"  {say('first_months', lang, n=latest.month)}"
    return f"  {dates.date(period.date, lang, year=False)}"


def _aside(line: Period | Fact, facts: Sequence[Fact], words: str, lang: Lang) -> RenderableType:
    """What cannot be compared: "2016–2018  beer · exports · about 1,100,000 US dollars"."""
    signs = [theme.disputed(fact) for fact in facts if fact.disputed][:1]
    rest = theme.joined([*signs, theme.dim(words)], " ")
    return theme.beside(theme.dim(dates.date(line.date, lang)), rest)


def _words(book: Book, period: Period, lang: Lang) -> Iterator[str]:
    """Each figure with its item and way: "beer · exports · about 1,100,000 US dollars"."""
    item = [] if period.item == "goods" else [label(book.items[period.item], lang)]
    for name, way in zip(WAYS, period.ways, strict=True):
        for fact in way:
            amount = numbers.amount(_traded(fact), book, lang)
            yield " · ".join([*item, say(name, lang).lower(), amount])


def _traded(fact: Fact) -> Figure:
    assert fact.figure is not None  # only facts with a figure have a period
    return fact.figure


def _readings(fact: Fact) -> tuple[Number, Number]:
    """The least and the most that any source gives."""
    unit = _traded(fact).unit
    bounds = [figure.bounds for figure in fact.all_figures if figure.unit == unit]
    return min(low for low, _ in bounds), max(high for _, high in bounds)


def _trade_entry(book: Book, line: Period | Fact, lang: Lang) -> list[Text]:
    """A period or a fact without a figure as an entry of a vertical list."""
    date = Text(dates.date(line.date, lang), theme.BOLD)
    if isinstance(line, Fact):
        return [theme.joined([date, theme.disputed(line)]), Text(label(line, lang))]
    item = "" if line.item == "goods" else label(book.items[line.item], lang)
    lines = [theme.joined([date, theme.dim(item)])]
    for name, way in zip(WAYS, line.ways, strict=True):
        for fact in way:
            amount = Text(numbers.amount(_traded(fact), book, lang))
            parts = [theme.dim(f"{say(name, lang)}:"), amount, theme.disputed(fact)]
            lines.append(theme.joined(parts, " "))
    return lines
