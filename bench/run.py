"""What vnkp costs, side by side with the floor it stands on and with its peers:
``python bench/run.py``.

It makes stores of 1,000, 10,000 and 100,000 facts in a temporary folder, measures,
prints the tables, and writes them to
``bench/RESULTS.md``. It needs hyperfine and GNU time; of recutils, jq and hledger,
those that are installed are measured.
On two idle cores it takes some ten minutes; ``--quick`` leaves out the largest store,
measures less often, and writes nothing.
"""

from __future__ import annotations

import gc
import json
import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median

from floors import DRAWING, EMPTY
from measures import Stand, exponent, ratio
from stores import Records, write

REAL = Path(__file__).parents[1] / "data" / "facts.toml"
RESULTS = Path(__file__).with_name("RESULTS.md")
YEAR = "1961"
FACT = "1958-kim-il-sung-in-vietnam"

# Answers that cost little more than a start, and answers for which all facts have to be
# looked at or printed.
LOOKUPS = [
    f"year {YEAR} --json",
    f"show {FACT} --json",
    "visits --json",
    "aid --json",
    "anniversaries 2027 --json",
    f"year {YEAR} --format table",
    f"show {FACT} --format table",
    "aid --format table",
]
WHOLES = ["search rice --json", "list --json", "list --format table", "timeline", "check"]

# What both need is imported in all three, so that the first tells what is to be taken
# off the others.
IDLE = "import sys, tomli, vnkp.store.parser, vnkp"
PARSING = f"{IDLE}; tomli.loads(open(sys.argv[1], encoding='utf-8').read())"
LOADING = f"{IDLE}; vnkp.load(sys.argv[1], cached=False)"

Lines = Iterator[str]


def vnkp(*words: str, data: Path = REAL) -> list[str]:
    """The command line that asks vnkp."""
    return [str(Path(sys.executable).with_name("vnkp")), *words, "--data", str(data)]


def start(stand: Stand, asked: Sequence[str], rounds: int) -> Lines:
    """A table of what is *asked* of the real store, as ratios to the floor."""
    floors = {
        "an empty Typer command": EMPTY,
        "an empty Typer command that prints a Rich table": DRAWING,
    }
    commands = {}
    for number, (name, text) in enumerate(floors.items()):
        (stand.scratch / f"floor{number}.py").write_text(text)
        commands[name] = [sys.executable, f"floor{number}.py"]
    commands |= {f"`vnkp {words}`": vnkp(*words.split()) for words in asked}
    taken = stand.in_turn(commands, rounds)
    empty, drawing = floors
    yield from heading("command", "median", "× empty Typer", "× with a Rich table")
    for name, seconds in taken.items():
        ratios = [f"{ratio(seconds, taken[floor]):.2f}" for floor in (empty, drawing)]
        yield row(name, f"{median(seconds) * 1000:.0f} ms", *ratios)


def peers(made: Records) -> dict[str, list[str]]:
    """How each of the installed peers is asked for the facts of a year; hledger knows
    the first day of each only."""
    asked = {
        "recsel": ["-e", f"first <= {YEAR} && last >= {YEAR}", str(made.rec)],
        "jq": ["-c", f"select(.first <= {YEAR} and .last >= {YEAR})", str(made.jsonl)],
        "hledger": ["-f", str(made.journal), "print", f"date:{YEAR}"],
    }
    return {name: [name, *words] for name, words in asked.items() if shutil.which(name)}


def sizes(stand: Stand, stores: dict[int, Records], rounds: int) -> Lines:
    """A table of what a year costs out of each store, with the cache, and of how many
    times longer the peers take."""
    names = list(peers(next(iter(stores.values()))))
    yield from heading("facts", "vnkp", *names, *(f"{name} : vnkp" for name in names))
    for count, made in stores.items():
        asked = peers(made)
        ours = vnkp("year", YEAR, "--json", data=made.toml)
        agree(stand, ours, asked)
        taken = stand.in_turn({"vnkp": ours, **asked}, rounds)
        times = [f"{median(seconds):.2f} s" for seconds in taken.values()]
        yield row(
            f"{count:,}", *times, *(f"{ratio(taken[name], taken['vnkp']):.1f}" for name in names)
        )


def agree(stand: Stand, ours: Sequence[str], asked: dict[str, list[str]]) -> None:
    """Make sure that vnkp, recsel and jq find as many facts."""
    found = {"vnkp": len(json.loads(stand.output(ours)))}
    if "recsel" in asked:
        found["recsel"] = int(stand.output([*asked["recsel"], "-c"]))
    if "jq" in asked:
        found["jq"] = stand.output(asked["jq"]).count("\n")
    if len(set(found.values())) > 1:
        raise SystemExit(f"not the same question: {found}")


def uncached(stand: Stand, stores: dict[int, Records], rounds: dict[int, int]) -> Lines:
    """A table of what reading a store costs without the cache, as a ratio to parsing
    its TOML alone."""
    yield from heading("facts", "`tomli.loads`", "`vnkp.load(cached=False)`", "ratio")
    for count, made in stores.items():
        commands = {
            name: [sys.executable, "-c", name, str(made.toml)] for name in (IDLE, PARSING, LOADING)
        }
        taken = stand.in_turn(commands, rounds[count])
        idle = median(taken.pop(IDLE))
        parsing, loading = ([total - idle for total in taken[name]] for name in (PARSING, LOADING))
        yield row(
            f"{count:,}",
            f"{median(parsing):.2f} s",
            f"{median(loading):.2f} s",
            f"{ratio(loading, parsing):.2f}",
        )


def growth(stand: Stand, stores: dict[int, Records]) -> Lines:
    """A table of how processor time and memory grow from the last store but one to the last."""
    few, many = list(stores)[-2:]
    idle = stand.cost([sys.executable, "floor0.py"]).seconds
    yield from heading("command", f"{few:,} facts", f"{many:,} facts", "exponent", "memory a fact")
    for words in (
        ("year", YEAR, "--json"),
        ("aid", "--json"),
        ("search", "rice", "--json"),
        ("timeline",),
        ("check",),
    ):
        small, large = (stand.cost(vnkp(*words, data=stores[count].toml)) for count in (few, many))
        # The time that an empty command takes grows with nothing.
        slope = exponent(small.seconds - idle, large.seconds - idle, many / few)
        memory = (large.memory - small.memory) / (many - few) / 1024
        times = (f"{small.seconds:.2f} s", f"{large.seconds:.2f} s")
        yield row(f"`vnkp {' '.join(words)}`", *times, f"{slope:.2f}", f"{memory:.1f} kB")


def heading(*names: str) -> Lines:
    """The head of a table in Markdown."""
    yield row(*names)
    yield row("---", *("---:" for _ in names[1:]))


def row(*cells: str) -> str:
    """A line of a table in Markdown."""
    return f"| {' | '.join(cells)} |"


def machine(stand: Stand) -> str:
    """What all this was measured on, without its name."""
    told = Path("/proc/cpuinfo")
    models = (
        re.findall(r"model name\s*: (.*)", told.read_text())
        if told.exists()
        else [platform.machine()]
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    packages = [f"{name} {version(name)}" for name in ("typer", "rich", "msgspec", "tomli")]
    tools = [name for name in ("recsel", "jq", "hledger", "hyperfine") if shutil.which(name)]
    versions = [stand.output([name, "--version"]).split("\n")[0] for name in tools]
    computer = f"{models[0]}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}"
    return "; ".join([computer, f"Python {platform.python_version()}", *packages, *versions])


def report(stand: Stand, quick: bool) -> Lines:
    """Everything, line by line."""
    counts = (1_000, 10_000) if quick else (1_000, 10_000, 100_000)
    yield "# What vnkp costs\n"
    yield f"Written by `python bench/run.py`. The machine: {machine(stand)}.\n"
    yield "Times are medians, ratios are medians of the ratios of runs in turn.\n"
    yield "## Start\n"
    yield f"The real store, {REAL.stat().st_size / 1000:.0f} kB. Goal: JSON in at most 1.25 × an empty Typer command, a table"
    yield "in at most 1.25 × one that prints a Rich table.\n"
    yield from start(stand, LOOKUPS, 5 if quick else 40)
    yield "\n## The whole of the real store\n"
    yield "The same for answers that look at every fact, or print it. `check` parses the store anew.\n"
    yield from start(stand, WHOLES, 3 if quick else 20)
    yield "\n## A year out of many facts, with the cache\n"
    yield f"`vnkp year {YEAR} --json`, and the peers with the same filter on the same facts. Goal: faster than recsel on 10,000"
    yield "facts, and than all three on 100,000.\n"
    stores = {count: write(REAL, count, stand.scratch) for count in counts}
    yield from sizes(stand, stores, 2 if quick else 5)
    yield "\n## Reading a store without the cache\n"
    yield "Goal: at most 1.5 × `tomli.loads` alone. The start of Python and its imports are taken off both.\n"
    yield from uncached(
        stand, stores, dict(zip(counts, (5, 1) if quick else (20, 7, 2), strict=True))
    )
    yield "\n## Growth\n"
    yield "Processor time and memory at most. Goal: in proportion, an exponent of about 1.\n"
    yield from growth(stand, stores)


def main() -> None:
    """Measure, print, and write the results down."""
    gc.disable()  # a hundred thousand facts in four forms are made here, and no garbage
    quick = "--quick" in sys.argv[1:]
    lines = []
    with tempfile.TemporaryDirectory() as scratch:
        for line in report(Stand(Path(scratch)), quick):
            print(line, flush=True)
            lines.append(line)
    if not quick:
        RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
