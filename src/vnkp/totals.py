"""Totals that do not lie: what aid adds up to, with its bounds, and which facts were counted (design: section 4).

Facts form a tree: a whole (rice of 2000–2012) has parts (the shipments), and the *rest* of a whole is what its delivered
parts leave. Each part counts at its own date, each rest somewhere inside the span of its whole, so nothing counts twice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Literal

import msgspec

from vnkp.errors import StoreError
from vnkp.model import Book
from vnkp.query import Query, chosen
from vnkp.vocabulary import Kind
from vnkp.weighing import Key, Total, Weighing
from vnkp.windows import Window

By = Literal["item", "year", "decade", "giver"]


def totals(book: Book, query: Query, by: By | None = None) -> list[Total]:
    """The totals of the aid that *query* asks for, one for each giver, item, unit and terms.

    Its filters choose the facts, wholes and parts are weighed among those, and its window comes last. With *by* ``year`` or
    ``decade`` there is a total for each of them in which something was surely or possibly given. Raises `StoreError` when
    parts exceed their whole, since no total would be true.
    """
    wanted = msgspec.structs.replace(query, kinds={Kind.AID}, limit=None, sort="date", parts=True)
    facts = [fact for fact in chosen(book, wanted) if fact.figure]
    weighed = Weighing(facts)
    over = list(weighed.excesses())
    if over:
        raise StoreError("facts", over)
    if by in ("year", "decade"):
        made = [total for span in _spans(weighed, wanted, by) for total in weighed.totals(span, span.when or "")]
    else:
        made = weighed.totals(wanted, None)
        if by:
            made = [msgspec.structs.replace(total, group=_group(total.key, by)) for total in made]
    return sorted(made, key=lambda total: _rank(total, by))


def _group(key: Key, by: By) -> str:
    return key.of if by == "item" else key.from_ or ""


def _rank(total: Total, by: By | None) -> tuple[object, ...]:
    key = total.key
    whose = (key.from_ or "", key.to or "")
    what = (key.of, key.unit, key.terms.value)
    return (total.group or "", *whose, *what) if by != "item" else (*what, *whose)


def _spans(weighed: Weighing, query: Query, by: By) -> Iterable[Query]:
    """*query* for each year or decade that it touches, in turn."""
    days = [day for fact in weighed.facts.values() for day in (fact.date.earliest, fact.date.latest) if day]
    if not days:
        return
    step = 10 if by == "decade" else 1
    for year in range(min(days).year // step * step, max(days).year + 1, step):
        first, last = dt.date(max(year, 1), 1, 1), dt.date(year + step - 1, 12, 31)
        name = f"{year}s" if step == 10 else f"{year}"
        for window in query.windows or (Window(name),):
            since, until = max(first, window.first or dt.date.min), min(last, window.last or dt.date.max)
            if since <= until:
                yield msgspec.structs.replace(query, window=Window(name, since, until))
