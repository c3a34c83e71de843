"""Aid: what each side gave the other, the item that is told most first, with bars by unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.text import Text

from vnkp.answers import AidTotals
from vnkp.i18n import dates, numbers
from vnkp.i18n.labels import TERMS, item_on, label
from vnkp.i18n.messages import say
from vnkp.model.enums import Kind, Terms
from vnkp.model.facts import Fact
from vnkp.model.fields import Lang, Number
from vnkp.output.aid_wording import (
    Direction,
    amount_of,
    dated,
    direction_label,
    note_of,
    period_of,
)
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.layout import GAP, Column, Row, Rows, entries
from vnkp.query.selection import select_any_time
from vnkp.query.totals import Total

_BARS = (24, 16, 12, 8, 0)
_SEVERAL = 3  # so many facts of another kind are worth a line
_NOTE = 24  # a note beside a bar has at least so many columns


def aid_screen(answer: AidTotals, context: Context) -> RenderableType:
    """For each direction its totals, then what was given without a figure."""
    parts: list[RenderableType] = []
    bare = answer.without_figure
    directions = dict.fromkeys([*map(_direction, answer.totals), *map(_way, bare)])
    for direction in directions:
        totals = [total for total in answer.totals if _direction(total) == direction]
        facts = [fact for fact in bare if _way(fact) == direction]
        parts += [Text()] if parts else []
        parts.append(_direction_heading(answer, totals, facts, direction, context))
        sure = [total for total in totals if not _only_possible(total)]
        ordered = sure if answer.group in ("year", "decade") else _most_told_first(sure)
        parts += [totals_table(answer, ordered, context)] if ordered else []
        notes: list[RenderableType] = []
        if len(sure) < len(totals):
            possible = [total for total in totals if _only_possible(total)]
            notes.append(possible_years(answer, possible, context.lang))
        if facts:
            head = theme.dim(f"{say('without_figure', context.lang)}:")
            lines = "\n".join(dated(fact, context.lang) for fact in facts)
            notes.append(theme.beside(head, theme.dim(lines)))
        notes.append(other_kinds(answer, totals, direction, context))
        notes = [note for note in notes if note]
        # Entries of a vertical list have empty lines between them, and so have the notes.
        parts += [Text()] if notes and ordered and context.width < theme.NARROW else []
        parts += notes
    return Group(*parts)


def totals_table(answer: AidTotals, totals: Sequence[Total], context: Context) -> RenderableType:
    """Totals, one to a row; bars of one unit are on one scale, as wide as there is room.

    Notes stand beside the bars or, without room for that, under them.
    """
    lang, width = context.lang, min(context.width, theme.WIDEST)
    if context.width < theme.NARROW:
        return entries((_total_entry(answer, total, lang) for total in totals), context.width)
    columns = [Column(), Column(), Column(right=True), Column(), Column(), Column(wraps=True)]
    notes = [note_of(answer.book, total, lang) for total in totals]
    for size in _BARS:
        rows = Rows(columns, _total_rows(answer, totals, notes, size, beside=True), width)
        if rows.room >= (_NOTE if any(notes) else 0):
            return rows
    for size in _BARS:
        rows = Rows(columns[:5], _total_rows(answer, totals, notes, size, beside=False), width)
        if rows.fits:
            return rows
    return entries((_total_entry(answer, total, lang) for total in totals), context.width)


def _only_possible(total: Total) -> bool:
    """Whether *total* is that of a year in which some of a longer total may fall, no more."""
    return (total.group or "")[:1].isdigit() and not total.low and not total.pledged


def _most_told_first(totals: Sequence[Total]) -> list[Total]:
    """*totals* by how many facts tell of the item, those of one item together, gifts first."""
    facts: Counter[str] = Counter()  # by item, in the order of the items
    for total in totals:
        facts[total.key.of] += len(total.counted) + len(total.left_out)
    places = {item: index for index, (item, _) in enumerate(facts.most_common())}
    return sorted(
        totals,
        key=lambda total: (places[total.key.of], total.key.terms is not Terms.GIFT),
    )


def _total_rows(
    answer: AidTotals, totals: Sequence[Total], notes: Sequence[str], size: int, *, beside: bool
) -> list[Row]:
    lang = answer.query.lang
    units = Counter(total.key.unit for total in totals)
    most: dict[str, Number] = {}
    for total in answer.totals:
        most[total.key.unit] = max(most.get(total.key.unit, 0), total.high)
    periods = max(cell_len(period_of(total, lang)) for total in totals)
    indent = " " * (periods + 2 * GAP if periods else GAP)
    rows: list[Row] = []
    period = item = ""
    for total, note in zip(totals, notes, strict=True):
        key = total.key
        shown = theme.bar(total.low, total.high, most[key.unit], size, theme.COLOURS[Kind.AID])
        now = period_of(total, lang)
        is_same = key.of == item and now == period and key.terms is not Terms.GIFT
        terms = f"  {label(TERMS[key.terms], lang)}"
        name = terms if is_same else item_on(answer.book, key.of, key.terms, lang)
        look = theme.BOLD if total.high else theme.DIM
        cells = [
            theme.dim(now if now != period else ""),
            Text(name),
            Text(amount_of(total, lang), look),
            Text(_unit(answer, total), "" if total.high else theme.DIM),
            shown if units[key.unit] > 1 else Text(),
        ]
        rows.append([*cells, theme.dim(note)] if beside else cells)
        rows += [theme.dim(f"{indent}{note}")] if note and not beside else []
        period, item = now, key.of
    return rows


def _unit(answer: AidTotals, total: Total) -> str:
    return numbers.unit_of(total.key.of, total.key.unit, 2, answer.book, answer.query.lang)


def _total_entry(answer: AidTotals, total: Total, lang: Lang) -> list[Text]:
    name = Text(item_on(answer.book, total.key.of, total.key.terms, lang), theme.BOLD)
    about = theme.joined([Text(period_of(total, lang)), name])
    amount = f"{amount_of(total, lang)} {_unit(answer, total)}".rstrip()
    return [about, Text(amount), theme.dim(note_of(answer.book, total, lang))]


def _direction(total: Total) -> Direction:
    return total.key.from_, total.key.to


def _way(fact: Fact) -> Direction:
    return fact.from_, fact.to


def _direction_heading(
    answer: AidTotals,
    totals: Sequence[Total],
    bare: Sequence[Fact],
    direction: Direction,
    context: Context,
) -> Text:
    """Whose aid it is, and at the edge the years that it is told of."""
    lang = context.lang
    facts = answer.book.facts_by_id
    counted = [facts[counted.id] for total in totals for counted in total.counted]
    words = direction_label(direction, lang)
    years = dates.years_of([*counted, *bare])
    width = min(context.width, theme.WIDEST)
    gap = max(width - len(words) - len(years), 2)
    return Text.assemble((words, theme.BOLD), " " * gap, (years, theme.DIM))


def possible_years(answer: AidTotals, totals: Sequence[Total], lang: Lang) -> Text:
    """What was left out of a table by year: "rice 2000–2012"."""
    facts = answer.book.facts_by_id
    periods: dict[str, None] = {}
    for total in totals:
        item = label(answer.book.items[total.key.of], lang)
        for counted in total.counted:
            periods[f"{item} {dates.date(facts[counted.id].date, lang)}"] = None
    return theme.dim(say("left_out_years", lang, when=", ".join(periods)) if periods else "")


def other_kinds(
    answer: AidTotals, totals: Sequence[Total], direction: Direction, context: Context
) -> Text:
    """That military facts tell with figures what the giver sent too, if there are several."""
    giver, lang, query = direction[0], context.lang, answer.query
    if not giver or not totals or context.picture or query.windows:
        return Text()
    wider = msgspec.structs.replace(query, kinds={Kind.MILITARY}, parts=False)
    facts = [fact for fact in select_any_time(answer.book, wider) if fact.from_ == giver]
    count = sum(fact.figure is not None for fact in facts)
    if count < _SEVERAL:
        return Text()
    command = f"vnkp list --from {giver} --kind {Kind.MILITARY.value}"
    return theme.dim(say("under_other_kinds", lang, n=count, command=command))
