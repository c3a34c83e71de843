"""The commands for those who edit the store: check and schema."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from vnkp import lint
from vnkp.answers.store import CheckedStore, CheckReport, StoreSchema
from vnkp.cli import files
from vnkp.cli.options import Output
from vnkp.cli.terminal import print_reading, print_stdout
from vnkp.errors import Problem, UsageError, VnkpError
from vnkp.model.facts import Book
from vnkp.output import check_report  # noqa: F401 # which has the formats of a report
from vnkp.query.sourcing import count_sourcing
from vnkp.store.loader import file_name, find, find_overlays, load, packaged, read_bytes
from vnkp.store.overlay import together
from vnkp.store.raw_values import TABLES
from vnkp.store.tidy import tidied
from vnkp.text import strip_control_characters


def check_command(
    output: Output,
    file: Annotated[
        str | None, typer.Argument(metavar="[FILE]", help="The store to check.")
    ] = None,
    report: Annotated[
        bool, typer.Option("--report", help="List the facts that only one publisher reports.")
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend order, alignment and the like: show the changes.")
    ] = False,
    write: Annotated[bool, typer.Option("--write", help="With --fix, write the changes.")] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Let advice count as a problem: exit status 3.")
    ] = False,
) -> CheckReport:
    """Whether a store is in order: everything wrong with it, at once.

    Example: vnkp check my-facts.toml
    """
    _refuse_contradictions(file, output, fix, write)
    overlays = [] if file else find_overlays(output.with_ or None)
    record = find(file or output.data)
    stores: list[CheckedStore] = []
    own = whole = Book(schema=1)
    for path, name, examination in _examinations(record, overlays, output, fix, write):
        problems, advice = examination.problems, examination.advice
        if file and _names_the_record(problems, output):
            problems.insert(0, Problem(0, "", "beside_the_record", {"file": name}))
        is_beside = path is record and bool(overlays)  # only its problems matter
        if problems or not is_beside:
            stores.append(CheckedStore(name, tuple(problems), () if is_beside else tuple(advice)))
        if examination.base and not is_beside:
            own, whole = together(own, examination.book), examination.base.book
    in_order = not any(store.problems for store in stores)
    sourcing = count_sourcing(own, whole) if in_order else None
    return CheckReport(
        stores=tuple(stores), sourcing=sourcing, book=whole, detailed=report, strict=strict
    )


def _examinations(
    record: Path, overlays: list[Path], output: Output, fix: bool, write: bool
) -> Iterator[tuple[Path, str, lint.Examination]]:
    """The path and the name of each store, and what is wrong in it beside the stores before."""
    base = None
    paths = [record, *overlays]
    if fix and overlays:  # only own facts are mended, beside the record as it is
        book = load(record, overlays=(), cached=output.cache)
        base = lint.Base(book, ((file_name(record), read_bytes(record)),))
        paths = overlays
    for path in paths:
        data, name = read_bytes(path), strip_control_characters(file_name(path))
        print_reading(output.language(), name, len(data))
        examination = lint.examine(_fixed(path, data, name, write) if fix else data, name, base)
        yield path, name, examination
        base = examination.base
        if base is None:  # the next ones would lack what they refer to
            return


def _names_the_record(problems: Iterable[Problem], output: Output) -> bool:
    """Whether own facts lack what the record has, beside which they were not read."""
    lacking = [problem for problem in problems if problem.code.startswith("unknown_reference")]
    if not lacking:
        return False
    try:
        record = load(find(output.data), overlays=(), cached=output.cache)
    except VnkpError:
        return False
    return any(
        problem.values["name"] in getattr(record, TABLES[str(problem.values["table"])])
        and problem.where not in record.facts_by_id  # the record's own fact, in a copy
        for problem in lacking
    )


def _refuse_contradictions(file: str | None, output: Output, fix: bool, write: bool) -> None:
    if write and not fix:
        raise UsageError("write_without_fix")
    if fix and (output.json or output.format or output.output):
        raise UsageError("fix_shows_a_diff")
    if file and output.data and output.data != os.environ.get("VNKP_DATA"):
        raise UsageError("two_stores", file=file, data=output.data)


def _fixed(path: Path, data: bytes, name: str, write: bool) -> bytes:
    """*data* with what needs no judgement mended; print the changes, and *write* them to *path*."""
    mended = tidied(data)
    if mended == data:
        return data
    before, after = (
        content.decode("utf-8", "replace").splitlines(keepends=True) for content in (data, mended)
    )
    changes = "".join(difflib.unified_diff(before, after, name, name))
    if write:  # before a reader of the diff may have had enough
        files.write(str(path), mended)
    print_stdout(strip_control_characters(changes, keep="\n\t"))
    return mended


def schema_command(output: Output) -> StoreSchema:
    """The JSON Schema of the store, for editors.

    Example: vnkp schema -o facts.schema.json
    """
    # Made from the model beforehand: python -OO leaves out its docstrings.
    return StoreSchema(schema=msgspec.json.decode(read_bytes(packaged("facts.schema.json"))))
