"""The commands about single things: show, people, sources, cite."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from vnkp.answers import Citations, FactCards, People, Sources
from vnkp.cli.options import Output, choice
from vnkp.model.facts import Book, Fact
from vnkp.output.formats import STYLES
from vnkp.query import names
from vnkp.query.counts import facts_per_source, summarize_people
from vnkp.query.filters import Query


def show_command(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a fact, or how it begins.")],
    output: Output,
) -> FactCards:
    """One fact in full: who, where, how much, who says so, and who says otherwise.

    Example: vnkp show 1958-kim-il-sung-in-vietnam
    """
    query = Query(lang=output.language())
    book = output.book()
    return FactCards(book=book, query=query, facts=(_fact(book, id_),))


def _fact(book: Book, id_: str) -> Fact:
    facts = {fact.id: fact for fact in book.facts}
    return facts[names.find_id(id_, list(facts), "fact")]


def people_command(
    output: Output,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME…]", help="Somebody, in any spelling or script."),
    ] = None,
) -> People:
    """Who takes part: names in three languages, offices, and how many facts.

    Example: vnkp people Kim Nhật Thành
    """
    query = Query(lang=output.language())
    book = output.book()
    keys = None
    if words is not None:
        name = " ".join(words)
        keys = names.find_people(name, book.people) or [names.find_person(name, book.people)]
    people = summarize_people(book, keys)
    return People(book=book, query=query, people=tuple(people), named=words is not None)


def sources_command(
    output: Output,
    id_: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="The id of a source, or how it begins.")
    ] = None,
) -> Sources:
    """Who says so: every source, and how many facts rest on it.

    Example: vnkp sources vtcnews-2019-02
    """
    query = Query(lang=output.language())
    book = output.book()
    counts = facts_per_source(book)
    if id_:
        keys = [names.find_id(id_, list(book.sources), "source")]
    else:
        keys = sorted(book.sources, key=lambda key: (-counts[key], key))
    return Sources(
        book=book, query=query, counts={key: counts[key] for key in keys}, named=bool(id_)
    )


def cite_command(
    ids: Annotated[list[str], typer.Argument(metavar="ID…", help="Ids of facts or of sources.")],
    output: Output,
    style: Annotated[
        str | None,
        typer.Option(
            "--style",
            metavar="STYLE",
            help="text, biblatex, bibtex or csl-json; else as -o FILE is called (.bib, .json).",
        ),
    ] = None,
) -> Citations:
    """The sources of facts, ready for a paper: as text, BibLaTeX, BibTeX or CSL-JSON.

    Example: vnkp cite 1958-kim-il-sung-in-vietnam --style biblatex
    """
    query = Query(lang=output.language())
    book = output.book()
    style = choice("style", style, STYLES) if style else None
    facts, keys = _cited(book, ids)
    return Citations(book=book, query=query, facts=facts, keys=keys, style=style)


def _cited(book: Book, ids: Sequence[str]) -> tuple[tuple[Fact, ...], tuple[str, ...]]:
    """The facts called *ids*; and the sources of these and those called so, each once."""
    facts: list[Fact] = []
    keys: list[str] = []
    for id_ in ids:
        if id_ in book.sources:
            keys.append(id_)
        elif any(fact.id.startswith(id_) for fact in book.facts):
            facts.append(_fact(book, id_))
            keys += [cite.source for cite in facts[-1].all_cites]
        elif any(key.startswith(id_) for key in book.sources):
            keys.append(names.find_id(id_, list(book.sources), "source"))
        else:  # its error suggests what to write
            names.find_id(id_, [*(fact.id for fact in book.facts), *book.sources], "fact or source")
    return tuple(facts), tuple(dict.fromkeys(keys))
