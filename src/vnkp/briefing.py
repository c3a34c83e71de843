"""What stands in a brief: the answers of other commands, the newest first, cut to one page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from vnkp.answers import (
    AidTotals,
    Anniversaries,
    Answer,
    FactList,
    View,
)
from vnkp.answers.brief import Brief, BriefPart, OfficesHeld
from vnkp.i18n.labels import SIDES
from vnkp.model.enums import Kind, Rank
from vnkp.model.facts import Book, Fact, Office
from vnkp.query import names
from vnkp.query.anniversaries import Anniversary, anniversaries_in
from vnkp.query.filters import Query
from vnkp.query.people import RANKS, offices_held, visitor_rank
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
_HAVE_PARTS = (Kind.VISIT, Kind.AGREEMENT, Kind.AID, Kind.TRADE)


def make_brief(book: Book, query: Query, asked: str, day: dt.date) -> Brief:
    """What to know before a meeting on *day*.

    *asked* is how the filters of *query* are typed; without any it is about the whole relation.
    The limit of *query* bounds each part.
    """
    page = _Page(book, query, asked, day)
    parts = page.about_filters() if asked else page.about_all()
    return Brief(
        book=book,
        query=query,
        day=day,
        about=asked,
        relation=() if asked else tuple(page.relation()),
        parts=tuple(part for part in parts if not part.answer.is_empty),
    )


class _Page:
    """The facts that meet a query, the newest first, and the parts made of them."""

    def __init__(self, book: Book, query: Query, asked: str, day: dt.date) -> None:
        self.book = book
        self.query = msgspec.structs.replace(query, sort="-date", limit=None)
        self.limit = query.limit
        self.asked = asked
        self.day = day
        self.matches = match_facts(book, self.query)
        self.visits = [match for match in self.of_kind(Kind.VISIT) if not match.fact.part_of]
        self.leaders = self.of_ranks(Rank.LEADER, Rank.LEADER)
        self.ministers = self.of_ranks(Rank.DEPUTY, Rank.MINISTER)
        trade = [match for match in self.of_kind(Kind.TRADE) if match.fact.figure]
        # Of figures that begin on one day that of the longest time comes first.
        self.trade = sorted(trade, key=lambda match: _newest_longest(match.fact))
        self.disputes = [match for match in self.matches if match.fact.disputed]
        self.embassies = [key for key, office in book.offices.items() if _is_mutual(office)]

    def about_all(self) -> Iterator[BriefPart]:
        """The parts of a brief on the whole relation."""
        yield self.facts_part("visits", self.leaders, "visits", view="visits")
        last = self.leaders[0].fact.date.earliest if self.leaders else dt.date.min
        since = [match for match in self.ministers if match.fact.date.earliest > last]
        yield self.facts_part("ministers", since, "visits --rank minister+", view="visits")
        yield self.offices_part("offices", "people ambassador", offices=self.embassies)
        yield from self.common_parts()
        leaders = {match.fact.id for match in self.leaders}
        careful = [
            match
            for match in self.disputes
            if match.fact.id in leaders or (match.fact.kind is Kind.AID and match.fact.figure)
        ]
        yield self.careful_part(careful)

    def about_filters(self) -> Iterator[BriefPart]:
        """The parts of a brief on a person, a time or a theme."""
        named = self.query.values("person")
        people = [names.find_person(name, self.book.people) for name in named]
        if people:
            yield self.offices_part("offices", f"people {' '.join(people)}", people=people)
        yield self.facts_part("visits", self.visits, "visits --rank all", view="visits")
        yield from self.common_parts()
        others = [
            match
            for match in self.matches
            if match.fact.kind not in _HAVE_PARTS and not match.fact.part_of
        ]
        yield self.facts_part("others", others, "list --no-parts")
        yield self.careful_part(self.disputes)

    def relation(self) -> Iterator[BriefPart]:
        """The relation in some lines, each the first of an answer."""
        ties = [match for match in self.of_kind(Kind.DIPLOMACY) if match.fact.milestone]
        to_kp = [match for match in self.leaders if match.fact.from_ == "VN"]
        to_vn = [match for match in self.leaders if match.fact.from_ == "KP"]
        yield self.facts_part("ties", ties[-1:], "list", lines=1)
        yield self.facts_part("leader_to_KP", to_kp, "visits", view="visits", lines=1)
        yield self.facts_part("leader_to_VN", to_vn, "visits", view="visits", lines=1)
        yield self.facts_part("last_minister", self.ministers, "visits", view="visits", lines=1)
        yield self.facts_part("last_trade", self.trade, "trade", view="trade", lines=1)

    def common_parts(self) -> Iterator[BriefPart]:
        """What every brief has: agreements, aid, trade and anniversaries."""
        agreements = [match for match in self.of_kind(Kind.AGREEMENT) if not match.fact.part_of]
        yield self.facts_part("agreements", agreements, "list --kind agreement --no-parts")
        yield self.aid_part()
        yield self.facts_part("trade", self.trade, "trade", view="trade")
        yield self.anniversaries_part()

    def of_kind(self, kind: Kind) -> list[MatchedFact]:
        """The facts of *kind*."""
        return [match for match in self.matches if match.fact.kind is kind]

    def of_ranks(self, highest: Rank, lowest: Rank) -> list[MatchedFact]:
        """The visits whose highest visitor ranks from *highest* to *lowest*."""
        ranks = range(RANKS[highest], RANKS[lowest] + 1)
        return [match for match in self.visits if visitor_rank(self.book, match.fact) in ranks]

    def facts_part(
        self,
        name: str,
        matches: list[MatchedFact],
        command: str,
        *,
        view: View = "list",
        total: int | None = None,
        lines: int | None = None,
    ) -> BriefPart:
        """A part that lists *matches*, of which *command* has *total*."""
        total = len(matches) if total is None else total
        kept = tuple(matches[: lines or self._lines(name)])
        answer = FactList(book=self.book, query=self.query, matches=kept, total=total, view=view)
        return self._part(name, answer, command, total)

    def careful_part(self, matches: list[MatchedFact]) -> BriefPart:
        """Those of *matches* whose date or figure is read otherwise; the rest is a count."""
        plain = [
            match
            for match in matches
            if any(variant.date or variant.figure for variant in match.fact.variants)
        ]
        total = len(self.disputes)
        return self.facts_part("disputes", plain, "disputes", view="disputes", total=total)

    def offices_part(self, name: str, command: str, **which: Any) -> BriefPart:
        """A part on people and the years in which they are seen in their offices."""
        held = offices_held(self._all_facts(), **which)
        answer = OfficesHeld(
            book=self.book,
            query=self.query,
            held=tuple(held[: self._lines(name)]),
            total=len(held),
        )
        return self._part(name, answer, command, len(held))

    def aid_part(self) -> BriefPart:
        """The totals of aid both ways."""
        query = msgspec.structs.replace(self.query, sort="date")
        totals = sorted(aid_totals(self.book, query), key=lambda total: -len(total.counted))
        answer = AidTotals(
            book=self.book,
            query=query,
            totals=tuple(totals[: self._lines("aid")]),
            total=len(totals),
            group=None,
            explain=False,
            without_figure=tuple(
                match.fact for match in self.of_kind(Kind.AID) if not match.fact.figure
            ),
        )
        return self._part("aid", answer, "aid", len(totals))

    def anniversaries_part(self) -> BriefPart:
        """What falls due within twelve months."""
        due = _coming(self.matches, self.day)
        answer = Anniversaries(
            book=self.book,
            query=self.query,
            year=self.day.year,
            anniversaries=tuple(due[: self._lines("anniversaries")]),
            total=len(due),
            first_year=0,
        )
        year = due[-1].year if due else self.day.year
        return self._part("anniversaries", answer, f"anniversaries {year}", len(due))

    def _all_facts(self) -> Iterator[Fact]:
        return (match.fact for match in self.matches)

    def _lines(self, name: str) -> int:
        return _LINES[name] if self.limit is None else self.limit

    def _part(self, name: str, answer: Answer, command: str, total: int) -> BriefPart:
        line = " ".join(part for part in ("vnkp", command, self.asked) if part)
        return BriefPart(name=name, answer=answer, command=line, total=total)


def _is_mutual(office: Office) -> bool:
    """Whether *office* is that of an ambassador of one of the two to the other."""
    names_both = all(name.en in office.en for name in SIDES.values())
    return office.rank is Rank.AMBASSADOR and names_both


def _newest_longest(fact: Fact) -> tuple[int, int]:
    last = fact.date.latest or dt.date.max
    return -fact.date.earliest.toordinal(), -last.toordinal()


def _coming(matches: Iterable[MatchedFact], day: dt.date) -> list[Anniversary]:
    """The anniversaries of the twelve months from *day* on, by date."""
    facts = [match.fact for match in matches]
    years = range(day.year, min(day.year + 1, dt.MAXYEAR) + 1)
    end = (day.year + 1, day.month, min(day.day, 28))  # perhaps of a year that no date has
    due = [anniversary for year in years for anniversary in anniversaries_in(facts, year)]
    coming = [
        anniversary
        for anniversary in due
        if not anniversary.past(day) and anniversary.first.timetuple()[:3] < end
    ]
    return sorted(coming, key=lambda anniversary: (anniversary.first, anniversary.fact.id))
