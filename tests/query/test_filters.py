"""Asking the book: each filter alone, windows and their edges, orders, and what is refused."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from vnkp import (
    Book,
    Cite,
    DateError,
    Fact,
    Figure,
    Kind,
    Query,
    Rank,
    UnknownName,
    Variant,
    VnkpError,
    select,
)
from vnkp.errors import AmbiguousName
from vnkp.model import edtf
from vnkp.model.time_window import Overlap, TimeWindow
from vnkp.query.filters import Sort
from vnkp.query.people import visitor_rank
from vnkp.query.search.word_search import search_facts
from vnkp.query.selection import match_facts, nearest_years, select_any_time
from vnkp.query.time_reading.time_reader import parse
from vnkp.text import fold

STUDENTS = "1960-students-in-pyongyang"
AGREEMENT = "1961-friendship-agreement"
RICE = "1999-rice-for-tests"
VISIT = "2001-le-van-vi-in-the-dprk"
TALKS = "2001-talks-in-pyongyang"
TRAIN = "2001-rice-by-train"
RETURN = "2002-kim-mun-in-vietnam"
EXPORTS = "2015-exports-to-the-dprk"
ALL = [STUDENTS, AGREEMENT, RICE, VISIT, TALKS, TRAIN, RETURN, EXPORTS]


def ids(book: Book, **asked: Any) -> list[str]:
    return [fact.id for fact in select(book, Query(**asked))]


def dated(
    name: str, date: str, *, en: str = "A title", vi: str = "Nhan đề", figure: Figure | None = None
) -> Fact:
    return Fact(name, Kind.CULTURE, edtf.parse(date), en, vi, cite=(Cite("s"),), figure=figure)


def shelf(*facts: Fact) -> Book:
    return Book(1, facts=facts)


# Each filter alone, on the small store


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ALL),
        ({"kinds": {"visit"}}, [VISIT, RETURN]),
        ({"kinds": {"aid", "trade"}}, [RICE, TRAIN, EXPORTS]),
        ({"kinds": {"military"}}, []),
        ({"person": "Kim Mun"}, [VISIT, TALKS, RETURN]),
        ({"person": "김문"}, [VISIT, TALKS, RETURN]),
        ({"person": "kim moon"}, [VISIT, TALKS, RETURN]),
        ({"person": "dang thi mau"}, [VISIT]),
        ({"person": "Mẫu"}, [VISIT]),
        ({"place": "Hà Nội"}, [RETURN]),
        ({"place": "hanoi"}, [RETURN]),
        ({"place": "Pyongyang"}, [STUDENTS, VISIT, TALKS, TRAIN]),
        ({"from_": "VN"}, [STUDENTS, AGREEMENT, RICE, VISIT, TALKS, TRAIN, EXPORTS]),
        ({"from_": "KP"}, [AGREEMENT, TALKS, RETURN]),
        ({"to": "VN"}, [AGREEMENT, TALKS, RETURN]),
        ({"to": "KP"}, [STUDENTS, AGREEMENT, RICE, VISIT, TALKS, TRAIN, EXPORTS]),
        ({"from_": "VN", "to": "VN"}, [AGREEMENT, TALKS]),
        ({"source": "archive-1962"}, [STUDENTS, AGREEMENT, VISIT]),
        ({"source": "ministry-2015"}, [VISIT, EXPORTS]),
        ({"source": "min"}, [VISIT, EXPORTS]),
        ({"disputed": True}, [VISIT, EXPORTS]),
        ({"parts": False}, [STUDENTS, AGREEMENT, RICE, VISIT, RETURN, EXPORTS]),
        ({"rank": "leader"}, [VISIT, RETURN]),
        ({"limit": 3}, ALL[:3]),
        ({"limit": 0}, []),
        ({"limit": 99}, ALL),
    ],
)
def test_each_filter_alone(book: Book, asked: dict[str, Any], expected: list[str]) -> None:
    assert ids(book, **asked) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"kinds": {"visit"}, "from_": "VN"}, [VISIT]),
        ({"kinds": {"visit"}, "person": "Kim Mun", "place": "hanoi"}, [RETURN]),
        ({"person": "Kim Mun", "parts": False, "window": "2001"}, [VISIT]),
        ({"source": "ministry-2015", "disputed": True, "kinds": {"trade"}}, [EXPORTS]),
        ({"window": "2001-05", "person": "Kim Mun", "limit": 1}, [TALKS]),
        ({"from_": "KP", "window": "1961"}, [AGREEMENT]),
        ({"kinds": {"aid"}, "window": "2001", "strict": True}, [TRAIN]),
    ],
)
def test_filters_together_must_all_hold(
    book: Book, asked: dict[str, Any], expected: list[str]
) -> None:
    assert ids(book, **asked) == expected


# Each filter alone, on the real record, against a plainer way to say the same

Holds = Callable[[Book, Fact], bool]


def lies_in(book: Book, fact: Fact, place: str) -> bool:
    """Whether one of the places of *fact* is *place*, or lies within it."""
    around: list[str | None] = list(fact.places)
    for key in around:  # grows by the place that holds each
        around += [book.places[key].within] if key else []
    return place in around


def came(book: Book, fact: Fact, *ranks: Rank) -> bool:
    """Whether somebody of *ranks* came: of the side that went, or of either where both met."""
    sides = {fact.from_} if fact.from_ else {"VN", "KP"}
    return any(
        book.people[participant.who].side in sides and book.offices[office].rank in ranks
        for participant in fact.people
        for office in participant.offices
    )


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        *(({"kinds": {kind}}, lambda book, fact, kind=kind: fact.kind is kind) for kind in Kind),
        (
            {"person": "kim-il-sung"},
            lambda book, fact: "kim-il-sung" in [one.who for one in fact.people],
        ),
        (
            {"person": "Kim Nhật Thành"},
            lambda book, fact: "kim-il-sung" in [one.who for one in fact.people],
        ),
        (
            {"person": "김일성"},
            lambda book, fact: "kim-il-sung" in [one.who for one in fact.people],
        ),
        ({"place": "Bình Nhưỡng"}, lambda book, fact: lies_in(book, fact, "pyongyang")),
        ({"from_": "VN"}, lambda book, fact: fact.between or fact.from_ == "VN"),
        ({"from_": "KP"}, lambda book, fact: fact.between or fact.from_ == "KP"),
        ({"to": "VN"}, lambda book, fact: fact.between or fact.to == "VN"),
        ({"to": "KP"}, lambda book, fact: fact.between or fact.to == "KP"),
        (
            {"source": "vtcnews-2019-02"},
            lambda book, fact: "vtcnews-2019-02" in {cite.source for cite in fact.all_cites},
        ),
        ({"disputed": True}, lambda book, fact: len(fact.variants) > 0),
        ({"parts": False}, lambda book, fact: fact.part_of == ()),
        (
            {"kinds": {"visit"}, "rank": Rank.LEADER},
            lambda book, fact: fact.kind == "visit" and came(book, fact, Rank.LEADER),
        ),
        (
            {"kinds": {"visit"}, "rank": "minister+"},
            lambda book, fact: (
                fact.kind == "visit" and came(book, fact, Rank.LEADER, Rank.DEPUTY, Rank.MINISTER)
            ),
        ),
    ],
)
def test_each_filter_alone_on_the_record(record: Book, asked: dict[str, Any], holds: Holds) -> None:
    expected = [fact.id for fact in record.facts if holds(record, fact)]

    assert 0 < len(expected) < len(record.facts)
    assert ids(record, **asked) == expected


@pytest.mark.parametrize(
    "window",
    ["1961", "1990s", "2000..2012", "..1970", "2019..", "6/1961", "27/11/1958", "2001-07-11"],
)
def test_windows_on_the_record(record: Book, window: str) -> None:
    asked = parse(window)
    first, last = asked.first or dt.date.min, asked.last or dt.date.max
    surely = [
        fact.id
        for fact in record.facts
        if first <= fact.date.earliest and (fact.date.latest or dt.date.max) <= last
    ]
    perhaps = [
        fact.id
        for fact in record.facts
        if any(
            date.earliest <= last and (date.latest or dt.date.max) >= first
            for date in (fact.date, *(variant.date for variant in fact.variants))
            if date
        )
    ]

    assert ids(record, window=window, strict=True) == surely
    assert sorted(ids(record, window=window)) == sorted(perhaps)
    assert ids(record, window=window)[: len(surely)] == surely


# Windows and their edges


@pytest.mark.parametrize(
    ("window", "match"),
    [
        ("2001-04-29", None),
        ("..2001-04-29", None),
        ("2001-04-30", Overlap.SPANS),
        ("..2001-04-30", Overlap.SPANS),
        ("2001-05-01", Overlap.SPANS),
        ("2001-05-02", Overlap.SPANS),
        ("2001-05-02..", Overlap.SPANS),
        ("2001-05-03", None),
        ("2001-05-03..", None),
        ("2001-04", Overlap.SPANS),
        ("2001-05", Overlap.SPANS),
        ("2001-04-30..2001-05-02", Overlap.INSIDE),
        ("30/4/2001..2/5/2001", Overlap.INSIDE),
        ("2001-04-30..2001-05-01", Overlap.SPANS),
        ("2001", Overlap.INSIDE),
        ("2000s", Overlap.INSIDE),
        ("..2001-05-02", Overlap.INSIDE),
        ("2001-04-30..", Overlap.INSIDE),
        (None, Overlap.INSIDE),
    ],
)
def test_a_visit_of_three_days_at_the_edges_of_windows(
    book: Book, window: str | None, match: Overlap | None
) -> None:
    (visit,) = [fact for fact in book.facts if fact.id == VISIT]

    assert Query(window=window).match(visit) is match
    assert (VISIT in ids(book, window=window)) is (match is not None)
    assert (VISIT in ids(book, window=window, strict=True)) is (match is Overlap.INSIDE)


@pytest.mark.parametrize(
    ("date", "window", "match"),
    [
        ("1961", "1961-06", Overlap.POSSIBLE),
        ("196X", "1961", Overlap.POSSIBLE),
        ("196X", "1960s", Overlap.INSIDE),
        ("2002-02~", "2002-02", Overlap.INSIDE),
        ("2002-02~", "2002-02-14", Overlap.POSSIBLE),
        ("1960/1974", "1965", Overlap.SPANS),
        ("1960/1974", "1960-06", Overlap.POSSIBLE),
        ("1960/1974", "1974..", Overlap.SPANS),
        ("1960/1974", "1974-12..", Overlap.POSSIBLE),
        ("1996/..", "2050", Overlap.SPANS),
        ("1996/..", "1996..", Overlap.INSIDE),
        ("1996/..", "1996..2050", Overlap.SPANS),
        ("1996/..", "..1995", None),
    ],
)
def test_coarse_dates_and_long_spans_in_windows(
    date: str, window: str, match: Overlap | None
) -> None:
    assert Query(window=window).match(dated("1", date)) is match


def test_what_is_inside_the_window_comes_first_then_what_spans_it_then_what_may_lie_in_it() -> None:
    facts = (
        dated("a", "195X"),
        dated("b", "1950/1961"),
        dated("c", "1951"),
        dated("d", "1951-06"),
        dated("e", "1951/1952"),
    )

    assert ids(shelf(*facts), window="1951") == ["c", "d", "b", "e", "a"]
    assert ids(shelf(*facts), window="1951", sort="-date") == ["d", "c", "e", "b", "a"]


def test_strict_keeps_only_what_is_inside() -> None:
    facts = (dated("a", "195X"), dated("b", "1950/1961"), dated("c", "1951"))

    assert ids(shelf(*facts), window="1951", strict=True) == ["c"]
    assert ids(shelf(*facts), strict=True) == ["b", "a", "c"]


def test_of_several_windows_one_must_be_met(book: Book) -> None:
    assert ids(book, window=["2001-05-02", "2015"]) == [TRAIN, EXPORTS, RICE, VISIT]
    assert ids(book, window=["2015", "2015-01..2015-06"], strict=True) == [EXPORTS]
    assert ids(book, window=[]) == ALL


@pytest.mark.parametrize(
    ("windows", "date", "match"),
    [
        (["1960", "1961"], "1960/1961", Overlap.INSIDE),
        (["1961", "1960"], "1960-12-31/1961-01-01", Overlap.INSIDE),
        (["1958..1960", "1960..1962"], "1959/1961", Overlap.INSIDE),
        (["..1960", "1961.."], "1950/..", Overlap.INSIDE),
        (["1960..", "1961"], "1960/..", Overlap.INSIDE),
        (["1960", "1962"], "1960/1962", Overlap.SPANS),
        (["1960", "1962"], "1961", None),
        (["1950", "1961"], "1961-06", Overlap.INSIDE),
        (["1961-01", "1961-02"], "1961", Overlap.POSSIBLE),
        (["1961-01..1961-06", "1961-07..1961-12"], "1961", Overlap.INSIDE),
    ],
)
def test_windows_that_touch_are_one_window(
    windows: list[str], date: str, match: Overlap | None
) -> None:
    assert Query(window=windows).match(dated("1", date)) is match


def test_windows_are_read_at_the_door() -> None:
    query = Query(window=["6/1961", TimeWindow("then", dt.date(1970, 1, 1), None)])

    assert [window.text for window in query.windows] == ["6/1961", "then"]
    assert query.when == "6/1961, then"
    assert (Query().windows, Query().when) == ((), None)
    with pytest.raises(DateError, match='cannot read "sometime" as a time'):
        Query(window="sometime")


# Orders


def test_the_order_is_earliest_first_then_the_longer_span_then_id() -> None:
    facts = [
        dated("b", "1958-11-27"),
        dated("a", "1958-11-27"),
        dated("c", "1958-11-27/1958-12-03"),
        dated("d", "1958-11"),
        dated("e", "1958"),
        dated("f", "1958/.."),
        dated("g", "1957-12-31"),
        dated("h", "195X"),
        dated("i", "1958~"),
    ]

    assert ids(shelf(*facts)) == ["h", "g", "f", "e", "i", "d", "c", "a", "b"]
    assert ids(shelf(*reversed(facts))) == ids(shelf(*facts))
    assert ids(shelf(*facts), sort="-date") == ids(shelf(*facts))[::-1]


def test_the_record_stands_in_its_order(record: Book) -> None:
    assert ids(record) == [fact.id for fact in record.facts]
    assert ids(record, sort="-date") == [fact.id for fact in reversed(record.facts)]


def test_titles_are_sorted_by_their_folded_text_in_the_language_asked_for() -> None:
    facts = [
        dated("1", "1950", en="Zebra", vi="An Khê"),
        dated("2", "1951", en="apple", vi="Đà Nẵng"),
        dated("3", "1952", en="Đặng visits", vi="Ấn phẩm"),
        dated("4", "1953", en="Egg", vi="Dân ca"),
        dated("5", "1954", en="dance", vi="bình minh"),
    ]

    assert ids(shelf(*facts), sort="title") == ["2", "5", "3", "4", "1"]
    assert ids(shelf(*facts), sort="title", lang="vi") == ["1", "3", "5", "2", "4"]
    assert ids(shelf(*facts), sort="-title", lang="vi") == ["4", "2", "5", "3", "1"]


def test_titles_of_the_record_are_sorted_by_their_folded_text(record: Book) -> None:
    found = select(record, Query(sort="title", lang="vi"))

    folded = [fold(fact.vi) for fact in found]
    assert folded == sorted(folded)
    assert folded[0] != found[0].vi


def test_values_are_sorted_by_their_most_and_facts_without_a_figure_come_last_both_ways() -> None:
    facts = [
        dated("a", "1950"),
        dated("b", "1951", figure=Figure("t", "rice", value=9)),
        dated("c", "1952", figure=Figure("USD", "goods", low=1, high=10)),
        dated("d", "1953", figure=Figure("t", "rice", value=Decimal("9.5"))),
        dated("e", "1954"),
        dated("f", "1955", figure=Figure("t", "rice", value=100)),
    ]

    assert ids(shelf(*facts), sort="value") == ["b", "d", "c", "f", "a", "e"]
    assert ids(shelf(*facts), sort="-value") == ["f", "c", "d", "b", "a", "e"]


def test_kinds_are_sorted_as_the_vocabulary_names_them(book: Book) -> None:
    expected = [VISIT, RETURN, TALKS, AGREEMENT, RICE, TRAIN, EXPORTS, STUDENTS]

    assert ids(book, sort="kind") == expected
    assert ids(book, sort="-kind") == [
        STUDENTS,
        EXPORTS,
        RICE,
        TRAIN,
        AGREEMENT,
        TALKS,
        VISIT,
        RETURN,
    ]


@pytest.mark.parametrize("sort", [f"{sign}{order.value}" for order in Sort for sign in ("", "-")])
def test_every_order_lists_every_fact_once_and_keeps_to_the_matches(
    record: Book, sort: str
) -> None:
    found = ids(record, sort=sort, window="2000s")
    matches = [match.overlap for match in match_facts(record, Query(sort=sort, window="2000s"))]
    shown = [
        Query(window="2000s").match(fact)
        for fact in select(record, Query(sort=sort, window="2000s"))
    ]

    assert sorted(found) == sorted(ids(record, window="2000s"))
    assert sorted(map(str, matches)) == sorted(map(str, shown))
    assert shown == sorted(shown, key=lambda match: list(Overlap).index(match or Overlap.POSSIBLE))


def test_the_limit_is_applied_to_what_is_shown_first() -> None:
    facts = (dated("a", "1950/1961"), dated("b", "1951"), dated("c", "1952"))

    assert ids(shelf(*facts), window="1951..1952", limit=2) == ["b", "c"]
    assert ids(shelf(*facts), sort="-date", limit=1) == ["c"]


# Parts, rank, and what else is asked


def test_hiding_parts_hides_steps_and_shipments_alike(book: Book) -> None:
    assert set(ids(book)) - set(ids(book, parts=False)) == {TALKS, TRAIN}


@pytest.mark.parametrize(
    ("rank", "expected"),
    [
        ("leader", [VISIT, RETURN]),
        (Rank.LEADER, [VISIT, RETURN]),
        ("leader+", [VISIT, RETURN]),
        ("minister", []),
        ("bộ trưởng+", [VISIT, RETURN]),
        ("other+", [VISIT, RETURN]),
        (None, [VISIT, RETURN]),
    ],
)
def test_visits_by_the_rank_of_the_highest_visitor(
    book: Book, rank: Rank | str | None, expected: list[str]
) -> None:
    assert ids(book, kinds={"visit"}, rank=rank) == expected


def test_hosts_do_not_lend_their_rank_to_a_visit(book: Book) -> None:
    """Without its head of state the visit of 2001 is that of a minister, whoever received him."""
    (visit,) = [fact for fact in book.facts if fact.id == VISIT]
    minister = msgspec.structs.replace(visit, people=visit.people[1:])
    nobody = msgspec.structs.replace(visit, people=visit.people[2:])
    facts = msgspec.structs.replace(book, facts=(minister,))

    assert ids(facts, rank="leader") == []
    assert ids(facts, rank="minister") == [VISIT]
    assert [visitor_rank(book, fact) for fact in (visit, minister, nobody)] == [
        Rank.LEADER,
        Rank.MINISTER,
        Rank.OTHER,
    ]


def test_ranks_widen_one_by_one_on_the_record(record: Book) -> None:
    exact = [len(ids(record, kinds={"visit"}, rank=rank)) for rank in Rank]
    widths = [len(ids(record, kinds={"visit"}, rank=f"{rank.value}+")) for rank in Rank]

    assert widths == list(itertools.accumulate(exact))
    assert 0 < widths[0] < widths[-1]
    assert widths[-1] == len(ids(record, kinds={"visit"}))


def test_the_chosen_are_those_of_every_filter_but_the_window(book: Book) -> None:
    query = Query(kinds={"aid"}, window="1950", limit=1, sort="-date")

    assert [fact.id for fact in select_any_time(book, query)] == [RICE, TRAIN]
    assert select(book, query) == []


# Several of each, and what a fact rests on


def test_several_values_widen_and_several_persons_must_all_take_part(record: Book) -> None:
    for field, one, other in (
        ("kinds", "aid", "trade"),
        ("from_", "VN", "KP"),
        ("place", "Hanoi", "Pyongyang"),
        ("source", "vtcnews-2019-02", "mofa-en-2007"),
        ("item", "rice", "rubber"),
    ):
        both = set(ids(record, **{field: one})) | set(ids(record, **{field: other}))
        assert set(ids(record, **{field: [one, other]})) == both
    kim, ho = (set(ids(record, person=name)) for name in ("Kim Il Sung", "Hồ Chí Minh"))
    assert set(ids(record, person=["Kim Il Sung", "Hồ Chí Minh"])) == kim & ho


@pytest.mark.parametrize("office", ["ambassador", "Ambassadors", "đại sứ"])
def test_an_office_is_found_by_its_words_in_either_language(record: Book, office: str) -> None:
    ambassadors = {
        fact.id
        for fact in record.facts
        for participant in fact.people
        if any(record.offices[key].rank == "ambassador" for key in participant.offices)
    }
    found = set(ids(record, office=office))
    assert {"1968-ambassador-le-thiet-hung"} & ambassadors <= found
    assert not any("embassy" in fact.id for fact in record.facts if fact.id in found - ambassadors)
    assert found & ambassadors


def test_facts_by_how_many_and_which_sources_they_rest_on(record: Book) -> None:
    of_one_source = select(record, Query(sources_at_most=1))
    from_korean_press = select(record, Query(source_kinds="báo chí", source_langs="Korean"))
    assert of_one_source
    assert from_korean_press
    for fact in of_one_source:
        assert len({record.sources[cite.source].publisher for cite in fact.all_cites}) == 1
    for fact in from_korean_press:
        sources = [record.sources[cite.source] for cite in fact.all_cites]
        assert any((source.kind, source.lang) == ("press", "ko") for source in sources)


def test_a_source_is_also_asked_for_by_its_publisher(record: Book) -> None:
    publisher = record.sources["vtcnews-2019-02"].publisher
    named = record.publishers[publisher].en if publisher in record.publishers else publisher
    found = set(ids(record, source=named))
    assert set(ids(record, source="vtcnews-2019-02")) < found | {""}


def test_a_fact_of_which_only_a_variant_meets_the_time_is_possible(book: Book) -> None:
    variant = Variant(cite=(Cite("a"),), date=edtf.parse("2016-02-03"))
    fact = msgspec.structs.replace(dated("a", "2015"), variants=(variant,))
    query = Query(window="2016")

    assert query.match(fact) is Overlap.POSSIBLE
    assert query.variant_in_time(fact) == variant
    assert Query(window="2016", strict=True).match(fact) is None
    assert Query(window="2015").variant_in_time(fact) is None


def test_words_keep_the_facts_in_which_all_are_found(record: Book) -> None:
    found = search_facts(record, "rice Hải Phòng", record.facts)
    assert set(ids(record, words="rice Hải Phòng")) == {fact.id for fact in found} != set()


# What is refused, and the help that comes with it


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"kinds": {"vist"}}, 'no kind "vist"; did you mean "visit"?'),
        ({"kinds": "xyz"}, 'no kind "xyz"; the kinds are visit, diplomacy, agreement'),
        ({"sort": "titel"}, 'no sort order "titel"; did you mean "title"?'),
        ({"sort": "-dat"}, 'no sort order "dat"; did you mean "date"?'),
        ({"sort": "--date"}, "no sort order"),
        ({"sort": ""}, 'no sort order ""; the sort orders are date, title, value, kind'),
        ({"rank": "ministr"}, 'no rank "ministr"; did you mean "minister"'),
        ({"rank": ""}, 'no rank ""; write one of leader, deputy'),
        ({"from_": "vietnm"}, 'no side "vietnm"; write VN or KP'),
        ({"to": "US"}, 'no side "US"; write VN or KP'),
        ({"lang": "ko"}, 'no language "ko"; write one of en, vi'),
        ({"limit": -1}, "the limit is -1; write 0 or more"),
        ({"sources_at_most": -1}, "the number of sources is -1; write 0 or more"),
        ({"source_kinds": "pres"}, 'no kind of source "pres"; did you mean "press"?'),
        ({"source_langs": "xx"}, 'no language of sources "xx"; write one of bg, de'),
    ],
)
def test_words_that_mean_nothing_are_refused_when_the_query_is_made(
    asked: dict[str, Any], message: str
) -> None:
    with pytest.raises(VnkpError) as told:
        Query(**asked)

    assert str(told.value).startswith(message)
    assert told.value.status == 2


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"person": "Kim Mum"}, 'no person "Kim Mum"; did you mean "Kim Mun"'),
        ({"person": "nobody at all"}, 'no person "nobody at all"; list them with: vnkp people'),
        ({"person": "Đang Thi Mau"}, 'no person "Đang Thi Mau"; did you mean "Đặng Thị Mẫu"?'),
        ({"place": "Hanoy"}, 'no place "Hanoy"; did you mean "Hanoi"'),
        ({"place": "Atlantis"}, 'no place "Atlantis"'),
        ({"source": "archive-1963"}, 'no source "archive-1963"; did you mean "archive-1962"?'),
        ({"source": "xxxx"}, 'no source "xxxx"; list them with: vnkp sources'),
    ],
)
def test_unknown_people_places_and_sources_come_with_suggestions(
    book: Book, asked: dict[str, Any], message: str
) -> None:
    with pytest.raises(UnknownName) as told:
        select(book, Query(**asked))

    assert str(told.value).startswith(message)


def test_an_ambiguous_name_tells_the_choices(record: Book) -> None:
    with pytest.raises(AmbiguousName, match="kim-jong-il"):
        select(record, Query(person="Kim Jong"))


# The nearest years


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        ("1970", [1961, 1999]),
        ("1950", [1960]),
        ("2020", [2015]),
        ("..1950", [1960]),
        ("2020..", [2015]),
        ("2001-06", [2001, 2002]),
        ("2001-05-01", [2001, 2001]),
        ("2001-04-30", [1999, 2001]),
        ("2001-05-02", [2001, 2002]),
        ("0001..9999", []),
    ],
)
def test_the_nearest_years_are_those_before_and_after_the_window(
    book: Book, window: str, expected: list[int]
) -> None:
    assert nearest_years(book.facts, parse(window)) == expected


def test_nothing_has_no_nearest_years() -> None:
    assert nearest_years([], parse("1970")) == []


@pytest.mark.parametrize(
    ("without", "is_left_out"),
    [
        ("rice", lambda fact: "rice" in fact.en.casefold()),
        ("Kim Jong Un", lambda fact: "kim-jong-un" in [who.who for who in fact.people]),
        ("agreement", lambda fact: fact.kind is Kind.AGREEMENT),
    ],
)
def test_what_is_named_is_left_out_and_the_rest_stays(
    record: Book, without: str, is_left_out: Callable[[Fact], bool]
) -> None:
    kept = {fact.id for fact in select(record, Query(without=without))}
    named = {fact.id for fact in search_facts(record, without, record.facts)}

    assert kept
    assert {fact.id for fact in record.facts} - kept <= named
    assert not any(is_left_out(fact) for fact in record.facts if fact.id in kept)


def test_visits_of_a_rank_are_left_out_and_other_facts_stay(record: Book) -> None:
    for rank in Rank:
        visits = select(record, Query(kinds="visit", rank=rank))
        kept = select(record, Query(without=rank.value))
        assert len(kept) == len(record.facts) - len(visits)
