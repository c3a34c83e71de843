"""The timeline: years down the left, a rule at each decade, rails for what lasts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderResult
from rich.text import Text

from vnkp.answers import FactList
from vnkp.i18n import dates
from vnkp.i18n.messages import say
from vnkp.output.fact_wording import other_dates, within_year
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.frame import list_page
from vnkp.output.screen.layout import GAP, indented
from vnkp.output.screen.rails import LETTERS, RailLine, rail_lines

_YEAR = 5  # columns for the year and the gap after it
_MAX_RAILS = 24  # more of them could not be followed with the eye, nor named with a letter
_MAX_DATE = 8  # wider dates push the title to the right
# What stands beside the lines that a title wraps to: rails that end are gone, others go on.
_AFTER = str.maketrans({"┬": "│", **dict.fromkeys(LETTERS, " ")})


def timeline_page(answer: FactList, context: Context) -> Group:
    """The facts of *answer* as a timeline."""
    return list_page(answer, Timeline(answer, context), context)


class Timeline:
    """The facts of *answer* as a timeline that fits the console it is printed on.

    A date that only some sources have is told where the time asked for is that date's.
    """

    def __init__(self, answer: FactList, context: Context) -> None:
        self.answer = answer
        self.context = context
        self.width = min(context.width, theme.WIDEST)
        self.is_narrow = context.width < theme.NARROW
        self.with_others = {match.fact.id for match in answer.matches if match.variant}
        self.dates: dict[str, str] = {}  # within the year, or until when it lasts
        for fact in answer.facts:
            year, day = within_year(fact.date, context.lang)
            self.dates[fact.id] = day if day != year else ""
        widths = [cell_len(date) for date in self.dates.values() if cell_len(date) <= _MAX_DATE]
        self.indent = 0 if self.is_narrow else max(widths, default=0) + GAP

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        facts = self.answer.facts
        counts = Counter(fact.date.earliest.year // 10 * 10 for fact in facts)
        decades: dict[int, list[RailLine]] = {}
        decade = year = 0
        for line in rail_lines(facts, min(_MAX_RAILS, max(self.width - 30, 0) // 2)):
            if line.year // 10 * 10 in counts:  # a decade without facts has no rule
                decade = line.year // 10 * 10
            decades.setdefault(decade, []).append(line)
        for decade, lines in decades.items():
            yield self._rule(decade, counts[decade])
            start = _YEAR + max(len(line.gutter) for line in lines) + 3  # a sign, a ≠, a blank
            for line in lines:
                yield from self._drawn(line, start, console, has_year=line.year != year)
                year = line.year

    def _drawn(
        self, line: RailLine, start: int, console: Console, *, has_year: bool
    ) -> RenderResult:
        """The texts of *line*, which begin at *start*, with rails beside all that they wrap to."""
        year = f"{line.year if has_year else '':<{_YEAR}}"
        output = Text.assemble((year, theme.DIM), _gutter_and_sign(line))
        for text in self._wrapped(line, max(self.width - start, 8), console):
            fits = start + text.cell_len <= self.width
            if text.no_wrap and not fits:  # an id: no rail stands beside it then
                yield indented(text, start, self.width)
                continue
            output.pad_right(start - output.cell_len)
            output.append_text(text)
            yield from output.render(console, "\n") if fits else [output]
            after = " " * _YEAR + line.gutter.translate(_AFTER)
            output = Text.assemble((after, theme.DIM))

    def _rule(self, decade: int, fact_count: int) -> Text:
        """The line above a decade, with its name and how many facts it has."""
        lang = self.context.lang
        count = say("counted_facts", lang, n=fact_count)
        name = dates.period(f"{decade:04}s", lang)
        line = "─" * (self.width - len(name) - len(count) - 2)
        return Text.assemble((name, theme.BOLD), (f" {line} {count}", theme.DIM))

    def _wrapped(self, line: RailLine, width: int, console: Console) -> Iterator[Text]:
        """The date and title of a fact, below the title other dates and its id; one for an end."""
        book, lang, fact = self.answer.book, self.context.lang, line.fact
        if not fact:
            end = line.end if not self.is_narrow else None
            yield theme.dim(dates.date(end, lang, year=False) if end else "")
            return
        date, indent = self.dates[fact.id], self.indent
        # A date that reaches into the title is a part of its first line, and not broken there.
        padded = date + " " * (max(indent - cell_len(date), GAP) if date else indent)
        style = theme.DIM if self.is_narrow else ""
        reaching = (padded[indent:].replace(" ", theme.JOINT), style)
        texts = [Text.assemble(reaching, theme.title_with_figure(fact, book, lang))]
        if fact.id in self.with_others:
            for day, who in other_dates(book, fact, lang):
                texts.append(theme.dim(f"{theme.DISPUTED} {day}: {who}"))
        start = Text(padded[:indent])
        for text in texts:
            for part in text.wrap(console, max(width - indent, 1), overflow="fold"):
                yield start + part
                start = Text(" " * indent)
        if self.context.ids:
            yield theme.unbroken(fact.id)


def _gutter_and_sign(line: RailLine) -> Text:
    """The gutter, the sign of the fact or the letter of its rail, and that of a dispute."""
    gutter = theme.dim(line.gutter)
    gutter.highlight_regex("[a-z]", "not dim bold")
    if not line.fact:
        return gutter
    sign = Text(line.letter, theme.BOLD) if line.letter else theme.sign(line.fact)
    return Text.assemble(gutter, sign, theme.disputed(line.fact))
