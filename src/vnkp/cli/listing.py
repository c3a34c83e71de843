"""The commands that list facts: year, list, search, visits, timeline, disputes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from vnkp import query as queries
from vnkp.cli import letters, run
from vnkp.cli.options import Filters, Output, choice
from vnkp.cli.run import Answer
from vnkp.model import Book, Fact
from vnkp.query import Query
from vnkp.vocabulary import Kind, Rank
from vnkp.windows import Match
from vnkp.words.phrases import say

if TYPE_CHECKING:
    from rich.console import RenderableType

Picture = Callable[[int], Any]


def year(
    when: Annotated[list[str], typer.Argument(metavar="WHEN…", help="1961, 6/1961, 1960s, 1958..1961, ..1970, 1990..")],
    filters: Filters,
    output: Output,
) -> int:
    """What happened in a year, a month, a decade, a span.

    Example: vnkp year 1961
    """
    return _listed(filters, output, tuple(when))


def list_(filters: Filters, output: Output) -> int:
    """List facts, filtered and sorted.

    Example: vnkp list --kind agreement --since 2000
    """
    return _listed(filters, output)


def _listed(filters: Filters, output: Output, when: tuple[str, ...] = ()) -> int:
    lang = run.language(output)
    asked = filters.query(lang, when=when)
    named = asked.person or asked.source  # who and what these are, only the whole store tells
    book = run.book(output, () if named else asked.windows)
    found = queries.select(book, asked)
    if not found and asked.windows and not named:
        book = run.book(output)  # to tell when there are some
    return _give(book, found, asked, output, title=asked.when or say("facts", lang))


def _give(
    book: Book,
    found: Sequence[Fact],
    asked: Query,
    output: Output,
    *,
    title: str,
    picture: Picture | None = None,
    counted: str = "counted_facts",
    foot: tuple[str, ...] = (),
    text: bool = False,
) -> int:
    """Give facts under a title line and over a last line; *picture* may draw them otherwise than as a table."""
    lang = asked.lang
    count = say(counted, lang, n=len(found))

    def draw(width: int) -> RenderableType:
        from vnkp.render import layout, style, tables

        hint = say("next_show_disputed" if any(fact.disputed for fact in found) else "next_show", lang)
        shown = picture(width) if picture else tables.facts(book, found, asked, width)
        return layout.screen(style.heading(title, count), shown, foot=(*foot, hint))

    answer = answered(book, found, asked, f"{title} · {count}", draw)
    return run.give(msgspec.structs.replace(answer, notes=(count,) if found else answer.notes, text=text), output)


def answered(book: Book, found: Sequence[Fact], asked: Query, title: str, draw: Picture) -> Answer:
    """The answer that lists facts, in each of its forms; *draw* makes the picture."""
    return Answer(
        title=title,
        data=lambda: run.render("export").facts(book, found, asked),
        rows=lambda: run.render("rows").facts(book, found, asked.lang),
        picture=draw,
        markdown=lambda: run.render("markdown").facts(book, found, asked),
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
    said = say("nothing_in", lang, when=asked.when)
    return (said + "; " + say("nearest", lang, years=near) if near else said,)


def visits(
    filters: Filters,
    output: Output,
    rank: Annotated[
        str, typer.Option("--rank", metavar="RANK", help="leader, deputy, minister, vice-minister, ambassador or all.")
    ] = "leader",
) -> int:
    """Who visited whom: leaders, unless --rank says otherwise.

    Example: vnkp visits --since 2000 --rank minister
    """
    lang = run.language(output)
    known = tuple(one.value for one in Rank if one is not Rank.OTHER)
    least = Rank.OTHER if choice("rank", rank, (*known, "all")) == "all" else Rank(rank)
    asked = filters.query(lang, parts=False, rank=least, only=Kind.VISIT)
    book = run.book(output)
    found = queries.select(book, asked)
    every = queries.select(book, msgspec.structs.replace(asked, rank=None, limit=None))
    others = len(every) - len(queries.select(book, msgspec.structs.replace(asked, limit=None)))

    def draw(width: int) -> RenderableType:
        from vnkp.render import tables

        return tables.visits(book, found, asked, width)

    more = (say("more_ranks", lang, n=others, options=_further(least)),) if others else ()
    return _give(book, found, asked, output, title=say("visits", lang), picture=draw, counted="counted_visits", foot=more)


def _further(least: Rank) -> str:
    """The options that show more visits than those of *least* and above."""
    return "--rank all" if queries.RANKS[least] >= queries.RANKS[Rank.MINISTER] else "--rank minister, --rank all"


def timeline(filters: Filters, output: Output) -> int:
    """The whole story, with rails for what lasts.

    Example: vnkp timeline --in 1950s
    """
    lang = run.language(output)
    asked = filters.query(lang, parts=False)
    book = run.book(output)
    found = queries.select(book, asked)

    def draw(width: int) -> RenderableType:
        from vnkp.render.timeline import Timeline

        return Timeline(found, lang)

    title = say("timeline", lang) + (f" · {asked.when}" if asked.when else "")
    return _give(book, found, asked, output, title=title, picture=draw, text=True)


def disputes(filters: Filters, output: Output) -> int:
    """Where sources differ: the readings side by side, and who says which.

    Example: vnkp disputes --kind trade
    """
    lang = run.language(output)
    asked = msgspec.structs.replace(filters.query(lang), disputed=True)
    book = run.book(output)
    found = queries.select(book, asked)

    def draw(width: int) -> RenderableType:
        from vnkp.render import card

        return card.disputes(book, found, lang)

    return _give(book, found, asked, output, title=say("disputes", lang), picture=draw, counted="counted_disputes", text=False)


def search(
    text: Annotated[
        list[str], typer.Argument(metavar="TEXT…", help="Words, in Vietnamese, English or Korean; all must match.")
    ],
    filters: Filters,
    output: Output,
) -> int:
    """Find facts by any word: titles, notes, people, places, items, sources.

    Example: vnkp search Kim Nhật Thành
    """
    from vnkp.search import search as hits_of

    lang = run.language(output)
    asked = filters.query(lang)
    book = run.book(output)
    wanted = letters.printable(" ".join(text))
    chosen = queries.select(book, msgspec.structs.replace(asked, limit=None))
    groups = [[fact for fact in chosen if asked.match(fact) is match] for match in Match]
    hits = [fact for group in groups for fact in hits_of(book, wanted, group, ranked=asked.sort == "date")]
    found = hits[: asked.limit] if asked.limit is not None else hits

    def draw(width: int) -> RenderableType:
        from vnkp.render import tables
        from vnkp.render.marking import marker

        return tables.facts(book, found, asked, width, marker(wanted))

    return _give(book, found, asked, output, title=f"{say('search', lang)}: {wanted}", picture=draw)
