"""Filtering and sorting: a `Query` is a value, `select` answers it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import NamedTuple, TypeVar, cast, get_args

import msgspec

from vnkp.errors import UnknownName, VnkpError
from vnkp.model import edtf, time_window
from vnkp.model.enums import Kind, Rank
from vnkp.model.facts import Book, Fact, Lang, Participant, Side
from vnkp.model.time_window import Overlap, TimeWindow
from vnkp.query import names
from vnkp.text import fold, nearest_spellings

Member = TypeVar("Member", bound=Enum)
Predicate = Callable[[Fact], bool]
_OVERLAP_ORDER = {overlap: index for index, overlap in enumerate(Overlap)}
# How high each rank is: 0 is the highest.
RANKS: dict[Rank, int] = {rank: index for index, rank in enumerate(Rank)}


class Sort(str, Enum):
    """The orders in which facts can be listed; a leading ``-`` reverses one."""

    DATE = "date"
    TITLE = "title"
    VALUE = "value"
    KIND = "kind"


class MatchedFact(NamedTuple):
    """A fact, and how its date meets the time asked for."""

    fact: Fact
    overlap: Overlap


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of a `Book`; a fact has to meet every filter that is set.

    *window* is a time (see `vnkp.model.time_window`) or several, of which one has to be met;
    *kinds* and *rank* may be given by name, *kinds* as a single one. *person* and *place* are
    names in any spelling, *source* is an id. *rank* keeps the visits whose highest visitor is of
    that rank or above; without *parts* steps of visits and shipments of totals are left out.
    Raises `DateError` or `UnknownName` for words without a meaning.
    """

    window: TimeWindow | str | Sequence[TimeWindow | str] | None = None
    strict: bool = False
    kinds: frozenset[Kind] | Iterable[str] | str = frozenset()
    person: str | None = None
    place: str | None = None
    from_: Side | None = None
    to: Side | None = None
    source: str | None = None
    disputed: bool = False
    rank: Rank | str | None = None
    parts: bool = True
    sort: str = "date"
    limit: int | None = None
    lang: Lang = "en"

    def __post_init__(self) -> None:
        given = () if self.window is None else self.window
        several = (given,) if isinstance(given, str | TimeWindow) else tuple(given)
        windows = tuple(
            time_window.parse(window) if isinstance(window, str) else window for window in several
        )
        names = (self.kinds,) if isinstance(self.kinds, str) else self.kinds
        kinds = frozenset(_member(Kind, "kind", name) for name in names)
        rank = None if self.rank is None else _member(Rank, "rank", self.rank)
        for field, value in (("window", windows), ("kinds", kinds), ("rank", rank)):
            msgspec.structs.force_setattr(self, field, value)
        sort_key(self.sort)
        for what, value, known in (
            ("side", self.from_, get_args(Side)),
            ("side", self.to, get_args(Side)),
            ("language", self.lang, get_args(Lang)),
        ):
            if value is not None and value not in known:
                raise UnknownName(what, value, known=known)
        if self.limit is not None and self.limit < 0:
            raise VnkpError("negative_limit", limit=self.limit)

    def match(self, fact: Fact) -> Overlap | None:
        """How *fact* meets the time asked for: `Overlap.INSIDE` without one, None if not at all."""
        if not self.windows:
            return Overlap.INSIDE
        windows = _merge_overlapping(self.windows) if len(self.windows) > 1 else self.windows
        overlaps = [overlap for window in windows if (overlap := window.match(fact.date))]
        best = min(overlaps, key=_OVERLAP_ORDER.__getitem__) if overlaps else None
        return best if best is Overlap.INSIDE or not self.strict else None

    @property
    def windows(self) -> tuple[TimeWindow, ...]:
        """The times asked for; none means all time."""
        return cast("tuple[TimeWindow, ...]", self.window)  # __post_init__ has read them

    @property
    def when(self) -> str | None:
        """The times as text; None without any."""
        return ", ".join(window.text for window in self.windows) or None


@lru_cache(maxsize=64)
def _merge_overlapping(windows: tuple[TimeWindow, ...]) -> tuple[TimeWindow, ...]:
    """*windows*, with those that overlap or touch made one: a fact may last across them."""
    merged: list[TimeWindow] = []
    for window in sorted(windows, key=lambda window: window.first or dt.date.min):
        last = merged[-1] if merged else None
        first = window.first or dt.date.min
        if last and (last.last is None or (first - last.last).days <= 1):
            end = max(last.last, window.last) if last.last and window.last else None
            merged[-1] = TimeWindow(last.text, last.first, end)
        else:
            merged.append(window)
    return tuple(merged)


def _member(enum: type[Member], what: str, name: str) -> Member:
    """The member of *enum* called *name*; raise `UnknownName` with a suggestion."""
    try:
        return enum(name)
    except ValueError:
        known = [member.value for member in enum]
        raise UnknownName(what, name, nearest_spellings(name, known), known) from None


def sort_key(name: str) -> tuple[Sort, bool]:
    """The order called *name*, and whether it is reversed; raise `UnknownName`."""
    return _member(Sort, "sort order", name.removeprefix("-")), name.startswith("-")


def select(book: Book, query: Query) -> list[Fact]:
    """The facts of *book* that meet *query*: those inside its time first, then in its order.

    Raises `UnknownName` or `AmbiguousName` for a person, place or source that is not known, or
    not one alone.
    """
    return [match.fact for match in match_facts(book, query)[: query.limit]]


def match_facts(book: Book, query: Query) -> list[MatchedFact]:
    """The facts that meet *query* and how they meet its time, as `select`, without the limit."""
    predicates = list(_predicates(book, query))
    matches = [
        MatchedFact(fact, overlap)
        for fact in book.facts
        if (overlap := query.match(fact)) and all(predicate(fact) for predicate in predicates)
    ]
    key, reverse = sort_key(query.sort)
    matches.sort(key=lambda match: (edtf.order(match.fact.date), match.fact.id))
    if key is not Sort.DATE:
        matches.sort(
            key=lambda match: _sort_value(match.fact, key, query.lang, reverse), reverse=reverse
        )
    elif reverse:
        matches.reverse()
    matches.sort(key=lambda match: _OVERLAP_ORDER[match.overlap])
    return matches


def select_any_time(book: Book, query: Query) -> list[Fact]:
    """The facts that meet every filter of *query* but its time, in the order of the book."""
    predicates = list(_predicates(book, query))
    return [fact for fact in book.facts if all(predicate(fact) for predicate in predicates)]


def _sort_value(
    fact: Fact, key: Sort, lang: Lang, reverse: bool
) -> tuple[int, str | Decimal | int]:
    if key is Sort.TITLE:
        return 0, fold(fact.vi if lang == "vi" else fact.en)
    if key is Sort.KIND:
        return 0, list(Kind).index(fact.kind)
    if fact.figure is None:  # facts without a figure come last in either direction
        return (-1 if reverse else 1), 0
    return 0, fact.figure.bounds[1]


def _predicates(book: Book, query: Query) -> Iterator[Predicate]:
    """One predicate for each filter of *query* but the time, the cheap ones first."""
    if query.kinds:
        yield lambda fact: fact.kind in query.kinds
    if query.from_:
        yield lambda fact: fact.from_ == query.from_ or fact.between
    if query.to:
        yield lambda fact: fact.to == query.to or fact.between
    if query.disputed:
        yield lambda fact: fact.disputed
    if not query.parts:
        yield lambda fact: not fact.part_of
    if query.person is not None:
        person = names.find_person(query.person, book.people)
        yield lambda fact: any(participant.who == person for participant in fact.people)
    if query.place is not None:
        places = frozenset(names.find_places(query.place, book.places))
        yield lambda fact: not places.isdisjoint(fact.places)
    if query.source is not None:
        source = names.find_id(query.source, list(book.sources), "source")
        yield lambda fact: any(cite.source == source for cite in fact.all_cites)
    if query.rank is not None:
        lowest = RANKS[query.rank]
        yield lambda fact: fact.kind is Kind.VISIT and visitor_rank(book, fact) <= lowest


def visitor_rank(book: Book, fact: Fact) -> int:
    """The index in `RANKS` of the highest visitor."""
    sides = {fact.from_} if fact.from_ else {"VN", "KP"}
    ranks = (
        rank_of(book, participant)
        for participant in fact.people
        if book.people[participant.who].side in sides
    )
    return min(ranks, default=RANKS[Rank.OTHER])


def rank_of(book: Book, participant: Participant) -> int:
    """The index in `RANKS` of the highest office held then; the last when none is known."""
    ranks = [RANKS[book.offices[key].rank] for key in participant.offices]
    return min(ranks, default=RANKS[Rank.OTHER])


def highest_rank(book: Book, participant: Participant) -> str | None:
    """The rank of the highest office held then; None when none is known."""
    return list(RANKS)[rank_of(book, participant)].value if participant.offices else None


def nearest_years(facts: Iterable[Fact], window: TimeWindow) -> list[int]:
    """The years next before and next after *window* in which one of *facts* begins."""
    starts = {fact.date.earliest for fact in facts}
    before = max((day for day in starts if day < (window.first or dt.date.min)), default=None)
    after = min((day for day in starts if day > (window.last or dt.date.max)), default=None)
    return [day.year for day in (before, after) if day]
