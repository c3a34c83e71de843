"""The rails of the timeline: what lasts, drawn down the left from its beginning to its end.

┬a    a begins                    1960 ┬a  to 1974  Hundreds of Vietnamese study in the DPRK
│▶    another fact                1961 │▶  Jun      Phạm Văn Đồng visits the DPRK
a■    a ends in the year of this  1974 a■  May      The two countries agree on fisheries
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

import msgspec

from vnkp.model.edtf import EdtfDate
from vnkp.model.enums import Kind
from vnkp.model.facts import Fact
from vnkp.output.fact_wording import is_long

LETTERS = "abcdefghijklmnopqrstuvwxyz"  # the module string would be loaded for these alone
# What these units count goes on as long as the date does; any other figure is a sum over it.
_LASTING_UNITS = ("people", "person")


class RailLine(msgspec.Struct):
    """A line of the timeline: a *fact*, or the *end* of rails in a year without one.

    *gutter* stands beside it. A rail that begins with the fact is called *letter*, which stands
    again in the gutter where the rail ends.
    """

    year: int
    gutter: str
    fact: Fact | None = None
    letter: str = ""
    end: EdtfDate | None = None


def _lasts(fact: Fact) -> bool:
    """Whether *fact* went on from one calendar year into another: not a sum of single deeds."""
    is_sum = fact.kind in (Kind.AID, Kind.TRADE) or (
        fact.figure is not None and fact.figure.unit not in _LASTING_UNITS
    )
    return is_long(fact.date) and not is_sum


_Rails = list[tuple[Fact, str] | None]  # by column, the fact that lasts and its letter


def rail_lines(facts: Sequence[Fact], max_rails: int) -> list[RailLine]:
    """The lines of the timeline, each rail in the leftmost free column of *max_rails*.

    What lasts and finds no free column is drawn as if it did not; its date still says until when.
    """
    rails: _Rails = []
    lines: list[RailLine] = []
    next_letter = 0
    for fact in sorted(facts, key=attrgetter("sort_key")):
        _end_rails(lines, rails, fact)
        line = RailLine(fact.date.earliest.year, _gutter(rails), fact)
        lines.append(line)
        if not _lasts(fact) or (None not in rails and len(rails) >= max_rails):
            continue
        used = {rail[1] for rail in rails if rail}
        free = LETTERS[next_letter:] + LETTERS
        line.letter = next(letter for letter in free if letter not in used)
        next_letter = LETTERS.index(line.letter) + 1
        column = rails.index(None) if None in rails else len(rails)
        rails[column : column + 1] = [(fact, line.letter)]
        gutter = _gutter(rails)
        line.gutter = f"{gutter[:column]}┬{gutter[column + 1 :]}"
    _end_rails(lines, rails, None)
    return lines


def _end_rails(lines: list[RailLine], rails: _Rails, until: Fact | None) -> None:
    """End the rails that last until a day before *until* begins; without it all that end.

    They end beside the last fact if that is one of the same year, else on a line of their own.
    """
    latest_days = (rail[0].date.latest for rail in rails if rail)
    ending = {day for day in latest_days if day and (not until or day < until.date.earliest)}
    for latest in sorted(ending):
        last = lines[-1]
        if last.fact is None or last.year != latest.year:
            last = RailLine(latest.year, _gutter(rails))
            lines.append(last)
        gutter = list(last.gutter)
        for column, rail in enumerate(rails):
            if rail and rail[0].date.latest == latest:
                gutter[column], last.end = rail[1], rail[0].date.ends[1]
                rails[column] = None
        last.gutter = "".join(gutter)
        while rails and rails[-1] is None:
            rails.pop()


def _gutter(rails: _Rails) -> str:
    return "".join("│" if rail else " " for rail in rails)
