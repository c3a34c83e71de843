"""What a command imports: start-up is what it costs, so the list is held here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import SMALL

# The packages that an answer in JSON may load, with the reason for each.
_PACKAGES = {
    "typer",  # the command line
    "annotated_doc",  # Typer's own
    "shellingham",  # Typer's own
    "typing_extensions",  # Typer's own, where there is one
    "msgspec",  # the model, the cache, JSON
    "vnkp",
}
_NEVER = ("rich", "pydantic", "importlib.resources", "asyncio", "ssl", "tomli", "socket", "hashlib")
_PROGRAM = """
import sys
sys.argv = ["vnkp", *sys.argv[1:]]
from vnkp.cli import main
try:
    main()
except SystemExit:
    pass
print(*sorted(sys.modules), sep="\\n", file=sys.stderr)
"""


def modules(*words: str, folder: Path) -> set[str]:
    """The modules that a run of vnkp leaves loaded, its store being in the cache."""
    around = {"XDG_CACHE_HOME": str(folder), "VNKP_DATA": str(SMALL), "PATH": "", "SYSTEMROOT": "C:\\Windows"}
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-I", "-c", _PROGRAM, *words], capture_output=True, text=True, env=around, check=True
        )
    return set(done.stderr.split("\n"))


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder for this file."""
    return tmp_path_factory.mktemp("cache")


_JSON = [("list", "--json"), ("year", "2001", "--json"), ("aid", "--json"), ("show", "2002", "--json"), ("people", "--json")]


@pytest.mark.parametrize("words", _JSON)
def test_an_answer_in_json_loads_nothing_heavy(words: tuple[str, ...], cache: Path) -> None:
    loaded = modules(*words, folder=cache)
    assert [name for name in _NEVER if name in loaded] == []


@pytest.mark.parametrize("words", _JSON)
def test_an_answer_in_json_loads_these_packages_and_no_others(words: tuple[str, ...], cache: Path) -> None:
    bare = subprocess.run(
        [sys.executable, "-I", "-c", "import sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    foreign = {name.partition(".")[0] for name in modules(*words, folder=cache)} - sys.stdlib_module_names
    known = {name.partition(".")[0] for name in bare.stdout.split()} | _PACKAGES | {"", "_distutils_hack"}
    assert {name for name in foreign - known if name.isidentifier()} == set()


def test_a_command_loads_its_own_module_and_not_the_others(cache: Path) -> None:
    ours = {name for name in modules("list", "--json", folder=cache) if name.startswith("vnkp.")}
    assert "vnkp.cli.listing" in ours
    assert ours.isdisjoint({"vnkp.cli.records", "vnkp.cli.accounts", "vnkp.cli.calendar", "vnkp.cli.upkeep"})
    assert ours.isdisjoint({"vnkp.reading", "vnkp.check", "vnkp.schema", "vnkp.render.tables", "vnkp.render.timeline"})


def test_a_picture_loads_rich_and_no_reader_of_toml(cache: Path) -> None:
    loaded = modules("year", "2001", "--format", "table", folder=cache)
    assert "rich.text" in loaded
    assert not {"tomli", "pydantic", "asyncio", "ssl", "rich.markdown", "rich.syntax"} & loaded
