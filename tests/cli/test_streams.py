"""Closed pipes, full disks, closed streams, Ctrl-C, files that cannot be written,
letters that cannot be carried."""

from __future__ import annotations

import gc
import os
import re
import resource
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import vnkp
from tests.conftest import SMALL, STORE, Run
from tests.screens import on_terminal, pieces, strange
from vnkp.store import parser

VNKP = [sys.executable, "-m", "vnkp"]
FULL = Path("/dev/full")
HANGUL = re.compile("[가-힣]")
_LONG = 2.6  # seconds


def start(
    *words: str | bytes, env: dict[str, str] | None = None, **how: Any
) -> subprocess.CompletedProcess[bytes]:
    """Run vnkp on the small store as a process, with its streams as told."""
    around = {**os.environ, "VNKP_DATA": str(SMALL), **(env or {})}
    how = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **how}
    return subprocess.run([*VNKP, *words], env=around, timeout=60, check=False, **how)


@pytest.fixture(scope="session")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that takes this machine well over a second to read."""
    head, _, _ = SMALL.read_text(encoding="utf-8").partition("[[fact]]")
    fact = (
        '[[fact]]\nid = "2001-fact-{0}"\nkind = "economy"\ndate = "2001"\n'
        'en = "A fact of some length, as many facts are"\nvi = "Một dữ kiện khá dài, như nhiều dữ kiện khác"\n'
        'cite = [{{ source = "archive-1962", at = "page {0}" }}]\n\n'
    )
    sample = (head + "".join(fact.format(number) for number in range(2000))).encode()
    # At least so many that a busy machine makes a large file of them too.
    needed = max(int(2000 * _LONG / min(_seconds(sample) for _ in range(4))), 25_000)
    path = tmp_path_factory.mktemp("big") / "big.toml"
    path.write_text(
        head + "".join(fact.format(number) for number in range(needed)), encoding="utf-8"
    )
    return path


def _seconds(sample: bytes) -> float:
    """How long it takes to read *sample*, as `vnkp.load` does: without looking for garbage."""
    gc.disable()
    begun = time.perf_counter()
    parser.read(sample, "sample.toml")
    gc.enable()
    return time.perf_counter() - begun


# A reader that had enough


@pytest.mark.parametrize(
    "words", [("list", "--json"), ("timeline",), ("schema",), ("--help",), ("--version",)]
)
def test_a_closed_pipe_ends_quietly(words: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = start(*words, stdout=writer, env={"VNKP_DATA": str(STORE)})
    os.close(writer)
    assert done.returncode in (0, 1)
    assert done.stderr == b""


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_the_first_line_of_a_long_answer_is_enough(unbuffered: str) -> None:
    env = {**os.environ, "VNKP_DATA": str(STORE), "PYTHONUNBUFFERED": unbuffered}
    with subprocess.Popen(
        [*VNKP, "list", "--json"], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.read(2) == b"[{"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("words", [("list",), ("timeline",), ("--help",), ("--version",)])
def test_a_full_disk_is_told_in_one_line(words: tuple[str, ...]) -> None:
    with FULL.open("wb") as full:
        done = start(*words, stdout=full)
    assert done.returncode == 3
    assert (
        done.stderr == b"vnkp: standard output: no space left on device; nothing more was written\n"
    )


@pytest.mark.parametrize(
    ("words", "closed", "status", "told"),
    [
        ("list", ">&-", 3, b"vnkp: standard output: it is closed; use -o FILE\n"),
        ("list", ">&- 2>&-", 3, b""),
        ("show nothing", "2>&-", 2, b""),
        ("--nonsense", "2>&-", 2, b""),
        ("--help", ">&-", 3, b"vnkp: standard output: it is closed; use -o FILE\n"),
        ("--version", ">&-", 3, b"vnkp: standard output: it is closed; use -o FILE\n"),
        ("list -o answer.tsv", "<&- >&- 2>&-", 0, b""),
    ],
)
def test_closed_streams_are_no_reason_to_crash(
    words: str, closed: str, status: int, told: bytes, tmp_path: Path
) -> None:
    line = ["/bin/sh", "-c", f'exec "$0" -m vnkp {words} {closed}', sys.executable]
    env = {**os.environ, "VNKP_DATA": str(SMALL)}
    done = subprocess.run(line, env=env, cwd=tmp_path, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (status, b"", told)
    if "-o" in words:
        assert (tmp_path / "answer.tsv").read_text(encoding="utf-8").startswith("id\tkind\t")


# Ctrl-C

# A module for Python's start: Ctrl-C arrives at the moment when a module of that name
# is looked for.
INTERRUPT = """
import os, signal, sys

class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Finder())
"""


@pytest.mark.parametrize(
    "module",
    [
        "msgspec",
        "vnkp.store.loader",
        "typer",
        "vnkp.cli.terminal",
        "vnkp.cli.commands.facts",
        "tomli",
        "rich.text",
    ],
)
def test_ctrl_c_during_the_start_ends_quietly(module: str, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(INTERRUPT.format(name=module), encoding="utf-8")
    path = os.pathsep.join((str(tmp_path), str(Path(vnkp.__file__).parent.parent)))
    done = start("list", "--format", "table", "--no-cache", env={"PYTHONPATH": path})
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_ctrl_c_while_a_large_store_is_read_ends_quietly(big: Path) -> None:
    with subprocess.Popen(
        [*VNKP, "list", "--no-cache"],
        env={**os.environ, "VNKP_DATA": str(big)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1.2)  # on a terminal there would be a word of it by now
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")


# Files


@pytest.mark.parametrize("option", ["-o", "--svg"])
@pytest.mark.parametrize(
    "name", ["no/such/folder/x", ".", "/", "small.toml/x", "x" * 300, "new/", "folder"]
)
def test_a_place_that_cannot_be_written_is_told_in_one_line(
    option: str, name: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "small.toml").write_bytes(b"")
    done = run("list", option, name)
    assert (done.status, done.out) == (3, "")
    assert done.err.startswith(f"vnkp: {name}: ")
    assert done.err.count("\n") == 1
    assert pieces(tmp_path) == ["folder", "small.toml"]
    assert pieces(tmp_path / "folder") == []


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("option", ["-o", "--svg"])
def test_a_full_device_is_told_in_one_line(option: str, run: Run) -> None:
    done = run("list", option, str(FULL))
    assert (done.status, done.out) == (3, "")
    assert done.err == "vnkp: /dev/full: no space left on device; name a file that can be written\n"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("answer.tsv", ("list", "--no-cache", "-o")),
        ("answer.svg", ("timeline", "--no-cache", "--svg")),
        ("answer.json", ("schema", "-o")),
    ],
)
def test_when_the_disk_is_full_the_old_file_is_kept_and_nothing_is_left_beside_it(
    name: str, words: tuple[str, ...], tmp_path: Path
) -> None:
    place = tmp_path / name
    place.write_text("old", encoding="utf-8")
    done = start(
        *words, str(place), preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))
    )
    assert done.returncode == 3
    assert (
        done.stderr.decode() == f"vnkp: {place}: file too large; name a file that can be written\n"
    )
    assert place.read_text(encoding="utf-8") == "old"
    assert pieces(tmp_path) == [name]


def test_an_old_file_is_replaced_whole_and_keeps_its_mode(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "answer.json"
    place.write_text("old " * 10_000, encoding="utf-8")
    place.chmod(0o640)
    before = place.open(encoding="utf-8")
    assert run("list", "-o", str(place)).status == 0
    with before:
        assert before.read() == "old " * 10_000  # who had it open still reads what it was
    assert place.read_text(encoding="utf-8") == run("list", "--json").out
    assert stat.S_IMODE(place.stat().st_mode) == 0o640
    assert set(pieces(tmp_path)) <= {"answer.json", "cache"}


def test_a_link_stays_a_link(run: Run, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "link.tsv"
    link.symlink_to(tmp_path / "real" / "answer.tsv")
    assert run("list", "-o", str(link)).status == 0
    assert link.is_symlink()
    assert pieces(tmp_path / "real") == ["answer.tsv"]


def test_stdout_may_be_named_as_a_file(run: Run, tmp_path: Path) -> None:
    answer = run("list").out.encode()
    with (tmp_path / "answer").open("wb") as file:
        assert start("list", "-o", "/dev/stdout", stdout=file).returncode == 0
    assert (tmp_path / "answer").read_bytes() == answer
    assert start("list", "-o", "/dev/stdout").stdout == answer
    assert Path("/dev/stdout").is_symlink()


def test_an_answer_in_a_file_is_not_printed_too(run: Run, tmp_path: Path) -> None:
    done = run("list", "-o", str(tmp_path / "a.csv"), "--svg", str(tmp_path / "a.svg"))
    assert (done.status, done.out) == (0, "")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"id,kind,date")
    assert (tmp_path / "a.svg").read_text(encoding="utf-8").startswith("<svg")


# Letters

LOCALES: dict[str, dict[str, str]] = {
    "C": {"LC_ALL": "C"},
    "POSIX": {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "ascii": {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    "nonsense": {"LC_ALL": "xx_YY.nonsense"},
}


@pytest.mark.parametrize("name", LOCALES)
def test_into_a_pipe_answers_are_utf_8_whatever_the_locale(name: str, run: Run) -> None:
    asked = ("list", "--lang", "vi", "--format", "table")
    done = start(*asked, env=LOCALES[name])
    assert (done.returncode, done.stdout.decode("utf-8")) == (0, run(*asked).out)


@pytest.mark.parametrize(
    ("name", "words"),
    [("POSIX", ("people",)), ("ascii", ("show", "khong-co")), ("cp1252", ("list", "--kind", "đ"))],
)
def test_on_a_terminal_answers_and_errors_are_in_letters_that_it_can_carry(
    name: str, words: tuple[str, ...]
) -> None:
    shown = on_terminal(
        *words, "--lang", "vi", "--color", "never", env={"VNKP_DATA": str(SMALL), **LOCALES[name]}
    )
    assert shown.status == (0 if words == ("people",) else 2)
    assert "Traceback" not in shown.written
    assert shown.written.isascii() or name == "cp1252"
    assert "Dang Thi Mau" in shown.written or words != ("people",)


@pytest.mark.parametrize(
    "words", [("timeline",), ("trade",), ("aid", "--by", "year", "--explain"), ("disputes",)]
)
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_every_sign_and_rule_has_a_plain_letter_that_stands_for_it(
    words: tuple[str, ...], lang: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = (*words, "--lang", lang, "--color", "never")
    plain = on_terminal(*words, env={"VNKP_DATA": str(STORE), **LOCALES["ascii"]}).written
    monkeypatch.setenv("COLUMNS", "80")
    full = run(*words, "--format", "table", data=STORE).out
    assert plain.isascii()
    assert not full.isascii()
    assert plain.count("\n") == full.count("\n")
    assert plain.count("?") == full.count("?") + len(HANGUL.findall(full))


NOT_UTF8 = os.fsdecode(b"\xff\xfe\x80")


@pytest.mark.parametrize(
    "words",
    [
        ("search", NOT_UTF8),
        ("search", NOT_UTF8, "--format", "table"),
        ("show", NOT_UTF8),
        ("year", NOT_UTF8),
        ("list", "--person", NOT_UTF8),
        ("list", "--kind", NOT_UTF8),
        ("list", f"--{NOT_UTF8}"),
        ("list", "--data", NOT_UTF8),
        ("people", NOT_UTF8),
        ("cite", NOT_UTF8),
        ("check", NOT_UTF8),
        (NOT_UTF8,),
    ],
)
def test_arguments_that_are_not_utf_8_are_told_as_such(words: tuple[str, ...], run: Run) -> None:
    done = run(*words)
    assert done.status in (1, 2, 3)
    assert done.err.count("\n") <= 4
    assert not strange(done.err + done.out)


def test_on_a_terminal_such_an_argument_is_no_reason_to_crash() -> None:
    shown = on_terminal("search", NOT_UTF8, env={"VNKP_DATA": str(SMALL)})
    assert shown.status == 1
    assert "nothing found" in shown.written


def test_a_file_whose_name_is_not_utf_8_can_be_read_and_written(run: Run, tmp_path: Path) -> None:
    store, answer = tmp_path / f"{NOT_UTF8}.toml", tmp_path / NOT_UTF8
    store.write_bytes(SMALL.read_bytes())
    assert run("list", "--data", str(store), "-o", str(answer)).status == 0
    assert answer.read_text(encoding="utf-8").startswith("id\tkind\t")
    assert run("check", str(store)).status == 0


# A large store


def test_a_terminal_is_told_that_a_large_store_is_read(big: Path, tmp_path: Path) -> None:
    with (tmp_path / "answer").open("wb") as file:  # stderr is what counts, whatever stdout is
        env = {"VNKP_DATA": str(big)}
        shown = on_terminal(
            "list", "--limit", "1", "--no-cache", "--lang", "vi", env=env, stdout=file.fileno()
        )
    assert shown.written.startswith("đang đọc big.toml …\n")
    assert (tmp_path / "answer").read_bytes().startswith(b"id\t")


def test_a_large_store_out_of_the_cache_is_read_without_a_word(big: Path, spawn: Run) -> None:
    spawn("list", "--limit", "1", data=big)
    shown = on_terminal("list", "--limit", "1", env={"VNKP_DATA": str(big)})
    assert "reading" not in shown.written


def test_a_small_store_is_read_without_a_word_of_progress() -> None:
    shown = on_terminal("check", env={"VNKP_DATA": str(SMALL)})
    assert shown.written.startswith("small.toml: in order, 8 facts, 3 sources\n")
