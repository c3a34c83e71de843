"""The terminal, the pipe and the file that answers go to: width, colour, letters, and writing whole or not at all."""

from __future__ import annotations

import codecs
import os
import stat
import sys
import unicodedata
from typing import TYPE_CHECKING, Any, TextIO, cast

from vnkp.errors import FileError, UnknownName
from vnkp.store import reason

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_NARROWEST, _WIDEST, _USUAL, _PICTURE = 20, 300, 80, 100
_STEERING = ("Cc", "Cf", "Cs", "Zl", "Zp")
_NEAREST = {
    "đ": "d",
    "Đ": "D",
    "–": "-",
    "—": "-",
    "‘": "'",
    "’": "'",
    "…": "...",
    "→": "->",
    "←": "<-",
    "↔": "<->",
    "≠": "!=",
}
_DRAWN = {
    "│": "|",
    "─": "-",
    "┬": "+",
    "┴": "+",
    "◆": "*",
    "■": "#",
    "□": "=",
    "●": "o",
    "○": "0",
    "▲": "^",
    "△": "A",
    "★": "+",
    "♪": "~",
    "▶": ">",
    "◀": "<",
    "█": "#",
    "░": ":",
    "·": "|",
    "“": '"',
    "”": '"',
    **dict.fromkeys("▏▎▍▌▋▊▉", "#"),
}


def prepare() -> None:
    """Let stdout and stderr carry every letter: UTF-8 into pipes and files, the nearest letters on other terminals."""
    codecs.register_error("vnkp-nearest", _nearest)
    for stream in (sys.stdout, sys.stderr):
        if stream is None or not hasattr(stream, "reconfigure"):
            continue
        if not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        else:
            stream.reconfigure(errors="vnkp-nearest")
    if sys.stderr is not None and not isinstance(sys.stderr, _Harmless):
        sys.stderr = cast(TextIO, _Harmless(sys.stderr))  # all else that is asked of a stream it passes on


class _Harmless:
    """Standard error, through which nothing goes that steers a terminal: errors, Typer's too, repeat what somebody typed."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write *text*, made `printable`; whether a stream takes bytes Typer finds out by giving it some."""
        return self._stream.write(printable(text) if isinstance(text, str) else text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def _nearest(error: UnicodeError) -> tuple[str, int]:
    """For a letter that the stream cannot carry, the nearest that it can."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    made = ""
    for char in error.object[error.start : error.end]:
        bare = "".join(part for part in unicodedata.normalize("NFKD", char) if part.isascii())
        made += _NEAREST.get(char) or _DRAWN.get(char) or bare or "?"
    return made, error.end


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
        found = os.get_terminal_size(sys.__stdout__.fileno()).columns if is_terminal() and sys.__stdout__ else 0
    except (OSError, ValueError):
        found = 0
    return min(max(found, _NARROWEST), _WIDEST) if found else _PICTURE if picture else _USUAL


def colours(choice: str) -> bool:
    """Whether to colour: ``--color``, then NO_COLOR, then FORCE_COLOR, then a dumb terminal, then any terminal."""
    if choice not in ("auto", "always", "never"):
        raise UnknownName("colour setting", choice, (), "write auto, always or never")
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
    """*picture* as text, without blanks at line ends; an address wider than *columns* runs on, so that it stays one word."""
    import io

    out = io.StringIO()
    console(out, colour=colour, columns=columns).print(picture, crop=False)
    return "\n".join(line.rstrip() for line in out.getvalue().rstrip("\n").split("\n")) + "\n"


def svg(picture: RenderableType, *, title: str, columns: int) -> str:
    """*picture* as an SVG that is whole in itself."""
    import io

    from rich.segment import Segment

    from vnkp.render.picture import drawn

    made = console(io.StringIO(), colour=True, columns=columns)
    options = made.options.update(overflow="fold")  # what runs over the edge of a picture would be lost
    return drawn(list(Segment.split_lines(made.render(picture, options))), title)


def write(path: str, text: str) -> None:
    """Write *text* to the file at *path*, whole or not at all; raise `FileError` when that cannot be done."""
    try:
        place = os.path.realpath(path)  # a link stays a link: what it points to is written
        if os.path.isdir(place):
            raise FileError(path, "this is a folder", "name a file in it")
        if os.path.exists(place) and not os.path.isfile(place):  # a device or a pipe has no other name to be moved from
            with open(place, "w", encoding="utf-8", newline="") as file:
                file.write(text)
        else:
            _replace(place, text)
    except (OSError, ValueError) as error:
        said = reason(error) if isinstance(error, OSError) else str(error)
        raise FileError(path, said, "name a file that can be written") from None


def _replace(place: str, text: str) -> None:
    """Write *text* beside *place*, and when it is safely there, move it to its place."""
    part = os.path.join(os.path.dirname(place), f".vnkp.{os.urandom(4).hex()}.part")
    try:
        with open(part, "x", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(place):
            os.chmod(part, stat.S_IMODE(os.stat(place).st_mode))
        os.replace(part, place)
    except BaseException:  # Ctrl-C too leaves nothing behind
        if os.path.exists(part):
            os.unlink(part)
        raise


def say(text: str) -> None:
    """Print a count, a hint or an error on stderr; never fail for it."""
    try:
        if sys.stderr is not None:
            sys.stderr.write(f"{text}\n")
            sys.stderr.flush()
    except (OSError, ValueError):
        pass


def put(text: str) -> None:
    """Print an answer on stdout; raises `OSError` when it cannot be written."""
    if sys.stdout is None:
        raise FileError("standard output", "it is closed", "use -o FILE")
    out: Any = sys.stdout
    out.write(text)
    out.flush()


def printable(text: str) -> str:
    """*text* without characters that could steer a terminal, for words that somebody typed."""
    return "".join("�" if unicodedata.category(char) in _STEERING and char not in "\n\t" else char for char in text)
