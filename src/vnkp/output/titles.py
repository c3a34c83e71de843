"""Titles of answers: the subject, the filters, each told once."""

from __future__ import annotations

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
from vnkp.i18n.labels import KIND_TITLES, SIDES, label
from vnkp.i18n.messages import capital, say
from vnkp.model import edtf
from vnkp.model.enums import Rank
from vnkp.model.facts import Book
from vnkp.model.fields import Lang
from vnkp.query import names
from vnkp.query.filters import Query

_VISITS = {
    Rank.LEADER.value: "visits_leader",
    Rank.DEPUTY.value: "visits_deputy",
    Rank.MINISTER.value: "visits_minister",
    Rank.VICE_MINISTER.value: "visits_vice_minister",
    Rank.AMBASSADOR.value: "visits_ambassador",
}


@singledispatch
def title(answer: Answer, lang: Lang) -> str:
    """What *answer* is about: "Agreements · since 2000"."""
    raise TypeError(f"{type(answer).__name__} has no title")


@title.register(FactList)
def _(answer: FactList, lang: Lang) -> str:
    match answer.view:
        case "today":
            return f"{say('today', lang)}, {dates.day_of_year(*answer.day, lang)}"
        case "search":
            subject = f"{say('search', lang)}: {answer.query.words}"
        case "visits":
            subject = visits_title(answer.query, lang)
        case "list":
            subject = _kinds_title(answer.query, lang)
        case _:
            subject = say(answer.view, lang)
    has_kinds = answer.view in ("timeline", "disputes", "search")
    return _filtered(subject, answer.book, answer.query, with_kinds=has_kinds)


@title.register(Counts)
def _(answer: Counts, lang: Lang) -> str:
    names = [say(f"group_{group.value}", lang) for group in answer.groups]
    by = names[0] if len(names) == 1 else say("by_two", lang, first=names[0], second=names[1])
    return f"{title(answer.listing, lang)} · {say('by', lang, groups=by)}"


@title.register(Brief)
def _(answer: Brief, lang: Lang) -> str:
    day = dates.date(edtf.parse(answer.day.isoformat()), lang)
    return f"{_filtered(say('brief', lang), answer.book, answer.query)} · {day}"


@title.register(FactCards)
def _(answer: FactCards, lang: Lang) -> str:
    return " · ".join(label(fact, lang) for fact in answer.facts)


@title.register(AidTotals)
def _(answer: AidTotals, lang: Lang) -> str:
    return _filtered(say("aid", lang), answer.book, answer.query)


@title.register(Anniversaries)
def _(answer: Anniversaries, lang: Lang) -> str:
    time = dates.times([answer.time], lang) if answer.time else str(answer.year)
    return f"{say('anniversaries', lang)} {time}"


@title.register(People)
@title.register(Sources)
def _(answer: People | Sources, lang: Lang) -> str:
    subject = "people" if isinstance(answer, People) else "sources"
    return _filtered(say(subject, lang), answer.book, answer.query, with_kinds=True)


@title.register(Citations)
def _(answer: Citations, lang: Lang) -> str:
    return say("sources", lang)


@title.register(CheckReport)
def _(answer: CheckReport, lang: Lang) -> str:
    return answer.file


def visits_title(query: Query, lang: Lang) -> str:
    """ "Visits of leaders", "Visits of ministers and above", "Visits"."""
    visits = say(_VISITS.get(rank_name(query.rank), "visits"), lang)
    return say("and_above", lang, visits=visits) if str(query.rank).endswith("+") else visits


def rank_name(rank: Rank | str | None) -> str:
    """The name of *rank*, which may be that rank "and above" (with a plus)."""
    return (rank.value if isinstance(rank, Rank) else str(rank or "")).rstrip("+")


def _kinds_title(query: Query, lang: Lang) -> str:
    """The kinds asked for, in the plural; nothing where a time says enough."""
    kinds = sorted(query.kinds, key=list(KIND_TITLES).index)  # type: ignore[arg-type]
    names = ", ".join(label(KIND_TITLES[kind], lang) for kind in kinds)  # type: ignore[index]
    return capital(names) if names else "" if query.windows else say("facts", lang)


def _filtered(subject: str, book: Book, query: Query, *, with_kinds: bool = False) -> str:
    """*subject* and the filters of *query*, as a reader would name them."""
    lang = query.lang
    kinds = _kinds_title(query, lang) if with_kinds and query.kinds else ""
    places = [names.find_places(name, book.places)[0] for name in query.values("place")]
    parts = [
        subject,
        kinds,
        *(_person(book, name, lang) for name in query.values("person")),
        *(label(book.places[key], lang) for key in places),
        *(name for field in ("office", "item") for name in query.values(field)),
        *(say("from_side", lang, side=_side(side, lang)) for side in query.values("from_")),
        *(say("to_side", lang, side=_side(side, lang)) for side in query.values("to")),
        *query.values("source"),
        "" if subject.endswith(query.words) else query.words,
        say("disputed", lang) if query.disputed and subject != say("disputes", lang) else "",
        window_label(query),
    ]
    shown = [part for part in parts if part]
    return capital(" · ".join(shown))


def _person(book: Book, name: str, lang: Lang) -> str:
    """The person called *name*; the name itself where several are called so."""
    keys = names.find_people(name, book.people)
    return label(book.people[keys[0]], lang) if len(keys) == 1 else name


def _side(side: str, lang: Lang) -> str:
    return label(SIDES[side], lang)


def window_label(query: Query) -> str:
    """The time that *query* asks for, as people write it; nothing for all time."""
    return dates.times(query.windows, query.lang) if query.windows else ""
