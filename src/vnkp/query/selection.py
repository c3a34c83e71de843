"""Answering a query: the facts of a book that meet it, in its order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import msgspec

from vnkp.model.enums import Kind
from vnkp.model.facts import Book, Fact, Variant
from vnkp.model.fields import Lang
from vnkp.model.time_window import Overlap, TimeWindow
from vnkp.query import names, offices_and_items, sourcing, vocabulary
from vnkp.query.filters import OVERLAP_ORDER, Query, Sort, keys_of, sort_order
from vnkp.query.people import is_of_rank, parties, visitor_rank
from vnkp.query.search import word_search
from vnkp.store.lazy_book import LazyFacts
from vnkp.text import fold

if TYPE_CHECKING:
    from vnkp.query.search.search_results import SearchHit, SearchResult


class MatchedFact(msgspec.Struct, frozen=True):
    """A fact, and how its date meets the time asked for.

    Where only the date of a *variant* does, that is given too. The match *is_weak* where others
    fit the words looked for far better.
    """

    fact: Fact
    overlap: Overlap
    variant: Variant | None = None
    is_weak: bool = False


class QueryResult(msgspec.Struct, frozen=True):
    """The facts that meet a query, and what the *search* for its words came to, if it has any.

    *hits* are those with all words or, if there is none, those with most of them; *near* are
    others that lack few words.
    """

    hits: list[MatchedFact]
    search: SearchResult | None = None
    near: Sequence[MatchedFact] = ()

    @property
    def matches(self) -> list[MatchedFact]:
        """Those with all words."""
        return [] if self.search and self.search.left_out else self.hits

    @property
    def facts(self) -> list[Fact]:
        """The facts with all words, alone."""
        return [match.fact for match in self.matches]

    @property
    def best_score(self) -> float:
        """How well the fact that fits the words best does so; 0 if there are none."""
        hits = self.search.hits if self.search else ()
        return max((-hit.rank.minus_score for hit in hits), default=0)


def select(book: Book, query: Query) -> list[Fact]:
    """The facts of *book* that meet *query*: those inside its time first, then in its order.

    Raises `UnknownName` or `AmbiguousName` for a person, place or source that is not known, or
    not one alone.
    """
    return query_result(book, query).facts[: query.limit]


def match_facts(book: Book, query: Query) -> list[MatchedFact]:
    """The facts that meet *query* and how they meet its time, as `select`, without the limit."""
    return query_result(book, query).matches


def query_result(book: Book, query: Query, *, ranked: bool = False) -> QueryResult:
    """What *query* comes to in *book*, ordered as by `select`, without the limit.

    If *ranked*, facts that fit the words best come first among those that meet the time alike,
    weak matches last, and the search also has those that lack few of the words.
    """
    facts = _filtered(book, query, _in_time(book.facts, query))
    if not query.words:
        return QueryResult(_in_order(query, facts))
    search = _search(book, query.words, facts, ranked=ranked)
    if not ranked:
        return QueryResult(_in_order(query, search.facts), search)
    return QueryResult(_ranked(query, search.hits), search, _ranked(query, search.near))


def _ranked(query: Query, hits: Sequence[SearchHit]) -> list[MatchedFact]:
    """The facts of *hits* as they meet the time: weak ones last, those inside first, by rank."""
    by_id = {hit.fact.id: hit for hit in hits}

    def order(match: MatchedFact) -> tuple[Any, ...]:
        return match.is_weak, OVERLAP_ORDER[match.overlap], by_id[match.fact.id].rank

    matches = [
        msgspec.structs.replace(match, is_weak=by_id[match.fact.id].is_weak)
        for match in _in_order(query, [hit.fact for hit in hits])
    ]
    return sorted(matches, key=order)


def _in_time(facts: Sequence[Fact], query: Query) -> Sequence[Fact]:
    """Those of *facts* that meet the time of *query*; of a cached book few others are decoded."""
    windows = query.windows
    if not windows:
        return facts
    if isinstance(facts, LazyFacts):
        first = min(window.begin for window in windows)
        last = max(window.end for window in windows)
        facts = facts.between(first, last)
    return [fact for fact in facts if query.match(fact)]


def _in_order(query: Query, facts: Iterable[Fact]) -> list[MatchedFact]:
    """Those of *facts* that meet the time of *query*: those inside it first, in its order."""
    key, reverse = sort_order(query.sort)
    ordered = sorted(facts, key=attrgetter("sort_key"))
    if key is not Sort.DATE:
        ordered.sort(key=lambda fact: _sort_value(fact, key, query.lang, reverse), reverse=reverse)
    elif reverse:
        ordered.reverse()
    matches = [
        MatchedFact(fact, overlap, query.variant_in_time(fact))
        for fact in ordered
        if (overlap := query.match(fact))
    ]
    return sorted(matches, key=lambda match: OVERLAP_ORDER[match.overlap])


def select_any_time(book: Book, query: Query) -> Sequence[Fact]:
    """The facts that meet every filter of *query* but its time, in the order of the book."""
    facts = _filtered(book, query, book.facts)
    return _search(book, query.words, facts).complete if query.words else facts


def _search(book: Book, words: str, facts: Iterable[Fact], *, ranked: bool = False) -> SearchResult:
    return word_search.find_words(book, words, facts, ranked=ranked)


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


def _filtered(book: Book, query: Query, facts: Sequence[Fact]) -> Sequence[Fact]:
    """Those of *facts* that meet every filter of *query* but its time and words.

    Without a filter *facts* are not looked at, so that a cached book need not decode them.
    """
    kinds, from_, to = query.kinds, query.values("from_"), query.values("to")
    if kinds or from_ or to or query.disputed or not query.parts:
        facts = [
            fact
            for fact in facts
            if (not kinds or fact.kind in kinds)
            and (not from_ or fact.from_ in from_ or fact.between)
            and (not to or fact.to in to or fact.between)
            and (fact.variants or not query.disputed)
            and (query.parts or not fact.part_of)
        ]
    persons = {names.find_person(name, book.people) for name in query.values("person")}
    if persons:
        facts = [fact for fact in facts if persons.issubset(keys_of(fact, "person"))]
    for table, keys in _filter_keys(book, query):
        facts = [fact for fact in facts if not keys.isdisjoint(keys_of(fact, table))]
        if table == "office" and kinds == {Kind.VISIT}:  # that of a visitor
            facts = [
                fact
                for fact in facts
                if any(not keys.isdisjoint(visitor.offices) for visitor in parties(book, fact)[0])
            ]
    if query.sources_at_most is not None:
        most = query.sources_at_most
        facts = [fact for fact in facts if len(sourcing.independent_publishers(book, fact)) <= most]
    if query.rank is not None:
        visits = [fact for fact in facts if fact.kind is Kind.VISIT]
        facts = [fact for fact in visits if is_of_rank(visitor_rank(book, fact), query.rank)]
    for name in query.values("without"):
        facts = _leave_out(book, name, facts)
    return facts


def _leave_out(book: Book, name: str, facts: Sequence[Fact]) -> Sequence[Fact]:
    """Those of *facts* that are no visits of the rank *name* and tell nothing of these words.

    What is only in notes and titles of sources does not count, nor a person's name in that of a
    place or an office.
    """
    rank = vocabulary.find_value("rank", name)
    if rank not in (None, "all"):
        return [
            fact
            for fact in facts
            if fact.kind is not Kind.VISIT or not is_of_rank(visitor_rank(book, fact), rank)
        ]
    result = _search(book, name, facts)
    if result.left_out:
        return facts
    is_person = len(names.find_people(name, book.people)) == 1
    ids = {
        hit.fact.id for hit in result.hits if (hit.is_by_name if is_person else not hit.is_aside)
    }
    return [fact for fact in facts if fact.id not in ids]


def _filter_keys(book: Book, query: Query) -> Iterator[tuple[str, set[str]]]:
    """The tables by which *query* filters, each with the keys of what may be meant."""
    if places := query.values("place"):
        yield "place", {key for name in places for key in names.find_places(name, book.places)}
    for table, entries in (("office", book.offices), ("item", book.items)):
        if values := query.values(table):
            keys = (offices_and_items.known_keys(table, name, entries) for name in values)
            yield table, set().union(*keys)
    if sources := query.values("source"):
        yield "source", {key for text in sources for key in sourcing.find_sources(text, book)}
    kinds, langs = query.values("source_kinds"), query.values("source_langs")
    if kinds or langs:
        is_meant = partial(sourcing.is_source_of, kinds=kinds, langs=langs)
        yield "source", {key for key, source in book.sources.items() if is_meant(source)}


def nearest_years(facts: Iterable[Fact], window: TimeWindow) -> list[int]:
    """The years next before and next after *window* in which one of *facts* begins."""
    starts = {fact.date.earliest for fact in facts}
    before = max((day for day in starts if day < window.begin), default=None)
    after = min((day for day in starts if day > window.end), default=None)
    return [day.year for day in (before, after) if day]
