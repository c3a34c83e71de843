"""The cache: always the right answer, whatever has become of it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import vnkp
from vnkp import cache, store

from .conftest import SMALL, Run

ANSWER = [fact.id for fact in vnkp.load(SMALL, cached=False).facts]


def answered() -> list[str]:
    """The ids of the small store, asked for with the cache."""
    return [fact.id for fact in vnkp.load(SMALL).facts]


@pytest.fixture
def entry(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The place of the small store in an empty cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
    path = cache.entry(SMALL.read_bytes())
    assert path is not None
    return path


def test_a_store_read_once_is_kept_and_kept_alike(entry: Path) -> None:
    assert answered() == ANSWER
    assert cache.get(entry) == vnkp.load(SMALL, cached=False)


def test_an_answer_from_the_cache_parses_no_toml(entry: Path) -> None:
    answered()
    asked: list[str] = []
    store.load(SMALL, slow=lambda: asked.append("slow"))
    assert asked == []
    entry.unlink()
    store.load(SMALL, slow=lambda: asked.append("slow"))
    assert asked == ["slow"]


_DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda whole: b"",
    "cut": lambda whole: whole[: len(whole) // 2],
    "one byte short": lambda whole: whole[:-1],
    "one byte too many": lambda whole: whole + b"x",
    "garbage": lambda whole: os.urandom(len(whole)),
    "one bit turned": lambda whole: whole[:200] + bytes([whole[200] ^ 1]) + whole[201:],
    "nothing but noughts": lambda whole: bytes(len(whole)),
}


@pytest.mark.parametrize("damage", _DAMAGES)
def test_a_damaged_entry_is_noticed_and_made_anew(damage: str, entry: Path) -> None:
    answered()
    whole = entry.read_bytes()
    entry.write_bytes(_DAMAGES[damage](whole))
    assert cache.get(entry) is None
    assert answered() == ANSWER
    assert entry.read_bytes() == whole


def test_a_whole_entry_of_another_shape_is_not_read(entry: Path) -> None:
    import zlib

    import msgspec

    content = msgspec.msgpack.encode({"schema": 1, "fact": [{"id": 5}]})
    entry.parent.mkdir(parents=True)
    entry.write_bytes(zlib.crc32(content).to_bytes(4, "big") + len(content).to_bytes(8, "big") + content)
    assert answered() == ANSWER


def test_another_shape_of_the_model_is_kept_under_another_name() -> None:
    changed = {"Cite": type(vnkp.Cite("x")), "Figure": vnkp.Figure}
    assert cache.shape(changed) != cache.shape({"Cite": vnkp.Cite})


def test_another_store_is_kept_under_another_name() -> None:
    assert cache.entry(b"schema = 1\n") != cache.entry(b"schema = 1\n\n")


def test_an_entry_is_no_pickle() -> None:
    text = Path(cache.__file__).read_text(encoding="utf-8")
    assert "import pickle" not in text
    assert "marshal" not in text


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can give files away")
def test_an_entry_of_somebody_else_is_not_trusted(entry: Path) -> None:
    answered()
    os.chown(entry, 12345, 12345)
    assert cache.get(entry) is None
    assert answered() == ANSWER


@pytest.mark.parametrize("value", ["off", "OFF"])
def test_the_cache_can_be_turned_off(value: str, entry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VNKP_CACHE", value)
    assert answered() == ANSWER
    assert not entry.exists()


def test_the_option_turns_it_off_too(entry: Path, run: Run) -> None:
    assert run("list", "--no-cache").status == 0
    assert not entry.exists()
    assert run("list").status == 0
    assert entry.exists()


def test_old_entries_and_what_dead_writers_left_are_removed(entry: Path) -> None:
    entry.parent.mkdir(parents=True)
    old = time.time() - 7200
    for number in range(12):
        path = entry.with_name(f"{number:032}.msgpack")
        path.write_bytes(b"old")
        os.utime(path, (old + number, old + number))
    left, fresh = entry.with_suffix(".a.part"), entry.with_suffix(".b.part")
    left.write_bytes(b"half")
    fresh.write_bytes(b"half")
    os.utime(left, (old, old))
    answered()
    assert entry.exists()
    assert len(list(entry.parent.glob("*.msgpack"))) == 8
    assert not left.exists()
    assert fresh.exists()


@pytest.mark.parametrize("kind", ["a file", "a link to itself", "a dangling link", "a folder"])
def test_a_cache_that_cannot_be_used_is_passed_over(kind: str, entry: Path, run: Run, tmp_path: Path) -> None:
    place = tmp_path / "kept"
    if kind == "a file":
        place.write_text("no folder")
    elif kind == "a folder":
        entry.mkdir(parents=True)
    else:
        place.symlink_to(place if kind == "a link to itself" else tmp_path / "nowhere" / "deeper")
    ran = run("list", "--format", "tsv")
    assert ran.status == 0
    assert [line.split("\t")[0] for line in ran.out.splitlines()[1:]] == ANSWER
    assert "rror" not in ran.err


@pytest.mark.parametrize("around", [{"HOME": ""}, {"HOME": "/nonexistent"}, {"HOME": "relative"}, {"HOME": "/dev/null"}])
def test_without_a_home_there_is_no_cache_and_an_answer(around: dict[str, str], spawn: Run) -> None:
    ran = spawn("list", "--json", env={"XDG_CACHE_HOME": "", **around})
    assert ran.status == 0
    assert ran.out.count('"id":"2001-rice-by-train"') == 1
    assert "Traceback" not in ran.err


def test_a_cache_that_may_not_be_written_is_read_or_passed_over(entry: Path) -> None:
    entry.parent.mkdir(parents=True)
    entry.parent.chmod(0o500)
    try:
        assert answered() == ANSWER
    finally:
        entry.parent.chmod(0o700)


def test_sixteen_processes_at_once_all_answer_alike(entry: Path) -> None:
    code = "import vnkp, sys; print(len(vnkp.load(sys.argv[1]).facts))"
    started = [
        subprocess.Popen([sys.executable, "-c", code, str(SMALL)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(16)
    ]
    told = [process.communicate(timeout=60) for process in started]
    assert {(out.strip(), err) for out, err in told} == {(str(len(ANSWER)).encode(), b"")}
    assert [path.name for path in entry.parent.iterdir()] == [entry.name]


def test_a_writer_that_is_killed_leaves_nothing_that_is_read(entry: Path) -> None:
    code = """
import os, signal, sys
import vnkp
from vnkp import cache
real = os.replace
os.replace = lambda *paths: os.kill(os.getpid(), signal.SIGKILL)
vnkp.load(sys.argv[1])
"""
    if sys.platform == "win32":
        pytest.skip("Windows has no SIGKILL")
    done = subprocess.run([sys.executable, "-c", code, str(SMALL)], capture_output=True, check=False)
    assert done.returncode == -9
    assert not entry.exists()
    assert len(list(entry.parent.glob("*.part"))) == 1
    assert answered() == ANSWER
