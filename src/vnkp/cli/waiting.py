"""A sign of life on a terminal while a large store is read.

The parser is compiled and never lets another thread run, so the sign is drawn by a process of its own: a fork that
waits on a pipe. When the reading ends, however it ends, the pipe closes, and the fork wipes its line and is gone.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from types import TracebackType
from typing import NoReturn

from vnkp.cli import letters

_PATIENCE = 1.0  # seconds during which nothing is shown
_TURN = 0.1
_FRAMES = "|/-\\"


class Waiting:
    """While it is entered, and once it has been told to `start`, it shows *words* on stderr after a second."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.shown: tuple[int, int] | None = (
            None  # the fork, and the end of the pipe that keeps it alive
        )

    def start(self) -> None:
        """From now on there is something to wait for; nothing happens unless stderr is a terminal."""
        if self.shown or not _is_terminal() or not hasattr(os, "fork"):
            return
        line = self._line()
        try:
            ours, theirs = os.pipe()
        except OSError:
            return
        try:
            fork = os.fork()
        except OSError:
            os.close(ours)
            os.close(theirs)
            return
        if not fork:
            _live(ours, theirs, line)
        os.close(ours)
        self.shown = fork, theirs

    def stop(self) -> None:
        """Take the sign away."""
        if self.shown:
            fork, pipe = self.shown
            self.shown = None
            os.close(pipe)
            with suppress(ChildProcessError):  # where SIGCHLD is ignored the system has seen to it
                os.waitpid(fork, 0)

    def _line(self) -> bytes:
        """What is shown, in letters that the terminal can carry; nothing but the turning bar where there is no room."""
        encoding, errors = sys.stderr.encoding or "ascii", sys.stderr.errors or "replace"
        words = letters.printable(self.words).encode(encoding, errors)
        try:
            columns = os.get_terminal_size(sys.stderr.fileno()).columns
        except OSError:
            columns = 0
        return b" " + words if len(words) + 3 < (columns or 80) else b""

    def __enter__(self) -> Waiting:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


def _is_terminal() -> bool:
    try:
        return sys.stderr is not None and sys.stderr.isatty()
    except ValueError:  # it is closed
        return False


def _live(ours: int, theirs: int, line: bytes) -> NoReturn:
    """What the fork does: turn the bar until the pipe closes, and leave no trace of it."""
    try:
        import select
        import signal

        signal.signal(
            signal.SIGINT, signal.SIG_IGN
        )  # it ends with the reader, whom Ctrl-C reaches too
        os.close(theirs)
        patience, frame = _PATIENCE, 0
        while not select.select([ours], [], [], patience)[0]:
            os.write(2, b"\r" + _FRAMES[frame % len(_FRAMES)].encode() + line)
            patience, frame = _TURN, frame + 1
        if frame:
            os.write(2, b"\r" + b" " * (len(line) + 1) + b"\r")
    finally:
        os._exit(0)
