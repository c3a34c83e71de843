"""The command for what is yet to be written: new."""

from __future__ import annotations

from typing import Annotated

import typer

from vnkp.answers.store import NewEntry
from vnkp.cli.options import Output
from vnkp.errors import UnknownName, UsageError
from vnkp.model.enums import Kind
from vnkp.query import vocabulary
from vnkp.query.drafts.entry_drafts import draft_person, draft_source
from vnkp.query.drafts.fact_drafts import draft_fact
from vnkp.text import nearest_spellings, strip_control_characters

_MAX_KIND_WORDS = 4


def new_command(
    output: Output,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="KIND [WORDS…]",
            help="The kind of a fact, then names, a time, a figure; or: person NAME,"
            " source ADDRESS, source TITLE.",
            show_default=False,
        ),
    ],
    source: Annotated[
        list[str] | None,
        typer.Option("--source", metavar="ID", help="Who says so; may be repeated."),
    ] = None,
) -> NewEntry:
    """A new fact, person or source, ready to be filled in and put into a store.

    Example: vnkp new visit kim yong nam 2012-08-05..07
    """
    kind, rest = _kind([strip_control_characters(word) for word in words])
    book = output.book()
    if kind not in vocabulary.KINDS:
        text = " ".join(rest).strip()
        if not text:
            raise UsageError(f"new_{kind}_without_words")
        if source:
            raise UsageError("new_entry_with_source", kind=kind)
        draft = draft_person(book, text) if kind == "person" else draft_source(book, text)
        return NewEntry(book=book, draft=draft)
    return NewEntry(book=book, draft=draft_fact(book, Kind(kind), rest, source or ()))


def _kind(words: list[str]) -> tuple[str, list[str]]:
    """What is to be written, by the first of *words*, and the others."""
    for size in range(min(_MAX_KIND_WORDS, len(words)), 0, -1):
        name = " ".join(words[:size])
        kind = vocabulary.find_value("entry", name)
        if kind:
            return kind, words[size:]
    known = [*vocabulary.ENTRIES]
    raise UnknownName("kind", words[0], nearest_spellings(words[0], known), known)
