"""Which of the sources of a fact say what was asked for."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from vnkp.model.edtf import EdtfDate
from vnkp.model.facts import Cite, Figure
from vnkp.query.filters import Query
from vnkp.query.selection import MatchedFact
from vnkp.query.word_forms import number_word


def cites_for(match: MatchedFact, query: Query, numbers: Collection[str]) -> Sequence[Cite]:
    """What *match* cites for the time of *query* and for *numbers*, as `number_word` writes them.

    Where one reading alone has these, its sources; those that read otherwise do not say so:

        who says 67 airmen died     14 by most sources, 67 by one: that one
        who says 14 airmen died     all others
    """
    fact = match.fact
    if match.variant:
        return match.variant.cite
    in_own = _has_number(fact.figure, numbers)
    for variant in fact.variants:
        if not in_own and _has_number(variant.figure, numbers):
            return variant.cite
    otherwise = {
        cite.source
        for variant in fact.variants
        if (in_own and variant.figure and not _has_number(variant.figure, numbers))
        or (variant.date and query.windows and not _is_in(variant.date, query))
        for cite in variant.cite
    }
    return [cite for cite in fact.all_cites if cite.source not in otherwise]


def _has_number(figure: Figure | None, numbers: Collection[str]) -> bool:
    return figure is not None and any(number_word(bound) in numbers for bound in figure.bounds)


def _is_in(date: EdtfDate, query: Query) -> bool:
    return any(window.match(date) for window in query.windows)
