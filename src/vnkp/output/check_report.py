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
from vnkp.output.json_objects import fact_json
from vnkp.output.notes import answer_notes
from vnkp.output.tabular import Table, to_table
from vnkp.query.sourcing import independent_publishers

_PROBLEM_COLUMNS = ("file", "line", "where", "what", "hint", "level")
_ONE_SOURCE_COLUMNS = ("id", "date", "title", "publisher", "sources")
_SOURCING_COLUMNS = ("facts", "sources", "disputed", "one_source")


@to_json.register(CheckReport)
def _(answer: CheckReport) -> Any:
    # In English, as programs have them.
    rows = [dict(zip(_PROBLEM_COLUMNS, row, strict=True)) for row in _rows(answer, "en")]
    if not answer.sourcing:
        return rows
    value = {**msgspec.to_builtins(answer.sourcing), "advice": rows}
    if answer.one_source_facts is not None:
        facts = [fact_json(answer.book, fact) for fact in answer.one_source_facts]
        value["one_source_facts"] = facts
    return value


def _rows(answer: CheckReport, lang: Lang) -> list[Sequence[Cell]]:
    """Each problem, and after them each piece of advice, with its file."""
    return [
        [store.file, *text, level]
        for level, name in (("problem", "problems"), ("advice", "advice"))
        for store in answer.stores
        for text in problem_texts(getattr(store, name), lang)
    ]


@to_table.register(CheckReport)
def _(answer: CheckReport, lang: Lang) -> Table:
    if answer.one_source_facts is not None:
        rows: list[list[Cell]] = []
        for fact in answer.one_source_facts:
            (publisher,) = independent_publishers(answer.book, fact)
            name, sources = publisher_name(answer.book, publisher, lang), source_ids(fact.all_cites)
            rows.append([fact.id, fact.date.text, label(fact, lang), name, sources])
        return Table(_ONE_SOURCE_COLUMNS, rows)
    if answer.sourcing and not answer.has_advice:
        sourcing = answer.sourcing
        counts = [sourcing.facts, sourcing.sources, sourcing.disputed, len(sourcing.one_source)]
        return Table(_SOURCING_COLUMNS, [counts])
    return Table(_PROBLEM_COLUMNS, _rows(answer, lang))


@answer_notes.register(CheckReport)
def _(answer: CheckReport, lang: Lang) -> list[str]:
    """The problems of each store, and apart from them the advice."""
    lines = []
    for store in answer.stores:
        if store.problems:
            lines += message(StoreError(store.file, store.problems), lang).split("\n")
        lines += advice_lines(store.advice, store.file, lang)
    return lines
