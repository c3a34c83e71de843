"""What a command must never import: start-up is most of what a command costs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SMALL

# What an answer for programs may load besides vnkp and the standard library.
PACKAGES = {
    "typer",
    "annotated_doc",  # Typer's
    "shellingham",  # Typer's
    "colorama",  # Typer's, on Windows
    "msgspec",
    "typing_extensions",  # msgspec's, where it is installed
}
# Each takes longer to load than all of vnkp.
SLOW = {"pydantic", "importlib.resources", "asyncio", "ssl", "socket", "hashlib", "logging", "http"}
PARSERS = {"tomli", "tomllib"}
# Parts of Rich and others that no screen needs.
NOT_FOR_SCREENS = {"rich.markdown", "rich.syntax", "rich.traceback", "pygments", "markdown_it"}

COMMANDS = [
    ("list",),
    ("year", "2001"),
    ("disputes",),
    ("search", "rice"),
    ("visits",),
    ("aid",),
    ("trade",),
    ("show", "2001-rice-by-train"),
    ("people",),
]

# Runs a command as the program does, and prints what it has loaded when it leaves.
PROGRAM = """
import os, sys
os._exit = sys.exit
from vnkp.__main__ import main
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder that holds the small store."""
    folder = tmp_path_factory.mktemp("cache")
    loaded(folder, "list", "--json")
    return folder


def loaded(cache: Path, *words: str) -> set[str]:
    """The modules that a command has loaded by its end, without those that Python loads itself."""
    env = {**os.environ, "XDG_CACHE_HOME": str(cache), "VNKP_DATA": str(SMALL)}
    bare = subprocess.run(
        [sys.executable, "-c", "import sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words],
        capture_output=True,
        text=True,
        env=env,
        check=True,
    )
    return set(done.stderr.split("\n")[-2].split()) - set(bare.stdout.split())


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_an_answer_in_json_loads_neither_rich_nor_a_parser(
    words: tuple[str, ...], cache: Path
) -> None:
    modules = loaded(cache, *words, "--json")
    packages = {name.partition(".")[0] for name in modules} - sys.stdlib_module_names
    assert packages <= PACKAGES | {"vnkp"}
    assert not modules & (SLOW | PARSERS)


@pytest.mark.parametrize("form", ["tsv", "csv", "md", "jsonl"])
def test_no_answer_for_programs_loads_rich(form: str, cache: Path) -> None:
    modules = loaded(cache, "list", "--format", form)
    assert not modules & ({"rich"} | SLOW | PARSERS)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_screen_loads_no_part_of_rich_that_it_does_not_need(
    words: tuple[str, ...], cache: Path
) -> None:
    modules = loaded(cache, *words, "--format", "table")
    assert "rich" in modules
    assert not modules & (NOT_FOR_SCREENS | SLOW | PARSERS)


def test_importing_vnkp_loads_neither_the_command_line_nor_rich_nor_a_parser() -> None:
    program = "import sys, vnkp; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    modules = set(done.stdout.split())
    assert not modules & ({"typer", "rich"} | SLOW | PARSERS)
