"""Vietnam–North Korea relations, fact by fact, with sources.

>>> import vnkp
>>> book = vnkp.load()
>>> visits = vnkp.select(book, vnkp.Query(rank=vnkp.Rank.LEADER, window="1950s"))
>>> visits[0].date.earliest.year
1957
"""

from vnkp.errors import (
    AmbiguousName,
    DateError,
    FileError,
    Problem,
    StoreError,
    UnknownName,
    VnkpError,
)
from vnkp.i18n.errors import message
from vnkp.model.edtf import EdtfDate
from vnkp.model.enums import Kind, Rank
from vnkp.model.facts import Book, Cite, Fact, Figure, Office, Person, Place, Source, Variant
from vnkp.model.time_window import Overlap, TimeWindow
from vnkp.query.anniversaries import Anniversary, anniversaries_in
from vnkp.query.filters import Query
from vnkp.query.reader import Reading, ask
from vnkp.query.search import search_facts
from vnkp.query.selection import select
from vnkp.query.totals import Total, aid_totals
from vnkp.store.loader import load
from vnkp.version import __version__ as __version__

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

# Errors are values below; here, above i18n, they get their text for Python users.
VnkpError.__str__ = message  # type: ignore[method-assign, assignment]
