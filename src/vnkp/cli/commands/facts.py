"""The commands that list facts, from year to search, and the line that names no command."""

from __future__ import annotations

import msgspec

from vnkp.answers import Answer, View
from vnkp.cli.fact_lists import list_or_count, read_line, wider_options
from vnkp.cli.filter_options import Filters
from vnkp.cli.options import By, Output
from vnkp.errors import DateError, UsageError
from vnkp.model.enums import Group
from vnkp.model.facts import Book
from vnkp.query.line.reading import Reading
from vnkp.query.people import is_of_rank, visitor_rank
from vnkp.query.selection import match_facts, query_result
from vnkp.query.vocabulary import group_names

_MINISTERS = "minister+"
_FAR_BETTER = 1.25  # scores of a search


def year_command(filters: Filters, output: Output, by: By = None) -> Answer:
    """What happened in a year, a month, a decade, a span.

    Example: vnkp year 1961
    """
    book, reading = read_line(filters, output, "year", by)
    if not (reading.query.windows or filters.words):
        raise UsageError("year_without_time")
    if not reading.query.windows:
        raise DateError("unreadable_time", text=" ".join(filters.words or ()))
    return list_answer(book, reading, filters)


def _listing(
    filters: Filters, output: Output, by: str | None, command: str, view: View = "list"
) -> Answer:
    """The answer of *command*: what *filters* ask for, listed or counted."""
    book, reading = read_line(filters, output, command, by)
    return list_answer(book, reading, filters, view)


def list_answer(book: Book, reading: Reading, filters: Filters, view: View = "list") -> Answer:
    """What *reading* asks for, listed or counted; visits as their own command shows them."""
    if reading.command == "visits":  # during which nothing can have been signed: there was none
        return visits_answer(book, reading, filters)
    query = reading.query
    # Of what sources differ on, that which fits the words best stands first.
    result = query_result(book, query, ranked=view == "disputes" and query.sort is None)
    return list_or_count(book, reading, result, filters.parts, view)


def list_command(filters: Filters, output: Output, by: By = None) -> Answer:
    """List facts, filtered and sorted.

    Example: vnkp list --kind agreement --since 2000
    """
    return _listing(filters, output, by, "list")


def latest_command(filters: Filters, output: Output, by: By = None) -> Answer:
    """What the record has last, the newest first.

    Example: vnkp latest visits
    """
    return _listing(filters, output, by, "latest")


def visits_command(filters: Filters, output: Output, by: By = None) -> Answer:
    """Who visited whom: leaders, unless --rank says otherwise.

    Example: vnkp visits 2018 --rank all
    """
    book, reading = read_line(filters, output, "visits", by)
    return visits_answer(book, reading, filters)


def visits_answer(book: Book, reading: Reading, filters: Filters) -> Answer:
    """The visits that *reading* asks for, listed or counted."""
    names = group_names(reading.by) if reading.by else []
    if Group.RANK in names and filters.rank is None:  # one rank is no answer
        query = msgspec.structs.replace(reading.query, rank=None)
        reading = msgspec.structs.replace(reading, query=query)
    query = reading.query
    result = query_result(book, query)
    counts = {}
    if query.rank is not None:
        visits = match_facts(book, msgspec.structs.replace(query, rank=None))
        ranks = [visitor_rank(book, match.fact) for match in visits]
        ministers = sum(is_of_rank(rank, _MINISTERS) for rank in ranks)
        counts = {f"--rank {_MINISTERS}": ministers, "--rank all": len(visits)}
    wider = wider_options({option: count - len(result.matches) for option, count in counts.items()})
    return list_or_count(book, reading, result, filters.parts, "visits", wider)


def timeline_command(filters: Filters, output: Output, by: By = None) -> Answer:
    """The whole story, with a line beside what lasted: ┬a where it begins, a where it ends.

    Example: vnkp timeline 1950s
    """
    book, reading = read_line(filters, output, "timeline", by)
    query = reading.query
    result = query_result(book, query)
    every = match_facts(book, msgspec.structs.replace(query, parts=True))
    hidden = len(every) - len(result.matches) if filters.parts is None else 0
    wider = wider_options({"--parts": hidden})
    return list_or_count(book, reading, result, filters.parts, "timeline", wider)


def disputes_command(filters: Filters, output: Output, by: By = None) -> Answer:
    """Where sources differ: the readings side by side, and who says which.

    Example: vnkp disputes trade
    """
    return _listing(filters, output, by, "disputes", view="disputes")


def trade_command(filters: Filters, output: Output, by: By = None) -> Answer:
    """How trade went: a row a year, Vietnam's exports and imports apart, with bars.

    Example: vnkp trade since 2009
    """
    book, reading = read_line(filters, output, "trade", by)
    # A row a year cannot stand in another order.
    return list_answer(
        book, reading, filters, "trade" if reading.query.sort in (None, "date") else "list"
    )


def search_command(filters: Filters, output: Output, by: By = None) -> Answer:
    """Find facts by any word: titles, notes, people, places, items, sources.

    Example: vnkp search Kim Nhật Thành
    """
    book, reading = read_line(filters, output, "search", by)
    if reading.line == "search":
        raise UsageError("search_without_words")
    return search_answer(book, reading, filters)


def search_answer(book: Book, reading: Reading, filters: Filters | None = None) -> Answer:
    """The facts with all words, the best first, or those with most of them.

    Where none has all words, and facts that do not go from or to a country of the words have them
    or fit far better, these: refugees from Vietnam.
    """
    query = reading.query
    is_ranked = query.sort is None
    result = query_result(book, query, ranked=is_ranked)
    filters = filters or Filters()
    has_sides = (query.from_ or query.to) and not (filters.from_ or filters.to)
    if has_sides and query.words and not result.matches:
        wider = msgspec.structs.replace(query, from_=(), to=())
        others = query_result(book, wider, ranked=is_ranked)
        is_better = others.best_score > _FAR_BETTER * result.best_score
        if others.matches or is_better or not result.hits:
            reading = msgspec.structs.replace(reading, query=wider, is_interpreted=True)
            result = others
    view: View = "search" if query.words else "list"
    return list_or_count(book, reading, result, filters.parts, view)


def ask_command(filters: Filters, output: Output, by: By = None) -> Answer:
    """Anything, in your own words: a time, a kind, names, words to look for.

    Example: vnkp rice 2012
    """
    book, reading = read_line(filters, output, None, by)
    if reading.command == "search":
        return search_answer(book, reading, filters)
    return list_answer(book, reading, filters)
