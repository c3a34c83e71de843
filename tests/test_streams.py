"""Closed pipes, full disks, closed streams, Ctrl-C, files that cannot be written, letters that cannot be carried."""

from __future__ import annotations

import os
import resource
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from .conftest import SMALL, STORE, Run
from .screens import Screen, on_terminal, pieces, strange

VNKP = [sys.executable, "-m", "vnkp"]
FULL = Path("/dev/full")


def start(*words: str | bytes, env: dict[str, str] | None = None, **how: Any) -> subprocess.CompletedProcess[bytes]:
    """Run vnkp on the small store as a process, with its streams as told."""
    around = {**os.environ, "VNKP_DATA": str(SMALL), **(env or {})}
    how = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **how}
    return subprocess.run([*VNKP, *words], env=around, timeout=60, check=False, **how)


@pytest.fixture(scope="session")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that takes some seconds to read."""
    text = SMALL.read_text(encoding="utf-8")
    head, _, _ = text.partition("[[fact]]")
    fact = (
        '[[fact]]\nid = "2001-fact-{}"\nkind = "economy"\ndate = "2001"\n'
        'en = "A fact of some length, as many facts are"\nvi = "Một dữ kiện khá dài, như nhiều dữ kiện khác"\n'
        'cite = [{{ source = "archive-1962", at = "page {}" }}]\n\n'
    )
    path = tmp_path_factory.mktemp("big") / "big.toml"
    path.write_text(head + "".join(fact.format(number, number) for number in range(40_000)), encoding="utf-8")
    return path


# A reader that had enough


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("list", "--json"),
        ("timeline",),
        ("show", "1958-kim-il-sung-in-vietnam"),
        ("check",),
        ("schema",),
        ("cite", "1958-kim-il-sung-in-vietnam"),
        ("--help",),
        ("--version",),
    ],
)
def test_a_closed_pipe_ends_quietly(words: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = start(*words, stdout=writer, env={"VNKP_DATA": str(STORE)})
    os.close(writer)
    assert done.returncode in (0, 1)
    assert done.stderr.decode() in ("", "411 facts\n") or done.stderr.decode().rstrip("\n").replace(" facts", "").isdigit()


def test_the_first_line_of_a_long_answer_is_enough() -> None:
    with subprocess.Popen(
        [*VNKP, "list", "--json"], env={**os.environ, "VNKP_DATA": str(STORE)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.read(2) == b"[{"
        process.stdout.close()
        assert process.stderr.read() in (b"", b"411 facts\n") or b"Traceback" not in process.stderr.read()
        assert process.wait(60) == 0


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("words", [("list",), ("timeline",), ("show", "2001-le"), ("check",), ("schema",), ("--help",), ("--version",)])
def test_a_full_disk_is_told_in_one_line(words: tuple[str, ...]) -> None:
    with FULL.open("wb") as full:
        done = start(*words, stdout=full)
    assert done.returncode == 3
    assert done.stderr == b"vnkp: standard output: no space left on device; nothing more was written\n"


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("words", ["list", "show 2001-le", "show nothing", "--help", "--nonsense", "check", "list --kind x"])
def test_closed_streams_are_no_reason_to_crash(closed: str, words: str) -> None:
    line = f'exec "$0" -m vnkp {words} {closed}'
    done = subprocess.run(
        ["/bin/sh", "-c", line, sys.executable], env={**os.environ, "VNKP_DATA": str(SMALL)}, capture_output=True, timeout=60, check=False
    )
    assert done.returncode in (0, 1, 2, 3)
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr
    if words == "list" and ">&-" == closed:
        assert (done.returncode, done.stderr) == (3, b"vnkp: standard output: it is closed; use -o FILE\n")


def test_an_answer_reaches_its_file_when_all_streams_are_closed(tmp_path: Path) -> None:
    line = 'exec "$0" -m vnkp list -o answer.tsv <&- >&- 2>&-'
    env = {**os.environ, "VNKP_DATA": str(SMALL)}
    done = subprocess.run(["/bin/sh", "-c", line, sys.executable], env=env, cwd=tmp_path, timeout=60, check=False)
    assert done.returncode == 0
    assert (tmp_path / "answer.tsv").read_text(encoding="utf-8").startswith("id\tkind\t")


# Ctrl-C

# A module for Python's start: Ctrl-C arrives at the moment when a module of that name is looked for.
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
    ["msgspec", "vnkp.edtf", "vnkp.store", "typer", "vnkp.cli.terminal", "vnkp.cli.run", "vnkp.cli.listing", "tomli", "rich.text"],
)
def test_ctrl_c_during_the_start_ends_quietly(module: str, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(INTERRUPT.format(name=module), encoding="utf-8")
    done = start("list", "--format", "table", "--no-cache", env={"PYTHONPATH": str(tmp_path)})
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_ctrl_c_while_a_large_store_is_read_ends_quietly(big: Path) -> None:
    with subprocess.Popen(
        [*VNKP, "list", "--no-cache"],
        env={**os.environ, "VNKP_DATA": str(big)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        try:
            process.wait(0.8)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")


# Files


@pytest.mark.parametrize("option", ["-o", "--svg"])
@pytest.mark.parametrize("name", ["no/such/folder/x", ".", "/", "small.toml/x", "x" * 300, "a\0b"[:1] + "/", "folder"])
def test_a_place_that_cannot_be_written_is_told_in_one_line(option: str, name: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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


@pytest.mark.parametrize("words", [("list", "-o"), ("list", "--svg"), ("schema", "-o"), ("cite", "2001-le", "-o")])
def test_when_the_disk_is_full_the_old_file_is_kept_and_nothing_is_left_beside_it(words: tuple[str, ...], tmp_path: Path) -> None:
    place = tmp_path / "answer.txt"
    place.write_text("old", encoding="utf-8")

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))

    done = start(*words, str(place), "--no-cache", preexec_fn=little_room) if words[0] != "schema" else start(
        *words, str(place), preexec_fn=little_room
    )
    assert done.returncode == 3
    assert done.stderr.decode() == f"vnkp: {place}: file too large; name a file that can be written\n"
    assert place.read_text(encoding="utf-8") == "old"
    assert pieces(tmp_path) == ["answer.txt"]


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
    assert pieces(tmp_path) == ["answer.json"] or pieces(tmp_path) == ["answer.json", "cache"]


def test_a_link_stays_a_link(run: Run, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "link.tsv"
    link.symlink_to(tmp_path / "real" / "answer.tsv")
    assert run("list", "-o", str(link)).status == 0
    assert link.is_symlink()
    assert pieces(tmp_path / "real") == ["answer.tsv"]


def test_stdout_may_be_named_as_a_file(tmp_path: Path) -> None:
    with (tmp_path / "answer").open("wb") as file:
        done = start("list", "-o", "/dev/stdout", stdout=file)
    assert done.returncode == 0
    assert (tmp_path / "answer").read_bytes() == start("list").stdout
    assert Path("/dev/stdout").is_symlink()
    assert start("list", "-o", "/dev/stdout").stdout == start("list").stdout


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
def test_into_a_pipe_answers_are_utf_8_whatever_the_locale(name: str) -> None:
    asked = ("list", "--lang", "vi", "--format", "table")
    done = start(*asked, env=LOCALES[name])
    assert (done.returncode, done.stdout) == (0, start(*asked).stdout)
    assert "Thời gian" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("name", LOCALES)
@pytest.mark.parametrize("words", [("people",), ("show", "Đặng")])
def test_on_a_terminal_answers_and_errors_are_in_letters_that_it_can_carry(name: str, words: tuple[str, ...]) -> None:
    shown = on_terminal(*words, "--lang", "vi", "--color", "never", env={"VNKP_DATA": str(SMALL), **LOCALES[name]})
    assert shown.status == (0 if words == ("people",) else 2)
    assert "Traceback" not in shown.written
    if name in ("POSIX", "ascii"):
        assert shown.written.isascii()
        assert "Nhan vat" in shown.written or "Dang" in shown.written


def test_every_sign_and_rule_has_a_plain_letter_that_stands_for_it() -> None:
    env = {"VNKP_DATA": str(STORE), "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    for words in (("timeline", "--lang", "en"), ("trade",), ("aid", "--by", "decade")):
        shown = on_terminal(*words, "--color", "never", env=env, columns=120)
        assert shown.written.isascii()
        assert "?" not in shown.written.replace("1990?", "").replace("2001?", "").replace("2019?", "").replace("1969?", "") or words[0] == "timeline"


NOT_UTF8 = b"\xff\xfe\x80"


@pytest.mark.parametrize(
    "words",
    [
        (b"search", NOT_UTF8),
        (b"search", NOT_UTF8, b"--format", b"table"),
        (b"show", NOT_UTF8),
        (b"year", NOT_UTF8),
        (b"list", b"--person", NOT_UTF8),
        (b"list", b"--kind", NOT_UTF8),
        (b"list", b"--" + NOT_UTF8),
        (b"list", b"--data", NOT_UTF8),
        (b"people", NOT_UTF8),
        (b"cite", NOT_UTF8),
        (b"check", NOT_UTF8),
        (NOT_UTF8,),
    ],
)
def test_arguments_that_are_not_utf_8_are_told_as_such(words: tuple[bytes, ...], tmp_path: Path) -> None:
    done = start(*words, cwd=tmp_path)
    assert done.returncode in (1, 2, 3)
    assert b"Traceback" not in done.stderr
    assert not strange(done.stderr.decode("utf-8") + done.stdout.decode("utf-8"))


def test_a_file_whose_name_is_not_utf_8_can_be_read_and_written(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/" + NOT_UTF8
    with open(name + b".toml", "wb") as file:
        file.write(SMALL.read_bytes())
    assert start(b"list", b"--data", name + b".toml", b"-o", name).returncode == 0
    with open(name, "rb") as file:
        assert file.read().startswith(b"id\tkind\t")
    assert start(b"list", b"--data", name + b".toml").returncode == 0
    assert start(b"check", name + b".toml").returncode == 0


# A sign of life


@pytest.fixture
def pipe() -> Iterator[IO[bytes]]:
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb") as file, os.fdopen(writer, "wb") as end:
        yield end
        end.close()
        file.read()


def test_a_long_read_shows_that_it_goes_on_and_leaves_no_trace(big: Path) -> None:
    shown = on_terminal("list", "--limit", "1", "--no-cache", env={"VNKP_DATA": str(big)})
    assert shown.status == 0
    frames = [part for part in shown.written.split("\r") if "reading big.toml …" in part]
    assert len(frames) >= 3
    assert len({frame[0] for frame in frames}) >= 3
    assert Screen(shown.written, 80).lines[0] == "Facts  1 fact"


def test_it_is_shown_when_only_errors_go_to_the_terminal(big: Path, tmp_path: Path) -> None:
    with (tmp_path / "answer").open("wb") as file:
        shown = on_terminal("list", "--limit", "1", "--no-cache", "--lang", "vi", env={"VNKP_DATA": str(big)}, stdout=file.fileno())
    assert "đang đọc big.toml …" in shown.written
    assert Screen(shown.written, 80).lines == ["1 dữ kiện"]
    assert (tmp_path / "answer").read_bytes().startswith(b"id\t")


def test_it_makes_room_for_the_faults_of_a_store(big: Path, tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(big.read_text(encoding="utf-8") + "\n[[fact]\n", encoding="utf-8")
    shown = on_terminal("check", str(path), env={})
    assert shown.status == 3
    assert "reading bad.toml …" in shown.written
    assert Screen(shown.written, 80).lines[0].startswith("bad.toml:")


def test_it_goes_with_ctrl_c(big: Path) -> None:
    def press(written: str, process: subprocess.Popen[bytes]) -> None:
        if "reading" in written and not pressed:
            pressed.append(written)
            os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the reader and to the sign

    pressed: list[str] = []
    shown = on_terminal("list", "--no-cache", env={"VNKP_DATA": str(big)}, watch=press)
    assert pressed
    assert shown.status == 130
    assert Screen(shown.written, 80).lines == []


def test_it_goes_when_the_reader_is_killed(big: Path) -> None:
    def kill(written: str, process: subprocess.Popen[bytes]) -> None:
        if "reading" in written and process.poll() is None:
            process.kill()

    shown = on_terminal("list", "--no-cache", env={"VNKP_DATA": str(big)}, watch=kill)  # returns when nobody holds the terminal
    assert shown.status == -signal.SIGKILL
    assert Screen(shown.written, 80).lines == []


def test_into_a_pipe_nothing_is_shown(big: Path) -> None:
    done = start("list", "--limit", "1", "--no-cache", env={"VNKP_DATA": str(big)})
    assert (done.returncode, done.stderr) == (0, b"1 fact\n")


def test_on_a_terminal_too_narrow_for_the_words_the_bar_turns_alone(big: Path) -> None:
    shown = on_terminal("list", "--limit", "1", "--no-cache", env={"VNKP_DATA": str(big)}, columns=20)
    assert "reading" not in shown.written
    assert "\r/\r-" in shown.written


def test_a_short_read_shows_nothing() -> None:
    shown = on_terminal("check", env={"VNKP_DATA": str(SMALL)})
    assert shown.written == "small.toml: in order, 8 facts, 3 sources\n"
