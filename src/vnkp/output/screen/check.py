"""A store in order, in a line; if asked for in detail, the facts that rest on one source."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from vnkp.answers.store import CheckReport
from vnkp.i18n.messages import say
from vnkp.output.formats import Context
from vnkp.output.screen.fact_list import facts_below


def check_page(answer: CheckReport, context: Context) -> RenderableType:
    """The line of a store in order and, if asked for, the facts that rest on one source."""
    lang, sourcing = context.lang, answer.sourcing
    if not sourcing:
        return Text()
    counted = say("counted_facts", lang, n=sourcing.facts)
    sources = say("counted_sources", lang, n=sourcing.sources)
    clean = Text(say("clean", lang, file=answer.files, facts=counted, sources=sources))
    facts = answer.one_source_facts
    if facts is None:
        return clean
    disputed = say("report_disputed", lang, n=sourcing.disputed)
    on_one_source = say("report_one", lang, n=len(facts), all=sourcing.facts)
    head = Text("\n").join([clean, Text(disputed), Text(on_one_source)])
    return facts_below(answer.book, facts, context, head) if facts else head
