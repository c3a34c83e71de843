"""The timeline: years down the left, a rule at each decade, and rails in a gutter for what lasts.

1960   ┬          to 1974  Hundreds of Vietnamese study in the DPRK
1961   │▶     Jun          Phạm Văn Đồng visits the DPRK                VN → KP
1974   ┴                   ends: Hundreds of Vietnamese study in the DPRK
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions
from rich.text import Text

from vnkp.i18n import dates
from vnkp.i18n.labels import label
from vnkp.i18n.messages import say
from vnkp.model import edtf
from vnkp.model.facts import Fact, Lang
from vnkp.output.screen import theme
from vnkp.output.screen.hanging import GAP, At, Drawn, wrapped

_YEAR = 7  # columns for the year and the blanks around it
_DATE = (
    15  # wider dates are broken after their first day; what is still wider gets a line of its own
)
_RAILS = 24  # more of them could not be followed with the eye
_TITLE = 38  # with less room than this for titles, the directions are left to them
_DIRECTION = len("VN → KP")


class Row(NamedTuple):
    """A line of the timeline: a fact that begins, or one whose rail *ends*, and the gutter beside it and after it."""

    year: int
    fact: Fact
    gutter: tuple[str, ...]
    after: tuple[str, ...]
    ends: bool = False


def lasts(fact: Fact) -> bool:
    """Whether *fact* went on from one calendar year into another, and so is drawn as a rail."""
    latest = fact.date.latest
    return fact.date.is_span and (latest is None or latest.year > fact.date.earliest.year)


def rows(facts: Iterable[Fact], most: int = _RAILS) -> list[Row]:
    """The lines of the timeline, each rail in the leftmost free column of a gutter for at *most* so many.

    What lasts and finds no free column is drawn as if it did not; its date still says until when.
    """
    ordered = sorted(facts, key=lambda fact: (edtf.order(fact.date), fact.id))
    rails: list[Fact | None] = []
    made: list[Row] = []
    for fact in ordered:
        made += _ended(rails, fact)
        made.append(_begun(rails, fact, most))
    return made + list(_ended(rails, None))


def _begun(rails: list[Fact | None], fact: Fact, most: int) -> Row:
    before = _gutter(rails)
    if not lasts(fact) or (None not in rails and len(rails) >= most):
        return Row(fact.date.earliest.year, fact, before, before)
    if None not in rails:
        rails.append(None)
    column = rails.index(None)
    rails[column] = fact
    after = _gutter(rails)
    return Row(fact.date.earliest.year, fact, _marked(after, column, "┬"), after)


def _ended(rails: list[Fact | None], until: Fact | None) -> Iterator[Row]:
    """A line for each rail that ends before the fact *until* begins, earliest first; for all that end at all if it is None."""
    ending = []
    for column, rail in enumerate(rails):
        latest = rail.date.latest if rail else None
        if rail and latest and (until is None or latest < until.date.earliest):
            ending.append((latest, column, rail))
    for latest, column, rail in sorted(ending, key=lambda end: end[:2]):
        gutter = _marked(_gutter(rails), column, "┴")
        rails[column] = None
        while rails and rails[-1] is None:
            rails.pop()
        yield Row(latest.year, rail, gutter, _gutter(rails), ends=True)


def _gutter(rails: Sequence[Fact | None]) -> tuple[str, ...]:
    return tuple(" " if rail is None else "│" for rail in rails)


def _marked(gutter: tuple[str, ...], column: int, mark: str) -> tuple[str, ...]:
    return (*gutter[:column], mark, *gutter[column + 1 :])


class Timeline(Drawn):
    """*facts* as a timeline that fits the console it is printed on."""

    def __init__(self, facts: Sequence[Fact], lang: Lang) -> None:
        self.facts = facts
        self.lang = lang
        self.counts = Counter(fact.date.earliest.year // 10 * 10 for fact in facts)
        shown = [line for fact in facts for line in _date(fact, lang)]
        self.dates = max((cell_len(line) for line in shown if cell_len(line) <= _DATE), default=0)

    def lines(self, console: Console, options: ConsoleOptions) -> Iterator[Sequence[At]]:
        """A rule for each decade, and its rows."""
        width = options.max_width
        drawn = list(_within_decades(rows(self.facts, min(_RAILS, max(width - 30, 0) // 2))))
        gutters: Counter[int] = (
            Counter()
        )  # as wide in each decade as its rails need: ten rails take much room
        for row, decade in drawn:
            gutters[decade] = max(gutters[decade], len(row.gutter))
        room = (
            width
            - _YEAR
            - max(gutters.values(), default=0)
            - GAP
            - self.dates
            - 4
            - _DIRECTION
            - GAP
        )
        facing = width >= theme.NARROW and room >= _TITLE
        before = year = None
        for row, decade in drawn:
            if decade != before:
                yield from ([At(_YEAR, line)] for line in self._rule(decade, width - _YEAR))
            shown = f"{row.year}" if row.year != year else ""
            before, year = decade, row.year
            edge = _YEAR + gutters[decade] + GAP
            for place, pieces in enumerate(self._texts(row, edge, facing, width, console)):
                rails = row.after if place else row.gutter
                sign = Text() if place or lasts(row.fact) else theme.sign(row.fact)
                head = [
                    At(1, theme.dim("" if place else shown)),
                    At(_YEAR, theme.dim("".join(rails).rstrip())),
                ]
                yield [*head, At(_YEAR + len(rails), sign), *pieces]

    def _rule(self, decade: int, width: int) -> list[Text]:
        count = say("counted_facts", self.lang, n=self.counts[decade])
        name = f"{decade}s" if self.lang == "en" else f"{decade}–{decade + 9}"
        line = "─" * (width - len(name) - len(count) - 2)
        if not line:
            return [Text(name, theme.BOLD), theme.dim(count)]
        return [Text.assemble((name, theme.BOLD), (f" {line} {count}", theme.DIM))]

    def _texts(
        self, row: Row, edge: int, facing: bool, width: int, console: Console
    ) -> Iterator[list[At]]:
        """What stands right of the gutter, from the column *edge* on."""
        title = theme.title(row.fact, self.lang)
        sign = theme.disputed(row.fact)
        when = _date(row.fact, self.lang)
        if row.ends:
            title, sign, when = (
                theme.dim(say("ends", self.lang, title=label(row.fact, self.lang))),
                Text(),
                [],
            )
        if width < theme.NARROW:
            about = (
                theme.dim(" ".join(when)),
                Text(" ").join(part for part in (sign, title) if part.plain),
            )
            text = Text("  ").join(part for part in about if part.plain)
            yield from ([At(edge, line)] for line in wrapped(text, width - edge, console))
            return
        if any(
            cell_len(line) > self.dates for line in when
        ):  # a date too wide for its column gets a line of its own
            yield [At(edge, Text(" ".join(when)))]
            when = []
        direction = theme.direction(row.fact) if facing and not row.ends else ""
        column = edge + self.dates + 4
        titles = wrapped(title, width - column - (_DIRECTION + GAP if direction else 0), console)
        for place in range(max(len(when), len(titles))):
            made = [At(edge, Text(line)) for line in when[place : place + 1]]
            made += [At(column - 3, sign)] if not place else []
            made += [At(column, line) for line in titles[place : place + 1]]
            yield [*made, At(width - _DIRECTION, Text(direction))] if not place else made


def _date(fact: Fact, lang: Lang) -> list[str]:
    """The date within its year, for what lasts how long; on two lines if it is long."""
    if not lasts(fact):
        return theme.folded(dates.date(fact.date, lang, year=False), _DATE)
    end = fact.date.ends[1]
    start = dates.date(fact.date.ends[0], lang, year=False)
    until = say("to_year", lang, year=dates.date(end, lang)) if end else say("goes_on", lang)
    both = f"{start} {until}".strip()
    return [both] if cell_len(both) <= _DATE or not start else [start, until]


def _decade(row: Row) -> int:
    return row.year // 10 * 10


def _within_decades(several: Iterable[Row]) -> Iterator[tuple[Row, int]]:
    """Each row with the decade whose rule it stands under: a decade without facts of its own has none."""
    decade = 0
    for row in several:
        decade = decade if row.ends and decade else _decade(row)
        yield row, decade
