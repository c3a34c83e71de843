"""Facts and entries that stand in another order than that of a store."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vnkp.model.facts import Book
from vnkp.store.problems import Finding
from vnkp.store.raw_values import TABLES


def find_disorder(book: Book) -> Iterator[Finding]:
    """Facts out of order: those to move up, and those to move down past several others.

    1958, 1998, 1959, 1960: not 1959 is to be moved, but 1998.
    """
    keys = [fact.sort_key for fact in book.facts]
    for index in range(1, len(keys)):
        before, key = keys[index - 1], keys[index]
        if key >= before:
            continue
        is_before_alone = index < 2 or keys[index - 2] <= key
        is_before_later = index + 1 < len(keys) and key <= keys[index + 1] < before
        if is_before_alone and is_before_later:
            yield Finding(("fact", index - 1), "out_of_order_down", id=book.facts[index].id)
        else:
            yield Finding(("fact", index), "out_of_order", id=book.facts[index - 1].id)


def find_unsorted(book: Book) -> Iterator[Finding]:
    """Entries of tables that are not sorted by key."""
    for table, name in TABLES.items():
        for before, key in pairwise(getattr(book, name)):
            if key < before:
                yield Finding((table, key), "entry_out_of_order", other=f"{table}.{before}")
