"""Answers as screens: a title line, the body, and dim last lines that say what to do next."""

from __future__ import annotations

import datetime as dt
import io
from functools import singledispatch

from rich.console import Console, RenderableType
from rich.text import Text

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
from vnkp.i18n import numbers
from vnkp.i18n.messages import say
from vnkp.model.facts import Lang
from vnkp.output import formats, summary
from vnkp.output.formats import Context
from vnkp.output.grouping import count_notes
from vnkp.output.screen import (
    aid,
    anniversaries,
    brief,
    counts,
    directory,
    fact_card,
    fact_list,
    layout,
    theme,
    timeline,
    trade,
)
from vnkp.output.screen.marking import marker


def render(answer: Answer, context: Context) -> str:
    """*answer* as text for a terminal or a pipe, without blanks at line ends.

    On a terminal no line is wider than the context; elsewhere an address that is runs on, so that
    it stays one word.
    """
    file = io.StringIO()
    overflow = "fold" if context.is_terminal else None
    screen = draw(answer, context)
    console(file, context).print(screen, crop=False, overflow=overflow)
    lines = file.getvalue().rstrip("\n").split("\n")
    return "\n".join(line.rstrip() for line in lines) + "\n"


def console(file: io.StringIO, context: Context) -> Console:
    """A Rich console that draws into *file*."""
    return Console(
        file=file,
        width=context.width,
        height=max(context.width, 25),
        color_system="standard" if context.color else None,
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


@draw.register
def _(answer: FactList, context: Context) -> RenderableType:
    lang = context.lang
    heading = theme.heading(summary.title(answer, lang), summary.count(answer, lang))
    if answer.view == "trade":
        return _trade(answer, context)
    if answer.view == "today":
        note = f"{summary.next_day_note(answer, lang)}\n" if answer.next_day else ""
        if answer.next_day:
            heading = theme.heading(summary.title(answer, lang), say("counted_facts", lang, n=0))
        return layout.screen(heading, theme.dim(note) if note else None, _body(answer, context))
    disputed = any(fact.disputed for fact in answer.facts) and answer.view != "disputes"
    last = say("next_show_disputed" if disputed else "next_show", lang)
    return layout.screen(heading, _body(answer, context), foot=(_hidden(answer, lang), last))


def _body(answer: FactList, context: Context) -> RenderableType:
    match answer.view:
        case "visits":
            return fact_list.visits(answer, context.lang, context.width)
        case "timeline":
            return timeline.Timeline(answer.facts, context.lang)
        case "disputes":
            return fact_card.Disputes(answer.book, answer.facts, context.lang)
        case "search":
            mark = marker(answer.words)
            return fact_list.facts(answer.book, answer.matches, context.lang, context.width, mark)
        case _:
            return fact_list.facts(answer.book, answer.matches, context.lang, context.width)


def _hidden(answer: FactList, lang: Lang) -> str:
    if not answer.hidden:
        return ""
    if answer.view == "visits" and answer.query.rank:
        options = summary.wider_ranks(answer.query.rank)
        return say("more_ranks", lang, n=answer.hidden, options=options)
    return say("more_steps", lang, n=answer.hidden)


def _trade(answer: FactList, context: Context) -> RenderableType:
    lang, book = context.lang, answer.book
    periods = trade.periods(answer.facts)
    count = say("counted_periods", lang, n=len(periods))
    if periods:
        unit = numbers.unit(trade.usual_unit(periods), 2, book, lang)
        count = f"{count}, {say('in_unit', lang, unit=unit)}"
    others = [match for match in answer.matches if not match.fact.figure]
    more = (
        (
            layout.section(say("trade_more", lang)),
            fact_list.facts(book, others, lang, context.width),
        )
        if others
        else ()
    )
    disputed = any(fact.disputed for fact in answer.facts)
    return layout.screen(
        theme.heading(summary.title(answer, lang), count),
        trade.trade_table(book, answer.facts, lang, context.width),
        *more,
        foot=(say("trade_note" if disputed else "next_show", lang),),
    )


@draw.register
def _(answer: Counts, context: Context) -> RenderableType:
    lang = context.lang
    return layout.screen(
        theme.heading(summary.title(answer, lang), summary.count(answer, lang)),
        counts.counts_table(answer, lang, context.width),
        foot=(_hidden(answer.listing, lang), *count_notes(answer, lang)),
    )


@draw.register
def _(answer: Brief, context: Context) -> RenderableType:
    lang = context.lang
    heading = theme.heading(summary.title(answer, lang), "")
    return layout.screen(heading, brief.brief_page(answer, lang, context.width))


@draw.register
def _(answer: FactCards, context: Context) -> RenderableType:
    return fact_card.fact_card(answer.book, answer.facts[0], context.lang)


@draw.register
def _(answer: AidTotals, context: Context) -> RenderableType:
    lang, book = context.lang, answer.book
    has_range = any(total.low != total.high for total in answer.totals)
    bare = answer.without_figure
    bars = answer.group in ("year", "decade")
    return layout.screen(
        theme.heading(summary.title(answer, lang), summary.count(answer, lang)),
        aid.aid_table(book, answer.totals, lang, context.width, bars=bars),
        aid.explanation(book, answer.totals, lang) if answer.explain else None,
        foot=(
            say("aid_note", lang) if has_range else "",
            say("no_figure", lang, n=bare) if bare else "",
            "" if answer.explain else say("explain_hint", lang),
        ),
    )


@draw.register
def _(answer: Anniversaries, context: Context) -> RenderableType:
    lang = context.lang
    shifted = any(anniversary.shifted for anniversary in answer.anniversaries)
    disputed = any(anniversary.fact.disputed for anniversary in answer.anniversaries)
    today = dt.date.today()
    return layout.screen(
        theme.heading(summary.title(answer, lang), summary.count(answer, lang)),
        anniversaries.anniversary_list(answer.anniversaries, today, lang, context.width),
        foot=(
            say("leap", lang) if shifted else "",
            say("next_show_disputed", lang) if disputed else "",
            say("round_hint", lang),
        ),
    )


@draw.register
def _(answer: People, context: Context) -> RenderableType:
    lang = context.lang
    if answer.is_text:
        person = answer.people[0]
        facts = fact_list.facts(
            answer.book, fact_list.of_person(answer.book, person.id), lang, context.width
        )
        return fact_card.person_card(person, lang, facts)
    return layout.screen(
        theme.heading(summary.title(answer, lang), summary.count(answer, lang)),
        directory.people_list(answer.people, lang, context.width),
        foot=(say("next_person", lang),),
    )


@draw.register
def _(answer: Sources, context: Context) -> RenderableType:
    lang, book = context.lang, answer.book
    if answer.named:
        (key,) = answer.counts
        facts = fact_list.facts(book, fact_list.on_source(book, key), lang, context.width)
        return fact_card.source_card(book, key, book.sources[key], lang, facts)
    return layout.screen(
        theme.heading(summary.title(answer, lang), summary.count(answer, lang)),
        directory.source_list(book, answer.counts, lang, context.width),
        foot=(say("next_source", lang),),
    )


@draw.register
def _(answer: Citations, context: Context) -> RenderableType:
    text = formats.render(answer, answer.style or answer.text_format, context)
    return Text(str(text).rstrip("\n"))


@draw.register
def _(answer: CheckReport, context: Context) -> RenderableType:
    lang, sourcing = context.lang, answer.sourcing
    if not sourcing:
        return Text()
    facts = say("counted_facts", lang, n=sourcing.facts)
    sources = say("counted_sources", lang, n=sourcing.sources)
    lines = [say("clean", lang, file=answer.file, facts=facts, sources=sources)]
    if answer.detailed:
        lone = sourcing.one_source
        lines.append(say("report_disputed", lang, n=sourcing.disputed))
        lines.append(say("report_one", lang, n=len(lone), all=sourcing.facts))
        lines += [f"  {key}" for key in lone]
    return Text("\n".join(lines))
