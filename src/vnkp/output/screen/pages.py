"""Answers as screens: a title line, the body, and last lines that say how to go on."""

from __future__ import annotations

import io
from functools import singledispatch

from rich.console import Console, Group, RenderableType
from rich.text import Text

from vnkp.answers import (
    AidTotals,
    Anniversaries,
    Answer,
    Citations,
    FactCards,
    FactList,
    People,
    Sources,
)
from vnkp.answers.store import CheckReport
from vnkp.answers.summaries import Brief, Counts
from vnkp.clock import current_date
from vnkp.i18n.messages import say
from vnkp.model.facts import Book, Fact
from vnkp.model.fields import Lang
from vnkp.output import formats, notes, screen, summary
from vnkp.output.citations import cited_sources
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.foot import hint_lines, last_lines, legend, list_foot, page

_RESET = "\x1b[0m"


def render(answer: Answer, context: Context) -> str:
    """*answer* as text for a terminal or a pipe, without blanks at line ends.

    No line is wider than the context, but ids and addresses run on, so that each stays one word.
    """
    file = io.StringIO()
    drawing = draw(answer, context)
    lines = [] if context.picture else notes.query_notes(answer, context.lang)
    console(file, context).print(*map(theme.dim, lines), drawing, sep="\n", crop=False)
    lines = file.getvalue().replace(theme.JOINT, " ").rstrip("\n").split("\n")
    return "".join(f"{_trimmed(line)}\n" for line in lines)


def _trimmed(line: str) -> str:
    """*line* without blanks at its end or before the code that ends its look."""
    bare = line.rstrip(" ")
    return bare.removesuffix(_RESET).rstrip(" ") + _RESET if bare.endswith(_RESET) else bare


def console(file: io.StringIO, context: Context) -> Console:
    """A Rich console that draws into *file*."""
    return Console(
        file=file,
        width=context.width,
        height=max(context.width, 25),
        color_system="256" if context.color else None,
        force_terminal=context.color,
        no_color=not context.color,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )


@singledispatch
def draw(answer: Answer, context: Context) -> RenderableType:
    """*answer* as something that Rich draws."""
    raise TypeError(f"{type(answer).__name__} has no screen")


@draw.register(FactList)
def _(answer: FactList, context: Context) -> RenderableType:
    lang = context.lang
    if answer.next_day:
        note = theme.dim(f"{notes.next_day_note(answer, lang)}\n")
        return page(theme.heading(summary.title(answer, lang)), note, _body(answer, context))
    return page(_heading(answer, lang), _body(answer, context), foot=list_foot(answer, context))


def _heading(answer: Answer, lang: Lang) -> Text:
    """The title of *answer* and how much it has."""
    return theme.heading(summary.title(answer, lang), summary.short_count(answer, lang))


def _body(answer: FactList, context: Context) -> RenderableType:
    book = answer.book
    match answer.view:
        case "visits":
            return screen.fact_list.visits(answer, context)
        case "timeline":
            return screen.timeline.Timeline(book, answer.matches, context)
        case "disputes":
            return screen.disputes.dispute_list(book, answer.facts, context)
        case "trade":
            return screen.trade.trade_table(book, answer.facts, context)
        case view:
            by_date = view == "list" and screen.fact_list.is_by_date(answer.query)
            return screen.fact_list.fact_table(
                book, answer.matches, context, answer.search, by_date=by_date
            )


@draw.register(Counts)
def _(answer: Counts, context: Context) -> RenderableType:
    lang = context.lang
    return page(
        _heading(answer, lang),
        screen.counts.counts_table(answer, lang, context.width),
        foot=screen.counts.last_lines(answer, context),
    )


@draw.register(Brief)
def _(answer: Brief, context: Context) -> RenderableType:
    lang = context.lang
    foot = summary.caption(answer.listed_facts, lang) if context.picture else ""
    return page(
        theme.heading(summary.title(answer, lang)),
        screen.brief.brief_page(answer, context),
        foot=(foot,),
    )


@draw.register(FactCards)
def _(answer: FactCards, context: Context) -> RenderableType:
    parts: list[RenderableType] = []
    for fact in answer.facts:
        parts += ["", theme.rule(context.width), ""] if parts else []
        parts.append(screen.cards.fact_card(answer.book, fact, context))
    if context.picture:
        parts += ["", theme.dim(summary.caption(answer.facts, context.lang))]
    return Group(*parts)


@draw.register(AidTotals)
def _(answer: AidTotals, context: Context) -> RenderableType:
    lang, book = context.lang, answer.book
    has_range = any(total.low != total.high for total in answer.totals)
    facts = book.facts_by_id
    counted = [facts[counted.id] for total in answer.totals for counted in total.counted]
    last = [say("aid_note", lang) if has_range else ""]
    if context.picture:
        last.append(summary.caption(counted, lang, legend=False))
    elif not answer.explain:
        last.append(say("explain_hint", lang))
    return page(
        theme.heading(summary.title(answer, lang)),
        screen.aid.aid_screen(answer, context),
        Text() if answer.explain else None,
        screen.aid_explained.explanation(answer, context) if answer.explain else None,
        foot=last,
    )


@draw.register(Anniversaries)
def _(answer: Anniversaries, context: Context) -> RenderableType:
    lang = context.lang
    facts = [anniversary.fact for anniversary in answer.anniversaries]
    shifted = any(anniversary.shifted for anniversary in answer.anniversaries)
    hint = "" if context.picture else hint_lines(say("round_hint", lang), context)
    return page(
        _heading(answer, lang),
        screen.anniversaries.anniversary_list(answer.anniversaries, current_date(), context),
        foot=(
            legend(facts, context),
            say("leap", lang) if shifted else "",
            last_lines(facts, context),
            hint,
        ),
    )


@draw.register(People)
def _(answer: People, context: Context) -> RenderableType:
    lang, book = context.lang, answer.book
    if answer.is_text:
        person = answer.people[0]
        facts = [
            fact
            for fact in book.facts
            if any(participant.who == person.id for participant in fact.people)
        ]
        counts = screen.directory.facts_and_visits(facts, person.person.side, lang)
        card = screen.cards.person_card(person, context)
        return _card_page(book, facts, context, card, theme.dim(counts), Text())
    return page(
        _heading(answer, lang),
        screen.directory.people_list(book, answer.people, context, answer.offices),
        foot=() if context.picture else (say("next_person", lang),),
    )


def _card_page(
    book: Book, facts: list[Fact], context: Context, card: RenderableType, *more: RenderableType
) -> RenderableType:
    """A card, and below it the facts that it is about."""
    table = screen.fact_list.fact_table(book, screen.fact_list.all_inside(facts), context)
    return page(card, *more, table, foot=(legend(facts, context), last_lines(facts, context)))


@draw.register(Sources)
def _(answer: Sources, context: Context) -> RenderableType:
    lang, book = context.lang, answer.book
    if answer.is_text:
        (key,) = answer.counts
        facts = [fact for fact in book.facts if any(cite.source == key for cite in fact.all_cites)]
        card = screen.cards.source_card(book, key, book.sources[key], context)
        return _card_page(book, facts, context, card)
    first = next(iter(answer.counts), "")
    return page(
        _heading(answer, lang),
        screen.directory.sources_table(book, answer.counts, context),
        foot=(say("next_source", lang, id=first),) if first and not context.picture else (),
    )


@draw.register(Citations)
def _(answer: Citations, context: Context) -> RenderableType:
    if answer.style:
        text = str(formats.render(answer, answer.style, context)).rstrip("\n")
        return Group(*(Text(line, overflow="fold") for line in text.split("\n")))
    option = f"--style {', '.join(formats.STYLES[1:])}"
    return page(
        _heading(answer, context.lang),
        screen.source_list.reference_list(cited_sources(answer), context),
        foot=() if context.picture else (say("styles_hint", context.lang, option=option),),
    )


@draw.register(CheckReport)
def _(answer: CheckReport, context: Context) -> RenderableType:
    return screen.fact_list.sourcing_page(answer, context)
