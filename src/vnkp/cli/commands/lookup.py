"""The commands about single things: show and people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from vnkp.answers import Answer, FactCards, FactList, People
from vnkp.cli.commands.facts import search_answer
from vnkp.cli.fact_lists import list_facts, read_line
from vnkp.cli.filter_options import Filters
from vnkp.cli.options import Output
from vnkp.errors import AmbiguousName, UnknownName, UsageError
from vnkp.model.facts import Book, Fact
from vnkp.query import names, offices_and_items
from vnkp.query.filters import Query
from vnkp.query.line.pieces import is_vietnamese
from vnkp.query.line.reading import Reading
from vnkp.query.line.sides import OTHER_SIDE
from vnkp.query.people import PersonSummary, summarize_people
from vnkp.query.search import term_matches
from vnkp.query.selection import query_result, select
from vnkp.query.vocabulary import split_value
from vnkp.text import fold, nearest_spellings

_LONGEST_NAME = 4  # words
# The ambassador to the DPRK, đại sứ ở Triều Tiên; the ambassador of the DPRK.
_IN, _OF = ("to", "in", "o", "tai"), ("of", "from", "by")


def show_command(filters: Filters, output: Output) -> FactCards | FactList:
    """Facts in full: who, where, how much, who says so, and who says otherwise.

    By their ids, the beginnings of ids, or words; of several facts found, a list.

    Example: vnkp show 1958-kim-il-sung-in-vietnam
    """
    book = output.book()
    lang = output.language()
    given = filters.words or []
    facts = _facts_by_id(book, given)
    if filters == Filters():
        raise UsageError("show_without_words")
    filters.refuse_beside_ids("show", facts)
    if facts:
        return FactCards(book=book, query=Query(lang=lang), facts=tuple(facts))
    reading = filters.read(book, lang, "show")
    query = reading.query
    result = query_result(book, query, ranked=query.sort is None)
    whole = _common_whole(result.facts)
    if whole:
        return FactCards(book=book, query=query, facts=(whole,), read_as=reading.read_as)
    if not result.matches and len(given) == 1:
        names.find_id(given[0], [fact.id for fact in book.facts], "fact")  # raises
    return list_facts(book, reading, result)


def _common_whole(facts: Sequence[Fact]) -> Fact | None:
    """The one of *facts* of which all others are parts; None if there is none."""
    wholes = [
        fact
        for fact in facts
        if all(fact.id in other.part_of for other in facts if other is not fact)
    ]
    return wholes[0] if len(wholes) == 1 else None


def _facts_by_id(book: Book, ids: Iterable[str]) -> list[Fact]:
    """The facts with these *ids* or beginnings of ids; none if any of them is something else.

    An id that a fact had before is told whole.
    """
    current = [fact.id for fact in book.facts]
    facts = []
    for id_ in ids:
        fact = book.facts_by_id.get(id_)
        try:
            facts.append(fact or book.facts_by_id[names.find_id(id_, current, "fact")])
        except (AmbiguousName, UnknownName):
            is_beginning = id_.isdigit() and len(id_) != 4  # four digits are a year
            if is_beginning or ("-" in id_ and id_[:4].isdigit() and id_[5:].strip("0123456789-")):
                raise
            return []
    return facts


def people_command(filters: Filters, output: Output) -> Answer:
    """Who takes part: names in three languages, offices, and how many facts.

    By name, by office, or those who took part in what the words and options say.

    Example: vnkp people ambassador
    """
    book, reading = read_line(filters, output, "people")
    query = reading.query
    try:
        keys, offices = _find_people(book, reading)
    except UnknownName:
        if not reading.is_question or len(reading.words) <= _LONGEST_NAME:
            raise
        return search_answer(book, reading.as_search())  # who was the woman that …
    rest = msgspec.structs.replace(query, words="", person=())
    is_narrowed = rest != Query(lang=query.lang, sort=query.sort, limit=query.limit)
    facts = select(book, msgspec.structs.replace(rest, limit=None)) if is_narrowed else None
    if keys is None and facts is not None:
        keys = list({who.who: None for fact in facts for who in fact.people})
    people = summarize_people(book, keys, facts)
    if is_narrowed:
        people = [summary for summary in people if summary.facts]
    if offices:
        people = _with_all_years(book, people) if is_narrowed else people
        people = [summary for summary in people if not offices.isdisjoint(summary.years)]
        people.sort(
            key=lambda summary: min(summary.years[key] for key in offices & set(summary.years))
        )
    return People(
        book=book,
        query=msgspec.structs.replace(query, words=" ".join(reading.words)),
        people=tuple(people[: query.limit]),
        total=len(people),
        named=bool(query.words or query.person) and not offices,
        offices=frozenset(offices),
        read_as=reading.read_as,
    )


def _with_all_years(book: Book, people: Iterable[PersonSummary]) -> list[PersonSummary]:
    """*people*, of whom only some facts count, with the years of all facts in their offices."""
    everywhere = {
        summary.id: summary.years
        for summary in summarize_people(book, [summary.id for summary in people])
    }
    return [
        msgspec.structs.replace(
            summary, years={key: everywhere[summary.id][key] for key in summary.years}
        )
        for summary in people
    ]


def _of_side(book: Book, offices: Sequence[str], reading: Reading) -> Sequence[str]:
    """Those of *offices* of the country that *reading* names, all of them where that is open.

    The ambassador of Vietnam to the DPRK is one of Vietnam, as is the ambassador to the DPRK.
    North Korean ambassadors and đại sứ Triều Tiên are of the DPRK; ambassador Vietnam is open.
    """
    words = " ".join(reading.words).split()
    rests = (" ".join(words[index:]) for index in range(len(words)))
    sides = {
        index: side for index, rest in enumerate(rests) if (side := split_value(rest, "side")[0])
    }
    if not sides:
        return offices
    first = min(sides)
    side, before = sides[first], fold(words[first - 1]) if first else ""
    if len({*sides.values()}) == 1 and first:  # it stands behind the office
        if before in _IN:
            side = OTHER_SIDE[side]
        elif before not in _OF and not is_vietnamese(words):
            return offices
    return [key for key in offices if book.offices[key].side == side] or offices


def _nearest_names(book: Book, text: str) -> list[str]:
    """The names of people and offices, and words of offices, that are spelt most like *text*."""
    people = names.all_spellings(book.people)
    offices = [name for office in book.offices.values() for name in (office.en, office.vi)]
    words = [word for name in offices for word in name.split()]
    return nearest_spellings(text, dict.fromkeys([*people, *offices, *words]))


def _find_people(book: Book, reading: Reading) -> tuple[list[str] | None, frozenset[str]]:
    """The ids of those asked for by name or office, and the keys of these offices.

    None for everybody; raises `UnknownName` where there is nobody of that name or office.
    """
    query = reading.query
    keys = [names.find_person(name, book.people) for name in query.values("person")]
    if not query.words:
        return keys or None, frozenset()
    named = names.find_people(query.words, book.people)
    if named:
        return [*keys, *named], frozenset()
    offices = offices_and_items.find_keys(query.words, book.offices)
    if not offices:
        offices = term_matches.offices_with_words(book, query.words)
        rank = split_value(query.words, "rank")[0]  # đại sứ is nobody else of a đại sứ quán
        offices = [key for key in offices if book.offices[key].rank.value == rank] or offices
    if offices:
        return keys or None, frozenset(_of_side(book, offices, reading))
    named = names.find_people_by_beginnings(query.words, book.people)
    if named:
        return [*keys, *named], frozenset()
    facts = select(book, Query(words=query.words, person=query.person))
    taking_part = {who.who: None for fact in facts for who in fact.people}
    if not taking_part:
        raise UnknownName("person", query.words, _nearest_names(book, query.words))
    return [*keys, *taking_part], frozenset()
