"""The timeline: years down the left, a rule at each decade, rails for what lasts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from vnkp.i18n import dates
from vnkp.i18n.messages import say
from vnkp.model.facts import Book, Fact
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.layout import GAP, hung, unbroken
from vnkp.output.screen.rails import MAX_RAILS, Row, rail_rows

_YEAR = 5  # columns for the year and the gap after it
_DATE = 8  # wider dates push the title to the right

Line = tuple[Text, Text]  # what stands beside a text, and the text


class Timeline:
    """*facts* as a timeline that fits the console it is printed on."""

    def __init__(self, book: Book, facts: Sequence[Fact], context: Context) -> None:
        self.book = book
        self.lang = context.lang
        self.ids = context.ids
        self.width = min(context.width, theme.WIDEST)
        self.narrow = context.width < theme.NARROW
        self.counts = Counter(fact.date.earliest.year // 10 * 10 for fact in facts)
        self.dates = {fact.id: self._date(fact) for fact in facts}
        kept = (cell_len(date) for date in self.dates.values() if cell_len(date) <= _DATE)
        self.date_width = 0 if self.narrow else max(kept, default=0) + GAP
        most = min(MAX_RAILS, max(self.width - 30, 0) // 2)
        self.decades = _by_decade(rail_rows(facts, most))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        year = 0
        for decade, lines in self.decades.items():
            yield self._rule(decade)
            start = _YEAR + max(len(line.gutter) for line in lines) + 3  # a sign, a ≠, a blank
            for line in lines:
                shown = f"{line.year}" if line.year != year else ""
                year = line.year
                for beside, text in self._lines(line, start, console):
                    fits = start + text.cell_len <= self.width
                    if text.no_wrap and not fits:  # an id: no rail stands beside it then
                        yield hung(text, start, self.width)
                        continue
                    whole = Text.assemble((shown.ljust(_YEAR), theme.DIM), beside)
                    whole.pad_right(start - whole.cell_len)
                    yield from unbroken(whole.append_text(text), fits, console)
                    shown = ""

    def _lines(self, line: Row, start: int, console: Console) -> Iterator[Line]:
        """The lines of a fact, whose title stands from the column *start* on; one for an end."""
        beside = Text.assemble((line.gutter, theme.DIM))
        beside.highlight_regex("[a-z]", "not dim bold")
        fact = line.fact
        if not fact:
            end = line.end if not self.narrow else None
            yield beside, theme.dim(dates.date(end, self.lang, year=False) if end else "")
            return
        beside.append(Text(line.letter, theme.BOLD) if line.letter else theme.sign(fact))
        beside.append(theme.disputed(fact))
        texts = self._title(fact, max(self.width - start, 8), console)
        for text in texts + [theme.whole(fact.id)] * self.ids:
            yield beside, text
            beside = theme.dim(line.after)

    def _title(self, fact: Fact, width: int, console: Console) -> list[Text]:
        """The date and the title, whose further lines stand below where titles begin."""
        indent, date = self.date_width, self.dates[fact.id]
        before = date + " " * (max(indent - cell_len(date), GAP) if date else indent)
        title = theme.titled(fact, self.book, self.lang)
        first = title.wrap(console, max(width - cell_len(before), 1), overflow="fold")[0]
        rest = title.plain[len(first) :].lstrip()  # wrapping leaves out blanks at an end
        lines = [Text.assemble((before, theme.DIM if self.narrow else ""), first)]
        if rest:
            others = title[-len(rest) :].wrap(console, max(width - indent, 1), overflow="fold")
            lines += [Text(" " * indent) + line for line in others]
        return lines

    def _date(self, fact: Fact) -> str:
        """The date within its year, for what lasts until when."""
        year, day = theme.within_year(fact.date, self.lang)
        return day if day != year else ""

    def _rule(self, decade: int) -> Text:
        count = say("counted_facts", self.lang, n=self.counts[decade])
        name = f"{decade}s" if self.lang == "en" else f"{decade}–{decade + 9}"
        line = "─" * (self.width - len(name) - len(count) - 2)
        return Text.assemble((name, theme.BOLD), (f" {line} {count}", theme.DIM))


def _by_decade(lines: Sequence[Row]) -> dict[int, list[Row]]:
    """The lines under the rule of each decade; one without facts of its own has no rule."""
    decades: dict[int, list[Row]] = {line.year // 10 * 10: [] for line in lines if line.fact}
    decade = 0
    for line in lines:
        own = line.year // 10 * 10
        decade = own if own in decades else decade
        decades[decade].append(line)
    return decades
