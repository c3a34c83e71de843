"""The options that commands share, declared once and added to every command that takes them."""

import functools
import inspect
import os
from collections.abc import Callable, Iterable
from typing import Annotated, Any, cast, get_args

import msgspec
import typer

from vnkp.answers import Answer
from vnkp.cli.terminal import print_reading
from vnkp.errors import UnknownName, UsageError
from vnkp.model.enums import Kind, Rank
from vnkp.model.facts import Book, Lang, Side
from vnkp.model.time_window import TimeWindow, parse
from vnkp.output import formats
from vnkp.query.filters import Query
from vnkp.store.loader import load
from vnkp.text import nearest_spellings

_FILTERS = "Which facts"
_OUTPUT = "How they are shown"


def _filter(*names: str, **more: Any) -> Any:
    return typer.Option(*names, rich_help_panel=_FILTERS, **more)


def _output(*names: str, **more: Any) -> Any:
    return typer.Option(*names, rich_help_panel=_OUTPUT, **more)


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """Which facts are asked for."""

    in_: Annotated[
        str | None,
        _filter("--in", metavar="WHEN", help="In a year, month, day, decade or span."),
    ] = None
    since: Annotated[
        str | None, _filter("--since", metavar="WHEN", help="From the start of WHEN on.")
    ] = None
    until: Annotated[str | None, _filter("--until", metavar="WHEN", help="To the end of WHEN.")] = (
        None
    )
    strict: Annotated[bool, _filter("--strict", help="Only what lies wholly within that time.")] = (
        False
    )
    kind: Annotated[
        list[str] | None, _filter("--kind", metavar="KIND", help="A kind; repeat for more.")
    ] = None
    person: Annotated[
        str | None,
        _filter("--person", metavar="NAME", help="Somebody, in any spelling or script."),
    ] = None
    place: Annotated[str | None, _filter("--place", metavar="NAME", help="A place.")] = None
    from_: Annotated[
        str | None, _filter("--from", metavar="VN|KP", help="Who goes, gives, sells, speaks.")
    ] = None
    to: Annotated[str | None, _filter("--to", metavar="VN|KP", help="To whom.")] = None
    source: Annotated[
        str | None, _filter("--source", metavar="ID", help="Told by this source.")
    ] = None
    disputed: Annotated[bool, _filter("--disputed", help="Only what sources differ on.")] = False
    parts: Annotated[
        bool | None,
        _filter(
            "--parts/--no-parts",
            help="Steps of a visit, shipments of a total.",
            show_default=False,
        ),
    ] = None
    sort: Annotated[
        str,
        _filter(
            "--sort",
            metavar="ORDER",
            help="date, title, value or kind; -date turns it round.",
        ),
    ] = "date"
    limit: Annotated[
        int | None, _filter("--limit", metavar="N", min=0, help="At most N of them.")
    ] = None

    def query(
        self,
        lang: Lang,
        *,
        when: tuple[str, ...] = (),
        parts: bool = True,
        rank: Rank | None = None,
        only: Kind | None = None,
    ) -> Query:
        """The `Query` of these options and the times of an argument.

        *parts* is the command's default. A command about *only* one kind raises `UsageError`
        when others are asked for.
        """
        if self.from_ and self.to and side(self.from_) == side(self.to):
            raise UsageError("same_sides", from_=self.from_, to=self.to)
        query = Query(
            window=self._windows(when),
            strict=self.strict,
            kinds=frozenset(self.kind or ()),
            person=self.person,
            place=self.place,
            from_=side(self.from_),
            to=side(self.to),
            source=self.source,
            disputed=self.disputed,
            rank=rank,
            parts=parts if self.parts is None else self.parts,
            sort=self.sort,
            limit=self.limit,
            lang=lang,
        )
        if only is None:
            return query
        for kind in sorted(Kind(kind) for kind in query.kinds if kind != only):
            raise UsageError("kind_of_another_command", kind=kind.value, only=only.value)
        return msgspec.structs.replace(query, kinds={only})

    def _windows(self, when: tuple[str, ...]) -> list[TimeWindow]:
        """The times of an argument, any of which may be met, within the bounds."""
        windows = [parse(text) for text in when]
        bounds = [parse(self.in_)] if self.in_ is not None else []
        bounds += [parse(self.since).onward()] if self.since is not None else []
        bounds += [parse(self.until).up_to()] if self.until is not None else []
        for bound in bounds:
            cut = [window.meet(bound) for window in windows if window.meets(bound)]
            # Without a common day, meet raises the error that says so.
            windows = cut or [windows[0].meet(bound) if windows else bound]
        return windows


class Output(msgspec.Struct, frozen=True, kw_only=True):
    """How the answer is shown."""

    format: Annotated[
        str | None,
        _output("--format", metavar="FORMAT", help=f"{', '.join(formats.COMMON)}."),
    ] = None
    json: Annotated[bool, _output("--json", help="Short for --format json.")] = False
    lang: Annotated[
        str | None,
        _output(
            "--lang",
            metavar="en|vi",
            envvar="VNKP_LANG",
            show_envvar=False,
            help="The language of the answer.",
        ),
    ] = None
    data: Annotated[
        str | None,
        _output(
            "--data", metavar="FILE", envvar="VNKP_DATA", show_envvar=False, help="Another store."
        ),
    ] = None
    output: Annotated[
        str | None,
        _output("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all."),
    ] = None
    svg: Annotated[
        str | None, _output("--svg", metavar="FILE", help="Draw a picture into FILE.")
    ] = None
    color: Annotated[str, _output("--color", metavar="auto|always|never", help="Colours.")] = "auto"
    ids: Annotated[bool, _output("--ids", help="Show the id of each row.")] = False
    pager: Annotated[
        bool, _output("--pager/--no-pager", help="Page what is longer than the screen.")
    ] = True
    bom: Annotated[bool, _output("--bom", help="Begin CSV with a byte order mark, for Excel.")] = (
        False
    )
    cache: Annotated[
        bool, _output("--cache/--no-cache", help="Keep the parsed store.", show_default=False)
    ] = True

    def language(self) -> Lang:
        """The language asked for, else that of the locale, else English."""
        if self.lang:
            return cast("Lang", choice("language", self.lang, get_args(Lang)))
        names = ("LC_ALL", "LC_MESSAGES", "LANG")
        locale = next((os.environ[name] for name in names if os.environ.get(name)), "")
        return "vi" if locale.startswith("vi") else "en"

    def book(self) -> Book:
        """The store that ``--data`` names, or the record."""
        announce = functools.partial(print_reading, self.language())
        return load(self.data, cached=self.cache, on_cache_miss=announce)


def side(text: str | None) -> Side | None:
    """``VN`` or ``KP``, in either case; raise `UnknownName` for anything else."""
    if text is None:
        return None
    if text.upper() in get_args(Side):
        return cast("Side", text.upper())
    raise UnknownName("side", text)


def choice(what: str, text: str, known: Iterable[str]) -> str:
    """*text* if it is one of *known*; raise `UnknownName` with a suggestion otherwise."""
    names = list(known)
    if text in names:
        return text
    raise UnknownName(what, text, nearest_spellings(text, names), names)


def expand_option_groups(
    command: Callable[..., Answer], run: Callable[..., None]
) -> Callable[..., None]:
    """A function for Typer with the fields of *command*'s option groups as parameters.

    It collects them in their groups again and calls *run*. Typer reads options off a signature:
    without this every command would repeat some twenty of them.
    """
    hints = inspect.get_annotations(command, eval_str=True)
    groups = {name: hint for name, hint in hints.items() if hint in (Filters, Output)}
    parameters = []
    for name, parameter in inspect.signature(command).parameters.items():
        if name in groups:
            parameters += _parameters(groups[name])
        else:
            kind = inspect.Parameter.KEYWORD_ONLY
            parameters.append(parameter.replace(annotation=hints[name], kind=kind))

    @functools.wraps(command)
    def expanded(**options: Any) -> None:
        filled = {
            name: group(**{field: options.pop(field) for field in group.__struct_fields__})
            for name, group in groups.items()
        }
        run(command, **options, **filled)

    expanded.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined] # for Typer
    expanded.__annotations__ = {}  # Typer would evaluate these too, and then take the signature's
    return expanded


def _parameters(group: type[msgspec.Struct]) -> list[inspect.Parameter]:
    """The fields of *group* as parameters."""
    fields = zip(group.__struct_fields__, group.__struct_defaults__, strict=True)
    kind, notes = inspect.Parameter.KEYWORD_ONLY, group.__annotations__
    return [
        inspect.Parameter(name, kind, default=default, annotation=notes[name])
        for name, default in fields
    ]
