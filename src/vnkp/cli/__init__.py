"""The command line: words to values, call, print. Only what the command at hand needs is imported."""

from __future__ import annotations

import importlib
import sys
from typing import Annotated

import typer

from vnkp import __version__
from vnkp.cli import terminal

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
        module = importlib.import_module(f"vnkp.cli.{COMMANDS[name]}")
        body = getattr(module, name, None) or getattr(module, f"{name}_")
        app.command(name)(options.spliced(body, run.execute))
    return app


def _start(
    version: Annotated[bool, typer.Option("--version", help="Say which version this is.", is_eager=True)] = False,
) -> None:
    if version:
        terminal.put(f"vnkp {__version__}\n")
        raise typer.Exit


def main() -> None:
    """Run the program on the words of the command line."""
    terminal.prepare()
    # Building one command takes a tenth of the time that building all takes; help and mistakes need them all.
    named = sys.argv[1:2] if sys.argv[1:2] and sys.argv[1] in COMMANDS else []
    try:
        build(*named)(prog_name="vnkp")
    except KeyboardInterrupt:
        sys.exit(130)
