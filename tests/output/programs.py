"""Programs that answers are handed to, where they are installed."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


def find_program(name: str) -> str:
    """The program called *name*, on the path or beside this Python; skips the test without it."""
    path = shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))
    if path is None:
        pytest.skip(f"there is no {name}")
    return path


def find_pandoc() -> str:
    """Pandoc, on the path or within the package pypandoc_binary."""
    if path := shutil.which("pandoc"):
        return path
    pypandoc = pytest.importorskip("pypandoc")
    return str(pypandoc.get_pandoc_path())


# Datasette is slow to start: one start answers all paths.
_DATASETTE = """
import asyncio, json, sys
from datasette.app import Datasette

async def answers():
    client = Datasette([sys.argv[1]]).client
    return [(await client.get(path)).text for path in sys.argv[2:]]

print(json.dumps(asyncio.run(answers())))
"""


def ask_datasette(database: Path, *paths: str) -> list[str]:
    """What Datasette answers to *paths* when it serves *database*; skips the test without it."""
    if importlib.util.find_spec("datasette") is None:
        pytest.skip("there is no datasette")
    words = (sys.executable, "-c", _DATASETTE, str(database), *paths)
    answers: list[str] = json.loads(run_program(*words, cwd=database.parent))
    return answers


def run_program(*words: str, cwd: Path, stdin: str | None = None) -> str:
    """What the program prints; it has to succeed."""
    done = subprocess.run(
        words,
        input=None if stdin is None else stdin.encode(),
        capture_output=True,
        cwd=cwd,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode() + done.stdout.decode()
    return done.stdout.decode()
