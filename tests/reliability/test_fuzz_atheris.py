"""A short round of the coverage-guided fuzzing, where atheris is installed."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import TESTS


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris is not installed")
def test_a_short_round_finds_nothing(tmp_path: Path) -> None:
    script = TESTS / "fuzz_atheris.py"
    env = {**os.environ, "VNKP_CACHE": "off"}
    done = subprocess.run(
        [sys.executable, str(script), "-runs=300", "-seed=1", str(tmp_path)],
        capture_output=True,
        env=env,
        cwd=tmp_path,
        timeout=600,
        check=False,
    )

    assert done.returncode == 0, done.stderr.decode()[-2000:]
    assert b"Done 300 runs" in done.stderr
