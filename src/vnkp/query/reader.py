"""From words to a query: what somebody typed, and how it was read.

who came in 2018        visits --in 2018 --rank all
agreements since 2000   list --kind agreement --since 2000
rice 2012               search rice --in 2012
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import msgspec

from vnkp.model.enums import Kind
from vnkp.model.facts import Book
from vnkp.model.fields import Lang
from vnkp.model.time_window import TimeWindow, canonical
from vnkp.query import time_reader, vocabulary
from vnkp.query.commands import find_command
from vnkp.query.filters import Query
from vnkp.query.listing_words import keep_as_words, mark_listing_words, named_values
from vnkp.query.pieces import LOOKED_FOR, Line, Piece, persons, read_line, unmark_sides
from vnkp.query.questions import asks_when, drop_what_asks, question_command, says_visiting
from vnkp.text import shell_quoted

# What a command asks for by default.
DEFAULTS: dict[str, dict[str, Any]] = {
    "visits": {"kinds": frozenset({Kind.VISIT}), "parts": False, "rank": "leader"},
    "aid": {"kinds": frozenset({Kind.AID})},
    "trade": {"kinds": frozenset({Kind.TRADE})},
    "timeline": {"parts": False},
    "disputes": {"disputed": True},
    "latest": {"sort": "-date", "limit": 10},
}

# Commands in which the name of a kind is a word like others, and those that expect a time.
_WITHOUT_KINDS = ("search", "people")
_TIMED = ("year", "anniversaries")
_ORDERED = ("visits", "list", "latest")
# What stands in a line that says no more than that somebody visits.
_OF_VISITS = {"person", "from", "to", "time", "asking", "rank", "office", "visitor"}


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A line as it was read: the *command* and the *query*, and the words *dropped* that only ask.

    *by* is the group by which facts are counted, if any. *is_question*: it asks for what
    *command* tells. *is_interpreted*: it was not typed as it is read, so that it has to be said.
    """

    command: str
    query: Query
    words: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    by: str | None = None
    is_question: bool = False
    is_interpreted: bool = False

    @property
    def line(self) -> str:
        """How it was read, as it can be typed: ``search rice --in 2012``."""
        query, defaults = self.query, DEFAULTS.get(self.command, {})
        parts = [self.command, *map(shell_quoted, self.words)]
        for option, values in (
            ("--person", query.values("person")),
            ("--office", query.values("office")),
            ("--from", query.values("from_")),
            ("--to", query.values("to")),
            ("--source-kind", query.values("source_kinds")),
            ("--source-lang", query.values("source_langs")),
            ("--kind", () if "kinds" in defaults else sorted(query.kinds)),
        ):
            parts += [f"{option} {shell_quoted(str.__str__(value))}" for value in values]
        if query.rank != defaults.get("rank"):
            parts.append("--rank " + str.__str__(query.rank or "all"))
        if query.limit != defaults.get("limit") and self.command in _ORDERED:
            parts += [f"--sort {query.sort}", f"--limit {query.limit}"]
        parts += ["--disputed"] if query.disputed and self.command != "disputes" else []
        parts += [f"--by {self.by}"] if self.by else []
        return " ".join(parts + [self._time(window) for window in query.windows])

    @property
    def read_as(self) -> str:
        """The `line` where it has to be said; else nothing."""
        return self.line if self.is_interpreted else ""

    def as_search(self) -> Reading:
        """The words and times looked for in every fact, where the command knows nothing of them."""
        query = msgspec.structs.replace(self.query, kinds=frozenset())
        return msgspec.structs.replace(self, command="search", query=query)

    def _time(self, window: TimeWindow) -> str:
        first, last = window.first, window.last
        if self.command in _TIMED:
            return canonical(first, last)
        if last is None:
            return f"--since {canonical(first, None).removesuffix('..')}"
        if first is None:
            return f"--until {canonical(None, last).removeprefix('..')}"
        return f"--in {canonical(first, last)}"


def ask(book: Book, text: str, lang: Lang = "en", today: dt.date | None = None) -> Reading:
    """Read the line *text*, with or without a command; see `read`.

    >>> from vnkp.store.loader import load
    >>> ask(load(), "rice 2012").line
    'search rice --in 2012'
    """
    return read(book, text, None, lang, today)


def read(
    book: Book,
    text: str,
    command: str | None = None,
    lang: Lang = "en",
    today: dt.date | None = None,
) -> Reading:
    """Read the words of *command*, or of a line without one, whose command they decide.

    Raises `ImpossibleDate` for a day that no calendar has, `DateError` for times without a
    common day.
    """
    if command is None:
        command, text = find_command(text)
    line = read_line(book, text, today, any_year=command in _TIMED)
    question = question_command(text)
    if question is None and command is None and _tells_visit(book, text, line.pieces):
        question = "visits"
    is_asked = question is not None and command in (None, question)
    if is_asked or command == "aid":
        drop_what_asks(line.pieces, question if is_asked and question else "aid")
    mark_listing_words(book, line.pieces, command or question)
    if command in (None, "search") and all(piece.role == "asking" for piece in line.pieces):
        line = msgspec.structs.replace(line, pieces=[piece.with_role("") for piece in line.pieces])
    is_unnamed = command is None
    command = command or question or _decided(line)
    keep_as_words(line.pieces, command)
    if command == "people" and any(not piece.role for piece in line.pieces):
        unmark_sides(line.pieces)
    return _reading(book, line, command, lang, is_unnamed=is_unnamed, is_asked=is_asked)


def _tells_visit(book: Book, text: str, pieces: Sequence[Piece]) -> bool:
    """Whether *text*, of these *pieces*, asks when somebody visits or says no more than that."""
    if not says_visiting(pieces):
        return False
    rest = list(pieces)
    drop_what_asks(rest, "visits")
    mark_listing_words(book, rest, "visits")
    roles = {piece.role for piece in rest}
    names_visitor = not roles.isdisjoint(("person", "rank", "office"))
    return names_visitor and (asks_when(text) or roles <= _OF_VISITS)


def _decided(line: Line) -> str:
    """The command of a line that names none and asks nothing: visits, year, list or search."""
    words = [piece for piece in line.pieces if piece.role in LOOKED_FOR]
    roles = {piece.role for piece in line.pieces}
    kinds = named_values(words, "kind")
    is_of_somebody = not roles.isdisjoint({"rank", "office"})
    if kinds == ["visit"] and (is_of_somebody or "order" in roles):
        return "visits"
    if words or is_of_somebody:
        return "list" if kinds and not is_of_somebody else "search"
    if line.times and roles <= {"time", "asking"}:
        return "year"
    return "search" if "person" in roles else "list"


def _reading(
    book: Book, line: Line, command: str, lang: Lang, *, is_unnamed: bool, is_asked: bool
) -> Reading:
    pieces = line.pieces
    filters = _order_and_rank(book, pieces, command, is_asked)
    looked_for = [piece for piece in pieces if piece.role in LOOKED_FOR]
    named = _named_filters(looked_for, command)
    words = () if named else tuple(_word(piece) for piece in looked_for)
    from_, to, groups = _keys(pieces, "from", "visitor"), _keys(pieces, "to"), _keys(pieces, "by")
    dropped = tuple(piece.text for piece in pieces if piece.role in ("asking", "between"))
    named_persons = list(dict.fromkeys(name for name, _ in persons(pieces)))
    query = Query(
        window=time_reader.combine(line.times),
        person=named_persons,
        words=" ".join(words),
        lang=lang,
        **{**DEFAULTS.get(command, {}), "from_": from_, "to": to, **filters, **named},
    )
    is_worded = sum(piece.role == "time" for piece in pieces) > len(line.times)
    is_timed = bool(line.times) and (command not in _TIMED or is_worded)
    is_named = bool(named_persons) and (command != "people" or bool(words))
    is_interpreted = (is_unnamed, dropped, from_, to, groups, filters, named, is_timed, is_named)
    return Reading(
        command=command,
        query=query,
        words=words,
        dropped=dropped,
        by=groups[0] if groups else None,
        is_question=is_asked,
        is_interpreted=any(is_interpreted),
    )


def _order_and_rank(
    book: Book, pieces: list[Piece], command: str, is_asked: bool
) -> dict[str, Any]:
    """The filters for the first or last, of a rank or office; questions are about any rank."""
    filters: dict[str, Any] = {"disputed": True} if _keys(pieces, "disputed") else {}
    if offices := _keys(pieces, "office"):
        filters |= {"office": offices, "rank": None}
    if ranks := _keys(pieces, "rank"):
        filters["rank"] = None if ranks[0] == "all" else ranks[0]
    elif command == "visits" and is_asked:
        filters["rank"] = None
    numbers = _keys(pieces, "number")
    if command == "latest" and numbers:
        filters["limit"] = int(numbers[0])
    if orders := _keys(pieces, "order"):
        filters |= {"sort": orders[0], "limit": int((numbers or ["1"])[0])}
        sides = {book.people[key].side for key in _keys(pieces, "person")} or {""}
        if sides <= set(vocabulary.SIDES) and not _keys(pieces, "from", "visitor"):
            filters["from_"] = list(sides)  # the last visit of Kim Jong Un is one that he made
    return filters


def _named_filters(looked_for: Sequence[Piece], command: str) -> dict[str, Any]:
    """The kinds of facts, or the kinds and languages of sources, where words name nothing else."""
    if command == "sources":
        values = named_values(looked_for, "kind of source", "language of sources")
        kinds_of_sources = [value for value in values if value in vocabulary.SOURCE_KINDS]
        langs = [value for value in values if value in vocabulary.SOURCE_LANGS]
        return {"source_kinds": kinds_of_sources, "source_langs": langs} if values else {}
    kinds = [] if command in _WITHOUT_KINDS else named_values(looked_for, "kind")
    is_known = set(kinds) <= DEFAULTS.get(command, {}).get("kinds", set(kinds))
    return {"kinds": frozenset(map(Kind, kinds))} if kinds and is_known else {}


def _word(piece: Piece) -> str:
    return piece.text if piece.role == "quote" else piece.text.strip(",;:?!()") or piece.text


def _keys(pieces: Sequence[Piece], *roles: str) -> list[str]:
    return list(dict.fromkeys(piece.key for piece in pieces if piece.role in roles))
