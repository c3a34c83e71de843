"""Answers as texts, without the command line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from vnkp.answers import Answer, Citations, FactList
from vnkp.model.enums import SourceKind
from vnkp.model.facts import Book, Fact, Source
from vnkp.model.fields import Lang
from vnkp.model.time_window import Overlap
from vnkp.output import formats
from vnkp.output.formats import Context
from vnkp.query.filters import Query
from vnkp.query.selection import MatchedFact


def render(answer: Answer, name: str, lang: Lang = "en", **context: Any) -> str:
    """*answer* in the format called *name*."""
    text = formats.render(answer, name, Context(lang=lang, **context))
    assert isinstance(text, str)
    return text


def fact_list(book: Book, facts: Iterable[Fact] | None = None, **more: Any) -> FactList:
    """The answer that lists *facts*, by default all those of *book*."""
    query = more.pop("query", Query())
    listed = book.facts if facts is None else facts
    matches = tuple(MatchedFact(fact, query.match(fact) or Overlap.INSIDE) for fact in listed)
    return FactList(book=book, query=query, matches=matches, total=len(matches), **more)


def cite(book: Book, keys: Sequence[str], style: str, lang: Lang = "en") -> str:
    """The sources of *book* called *keys*, cited in *style*."""
    answer = Citations(book=book, query=Query(), keys=tuple(keys), style=style)
    return render(answer, style, lang)


def cite_table(name: str, **fields: str) -> list[dict[str, str]]:
    """The rows of a citation, as CSV or TSV, of one source with these *fields*."""
    texts = {"title": "A title", "publisher": "A paper", "lang": "en", **fields}
    book = Book(schema=1, sources={"one": Source(**texts, kind=SourceKind.PRESS)})  # type: ignore[arg-type]  # fields by name
    text = render(Citations(book=book, query=Query(), keys=("one",), style="text"), name)
    if name == "csv":
        return list(csv.DictReader(io.StringIO(text, newline="")))
    assert text.count("\n") == len(text.splitlines()) == 2
    return list(csv.DictReader(io.StringIO(text), delimiter="\t"))
