"""Asking the book: a `Query` is a value, `select` answers it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import TypeVar, cast, get_args

import msgspec

from vnkp.errors import UnknownName, VnkpError
from vnkp.model import edtf, time_window
from vnkp.model.enums import Kind, Rank
from vnkp.model.facts import Book, Fact, Lang, Participant, Side
from vnkp.model.time_window import Overlap, TimeWindow
from vnkp.query import names
from vnkp.text import fold, nearest_spellings

Member = TypeVar("Member", bound=Enum)
_MATCHES = {match: place for place, match in enumerate(Overlap)}
# How high each rank is: 0 is the highest.
RANKS: dict[str, int] = {rank: place for place, rank in enumerate(Rank)}


class Sort(str, Enum):
    """The orders in which facts can be listed; a leading ``-`` turns one round."""

    DATE = "date"
    TITLE = "title"
    VALUE = "value"
    KIND = "kind"


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of a `Book`; every filter that is set must hold.

    *window* is a WHEN (`vnkp.windows`) or several, of which one must be met; *kinds* and *rank* may be their names, and
    *kinds* a single one. *person* and *place* are names in any spelling, *source* is an id. *rank* keeps the visits whose
    highest visitor is of that rank or above. *parts* false hides steps of a visit and shipments of a total. Raises
    `DateError` or `UnknownName` for words that mean nothing.
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
        wanted = () if self.window is None else self.window
        several = (wanted,) if isinstance(wanted, str | TimeWindow) else tuple(wanted)
        read = tuple(time_window.parse(one) if isinstance(one, str) else one for one in several)
        kinds = (self.kinds,) if isinstance(self.kinds, str) else self.kinds
        msgspec.structs.force_setattr(self, "window", read)
        msgspec.structs.force_setattr(
            self, "kinds", frozenset(_member(Kind, "kind", name) for name in kinds)
        )
        msgspec.structs.force_setattr(
            self, "rank", None if self.rank is None else _member(Rank, "rank", self.rank)
        )
        sort_key(self.sort)
        for what, name, known in (
            ("side", self.from_, Side),
            ("side", self.to, Side),
            ("language", self.lang, Lang),
        ):
            if name is not None and name not in get_args(known):
                raise UnknownName(what, name, (), f"write {' or '.join(get_args(known))}")
        if self.limit is not None and self.limit < 0:
            raise VnkpError(f"the limit is {self.limit}; write 0 or more")

    def match(self, fact: Fact) -> Overlap | None:
        """How *fact* meets the window; `Overlap.INSIDE` when none is asked, None when it does not."""
        if not self.windows:
            return Overlap.INSIDE
        joined = _joined(self.windows) if len(self.windows) > 1 else self.windows
        met = [match for window in joined if (match := window.match(fact.date))]
        best = min(met, key=_MATCHES.__getitem__) if met else None
        return best if best is Overlap.INSIDE or not self.strict else None

    @property
    def windows(self) -> tuple[TimeWindow, ...]:
        """The windows asked for; none means all time."""
        return cast("tuple[TimeWindow, ...]", self.window)  # __post_init__ has read them

    @property
    def when(self) -> str | None:
        """The windows as text; None when none is asked."""
        return ", ".join(window.text for window in self.windows) or None


@lru_cache(maxsize=64)
def _joined(windows: tuple[TimeWindow, ...]) -> tuple[TimeWindow, ...]:
    """*windows*, those that overlap or touch made one: what lasts from the one into the other lies within both."""
    joined: list[TimeWindow] = []
    for window in sorted(windows, key=lambda window: window.first or dt.date.min):
        before = joined[-1] if joined else None
        if before and (
            before.last is None or ((window.first or dt.date.min) - before.last).days <= 1
        ):
            last = max(before.last, window.last) if before.last and window.last else None
            joined[-1] = TimeWindow(before.text, before.first, last)
        else:
            joined.append(window)
    return tuple(joined)


def _member(kinds: type[Member], what: str, name: str) -> Member:
    """The member of a closed vocabulary that is called *name*; raise `UnknownName` with a suggestion."""
    try:
        return kinds(name)
    except ValueError:
        known = [member.value for member in kinds]
        raise UnknownName(
            what, name, nearest_spellings(name, known), f"the {what}s are {', '.join(known)}"
        ) from None


def sort_key(name: str) -> tuple[Sort, bool]:
    """The order called *name* and whether it runs backwards; raise `UnknownName` with a suggestion."""
    return _member(Sort, "sort order", name.removeprefix("-")), name.startswith("-")


def select(book: Book, query: Query) -> list[Fact]:
    """The facts of *book* that meet *query*: those inside its window first, then in the order asked for.

    Raises `UnknownName` or `AmbiguousName` when a person, place or source is not known, or not one alone.
    """
    found = matching(book, query)
    found.sort(key=lambda pair: _MATCHES[pair[1]])
    facts = [fact for fact, _ in found]
    return facts[: query.limit] if query.limit is not None else facts


def matching(book: Book, query: Query) -> list[tuple[Fact, Overlap]]:
    """Facts and how they meet the window, in the order asked for, without the limit."""
    tests = list(_tests(book, query))
    found = []
    for fact in book.facts:
        match = query.match(fact)
        if match and all(test(fact) for test in tests):
            found.append((fact, match))
    key, backwards = sort_key(query.sort)
    found.sort(key=lambda pair: (edtf.order(pair[0].date), pair[0].id))
    if key is not Sort.DATE:
        found.sort(key=lambda pair: _key(pair[0], key, query.lang, backwards), reverse=backwards)
    elif backwards:
        found.reverse()
    return found


def chosen(book: Book, query: Query) -> list[Fact]:
    """The facts that meet every filter of *query* but its window, in the order of the book."""
    tests = list(_tests(book, query))
    return [fact for fact in book.facts if all(test(fact) for test in tests)]


def _key(fact: Fact, key: Sort, lang: Lang, backwards: bool) -> tuple[int, str | Decimal | int]:
    if key is Sort.TITLE:
        return 0, fold(fact.vi if lang == "vi" else fact.en)
    if key is Sort.KIND:
        return 0, list(Kind).index(fact.kind)
    if fact.figure is None:  # facts without a figure come last, whichever way round
        return (-1 if backwards else 1), 0
    return 0, fact.figure.bounds[1]


def _tests(book: Book, query: Query) -> Iterable[Callable[[Fact], bool]]:
    """One test for each filter of *query* but the window, the cheap ones first."""
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
        yield lambda fact: any(attendance.who == person for attendance in fact.people)
    if query.place is not None:
        place = names.find_place(query.place, book.places)
        yield lambda fact: place in fact.places
    if query.source is not None:
        source = names.find_id(query.source, list(book.sources), "source")
        yield lambda fact: any(cite.source == source for cite in fact.all_cites)
    if query.rank is not None:
        least = RANKS[query.rank]
        yield lambda fact: fact.kind is Kind.VISIT and visitor_rank(book, fact) <= least


def visitor_rank(book: Book, fact: Fact) -> int:
    """The place in `RANKS` of the highest of those who came."""
    sides = {fact.from_} if fact.from_ else {"VN", "KP"}
    came = [one for one in fact.people if book.people[one.who].side in sides]
    return min((rank_of(book, one) for one in came), default=RANKS[Rank.OTHER])


def rank_of(book: Book, attendance: Participant) -> int:
    """The place in `RANKS` of the office held then; the last when none is known."""
    return RANKS[book.offices[attendance.as_].rank if attendance.as_ else Rank.OTHER]


def nearest_years(facts: Iterable[Fact], window: TimeWindow) -> list[int]:
    """The years next before and next after *window* in which one of *facts* begins."""
    starts = {fact.date.earliest for fact in facts}
    before = max((day for day in starts if day < (window.first or dt.date.min)), default=None)
    after = min((day for day in starts if day > (window.last or dt.date.max)), default=None)
    return [day.year for day in (before, after) if day]
