"""What somebody meant whose words Typer could not read: a line after its own message that says what to write."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from vnkp.errors import DateError
from vnkp.model import time_window

# Options whose values may be several words.
_NAMED = ("--person", "--place")


def usage_hint(
    words: Sequence[str],
    commands: Iterable[str],
    parameters: Callable[[str], Sequence[Any]],
    told: str,
) -> str:
    """What to write instead of *words*; *parameters* gives those of a command, *told* is what the help says of it."""
    if not words or words[0] not in commands:
        return f"write: vnkp year {words[0]}" if words and _is_when(words[0]) else ""
    command, rest = words[0], list(words[1:])
    taken = parameters(command)
    wanted = [one for one in taken if one.param_type_name == "argument"]
    if not rest:
        return _example(told) if any(one.required for one in wanted) else ""
    if wanted:
        return ""
    if rest[0].startswith("-"):
        return _quoted(rest)
    options = {name for one in taken for name in one.opts}
    if "--in" not in options or "--date" in options:
        return ""
    if _is_when(rest[0]):
        return f"write: vnkp {command} --in {rest[0]}"
    return f"to look for words, write: vnkp search {shlex.join(word for word in rest if not word.startswith('-'))}"


def _example(told: str) -> str:
    _, found, example = told.partition("Example: ")
    return f"for example: {example.strip()}" if found else ""


def _quoted(rest: Sequence[str]) -> str:
    """An option whose value was written as several words, with quotation marks round them."""
    for place, word in enumerate(rest[:-2]):
        value = [rest[place + 1]]
        for more in rest[place + 2 :]:
            if more.startswith("-"):
                break
            value.append(more)
        if word in _NAMED and len(value) > 1:
            return f'put quotation marks round several words: {word} "{" ".join(value)}"'
    return ""


def _is_when(word: str) -> bool:
    try:
        time_window.parse(word)
    except DateError:
        return False
    return True
