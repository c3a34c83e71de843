"""What can go wrong, as values: a code and what fills its message.

`vnkp.i18n.errors` words them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

import msgspec

# So many problems of a store, of each sort, are gathered at most.
MAX_GATHERED = 1_000


class Phrase(msgspec.Struct, frozen=True):
    """A value of a message that has words of its own: "a list", "the giver"."""

    code: str
    values: Mapping[str, object] = {}


class VnkpError(Exception):
    """Any error that vnkp raises on purpose; *status* is the exit status it leads to.

    *code* names its message, which *values* fill; as a text it is the message in English.
    """

    status = 2

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class UsageError(VnkpError):
    """Options or arguments that mean nothing, or do not go together."""


class DateError(VnkpError):
    """A date or time that cannot be read."""

    @property
    def phrase(self) -> Phrase:
        """The error as a part of another message."""
        return Phrase(self.code, self.values)


class ImpossibleDate(DateError):
    """A date in a form that vnkp reads, of a day that the calendar does not have."""


class UnknownName(VnkpError):
    """A *name* of some *kind* (person, fact, format …) that is not known.

    *close* are suggestions; *known* are the names that there are, if these are few.
    """

    def __init__(
        self, kind: str, name: str, close: Sequence[str] = (), known: Sequence[str] = ()
    ) -> None:
        code = f"unknown_{kind.replace(' ', '_')}"
        super().__init__(code, name=name, close=tuple(close), known=tuple(known))
        self.close = tuple(close)


class AmbiguousName(VnkpError):
    """A *name* of some *kind* that fits several; *choices* are written ready to be typed."""

    def __init__(self, kind: str, name: str, choices: Sequence[str]) -> None:
        super().__init__(f"ambiguous_{kind.replace(' ', '_')}", name=name, choices=tuple(choices))
        self.choices = tuple(choices)


class FileError(VnkpError):
    """A file that cannot be read or written; *path* may also be words, as of standard output."""

    status = 3

    def __init__(self, path: str | Phrase, code: str, **values: object) -> None:
        super().__init__(code, **values)
        self.path = path


def system_reason(error: OSError | ValueError) -> str:
    """What the system says of *error* about a file, in its own words, without its number."""
    words = error.strerror if isinstance(error, OSError) else "no such name of a file"
    return (words or str(error) or type(error).__name__).lower()


class Problem(msgspec.Struct, frozen=True):
    """Something wrong in a store: its *line* (0 if none) and *where* it is (a fact's id, a table).

    *code* names its message, which *values* fill.
    """

    line: int
    where: str
    code: str
    values: Mapping[str, object] = {}


class StoreError(VnkpError):
    """A store with problems: all of them, by line."""

    status = 3

    def __init__(self, file: str, problems: Iterable[Problem]) -> None:
        super().__init__("bad_store")
        self.file = file
        self.problems = sorted(problems, key=attrgetter("line", "where"))
