"""The command line: the commands by name, each loaded when it is asked for."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Any, NoReturn

import typer

from vnkp.answers import Answer
from vnkp.cli import (
    command_line,
    completion,
    execute,
    help_texts,
    hints,
    option_groups,
    options,
    terminal,
)
from vnkp.errors import VnkpError
from vnkp.i18n.messages import say
from vnkp.model.fields import Lang
from vnkp.text import strip_control_characters
from vnkp.version import __version__

# Every command in the order of the help, and the module of `vnkp.cli.commands` that has it.
COMMANDS = {
    "year": "facts",
    "list": "facts",
    "show": "lookup",
    "search": "facts",
    "visits": "facts",
    "aid": "totals",
    "trade": "facts",
    "timeline": "facts",
    "brief": "brief",
    "anniversaries": "anniversaries",
    "today": "anniversaries",
    "people": "lookup",
    "sources": "sources",
    "disputes": "facts",
    "cite": "sources",
    "latest": "facts",
    "new": "new",
    "check": "check",
    "schema": "check",
}


def build(name: str | None = None) -> typer.Typer:
    """The whole program, or the one command called *name*, which takes a tenth of the time."""
    app = typer.Typer(
        name="vnkp",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        add_completion=name is None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    if name is None:
        app.callback()(_main_options)
    for command in [name] if name else [*COMMANDS, command_line.UNNAMED]:
        module = importlib.import_module(f"vnkp.cli.commands.{COMMANDS.get(command, 'facts')}")
        function: Callable[..., Answer] = getattr(module, f"{command}_command")
        expanded = option_groups.expand_option_groups(function, execute.run_command)
        app.command(command, hidden=command == command_line.UNNAMED)(expanded)
    return app


def _parameters(name: str | None) -> Sequence[Any]:
    return typer.main.get_command(build(name)).params


def _main_options(
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    """The options that need no command; `main` answers --version without building the program."""


def _complete(instruction: str) -> None:
    """Answer what a shell asks when Tab is pressed; the shell's own script is left to Typer."""
    try:
        answer = completion.answer(instruction, _parameters)
    except Exception:  # whatever it is, it would land between the words of a command line
        sys.exit(1)
    if answer is not None:
        text, status = answer
        terminal.print_stdout(f"{text}\n" if text else "")
        sys.exit(status)


def _program_name(name: str | None) -> str:
    return f"vnkp {name}" if name in COMMANDS else "vnkp"


def _run(name: str | None, words: Sequence[str]) -> int:
    """Run the command called *name* on *words*; return the exit status."""
    try:
        # Without a command (a misspelt option, the script of a shell) the whole program is built.
        status = build(name)(words, prog_name=_program_name(name), standalone_mode=False) or 0
    except hints.RefusedWords as refused:
        command = name if name in COMMANDS else "vnkp"
        elsewhere = [parameter for other in COMMANDS for parameter in _parameters(other)]
        error = hints.usage_error(refused, command, _parameters(name), elsewhere)
        return execute.print_error(error, _error_language(words))
    unquoted = hints.unquoted_name(words) if status == VnkpError.status else None
    if unquoted:
        option, value = unquoted
        note = say("quote_hint", _error_language(words), option=option, value=value)
        terminal.print_stderr(f"vnkp: {strip_control_characters(note)}")
    return int(status)


def _error_language(words: Sequence[str]) -> Lang:
    """The language of an error outside of any command."""
    return execute.error_language(options.read_output(words))


def _print_help(name: str | None, words: Sequence[str]) -> NoReturn:
    """Print the help of the command called *name*, or of the program.

    The help of the program ends as a mistake does where there are no *words* at all.
    """
    lang = options.read_output(words).language()
    if name is None:
        terminal.print_stdout(help_texts.program_text(lang, terminal.width()))
        sys.exit(0 if words else VnkpError.status)
    command = typer.main.get_command(build(name))
    terminal.print_stdout(help_texts.command_text(command, name, _program_name(name), lang))
    sys.exit(0)


def main() -> None:
    """Run the program on the words of the command line."""
    terminal.prepare_streams()
    instruction = os.environ.get("_VNKP_COMPLETE")
    if instruction:
        _complete(instruction)
    stdout = sys.stdout
    words = sys.argv[1:]
    try:
        command_line.refuse_empty(words)
        name, words = command_line.resolve(words)
        command_line.refuse_doubled(words)
        if name is None and "--version" in words:
            terminal.print_stdout(f"vnkp {__version__}\n")
            sys.exit(0)
        # Typer answers the instructions of other shells, which come without words.
        is_bare = not (name or words or instruction)
        if is_bare or not {"-h", "--help"}.isdisjoint(words):
            _print_help(name, words)
        sys.exit(_run(name, words))
    except KeyboardInterrupt:
        sys.exit(execute.INTERRUPTED)
    except SystemExit as stop:
        # Typer ends so when the reader of a shell's script had enough, with another stream there.
        if stop.code == 1 and sys.stdout is not stdout:
            sys.exit(0)
        raise
    except VnkpError as error:  # help and version are written outside of any command
        sys.exit(execute.print_error(error, _error_language(sys.argv)))
    except OSError as error:
        sys.exit(execute.handle_stdout_error(error, _error_language(sys.argv)))
