"""Answers as JSON: a fact is the same object from every command."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

import msgspec

from vnkp.answers import AidTotals, Anniversaries, Answer, FactCards, FactList, People, Sources
from vnkp.answers.store import NewEntry, StoreSchema
from vnkp.answers.summaries import Brief, Counts, OfficesHeld
from vnkp.output.formats import Context
from vnkp.output.json_objects import (
    ENCODER,
    anniversary_json,
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


def lines(answer: Answer, context: Context) -> str:
    """*answer* as JSON Lines: one value a line, of totals each."""
    value = to_json(answer)
    if isinstance(answer, AidTotals):
        value = value["totals"]
    return ENCODER.encode_lines(value if isinstance(value, list) else [value]).decode()


@singledispatch
def to_json(answer: Answer) -> Any:
    """*answer* as a JSON value; that of a report or of citations is registered by its module."""
    match answer:
        case FactList():
            return [
                fact_json(answer.book, match.fact, shown_overlap(answer.query, match.overlap))
                for match in answer.matches
            ]
        case FactCards():  # one fact as itself, several as a list
            values = [fact_json(answer.book, fact) for fact in answer.facts]
            return values[0] if len(values) == 1 else values
        case AidTotals():
            totals = [total_json(total) for total in answer.totals]
            without_figure = [fact.id for fact in answer.without_figure]
            return {"window": answer.query.when, "totals": totals, "without_figure": without_figure}
        case Anniversaries(book=book, query=query):
            return [anniversary_json(book, query, due) for due in answer.anniversaries]
        case Counts():
            return [count_json(answer.book, answer.groups, count) for count in answer.counts]
        case People():
            return [person_json(person) for person in answer.people]
        case OfficesHeld():
            return [office_held_json(answer.book, held) for held in answer.held]
        case Sources():
            counts = answer.counts.items()
            return [{**source_json(answer.book, key), "facts": count} for key, count in counts]
        case Brief():
            relation = {part.name: to_json(part.answer) for part in answer.relation}
            parts = {part.name: to_json(part.answer) for part in answer.parts}
            about = answer.about or None
            return {"date": answer.day, "about": about, "relation": relation, **parts}
        case StoreSchema():
            return answer.schema
        case NewEntry():
            draft = msgspec.structs.asdict(answer.draft)
            draft.pop("words", None)  # how a line was read, for the remarks of the TOML alone
            return {"draft": draft}
    raise TypeError(f"{type(answer).__name__} has no JSON")
