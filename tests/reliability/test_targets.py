"""Nothing of the user's is lost: where an answer is written, and where it is not."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SMALL, Run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and modes of POSIX")
VNKP = [sys.executable, "-m", "vnkp"]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store of the user's."""
    path = tmp_path / "own.toml"
    path.write_bytes(SMALL.read_bytes())
    return path


@pytest.mark.parametrize("option", ["-o", "--svg"])
@pytest.mark.parametrize("name", ["own.toml", "other.toml", "OTHER.TOML", "link.md", "hard.md"])
@pytest.mark.parametrize("command", ["check", "list", "aid", "people", "timeline"])
def test_a_store_is_never_written_over(
    command: str, name: str, option: str, store: Path, run: Run
) -> None:
    target = store.with_name(name)
    store.with_name("link.md").symlink_to(store)
    os.link(store, store.with_name("hard.md"))

    answer = run(command, "--data", str(store), option, str(target))

    if (command, option) == ("check", "--svg"):  # there is no picture of it
        assert answer.status == 2
    else:
        assert (answer.status, answer.out, answer.err.count("\n")) == (3, "", 1)
        assert "store" in answer.err
    assert store.read_bytes() == SMALL.read_bytes()
    assert target.exists() == (name not in ("other.toml", "OTHER.TOML"))


def test_neither_the_file_that_is_checked_nor_an_overlay_nor_stdin_is_written_over(
    store: Path, tmp_path: Path, run: Run
) -> None:
    link = tmp_path / "link.md"
    link.symlink_to(store)

    assert run("check", str(store), "-o", str(link)).status == 3
    assert run("list", "--with", str(store), "-o", str(link)).status == 3
    with store.open("rb") as stdin:
        done = subprocess.run(
            [*VNKP, "list", "--data", "-", "-o", str(link)], stdin=stdin, check=False
        )
    assert done.returncode == 3
    assert store.read_bytes() == SMALL.read_bytes()


def test_a_write_protected_file_is_not_replaced(tmp_path: Path, run: Run) -> None:
    target = tmp_path / "old.csv"
    target.write_text("old")
    target.chmod(0o444)

    answer = run("list", "-o", str(target))

    assert answer.status == 3
    assert "write-protected" in answer.err
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(("before", "after"), [(0o640, 0o640), (0o4755, 0o755), (0o2770, 0o770)])
def test_a_file_keeps_its_mode_but_never_the_right_to_run_as_its_owner(
    before: int, after: int, tmp_path: Path, run: Run
) -> None:
    target = tmp_path / "old.csv"
    target.write_text("old")
    target.chmod(before)

    assert run("list", "-o", str(target)).status == 0
    assert stat.S_IMODE(target.stat().st_mode) == after


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link"])
def test_a_stream_is_written_as_a_stream(name: str, tmp_path: Path) -> None:
    if not os.path.exists(name) and name != "link":
        pytest.skip("no such name here")
    link, log = tmp_path / "link", tmp_path / "log"
    link.symlink_to("/dev/stdout")
    log.write_text("first\n")
    with log.open("ab") as stdout:
        command = [*VNKP, "list", "--format", "csv", "-o", str(link if name == "link" else name)]
        env = {**os.environ, "VNKP_DATA": str(SMALL)}
        subprocess.run(command, stdout=stdout, env=env, check=True, timeout=60)

    assert log.read_text().startswith("first\nid,")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "log"]


def test_a_link_in_a_circle_is_not_written(tmp_path: Path, run: Run) -> None:
    one, other = tmp_path / "one.csv", tmp_path / "other.csv"
    one.symlink_to(other)
    other.symlink_to(one)

    assert run("list", "-o", str(one)).status == 3
    assert one.is_symlink()


def test_a_link_that_the_system_does_not_follow_is_not_followed(tmp_path: Path, run: Run) -> None:
    protected = Path("/proc/sys/fs/protected_symlinks")
    if os.getuid() or not protected.exists() or protected.read_text().strip() != "1":
        pytest.skip("only root can make another user's link, and only Linux minds it")
    shared, target = tmp_path / "shared", tmp_path / "target.csv"
    shared.mkdir()
    shared.chmod(0o1777)
    link = shared / "link.csv"
    link.symlink_to(target)
    os.lchown(link, 12345, 12345)

    assert run("list", "-o", str(link)).status == 3
    assert not target.exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_no_part_behind(number: int, tmp_path: Path) -> None:
    # What is written waits in fsync, so that the signal surely comes while the part is there.
    # Under nohup a child is born deaf to SIGHUP: here it hears.
    code = (
        f"import os, signal, sys, time; signal.signal({number:d}, signal.SIG_DFL);"
        "os.fsync = lambda file: (print('part', flush=True), time.sleep(60));"
        "sys.argv = ['vnkp', 'list', '-o', sys.argv[1]]; from vnkp.cli import app; app.main()"
    )
    target = tmp_path / "new.csv"
    env = {**os.environ, "VNKP_DATA": str(SMALL), "VNKP_CACHE": "off"}
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(target)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=env,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"part\n"
    assert len(list(tmp_path.iterdir())) == 1
    process.send_signal(number)
    _, err = process.communicate(timeout=60)

    assert (process.returncode, err) == (128 + number, b"")
    assert list(tmp_path.iterdir()) == []


def test_one_file_is_not_written_twice(tmp_path: Path, run: Run) -> None:
    (tmp_path / "link.svg").symlink_to(tmp_path / "x.svg")

    for other in ("x.svg", "link.svg"):
        answer = run("list", "-o", str(tmp_path / "x.svg"), "--svg", str(tmp_path / other))
        assert answer.status == 2
        assert "name the same file" in answer.err
    assert not (tmp_path / "x.svg").exists()
