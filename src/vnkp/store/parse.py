"""From the bytes of a store to a `Book`: everything wrong with its form is told at once.

The whole file is converted in one go, which is fast; only when that fails is it walked through,
table by table and fact by fact, to find every fault and the line that it stands on.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

import msgspec
import tomli

from vnkp.errors import DateError, Problem, StoreError, strip_control_characters
from vnkp.model import edtf
from vnkp.model.facts import SCHEMA, Book
from vnkp.store import cleaning, rules, salvage, syntax_errors, validate
from vnkp.store.positions import Lines, Path
from vnkp.store.problems import described
from vnkp.store.validate import Fault

_LONG_NUMBER = re.compile(r"[0-9][0-9_]{4300}|[0-9][eE][+-]?[0-9_]{15}")


class Text(NamedTuple):
    """A store as text, normalised to NFC, and what had to be mended to read it: the first line that was not NFC (0: none)."""

    text: str
    had_bom: bool
    not_nfc: int


def decode(data: bytes, file: str) -> Text:
    """The text of a store; raise `StoreError` when it is not UTF-8."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise _refused(file, 0, "this is UTF-16", "save the file as UTF-8")
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise _refused(
            file, line, "there is a NUL byte, so this is no text", "save the file as text in UTF-8"
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"0x{data[error.start]:02x}"
        raise _refused(
            file, line, f"the byte {byte} is not UTF-8", "save the file as UTF-8"
        ) from None
    had_bom = data.startswith(b"\xef\xbb\xbf")
    if unicodedata.is_normalized("NFC", text):
        return Text(text, had_bom, 0)
    rows = enumerate(text.split("\n"), 1)
    first = next(number for number, row in rows if not unicodedata.is_normalized("NFC", row))
    return Text(unicodedata.normalize("NFC", text), had_bom, first)


def _refused(file: str, line: int, what: str, hint: str) -> StoreError:
    return StoreError(file, [Problem(line, "", what, hint)])


def parse(text: str, file: str) -> dict[str, Any]:
    """The TOML of *text* as plain values; raise `StoreError` with the line when it is none."""
    if not text.strip():
        raise _refused(
            file,
            0,
            "there is nothing in it",
            f"begin with schema = {SCHEMA}, and write each fact as a [[fact]]",
        )
    try:
        return tomli.loads(text, parse_float=Decimal)
    except tomli.TOMLDecodeError as error:
        raise StoreError(file, [_told(*syntax_errors.problem(error))]) from None
    except (
        ValueError,
        ArithmeticError,
    ):  # a number that Python does not make out of so many digits
        long = _LONG_NUMBER.search(text)
        line = text.count("\n", 0, long.start()) + 1 if long else 0
        raise _refused(file, line, "a number has too many digits", "check the zeros") from None
    except RecursionError:
        raise _refused(
            file,
            0,
            "keys or brackets are nested too deeply",
            "write each fact as a [[fact]] of its own",
        ) from None


def read(data: bytes, file: str) -> Book:
    """The `Book` in *data*; raise `StoreError` with all its problems when it is not in order."""
    text = decode(data, file).text
    raw = parse(text, file)
    if cleaning.suspicious(data):
        cleaning.clean(raw)
    return convert(raw, text, file)


def convert(raw: dict[str, Any], text: str, file: str) -> Book:
    """The `Book` in *raw*, the cleaned TOML of *text*, whose dates become `EdtfDate`; raise `StoreError` as `read` does."""
    found = list(_dates(raw))
    try:
        book: Book = validate.convert(raw, Book)
        facts = list(enumerate(book.facts))
    except (msgspec.ValidationError, RecursionError):
        found += validate.shape(raw)
        facts = salvage.salvage(raw)
    found += rules.faults(facts, raw)
    if found:
        raise StoreError(file, located(found, text, raw))
    return book


def located(found: Iterable[Fault], text: str, raw: dict[str, Any]) -> list[Problem]:
    """The problems that *found* amounts to, in the order of the file, each with its line and the name of what it is about."""
    lines, meant = Lines(text), validate.Meant()
    unique = {(fault.path, fault.what): fault for fault in found}.values()
    placed = sorted(((lines.of(fault.path), fault) for fault in unique), key=lambda pair: pair[0])
    return [
        _told(line, _name(fault.path, raw), fault.what, meant.hint(fault)) for line, fault in placed
    ]


def _told(line: int, where: str, what: str, hint: str) -> Problem:
    """A problem, of which no word out of the file can steer a terminal."""
    return Problem(
        line,
        strip_control_characters(where),
        strip_control_characters(what),
        strip_control_characters(hint),
    )


def _name(path: Path, raw: dict[str, Any]) -> str:
    """What people call the thing at *path*: a fact's id, or a table's name."""
    if len(path) < 2:
        return ""
    if path[0] != "fact":
        return f"{path[0]}.{path[1]}"
    facts = raw.get("fact")
    fact = facts[path[1]] if isinstance(facts, list) and isinstance(path[1], int) else None
    name = fact.get("id") if isinstance(fact, dict) else None
    return name if isinstance(name, str) and name else f"fact {int(path[1]) + 1}"


def _dates(raw: dict[str, Any]) -> Iterator[Fault]:
    """Put a `EdtfDate` in the place of every date of *raw*; yield the faults of those that cannot be read."""
    known: dict[str, edtf.EdtfDate] = {}
    for path, holder, key in _dated(raw):
        text = holder.get(key)
        if text is None:
            continue
        if isinstance(text, str):
            when = known.get(text)
            if when is None:
                try:
                    when = known[text] = edtf.parse(text)
                except DateError as error:
                    yield Fault((*path, key), f"{key} {error.finding}", error.remedy)
                    when = edtf.UNREAD
            holder[key] = when
        else:
            yield _bare(path, key, text)
            holder[key] = edtf.UNREAD


def _dated(raw: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any], str]]:
    facts = raw.get("fact")
    for index, fact in enumerate(facts if isinstance(facts, list) else ()):
        if isinstance(fact, dict):
            yield ("fact", index), fact, "date"
            variants = fact.get("variant")
            for number, variant in enumerate(variants if isinstance(variants, list) else ()):
                if isinstance(variant, dict):
                    yield ("fact", index, "variant", number), variant, "date"
    sources = raw.get("source")
    for name, source in (sources if isinstance(sources, dict) else {}).items():
        if isinstance(source, dict):
            yield ("source", name), source, "published"


def _bare(path: Path, key: str, value: object) -> Fault:
    """The fault of a date written without quotes, or as something else."""
    day = value.date() if isinstance(value, dt.datetime) else value
    if isinstance(day, dt.date):
        return Fault((*path, key), f"{key} is a bare TOML date", f'quote it: {key} = "{day}"')
    if isinstance(day, int) and not isinstance(day, bool) and 1000 <= day <= 9999:
        return Fault((*path, key), f"{key} is a bare number", f'quote it: {key} = "{day}"')
    return Fault(
        (*path, key), f"{key} is {described(value)}", f'write it in quotes: {key} = "1958-11-27"'
    )
