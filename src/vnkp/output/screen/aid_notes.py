"""Words about totals of aid: whose, when, what was only promised, what is told without a figure."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from rich.text import Text

from vnkp.answers import AidTotals
from vnkp.i18n import dates, numbers
from vnkp.i18n.labels import SIDES, label
from vnkp.i18n.messages import capital, say
from vnkp.model import edtf
from vnkp.model.enums import ExclusionReason, Kind
from vnkp.model.facts import Fact
from vnkp.model.fields import Lang
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.query.selection import select_any_time
from vnkp.query.totals import Total

_SEVERAL = 3
Direction = tuple[str | None, str | None]


def direction_label(direction: Direction, lang: Lang) -> str:
    """ "Vietnam → the DPRK", or both ways."""
    names = [label(SIDES[side], lang) if side in SIDES else side for side in direction if side]
    if len(names) == 2:
        return capital(" → ".join(names))
    return f"{label(SIDES['VN'], lang)} ↔ {label(SIDES['KP'], lang)}"


def period_of(total: Total, lang: Lang) -> str:
    """The year or decade that *total* is grouped by."""
    group = total.group or ""
    if not group[:1].isdigit():
        return ""
    return dates.date(edtf.parse(f"{group[:3]}X" if group.endswith("s") else group), lang)


def note_of(answer: AidTotals, total: Total) -> str:
    """What was given beyond a promise, and what was only promised."""
    lang, unit = answer.query.lang, total.key.unit
    name = numbers.unit(unit, total.above_pledges, answer.book, lang)
    amount = numbers.number(total.above_pledges, lang)
    above = say("above_pledge", lang, amount=amount, unit=name) if total.above_pledges else ""
    return "; ".join(note for note in (above, _promised(answer, total)) if note)


def _promised(answer: AidTotals, total: Total) -> str:
    """What was only promised, and when; and whether the rest of a total may hold it."""
    if not total.pledged:
        return ""
    lang, facts = answer.query.lang, answer.book.facts_by_id
    pledges = [facts[out.id] for out in total.left_out if out.why is ExclusionReason.PLEDGED]
    when = ", ".join(dict.fromkeys(str(fact.date.earliest.year) for fact in pledges))
    amount = numbers.number(total.pledged, lang)
    unit = numbers.unit(total.key.unit, 2, answer.book, lang)
    note = say("only_promised" if total.high else "all_promised", lang, amount=amount, unit=unit)
    note += f" ({when})" if when and total.group != when else ""
    for counted in total.counted:
        whole = facts[counted.id]
        own = whole.figure
        is_rest = own is not None and 0 < counted.high < own.bounds[1]
        if is_rest and any(_within(pledge, whole) for pledge in pledges):
            rest, time = numbers.number(counted.high, lang), dates.date(whole.date, lang)
            note += say("rest_may_hold", lang, amount=rest, unit=unit, when=time)
    return note


def _within(part: Fact, whole: Fact) -> bool:
    latest = whole.date.latest
    return whole.date.earliest <= part.date.earliest and (
        latest is None or part.date.earliest <= latest
    )


def possible_years(answer: AidTotals, totals: Sequence[Total], lang: Lang) -> Text:
    """What was left out of a table by year: "rice 2000–2012"."""
    facts = answer.book.facts_by_id
    told = {
        f"{label(answer.book.items[total.key.of], lang)} {dates.date(facts[one.id].date, lang)}": 0
        for total in totals
        for one in total.counted
    }
    return theme.dim(say("left_out_years", lang, when=", ".join(told)) if told else "")


def without_figure(facts: Sequence[Fact], lang: Lang) -> str:
    """The facts without a figure, by year and title."""
    told = [f"{dates.date(fact.date, lang)} {label(fact, lang)}" for fact in facts]
    return f"{say('without_figure', lang)}: {' · '.join(told)}"


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
