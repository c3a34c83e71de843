"""Books to ask, and ways to run vnkp: in this process, and as a process of its own."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

import vnkp
import vnkp.i18n.errors  # which gives errors their text, as every public name of vnkp does
from vnkp.cli import app

TESTS = Path(__file__).parent
SMALL = TESTS / "data" / "small.toml"
STORE = TESTS.parent / "data" / "facts.toml"

# What these look at, a terminal and the limits of a process, Windows does not have.
collect_ignore = (
    ["screens.py", "cli/test_streams.py", "cli/test_terminal.py"] if sys.platform == "win32" else []
)
collect_ignore.append("fuzz_atheris.py")  # a program of its own, with the extra "fuzz"

# A slow or busy machine is no fault of the code, and a failure is told by its example,
# not kept in a folder.
settings.register_profile(
    "vnkp", deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("vnkp")


def pytest_collection_finish() -> None:
    """Spare the garbage collector the thousands of collected tests, whose walks take a third of
    the time of tests that run vnkp in this process."""
    gc.collect()
    gc.freeze()


class Ran(NamedTuple):
    """What a run came to: exit status, standard output, standard error."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(scope="session", autouse=True)
def _plain_surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No colour, no language, a cache that the tests of a session share, a width of 100:
    whatever the developer's terminal is."""
    with pytest.MonkeyPatch.context() as patch:
        for name in (
            "PYTHONDONTWRITEBYTECODE",  # programs started anew would compile vnkp each time
            "NO_COLOR",
            "FORCE_COLOR",
            "CLICOLOR_FORCE",
            "VNKP_DATA",
            "VNKP_WITH",
            "VNKP_LANG",
            "VNKP_CACHE",
            "LC_ALL",
            "LC_MESSAGES",
        ):
            patch.delenv(name, raising=False)
        patch.setenv("LANG", "C.UTF-8")
        patch.setenv("COLUMNS", "100")
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
        yield


@pytest.fixture(scope="session")
def book() -> vnkp.Book:
    """Eight invented facts, one of each shape."""
    return vnkp.load(SMALL, cached=False)


@pytest.fixture(scope="session")
def record() -> vnkp.Book:
    """The real store."""
    return vnkp.load(STORE, cached=False)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run vnkp in this process, on the small store unless told otherwise; standard
    output is no terminal."""

    def run(*words: str, data: Path | None = SMALL) -> Ran:
        if data is not None:
            monkeypatch.setenv("VNKP_DATA", str(data))
        monkeypatch.setattr(sys, "argv", ["vnkp", *words])
        capsys.readouterr()
        try:
            app.main()
            status = 0
        except SystemExit as stop:
            status = int(stop.code or 0)
        told = capsys.readouterr()
        return Ran(status, told.out, told.err)

    return run


@pytest.fixture
def spawn(tmp_path: Path) -> Run:
    """Run vnkp as a process of its own, on the small store unless told otherwise, with
    *env* added to the surroundings."""

    def spawn(*words: str, data: Path | None = SMALL, env: dict[str, str] | None = None) -> Ran:
        around = {**os.environ, **({"VNKP_DATA": str(data)} if data else {}), **(env or {})}
        done = subprocess.run(
            [sys.executable, "-m", "vnkp", *words],
            capture_output=True,
            env=around,
            cwd=tmp_path,
            timeout=60,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return spawn
