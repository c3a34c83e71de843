"""The command line: words to values, call, print. Only what the command at hand needs is imported."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from vnkp.cli import letters, terminal
from vnkp.errors import VnkpError
from vnkp.version import __version__

# Every command, in the order of the help, and the module in which it lives.
COMMANDS = {
    "year": "facts",
    "list": "facts",
    "show": "lookup",
    "search": "facts",
    "visits": "facts",
    "aid": "totals",
    "trade": "totals",
    "timeline": "facts",
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
    """The whole program, or the command called *name* as a program of its own, which is built in a tenth of the time."""
    from vnkp.cli import execute, options

    app = typer.Typer(
        name="vnkp",
        help="Vietnam–North Korea relations, fact by fact: what happened, who came, how much, and who says so.",
        epilog="WHEN is 1961, 1961-06, 6/1961, 1960s, 1958..1961, ..1970 or 1990..\n\n"
        "Exit status: 0 found, 1 nothing matched, 2 usage, 3 a file is bad or cannot be read or written.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        add_completion=name is None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    if name is None:
        app.callback()(_start)
    for one in [name] if name else COMMANDS:
        # A summary of its own is wrapped in the list of commands, where Typer would cut one that it made.
        app.command(one, short_help=_told(one))(options.spliced(_body(one), execute.execute))
    return app


def _body(name: str) -> Callable[..., Any]:
    """The function that the command called *name* runs."""
    module = importlib.import_module(f"vnkp.cli.commands.{COMMANDS[name]}")
    body: Callable[..., Any] = getattr(module, name, None) or getattr(module, f"{name}_")
    return body


def _version(wanted: bool) -> None:
    if wanted:
        terminal.put(f"vnkp {__version__}\n")
        raise typer.Exit


def _start(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Say which version this is.", callback=_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Do nothing: --version answers by itself, before a command is missed."""


def _complete(asked: str) -> None:
    """Answer what a shell asks; the script that asks is left to Typer, which made it."""
    from vnkp.cli import completion

    try:
        answer = completion.answer(asked, completion.Program(COMMANDS, _told, _parameters))
    except Exception:  # whatever it is, it would land between the words of somebody's command line
        sys.exit(1)
    if answer is not None:
        terminal.put(f"{answer.text}\n" if answer.text else "")
        sys.exit(answer.status)


def _told(name: str) -> str:
    """What the command called *name* does, in a line."""
    return (_body(name).__doc__ or "").partition("\n")[0]


def _parameters(name: str) -> Sequence[Any]:
    return typer.main.get_command(build(name)).params


def _explain(words: Sequence[str]) -> None:
    """Say what to write instead of *words*, where Typer's own message does not."""
    from vnkp.cli import hints

    told = (_body(words[0]).__doc__ or "") if words and words[0] in COMMANDS else ""
    said = hints.remedy(words, COMMANDS, _parameters, told)
    if said:
        terminal.say(f"vnkp: {letters.printable(said)}")


def main() -> None:
    """Run the program on the words of the command line."""
    letters.prepare()
    asked = os.environ.get("_VNKP_COMPLETE")
    if asked:
        _complete(asked)
    name = next(
        (word for word in sys.argv[1:2] if word in COMMANDS), None
    )  # help and mistakes need them all
    try:
        build(name)(
            sys.argv[2:] if name else sys.argv[1:], prog_name=f"vnkp {name}" if name else "vnkp"
        )
    except KeyboardInterrupt:
        sys.exit(130)
    except SystemExit as stop:
        if stop.code == VnkpError.status:
            _explain(sys.argv[1:])
        raise
    except VnkpError as error:  # help and version are written outside of any command
        terminal.say(f"vnkp: {error}")
        sys.exit(error.status)
    except OSError as error:
        from vnkp.cli import execute

        sys.exit(execute.unwritten(error))
