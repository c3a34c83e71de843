"""People: a list, who held an office, and one person with the facts on him or her."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from vnkp.answers import People
from vnkp.i18n import dates
from vnkp.i18n.labels import SIDES, label, person_name
from vnkp.i18n.messages import say
from vnkp.i18n.numbers import number
from vnkp.model.enums import Kind
from vnkp.model.facts import Book
from vnkp.model.fields import Lang
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.fact_list import facts_below
from vnkp.output.screen.frame import card, heading, hint, page
from vnkp.output.screen.layout import Column, Row, Rows, listing
from vnkp.output.titles import made_and_received, years_seen
from vnkp.query.people import PersonSummary


def people_page(answer: People, context: Context) -> RenderableType:
    """One person with all facts, or several people."""
    if answer.is_text:
        return _person_page(answer.book, answer.people[0], context)
    body = _holders(answer, context) if answer.offices else _people(answer, context)
    return page(heading(answer, context.lang), body, foot=(hint("next_person", context),))


def _person_page(book: Book, summary: PersonSummary, context: Context) -> RenderableType:
    """A person, how many facts and visits there are, and the facts."""
    lang = context.lang
    facts = [
        fact
        for fact in book.facts
        if any(participant.who == summary.id for participant in fact.people)
    ]
    counts = say("counted_facts", lang, n=len(facts))
    visits = [fact for fact in facts if fact.kind is Kind.VISIT]
    if visits:
        split = made_and_received(visits, summary.person.side, lang)
        counts += f" · {say('visits', lang)}: {split}"
    card = _person_card(summary, context)
    return facts_below(book, facts, context, card, theme.dim(counts), Text())


def _people(answer: People, context: Context) -> RenderableType:
    """People with their names, offices, and the number and years of their facts."""
    lang = context.lang
    columns = [
        Column(say("side", lang)),
        Column(say("name", lang), wraps=True),
        Column(say("count", lang), right=True),
        Column(say("years_of_facts", lang)),
    ]
    rows = []
    for summary in answer.people:
        # The short offices, the latest first.
        keys = [key for key, _ in reversed(summary.offices)]
        offices = ", ".join(dict.fromkeys(theme.office(answer.book, key, lang) for key in keys))
        text = theme.joined([_name(summary, lang), theme.dim(offices)], "\n")
        count = theme.fact_count(summary.facts, context)
        years = Text(years_seen(summary))
        rows.append(Row([theme.dim(summary.person.side), text, count, years], id=summary.id))
    return listing(columns, rows, context, text_first=True)


def _holders(answer: People, context: Context) -> RenderableType:
    """Those who held each of the offices asked for, seen last first, under its name."""
    lang = context.lang
    rows: list[Row | RenderableType] = []
    holders: dict[str, list[PersonSummary]] = {}
    for summary in answer.people:
        for key in summary.years:
            if key in answer.offices:
                holders.setdefault(key, []).append(summary)
    last_seen = {
        key: max(summary.years[key][1] for summary in summaries)
        for key, summaries in holders.items()
    }
    for office in sorted(holders, key=last_seen.__getitem__, reverse=True):
        name = label(answer.book.offices[office], lang)
        rows += [*([Text()] if rows else []), Text(name, theme.BOLD)]
        by_last_year = sorted(
            holders[office], key=lambda summary: summary.years[office][::-1], reverse=True
        )
        for summary in by_last_year:
            years = theme.dim(dates.years(*summary.years[office]))
            count = Text(number(summary.facts, lang))
            rows.append(Row([years, _name(summary, lang), count], id=summary.id))
    columns = [
        Column(say("years_seen", lang)),
        Column(say("name", lang), wraps=True),
        Column(say("count", lang), right=True),
    ]
    return Rows(columns, rows, context)


def _name(summary: PersonSummary, lang: Lang) -> Text:
    """The name, and after it those in the other language and in Korean."""
    person = summary.person
    own, other = (person.vi, person.en) if lang == "vi" else (person.en, person.vi)
    others = " · ".join(filter(None, ("" if other == own else other, person.ko)))
    name = (person_name(person, lang), theme.BOLD)
    return Text.assemble(name, f"  {others}" if others else "")


def _person_card(summary: PersonSummary, context: Context) -> Group:
    """A person: names, spellings, offices with the years they are seen in."""
    lang, person = context.lang, summary.person
    names = dict.fromkeys(name for name in (person.vi, person.en, person.ko) if name)
    side = label(SIDES[person.side], lang) if person.side in SIDES else person.side
    offices: list[Text] = []
    for key, office in summary.offices:
        seen = say("seen", lang, years=dates.years(*summary.years[key]))
        offices.append(Text.assemble(label(office, lang), (f"  {seen}", theme.DIM)))
    values = {
        "name": [Text(" · ".join(names))],
        "aliases": [Text(", ".join(person.aliases))],
        "side": [Text(side)],
        "offices": offices,
        "id": [theme.id_line(summary.id, context)],
    }
    return card(Text(person_name(person, lang), theme.BOLD), values, context)
