"""Counting by groups: what is certain, what only may lie there, and what is counted once."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from tests.conftest import STORE, Run

Json = dict[str, Any]
RANKS = ("leader", "deputy", "minister", "vice-minister", "ambassador", "other")


def rank(fact: Json) -> list[str | None]:
    sides = {fact["from"]} if fact["from"] else {"VN", "KP"}
    visitors = [person["rank"] for person in fact["people"] if person["side"] in sides]
    ranks = [RANKS.index(name) for name in visitors if name]
    return [RANKS[min(ranks, default=5)]] if fact["kind"] == "visit" else [None]


def readings(fact: Json) -> list[Json]:
    return [
        *fact["sources"],
        *(cite for variant in fact["variants"] for cite in variant["sources"]),
    ]


# What each fact is counted under, out of its JSON alone.
VALUES: dict[str, Callable[[Json], Iterable[str | None]]] = {
    "kind": lambda fact: [fact["kind"]],
    "from": lambda fact: ["between" if fact["between"] else fact["from"]],
    "rank": rank,
    "person": lambda fact: {person["id"] for person in fact["people"]} or [None],
    "place": lambda fact: {place["id"] for place in fact["places"]} or [None],
    "item": lambda fact: [fact["figure"] and fact["figure"]["of"]],
    "source": lambda fact: {cite["id"] for cite in readings(fact)},
    "publisher": lambda fact: {cite["publisher"] for cite in readings(fact)},
}
PERIODS = {
    "decade": [f"{year}s" for year in range(1940, 2030, 10)],
    "year": [f"{year}" for year in range(1945, 2030)],
}


def answer(run: Run, *words: str) -> list[Json]:
    rows: list[Json] = json.loads(run(*words, "--json", data=STORE).out)
    return rows


def counted(rows: Iterable[Json], *groups: str) -> dict[tuple[str | None, ...], tuple[int, ...]]:
    """The counts of *rows* by their values; the keys of a row are the groups and three numbers."""
    table: dict[tuple[str | None, ...], tuple[int, ...]] = {}
    for row in rows:
        assert list(row) == [*groups, "facts", "spans", "possible"]
        numbers = (row["facts"], row["spans"], row["possible"])
        assert any(numbers)
        table[tuple(row[group] for group in groups)] = numbers
    return table


def tallied(pairs: Iterable[tuple[tuple[str | None, ...], str]]) -> dict[Any, tuple[int, ...]]:
    """How often each value occurs, by match."""
    counts = Counter(pairs)
    return {
        values: tuple(counts[values, match] for match in ("inside", "spans", "possible"))
        for values in {values for values, _ in counts}
    }


@pytest.mark.parametrize("times", [(), ("--in", "1965..1975")], ids=" ".join)
@pytest.mark.parametrize("group", VALUES)
def test_counts_agree_with_those_made_from_the_facts(
    group: str, times: tuple[str, ...], run: Run
) -> None:
    facts = answer(run, "list", "--no-parts", *times)
    rows = answer(run, "list", "--no-parts", *times, "--by", group)

    expected = tallied(
        ((value,), fact.get("match", "inside")) for fact in facts for value in VALUES[group](fact)
    )
    assert counted(rows, group) == expected


@pytest.mark.parametrize("group", PERIODS)
def test_a_fact_meets_a_period_as_it_meets_the_same_time_asked_for(group: str, run: Run) -> None:
    rows = answer(run, "list", "--no-parts", "--by", group)

    expected = tallied(
        ((period,), fact["match"])
        for period in PERIODS[group]
        for fact in answer(run, "list", "--no-parts", "--in", period)
    )
    assert counted(rows, group) == expected


def test_only_what_lies_in_the_period_and_in_the_time_asked_for_is_certain(run: Run) -> None:
    rows = answer(run, "list", "--no-parts", "--in", "1965..1975", "--by", "decade,kind")

    halves = {"1960s": "1965..1969", "1970s": "1970..1975"}
    expected = tallied(
        ((decade, fact["kind"]), fact["match"])
        for decade, half in halves.items()
        for fact in answer(run, "list", "--no-parts", "--in", half)
    )
    assert counted(rows, "decade", "kind") == expected


def test_match_tells_how_the_facts_meet_the_time(run: Run) -> None:
    facts = answer(run, "list", "--in", "1970s", "--no-parts")
    rows = answer(run, "list", "--in", "1970s", "--no-parts", "--by", "match")

    assert counted(rows, "match") == tallied(((fact["match"],), fact["match"]) for fact in facts)


def test_a_package_and_its_parts_are_not_both_counted(run: Run) -> None:
    facts = {fact["id"]: fact for fact in answer(run, "list")}
    pairs = [
        (whole, fact["id"])
        for fact in facts.values()
        for whole in fact["part_of"]
        if facts[whole]["kind"] == fact["kind"]
    ]
    for left_out, options in (
        ({part for _, part in pairs}, ()),
        ({w for w, _ in pairs}, ("--parts",)),
    ):
        rows = answer(run, "list", "--by", "kind", *options)
        expected = Counter(fact["kind"] for id_, fact in facts.items() if id_ not in left_out)
        assert {row["kind"]: row["facts"] for row in rows} == expected


@pytest.mark.parametrize(
    ("options", "note"),
    [
        ((), "1 part left out, as its whole is counted: --parts counts the parts instead"),
        (("--parts",), "1 whole left out, as its parts are counted: --no-parts counts wholes"),
    ],
)
def test_the_foot_says_what_was_left_out(options: tuple[str, ...], note: str, run: Run) -> None:
    words = ("list", "--by", "decade", *options)

    assert note in run(*words, "--format", "table").out.replace("\n", " ")
    assert note in run(*words, "--json").err


def test_a_fact_with_three_people_counts_for_each_and_the_foot_says_so(run: Run) -> None:
    shown = run("visits", "--by", "person", "--in", "2001")

    assert shown.out.splitlines()[1:] == [
        "Đặng Thị Mẫu\t1\t0\t0",
        "Kim Mun\t1\t0\t0",
        "Lê Văn Ví\t1\t0\t0",
    ]
    assert "a fact with several people counts once for each" in shown.err


def test_visits_stand_in_a_column_for_each_direction(run: Run) -> None:
    shown = run("visits", "--by", "decade", "--format", "table").out

    assert "to the DPRK" in shown
    assert "to Vietnam" in shown
    assert answer(run, "visits", "--by", "decade")[0] == {
        "decade": "1950s",
        "facts": 2,
        "spans": 0,
        "possible": 0,
    }


def test_visits_by_rank_are_those_of_all_ranks(run: Run) -> None:
    ranks = [row["rank"] for row in answer(run, "visits", "--by", "rank")]

    assert ranks[0] == "leader"
    assert "minister" in ranks


def test_words_that_group_visits_count_as_the_option_does(run: Run) -> None:
    for group in ("rank", "decade"):
        assert answer(run, "visits", "by", group) == answer(run, "visits", "--by", group)


def test_decades_without_a_fact_stand_empty_in_the_picture(run: Run) -> None:
    shown = run("visits", "--by", "decade", "--format", "table", data=STORE).out

    assert [line.split()[1] for line in shown.splitlines() if line.startswith("1970s")] == ["·"]


def test_a_limit_keeps_the_first_rows_and_says_of_how_many(run: Run) -> None:
    shown = run("list", "--by", "person", "--limit", "1", "--json")

    assert [row["person"] for row in json.loads(shown.out)] == ["kim-mun"]
    assert "the first 1 of 4" in shown.err


def test_strict_counts_only_what_is_certain(run: Run) -> None:
    rows = answer(run, "list", "--by", "decade", "--strict")

    assert {row["spans"] + row["possible"] for row in rows} == {0}


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("list", "--by", "yer"), 'no group "yer"; did you mean "year"?'),
        (("list", "--by", "kind,year,from"), "facts are counted by one group or two"),
        (("list", "--by", "kind,kind"), "the same group twice; write it once"),
        (("list", "--by", "year,decade"), "each year has one decade; write one of them"),
        (("list", "--by", "match"), "add one, as --in 1961"),
        (("visits", "--by", "kind"), "these facts are all of one kind; leave it out"),
        (("trade", "--by", "rank"), "write: vnkp visits --by rank"),
        (("list", "--by", "year", "--sort", "title"), "leave --sort out"),
        (("aid", "--by", "place"), "write: vnkp list --kind aid --by place"),
    ],
)
def test_groups_without_a_meaning_are_refused(words: tuple[str, ...], error: str, run: Run) -> None:
    refused = run(*words)

    assert refused.status == 2
    assert error in refused.err


@pytest.mark.parametrize(
    "command",
    [
        ("year", "2001"),
        ("list",),
        ("search", "rice"),
        ("visits",),
        ("trade",),
        ("timeline",),
        ("disputes",),
    ],
)
@pytest.mark.parametrize("form", ["table", "tsv", "csv", "json", "jsonl", "md"])
def test_every_command_that_lists_counts_in_every_format(
    command: tuple[str, ...], form: str, run: Run
) -> None:
    counted = run(*command, "--by", "decade", "--format", form)

    assert counted.status == 0
    assert "0s" in counted.out


def test_nothing_to_count_is_said_with_what_is_near(run: Run) -> None:
    nothing = run("list", "--by", "decade", "--in", "1900")

    assert nothing.status == 1
    assert "the nearest with any: 1960" in nothing.err
