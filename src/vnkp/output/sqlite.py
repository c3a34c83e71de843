"""Answers as a SQLite database: facts with all that they name, keys, views and an index.

Its tables and views are told in docs/machine-output.md.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from vnkp.answers import AidTotals, Anniversaries, Answer, BookAnswer, FactCards, FactList
from vnkp.errors import UsageError
from vnkp.i18n.labels import Named
from vnkp.model.facts import Book, Fact, Person, Place
from vnkp.model.fields import BilingualText
from vnkp.output.database_schema import SCHEMA, VIEWS
from vnkp.output.fact_rows import Cell, date_cells, figure_cells, in_one_cell
from vnkp.output.formats import Context
from vnkp.output.json_objects import source_json
from vnkp.query.people import parties
from vnkp.query.totals import Total, aid_totals

_Cells = tuple[Cell, ...]


def render(answer: Answer, context: Context) -> bytes:
    """The bytes of a database file with the facts of *answer*."""
    assert isinstance(answer, BookAnswer)  # no other answer has this format
    with tempfile.TemporaryDirectory(prefix="vnkp.") as folder:
        path = os.path.join(folder, "record.db")
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("BEGIN")
            connection.execute("PRAGMA defer_foreign_keys = ON")  # a place may lie in a later one
            for statement in SCHEMA:
                connection.execute(statement)
            for table, rows in _tables(answer).items():
                for row in rows:
                    # SQLite has no decimals.
                    cells = [float(cell) if isinstance(cell, Decimal) else cell for cell in row]
                    placeholders = ", ".join("?" * len(row))
                    connection.execute(f"INSERT INTO {table} VALUES ({placeholders})", cells)
            for statement in VIEWS:
                connection.execute(statement)
            connection.execute("COMMIT")
        except sqlite3.OperationalError as error:
            if "fts5" in str(error):
                raise UsageError("no_full_text_search") from None
            raise
        finally:
            connection.close()
        with open(path, "rb") as file:
            return file.read()


def _tables(answer: BookAnswer) -> dict[str, Iterable[_Cells]]:
    """Each table and its rows."""
    book, facts = answer.book, _facts_of(answer)
    used = book if len(facts) == len(book.facts) else _used_by(book, facts)
    ids = {fact.id for fact in facts}
    return {
        "units": _text_rows(used.units),
        "items": _text_rows(used.items),
        "publishers": _text_rows(used.publishers),
        "sources": (tuple(source_json(book, key).values()) for key in used.sources),
        "offices": (
            (key, office.side, office.rank.value, *_text_cells(office), *_text_cells(office.short))
            for key, office in used.offices.items()
        ),
        "people": (
            (key, person.side, *_name_cells(person), *_text_cells(person.note))
            for key, person in used.people.items()
        ),
        "places": (
            (key, place.side, *_name_cells(place), place.within)
            for key, place in used.places.items()
        ),
        "facts": map(_fact_row, facts),
        "participants": (row for fact in facts for row in _participant_rows(book, fact)),
        "fact_places": ((fact.id, key) for fact in facts for key in fact.places),
        "variants": (row for fact in facts for row in _variant_rows(fact)),
        "cites": (
            (fact.id, number, cite.source, cite.at)
            for fact in facts
            for number, reading in enumerate(fact.readings, start=1)
            for cite in reading.cite
        ),
        "parts": ((fact.id, id_) for fact in facts for id_ in fact.part_of if id_ in ids),
        "aid_totals": map(_total_row, _totals_of(answer)),
    }


def _facts_of(answer: BookAnswer) -> Sequence[Fact]:
    """The facts that *answer* tells."""
    match answer:
        case FactList() | FactCards() | Anniversaries():
            return answer.facts
        case AidTotals():
            ids = {fact.id for fact in answer.without_figure}
            for total in answer.totals:
                ids |= {counted.id for counted in total.counted}
                ids |= {left_out.id for left_out in total.left_out}
            return [fact for fact in answer.book.facts if fact.id in ids]
    raise TypeError(f"{type(answer).__name__} has no facts")


def _totals_of(answer: BookAnswer) -> Iterable[Total]:
    """The totals as ``vnkp aid`` has them for the same question."""
    if isinstance(answer, AidTotals):
        return answer.totals
    # Other views choose facts by more than filters: what they come to is no answer of aid.
    if isinstance(answer, FactList) and answer.view in ("list", "timeline", "trade"):
        return aid_totals(answer.book, answer.query)
    return ()


def _used_by(book: Book, facts: Sequence[Fact]) -> Book:
    """A book of the tables of *book*, with no more in them than *facts* name."""
    figures = [figure for fact in facts for figure in fact.all_figures]
    people = [participant for fact in facts for participant in fact.people]
    sources = {cite.source for fact in facts for cite in fact.all_cites}
    places = {key for fact in facts for key in fact.places}
    while around := {book.places[key].within or key for key in places} - places:
        places |= around
    keys_used: dict[str, set[str]] = {
        "units": {figure.unit for figure in figures},
        "items": {figure.of for figure in figures},
        "places": places,
        "offices": {key for participant in people for key in participant.offices},
        "people": {participant.who for participant in people},
        "publishers": {
            publisher
            for key in sources
            for publisher in (book.sources[key].publisher, book.sources[key].via or "")
        },
        "sources": sources,
    }
    tables: dict[str, Any] = {
        name: {key: entry for key, entry in getattr(book, name).items() if key in keys}
        for name, keys in keys_used.items()
    }
    return Book(schema=1, **tables)


def _text_rows(texts: Mapping[str, BilingualText]) -> Iterator[_Cells]:
    return ((key, *_text_cells(text)) for key, text in texts.items())


def _text_cells(text: Named | None) -> _Cells:
    """*text* in both languages."""
    return (text.en, text.vi) if text else (None, None)


def _name_cells(entry: Person | Place) -> _Cells:
    """The names of *entry*, and its other spellings in one cell."""
    return (*_text_cells(entry), entry.ko, in_one_cell(entry.aliases))


def _fact_row(fact: Fact) -> _Cells:
    return (
        fact.id,
        fact.kind.value,
        *date_cells(fact.date),
        *_text_cells(fact),
        *_text_cells(fact.note),
        fact.from_,
        fact.to,
        fact.between,
        *figure_cells(fact.figure, fact.kind),
        fact.milestone,
        fact.disputed,
        in_one_cell(fact.part_of),
        in_one_cell(fact.former_ids),
    )


def _variant_rows(fact: Fact) -> Iterator[_Cells]:
    """The other readings of *fact*, numbered from 2: its own is the first."""
    for number, variant in enumerate(fact.variants, start=2):
        figure = figure_cells(variant.figure, fact.kind)[:6]  # without terms and stage
        yield (fact.id, number, *date_cells(variant.date), *figure, *_text_cells(variant.note))


def _participant_rows(book: Book, fact: Fact) -> Iterator[_Cells]:
    """A row for each office of each participant; one without office for those who had none."""
    came, _ = parties(book, fact)
    for position, person in enumerate(fact.people, start=1):
        for office in person.offices or (None,):
            yield fact.id, position, person.who, office, person in came


def _total_row(total: Total) -> _Cells:
    key = total.key
    return (
        total.group,
        *key[:4],
        key.terms.value,
        total.low,
        total.high,
        total.qualifier.value,
        total.pledged,
        total.above_pledges,
        total.undivided,
    )
