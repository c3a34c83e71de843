"""Anniversaries as a calendar file, read back with the icalendar package; and on this day."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SMALL, STORE, Run
from vnkp.model.facts import Book
from vnkp.query.anniversaries import anniversaries_in

icalendar = pytest.importorskip("icalendar")

VISIT = "2001-le-van-vi-in-the-dprk"
AGREEMENT = "1961-friendship-agreement"
LEAP = """
[[fact]]
id        = "1964-leap-day"
kind      = "culture"
date      = "1964-02-29"
between   = true
en        = "Dancers meet; they sing, and bow"
vi        = "Các nghệ sĩ múa gặp nhau"
milestone = true
cite      = [{ source = "archive-1962" }]

[[fact]]
id        = "1981-last-day"
kind      = "culture"
date      = "1981-12-31"
between   = true
en        = "Dancers part"
vi        = "Các nghệ sĩ múa chia tay"
milestone = true
cite      = [{ source = "archive-1962" }]

[[fact]]
id        = "1971-month-only"
kind      = "culture"
date      = "1971-07~"
between   = true
en        = "A choir sings in July"
vi        = "Một dàn hợp xướng hát vào tháng Bảy"
milestone = true
cite      = [{ source = "archive-1962" }]
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small store with a leap day, a last day of the year and a month without a day."""
    file = tmp_path_factory.mktemp("store") / "store.toml"
    file.write_text(SMALL.read_text("utf-8") + LEAP, "utf-8")
    return file


def events(text: str) -> dict[str, Any]:
    """The events of a calendar by the id of their fact."""
    calendar = icalendar.Calendar.from_ical(text)
    assert not [found for found in calendar.walk() if getattr(found, "errors", None)]
    found = {str(event["uid"]).rpartition("-")[0]: event for event in calendar.walk("VEVENT")}
    assert len(found) == len(calendar.walk("VEVENT"))
    return found


def test_every_anniversary_is_one_event_that_lasts_all_day(run: Run, store: Path) -> None:
    told = json.loads(run("anniversaries", "2021", "--every", "1", "--json", data=store).out)
    found = events(run("anniversaries", "2021", "--every", "1", "--format", "ics", data=store).out)
    assert list(found) == [one["fact"]["id"] for one in told]
    for event in found.values():
        start = event.decoded("dtstart")
        assert type(start) is dt.date
        assert event.decoded("dtend") - start == dt.timedelta(days=1)
        assert event["dtstart"].params["VALUE"] == "DATE"
        assert str(event["transp"]) == "TRANSPARENT"


def test_an_event_has_the_years_in_its_title_and_its_day(run: Run) -> None:
    event = events(run("anniversaries", "2021", "--format", "ics").out)[VISIT]
    assert str(event["summary"]) == "20 years: Lê Văn Ví visits the DPRK"
    assert event.decoded("dtstart") == dt.date(2021, 4, 30)
    assert str(event["description"]).splitlines() == [
        "30 April – 2 May 2001",
        "Lê Văn Ví, President of Vietnam",
        "Đặng Thị Mẫu, Minister of Tests of Vietnam",
        "Kim Mun, Premier of the DPRK",
        "Báo Thử, “Chuyến thăm & món quà 100%”, 3 May 2001, in Vietnamese. https://example.org/a_b?c=1",
    ]
    assert event["categories"].cats == ["visit"]


def test_in_vietnamese(run: Run) -> None:
    text = run("anniversaries", "2021", "--format", "ics", "--lang", "vi").out
    found = events(text)
    assert str(found[VISIT]["summary"]) == "20 năm: Chủ tịch nước Lê Văn Ví thăm CHDCND Triều Tiên"
    assert not found[VISIT]["summary"].params
    assert str(found[VISIT]["description"]).startswith(
        "từ 30/4 đến 2/5/2001\nLê Văn Ví, Chủ tịch nước\n"
    )
    assert str(found[VISIT]["description"]).splitlines()[-1].startswith("Báo Thử, ")
    assert (
        str(found[AGREEMENT]["summary"])
        == "60 năm: Hai bên ký một thỏa thuận (trong năm 2021; chưa rõ ngày)"
    )


@pytest.mark.parametrize(
    ("id_", "day", "said"),
    [
        (
            AGREEMENT,
            dt.date(2021, 1, 1),
            "60 years: The two sides sign an agreement (in 2021; the day is not known)",
        ),
        (
            "1971-month-only",
            dt.date(2021, 7, 1),
            "50 years: A choir sings in July (in about July 2021; the day is not known)",
        ),
    ],
)
def test_a_coarse_date_stands_on_its_first_day_and_says_so(
    run: Run, store: Path, id_: str, day: dt.date, said: str
) -> None:
    event = events(run("anniversaries", "2021", "--format", "ics", data=store).out)[id_]
    assert event.decoded("dtstart") == day
    assert str(event["summary"]) == said


@pytest.mark.parametrize(
    ("year", "day"), [(2024, dt.date(2024, 2, 29)), (2029, dt.date(2029, 2, 28))]
)
def test_the_rule_for_29_february_is_told_where_it_is_used(
    run: Run, store: Path, year: int, day: dt.date
) -> None:
    event = events(run("anniversaries", str(year), "--format", "ics", data=store).out)[
        "1964-leap-day"
    ]
    assert event.decoded("dtstart") == day
    assert ("29 February is kept on 28 February" in str(event["description"])) == (day.day == 28)


def test_the_last_day_of_the_calendar_has_no_day_after(run: Run, store: Path) -> None:
    ran = run("anniversaries", "9999", "--every", "1", "--format", "ics", data=store)
    event = events(ran.out)["1981-last-day"]
    assert (ran.status, event.decoded("dtstart")) == (0, dt.date(9999, 12, 31))
    assert "dtend" not in event


def test_the_same_anniversaries_make_the_same_bytes_on_any_day(run: Run) -> None:
    first = run("anniversaries", "2021", "--every", "1", "--format", "ics").out
    assert run("anniversaries", "2021", "--every", "1", "--format", "ics").out == first


def test_an_event_keeps_its_uid_while_its_fact_is_edited(run: Run, tmp_path: Path) -> None:
    edited = tmp_path / "edited.toml"
    edited.write_text(
        SMALL.read_text("utf-8").replace("Lê Văn Ví visits the DPRK", "Lê Văn Ví goes there"),
        "utf-8",
    )
    before, after = (
        events(run("anniversaries", "2021", "--format", "ics", data=data).out)
        for data in (SMALL, edited)
    )
    assert [str(event["uid"]) for event in before.values()] == [
        str(event["uid"]) for event in after.values()
    ]
    assert str(before[VISIT]["summary"]) != str(after[VISIT]["summary"])
    later = events(run("anniversaries", "2026", "--format", "ics").out)
    assert str(later[VISIT]["uid"]) == f"{VISIT}-2026@vnkp"


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_lines_are_folded_between_letters_and_end_as_the_standard_says(run: Run, lang: str) -> None:
    text = run(
        "anniversaries",
        "2022",
        "--every",
        "1",
        "--all",
        "--format",
        "ics",
        "--lang",
        lang,
        data=STORE,
    ).out
    data = text.encode()
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert [line.decode() for line in lines if line.startswith(b" ")]
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-1] == b"END:VCALENDAR"


def test_every_anniversary_of_the_record_reads_back(run: Run, record: Book) -> None:
    due_then = anniversaries_in(record.facts, 2022, every=1, include_all=True)
    words = ("anniversaries", "2022", "--every", "1", "--all", "--format", "ics", "--lang", "vi")
    found = events(run(*words, data=STORE).out)
    assert len(due_then) > 200
    for one in due_then:
        assert found[one.fact.id].decoded("dtstart") == one.first
        assert str(found[one.fact.id]["summary"]).startswith(f"{one.years} năm: {one.fact.vi}")


def test_a_file_called_ics_is_a_calendar(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "2021.ics"
    ran = run("anniversaries", "2021", "-o", str(file))
    assert (ran.status, ran.out) == (0, "")
    assert file.read_bytes().decode() == run("anniversaries", "2021", "--format", "ics").out


def test_what_has_no_days_has_no_calendar(run: Run) -> None:
    for words in (("people",), ("sources",), ("aid",)):
        ran = run(*words, "--format", "ics")
        assert (ran.status, ran.out) == (2, "")
        assert ran.err == 'vnkp: no format "ics"; did you mean "csv"?\n'


def test_without_the_package_one_line_says_what_to_install(tmp_path: Path) -> None:
    program = "import sys; sys.modules['icalendar'] = None; from vnkp.cli.app import main; main()"
    for words in (["--format", "ics"], ["-o", "file.ics"]):
        done = subprocess.run(
            [sys.executable, "-c", program, "anniversaries", "2021", "--data", str(SMALL), *words],
            capture_output=True, cwd=tmp_path, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 2
        assert done.stdout == b""
        assert done.stderr.decode() == (
            'vnkp: the package icalendar is missing; install it with: pip install "icalendar>=6" (vnkp[ics] brings it along)\n'
        )
    assert not list(tmp_path.iterdir())


def test_icalendar_is_imported_for_a_calendar_alone(tmp_path: Path) -> None:
    program = "import sys; sys.modules['icalendar'] = None; from vnkp.cli.app import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, "anniversaries", "2021", "--data", str(SMALL), "--json"],
        capture_output=True, cwd=tmp_path, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0


# In which order, how many


def test_another_order_and_a_limit_hold_for_anniversaries_too(run: Run) -> None:
    def ids(*words: str) -> list[str]:
        return [
            one["fact"]["id"]
            for one in json.loads(
                run("anniversaries", "2021", "--every", "1", *words, "--json").out
            )
        ]

    assert ids() == [AGREEMENT, VISIT]
    assert ids("--sort", "title") == [VISIT, AGREEMENT]
    assert ids("--sort", "-date") == [VISIT, AGREEMENT]
    assert ids("--limit", "1") == [AGREEMENT]
    assert ids("--all", "--kind", "aid") == ["1999-rice-for-tests", "2001-rice-by-train"]


# On this day


def test_today_finds_what_happened_or_was_going_on_and_a_limit_counts_those_alone(run: Run) -> None:
    def ids(*words: str) -> list[str]:
        return [one["id"] for one in json.loads(run("today", *words, "--json").out)]

    assert ids("--date", "05-02") == [VISIT, "2001-rice-by-train"]
    assert ids("--date", "2/5") == [VISIT, "2001-rice-by-train"]
    assert ids("--date", "05-02", "--limit", "1") == [VISIT]
    assert ids("--date", "05-02", "--kind", "aid", "--limit", "1") == ["2001-rice-by-train"]


def test_nothing_today_names_the_next_day_and_is_told_apart_from_something(run: Run) -> None:
    for form in ("tsv", "json"):
        ran = run("today", "--date", "05-03", "--format", form)
        assert ran.status == 1
        assert ran.err == "nothing on 3 May; next: 30 Apr\n"
        assert len(ran.out.splitlines()) == 1
        assert form == "tsv" or ran.out == "[]\n"
    shown = run("today", "--date", "05-03", "--format", "table", "--lang", "vi")
    assert shown.status == 0
    assert "Chủ tịch nước Lê Văn Ví thăm CHDCND Triều Tiên" in shown.out
    assert "30/4" in shown.out


@pytest.mark.parametrize(
    ("date", "message"),
    [
        ("02-30", '"02-30" has no such day; month 02 has 29 days'),
        ("13-01", '"13-01" has no such month; months run from 01 to 12'),
        ("tomorrow", '"tomorrow" is no day of the year; write it as MM-DD, as 01-31'),
    ],
)
def test_an_impossible_day_is_one_line(run: Run, date: str, message: str) -> None:
    ran = run("today", "--date", date)
    assert (ran.status, ran.out, ran.err) == (2, "", f"vnkp: {message}\n")
