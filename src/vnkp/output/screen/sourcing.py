"""What ``check`` says of a store in order: its size and, asked for, what rests on one source."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from vnkp.answers.store import CheckReport
from vnkp.i18n.messages import say
from vnkp.model.time_window import Overlap
from vnkp.output.formats import Context
from vnkp.output.screen import fact_list
from vnkp.query.selection import MatchedFact


def sourcing_page(answer: CheckReport, context: Context) -> RenderableType:
    """The line of a store in order; if detailed, the facts on one source with date and title."""
    lang, sourcing = context.lang, answer.sourcing
    if not sourcing:
        return Text()
    facts = say("counted_facts", lang, n=sourcing.facts)
    sources = say("counted_sources", lang, n=sourcing.sources)
    lines = [say("clean", lang, file=answer.file, facts=facts, sources=sources)]
    if not answer.detailed or answer.book is None:
        return Text(lines[0])
    lone = [MatchedFact(fact, Overlap.INSIDE) for fact in answer.one_source_facts]
    lines.append(say("report_disputed", lang, n=sourcing.disputed))
    lines.append(say("report_one", lang, n=len(lone), all=sourcing.facts))
    if not lone:
        return Text("\n".join(lines))
    return Group(Text("\n".join(lines) + "\n"), fact_list.fact_table(answer.book, lone, context))
