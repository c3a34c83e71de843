"""The timeline: years down the left, a rule at each decade, and rails in a gutter for what lasts.

1960   ┬          to 1974  Hundreds of Vietnamese study in the DPRK
1961   │▶     Jun          Phạm Văn Đồng visits the DPRK                VN → KP
1974   ┴
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from vnkp import edtf
from vnkp.model import Fact, Lang
from vnkp.render import style
from vnkp.words import dates
from vnkp.words.phrases import say

_LONG_DATES = 18  # dates up to this wide stand in a column of their own
_DIRECTION = len("VN → KP")


class Row(NamedTuple):
    """A line of the timeline: a fact that begins (or rails that end), and the gutter beside it."""

    year: int
    fact: Fact | None
    gutter: tuple[str, ...]
    after: tuple[str, ...]


def lasts(fact: Fact) -> bool:
    """Whether *fact* went on from one calendar year into another, and so is drawn as a rail."""
    latest = fact.date.latest
    return fact.date.is_span and (latest is None or latest.year > fact.date.earliest.year)


def rows(facts: Iterable[Fact]) -> list[Row]:
    """The lines of the timeline, each rail in the leftmost free column of the gutter."""
    ordered = sorted(facts, key=lambda fact: (edtf.order(fact.date), fact.id))
    endings = sorted({fact.date.latest for fact in ordered if lasts(fact) and fact.date.latest})
    rails: list[Fact | None] = []
    made: list[Row] = []
    for fact in ordered:
        while endings and endings[0] < fact.date.earliest:
            made.append(_end(rails, endings.pop(0)))
        made.append(_begin(rails, fact))
    made += [_end(rails, end) for end in endings]
    return made


def _begin(rails: list[Fact | None], fact: Fact) -> Row:
    gutter = [" " if rail is None else "│" for rail in rails]
    if not lasts(fact):
        return Row(fact.date.earliest.year, fact, tuple(gutter), tuple(gutter))
    column = rails.index(None) if None in rails else len(rails)
    if column == len(rails):
        rails.append(None)
        gutter.append(" ")
    rails[column] = fact
    after = [*gutter[:column], "│", *gutter[column + 1 :]]
    gutter[column] = "┬"
    return Row(fact.date.earliest.year, fact, tuple(gutter), tuple(after))


def _end(rails: list[Fact | None], end: dt.date) -> Row:
    ending = [rail is not None and rail.date.latest == end for rail in rails]
    gutter = tuple(" " if rail is None else "┴" if over else "│" for rail, over in zip(rails, ending, strict=True))
    rails[:] = [None if over else rail for rail, over in zip(rails, ending, strict=True)]
    while rails and rails[-1] is None:
        rails.pop()
    after = tuple(" " if rail is None else "│" for rail in rails)
    return Row(end.year, None, gutter, after)


class Timeline:
    """*facts* as a timeline that fits the console it is printed on; *bare* leaves out the ids."""

    def __init__(self, facts: Sequence[Fact], lang: Lang) -> None:
        self.rows = rows(facts)
        self.lang = lang
        self.decades = Counter(row.year // 10 * 10 for row in self.rows if row.fact)
        self.gutter = max((len(row.gutter) for row in self.rows), default=0)
        self.dates = min(_LONG_DATES, max((cell_len(self._date(row.fact)) for row in self.rows if row.fact), default=0))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = min(options.max_width, style.WIDEST)
        decade = year = None
        for row in self.rows:
            if row.fact and row.year // 10 * 10 != decade:
                decade = row.year // 10 * 10
                yield from self._rule(decade, width)
            shown = f"{row.year}" if row.year != year else ""
            year = row.year
            yield from self._row(row, shown, width, console)

    def _rule(self, decade: int, width: int) -> Iterator[Text]:
        count = say("counted_facts", self.lang, n=self.decades[decade])
        name = f"{decade}s" if self.lang == "en" else f"{decade}–{decade + 9}"
        line = "─" * max(width - 7 - len(name) - len(count) - 2, 1)
        yield Text.assemble(" " * 7, (name, style.BOLD), (f" {line} {count}", style.DIM), no_wrap=True)

    def _row(self, row: Row, year: str, width: int, console: Console) -> Iterator[Text]:
        head = Text(f"{year:>5}  ", style.DIM)
        if row.fact is None:
            yield head + Text("".join(row.gutter), style.DIM)
            return
        narrow = width < style.NARROW
        facing = Text(style.direction(row.fact)) if not narrow else Text()
        label = self._label(row.fact, narrow)
        room = max(width - cell_len(head.plain) - self.gutter - 3 - (_DIRECTION + 2 if not narrow else 0), 8)
        indent = 0 if narrow else self.dates + 4
        lines = self._wrapped(row.fact, label, room, indent, console)
        for place, line in enumerate(lines):
            gutter = "".join(row.gutter if not place else row.after)
            mark = Text(" ") if place or lasts(row.fact) else style.sign(row.fact)
            made = (head if not place else Text(" " * 7)) + Text(gutter, style.DIM) + mark
            made.pad_right(7 + self.gutter + 2 - cell_len(made.plain))
            made += line
            if facing.plain and not place:
                made.pad_right(width - _DIRECTION - cell_len(made.plain))
                made += facing
            made.rstrip()
            yield made

    def _label(self, fact: Fact, narrow: bool) -> Text:
        """The date and the sign of a dispute, which stand before the title."""
        made = Text(self._date(fact))
        if narrow:
            return Text(" ").join(part for part in (made, style.disputed(fact)) if part.plain)
        made.pad_right(max(self.dates - cell_len(made.plain), 0) + 1)
        return made + (style.disputed(fact) if fact.disputed else Text(" ")) + Text("  ")

    def _wrapped(self, fact: Fact, label: Text, room: int, indent: int, console: Console) -> list[Text]:
        """The label and the title, wrapped to *room*; the title hangs under itself."""
        title = style.title(fact, self.lang)
        if not indent:  # narrow: the title on lines of its own
            return [*(label.wrap(console, room) if label.plain else []), *title.wrap(console, room, overflow="fold")]
        first, *others = title.wrap(console, max(room - indent, 8), overflow="fold")
        made = [label + first, *(Text(" " * indent) + line for line in others)]
        if cell_len(label.plain) > indent:  # a date too long for its column stands on a line of its own
            made = [label, *(Text(" " * indent) + line for line in (first, *others))]
        return made

    def _date(self, fact: Fact) -> str:
        """The date within its year; for what lasts, how long."""
        if not lasts(fact):
            return dates.date(fact.date, self.lang, year=False)
        end = fact.date.ends[1]
        start = dates.date(fact.date.ends[0], self.lang, year=False)
        until = say("to_year", self.lang, year=dates.date(end, self.lang)) if end else say("goes_on", self.lang)
        return f"{start} {until}".strip()
