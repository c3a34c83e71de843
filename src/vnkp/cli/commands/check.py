"""The commands for those who edit the store: check and schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from vnkp.cli import execute, files, letters, terminal
from vnkp.cli.execute import Answer
from vnkp.cli.options import Output
from vnkp.errors import Problem, StoreError
from vnkp.i18n.messages import say
from vnkp.store import load

if TYPE_CHECKING:
    from rich.text import Text

    from vnkp.output.tabular import Cell


def check(
    output: Output,
    file: Annotated[
        str | None, typer.Argument(metavar="[FILE]", help="The store to check.")
    ] = None,
    report: Annotated[
        bool, typer.Option("--report", help="Tell how well the facts are sourced.")
    ] = False,
) -> int:
    """Whether a store is in order: everything wrong with it, at once.

    Example: vnkp check my-facts.toml
    """
    from vnkp import lint as checking

    lang = execute.language(output)
    path = load.find(file or output.data)
    data, name = load.contents(path), letters.printable(path.name)
    with execute.reading(output, name) as waiting:
        waiting.start()
        book, problems = checking.examined(data, name)
    if book is None or problems:
        return _refused(name, problems, output)
    told = checking.report(book)
    facts, sources = (
        say("counted_facts", lang, n=told.facts),
        say("counted_sources", lang, n=told.sources),
    )
    lines = [say("clean", lang, file=name, facts=facts, sources=sources)]
    if report:
        lines.append(say("report_disputed", lang, n=told.disputed))
        lines.append(say("report_one", lang, n=len(told.one_source), all=told.facts))
        lines += [f"  {name}" for name in told.one_source]
    columns = ("facts", "sources", "disputed", "one_source")
    answer = Answer(
        title=name,
        data=lambda: told,
        rows=lambda: (columns, [[told.facts, told.sources, told.disputed, len(told.one_source)]]),
        picture=lambda width: _lines(lines),
        text=True,
    )
    return execute.give(answer, output)


def _refused(file: str, problems: list[Problem], output: Output) -> int:
    """Tell every problem of a store: as lines on stderr, or in the format asked for."""
    columns = ("file", "line", "where", "what", "hint")
    cells: list[list[Cell]] = [
        [letters.printable(cell) if isinstance(cell, str) else cell for cell in (file, *problem)]
        for problem in problems
    ]
    answer = Answer(
        title=file,
        data=lambda: [dict(zip(columns, row, strict=True)) for row in cells],
        rows=lambda: (columns, cells),
        picture=lambda width: _lines([]),
        text=True,
    )
    if execute.form(output, answer) == "table":
        raise StoreError(file, problems)
    execute.give(answer, output)
    return StoreError.status


def _lines(lines: list[str]) -> Text:
    from rich.text import Text

    return Text("\n".join(lines))


def schema(
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all."),
    ] = None,
) -> int:
    """The JSON Schema of the store, for editors.

    Example: vnkp schema -o facts.schema.json
    """
    from vnkp.model import schema as describing

    text = describing.text()
    if output:
        files.write(output, text)
    else:
        terminal.put(text)
    return 0
