"""The problems and the advice of a store in every format: no other answer needs their messages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from vnkp.answers.store import CheckReport
from vnkp.errors import StoreError
from vnkp.i18n.errors import advice_lines, message, problem_texts
from vnkp.i18n.labels import label, publisher_name
from vnkp.model.facts import Book, Fact
from vnkp.model.fields import Lang
from vnkp.output.fact_rows import Cell, source_ids
from vnkp.output.json import to_json
from vnkp.output.notes import answer_notes
from vnkp.output.records import fact_json
from vnkp.output.tabular import Table, to_table
from vnkp.query.tables import independent_publishers

PROBLEM_COLUMNS = ("file", "line", "where", "what", "hint", "level")
ONE_SOURCE_COLUMNS = ("id", "date", "title", "publisher", "sources")
SOURCING_COLUMNS = ("facts", "sources", "disputed", "one_source")


@to_json.register(CheckReport)
def _(answer: CheckReport) -> Any:
    advice = [
        {"file": answer.file, **text._asdict(), "level": "advice"}
        for text in problem_texts(answer.advice)  # in English, as programs have them
    ]
    if answer.sourcing:
        value = {**msgspec.to_builtins(answer.sourcing), "advice": advice}
        if answer.detailed and answer.book:
            facts = [fact_json(answer.book, fact) for fact in answer.one_source_facts]
            value["one_source_facts"] = facts
        return value
    problems = [
        {"file": answer.file, **text._asdict(), "level": "problem"}
        for text in problem_texts(answer.problems)
    ]
    return problems + advice


@to_table.register(CheckReport)
def _(answer: CheckReport, lang: Lang) -> Table:
    if answer.sourcing and answer.detailed and answer.book:
        lone = [_one_source_row(answer.book, fact, lang) for fact in answer.one_source_facts]
        return Table(ONE_SOURCE_COLUMNS, lone)
    if answer.sourcing and not answer.advice:
        sourcing = answer.sourcing
        counts = [sourcing.facts, sourcing.sources, sourcing.disputed, len(sourcing.one_source)]
        return Table(SOURCING_COLUMNS, [counts])
    rows: list[Sequence[Cell]] = [
        [answer.file, *text, level]
        for level, problems in (("problem", answer.problems), ("advice", answer.advice))
        for text in problem_texts(problems, lang)
    ]
    return Table(PROBLEM_COLUMNS, rows)


def _one_source_row(book: Book, fact: Fact, lang: Lang) -> list[Cell]:
    (publisher,) = independent_publishers(book, fact)
    name = publisher_name(book, publisher, lang)
    return [fact.id, fact.date.text, label(fact, lang), name, source_ids(fact.all_cites)]


@answer_notes.register(CheckReport)
def _(answer: CheckReport, lang: Lang) -> list[str]:
    """The problems of a store, and apart from them the advice."""
    lines: list[str] = []
    if answer.problems:
        lines += message(StoreError(answer.file, answer.problems), lang).split("\n")
    if answer.advice:
        lines += advice_lines(answer.advice, answer.file, lang)
    return lines
