"""The command that puts the answers of others on one page: brief."""

from __future__ import annotations

from typing import Annotated

import typer

from vnkp.answers.summaries import Brief
from vnkp.briefing import make_brief
from vnkp.cli.fact_lists import read_line
from vnkp.cli.filter_options import Filters
from vnkp.cli.options import Output
from vnkp.clock import current_date
from vnkp.errors import DateError
from vnkp.model import edtf
from vnkp.text import shell_quoted


def brief_command(
    filters: Filters,
    output: Output,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="YYYY-MM-DD", help="The day of the meeting, if not today."),
    ] = None,
) -> Brief:
    """One page before a meeting: what there was, what falls due, what to be careful about.

    Example: vnkp brief kim yong nam
    """
    book, reading = read_line(filters, output, "brief")
    day = current_date()
    if date:
        meeting = edtf.parse(date)
        if meeting.is_span or meeting.is_one_of or meeting.precision != "day":
            raise DateError("no_day", text=date)
        day = meeting.earliest
    return make_brief(book, reading.query, typed_filters(filters), day)


def typed_filters(filters: Filters) -> str:
    """*filters* as they are typed after a command; nothing without any."""
    words: list[str] = []
    for field, default in zip(filters.__struct_fields__, filters.__struct_defaults__, strict=True):
        value = getattr(filters, field)
        name = field.strip("_").replace("_", "-")
        if value == default or field in ("sort", "limit"):
            continue
        if field == "words":
            words = [*value, *words]
        elif isinstance(value, bool):
            words.append(f"--{name}" if value else f"--no-{name}")
        else:
            texts = value if isinstance(value, list) else [str(value)]
            words += [word for text in texts for word in (f"--{name}", text)]
    return " ".join(map(shell_quoted, words))
