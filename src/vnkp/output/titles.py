"""An answer in short: its title with the filters, its count, and the caption of its picture."""

from __future__ import annotations

from collections.abc import Sequence

from vnkp.answers import (
    AidTotals,
    Anniversaries,
    Answer,
    BookAnswer,
    Citations,
    FactCards,
    FactList,
    People,
    Sources,
)
from vnkp.answers.store import CheckReport
from vnkp.answers.summaries import Brief, Counts
from vnkp.i18n import dates, numbers
from vnkp.i18n.labels import KIND_TITLES, SIDES, SOURCE_KINDS, label, language
from vnkp.i18n.messages import capital, say
from vnkp.model import edtf
from vnkp.model.enums import Kind, Rank, SourceKind
from vnkp.model.facts import Fact
from vnkp.model.fields import Lang
from vnkp.query import names
from vnkp.query.filters import Query
from vnkp.query.people import PersonSummary, is_visit_of

# How a list of facts is counted, by its view; and other answers.
_COUNTED_VIEWS = {"visits": "counted_visits", "disputes": "counted_disputes"}
_COUNTED_ANSWERS: dict[type[Answer], str] = {
    AidTotals: "counted_totals",
    Anniversaries: "counted_anniversaries",
    People: "counted_people",
    Sources: "counted_sources",
    Citations: "counted_sources",
}
_VISITS_BY_RANK = {
    rank.value: f"visits_{rank.name.lower()}" for rank in Rank if rank is not Rank.OTHER
}
_WIDER_PHRASES = {
    "--rank minister+": "more_ministers",
    "--rank all": "more_in_all",
    "--strict": "without_strict",
}


def title(answer: Answer, lang: Lang) -> str:
    """What *answer* is about: "Agreements · since 2000"."""
    match answer:
        case FactList(view="today"):
            return f"{say('today', lang)}, {dates.day_of_year(*answer.day, lang)}"
        case FactList():
            return _list_title(answer, lang)
        case FactCards():
            return " · ".join(label(fact, lang) for fact in answer.facts)
        case Counts():
            groups = [say(f"group_{group.value}", lang) for group in answer.groups]
            by = groups[0]
            if len(groups) > 1:
                by = say("by_two", lang, first=groups[0], second=groups[1])
            return f"{title(answer.listing, lang)} · {say('by', lang, groups=by)}"
        case Brief():
            day = dates.date(edtf.parse(answer.day.isoformat()), lang)
            return f"{_with_filters(say('brief', lang), answer, lang)} · {day}"
        case AidTotals():
            return _with_filters(say("aid", lang), answer, lang)
        case Anniversaries():
            time = dates.times([answer.time], lang) if answer.time else str(answer.year)
            return f"{say('anniversaries', lang)} {time}"
        case People():
            return _with_filters(say("people", lang), answer, lang, with_kinds=True)
        case Sources() | Citations():
            return _with_filters(say("sources", lang), answer, lang, with_kinds=True)
        case CheckReport():
            return answer.files
    raise TypeError(f"{type(answer).__name__} has no title")


def _list_title(answer: FactList, lang: Lang) -> str:
    """What a list is about, by its view, and its filters."""
    query, view = answer.query, answer.view
    if view == "search":
        subject = f"{say('search', lang)}: {_words_searched(answer)}"
    elif view == "visits":
        subject = say(_VISITS_BY_RANK.get(rank_name(query.rank), "visits"), lang)
        if str(query.rank).endswith("+"):
            subject = say("and_above", lang, visits=subject)
    else:
        subject = _kinds_title(query, lang) if view == "list" else say(view, lang)
    return _with_filters(
        subject, answer, lang, with_kinds=view in ("timeline", "disputes", "search")
    )


def _words_searched(answer: FactList) -> str:
    """The words of a search, without those that were left out, which a line above has told."""
    search, words = answer.search, answer.query.words
    if search is None or not answer.matches or not search.in_none:
        return words
    return " ".join(term.text for term in search.terms if term.text not in search.in_none)


def rank_name(rank: Rank | str | None) -> str:
    """The name of *rank*, which may be that rank "and above" (with a plus)."""
    return (rank.value if isinstance(rank, Rank) else str(rank or "")).rstrip("+")


def _kinds_title(query: Query, lang: Lang) -> str:
    """The kinds asked for, in the plural; nothing where a time says enough."""
    kinds = [label(KIND_TITLES[kind], lang) for kind in Kind if kind in query.kinds]
    return capital(", ".join(kinds)) if kinds else "" if query.windows else say("facts", lang)


def _with_filters(subject: str, answer: BookAnswer, lang: Lang, *, with_kinds: bool = False) -> str:
    """*subject* and the filters of *answer*: "Visits of leaders · Kim Il Sung · 1958"."""
    book, query = answer.book, answer.query
    is_search = isinstance(answer, FactList) and answer.view == "search"
    places = [names.find_places(name, book.places)[0] for name in query.values("place")]
    sides = {"from_side": query.values("from_"), "to_side": query.values("to")}
    parts = [
        subject,
        _kinds_title(query, lang) if with_kinds and query.kinds else "",
        *(_person(answer, name, lang) for name in query.values("person")),
        *(label(book.places[key], lang) for key in places),
        *query.values("office"),
        *query.values("item"),
        *(
            say(phrase, lang, side=label(SIDES[side], lang))
            for phrase, values in sides.items()
            for side in values
        ),
        *query.values("source"),
        *(label(SOURCE_KINDS[SourceKind(kind)], lang) for kind in query.values("source_kinds")),
        *(language(code, lang) for code in query.values("source_langs")),
        "" if is_search else query.words,
        *(say("without", lang, words=words) for words in query.values("without")),
        say("disputed", lang) if query.disputed and subject != say("disputes", lang) else "",
        dates.times(query.windows, lang),
    ]
    return capital(" · ".join(part for part in parts if part))


def _person(answer: BookAnswer, name: str, lang: Lang) -> str:
    """The person called *name*; the name itself where several are called so."""
    people = answer.book.people
    keys = names.find_people(name, people)
    return label(people[keys[0]], lang) if len(keys) == 1 else name


def count(answer: Answer, lang: Lang) -> str:
    """How much *answer* has; nothing where there is nothing to count."""
    match answer:
        case FactList():
            counted = _count_label(_COUNTED_VIEWS.get(answer.view, "counted_facts"), answer, lang)
            directions = _directions(answer, lang)
            return counted if directions is None else f"{counted}: {directions}"
        case Counts(listing=listing):
            return _count_label(_COUNTED_VIEWS.get(listing.view, "counted_facts"), listing, lang)
    phrase = _COUNTED_ANSWERS.get(type(answer))
    return _count_label(phrase, answer, lang) if phrase else ""


def short_count(answer: Answer, lang: Lang) -> str:
    """The count for a title, without a word that the title has: "15", "43 facts", "5 of 15"."""
    match answer:
        case FactList(view="trade"):
            return say("counted_figures", lang, n=sum(bool(fact.figure) for fact in answer.facts))
        case FactList():
            directions = _directions(answer, lang)
            if directions is not None:
                return directions
            has_no_word = answer.view == "list" and not answer.query.kinds and answer.query.windows
            if answer.view == "timeline" or has_no_word:
                return count(answer, lang)
            if answer.search and answer.size == answer.total:  # weak ones have their own heading
                return numbers.number(len(answer.closer) + len(answer.close), lang)
            return _count_label("", answer, lang)
        case Counts(listing=FactList(view="trade")):
            return count(answer, lang)
        case Counts():
            return short_count(answer.listing, lang)
        case Anniversaries() | People() | Sources() | Citations():
            return _count_label("", answer, lang)
    return ""


def _count_label(phrase: str, answer: Answer, lang: Lang) -> str:
    """How many there are, "12 facts", or "12" without a *phrase*; with a limit "3 of 12 facts"."""
    total = getattr(answer, "total", answer.size)
    counted = say(phrase, lang, n=total) if phrase else numbers.number(total, lang)
    return counted if answer.size == total else say("some_of", lang, n=answer.size, counted=counted)


def visitor_side(answer: FactList) -> str | None:
    """Of a list of visits the side of the person asked for; None if it is not one alone."""
    named = answer.query.values("person")
    if answer.view != "visits" or len(named) != 1:
        return None
    people = answer.book.people
    return people[names.find_person(named[0], people)].side


def _directions(answer: FactList, lang: Lang) -> str | None:
    """How many visits the person asked for made and received; None if it is not one alone."""
    side = visitor_side(answer)
    return None if side is None else made_and_received(answer.facts, side, lang)


def made_and_received(visits: Sequence[Fact], side: str, lang: Lang) -> str:
    """How many *visits* people of *side* made and received: "2 made, 1 received"."""
    visits_made = sum(is_visit_of(visit, side) for visit in visits)
    counts = {"made_count": visits_made, "received_count": len(visits) - visits_made}
    return ", ".join(say(phrase, lang, n=count) for phrase, count in counts.items() if count)


def caption(facts: Sequence[Fact], lang: Lang, *, legend: bool = True) -> str:
    """The line under a picture: on how many sources it rests, and whose record it is.

    *legend* tells what ≠ means, where one of *facts* has it.
    """
    sources = {cite.source for fact in facts for cite in fact.all_cites}
    marks = [say("differ", lang)] if legend and any(fact.disputed for fact in facts) else []
    counted = [say("counted_facts", lang, n=len(facts))] if len(facts) != 1 else []
    return " · ".join([*marks, *counted, say("counted_sources", lang, n=len(sources)), "vnkp"])


def left_out(answer: FactList, lang: Lang) -> str:
    """What a default left out of a list, and the options that show it."""
    return " · ".join(
        say(_WIDER_PHRASES.get(option, "more_steps"), lang, n=number)
        for option, number in answer.wider
    )


def years_seen(person: PersonSummary) -> str:
    """The years from the first to the last fact of *person*."""
    first, last = ((date or "").strip("[")[:4] for date in (person.first, person.last))
    return first if first == last else f"{first}–{last}"
