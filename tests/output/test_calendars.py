"""Calendars that take a file twice, and once more when a fact was mended."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SMALL, STORE, Run
from tests.output.programs import find_program, run_program
from vnkp.model.facts import Book
from vnkp.version import RELEASED

icalendar = pytest.importorskip("icalendar")

VISIT = "2001-le-van-vi-in-the-dprk"
YEAR = "2031"


def events(text: str) -> dict[str, Any]:
    """The events of a calendar by their UID."""
    calendar = icalendar.Calendar.from_ical(text)
    found = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    assert len(found) == len(calendar.walk("VEVENT"))
    return found


@pytest.fixture
def stores(tmp_path: Path) -> tuple[Path, Path]:
    """A store, and the same when the visit has been found to be a day earlier, written later."""
    first, mended = tmp_path / "first.toml", tmp_path / "mended.toml"
    text = SMALL.read_text("utf-8")
    first.write_text(text, "utf-8")
    mended.write_text(text.replace('"2001-04-30/2001-05-02"', '"2001-04-29/2001-05-02"'), "utf-8")
    os.utime(first, (1_800_000_000, 1_800_000_000))
    os.utime(mended, (1_800_000_060, 1_800_000_060))
    return first, mended


def calendar(run: Run, store: Path) -> str:
    return run("anniversaries", YEAR, "--format", "ics", data=store).out


def test_no_text_has_a_language_that_readers_stumble_over(run: Run) -> None:
    for lang in ("en", "vi"):
        assert "LANGUAGE" not in run("anniversaries", YEAR, "--format", "ics", "--lang", lang).out


def test_a_mended_fact_is_the_same_event_with_a_higher_number(
    run: Run, stores: tuple[Path, Path]
) -> None:
    before, after = (events(calendar(run, store)) for store in stores)
    assert before.keys() == after.keys()
    uid = f"{VISIT}-{YEAR}@vnkp"
    assert before[uid].decoded("dtstart") == dt.date(2031, 4, 30)
    assert after[uid].decoded("dtstart") == dt.date(2031, 4, 29)
    assert int(after[uid]["sequence"]) > int(before[uid]["sequence"])
    assert after[uid].decoded("last-modified") > before[uid].decoded("last-modified")


def test_a_fact_that_got_another_id_stays_the_same_event(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "renamed.toml"
    text = SMALL.read_text("utf-8").replace(VISIT, "2001-renamed")
    text = text.replace(
        'id        = "2001-renamed"\n', f'id        = "2001-renamed"\nformer_ids = ["{VISIT}"]\n'
    )
    store.write_text(text, "utf-8")
    assert events(calendar(run, store)).keys() == events(calendar(run, SMALL)).keys()


def test_the_stamp_is_a_day_that_has_been(run: Run, record: Book) -> None:
    text = run("anniversaries", "2027", "--all", "--every", "1", "--format", "ics", data=STORE).out
    stamps = {event.decoded("dtstamp").date() for event in events(text).values()}
    assert min(stamps) >= min(dt.date.fromisoformat(RELEASED), dt.date.today())
    assert max(stamps) <= dt.date.today()


def test_an_event_tells_who_came_one_source_and_its_address(run: Run) -> None:
    event = events(calendar(run, SMALL))[f"{VISIT}-{YEAR}@vnkp"]
    assert str(event["description"]).splitlines() == [
        "30 April – 2 May 2001",
        "Lê Văn Ví, President of Vietnam",
        "Đặng Thị Mẫu, Minister of Tests of Vietnam",
        "Kim Mun, Premier of the DPRK",
        "Báo Thử, “Chuyến thăm & món quà 100%”, 3 May 2001, in Vietnamese."
        " https://example.org/a_b?c=1",
    ]
    assert str(event["url"]) == "https://example.org/a_b?c=1"


def test_an_alarm_rings_a_week_before(run: Run) -> None:
    for event in events(calendar(run, SMALL)).values():
        (alarm,) = event.walk("VALARM")
        assert alarm.decoded("trigger") == dt.timedelta(days=-7)
        assert str(alarm["action"]) == "DISPLAY"


def test_facts_are_events_on_their_own_days(run: Run) -> None:
    found = events(run("list", "--format", "ics").out)
    visit = found[f"{VISIT}@vnkp"]
    assert (visit.decoded("dtstart"), visit.decoded("dtend")) == (
        dt.date(2001, 4, 30),
        dt.date(2001, 5, 3),
    )
    assert not visit.walk("VALARM")
    coarse = found["1999-rice-for-tests@vnkp"]
    assert coarse.decoded("dtend") - coarse.decoded("dtstart") == dt.timedelta(days=1)
    assert str(coarse["summary"]) == "Vietnam gives rice over some years (1999–2003)"
    assert len(found) == 8


def test_no_fact_of_the_record_fails(run: Run, record: Book) -> None:
    assert len(events(run("list", "--format", "ics", data=STORE).out)) == len(record.facts)


# With the programs, where they are


def test_khal_takes_it_twice_and_then_the_newer_date(
    run: Run, stores: tuple[Path, Path], tmp_path: Path
) -> None:
    khal = find_program("khal")
    config = tmp_path / "khal.conf"
    config.write_text(
        f"[calendars]\n[[vnkp]]\npath = {tmp_path / 'calendar'}\n"
        "[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[sqlite]\npath = {tmp_path / 'khal.db'}\n",
        "utf-8",
    )
    (tmp_path / "calendar").mkdir()

    def listed() -> list[str]:
        words = (
            "list",
            "--format",
            "{start-date} {title}",
            "--day-format",
            "",
            "2031-01-01",
            "365d",
        )
        printed = run_program(khal, "-c", str(config), *words, cwd=tmp_path)
        return [line for line in printed.splitlines() if line]

    for store in (stores[0], stores[0], stores[1]):
        file = tmp_path / "import.ics"
        file.write_bytes(calendar(run, store).encode())
        run_program(khal, "-c", str(config), "import", "--batch", str(file), cwd=tmp_path)
    titles = listed()
    assert len(titles) == len(events(calendar(run, stores[1])))
    assert "2031-04-29 30 years: Lê Văn Ví visits the DPRK" in titles


ICAL_JS = """
const fs = require("fs");
const load = require("ical.js");
const ical = load.default || load;
const kept = new Map();
for (const name of process.argv.slice(2)) {
  const calendar = new ical.Component(ical.parse(fs.readFileSync(name, "utf8")));
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new ical.Event(component);
    const known = kept.get(event.uid);
    if (!known || event.sequence >= known.sequence) kept.set(event.uid, event);
  }
}
const told = [...kept.values()].map((event) => `${event.startDate} ${event.summary}`);
console.log(JSON.stringify(told));
"""


def test_ical_js_takes_it_twice_and_then_the_newer_date(
    run: Run, stores: tuple[Path, Path], tmp_path: Path
) -> None:
    node = find_program("node")
    (tmp_path / "merge.cjs").write_text(ICAL_JS, "utf-8")
    modules = os.environ.get("NODE_PATH", "")
    if not any((Path(folder) / "ical.js").exists() for folder in modules.split(os.pathsep)):
        pytest.skip("there is no ical.js on NODE_PATH")
    names = []
    for name, store in (("1.ics", stores[0]), ("2.ics", stores[1]), ("3.ics", stores[0])):
        (tmp_path / name).write_bytes(calendar(run, store).encode())
        names.append(name)
    printed = run_program(node, "merge.cjs", *names, cwd=tmp_path)
    assert "2031-04-29 30 years: Lê Văn Ví visits the DPRK" in printed
    assert "[object Object]" not in printed
    assert printed.count("Lê Văn Ví") == 1
