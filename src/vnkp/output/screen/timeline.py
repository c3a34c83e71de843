"""The timeline: years down the left, a rule at each decade, rails for what lasts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from vnkp.i18n import dates
from vnkp.i18n.messages import say
from vnkp.model.facts import Book, Fact
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.layout import GAP
from vnkp.output.screen.rails import MAX_RAILS, Row, rail_rows

_YEAR = 6  # columns for the year and the gap after it
_DATE = 9  # wider dates are folded; what is still wider stands before the title
_DIRECTION = len("VN → KP")


class Timeline:
    """*facts* as a timeline that fits the console it is printed on."""

    def __init__(self, book: Book, facts: Sequence[Fact], context: Context) -> None:
        self.book = book
        self.lang = context.lang
        self.ids = context.ids
        self.width = min(context.width, theme.WIDEST)
        self.narrow = context.width < theme.NARROW
        self.wide = context.width >= theme.IDS  # titles tell the direction too
        self.counts = Counter(fact.date.earliest.year // 10 * 10 for fact in facts)
        self.dates = {fact.id: self._date(fact) for fact in facts}
        kept = (_width(date) for date in self.dates.values() if _width(date) <= _DATE)
        self.date_width = 0 if self.narrow else max(kept, default=0) + GAP
        most = min(MAX_RAILS, max(self.width - 30, 0) // 2)
        self.decades = list(_by_decade(rail_rows(facts, most)))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        year = 0
        for decade, lines in self.decades:
            yield self._rule(decade)
            widths = self._widths(max(len(line.gutter) for line in lines))
            table = Table.grid()
            for width in widths:
                table.add_column(width=width, overflow="fold")
            for line in lines:
                shown = theme.dim(str(line.year) if line.year != year else "")
                year = line.year
                if line.fact:
                    table.add_row(shown, *self._cells(line, line.fact, widths[3], console))
                else:
                    table.add_row(shown, *self._end(line))
            yield table

    def _widths(self, gutter: int) -> list[int]:
        """The columns of a decade: year, gutter with signs, date, title, direction."""
        direction = _DIRECTION + GAP if self.wide else 0
        fixed = [_YEAR, gutter + 3, self.date_width]
        return [*fixed, max(self.width - sum(fixed) - direction, 8), direction]

    def _cells(self, line: Row, fact: Fact, width: int, console: Console) -> list[Text]:
        """A fact: its texts broken into lines, so that the gutter can go on beside each."""
        title = theme.titled(fact, self.book, self.lang)
        sign = Text(line.letters[0], theme.BOLD) if line.letters else theme.sign(fact)
        sign += theme.disputed(fact)
        date = Text(self.dates[fact.id])
        if self.narrow or _width(date.plain) > _DATE:
            flat = theme.dim(date.plain.replace("\n", " "))
            title, date = theme.joined([flat, title]), Text()
        lines = list(title.wrap(console, width, overflow="fold"))
        lines += [theme.whole(fact.id)] if self.ids else []
        height = max(len(lines), date.plain.count("\n") + 1)
        after = f"\n{line.after}" * (height - 1)
        gutter = Text.assemble((line.gutter, theme.DIM), sign, (after, theme.DIM))
        direction = Text(theme.direction(fact).rjust(_DIRECTION + GAP) if self.wide else "")
        return [gutter, date, Text("\n").join(lines), direction]

    def _end(self, line: Row) -> list[Text]:
        """The letters of the rails that end, and when in the year."""
        letters = Text(" ".join(line.letters), theme.BOLD)
        day = theme.dim(dates.date(line.date, self.lang, year=False) if line.date else "")
        gutter = theme.dim(line.gutter)
        if len(line.letters) == 1 or self.narrow:
            return [gutter + letters, Text() if self.narrow else day, Text(), Text()]
        return [gutter, letters, day, Text()]

    def _date(self, fact: Fact) -> str:
        """The date within its year, for what lasts until when; on two lines if it is long."""
        year, day = theme.within_year(fact.date, self.lang)
        return theme.folded(day, _DATE) if day != year else ""

    def _rule(self, decade: int) -> Text:
        count = say("counted_facts", self.lang, n=self.counts[decade])
        name = f"{decade}s" if self.lang == "en" else f"{decade}–{decade + 9}"
        line = "─" * (self.width - len(name) - len(count) - 2)
        return Text.assemble((name, theme.BOLD), (f" {line} {count}", theme.DIM))


def _width(date: str) -> int:
    return max(map(cell_len, date.split("\n")))


def _by_decade(lines: Iterable[Row]) -> Iterator[tuple[int, list[Row]]]:
    """The lines under the rule of each decade; one without facts of its own has no rule."""
    decade = 0
    several: list[Row] = []
    for line in lines:
        begun = line.year // 10 * 10 if line.fact or not decade else decade
        if begun != decade and several:
            yield decade, several
            several = []
        decade = begun
        several.append(line)
    if several:
        yield decade, several
