"""Totals that do not lie: each rule of the design (section 4), the worked examples, and
what must hold of any facts."""

from __future__ import annotations

import datetime as dt
import itertools
import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.conftest import SMALL, STORE, Run
from vnkp import Book, Cite, Fact, Figure, Kind, Person, Place, Query, Source, StoreError
from vnkp.model import edtf
from vnkp.model.enums import ExclusionReason, Qualifier, SourceKind, Stage, Terms
from vnkp.model.facts import Participant
from vnkp.model.fields import Number, Side
from vnkp.model.time_window import TimeWindow
from vnkp.query.totals import (
    By,
    Counted,
    LeftOut,
    Total,
    aid_totals,
    sum_qualifier,
)

Amount = int | str | tuple[int, int]  # a text is a decimal, a pair is a range
RICE = ("VN", "KP", "rice", "tonne", "gift")
CREDIT = (*RICE[:4], "credit")


def aid(
    name: str,
    date: str,
    amount: Amount | None,
    *part_of: str,
    of: str = "rice",
    unit: str = "tonne",
    qualifier: Qualifier = Qualifier.EXACT,
    terms: Terms | None = None,
    stage: Stage | None = None,
    kind: Kind = Kind.AID,
    giver: Side = "VN",
    source: str = "paper",
    who: str | None = None,
    place: str | None = None,
) -> Fact:
    """A fact of the aid that *giver* gave, called by a single letter."""
    low, high = amount if isinstance(amount, tuple) else (None, None)
    value = (
        None
        if amount is None or isinstance(amount, tuple)
        else Decimal(amount)
        if isinstance(amount, str)
        else amount
    )
    figure = Figure(
        unit, of, value=value, low=low, high=high, qualifier=qualifier, terms=terms, stage=stage
    )
    return Fact(
        name,
        kind,
        edtf.parse(date),
        en=name,
        vi=name,
        cite=(Cite(source),),
        from_=giver,
        to="KP" if giver == "VN" else "VN",
        people=(Participant(who),) if who else (),
        places=(place,) if place else (),
        part_of=part_of,
        figure=figure if amount is not None else None,
    )


def made(*facts: Fact) -> Book:
    sources = {name: Source(name, name, "vi", SourceKind.PRESS) for name in ("paper", "ministry")}
    people = {"kim-mun": Person("KP", "Kim Mun", "Kim Văn")}
    return Book(
        1,
        places={"nampo": Place("KP", "Nampo", "Nampo")},
        people=people,
        sources=sources,
        facts=facts,
    )


def named(total: Total) -> tuple[str, ...]:
    key = total.key
    return (key.from_ or "", key.to or "", key.of, key.unit, key.terms.value)


def bounds(found: Sequence[Total]) -> dict[tuple[str, ...], tuple[Number, Number]]:
    """The low and high of each total, by what it is a total of."""
    return {named(total): (total.low, total.high) for total in found}


def rice(book: Book, window: str | None = None, **more: object) -> tuple[Number, Number]:
    """The low and high of the rice that Vietnam gave."""
    return bounds(aid_totals(book, Query(window=window, **more))).get(RICE, (0, 0))  # type: ignore[arg-type]  # filters by name


def the(found: Sequence[Total], key: tuple[str, ...] = RICE) -> Total:
    (total,) = [total for total in found if named(total) == key]
    return total


def whys(total: Total) -> dict[str, ExclusionReason]:
    return {out.id: out.why for out in total.left_out}


def pledge(name: str, date: str, amount: Amount, *part_of: str) -> Fact:
    return aid(name, date, amount, *part_of, stage=Stage.PLEDGED)


# One row for each giver, item, unit and terms


def test_units_items_givers_and_terms_are_never_added_to_each_other() -> None:
    book = made(
        aid("a", "2001", 1),
        aid("b", "2001", 2),
        aid("c", "2001", 4, of="rubber"),
        aid("d", "2001", 8, unit="USD"),
        aid("e", "2001", 16, terms=Terms.CREDIT),
        aid("f", "2001", 32, giver="KP"),
        aid("g", "2001", 64, terms=Terms.GIFT),
    )

    assert bounds(aid_totals(book, Query())) == {
        ("KP", "VN", "rice", "tonne", "gift"): (32, 32),
        ("VN", "KP", "rice", "USD", "gift"): (8, 8),
        CREDIT: (16, 16),
        RICE: (67, 67),
        ("VN", "KP", "rubber", "tonne", "gift"): (4, 4),
    }


def test_decimals_stay_exact() -> None:
    assert rice(made(aid("a", "2001", "0.1"), aid("b", "2001", "0.2"))) == (
        Decimal("0.3"),
        Decimal("0.3"),
    )


def test_facts_of_other_kinds_and_facts_without_a_figure_are_no_aid() -> None:
    book = made(aid("a", "2001", 1), aid("b", "2001", 2, kind=Kind.TRADE), aid("c", "2001", None))

    assert [one.id for one in the(aid_totals(book, Query())).counted] == ["a"]


def test_asking_for_kinds_without_aid_finds_no_totals() -> None:
    book = made(aid("a", "2001", 1))

    assert aid_totals(book, Query(kinds="visit")) == []
    assert len(aid_totals(book, Query(kinds=["visit", "aid"]))) == 1


# Rule 1: a part and its whole are never both counted


def test_rule_1_a_whole_contributes_its_parts_and_its_rest() -> None:
    book = made(aid("w", "2000/2005", 100), aid("p", "2001", 30, "w"), aid("q", "2003", 20, "w"))

    assert rice(book) == (100, 100)
    assert the(aid_totals(book, Query())).counted == (
        Counted("w", 50, 50),
        Counted("p", 30, 30),
        Counted("q", 20, 20),
    )


def test_rule_1_a_part_counts_at_its_own_date_and_the_rest_somewhere_in_the_span_of_its_whole() -> (
    None
):
    book = made(aid("w", "2000/2005", 100), aid("p", "2001", 30, "w"), aid("q", "2003", 20, "w"))

    assert rice(book, "2001") == (30, 80)
    assert rice(book, "2002") == (0, 50)
    assert rice(book, "2001..2003") == (50, 100)
    assert rice(book, "1999") == (0, 0)


def test_rule_1_a_whole_told_in_full_by_its_parts_adds_nothing_by_itself() -> None:
    book = made(aid("w", "2000/2005", 100), aid("p", "2001", 30, "w"), aid("q", "2003", 70, "w"))
    found = the(aid_totals(book, Query(window="2001")))

    assert (found.low, found.high) == (30, 30)
    assert whys(found) == {"w": ExclusionReason.COUNTED_IN_PARTS, "q": ExclusionReason.OUTSIDE}
    assert aid_totals(book, Query(window="2004")) == []


def test_rule_1_wholes_of_wholes_are_weighed_all_the_way_down() -> None:
    book = made(
        aid("w", "2000/2009", 100), aid("m", "2003/2005", 40, "w"), aid("p", "2004", 10, "m")
    )

    assert rice(book) == (100, 100)
    assert rice(book, "2004") == (10, 100)
    assert rice(book, "2003..2005") == (40, 100)
    assert rice(book, "2007") == (0, 60)


@pytest.mark.parametrize("wholes", [("m",), ("m", "w"), ("w", "m")])
def test_rule_1_naming_the_whole_of_a_whole_as_well_changes_nothing(
    wholes: tuple[str, ...],
) -> None:
    book = made(
        aid("v", "2000/2010", 200),
        aid("w", "2000/2009", 100, "v"),
        aid("m", "2003/2005", 40, "w"),
        aid("p", "2004", 10, *wholes),
    )

    assert rice(book) == (200, 200)
    assert rice(book, "2004") == (10, 200)
    assert rice(book, "2008") == (0, 160)


def test_rule_1_a_part_of_two_wholes_is_counted_once() -> None:
    book = made(aid("v", "1996/2002", 10), aid("w", "2000/2012", 20), aid("p", "2001", 4, "v", "w"))

    assert rice(book) == (26, 26)
    assert rice(book, "2001") == (4, 26)
    assert rice(book, "1996..2002") == (10, 26)
    assert rice(book, "2005") == (0, 16)


def test_rule_1_two_wholes_that_overlap_are_parts_of_a_third_without_exceeding_it() -> None:
    book = made(
        aid("u", "1996/2012", 8),
        aid("v", "1996/2002", 6, "u"),
        aid("w", "2000/2012", 6, "u"),
        aid("p", "2001", 4, "v", "w"),
    )

    assert rice(book) == (8, 8)
    assert rice(book, "2001") == (4, 8)


def test_rule_1_a_whole_that_is_not_weighed_still_joins_its_part_to_its_own_whole() -> None:
    between = aid("m", "2003/2005", None, "w")
    book = made(aid("w", "2000/2009", 100), between, aid("p", "2004", 10, "m"))
    told_by_others = made(
        aid("w", "2000/2009", 100),
        aid("m", "2003", 40, "w", source="ministry"),
        aid("p", "2003", 10, "m"),
    )

    assert rice(book) == (100, 100)
    assert rice(told_by_others, source="paper") == (100, 100)


def test_rule_1_parts_of_other_terms_are_taken_off_and_stand_in_a_row_of_their_own() -> None:
    book = made(
        aid("w", "1996/2002", 44, qualifier=Qualifier.EXACT),
        aid("p", "1996", 20, "w", terms=Terms.CREDIT),
        aid("q", "1997", 13, "w"),
    )

    assert bounds(aid_totals(book, Query())) == {RICE: (24, 24), CREDIT: (20, 20)}
    assert bounds(aid_totals(book, Query(window="1996"))) == {RICE: (0, 11), CREDIT: (20, 20)}


@pytest.mark.parametrize("other", [{"unit": "USD"}, {"of": "rubber"}, {"giver": "KP"}])
def test_rule_1_a_part_that_measures_something_else_is_not_taken_off(other: dict[str, str]) -> None:
    book = made(aid("w", "2000/2005", 100), aid("p", "2001", 30, "w", **other))  # type: ignore[arg-type]  # one of three

    assert rice(book) == (100, 100)
    assert len(aid_totals(book, Query())) == 2


def test_rule_1_an_open_ended_whole_goes_on_beyond_any_closed_window() -> None:
    book = made(aid("w", "2000/..", 100), aid("p", "2001", 30, "w"))

    assert rice(book) == (100, 100)
    assert rice(book, "2000..") == (100, 100)
    assert rice(book, "2000..2050") == (30, 100)
    assert rice(book, "2050") == (0, 70)


# Rule 2: inside counts for sure, spanning and possible as none to all


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2001-06-10", (7, 7)),
        ("2001-06", (7, 7)),
        ("2001-05-31/2001-06-02", (0, 7)),
        ("2001", (0, 7)),
        ("200X", (0, 7)),
        ("2000/2002", (0, 7)),
        ("2000/..", (0, 7)),
        ("2001-07", (0, 0)),
        ("2001-06~", (7, 7)),
    ],
)
def test_rule_2_what_is_not_surely_inside_counts_as_none_to_all_of_it(
    date: str, expected: tuple[int, int]
) -> None:
    assert rice(made(aid("a", date, 7)), "2001-06") == expected


def test_rule_2_a_range_stays_a_range() -> None:
    book = made(aid("a", "2001", (3, 5)), aid("b", "2002", 10))

    assert rice(book) == (13, 15)
    assert rice(book, "2001") == (3, 5)
    assert rice(book, "2001-06") == (0, 5)


@pytest.mark.parametrize(
    ("whole", "part", "everything", "year_of_part", "another_year"),
    [
        (10, (3, 5), (10, 10), (3, 10), (0, 7)),
        ((10, 12), 4, (10, 12), (4, 12), (0, 8)),
        ((10, 12), (1, 8), (10, 12), (1, 12), (0, 11)),
        ((2, 12), (4, 20), (4, 12), (4, 12), (0, 8)),
    ],
)
def test_rule_2_wholes_and_parts_with_ranges(
    whole: Amount, part: Amount, everything: object, year_of_part: object, another_year: object
) -> None:
    book = made(aid("w", "2000/2005", whole), aid("p", "2001", part, "w"))

    assert rice(book) == everything
    assert rice(book, "2001") == year_of_part
    assert rice(book, "2003") == another_year


def test_rule_2_parts_with_ranges_never_come_to_more_than_their_whole() -> None:
    book = made(
        aid("w", "2000/2005", (10, 12)),
        aid("p", "2001", (0, 8), "w"),
        aid("q", "2002", (0, 8), "w"),
    )

    assert rice(book) == (10, 12)
    assert rice(book, "2001..2002") == (0, 12)


def test_rule_2_a_part_is_never_more_than_its_whole_even_where_the_whole_is_not_counted() -> None:
    book = made(
        aid("w", "2000/2005", 6), aid("p", "2001", (1, 9), "w"), aid("q", "2001", (1, 9), "w")
    )

    assert bounds(aid_totals(book, Query(window="2001", strict=True)))[RICE] == (2, 6)


def test_rule_2_what_is_shared_out_of_a_range_is_no_more_than_each_whole_can_hold() -> None:
    book = made(
        aid("w", "2000/2005", (4, 10)), aid("m", "2001", (0, 4), "w"), aid("p", "2001", (0, 4), "m")
    )

    assert the(aid_totals(book, Query())).counted == (Counted("w", 4, 6), Counted("p", 0, 4))


@pytest.mark.parametrize(
    ("whole", "part"),
    [("2000/2005", "2006"), ("2000/2005", "1999"), ("2000/2005", "2003/.."), ("2001", "200X")],
)
def test_rule_2_a_part_outside_the_dates_of_its_whole_is_taken_off_on_the_safe_side(
    whole: str, part: str
) -> None:
    """Such a store is not in order, and yet no total of it may promise too much."""
    book = made(aid("w", whole, 10), aid("p", part, (3, 5), "w"))

    assert rice(book, whole.replace("/", ".."))[0] == 5


def test_rule_2_a_part_with_a_range_in_two_wholes_leaves_what_is_certain() -> None:
    book = made(
        aid("v", "1996/2002", 10), aid("w", "2000/2012", 10), aid("p", "2001", (1, 5), "v", "w")
    )

    assert rice(book) == (15, 19)


def test_rule_2_ranges_shared_by_several_wholes_do_not_make_up_a_certainty() -> None:
    """The two shared parts may be 5 each, and then both wholes are the same rice: 10 in
    all is possible."""
    book = made(
        aid("v", "2000/2009", 10),
        aid("w", "2000/2009", 10),
        aid("m", "2001/2005", (3, 10), "v"),
        aid("n", "2001/2005", (3, 10), "w"),
        aid("p", "2002", (1, 5), "m", "n"),
        aid("q", "2003", (1, 5), "m", "n"),
    )

    assert rice(book) == (10, 18)


def test_rule_2_with_strict_only_what_is_surely_inside_is_counted() -> None:
    book = made(
        aid("w", "2000/2005", 100),
        aid("p", "2001", 30, "w"),
        aid("q", "2001/2002", 5),
        aid("r", "1990", 1),
    )
    found = the(aid_totals(book, Query(window="2001", strict=True)))

    assert (found.low, found.high) == (30, 30)
    assert whys(found) == {
        "w": ExclusionReason.UNCERTAIN,
        "q": ExclusionReason.UNCERTAIN,
        "r": ExclusionReason.OUTSIDE,
    }


def test_rule_2_what_lasts_from_one_window_into_the_next_lies_inside_both_together() -> None:
    book = made(aid("a", "2001/2002", 7), aid("b", "2004", 1))

    assert the(aid_totals(book, Query(window=["2001", "2002"]))).low == 7
    assert bounds(aid_totals(book, Query(window=["2002", "2004"])))[RICE] == (1, 8)


# Rule 3: pledges stand beside the total


def test_rule_3_a_pledge_is_not_counted_but_shown_beside_the_total() -> None:
    found = the(aid_totals(made(aid("a", "2001", 1), pledge("p", "2001", 20)), Query()))

    assert (found.low, found.high, found.pledged) == (1, 1, 20)
    assert whys(found) == {"p": ExclusionReason.PLEDGED}


def test_rule_3_a_pledge_alone_still_has_a_row() -> None:
    found = the(aid_totals(made(pledge("p", "2001", 20)), Query()))

    assert (found.low, found.high, found.pledged, found.counted) == (0, 0, 20, ())


@pytest.mark.parametrize(("delivered", "pledged"), [(20, 0), (15, 5), ((10, 15), 10)])
def test_rule_3_a_pledge_is_not_shown_twice_as_far_as_its_delivery_is_known(
    delivered: Amount, pledged: int
) -> None:
    book = made(pledge("p", "2001/2003", 20), aid("d", "2002", delivered, "p"))
    found = the(aid_totals(book, Query()))

    assert found.pledged == pledged
    assert whys(found) == {"p": ExclusionReason.PLEDGE_DELIVERED}
    assert (found.low, found.high) == (
        delivered if isinstance(delivered, tuple) else (delivered, delivered)
    )


def test_rule_3_a_pledge_outside_the_window_is_not_shown() -> None:
    book = made(pledge("p", "2001", 20), aid("a", "2002", 1))

    assert the(aid_totals(book, Query(window="2002"))).pledged == 0
    assert the(aid_totals(book, Query(window="2001"))).pledged == 20


def test_rule_3_a_pledge_delivered_outside_the_window_makes_no_row() -> None:
    assert (
        aid_totals(
            made(pledge("p", "2001/2002", 20), aid("d", "2002-03", 20, "p")), Query(window="2001")
        )
        == []
    )


def test_rule_3_the_delivery_of_a_pledge_is_part_of_what_the_pledge_is_part_of() -> None:
    book = made(
        aid("w", "2000/2005", 100), pledge("p", "2001/2003", 20, "w"), aid("d", "2002", 20, "p")
    )

    assert rice(book) == (100, 100)
    assert rice(book, "2002") == (20, 100)
    assert rice(book, "2004") == (0, 80)


def test_rule_3_a_pledge_without_delivery_is_not_taken_off_its_whole() -> None:
    found = the(
        aid_totals(made(aid("w", "2000/2005", 100), pledge("p", "2001/2003", 20, "w")), Query())
    )

    assert (found.low, found.high, found.pledged) == (100, 100, 20)


def test_rule_3_a_pledge_within_a_pledge_is_promised_once() -> None:
    book = made(pledge("p", "2001/2003", 20), pledge("q", "2002", 8, "p"), aid("d", "2002", 5, "q"))

    assert the(aid_totals(book, Query())).pledged == 15


def test_rule_3_what_arrived_as_something_else_is_not_shown_as_a_pledge() -> None:
    book = made(pledge("p", "2001/2003", 20), aid("d", "2002", 5, "p", unit="USD"))

    assert bounds(aid_totals(book, Query())) == {("VN", "KP", "rice", "USD", "gift"): (5, 5)}


# Rule 4: qualifiers travel

EXACT, ABOUT, NEARLY, OVER, AT_LEAST, UP_TO = Qualifier


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], EXACT),
        *(([one], one) for one in Qualifier),
        ([EXACT, EXACT], EXACT),
        ([EXACT, OVER], OVER),
        ([OVER, OVER], OVER),
        ([OVER, AT_LEAST], OVER),
        ([EXACT, AT_LEAST], AT_LEAST),
        ([EXACT, ABOUT], ABOUT),
        ([EXACT, NEARLY], ABOUT),
        ([NEARLY, NEARLY], ABOUT),
        ([OVER, ABOUT], ABOUT),
        ([OVER, NEARLY], ABOUT),
        ([AT_LEAST, NEARLY], ABOUT),
        ([EXACT, UP_TO], UP_TO),
        ([UP_TO, UP_TO], UP_TO),
        ([UP_TO, OVER], ABOUT),
        ([UP_TO, AT_LEAST], ABOUT),
        ([UP_TO, NEARLY], ABOUT),
    ],
)
def test_rule_4_adding_qualifiers(words: list[Qualifier], expected: Qualifier) -> None:
    assert sum_qualifier(words) is expected
    assert sum_qualifier(reversed(words)) is expected


@pytest.mark.parametrize("word", Qualifier)
def test_rule_4_a_fact_left_out_does_not_colour_the_total(word: Qualifier) -> None:
    book = made(aid("a", "2001", 1), aid("b", "2002", 1, qualifier=word))

    assert the(aid_totals(book, Query(window="2001"))).qualifier is EXACT
    assert the(aid_totals(book, Query())).qualifier is sum_qualifier([EXACT, word])


@pytest.mark.parametrize("word", Qualifier)
def test_rule_4_a_whole_inside_the_window_speaks_for_its_parts(word: Qualifier) -> None:
    whole = aid("w", "2000/2005", 100, qualifier=word)
    book = made(whole, aid("p", "2001", 30, "w", qualifier=ABOUT), aid("q", "2002", 70, "w"))

    assert the(aid_totals(book, Query())).qualifier is word


def test_rule_4_what_an_inexact_part_leaves_is_about_so_much() -> None:
    book = made(aid("w", "2000/2005", 100), aid("p", "2001", 30, "w", qualifier=OVER))

    assert the(aid_totals(book, Query(window="2003"))).qualifier is ABOUT
    assert the(aid_totals(book, Query(window="2001"))).qualifier is OVER


def test_rule_4_a_whole_outside_the_window_does_not_colour_the_total() -> None:
    book = made(aid("w", "2000/2005", 100, qualifier=OVER), aid("p", "2001", 100, "w"))

    assert the(aid_totals(book, Query(window="2001"))).qualifier is EXACT
    assert the(aid_totals(book, Query())).qualifier is OVER


def test_rule_4_parts_that_outgrow_their_whole_speak_for_themselves() -> None:
    book = made(
        aid("w", "2000/2005", 10, qualifier=OVER), aid("p", "2001", 12, "w", qualifier=NEARLY)
    )

    assert the(aid_totals(book, Query())).qualifier is ABOUT


@pytest.mark.parametrize("word", [ABOUT, OVER, AT_LEAST])
def test_rule_4_a_whole_that_its_parts_outgrow_says_only_that_there_was_so_much(
    word: Qualifier,
) -> None:
    book = made(
        aid("w", "2000/2005", 10, qualifier=word),
        aid("p", "2001", 6, "w"),
        aid("q", "2002", 5, "w"),
    )
    found = the(aid_totals(book, Query()))

    assert (found.low, found.high, found.qualifier) == (11, 11, AT_LEAST)


# Rule 5: the answer explains itself


def test_rule_5_every_fact_of_a_total_is_either_counted_or_left_out_with_the_reason() -> None:
    book = made(
        aid("w", "2000/2005", 100),
        aid("p", "2001", 30, "w"),
        aid("o", "1990", 1),
        pledge("l", "2001", 5),
        pledge("m", "2001", 6),
        aid("d", "2001", 6, "m"),
        aid("v", "2001/2004", 9),
        aid("r", "2001", 9, "v"),
    )
    found = the(aid_totals(book, Query(window="2001")))

    assert found.counted == (
        Counted("w", 0, 70),
        Counted("d", 6, 6),
        Counted("p", 30, 30),
        Counted("r", 9, 9),
    )
    assert whys(found) == {
        "o": ExclusionReason.OUTSIDE,
        "l": ExclusionReason.PLEDGED,
        "m": ExclusionReason.PLEDGE_DELIVERED,
        "v": ExclusionReason.COUNTED_IN_PARTS,
    }


# Rule 6: the other filters choose first, the window comes last


def chosen_book() -> Book:
    return made(
        aid("w", "2000/2005", 100),
        aid("p", "2001", 30, "w", source="ministry", who="kim-mun"),
        aid("q", "2002", 20, "w", place="nampo"),
    )


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"source": "ministry"}, (30, 30)),
        ({"source": "paper"}, (100, 100)),
        ({"source": "paper", "window": "2002"}, (20, 100)),
        ({"person": "Kim Văn"}, (30, 30)),
        ({"person": "Kim Văn", "window": "2002"}, (0, 0)),
        ({"place": "Nampo"}, (20, 20)),
        ({"place": "nampo", "window": "2002", "strict": True}, (20, 20)),
        ({"from_": "VN"}, (100, 100)),
        ({"from_": "KP"}, (0, 0)),
        ({"disputed": True}, (0, 0)),
        ({"parts": False}, (100, 100)),
        ({"parts": False, "window": "2001"}, (30, 80)),
        ({"limit": 1}, (100, 100)),
        ({"sort": "-value"}, (100, 100)),
    ],
)
def test_rule_6_filters_choose_the_facts_that_are_weighed(
    filters: dict[str, object], expected: tuple[int, int]
) -> None:
    assert rice(chosen_book(), **filters) == expected  # type: ignore[arg-type]  # filters by name


def test_rule_6_the_window_does_not_choose_what_is_weighed() -> None:
    """The part of 2001 is outside the window of 2002, and yet not in the rest that may
    lie in it."""
    assert rice(chosen_book(), "2002") == (20, 70)


# Rule 7: parts that exceed their whole


def test_rule_7_no_total_is_told_when_parts_exceed_their_whole() -> None:
    book = made(aid("w", "2000/2005", 10), aid("p", "2001", 6, "w"), aid("q", "2002", 5, "w"))

    with pytest.raises(
        StoreError,
        match=r"w: its delivered parts add up to 11 tonne, more than its own 10; .* one of p, q out",
    ):
        aid_totals(book, Query())


def test_rule_7_the_remedy_names_the_direct_parts_of_what_is_exceeded() -> None:
    book = made(
        aid("w", "2000/2005", 10),
        aid("m", "2001", 9, "w"),
        aid("p", "2001", 4, "m"),
        aid("q", "2002", 5, "w"),
    )

    with pytest.raises(
        StoreError,
        match=r"w: its delivered parts add up to 14 tonne, more than its own 10; .* one of m, q out",
    ):
        aid_totals(book, Query())


def test_rule_7_ranges_exceed_their_whole_only_when_their_least_does() -> None:
    assert rice(
        made(aid("w", "2000/2005", 10), aid("p", "2001", (6, 20), "w"), aid("q", "2002", 4, "w"))
    ) == (10, 10)


def test_rule_3_the_rest_of_a_total_may_hold_a_pledge_of_its_years() -> None:
    whole = aid("w", "2000/2012", 10)
    part = aid("a", "2001", 4, "w")
    pledges = [
        aid("p", "2007", 2, stage=Stage.PLEDGED),
        aid("q", "2013", 2, stage=Stage.PLEDGED),
        aid("r", "2007", 2, of="rubber", stage=Stage.PLEDGED),
    ]
    rice = the(aid_totals(made(whole, part, *pledges), Query()))
    assert (rice.high, rice.pledged, rice.pledges_in_rest) == (10, 4, ("p",))
    full = aid("b", "2002", 6, "w")
    rice = the(aid_totals(made(whole, part, full, *pledges), Query()))
    assert rice.pledges_in_rest == ()


def test_rule_4_a_total_of_gifts_and_credits_counts_only_through_its_parts() -> None:
    mixed = aid("w", "1996/2002", 10, terms=Terms.MIXED)
    gift, credit = aid("g", "1997", 3, "w"), aid("c", "1996", 4, "w", terms=Terms.CREDIT)
    totals = {total.key.terms: total for total in aid_totals(made(mixed, gift, credit), Query())}
    assert {terms: (total.low, total.high) for terms, total in totals.items()} == {
        Terms.GIFT: (3, 3),
        Terms.CREDIT: (4, 4),
        Terms.MIXED: (0, 0),
    }
    assert totals[Terms.MIXED].undivided == 3
    for total in totals.values():
        assert LeftOut("w", ExclusionReason.MIXED_TERMS) in total.left_out
    rest = aid("d", "1998", 3, "w")
    totals = {t.key.terms: t for t in aid_totals(made(mixed, gift, credit, rest), Query())}
    assert set(totals) == {Terms.GIFT, Terms.CREDIT}
    with pytest.raises(StoreError):
        aid_totals(made(mixed, gift, credit, aid("d", "1998", 4, "w")), Query())


def test_rule_7_deliveries_above_a_pledge_are_told_and_not_refused() -> None:
    pledge = aid("p", "2000/2001", 5, stage=Stage.PLEDGED)
    total = the(
        aid_totals(made(pledge, aid("a", "2000", 4, "p"), aid("b", "2001", 3, "p")), Query())
    )
    assert (total.low, total.high, total.pledged, total.exceeded_pledges) == (7, 7, 0, ("p",))


def test_rule_5_facts_without_a_figure_are_named(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "facts.toml"
    rows = SMALL.read_text(encoding="utf-8").splitlines(keepends=True)
    store.write_text("".join(row for row in rows if "value = 400" not in row), encoding="utf-8")

    def answer(time: str) -> str:
        answer = run("aid", "--in", time, "--format", "table", "--data", str(store)).out
        return " ".join(answer.split())

    assert "without a figure: 2 May 2001 Vietnam hands over rice that came by train" in answer(
        "2001"
    )
    assert "without a figure" not in answer("2002")


# Grouping


def test_by_item_and_giver_group_the_same_totals() -> None:
    book = made(
        aid("a", "2001", 1), aid("b", "2001", 2, of="gold"), aid("c", "2001", 4, giver="KP")
    )

    assert [(total.group, total.low) for total in aid_totals(book, Query(), "item")] == [
        ("gold", 2),
        ("rice", 4),
        ("rice", 1),
    ]
    assert [(total.group, total.low) for total in aid_totals(book, Query(), "giver")] == [
        ("KP", 4),
        ("VN", 2),
        ("VN", 1),
    ]
    assert [total.group for total in aid_totals(book, Query())] == [None, None, None]


def test_by_year_tells_of_each_year_in_which_something_was_surely_or_possibly_given() -> None:
    book = made(
        aid("w", "2000/2002", 100),
        aid("p", "2001-03", 30, "w"),
        aid("q", "2005", 1),
        pledge("l", "2007", 9),
    )
    found = aid_totals(book, Query(), "year")

    assert [(total.group, total.low, total.high, total.pledged) for total in found] == [
        ("2000", 0, 70, 0),
        ("2001", 30, 100, 0),
        ("2002", 0, 70, 0),
        ("2005", 1, 1, 0),
        ("2007", 0, 0, 9),
    ]


def test_by_decade() -> None:
    book = made(aid("a", "1999", 1), aid("b", "1999/2000", 10), aid("c", "2009", 100))

    assert [
        (total.group, total.low, total.high) for total in aid_totals(book, Query(), "decade")
    ] == [
        ("1990s", 1, 11),
        ("2000s", 100, 110),
    ]


def test_years_before_1000_stand_first_and_are_told_as_dates_are() -> None:
    book = made(aid("a", "0962", 1), aid("b", "1962", 2))
    years, decades = (
        [total.group for total in aid_totals(book, Query(), by)] for by in ("year", "decade")
    )

    assert (years, decades) == (["0962", "1962"], ["0960s", "1960s"])


def test_by_year_keeps_to_the_window() -> None:
    book = made(
        aid("a", "2001", 1),
        aid("b", "2002-02", 10),
        aid("c", "2002-11", 100),
        aid("d", "2003", 1000),
    )
    found = aid_totals(book, Query(window="2001..2002-06"), "year")
    twice = aid_totals(book, Query(window=["2002-01..2002-03", "2002-10.."]), "year")

    assert [(total.group, total.low, total.high) for total in found] == [
        ("2001", 1, 1),
        ("2002", 10, 10),
    ]
    assert [(total.group, total.low, total.high) for total in twice] == [
        ("2002", 110, 110),
        ("2003", 1000, 1000),
    ]


def test_by_year_of_nothing_is_nothing() -> None:
    assert aid_totals(made(), Query(), "year") == []


# The worked examples of the design, on the real record

RECORD_RICE = ("VN", "KP", "rice", "tonne", "gift")
RECORD_CREDIT = (*RECORD_RICE[:4], "credit")


def record_rice(record: Book, window: str) -> tuple[Number, Number]:
    """The low and high of the rice that Vietnam gave, in the record."""
    return bounds(aid_totals(record, Query(window=window))).get(RECORD_RICE, (0, 0))


def test_the_rice_of_2000_to_2012_is_22700_tonnes(record: Book) -> None:
    assert record_rice(record, "2000..2012") == (22_700, 22_700)


def test_the_rice_of_2001_is_5000_to_10700_tonnes(record: Book) -> None:
    found = the(aid_totals(record, Query(window="2001")), RECORD_RICE)

    assert (found.low, found.high) == (5_000, 10_700)
    assert found.counted == (
        Counted("2000-rice-for-the-dprk", 0, 5_700),
        Counted("2001-rice-handed-over-in-pyongyang", 5_000, 5_000),
    )


@pytest.mark.parametrize(
    ("year", "low"),
    [(2000, 1_000), (2001, 5_000), (2002, 5_000), (2005, 1_000), (2012, 5_000), (2009, 0)],
)
def test_each_year_has_its_shipments_and_perhaps_the_rest(
    record: Book, year: int, low: int
) -> None:
    assert record_rice(record, str(year)) == (low, low + 5_700)


def test_the_rice_sold_on_credit_in_1996_stands_in_a_row_of_its_own(record: Book) -> None:
    found = aid_totals(record, Query(window="1996"))

    assert bounds(found) == {RECORD_CREDIT: (20_000, 20_000)}
    assert the(found, RECORD_CREDIT).counted == (Counted("1996-rice-on-credit", 20_000, 20_000),)


def test_the_rice_promised_in_2007_stands_beside_the_total(record: Book) -> None:
    for window in ("2007", "2000..2012", None):
        found = the(aid_totals(record, Query(window=window)), RECORD_RICE)
        assert found.pledged == 2_000
        assert whys(found)["2007-rice-promised-to-the-dprk"] is ExclusionReason.PLEDGED


def test_the_rice_of_1996_to_2002_is_told_by_its_parts_and_adds_nothing_by_itself(
    record: Book,
) -> None:
    name = "1996-rice-given-and-sold-on-credit"
    parts = [fact.figure.value for fact in record.facts if name in fact.part_of and fact.figure]
    without = msgspec.structs.replace(
        record, facts=tuple(fact for fact in record.facts if fact.id != name)
    )

    assert sum(part for part in parts if part) == 44_000
    for window in (None, "1996..2002-06", "1998", "2001"):
        assert bounds(aid_totals(record, Query(window=window))) == bounds(
            aid_totals(without, Query(window=window))
        )
    assert whys(the(aid_totals(record, Query())))[name] is ExclusionReason.MIXED_TERMS


def test_all_the_rice_of_the_record(record: Book) -> None:
    assert bounds(aid_totals(record, Query(from_="VN"))) == {
        RECORD_RICE: (40_800, 40_800),
        RECORD_CREDIT: (20_000, 20_000),
        ("VN", "KP", "rubber", "tonne", "gift"): (5, 5),
        ("VN", "KP", "money", "USD", "gift"): (50_000, 50_000),
    }


# Machine output, exactly as in the design


def test_the_json_of_totals_has_the_shape_of_the_design(run: Run) -> None:
    ran = run("aid", "--in", "2001", "--json", data=STORE)
    told = json.loads(ran.out)
    row = next(total for total in told["totals"] if total["of"] == "rice")

    assert ran.status == 0
    assert list(told) == ["window", "totals", "without_figure"]
    assert told["window"] == "2001"
    assert " ".join(row) == (
        "from to of unit terms low high qualifier pledged pledges_in_rest above_pledges"
        " exceeded_pledges undivided counted left_out"
    )
    assert list(row.values())[:9] == ["VN", "KP", "rice", "tonne", "gift", 5000, 10700, "exact", 0]
    assert row["counted"] == [
        {"id": "2000-rice-for-the-dprk", "low": 0, "high": 5700},
        {"id": "2001-rice-handed-over-in-pyongyang", "low": 5000, "high": 5000},
    ]
    assert {
        "id": "1996-rice-given-and-sold-on-credit",
        "why": "gifts and credits together, counted only through its parts",
    } in row["left_out"]


def test_the_json_of_totals_without_a_window_and_by_year(run: Run) -> None:
    whole = json.loads(run("aid", "--json").out)
    yearly = json.loads(run("aid", "--json", "--by", "year").out)

    assert whole["window"] is None
    assert [total["low"] for total in whole["totals"]] == [1000]
    assert "group" not in whole["totals"][0]
    assert [(total["group"], total["low"], total["high"]) for total in yearly["totals"]] == [
        ("1999", 0, 600),
        ("2000", 0, 600),
        ("2001", 400, 1000),
        ("2002", 0, 600),
        ("2003", 0, 600),
    ]


def test_json_without_totals_is_still_an_object(run: Run) -> None:
    ran = run("aid", "--json", "--in", "1950")

    assert ran.status == 1
    assert json.loads(ran.out) == {"window": "1950", "totals": [], "without_figure": []}


# What must hold of any facts


DATES = [
    *("2001-01-10", "2001-02-01", "2001-02-20", "2001-01", "2001-02", "2001-03~", "2001", "200X"),
    *(
        "2001-01/2001-02",
        "2001-02-05/2001-03-10",
        "2001-01-20/2001-02",
        "2000/2002",
        "2001-02/..",
        "1999?/2003",
    ),
]
WINDOWS = [
    *("2001-02", "2001-01", "2001", "2001-01..2001-02-10", "..2001-02", "2001-03.."),
    *("2000s", "1999..2003", "2002", "2001-02-20"),
]
LAST = dt.date(2010, 1, 1)


class World(NamedTuple):
    """Facts, and what really happened: on which day how much of what was given."""

    book: Book
    happened: Sequence[tuple[tuple[str, ...], dt.date, int]]

    def given(self, key: tuple[str, ...], window: TimeWindow) -> int:
        first, last = window.first or dt.date.min, window.last or dt.date.max
        return sum(
            amount for what, day, amount in self.happened if what == key and first <= day <= last
        )


@st.composite
def worlds(
    draw: st.DrawFn,
    *,
    most: int = 6,
    wholes: int = 2,
    linked: bool = False,
    ranged: bool = True,
    plain: bool = False,
    nested: bool = False,
    soft: bool = True,
) -> World:
    """Facts that tell the truth about what happened, though not always exactly.

    Each is part of up to *wholes* others, or *linked* of at least one; *plain* leaves
    out pledges and credits, and *nested*
    parts that begin before their wholes or end after them.
    """
    facts: list[Fact] = []
    parts: dict[str, set[str]] = {}
    told: dict[str, int] = {}
    happened = []
    number = draw(st.integers(1 + linked, most))
    links: list[list[int]] = [[]]
    for place in range(1, number):
        links.append(
            draw(
                st.lists(
                    st.integers(0, place - 1), min_size=int(linked), max_size=wholes, unique=True
                )
            )
        )
    for place in reversed(range(number)):  # parts first, so that each whole knows what it holds
        name = "abcdefgh"[place]
        terms = (
            Terms.GIFT if plain else draw(st.sampled_from([Terms.GIFT, Terms.GIFT, Terms.CREDIT]))
        )
        stage = (
            Stage.DELIVERED
            if plain
            else draw(st.sampled_from([Stage.DELIVERED, Stage.DELIVERED, Stage.PLEDGED]))
        )
        of = "rice" if plain else draw(st.sampled_from(["rice", "rice", "rice", "rubber"]))
        held = [part for part in facts if name in part.part_of]
        within = {below for part in held for below in (part.id, *parts[part.id])}
        parts[name] = within
        spans = [edtf.parse(text) for text in DATES]
        if nested:
            spans = [when for when in spans if all(holds(when, part.date) for part in held)] or [
                edtf.parse("1990/..")
            ]
        when = draw(st.sampled_from(spans))
        key = ("VN", "KP", of, "tonne", terms.value)
        own = 0
        if stage is Stage.DELIVERED:
            for share in draw(st.lists(st.integers(0, 5), max_size=2)):
                day = draw(st.dates(when.earliest, min(when.latest or LAST, LAST)))
                happened.append((key, day, share))
                own += share
            told[name] = own
        figures = {fact.id: fact.figure for fact in facts}
        alike = [
            part
            for part in within
            if (figure := figures[part]) and figure.of == of and part in told
        ]
        true = own + sum(told[part] for part in alike)
        qualifier = (
            draw(st.sampled_from([EXACT, EXACT, ABOUT, OVER])) if soft and not own else EXACT
        )
        if stage is Stage.PLEDGED:
            amount: Amount = true + draw(st.integers(0, 5))
        elif qualifier is not EXACT:
            amount = draw(st.integers(0, true)) if not own else true  # its parts may outgrow it
        elif ranged and draw(st.booleans()):
            amount = max(true - draw(st.integers(0, 4)), 0), true + draw(st.integers(1, 4))
        else:
            amount = true
        above = ["abcdefgh"[whole] for whole in links[place]]
        facts.append(
            aid(
                name,
                when.text,
                amount,
                *above,
                of=of,
                qualifier=qualifier,
                terms=terms,
                stage=stage,
            )
        )
    return World(made(*sorted(facts, key=lambda fact: (edtf.order(fact.date), fact.id))), happened)


def holds(whole: edtf.EdtfDate, part: edtf.EdtfDate) -> bool:
    return whole.earliest <= part.earliest and (whole.latest or dt.date.max) >= (
        part.latest or dt.date.max
    )


def found_in(
    world: World, window: TimeWindow | None, *, strict: bool = False
) -> dict[tuple[str, ...], tuple[Number, Number]]:
    return bounds(aid_totals(world.book, Query(window=window, strict=strict)))


windows = st.sampled_from([Query(window=text).windows[0] for text in WINDOWS])
cuts = st.dates(dt.date(1998, 12, 30), dt.date(2004, 1, 2))


@settings(max_examples=150, deadline=None)
@given(worlds(), windows)
def test_what_really_happened_lies_within_the_bounds_of_every_window(
    world: World, window: TimeWindow
) -> None:
    found = found_in(world, window)

    for key in {*found, *(what for what, _, _ in world.happened)}:
        low, high = found.get(key, (0, 0))
        assert low <= world.given(key, window) <= high


@settings(max_examples=120, deadline=None)
@given(worlds(), cuts)
def test_what_is_certain_on_both_sides_of_a_cut_is_never_more_than_the_whole(
    world: World, cut: dt.date
) -> None:
    before, after = (
        found_in(world, TimeWindow("", None, cut)),
        found_in(world, TimeWindow("", cut + dt.timedelta(1), None)),
    )
    always = found_in(world, None)

    for key in {*before, *after}:
        (low_before, high_before), (low_after, high_after) = (
            before.get(key, (0, 0)),
            after.get(key, (0, 0)),
        )
        assert low_before + low_after <= always[key][0]
        assert high_before + high_after >= always[key][1]


@settings(max_examples=80, deadline=None)
@given(worlds(nested=True), windows, windows)
def test_a_wider_window_never_holds_less(
    world: World, window: TimeWindow, other: TimeWindow
) -> None:
    firsts, lasts = (window.first, other.first), (window.last, other.last)
    wide = TimeWindow(
        "",
        min(filter(None, firsts)) if all(firsts) else None,
        max(filter(None, lasts)) if all(lasts) else None,
    )
    narrow, wider = found_in(world, window), found_in(world, wide)

    for key, (low, high) in narrow.items():
        assert low <= wider[key][0]
        assert high <= wider[key][1]


@settings(max_examples=80, deadline=None)
@given(worlds(), windows)
def test_the_counted_facts_add_up_to_the_total_and_none_is_counted_twice(
    world: World, window: TimeWindow
) -> None:
    for total in aid_totals(world.book, Query(window=window)):
        ids = [one.id for one in total.counted] + [out.id for out in total.left_out]
        assert len(ids) == len(set(ids))
        assert 0 <= total.low <= total.high
        assert all(0 <= one.low <= one.high for one in total.counted)
        assert sum(one.low for one in total.counted) == total.low
        assert sum(one.high for one in total.counted) == total.high


@settings(max_examples=80, deadline=None)
@given(worlds(), windows)
def test_strictness_takes_away_doubt_but_nothing_that_is_certain(
    world: World, window: TimeWindow
) -> None:
    found, strict = found_in(world, window), found_in(world, window, strict=True)

    for key, (low, high) in found.items():
        sure, most = strict.get(key, (0, 0))
        assert sure == low
        assert most <= high


@settings(max_examples=80, deadline=None)
@given(worlds(ranged=False, soft=False))
def test_without_ranges_a_total_over_all_time_is_exactly_what_happened(world: World) -> None:
    for key, (low, high) in found_in(world, None).items():
        assert low == high == world.given(key, TimeWindow(""))


@settings(max_examples=60, deadline=None)
@given(worlds(), windows, st.randoms(use_true_random=False))
def test_the_order_of_the_facts_does_not_matter(
    world: World, window: TimeWindow, random: object
) -> None:
    facts = list(world.book.facts)
    random.shuffle(facts)  # type: ignore[attr-defined]  # a random.Random

    assert aid_totals(made(*facts), Query(window=window)) == aid_totals(
        world.book, Query(window=window)
    )


@settings(max_examples=80, deadline=None)
@given(worlds(plain=True, nested=True, wholes=1, linked=True), st.data())
def test_taking_out_a_part_never_changes_the_total_of_its_exact_whole(
    world: World, data: st.DataObject
) -> None:
    facts = {fact.id: fact for fact in world.book.facts}
    wholes = {fact.part_of[0] for fact in facts.values() if fact.part_of}
    figures = {name: fact.figure for name, fact in facts.items() if fact.figure}
    exact = {
        name
        for name, figure in figures.items()
        if figure.value is not None and figure.qualifier is EXACT
    }
    ends = [
        fact
        for fact in facts.values()
        if fact.id not in wholes and exact.intersection(fact.part_of)
    ]
    assume(ends)
    part = data.draw(st.sampled_from(ends))
    whole = facts[part.part_of[0]]
    window = TimeWindow("", whole.date.earliest, whole.date.latest)
    without = made(*(fact for fact in facts.values() if fact is not part))

    assert [
        (total.low, total.high, total.qualifier)
        for total in aid_totals(without, Query(window=window))
    ] == [
        (total.low, total.high, total.qualifier)
        for total in aid_totals(world.book, Query(window=window))
    ]


@settings(max_examples=60, deadline=None)
@given(worlds(most=3, wholes=1, plain=True, nested=True, soft=False), windows)
def test_for_trees_the_bounds_are_as_near_as_any_world_allows(
    world: World, window: TimeWindow
) -> None:
    """Try every share-out of what the figures allow: the least and the most of them are
    the bounds."""
    facts = {fact.id: fact for fact in world.book.facts}
    query = Query(window=window)
    below = {name: {name} for name in facts}
    for name in sorted(facts, reverse=True):
        for whole in facts[name].part_of:
            below[whole] |= below[name]
    figures = {name: fact.figure.bounds for name, fact in facts.items() if fact.figure}
    top = max(int(high) for _, high in figures.values())
    lows, highs = [], []
    for shares in itertools.product(range(top + 1), repeat=len(facts)):
        own = dict(zip(facts, shares, strict=True))
        if all(
            low <= sum(own[part] for part in below[name]) <= high
            for name, (low, high) in figures.items()
        ):
            lows.append(
                sum(share for name, share in own.items() if query.match(facts[name]) == "inside")
            )
            highs.append(sum(share for name, share in own.items() if query.match(facts[name])))

    # a window is a WHEN too
    assert rice(world.book, window) == (min(lows), max(highs))  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(worlds(), st.sampled_from(["year", "decade"]))
def test_grouping_by_time_is_asking_for_each_time_by_itself(world: World, by: By) -> None:
    found = aid_totals(world.book, Query(), by)

    for group in {total.group for total in found}:
        alone = aid_totals(world.book, Query(window=group))
        assert alone == [
            msgspec.structs.replace(total, group=None) for total in found if total.group == group
        ]
