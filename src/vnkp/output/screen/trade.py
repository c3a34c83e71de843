"""Trade: a row for each year, with bars for exports, imports and both on one scale."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter

import msgspec
from rich.console import Group, RenderableType
from rich.text import Text

from vnkp.answers import FactList
from vnkp.i18n import dates, numbers
from vnkp.i18n.labels import label
from vnkp.i18n.messages import capital, say
from vnkp.model.edtf import EdtfDate
from vnkp.model.enums import Kind
from vnkp.model.facts import Book, Fact
from vnkp.model.fields import Lang, Number
from vnkp.model.time_window import TimeWindow
from vnkp.output.fact_wording import known_figure
from vnkp.output.formats import Context
from vnkp.output.kind_looks import KIND_LOOKS
from vnkp.output.screen import theme
from vnkp.output.screen.frame import list_page
from vnkp.output.screen.layout import Column, Row, Rows, beside, vertical_list

_BARS = (20, 16, 12, 9, 7, 5, 4, 3, 0)  # one scale for all, the largest that fits being taken
_ENOUGH = 5  # with shorter bars, or none, long headings are folded
_MAX_HEADING = 10  # a longer heading may be folded
_FLOWS = ("exports", "imports", "two_way")


class Period(msgspec.Struct, frozen=True):
    """What was traded in one period, of one item, in one unit: the facts on each of `_FLOWS`."""

    date: EdtfDate
    item: str
    unit: str
    flows: tuple[list[Fact], ...]

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


def trade_page(answer: FactList, context: Context) -> Group:
    """A row for each year, exports and imports apart; the light end of a bar is in dispute.

    Bars are drawn for whole years in the usual unit alone. They shrink with the terminal, then
    go; what still does not fit turns vertical.
    """
    book, facts, lang = answer.book, answer.facts, context.lang
    periods = _periods(facts)
    units = Counter(period.unit for period in periods)
    unit = max(units, key=units.__getitem__, default="")
    events = [fact for fact in facts if not fact.figure]
    entries: list[Period | Fact] = sorted([*periods, *events], key=attrgetter("date.earliest.year"))
    heads = [capital(numbers.unit(unit, 2, book, lang)) if unit else say("year", lang)]
    heads += [say(flow, lang) for flow in _FLOWS]
    folded = [head.replace(" ", "\n", 1) if len(head) > _MAX_HEADING else head for head in heads]
    attempts = [(heads, size) for size in _BARS if size >= _ENOUGH]
    attempts += [(folded, size) for size in _BARS]
    body: RenderableType
    for (first, *names), size in attempts:
        columns = [Column(first)]
        for name in names:
            columns += [Column(name, right=True), Column(gap=1)]
        rows = _rows(answer, entries, unit, context, size)
        body = table = Rows(columns, [*rows], context)
        if table.fits and table.widths:
            break
    else:
        several_lines = (
            [Text(dates.date(entry.date, lang), theme.BOLD), *_in_words(book, entry, lang)]
            for entry in entries
        )
        body = vertical_list(several_lines, context.width)
    return list_page(answer, body, context, has_signs=False)


def _periods(facts: Sequence[Fact]) -> list[Period]:
    """The trade figures among *facts*, by period, item and unit, in the order of the dates."""
    periods: dict[tuple[str, str, str], Period] = {}
    for fact in facts:
        if fact.figure:
            key = (fact.date.text, fact.figure.of, fact.figure.unit)
            period = periods.setdefault(key, Period(fact.date, *key[1:], ([], [], [])))
            period.flows[2 if fact.between else 0 if fact.from_ == "VN" else 1].append(fact)
    return list(periods.values())


def _rows(
    answer: FactList, entries: Sequence[Period | Fact], unit: str, context: Context, size: int
) -> Iterator[Row | RenderableType]:
    """A row for each of *entries*, with bars up to *size*; years asked for without any are named.

    What is of another item or unit, or of several years, stands beside its date without bars.
    """
    book, lang, windows = answer.book, context.lang, answer.query.windows
    usual = [entry for entry in entries if isinstance(entry, Period) and entry.unit == unit]
    facts = [fact for period in usual if period.is_year for flow in period.flows for fact in flow]
    most = max((_widest_bounds(fact)[1] for fact in facts), default=0)
    last_year = 0
    for entry in entries:
        first_year = entry.date.earliest.year
        if last_year and first_year - last_year > 1:
            start, end = dt.date(last_year + 1, 1, 1), dt.date(first_year - 1, 12, 31)
            gap = TimeWindow("", start, end)
            if not windows or any(window.meets(gap) for window in windows):
                yield theme.dim(f"{dates.years(start.year, end.year)}: {say('no_figures', lang)}")
        last_year = max(last_year, entry.date.last_known_day.year)
        if isinstance(entry, Period) and entry in usual and (entry.is_year or entry.is_part):
            yield _year_row(entry, lang, most, size)
        else:
            words = Text.assemble(("; ", theme.DIM)).join(_in_words(book, entry, lang, theme.DIM))
            yield beside(theme.dim(dates.date(entry.date, lang)), words, context)


def _year_row(period: Period, lang: Lang, most: Number, size: int) -> Row:
    """A year with bars, of which *most* fills *size* cells; a part of a year dim and without."""
    style = "" if period.is_year else theme.DIM
    cells = [Text(_year_label(period, lang), style)]
    for facts in period.flows:
        amounts, bars = [], []
        for fact in facts:
            figure = known_figure(fact)
            amounts.append(numbers.qualified(*figure.bounds, figure.qualifier, lang))
            length = size if period.is_year else 0
            bar = theme.bar(*_widest_bounds(fact), most, length, KIND_LOOKS[Kind.TRADE].colour)
            bars.append(Text.assemble(theme.disputed(fact) if fact.disputed else " ", " ", bar))
        missing = theme.dim("–" if period.is_year else "")
        cells += [Text("\n".join(amounts), style) if facts else missing, Text("\n").join(bars)]
    return Row(cells)


def _year_label(period: Period, lang: Lang) -> str:
    """The year; a part of one without it, as the year stands above."""
    latest = period.date.latest
    if not period.is_part or not latest:
        return dates.date(period.date, lang)
    if lang == "vi" and period.date.is_span and period.date.earliest.month == 1:
        return f"  {say('first_months', lang, n=latest.month)}"
    return f"  {dates.date(period.date, lang, year=False)}"


def _in_words(book: Book, entry: Period | Fact, lang: Lang, style: str = "") -> list[Text]:
    """Each figure with its item and flow: "beer · exports · about 1,100,000 US dollars"."""
    if isinstance(entry, Fact):
        return [theme.joined([theme.disputed(entry), Text(label(entry, lang), style)], " ")]
    item = [] if entry.item == "goods" else [label(book.items[entry.item], lang)]
    texts = []
    for flow, facts in zip(_FLOWS, entry.flows, strict=True):
        for fact in facts:
            amount = numbers.amount(known_figure(fact), book, lang)
            words = Text(" · ".join([*item, say(flow, lang).lower(), amount]), style)
            texts.append(theme.joined([theme.disputed(fact), words], " "))
    return texts


def _widest_bounds(fact: Fact) -> tuple[Number, Number]:
    """The least and the most that any source gives."""
    unit = known_figure(fact).unit
    bounds = [figure.bounds for figure in fact.all_figures if figure.unit == unit]
    return min(low for low, _ in bounds), max(high for _, high in bounds)
