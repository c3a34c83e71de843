"""Aid: what each side gave the other, with bars by unit; and the facts that each total counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from vnkp.answers import AidTotals
from vnkp.i18n import dates, numbers
from vnkp.i18n.labels import EXCLUSION_REASONS, TERMS, label
from vnkp.i18n.messages import say
from vnkp.model.enums import ExclusionReason, Kind, Terms
from vnkp.model.facts import Book, Fact
from vnkp.model.fields import Lang, Number
from vnkp.output import titles
from vnkp.output.aid_wording import (
    Direction,
    amount_of,
    dated_title,
    direction_label,
    item_of,
    period_of,
    pledge_note,
)
from vnkp.output.fact_wording import known_figure
from vnkp.output.formats import Context
from vnkp.output.kind_looks import KIND_LOOKS
from vnkp.output.screen import theme
from vnkp.output.screen.frame import heading, hint, page
from vnkp.output.screen.layout import GAP, Column, Row, Rows, beside, listing, spaced
from vnkp.query.selection import select_any_time
from vnkp.query.totals import Counted, Total

_BARS = (24, 16, 12, 8, 0)
_MIN_OTHERS = 3  # so many facts of another kind are worth a line
_ITEM_AND_BAR, _ITEM = 20, 12  # a longer item may be wrapped, with a bar beside it or without
_FEW_FACTS = 6  # so many are told below the totals that a question asks for
_NOTE = 24  # a note beside a bar has at least so many columns


def aid_page(answer: AidTotals, context: Context) -> Group:
    """For each direction its totals, then what was given without a figure."""
    lang = context.lang
    directions: list[Direction] = [(total.key.from_, total.key.to) for total in answer.totals]
    directions += [(fact.from_, fact.to) for fact in answer.without_figure]
    parts: list[Iterable[RenderableType]] = [
        _direction(answer, direction, context) for direction in dict.fromkeys(directions)
    ]
    is_explained = answer.explain or _rests_on_few(answer)
    if is_explained:
        rows = spaced(_explained(answer, total, context) for total in answer.totals)
        columns = [Column(right=True), Column(), Column(wraps=True)]
        parts.append([Rows(columns, [*rows], context)])
    has_range = any(total.low != total.high for total in answer.totals)
    foot = [
        say("aid_note", lang) if has_range else "",
        "" if is_explained else hint("explain_hint", context),
    ]
    if context.picture:
        foot.append(titles.caption(_counted(answer, answer.totals), lang, legend=False))
    return page(heading(answer, lang), *spaced(parts), foot=foot)


def _rests_on_few(answer: AidTotals) -> bool:
    """Whether what a question asks for rests on few facts, and more than one."""
    facts = sum(len(total.counted) + len(total.left_out) for total in answer.totals)
    return bool(answer.read_as) and len(answer.totals) < facts <= _FEW_FACTS


def _counted(answer: AidTotals, totals: Sequence[Total]) -> list[Fact]:
    """The facts that *totals* count."""
    facts = answer.book.facts_by_id
    return [facts[counted.id] for total in totals for counted in total.counted]


def _direction(
    answer: AidTotals, direction: Direction, context: Context
) -> Iterator[RenderableType]:
    """Whose aid it is, and at the edge the years that it is told of; totals; and notes."""
    lang = context.lang
    totals = [total for total in answer.totals if (total.key.from_, total.key.to) == direction]
    uncounted = [fact for fact in answer.without_figure if (fact.from_, fact.to) == direction]
    years = dates.years_of([*_counted(answer, totals), *uncounted])
    yield theme.heading_with_more(direction_label(direction, lang), years, context)
    sure = [total for total in totals if not _only_possible(total)]
    if sure:
        ordered = sure if answer.group in ("year", "decade") else _most_told_first(sure)
        yield _totals_table(answer, ordered, context)
    possible = dict.fromkeys(
        f"{label(answer.book.items[total.key.of], lang)} {dates.date(fact.date, lang)}"
        for total in filter(_only_possible, totals)
        for fact in _counted(answer, [total])
    )
    if possible:  # left out of a table by year
        yield theme.dim(say("left_out_years", lang, when=", ".join(possible)))
    if uncounted:
        head = theme.dim(f"{say('without_figure', lang)}:")
        lines = "\n".join(dated_title(fact, lang) for fact in uncounted)
        yield beside(head, theme.dim(lines), context)
    if totals and not context.picture and not answer.query.windows:
        yield from _other_kinds(answer, direction[0], lang)


def _totals_table(answer: AidTotals, totals: Sequence[Total], context: Context) -> RenderableType:
    """Totals, one to a row; bars of one unit are on one scale, as wide as there is room.

    Notes stand beside the bars or, without room for that, under them, where items may wrap.
    """
    lang = context.lang
    columns = [Column(), Column(), Column(right=True), Column(), Column(), Column(wraps=True)]
    longest = max(cell_len(item_of(answer.book, total, lang)) for total in totals)
    notes = [theme.dim(pledge_note(answer.book, total, lang)) for total in totals]
    for size in _BARS:
        rows = _total_rows(answer, totals, notes, lang, size=size, is_beside=True)
        table = Rows(columns, rows, context)
        if table.fits and (table.widths[-1] >= _NOTE or not any(notes)):
            return table
    for size in _BARS:
        item = Column(wraps=True, width=min(longest, _ITEM_AND_BAR if size else _ITEM))
        rows = _total_rows(answer, totals, notes, lang, size=size, is_beside=False)
        table = Rows([columns[0], item, *columns[2:5]], rows, context, spread=False)
        if table.fits:
            return table
    rows_alone = [
        row
        for total, note in zip(totals, notes, strict=True)
        for row in _total_rows(answer, [total], [note], lang, size=0, is_beside=True)
        if isinstance(row, Row)
    ]
    return listing(columns, rows_alone, context)


def _only_possible(total: Total) -> bool:
    """Whether *total* is that of a year in which some of a longer total may fall, no more."""
    return (total.group or "")[:1].isdigit() and not total.low and not total.pledged


def _most_told_first(totals: Sequence[Total]) -> list[Total]:
    """*totals* by how many facts tell of the item, those of one item together, gifts first."""
    facts: Counter[str] = Counter()  # by item, in the order of the items
    for total in totals:
        facts[total.key.of] += len(total.counted) + len(total.left_out)
    order = [item for item, _ in facts.most_common()]
    return sorted(
        totals, key=lambda total: (order.index(total.key.of), total.key.terms is not Terms.GIFT)
    )


def _total_rows(
    answer: AidTotals,
    totals: Sequence[Total],
    notes: Sequence[Text],
    lang: Lang,
    *,
    size: int,
    is_beside: bool,
) -> list[Row | RenderableType]:
    """The rows of *totals* with bars up to *size*, *notes* beside or under them."""
    units = Counter(total.key.unit for total in totals)
    most: dict[str, Number] = {}
    for total in answer.totals:
        most[total.key.unit] = max(most.get(total.key.unit, 0), total.high)
    periods = max(cell_len(period_of(total, lang)) for total in totals)
    indent = periods + 2 * GAP if periods else GAP
    rows: list[Row | RenderableType] = []
    last_period = last_item = ""
    for total, note in zip(totals, notes, strict=True):
        key, period, style = total.key, period_of(total, lang), "" if total.high else theme.DIM
        bar = theme.bar(total.low, total.high, most[key.unit], size, KIND_LOOKS[Kind.AID].colour)
        repeats_item = (key.of, period) == (last_item, last_period)
        terms = f"  {label(TERMS[key.terms], lang)}"
        has_terms_alone = repeats_item and key.terms is not Terms.GIFT
        cells = [
            theme.dim(period if period != last_period else ""),
            Text(terms if has_terms_alone else item_of(answer.book, total, lang)),
            Text(amount_of(total, lang), style or theme.BOLD),
            Text(numbers.unit_of(key.of, key.unit, 2, answer.book, lang), style),
            bar if units[key.unit] > 1 else Text(),
        ]
        rows.append(Row([*cells, note] if is_beside else cells))
        rows += [Padding(note, (0, 0, 0, indent))] if note and not is_beside else []
        last_period, last_item = period, key.of
    return rows


def _other_kinds(answer: AidTotals, giver: str | None, lang: Lang) -> Iterator[Text]:
    """That military facts tell with figures what *giver* sent too, if there are several."""
    wider = msgspec.structs.replace(answer.query, kinds={Kind.MILITARY}, parts=False)
    facts = [fact for fact in select_any_time(answer.book, wider) if fact.from_ == giver]
    count = sum(fact.figure is not None for fact in facts)
    if giver and count >= _MIN_OTHERS:
        command = f"vnkp list --from {giver} --kind {Kind.MILITARY.value}"
        yield theme.dim(say("under_other_kinds", lang, n=count, command=command))


def _explained(answer: AidTotals, total: Total, context: Context) -> Iterator[Row | RenderableType]:
    """*total*, the facts that it counts and those left out, as a footnote would tell.

    What lies outside the time asked for is not named.
    """
    lang, facts = context.lang, answer.book.facts_by_id
    unit = numbers.unit_of(total.key.of, total.key.unit, 2, answer.book, lang)
    item = item_of(answer.book, total, lang)
    direction = direction_label((total.key.from_, total.key.to), lang)
    name = " · ".join(part for part in (period_of(total, lang), direction, item) if part)
    amount = numbers.qualified(total.low, total.high, total.qualifier, lang)
    yield Text.assemble((name, theme.BOLD), f": {amount} {unit}".rstrip())
    for counted in total.counted:
        fact = facts[counted.id]
        yield _fact(fact, context, *_addend(answer.book, counted, fact, lang))
    for why in dict.fromkeys(out.why for out in total.left_out):
        if why is not ExclusionReason.OUTSIDE:
            yield theme.dim(f"{say('left_out', lang)}: {label(EXCLUSION_REASONS[why], lang)}")
            for out in total.left_out:
                if out.why is why:
                    figure = known_figure(facts[out.id])
                    amount = numbers.qualified(*figure.bounds, figure.qualifier, lang)
                    yield _fact(facts[out.id], context, theme.dim(amount), "")


def _addend(book: Book, counted: Counted, fact: Fact, lang: Lang) -> tuple[Text, str]:
    """What *fact* adds, with its qualifier; and why: "2,000 = 5,000 less 3 parts"."""
    figure = known_figure(fact)
    amount = Text(numbers.qualified(counted.low, counted.high, figure.qualifier, lang), theme.BOLD)
    if counted.high >= figure.bounds[1]:
        return amount, ""
    parts = [
        part
        for part in book.facts
        if fact.id in part.part_of and part.figure and part.figure.of == figure.of
    ]
    whole, rest = numbers.span(*figure.bounds, lang), numbers.number(counted.high, lang)
    return amount, say("rest_of", lang, rest=rest, whole=whole, n=len(parts))


def _fact(fact: Fact, context: Context, amount: Text, why: str) -> Row:
    """A fact with what it adds to a total."""
    title = Text.assemble(theme.title(fact, context.lang), (f" · {why}" if why else "", theme.DIM))
    date = Text(theme.folded(dates.date(fact.date, context.lang)))
    return Row([amount, date, title], [theme.unbroken(fact.id)] if context.ids else [])
