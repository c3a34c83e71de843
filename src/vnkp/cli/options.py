"""The options that commands share: told once, spliced into the signature of every command that takes them."""

import functools
import inspect
from collections.abc import Callable
from typing import Annotated, Any

import msgspec
import typer

from vnkp.errors import UnknownName, VnkpError
from vnkp.model.enums import Kind, Rank
from vnkp.model.facts import Lang, Side
from vnkp.model.time_window import TimeWindow, parse
from vnkp.query.filters import Query
from vnkp.text import nearest_spellings

FORMATS = ("table", "tsv", "csv", "json", "jsonl", "md")
_FILTERS = "Which facts"
_OUTPUT = "How they are shown"


def _filter(*names: str, **more: Any) -> Any:
    return typer.Option(*names, rich_help_panel=_FILTERS, **more)


def _output(*names: str, **more: Any) -> Any:
    return typer.Option(*names, rich_help_panel=_OUTPUT, **more)


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """Which facts are asked for."""

    in_: Annotated[
        str | None, _filter("--in", metavar="WHEN", help="In a year, month, day, decade or span.")
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
        list[str] | None,
        _filter("--kind", metavar="KIND", help="A kind; repeat for more."),
    ] = None
    person: Annotated[
        str | None,
        _filter("--person", metavar="NAME", help="Somebody, in any spelling or script."),
    ] = None
    place: Annotated[str | None, _filter("--place", metavar="NAME", help="A place.")] = None
    from_: Annotated[
        str | None,
        _filter("--from", metavar="VN|KP", help="Who goes, gives, sells, speaks."),
    ] = None
    to: Annotated[str | None, _filter("--to", metavar="VN|KP", help="To whom.")] = None
    source: Annotated[
        str | None, _filter("--source", metavar="ID", help="Told by this source.")
    ] = None
    disputed: Annotated[bool, _filter("--disputed", help="Only what sources differ on.")] = False
    parts: Annotated[
        bool | None,
        _filter(
            "--parts/--no-parts", help="Steps of a visit, shipments of a total.", show_default=False
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
        """The `Query` that these options, and the WHENs of an argument, amount to; *parts* is the command's default.

        Where a command tells of *only* one kind, raise `VnkpError` if others are asked for.
        """
        if self.from_ and self.to and side(self.from_) == side(self.to):
            raise VnkpError(
                f"--from {self.from_} --to {self.to}: both are the same; write VN and KP, or leave one of them out"
            )
        asked = Query(
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
            return asked
        for kind in sorted(Kind(one) for one in asked.kinds if one != only):
            raise VnkpError(
                f'--kind {kind.value}: this command is about "{only.value}" alone; ask: vnkp list --kind {kind.value}'
            )
        return msgspec.structs.replace(asked, kinds={only})

    def _windows(self, when: tuple[str, ...]) -> list[TimeWindow]:
        """The windows of an argument, of which any may be met, within the bounds, all of which must be."""
        wanted = [parse(text) for text in when]
        bounds = [parse(self.in_)] if self.in_ is not None else []
        bounds += [parse(self.since).onward()] if self.since is not None else []
        bounds += [parse(self.until).up_to()] if self.until is not None else []
        for bound in bounds:
            met = [window.meet(bound) for window in wanted if window.meets(bound)]
            wanted = met or [
                wanted[0].meet(bound) if wanted else bound
            ]  # which says so when there is no day in common
        return wanted


class Output(msgspec.Struct, frozen=True, kw_only=True):
    """How the answer is shown."""

    format: Annotated[
        str | None,
        _output("--format", metavar="FORMAT", help=f"{', '.join(FORMATS)}."),
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
    bom: Annotated[bool, _output("--bom", help="Begin CSV with a byte order mark, for Excel.")] = (
        False
    )
    cache: Annotated[
        bool, _output("--cache/--no-cache", help="Keep the parsed store.", show_default=False)
    ] = True


def side(text: str | None) -> Side | None:
    """``VN`` or ``KP``, in either case; raise `UnknownName` for anything else."""
    if text is None:
        return None
    match text.upper():
        case "VN":
            return "VN"
        case "KP":
            return "KP"
        case _:
            raise UnknownName("side", text, (), "write VN or KP")


def choice(what: str, text: str, known: tuple[str, ...]) -> str:
    """*text* if it is one of *known*; raise `UnknownName` with a suggestion otherwise."""
    if text in known:
        return text

    raise UnknownName(
        what, text, nearest_spellings(text, known), f"write one of {', '.join(known)}"
    )


def spliced(body: Callable[..., Any], run: Callable[..., Any]) -> Callable[..., Any]:
    """A function for Typer that takes the fields of *body*'s option groups one by one and gives them back as groups.

    Typer reads options off a signature. Without this each command would repeat some twenty of them.
    """
    hints = inspect.get_annotations(
        body, eval_str=True
    )  # on 3.10 get_type_hints makes what defaults to None Optional
    groups = {name: hint for name, hint in hints.items() if hint in (Filters, Output)}
    parameters = []
    for name, parameter in inspect.signature(body).parameters.items():
        if name in groups:
            parameters += _parameters(groups[name])
        else:
            parameters.append(
                parameter.replace(annotation=hints[name], kind=inspect.Parameter.KEYWORD_ONLY)
            )

    @functools.wraps(body)
    def command(**given: Any) -> None:
        made = {
            name: group(**{field: given.pop(field) for field in group.__struct_fields__})
            for name, group in groups.items()
        }
        run(body, **given, **made)

    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # what Typer reads
    command.__annotations__ = {}  # Typer would work these out too, twice, and then take the signature's
    return command


def _parameters(group: type[msgspec.Struct]) -> list[inspect.Parameter]:
    """The fields of *group* as parameters."""
    fields = zip(group.__struct_fields__, group.__struct_defaults__, strict=True)
    kind, notes = inspect.Parameter.KEYWORD_ONLY, group.__annotations__
    return [
        inspect.Parameter(name, kind, default=default, annotation=notes[name])
        for name, default in fields
    ]
