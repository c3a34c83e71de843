"""Options that several commands share, put into the signature that Typer reads."""

import functools
import inspect
from collections.abc import Callable, Collection
from typing import Any

import msgspec

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
}


def expand_option_groups(
    command: Callable[..., Answer], run: Callable[..., None]
) -> Callable[..., None]:
    """A function for Typer with the fields of *command*'s option groups as parameters.

    It collects them in their groups again and calls *run*. Typer reads options off a signature:
    without this every command would repeat some twenty of them.
    """
    hints = inspect.get_annotations(command, eval_str=True)
    groups = {name: hint for name, hint in hints.items() if hint in _GROUPS}
    without = _WITHOUT.get(command.__name__, ())
    kind = inspect.Parameter.KEYWORD_ONLY
    own, shared = [], []  # in the help, those of the command alone come first
    for name, parameter in inspect.signature(command).parameters.items():
        if name in groups:
            shared += _parameters(groups[name], without)
        else:
            own.append(parameter.replace(annotation=hints[name], kind=kind))

    @functools.wraps(command)
    def expanded(**options: Any) -> None:
        filled = {}
        for name, group in groups.items():
            fields = [field for field in group.__struct_fields__ if field in options]
            filled[name] = group(**{field: options.pop(field) for field in fields})
        run(command, **options, **filled)

    signature = inspect.Signature([*own, *shared])
    expanded.__signature__ = signature  # type: ignore[attr-defined] # for Typer
    expanded.__annotations__ = {}  # Typer would evaluate these too, and then take the signature's
    return expanded


def _parameters(group: type[msgspec.Struct], without: Collection[str]) -> list[inspect.Parameter]:
    """The fields of *group* as parameters, but for those *without*."""
    fields = zip(group.__struct_fields__, group.__struct_defaults__, strict=True)
    kind, notes = inspect.Parameter.KEYWORD_ONLY, group.__annotations__
    return [
        inspect.Parameter(name, kind, default=default, annotation=notes[name])
        for name, default in fields
        if name not in without
    ]
