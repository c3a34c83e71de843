"""Giving a list of facts, in whatever form: its count, its hints, and what to say when it is empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from vnkp.cli import execute
from vnkp.cli.execute import Answer
from vnkp.cli.options import Output
from vnkp.i18n.messages import say
from vnkp.model.facts import Book, Fact, Lang
from vnkp.query import filters as queries
from vnkp.query.filters import Query

if TYPE_CHECKING:
    from rich.console import RenderableType

Picture = Callable[[int], Any]


def give(
    book: Book,
    found: Sequence[Fact],
    asked: Query,
    output: Output,
    *,
    title: str,
    picture: Picture | None = None,
    counted: str = "counted_facts",
    foot: Callable[[], Sequence[str]] = tuple,
    text: bool = False,
    every: int | None = None,
    hint: str = "",
    following: str = "next_show_disputed",
) -> int:
    """Give facts under a title line and over a last line; *picture* may draw them otherwise than as a table.

    *every* tells how many there are without a limit, where the query alone does not; *hint*, what to try if there are none.
    *foot* has further lines for the end of the screen; *following* is the phrase of the last one where sources differ.
    """
    lang = asked.lang
    if asked.limit is not None and every is None:
        every = len(unlimited(book, asked))
    count = counted_of(counted, len(found), every, lang)

    def draw(width: int) -> RenderableType:
        from vnkp.output.screen import fact_list, layout, theme

        last = say(following if any(fact.disputed for fact in found) else "next_show", lang)
        shown = picture(width) if picture else fact_list.facts(book, found, asked, width)
        return layout.screen(theme.heading(title, count), shown, foot=(*foot(), last))

    answer = answered(book, found, asked, f"{title} · {count}", draw)
    notes = (count,) if found else ("; ".join([*answer.notes, *([hint] if hint else [])]),)
    return execute.give(msgspec.structs.replace(answer, notes=notes, text=text), output)


def unlimited(book: Book, asked: Query) -> list[Fact]:
    """What is *asked*, however many there are."""
    return queries.select(book, msgspec.structs.replace(asked, limit=None))


def counted_of(phrase: str, shown: int, every: int | None, lang: Lang) -> str:
    """How many there are, after how many of them are *shown* if a limit left some out: 3 of 12 facts."""
    if every is None or shown == every:
        return say(phrase, lang, n=shown)
    return say("some_of", lang, n=shown, counted=say(phrase, lang, n=every))


def in_time(asked: Query) -> str:
    """The time that is asked for, as people write it; nothing when it is all time."""
    if not asked.windows:
        return ""
    from vnkp.i18n import dates

    return dates.times(asked.windows, asked.lang)


def answered(book: Book, found: Sequence[Fact], asked: Query, title: str, draw: Picture) -> Answer:
    """The answer that lists facts, in each of its forms; *draw* makes the picture."""
    return Answer(
        title=title,
        data=lambda: execute.render("json").facts(book, found, asked),
        rows=lambda: execute.render("tabular").facts(book, found, asked.lang),
        picture=draw,
        markdown=lambda: execute.render("markdown").facts(book, found, asked),
        notes=(say("counted_facts", asked.lang, n=len(found)),) if found else _nothing(book, asked),
        found=bool(found),
    )


def _nothing(book: Book, asked: Query) -> tuple[str, ...]:
    """What to say when nothing was found: the nearest years that have facts."""
    lang = asked.lang
    if not asked.windows:
        return (say("nothing", lang),)
    years: list[int] = []
    for window in asked.windows:
        years += queries.nearest_years(queries.chosen(book, asked), window)
    near = ", ".join(str(year) for year in sorted(set(years)))
    said = say("nothing_in", lang, when=in_time(asked))
    return (said + "; " + say("nearest", lang, years=near) if near else said,)
