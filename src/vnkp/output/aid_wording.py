"""Totals of aid in words: whose, how much, when, what was only promised, what has no figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnkp.i18n import dates, numbers
from vnkp.i18n.labels import SIDES, TERMS, label
from vnkp.i18n.messages import capital, say
from vnkp.model.enums import ExclusionReason, Terms
from vnkp.model.facts import Book, Fact
from vnkp.model.fields import Lang

if TYPE_CHECKING:  # a list of facts need not load how totals are made
    from vnkp.query.totals import Total

Direction = tuple[str | None, str | None]


def told_facts(book: Book, total: Total) -> list[Fact]:
    """The facts that *total* tells: counted, promised beside it, or undivided."""
    beside = {ExclusionReason.PLEDGED, *([ExclusionReason.MIXED_TERMS] if total.undivided else [])}
    ids = [counted.id for counted in total.counted]
    ids += [left_out.id for left_out in total.left_out if left_out.why in beside]
    return [book.facts_by_id[id_] for id_ in ids]


def direction_label(direction: Direction, lang: Lang) -> str:
    """From whom to whom, "Vietnam → the DPRK", or both ways."""
    names = [label(SIDES[side], lang) if side in SIDES else side for side in direction if side]
    if len(names) == 2:
        return capital(" → ".join(names))
    return f"{label(SIDES['VN'], lang)} ↔ {label(SIDES['KP'], lang)}"


def sides_of(total: Total) -> str:
    """``VN → KP``, or both ways."""
    return f"{total.key.from_} → {total.key.to}" if total.key.from_ else "VN ↔ KP"


def item_of(book: Book, total: Total, lang: Lang) -> str:
    """What was given and, of what was no gift, on which terms: "rice, on credit"."""
    name = label(book.items[total.key.of], lang)
    terms = total.key.terms
    return name if terms is Terms.GIFT else f"{name}, {label(TERMS[terms], lang)}"


def period_of(total: Total, lang: Lang) -> str:
    """The year or decade that *total* is grouped by; nothing if it is grouped otherwise."""
    group = total.group or ""
    return dates.period(group, lang) if group[:1].isdigit() else ""


def amount_of(total: Total, lang: Lang) -> str:
    """What a total comes to or, where nothing is known to have come, what was promised."""
    if not total.high and (beside := total.pledged or total.undivided):
        return numbers.number(beside, lang)
    return numbers.qualified(total.low, total.high, total.qualifier, lang)


def pledge_note(book: Book, total: Total, lang: Lang) -> str:
    """What was given beyond a promise, and what was only promised."""
    notes = []
    if total.above_pledges:
        unit = numbers.unit(total.key.unit, total.above_pledges, book, lang)
        amount = numbers.number(total.above_pledges, lang)
        notes.append(say("above_pledge", lang, amount=amount, unit=unit))
    if total.pledged:
        notes.append(_promised(book, total, lang))
    return "; ".join(notes)


def _promised(book: Book, total: Total, lang: Lang) -> str:
    """What was only promised, and when; and whether the rest of a total may hold it.

    "2,000 tonnes more only promised (2005), perhaps within the 500 tonnes of 2000–2010 whose
    deliveries are not known".
    """
    facts = book.facts_by_id
    pledges = [facts[out.id] for out in total.left_out if out.why is ExclusionReason.PLEDGED]
    when = ", ".join(dict.fromkeys(str(fact.date.earliest.year) for fact in pledges))
    amount = numbers.number(total.pledged, lang)
    unit = numbers.unit(total.key.unit, 2, book, lang)
    note = say("only_promised" if total.high else "all_promised", lang, amount=amount, unit=unit)
    note += f" ({when})" if when and total.group != when else ""
    for counted in total.counted:
        whole = facts[counted.id]
        first, last = whole.date.earliest, whole.date.last_day
        is_rest = whole.figure is not None and 0 < counted.high < whole.figure.bounds[1]
        if is_rest and any(first <= pledge.date.earliest <= last for pledge in pledges):
            rest, time = numbers.number(counted.high, lang), dates.date(whole.date, lang)
            note += say("rest_may_hold", lang, amount=rest, unit=unit, when=time)
    return note


def dated_title(fact: Fact, lang: Lang) -> str:
    """The date and the title of *fact*."""
    return f"{dates.date(fact.date, lang)} {label(fact, lang)}"
