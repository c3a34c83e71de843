"""The database: relations that hold, the same facts as JSON, words in both languages,
and Datasette."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import STORE, Run
from tests.output.programs import ask_datasette

TABLES = {
    "facts", "participants", "places", "fact_places", "people", "offices", "sources",
    "publishers", "cites", "variants", "parts", "aid_totals", "units", "items", "facts_fts",
}  # fmt: skip
PAGE = Path(__file__).parents[2] / "docs" / "machine-output.md"


def written(run: Run, path: Path, *words: str) -> sqlite3.Connection:
    assert run(*words, "-o", str(path), data=STORE).status == 0
    return sqlite3.connect(path)


@pytest.fixture
def record_database(run: Run, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(written(run, tmp_path / "record.db", "list")) as database:
        yield database


def test_it_has_the_tables_and_views(record_database: sqlite3.Connection) -> None:
    names = record_database.execute(
        "select name, type from sqlite_schema where type in ('table', 'view')"
    ).fetchall()
    assert {name for name, kind in names if kind == "view"} == {"visits", "disputes"}
    assert {name for name, kind in names if kind == "table" and "fts_" not in name} == TABLES


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("list", "--in", "2001"),
        ("visits", "--in", "1950s"),
        ("search", "rice"),
        ("disputes",),
        ("aid", "--in", "2001"),
        ("anniversaries", "2027"),
        ("show", "2001-troupes-at-the-april-spring-festival"),
    ],
    ids=" ".join,
)
def test_keys_hold_whatever_was_asked(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    with closing(written(run, tmp_path / "some.db", *words)) as database:
        assert database.execute("pragma foreign_key_check").fetchall() == []
        assert database.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert database.execute("select count(*) from facts").fetchone() != (0,)


def test_facts_are_those_of_json(run: Run, record_database: sqlite3.Connection) -> None:
    record_database.row_factory = sqlite3.Row
    facts = json.loads(run("list", "--json", data=STORE).out)
    rows = {row["id"]: row for row in record_database.execute("select * from facts")}
    assert list(rows) == [fact["id"] for fact in facts]
    for fact in facts:
        row = rows[fact["id"]]
        for key in ("kind", "date", "earliest", "latest"):
            assert row[key] == fact[key]
        for lang in ("en", "vi"):
            assert row[f"title_{lang}"] == fact["title"][lang]
            assert row[f"note_{lang}"] == (fact["note"] or {}).get(lang)
        assert (row["from_side"], row["to_side"]) == (fact["from"], fact["to"])
        assert row["mutual"] == fact["between"]
        figure: dict[str, Any] = fact["figure"] or {}
        for key in ("value", "low", "high", "unit", "qualifier", "terms", "stage"):
            assert row[key] == figure.get(key)
        assert row["item"] == figure.get("of")
        cites = record_database.execute(
            "select source_id, at from cites where fact_id = ? and reading = 1", (fact["id"],)
        )
        assert [tuple(cite) for cite in cites] == [
            (source["id"], source["at"]) for source in fact["sources"]
        ]
        people = record_database.execute(
            "select person_id, office_id from participants where fact_id = ?", (fact["id"],)
        )
        assert [tuple(person) for person in people] == [
            (person["id"], office)
            for person in fact["people"]
            for office in [office["id"] for office in person["offices"]] or [None]
        ]
        variants = record_database.execute(
            "select reading, date, value, low, high from variants where fact_id = ?",
            (fact["id"],),
        )
        assert [tuple(variant) for variant in variants] == [
            (
                number,
                variant["date"],
                *((variant["figure"] or {}).get(key) for key in ("value", "low", "high")),
            )
            for number, variant in enumerate(fact["variants"], start=2)
        ]


def test_totals_are_those_of_aid(run: Run, tmp_path: Path) -> None:
    for words in ((), ("--in", "2001"), ("--from", "KP")):
        totals = json.loads(run("aid", *words, "--json", data=STORE).out)["totals"]
        for command in ("aid", "list"):
            path = tmp_path / f"{command}{len(words)}{words[-1:]}.db"
            with closing(written(run, path, command, *words)) as database:
                rows = database.execute(
                    "select from_side, item, unit, terms, low, high, qualifier, pledged"
                    " from aid_totals"
                ).fetchall()
            keys = ("from", "of", "unit", "terms", "low", "high", "qualifier", "pledged")
            assert rows == [tuple(total[key] for key in keys) for total in totals]


def test_views_tell_visitors_and_readings(record_database: sqlite3.Connection) -> None:
    query = "select visitors, met from visits where id = '1957-ho-chi-minh-in-the-dprk'"
    assert record_database.execute(query).fetchall() == [("Hồ Chí Minh", "Kim Il Sung")]
    disputes = record_database.execute("select fact_id, reading from disputes").fetchall()
    disputed = record_database.execute("select count(*) from facts where disputed").fetchone()[0]
    variants = record_database.execute("select count(*) from variants").fetchone()[0]
    assert len(disputes) == len(set(disputes)) == disputed + variants


@pytest.mark.parametrize("words", ["rice gift", "gạo", "gao Bình Nhưỡng", "hoa binh"])
def test_words_are_found_in_both_languages(record_database: sqlite3.Connection, words: str) -> None:
    query = (
        "select id from facts join facts_fts on facts.rowid = facts_fts.rowid"
        " where facts_fts match ?"
    )
    assert record_database.execute(query, (words,)).fetchall()


def test_the_same_question_makes_the_same_bytes(run: Run, tmp_path: Path) -> None:
    for name in ("one.db", "other.db"):
        run("list", "-o", str(tmp_path / name))
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "other.db").read_bytes()


def test_a_database_can_be_piped(spawn: Run, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "vnkp", "list", "--format", "sqlite"],
        capture_output=True,
        cwd=tmp_path,
        timeout=60,
        check=True,
    )
    (tmp_path / "piped.db").write_bytes(done.stdout)
    with closing(sqlite3.connect(tmp_path / "piped.db")) as database:
        assert database.execute("pragma integrity_check").fetchall() == [("ok",)]


def test_sqlite_is_imported_for_a_database_alone() -> None:
    program = "import sys; from vnkp.cli.app import main; sys.argv = ['vnkp', 'list', '--json']"
    check = "\ntry: main()\nexcept SystemExit: pass\nassert 'sqlite3' not in sys.modules"
    subprocess.run([sys.executable, "-c", program + check], capture_output=True, check=True)


def questions() -> list[str]:
    """The queries that the guide to machine output gives."""
    blocks = re.findall(r"^```sql\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return [query for block in blocks for query in re.split(r"(?<=;)\n+", block) if query.strip()]


def test_the_queries_of_the_guide_have_answers(record_database: sqlite3.Connection) -> None:
    assert len(questions()) >= 5
    for query in questions():
        assert record_database.execute(query).fetchall(), query


def test_datasette_serves_it_as_it_is(run: Run, tmp_path: Path) -> None:
    written(run, tmp_path / "record.db", "list").close()
    facts, visits, database, page = ask_datasette(
        tmp_path / "record.db",
        "/record/facts.json?_search=gao&_shape=array&_size=max",
        "/record/visits.json?_shape=array&_size=max",
        "/record.json",
        "/record/cites?fact_id=1958-kim-il-sung-in-vietnam",
    )
    assert json.loads(facts)
    assert all("gạo" in str(fact).lower() for fact in json.loads(facts))
    assert len(json.loads(visits)) > 50
    tables = {table["name"]: table for table in json.loads(database)["tables"]}
    assert tables["facts"]["fts_table"] == "facts_fts"
    assert {key["other_table"] for key in tables["cites"]["foreign_keys"]["outgoing"]} == {
        "facts",
        "sources",
    }
    assert "mofa-en-2007" in page
