"""Editors that format on save leave the record as it is."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.output.programs import find_program, run_program

ROOT = Path(__file__).parents[2]
RECORD = "data/facts.toml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The record and the configuration of editors, in a folder of their own."""
    (tmp_path / "data").mkdir()
    for name in (RECORD, ".taplo.toml", "tombi.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(
    "words",
    [
        ("taplo", "format"),
        ("tombi", "format", "--offline"),
        ("tombi", "format", "--offline", RECORD),
    ],
)
def test_a_formatter_leaves_the_record_alone(project: Path, words: tuple[str, ...]) -> None:
    run_program(find_program(words[0]), *words[1:], cwd=project)
    assert (project / RECORD).read_bytes() == (ROOT / RECORD).read_bytes()


def test_vs_code_formats_no_toml_on_save() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    assert settings["[toml]"]["editor.formatOnSave"] is False
