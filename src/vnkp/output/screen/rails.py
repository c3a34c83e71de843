"""The rails of the timeline: what lasts from one year into another, in a gutter of columns.

┬a    a begins                    1960 ┬a  to 1974  Hundreds of Vietnamese study in the DPRK
│▶    another fact                1961 │▶  Jun      Phạm Văn Đồng visits the DPRK
a■    a ends in the year of this  1974 a■  May      The two countries agree on fisheries
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from vnkp.model import edtf
from vnkp.model.enums import Kind
from vnkp.model.facts import Fact
from vnkp.output.screen.theme import is_long

_LETTERS = "abcdefghijklmnopqrstuvwxyz"  # the module string would be loaded for these alone
MAX_RAILS = 24  # more of them could not be followed with the eye, nor named with a letter
# What these units count goes on as long as the date does; any other figure is a sum over it.
_LASTING_UNITS = ("people", "person")


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


class _Rail(msgspec.Struct, frozen=True):
    fact: Fact
    letter: str


_Rails = list[_Rail | None]


def lasts(fact: Fact) -> bool:
    """Whether *fact* went on from one calendar year into another: not a sum of single deeds."""
    is_sum = fact.kind in (Kind.AID, Kind.TRADE) or (
        fact.figure is not None and fact.figure.unit not in _LASTING_UNITS
    )
    return is_long(fact.date) and not is_sum


def rail_rows(facts: Iterable[Fact], most: int = MAX_RAILS) -> list[Row]:
    """The lines of the timeline, each rail in the leftmost free column of *most*.

    What lasts and finds no free column is drawn as if it did not; its date still says until when.
    """
    ordered = sorted(facts, key=lambda fact: (edtf.order(fact.date), fact.id))
    rails: _Rails = []
    lines: list[Row] = []
    letter = -1
    for fact in ordered:
        _end(lines, rails, fact)
        before = _gutter(rails)
        if not lasts(fact) or (None not in rails and len(rails) >= most):
            lines.append(Row(fact.date.earliest.year, before, before, fact))
            continue
        letter = _next_letter(rails, letter)
        column = rails.index(None) if None in rails else len(rails)
        rails[column : column + 1] = [_Rail(fact, _LETTERS[letter])]
        after = _gutter(rails)
        gutter = f"{after[:column]}┬{after[column + 1 :]}"
        lines.append(Row(fact.date.earliest.year, gutter, after, fact, _LETTERS[letter]))
    _end(lines, rails, None)
    return lines


def _next_letter(rails: _Rails, letter: int) -> int:
    """The letter after *letter* that no rail has."""
    used = {rail.letter for rail in rails if rail}
    while True:
        letter = (letter + 1) % len(_LETTERS)
        if _LETTERS[letter] not in used:
            return letter


def _end(lines: list[Row], rails: _Rails, until: Fact | None) -> None:
    """End the rails that last until a day before *until* begins; without it all that end.

    They end beside the last fact if that is one of the same year, else on a line of their own.
    """
    ending: dict[dt.date, list[int]] = {}
    for column, rail in enumerate(rails):
        latest = rail.fact.date.latest if rail else None
        if latest and (until is None or latest < until.date.earliest):
            ending.setdefault(latest, []).append(column)
    for latest, columns in sorted(ending.items()):
        marks = list(_gutter(rails))
        end = None
        for column in columns:
            rail, rails[column] = rails[column], None
            if rail:
                marks[column], end = rail.letter, rail.fact.date.ends[1]
        while rails and rails[-1] is None:
            rails.pop()
        row = Row(latest.year, "".join(marks), _gutter(rails), end=end)
        last = lines[-1]
        if last.fact and last.year == row.year:
            lines[-1] = msgspec.structs.replace(last, gutter=row.gutter, after=row.after)
        else:
            lines.append(row)


def _gutter(rails: _Rails) -> str:
    return "".join("│" if rail else " " for rail in rails)
