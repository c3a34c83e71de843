"""What Typer refuses, as errors of vnkp: in the language of the answer, with what to write."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import typer

from vnkp.errors import UnknownName, UsageError, VnkpError
from vnkp.text import nearest_spellings

# What Typer raises for words that it cannot take; its own name for it is not public.
RefusedWords: Any = typer.BadParameter.__base__
# Options whose values may be several words.
_NAMED = ("--person", "--place", "--office", "--item", "--source")


def usage_error(
    error: Any, command: str, parameters: Sequence[Any], elsewhere: Sequence[Any]
) -> VnkpError:
    """What *error*, of Typer, says about the words after *command*, which takes *parameters*.

    *elsewhere* are those of other commands.
    """
    option = getattr(error, "option_name", None)
    parameter: Any = getattr(error, "param", None)
    if option and hasattr(error, "possibilities"):
        if option in _options(elsewhere):
            return UsageError("option_elsewhere", command=command, option=option)
        return UnknownName("option", option, nearest_spellings(option, _options(parameters), 1))
    if option:
        switches = _options(
            parameter for parameter in parameters if getattr(parameter, "is_flag", False)
        )
        code = "switch_with_value" if option in switches else "option_without_value"
        return UsageError(code, option=option)
    # Typer 0.29 has the least number beside the parameter's type, and no type.
    least = getattr(getattr(parameter, "type", parameter), "min", None)
    if least is not None:
        return UsageError("no_whole_number", option=parameter.opts[0], least=least)
    if parameter:
        return UsageError("words_missing", command=command)
    # Typer tells the words that are too many in brackets, and nowhere else.
    _, _, words = error.format_message().rstrip(")").partition(" (")
    return UsageError("too_many_words", command=command, words=words)


def _options(parameters: Iterable[Any]) -> list[str]:
    """The options of *parameters* as they are typed."""
    names = (
        name for parameter in parameters for name in (*parameter.opts, *parameter.secondary_opts)
    )
    return [name for name in names if name.startswith("-")]


def unquoted_name(words: Sequence[str]) -> tuple[str, str] | None:
    """The first option of *words* with a name of several words, and that name."""
    for index, word in enumerate(words[:-2]):
        value = [words[index + 1]]
        for more in words[index + 2 :]:
            if more.startswith("-"):
                break
            value.append(more)
        if word in _NAMED and len(value) > 1:
            return word, " ".join(value)
    return None
