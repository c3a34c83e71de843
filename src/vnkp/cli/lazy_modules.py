"""Modules that are loaded when something of them is first used, not when they are imported.

Half of the time of a command is loading modules, and no command needs them all. From Python 3.15
on, ``lazy import`` does the same (PEP 810).
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from types import ModuleType
from typing import Any

NAMES = (
    # What Typer, inspect, pathlib, shutil and msgspec load for what vnkp does not do.
    "bz2", "ipaddress", "linecache", "lzma", "msgspec.inspect", "ntpath", "subprocess",
    "textwrap", "tokenize",
    # What few commands use.
    "vnkp.cli.completion", "vnkp.cli.counting", "vnkp.cli.files", "vnkp.cli.help_texts",
    "vnkp.cli.hints", "vnkp.cli.pager", "vnkp.i18n.dates", "vnkp.i18n.errors",
    "vnkp.i18n.numbers", "vnkp.output.kind_looks", "vnkp.output.screen.marking",
    "vnkp.query.citing", "vnkp.query.line.commands", "vnkp.query.line.reader",
    "vnkp.query.line.successions", "vnkp.query.line.visit_times", "vnkp.query.names",
    "vnkp.query.offices_and_items", "vnkp.query.romanization", "vnkp.query.search.term_matches",
    "vnkp.query.search.word_search", "vnkp.query.sourcing", "vnkp.query.time_reading.time_reader",
    "vnkp.store.atomic", "vnkp.store.overlay", "vnkp.store.parser",
)  # fmt: skip


class _LazyModule(ModuleType):
    """A module that is not loaded yet; it lacks every attribute until one is asked for.

    `importlib.util.LazyLoader` will not do: an import of its module loads it.
    """

    def __getattr__(self, name: str) -> Any:
        self.__class__ = ModuleType  # type: ignore[assignment] # it is loaded once
        del sys.modules[self.__name__]
        spec = find_spec(self.__name__)
        sys.modules[self.__name__] = self
        if spec is None or spec.loader is None:
            raise ModuleNotFoundError(f"No module named {self.__name__!r}", name=self.__name__)
        self.__spec__, self.__loader__ = spec, spec.loader
        self.__file__, self.__package__ = spec.origin, spec.parent
        spec.loader.exec_module(self)
        return getattr(self, name)


def register() -> None:
    """Let the modules of `NAMES` wait until they are used, wherever they are imported whole.

    ``from module import name`` uses a module at once.
    """
    for name in NAMES:
        sys.modules.setdefault(name, _LazyModule(name))
