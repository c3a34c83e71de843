"""The brief: one page, every line of which another command answers too."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from tests.conftest import SMALL, STORE, Run

DAY = ("--date", "2026-12-01")


def brief(run: Run, *words: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(run("brief", *DAY, *words, "--json", data=STORE).out)
    return value


def listed(run: Run, *words: str) -> list[dict[str, Any]]:
    value: list[dict[str, Any]] = json.loads(run(*words, "--json", data=STORE).out)
    return value


@pytest.mark.parametrize(
    ("part", "command"),
    [
        ("visits", ("visits",)),
        ("agreements", ("list", "--kind", "agreement", "--no-parts")),
        ("trade", ("trade",)),
        ("disputes", ("disputes",)),
    ],
)
def test_a_part_is_the_answer_of_its_command(part: str, command: tuple[str, ...], run: Run) -> None:
    facts = {fact["id"]: fact for fact in listed(run, *command)}

    part_facts = brief(run)[part]
    assert part_facts
    assert part_facts == [facts[fact["id"]] for fact in part_facts]


def test_the_totals_are_those_of_aid(run: Run) -> None:
    totals = json.loads(run("aid", "--json", data=STORE).out)["totals"]

    aid = brief(run)["aid"]["totals"]
    assert aid
    assert all(total in totals for total in aid)


def test_the_anniversaries_are_those_of_the_next_twelve_months(run: Run) -> None:
    due = [
        *listed(run, "anniversaries", "2026"),
        *listed(run, "anniversaries", "2027"),
    ]

    anniversaries = brief(run)["anniversaries"]
    assert anniversaries
    for anniversary in anniversaries:
        assert anniversary in due
        assert "2026" <= anniversary["date"] <= "2027-12-01"
        assert not "2026-01" < anniversary["date"] < "2026-12"


def test_the_newest_visits_come_first_and_the_rest_has_its_command(run: Run) -> None:
    days = [visit["earliest"] for visit in brief(run)["visits"]]

    assert days == sorted(days, reverse=True)
    more = len(listed(run, "visits")) - len(days)
    shown = run("brief", *DAY, "--format", "table", data=STORE).out
    assert f"{more} more: vnkp visits\n" in shown


def test_ambassadors_are_seen_and_never_said_to_have_left(run: Run) -> None:
    shown = run("brief", *DAY, "--format", "table", data=STORE).out

    assert "Ambassadors, with the years seen" in shown
    assert re.search(r"\d{4}–\d{4} .*, Ambassador of the DPRK to Vietnam\n", shown)
    assert "until" not in shown
    for held in brief(run)["offices"]:
        assert held["office"]["rank"] == "ambassador"
        assert held["first"] <= held["last"]


@pytest.mark.parametrize(
    ("lang", "columns", "most"), [("en", 80, 70), ("vi", 80, 78), ("vi", 120, 62)]
)
def test_it_is_one_page(
    lang: str, columns: int, most: int, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    shown = run("brief", *DAY, "--format", "table", "--lang", lang, data=STORE).out

    assert 40 <= len(shown.splitlines()) <= most


def test_about_a_person_it_tells_offices_and_only_facts_with_that_person(run: Run) -> None:
    about = brief(run, "--person", "kim yong nam")

    assert {held["id"] for held in about["offices"]} == {"kim-yong-nam"}
    assert about["relation"] == {}
    for part in ("visits", "others", "disputes"):
        for fact in about[part]:
            assert "kim-yong-nam" in {person["id"] for person in fact["people"]}


def test_about_a_time_what_is_not_certain_says_so(run: Run) -> None:
    shown = run("brief", *DAY, "--in", "2007", "--format", "table", data=STORE).out

    assert "(going on)" in shown or "(possibly then)" in shown
    assert "more: vnkp disputes --in 2007" in shown


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_every_row_of_its_markdown_has_one_footnote_and_every_note_a_row(
    lang: str, run: Run
) -> None:
    text = run("brief", *DAY, "--format", "md", "--lang", lang, data=STORE).out
    rows = [line for line in text.splitlines() if line.startswith("| ") and "---" not in line[:6]]
    tables = [row for row in rows if not re.match(r"\| (Date|What|Thời gian|Nội dung)", row)]
    notes = re.findall(r"^\[\^([^\]]+)\]:", text, re.MULTILINE)

    assert all(len(re.findall(r"\[\^", row)) == 1 for row in tables)
    assert len(notes) == len(set(notes))
    assert set(notes) == set(re.findall(r"\[\^([^\]]+)\][^:]", text))
    html = MarkdownIt("commonmark").enable("table").render(text)
    assert html.count("<table>") == html.count("<h2>")


def test_of_a_day_that_is_none_it_says_how_to_write_one(run: Run) -> None:
    refused = run("brief", "--date", "1/12/2026")

    assert refused.status == 2
    assert 'write "2026-12-01"' in refused.err


def test_without_anything_on_the_relation_it_has_no_such_heading(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "facts.toml"
    facts = SMALL.read_text(encoding="utf-8").split("[[fact]]")
    store.write_text("[[fact]]".join(facts[:3]), encoding="utf-8")

    page = run("brief", data=store).out

    assert "Agreements" in page
    assert "The relation" not in page


def test_other_facts_are_called_so_only_beside_something(run: Run) -> None:
    alone = run("brief", "football", data=STORE).out
    beside = run("brief", "--person", "kim yong nam", data=STORE).out

    assert "Facts" in alone
    assert "Also" not in alone
    assert "Also" in beside


def test_about_nothing_it_says_so(run: Run) -> None:
    nothing = run("brief", "--in", "1900")

    assert nothing.status == 1
    assert nothing.err == "nothing found in 1900\n"
