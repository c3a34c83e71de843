"""A terminal to run vnkp in: a pseudo-terminal of some size, what was written to it,
and what stands on its screen."""

from __future__ import annotations

import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pyte

SGR = re.compile(r"\x1b\[[0-9;]*m")
_PATIENCE = 40.0


class Shown(NamedTuple):
    """What a run on a terminal came to: its exit status, and all that was written to
    the terminal."""

    status: int
    written: str


def on_terminal(
    *words: str,
    env: dict[str, str],
    columns: int = 80,
    lines: int = 24,
    stdout: int | None = None,
    watch: Callable[[str, subprocess.Popen[bytes]], None] | None = None,
    before: Callable[[], object] = lambda: None,
) -> Shown:
    """Run vnkp with all its streams on a terminal, stdout elsewhere if told so.

    *watch* sees what has been written so far; *before* is called in the process before vnkp begins.
    """
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    around = {
        name: value
        for name, value in os.environ.items()
        if name not in ("COLUMNS", "LINES", "NO_COLOR")
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "vnkp", *words],
        stdin=theirs,
        stdout=theirs if stdout is None else stdout,
        stderr=theirs,
        env={**around, "TERM": "xterm-256color", "PAGER": "cat", **env},
        start_new_session=True,
        preexec_fn=lambda: (fcntl.ioctl(0, termios.TIOCSCTTY, 0), before()),
    )
    os.close(theirs)
    written = _read(ours, process, watch)
    os.close(ours)
    return Shown(process.wait(_PATIENCE), written)


def _read(
    ours: int,
    process: subprocess.Popen[bytes],
    watch: Callable[[str, subprocess.Popen[bytes]], None] | None,
) -> str:
    data = b""
    ends = time.monotonic() + _PATIENCE
    while time.monotonic() < ends:
        if select.select([ours], [], [], 0.5)[0]:
            try:
                more = os.read(ours, 65536)
            except OSError:  # how Linux says that nobody has the terminal open any more
                break
            if not more:
                break
            data += more
            if watch:
                watch(data.decode("utf-8", "replace"), process)
        elif process.poll() is not None:
            break
    return data.decode("utf-8", "replace").replace("\r\n", "\n")


class Screen:
    """A terminal's screen, tall enough for all that is *written* to it."""

    def __init__(self, written: str, columns: int) -> None:
        self.columns = columns
        height = sum(len(line) // columns + 1 for line in written.split("\n")) + 2
        self._screen = pyte.Screen(columns, height)
        pyte.Stream(self._screen).feed(written.replace("\n", "\r\n"))

    @property
    def lines(self) -> list[str]:
        """What stands on each line, without blanks at its end and without the empty lines below."""
        shown = [line.rstrip() for line in self._screen.display]
        while shown and not shown[-1]:
            shown.pop()
        return shown

    def cells(self, line: int) -> list[str]:
        """What stands in each cell of *line*; a wide letter has an empty one after it."""
        row = self._screen.buffer[line]
        return [row[column].data for column in range(self.columns)]


def strange(text: str) -> set[str]:
    """The characters of *text* that steer a terminal or cannot be seen, colours and
    line ends apart."""
    import unicodedata

    kinds = ("Cc", "Cf", "Cs", "Zl", "Zp")
    return {
        char
        for char in SGR.sub("", text)
        if char not in "\n\t" and unicodedata.category(char) in kinds
    }


def pieces(path: Path) -> list[str]:
    """The names of what a folder holds."""
    return sorted(entry.name for entry in path.iterdir())
