"""Every table of the record read by DuckDB, pandas, polars, Python's sniffer and LibreOffice."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SMALL, STORE, Run
from tests.output.programs import find_program, run_program
from vnkp.cli import app

COMMANDS = {
    "list": ("list",),
    "aid-facts": ("list", "--kind", "aid"),
    "trade-facts": ("list", "--kind", "trade"),
    "year": ("year", "1961"),
    "search": ("search", "rice"),
    "visits": ("visits", "--rank", "all"),
    "visits-in": ("visits", "--in", "1950s"),
    "aid": ("aid",),
    "aid-by-year": ("aid", "--by", "year"),
    "aid-explained": ("aid", "--explain"),
    "trade": ("trade",),
    "timeline": ("timeline",),
    "latest": ("latest",),
    "today": ("today", "--date", "11-28"),
    "brief": ("brief",),
    "anniversaries": ("anniversaries", "2027"),
    "people": ("people",),
    "people-office": ("people", "ambassador"),
    "sources": ("sources",),
    "disputes": ("disputes",),
    "cite": ("cite", "1958-kim-il-sung-in-vietnam"),
    "show": ("show", "2000-rubber-for-the-dprk"),
    "counts": ("list", "--by", "kind,decade"),
    "check": ("check",),
    "check-report": ("check", "--report"),
}
LANGUAGES = ("en", "vi")
DELIMITERS = {"csv": ",", "tsv": "\t"}
CSV_FILTER = "Text - txt - csv (StarCalc)"  # as LibreOffice calls it
# What the columns are that a program has to recognise.
DATES = ("earliest", "latest")
TRUTHS = ("between", "milestone", "disputed", "counted")
NUMBERS = ("value", "low", "high", "pledged", "facts", "reading", "years")
TEXTS = ("id", "title", "unit", "of", "note", "sources", "people", "publisher", "name")


class Written(dict[str, list[dict[str, str]]]):
    """Tables in a folder, by the name of the file: the rows that were written."""

    folder: Path


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """All tables of the record in both languages, written once for all programs."""
    written = Written()
    written.folder = tmp_path_factory.mktemp("tables")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(written.folder / "cache"))
        patch.setenv("VNKP_DATA", str(STORE))
        for (name, words), lang, ending in product(COMMANDS.items(), LANGUAGES, DELIMITERS):
            file = written.folder / f"{name}.{lang}.{ending}"
            patch.setattr(sys, "argv", ["vnkp", *words, "-o", str(file), "--lang", lang])
            with pytest.raises(SystemExit) as stop:
                app.main()
            assert not stop.value.code
            text = file.read_bytes().decode()
            reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=DELIMITERS[ending])
            written[file.name] = list(reader)
    return written


def expected(rows: list[dict[str, str]]) -> Iterator[tuple[str, str]]:
    """The columns of *rows* that have values and a type that programs have to recognise."""
    for column in rows[0]:
        if "one_source" in rows[0]:
            continue  # where the others are counts
        if any(row[column] for row in rows):
            for kind, columns in (
                ("date", DATES),
                ("truth", TRUTHS),
                ("number", NUMBERS),
                ("text", TEXTS),
            ):
                if column in columns:
                    yield column, kind


def test_the_sniffer_of_python_finds_the_delimiter(tables: Written) -> None:
    for name in tables:
        text = (tables.folder / name).read_text("utf-8")
        dialect = csv.Sniffer().sniff(text, delimiters="\t,;|")
        assert dialect.delimiter == DELIMITERS[name.rpartition(".")[2]], name


def test_duckdb_reads_every_table(tables: Written) -> None:
    duckdb = pytest.importorskip("duckdb")
    kinds = {
        "date": {"DATE"},
        "truth": {"BOOLEAN"},
        "number": {"BIGINT", "DOUBLE"},
        "text": {"VARCHAR"},
    }
    for name, rows in tables.items():
        relation = duckdb.sql(f"select * from read_csv('{tables.folder / name}')")
        types = dict(zip(relation.columns, map(str, relation.types), strict=True))
        assert list(types) == list(rows[0]), name
        assert len(relation.fetchall()) == len(rows), name
        for column, kind in expected(rows):
            assert types[column] in kinds[kind], (name, column)


def test_pandas_reads_every_table(tables: Written) -> None:
    pandas = pytest.importorskip("pandas")
    for name, rows in tables.items():
        delimiter = DELIMITERS[name.rpartition(".")[2]]
        frame = pandas.read_csv(tables.folder / name, sep=delimiter)
        assert list(frame.columns) == list(rows[0])
        assert len(frame) == len(rows), name
        for column, kind in expected(rows):
            values = frame[column].dropna()
            if kind == "number":
                assert values.dtype.kind in "if", (name, column)
            elif kind == "truth":
                assert values.dtype.kind == "b", (name, column)
            else:
                assert all(isinstance(value, str) for value in values), (name, column)
            if kind == "date":
                pandas.to_datetime(values, format="%Y-%m-%d")


def test_polars_reads_every_table(tables: Written) -> None:
    polars = pytest.importorskip("polars")
    # Some amounts beyond the first hundred rows have a decimal point.
    options = {"try_parse_dates": True, "infer_schema_length": None}
    for name, rows in tables.items():
        delimiter = DELIMITERS[name.rpartition(".")[2]]
        frame = polars.read_csv(tables.folder / name, separator=delimiter, **options)
        assert frame.columns == list(rows[0])
        assert frame.height == len(rows), name
        kinds: dict[str, tuple[Any, ...]] = {
            "date": (polars.Date,),
            "truth": (polars.Boolean,),
            "number": (polars.Int64, polars.Float64),
            "text": (polars.String,),
        }
        for column, kind in expected(rows):
            assert frame.schema[column] in kinds[kind], (name, column)


def as_read(text: str, column: str) -> str | float:
    """A cell as LibreOffice gives it back: numbers and truth values are shown otherwise."""
    if text and column in NUMBERS:
        return float(text)
    return text.lower() if column in TRUTHS else text.lstrip("'")


@pytest.mark.parametrize("ending", DELIMITERS)
def test_libreoffice_reads_every_table(tables: Written, ending: str, tmp_path: Path) -> None:
    """Read and written by LibreOffice: as many rows, and no cell becomes something else."""
    soffice = find_program("soffice")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    # Delimiter, quotation mark, UTF-8, from line 1; LibreOffice recognises what it can, and
    # writes each cell as it shows it.
    options = f"{ord(DELIMITERS[ending])},34,76,1,,0,false,true,false"
    names = sorted(name for name in tables if name.endswith(ending))
    words = (f"--infilter=CSV:{options}", "--convert-to", f"{ending}:{CSV_FILTER}:{options}")
    paths = [str(tables.folder / name) for name in names]
    run_program(soffice, profile, "--headless", *words, *paths, cwd=tmp_path)
    for name in names:
        with (tmp_path / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter=DELIMITERS[ending]))
        assert len(rows) == len(tables[name]), name
        for row, before in zip(rows, tables[name], strict=True):
            for column, text in before.items():
                assert as_read(row[column], column) == as_read(text, column), (name, column)


def test_a_pipe_of_tsv_can_be_read_without_more_words(run: Run, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    for lang in ("en", "vi"):
        for data, words in ((STORE, ("visits",)), (STORE, ("aid",)), (SMALL, ("list",))):
            ran = run(*words, "--lang", lang, data=data)
            file = tmp_path / "piped"
            file.write_text(ran.out, "utf-8")
            (count,) = duckdb.sql(f"select count(*) from read_csv('{file}')").fetchall()
            assert count == (len(ran.out.splitlines()) - 1,)
