"""What is allowed but doubtful: advice to those who keep the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from vnkp.clock import current_date
from vnkp.lint.sources import source_advice
from vnkp.lint.texts import text_advice
from vnkp.lint.twins import find_twins
from vnkp.model.enums import Kind
from vnkp.model.facts import Book, Fact
from vnkp.query.people import is_visitor
from vnkp.store.positions import Path
from vnkp.store.problems import Finding
from vnkp.store.references import TABLES


def find_advice(book: Book, today: dt.date | None = None) -> Iterator[Finding]:
    """Everything in *book* that is allowed but doubtful, as of *today*."""
    yield from _table_order(book)
    yield from source_advice(book, today or current_date())
    for index, fact in enumerate(book.facts):
        path = ("fact", index)
        yield from _id_year(fact, path)
        yield from _visitors(book, fact, path)
        yield from text_advice(book, fact, path)
    yield from find_twins(book)


def _table_order(book: Book) -> Iterator[Finding]:
    """Entries of tables that are not sorted by key."""
    for table, name in TABLES.items():
        for before, key in pairwise(getattr(book, name)):
            if key < before:
                yield Finding((table, key), "entry_out_of_order", {"other": f"{table}.{before}"})


def _id_year(fact: Fact, path: Path) -> Iterator[Finding]:
    """An id of a year in which no reading of the fact lies."""
    year = int(fact.id[:4])
    dates = [fact.date, *(variant.date for variant in fact.variants if variant.date)]
    if not any(date.earliest.year <= year <= (date.latest or dt.date.max).year for date in dates):
        values = {"year": str(year), "date": fact.date.text}
        yield Finding((*path, "id"), "id_of_another_year", values)


def _visitors(book: Book, fact: Fact, path: Path) -> Iterator[Finding]:
    """Visitors whose office is not told."""
    if fact.kind is not Kind.VISIT:
        return
    for index, participant in enumerate(fact.people):
        if is_visitor(book, fact, participant) and not participant.offices:
            where = (*path, "people", index, "who")
            yield Finding(where, "visitor_without_office", {"person": participant.who})
