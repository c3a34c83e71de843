"""Aid: what each side gave the other, the item that is told most first, with bars by unit."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from vnkp.answers import AidTotals
from vnkp.i18n import dates, numbers
from vnkp.i18n.labels import TERMS, item_on, label
from vnkp.i18n.messages import say
from vnkp.model.enums import Kind, Terms
from vnkp.model.facts import Fact
from vnkp.model.fields import Lang, Number
from vnkp.output import summary
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
from vnkp.output.screen.aid_explained import explanation
from vnkp.output.screen.foot import heading, page
from vnkp.output.screen.layout import GAP, Column, Row, Rows, beside, entries, spaced
from vnkp.query.selection import select_any_time
from vnkp.query.totals import Total

_BARS = (24, 16, 12, 8, 0)
_SEVERAL = 3  # so many facts of another kind are worth a line
_NOTE = 24  # a note beside a bar has at least so many columns


def aid_page(answer: AidTotals, context: Context) -> Group:
    """For each direction its totals, then what was given without a figure."""
    lang = context.lang
    directions: dict[Direction, tuple[list[Total], list[Fact]]] = {}
    for total in answer.totals:
        directions.setdefault((total.key.from_, total.key.to), ([], []))[0].append(total)
    for fact in answer.without_figure:
        directions.setdefault((fact.from_, fact.to), ([], []))[1].append(fact)
    parts: list[Iterable[RenderableType]] = [
        _direction(answer, *direction, context) for direction in directions.items()
    ]
    parts += [[explanation(answer, context)]] if answer.explain else []
    has_range = any(total.low != total.high for total in answer.totals)
    last = [say("aid_note", lang) if has_range else ""]
    if context.picture:
        last.append(summary.caption(_counted(answer, answer.totals), lang, legend=False))
    elif not answer.explain:
        last.append(say("explain_hint", lang))
    return page(heading(answer, lang), *spaced(parts), foot=last)


def _counted(answer: AidTotals, totals: Sequence[Total]) -> list[Fact]:
    """The facts that *totals* count."""
    facts = answer.book.facts_by_id
    return [facts[counted.id] for total in totals for counted in total.counted]


def _direction(
    answer: AidTotals,
    direction: Direction,
    facts: tuple[Sequence[Total], Sequence[Fact]],
    context: Context,
) -> Iterator[RenderableType]:
    """Whose aid it is, and at the edge the years that it is told of; totals; and notes."""
    lang, (totals, bare) = context.lang, facts
    years = dates.years_of([*_counted(answer, totals), *bare])
    yield theme.edges(direction_label(direction, lang), years, context)
    sure = [total for total in totals if not _only_possible(total)]
    if sure:
        ordered = sure if answer.group in ("year", "decade") else _most_told_first(sure)
        yield _totals_table(answer, ordered, context)
    possible = filter(_only_possible, totals)
    notes: list[RenderableType] = [_possible_years(answer, possible, lang)]
    if bare:
        head = theme.dim(f"{say('without_figure', lang)}:")
        lines = "\n".join(dated(fact, lang) for fact in bare)
        notes.append(beside(head, theme.dim(lines), context))
    notes.append(_other_kinds(answer, totals, direction, context))
    notes = [note for note in notes if note]
    # Entries of a vertical list have empty lines between them, and so have the notes.
    yield from [Text()] if notes and sure and context.width < theme.NARROW else []
    yield from notes


def _totals_table(answer: AidTotals, totals: Sequence[Total], context: Context) -> RenderableType:
    """Totals, one to a row; bars of one unit are on one scale, as wide as there is room.

    Notes stand beside the bars or, without room for that, under them.
    """
    lang = context.lang
    columns = [Column(), Column(), Column(right=True), Column(), Column(), Column(wraps=True)]
    notes = [theme.dim(note_of(answer.book, total, lang)) for total in totals]
    if context.width >= theme.NARROW:
        for is_beside, size in itertools.product((True, False), _BARS):
            rows = _total_rows(answer, totals, notes, size, is_beside)
            table = Rows(columns if is_beside else columns[:5], rows, context)
            if table.fits and (not is_beside or not any(notes) or table.sizes[-1] >= _NOTE):
                return table
    several = []
    for total, note in zip(totals, notes, strict=True):
        item = item_on(answer.book, total.key.of, total.key.terms, lang)
        about = theme.joined([Text(period_of(total, lang)), Text(item, theme.BOLD)])
        amount = f"{amount_of(total, lang)} {_unit(answer, total)}"
        several.append([about, Text(amount), note])
    return entries(several, context.width)


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
    answer: AidTotals, totals: Sequence[Total], notes: Sequence[Text], size: int, is_beside: bool
) -> list[Row | RenderableType]:
    lang = answer.query.lang
    units = Counter(total.key.unit for total in totals)
    most: dict[str, Number] = {}
    for total in answer.totals:
        most[total.key.unit] = max(most.get(total.key.unit, 0), total.high)
    periods = max(cell_len(period_of(total, lang)) for total in totals)
    indent = periods + 2 * GAP if periods else GAP
    rows: list[Row | RenderableType] = []
    last_period = last_item = ""
    for total, note in zip(totals, notes, strict=True):
        key, period = total.key, period_of(total, lang)
        bar = theme.bar(total.low, total.high, most[key.unit], size, theme.COLOURS[Kind.AID])
        is_same = (key.of, period) == (last_item, last_period) and key.terms is not Terms.GIFT
        terms = f"  {label(TERMS[key.terms], lang)}"
        cells = [
            theme.dim(period if period != last_period else ""),
            Text(terms if is_same else item_on(answer.book, key.of, key.terms, lang)),
            Text(amount_of(total, lang), theme.BOLD if total.high else theme.DIM),
            Text(_unit(answer, total), "" if total.high else theme.DIM),
            bar if units[key.unit] > 1 else Text(),
        ]
        rows.append(Row([*cells, note] if is_beside else cells))
        rows += [Padding(note, (0, 0, 0, indent))] if note and not is_beside else []
        last_period, last_item = period, key.of
    return rows


def _unit(answer: AidTotals, total: Total) -> str:
    return numbers.unit_of(total.key.of, total.key.unit, 2, answer.book, answer.query.lang)


def _possible_years(answer: AidTotals, totals: Iterable[Total], lang: Lang) -> Text:
    """What was left out of a table by year: "rice 2000–2012"."""
    periods = dict.fromkeys(
        f"{label(answer.book.items[total.key.of], lang)} {dates.date(fact.date, lang)}"
        for total in totals
        for fact in _counted(answer, [total])
    )
    return theme.dim(say("left_out_years", lang, when=", ".join(periods)) if periods else "")


def _other_kinds(
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
