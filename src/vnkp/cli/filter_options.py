"""Options that commands share: which facts are asked for."""

from collections.abc import Sequence
from typing import Annotated

import msgspec
import typer

from vnkp.errors import DateError, UsageError
from vnkp.model.facts import Book
from vnkp.model.fields import Lang
from vnkp.model.time_window import TimeWindow, common_windows
from vnkp.query import vocabulary
from vnkp.query.filters import Query, Several
from vnkp.query.line import plain_lines, reader
from vnkp.query.line.reading import Reading
from vnkp.query.time_reading import time_reader
from vnkp.query.vocabulary import KINDS, RANKS, SOURCE_KINDS
from vnkp.text import strip_control_characters

_Texts = list[str] | None
_SourceKinds = Annotated[
    _Texts, typer.Option("--source-kind", metavar="KIND", help=f"{', '.join(SOURCE_KINDS)}.")
]
# Commands in which a month without a year is no word to look for.
_DATED = ("list", "latest", "visits", "aid", "trade", "timeline", "disputes")


class _Typed(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed, without control characters: they would steer the terminal it is shown on."""

    def __post_init__(self) -> None:
        for field in self.__struct_fields__:
            value = getattr(self, field)
            if isinstance(value, list):
                value = [strip_control_characters(text) for text in value]
            elif isinstance(value, str):
                value = strip_control_characters(value)
            msgspec.structs.force_setattr(self, field, value)


class Filters(_Typed, frozen=True, kw_only=True):
    """Which facts are asked for."""

    words: Annotated[
        _Texts,
        typer.Argument(
            metavar="[WORDS…]",
            help="Times, names and words to look for: rice 2012, kim il sung, since 1990.",
            show_default=False,
        ),
    ] = None
    in_: Annotated[
        _Texts,
        typer.Option("--in", metavar="WHEN", help="In a year, month, day, decade or span."),
    ] = None
    since: Annotated[
        _Texts, typer.Option("--since", metavar="WHEN", help="From the start of WHEN on.")
    ] = None
    until: Annotated[
        _Texts, typer.Option("--until", metavar="WHEN", help="To the end of WHEN.")
    ] = None
    strict: Annotated[
        bool, typer.Option("--strict", help="Only what lies wholly within that time.")
    ] = False
    kind: Annotated[_Texts, typer.Option("--kind", metavar="KIND", help=f"{', '.join(KINDS)}.")] = (
        None
    )
    person: Annotated[
        _Texts,
        typer.Option(
            "--person", metavar="NAME", help="Somebody, in any spelling; given twice, both of them."
        ),
    ] = None
    place: Annotated[_Texts, typer.Option("--place", metavar="NAME", help="A place.")] = None
    from_: Annotated[
        _Texts,
        typer.Option("--from", metavar="VN|KP", help="Who goes, gives, sells, speaks."),
    ] = None
    to: Annotated[_Texts, typer.Option("--to", metavar="VN|KP", help="To whom.")] = None
    office: Annotated[
        _Texts, typer.Option("--office", metavar="NAME", help="An office that somebody held.")
    ] = None
    item: Annotated[
        _Texts, typer.Option("--item", metavar="NAME", help="What figures count, as rice.")
    ] = None
    rank: Annotated[
        str | None,
        typer.Option(
            "--rank",
            metavar="RANK",
            help=f"Visits by rank: {', '.join(RANKS)}; minister+ is that or above.",
        ),
    ] = None
    source: Annotated[
        _Texts,
        typer.Option("--source", metavar="ID", help="Told by this source, or by this publisher."),
    ] = None
    source_kind: _SourceKinds = None
    source_lang: Annotated[
        _Texts,
        typer.Option("--source-lang", metavar="LANG", help="Told by a source in this language."),
    ] = None
    sources: Annotated[
        int | None,
        typer.Option(
            "--sources", metavar="N", min=0, help="Told by N independent publishers or fewer."
        ),
    ] = None
    without: Annotated[
        _Texts,
        typer.Option("--without", metavar="WORDS", help="Leave out a rank, or what has the words."),
    ] = None
    disputed: Annotated[bool, typer.Option("--disputed", help="Only what sources differ on.")] = (
        False
    )
    parts: Annotated[
        bool | None,
        typer.Option(
            "--parts/--no-parts",
            help="Steps of a visit, shipments of a total.",
            show_default=False,
        ),
    ] = None
    sort: Annotated[
        str | None,
        typer.Option(
            "--sort",
            metavar="ORDER",
            help="date, title, value or kind; -date turns it round.",
        ),
    ] = None
    limit: Annotated[
        int | None, typer.Option("--limit", metavar="N", min=0, help="At most N of them.")
    ] = None

    def read(self, book: Book, lang: Lang, command: str | None) -> Reading:
        """How the words are read, and the query of the words and the options together.

        *command* is None for a line that names none.
        """
        text = " ".join(self.words or ())
        reading = plain_lines.read(text, lang, command) if command else None
        reading = reading or reader.ask(book, text, lang, command=command)
        words = reading.query.words
        is_time = command in _DATED and not reading.is_question
        if is_time and words and time_reader.lacks_year(words):
            raise DateError("no_year", text=words)
        return msgspec.structs.replace(reading, query=self.refine(reading.query))

    def refuse_beside_ids(self, command: str, entries: object) -> None:
        """Raise `UsageError` for options beside ids that all name *entries*."""
        if entries and self != Filters(words=self.words):
            raise UsageError("ids_take_no_filters", command=command)

    def refine(self, query: Query) -> Query:
        """*query* with these options: those given widen or replace what it has."""
        query = msgspec.structs.replace(
            query,
            window=self._windows(query),
            strict=self.strict,
            kinds=frozenset((*query.kinds, *Query(kinds=self.kind or ()).kinds)),
            person=_joined(query.person, self.person),
            place=_joined(query.place, self.place),
            from_=_joined(query.from_, self.from_),
            to=_joined(query.to, self.to),
            office=_joined(query.office, self.office),
            item=self.item,
            source=self.source,
            source_kinds=_joined(query.source_kinds, self.source_kind),
            source_langs=_joined(query.source_langs, self.source_lang),
            without=_joined(query.without, self.without),
            sources_at_most=query.sources_at_most if self.sources is None else self.sources,
            disputed=self.disputed or query.disputed,
            parts=query.parts if self.parts is None else self.parts,
            sort=query.sort if self.sort is None else self.sort,
            limit=query.limit if self.limit is None else self.limit,
        )
        if self.rank is not None:
            is_any = vocabulary.find_value("rank", self.rank) == "all"
            query = msgspec.structs.replace(query, rank=None if is_any else self.rank)
        if len(query.values("from_")) == 1 and query.from_ == query.to:
            (side,) = query.values("from_")
            raise UsageError("same_sides", from_=side, to=side)
        return query

    def _windows(self, query: Query) -> list[TimeWindow]:
        """The times of the words and of ``--in``, within the bounds."""
        windows: Sequence[TimeWindow] = query.windows
        if not (self.in_ or self.since or self.until):
            return list(windows)
        within = [window for text in self.in_ or () for window in time_reader.parse_all(text)]
        if windows and within:
            windows = common_windows(windows, within)
        bounds = [time_reader.parse(text).onward() for text in self.since or ()]
        bounds += [time_reader.parse(text).up_to() for text in self.until or ()]
        return time_reader.cut(windows or within, bounds)


def _joined(first: Several, second: Several) -> tuple[str, ...]:
    """Both, in turn, each value once."""
    return tuple(dict.fromkeys((*(first or ()), *(second or ()))))


class SourceFilters(_Typed, frozen=True, kw_only=True):
    """Which sources are asked for."""

    words: Annotated[
        _Texts,
        typer.Argument(
            metavar="[WORDS…]",
            help="The id of a source, or its beginning; a publisher, words of a title, a time.",
            show_default=False,
        ),
    ] = None
    in_: Annotated[_Texts, typer.Option("--in", metavar="WHEN", help="Published in that time.")] = (
        None
    )
    source_kind: _SourceKinds = None
    source_lang: Annotated[
        _Texts,
        typer.Option(
            "--source-lang", metavar="LANG", help="In this language, as vi or Vietnamese."
        ),
    ] = None
