"""Answers as screens: text for a terminal or a pipe."""

from __future__ import annotations

import importlib
import io

from rich.console import Console, RenderableType

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
from vnkp.output import notes
from vnkp.output.formats import Context
from vnkp.output.screen import theme

# What draws a view of facts or a kind of answer: a module, loaded when needed, and its function.
_PAGES: dict[str | type[Answer], tuple[str, str]] = {
    "disputes": ("cards", "disputes_page"),
    "timeline": ("timeline", "timeline_page"),
    "trade": ("trade", "trade_page"),
    FactList: ("fact_list", "fact_list_page"),
    FactCards: ("cards", "cards_page"),
    Counts: ("counts", "counts_page"),
    AidTotals: ("aid", "aid_page"),
    Anniversaries: ("anniversaries", "anniversaries_page"),
    Brief: ("brief", "brief_page"),
    People: ("people", "people_page"),
    Sources: ("sources", "sources_page"),
    Citations: ("sources", "citations_page"),
    CheckReport: ("check", "check_page"),
}
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


def draw(answer: Answer, context: Context) -> RenderableType:
    """*answer* as something that Rich draws."""
    view = answer.view if isinstance(answer, FactList) else ""
    name, function = _PAGES.get(view) or _PAGES[type(answer)]
    module = importlib.import_module(f"vnkp.output.screen.{name}")
    drawing: RenderableType = getattr(module, function)(answer, context)
    return drawing
