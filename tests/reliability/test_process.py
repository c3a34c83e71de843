"""Surroundings that are absurd: little memory, a strange clock, closed streams, no docstrings."""

from __future__ import annotations

import os
import subprocess
import sys
import zipapp
from pathlib import Path

import pytest

import vnkp
from tests.conftest import SMALL, STORE, Ran
from vnkp.briefing import make_brief
from vnkp.model import edtf

SOURCES = Path(vnkp.__file__).parent
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="a shell and limits of POSIX")


def python(*words: str, shell: str = "", env: dict[str, str] | None = None) -> Ran:
    """Run Python on *words*, in sh with what *shell* says behind, without a cache."""
    around = {**os.environ, "VNKP_DATA": str(SMALL), "VNKP_CACHE": "off", **(env or {})}
    command = (
        ["sh", "-c", f'"$@" {shell}', "sh", sys.executable, *words]
        if shell
        else [
            sys.executable,
            *words,
        ]
    )
    done = subprocess.run(command, capture_output=True, env=around, timeout=60, check=False)
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@POSIX
def test_short_memory_is_told_in_a_line(tmp_path: Path) -> None:
    import resource

    head, _, _ = SMALL.read_text(encoding="utf-8").partition("[[fact]]")
    large = tmp_path / "large.toml"
    large.write_text(head + "# x\n" * 10_000_000, encoding="utf-8")
    limit = 150 * 2**20
    done = subprocess.run(
        [sys.executable, "-m", "vnkp", "list", "--data", str(large)],
        capture_output=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
        check=False,
    )

    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.startswith(b"vnkp: ")
    assert b"too little memory" in done.stderr
    assert done.stderr.count(b"\n") == 1


# Python asks time.time for the day that it is.
AT_ANY_TIME = """
import sys, time
seconds = float(sys.argv[1])
time.time = lambda: seconds
from vnkp.cli import app
for words in ("today", "anniversaries", "brief", "latest", "list since last year", "check"):
    sys.argv = ["vnkp", *words.split()]
    try:
        app.main()
    except SystemExit as end:
        assert end.code in (None, 0, 1), words
"""


@pytest.mark.parametrize("seconds", ["-62135510400", "253402214400", "9e11", "-9e11"])
def test_the_clock_may_say_anything(seconds: str) -> None:
    answer = python("-c", AT_ANY_TIME, seconds, env={"TZ": "UTC"})

    assert answer.status == 0
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_brief_can_be_made_for_the_first_and_the_last_day(day: str, book: vnkp.Book) -> None:
    assert make_brief(book, vnkp.Query(), "", edtf.parse(day).earliest)


def test_help_and_schema_keep_their_words_without_docstrings() -> None:
    level = "-OO"  # what -O leaves out, it leaves out too
    assert python(level, "-m", "vnkp", "schema").out == python("-m", "vnkp", "schema").out
    for words in (["--help"], ["list", "--help"], ["check", "--help"], ["new", "--help"]):
        plain, bare = (python(*flag, "-m", "vnkp", *words).out for flag in ([], [level]))
        assert len(bare.splitlines()) >= len(plain.splitlines()) - 6
        assert "Example: " in bare or words == ["--help"]
    assert "the exact year" not in python(level, "-m", "vnkp", "list", "--json").err


def test_an_archive_finds_the_store_within_and_looks_at_nothing_beside_it(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    for path in SOURCES.rglob("*.py"):
        copy = tree / "vnkp" / path.relative_to(SOURCES)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    (tree / "vnkp" / "data").mkdir()
    for name in ("facts.toml", "facts.schema.json"):
        (tree / "vnkp" / "data" / name).write_bytes(STORE.with_name(name).read_bytes())
    archive = tmp_path / "a" / "b" / "vnkp.pyz"
    archive.parent.mkdir(parents=True)
    zipapp.create_archive(tree, archive, main="vnkp.__main__:main")
    # Once this was taken for the store: it lies where a source tree would have it.
    (tmp_path / "a" / "data").mkdir()
    (tmp_path / "a" / "data" / "facts.toml").write_text("schema = 1\n")
    env: dict[str, str] = {"VNKP_DATA": "", "PYTHONPATH": ""}

    listed = python(str(archive), "list", "--json", env=env)
    assert listed.status == 0
    assert listed.out.count('"id"') > 100
    assert python(str(archive), "schema", env=env).out.startswith("{")
    (tree / "vnkp" / "data" / "facts.toml").unlink()
    zipapp.create_archive(tree, archive, main="vnkp.__main__:main")
    assert python(str(archive), "list", env=env).status == 3


@pytest.mark.parametrize("path", ["a\0b", "\ud800", "", "a\0/b\ud800"])
def test_a_path_that_is_none_is_an_error_of_vnkp(path: str) -> None:
    with pytest.raises(vnkp.VnkpError) as caught:
        vnkp.load(path)
    assert str(caught.value).isprintable()


@POSIX
@pytest.mark.parametrize("words", [["--help"], ["list", "--help"], ["-h"], ["--version"]])
def test_help_into_a_closed_pipe_is_fine_and_to_nowhere_is_not(words: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "vnkp", *words], stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")

    closed = python("-m", "vnkp", *words, shell=">&-")
    assert (closed.status, closed.out) == (3, "")
    assert closed.err == "vnkp: standard output: it is closed; use -o FILE\n"


@POSIX
def test_a_line_feed_in_the_name_of_a_file_makes_no_second_line(tmp_path: Path) -> None:
    store = tmp_path / "a\nb.toml: in order"
    store.write_bytes(SMALL.read_bytes())
    bad = tmp_path / "bad\nb.toml: in order"
    bad.write_text("x")

    for words in (["check", str(store)], ["check", str(bad)], ["list", "--data", str(bad)]):
        answer = python("-m", "vnkp", *words)
        lines = (answer.out + answer.err).splitlines()
        assert not any(line.startswith("b.toml") for line in lines)
    missing = python("-m", "vnkp", "list", "--data", "no\nb.toml: in order")
    assert missing.err.count("\n") == 1
