"""Letters that a stream can carry, and none that steers the terminal behind it."""

from __future__ import annotations

import codecs
import os
import sys
import unicodedata
from typing import Any, TextIO, cast

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
            stream.reconfigure(
                encoding="utf-8", errors="backslashreplace", newline="\n"
            )  # CSV brings its own line ends
        else:
            stream.reconfigure(errors="vnkp-nearest")
    if sys.stderr is None:  # closed; Typer would print its errors on stdout
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # it stays open to the end of the process
    if not isinstance(sys.stderr, _Harmless):
        sys.stderr = cast(
            TextIO, _Harmless(sys.stderr)
        )  # all else that is asked of a stream it passes on


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


def printable(text: str) -> str:
    """*text* without characters that could steer a terminal, for words that somebody typed."""
    return "".join(
        "�" if unicodedata.category(char) in _STEERING and char not in "\n\t" else char
        for char in text
    )
