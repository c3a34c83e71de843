"""The house keeps its floors: who may import whom, who may write to the terminal, and sizes."""

from __future__ import annotations

import ast
import graphlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "src" / "vnkp"
MAX_LINES = 250
MAX_COLUMNS = 100
MAX_FUNCTION_LINES = 40
# A module may import from lower floors and from its own folder. The ground is 1.
FLOORS = {
    "errors": 1,
    "text": 1,
    "clock": 1,
    "version": 1,
    "model": 2,
    "i18n": 3,
    "store": 3,
    "query": 4,
    "answers": 5,
    "lint": 5,
    "briefing": 6,
    "output": 6,
    "cli": 7,
    "__main__": 8,
    "": 8,  # vnkp itself, the face for Python users
}
# Each would cost more than a command's whole start, or is Typer's under another name (click).
BANNED = {"pydantic", "asyncio", "ssl", "importlib.resources", "click"}
EXITS = {"exit", "quit", "input", "sys.exit", "os._exit", "typer.Exit"}
WRITERS = {"print", "typer.echo", "typer.secho", "sys.stdout.write", "sys.stderr.write"}


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


@cache
def imports(module: str) -> list[str]:
    """Everything that *module* imports, also within functions, as dotted names."""
    names = []
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module} imports relatively"
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names


def own_imports(module: str) -> set[str]:
    """The modules of this package that *module* imports."""
    own = {name for name in imports(module) if name.split(".")[0] == "vnkp"}
    return {name if name in MODULES else name.rpartition(".")[0] for name in own}


def importers(package: str) -> list[str]:
    """The modules that import *package* or something of it."""
    return [
        module
        for module in MODULES
        if any(f"{name}.".startswith(f"{package}.") for name in imports(module))
    ]


def folder(module: str) -> str:
    """The folder of the package that *module* lies in, or its own name in the root."""
    return module.partition(".")[2].partition(".")[0]


def floor(module: str) -> int:
    return FLOORS.get(folder(module), 0)  # that each folder has a floor is a test of its own


def calls(module: str) -> Iterator[str]:
    """What *module* calls, as it is written."""
    return (ast.unparse(node.func) for node in ast.walk(tree(module)) if isinstance(node, ast.Call))


def test_every_folder_has_a_floor() -> None:
    assert {folder(module) for module in MODULES} == set(FLOORS)


def test_imports_point_down() -> None:
    assert [
        f"{module} imports {name}"
        for module in MODULES
        for name in own_imports(module)
        if floor(name) not in (1, *range(floor(module))) and folder(name) != folder(module)
    ] == []


def test_no_imports_run_in_a_circle() -> None:
    graph = {module: own_imports(module) for module in MODULES}

    assert set(graphlib.TopologicalSorter(graph).static_order()) == set(MODULES)


def test_only_the_store_reads_toml() -> None:
    assert {folder(module) for module in importers("tomli")} == {"store"}


def test_nothing_is_imported_that_makes_every_command_slow() -> None:
    assert {name: importers(name) for name in BANNED if importers(name)} == {}


def test_only_the_command_line_writes_to_the_terminal_and_ends_the_process() -> None:
    below = [module for module in MODULES if floor(module) < FLOORS["cli"]]

    assert [
        f"{module} calls {call}"
        for module in below
        for call in calls(module)
        if call in EXITS | WRITERS
    ] == []
    assert [module for module in importers("typer") if module in below] == []


def test_only_output_and_the_command_line_know_rich() -> None:
    assert [module for module in importers("rich") if floor(module) < FLOORS["output"]] == []


def test_modules_lines_and_functions_are_short() -> None:
    for module, path in MODULES.items():
        lines = path.read_text(encoding="utf-8").split("\n")
        functions = [node for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef)]

        assert len(lines) - 1 <= MAX_LINES, module
        assert [line for line in lines if len(line) > MAX_COLUMNS] == [], module
        assert [
            function.name
            for function in functions
            if (function.end_lineno or 0) - function.lineno >= MAX_FUNCTION_LINES
        ] == [], module


def undocumented(node: ast.Module | ast.ClassDef, where: str) -> Iterator[str]:
    """The public classes, functions and methods of *node* without a docstring."""
    for child in node.body:
        if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            name = f"{where}.{child.name}"
            if not child.name.startswith("_"):
                if not ast.get_docstring(child):
                    yield name
                if isinstance(child, ast.ClassDef):
                    yield from undocumented(child, name)


def test_everything_public_has_a_docstring() -> None:
    assert [name for module in MODULES for name in undocumented(tree(module), module)] == []


def test_the_first_line_of_a_module_says_what_it_is() -> None:
    for module, path in MODULES.items():
        first = path.read_text(encoding="utf-8").splitlines()[0]

        assert first.startswith('"""'), module
        assert first.rstrip('"').endswith((".", ":")), module


def test_no_module_shares_its_name_with_a_function_or_method() -> None:
    functions = {
        node.name
        for module in MODULES
        for node in ast.walk(tree(module))
        if isinstance(node, ast.FunctionDef)
        if not any(ast.unparse(one) == "property" for one in node.decorator_list)  # a field
    }
    modules = {module.rpartition(".")[2] for module in MODULES}
    assert functions & modules == set()
