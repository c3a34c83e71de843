"""The guide to machine output describes what there is: every column, every key, every ending."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import SMALL, STORE, Run
from vnkp.output.fact_rows import FACT_COLUMNS, VISIT_COLUMNS
from vnkp.output.formats import FORMATS

GUIDE = (Path(__file__).parents[2] / "docs" / "machine-output.md").read_text("utf-8")
BROKEN = SMALL.parent.parent / "broken" / "refused" / "date-empty.toml"


def columns_of(run: Run, *words: str, data: Path = SMALL) -> list[str]:
    out = run(*words, "--format", "csv", data=data).out
    return next(csv.reader(out.splitlines()))


@pytest.mark.parametrize(
    ("words", "row"),
    [
        (("list",), "`list`, `year`"),
        (("year", "2001"), "`list`, `year`"),
        (("search", "rice"), "`list`, `year`"),
        (("trade",), "`list`, `year`"),
        (("timeline",), "`list`, `year`"),
        (("today", "--date", "05-02"), "`list`, `year`"),
        (("latest",), "`list`, `year`"),
        (("show", "2001-le"), "`list`, `year`"),
        (("disputes",), "`disputes`"),
        (("aid",), "`aid`"),
        (("aid", "--explain"), "`aid --explain`"),
        (("brief",), "`brief`"),
        (("people",), "`people`"),
        (("people", "premier"), "`people`"),
        (("sources",), "`sources`"),
        (("cite", "2001-le"), "`cite`"),
        (("check", str(STORE)), "`check`, of a store in order"),
        (("check", str(STORE), "--report"), "`check --report`"),
        (("check",), "`check`, else"),
        (("check", str(BROKEN)), "`check`, else"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else value,
)
def test_every_column_of_every_command_is_described(
    run: Run, words: tuple[str, ...], row: str
) -> None:
    tables = re.search(r"^\| command \| columns \|\n\| --- .*\n((?:\| .*\n)+)", GUIDE, re.MULTILINE)
    assert tables
    lines = [line.strip("| ").partition(" | ") for line in tables[1].splitlines()]
    (told,) = [columns for name, _, columns in lines if name.startswith(row)][:1]
    named = re.findall(r"[a-z_]+", re.sub(r"\([^)]*\)", "", told))
    assert named == columns_of(run, *words)


def test_visits_and_anniversaries_go_on_from_the_columns_of_a_fact(run: Run) -> None:
    assert columns_of(run, "visits") == [*FACT_COLUMNS, *VISIT_COLUMNS]
    assert "| `visits` | the same, then visitors, offices" in GUIDE
    columns = ["fact_date" if column == "date" else column for column in FACT_COLUMNS]
    assert columns_of(run, "anniversaries", "2021") == ["years", "date", *columns]


def test_counts_have_their_groups_and_three_numbers(run: Run) -> None:
    numbers = ["facts", "spans", "possible"]
    assert columns_of(run, "list", "--by", "kind,decade") == ["kind", "decade", *numbers]
    assert "| `--by` of a list | the one or two groups, then facts, spans, possible |" in GUIDE
    counts = json.loads(run("list", "--by", "decade,kind", "--json").out)
    (example,) = re.findall(r"^```json\n(.*)\n```$", GUIDE, re.MULTILINE)
    assert list(counts[0]) == list(json.loads(example)[0]) == ["decade", "kind", *numbers]


def keys_of(value: object) -> set[str]:
    """All keys within *value*."""
    if isinstance(value, dict):
        return set(value).union(*map(keys_of, value.values()))
    return set().union(*map(keys_of, value)) if isinstance(value, list) else set()


@pytest.mark.parametrize(
    "words",
    [("list",), ("list", "--in", "2001", "--with", "{own}"), ("aid", "--by", "year"), ("brief",)],
    ids=" ".join,
)
def test_every_key_of_facts_and_totals_is_described(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    own = tmp_path / "own.toml"
    own.write_text("schema = 1\n", "utf-8")
    answer = json.loads(run(*(word.format(own=own) for word in words), "--json").out)
    named = set(re.findall(r'"(\w+)"|`(\w+)`', GUIDE))
    assert keys_of(answer) <= {name for pair in named for name in pair}


def test_an_entry_within_a_fact_has_the_keys_that_are_described(run: Run) -> None:
    told = {
        name: re.findall(r'"(\w+)"', keys)
        for name, keys in re.findall(
            r"^- [^`\n]*`(\w+)` (?:is|are) [^`\n]*`\{(.*?)\}`", GUIDE, re.M
        )
    }
    assert set(told) == {"people", "places", "variants"}
    facts = json.loads(run("list", "--json").out)
    for name, keys in told.items():
        entries = [entry for fact in facts for entry in fact[name]]
        assert entries
        assert {tuple(entry) for entry in entries} == {tuple(keys)}
    offices = [
        office for fact in facts for person in fact["people"] for office in person["offices"]
    ]
    (keys,) = re.findall(r"all offices held then as `\{(.*?)\}`", GUIDE)
    assert {tuple(office) for office in offices} == {tuple(re.findall(r'"(\w+)"', keys))}


@pytest.mark.parametrize("words", [("anniversaries", "2021"), ("people",), ("sources",)])
def test_the_keys_of_the_other_answers_are_described(run: Run, words: tuple[str, ...]) -> None:
    (line,) = re.findall(rf"^\| `{words[0]}` \| `\[\{{(.*)\}}\]`", GUIDE, re.MULTILINE)
    told = re.findall(r'"(\w+)"', line)
    assert list(json.loads(run(*words, "--json").out)[0]) == told


def test_what_check_tells_as_json_is_described(run: Run) -> None:
    (line,) = [line for line in GUIDE.splitlines() if line.startswith("| `check` |")]
    in_order, problems = (re.findall(r'"(\w+)"', part) for part in line.split("else"))
    assert list(json.loads(run("check", "--json").out)) == in_order
    assert list(json.loads(run("check", str(BROKEN), "--json").out)[0]) == problems


def test_the_tables_of_the_database_are_described(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    run("list", "-o", str(path))
    table = re.search(r"^\| table \| columns \|\n\| --- .*\n((?:\| .*\n)+)", GUIDE, re.MULTILINE)
    assert table
    told = {
        name: re.findall(r"[a-z_]+", re.sub(r"\([^)]*\)", "", line.rpartition(" | ")[2]))
        for line in table[1].splitlines()
        for name in re.findall(r"`([a-z_]+)`(?=[,` (|])", line.partition(" | ")[0] + " ")
    }
    with closing(sqlite3.connect(path)) as database:
        names = database.execute(
            "select name from sqlite_schema where type in ('table', 'view')"
            " and name not like 'facts_fts_%'"
        )
        for (name,) in names.fetchall():
            columns = [row[1] for row in database.execute(f"pragma table_info({name})")]
            assert told[name] == columns, name


def test_every_ending_and_style_is_described() -> None:
    for known in FORMATS.values():
        assert not known.ending or f"`.{known.ending}`" in GUIDE
    for style in ("text", "biblatex", "bibtex", "csl-json"):
        assert f"`{style}`" in GUIDE
