"""What stands beside an answer: its count, what was left out, and notes for standard error."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch

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
from vnkp.i18n import numbers
from vnkp.i18n.messages import say
from vnkp.model.facts import Fact
from vnkp.model.fields import Lang
from vnkp.output.titles import title as title
from vnkp.query import names
from vnkp.query.people import PersonSummary

_COUNTS = {"visits": "counted_visits", "disputes": "counted_disputes"}


@singledispatch
def count(answer: Answer, lang: Lang) -> str:
    """How much *answer* has; nothing where there is nothing to count."""
    return ""


@count.register(FactList)
def _(answer: FactList, lang: Lang) -> str:
    phrase = _COUNTS.get(answer.view, "counted_facts")
    counted = count_label(phrase, len(answer.matches), answer.total, lang)
    made = made_by(answer)
    if made is None:
        return counted
    return f"{counted}: {made_and_received(len(made), len(answer.facts) - len(made), lang)}"


@count.register(Counts)
def _(answer: Counts, lang: Lang) -> str:
    return say(_COUNTS.get(answer.listing.view, "counted_facts"), lang, n=answer.facts)


@count.register(AidTotals)
def _(answer: AidTotals, lang: Lang) -> str:
    return count_label("counted_totals", len(answer.totals), answer.total, lang)


@count.register(Anniversaries)
def _(answer: Anniversaries, lang: Lang) -> str:
    return count_label("counted_anniversaries", len(answer.anniversaries), answer.total, lang)


@count.register(People)
def _(answer: People, lang: Lang) -> str:
    return say("counted_people", lang, n=len(answer.people))


@count.register(Sources)
def _(answer: Sources, lang: Lang) -> str:
    return say("counted_sources", lang, n=len(answer.counts))


@count.register(Citations)
def _(answer: Citations, lang: Lang) -> str:
    return say("counted_sources", lang, n=len(answer.keys))


def short_count(answer: Answer, lang: Lang) -> str:
    """The count for a title, without a word that the title has: "15", "43 facts", "5 of 15"."""
    if isinstance(answer, FactList):
        if answer.view == "trade":
            rows = [match.fact for match in answer.matches if match.fact.figure]
            return say("counted_figures", lang, n=len(rows))
        made = made_by(answer)
        if made is not None:
            return made_and_received(len(made), len(answer.matches) - len(made), lang)
        has_no_word = answer.view == "list" and not answer.query.kinds and answer.query.windows
        if answer.view == "timeline" or has_no_word:
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
    """Of visits the ids of those made by the person asked for; None if it is not one alone."""
    named = answer.query.values("person")
    if answer.view != "visits" or len(named) != 1:
        return None
    person = names.find_person(named[0], answer.book.people)
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


def caption(facts: Sequence[Fact], lang: Lang, *, legend: bool = True) -> str:
    """The line under a picture: on how many sources it rests, and whose record it is.

    *legend* tells what ≠ means, where one of *facts* has it.
    """
    sources = {cite.source for fact in facts for cite in fact.all_cites}
    counted = say("counted_facts", lang, n=len(facts)) if len(facts) != 1 else ""
    rests = say("counted_sources", lang, n=len(sources))
    marks = [say("differ", lang)] if legend and any(fact.disputed for fact in facts) else []
    return " · ".join(part for part in (*marks, counted, rests, "vnkp") if part)


def left_out(answer: FactList, lang: Lang) -> str:
    """What a default left out of a list, and the options that show it."""
    phrases = [_wider_phrase(option, number, lang) for option, number in answer.wider]
    return " · ".join(phrases)


def _wider_phrase(option: str, number: int, lang: Lang) -> str:
    code = {"--rank minister+": "more_ministers", "--rank all": "more_in_all"}
    if option in code:
        return say(code[option], lang, n=number)
    return say("without_strict" if option == "--strict" else "more_steps", lang, n=number)


def count_label(phrase: str, length: int, total: int, lang: Lang) -> str:
    """How many there are; where a limit left some out, "3 of 12 facts"."""
    if length == total:
        return say(phrase, lang, n=length)
    return say("some_of", lang, n=length, counted=say(phrase, lang, n=total))


def years_seen(person: PersonSummary) -> str:
    """The years from the first to the last fact of *person*."""
    first, last = ((date or "").strip("[")[:4] for date in (person.first, person.last))
    return first if first == last else f"{first}–{last}"
