"""What stands beside an answer: its count, what was left out, and notes for standard error."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import singledispatch

import msgspec

from vnkp.answers import (
    AidTotals,
    Anniversaries,
    Answer,
    Citations,
    FactList,
    People,
    Sources,
)
from vnkp.answers.counts import Counts
from vnkp.i18n import dates, numbers
from vnkp.i18n.messages import say
from vnkp.model.enums import Rank
from vnkp.model.facts import Book, Fact, Lang
from vnkp.output.grouping import count_notes
from vnkp.output.titles import title as title
from vnkp.output.titles import window_label
from vnkp.query import names
from vnkp.query.filters import RANKS, match_facts, visitor_rank

_COUNTS = {"visits": "counted_visits", "disputes": "counted_disputes"}


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


def short_count(answer: Answer, lang: Lang) -> str:
    """The count for a title, without a word that the title has: "15", "43 facts", "5 of 15"."""
    if isinstance(answer, FactList):
        if answer.view == "trade":
            rows = [match.fact for match in answer.matches if match.fact.figure]
            return say("counted_figures", lang, n=len(rows))
        made = made_by(answer) if answer.view == "visits" else None
        if made is not None:
            return made_and_received(len(made), len(answer.matches) - len(made), lang)
        if answer.view == "timeline" or (answer.view == "list" and not answer.query.kinds):
            return count(answer, lang)
        return _number(len(answer.matches), answer.total, lang)
    if isinstance(answer, Counts):
        return short_count(answer.listing, lang)
    if isinstance(answer, Anniversaries):
        return _number(len(answer.anniversaries), answer.total, lang)
    if isinstance(answer, People | Sources):
        size = len(answer.people if isinstance(answer, People) else answer.counts)
        return numbers.number(size, lang)
    return ""


def _number(length: int, total: int, lang: Lang) -> str:
    """ "15", or "5 of 15" with a limit."""
    shown = numbers.number(total, lang)
    return shown if length == total else say("some_of", lang, n=length, counted=shown)


def made_by(answer: FactList) -> set[str] | None:
    """The ids of the visits made by the person asked for; None if it is not one alone."""
    asked = answer.query.person
    wanted = (asked,) if isinstance(asked, str) else tuple(asked or ())
    if len(wanted) != 1:
        return None
    person = names.find_person(wanted[0], answer.book.people)
    side = answer.book.people[person].side
    return {fact.id for fact in answer.facts if fact.between or fact.from_ == side}


def made_and_received(made: int, received: int, lang: Lang) -> str:
    """ "2 made, 1 received"; what is none is left out."""
    told = [(made, "made_count"), (received, "received_count")]
    return ", ".join(say(key, lang, n=number) for number, key in told if number)


def picture_title(answer: Answer, lang: Lang) -> str:
    """The title of *answer* as a picture, with its count."""
    counted = short_count(answer, lang)
    return title(answer, lang) + (f" · {counted}" if counted else "")


def caption(book: Book, facts: Sequence[Fact], lang: Lang) -> str:
    """The line under a picture: on how many sources it rests, and whose record it is."""
    sources = {cite.source for fact in facts for cite in fact.all_cites}
    counted = say("counted_facts", lang, n=len(facts)) if len(facts) != 1 else ""
    rests = say("counted_sources", lang, n=len(sources))
    marks = [say("differ", lang)] if any(fact.disputed for fact in facts) else []
    return " · ".join(part for part in (*marks, counted, rests, say("record", lang)) if part)


def left_out(answer: FactList, lang: Lang) -> str:
    """What a default left out of a list, and the options that show it."""
    if not answer.hidden:
        return ""
    if answer.view != "visits":
        return say("more_steps", lang, n=answer.hidden)
    every = match_facts(answer.book, msgspec.structs.replace(answer.query, rank=None))
    ministers = sum(
        visitor_rank(answer.book, match.fact) <= RANKS[Rank.MINISTER] for match in every
    )
    more = ministers - answer.total
    told = [say("more_ministers", lang, n=more)] if more > 0 else []
    return " · ".join([*told, say("more_in_all", lang, n=len(every) - answer.total)])


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


def count_label(phrase: str, length: int, total: int, lang: Lang) -> str:
    """How many there are; where a limit left some out, "3 of 12 facts"."""
    if length == total:
        return say(phrase, lang, n=length)
    return say("some_of", lang, n=length, counted=say(phrase, lang, n=total))
