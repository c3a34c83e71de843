"""Running a command: its answer goes where the options say, and every error ends as one line and an exit status."""

from __future__ import annotations

import errno
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
import typer

from vnkp.cli import files, terminal
from vnkp.cli.options import FORMATS, Output, choice
from vnkp.errors import FileError, StoreError, VnkpError
from vnkp.model.facts import Book, Lang
from vnkp.store import load

if TYPE_CHECKING:
    from rich.console import RenderableType

    from vnkp.cli.waiting import Waiting
    from vnkp.model.time_window import TimeWindow
    from vnkp.output.tabular import Table

NOTHING, STOPPED = 1, 130
_OTHER_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".pdf")


class Answer(msgspec.Struct, kw_only=True):
    """What a command answers, in each of the forms that may be asked for; only that one is made.

    *data* is the JSON value, *rows* the table for CSV and TSV, *picture* draws for a number of columns, *markdown* is ready
    to paste. *notes* go to stderr. A *text* answer is a text in a pipe too, not TSV. Without *found* the exit status is 1, and
    the picture is drawn only if something is *shown* all the same.
    """

    title: str
    data: Callable[[], Any]
    rows: Callable[[], Table]
    picture: Callable[[int], RenderableType]
    markdown: Callable[[], str] | None = None
    more: dict[str, Callable[[], str]] = {}
    notes: tuple[str, ...] = ()
    text: bool = False
    found: bool = True
    shown: bool = False


def execute(body: Callable[..., Any], **given: Any) -> None:
    """Call the *body* of a command; turn what goes wrong into one line on stderr and an exit status."""
    try:
        status = body(**given)
    except VnkpError as error:
        for line in str(error).split("\n"):
            terminal.say(line if isinstance(error, StoreError) else f"vnkp: {line}")
        status = error.status
    except KeyboardInterrupt:
        status = STOPPED
    except OSError as error:
        status = unwritten(error)
    except RecursionError:
        terminal.say(
            "vnkp: the store is nested too deeply; write each fact as a [[fact]] of its own"
        )
        status = 3
    if status:
        raise typer.Exit(int(status))


def unwritten(error: OSError) -> int:
    """Say that stdout could not be written to, unless its reader simply had enough; the exit status."""
    _forget_stdout()
    # A closed pipe is called an invalid argument on Windows.
    if isinstance(error, BrokenPipeError) or (error.errno == errno.EINVAL and os.name == "nt"):
        return 0
    terminal.say(f"vnkp: standard output: {load.reason(error)}; nothing more was written")
    return FileError.status


def _forget_stdout() -> None:
    """Keep the interpreter from complaining, while it shuts down, about what could not be written."""
    try:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # it stays open to the end of the process
    except OSError:
        pass


def book(output: Output, within: Sequence[TimeWindow] = ()) -> Book:
    """The store that *output* names; if *within* names windows, no more of it than there is within them."""
    with reading(output, load.find(output.data).name) as waiting:
        return load.load(output.data, cached=output.cache, slow=waiting.start, within=within)


def reading(output: Output, file: str) -> Waiting:
    """A sign, once it is started, that *file* is being read."""
    from vnkp.cli.waiting import Waiting
    from vnkp.i18n import messages

    return Waiting(messages.say("reading_file", language(output), file=file))


def render(name: str) -> Any:
    """The module of `vnkp.render` that is called *name*: loaded only when an answer is asked for in its form."""
    return importlib.import_module(f"vnkp.output.{name}")


def language(output: Output) -> Lang:
    """The language asked for, else that of the locale, else English."""
    if output.lang:
        return "vi" if choice("language", output.lang, ("en", "vi")) == "vi" else "en"
    locale = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), ""
    )
    return "vi" if locale.startswith("vi") else "en"


def form(output: Output, answer: Answer) -> str:
    """The format asked for: by name, else by the name of the file written to, else by what stdout is."""
    known = (*FORMATS, *answer.more)
    if output.format:
        wanted = choice("format", output.format, known)
        if output.json and wanted != "json":
            raise VnkpError(f"--json and --format {wanted}: these are two; write one of them")
        return wanted
    if output.json:
        return "json"
    suffix = output.output.rpartition(".")[2].lower() if output.output else ""
    if suffix in known:
        return suffix
    return "table" if answer.text or (terminal.is_terminal() and not output.output) else "tsv"


def give(answer: Answer, output: Output) -> int:
    """Put *answer* where *output* says; the exit status."""
    name = form(output, answer)
    if output.bom and name != "csv":
        raise VnkpError("--bom is for CSV; write --format csv too, or leave it out")
    coloured = terminal.colours(output.color)
    if output.svg:
        if output.svg.lower().endswith(_OTHER_PICTURES):
            raise FileError(
                output.svg, "a picture is drawn as SVG", "write a name that ends in .svg"
            )
        columns = terminal.width(picture=True)
        files.write(
            output.svg, terminal.svg(answer.picture(columns), title=answer.title, columns=columns)
        )
    if output.output:
        files.write(output.output, _written(answer, name, False, output.bom))
    elif not output.svg and (answer.found or name == "json" or (answer.shown and name == "table")):
        terminal.put(_written(answer, name, coloured, output.bom))
    if name != "table" or not (
        answer.found or answer.shown
    ):  # a picture has its count in its title
        for note in answer.notes:
            terminal.say(note)
    return 0 if answer.found else NOTHING


def _written(answer: Answer, name: str, coloured: bool, bom: bool) -> str:
    """*answer* in the format called *name*."""
    if name == "table":
        columns = terminal.width()
        return terminal.drawn(answer.picture(columns), colour=coloured, columns=columns)
    if name in answer.more:
        return answer.more[name]()
    if name in ("json", "jsonl"):
        from vnkp.output import json

        data = answer.data()
        if name == "json":
            return json.json(data, indent=terminal.is_terminal())
        return json.jsonl(data if isinstance(data, list) else [data])
    from vnkp.output import tabular

    if name == "csv":
        return tabular.csv(answer.rows(), bom=bom)
    if name == "md":
        from vnkp.output import markdown

        return answer.markdown() if answer.markdown else markdown.table(answer.rows())
    return tabular.tsv(answer.rows())
