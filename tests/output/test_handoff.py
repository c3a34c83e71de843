"""Handing on: what other engines read out of the answers; with the standard library,
and with the programs where they are."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.output.programs import ask_datasette, find_program, run_program
from tests.rendering import fact_list, render
from vnkp.model.facts import Book

KINDS = "select kind, count(*) as facts from {} group by kind order by facts desc, kind"


@pytest.fixture(scope="module")
def folder(record: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the facts of the record in files of three formats."""
    folder = tmp_path_factory.mktemp("facts")
    for name in ("jsonl", "csv", "tsv"):
        (folder / f"facts.{name}").write_bytes(render(fact_list(record), name).encode())
    return folder


@pytest.fixture(scope="module")
def facts(folder: Path) -> list[dict[str, Any]]:
    """The facts of the record as JSON has them."""
    return [json.loads(line) for line in (folder / "facts.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def database(folder: Path) -> Path:
    """The database that sqlite-utils makes of JSON Lines."""
    words = ("insert", "vnkp.db", "facts", "facts.jsonl", "--nl", "--pk", "id")
    run_program(find_program("sqlite-utils"), *words, cwd=folder)
    return folder / "vnkp.db"


def counted(facts: list[dict[str, Any]]) -> list[tuple[str, int]]:
    kinds = [fact["kind"] for fact in facts]
    return sorted(
        ((kind, kinds.count(kind)) for kind in set(kinds)), key=lambda pair: (-pair[1], pair[0])
    )


def rice(facts: list[dict[str, Any]]) -> list[tuple[str, int]]:
    return [
        (fact["id"], fact["figure"]["value"])
        for fact in facts
        if fact["figure"] and fact["figure"]["of"] == "rice"
    ]


# With the standard library


def test_csv_and_tsv_tell_the_same_as_json(facts: list[dict[str, Any]], folder: Path) -> None:
    with (folder / "facts.csv").open(encoding="utf-8", newline="") as file:
        from_csv = list(csv.DictReader(file))
    with (folder / "facts.tsv").open(encoding="utf-8", newline="") as file:
        from_tsv = list(csv.DictReader(file, delimiter="\t"))
    assert from_csv == from_tsv
    for row, fact in zip(from_tsv, facts, strict=True):
        figure = fact["figure"] or {}
        assert row["id"] == fact["id"]
        assert row["title"] == fact["title"]["en"]
        assert (float(row["value"]) if row["value"] else None) == figure.get("value")
        assert (row["earliest"], row["latest"]) == (fact["earliest"], fact["latest"] or "")
        assert row["people"].split(" | ") == (
            [person["name"]["en"] for person in fact["people"]] or [""]
        )
        assert row["sources"].split(" | ") == list(
            dict.fromkeys(source["id"] for source in fact["sources"])
        )
        assert row["disputed"] == str(fact["disputed"]).lower()


def test_json_lines_go_into_sqlite_as_they_are(facts: list[dict[str, Any]], folder: Path) -> None:
    base = sqlite3.connect(":memory:")
    base.execute("create table facts (fact text)")
    lines = (folder / "facts.jsonl").read_text("utf-8").splitlines()
    base.executemany("insert into facts values (?)", [(line,) for line in lines])
    base.execute("create view kinds as select json_extract(fact, '$.kind') as kind from facts")
    assert base.execute(KINDS.format("kinds")).fetchall() == counted(facts)
    told = [f"json_extract(fact, '$.{path}')" for path in ("id", "figure.value", "figure.of")]
    asked = f"select {told[0]}, {told[1]} from facts where {told[2]} = 'rice' order by rowid"
    assert base.execute(asked).fetchall() == rice(facts)
    base.close()


def test_rows_of_csv_can_be_added_up_in_sqlite(facts: list[dict[str, Any]], folder: Path) -> None:
    with (folder / "facts.csv").open(encoding="utf-8", newline="") as file:
        heads, *rows = csv.reader(file)
    base = sqlite3.connect(":memory:")
    columns = ", ".join(f'"{head}" numeric' for head in heads)
    base.execute(f"create table facts ({columns})")
    base.executemany(
        f"insert into facts values ({', '.join('?' * len(heads))})",
        [[cell or None for cell in row] for row in rows],
    )
    total = sum(
        figure["value"]
        for fact in facts
        if (figure := fact["figure"]) and figure["unit"] == "tonne"
    )
    assert base.execute("select sum(value) from facts where unit = 'tonne'").fetchone() == (total,)
    assert base.execute("select count(*) from facts where typeof(value) = 'text'").fetchone() == (
        0,
    )
    base.close()


# With the programs, where they are


def test_duckdb_reads_json_lines(facts: list[dict[str, Any]], folder: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    source = f"'{folder / 'facts.jsonl'}'"
    assert duckdb.sql(KINDS.format(source)).fetchall() == counted(facts)
    asked = f"select id, figure.value from {source} where figure.of = 'rice'"
    assert duckdb.sql(asked).fetchall() == rice(facts)
    (types,) = duckdb.sql(
        f"select typeof(earliest), typeof(figure.value) from {source} limit 1"
    ).fetchall()
    assert types[0] == "DATE"
    assert types[1] in ("BIGINT", "DOUBLE")


def test_duckdb_reads_csv_with_numbers_and_days(facts: list[dict[str, Any]], folder: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    source = f"'{folder / 'facts.csv'}'"
    (types,) = duckdb.sql(
        f"select typeof(earliest), typeof(disputed), typeof(value) from {source} limit 1"
    ).fetchall()
    assert types[:2] == ("DATE", "BOOLEAN")
    assert types[2] in ("BIGINT", "DOUBLE")
    assert duckdb.sql(f"select count(*) from {source}").fetchall() == [(len(facts),)]


def test_the_duckdb_program_reads_json_lines(facts: list[dict[str, Any]], folder: Path) -> None:
    words = ("-csv", "-noheader", "-c", KINDS.format("'facts.jsonl'"))
    printed = run_program(find_program("duckdb"), *words, cwd=folder)
    assert [tuple(line.split(",")) for line in printed.split()] == [
        (kind, str(count)) for kind, count in counted(facts)
    ]


def test_sqlite_utils_makes_a_database_of_json_lines(
    facts: list[dict[str, Any]], database: Path
) -> None:
    base = sqlite3.connect(database)
    assert base.execute(KINDS.format("facts")).fetchall() == counted(facts)
    asked = "select id, json_extract(figure, '$.value') from facts where json_extract(figure, '$.of') = 'rice' order by rowid"
    assert base.execute(asked).fetchall() == rice(facts)
    base.close()


def test_datasette_serves_that_database(facts: list[dict[str, Any]], database: Path) -> None:
    path = "/vnkp/facts.json?_shape=array&_size=1&_col=kind&_sort=id"
    (rows,) = ask_datasette(database, path)
    first = min(facts, key=lambda fact: str(fact["id"]))
    assert [(row["id"], row["kind"]) for row in json.loads(rows)] == [(first["id"], first["kind"])]


def test_pandas_reads_csv_with_numbers_and_days(facts: list[dict[str, Any]], folder: Path) -> None:
    pandas = pytest.importorskip("pandas")
    for name, separator in (("facts.csv", ","), ("facts.tsv", "\t")):
        frame = pandas.read_csv(folder / name, sep=separator, parse_dates=["earliest", "latest"])
        assert len(frame) == len(facts)
        assert frame["value"].dtype.kind == "f"
        assert frame["disputed"].dtype.kind == "b"
        assert frame["earliest"].dtype.kind == "M"
        total = sum(
            figure["value"]
            for fact in facts
            if (figure := fact["figure"]) and figure["unit"] == "tonne"
        )
        assert frame[frame["unit"] == "tonne"]["value"].sum() == total


def test_jq_reads_totals(run: Run, tmp_path: Path) -> None:
    (tmp_path / "aid.json").write_text(run("aid", "--in", "2001", "--json").out, "utf-8")
    words = ("-c", ".totals[] | [.of, .low, .high]", "aid.json")
    assert run_program(find_program("jq"), *words, cwd=tmp_path) == '["rice",400,1000]\n'
