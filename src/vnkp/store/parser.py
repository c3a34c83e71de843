"""From the bytes of a store to a `Book`; everything wrong with its form is reported at once.

The whole file is converted in one go, which is fast; only if that fails is it walked through,
value by value, to find every problem and the line that it is on.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

import msgspec
import tomli

from vnkp.errors import MAX_GATHERED, DateError, Problem, StoreError
from vnkp.model import edtf
from vnkp.model.facts import Book
from vnkp.model.fields import SCHEMA
from vnkp.store import cleaning, recovery
from vnkp.store.positions import Lines, Path
from vnkp.store.problems import Finding, describe, locate, text_problem
from vnkp.store.raw_values import Values, entries_in, facts_in
from vnkp.store.rules import broken_rules
from vnkp.store.validate import Walk, converted

_LONG_NUMBER = re.compile(r"[0-9][0-9_]{4300}|[0-9][eE][+-]?[0-9_]{15}")


def read(data: bytes, file: str) -> Book:
    """The `Book` in *data*; raise `StoreError` with all problems if it is not in order."""
    raw, text = read_values(data, file)
    book, findings = read_form(raw)
    if book is None:
        raise StoreError(file, locate(findings, Lines(text), raw))
    return book


def read_values(data: bytes, file: str) -> tuple[Values, str]:
    """The cleaned values of the TOML in *data*, and its text; raise `StoreError` if it is none."""
    text, _ = cleaning.decode(data, file)
    raw, _, problems = parse_toml(text)
    if problems:
        raise StoreError(file, problems)
    if cleaning.may_need_cleaning(data):
        cleaning.clean(raw)
    return raw, text


def parse_toml(text: str) -> tuple[Values, str, list[Problem]]:
    """The TOML of *text* as plain values, the text that has them, and what is no TOML."""
    if not text.strip():
        return {}, "", [text_problem(0, "empty_file", schema=str(SCHEMA))]
    try:
        return tomli.loads(text, parse_float=Decimal), text, []
    except tomli.TOMLDecodeError:
        return recovery.recover(text)
    except (ValueError, ArithmeticError):  # a number with more digits than Python converts
        long = _LONG_NUMBER.search(text)
        line = text.count("\n", 0, long.start()) + 1 if long else 0
        return {}, "", [text_problem(line, "too_many_digits")]
    except RecursionError:
        return {}, "", [text_problem(0, "nested_too_deeply")]


def read_form(raw: Values, base: Book | None = None) -> tuple[Book | None, list[Finding]]:
    """The book in *raw*, which is cleaned and may refer to *base*, or what is wrong with its form.

    The dates in *raw* become `EdtfDate`.
    """
    findings = list(_read_dates(raw))[:MAX_GATHERED]
    store, book = raw, converted(raw, Book)
    if book is None:
        walk = Walk(raw)
        findings += walk.findings
        store = walk.store
    findings += islice(broken_rules(store, raw, base or Book(schema=1)), MAX_GATHERED)
    if findings or book is None:
        return None, findings
    return msgspec.structs.replace(book, facts=tuple(book.facts)), findings


def _read_dates(raw: Values) -> Iterator[Finding]:
    """Put an `EdtfDate` in the place of every date in *raw*, and report those that are none."""
    parse = functools.cache(edtf.parse)
    for path, holder in _dated(raw):
        key = str(path[-1])
        text = holder.get(key)
        if text is None:
            continue
        holder[key] = edtf.UNREAD
        if not isinstance(text, str):
            yield _bare_date(path, text)
            continue
        try:
            holder[key] = parse(text)
        except DateError as error:
            yield Finding(path, "bad_date", key=key, error=error.phrase)


def _dated(raw: Values) -> Iterator[tuple[Path, Values]]:
    """The path of each date of *raw*, and the table that it is in."""
    for index, fact in facts_in(raw).items():
        yield ("fact", index, "date"), fact
        for number, variant in facts_in(fact, "variant").items():
            yield ("fact", index, "variant", number, "date"), variant
    for name, source in entries_in(raw, "source").items():
        if isinstance(source, dict):
            yield ("source", name, "published"), source


def _bare_date(path: Path, value: object) -> Finding:
    """A date that is written without quotes, or as something else."""
    day = value.date() if isinstance(value, dt.datetime) else value
    is_year = isinstance(day, int) and not isinstance(day, bool) and 1000 <= day <= 9999
    if isinstance(day, dt.date) or is_year:
        code = "unquoted_year" if is_year else "unquoted_toml_date"
        return Finding(path, code, key=path[-1], date=str(day))
    return Finding(path, "no_date", key=path[-1], value=describe(value))
