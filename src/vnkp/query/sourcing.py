"""How facts rest on sources: how many on each, and how many publishers tell a fact."""

from __future__ import annotations

from collections import Counter

import msgspec

from vnkp.model.facts import Book, Fact


def facts_per_source(book: Book) -> Counter[str]:
    """How many facts cite each source, for their own reading or for a variant."""
    return Counter(
        source for fact in book.facts for source in {cite.source for cite in fact.all_cites}
    )


def independent_publishers(book: Book, fact: Fact) -> set[str]:
    """Who wrote what *fact* cites, each once: a copy counts with its writer."""
    return {book.sources[cite.source].publisher for cite in fact.all_cites}


class Sourcing(msgspec.Struct, frozen=True):
    """How well a book is sourced: counts, and the ids of the facts that one publisher tells."""

    facts: int
    sources: int
    disputed: int
    one_source: tuple[str, ...]


def count_sourcing(book: Book, beside: Book | None = None) -> Sourcing:
    """How well the facts of *book* are sourced.

    *beside* has all that they cite, if *book* alone has not.
    """
    one_source = tuple(
        fact.id for fact in book.facts if len(independent_publishers(beside or book, fact)) == 1
    )
    disputed = sum(fact.disputed for fact in book.facts)
    return Sourcing(len(book.facts), len(book.sources), disputed, one_source)
