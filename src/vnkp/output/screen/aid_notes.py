"""What stands under totals of aid: years that are only possible, and figures of other kinds."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from rich.text import Text

from vnkp.answers import AidTotals
from vnkp.i18n import dates
from vnkp.i18n.labels import label
from vnkp.i18n.messages import say
from vnkp.model.enums import Kind
from vnkp.model.fields import Lang
from vnkp.output.aid_wording import Direction
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.query.selection import select_any_time
from vnkp.query.totals import Total

_SEVERAL = 3


def possible_years(answer: AidTotals, totals: Sequence[Total], lang: Lang) -> Text:
    """What was left out of a table by year: "rice 2000–2012"."""
    facts = answer.book.facts_by_id
    told = {
        f"{label(answer.book.items[total.key.of], lang)} {dates.date(facts[one.id].date, lang)}": 0
        for total in totals
        for one in total.counted
    }
    return theme.dim(say("left_out_years", lang, when=", ".join(told)) if told else "")


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
