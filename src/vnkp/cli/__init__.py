"""The command line: words to values, call, print. Only what the command at hand needs is imported."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Any

from vnkp import __version__

try:
    import typer

    from vnkp.cli import terminal
except KeyboardInterrupt:  # Ctrl-C while the program starts
    raise SystemExit(130) from None

# Every command, in the order of the help, and the module in which it lives.
COMMANDS = {
    "year": "listing",
    "list": "listing",
    "show": "records",
    "search": "listing",
    "visits": "listing",
    "aid": "accounts",
    "trade": "accounts",
    "timeline": "listing",
    "anniversaries": "calendar",
    "today": "calendar",
    "people": "records",
    "sources": "records",
    "disputes": "listing",
    "cite": "records",
    "check": "upkeep",
    "schema": "upkeep",
}


def build(*names: str) -> typer.Typer:
    """The program with the commands called *names*; with all of them if none is named."""
    from vnkp.cli import options, run

    app = typer.Typer(
        name="vnkp",
        help="Vietnam–North Korea relations, fact by fact: what happened, who came, how much, and who says so.",
        epilog="WHEN is 1961, 1961-06, 6/1961, 1960s, 1958..1961, ..1970 or 1990..  "
        "Exit status: 0 found, 1 nothing matched, 2 usage, 3 a file is bad or cannot be read or written.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_start)
    for name in names or COMMANDS:
        # A summary of its own is wrapped in the list of commands, where Typer would cut one that it made.
        app.command(name, short_help=_told(name))(options.spliced(_body(name), run.execute))
    return app


def _body(name: str) -> Callable[..., Any]:
    """The function that the command called *name* runs."""
    module = importlib.import_module(f"vnkp.cli.{COMMANDS[name]}")
    body: Callable[..., Any] = getattr(module, name, None) or getattr(module, f"{name}_")
    return body


def _version(wanted: bool) -> None:
    if wanted:
        terminal.put(f"vnkp {__version__}\n")
        raise typer.Exit


def _start(
    version: Annotated[
        bool, typer.Option("--version", help="Say which version this is.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Do nothing: --version answers by itself, before a command is missed."""


def _complete(asked: str) -> None:
    """Answer what a shell asks; the script that asks is left to Typer, which made it."""
    from vnkp.cli import shells

    try:
        answer = shells.answer(asked, shells.Program(COMMANDS, _told, _parameters))
    except Exception:  # whatever it is, it would land between the words of somebody's command line
        sys.exit(1)
    if answer is not None:
        terminal.put(f"{answer.text}\n" if answer.text else "")
        sys.exit(answer.status)


def _told(name: str) -> str:
    """What the command called *name* does, in a line."""
    return (_body(name).__doc__ or "").partition("\n")[0]


def _parameters(name: str) -> Sequence[Any]:
    command: Any = typer.main.get_command(build(name))
    return list(command.commands[name].params)


def main() -> None:
    """Run the program on the words of the command line."""
    terminal.prepare()
    asked = os.environ.get("_VNKP_COMPLETE")
    if asked:
        _complete(asked)
    # Building one command takes a tenth of the time that building all takes; help and mistakes need them all.
    named = sys.argv[1:2] if sys.argv[1:2] and sys.argv[1] in COMMANDS else []
    try:
        build(*named)(prog_name="vnkp")
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:  # help and version are written outside of any command
        from vnkp.cli import run

        sys.exit(run.unwritten(error))
