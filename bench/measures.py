"""What commands cost, measured by hyperfine (seconds) and GNU time (processor time, memory)."""

from __future__ import annotations

import json
import math
import os
import re
import shlex
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

GNU_TIME = "/usr/bin/time"


class Cost(NamedTuple):
    """What a single run cost: seconds of processor time, and bytes of memory at most."""

    seconds: float
    memory: int


class Runner:
    """Runs commands in *folder*, with a cache of their own and no settings of the user's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        settings = ("PYTHON", "VNKP_", "LC_", "NO_COLOR", "FORCE_COLOR")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(settings)}
        self.env = {
            **kept,
            "LANG": "C.UTF-8",
            "COLUMNS": "100",
            "XDG_CACHE_HOME": str(folder / "cache"),
            # Every module is compiled once, even in a folder that cannot be written.
            "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        }

    def output(self, command: Sequence[str]) -> str:
        """What *command* prints."""
        return subprocess.run(
            command, cwd=self.folder, env=self.env, capture_output=True, text=True, check=True
        ).stdout

    def in_turn(self, commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, list[float]]:
        """The seconds that each of *commands* takes, once a round, after a round to warm up."""
        export = self.folder / "hyperfine.json"
        runner = ["hyperfine", "--shell=none", "--runs=1", "--style=none"]
        runner.append(f"--export-json={export}")
        seconds: dict[str, list[float]] = {name: [] for name in commands}
        for number in range(rounds + 1):
            self.output([*runner, *(shlex.join(command) for command in commands.values())])
            results = json.loads(export.read_text())["results"]
            for name, result in zip(commands, results, strict=True):
                seconds[name] += result["times"] if number else []
        return seconds

    def cost(self, command: Sequence[str]) -> Cost:
        """What one run of *command* costs."""
        report = subprocess.run(
            [GNU_TIME, "-v", *command],
            cwd=self.folder,
            env=self.env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=True,
        ).stderr
        values = dict(re.findall(r"^\s+(.*): ([0-9.]+)$", report, re.MULTILINE))
        seconds = float(values["User time (seconds)"]) + float(values["System time (seconds)"])
        return Cost(seconds, int(values["Maximum resident set size (kbytes)"]) * 1024)


def ratio(seconds: Sequence[float], others: Sequence[float]) -> float:
    """The median of the ratios of runs in the same round."""
    return median(ours / theirs for ours, theirs in zip(seconds, others, strict=True))


def exponent(small: float, large: float, factor: float) -> float:
    """How cost grows with size, which grows by *factor*: 1 in proportion, 2 with its square."""
    return math.log(large / small) / math.log(factor)
