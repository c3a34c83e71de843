"""Answers as JSON: a fact is the same object from every command."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

import msgspec

from vnkp.answers import AidTotals, Anniversaries, Answer, FactCards, FactList, People, Sources
from vnkp.answers.store import StoreSchema
from vnkp.answers.summaries import Brief, Counts, OfficesHeld
from vnkp.output.formats import Context
from vnkp.output.records import (
    ENCODER,
    Json,
    count_json,
    encode,
    fact_json,
    office_held_json,
    person_json,
    shown_overlap,
    source_json,
    total_json,
)


def render(answer: Answer, context: Context) -> str:
    """*answer* as JSON: on a terminal indented, elsewhere on one line."""
    return encode(to_json(answer), indent=context.is_terminal or isinstance(answer, StoreSchema))


def lines(answer: Answer, context: Context) -> str:  # as every format
    """*answer* as JSON Lines: one value a line, of totals each."""
    value = to_json(answer)
    if isinstance(answer, AidTotals):
        value = value["totals"]
    return ENCODER.encode_lines(value if isinstance(value, list) else [value]).decode()


@singledispatch
def to_json(answer: Answer) -> Any:
    """*answer* as a JSON value; of answers without a form of their own, their fields."""
    fields = [name for name in answer.__struct_fields__ if name not in ("book", "query")]
    return {name: msgspec.to_builtins(getattr(answer, name)) for name in fields}


@to_json.register(FactList)
def _(answer: FactList) -> list[Json]:
    return [
        fact_json(answer.book, match.fact, shown_overlap(answer.query, match))
        for match in answer.matches
        if not answer.status  # the facts of another day are for a reader alone
    ]


@to_json.register(Counts)
def _(answer: Counts) -> list[Json]:
    return [count_json(answer.book, answer.groups, count) for count in answer.counts]


@to_json.register(FactCards)
def _(answer: FactCards) -> Json | list[Json]:
    """One fact as itself, several as a list."""
    values = [fact_json(answer.book, fact) for fact in answer.facts]
    return values[0] if len(values) == 1 else values


@to_json.register(AidTotals)
def _(answer: AidTotals) -> Json:
    return {
        "window": answer.query.when,
        "totals": [total_json(total) for total in answer.totals],
        "without_figure": [fact.id for fact in answer.without_figure],
    }


@to_json.register(Anniversaries)
def _(answer: Anniversaries) -> list[Json]:
    timed = bool(answer.query.windows)
    return [
        {
            "year": anniversary.year,
            "years": anniversary.years,
            "date": anniversary.date,
            "fact": fact_json(
                answer.book,
                anniversary.fact,
                answer.query.match(anniversary.fact) if timed else None,
            ),
        }
        for anniversary in answer.anniversaries
    ]


@to_json.register(People)
def _(answer: People) -> list[Json]:
    return [person_json(person) for person in answer.people]


@to_json.register(OfficesHeld)
def _(answer: OfficesHeld) -> list[Json]:
    return [office_held_json(answer.book, held) for held in answer.held]


@to_json.register(Brief)
def _(answer: Brief) -> Json:
    return {
        "date": answer.day,
        "about": answer.about or None,
        "relation": {part.name: to_json(part.answer) for part in answer.relation},
        **{part.name: to_json(part.answer) for part in answer.parts},
    }


@to_json.register(Sources)
def _(answer: Sources) -> list[Json]:
    return [
        {**source_json(answer.book, key), "facts": count} for key, count in answer.counts.items()
    ]


@to_json.register(StoreSchema)
def _(answer: StoreSchema) -> Json:
    return answer.schema
