"""From words to a query: what somebody typed, and how it was read.

    which ministers visited Pyongyang in 2018

find_command        visits: what the question means
read_line           pieces: which (asking) ministers () visited () Pyongyang (name) in 2018 (time)
drop_implied        visited: asking, as visits says so
mark_listing_words  ministers: rank; visited Pyongyang: to
mark_negations      not to Pyongyang would be to Vietnam
keep_as_words       what visits does not heed would be words to look for
filters_of_roles    --rank minister --to KP; the time, and words that are left, join the query
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from vnkp.model.enums import Group
from vnkp.model.facts import Book
from vnkp.model.fields import Lang
from vnkp.model.time_window import TimeWindow
from vnkp.query.filters import Query
from vnkp.query.line import successions, visit_times
from vnkp.query.line.capitals import capitals_to_countries, governments_to_countries
from vnkp.query.line.commands import find_command, implied_command
from vnkp.query.line.line_filters import (
    filters_of_roles,
    filters_of_words,
    keys_with_role,
)
from vnkp.query.line.line_pieces import Line, read_line
from vnkp.query.line.listing_words import (
    drop_words_for_facts,
    keep_as_words,
    mark_listing_words,
)
from vnkp.query.line.negations import mark_negations
from vnkp.query.line.pieces import (
    Piece,
    keep_alternatives,
    looked_for,
    persons,
    roles_of,
    set_role,
    typed_phrases,
    typed_word,
)
from vnkp.query.line.questions import (
    drop_circumstances,
    drop_implied,
    mark_signed,
    may_ask,
    question_command,
    says,
    says_visiting,
)
from vnkp.query.line.reading import DEFAULTS, TIMED
from vnkp.query.line.reading import Reading as Reading
from vnkp.query.line.sides import sides_to_countries
from vnkp.query.time_reading import time_reader

# Commands whose own words are dropped where they are said again, also without a question.
_SAID_AGAIN = ("aid", "trade", "anniversaries", "visits", "disputes", "sources")
_DROPPED = ("asking", "between", "title")
# Commands in which not is a word like others.
_OF_ANY_WORD = ("search", "show", "sources")
# What stands in a line that says no more than that somebody visits.
_OF_VISITS = {"order", "person", "from", "to", "time", "asking", "rank", "office", "visitor"}


def ask(
    book: Book,
    text: str,
    lang: Lang = "en",
    today: dt.date | None = None,
    *,
    command: str | None = None,
) -> Reading:
    """Read the words *text* of a *command*, or of a line that may name one or mean it.

    Raises `ImpossibleDate` for a day that no calendar has, `DateError` for times without a
    common day.

    >>> from vnkp.store.loader import load
    >>> ask(load(), "rice 2012").line
    'search rice --in 2012'
    """
    if command is None:
        command, text = find_command(text)
    line = read_line(book, text, today, any_year=command in TIMED)
    question = _question(book, text, command, line)
    is_asked = question is not None and command in (None, question)
    if question == "people" and successions.asks_of_succession(text, line.pieces):
        successions.person_to_office(book, line.pieces, lang)
    if implied_by := question if is_asked else command if command in _SAID_AGAIN else None:
        _leave_to_command(text, line, implied_by, today)
    is_of_visits = is_asked and question == "list"  # what was signed when somebody visited
    command = "visits" if is_of_visits else command
    _mark_words(book, line.pieces, command, question)
    is_unnamed = command is None
    if is_unnamed and question in (None, "search"):
        governments_to_countries(line.pieces)
    command = command or question or implied_command(line)
    _leave_words(line.pieces, command, is_unnamed=is_unnamed)
    reading = _reading(book, line, command, lang, is_unnamed=is_unnamed, is_asked=is_asked)
    reading = msgspec.structs.replace(reading, **_asked_beside(text))
    return visit_times.agreements_during(book, reading, line.pieces) if is_of_visits else reading


def _asked_beside(text: str) -> dict[str, bool]:
    """Whether *text* asks for places and reasons, as `Reading` has them."""
    return {"asks_where": says(text, "WHERE"), "asks_why": says(text, "WHY")}


def _question(book: Book, text: str, command: str | None, line: Line) -> str | None:
    """The command that *text* asks for, which has the pieces of *line*, beside *command*."""
    if command in (None, "visits") and says_visiting(line.pieces):
        visit_times.mark_visit_times(book, line)
    question = question_command(text) if command is None or may_ask(text, command) else None
    if question is None and command is None and _asks_of_visit(book, text, line.pieces):
        return "visits"
    return question


def _leave_to_command(text: str, line: Line, command: str, today: dt.date | None) -> None:
    """Drop from *line* what *command* says already.

    Who is in office now was so since last year; anniversaries to come are those of twelve months.
    A capital that gives, trades or has ambassadors is its country; the last of trade is of both.
    """
    if command == "latest":
        line.pieces[:] = [
            piece.with_role("between") if piece.role == "country" else piece
            for piece in line.pieces
        ]
    if command == "show" and not says(text, "ACCOMPANYING|DELEGATION"):
        mark_signed(line.pieces)
    is_of_office = command == "people" and says(text, "RANK")
    if command in ("aid", "trade") or is_of_office:
        capitals_to_countries(line.pieces)
    if command == "aid" and line.times:
        drop_circumstances(line.pieces)
    if is_of_office and not line.times and says(text, "IN_OFFICE"):
        line.times.append(time_reader.since_last_year(today))
    if command == "anniversaries" and not line.times and says(text, "COMING"):
        line.times.append(time_reader.coming_year(today))
    drop_implied(line.pieces, command)


def _mark_words(book: Book, pieces: list[Piece], command: str | None, question: str | None) -> None:
    """Mark what *pieces* ask of a list; the words that ask stay where there are no others."""
    mark_listing_words(book, pieces, command or question)
    if command not in _OF_ANY_WORD:
        mark_negations(book, pieces)  # after ranks and offices, which may be left out
    drop_words_for_facts(pieces, is_overview=command == "brief")
    if command in (None, "search") and all(piece.role == "asking" for piece in pieces):
        set_role(pieces, 0, len(pieces), "")


def _leave_words(pieces: list[Piece], command: str, *, is_unnamed: bool) -> None:
    """Let what *command* does not heed be words to look for.

    Two-way trade stands beside exports and imports, not in an order with them.
    """
    if command == "trade" and says(" ".join(piece.text for piece in pieces), "BOTH_WAYS"):
        pieces[:] = [
            piece.with_role("asking") if piece.role == "order" else piece for piece in pieces
        ]
    keep_as_words(pieces, command, is_unnamed=is_unnamed)
    if command == "people" and any(not piece.role for piece in pieces):
        sides_to_countries(pieces)


def _asks_of_visit(book: Book, text: str, pieces: Sequence[Piece]) -> bool:
    """Whether *text*, of these *pieces*, asks when somebody visits or says no more than that."""
    if not says_visiting(pieces):
        return False
    rest = list(pieces)
    drop_implied(rest, "visits")
    mark_listing_words(book, rest, "visits")
    roles = roles_of(rest)
    names_visitor = not roles.isdisjoint(("person", "rank", "office"))
    is_ordered = "order" in roles and roles.isdisjoint(("person", "office"))
    is_visit = roles <= _OF_VISITS and not is_ordered
    return names_visitor and (is_visit or says(text, "WHEN"))


def _reading(
    book: Book, line: Line, command: str, lang: Lang, *, is_unnamed: bool, is_asked: bool
) -> Reading:
    pieces = line.pieces
    filters = filters_of_roles(book, pieces, command, is_asked)
    named = filters_of_words(looked_for(pieces), command)
    if not named:
        keep_alternatives(pieces)
    sought = [] if named else looked_for(pieces)
    words = tuple(typed_word(piece) for piece in pieces if piece in sought or piece.role == "joint")
    windows = line.windows
    groups, intervals = keys_with_role(pieces, "by"), keys_with_role(pieces, "interval")
    if command == "aid" and not groups and _are_years(windows):
        groups = [Group.YEAR.value]  # each was asked for
    dropped = tuple(piece.text for piece in pieces if piece.role in _DROPPED)
    named_persons = list(dict.fromkeys(name for name, _ in persons(pieces)))
    query = Query(
        window=windows,
        person=named_persons,
        words=" ".join(typed_phrases(sought)),
        lang=lang,
        **{**DEFAULTS.get(command, {}), **filters, **named},
    )
    is_worded = sum(piece.role == "time" for piece in pieces) > len(line.times)
    is_timed = bool(line.times) and (command not in TIMED or is_worded)
    is_named = bool(named_persons) and (command != "people" or bool(words))
    is_named |= "joint" in roles_of(pieces)
    is_interpreted = (is_unnamed, dropped, groups, intervals, filters, named, is_timed, is_named)
    return Reading(
        command=command,
        query=query,
        words=words,
        dropped=dropped,
        by=",".join(groups) or None,
        every=int(intervals[0]) if intervals else None,
        is_question=is_asked,
        is_interpreted=any(is_interpreted),
    )


def _are_years(windows: Sequence[TimeWindow]) -> bool:
    """Whether *windows* are several years, or parts of years."""
    return len(windows) > 1 and all(
        window.first and window.last and window.first.year == window.last.year for window in windows
    )
