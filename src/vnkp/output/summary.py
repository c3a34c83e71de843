"""What stands beside an answer: its title, its count, and the notes that go to standard error."""

from __future__ import annotations

import datetime as dt
from functools import singledispatch

from vnkp.answers import (
    AidTotals,
    Anniversaries,
    Answer,
    CheckReport,
    Citations,
    FactCards,
    FactList,
    People,
    Sources,
)
from vnkp.answers.brief import Brief
from vnkp.answers.counts import Counts
from vnkp.i18n import dates
from vnkp.i18n.labels import label
from vnkp.i18n.messages import capital, say
from vnkp.model.enums import Rank
from vnkp.model.facts import Lang
from vnkp.output import brief_rows
from vnkp.output.grouping import count_notes
from vnkp.query.filters import RANKS, Query

_COUNTS = {"visits": "counted_visits", "disputes": "counted_disputes"}


@singledispatch
def title(answer: Answer, lang: Lang) -> str:
    """What *answer* is about."""
    raise TypeError(f"{type(answer).__name__} has no title")


@title.register
def _(answer: FactList, lang: Lang) -> str:
    window = window_label(answer.query)
    match answer.view:
        case "list":
            return capital(window) or say("facts", lang)
        case "search":
            return f"{say('search', lang)}: {answer.words}"
        case "today":
            return f"{say('today', lang)}, {dates.day_of_year(*answer.day, lang)}"
        case "timeline":
            return " · ".join(part for part in (say("timeline", lang), window) if part)
        case _:
            return say(answer.view, lang)


@title.register
def _(answer: Counts, lang: Lang) -> str:
    names = [say(f"group_{group.value}", lang) for group in answer.groups]
    by = names[0] if len(names) == 1 else say("by_two", lang, first=names[0], second=names[1])
    return f"{title(answer.listing, lang)} · {say('by', lang, groups=by)}"


@title.register
def _(answer: Brief, lang: Lang) -> str:
    return brief_rows.title(answer, lang)


@title.register
def _(answer: FactCards, lang: Lang) -> str:
    return label(answer.facts[0], lang)


@title.register
def _(answer: AidTotals, lang: Lang) -> str:
    return " · ".join(part for part in (say("aid", lang), window_label(answer.query)) if part)


@title.register
def _(answer: Anniversaries, lang: Lang) -> str:
    return f"{say('anniversaries', lang)} {answer.year}"


@title.register
def _(answer: People, lang: Lang) -> str:
    return say("people", lang)


@title.register
def _(answer: Sources | Citations, lang: Lang) -> str:
    return say("sources", lang)


@title.register
def _(answer: CheckReport, lang: Lang) -> str:
    return answer.file


@singledispatch
def count(answer: Answer, lang: Lang) -> str:
    """How much *answer* has; nothing where there is nothing to count."""
    return ""


@count.register
def _(answer: FactList, lang: Lang) -> str:
    phrase = _COUNTS.get(answer.view, "counted_facts")
    return count_label(phrase, len(answer.matches), answer.total, lang)


@count.register
def _(answer: Counts, lang: Lang) -> str:
    return say(_COUNTS.get(answer.listing.view, "counted_facts"), lang, n=answer.facts)


@count.register
def _(answer: AidTotals, lang: Lang) -> str:
    return count_label("counted_totals", len(answer.totals), answer.total, lang)


@count.register
def _(answer: Anniversaries, lang: Lang) -> str:
    return count_label("counted_anniversaries", len(answer.anniversaries), answer.total, lang)


@count.register
def _(answer: People, lang: Lang) -> str:
    return say("counted_people", lang, n=len(answer.people))


@count.register
def _(answer: Sources, lang: Lang) -> str:
    return say("counted_sources", lang, n=len(answer.counts))


@count.register
def _(answer: Citations, lang: Lang) -> str:
    return say("counted_sources", lang, n=len(answer.keys))


def picture_title(answer: Answer, lang: Lang) -> str:
    """The title of *answer* as a picture: with its count where it is a list of facts."""
    if isinstance(answer, FactList) and answer.view not in ("trade", "today"):
        return f"{title(answer, lang)} · {count(answer, lang)}"
    return title(answer, lang)


def notes(answer: Answer, lang: Lang) -> list[str]:
    """The lines for standard error: the count or, where nothing was found, what to try."""
    if isinstance(answer, FactList) and answer.next_day:
        return [next_day_note(answer, lang)]
    if answer.is_empty:
        return ["; ".join(_nothing(answer, lang))]
    counted = count(answer, lang)
    notes = count_notes(answer, lang) if isinstance(answer, Counts) else []
    return [*([counted] if counted else []), *notes]


def next_day_note(answer: FactList, lang: Lang) -> str:
    """That nothing happened on the day asked for, and when the next thing did."""
    assert answer.next_day  # only then is there a note
    following = dates.day_of_year(*answer.next_day, lang)
    return say("next_day", lang, date=dates.day_of_year(*answer.day, lang), next=following)


@singledispatch
def _nothing(answer: Answer, lang: Lang) -> list[str]:
    """That nothing was found, and what to try."""
    return [say("nothing", lang)]


@_nothing.register
def _(answer: FactList, lang: Lang) -> list[str]:
    window = window_label(answer.query)
    nothing = say("nothing_in", lang, when=window) if window else say("nothing", lang)
    years = ", ".join(str(year) for year in answer.nearest_years)
    phrases = [nothing, say("nearest", lang, years=years) if years else ""]
    if answer.view == "search":
        several = len(answer.words.split()) > 1
        phrases.append(say("fewer_words" if several else "other_words", lang))
    return [phrase for phrase in phrases if phrase]


@_nothing.register
def _(answer: Counts, lang: Lang) -> list[str]:
    return _nothing(answer.listing, lang)


@_nothing.register
def _(answer: Anniversaries, lang: Lang) -> list[str]:
    asked = answer.asked_in
    if asked and asked.isdecimal() and int(asked) >= dt.date.today().year:
        hint = say("due_hint", lang, year=asked)  # there are no facts yet in a year to come
    elif answer.first_year >= answer.year:
        hint = say("too_early", lang, year=answer.first_year)
    else:
        hint = say("round_hint", lang)
    return [f"{title(answer, lang)}: {say('nothing', lang)}", hint]


def window_label(query: Query) -> str:
    """The time that *query* asks for, as people write it; nothing for all time."""
    return dates.times(query.windows, query.lang) if query.windows else ""


def count_label(phrase: str, length: int, total: int, lang: Lang) -> str:
    """How many there are; where a limit left some out, "3 of 12 facts"."""
    if length == total:
        return say(phrase, lang, n=length)
    return say("some_of", lang, n=length, counted=say(phrase, lang, n=total))


def wider_ranks(rank: Rank | str) -> str:
    """The options that show more visits than those of *rank* and above."""
    if RANKS[rank] >= RANKS[Rank.MINISTER]:
        return "--rank all"
    return "--rank minister, --rank all"
