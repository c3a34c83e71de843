"""Which facts a total of aid counts, and why others are left out."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from vnkp.answers import AidTotals
from vnkp.i18n import dates, numbers
from vnkp.i18n.labels import EXCLUSION_REASONS, item_on, label
from vnkp.i18n.messages import say
from vnkp.model.enums import ExclusionReason
from vnkp.model.facts import Fact, Figure
from vnkp.output.aid_wording import direction_label, period_of
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.layout import Column, Row, Rows, spaced
from vnkp.query.totals import Counted, Total


def explanation(answer: AidTotals, context: Context) -> RenderableType:
    """For each total the facts that were counted and those left out, as a footnote would tell.

    What lies outside the time asked for is not named.
    """
    rows = spaced(_total(answer, total, context) for total in answer.totals)
    return Rows([Column(right=True), Column(), Column(wraps=True)], [*rows], context)


def _total(answer: AidTotals, total: Total, context: Context) -> Iterator[Row | RenderableType]:
    lang, facts = context.lang, answer.book.facts_by_id
    unit = numbers.unit_of(total.key.of, total.key.unit, 2, answer.book, lang)
    item = item_on(answer.book, total.key.of, total.key.terms, lang)
    direction = direction_label((total.key.from_, total.key.to), lang)
    name = " · ".join(part for part in (period_of(total, lang), direction, item) if part)
    amount = numbers.qualified(total.low, total.high, total.qualifier, lang)
    yield Text.assemble((name, theme.BOLD), f": {amount} {unit}".rstrip())
    for counted in total.counted:
        yield _fact(facts[counted.id], context, *_addend(answer, counted, facts[counted.id]))
    for why in dict.fromkeys(out.why for out in total.left_out):
        if why is not ExclusionReason.OUTSIDE:
            yield theme.dim(f"{say('left_out', lang)}: {label(EXCLUSION_REASONS[why], lang)}")
            for out in total.left_out:
                if out.why is why:
                    own = _counted_figure(facts[out.id])
                    shown = numbers.qualified(*own.bounds, own.qualifier, lang)
                    yield _fact(facts[out.id], context, theme.dim(shown), "")


def _addend(answer: AidTotals, counted: Counted, fact: Fact) -> tuple[Text, str]:
    """What *fact* adds, with its qualifier; and how that comes out of its own figure."""
    lang, own = answer.query.lang, _counted_figure(fact)
    is_rest = counted.high < own.bounds[1]
    amount = numbers.qualified(counted.low, counted.high, own.qualifier, lang)
    if not is_rest:
        return Text(amount, theme.BOLD), ""
    parts = [
        part
        for part in answer.book.facts
        if fact.id in part.part_of and part.figure and part.figure.of == own.of
    ]
    whole = numbers.span(*own.bounds, lang)
    rest = numbers.number(counted.high, lang)
    why = say("rest_of", lang, rest=rest, whole=whole, n=len(parts))
    return Text(amount, theme.BOLD), why


def _fact(fact: Fact, context: Context, amount: Text, why: str) -> Row:
    """A fact with what it adds to a total."""
    title = Text.assemble(theme.title(fact, context.lang), (f" · {why}" if why else "", theme.DIM))
    date = Text(theme.folded(dates.date(fact.date, context.lang), theme.DATE))
    return Row([amount, date, title], [theme.whole(fact.id)] if context.ids else [])


def _counted_figure(fact: Fact) -> Figure:
    assert fact.figure is not None  # only facts with a figure are reckoned
    return fact.figure
