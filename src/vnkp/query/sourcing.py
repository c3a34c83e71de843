"""Sources: found by what people call them, and how facts rest on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

import msgspec

from vnkp.errors import AmbiguousName, UnknownName
from vnkp.i18n.labels import publisher_name
from vnkp.model.facts import Book, Fact, Source
from vnkp.query import names
from vnkp.query.offices_and_items import keys_called


def find_sources(text: str, book: Book) -> list[str]:
    """The ids of the sources that *text* means: an id, the beginning of one, a publisher.

    Raises `UnknownName` if there is none, `AmbiguousName` if several begin so.
    """
    try:
        return [names.find_id(text, list(book.sources), "source")]
    except (AmbiguousName, UnknownName):
        publishers = {
            key: (source.publisher, *publisher_names(book, source))
            for key, source in book.sources.items()
        }
        keys = keys_called(text, publishers)
        if keys:
            return keys
        raise


def publisher_names(book: Book, source: Source) -> list[str]:
    """What the publisher of *source*, and of a copy who carries it, are called in each language."""
    publishers = [name for name in (source.publisher, source.via) if name]
    return [
        publisher_name(book, publisher, lang) for publisher in publishers for lang in ("en", "vi")
    ]


def is_source_of(source: Source, kinds: Collection[str], langs: Collection[str]) -> bool:
    """Whether *source* is of one of *kinds* and in one of *langs*; none of these means any."""
    return (not kinds or source.kind in kinds) and (not langs or source.lang in langs)


def facts_per_source(book: Book) -> Counter[str]:
    """How many facts cite each source, for their own reading or for a variant."""
    return Counter(
        source for fact in book.facts for source in {cite.source for cite in fact.all_cites}
    )


def independent_publishers(book: Book, fact: Fact) -> set[str]:
    """The publishers of what *fact* cites; a copy counts with its writer."""
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
