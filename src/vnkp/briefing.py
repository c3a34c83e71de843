"""What stands in a brief: the answers of other commands, the newest first, cut to one page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any

import msgspec

from vnkp.answers import AidTotals, Anniversaries, BookAnswer, FactList
from vnkp.answers.summaries import Brief, BriefPart, OfficesHeld
from vnkp.i18n.labels import SIDES
from vnkp.model.edtf import order
from vnkp.model.enums import Kind, Rank
from vnkp.model.facts import Book
from vnkp.query import names
from vnkp.query.anniversaries import Anniversary, anniversaries_in
from vnkp.query.filters import Query
from vnkp.query.people import offices_held, visitor_rank
from vnkp.query.selection import MatchedFact, match_facts
from vnkp.query.totals import aid_totals

# How many lines of each part stand on the page, so that it stays one.
_LINES = {
    "visits": 5,
    "ministers": 3,
    "offices": 4,
    "agreements": 3,
    "aid": 6,
    "trade": 2,
    "others": 8,
    "anniversaries": 3,
    "disputes": 4,
}
# Kinds whose facts stand in a part of their own.
_KINDS_WITH_PART = (Kind.VISIT, Kind.AGREEMENT, Kind.AID, Kind.TRADE)


def make_brief(book: Book, query: Query, filters: str, day: dt.date) -> Brief:
    """What to know before a meeting on *day*.

    *filters* is how those of *query* are typed; without any it is about the whole relation.
    The limit of *query* bounds each part.
    """
    page = _Page(book, query, filters, day)
    parts = page.about_filters() if filters else page.about_all()
    return Brief(
        book=book,
        query=query,
        day=day,
        about=filters,
        relation=() if filters else tuple(page.relation()),
        parts=tuple(part for part in parts if not part.answer.is_empty),
    )


class _Page:
    """The facts that meet a query, the newest first, and the parts made of them.

    *filters* is how those of the query are typed, for the commands that have each part in full.
    """

    def __init__(self, book: Book, query: Query, filters: str, day: dt.date) -> None:
        self.book = book
        self.query = msgspec.structs.replace(query, sort="-date", limit=None)
        self.limit = query.limit
        self.filters = filters
        self.day = day
        self.matches = match_facts(book, self.query)
        self.wholes = [match for match in self.matches if not match.fact.part_of]
        self.visits = _of_kind(Kind.VISIT, self.wholes)
        self.leaders = self.of_ranks(Rank.LEADER)
        self.ministers = self.of_ranks(Rank.DEPUTY, Rank.MINISTER)
        trade = [match for match in _of_kind(Kind.TRADE, self.matches) if match.fact.figure]
        self.trade = sorted(trade, key=_newest_longest)
        self.disputes = [match for match in self.matches if match.fact.disputed]

    def about_all(self) -> Iterator[BriefPart]:
        """The parts of a brief on the whole relation."""
        yield self.part("visits", "visits", self.leaders, view="visits")
        last_leader = self.leaders[0].fact.date.earliest if self.leaders else dt.date.min
        since_then = [match for match in self.ministers if match.fact.date.earliest > last_leader]
        yield self.part("ministers", "visits --rank minister+", since_then, view="visits")
        embassies = [
            key
            for key, office in self.book.offices.items()
            if office.rank is Rank.AMBASSADOR
            and all(side.en in office.en for side in SIDES.values())
        ]
        yield self.offices_part("people ambassador", offices=embassies)
        yield from self.common_parts()
        leaders = {match.fact.id for match in self.leaders}
        yield self.disputes_part(
            match
            for match in self.disputes
            if match.fact.id in leaders or (match.fact.kind is Kind.AID and match.fact.figure)
        )

    def about_filters(self) -> Iterator[BriefPart]:
        """The parts of a brief on a person, a time or a theme."""
        named = self.query.values("person")
        people = [names.find_person(name, self.book.people) for name in named]
        if people:
            yield self.offices_part("people", people=people)
        yield self.part("visits", "visits --rank all", self.visits, view="visits")
        yield from self.common_parts()
        others = [match for match in self.wholes if match.fact.kind not in _KINDS_WITH_PART]
        yield self.part("others", "list --no-parts", others)
        yield self.disputes_part(self.disputes)

    def relation(self) -> Iterator[BriefPart]:
        """The relation in some lines, each the first of an answer."""
        diplomacy = _of_kind(Kind.DIPLOMACY, self.matches)
        ties = [match for match in diplomacy if match.fact.milestone]
        yield self.part("ties", "list", ties[-1:], lines=1)
        for name, side in (("leader_to_KP", "VN"), ("leader_to_VN", "KP")):
            visits = [match for match in self.leaders if match.fact.from_ == side]
            yield self.part(name, "visits", visits, lines=1, view="visits")
        yield self.part("last_minister", "visits", self.ministers, lines=1, view="visits")
        yield self.part("last_trade", "trade", self.trade, lines=1, view="trade")

    def common_parts(self) -> Iterator[BriefPart]:
        """What every brief has: agreements, aid, trade and anniversaries."""
        agreements = _of_kind(Kind.AGREEMENT, self.wholes)
        yield self.part("agreements", "list --kind agreement --no-parts", agreements)
        yield self.aid_part()
        yield self.part("trade", "trade", self.trade, view="trade")
        coming = self.coming_anniversaries()
        year = coming[-1].year if coming else self.day.year
        command = f"anniversaries {year}"
        fields = {"year": self.day.year, "first_year": 0}
        yield self.part("anniversaries", command, coming, Anniversaries, **fields)

    def of_ranks(self, *ranks: Rank) -> list[MatchedFact]:
        """The visits whose highest visitor is of one of *ranks*."""
        return [match for match in self.visits if visitor_rank(self.book, match.fact) in ranks]

    def disputes_part(self, matches: Iterable[MatchedFact]) -> BriefPart:
        """Those of *matches* whose date or figure is disputed; of all disputes the number."""
        rows = [
            match
            for match in matches
            if any(variant.date or variant.figure for variant in match.fact.variants)
        ]
        total = len(self.disputes)
        return self.part("disputes", "disputes", rows, total=total, view="disputes")

    def offices_part(self, command: str, **which: Sequence[str]) -> BriefPart:
        """A part on people and the years in which they are seen in their offices."""
        held = offices_held((match.fact for match in self.matches), **which)
        return self.part("offices", command, held, OfficesHeld)

    def aid_part(self) -> BriefPart:
        """The totals of aid both ways, those of the most facts first."""
        query = msgspec.structs.replace(self.query, sort="date")
        totals = aid_totals(self.book, query)
        totals.sort(key=lambda total: len(total.counted), reverse=True)
        aid = _of_kind(Kind.AID, self.matches)
        return self.part(
            "aid",
            "aid",
            totals,
            AidTotals,
            query=query,
            group=None,
            explain=False,
            without_figure=tuple(match.fact for match in aid if not match.fact.figure),
        )

    def coming_anniversaries(self) -> list[Anniversary]:
        """The anniversaries of the next twelve months, by date."""
        day = self.day
        facts = [match.fact for match in self.matches]
        years = range(day.year, min(day.year + 1, dt.MAXYEAR) + 1)
        end = (day.year + 1, day.month, min(day.day, 28))  # the year 10000 is no date
        coming = [
            anniversary
            for year in years
            for anniversary in anniversaries_in(facts, year)
            if not anniversary.past(day) and anniversary.first.timetuple()[:3] < end
        ]
        return sorted(coming, key=attrgetter("first", "fact.id"))

    def part(
        self,
        name: str,
        command: str,
        rows: Sequence[Any],
        kind: type[BookAnswer] = FactList,
        *,
        lines: int | None = None,
        total: int | None = None,
        **fields: Any,
    ) -> BriefPart:
        """The first *lines* of *rows* as an answer of *kind*, which *command* has in full.

        *total* counts what the command lists, if that is not *rows*; *fields* are others of the
        answer.
        """
        if lines is None:
            lines = _LINES[name] if self.limit is None else self.limit
        total = len(rows) if total is None else total
        content = {str(kind.content): tuple(rows[:lines])}
        common = {"book": self.book, "query": self.query, "total": total}
        answer = kind(**{**common, **content, **fields})
        line = " ".join(filter(None, ("vnkp", command, self.filters)))
        return BriefPart(name=name, answer=answer, command=line, total=total)


def _of_kind(kind: Kind, matches: Iterable[MatchedFact]) -> list[MatchedFact]:
    return [match for match in matches if match.fact.kind is kind]


def _newest_longest(match: MatchedFact) -> tuple[int, int]:
    """Of figures that begin on one day that of the longest time comes first."""
    earliest, longest = order(match.fact.date)
    return -earliest.toordinal(), longest
