"""Why words found nothing: which of them are absent, and where else to look."""

from __future__ import annotations

import re

import msgspec

from vnkp.model.facts import Book
from vnkp.query import vocabulary
from vnkp.query.filters import Query
from vnkp.query.search import find_words, search_facts
from vnkp.query.selection import match_facts
from vnkp.text import nearest_spellings


def absent_words(book: Book, query: Query) -> tuple[str, ...]:
    """The words of *query* that no fact has which meets its other filters."""
    matches = match_facts(book, msgspec.structs.replace(query, words=""))
    facts = [match.fact for match in matches]
    words = re.findall(r'"[^"]*"|“[^“”]*”|[^\s]+', query.words)
    return tuple(word for word in words if not search_facts(book, word, facts, ranked=False))


def count_elsewhere(book: Book, query: Query) -> int:
    """How many facts have all the words of *query* in its time, whatever its other filters."""
    wider = Query(window=query.windows, strict=query.strict, words=query.words)
    return len(match_facts(book, wider))


def nearest_words(book: Book, words: str) -> tuple[str, ...]:
    """The commands and the words of names that are spelt most like those that no fact has."""
    suggestions = find_words(book, words, book.facts, ranked=False).suggestions
    near = [name for _, names in suggestions for name in names]
    commands = [
        name for word in words.split() for name in nearest_spellings(word, vocabulary.COMMANDS, 1)
    ]
    return tuple(dict.fromkeys((*commands, *near)))
