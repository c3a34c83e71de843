"""The commands that list facts: year, list, search, visits, timeline, disputes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from vnkp.cli import execute, letters
from vnkp.cli.giving import give, in_time, unlimited
from vnkp.cli.options import Filters, Output, choice
from vnkp.i18n.messages import capital, say
from vnkp.model.enums import Kind, Rank
from vnkp.model.time_window import Overlap
from vnkp.query import filters as queries

if TYPE_CHECKING:
    from rich.console import RenderableType


def year(
    when: Annotated[
        list[str],
        typer.Argument(metavar="WHEN…", help="1961, 6/1961, 1960s, 1958..1961, ..1970, 1990.."),
    ],
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
    lang = execute.language(output)
    asked = filters.query(lang, when=when)
    named = asked.person or asked.source  # who and what these are, only the whole store tells
    book = execute.book(output, () if named else asked.windows)
    found = queries.select(book, asked)
    if not found and asked.windows and not named:
        book = execute.book(output)  # to tell when there are some
    return give(book, found, asked, output, title=capital(in_time(asked)) or say("facts", lang))


def visits(
    filters: Filters,
    output: Output,
    rank: Annotated[
        str,
        typer.Option(
            "--rank",
            metavar="RANK",
            help="leader, deputy, minister, vice-minister, ambassador or all.",
        ),
    ] = "leader",
) -> int:
    """Who visited whom: leaders, unless --rank says otherwise.

    Example: vnkp visits --since 2000 --rank minister
    """
    lang = execute.language(output)
    known = tuple(one.value for one in Rank if one is not Rank.OTHER)
    least = Rank.OTHER if choice("rank", rank, (*known, "all")) == "all" else Rank(rank)
    asked = filters.query(lang, parts=False, rank=least, only=Kind.VISIT)
    book = execute.book(output)
    found = queries.select(book, asked)

    def draw(width: int) -> RenderableType:
        from vnkp.output.screen import fact_list

        return fact_list.visits(book, found, asked, width)

    def more() -> list[str]:
        others = len(unlimited(book, msgspec.structs.replace(asked, rank=None))) - len(
            unlimited(book, asked)
        )
        return [say("more_ranks", lang, n=others, options=_further(least))] if others else []

    return give(
        book,
        found,
        asked,
        output,
        title=say("visits", lang),
        picture=draw,
        counted="counted_visits",
        foot=more,
    )


def _further(least: Rank) -> str:
    """The options that show more visits than those of *least* and above."""
    return (
        "--rank all"
        if queries.RANKS[least] >= queries.RANKS[Rank.MINISTER]
        else "--rank minister, --rank all"
    )


def timeline(filters: Filters, output: Output) -> int:
    """The whole story, with rails for what lasts.

    Example: vnkp timeline --in 1950s
    """
    lang = execute.language(output)
    asked = filters.query(lang, parts=False)
    book = execute.book(output)
    found = queries.select(book, asked)

    def draw(width: int) -> RenderableType:
        from vnkp.output.screen.timeline import Timeline

        return Timeline(found, lang)

    title = " · ".join(part for part in (say("timeline", lang), in_time(asked)) if part)

    def more() -> list[str]:
        steps = len(unlimited(book, msgspec.structs.replace(asked, parts=True))) - len(
            unlimited(book, asked)
        )
        return [say("more_steps", lang, n=steps)] if steps and filters.parts is None else []

    return give(book, found, asked, output, title=title, picture=draw, text=True, foot=more)


def disputes(filters: Filters, output: Output) -> int:
    """Where sources differ: the readings side by side, and who says which.

    Example: vnkp disputes --kind trade
    """
    lang = execute.language(output)
    asked = msgspec.structs.replace(filters.query(lang), disputed=True)
    book = execute.book(output)
    found = queries.select(book, asked)

    def draw(width: int) -> RenderableType:
        from vnkp.output.screen import fact_card

        return fact_card.disputes(book, found, lang)

    title, counted = say("disputes", lang), "counted_disputes"
    return give(
        book,
        found,
        asked,
        output,
        title=title,
        picture=draw,
        counted=counted,
        following="next_show",
    )


def search(
    text: Annotated[
        list[str],
        typer.Argument(
            metavar="TEXT…", help="Words, in Vietnamese, English or Korean; all must match."
        ),
    ],
    filters: Filters,
    output: Output,
) -> int:
    """Find facts by any word: titles, notes, people, places, items, sources.

    Example: vnkp search Kim Nhật Thành
    """
    from vnkp.query.search import search as hits_of

    lang = execute.language(output)
    asked = filters.query(lang)
    book = execute.book(output)
    wanted = letters.printable(" ".join(text))
    chosen = unlimited(book, asked)
    groups = [[fact for fact in chosen if asked.match(fact) is match] for match in Overlap]
    hits = [
        fact
        for group in groups
        for fact in hits_of(book, wanted, group, ranked=asked.sort == "date")
    ]
    found = hits[: asked.limit] if asked.limit is not None else hits

    def draw(width: int) -> RenderableType:
        from vnkp.output.screen import fact_list
        from vnkp.output.screen.marking import marker

        return fact_list.facts(book, found, asked, width, marker(wanted))

    hint = say("fewer_words" if len(wanted.split()) > 1 else "other_words", lang)
    return give(
        book,
        found,
        asked,
        output,
        title=f"{say('search', lang)}: {wanted}",
        picture=draw,
        every=len(hits),
        hint=hint,
    )
