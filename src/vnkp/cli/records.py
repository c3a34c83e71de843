"""The commands about one thing at a time: show, people, sources, cite."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from vnkp import names, tally
from vnkp.cli import run, terminal, writing
from vnkp.cli.options import Output, choice
from vnkp.cli.run import Answer
from vnkp.model import Book, Fact, Lang
from vnkp.query import Query
from vnkp.words.phrases import say

if TYPE_CHECKING:
    from rich.console import RenderableType

    from vnkp.tally import PersonTally


def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a fact, or how it begins.")],
    output: Output,
) -> int:
    """One fact in full: who, where, how much, who says so, and who says otherwise.

    Example: vnkp show 1958-kim-il-sung-in-vietnam
    """
    lang = run.language(output)
    book = run.book(output)
    one = _fact(book, id_)

    def draw(width: int) -> RenderableType:
        from vnkp.render import card

        return card.fact(book, one, lang)

    answer = Answer(
        title=one.vi if lang == "vi" else one.en,
        data=lambda: run.render("export").fact(book, one),
        rows=lambda: run.render("rows").facts(book, [one], lang),
        picture=draw,
        markdown=lambda: _markdown(book, one, lang),
        text=True,
    )
    return run.give(answer, output)


def _markdown(book: Book, one: Fact, lang: Lang) -> str:
    from vnkp.render import markdown

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
    lang = run.language(output)
    book = run.book(output)
    name = " ".join(words) if words else None
    found = names.find_people(name, book.people) if name is not None else None
    if name is not None and not found:
        names.find_person(name, book.people)  # says what it might have been
    tallies = tally.people(book, found)
    columns = ("id", "name", "side", "aliases", "offices", "facts", "first", "last")

    def data() -> Any:
        return [run.render("export").person(one) for one in tallies]

    answer = Answer(
        title=say("people", lang),
        data=data,
        rows=lambda: run.render("rows").of(data(), columns, lang),
        picture=lambda width: _people(book, tallies, lang, width, alone=name is not None),
        notes=(say("counted_people", lang, n=len(tallies)),),
        text=len(tallies) == 1 and name is not None,
        found=bool(tallies),
    )
    return run.give(answer, output)


def _people(book: Book, tallies: list[PersonTally], lang: Lang, width: int, *, alone: bool) -> RenderableType:
    from vnkp.render import card, layout, registers, style, tables

    if alone and len(tallies) == 1:
        facts = [fact for fact in book.facts if any(one.who == tallies[0].id for one in fact.people)]
        return card.person(tallies[0], lang, tables.facts(book, facts, Query(lang=lang), width))
    count = say("counted_people", lang, n=len(tallies))
    shown = registers.people(tallies, lang, width)
    return layout.screen(style.heading(say("people", lang), count), shown, foot=(say("next_person", lang),))


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
    lang = run.language(output)
    book = run.book(output)
    counts = tally.sources(book)
    keys = (
        [names.find_id(id_, list(book.sources), "source")] if id_ else sorted(book.sources, key=lambda key: (-counts[key], key))
    )
    columns = ("id", "facts", "publisher", "published", "lang", "kind", "title", "url")

    def data() -> Any:
        return [{**run.render("export").source(key, book.sources[key]), "facts": counts[key]} for key in keys]

    answer = Answer(
        title=say("sources", lang),
        data=data,
        rows=lambda: run.render("rows").of(data(), columns, lang),
        picture=lambda width: _sources(book, keys, lang, width, alone=bool(id_)),
        notes=(say("counted_sources", lang, n=len(keys)),),
        text=bool(id_),
        found=bool(keys),
    )
    return run.give(answer, output)


def _sources(book: Book, keys: list[str], lang: Lang, width: int, *, alone: bool) -> RenderableType:
    from vnkp.render import card, layout, registers, style, tables

    if alone:
        facts = [fact for fact in book.facts if any(cite.source == keys[0] for cite in fact.all_cites)]
        return card.source(keys[0], book.sources[keys[0]], lang, tables.facts(book, facts, Query(lang=lang), width))
    count = say("counted_sources", lang, n=len(keys))
    shown = registers.sources(book, keys, tally.sources(book), lang, width)
    return layout.screen(style.heading(say("sources", lang), count), shown, foot=(say("next_source", lang),))


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
    from vnkp.render import citations, export

    lang = run.language(output)
    book = run.book(output)
    wanted = choice("style", style or _style(output.output), STYLES)
    keys = list(dict.fromkeys(key for id_ in ids for key in _cited(book, id_)))
    written = citations.STYLES[wanted](book, keys, lang)
    columns = ("id", "publisher", "published", "lang", "kind", "title", "url")
    answer = Answer(
        title=say("sources", lang),
        data=lambda: citations.csl(book, keys),
        rows=lambda: run.render("rows").of([export.source(key, book.sources[key]) for key in keys], columns, lang),
        picture=lambda width: citations.drawn(written),
        notes=(say("counted_sources", lang, n=len(keys)),),
        text=True,
    )
    if output.format or output.json or output.svg:
        return run.give(answer, output)
    if output.output:
        writing.write(output.output, written)
    else:
        terminal.put(written)  # as it is: a line break within an address would break it, within a title BibTeX and JSON
    return 0


def _style(path: str | None) -> str:
    """The style that a file of that name is written in."""
    return {"bib": "bibtex", "json": "csl-json"}.get((path or "").rpartition(".")[2].lower(), "text")


def _cited(book: Book, id_: str) -> list[str]:
    """The sources of the fact called *id_*, or the source of that id."""
    if id_ in book.sources:
        return [id_]
    facts = {fact.id: fact for fact in book.facts}
    if any(name.startswith(id_) for name in facts):
        return [one.source for one in facts[names.find_id(id_, list(facts), "fact")].all_cites]
    if any(name.startswith(id_) for name in book.sources):
        return [names.find_id(id_, list(book.sources), "source")]
    return [names.find_id(id_, [*facts, *book.sources], "fact or source")]  # says what it might have been
