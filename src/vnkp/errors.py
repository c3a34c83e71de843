"""What can go wrong, said as place, finding, remedy."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

MAX_PROBLEMS = 50
MAX_CHOICES = 20
_LONGEST = 240
_UNPRINTABLE = frozenset(("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"))


class VnkpError(Exception):
    """Any error that vnkp raises on purpose; *status* is the exit status it leads to."""

    status = 2


class DateError(VnkpError):
    """A date or window that cannot be read; *remedy* says what to write instead."""

    def __init__(self, finding: str, remedy: str) -> None:
        super().__init__(f"{finding}; {remedy}")
        self.finding = finding
        self.remedy = remedy


class ImpossibleDate(DateError):
    """A date in a form that vnkp reads, of a day that the calendar does not have."""


class UnknownName(VnkpError):
    """A *what* (person, kind, id …) called *name* that the store does not know; *close* are suggestions."""

    def __init__(self, what: str, name: str, close: Sequence[str] = (), remedy: str = "") -> None:
        if close:
            remedy = f"did you mean {or_list(close)}?"
        super().__init__(f'no {what} "{name}"' + (f"; {remedy}" if remedy else ""))
        self.close = tuple(close)


class AmbiguousName(VnkpError):
    """A *name* that fits several *what*s; *choices* are written ready to be typed."""

    def __init__(self, what: str, name: str, choices: Sequence[str]) -> None:
        more = f" and {len(choices) - MAX_CHOICES} more" if len(choices) > MAX_CHOICES else ""
        listed = ", ".join(choices[:MAX_CHOICES]) + more
        super().__init__(f'"{name}" fits several {what}: {listed}; write one of them in full')
        self.choices = tuple(choices)


class FileError(VnkpError):
    """A file that cannot be read or written."""

    status = 3

    def __init__(self, path: str, finding: str, remedy: str) -> None:
        super().__init__(f"{strip_control_characters(path)}: {finding}; {remedy}")


class Problem(NamedTuple):
    """One fault of a store: its *line* (0 if none), *where* it is (a fact's id, a table), *what* is wrong, and a *hint*."""

    line: int
    where: str
    what: str
    hint: str

    def text(self, file: str) -> str:
        """The problem as one line: ``file:line: where: what; hint``."""
        place = f"{file}:{self.line}" if self.line else file
        parts = [place, self.where, f"{self.what}; {self.hint}" if self.hint else self.what]
        return strip_control_characters(": ".join(part for part in parts if part))


class StoreError(VnkpError):
    """A store with faults: all of them, in the order of the file; its text has the first fifty."""

    status = 3

    def __init__(self, file: str, problems: Iterable[Problem]) -> None:
        self.file = file
        self.problems = sorted(problems)
        lines = [problem.text(file) for problem in self.problems[:MAX_PROBLEMS]]
        if len(self.problems) > MAX_PROBLEMS:
            more = len(self.problems) - MAX_PROBLEMS
            lines.append(
                strip_control_characters(
                    f"{file}: and {more:,} more problem{'s' * (more > 1)}; mend these first"
                )
            )
        super().__init__("\n".join(lines))


def or_list(choices: Sequence[str]) -> str:
    """Quote *choices* and join them with commas and a last "or"."""
    quoted = [f'"{choice}"' for choice in choices]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " or " + quoted[-1]


def strip_control_characters(text: str) -> str:
    """*text* on one line, without what could steer a terminal, for words out of a file; very long ones lose their middle."""
    if len(text) > _LONGEST * 2:
        text = f"{text[:_LONGEST]} … {text[-_LONGEST:]}"
    if text.isprintable():
        return text
    return "".join(
        "\ufffd" if unicodedata.category(char) in _UNPRINTABLE else char for char in text
    )
