"""The rows of a list of facts: each year told once, beside each date the dates that others have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from vnkp.i18n import dates
from vnkp.i18n.labels import publisher_name
from vnkp.i18n.messages import say
from vnkp.model.facts import Book, Fact, Variant
from vnkp.model.fields import Lang
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.layout import Below, Column, Row, Rows

FactGroup = tuple[str, list[Fact]]  # facts under a heading, which may be empty
_LONG = 12  # a list of more facts than these has empty lines:
_DENSE = 3  # between years, if so many of them fall on each, else between decades


class DatedRows:
    """The rows of a list: year, date, signs, text, figure, direction and, if asked for, ids."""

    def __init__(
        self, book: Book, facts: Iterable[Fact], context: Context, *, by_date: bool
    ) -> None:
        self.book = book
        self.context = context
        self.by_date = by_date
        self.rows: list[Row] = []
        self.year = ""
        self.id_width = theme.id_width((fact.id for fact in facts), context)

    def under_headings(self, groups: Iterable[FactGroup]) -> Iterator[Fact]:
        """Each fact in turn; headings and empty lines are put between them."""
        for heading, several in groups:
            if heading:
                self.rows += [*([None] if self.rows else []), Text(heading, theme.BOLD)]
            self.year = ""
            step = _step(several) if self.by_date else 0
            before: Fact | None = None
            for fact in several:
                if step and before and _block(before, step) != _block(fact, step):
                    self.rows.append(None)
                before = fact
                yield fact

    def add(
        self, fact: Fact, sign: Text, text: Text, number: Text, below: Sequence[Text] = ()
    ) -> None:
        """The row of *fact*, *below* it what it says more, other sources' dates, then its id."""
        lang = self.context.lang
        year, day = theme.within_year(fact.date, lang)
        readings = other_dates(self.book, fact, lang, year if self.by_date else "")
        if not self.by_date:
            year, day = "", dates.date(fact.date, lang)
        shown = year if year != self.year else ""
        self.year = year or self.year
        date = Text(theme.folded(day, theme.DATE))
        if "\n" in date.plain:  # there is room beside its second line
            text, below = theme.joined([text, *below], "\n"), ()
        id_ = theme.dim(fact.id if self.id_width else "")
        direction = Text(theme.direction(fact))
        self.rows.append([theme.dim(shown), date, sign, text, number, direction, id_])
        self.rows += [Below(line) for line in below if line.plain]
        for reading, who in readings:
            other = theme.dim(theme.folded(reading, theme.DATE))
            sign = Text(theme.DISPUTED, theme.DIM)
            self.rows.append([Text(), other, sign, theme.dim(who), Text(), Text(), Text()])
        if self.context.ids and not self.id_width:
            self.rows.append(Below(theme.whole(fact.id)))

    def table(self) -> Rows:
        """The rows as a table."""
        columns = [Column() for _ in range(7)]
        columns[2:5] = Column(gap=1), Column(wraps=True), Column(right=True)
        width = min(self.context.width, theme.WIDEST + (self.id_width and self.id_width + 2))
        return Rows(columns, self.rows, width)


def other_dates(book: Book, fact: Fact, lang: Lang, own_year: str = "") -> list[tuple[str, str]]:
    """The other dates of *fact* and who says so, without the year if that is *own_year*."""
    readings = []
    for variant in fact.variants:
        if variant.date:
            year, day = theme.within_year(variant.date, lang)
            is_short = day and year == own_year
            shown = day if is_short else dates.date(variant.date, lang)
            readings.append((shown, _who(variant, book, lang)))
    return readings


def _who(variant: Variant, book: Book, lang: Lang) -> str:
    """The first of those who say so, and how many more."""
    sources = [book.sources[cite.source] for cite in variant.cite]
    names = dict.fromkeys(publisher_name(book, source.publisher, lang) for source in sources)
    first, *more = names
    return say("and_more", lang, name=first, n=len(more)) if more else first


def _step(facts: Sequence[Fact]) -> int:
    """After how many years an empty line helps the eye: 1, 10, or 0 for a short list."""
    if len(facts) <= _LONG:
        return 0
    years = Counter(fact.date.earliest.year for fact in facts)
    usual = sorted(years.values())[len(years) // 2]  # the statistics module would cost a start
    return 1 if usual >= _DENSE else 10


def _block(fact: Fact, step: int) -> int:
    return fact.date.earliest.year // step
