"""The store: where it is found, and that what is read is what is written."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import tomli

import vnkp
from tests.conftest import SMALL, STORE
from vnkp.model import edtf
from vnkp.store import loader, parser
from vnkp.store.positions import Lines

SOURCE = '[source.paper]\ntitle = "A"\npublisher = "B"\nlang = "en"\nkind = "press"\n'
AID = """\
schema = 1
[unit.t]
en = "tonnes"
vi = "tấn"
[item.rice]
en = "rice"
vi = "gạo"
{source}
[[fact]]
id = "2000-rice"
kind = "aid"
date = "2000"
from = "VN"
to = "KP"
en = "{title}"
vi = "Gạo"
figure = {{ value = {value}, unit = "t", of = "rice" }}
cite = [{{ source = "paper" }}]
"""


def aid(value: str = "1", title: str = "Rice") -> bytes:
    """A store of one fact."""
    return AID.format(source=SOURCE, value=value, title=title).encode()


# Where the store is found


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """The package as if it were installed, with a repository around it: ``src/vnkp``,
    ``data`` and all."""
    package = tmp_path / "src" / "vnkp"
    shutil.copytree(
        Path(vnkp.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__", "data")
    )
    for place, title in ((package / "data", "packaged"), (tmp_path / "data", "repository")):
        place.mkdir()
        (place / "facts.toml").write_bytes(aid(title=title))
    for title in ("named", "environment"):
        (tmp_path / f"{title}.toml").write_bytes(aid(title=title))
    return tmp_path


def found(root: Path, *words: str, **env: str) -> str:
    """The title of the one fact in the store that ``vnkp list`` reads, run from the
    package under *root*."""
    around = {
        **os.environ,
        **env,
        "PYTHONPATH": str(root / "src"),
        "XDG_CACHE_HOME": str(root / "cache"),
    }
    command = [sys.executable, "-m", "vnkp", "list", "--json", *words]
    done = subprocess.run(
        command,
        capture_output=True,
        encoding="utf-8",
        env=around,
        cwd=root,
        timeout=60,
        check=False,
    )
    titles = re.findall(r'"title":\{"en":"(\w+)"', done.stdout)
    return titles[0] if titles else done.stderr


def test_the_store_is_looked_for_as_data_says_then_the_environment_then_in_the_package_then_in_the_repository(
    installed: Path,
) -> None:
    named, environment = str(installed / "named.toml"), str(installed / "environment.toml")

    assert found(installed, "--data", named, VNKP_DATA=environment) == "named"
    assert found(installed, VNKP_DATA=environment) == "environment"
    assert found(installed, VNKP_DATA="") == "packaged"
    shutil.rmtree(installed / "src" / "vnkp" / "data")
    assert found(installed) == "repository"
    shutil.rmtree(installed / "data")
    assert re.search(
        r"facts\.toml: no such file or directory; name a file that can be read", found(installed)
    )


def test_a_store_that_is_named_and_not_there_is_not_silently_another(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(vnkp.FileError):
        vnkp.load(tmp_path / "missing.toml")
    monkeypatch.setenv("VNKP_DATA", str(tmp_path / "missing.toml"))
    with pytest.raises(vnkp.FileError):
        vnkp.load()


def test_in_a_clone_the_store_of_the_repository_is_read() -> None:
    assert loader.find() == STORE.resolve()
    assert vnkp.load(cached=False) == vnkp.load(STORE, cached=False)


# What is read is what is written


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("22_700", 22700),
        ("0.1", Decimal("0.1")),
        ("12.30", Decimal("12.30")),
        ("5e2", Decimal("5e2")),
        ("1234567890123.123456789", Decimal("1234567890123.123456789")),
        ("10_000_000_000_000_000", 10**16),
        ("0x10", 16),
    ],
)
def test_an_amount_is_kept_exactly_as_it_is_written(written: str, read: int | Decimal) -> None:
    figure = parser.read(aid(value=written), "facts.toml").facts[0].figure

    assert figure is not None
    assert (type(figure.value), str(figure.value)) == (type(read), str(read))


def test_dates_are_read_with_their_first_and_last_day(book: vnkp.Book) -> None:
    dates = {fact.id: fact.date for fact in book.facts}

    assert dates["2001-le-van-vi-in-the-dprk"] == edtf.EdtfDate(
        "2001-04-30/2001-05-02", dt.date(2001, 4, 30), dt.date(2001, 5, 2)
    )
    assert dates["1960-students-in-pyongyang"] == edtf.EdtfDate(
        "196X", dt.date(1960, 1, 1), dt.date(1969, 12, 31)
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: unicodedata.normalize("NFD", data.decode()).encode(),
        lambda data: (
            b"\xef\xbb\xbf"
            + unicodedata.normalize("NFD", data.decode()).replace("\n", "\r\n").encode()
        ),
        lambda data: data.rstrip(b"\n"),
    ],
    ids=[
        "windows-line-ends",
        "byte-order-mark",
        "letters-in-pieces",
        "all-three",
        "no-last-line-end",
    ],
)
@pytest.mark.parametrize("path", [SMALL, STORE], ids=lambda path: path.stem)
def test_how_the_file_was_saved_makes_no_difference(path: Path, change: Any) -> None:
    data = path.read_bytes()

    assert change(data) != data
    assert parser.read(change(data), path.name) == parser.read(data, path.name)


def test_names_in_a_store_of_letters_in_pieces_are_found_in_either_spelling() -> None:
    title = unicodedata.normalize("NFD", "Gạo của Việt Nam")
    fact = parser.read(aid(title=title), "facts.toml").facts[0]

    assert fact.en == "Gạo của Việt Nam"
    assert unicodedata.is_normalized("NFC", fact.en)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"Rice\tby\nship", "Rice by ship"),
        (r"Rice \u001b[31mby ship", "Rice \ufffd[31mby ship"),
        (r"Rice\u200b by\u202e ship\ufeff", "Rice by ship"),
        (r"Ga\u0323o", "Gạo"),
        (r"Ri\\nce \"by\" ship", 'Ri\\nce "by" ship'),
        ("Rice\tby ship", "Rice by ship"),
        ("Rice \u2066by\u2069 ship", "Rice by ship"),
        ("5\u00a0000 bags", "5\u00a0000 bags"),
        ("Rice  by ship", "Rice  by ship"),
    ],
)
def test_what_steers_a_terminal_or_cannot_be_seen_is_taken_out_and_nothing_else(
    written: str, read: str
) -> None:
    assert parser.read(aid(title=written), "facts.toml").facts[0].en == read


def test_a_text_of_several_lines_becomes_one_line() -> None:
    data = aid(title="").replace(b'en = ""\nvi', b'en = """\n  Rice\n  by ship\n"""\nvi')

    assert parser.read(data, "facts.toml").facts[0].en == "Rice by ship"


def test_every_invisible_character_is_noticed_wherever_it_stands() -> None:
    from vnkp.store import cleaning

    for number in (
        *range(0x300),
        *range(0x600, 0x700),
        *range(0x2000, 0x2070),
        0xFEFF,
        0xFFF9,
        0xE000,
        0xE0001,
        0xF0000,
        0x1D173,
    ):
        char = chr(number)
        if unicodedata.category(char) in ("Cc", "Cf", "Co", "Zl", "Zp") and char not in "\t\n\r":
            assert cleaning.may_need_cleaning(f"Rice{char} by ship".encode())
            assert cleaning.clean_text(f"Rice{char} by ship") != f"Rice{char} by ship"


def test_an_amount_beyond_what_python_counts_in_is_refused() -> None:
    with pytest.raises(vnkp.StoreError, match="an enormous number"):
        parser.read(aid().replace(b'"2000-rice"', b"0x" + b"f" * 5000), "facts.toml")
    with pytest.raises(vnkp.StoreError, match="which nothing is"):
        parser.read(aid(value="0x" + "f" * 5000), "facts.toml")


# The real store


def test_the_record_is_toml_1_0_and_another_parser_reads_the_same() -> None:
    tomllib = pytest.importorskip("tomllib", reason="Python has one from 3.11 on")
    text = STORE.read_text(encoding="utf-8")

    assert tomllib.loads(text, parse_float=Decimal) == tomli.loads(text, parse_float=Decimal)


def test_every_fact_has_a_source_and_so_has_every_other_reading(record: vnkp.Book) -> None:
    assert record.facts
    assert [fact.id for fact in record.facts if not fact.cite] == []
    assert [fact.id for fact in record.facts for variant in fact.variants if not variant.cite] == []
    assert {
        cite.source for fact in record.facts for cite in fact.all_cites
    } <= record.sources.keys()


def example() -> dict[str, Any]:
    """The example in the head of the record, without the marks at its line starts."""
    head = STORE.read_text(encoding="utf-8").partition("\nschema = 1\n")[0]
    lines = [line[4:] for line in head.splitlines() if line.startswith("#   ")]
    return tomli.loads("\n".join(lines))


def test_the_example_at_the_head_of_the_record_is_a_store(record: vnkp.Book) -> None:
    entries = example()
    (fact,) = entries["fact"]
    raw = tomli.loads(STORE.read_text(encoding="utf-8"), parse_float=Decimal)
    for table, example_entries in entries.items():
        if table != "fact":
            raw[table].update(example_entries)
    raw["fact"] = [other for other in raw["fact"] if other["id"] != fact["id"]] + [fact]

    book, findings = parser.read_form(raw)

    assert book, findings
    assert book.facts[-1].id == fact["id"]
    assert book.facts[-1].figure
    assert book.facts[-1].variants
    assert book.facts[-1].note
    assert book.facts[-1].milestone


def test_the_example_has_every_key_that_a_fact_can_have_but_the_one_that_stands_for_from_and_to() -> (
    None
):
    keys = set(example()["fact"][0])

    assert set(vnkp.Fact.__struct_encode_fields__) - keys == {"between"}


# Where things stand


def values(raw: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    """Every value in *raw* that is neither a table nor a list, with its path."""
    if isinstance(raw, dict):
        return [pair for key, value in raw.items() for pair in values(value, (*path, key))]
    if isinstance(raw, list):
        return [pair for number, value in enumerate(raw) for pair in values(value, (*path, number))]
    return [(path, raw)]


@pytest.mark.parametrize("path", [SMALL, STORE], ids=lambda path: path.stem)
def test_the_line_of_every_value_of_a_store_is_the_one_on_which_it_stands(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines, rows = Lines(text), ["", *text.split("\n")]

    lost = []
    for place, value in values(tomli.loads(text)):
        row = rows[lines.find(place)]
        written = (
            value.replace('"', r"\"")
            if isinstance(value, str)
            else f"{value:_}"
            if type(value) is int
            else str(value).lower()
        )
        if written not in row or not (isinstance(place[-1], int) or place[-1] in row):
            lost.append((place, value))

    assert lost == []


TANGLED = '''\
schema = 1
x = [
  ["a", "b"],
  ["c"]]
y = [
 [1, 2]
 ,[{ a = [1], b.c = "#[" }]
]
"q.k" = 1
"\\u0061 b" = 2
a . b . "c" = 3 # [no]
m = """
[[fact]]
 "quoted" \\"""
x = 1""""
n = \'\'\'
[fact]\'\'\'

  [ source . "a ]b" ]  # c
en = 1.5
d = 1961-07-12 07:32:00
e = { f = { g = [ 1 ] } , h = 3 }
[[fact]]
id = "1"
cite = [
  # remark "
  { source = "x", at = "p [" },
  { source = "y" },
]
[fact.figure]
unit = "t"
[[fact.variant]]
date = "z"
note.en = "a"
'note'."vi" = "b"
[[fact.variant]]
[fact.variant.figure]
unit = 1
[[fact]]
id = "2"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("schema",), "schema = 1"),
        (("x", 1, 0), '  ["c"]]'),
        (("y", 1, 0, "b", "c"), ' ,[{ a = [1], b.c = "#[" }]'),
        (("q.k",), '"q.k" = 1'),
        (("a b",), '"\\u0061 b" = 2'),
        (("a", "b", "c"), 'a . b . "c" = 3 # [no]'),
        (("m",), 'm = """'),
        (("n",), "n = '''"),
        (("source",), '  [ source . "a ]b" ]  # c'),
        (("source", "a ]b", "en"), "en = 1.5"),
        (("source", "a ]b", "e", "h"), "e = { f = { g = [ 1 ] } , h = 3 }"),
        (("fact", 0), "[[fact]]"),
        (("fact", 0, "cite", 0, "at"), '  { source = "x", at = "p [" },'),
        (("fact", 0, "cite", 1, "source"), '  { source = "y" },'),
        (("fact", 0, "figure", "unit"), 'unit = "t"'),
        (("fact", 0, "variant", 0, "note", "en"), 'note.en = "a"'),
        (("fact", 0, "variant", 0, "note", "vi"), '\'note\'."vi" = "b"'),
        (("fact", 0, "variant", 1, "figure", "unit"), "unit = 1"),
        (("fact", 1, "id"), 'id = "2"'),
    ],
    ids=lambda path: ".".join(str(part) for part in path) if isinstance(path, tuple) else "",
)
def test_a_line_is_found_in_whatever_way_the_file_is_written(
    path: tuple[str | int, ...], line: str
) -> None:
    rows = TANGLED.split("\n")

    assert tomli.loads(TANGLED)
    assert rows[Lines(TANGLED).find(path) - 1] == line
    found = (
        rows.index(line)
        if path != ("fact", 0)
        else rows.index("[[fact]]", rows.index("[[fact]]") + 1)
    )
    assert Lines(TANGLED).find(path) == found + 1


@pytest.mark.parametrize("depth", [10, 50, 200])
def test_lines_after_deeply_nested_values_are_found(depth: int) -> None:
    text = "\n".join(
        [
            "a = " + "[" * depth + "1" + "]" * depth,
            "b = " + "{c = " * depth + "[1, 2]" + "}" * depth,
            "d = 1",
        ]
    )
    assert tomli.loads(text)
    assert [Lines(text).find((key,)) for key in "abd"] == [1, 2, 3]


def test_what_is_not_there_is_put_where_it_belongs() -> None:
    lines = Lines(TANGLED)

    assert lines.find(("fact", 1, "kind")) == lines.find(("fact", 1))
    assert lines.find(("fact", 0, "cite", 1, "at")) == lines.find(("fact", 0, "cite", 1))
    assert lines.find(("person",)) == 0
