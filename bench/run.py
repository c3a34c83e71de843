"""What vnkp costs, beside bare commands and beside its peers: ``python bench/run.py``.

Makes stores of up to 100,000 facts in a temporary folder, measures, prints the tables and writes
them to ``bench/RESULTS.md``. Needs hyperfine and GNU time; recutils, jq and hledger are measured
where they are installed. On two idle cores it takes some ten minutes; ``--quick`` leaves out the
largest store, measures less often, and writes nothing.
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

import tomli
from baselines import EMPTY, TABLE
from measures import Runner, exponent, ratio
from stores import Records, write

RECORD = Path(__file__).parents[1] / "data" / "facts.toml"
RESULTS = Path(__file__).with_name("RESULTS.md")
YEAR = "1961"
WORD = "rice"
FACT = "1958-kim-il-sung-in-vietnam"

# Commands that answer from a few facts, and those that look at every fact or print it.
FEW_FACTS = [
    f"year {YEAR} --json",
    f"show {FACT} --json",
    "visits --json",
    "aid --json",
    "anniversaries 2027 --json",
    f"year {YEAR} --format table",
    f"show {FACT} --format table",
    "visits --format table",
    "aid --format table",
]
ALL_FACTS = [
    f"search {WORD} --json",
    f"{WORD} 2012 --json",
    "people kim --json",
    "list --json",
    "list --format table",
    "timeline",
    "check",
]
GROWING = [f"year {YEAR} --json", "aid --json", f"search {WORD} --json", "timeline", "check"]

# All three import the same, so that the first tells what to take off the others.
IMPORTS = "import sys, tomli, vnkp.store.parser, vnkp"
PARSING = f"{IMPORTS}; tomli.loads(open(sys.argv[1], encoding='utf-8').read())"
LOADING = f"{IMPORTS}; vnkp.load(sys.argv[1], cached=False)"

Lines = Iterator[str]


def vnkp(*words: str, data: Path = RECORD) -> list[str]:
    """The command line that asks vnkp."""
    return [str(Path(sys.executable).with_name("vnkp")), *words, "--data", str(data)]


def against_baselines(runner: Runner, lines: Sequence[str], rounds: int) -> Lines:
    """A table of what command *lines* cost on the record, as ratios to bare commands."""
    commands = {}
    baselines = {"an empty Typer command": EMPTY, "one that prints a Rich table": TABLE}
    for number, (name, text) in enumerate(baselines.items()):
        (runner.folder / f"baseline{number}.py").write_text(text)
        commands[name] = [sys.executable, f"baseline{number}.py"]
    commands |= {f"`vnkp {line}`": vnkp(*line.split()) for line in lines}
    seconds = runner.in_turn(commands, rounds)
    yield from heading("command", "median", "× empty Typer", "× with a Rich table")
    for name, times in seconds.items():
        ratios = [f"{ratio(times, seconds[baseline]):.2f}" for baseline in baselines]
        yield row(name, f"{median(times) * 1000:.0f} ms", *ratios)


def year_in_peers(records: Records) -> dict[str, list[str]]:
    """How the installed peers are asked for a year; hledger knows the first day of each alone."""
    return _installed(
        {
            "recsel": ["-e", f"first <= {YEAR} && last >= {YEAR}", str(records.rec)],
            "jq": ["-c", f"select(.first <= {YEAR} and .last >= {YEAR})", str(records.jsonl)],
            "hledger": ["-f", str(records.journal), "print", f"date:{YEAR}"],
        }
    )


def word_in_peers(records: Records) -> dict[str, list[str]]:
    """How the installed peers are asked for a word: they look for its letters anywhere."""
    return _installed(
        {
            "recsel": ["-i", "-q", WORD, str(records.rec)],
            "jq": ["-c", f'select(tojson | test("{WORD}"; "i"))', str(records.jsonl)],
            "hledger": ["-f", str(records.journal), "print", f"desc:{WORD}"],
        }
    )


def _installed(commands: dict[str, list[str]]) -> dict[str, list[str]]:
    return {name: [name, *words] for name, words in commands.items() if shutil.which(name)}


def beside_peers(runner: Runner, stores: dict[int, Records], rounds: int, question: str) -> Lines:
    """A table of what a year or a word costs in each store, with the cache, and in the peers."""
    ask, line = {
        "year": (year_in_peers, f"year {YEAR} --json"),
        "word": (word_in_peers, f"search {WORD} --json"),
    }[question]
    names = list(ask(next(iter(stores.values()))))
    yield from heading("facts", "vnkp", *names, *(f"{name} : vnkp" for name in names))
    for count, records in stores.items():
        ours, peers = vnkp(*line.split(), data=records.toml), ask(records)
        if question == "year":
            check_agreement(runner, ours, peers)
        seconds = runner.in_turn({"vnkp": ours, **peers}, rounds)
        times = [f"{median(taken):.2f} s" for taken in seconds.values()]
        ratios = [f"{ratio(seconds[name], seconds['vnkp']):.1f}" for name in names]
        yield row(f"{count:,}", *times, *ratios)


def check_agreement(runner: Runner, ours: Sequence[str], peers: dict[str, list[str]]) -> None:
    """Stop unless vnkp, recsel and jq find as many facts by their own dates.

    vnkp also finds facts that another source puts in the year.
    """
    facts = json.loads(runner.output(ours))
    by_date = [
        fact for fact in facts if fact["earliest"][:4] <= YEAR <= (fact["latest"] or "9999")[:4]
    ]
    numbers = {"vnkp": len(by_date)}
    if "recsel" in peers:
        numbers["recsel"] = int(runner.output([*peers["recsel"], "-c"]))
    if "jq" in peers:
        numbers["jq"] = runner.output(peers["jq"]).count("\n")
    if len(set(numbers.values())) > 1:
        raise SystemExit(f"not the same question: {numbers}")


def without_cache(runner: Runner, stores: dict[int, Records], rounds: Sequence[int]) -> Lines:
    """A table of what reading a store costs without the cache, beside parsing its TOML alone."""
    yield from heading("facts", "`tomli.loads`", "`vnkp.load(cached=False)`", "ratio")
    for (count, records), number in zip(stores.items(), rounds, strict=True):
        commands = {
            code: [sys.executable, "-c", code, str(records.toml)]
            for code in (IMPORTS, PARSING, LOADING)
        }
        seconds = runner.in_turn(commands, number)
        start = median(seconds[IMPORTS])
        parsing, loading = ([time - start for time in seconds[code]] for code in (PARSING, LOADING))
        times = [f"{median(parsing):.2f} s", f"{median(loading):.2f} s"]
        yield row(f"{count:,}", *times, f"{ratio(loading, parsing):.2f}")


def growth(runner: Runner, stores: dict[int, Records]) -> Lines:
    """A table of how processor time and memory grow from the last store but one to the last."""
    few, many = list(stores)[-2:]
    start = runner.cost([sys.executable, "baseline0.py"]).seconds
    yield from heading("command", f"{few:,} facts", f"{many:,} facts", "exponent", "memory a fact")
    for line in GROWING:
        small, large = (
            runner.cost(vnkp(*line.split(), data=stores[count].toml)) for count in (few, many)
        )
        # The time that an empty command takes does not grow.
        slope = exponent(small.seconds - start, large.seconds - start, many / few)
        memory = (large.memory - small.memory) / (many - few) / 1024
        times = (f"{small.seconds:.2f} s", f"{large.seconds:.2f} s")
        yield row(f"`vnkp {line}`", *times, f"{slope:.2f}", f"{memory:.1f} kB")


def heading(*names: str) -> Lines:
    """The head of a table in Markdown."""
    yield row(*names)
    yield row("---", *("---:" for _ in names[1:]))


def row(*cells: str) -> str:
    """A line of a table in Markdown."""
    return f"| {' | '.join(cells)} |"


def machine(runner: Runner) -> str:
    """The processor, the memory and the versions with which all was measured."""
    cpuinfo = Path("/proc/cpuinfo")
    text = cpuinfo.read_text() if cpuinfo.exists() else ""
    models = re.findall(r"model name\s*: (.*)", text) or [platform.machine()]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    packages = [f"{name} {version(name)}" for name in ("typer", "rich", "msgspec", "tomli")]
    tools = [name for name in ("recsel", "jq", "hledger", "hyperfine") if shutil.which(name)]
    versions = [runner.output([name, "--version"]).split("\n")[0] for name in tools]
    computer = f"{models[0]}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}"
    return "; ".join([computer, f"Python {platform.python_version()}", *packages, *versions])


def report(runner: Runner, quick: bool) -> Lines:
    """Everything, line by line."""
    size = len(tomli.loads(RECORD.read_text(encoding="utf-8"))["fact"])
    counts = (size, 10_000) if quick else (size, 10_000, 100_000)
    yield "# What vnkp costs\n"
    yield f"Written by `python bench/run.py`. The machine: {machine(runner)}.\n"
    yield "Times are medians, ratios are medians of the ratios of runs in turn.\n"
    yield "## Start\n"
    yield f"The record, {RECORD.stat().st_size / 1000:.0f} kB. Goal: JSON in at most 1.25 × an"
    yield "empty Typer command, a table in at most 1.25 × one that prints a Rich table.\n"
    yield from against_baselines(runner, FEW_FACTS, 5 if quick else 40)
    yield "\n## Answers from the whole record\n"
    yield "Goal: `search`, words without a command and `people` in at most 1.25 × an empty Typer"
    yield "command; `list` as a table in at most 3 × one that prints a Rich table. `check` parses"
    yield "the record anew.\n"
    yield from against_baselines(runner, ALL_FACTS, 3 if quick else 20)
    stores = {count: write(RECORD, count, runner.folder) for count in counts}
    yield "\n## A year out of many facts, with the cache\n"
    yield f"`vnkp year {YEAR} --json`, and the peers with the same filter on the same facts; the"
    yield "first row is the record's own size. Goal: faster than recsel on 10,000 facts, and than"
    yield "all three on 100,000.\n"
    yield from beside_peers(runner, stores, 2 if quick else 5, "year")
    yield "\n## A word out of many facts, with the cache\n"
    yield f"`vnkp search {WORD} --json`, which knows endings, accents and names, beside peers that"
    yield "look for the letters alone: recsel and jq anywhere, hledger in titles. Goal: faster than"
    yield "recsel on 100,000 facts.\n"
    yield from beside_peers(runner, stores, 2 if quick else 5, "word")
    yield "\n## Reading a store without the cache\n"
    yield "Goal: at most 1.5 × `tomli.loads` alone. The start of Python and its imports are taken"
    yield "off both.\n"
    yield from without_cache(runner, stores, (5, 1) if quick else (20, 7, 2))
    yield "\n## Growth\n"
    yield "Processor time, and the most memory. Goal: in proportion, an exponent of about 1.\n"
    yield from growth(runner, stores)


def main() -> None:
    """Measure, print, and write the results down."""
    gc.disable()  # the stores are large, and nothing of them is garbage
    quick = "--quick" in sys.argv[1:]
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        for line in report(Runner(Path(folder)), quick):
            print(line, flush=True)
            lines.append(line)
    if not quick:
        RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
