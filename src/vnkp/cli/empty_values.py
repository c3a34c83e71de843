"""Empty is not absent: a value that is empty is refused, whatever option or argument it is for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from vnkp.errors import UsageError


def refuse_empty_values(words: Sequence[str], parameters: Callable[[], Sequence[Any]]) -> None:
    """Raise `UsageError` if one of *words*, what follows a command, is empty or blank.

    *parameters* gives those of the command: they tell the value of an option from an argument.
    """
    options = list(words[: words.index("--")] if "--" in words else words)
    for index, word in enumerate(words):
        if re.fullmatch(r"--[\w-]+=\s*", word) and index < len(options):
            raise UsageError("empty_option", option=word.partition("=")[0])
        if not word.strip():
            before = options[index - 1] if 0 < index <= len(options) - 1 else ""
            if before in _options_with_value(parameters()):
                raise UsageError("empty_option", option=before)
            raise UsageError("empty_argument")


def _options_with_value(parameters: Sequence[Any]) -> list[str]:
    return [
        name
        for parameter in parameters
        if parameter.param_type_name == "option" and not parameter.is_flag
        for name in parameter.opts
    ]
