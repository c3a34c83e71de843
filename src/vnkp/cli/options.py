"""Options that commands share: how the answer is shown."""

import functools
import os
from collections.abc import Sequence
from typing import Annotated, cast, get_args

import msgspec
import typer

from vnkp.cli.command_line import option_values
from vnkp.cli.terminal import print_reading
from vnkp.model.enums import Group
from vnkp.model.facts import Book
from vnkp.model.fields import Lang
from vnkp.output import formats
from vnkp.query import vocabulary
from vnkp.store.loader import load

By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="GROUP[,GROUP]",
        help=f"Count them by one or two of {', '.join(group.value for group in Group)}.",
    ),
]


class Output(msgspec.Struct, frozen=True, kw_only=True):
    """How the answer is shown."""

    format: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMAT", help=f"{', '.join(formats.COMMON)}."),
    ] = None
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang",
            metavar="en|vi",
            envvar="VNKP_LANG",
            show_envvar=False,
            help="The language of the answer.",
        ),
    ] = None
    data: Annotated[
        str | None,
        typer.Option(
            "--data", metavar="FILE", envvar="VNKP_DATA", show_envvar=False, help="Another store."
        ),
    ] = None
    with_: Annotated[
        list[str] | None,
        typer.Option(
            "--with", metavar="FILE", help="Own facts beside the record; may be repeated."
        ),
    ] = None
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all."),
    ] = None
    svg: Annotated[
        str | None, typer.Option("--svg", metavar="FILE", help="Draw a picture into FILE.")
    ] = None
    color: Annotated[str, typer.Option("--color", metavar="auto|always|never", help="Colours.")] = (
        "auto"
    )
    show_ids: Annotated[bool, typer.Option("--ids", help="Show the id of each row.")] = False
    pager: Annotated[
        bool, typer.Option("--pager/--no-pager", help="Page what is longer than the screen.")
    ] = True
    bom: Annotated[
        bool, typer.Option("--bom", help="Begin CSV with a byte order mark, for Excel.")
    ] = False
    cache: Annotated[
        bool, typer.Option("--cache/--no-cache", help="Keep the parsed store.", show_default=False)
    ] = True

    def language(self) -> Lang:
        """The language asked for, in any form, else that of the locale, else English.

        Raises `UnknownName` for another language.
        """
        if self.lang:
            known = get_args(Lang)
            code = vocabulary.find_value("language of sources", self.lang)
            if code not in known:
                code = vocabulary.closed_value("language", self.lang, known)
            return cast("Lang", code)
        names = ("LC_ALL", "LC_MESSAGES", "LANG")
        locale = next((os.environ[name] for name in names if os.environ.get(name)), "")
        return "vi" if locale.startswith("vi") else "en"

    def book(self) -> Book:
        """The store that ``--data`` names, or the record."""
        announce = functools.partial(print_reading, self.language())
        return load(
            self.data,
            overlays=self.with_ or None,
            cached=self.cache,
            lazy=True,
            on_cache_miss=announce,
        )


def read_output(words: Sequence[str]) -> Output:
    """The language and the stores that *words* name.

    For help, completion and errors, which are printed without Typer's reading of the words.
    """
    langs = [os.environ.get("VNKP_LANG"), *option_values(words, "--lang")]
    stores = [None, *option_values(words, "--data")]
    return Output(lang=langs[-1], data=stores[-1], with_=option_values(words, "--with") or None)
