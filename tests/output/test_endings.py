"""Files are what their names say; ``-`` is a stream; pipes are read as stores."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SMALL, Run

ENDINGS = ".bib, .csv, .db, .ics, .json, .jsonl, .md, .svg, .tsv"
BEGINNINGS = {
    "bib": b"@",
    "csv": b"id,",
    "db": b"SQLite format 3\0",
    "ics": b"BEGIN:VCALENDAR",
    "json": b"[",
    "jsonl": b'{"id"',
    "md": b"\n| ",
    "svg": b"<svg ",
    "tsv": b"id\t",
}


@pytest.mark.parametrize("ending", BEGINNINGS)
@pytest.mark.parametrize("words", [("list",), ("visits",), ("list", "--in", "1800")], ids=" ".join)
def test_a_file_is_what_its_name_says(
    run: Run, tmp_path: Path, words: tuple[str, ...], ending: str
) -> None:
    file = tmp_path / f"facts.{ending.upper()}"
    ran = run(*words, "-o", str(file))
    assert ran.out == ""
    content = file.read_bytes()
    if ran.status and ending in ("bib", "jsonl", "md"):
        assert not content.strip()
    else:
        assert content.startswith(BEGINNINGS[ending])


@pytest.mark.parametrize(
    "name", ["facts.xlsx", "facts.ris", "facts.png", "facts.txt", "facts.docx"]
)
def test_another_ending_is_refused_with_the_list(run: Run, tmp_path: Path, name: str) -> None:
    ran = run("list", "-o", str(tmp_path / name))
    assert (ran.status, ran.out) == (2, "")
    ending = name.partition(".")[2]
    assert f'".{ending}"' in ran.err
    assert ENDINGS in ran.err
    assert not list(tmp_path.iterdir())
    vietnamese = run("list", "-o", str(tmp_path / name), "--lang", "vi").err
    assert ENDINGS in vietnamese
    assert "write" not in vietnamese


def test_another_ending_is_taken_with_a_format(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "facts.txt"
    assert run("list", "--format", "csv", "-o", str(file)).status == 0
    assert file.read_bytes().startswith(b"id,")


@pytest.mark.parametrize(
    ("words", "ending"),
    [
        (("people",), "ics"),
        (("people",), "db"),
        (("people",), "bib"),
        (("sources",), "ics"),
        (("check",), "bib"),
        (("aid",), "ics"),
    ],
)
def test_an_ending_that_the_answer_cannot_have_is_refused(
    run: Run, tmp_path: Path, words: tuple[str, ...], ending: str
) -> None:
    ran = run(*words, "-o", str(tmp_path / f"file.{ending}"))
    assert (ran.status, ran.out) == (2, "")
    assert f".{ending}," not in ran.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["list", "schema"])
def test_no_answer_has_the_name_of_a_store(run: Run, tmp_path: Path, command: str) -> None:
    ran = run(command, "-o", str(tmp_path / "facts.toml"))
    assert ran.status in (2, 3)
    assert ran.out == ""
    assert not list(tmp_path.iterdir())


def test_a_picture_is_svg_whatever_its_name(run: Run, tmp_path: Path) -> None:
    for name in ("picture.png", "picture.html"):
        assert run("list", "--svg", str(tmp_path / name)).status == 3
    assert not list(tmp_path.iterdir())
    run("list", "--svg", str(tmp_path / "picture.svg"))
    run("list", "-o", str(tmp_path / "other.svg"))
    assert (tmp_path / "other.svg").read_bytes() == (tmp_path / "picture.svg").read_bytes()


def test_a_dash_is_standard_output(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("list", "-o", "-").out == run("list").out
    assert run("list", "--svg", "-").out.startswith("<svg ")
    assert json.loads(run("schema", "-o", "-").out)["$schema"]
    ran = run("list", "--svg", "-", "-o", "-")
    assert (ran.status, ran.out) == (2, "")
    assert not list(tmp_path.iterdir())


def test_a_dash_is_standard_input_and_pipes_are_read(tmp_path: Path) -> None:
    for words in (("list", "--json", "--data", "-"), ("check", "-", "--json")):
        done = subprocess.run(
            [sys.executable, "-m", "vnkp", *words],
            input=SMALL.read_bytes(),
            capture_output=True,
            cwd=tmp_path,
            timeout=60,
            check=True,
        )
        assert json.loads(done.stdout)
    broken = subprocess.run(
        [sys.executable, "-m", "vnkp", "check", "-"],
        input=b"schema = 1\nfact = 3\n",
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert broken.returncode == 3
    assert broken.stderr.decode().startswith("stdin:2: ")


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="there are no such files here")
def test_what_a_shell_puts_in_the_place_of_a_file_is_read(tmp_path: Path) -> None:
    script = f'"{sys.executable}" -m vnkp list --json --data <(cat "{SMALL}")'
    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, cwd=tmp_path, timeout=60, check=True
    )
    assert len(json.loads(done.stdout)) == 8


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_with_a_name_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = subprocess.Popen(["bash", "-c", f'cat "{SMALL}" > "{pipe}"'])
    done = subprocess.run(
        [sys.executable, "-m", "vnkp", "list", "--json", "--data", str(pipe)],
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert writer.wait(timeout=60) == 0
    assert len(json.loads(done.stdout)) == 8
