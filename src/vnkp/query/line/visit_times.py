"""Visits as times: before and after somebody's, and what was signed during them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec

from vnkp.model.enums import Kind
from vnkp.model.facts import Book
from vnkp.model.time_window import from_to
from vnkp.query.filters import Query
from vnkp.query.line.line_filters import sides_of
from vnkp.query.line.line_pieces import Line
from vnkp.query.line.pieces import Piece, run_end, set_role
from vnkp.query.line.reading import Reading
from vnkp.query.selection import select
from vnkp.query.time_reading.time_spans import TimeMention

_BEFORE = ("before", "until", "trước", "truoc")
_AFTER = ("after", "since", "sau", "từ sau")
_ONE_DAY = dt.timedelta(days=1)
_LONGEST_VISIT = 20  # days, of those whose days are known
_MOST_WORDS = 3  # beside what was signed when somebody came


def bounds_by_persons(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Where before or after stands in *pieces*, and where the person behind it begins."""
    for index, piece in enumerate(pieces):
        start = index + 1
        while start < len(pieces) and pieces[start].role in ("asking", "title"):  # trước ông …
            start += 1
        is_bound = not piece.role and piece.bare in (*_BEFORE, *_AFTER)
        if is_bound and start < len(pieces) and pieces[start].role == "person":
            yield index, start


def mark_visit_times(book: Book, line: Line) -> None:
    """Let before and after a person in *line* be the time before and after that person's visits.

    who went to Pyongyang before Tô Lâm     until 8 October 2025
    """
    pieces = line.pieces
    for index, start in list(bounds_by_persons(pieces)):
        person = pieces[start].key
        sides = [book.people[person].side]
        query = Query(kinds=(Kind.VISIT,), person=[person], from_=sides, parts=False)
        if visits := select(book, query):
            first = last = None
            if pieces[index].bare in _BEFORE:
                last = min(visit.date.earliest for visit in visits) - _ONE_DAY
            else:
                first = max(visit.date.last_known_day for visit in visits) + _ONE_DAY
            time = TimeMention(pieces[index].start, pieces[index].end, first, last, is_bound=True)
            line.times.append(time)
            set_role(pieces, index, run_end(pieces, start), "time")


def agreements_during(book: Book, reading: Reading, pieces: Sequence[Piece]) -> Reading:
    """The agreements of the days of the visits that *reading* asks for; itself if there is none.

    Where only a month or a year is known, those with the person who came, if there are any.
    """
    from_ = reading.query.from_ or sides_of(book, pieces)
    query = msgspec.structs.replace(reading.query, from_=from_)
    is_short = len(reading.words) <= _MOST_WORDS  # a longer search would take too long here
    dates = [visit.date for visit in select(book, query)] if is_short else []
    if not dates:
        return msgspec.structs.replace(reading, query=query)
    windows = [from_to(date.earliest, date.latest) for date in dates]
    is_coarse = any((date.last_known_day - date.earliest).days > _LONGEST_VISIT for date in dates)
    person = query.person if is_coarse else ()
    query = Query(kinds=(Kind.AGREEMENT,), window=windows, lang=query.lang)
    theirs = msgspec.structs.replace(query, person=person)
    query = theirs if select(book, theirs) else query
    return msgspec.structs.replace(reading, command="list", query=query, words=())
