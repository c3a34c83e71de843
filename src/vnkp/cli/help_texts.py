"""The help of the program and of its commands, as it is printed."""

from __future__ import annotations

import inspect
import textwrap
from typing import Any

from vnkp.i18n.help_messages import SUMMARIES, command_help, help_words, program_help
from vnkp.i18n.option_help import vietnamese_help, vietnamese_metavar
from vnkp.model.fields import Lang


def program_text(lang: Lang, width: int) -> str:
    """The help of the program in *lang*, in lines of *width* columns."""
    lines = [part for line in program_help(lang).split("\n") for part in _broken(line, width)]
    return "\n".join(lines).rstrip() + "\n"


def _broken(line: str, width: int) -> list[str]:
    """The lines that *line* takes; an example is never broken, it moves left for room."""
    if line.startswith(" " * SUMMARIES):
        return [line if len(line) <= width else line.strip().rjust(width)]
    indent = " " * SUMMARIES if line.startswith(" ") else ""
    return textwrap.wrap(line, width, break_on_hyphens=False, subsequent_indent=indent) or [""]


def command_text(command: Any, name: str, path: str, lang: Lang) -> str:
    """The help of a *command* of Typer, called *name*, typed as *path*, in *lang*."""
    # Typer cuts a summary that it takes from a docstring itself; python -OO has none.
    docstring = inspect.getdoc(command.callback) if lang == "en" else None
    command.help = docstring or command_help(name, lang)
    context = command.make_context(path, [], resilient_parsing=True)
    if lang == "vi":
        for parameter in command.get_params(context):  # --help, which is Typer's own, too
            parameter.help = vietnamese_help(parameter.help or "")
            parameter.metavar = parameter.metavar and vietnamese_metavar(parameter.metavar)
    return help_words(command.get_help(context), lang).rstrip() + "\n"
