"""The formats of answers: what each is called, how its files end, and which module writes it."""

from __future__ import annotations

import datetime as dt
import importlib
import os

import msgspec

from vnkp.answers import AidTotals, Anniversaries, Answer, Citations, FactCards, FactList, Sources
from vnkp.answers.store import NewEntry, StoreSchema
from vnkp.errors import UsageError
from vnkp.model.fields import Lang
from vnkp.query.vocabulary import closed_value
from vnkp.text import fold

_FACTS: tuple[type[Answer], ...] = (FactList, FactCards, Anniversaries)
_FACTS_AND_TOTALS: tuple[type[Answer], ...] = (*_FACTS, AidTotals)
_CITING: tuple[type[Answer], ...] = (*_FACTS_AND_TOTALS, Citations, Sources)


class Format(msgspec.Struct, frozen=True):
    """A format: its *name*, the *ending* of its files, and the *function* of a *module* of output.

    *answers* are the kinds of answer that it can tell; none means all. *other_names* are what
    else people call it; *rows* are those of a table, which people add up.
    """

    name: str
    ending: str
    module: str
    function: str
    answers: tuple[type[Answer], ...] = ()
    other_names: tuple[str, ...] = ()
    rows: bool = False


class Context(msgspec.Struct, frozen=True):
    """For whom an answer is written: the language, the columns, and what a terminal can show.

    With *links* addresses are links, with *ids* lists show ids; a *picture* has no hints and no
    ids. *bom* begins CSV with a byte order mark. *modified* is when the store was last written.
    """

    lang: Lang = "en"
    width: int = 80
    color: bool = False
    is_terminal: bool = False
    bom: bool = False
    modified: dt.datetime | None = None
    links: bool = False
    ids: bool = False
    picture: bool = False


FORMATS = {
    format_.name: format_
    for format_ in (
        Format("table", "", "screen.pages", "render", other_names=("tables", "bảng")),
        Format("tsv", "tsv", "tabular", "tsv", other_names=("tab",), rows=True),
        Format("csv", "csv", "tabular", "csv", rows=True),
        Format("json", "json", "json", "render"),
        Format("jsonl", "jsonl", "json", "lines", other_names=("json lines", "ndjson")),
        Format("md", "md", "markdown", "render", other_names=("markdown",)),
        Format("svg", "svg", "svg", "render"),
        Format("sqlite", "db", "sqlite", "render", _FACTS_AND_TOTALS),
        Format("ics", "ics", "ics", "render", _FACTS, ("ical", "icalendar", "calendar", "lịch")),
        Format("text", "", "citations", "plain_text", (Citations,)),
        Format("biblatex", "bib", "latex", "biblatex", _CITING),
        Format("bibtex", "", "latex", "bibtex", _CITING),
        Format("csl-json", "", "citations", "csl_json", _CITING),
        Format("toml", "", "template", "render", (NewEntry,)),
    )
}
# The formats of answers that have no others.
_ALONE: dict[type[Answer], tuple[str, ...]] = {
    StoreSchema: ("json",),
    NewEntry: ("toml", "json"),
}
# What --format takes for every other answer.
COMMON = tuple(name for name, format_ in FORMATS.items() if not format_.answers and name != "svg")
# The styles of citations.
STYLES = ("text", "biblatex", "bibtex", "csl-json")
# What is written even if nothing was found: its reader needs the form.
_NEVER_BLANK = {"tsv", "csv", "json", "svg", "sqlite", "ics", "biblatex", "bibtex", "csl-json"}


def formats_for(answer: Answer) -> tuple[str, ...]:
    """The names that ``--format`` takes for *answer*."""
    return _ALONE.get(type(answer)) or tuple(
        name
        for name, format_ in FORMATS.items()
        if not format_.answers or isinstance(answer, format_.answers)
    )


def find_format(answer: Answer, name: str) -> str:
    """The format of *answer* that is called *name*, in any case; raise `UnknownName`."""
    others = {
        fold(other): format_.name for format_ in FORMATS.values() for other in format_.other_names
    }
    names = formats_for(answer)
    other = others.get(fold(" ".join(name.replace("-", " ").split())))
    return other if other in names else closed_value("format", name, names)


def file_ending(path: str | None) -> str:
    """The ending of the file's name in *path*, in small letters; nothing if it has none."""
    return os.path.splitext(path or "")[1][1:].lower()


def format_of_file(answer: Answer, path: str) -> str:
    """The name of the format that the ending of *path* asks for.

    Raises `UsageError` if *answer* cannot be written so: a file is what its name says.
    """
    ending = file_ending(path)
    names = {FORMATS[name].ending: name for name in reversed(formats_for(answer))}
    if isinstance(answer, Citations):
        names["json"] = "csl-json"
    if answer.is_text and answer.text_format != "json":
        names["txt"] = answer.text_format
    names.pop("", None)
    if ending not in names:
        endings = tuple(f".{name}" for name in sorted(names))
        raise UsageError("other_ending", ending=f".{ending}", endings=endings)
    return names[ending]


def is_written(answer: Answer, name: str) -> bool:
    """Whether *answer* has something to write in the format called *name*."""
    return not answer.is_empty or name in _NEVER_BLANK


def render(answer: Answer, name: str, context: Context) -> str | bytes:
    """*answer* in the format called *name*: text or, of a database, bytes."""
    if isinstance(answer, FactList) and answer.next_day and name not in ("table", "svg"):
        # The facts of another day than was asked for are for a reader alone.
        answer = msgspec.structs.replace(answer, matches=())
    format_ = FORMATS[name]
    module = importlib.import_module(f"vnkp.output.{format_.module}")
    rendered: str | bytes = getattr(module, format_.function)(answer, context)
    return rendered
