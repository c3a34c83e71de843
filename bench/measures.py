"""What commands cost, measured with public tools: hyperfine for time, GNU time for
memory and for single long runs."""

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


class Stand:
    """Where commands are run: in the folder *scratch*, with a cache of their own and
    nothing of the developer's habits."""

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch
        habits = ("PYTHON", "VNKP_", "LC_", "NO_COLOR", "FORCE_COLOR")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(habits)}
        ours = {
            "LANG": "C.UTF-8",
            "COLUMNS": "100",
            "XDG_CACHE_HOME": str(scratch / "cache"),
            "PYTHONPYCACHEPREFIX": str(
                scratch / "compiled"
            ),  # every module is compiled once, whoever owns its folder
        }
        self.env = {**kept, **ours}

    def output(self, command: Sequence[str]) -> str:
        """What *command* prints."""
        done = subprocess.run(
            command, cwd=self.scratch, env=self.env, capture_output=True, text=True, check=True
        )
        return done.stdout

    def in_turn(self, commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, list[float]]:
        """The seconds that each of *commands* took, run once in each of the *rounds*,
        after a round to warm up."""
        told = self.scratch / "hyperfine.json"
        once = ["hyperfine", "--shell=none", "--runs=1", "--style=none", f"--export-json={told}"]
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for number in range(rounds + 1):
            self.output([*once, *(shlex.join(command) for command in commands.values())])
            results = json.loads(told.read_text())["results"]
            for name, result in zip(commands, results, strict=True):
                taken[name] += result["times"] if number else []
        return taken

    def cost(self, command: Sequence[str]) -> Cost:
        """What one run of *command* costs."""
        done = subprocess.run(
            [GNU_TIME, "-v", *command],
            cwd=self.scratch,
            env=self.env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=True,
        )
        told = dict(re.findall(r"^\s+(.*): ([0-9.]+)$", done.stderr, re.MULTILINE))
        seconds = float(told["User time (seconds)"]) + float(told["System time (seconds)"])
        return Cost(seconds, int(told["Maximum resident set size (kbytes)"]) * 1024)


def ratio(taken: Sequence[float], floor: Sequence[float]) -> float:
    """The median of the ratios of runs in the same round."""
    return median(ours / theirs for ours, theirs in zip(taken, floor, strict=True))


def exponent(small: float, large: float, factor: float) -> float:
    """How cost follows size, from *small* to *large*, when the size grows by *factor*:
    1 is in proportion, 2 is squared."""
    return math.log(large / small) / math.log(factor)
