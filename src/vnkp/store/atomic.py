"""Writing a file whole or not at all, whatever ends the process meanwhile."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

# What ends a process, and lets it tidy up if it asks to; Windows has no SIGHUP.
_ENDINGS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


def write_whole(path: str, data: bytes, part: str, mode: int | None = None) -> None:
    """Write *data* to the file *part* beside *path* and, once it is safely there, move it.

    The file gets *mode*, or what the umask leaves of it. Raises `OSError`, and leaves no part.
    """
    with _tidy_ending():
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            with open(os.open(part, flags, 0o666 if mode is None else 0o600), "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if mode is not None:
                os.chmod(part, mode)
            os.replace(part, path)
        except BaseException:  # Ctrl-C too leaves nothing behind
            if os.path.lexists(part):
                os.unlink(part)
            raise


@contextmanager
def _tidy_ending() -> Iterator[None]:
    """Within, a signal that would end the process at once raises `SystemExit` instead."""
    changed = []
    with suppress(ValueError):  # signals are for the main thread alone
        for number in _ENDINGS:
            if signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, _stop)
                changed.append(number)
    try:
        yield
    finally:
        for number in changed:
            signal.signal(number, signal.SIG_DFL)


def _stop(number: int, _: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # a second one would interrupt the tidying
    raise SystemExit(128 + number)
