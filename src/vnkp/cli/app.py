"""The command line: the commands by name, each loaded when it is asked for."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from vnkp.answers import Answer
from vnkp.cli import execute, options, terminal
from vnkp.errors import VnkpError
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
    "sources": "lookup",
    "disputes": "facts",
    "cite": "lookup",
    "check": "check",
    "schema": "check",
}


def build(name: str | None = None) -> typer.Typer:
    """The whole program, or the one command called *name*, which takes a tenth of the time."""
    app = typer.Typer(
        name="vnkp",
        help="Vietnam–North Korea relations, fact by fact: what happened, who came, how much,"
        " and who says so.",
        epilog="WHEN is 1961, 1961-06, 6/1961, 1960s, 1958..1961, ..1970 or 1990..\n\n"
        "Exit status: 0 found, 1 nothing matched, 2 usage, 3 a file is bad or cannot be read or"
        " written.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        add_completion=name is None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    if name is None:
        app.callback()(_main_options)
    for command in [name] if name else COMMANDS:
        expanded = options.expand_option_groups(_function(command), execute.execute)
        # Typer would cut a summary that it takes from the docstring; its own it wraps.
        app.command(command, short_help=_summary(command))(expanded)
    return app


def _function(name: str) -> Callable[..., Answer]:
    """The function of the command called *name*."""
    module = importlib.import_module(f"vnkp.cli.commands.{COMMANDS[name]}")
    function: Callable[..., Answer] = getattr(module, f"{name}_command")
    return function


def _summary(name: str) -> str:
    """What the command called *name* does, in a line."""
    return (_function(name).__doc__ or "").partition("\n")[0]


def _parameters(name: str) -> Sequence[Any]:
    return typer.main.get_command(build(name)).params


def _print_version(value: bool) -> None:
    if value:
        terminal.print_stdout(f"vnkp {__version__}\n")
        raise typer.Exit


def _main_options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Say which version this is.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Take the options that stand before a command; --version answers by itself."""


def _complete(instruction: str) -> None:
    """Answer what a shell asks when Tab is pressed; the shell's own script is left to Typer."""
    from vnkp.cli import completion

    try:
        program = completion.Program(COMMANDS, _summary, _parameters)
        answer = completion.answer(instruction, program)
    except Exception:  # whatever it is, it would land between the words of a command line
        sys.exit(1)
    if answer is not None:
        terminal.print_stdout(f"{answer.text}\n" if answer.text else "")
        sys.exit(answer.status)


def _explain_usage(words: Sequence[str]) -> None:
    """Say what to write instead of *words*, where Typer's own message does not."""
    from vnkp.cli import hints

    docstring = (_function(words[0]).__doc__ or "") if words and words[0] in COMMANDS else ""
    hint = hints.usage_hint(words, COMMANDS, _parameters, docstring)
    if hint:
        terminal.print_stderr(f"vnkp: {strip_control_characters(hint)}")


def main() -> None:
    """Run the program on the words of the command line."""
    terminal.prepare_streams()
    instruction = os.environ.get("_VNKP_COMPLETE")
    if instruction:
        _complete(instruction)
    # Help and mistakes need all commands.
    name = next((word for word in sys.argv[1:2] if word in COMMANDS), None)
    try:
        words = sys.argv[2:] if name else sys.argv[1:]
        build(name)(words, prog_name=f"vnkp {name}" if name else "vnkp")
    except KeyboardInterrupt:
        sys.exit(execute.INTERRUPTED)
    except SystemExit as stop:
        if stop.code == VnkpError.status:
            _explain_usage(sys.argv[1:])
        raise
    except VnkpError as error:  # help and version are written outside of any command
        sys.exit(execute.print_error(error, execute.error_language(options.Output())))
    except OSError as error:
        sys.exit(execute.handle_stdout_error(error, execute.error_language(options.Output())))
