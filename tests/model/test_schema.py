"""The JSON Schema: it is in step with the model, a schema at all, and what editors make
of it is what people need."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # it comes without types
import msgspec
import pytest
import tomli

from tests.conftest import SMALL, STORE, Run
from tests.model import schema
from vnkp.model import facts
from vnkp.model.enums import Kind, Qualifier, Rank, SourceKind, Stage, Terms
from vnkp.model.facts import Book

FILE = STORE.with_name("facts.schema.json")
WRITE = os.environ.get("GOLDEN") == "write"


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    return schema.store_schema()


def test_the_schema_that_lies_beside_the_record_is_that_of_the_model(
    made: dict[str, Any],
) -> None:
    text = msgspec.json.format(msgspec.json.encode(made), indent=2).decode() + "\n"
    if WRITE:
        FILE.write_text(text, encoding="utf-8", newline="\n")

    assert text == FILE.read_text(encoding="utf-8"), (
        "write it anew: GOLDEN=write python -m pytest tests/model/test_schema.py"
    )


def test_the_command_prints_the_schema_that_lies_beside_the_record(run: Run) -> None:
    assert run("schema").out == FILE.read_text(encoding="utf-8")


def test_the_command_writes_the_schema_into_a_file(run: Run, tmp_path: Path) -> None:
    assert run("schema", "-o", str(tmp_path / "facts.schema.json")).out == ""
    assert (tmp_path / "facts.schema.json").read_bytes() == FILE.read_bytes()


def test_the_first_line_of_the_record_points_editors_to_the_schema() -> None:
    first = STORE.read_text(encoding="utf-8").partition("\n")[0]

    assert first == f"#:schema {FILE.name}"


def test_it_is_a_schema_of_draft_7(made: dict[str, Any]) -> None:
    assert made["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema.Draft7Validator.check_schema(made)


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for child in (
        node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    ):
        yield from nodes(child)


def test_nothing_stands_beside_a_reference_since_draft_7_would_not_see_it(
    made: dict[str, Any],
) -> None:
    assert [node for node in nodes(made) if "$ref" in node and len(node) > 1] == []


@pytest.mark.parametrize("store", [STORE, SMALL], ids=lambda store: store.stem)
def test_it_accepts_a_good_store(store: Path, made: dict[str, Any]) -> None:
    raw = tomli.loads(store.read_text(encoding="utf-8"))

    assert [error.message for error in jsonschema.Draft7Validator(made).iter_errors(raw)] == []


BAD = {
    "kind": ('kind   = "visit"', 'kind   = "vist"'),
    "key": ("milestone = true", "mileston = true"),
    "empty": ('title     = "Trade by year"', 'title     = ""'),
    "bare-year": ('date   = "2015"', "date   = 2015"),
    "date": ('date   = "2015"', 'date   = "15-2-2015"'),
    "side": ('[place.hanoi]\nside = "VN"', '[place.hanoi]\nside = "Vietnam"'),
    "direction": ('from   = "KP"', 'from   = "US"'),
    "id": ('id     = "2015-', 'id     = "15-'),
    "sources": ('kind    = "aid"', 'kind    = "aid"\nsources = []'),
    "figure-in-words": ("value = 1_000", 'value = "1_000"'),
    "figure-key": ("value = 1_000", "valeu = 1_000"),
    "note-in-one-language": ('note.vi   = "Ông đi tàu hỏa, mang theo một món quà là gạo."\n', ""),
    "schema-of-the-future": ("schema = 1", "schema = 2"),
}


@pytest.mark.parametrize(("good", "bad"), BAD.values(), ids=BAD)
def test_it_refuses_what_vnkp_refuses(good: str, bad: str, made: dict[str, Any]) -> None:
    text = SMALL.read_text(encoding="utf-8")
    assert good in text

    raw = json.loads(json.dumps(tomli.loads(text.replace(good, bad, 1)), default=str))

    assert not jsonschema.Draft7Validator(made).is_valid(raw)


@pytest.mark.parametrize("vocabulary", [Kind, Rank, SourceKind, Qualifier, Terms, Stage])
def test_each_word_of_a_closed_list_is_explained_where_it_may_be_written(
    vocabulary: type[Kind], made: dict[str, Any]
) -> None:
    lists = [
        node for node in nodes(made) if node.get("enum") == [word.value for word in vocabulary]
    ]

    assert lists
    for node in lists:
        assert node["description"].startswith(vocabulary.__doc__)
        assert node["x-taplo"]["docs"]["enumValues"] == [word.meaning for word in vocabulary]
        for word in vocabulary:
            assert word.meaning
            assert f"\n- `{word.value}`: {word.meaning}" in node["description"]


def structs(kind: type[msgspec.Struct]) -> set[type[msgspec.Struct]]:
    """*kind* and all that it is made of."""
    made = {kind}
    for field in msgspec.structs.fields(kind):
        named = re.findall(r"vnkp\.model\.facts\.(\w+)", str(field.type))
        made |= {struct for name in named for struct in structs(getattr(facts, name))}
    return made


@pytest.mark.parametrize("struct", sorted(structs(Book), key=str), ids=str)
def test_every_key_of_the_store_has_a_description(
    struct: type[msgspec.Struct], made: dict[str, Any]
) -> None:
    node = made if struct is Book else made["definitions"][struct.__name__]
    described = {
        key: value.get("description")
        or made["definitions"][value["$ref"].rpartition("/")[2]]["description"]
        for key, value in node["properties"].items()
    }

    assert list(described) == [field.encode_name for field in msgspec.structs.fields(struct)]
    assert [key for key, text in described.items() if not text[0].isupper()] == []


def taplo(store: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """What the editor's checker says of *store*, without asking the network."""
    program = shutil.which("taplo", path=str(Path(sys.executable).parent)) or shutil.which("taplo")
    if program is None:
        pytest.skip("taplo is not installed")
    words = [program, "--colors", "never", "check", "--schema", FILE.as_uri(), str(store)]
    around = {
        "HOME": str(home),
        "http_proxy": "http://127.0.0.1:9",
        "https_proxy": "http://127.0.0.1:9",
    }
    return subprocess.run(
        words, capture_output=True, encoding="utf-8", env=around, cwd=home, timeout=60, check=False
    )


@pytest.mark.parametrize("store", [STORE, SMALL], ids=lambda store: store.stem)
def test_an_editor_finds_nothing_to_underline_in_a_good_store(store: Path, tmp_path: Path) -> None:
    told = taplo(store, tmp_path)

    assert (told.returncode, re.findall("error.*", told.stderr)) == (0, [])


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ('kind   = "visit"', 'kind   = "vist"', '"vist" is not one of ["visit","diplomacy"'),
        ("milestone = true", "mileston = true", "'mileston' was unexpected"),
        (
            'qualifier = "about"',
            'qualifier = "roughly"',
            '"roughly" is not one of ["exact","about"',
        ),
    ],
    ids=["kind", "key", "qualifier"],
)
def test_an_editor_underlines_what_is_misspelt_on_its_line(
    good: str, bad: str, said: str, tmp_path: Path
) -> None:
    text = SMALL.read_text(encoding="utf-8").replace(good, bad, 1)
    store = tmp_path / "facts.toml"
    store.write_text(text, encoding="utf-8", newline="\n")
    line = text[: text.index(bad)].count("\n") + 1

    told = taplo(store, tmp_path)

    assert told.returncode == 1
    assert said in told.stderr
    assert re.search(rf"facts\.toml:{line}:", told.stderr)
