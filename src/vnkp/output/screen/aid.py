"""Aid: totals with their bounds, and which facts they count."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from vnkp.i18n import dates, numbers
from vnkp.i18n.labels import EXCLUSION_REASONS, STAGES, TERMS, label
from vnkp.i18n.messages import say
from vnkp.model import edtf
from vnkp.model.enums import Kind, Stage, Terms
from vnkp.model.facts import Book, Fact, Figure, Lang, Number
from vnkp.output.screen import theme
from vnkp.output.screen.layout import Column, entries, fits, joined, table
from vnkp.output.screen.listing import Item, Listing
from vnkp.query.totals import Total

_FULL, _LIGHT = "█", "░"
_EIGHTHS = " ▏▎▍▌▋▊▉"


def aid_table(
    book: Book, totals: Sequence[Total], lang: Lang, width: int, *, bars: bool = False
) -> RenderableType:
    """Totals, one to a row; *bars* draws the sure part of each solid and the possible part light, while there is room."""
    for size in (24, 16, 12, 8, 6, 4, 0) if width >= theme.NARROW else ():
        columns, rows = _totals(book, totals, lang, size if bars else 0)
        if fits(columns, rows, min(width, theme.WIDEST)):
            return table(columns, rows, width)
    return entries(_total_entry(book, total, lang) for total in totals)


def _totals(
    book: Book, totals: Sequence[Total], lang: Lang, size: int
) -> tuple[list[Column], list[list[Text]]]:
    names = ("period", "direction", "item", "amount", "unit")
    columns = [*(Column(say(name, lang), number=name == "amount") for name in names), Column("")]
    rows = []
    period = ""
    for total in totals:
        most = max(other.high for other in totals if other.key.unit == total.key.unit)
        amount = Text("\n").join(
            line for line in (_amount(total, lang), _pledged(total, lang)) if line.plain
        )
        unit = Text(numbers.unit(total.key.unit, 2, book, lang))
        named = _period(total, lang)
        about = [Text(_direction(total)), Text(_item(book, total, lang)), amount, unit]
        drawn = bar(total.low, total.high, most, size, theme.COLOURS[Kind.AID])
        rows.append([named if named.plain != period else Text(), *about, drawn])
        period = named.plain
    return columns, rows


def _item(book: Book, total: Total, lang: Lang) -> str:
    """What was given; for what was lent, that it was."""
    item = label(book.items[total.key.of], lang)
    return (
        f"{item}, {label(TERMS[total.key.terms], lang)}"
        if total.key.terms is Terms.CREDIT
        else item
    )


def _period(total: Total, lang: Lang) -> Text:
    group = total.group or ""
    if not group[:1].isdigit():
        return Text()
    return Text(dates.date(edtf.parse(f"{group[:3]}X" if group.endswith("s") else group), lang))


def _direction(total: Total) -> str:
    return f"{total.key.from_} → {total.key.to}" if total.key.from_ else "VN ↔ KP"


def _amount(total: Total, lang: Lang) -> Text:
    return Text(numbers.qualified(total.low, total.high, total.qualifier, lang), theme.BOLD)


def _pledged(total: Total, lang: Lang) -> Text:
    if not total.pledged:
        return Text()
    return theme.dim(
        f"+ {numbers.number(total.pledged, lang)} {label(STAGES[Stage.PLEDGED], lang)}"
    )


def _total_entry(book: Book, total: Total, lang: Lang) -> list[Text]:
    unit = Text(numbers.unit(total.key.unit, 2, book, lang))
    about = joined(
        [_period(total, lang), Text(_item(book, total, lang), theme.BOLD), Text(_direction(total))]
    )
    return [about, joined([_amount(total, lang), unit], " "), _pledged(total, lang)]


def explanation(book: Book, totals: Sequence[Total], lang: Lang) -> RenderableType:
    """For each total the facts that were counted and those left out, as a footnote would tell."""
    facts = {fact.id: fact for fact in book.facts}
    parts: list[Item | Text] = []
    for total in totals:
        unit = numbers.unit(total.key.unit, 2, book, lang)
        name = " · ".join(
            part
            for part in (_period(total, lang).plain, _direction(total), _item(book, total, lang))
            if part
        )
        amount = numbers.qualified(total.low, total.high, total.qualifier, lang)
        parts.append(Text.assemble((name, theme.BOLD), f": {amount} {unit}"))
        for one in total.counted:
            rest = say("rest", lang) if one.high < figure_of(facts[one.id]).bounds[1] else ""
            parts.append(
                _reckoned(facts[one.id], lang, numbers.span(one.low, one.high, lang), rest)
            )
        for why in dict.fromkeys(out.why for out in total.left_out):
            parts.append(
                theme.dim(f"  {say('left_out', lang)}: {label(EXCLUSION_REASONS[why], lang)}")
            )
            parts += [_reckoned(facts[out.id], lang) for out in total.left_out if out.why is why]
    return Listing(None, parts, counts=1)


def _reckoned(fact: Fact, lang: Lang, amount: str = "", after: str = "") -> Item:
    """A fact with what it adds to a total."""
    title = Text.assemble(theme.title(fact, lang), (f" ({after})" if after else "", theme.DIM))
    return Item(
        [Text(amount, theme.BOLD), theme.date(fact, lang, theme.DATE)],
        title,
        [],
        [],
        [theme.whole(fact.id)],
    )


def figure_of(fact: Fact) -> Figure:
    """The figure of a fact that has one."""
    assert fact.figure is not None  # only facts with a figure are reckoned
    return fact.figure


def bar(low: Number, high: Number, most: Number, size: int, colour: str) -> Text:
    """A bar of up to *size* cells for an amount of which *most* fills it: solid as far as is sure, then light."""
    if not most or not size:
        return Text()
    if low == high:  # an end as fine as the letters allow, so that even a little shows
        solid, rest = divmod(max(round(float(low) / float(most) * size * 8), 1 if low else 0), 8)
        return Text(_FULL * solid + _EIGHTHS[rest].strip(), colour)
    solid = round(float(low) / float(most) * size)
    light = max(round(float(high) / float(most) * size) - solid, 0 if solid else 1)
    return Text.assemble((_FULL * solid, colour), (_LIGHT * light, theme.DIM))
