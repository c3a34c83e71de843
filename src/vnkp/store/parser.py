"""From the bytes of a store to a `Book`; everything wrong with its form is reported at once.

The whole file is converted in one go, which is fast; only if that fails is it walked through,
value by value, to find every problem and the line that it is on.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import Any

import msgspec
import tomli

from vnkp.errors import MAX_GATHERED, DateError, Problem, StoreError
from vnkp.model import edtf
from vnkp.model.facts import Book
from vnkp.model.fields import SCHEMA
from vnkp.store import recovery
from vnkp.store.positions import Lines, Path
from vnkp.store.problems import Finding, describe, key_name, locate, text_problem
from vnkp.store.raw_values import Values, entries_in, facts_in
from vnkp.store.rules import broken_rules
from vnkp.store.validate import Walk, converted
from vnkp.text import MAX_MARKS, UNSEEN, find_pile_of_marks, strip_control_characters

_LONG_NUMBER = re.compile(r"[0-9][0-9_]{4300}|[0-9][eE][+-]?[0-9_]{15}")
_ESCAPE = re.compile(rb'\\[^"\\]')
# Apart, for each begins with a fixed character, which is found five times as fast.
_BLANK, _LITERAL_BLANK = re.compile(rb'"[ \t]+"'), re.compile(rb"'[ \t]+'")
_PLAIN = b"\n\r" + bytes(range(0x20, 0x7F))


def read(data: bytes, file: str) -> Book:
    """The `Book` in *data*; raise `StoreError` with all problems if it is not in order."""
    raw, text = read_values(data, file)
    book, findings = read_form(raw)
    if book is None:
        raise StoreError(file, locate(findings, Lines(text), raw))
    return book


def read_values(data: bytes, file: str) -> tuple[Values, str]:
    """The cleaned values of the TOML in *data*, and its text; raise `StoreError` if it is none."""
    text, _ = decode(data, file)
    raw, _, problems = parse_toml(text)
    if problems:
        raise StoreError(file, problems)
    if may_need_cleaning(data):
        clean(raw)
    return raw, text


def decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """The text of a store in NFC, and what had to be mended to read it.

    Raises `StoreError` if it is not UTF-8.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise _refusal(file, 0, "utf_16")
    if b"\0" in data:
        raise _refusal(file, data.count(b"\n", 0, data.index(b"\0")) + 1, "nul_byte")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _refusal(file, line, "not_utf_8", byte=f"0x{data[error.start]:02x}") from None
    # Most texts have no pile even without their plain letters, which is seen ten times as fast.
    strange = data.translate(None, _PLAIN).decode()
    may_pile = b"\\u" in data or b"\\U" in data or find_pile_of_marks(strange) is not None
    marks = find_pile_of_marks(text) if may_pile else None
    if marks is not None:
        raise _refusal(file, text.count("\n", 0, marks) + 1, "pile_of_marks", limit=MAX_MARKS)
    problems = [text_problem(1, "byte_order_mark")] if data.startswith(b"\xef\xbb\xbf") else []
    if unicodedata.is_normalized("NFC", text):
        return text, problems
    rows = enumerate(text.split("\n"), 1)
    first = next(number for number, row in rows if not unicodedata.is_normalized("NFC", row))
    return unicodedata.normalize("NFC", text), [*problems, text_problem(first, "not_nfc")]


def _refusal(file: str, line: int, code: str, **values: object) -> StoreError:
    return StoreError(file, [text_problem(line, code, **values)])


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


# Texts


def may_need_cleaning(data: bytes) -> bool:
    """Whether some text in the TOML of *data* may change when cleaned; quick, and sometimes wrong.

    It is never wrongly false.
    """
    if b'"""' in data or b"'''" in data or _ESCAPE.search(data):
        return True
    if _BLANK.search(data) or _LITERAL_BLANK.search(data):
        return True
    rest = data.removeprefix(b"\xef\xbb\xbf").translate(None, _PLAIN).decode()
    return not rest.isprintable() or re.search(UNSEEN, rest) is not None


def clean(raw: Values) -> list[Finding]:
    """Clean every text in *raw*, in place, and report the invisible characters.

    White space is not reported; a text of nothing else becomes empty.
    """
    findings: list[Finding] = []
    todo: list[tuple[Path, Any]] = [((), raw)]
    while todo:
        path, holder = todo.pop()
        for key, value in list(holder.items() if isinstance(holder, dict) else enumerate(holder)):
            if isinstance(value, dict | list):
                todo.append(((*path, key), value))
            elif isinstance(value, str) and value.isspace():
                holder[key] = ""
            elif isinstance(value, str) and not _is_clean(value):
                strange = [char for char in value if _without_invisible(char) != char]
                if strange or not unicodedata.is_normalized("NFC", value):
                    holder[key] = clean_text(value)
                unseen = next((char for char in strange if not char.isspace()), "")
                if unseen and len(findings) < MAX_GATHERED:
                    where = (*path, key)
                    findings.append(
                        Finding(
                            where,
                            "invisible_character",
                            key=key_name(where),
                            character=f"U+{ord(unseen):04X}",
                        )
                    )
    return findings


def _is_clean(text: str) -> bool:
    is_seen = text.isprintable() and (text.isascii() or not re.search(UNSEEN, text))
    return is_seen and unicodedata.is_normalized("NFC", text)


def clean_text(text: str) -> str:
    """*text* in NFC, on one line, without invisible characters; U+FFFD for control characters."""
    seen = _without_invisible(" ".join(text.split()))
    return unicodedata.normalize("NFC", " ".join(seen.split()))


def _without_invisible(text: str) -> str:
    return strip_control_characters(text, invisible="")


# Dates


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
