"""The terminal, the pipe or the picture that answers are drawn for: how wide, in colours or not, and printing them."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

from vnkp.errors import FileError, UnknownName
from vnkp.text import nearest_spellings

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_NARROWEST, _WIDEST, _USUAL, _PICTURE = 20, 300, 80, 100


def is_terminal() -> bool:
    """Whether answers go to a terminal (not what Rich thinks: FORCE_COLOR must not turn a pipe into one)."""
    try:
        return sys.stdout.isatty()
    except (ValueError, AttributeError):  # closed, or there is none
        return False


def width(*, picture: bool = False) -> int:
    """Columns to draw in: ``COLUMNS`` if it makes sense, else the terminal's, else 80 (100 for a picture)."""
    wanted = os.environ.get("COLUMNS", "")
    if wanted.isascii() and wanted.isdigit() and int(wanted[:6]):
        return min(max(int(wanted[:6]), _NARROWEST), _WIDEST)
    try:
        found = (
            os.get_terminal_size(sys.__stdout__.fileno()).columns
            if is_terminal() and sys.__stdout__
            else 0
        )
    except (OSError, ValueError):
        found = 0
    return min(max(found, _NARROWEST), _WIDEST) if found else _PICTURE if picture else _USUAL


def colours(choice: str) -> bool:
    """Whether to colour: ``--color``, then NO_COLOR, then FORCE_COLOR, then a dumb terminal, then any terminal."""
    known = ("auto", "always", "never")
    if choice not in known:
        raise UnknownName(
            "colour setting",
            choice,
            nearest_spellings(choice, known),
            "write auto, always or never",
        )
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE"):
        if os.environ.get(name):
            return os.environ[name] != "0"
    return os.environ.get("TERM") != "dumb" and is_terminal()


def console(file: TextIO, *, colour: bool, columns: int, record: bool = False) -> Console:
    """A Rich console that draws *columns* wide into *file*."""
    from rich.console import Console

    return Console(
        file=file,
        width=columns,
        height=max(columns, 25),
        color_system="standard" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        record=record,
    )


def drawn(picture: RenderableType, *, colour: bool, columns: int) -> str:
    """*picture* as text, without blanks at line ends.

    On a terminal no line is wider than *columns*; elsewhere an address that is runs on, so that it stays one word.
    """
    import io

    out = io.StringIO()
    console(out, colour=colour, columns=columns).print(
        picture, crop=False, overflow="fold" if is_terminal() else None
    )
    return "\n".join(line.rstrip() for line in out.getvalue().rstrip("\n").split("\n")) + "\n"


def svg(picture: RenderableType, *, title: str, columns: int) -> str:
    """*picture* as an SVG that is whole in itself."""
    import io

    from rich.segment import Segment

    from vnkp.output.svg import drawn

    made = console(io.StringIO(), colour=True, columns=columns)
    options = made.options.update(
        overflow="fold"
    )  # what runs over the edge of a picture would be lost
    return drawn(list(Segment.split_lines(made.render(picture, options))), title)


def say(text: str) -> None:
    """Print a count, a hint or an error on stderr; never fail for it."""
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        pass


def put(text: str) -> None:
    """Print an answer on stdout; raises `OSError` when it cannot be written."""
    if sys.stdout is None:
        raise FileError("standard output", "it is closed", "use -o FILE")
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:  # a stream that somebody put in the place of stdout
        sys.stdout.write(text)
    else:
        sys.stdout.flush()
        left = memoryview(text.encode(sys.stdout.encoding, sys.stdout.errors or "strict"))
        while (
            left
        ):  # with PYTHONUNBUFFERED set, Python itself would forget what a first write did not take
            left = left[buffer.write(left) :]
    sys.stdout.flush()
