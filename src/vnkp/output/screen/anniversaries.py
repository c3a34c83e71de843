"""Anniversaries as a table, or as a list where that would not fit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from vnkp.i18n import dates
from vnkp.i18n.messages import say
from vnkp.model import edtf
from vnkp.model.facts import Lang
from vnkp.output.screen import theme
from vnkp.output.screen.layout import entries, joined
from vnkp.output.screen.listing import Item, Listing, item
from vnkp.query.anniversaries import Anniversary


def when(one: Anniversary, lang: Lang) -> str:
    """The day of an anniversary, or the month or year in which it falls."""
    return dates.date(edtf.parse(one.date), lang)


def anniversary_list(
    found: Sequence[Anniversary], today: dt.date, lang: Lang, width: int
) -> RenderableType:
    """A table of anniversaries; for this year it tells past from coming."""
    if width < theme.NARROW:
        return entries(_entry(one, today, lang) for one in found)
    heads = item(say("years", lang), say("date", lang), "", "", main=say("what", lang))
    return Listing(heads, [_item(one, today, lang) for one in found], counts=1)


def _item(one: Anniversary, today: dt.date, lang: Lang) -> Item:
    state = Text(_state(one, today, lang), theme.DIM)
    before = [Text(f"{one.years}", theme.BOLD), Text(when(one, lang)), state, theme.signs(one.fact)]
    return Item(
        before,
        theme.title(one.fact, lang),
        [],
        [],
        [_happened(one, lang), theme.whole(one.fact.id)],
    )


def _entry(one: Anniversary, today: dt.date, lang: Lang) -> list[Text]:
    years = Text(say("years_of", lang, n=one.years), theme.BOLD)
    state = Text(_state(one, today, lang), theme.DIM)
    title = joined([theme.title(one.fact, lang), theme.disputed(one.fact)], " ")
    return [
        joined([years, Text(when(one, lang)), state]),
        title,
        _happened(one, lang),
        theme.whole(one.fact.id),
    ]


def _happened(one: Anniversary, lang: Lang) -> Text:
    return theme.dim(f"{say('happened', lang)}: {dates.date(one.fact.date, lang)}")


def _state(one: Anniversary, today: dt.date, lang: Lang) -> str:
    if one.year != today.year:
        return ""
    past = one.past(today)
    if past is None:
        return say("due_today" if one.day else "due_now", lang)
    return say("past" if past else "coming", lang)
