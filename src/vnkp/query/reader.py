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
from vnkp.query.filters import Query
from vnkp.query.pieces import Line, Piece, read_line, unmark_sides
from vnkp.query.questions import asking_command, asks_when, drop_what_asks, split_command
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

# The roles of pieces that are looked for.
_LOOKED_FOR = ("", "quote", "name", "figure", "country")
# Commands in which the name of a kind is a word like others, and those that expect a time.
_WITHOUT_KINDS = ("search", "people", "sources")
_TIMED = ("year", "anniversaries")


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A line as it was read: the *command* and the *query*, and the words *dropped* that only ask.

    *is_interpreted*: it was not typed as it is read, so that it has to be said.
    """

    command: str
    query: Query
    words: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    is_interpreted: bool = False

    @property
    def line(self) -> str:
        """How it was read, as it can be typed: ``search rice --in 2012``."""
        query = self.query
        parts = [self.command, *map(_quoted, self.words)]
        for option, values in (
            ("--person", query.values("person")),
            ("--from", query.values("from_")),
            ("--to", query.values("to")),
            ("--kind", sorted(query.kinds) if self.command in ("list", "cite") else ()),
        ):
            parts += [f"{option} {_quoted(value)}" for value in values]
        if self.command == "visits" and query.rank != DEFAULTS["visits"]["rank"]:
            parts.append("--rank " + str.__str__(query.rank or "all"))
        return " ".join(parts + [self._time(window) for window in query.windows])

    @property
    def read_as(self) -> str:
        """The `line` where it has to be said; else nothing."""
        return self.line if self.is_interpreted else ""

    def _time(self, window: TimeWindow) -> str:
        first, last = window.first, window.last
        if self.command in ("year", "anniversaries"):
            return canonical(first, last)
        if last is None:
            return f"--since {canonical(first, None).removesuffix('..')}"
        if first is None:
            return f"--until {canonical(None, last).removeprefix('..')}"
        return f"--in {canonical(first, last)}"


def _quoted(text: str) -> str:
    """*text* as it has to be typed in a shell."""
    text = str.__str__(text)
    return text if text.replace(".", "").replace("-", "").isalnum() else shell_quoted(text)


def ask(book: Book, text: str, lang: Lang = "en", today: dt.date | None = None) -> Reading:
    """Read the line *text*, with or without a command; see `read`.

    >>> from vnkp.store.loader import load
    >>> ask(load(), "rice 2012").line
    'search rice --in 2012'
    """
    command, rest = split_command(text)
    return read(book, rest, command, lang, today)


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
    line = read_line(book, text, today, any_year=command in _TIMED)
    question = asking_command(text)
    if question is None and command is None and asks_when(text) and _persons(line.pieces):
        question = "visits"
    is_asked = question is not None and command in (None, question)
    if is_asked:
        drop_what_asks(line.pieces, question or "")
    if not any(piece.role != "asking" for piece in line.pieces):
        line = line._replace(pieces=[piece._replace(role="") for piece in line.pieces])
    is_unnamed = command is None
    command = command or question or _decided(line)
    if command in ("search", "sources"):
        _keep_names_as_words(line.pieces)
    if command == "people" and any(not piece.role for piece in line.pieces):
        unmark_sides(line.pieces)
    return _reading(line, command, lang, is_unnamed=is_unnamed, is_asked=is_asked)


def _decided(line: Line) -> str:
    """The command of a line that names none and asks nothing: year, list or search."""
    words = [piece for piece in line.pieces if piece.role in _LOOKED_FOR]
    if not words:
        is_time = bool(line.times) and all(
            piece.role in ("time", "asking") for piece in line.pieces
        )
        return "year" if is_time else "search" if _persons(line.pieces) else "list"
    return "list" if _kinds(words) else "search"


def _persons(pieces: Sequence[Piece]) -> list[str]:
    """The names of persons, each in whole."""
    persons: dict[tuple[str, int], str] = {}
    block = 0
    for index, piece in enumerate(pieces):
        if piece.role == "person":
            previous = pieces[index - 1] if index else None
            block += previous is None or (previous.role, previous.key) != ("person", piece.key)
            name = persons.get((piece.key, block), "")
            persons[piece.key, block] = f"{name} {piece.text.strip('.,;:?!()')}".strip()
    return list(dict.fromkeys(persons.values()))


def _kinds(pieces: Sequence[Piece]) -> list[str]:
    """The kinds that *pieces* name, one after another; empty if they say anything else."""
    words = [piece.bare for piece in pieces]
    kinds = []
    index = 0
    while index < len(words):
        for size in range(min(4, len(words) - index), 0, -1):
            kind = vocabulary.find_value("kind", " ".join(words[index : index + size]))
            if kind:
                kinds.append(kind)
                index += size
                break
        else:
            return []
    return kinds


def _keep_names_as_words(pieces: list[Piece]) -> None:
    for index, piece in enumerate(pieces):
        if piece.role == "person":
            pieces[index] = piece._replace(role="name")


def _reading(line: Line, command: str, lang: Lang, *, is_unnamed: bool, is_asked: bool) -> Reading:
    defaults = dict(DEFAULTS.get(command, {}))
    if is_asked and command == "visits":
        defaults["rank"] = None
    looked_for = [piece for piece in line.pieces if piece.role in _LOOKED_FOR]
    kinds = _kinds(looked_for) if "kinds" not in defaults and command not in _WITHOUT_KINDS else []
    words = () if kinds else tuple(_word(piece) for piece in looked_for)
    if kinds:
        defaults["kinds"] = frozenset(Kind(kind) for kind in kinds)
    dropped = tuple(piece.text for piece in line.pieces if piece.role in ("asking", "between"))
    query = Query(
        window=time_reader.combine(line.times),
        person=_persons(line.pieces),
        from_=_sides(line.pieces, "from"),
        to=_sides(line.pieces, "to"),
        words=" ".join(words),
        lang=lang,
        **defaults,
    )
    is_timed = bool(line.times) and (command not in _TIMED or _is_worded(line))
    is_named = bool(query.person) and (command != "people" or bool(words))
    is_interpreted = is_unnamed or dropped or query.from_ or query.to or kinds or is_timed
    return Reading(
        command=command,
        query=query,
        words=words,
        dropped=dropped,
        is_interpreted=bool(is_interpreted or is_named),
    )


def _word(piece: Piece) -> str:
    return piece.text if piece.role == "quote" else piece.text.strip(",;:?!()") or piece.text


def _sides(pieces: Sequence[Piece], role: str) -> list[str]:
    return list(dict.fromkeys(piece.key for piece in pieces if piece.role == role))


def _is_worded(line: Line) -> bool:
    """Whether a time was said in several words."""
    return sum(piece.role == "time" for piece in line.pieces) > len(line.times)
