"""Tables for other programs: the columns of every command, and cells that nobody reads
otherwise."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.conftest import SMALL, STORE, Run
from vnkp.output.fact_rows import COUNTED_COLUMNS, FACT_COLUMNS, READING_COLUMNS, VISIT_COLUMNS
from vnkp.output.tabular import Table, csv_text, tsv_text

VISIT = "2001-le-van-vi-in-the-dprk"


def rows(run: Run, *words: str, data: Path = SMALL) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(run(*words, "--format", "csv", data=data).out)))


def test_the_columns_of_a_fact_are_the_fixed_ones() -> None:
    assert " ".join(FACT_COLUMNS) == (
        "id kind date earliest latest match from to between title people places value low high"
        " unit of qualifier terms stage part_of milestone disputed sources note"
    )


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize(
    ("words", "columns"),
    [
        (("list",), FACT_COLUMNS),
        (("year", "2001"), FACT_COLUMNS),
        (("search", "rice"), FACT_COLUMNS),
        (("trade",), FACT_COLUMNS),
        (("today", "--date", "05-02"), FACT_COLUMNS),
        (("show", VISIT), FACT_COLUMNS),
        (("visits",), (*FACT_COLUMNS, *VISIT_COLUMNS)),
        (("disputes",), READING_COLUMNS),
        (("aid", "--explain"), COUNTED_COLUMNS),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else value,
)
def test_every_command_has_its_columns_in_both_formats(
    run: Run, words: tuple[str, ...], columns: tuple[str, ...], lang: str
) -> None:
    for form, delimiter in (("csv", ","), ("tsv", "\t")):
        out = run(*words, "--format", form, "--lang", lang).out
        table = list(csv.reader(io.StringIO(out), delimiter=delimiter))
        assert tuple(table[0]) == columns
        assert {len(row) for row in table} == {len(columns)}


@pytest.mark.parametrize("form", ["tsv", "csv"])
@pytest.mark.parametrize(
    "words",
    [
        ("list", "--in", "1800"),
        ("visits", "--in", "1800"),
        ("disputes", "--in", "1800"),
        ("aid", "--in", "1800"),
        ("search", "zzzz"),
        ("anniversaries", "1800"),
        ("today", "--date", "05-03"),
    ],
    ids=" ".join,
)
def test_an_empty_answer_is_its_header(run: Run, words: tuple[str, ...], form: str) -> None:
    ran = run(*words, "--format", form)
    assert ran.status == 1
    assert len(ran.out.splitlines()) == 1
    assert "\t" in ran.out or "," in ran.out


def test_how_a_fact_meets_the_time_is_a_column(run: Run) -> None:
    matches = {row["id"]: row["match"] for row in rows(run, "year", "2001-05")}
    assert matches["2001-rice-by-train"] == "inside"
    assert matches["1999-rice-for-tests"] == "spans"
    assert {row["match"] for row in rows(run, "list")} == {""}


def test_a_row_tells_amounts_terms_stages_and_wholes(run: Run) -> None:
    by_id = {row["id"]: row for row in rows(run, "list")}
    rice = by_id["2001-rice-by-train"]
    told = {key: rice[key] for key in ("value", "low", "high", "unit", "of", "qualifier")}
    assert told == {
        "value": "400",
        "low": "",
        "high": "",
        "unit": "'t",  # which databases would take for true
        "of": "rice",
        "qualifier": "about",
    }
    assert (rice["terms"], rice["stage"], rice["part_of"]) == (
        "gift",
        "delivered",
        "1999-rice-for-tests",
    )
    trade = by_id["2015-exports-to-the-dprk"]
    assert (trade["terms"], trade["stage"]) == ("", "")
    visit = by_id[VISIT]
    assert (visit["milestone"], visit["disputed"], visit["between"]) == ("true", "true", "false")
    assert visit["note"] == "He came by train, with a gift of rice."
    assert visit["people"] == "Lê Văn Ví | Đặng Thị Mẫu | Kim Mun"


def test_visits_tell_who_came_in_which_office_and_whom_they_met(run: Run) -> None:
    row = rows(run, "visits")[0]
    assert row["visitors"] == "Lê Văn Ví | Đặng Thị Mẫu"
    assert row["offices"] == "President of Vietnam | Minister of Tests of Vietnam"
    assert row["met"] == "Kim Mun"
    vietnamese = rows(run, "visits", "--lang", "vi")[0]
    assert vietnamese["offices"] == "Chủ tịch nước | Bộ trưởng Bộ Thử nghiệm"
    assert vietnamese["met"] == "Kim Văn"


def test_disputes_have_a_row_for_each_reading(run: Run) -> None:
    readings = rows(run, "disputes")
    assert [(row["id"], row["reading"]) for row in readings] == [
        (VISIT, "1"),
        (VISIT, "2"),
        ("2015-exports-to-the-dprk", "1"),
        ("2015-exports-to-the-dprk", "2"),
    ]
    assert (readings[1]["date"], readings[1]["sources"]) == (
        "2001-05-01/2001-05-02",
        "ministry-2015",
    )
    assert readings[1]["note"] == "The ministry counts from the first of May."
    last = readings[3]
    assert (last["date"], last["value"], last["low"], last["high"]) == (
        "",
        "",
        "1200000",
        "1800000",
    )


def test_explained_totals_have_a_row_for_each_fact_and_add_up(run: Run) -> None:
    counted = rows(run, "aid", "--in", "2001", "--explain")
    (total,) = rows(run, "aid", "--in", "2001")
    for bound in ("low", "high"):
        amounts = [int(row[bound]) for row in counted if row["counted"] == "true"]
        assert sum(amounts) == int(total[bound])
    record = rows(run, "aid", "--in", "2001", "--explain", data=STORE)
    left_out = [row for row in record if row["counted"] == "false"]
    assert left_out
    assert all(row["why"] and not row["low"] for row in left_out)
    assert "2019-supplies-for-the-migok-farm" in {
        row["id"] for row in rows(run, "aid", "--from", "VN", "--explain", data=STORE)
    }


def test_wholes_listed_with_their_parts_come_with_a_warning(run: Run) -> None:
    warning = "wholes and their parts are listed together: do not add them up; vnkp aid does"
    for form in ("tsv", "csv"):
        assert warning in run("list", "--kind", "aid", "--format", form).err
        assert warning not in run("list", "--kind", "aid", "--no-parts", "--format", form).err
        assert warning not in run("list", "--kind", "trade", "--format", form).err
    vietnamese = run("list", "--kind", "aid", "--format", "csv", "--lang", "vi").err
    assert "vnkp aid" in vietnamese
    assert "parts" not in vietnamese
    assert warning not in run("list", "--kind", "aid", "--json").err
    trade = run("trade", "--format", "csv", data=STORE).err
    assert "do not add them up; --no-parts leaves the parts out" in trade
    assert "listed together" not in run("trade", "--no-parts", "--format", "csv", data=STORE).err


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("2008%", "'2008%"),
        (" 12,5 % ", "' 12,5 % "),
        ("TRUE", "'TRUE"),
        ("false", "'false"),
        ("t", "'t"),
        ("F", "'F"),
        ("truth", "truth"),
        ("100% rice", "100% rice"),
        ("1962~", "1962~"),
        ("tonne", "tonne"),
    ],
)
def test_percentages_and_truth_values_stay_texts(text: str, cell: str) -> None:
    written = csv_text(Table(["name"], [[text]]))
    assert list(csv.reader(io.StringIO(written, newline=""))) == [["name"], [cell]]
    assert tsv_text(Table(["name"], [[text]])) == f"name\n{cell}\n"


def test_truth_values_of_the_record_stay_truth_values() -> None:
    assert csv_text(Table(["disputed"], [[True], [False]])) == "disputed\r\ntrue\r\nfalse\r\n"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ('"Friends" of tests', '"""Friends"" of tests"'),
        ('He said "no"', 'He said "no"'),
        ("“Friends”", "“Friends”"),
        ("one | other", '"one | other"'),
        ("true", "'true"),
        ("=1 | 2", '"\'=1 | 2"'),
    ],
)
def test_a_cell_of_tsv_is_written_so_that_nobody_reads_it_otherwise(text: str, cell: str) -> None:
    assert tsv_text(Table(["a", "b"], [[text, 1]])) == f"a\tb\n{cell}\t1\n"


def test_sources_are_told_in_the_language_asked_for(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "store.toml"
    text = SMALL.read_text("utf-8").replace('publisher = "Báo Thử"', 'publisher = "bao-thu"')
    text = text.replace(
        "[source.archive-1962]",
        '[publisher.bao-thu]\nen = "Test Paper"\nvi = "Báo Thử"\n\n[source.archive-1962]',
    )
    store.write_text(text, "utf-8")
    for lang, name in (("en", "Test Paper"), ("vi", "Báo Thử")):
        row = rows(run, "sources", "paper-2001", "--lang", lang, data=store)[0]
        assert (row["publisher"], row["publisher_id"], row["via"]) == (name, "bao-thu", "")


def test_totals_in_json_lines_are_a_line_each(run: Run) -> None:
    lines = run("aid", "--by", "year", "--format", "jsonl").out.splitlines()
    totals = json.loads(run("aid", "--by", "year", "--json").out)["totals"]
    assert [json.loads(line) for line in lines] == totals
