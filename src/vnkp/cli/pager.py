"""A pager for answers that are longer than the screen."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys

# Colours as they are, no clearing of the screen, and an end by itself where all fits.
_DEFAULT = "less -RFX"


def wants_pager(text: str, columns: int) -> bool:
    """Whether *text* is longer than the terminal, and the terminal can page."""
    if os.environ.get("TERM", "dumb") == "dumb" or not command():
        return False
    try:
        lines = os.get_terminal_size(sys.stdout.fileno()).lines
    except (OSError, ValueError):
        return False
    wrapped = sum(max(len(line) - 1, 0) // columns + 1 for line in text.split("\n")[:-1])
    return bool(lines) and wrapped >= lines


def command() -> list[str]:
    """The words of ``PAGER``, else those of less; none where PAGER is empty or cat."""
    try:
        words = shlex.split(os.environ.get("PAGER", _DEFAULT))
    except ValueError:
        return []
    return [] if words == ["cat"] else words


def page(text: str) -> bool:
    """Show *text* in the pager; return whether there was one."""
    surroundings = {"LESS": "RFX", "LESSCHARSET": "utf-8", **os.environ}
    try:
        process = subprocess.Popen(command(), stdin=subprocess.PIPE, env=surroundings)
    except OSError:
        return False
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the pager
    try:
        process.communicate(text.encode(sys.stdout.encoding or "utf-8", "replace"))
    finally:
        signal.signal(signal.SIGINT, before)
    return process.returncode != 127
