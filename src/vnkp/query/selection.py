"""Answering a query: the facts of a book that meet it, in its order."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal
from operator import attrgetter

import msgspec

from vnkp.model.enums import Kind
from vnkp.model.facts import Book, Fact, Variant
from vnkp.model.fields import Lang
from vnkp.model.time_window import Overlap, TimeWindow
from vnkp.query import names, tables
from vnkp.query.filters import OVERLAP_ORDER, Query, Sort, sort_order
from vnkp.query.people import is_of_rank, parties, visitor_rank
from vnkp.query.tables import independent_publishers
from vnkp.text import fold


class MatchedFact(msgspec.Struct, frozen=True):
    """A fact, and how its date meets the time asked for.

    Where only the date of a *variant* does, that is given too.
    """

    fact: Fact
    overlap: Overlap
    variant: Variant | None = None


def select(book: Book, query: Query) -> list[Fact]:
    """The facts of *book* that meet *query*: those inside its time first, then in its order.

    Raises `UnknownName` or `AmbiguousName` for a person, place or source that is not known, or
    not one alone.
    """
    return [match.fact for match in match_facts(book, query)[: query.limit]]


def match_facts(book: Book, query: Query, *, ranked: bool = False) -> list[MatchedFact]:
    """The facts that meet *query* and how they meet its time, as `select`, without the limit.

    If *ranked*, those that fit the words best come first among those that meet the time alike.
    """
    overlaps = {fact.id: overlap for fact in book.facts if (overlap := query.match(fact))}
    facts = _filtered(book, query, [fact for fact in book.facts if fact.id in overlaps])
    key, reverse = sort_order(query.sort)
    facts.sort(key=attrgetter("sort_key"))
    if key is not Sort.DATE:
        facts.sort(key=lambda fact: _sort_value(fact, key, query.lang, reverse), reverse=reverse)
    elif reverse:
        facts.reverse()
    if query.words:
        facts = _search(book, query.words, facts, ranked=ranked)
    facts.sort(key=lambda fact: OVERLAP_ORDER[overlaps[fact.id]])
    return [
        MatchedFact(fact, overlaps[fact.id], _variant(query, fact, overlaps[fact.id]))
        for fact in facts
    ]


def _variant(query: Query, fact: Fact, overlap: Overlap) -> Variant | None:
    """The variant of *fact* whose date meets the time of *query*, where its own date does not."""
    may_need = overlap is Overlap.POSSIBLE and fact.variants
    return query.variant_in_time(fact) if may_need else None


def select_any_time(book: Book, query: Query) -> list[Fact]:
    """The facts that meet every filter of *query* but its time, in the order of the book."""
    facts = _filtered(book, query, list(book.facts))
    return _search(book, query.words, facts, ranked=False) if query.words else facts


def absent_words(book: Book, query: Query) -> tuple[str, ...]:
    """The words of *query* that none of the facts has that meet its other filters."""
    facts = select(book, msgspec.structs.replace(query, words="", limit=None))
    words = re.findall(r'"[^"]*"|“[^“”]*”|[^\s]+', query.words)
    return tuple(word for word in words if not _search(book, word, facts, ranked=False))


def count_elsewhere(book: Book, query: Query) -> int:
    """How many facts have all the words of *query* in its time, whatever its other filters."""
    wider = Query(window=query.windows, strict=query.strict, words=query.words)
    return len(match_facts(book, wider))


def _search(book: Book, words: str, facts: list[Fact], *, ranked: bool) -> list[Fact]:
    """Those of *facts* that have all *words*, the best first if *ranked*."""
    from vnkp.query.search import search_facts  # most questions have no words

    return search_facts(book, words, facts, ranked=ranked)


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


def _filtered(book: Book, query: Query, facts: list[Fact]) -> list[Fact]:
    """Those of *facts* that meet every filter of *query* but its time and words."""
    if query.kinds:
        facts = [fact for fact in facts if fact.kind in query.kinds]
    from_, to = query.values("from_"), query.values("to")
    if from_:
        facts = [fact for fact in facts if fact.from_ in from_ or fact.between]
    if to:
        facts = [fact for fact in facts if fact.to in to or fact.between]
    if query.disputed:
        facts = [fact for fact in facts if fact.disputed]
    if not query.parts:
        facts = [fact for fact in facts if not fact.part_of]
    facts = _well_sourced(book, query, _of_names(book, query, facts))
    if query.rank is not None:
        visits = [fact for fact in facts if fact.kind is Kind.VISIT]
        facts = [fact for fact in visits if is_of_rank(visitor_rank(book, fact), query.rank)]
    return facts


def _of_names(book: Book, query: Query, facts: list[Fact]) -> list[Fact]:
    """Those of *facts* with all persons, and with a place, an office and an item asked for.

    The office is that of a visitor where visits alone are asked for.
    """
    persons = {names.find_person(name, book.people) for name in query.values("person")}
    if persons:
        facts = [fact for fact in facts if persons <= {who.who for who in fact.people}]
    places = {key for name in query.values("place") for key in names.find_places(name, book.places)}
    if places:
        facts = [fact for fact in facts if not places.isdisjoint(fact.places)]
    offices = {
        key
        for name in query.values("office")
        for key in tables.known_keys("office", name, book.offices)
    }
    if offices:
        of_visitors = query.kinds == {Kind.VISIT}
        facts = [
            fact
            for fact in facts
            if any(
                not offices.isdisjoint(participant.offices)
                for participant in (parties(book, fact)[0] if of_visitors else fact.people)
            )
        ]
    items = {
        key for name in query.values("item") for key in tables.known_keys("item", name, book.items)
    }
    if items:
        facts = [fact for fact in facts if any(figure.of in items for figure in fact.all_figures)]
    return facts


def _well_sourced(book: Book, query: Query, facts: list[Fact]) -> list[Fact]:
    """Those of *facts* that rest on the sources asked for."""
    keys = {key for text in query.values("source") for key in tables.find_sources(text, book)}
    if keys:
        facts = [fact for fact in facts if any(cite.source in keys for cite in fact.all_cites)]
    kinds, langs = query.values("source_kinds"), query.values("source_langs")
    if kinds or langs:
        fitting = {
            key for key, source in book.sources.items() if tables.is_source_of(source, kinds, langs)
        }
        facts = [fact for fact in facts if any(cite.source in fitting for cite in fact.all_cites)]
    most = query.sources_at_most
    if most is not None:
        facts = [fact for fact in facts if len(independent_publishers(book, fact)) <= most]
    return facts


def nearest_years(facts: Iterable[Fact], window: TimeWindow) -> list[int]:
    """The years next before and next after *window* in which one of *facts* begins."""
    starts = {fact.date.earliest for fact in facts}
    before = max((day for day in starts if day < (window.first or dt.date.min)), default=None)
    after = min((day for day in starts if day > (window.last or dt.date.max)), default=None)
    return [day.year for day in (before, after) if day]
