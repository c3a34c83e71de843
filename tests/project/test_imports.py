"""What a command must never import: start-up is most of what a command costs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SMALL
from vnkp.cli import lazy_modules

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
    # One that waits to be used is of another class.
    names = [name for name, module in sys.modules.items() if type(module) is type(os)]
    print(*names, file=sys.stderr)
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


@pytest.mark.parametrize("words", [("year", "2001"), ("visits",)], ids=" ".join)
def test_a_command_alone_or_with_a_year_loads_none_of_the_modules_that_wait(
    words: tuple[str, ...], cache: Path
) -> None:
    assert not loaded(cache, *words, "--json") & set(lazy_modules.NAMES)


# Runs in a process of its own: what waits here must not wait in other tests.
WAITING = """
import importlib, sys
from vnkp.cli import lazy_modules

loaded = {*sys.modules}
lazy_modules.register()
assert not any(name.startswith("vnkp") for name in loaded.intersection(lazy_modules.NAMES))
waiting = {name: importlib.import_module(name) for name in lazy_modules.NAMES if name not in loaded}
assert not [name for name, module in waiting.items() if type(module) is type(sys)]
for name, module in waiting.items():
    assert not hasattr(module, "no_such_name")
    assert type(module) is type(sys) and sys.modules[name] is module, name
    assert module.__spec__.name == name and vars(module)["__file__"]
"""


def test_a_module_that_waits_is_itself_once_it_is_used() -> None:
    subprocess.run([sys.executable, "-c", WAITING], check=True)


def test_importing_vnkp_loads_neither_the_command_line_nor_rich_nor_a_parser() -> None:
    program = "import sys, vnkp; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    modules = set(done.stdout.split())
    assert not modules & ({"typer", "rich"} | SLOW | PARSERS)
