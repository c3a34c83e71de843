"""The record against what was once wrong in it, and against the sums that its sources give."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import tomli

import vnkp
from tests.conftest import STORE, Run
from vnkp import Fact

TABLE = Path(__file__).with_name("wrong_in_0_1_0.toml")
ROWS = tomli.loads(TABLE.read_text(encoding="utf-8"))["fact"]
FACTS = {fact.id: fact for fact in vnkp.load(STORE, cached=False).facts}


def notes(fact: Fact) -> str:
    noted = (fact.note, *(variant.note for variant in fact.variants))
    return " ".join(note.en for note in noted if note)


def offices(fact: Fact, person: str) -> str:
    held = [participant.offices for participant in fact.people if participant.who == person]
    assert len(held) == 1, f"{person} takes part once"
    return ", ".join(held[0])


def reading(fact: Fact, field: str) -> str:
    """What *fact* says in *field*, as the table writes it."""
    if field.startswith("offices of "):
        return offices(fact, field.removeprefix("offices of "))
    return {
        "date": fact.date.text,
        "en": fact.en,
        "places": ", ".join(fact.places),
        "stage": fact.figure.stage.value if fact.figure and fact.figure.stage else "",
        "figure": str(fact.figure.value) if fact.figure else "",
        "variants": str(len(fact.variants)),
    }[field]


def test_the_table_has_thirty_facts_each_once() -> None:
    assert len({row["id"] for row in ROWS}) == len(ROWS) == 30


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['id']}-{row['field']}")
def test_what_was_wrong_stays_right_with_its_source(row: dict[str, str]) -> None:
    fact = FACTS[row["id"]]

    if row["field"] == "note":
        assert row["right"] in notes(fact)
        assert row["was"] not in notes(fact)
    elif row["field"] == "people":
        people = {participant.who for participant in fact.people}
        assert row["right"] in people
        assert row["was"] not in people
    else:
        assert reading(fact, row["field"]) == row["right"] != row["was"]
    assert row["source"] in {cite.source for cite in fact.all_cites}


# The totals that the sources add up to


def rice_totals(run: Run, *options: str) -> dict[str, Any]:
    """What Vietnam gave and sold the DPRK in rice, by terms."""
    totals = json.loads(run("aid", "--from", "VN", "--json", *options, data=STORE).out)["totals"]
    return {total["terms"]: total for total in totals if total["of"] == "rice"}


def test_rice_given_comes_to_the_sum_of_the_sources(run: Run) -> None:
    totals = rice_totals(run)

    assert (totals["gift"]["low"], totals["gift"]["high"]) == (40_800, 40_800)
    assert totals["gift"]["pledged"] == 2_000
    assert (totals["credit"]["low"], totals["credit"]["high"]) == (20_000, 20_000)


def test_rice_given_to_2012_is_what_the_article_adds_up_to(run: Run) -> None:
    gifts = rice_totals(run, "--in", "1995..2012")["gift"]

    assert (gifts["low"], gifts["high"]) == (35_800, 35_800)


def test_the_untraced_rice_may_hold_the_promise_of_2007() -> None:
    note = FACTS["2000-rice-for-the-dprk"].note

    assert note
    assert "the remaining 5,700 tonnes are untraced" in note.en
    assert "those 2,000 tonnes may lie within this total" in note.en


def test_the_gift_of_2019_is_said_to_rest_on_one_newspaper() -> None:
    gift = FACTS["2019-food-aid-reaches-nampo"]

    assert gift.figure
    assert (gift.figure.value, gift.figure.of) == (5_000, "rice")
    assert gift.note
    assert "rests on one newspaper alone" in gift.note.en
    assert "chỉ dựa vào một tờ báo" in gift.note.vi


def test_the_roubles_of_1966_and_1968_are_promised_and_those_of_1968_have_both_readings() -> None:
    in_1966, in_1968 = FACTS["1966-free-aid-for-vietnam"], FACTS["1968-free-aid-for-vietnam"]

    assert in_1966.figure
    assert in_1968.figure
    assert {in_1966.figure.stage, in_1968.figure.stage} == {"pledged"}
    assert in_1966.figure.value == 12_300_000
    figures = (in_1968.figure, *(variant.figure for variant in in_1968.variants))
    assert [figure.value for figure in figures if figure] == [25_000_000, 12_500_000]


def test_people_of_one_name_have_notes_in_json(run: Run) -> None:
    people = json.loads(run("people", "--json", data=STORE).out)
    notes = {person["id"]: person["note"] for person in people}

    assert notes["kim-yong-il-premier"] == {"en": "Premier", "vi": "Thủ tướng"}
    assert notes["kim-yong-il-vice-minister"] not in (None, notes["kim-yong-il-premier"])


def test_six_facts_in_ten_rest_on_two_independent_publishers(run: Run) -> None:
    sourcing = json.loads(run("check", "--json", str(STORE)).out)

    assert len(sourcing["one_source"]) <= 0.4 * sourcing["facts"]
