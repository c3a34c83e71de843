"""What a command imports, and why: that is most of what starting it costs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import vnkp

from .conftest import SMALL

# What every answer in JSON loads of vnkp, with the reason for each.
ALWAYS = {
    "vnkp": "the version; what Python users are offered is fetched when they ask for it",
    "vnkp.__main__": "the beginning",
    "vnkp.cache": "the store, parsed",
    "vnkp.cli": "the commands and where they live",
    "vnkp.cli.letters": "streams that can carry every letter",
    "vnkp.cli.options": "the options that commands share",
    "vnkp.cli.run": "errors, and where the answer goes",
    "vnkp.cli.terminal": "whether there is a terminal",
    "vnkp.cli.waiting": "a sign of life while a large store is read",
    "vnkp.cli.writing": "writing to a file",
    "vnkp.edtf": "dates",
    "vnkp.errors": "errors",
    "vnkp.model": "facts",
    "vnkp.names": "people and places by any name, for the filters",
    "vnkp.query": "the filters",
    "vnkp.render": "the package of export",
    "vnkp.render.export": "JSON",
    "vnkp.store": "where the store is",
    "vnkp.vocabulary": "kinds and ranks",
    "vnkp.windows": "years and spans",
    "vnkp.words": "the package of phrases",
    "vnkp.words.phrases": "what is said on stderr",
}
SUMS = {"vnkp.cli.accounts", "vnkp.cli.giving", "vnkp.totals", "vnkp.weighing", "vnkp.words.labels"}
LISTS = {"vnkp.cli.listing", "vnkp.cli.giving"}
# What single commands load beyond that.
JSON = {
    ("list", "--json"): LISTS,
    ("year", "2001", "--json"): LISTS | {"vnkp.words.dates"},
    ("disputes", "--json"): LISTS,
    ("search", "rice", "--json"): LISTS | {"vnkp.search"},
    ("aid", "--json"): SUMS,
    ("show", "2001-rice-by-train", "--json"): {"vnkp.cli.records", "vnkp.tally"},
    ("people", "--json"): {"vnkp.cli.records", "vnkp.tally"},
}
FOREIGN = {
    "typer": "the command line",
    "annotated_doc": "Typer's",
    "shellingham": "Typer's",
    "msgspec": "the model, the cache and JSON",
    "typing_extensions": "msgspec's, where it is installed",
    "colorama": "Typer's, on Windows",
}
# Modules that would take longer to load than all of vnkp.
NEVER = {
    "pydantic",
    "importlib.resources",
    "asyncio",
    "ssl",
    "socket",
    "hashlib",
    "logging",
    "tomli",
    "tomllib",
    "http",
    "json",
}
# Parts of Rich that no screen needs, and what not even a screen should load.
UNDRAWN = {"rich.markdown", "rich.syntax", "rich.traceback", "pygments", "markdown_it", "pydantic", "asyncio", "ssl"}

# Runs a command as the program does, and tells what it has loaded when it leaves.
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
    """The modules that a command has loaded by its end, but for those that Python loads by itself."""
    around = {**os.environ, "XDG_CACHE_HOME": str(cache), "VNKP_DATA": str(SMALL)}
    bare = subprocess.run([sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, text=True, check=True)
    done = subprocess.run([sys.executable, "-c", PROGRAM, *words], capture_output=True, text=True, env=around, check=True)
    return set(done.stderr.split("\n")[-2].split()) - set(bare.stdout.split())


@pytest.mark.parametrize("words", JSON, ids=" ".join)
def test_an_answer_in_json_loads_these_modules_and_no_others(words: tuple[str, ...], cache: Path) -> None:
    modules = loaded(cache, *words)
    assert {name for name in modules if name.partition(".")[0] == "vnkp"} == ALWAYS.keys() | JSON[words]
    packages = {name.partition(".")[0] for name in modules} - sys.stdlib_module_names
    assert packages <= FOREIGN.keys() | {"vnkp"}
    assert not modules & NEVER


@pytest.mark.parametrize("form", ["tsv", "csv", "md", "jsonl"])
def test_no_answer_for_machines_draws(form: str, cache: Path) -> None:
    modules = loaded(cache, "list", "--format", form)
    assert not modules & {"rich", *NEVER}


@pytest.mark.parametrize("words", [("list",), ("timeline",), ("aid",), ("show", "2001-rice-by-train")], ids=" ".join)
def test_a_picture_loads_rich_and_nothing_that_is_never_needed(words: tuple[str, ...], cache: Path) -> None:
    modules = loaded(cache, *words, "--format", "table")
    assert "rich" in modules
    assert not modules & UNDRAWN


def test_importing_vnkp_loads_nothing_else_until_it_is_asked_for() -> None:
    told = "import sys, vnkp; print([name for name in sys.modules if name.startswith(('vnkp.', 'msgspec', 'typer'))])"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
    assert set(vnkp.__all__) <= set(dir(vnkp))
    with pytest.raises(AttributeError, match="module 'vnkp' has no attribute 'nothing'"):
        _ = vnkp.nothing  # type: ignore[attr-defined]
