"""Vietnam–North Korea relations, fact by fact, with sources.

>>> import vnkp
>>> book = vnkp.load()
>>> visits = vnkp.select(book, vnkp.Query(rank=vnkp.Rank.LEADER, window="1950s"))
>>> visits[0].date.earliest.year
1957
"""

import importlib
from typing import TYPE_CHECKING, Any

from vnkp.version import __version__ as __version__

if TYPE_CHECKING:
    from vnkp.errors import (
        AmbiguousName,
        DateError,
        FileError,
        Problem,
        StoreError,
        UnknownName,
        VnkpError,
    )
    from vnkp.model.edtf import EdtfDate
    from vnkp.model.enums import Kind, Rank
    from vnkp.model.facts import Book, Cite, Fact, Figure, Office, Person, Place, Source, Variant
    from vnkp.model.time_window import Overlap, TimeWindow
    from vnkp.query.anniversaries import Anniversary, anniversaries_in
    from vnkp.query.filters import Query
    from vnkp.query.line.reader import Reading, ask
    from vnkp.query.search.word_search import search_facts
    from vnkp.query.selection import select
    from vnkp.query.totals import Total, aid_totals
    from vnkp.store.loader import load

__all__ = [
    "AmbiguousName",
    "Anniversary",
    "Book",
    "Cite",
    "DateError",
    "EdtfDate",
    "Fact",
    "Figure",
    "FileError",
    "Kind",
    "Office",
    "Overlap",
    "Person",
    "Place",
    "Problem",
    "Query",
    "Rank",
    "Reading",
    "Source",
    "StoreError",
    "TimeWindow",
    "Total",
    "UnknownName",
    "Variant",
    "VnkpError",
    "aid_totals",
    "anniversaries_in",
    "ask",
    "load",
    "search_facts",
    "select",
]

# A name is loaded when it is first asked for: what `import vnkp` loads, nothing can interrupt
# without a traceback.
_NAMES = {
    "errors": "AmbiguousName DateError FileError Problem StoreError UnknownName VnkpError",
    "model.edtf": "EdtfDate",
    "model.enums": "Kind Rank",
    "model.facts": "Book Cite Fact Figure Office Person Place Source Variant",
    "model.time_window": "Overlap TimeWindow",
    "query.anniversaries": "Anniversary anniversaries_in",
    "query.filters": "Query",
    "query.line.reader": "Reading ask",
    "query.search.word_search": "search_facts",
    "query.selection": "select",
    "query.totals": "Total aid_totals",
    "store.loader": "load",
}
_MODULES = {name: module for module, names in _NAMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    """The public *name*, from the module that has it."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    importlib.import_module("vnkp.i18n.errors")  # which gives errors their English text
    value = getattr(importlib.import_module(f"vnkp.{_MODULES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Every public name, also those that are not loaded yet."""
    return sorted({*globals(), *__all__})
