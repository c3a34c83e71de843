"""A fact that is yet to be written: what words say of it, with the keys that the record has."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

import msgspec

from vnkp.errors import DateError, UnknownName
from vnkp.model import edtf
from vnkp.model.edtf import EdtfDate
from vnkp.model.enums import Kind
from vnkp.model.facts import Book
from vnkp.model.time_window import TimeWindow, canonical
from vnkp.query import names
from vnkp.query.drafts.draft_words import DraftWords
from vnkp.query.line.line_pieces import Line, read_line
from vnkp.query.line.sides import OTHER_SIDE
from vnkp.query.time_reading import time_reader
from vnkp.text import fold

_ABOUT = r"\b(?:about|around|circa|ca?|(?<!trong )khoang)\b"
_SOME_TIME = r"\bsome time in\b|\bthoi diem\b"


class Part(msgspec.Struct, frozen=True):
    """A person taking part, the *offices* last held before, and the *fact* that has them."""

    who: str
    offices: tuple[str, ...]
    fact: str


class FactDraft(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a new fact; the rest is empty.

    *taken* is an id that would fit and that another fact has. *by_order* tells that the direction
    is only guessed, from the person named first. *unknown_sources* are ids that the record does
    not have.
    """

    kind: Kind
    date: str
    id: str
    taken: str
    from_: str
    to: str
    by_order: bool
    parts: tuple[Part, ...]
    words: DraftWords
    sources: tuple[str, ...]
    unknown_sources: tuple[str, ...]


def draft_fact(
    book: Book,
    kind: Kind,
    arguments: Sequence[str],
    sources: Iterable[str] = (),
    today: dt.date | None = None,
) -> FactDraft:
    """The fact of *kind* that *arguments* tell of, read as queries are.

    Raises `ImpossibleDate` for a day that no calendar has, `AmbiguousName` for the beginning of
    several ids of sources.
    """
    dates = {text: date for text in arguments if (date := _edtf(text))}
    line = read_line(book, " ".join(text for text in arguments if text not in dates), today)
    date = next(iter(dates.values()), _date(line))
    words = DraftWords(book, kind, line)
    from_, to, by_order = _from_and_to(book, kind, line, words)
    known, unknown = _known_sources(book, sources)
    came = [key for key in words.people if book.people[key].side == from_ and not words.unclear]
    name = _id(date, kind, came, to, words.item) if date else ""
    return FactDraft(
        kind=kind,
        date=date.text if date else "",
        id="" if name in book.facts_by_id else name,
        taken=name if name in book.facts_by_id else "",
        from_=from_,
        to=to,
        by_order=by_order,
        parts=tuple(_part(book, key, date) for key in dict.fromkeys(words.people)),
        words=words,
        sources=known,
        unknown_sources=unknown,
    )


def _edtf(text: str) -> EdtfDate | None:
    """*text* as a date; None for four digits, which may also be a figure."""
    if re.fullmatch("[0-9]{4}", text):
        return None
    try:
        return edtf.parse(text)
    except DateError:
        return None


def _date(line: Line) -> EdtfDate | None:
    """The one time of *line*; None if there is none, or none that a fact can have."""
    windows = time_reader.combine(line.times)
    if len(windows) != 1 or windows[0].first is None:
        return None
    words = fold(" ".join(piece.text for piece in line.pieces if piece.role == "time"))
    text = _season(windows[0], words) or canonical(windows[0].first, windows[0].last)
    start, dots, end = text.partition("..")
    if end and re.search(_SOME_TIME, words):
        return edtf.parse(f"[{start}..{end}]")
    text = f"{start}/{end or '..'}" if dots else re.sub("0s$", "X", text)
    if re.search(_ABOUT, words):
        text = re.sub("([0-9X])(?=/|$)", r"\1~", text)
    return edtf.parse(text)


def _season(window: TimeWindow, words: str) -> str:
    """The season that *words* name; empty if they name something else."""
    if window.first is None or len(re.findall("[0-9]+", words)) > 1:
        return ""
    dates = [edtf.parse(f"{window.first.year}-{season}") for season in edtf.SEASONS]
    days = (window.first, window.last)
    return next((date.text for date in dates if (date.earliest, date.latest) == days), "")


def _from_and_to(book: Book, kind: Kind, line: Line, words: DraftWords) -> tuple[str, str, bool]:
    """From whom to whom, and whether only the order of people says so.

    As it is told; of visits else by where they go, else by who is named first.
    """
    named = {role: piece.key for piece in line.pieces if (role := piece.role) in ("from", "to")}
    from_, to = named.get("from", ""), named.get("to", "")
    sides = [book.people[key].side for key in words.people]
    by_order = False
    if kind is Kind.VISIT and not named:
        countries = [piece.key for piece in line.pieces if piece.role == "country"]
        goals = {*countries, *(book.places[key].side for key in words.places)} & set(OTHER_SIDE)
        to = goals.pop() if len(goals) == 1 else ""
        if not to and sides and not words.unclear:
            from_, by_order = sides[0], len(set(sides)) > 1
    return from_ or OTHER_SIDE.get(to, ""), to or OTHER_SIDE.get(from_, ""), by_order


def _part(book: Book, who: str, date: EdtfDate | None) -> Part:
    """The person *who*, with the offices in the last fact of the record before *date*."""
    seen = [
        (edtf.order(fact.date), participant.offices, fact.id)
        for fact in book.facts
        if date and fact.date.earliest <= date.earliest
        for participant in fact.people
        if participant.who == who and participant.offices
    ]
    _, offices, fact = max(seen, default=(None, (), ""))
    return Part(who, offices, fact)


def _id(date: EdtfDate, kind: Kind, people: Sequence[str], to: str, item: str) -> str:
    """An id in the form of the record; empty where too little is known."""
    where = {"VN": "-in-vietnam", "KP": "-in-the-dprk"}.get(to, "")
    if kind is Kind.VISIT and people and where:
        return f"{date.earliest.year}-{people[0].lower()}{where}"
    return f"{date.earliest.year}-{item.lower()}-{kind.value}" if item else ""


def _known_sources(book: Book, sources: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of *sources*, and those that the record does not have."""
    known, unknown = [], []
    for text in sources:
        try:
            known.append(names.find_id(text, list(book.sources), "source"))
        except UnknownName:
            unknown.append(text)
    return tuple(dict.fromkeys(known)), tuple(dict.fromkeys(unknown))
