"""Vietnam–North Korea relations, fact by fact, with sources.

>>> import vnkp
>>> book = vnkp.load()
>>> visits = vnkp.select(book, vnkp.Query(rank=vnkp.Rank.LEADER, window="1950s"))
>>> visits[0].date.earliest.year
1957
"""

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vnkp.anniversaries import Anniversary, due
    from vnkp.edtf import When
    from vnkp.errors import FileError, Problem, SeveralMatch, StoreError, UnknownName, VnkpError, WhenError
    from vnkp.model import Book, Cite, Fact, Figure, Office, Person, Place, Source, Variant
    from vnkp.query import Query, select
    from vnkp.search import search
    from vnkp.store import load
    from vnkp.totals import Total, totals
    from vnkp.vocabulary import Kind, Rank
    from vnkp.windows import Match, Window

__version__ = "0.1.0"

__all__ = [
    "Anniversary", "Book", "Cite", "Fact", "Figure", "FileError", "Kind", "Match", "Office", "Person", "Place", "Problem",
    "Query", "Rank", "SeveralMatch", "Source", "StoreError", "Total", "UnknownName", "Variant", "VnkpError", "When",
    "WhenError", "Window", "due", "load", "search", "select", "totals",
]  # fmt: skip

# Where each name is at home. It is fetched when it is first asked for: no command needs all of them, and each pays for them.
_HOMES = {
    "anniversaries": ("Anniversary", "due"),
    "edtf": ("When",),
    "errors": ("FileError", "Problem", "SeveralMatch", "StoreError", "UnknownName", "VnkpError", "WhenError"),
    "model": ("Book", "Cite", "Fact", "Figure", "Office", "Person", "Place", "Source", "Variant"),
    "query": ("Query", "select"),
    "search": ("search",),
    "store": ("load",),
    "totals": ("Total", "totals"),
    "vocabulary": ("Kind", "Rank"),
    "windows": ("Match", "Window"),
}


if not TYPE_CHECKING:  # or a type checker would believe in any name

    def __getattr__(name: str) -> object:
        home = next((home for home, names in _HOMES.items() if name in names), None)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(importlib.import_module(f"{__name__}.{home}"), name)
        setattr(sys.modules[__name__], name, value)
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """The functions totals and search stand before the modules of these names; ``from vnkp.totals import …`` reaches those."""

    def __setattr__(self, name: str, value: object) -> None:
        shared = isinstance(value, ModuleType) and name in _HOMES.get(name, ())
        super().__setattr__(name, getattr(value, name) if shared else value)


sys.modules[__name__].__class__ = _Package
