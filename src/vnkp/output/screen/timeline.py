"""The timeline: years down the left, a rule at each decade, rails for what lasts.

┬a    a begins                    1960 ┬a  to 1974  Hundreds of Vietnamese study in the DPRK
│▶    another fact                1961 │▶  Jun      Phạm Văn Đồng visits the DPRK
a■    a ends in the year of this  1974 a■  May      The two countries agree on fisheries
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

import msgspec
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderResult
from rich.text import Text

from vnkp.answers import FactList
from vnkp.i18n import dates
from vnkp.i18n.messages import say
from vnkp.model import edtf
from vnkp.model.enums import Kind
from vnkp.model.facts import Book, Fact
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.foot import list_page
from vnkp.output.screen.layout import GAP, hung
from vnkp.query.selection import MatchedFact

_YEAR = 5  # columns for the year and the gap after it
_LETTERS = "abcdefghijklmnopqrstuvwxyz"  # the module string would be loaded for these alone
MAX_RAILS = 24  # more of them could not be followed with the eye, nor named with a letter
# What these units count goes on as long as the date does; any other figure is a sum over it.
_LASTING_UNITS = ("people", "person")
_DATE = 8  # wider dates push the title to the right

Line = tuple[Text, Text]  # what stands beside a text, and the text


def timeline_page(answer: FactList, context: Context) -> Group:
    """The facts of *answer* as a timeline."""
    return list_page(answer, Timeline(answer.book, answer.matches, context), context)


class Timeline:
    """The facts of *matches* as a timeline that fits the console it is printed on.

    A date that only some sources have is told where the time asked for is that date's.
    """

    def __init__(self, book: Book, matches: Sequence[MatchedFact], context: Context) -> None:
        facts = [match.fact for match in matches]
        self.others = {
            match.fact.id: theme.other_dates(book, match.fact, context.lang)
            for match in matches
            if match.variant
        }
        self.book = book
        self.lang = context.lang
        self.ids = context.ids
        self.width = min(context.width, theme.WIDEST)
        self.narrow = context.width < theme.NARROW
        self.counts = Counter(fact.date.earliest.year // 10 * 10 for fact in facts)
        self.dates: dict[str, str] = {}  # within the year, or until when it lasts
        for fact in facts:
            year, day = theme.within_year(fact.date, self.lang)
            self.dates[fact.id] = day if day != year else ""
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
                    whole.append_text(text)
                    yield from whole.render(console, "\n") if fits else [whole]
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
        width = max(self.width - start, 8)
        texts = self._title(fact, width, console)
        for day, who in self.others.get(fact.id, ()):
            other = theme.dim(f"{theme.DISPUTED} {day}: {who}")
            texts += self._hung(other, width, console)
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
        return lines + (self._hung(title[-len(rest) :], width, console) if rest else [])

    def _hung(self, text: Text, width: int, console: Console) -> list[Text]:
        """*text* in lines below where titles begin."""
        indent = self.date_width
        lines = text.wrap(console, max(width - indent, 1), overflow="fold")
        return [Text(" " * indent) + line for line in lines]

    def _rule(self, decade: int) -> Text:
        count = say("counted_facts", self.lang, n=self.counts[decade])
        name = dates.date(edtf.parse(f"{decade // 10:03}X"), self.lang)
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


class Row(msgspec.Struct, frozen=True):
    """A line of the timeline: a *fact*, or the *end* of rails in a year without one.

    *gutter* stands beside it, *after* beside the lines that it wraps to. A rail that begins with
    the fact is called *letter*, which stands again in the gutter where the rail ends.
    """

    year: int
    gutter: str
    after: str
    fact: Fact | None = None
    letter: str = ""
    end: edtf.EdtfDate | None = None


_Rails = list[tuple[Fact, str] | None]  # by column, the fact that lasts and its letter


def lasts(fact: Fact) -> bool:
    """Whether *fact* went on from one calendar year into another: not a sum of single deeds."""
    is_sum = fact.kind in (Kind.AID, Kind.TRADE) or (
        fact.figure is not None and fact.figure.unit not in _LASTING_UNITS
    )
    return theme.is_long(fact.date) and not is_sum


def rail_rows(facts: Iterable[Fact], most: int = MAX_RAILS) -> list[Row]:
    """The lines of the timeline, each rail in the leftmost free column of *most*.

    What lasts and finds no free column is drawn as if it did not; its date still says until when.
    """
    rails: _Rails = []
    lines: list[Row] = []
    next_letter = 0
    for fact in sorted(facts, key=attrgetter("sort_key")):
        _end(lines, rails, fact)
        before = _gutter(rails)
        if not lasts(fact) or (None not in rails and len(rails) >= most):
            lines.append(Row(fact.date.earliest.year, before, before, fact))
            continue
        used = {rail[1] for rail in rails if rail}
        free = _LETTERS[next_letter:] + _LETTERS
        letter = next(letter for letter in free if letter not in used)
        next_letter = _LETTERS.index(letter) + 1
        column = rails.index(None) if None in rails else len(rails)
        rails[column : column + 1] = [(fact, letter)]
        after = _gutter(rails)
        gutter = f"{after[:column]}┬{after[column + 1 :]}"
        lines.append(Row(fact.date.earliest.year, gutter, after, fact, letter))
    _end(lines, rails, None)
    return lines


def _end(lines: list[Row], rails: _Rails, until: Fact | None) -> None:
    """End the rails that last until a day before *until* begins; without it all that end.

    They end beside the last fact if that is one of the same year, else on a line of their own.
    """
    ending: dict[dt.date, list[int]] = {}
    for column, rail in enumerate(rails):
        latest = rail[0].date.latest if rail else None
        if latest and (until is None or latest < until.date.earliest):
            ending.setdefault(latest, []).append(column)
    for latest, columns in sorted(ending.items()):
        last = lines[-1]
        is_beside = last.fact is not None and last.year == latest.year
        marks = list(last.gutter if is_beside else _gutter(rails))
        end = None
        for column in columns:
            rail, rails[column] = rails[column], None
            if rail:
                marks[column], end = rail[1], rail[0].date.ends[1]
        while rails and rails[-1] is None:
            rails.pop()
        gutter, after = "".join(marks), _gutter(rails)
        if is_beside:
            lines[-1] = msgspec.structs.replace(last, gutter=gutter, after=after)
        else:
            lines.append(Row(latest.year, gutter, after, end=end))


def _gutter(rails: _Rails) -> str:
    return "".join("│" if rail else " " for rail in rails)
