"""The house keeps its shelves: what imports what, who may speak to the terminal, and how large a room may grow."""

from __future__ import annotations

import ast
import graphlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "vnkp"
MOST_LINES = 220
SHELVES = {
    5: "cli __main__",
    4: "render",
    3: "query totals anniversaries search tally",
    2: "store cache reading salvage advice faults syntax form cleaning lines check schema names words weighing",
    1: "model vocabulary",
    0: "errors edtf windows",
}
# vnkp itself is the door for Python users: it offers what stands on shelf 3 and below.
SHELF = {"vnkp": 3, **{f"vnkp.{name}": shelf for shelf, names in SHELVES.items() for name in names.split()}}
# To read a store, to read one that a word editor spoilt, and to find the line of a fault.
TOML_READERS = {"vnkp.reading", "vnkp.syntax", "vnkp.lines"}
# Each would cost more than a command's whole start, or comes with Typer under another name (click).
BANNED = {"pydantic", "asyncio", "ssl", "importlib.resources", "click"}


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def imports(module: str) -> Iterator[str]:
    """Everything that *module* imports, within functions too: modules, and names out of modules."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_imports(module: str) -> set[str]:
    """The modules of this package that *module* imports; the number of the version may be taken from anywhere."""
    own = {name for name in imports(module) if name.split(".")[0] == "vnkp" and name != "vnkp.__version__"}
    return {name if name in MODULES else name.rpartition(".")[0] for name in own}


def shelf(module: str) -> int:
    return SHELF.get(room(module), 5)  # that each has one is a test of its own


def room(module: str) -> str:
    """The module, or the package it lives in."""
    return ".".join(module.split(".")[:2])


def calls(module: str) -> Iterator[str]:
    """What *module* calls, as it is written."""
    return (ast.unparse(node.func) for node in ast.walk(tree(module)) if isinstance(node, ast.Call))


def test_every_module_has_a_shelf_and_every_shelf_its_modules() -> None:
    assert {room(module) for module in MODULES} == set(SHELF)


@pytest.mark.parametrize("module", MODULES)
def test_imports_never_point_up(module: str) -> None:
    assert [one for one in sorted(own_imports(module)) if shelf(one) > shelf(module)] == []


def test_no_module_imports_the_door() -> None:
    assert [module for module in MODULES if "vnkp" in own_imports(module)] == []


def test_no_imports_run_in_a_circle() -> None:
    graph = {module: own_imports(module) for module in MODULES}

    assert set(graphlib.TopologicalSorter(graph).static_order()) == set(MODULES)


def test_only_what_reads_stores_reads_toml() -> None:
    assert {module for module in MODULES if any(name.split(".")[0] == "tomli" for name in imports(module))} == TOML_READERS


@pytest.mark.parametrize("module", MODULES)
def test_nothing_is_imported_that_makes_every_command_slow(module: str) -> None:
    assert [name for name in imports(module) for banned in BANNED if name == banned or name.startswith(f"{banned}.")] == []


@pytest.mark.parametrize("module", [module for module in MODULES if shelf(module) < 5])
def test_only_the_command_line_speaks_to_the_terminal_and_ends_the_process(module: str) -> None:
    ways = {"print", "exit", "quit", "input", "sys.exit", "os._exit", "typer.echo", "typer.secho", "typer.Exit", "Console"}
    written = {"sys.stdout.write", "sys.stderr.write", "rich.print", "rich.console.Console"}

    assert [call for call in calls(module) if call in ways | written] == []
    assert [name for name in imports(module) if name.split(".")[0] == "typer"] == []


@pytest.mark.parametrize("module", [module for module in MODULES if shelf(module) < 4])
def test_only_pictures_and_the_command_line_know_of_rich(module: str) -> None:
    assert [name for name in imports(module) if name.split(".")[0] == "rich"] == []


@pytest.mark.parametrize("module", MODULES)
def test_no_module_is_larger_than_a_room_one_can_take_in(module: str) -> None:
    lines = MODULES[module].read_text(encoding="utf-8").count("\n")

    assert lines <= MOST_LINES


def undocumented(node: ast.Module | ast.ClassDef, where: str) -> Iterator[str]:
    """The public classes, functions and methods of *node* that do not say what they are."""
    for child in node.body:
        if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not child.name.startswith("_"):
            name = f"{where}.{child.name}"
            if not ast.get_docstring(child):
                yield name
            if isinstance(child, ast.ClassDef):
                yield from undocumented(child, name)


@pytest.mark.parametrize("module", MODULES)
def test_everything_public_says_what_it_is(module: str) -> None:
    assert ast.get_docstring(tree(module))
    assert list(undocumented(tree(module), module)) == []


@pytest.mark.parametrize("module", MODULES)
def test_a_module_says_what_it_is_in_its_first_line(module: str) -> None:
    first = MODULES[module].read_text(encoding="utf-8").splitlines()[0]

    assert first.startswith('"""')
    assert first.rstrip('"').endswith((".", ":"))
