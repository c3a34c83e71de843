"""Running a command: its answer is delivered, and an error becomes one line and an exit status."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Callable
from typing import Any

import msgspec
import typer

from vnkp.answers import Answer, Citations, FactList
from vnkp.answers.store import CheckReport
from vnkp.cli import files, pager, terminal
from vnkp.cli.options import Output
from vnkp.errors import (
    FileError,
    Phrase,
    StoreError,
    UnknownName,
    UsageError,
    VnkpError,
    system_reason,
)
from vnkp.i18n import errors
from vnkp.model.fields import Lang
from vnkp.output import formats, notes
from vnkp.output.formats import Context
from vnkp.store.loader import find, find_overlays, last_modified

INTERRUPTED = 130
STDOUT = "-"
# The last answer is kept until the process ends: freeing a large book takes a tenth of the time.
_kept: list[Answer] = []


def run_command(command: Callable[..., Answer], *, output: Output, **options: Any) -> None:
    """Call *command* and deliver its answer; a status other than 0 ends the process."""
    is_memory_short = False
    try:
        _refuse_contradictions(output, options.get("style"))
        stores = [find(options.get("file") or output.data), *find_overlays(output.with_ or None)]
        for path in (output.output, output.svg):
            if path and path != STDOUT:
                files.refuse_stores(path, stores)
        _kept[:] = [command(output=output, **options)]
        status = deliver(_kept[0], output)
    except VnkpError as error:
        status = print_error(error, error_language(output))
    except KeyboardInterrupt:
        status = INTERRUPTED
    except OSError as error:
        status = handle_stdout_error(error, error_language(output))
    except RecursionError:
        print_error(VnkpError("store_nested_too_deeply"), error_language(output))
        status = StoreError.status
    except MemoryError:  # the answer is let go first, so that there is room for the message
        _kept.clear()
        is_memory_short = True
    if is_memory_short:
        print_error(VnkpError("too_little_memory"), error_language(output))
        status = FileError.status
    if status:
        raise typer.Exit(status)


def _refuse_contradictions(output: Output, style: str | None) -> None:
    """Raise `UsageError` for two options of which only one could be heeded."""
    name = output.format or ("json" if output.json else None)
    if style and name and style.lower() != name.lower():
        raise UsageError("two_styles", style=style, format=name)
    paths = [os.path.realpath(path) for path in (output.output, output.svg) if path]
    if len(paths) > len(set(paths)) and output.svg != STDOUT:
        raise UsageError("one_file_twice")


def deliver(answer: Answer, output: Output) -> int:
    """Put *answer* where *output* says; return the exit status."""
    name = output_format(answer, output)
    if output.bom and name != "csv":
        raise UsageError("bom_without_csv")
    if output.svg == output.output == STDOUT:
        raise UsageError("two_on_standard_output")
    context = Context(
        lang=output.language(),
        color=terminal.use_color(output.color),
        is_terminal=terminal.is_terminal(),
        bom=output.bom,
        modified=last_modified(find(output.data)),
        links=terminal.knows_links(output.color),
        ids=output.show_ids,
    )
    if output.svg:
        if formats.file_ending(output.svg) not in ("", "svg"):
            raise FileError(output.svg, "other_picture")
        _write(answer, "svg", output.svg, context)
    # On a screen the problems of a store are errors, and the report is no more than these.
    is_errors = isinstance(answer, CheckReport) and name == "table" and answer.has_problems
    has_text = formats.is_written(answer, name) and not is_errors
    path = output.output or (None if output.svg else STDOUT)
    if path and (has_text or path != STDOUT):
        _write(answer, name, path, context, with_pager=output.pager)
    # A screen has its count in its title; a store in order may still draw advice.
    if name != "table" or not has_text or isinstance(answer, CheckReport):
        for note in _notes(answer, name, context.lang):
            terminal.print_stderr(note)
    # A screen shows what happened on the next day; other formats leave it out.
    is_next_day = isinstance(answer, FactList) and answer.next_day is not None
    return 0 if name == "table" and is_next_day else answer.status


def _write(
    answer: Answer, name: str, path: str, context: Context, *, with_pager: bool = False
) -> None:
    """Write *answer* in the format called *name* to the file or, as ``-``, the stream *path*.

    *with_pager* pages a screen that is longer than that of the terminal.
    """
    default_width = terminal.PICTURE_WIDTH if name == "svg" else terminal.DEFAULT_WIDTH
    context = msgspec.structs.replace(context, width=terminal.width(default_width))
    if path != STDOUT:
        plain = msgspec.structs.replace(context, color=False, links=False)
        files.write(path, formats.render(answer, name, plain))
        return
    if name == "sqlite" and context.is_terminal:
        raise UsageError("database_on_terminal")
    content = formats.render(answer, name, context)
    may_be_paged = with_pager and name == "table" and context.is_terminal
    if may_be_paged and pager.wants_pager(str(content), context.width):
        # Not every pager knows links.
        plain = msgspec.structs.replace(context, links=False)
        paged = formats.render(answer, name, plain) if context.links else content
        if pager.page(str(paged)):
            return
    terminal.print_stdout(content)


def _notes(answer: Answer, name: str, lang: Lang) -> list[str]:
    """What standard error says beside *answer* in the format called *name*."""
    if isinstance(answer, CheckReport):
        # As cells a report has no room for advice; the others have it in themselves.
        has_advice = name in ("json", "jsonl") or not (answer.detailed and answer.sourcing)
        return [] if has_advice and name != "table" else notes.answer_notes(answer, lang)
    if name in formats.STYLES and isinstance(answer, Citations) and not answer.is_empty:
        return notes.query_notes(answer, lang)
    warnings = notes.warnings(answer, lang) if formats.FORMATS[name].rows else []
    return [*notes.answer_notes(answer, lang), *warnings]


def output_format(answer: Answer, output: Output) -> str:
    """The format asked for by name, else by the file's ending, else by what stdout is."""
    if output.format:
        name = formats.find_format(answer, output.format)
        if output.json and name != "json":
            raise UsageError("two_formats", format=name)
        return name
    if output.json:
        return "json"
    if isinstance(answer, Citations) and answer.style:
        return answer.style
    path = "" if output.output in (None, STDOUT) else str(output.output)
    if formats.file_ending(path):
        return formats.format_of_file(answer, path)
    is_screen = terminal.is_terminal() and not path
    if answer.is_text and not (is_screen and isinstance(answer, Citations)):
        return answer.text_format
    return "table" if is_screen else "tsv"


def print_error(error: VnkpError, lang: Lang) -> int:
    """Print what *error* says on standard error; return its exit status."""
    text = errors.message(error, lang)
    terminal.print_stderr(text if isinstance(error, StoreError) else f"vnkp: {text}")
    return error.status


def error_language(output: Output) -> Lang:
    """The language of the answer, or English if another one was asked for."""
    try:
        return output.language()
    except UnknownName:
        return "en"


def handle_stdout_error(error: OSError, lang: Lang) -> int:
    """Report that stdout could not be written, unless its reader had enough.

    Return the exit status.
    """
    # The interpreter would complain, while it shuts down, about what could not be written.
    with contextlib.suppress(OSError):
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 # open to the end
    # A closed pipe is called an invalid argument on Windows.
    if isinstance(error, BrokenPipeError) or (error.errno == errno.EINVAL and os.name == "nt"):
        return 0
    stdout = Phrase("standard_output")
    return print_error(FileError(stdout, "broken_output", reason=system_reason(error)), lang)
