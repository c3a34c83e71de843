"""The commands that look for words: search, and a line without a command."""

from __future__ import annotations

from vnkp.answers import Answer
from vnkp.cli.commands.facts import list_or_count, read_line, visits_answer
from vnkp.cli.filter_options import Filters
from vnkp.cli.options import By, Output
from vnkp.errors import UsageError
from vnkp.model.facts import Book
from vnkp.query.reader import Reading
from vnkp.query.selection import match_facts, search_matches


def search_command(filters: Filters, output: Output, by: By = None) -> Answer:
    """Find facts by any word: titles, notes, people, places, items, sources.

    Example: vnkp search Kim Nhật Thành
    """
    book, reading = read_line(filters, output, "search", by)
    if reading.line == "search":
        raise UsageError("search_without_words")
    return search_answer(book, reading, filters.parts)


def search_answer(book: Book, reading: Reading, parts: bool | None) -> Answer:
    """The facts with all words, the best first, or those with most of them."""
    query = reading.query
    if not query.words:
        return list_or_count(book, reading, match_facts(book, query), parts)
    result, matches = search_matches(book, query, ranked=query.sort is None)
    return list_or_count(book, reading, matches, parts, view="search", search=result)


def ask_command(filters: Filters, output: Output, by: By = None) -> Answer:
    """Anything, in your own words: a time, a kind, names, words to look for.

    Example: vnkp rice 2012
    """
    book, reading = read_line(filters, output, None, by)
    if reading.command == "search":
        return search_answer(book, reading, filters.parts)
    if reading.command == "visits":
        return visits_answer(book, reading, filters)
    return list_or_count(book, reading, match_facts(book, reading.query), filters.parts)
