"""The cache: always the right answer, whatever has become of it, and never a word about it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any

import msgspec
import pytest

import vnkp
from tests.conftest import SMALL, STORE, Ran, Run
from vnkp.model import facts as model
from vnkp.query.selection import match_facts
from vnkp.store import cache, loader

BOOK = vnkp.load(SMALL, cached=False)
NOTES = "8 facts\nwholes and their parts are listed together: do not add them up; vnkp aid does\n"
RIGHT = Ran(0, "".join(f"{fact.id}\n" for fact in BOOK.facts), NOTES)
needs_uids = pytest.mark.skipif(
    not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can give files away"
)
needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")


@pytest.fixture
def entry(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The place of the small store in a cache that is not there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
    path = cache.entry_path([SMALL.read_bytes()])
    assert path is not None
    return path


@pytest.fixture
def answer(run: Run) -> Callable[[], Ran]:
    """Ask for all facts, with the cache: the ids, and what was said."""

    def answer() -> Ran:
        ran = run("list", "--format", "tsv")
        return ran._replace(
            out="".join(line.split("\t")[0] + "\n" for line in ran.out.splitlines()[1:])
        )

    return answer


Answer = Callable[[], Ran]


def parsed() -> bool:
    """Whether loading the small store takes parsing it."""
    asked: list[bool] = []
    assert loader.load(SMALL, on_cache_miss=lambda file, size: asked.append(True)) == BOOK
    return bool(asked)


# What is kept


def test_a_book_has_a_tuple_and_dicts_whether_it_was_kept_or_not(entry: Path) -> None:
    for _ in range(2):
        book = loader.load(SMALL)
        assert (type(book.facts), type(book.people), type(book.sources)) == (tuple, dict, dict)
        assert msgspec.json.encode(book) == msgspec.json.encode(BOOK)


def test_a_store_is_parsed_once(entry: Path) -> None:
    assert parsed()
    assert entry.exists()
    assert not parsed()
    entry.unlink()
    assert parsed()


def test_what_is_kept_is_the_whole_book(entry: Path, record: vnkp.Book) -> None:
    cache.put(entry, record)
    assert cache.get(entry) == record


def test_what_is_kept_answers_for_any_time_as_the_whole_book_does(entry: Path) -> None:
    record = vnkp.load(STORE, cached=False)
    cache.put(entry, record)
    for window in (*map(str, range(1949, 2028)), "..1957", "2019..", "1958-11-27", "1965..1966"):
        kept = cache.get(entry)
        assert kept is not None
        query = vnkp.Query(window=window)
        assert match_facts(kept, query) == match_facts(record, query)


def test_former_ids_places_from_the_end_and_slices_are_those_of_the_book(entry: Path) -> None:
    first, *others = vnkp.load(STORE, cached=False).facts
    first = msgspec.structs.replace(first, former_ids=("1949-ties",))
    record = msgspec.structs.replace(BOOK, facts=(first, *others))
    cache.put(entry, record)
    kept = cache.get(entry)
    assert kept is not None
    assert kept.facts_by_id["1949-ties"] == first
    assert kept.facts[-1] == record.facts[-1]
    assert kept.facts[-3::-200] == record.facts[-3::-200]
    assert dict(kept.facts_by_id) == dict(record.facts_by_id)
    with pytest.raises(IndexError):
        kept.facts[len(record.facts)]


def test_a_changed_store_is_another(entry: Path, tmp_path: Path, answer: Answer) -> None:
    assert answer() == RIGHT
    changed = tmp_path / "changed.toml"
    changed.write_text(
        SMALL.read_text(encoding="utf-8").replace('"Kim Mun"', '"Kim Muns"'), encoding="utf-8"
    )
    assert vnkp.load(changed) == vnkp.load(changed, cached=False) != BOOK
    assert len(list(entry.parent.iterdir())) == 2


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--person", "Kim Moon"), 1, "nothing found in 2300"),
        (("--person", "Kim Mon"), 2, 'did you mean "Kim Moon"'),
        (("--source", "archive-1962"), 1, "nothing found in 2300"),
        (("--source", "archive-1963"), 2, 'did you mean "archive-1962"'),
        (("--place", "Hanoy"), 2, 'did you mean "Hanoi"'),
    ],
)
def test_a_name_is_known_whatever_the_window(
    words: tuple[str, str], status: int, said: str, entry: Path, run: Run
) -> None:
    for _ in range(2):
        told = run("list", "--in", "2300", *words)
        assert told.status == status
        assert said in told.err


def test_only_the_user_may_look_into_the_folder(entry: Path, answer: Answer) -> None:
    assert answer() == RIGHT
    assert sys.platform == "win32" or entry.parent.stat().st_mode & 0o777 == 0o700


def test_nothing_is_ever_unpickled() -> None:
    source = Path(cache.__file__).read_text(encoding="utf-8")
    assert not {"pickle", "marshal", "shelve", "eval"} & set(source.split())


# Where it is kept


@pytest.mark.skipif(sys.platform != "linux", reason="each platform has its own folder")
@pytest.mark.parametrize(
    ("surroundings", "place"),
    [
        ({"XDG_CACHE_HOME": "/there", "HOME": "/home/me"}, "/there/vnkp"),
        ({"XDG_CACHE_HOME": "", "HOME": "/home/me"}, "/home/me/.cache/vnkp"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "/home/me"}, "/home/me/.cache/vnkp"),
        ({"XDG_CACHE_HOME": "", "HOME": ""}, None),
        ({"XDG_CACHE_HOME": "", "HOME": "relative"}, None),
    ],
)
def test_the_folder_is_the_users_own(
    surroundings: dict[str, str], place: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    assert cache.folder() == (Path(place) if place else None)


@pytest.mark.parametrize("home", ["", "relative", "/nonexistent", "/dev/null", "/proc"])
def test_without_a_home_there_is_no_cache_and_an_answer(
    home: str, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    monkeypatch.setenv("HOME", home)
    assert answer() == RIGHT


# Another version


def _changed(**fields: Any) -> dict[str, Any]:
    """The model, its class Cite made anew with *fields*: the type, or the type and the
    default of each."""
    given = [
        (name, *(told if isinstance(told, tuple) else (told,))) for name, told in fields.items()
    ]
    return {**vars(model), "Cite": msgspec.defstruct("Cite", given, frozen=True)}


@pytest.mark.parametrize(
    "names",
    [
        _changed(source=str),
        _changed(source=str, at=(str | None, "page 1")),
        _changed(source=str, place=(str | None, None)),
        _changed(source=str, at=(str | None, None), page=(int, 0)),
        {**vars(model), "Added": msgspec.defstruct("Added", [("en", str)])},
        {**vars(model), "Rank": Enum("Rank", {"LEADER": "leader"})},
    ],
    ids=[
        "a field less",
        "another default",
        "another name",
        "a field more",
        "a class more",
        "fewer values",
    ],
)
def test_a_changed_model_reads_no_old_entry(names: dict[str, Any]) -> None:
    same = _changed(source=str, at=(str | None, None))
    assert cache.model_fingerprint(same) == cache.model_fingerprint(vars(model))
    assert cache.model_fingerprint(names) != cache.model_fingerprint(vars(model))


def test_the_shape_says_the_same_in_every_process() -> None:
    code = "from vnkp.model import facts as model; from vnkp.store import cache; print(cache.model_fingerprint(vars(model)))"
    told = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7"},
    )
    assert told.stdout == cache.model_fingerprint(vars(model)) + "\n"


def test_another_version_of_vnkp_keeps_its_own_entries(
    entry: Path, spawn: Run, tmp_path: Path
) -> None:
    package = Path(vnkp.__file__).parent
    shutil.copytree(
        package, tmp_path / "other" / "vnkp", ignore=shutil.ignore_patterns("__pycache__")
    )
    start = tmp_path / "other" / "vnkp" / "version.py"
    start.write_text(
        start.read_text(encoding="utf-8").replace(vnkp.__version__, "9.9.9"), encoding="utf-8"
    )
    for path in (str(tmp_path / "other"), str(package.parent)):
        assert spawn("list", "--json", env={"PYTHONPATH": path}).status == 0
    assert entry.exists()
    assert len(list(entry.parent.iterdir())) == 2


def framed(name: str, content: bytes) -> bytes:
    """*content* as the whole entry called *name*."""
    checksum = zlib.crc32(content, zlib.crc32(name.encode()))
    return checksum.to_bytes(4, "big") + len(content).to_bytes(8, "big") + content


ELSE: list[object] = [
    {},
    [],
    None,
    {"schema": 1, "fact": []},
    [1, {}, [], {}],
    [1, {}, [], {}, []],  # no tables
    [1, {"units": {}}, [], {}, [["1961-01-01", "1961-13-01"]]],
]


@pytest.mark.parametrize("value", ELSE, ids=repr)
def test_a_whole_entry_of_something_else_is_not_taken_for_a_book(
    value: object, entry: Path
) -> None:
    entry.parent.mkdir(parents=True)
    entry.write_bytes(framed(entry.name, msgspec.msgpack.encode(value)))
    assert cache.get(entry) is None
    assert parsed()
    assert not parsed()


# Damage


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda whole: b"",
    "a few bytes": lambda whole: whole[:5],
    "cut in the middle": lambda whole: whole[: len(whole) // 2],
    "one byte short": lambda whole: whole[:-1],
    "one byte too many": lambda whole: whole + b"x",
    "twice": lambda whole: whole * 2,
    "garbage": lambda whole: bytes(byte ^ 0x5A for byte in whole),
    "one bit turned": lambda whole: whole[:200] + bytes([whole[200] ^ 1]) + whole[201:],
    "the last bit turned": lambda whole: whole[:-1] + bytes([whole[-1] ^ 1]),
    "two bytes exchanged": lambda whole: (
        whole[:300] + whole[301:302] + whole[300:301] + whole[302:]
    ),
    "another checksum": lambda whole: b"\0\0\0\0" + whole[4:],
    "another length": lambda whole: whole[:4] + b"\xff" * 8 + whole[12:],
    "nothing but noughts": lambda whole: bytes(len(whole)),
    "text": lambda whole: b"no cache at all\n",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_noticed_and_mended_in_silence(damage: str, entry: Path, answer: Answer) -> None:
    assert answer() == RIGHT
    whole = entry.read_bytes()
    damaged = DAMAGES[damage](whole)
    assert damaged != whole
    entry.write_bytes(damaged)
    assert cache.get(entry) is None
    assert answer() == RIGHT
    assert entry.read_bytes() == whole


def test_a_bit_turned_anywhere_is_noticed(entry: Path) -> None:
    cache.put(entry, msgspec.structs.replace(BOOK, facts=BOOK.facts[:1]))
    whole = entry.read_bytes()
    for place in range(0, len(whole), 7):
        entry.write_bytes(
            whole[:place] + bytes([whole[place] ^ (1 << place % 8)]) + whole[place + 1 :]
        )
        assert cache.get(entry) is None, place


def test_an_enormous_entry_is_not_read(entry: Path, answer: Answer) -> None:
    entry.parent.mkdir(parents=True)
    with open(entry, "wb") as file:
        file.truncate(2**40)
    assert answer() == RIGHT


# Places that are not as they should be


@needs_links
@pytest.mark.parametrize(
    "kind", ["a file", "a link to itself", "a link to nowhere", "a circle of links"]
)
@pytest.mark.parametrize("where", ["the user's folder", "our folder"])
def test_a_folder_that_is_none_is_passed_over(
    kind: str, where: str, entry: Path, answer: Answer
) -> None:
    place = entry.parents[1] if where == "the user's folder" else entry.parent
    place.parent.mkdir(parents=True, exist_ok=True)
    if kind == "a file":
        place.write_text("no folder")
    elif kind == "a circle of links":
        other = place.with_name("other")
        other.symlink_to(place)
        place.symlink_to(other)
    else:
        place.symlink_to(
            place if kind == "a link to itself" else place.with_name("nowhere") / "deeper"
        )
    assert answer() == RIGHT


@needs_links
@pytest.mark.parametrize(
    "kind", ["a folder", "a link to itself", "a link to nowhere", "a pipe", "a device"]
)
def test_an_entry_that_is_no_file_is_passed_over(kind: str, entry: Path, answer: Answer) -> None:
    entry.parent.mkdir(parents=True)
    if kind == "a folder":
        entry.mkdir()
    elif kind == "a pipe":
        os.mkfifo(entry)
    else:
        targets = {
            "a link to itself": entry,
            "a link to nowhere": entry.with_name("nowhere"),
            "a device": Path("/dev/zero"),
        }
        entry.symlink_to(targets[kind])
    assert answer() == RIGHT


@needs_links
def test_a_link_is_replaced_and_what_it_points_to_is_left_alone(
    entry: Path, answer: Answer
) -> None:
    entry.parent.mkdir(parents=True)
    other = entry.parents[1] / "diary"
    other.write_text("dear diary")
    entry.symlink_to(other)
    assert answer() == RIGHT
    assert other.read_text() == "dear diary"
    assert not entry.is_symlink()


@needs_uids
def test_what_somebody_else_wrote_is_not_trusted(entry: Path, answer: Answer) -> None:
    cache.put(entry, msgspec.structs.replace(BOOK, facts=()))
    os.chown(entry, 12345, 12345)
    assert cache.get(entry) is None
    assert answer() == RIGHT


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights otherwise")
@pytest.mark.parametrize("kept", [False, True], ids=["empty", "with an entry"])
def test_a_folder_that_may_not_be_written_is_read_or_passed_over(
    kept: bool, entry: Path, spawn: Run
) -> None:
    if kept:
        assert parsed()
    entry.parent.mkdir(parents=True, exist_ok=True)
    for path in (*entry.parent.iterdir(), entry.parent, entry.parents[1], entry.parents[2]):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        ran = spawn("list", "--json")
    finally:
        for path in (entry.parents[2], entry.parents[1], entry.parent):
            path.chmod(0o700)
    assert (ran.status, ran.out.count('"id":"2001-rice-by-train"'), ran.err) == (0, 1, "8 facts\n")
    assert entry.exists() == (kept or os.getuid() == 0)  # no rights bind root


# Turned off


@pytest.mark.parametrize("value", ["off", "OFF"])
def test_the_environment_turns_it_off(
    value: str, entry: Path, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VNKP_CACHE", value)
    assert answer() == RIGHT
    assert not entry.exists()


def test_the_option_turns_it_off(entry: Path, run: Run) -> None:
    assert run("list", "--no-cache").status == 0
    assert not entry.exists()
    assert run("list").status == 0
    assert entry.exists()


# Many at once, and what they leave


def test_old_entries_and_what_dead_writers_left_are_removed(entry: Path) -> None:
    entry.parent.mkdir(parents=True)
    old = time.time() - 7200
    for number in range(12):
        path = entry.with_name(f"{number:032}.msgpack")
        path.write_bytes(b"old")
        os.utime(path, (old + number, old + number))
    left, fresh = (entry.with_suffix(f".{letter * 16}.part") for letter in "ab")
    left.write_bytes(b"half")
    fresh.write_bytes(b"half")
    os.utime(left, (old, old))
    assert parsed()
    kept = {entry.name, fresh.name, *(f"{number:032}.msgpack" for number in range(5, 12))}
    assert {path.name for path in entry.parent.iterdir()} == kept


def test_eight_stores_stay_with_all_that_is_kept_of_each(entry: Path) -> None:
    entry.parent.mkdir(parents=True)
    old = time.time() - 7200
    for number in range(9):
        for kind in ("", ".storednames", ".searchtexts", ".accentedtexts"):
            path = entry.with_name(f"{number:032}{kind}.msgpack")
            path.write_bytes(b"old")
            os.utime(path, (old + number, old + number))
    assert parsed()
    stores = [path.name[:32] for path in entry.parent.iterdir()]
    assert {store: stores.count(store) for store in stores} == {
        entry.stem: 1,
        **{f"{number:032}": 4 for number in range(2, 9)},
    }


def test_sixteen_processes_at_once_all_answer_alike(entry: Path) -> None:
    command = [sys.executable, "-m", "vnkp", "list", "--json", "--data", str(SMALL)]
    started = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(16)
    ]
    told = [process.communicate(timeout=60) for process in started]
    assert len({out for out, _ in told}) == 1
    assert {err for _, err in told} == {b"8 facts\n"}
    assert [path.name for path in entry.parent.iterdir()] == [entry.name]
    assert not parsed()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_writer_that_is_killed_leaves_nothing_that_is_read(entry: Path, answer: Answer) -> None:
    code = "import os, sys, vnkp; os.replace = lambda *paths: os.kill(os.getpid(), 9); vnkp.load(sys.argv[1])"
    done = subprocess.run(
        [sys.executable, "-c", code, str(SMALL)], capture_output=True, check=False
    )
    assert done.returncode == -9
    assert [path.suffix for path in entry.parent.iterdir()] == [".part"]
    assert answer() == RIGHT
    assert entry.exists()


def test_a_writer_that_is_stopped_takes_its_part_away(entry: Path) -> None:
    code = "import os, sys, vnkp\ndef stop(*paths): raise KeyboardInterrupt\nos.replace = stop; vnkp.load(sys.argv[1])"
    done = subprocess.run(
        [sys.executable, "-c", code, str(SMALL)], capture_output=True, check=False
    )
    assert b"KeyboardInterrupt" in done.stderr
    assert list(entry.parent.iterdir()) == []
