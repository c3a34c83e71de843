"""Standard output and standard error: what they can show, and printing on them."""

from __future__ import annotations

import codecs
import contextlib
import os
import sys
import unicodedata
from typing import Any, TextIO, cast

from vnkp.errors import FileError, Phrase
from vnkp.i18n.messages import say
from vnkp.model.fields import Lang
from vnkp.output import kind_looks
from vnkp.query.vocabulary import closed_value
from vnkp.text import strip_control_characters

COLORS = ("auto", "always", "never")
_MIN_WIDTH, _MAX_WIDTH, DEFAULT_WIDTH, PICTURE_WIDTH = 20, 300, 80, 100
# Terminals with links, by TERM or TERM_PROGRAM, and the first VTE without trouble with them.
_LINKING = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "iTerm.app", "WezTerm",
            "ghostty", "vscode")  # fmt: skip
_FIRST_VTE = 5204
_SLOW_BYTES = 5_000_000  # what is larger takes a second or more to parse
# The nearest that a terminal without them can show.
_NEAREST = {
    "đ": "d", "Đ": "D", "–": "-", "—": "-", "‘": "'", "’": "'", "…": "...", "“": '"', "”": '"',
    "→": "->", "←": "<-", "↔": "<->", "≠": "!=", "·": "|",
    "│": "|", "─": "-", "┬": "+", "◀": "<",
    "█": "#", "░": ":", **dict.fromkeys("▏▎▍▌▋▊▉", "#"),
}  # fmt: skip


def prepare_streams() -> None:
    """Let both streams carry every letter: UTF-8 in pipes and files, else the nearest letters."""
    codecs.register_error("vnkp-nearest", _nearest_letters)
    for stream in (sys.stdout, sys.stderr):
        if stream is None or not hasattr(stream, "reconfigure"):
            continue
        if stream.isatty():
            stream.reconfigure(errors="vnkp-nearest")
        else:  # CSV brings its own line ends
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if sys.stderr is None:  # closed; Typer would print its errors on stdout
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 # open to the end
    if not isinstance(sys.stderr, _CleanStream):
        sys.stderr = cast(TextIO, _CleanStream(sys.stderr))


class _CleanStream:
    """A stream without control characters: errors, Typer's too, repeat what somebody typed."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write *text*; Typer tests with bytes whether a stream takes them."""
        if isinstance(text, str):
            text = strip_control_characters(text, keep="\n\t")
        return self._stream.write(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def _nearest_letters(error: UnicodeError) -> tuple[str, int]:
    """For letters that the stream cannot carry, the nearest that it can."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    signs = {look.sign: look.letter for look in kind_looks.KIND_LOOKS.values()}
    letters = ""
    for char in error.object[error.start : error.end]:
        bare = "".join(part for part in unicodedata.normalize("NFKD", char) if part.isascii())
        letters += _NEAREST.get(char) or signs.get(char) or bare or "?"
    return letters, error.end


def is_terminal() -> bool:
    """Whether answers go to a terminal: FORCE_COLOR does not turn a pipe into one, as in Rich."""
    try:
        return sys.stdout.isatty()
    except (ValueError, AttributeError):  # closed, or there is none
        return False


def width(default: int = DEFAULT_WIDTH) -> int:
    """Columns to draw in: ``COLUMNS`` if it is a number, else the terminal's, else *default*."""
    text = os.environ.get("COLUMNS", "")
    columns = int(text[:6]) if text.isascii() and text.isdigit() else 0
    if not columns and is_terminal() and sys.__stdout__:
        with contextlib.suppress(OSError, ValueError):
            columns = os.get_terminal_size(sys.__stdout__.fileno()).columns
    return min(max(columns, _MIN_WIDTH), _MAX_WIDTH) if columns else default


def use_color(choice: str) -> bool:
    """Whether to use colours: ``--color``, then NO_COLOR, FORCE_COLOR, and a capable terminal."""
    if closed_value("colour setting", choice, COLORS) != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE"):
        if os.environ.get(name):
            return os.environ[name] != "0"
    return os.environ.get("TERM") != "dumb" and is_terminal()


def knows_links(color: str) -> bool:
    """Whether the terminal is one of those that are known to show links (OSC 8)."""
    if not is_terminal() or not use_color(color):
        return False
    term, program = os.environ.get("TERM", ""), os.environ.get("TERM_PROGRAM", "")
    if os.environ.get("TMUX") or term.startswith(("screen", "tmux")):
        return False  # they may sit on a terminal that does not
    vte = os.environ.get("VTE_VERSION", "")
    if vte.isdecimal():
        return int(vte) >= _FIRST_VTE
    return term in _LINKING or program in _LINKING or bool(os.environ.get("WT_SESSION"))


def print_stderr(text: str) -> None:
    """Print a count, a hint or an error on standard error; never fail for it."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


def print_reading(lang: Lang, file: str, size: int) -> None:
    """Print on a terminal that *file* is being read, if its *size* in bytes is large."""
    if size > _SLOW_BYTES and sys.stderr.isatty():
        print_stderr(say("reading_file", lang, file=strip_control_characters(file)))


def print_stdout(content: str | bytes) -> None:
    """Print an answer on standard output; raises `OSError` if it cannot be written."""
    if sys.stdout is None:
        raise FileError(Phrase("standard_output"), "closed_output")
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:  # a stream that somebody put in the place of stdout
        sys.stdout.write(content if isinstance(content, str) else content.decode())
    else:
        sys.stdout.flush()
        if isinstance(content, str):
            content = content.encode(sys.stdout.encoding, sys.stdout.errors or "strict")
        left = memoryview(content)
        while left:  # with PYTHONUNBUFFERED Python itself forgets what a first write did not take
            left = left[buffer.write(left) :]
    sys.stdout.flush()
