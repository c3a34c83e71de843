"""The cache believes only what it wrote itself, for that very store, in a folder of its own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

import vnkp
from tests.conftest import SMALL
from vnkp.store import cache

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="owners and modes of POSIX")


@pytest.fixture(autouse=True)
def _empty_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A store with a figure that the small one has otherwise."""
    path = tmp_path / "other.toml"
    path.write_text(SMALL.read_text(encoding="utf-8").replace("1_500_000", "99_999"), "utf-8")
    return path


def entry(store: Path) -> Path:
    path = cache.entry_path([store.read_bytes()])
    assert path is not None
    return path


def test_an_entry_under_the_name_of_another_is_not_believed(other: Path) -> None:
    book = vnkp.load(SMALL)
    assert vnkp.load(other) != book
    os.replace(entry(other), entry(SMALL))

    assert cache.get(entry(SMALL)) is None
    assert vnkp.load(SMALL) == book


@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777, 0o1777])
def test_a_folder_that_others_can_write_to_is_not_used(mode: int) -> None:
    folder = cache.folder()
    assert folder is not None
    folder.mkdir(parents=True)
    folder.chmod(mode)
    vnkp.load(SMALL)
    assert list(folder.iterdir()) == []

    folder.chmod(0o700)
    vnkp.load(SMALL)
    assert cache.get(entry(SMALL))
    folder.chmod(mode)
    assert cache.get(entry(SMALL)) is None


def test_a_folder_of_somebody_else_is_not_used() -> None:
    folder = cache.folder()
    assert folder is not None
    folder.mkdir(parents=True, mode=0o700)
    if os.getuid():
        pytest.skip("only root can give a folder away")
    vnkp.load(SMALL)
    os.chown(folder, 12345, 12345)
    assert cache.get(entry(SMALL)) is None


def test_a_folder_that_is_a_link_is_not_used_and_what_it_holds_is_left_alone(
    tmp_path: Path,
) -> None:
    folder, mine = cache.folder(), tmp_path / "mine"
    assert folder is not None
    mine.mkdir(mode=0o700)
    for index in range(20):
        (mine / f"{index:032x}.msgpack").write_text("mine")
        os.utime(mine / f"{index:032x}.msgpack", (1, 1))
    folder.parent.mkdir(parents=True)
    folder.symlink_to(mine)

    vnkp.load(SMALL)

    assert len(list(mine.iterdir())) == 20


def test_only_names_of_its_own_form_are_tidied_away() -> None:
    folder = cache.folder()
    assert folder is not None
    folder.mkdir(parents=True, mode=0o700)
    foreign = ["notes.msgpack", "a.part", "0.msgpack", f"{'g' * 32}.msgpack", "keep.toml"]
    own = [f"{index:032x}.msgpack" for index in range(12)]
    for name in (*foreign, *own):
        (folder / name).write_text("x")
        os.utime(folder / name, (1, 1))

    vnkp.load(SMALL)

    left = {path.name for path in folder.iterdir()}
    assert set(foreign) < left
    assert len(left) == len(foreign) + 8
