"""The commands about one thing at a time: show, people, sources, cite."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from vnkp.cli import execute, files, terminal
from vnkp.cli.execute import Answer
from vnkp.cli.options import Output, choice
from vnkp.i18n.messages import say
from vnkp.model.facts import Book, Fact, Lang
from vnkp.query import counts, names
from vnkp.query.filters import Query

if TYPE_CHECKING:
    from rich.console import RenderableType

    from vnkp.query.counts import PersonTally


def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a fact, or how it begins.")],
    output: Output,
) -> int:
    """One fact in full: who, where, how much, who says so, and who says otherwise.

    Example: vnkp show 1958-kim-il-sung-in-vietnam
    """
    lang = execute.language(output)
    book = execute.book(output)
    one = _fact(book, id_)

    def draw(width: int) -> RenderableType:
        from vnkp.output.screen import fact_card

        return fact_card.fact(book, one, lang)

    answer = Answer(
        title=one.vi if lang == "vi" else one.en,
        data=lambda: execute.render("json").fact(book, one),
        rows=lambda: execute.render("tabular").facts(book, [one], lang),
        picture=draw,
        markdown=lambda: _markdown(book, one, lang),
        text=True,
    )
    return execute.give(answer, output)


def _markdown(book: Book, one: Fact, lang: Lang) -> str:
    from vnkp.output import markdown

    return markdown.facts(book, [one], Query(lang=lang))


def _fact(book: Book, id_: str) -> Fact:
    ids = {fact.id: fact for fact in book.facts}
    return ids[names.find_id(id_, list(ids), "fact")]


def people(
    output: Output,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME…]", help="Somebody, in any spelling or script."),
    ] = None,
) -> int:
    """Who takes part: names in three languages, offices, and how many facts.

    Example: vnkp people Kim Nhật Thành
    """
    lang = execute.language(output)
    book = execute.book(output)
    name = " ".join(words) if words else None
    found = names.find_people(name, book.people) if name is not None else None
    if name is not None and not found:
        names.find_person(name, book.people)  # says what it might have been
    tallies = counts.people(book, found)
    columns = ("id", "name", "side", "aliases", "offices", "facts", "first", "last")

    def data() -> Any:
        return [execute.render("json").person(one) for one in tallies]

    answer = Answer(
        title=say("people", lang),
        data=data,
        rows=lambda: execute.render("tabular").of(data(), columns, lang),
        picture=lambda width: _people(book, tallies, lang, width, alone=name is not None),
        notes=(say("counted_people", lang, n=len(tallies)),),
        text=len(tallies) == 1 and name is not None,
        found=bool(tallies),
    )
    return execute.give(answer, output)


def _people(
    book: Book, tallies: list[PersonTally], lang: Lang, width: int, *, alone: bool
) -> RenderableType:
    from vnkp.output.screen import directory, fact_card, fact_list, layout, theme

    if alone and len(tallies) == 1:
        facts = [
            fact for fact in book.facts if any(one.who == tallies[0].id for one in fact.people)
        ]
        return fact_card.person(
            tallies[0], lang, fact_list.facts(book, facts, Query(lang=lang), width)
        )
    count = say("counted_people", lang, n=len(tallies))
    shown = directory.people(tallies, lang, width)
    return layout.screen(
        theme.heading(say("people", lang), count), shown, foot=(say("next_person", lang),)
    )


def sources(
    output: Output,
    id_: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="The id of a source, or how it begins."),
    ] = None,
) -> int:
    """Who says so: every source, and how many facts rest on it.

    Example: vnkp sources vtcnews-2019-02
    """
    lang = execute.language(output)
    book = execute.book(output)
    counted = counts.sources(book)
    keys = (
        [names.find_id(id_, list(book.sources), "source")]
        if id_
        else sorted(book.sources, key=lambda key: (-counted[key], key))
    )
    columns = ("id", "facts", "publisher", "published", "lang", "kind", "title", "url")

    def data() -> Any:
        return [
            {**execute.render("json").source(key, book.sources[key]), "facts": counted[key]}
            for key in keys
        ]

    answer = Answer(
        title=say("sources", lang),
        data=data,
        rows=lambda: execute.render("tabular").of(data(), columns, lang),
        picture=lambda width: _sources(book, keys, lang, width, alone=bool(id_)),
        notes=(say("counted_sources", lang, n=len(keys)),),
        text=bool(id_),
        found=bool(keys),
    )
    return execute.give(answer, output)


def _sources(book: Book, keys: list[str], lang: Lang, width: int, *, alone: bool) -> RenderableType:
    from vnkp.output.screen import directory, fact_card, fact_list, layout, theme

    if alone:
        facts = [
            fact for fact in book.facts if any(cite.source == keys[0] for cite in fact.all_cites)
        ]
        return fact_card.source(
            keys[0],
            book.sources[keys[0]],
            lang,
            fact_list.facts(book, facts, Query(lang=lang), width),
        )
    count = say("counted_sources", lang, n=len(keys))
    shown = directory.sources(book, keys, counts.sources(book), lang, width)
    return layout.screen(
        theme.heading(say("sources", lang), count), shown, foot=(say("next_source", lang),)
    )


def cite(
    ids: Annotated[list[str], typer.Argument(metavar="ID…", help="Ids of facts or of sources.")],
    output: Output,
    style: Annotated[
        str | None,
        typer.Option(
            "--style",
            metavar="STYLE",
            help="text, bibtex or csl-json; else as -o FILE is called (.bib, .json).",
        ),
    ] = None,
) -> int:
    """The sources of facts, ready for a paper: as text, BibLaTeX or CSL-JSON.

    Example: vnkp cite 1958-kim-il-sung-in-vietnam --style bibtex
    """
    from vnkp.cli.complete import STYLES
    from vnkp.output import citations, json

    lang = execute.language(output)
    book = execute.book(output)
    wanted = choice("style", style or _style(output.output), STYLES)
    keys = list(dict.fromkeys(key for id_ in ids for key in _cited(book, id_)))
    written = citations.STYLES[wanted](book, keys, lang)
    columns = ("id", "publisher", "published", "lang", "kind", "title", "url")
    answer = Answer(
        title=say("sources", lang),
        data=lambda: citations.csl(book, keys),
        rows=lambda: execute.render("tabular").of(
            [json.source(key, book.sources[key]) for key in keys], columns, lang
        ),
        picture=lambda width: citations.drawn(written),
        notes=(say("counted_sources", lang, n=len(keys)),),
        text=True,
    )
    if output.format or output.json or output.svg:
        return execute.give(answer, output)
    if output.output:
        files.write(output.output, written)
    else:
        terminal.put(
            written
        )  # as it is: a line break within an address would break it, within a title BibTeX and JSON
    return 0


def _style(path: str | None) -> str:
    """The style that a file of that name is written in."""
    return {"bib": "bibtex", "json": "csl-json"}.get(
        (path or "").rpartition(".")[2].lower(), "text"
    )


def _cited(book: Book, id_: str) -> list[str]:
    """The sources of the fact called *id_*, or the source of that id."""
    if id_ in book.sources:
        return [id_]
    facts = {fact.id: fact for fact in book.facts}
    if any(name.startswith(id_) for name in facts):
        return [one.source for one in facts[names.find_id(id_, list(facts), "fact")].all_cites]
    if any(name.startswith(id_) for name in book.sources):
        return [names.find_id(id_, list(book.sources), "source")]
    return [
        names.find_id(id_, [*facts, *book.sources], "fact or source")
    ]  # says what it might have been
