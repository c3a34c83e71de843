"""Vietnam–North Korea relations, fact by fact, with sources.

>>> import vnkp
>>> book = vnkp.load()
>>> visits = vnkp.select(book, vnkp.Query(rank=vnkp.Rank.LEADER, window="1950s"))
>>> visits[0].date.earliest.year
1957
"""

__version__ = "0.1.0"

try:
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
except KeyboardInterrupt:  # Ctrl-C while the program starts: most of that time passes here
    raise SystemExit(130) from None

# The functions totals and search stand before the modules of these names; "from vnkp.totals import …" reaches those.
__all__ = [
    "Anniversary", "Book", "Cite", "Fact", "Figure", "FileError", "Kind", "Match", "Office", "Person", "Place", "Problem",
    "Query", "Rank", "SeveralMatch", "Source", "StoreError", "Total", "UnknownName", "Variant", "VnkpError", "When",
    "WhenError", "Window", "due", "load", "search", "select", "totals",
]  # fmt: skip
