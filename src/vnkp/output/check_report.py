"""The problems and the advice of a store in every format: no other answer needs their messages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from vnkp.answers.store import CheckReport
from vnkp.errors import StoreError
from vnkp.i18n.errors import advice_lines, message, problem_texts
from vnkp.i18n.labels import label, publisher_name
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
    problems, advice = (
        [
            {"file": answer.file, **text._asdict(), "level": level}
            for text in problem_texts(several)  # in English, as programs have them
        ]
        for level, several in (("problem", answer.problems), ("advice", answer.advice))
    )
    if answer.sourcing:
        value = {**msgspec.to_builtins(answer.sourcing), "advice": advice}
        if answer.detailed and answer.book:
            facts = [fact_json(answer.book, fact) for fact in answer.one_source_facts]
            value["one_source_facts"] = facts
        return value
    return problems + advice


@to_table.register(CheckReport)
def _(answer: CheckReport, lang: Lang) -> Table:
    if answer.sourcing and answer.detailed and answer.book:
        lone: list[list[Cell]] = []
        for fact in answer.one_source_facts:
            (publisher,) = independent_publishers(answer.book, fact)
            name, sources = publisher_name(answer.book, publisher, lang), source_ids(fact.all_cites)
            lone.append([fact.id, fact.date.text, label(fact, lang), name, sources])
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


@answer_notes.register(CheckReport)
def _(answer: CheckReport, lang: Lang) -> list[str]:
    """The problems of a store, and apart from them the advice."""
    error = StoreError(answer.file, answer.problems)
    lines = message(error, lang).split("\n") if answer.problems else []
    return lines + advice_lines(answer.advice, answer.file, lang)
