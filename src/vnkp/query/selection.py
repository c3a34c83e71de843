"""Answering a query: the facts of a book that meet it, in its order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

import msgspec

from vnkp.model import edtf
from vnkp.model.enums import Kind
from vnkp.model.facts import Book, Fact, Variant
from vnkp.model.fields import Lang
from vnkp.model.time_window import Overlap, TimeWindow
from vnkp.query import names, tables
from vnkp.query.filters import OVERLAP_ORDER, Query, Sort, sort_key
from vnkp.query.people import is_of_rank, visitor_rank
from vnkp.query.sourcing import independent_publishers
from vnkp.text import fold

Predicate = Callable[[Fact], bool]


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
    predicates = list(_predicates(book, query))
    matches = [
        MatchedFact(fact, overlap, _variant(query, fact, overlap))
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
    if query.words:
        matches = _with_words(book, query.words, matches, ranked)
    matches.sort(key=lambda match: OVERLAP_ORDER[match.overlap])
    return matches


def _variant(query: Query, fact: Fact, overlap: Overlap) -> Variant | None:
    """The variant of *fact* whose date meets the time of *query*, where its own date does not."""
    may_need = overlap is Overlap.POSSIBLE and fact.variants
    return query.variant_in_time(fact) if may_need else None


def _with_words(
    book: Book, words: str, matches: list[MatchedFact], ranked: bool
) -> list[MatchedFact]:
    """Those of *matches* in which all *words* are found; if *ranked*, the best first."""
    facts = _search(book, words, [match.fact for match in matches], ranked=ranked)
    matches_by_id = {match.fact.id: match for match in matches}
    return [matches_by_id[fact.id] for fact in facts]


def select_any_time(book: Book, query: Query) -> list[Fact]:
    """The facts that meet every filter of *query* but its time, in the order of the book."""
    predicates = list(_predicates(book, query))
    facts = [fact for fact in book.facts if all(predicate(fact) for predicate in predicates)]
    return _search(book, query.words, facts, ranked=False) if query.words else facts


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


def _predicates(book: Book, query: Query) -> Iterator[Predicate]:
    """One predicate for each filter of *query* but the time and words, the cheap ones first."""
    kinds = query.kinds
    if kinds:
        yield lambda fact: fact.kind in kinds
    if query.from_:
        yield lambda fact: fact.from_ in query.values("from_") or fact.between
    if query.to:
        yield lambda fact: fact.to in query.values("to") or fact.between
    if query.disputed:
        yield lambda fact: fact.disputed
    if not query.parts:
        yield lambda fact: not fact.part_of
    yield from _named(book, query)
    yield from _sourced(book, query)
    if query.rank is not None:
        rank = query.rank
        yield lambda fact: fact.kind is Kind.VISIT and is_of_rank(visitor_rank(book, fact), rank)


def _named(book: Book, query: Query) -> Iterator[Predicate]:
    """Predicates for persons, who must all take part, and for places, offices and items."""
    persons = frozenset(names.find_person(name, book.people) for name in query.values("person"))
    if persons:
        yield lambda fact: persons <= {participant.who for participant in fact.people}
    places = {key for name in query.values("place") for key in names.find_places(name, book.places)}
    if places:
        yield lambda fact: not places.isdisjoint(fact.places)
    offices = {
        key for name in query.values("office") for key in tables.office_keys(name, book.offices)
    }
    if offices:
        yield lambda fact: any(
            not offices.isdisjoint(participant.offices) for participant in fact.people
        )
    items = {key for name in query.values("item") for key in tables.find_items(name, book.items)}
    if items:
        yield lambda fact: any(figure.of in items for figure in fact.all_figures)


def _sourced(book: Book, query: Query) -> Iterator[Predicate]:
    """Predicates for the sources on which facts rest."""
    keys = {key for text in query.values("source") for key in tables.find_sources(text, book)}
    if keys:
        yield lambda fact: any(cite.source in keys for cite in fact.all_cites)
    kinds, langs = query.values("source_kinds"), query.values("source_langs")
    if kinds or langs:
        fitting = {
            key
            for key, source in book.sources.items()
            if (not kinds or source.kind in kinds) and (not langs or source.lang in langs)
        }
        yield lambda fact: any(cite.source in fitting for cite in fact.all_cites)
    most = query.sources_at_most
    if most is not None:
        yield lambda fact: len(independent_publishers(book, fact)) <= most


def nearest_years(facts: Iterable[Fact], window: TimeWindow) -> list[int]:
    """The years next before and next after *window* in which one of *facts* begins."""
    starts = {fact.date.earliest for fact in facts}
    before = max((day for day in starts if day < (window.first or dt.date.min)), default=None)
    after = min((day for day in starts if day > (window.last or dt.date.max)), default=None)
    return [day.year for day in (before, after) if day]
