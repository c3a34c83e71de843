"""Lines that need no reader: a command alone, or with a year, which most people type."""

from __future__ import annotations

import datetime as dt
import re

from vnkp.model.fields import Lang
from vnkp.model.time_window import from_to
from vnkp.query import vocabulary
from vnkp.query.filters import Query
from vnkp.query.line.reading import DEFAULTS, TIMED, Reading

_YEAR = "(?:19|20)[0-9]{2}"  # others may be numbers
_ALSO_WORDS = ("help", "new", "version")  # of any line


def is_command(name: str, rest: str) -> bool:
    """Whether *name* is certainly the command, and *rest* its words: of most nothing or a year."""
    if name == "search":  # no sentence begins so
        return True
    is_named = name in vocabulary.COMMANDS and name not in _ALSO_WORDS
    return is_named and (not rest or re.fullmatch(_YEAR, rest) is not None)


def read(text: str, lang: Lang, command: str) -> Reading | None:
    """What `reader.ask` makes of *text*, nothing or a year; None of any other.

    >>> read("1961", "en", "visits").line
    'visits --in 1961'
    """
    if text and not re.fullmatch(_YEAR, text):
        return None
    year = int(text) if text else 0
    query = Query(
        window=from_to(dt.date(year, 1, 1), dt.date(year, 12, 31)) if year else None,
        lang=lang,
        **DEFAULTS.get(command, {}),
    )
    return Reading(command=command, query=query, is_interpreted=bool(year) and command not in TIMED)
