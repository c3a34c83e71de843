"""The formats of answers: what each is called, how its files end, and which module writes it."""

from __future__ import annotations

import importlib
from typing import NamedTuple

from vnkp.answers import Anniversaries, Answer, Citations
from vnkp.model.facts import Lang


class Format(NamedTuple):
    """A format: its *name*, the *ending* of its files, and the *function* of a *module* of output.

    *only* names the kind of answer that it is for, where that is one alone.
    """

    name: str
    ending: str
    module: str
    function: str
    only: type[Answer] | None = None


class Context(NamedTuple):
    """For whom an answer is written: the language, the columns, and what a terminal can show."""

    lang: Lang = "en"
    width: int = 80
    color: bool = False
    is_terminal: bool = False
    bom: bool = False


FORMATS = {
    known.name: known
    for known in (
        Format("table", "", "screen.pages", "render"),
        Format("tsv", "tsv", "tabular", "tsv"),
        Format("csv", "csv", "tabular", "csv"),
        Format("json", "json", "json", "render"),
        Format("jsonl", "jsonl", "json", "lines"),
        Format("md", "md", "markdown", "render"),
        Format("ics", "ics", "ics", "render", Anniversaries),
        Format("svg", "svg", "svg", "render"),
        Format("text", "", "citations", "text", Citations),
        Format("bibtex", "bib", "citations", "biblatex", Citations),
        Format("csl-json", "", "citations", "csl_json", Citations),
    )
}
# What --format takes for every answer; --svg is an option of its own.
COMMON = tuple(name for name, known in FORMATS.items() if not known.only and name != "svg")
# The styles of citations.
STYLES = ("text", "bibtex", "csl-json")


def formats_for(answer: Answer) -> tuple[str, ...]:
    """The names that ``--format`` takes for *answer*."""
    return (*COMMON, *(["ics"] if isinstance(answer, Anniversaries) else []))


def render(answer: Answer, name: str, context: Context) -> str:
    """*answer* as text in the format called *name*."""
    known = FORMATS[name]
    module = importlib.import_module(f"vnkp.output.{known.module}")
    text: str = getattr(module, known.function)(answer, context)
    return text
