"""Anniversaries and days of the year: round numbers, coarse dates, leap days, long stays."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import SMALL, STORE, Run
from vnkp.errors import DateError, ImpossibleDate
from vnkp.model.edtf import parse
from vnkp.model.enums import Kind
from vnkp.model.facts import Book, Cite, Fact
from vnkp.query.anniversaries import anniversaries_in, month_day, next_day, on_day


def fact(date: str, id: str = "", *, milestone: bool = True) -> Fact:
    name = id or f"{date[:3]}0-something"
    cite = (Cite(source="paper"),)
    return Fact(
        id=name,
        kind=Kind.VISIT,
        date=parse(date),
        en="A visit",
        vi="Thăm",
        cite=cite,
        milestone=milestone,
    )


@pytest.mark.parametrize(
    ("date", "year", "years", "on"),
    [
        # days, months and years: as exact as the fact's own date
        ("1957-07-08", 2022, 65, "2022-07-08"),
        ("1957-07", 2022, 65, "2022-07"),
        ("1957", 2022, 65, "2022"),
        # marks go along
        ("1957-07-08~", 2022, 65, "2022-07-08~"),
        ("1957-07?", 2022, 65, "2022-07?"),
        ("1957%", 2022, 65, "2022%"),
        # spans count from their start
        ("1957-07-08/1957-07-12", 2022, 65, "2022-07-08"),
        ("1957-12-30/1958-01-02", 2022, 65, "2022-12-30"),
        ("1957~/1962", 2022, 65, "2022~"),
        ("1957-07-08~/1957-07-12", 2022, 65, "2022-07-08~"),
        ("1957-07/..", 2022, 65, "2022-07"),
        # 29 February
        ("1964-02-29", 2024, 60, "2024-02-29"),
        ("1964-02-29", 2029, 65, "2029-02-28"),
        ("1964-02-29", 2064, 100, "2064-02-29"),
        ("2000-02-29", 2100, 100, "2100-02-28"),
        ("1964-02-29?", 2029, 65, "2029-02-28?"),
        ("1964-02", 2024, 60, "2024-02"),
        ("1964-02-28", 2024, 60, "2024-02-28"),
        # the ends of the calendar
        ("0001-01-01", 9996, 9995, "9996-01-01"),
    ],
)
def test_an_anniversary_falls_on_a_date_as_exact_as_the_fact_has(
    date: str, year: int, years: int, on: str
) -> None:
    (one,) = anniversaries_in([fact(date)], year)
    assert (one.year, one.years, one.date) == (year, years, on)
    assert parse(one.date).earliest == one.first
    assert one.day == (one.first if parse(one.date).precision == "day" else None)
    assert one.shifted is ("-02-29" in date and not on.startswith(f"{year}-02-29"))


@pytest.mark.parametrize("date", ["195X", "195X~", "195X/1961", "195X/.."])
def test_a_fact_whose_year_is_not_known_has_no_anniversary(date: str) -> None:
    assert [
        year
        for year in range(1950, 2051)
        if anniversaries_in([fact(date)], year, every=1, include_all=True)
    ] == []


@pytest.mark.parametrize(
    ("every", "years"),
    [
        (5, [1962, 1967, 1972, 1977, 1982]),
        (10, [1967, 1977]),
        (1, [*range(1958, 1983)]),
        (7, [1964, 1971, 1978]),
        (100, []),
    ],
)
def test_anniversaries_fall_due_every_so_many_years_and_not_in_the_year_itself_or_before(
    every: int, years: list[int]
) -> None:
    one = fact("1957-07-08")
    assert [
        year for year in range(1900, 1983) if anniversaries_in([one], year, every=every)
    ] == years


def test_round_numbers_are_those_that_five_divides() -> None:
    assert [year for year in range(1957, 1973) if anniversaries_in([fact("1957")], year)] == [
        1962,
        1967,
        1972,
    ]


def test_only_milestones_fall_due_unless_everything_is_asked_for_and_then_they_come_first() -> None:
    facts = [fact("1957-01-01", "1957-a", milestone=False), fact("1957-12-31", "1957-b")]
    assert [one.fact.id for one in anniversaries_in(facts, 2022)] == ["1957-b"]
    assert [one.fact.id for one in anniversaries_in(facts, 2022, include_all=True)] == [
        "1957-b",
        "1957-a",
    ]


def test_anniversaries_stand_in_the_order_of_the_year_and_a_day_before_its_coarse_month() -> None:
    dates = ["1957", "1952-01-01", "1957-01", "1957-02-28", "1964-02-29", "1957-12"]
    facts = [fact(date, f"{date[:4]}-{place}") for place, date in enumerate(dates)]
    assert [one.date for one in anniversaries_in(facts[::-1], 2027, every=1)] == [
        "2027-01-01", "2027", "2027-01", "2027-02-28", "2027-02-28", "2027-12",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("date", "today", "past"),
    [
        ("1957-07-08", "2022-07-07", False),
        ("1957-07-08", "2022-07-08", None),
        ("1957-07-08", "2022-07-09", True),
        ("1957-07", "2022-06-30", False),
        ("1957-07", "2022-07-01", None),
        ("1957-07", "2022-07-31", None),
        ("1957-07", "2022-08-01", True),
        ("1957", "2021-12-31", False),
        ("1957", "2022-01-01", None),
        ("1957", "2022-12-31", None),
        ("1957", "2023-01-01", True),
        ("1957-02~", "2022-02-28", None),
        ("1957-02~", "2022-03-01", True),
        ("1957?", "2022-06-15", None),
        ("1957-12-31/1958-01-02", "2022-12-30", False),
    ],
)
def test_an_anniversary_is_coming_or_past_or_due_about_now(
    date: str, today: str, past: bool | None
) -> None:
    (one,) = anniversaries_in([fact(date)], 2022)
    assert one.past(dt.date.fromisoformat(today)) is past


@given(st.dates(max_value=dt.date(9000, 1, 1)), st.sampled_from([4, 7, 10]), st.integers(1, 999))
def test_every_anniversary_lies_in_its_year_and_in_the_month_of_the_fact(
    day: dt.date, cut: int, years: int
) -> None:
    (one,) = anniversaries_in([fact(day.isoformat()[:cut])], day.year + years, every=1)
    assert (one.first.year, one.years) == (day.year + years, years)
    assert one.first.month == (day.month if cut > 4 else 1)
    assert one.past(one.first) is None


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ("1957-07-08", ["07-08"]),
        ("1957-07-08~", ["07-08"]),
        ("1957-07-08/1957-07-12", ["07-08", "07-09", "07-10", "07-11", "07-12"]),
        ("1957-12-30/1958-01-02", ["12-30", "12-31", "01-01", "01-02"]),
        ("1964-02-27/1964-03-01", ["02-27", "02-28", "02-29", "03-01"]),
        ("1963-02-27/1963-03-01", ["02-27", "02-28", "03-01"]),
        ("1957-07-08/1957-07-08", ["07-08"]),
        # of what lasted long, or ended nobody knows on which day, the day it began
        ("1957-07-08/1957-10-12", ["07-08"]),
        ("1957-07-08/1967-07-08", ["07-08"]),
        ("1957-07-08/1957-07", ["07-08"]),
        ("1957-07-08/..", ["07-08"]),
        # no day at all
        ("1957-07", []),
        ("1957", []),
        ("195X", []),
        ("1957-07/1957-07-12", []),
    ],
)
def test_a_fact_happened_on_each_day_of_a_short_stay(date: str, days: list[str]) -> None:
    one = fact(date)
    year = [dt.date(2000, 1, 1) + dt.timedelta(days=count) for count in range(366)]
    assert [f"{day:%m-%d}" for day in year if on_day([one], day.month, day.day)] == sorted(days)


def test_a_day_that_only_another_source_has_is_possible_and_the_answer_says_who(
    run: Run, tmp_path: Path
) -> None:
    store = tmp_path / "store.toml"
    text = SMALL.read_text("utf-8")
    store.write_text(text.replace('"2001-05-01/2001-05-02"', '"2001-05-01/2001-05-03"'), "utf-8")
    visit = "2001-le-van-vi-in-the-dprk"
    *others, last = json.loads(run("today", "--date", "05-03", "--json", data=store).out)
    assert (last["id"], last["match"]) == (visit, "possible")
    assert not any("match" in fact for fact in others)
    ran = run("today", "--date", "05-03", data=store)
    assert "\tpossible\t" in ran.out
    assert f"{visit}: one source has " in ran.err
    assert "≠" in run("today", "--date", "05-03", "--format", "table", data=store).out
    assert visit not in run("today", "--date", "05-03", "--strict", data=store).out
    facts = json.loads(run("today", "--date", "05-02", "--json", data=store).out)
    assert visit in [fact["id"] for fact in facts if "match" not in fact]


def test_two_months_are_still_a_short_stay_and_a_day_more_is_not() -> None:
    assert on_day([fact("1957-01-01/1957-03-04")], 3, 4)
    assert not on_day([fact("1957-01-01/1957-03-05")], 3, 4)


@pytest.mark.parametrize(
    ("day", "year", "found"),
    [
        ((2, 28), 2023, ["1963-28", "1964-29"]),
        ((2, 28), 2100, ["1963-28", "1964-29"]),
        ((2, 28), 2024, ["1963-28"]),
        ((2, 28), None, ["1963-28"]),
        ((2, 29), 2024, ["1964-29"]),
        ((2, 29), None, ["1964-29"]),
        ((3, 1), 2023, []),
    ],
)
def test_29_february_is_kept_on_the_28th_of_a_common_year(
    day: tuple[int, int], year: int | None, found: list[str]
) -> None:
    facts = [fact("1963-02-28", "1963-28"), fact("1964-02-29", "1964-29")]
    assert [one.id for one in on_day(facts, *day, year)] == found


@pytest.mark.parametrize(
    ("after", "following"),
    [
        ((1, 1), (3, 5)),
        ((3, 4), (3, 5)),
        ((3, 5), (7, 8)),
        ((7, 8), (11, 27)),
        ((11, 27), (3, 5)),
        ((12, 31), (3, 5)),
    ],
)
def test_the_next_day_is_looked_for_to_the_end_of_the_year_and_then_from_its_beginning(
    after: tuple[int, int], following: tuple[int, int]
) -> None:
    dates = ["1961-11-27", "1957-07-08/1957-07-12", "1970-03-05", "1957-06", "1980", "196X"]
    assert next_day([fact(date) for date in dates], *after) == following


def test_there_is_no_next_day_when_no_fact_has_a_day() -> None:
    assert next_day([fact("1957-06"), fact("1980")], 1, 1) is None
    assert next_day([], 1, 1) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("01-31", (1, 31)),
        ("1-31", (1, 31)),
        ("12-01", (12, 1)),
        ("02-29", (2, 29)),
        ("31/1", (1, 31)),
        ("31/01", (1, 31)),
        ("1/12", (12, 1)),
        ("29/2", (2, 29)),
    ],
)
def test_a_day_of_the_year_is_read_in_both_orders(text: str, day: tuple[int, int]) -> None:
    assert month_day(text) == day


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("13-01", "has no such month; months run from 01 to 12"),
        ("00-01", "has no such month; months run from 01 to 12"),
        ("31-01", "has no such month; months run from 01 to 12"),
        ("1/13", "has no such month; months run from 01 to 12"),
        ("02-30", "has no such day; month 02 has 29 days"),
        ("04-31", "has no such day; month 04 has 30 days"),
        ("01-00", "has no such day; month 01 has 31 days"),
        ("32/1", "has no such day; month 01 has 31 days"),
        ("", "is no day of the year; write it as MM-DD, as 01-31"),
        ("01", "is no day of the year; write it as MM-DD, as 01-31"),
        ("0131", "is no day of the year; write it as MM-DD, as 01-31"),
        ("1958-01-31", "is no day of the year; write it as MM-DD, as 01-31"),
        ("31/1/1958", "is no day of the year; write it as MM-DD, as 01-31"),
        ("-01-31", "is no day of the year; write it as MM-DD, as 01-31"),
        ("01-", "is no day of the year; write it as MM-DD, as 01-31"),
        ("01- 31", "is no day of the year; write it as MM-DD, as 01-31"),
        ("+1-31", "is no day of the year; write it as MM-DD, as 01-31"),
        ("001-31", "is no day of the year; write it as MM-DD, as 01-31"),
        ("٠١-٣١", "is no day of the year; write it as MM-DD, as 01-31"),
        ("Jan 31", "is no day of the year; write it as MM-DD, as 01-31"),
        ("01-" + "1" * 5_000, "is no day of the year; write it as MM-DD, as 01-31"),
    ],
)
def test_a_day_that_is_none_says_what_to_write(text: str, message: str) -> None:
    with pytest.raises(DateError) as refused:
        month_day(text)
    assert str(refused.value) == f'"{text}" {message}'
    assert isinstance(refused.value, ImpossibleDate) is message.startswith("has")


@given(st.one_of(st.text(max_size=8), st.text("0123456789-/", max_size=8)))
def test_any_text_is_a_day_of_the_year_or_refused(text: str) -> None:
    try:
        month, day = month_day(text)
    except DateError:
        return
    assert dt.date(2000, month, day)


def test_the_record_keeps_the_anniversaries_that_the_two_countries_kept_in_2022(
    record: Book,
) -> None:
    found = {(one.fact.id, one.years) for one in anniversaries_in(record.facts, 2022, every=1)}
    assert {
        ("1957-first-meeting-of-ho-chi-minh-and-kim-il-sung", 65),
        ("2002-kim-jong-il-meets-tran-duc-luong", 20),
        ("2002-tran-duc-luong-in-the-dprk", 20),
        ("2007-nong-duc-manh-in-the-dprk", 15),
        ("2007-kim-jong-il-and-nong-duc-manh-hold-talks", 15),
        ("2019-kim-jong-un-in-vietnam", 3),
    } <= found


def test_who_asks_for_facts_of_a_year_to_come_is_told_how_to_ask_for_its_anniversaries(
    run: Run,
) -> None:
    told = run("anniversaries", "--in", "9998")
    assert (told.status, len(told.out.splitlines())) == (1, 1)  # the names of the columns
    assert told.err.rstrip().endswith("what falls due in 9998: vnkp anniversaries 9998")
    assert "anniversaries 1957" not in run("anniversaries", "--in", "1957").err
    assert "anniversaries 9998-05" not in run("anniversaries", "--in", "9998-05").err


def test_the_anniversaries_of_2022_are_told_by_the_command_line_too(run: Run) -> None:
    told = json.loads(run("anniversaries", "2022", "--every", "1", "--json", data=STORE).out)
    assert {(one["fact"]["id"], one["years"], one["date"]) for one in told} >= {
        ("1957-ho-chi-minh-in-the-dprk", 65, "2022-07-08"),
        ("2007-nong-duc-manh-in-the-dprk", 15, "2022-10-16"),
        ("2019-kim-jong-un-in-vietnam", 3, "2022-03-01"),
    }
    assert all(
        set(one) == {"year", "years", "date", "fact"} and one["year"] == 2022 for one in told
    )
    assert all(one["years"] == 2022 - int(one["fact"]["date"].lstrip("[")[:4]) for one in told)


def test_relations_are_70_years_old_in_2020_on_the_day_they_began(record: Book) -> None:
    (one,) = (
        one for one in anniversaries_in(record.facts, 2020) if one.fact.id == "1950-diplomatic-ties"
    )
    assert (one.years, one.date) == (70, "2020-01-31")


def test_today_finds_what_was_going_on_and_else_the_next_day_on_which_something_was(
    run: Run,
) -> None:
    during = run("today", "--date", "05-01", "--json")
    assert [one["id"] for one in json.loads(during.out)] == [
        "2001-le-van-vi-in-the-dprk",
        "2001-talks-in-pyongyang",
    ]
    nothing = run("today", "--date", "3/5", "--json")
    assert (nothing.status, json.loads(nothing.out)) == (1, [])
    assert nothing.err == "nothing on 3 May; next: 30 Apr\n"
    shown = run("today", "3/5", "--format", "table")
    assert (shown.status, "30 Apr" in shown.out) == (0, True)


def test_a_leap_day_that_was_moved_says_the_rule_in_both_languages(
    run: Run, tmp_path: Path
) -> None:
    store = tmp_path / "leap.toml"
    small = SMALL.read_text("utf-8").replace(
        "1961-friendship-agreement", "1964-friendship-agreement"
    )
    store.write_text(small.replace('date      = "1961"', 'date      = "1964-02-29"'), "utf-8")
    common = run("anniversaries", "2029", "--format", "table", data=store)
    assert "29 February is kept on 28 February in common years." in common.out
    assert "\n28 Feb  65 " in common.out
    assert (
        "ngày 29/2 được tính vào 28/2"
        in run("anniversaries", "2029", "--format", "table", "--lang", "vi", data=store).out
    )
    leap = run("anniversaries", "2024", "--format", "table", data=store)
    assert "\n29 Feb  60 " in leap.out
    assert "is kept on" not in leap.out


@pytest.mark.parametrize(
    ("line", "month"),
    [
        ("tháng 12 này có ngày kỷ niệm nào", "12"),
        ("anniversaries in December", "12"),
        ("what anniversaries fall in March", "03"),
        ("kỷ niệm tháng 1", "01"),
    ],
)
def test_a_month_without_a_year_is_the_coming_one(run: Run, line: str, month: str) -> None:
    told = run(*line.split(), data=STORE).err
    assert re.search(f"^(read as|hiểu là): anniversaries [0-9]{{4}}-{month}\n", told)
