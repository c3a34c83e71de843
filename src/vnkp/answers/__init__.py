"""What commands answer, as plain values; `vnkp.output` turns them into text."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

import msgspec

from vnkp.errors import Problem, StoreError
from vnkp.model.facts import Book, Fact
from vnkp.query.anniversaries import Anniversary
from vnkp.query.counts import PersonSummary, Sourcing
from vnkp.query.filters import MatchedFact, Query
from vnkp.query.totals import By, Total

View = Literal["list", "visits", "timeline", "trade", "disputes", "search", "today"]


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a command answers."""

    @property
    def status(self) -> int:
        """The exit status: 0, or 1 if nothing was found."""
        return int(self.is_empty)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return False

    @property
    def is_text(self) -> bool:
        """Whether a pipe gets the text of the screen, and not TSV."""
        return False

    @property
    def text_format(self) -> str:
        """The format of its text: the screen, or a style of citations."""
        return "table"


class BookAnswer(Answer, frozen=True, kw_only=True):
    """An answer out of *book*; *query* is what was asked."""

    book: Book
    query: Query


class FactList(BookAnswer, frozen=True, kw_only=True):
    """Facts and how each met the time; *total* counts them without the limit.

    *hidden* counts what a default left out: visits at other ranks, or parts. Where nothing was
    found, *nearest_years* are those that have facts. *words* are what was searched for. With the
    view ``today``, *day* is a month and day, and *next_day* the next one on which something
    happened, whose facts are then listed.
    """

    matches: tuple[MatchedFact, ...]
    total: int
    view: View = "list"
    hidden: int = 0
    nearest_years: tuple[int, ...] = ()
    words: str = ""
    day: tuple[int, int] = (0, 0)
    next_day: tuple[int, int] | None = None

    @property
    def facts(self) -> list[Fact]:
        """The facts alone."""
        return [match.fact for match in self.matches]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not self.matches or self.next_day is not None

    @property
    def is_text(self) -> bool:
        """Whether it is a timeline: that is a text everywhere."""
        return self.view == "timeline"


class FactCards(BookAnswer, frozen=True, kw_only=True):
    """Facts told in full."""

    is_text: ClassVar[bool] = True  # a text in a pipe too

    facts: tuple[Fact, ...]


class AidTotals(BookAnswer, frozen=True, kw_only=True):
    """Totals of aid; *total* counts them without the limit.

    *group* is what they are grouped by, *without_figure* counts the facts on aid that have none.
    """

    totals: tuple[Total, ...]
    total: int
    group: By | None
    explain: bool
    without_figure: int

    @property
    def is_empty(self) -> bool:
        """Whether there is no total."""
        return not self.totals


class Anniversaries(BookAnswer, frozen=True, kw_only=True):
    """What falls due in *year*; *total* counts without the limit, *first_year* of all facts.

    *asked_in* is the year of ``--in`` where none was asked for otherwise.
    """

    year: int
    anniversaries: tuple[Anniversary, ...]
    total: int
    first_year: int
    asked_in: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing falls due."""
        return not self.anniversaries


class People(BookAnswer, frozen=True, kw_only=True):
    """People with their offices and counts; *named* tells whether they were asked for by name."""

    people: tuple[PersonSummary, ...]
    named: bool

    @property
    def is_empty(self) -> bool:
        """Whether there is nobody."""
        return not self.people

    @property
    def is_text(self) -> bool:
        """Whether it is one person, told in full."""
        return self.named and len(self.people) == 1


class Sources(BookAnswer, frozen=True, kw_only=True):
    """Sources, by id, with the number of facts on each; *named*: one was asked for by id."""

    counts: dict[str, int]
    named: bool

    @property
    def is_empty(self) -> bool:
        """Whether there is no source."""
        return not self.counts

    @property
    def is_text(self) -> bool:
        """Whether it is one source, told in full."""
        return self.named


class Citations(BookAnswer, frozen=True, kw_only=True):
    """Sources to be cited, by id: those of *facts*, and others; in *style* if one was asked for."""

    text_format: ClassVar[str] = "text"  # of the styles, the plain one

    is_text: ClassVar[bool] = True  # a text in a pipe too

    keys: tuple[str, ...]
    facts: tuple[Fact, ...] = ()
    style: str | None = None


class CheckReport(Answer, frozen=True, kw_only=True):
    """What ``check`` says of the store in *file*: its *problems*, or else its *sourcing*.

    *detailed* asks for the facts that rest on one source.
    """

    is_text: ClassVar[bool] = True  # a text in a pipe too

    file: str
    problems: tuple[Problem, ...] = ()
    sourcing: Sourcing | None = None
    detailed: bool = False

    @property
    def status(self) -> int:
        """The exit status: 3 with problems."""
        return StoreError.status if self.problems else 0


class StoreSchema(Answer, frozen=True, kw_only=True):
    """The JSON Schema of the store."""

    text_format: ClassVar[str] = "json"  # always
    is_text: ClassVar[bool] = True  # the same everywhere

    schema: dict[str, Any]
