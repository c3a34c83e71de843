"""Options that several commands share, put into the signature that Typer reads."""

import functools
import inspect
from collections.abc import Callable
from typing import Any

from vnkp.answers import Answer
from vnkp.cli.filter_options import Filters, SourceFilters
from vnkp.cli.options import Output

_GROUPS = (Filters, SourceFilters, Output)
# Options that would mean nothing, by command.
_WITHOUT = {
    "visits_command": ("kind",),
    "aid_command": ("kind", "rank"),
    "trade_command": ("kind", "rank"),
    "disputes_command": ("disputed",),
    "check_command": ("svg",),
    "new_command": ("format", "svg", "color", "show_ids", "pager", "bom"),
    "schema_command": tuple(field for field in Output.__struct_fields__ if field != "output"),
}


def expand_option_groups(
    command: Callable[..., Answer], run: Callable[..., None]
) -> Callable[..., None]:
    """A function for Typer with the fields of *command*'s option groups as parameters.

    It collects them in their groups again and calls *run*. Typer reads options off a signature:
    without this every command would repeat some twenty of them.
    """
    parameters = inspect.signature(command, eval_str=True).parameters.values()
    groups = {
        parameter.name: parameter.annotation
        for parameter in parameters
        if parameter.annotation in _GROUPS
    }
    own = [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for parameter in parameters
        if parameter.name not in groups
    ]
    without = _WITHOUT.get(command.__name__, ())
    shared = [
        parameter
        for group in groups.values()
        for parameter in inspect.signature(group).parameters.values()
        if parameter.name not in without
    ]

    @functools.wraps(command)
    def expanded(**options: Any) -> None:
        filled = {}
        for name, group in groups.items():
            fields = [field for field in group.__struct_fields__ if field in options]
            filled[name] = group(**{field: options.pop(field) for field in fields})
        run(command, **options, **filled)

    # For Typer; in the help, the options of the command alone come first.
    expanded.__signature__ = inspect.Signature([*own, *shared])  # type: ignore[attr-defined]
    expanded.__annotations__ = {}  # Typer would evaluate these too, and then take the signature's
    return expanded
