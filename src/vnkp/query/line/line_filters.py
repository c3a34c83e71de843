"""What the pieces of a line ask for, as the filters of a query."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vnkp.model.enums import Kind
from vnkp.model.facts import Book
from vnkp.query import vocabulary
from vnkp.query.line.listing_words import is_of_most, named_values
from vnkp.query.line.pieces import Piece
from vnkp.query.line.reading import DEFAULTS

# Commands in which the name of a kind is a word like others.
_WITHOUT_KINDS = ("search", "people")
# The filters that have the keys of pieces, and the roles of these.
_FIELDS = {
    "from_": ("from", "visitor"),
    "to": ("to",),
    "kinds": ("kind",),
    "source_kinds": ("source_kinds",),
    "source_langs": ("source_langs",),
    "without": ("without",),
}


_ORDERED_WHOLE = ("search", "trade", "sources")  # the last of them stands first among all


def filters_of_roles(
    book: Book, pieces: Sequence[Piece], command: str, is_asked: bool
) -> dict[str, Any]:
    """The filters that *pieces* are marked as; questions about visits are about any rank."""
    filters: dict[str, Any] = {
        field: values
        for field, roles in _FIELDS.items()
        if (values := keys_with_role(pieces, *roles))
    }
    if keys_with_role(pieces, "disputed"):
        filters["disputed"] = True
    if few := keys_with_role(pieces, "few"):
        filters["sources_at_most"] = int(few[0])
    if offices := keys_with_role(pieces, "office"):
        filters |= {"office": offices, "rank": None}
    if ranks := keys_with_role(pieces, "rank"):
        filters["rank"] = None if ranks[0] == "all" else ranks[0]
    elif command == "visits" and is_asked:
        filters["rank"] = None
    if command == "visits" and "without" in filters:
        filters.setdefault("rank", None)
    if command == "show" and is_asked:  # the party of a visit
        filters = {"kinds": frozenset({Kind.VISIT}), "parts": False} | filters
    numbers = keys_with_role(pieces, "number")
    if command == "latest" and numbers:
        filters["limit"] = int(numbers[0])
    if orders := keys_with_role(pieces, "order"):
        filters["sort"] = orders[0]
        is_of_both = {"date", "-date"} <= set(orders)  # the first and the last: all in between too
        if numbers or not (is_of_most(pieces) or command in _ORDERED_WHOLE or is_of_both):
            filters["limit"] = int((numbers or ["1"])[0])
        if (sides := sides_of(book, pieces)) and "from_" not in filters:
            filters["from_"] = sides  # the last visit of Kim Jong Un is one that he made
    return filters


def sides_of(book: Book, pieces: Sequence[Piece]) -> list[str]:
    """The sides of the persons in *pieces*, unless one is of another country."""
    sides = {book.people[key].side for key in keys_with_role(pieces, "person")}
    return sorted(side for side in sides if side) if sides <= set(vocabulary.SIDES) else []


def filters_of_words(looked_for: Sequence[Piece], command: str) -> dict[str, Any]:
    """The kinds of facts, or the kinds and languages of sources, where words name nothing else."""
    if command == "sources":
        values = named_values(looked_for, "kind of source", "language of sources")
        kinds_of_sources = [value for value in values if value in vocabulary.SOURCE_KINDS]
        langs = [value for value in values if value in vocabulary.SOURCE_LANGS]
        return {"source_kinds": kinds_of_sources, "source_langs": langs} if values else {}
    kinds = [] if command in _WITHOUT_KINDS else named_values(looked_for, "kind")
    is_known = set(kinds) <= DEFAULTS.get(command, {}).get("kinds", set(kinds))
    return {"kinds": frozenset(map(Kind, kinds))} if kinds and is_known else {}


def keys_with_role(pieces: Sequence[Piece], *roles: str) -> list[str]:
    """The keys of those of *pieces* that have one of *roles*, each once."""
    return list(dict.fromkeys(piece.key for piece in pieces if piece.role in roles))
