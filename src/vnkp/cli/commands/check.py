"""The commands for those who edit the store: check and schema."""

from __future__ import annotations

from typing import Annotated

import typer

from vnkp.answers import CheckReport, StoreSchema
from vnkp.cli.options import Output
from vnkp.cli.terminal import print_reading
from vnkp.query.counts import count_sourcing
from vnkp.store.loader import file_name, find, read_bytes
from vnkp.text import strip_control_characters


def check_command(
    output: Output,
    file: Annotated[
        str | None, typer.Argument(metavar="[FILE]", help="The store to check.")
    ] = None,
    report: Annotated[
        bool, typer.Option("--report", help="Tell how well the facts are sourced.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Let advice count as a problem: exit status 3.")
    ] = False,
) -> CheckReport:
    """Whether a store is in order: everything wrong with it, at once.

    Example: vnkp check my-facts.toml
    """
    from vnkp import lint  # which parses: no other command needs it

    path = find(file or output.data)
    data, name = read_bytes(path), strip_control_characters(file_name(path))
    print_reading(output.language(), name, len(data))
    book, problems, advice = lint.examine(data, name)
    return CheckReport(
        file=name,
        problems=tuple(problems),
        advice=tuple(advice),
        sourcing=None if book is None or problems else count_sourcing(book),
        detailed=report,
        strict=strict,
    )


def schema_command(
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all."),
    ] = None,
) -> StoreSchema:
    """The JSON Schema of the store, for editors.

    Example: vnkp schema -o facts.schema.json
    """
    from vnkp.model.schema import store_schema  # the largest part of msgspec

    return StoreSchema(schema=store_schema())
