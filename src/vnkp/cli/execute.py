"""Running a command: its answer is delivered, and an error becomes one line and an exit status."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from typing import Any

import typer

from vnkp.answers import Answer, CheckReport, FactList
from vnkp.cli import files, terminal
from vnkp.cli.options import Output, choice
from vnkp.errors import FileError, Phrase, StoreError, UnknownName, UsageError, VnkpError
from vnkp.i18n.errors import message
from vnkp.model.facts import Lang
from vnkp.output import formats, summary
from vnkp.output.formats import Context
from vnkp.store.loader import reason

INTERRUPTED = 130
_OTHER_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".pdf")


def execute(command: Callable[..., Answer], **options: Any) -> None:
    """Call *command* and deliver its answer; a status other than 0 ends the process."""
    given = options["output"]  # of the schema command, a file's name alone
    output = given if isinstance(given, Output) else Output(output=given)
    try:
        status = deliver(command(**options), output)
    except VnkpError as error:
        status = print_error(error, error_language(output))
    except KeyboardInterrupt:
        status = INTERRUPTED
    except OSError as error:
        status = handle_stdout_error(error, error_language(output))
    except RecursionError:
        print_error(VnkpError("store_nested_too_deeply"), error_language(output))
        status = StoreError.status
    if status:
        raise typer.Exit(status)


def deliver(answer: Answer, output: Output) -> int:
    """Put *answer* where *output* says; return the exit status."""
    name = output_format(answer, output)
    if output.bom and name != "csv":
        raise UsageError("bom_without_csv")
    context = Context(
        lang=output.language(),
        width=terminal.width(),
        color=terminal.use_color(output.color),
        is_terminal=terminal.is_terminal(),
        bom=output.bom,
    )
    if output.svg:
        _draw_svg(answer, output.svg, context)
    if output.output:
        files.write(output.output, formats.render(answer, name, context._replace(color=False)))
    elif not output.svg and _has_text(answer, name):
        terminal.print_stdout(formats.render(answer, name, context))
    if name != "table" or not _has_text(answer, name):  # a screen has its count in its title
        for note in _notes(answer, name, context.lang):
            terminal.print_stderr(note)
    return answer.status


def _draw_svg(answer: Answer, path: str, context: Context) -> None:
    if path.lower().endswith(_OTHER_PICTURES):
        raise FileError(path, "other_picture")
    width = terminal.width(default=terminal.PICTURE_WIDTH)
    files.write(path, formats.render(answer, "svg", context._replace(width=width)))


def _has_text(answer: Answer, name: str) -> bool:
    """Whether there is something to print: an empty answer is printed as JSON alone."""
    if isinstance(answer, CheckReport):
        return name != "table" or not answer.problems
    next_day = isinstance(answer, FactList) and answer.next_day and name == "table"
    return not answer.is_empty or name == "json" or bool(next_day)


def _notes(answer: Answer, name: str, lang: Lang) -> list[str]:
    if isinstance(answer, CheckReport):
        if name != "table" or not answer.problems:
            return []
        return message(StoreError(answer.file, answer.problems), lang).split("\n")
    return [] if name == answer.default_format else summary.notes(answer, lang)


def output_format(answer: Answer, output: Output) -> str:
    """The format asked for by name, else by the file's ending, else by what stdout is."""
    known = formats.formats_for(answer)
    if output.format:
        name = choice("format", output.format, known)
        if output.json and name != "json":
            raise UsageError("two_formats", format=name)
        return name
    if output.json:
        return "json"
    if answer.default_format and not output.svg:
        return answer.default_format
    ending = output.output.rpartition(".")[2].lower() if output.output else ""
    if ending in known:
        return ending
    is_screen = answer.is_text or (terminal.is_terminal() and not output.output)
    return "table" if is_screen else "tsv"


def print_error(error: VnkpError, lang: Lang) -> int:
    """Print what *error* says on standard error; return its exit status."""
    text = message(error, lang)
    terminal.print_stderr(text if isinstance(error, StoreError) else f"vnkp: {text}")
    return error.status


def error_language(output: Output) -> Lang:
    """The language of the answer, or English if another one was asked for."""
    try:
        return output.language()
    except UnknownName:
        return "en"


def handle_stdout_error(error: OSError, lang: Lang) -> int:
    """Report that stdout could not be written, unless its reader had enough; the exit status."""
    try:  # the interpreter would complain, while it shuts down, about what could not be written
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 # open to the end
    except OSError:
        pass
    # A closed pipe is called an invalid argument on Windows.
    if isinstance(error, BrokenPipeError) or (error.errno == errno.EINVAL and os.name == "nt"):
        return 0
    stdout = Phrase("standard_output")
    return print_error(FileError(stdout, "broken_output", reason=reason(error)), lang)
