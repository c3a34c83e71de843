"""What commands answer, as plain values; `vnkp.output` turns them into text."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import msgspec

from vnkp.model.facts import Book, Fact
from vnkp.model.time_window import TimeWindow
from vnkp.query.filters import Query
from vnkp.query.selection import MatchedFact

if TYPE_CHECKING:  # the types of fields that few answers have
    from vnkp.query.anniversaries import Anniversary
    from vnkp.query.people import PersonSummary
    from vnkp.query.search.search_results import SearchResult
    from vnkp.query.totals import By, Total

View = Literal["list", "visits", "timeline", "trade", "disputes", "search", "today"]


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a command answers; *content* names the field without which it is empty.

    *text_format* is the format of its text: the screen, or a style of citations.
    """

    content: ClassVar[str | None] = None
    text_format: ClassVar[str] = "table"

    @property
    def status(self) -> int:
        """The exit status: 0, or 1 if nothing was found."""
        return int(self.is_empty)

    @property
    def size(self) -> int:
        """How many things it has."""
        return len(getattr(self, self.content)) if self.content else 1

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not self.size

    @property
    def is_text(self) -> bool:
        """Whether a pipe gets the text of the screen, and not TSV."""
        return False


class UnknownWords(msgspec.Struct, frozen=True):
    """Why words found nothing: the *unknown* are in no fact that is otherwise asked for.

    *elsewhere* counts what a search finds for *words*; *close* are the nearest known words.
    """

    words: str
    unknown: tuple[str, ...]
    elsewhere: int
    close: tuple[str, ...] = ()


class BookAnswer(Answer, frozen=True, kw_only=True):
    """An answer out of *book*; *query* is what was asked, *read_as* how the line was read.

    *read_as* is empty where nothing had to be interpreted. *search* tells where the words of the
    query were found, if it has any.
    """

    book: Book
    query: Query
    read_as: str = ""
    unknown: UnknownWords | None = None
    search: SearchResult | None = None


class FactList(BookAnswer, frozen=True, kw_only=True):
    """Facts and how each met the time; *total* counts them without the limit.

    *near* are facts that lack few of the words looked for. *wider* are the options that show what
    a default left out, each with how many more it shows. *with_places*: it was asked where;
    *with_notes*: why. Where nothing was found, *nearest_years* are those that have facts. With the
    view ``today``, *day* is a month and day, and *next_day* the next with facts, which are then
    listed.
    """

    content = "matches"

    matches: tuple[MatchedFact, ...]
    total: int
    view: View = "list"
    near: tuple[MatchedFact, ...] = ()
    wider: tuple[tuple[str, int], ...] = ()
    with_places: bool = False
    with_notes: bool = False
    nearest_years: tuple[int, ...] = ()
    day: tuple[int, int] = (0, 0)
    next_day: tuple[int, int] | None = None

    @property
    def facts(self) -> list[Fact]:
        """The facts alone."""
        return [match.fact for match in self.matches]

    @property
    def close(self) -> list[MatchedFact]:
        """The matches that are not weak."""
        return [match for match in self.matches if not match.is_weak]

    @property
    def closer(self) -> list[MatchedFact]:
        """The facts that lack few of the words and fit better than those that have them all."""
        return [match for match in self.near if not match.is_weak]

    @property
    def weak(self) -> list[MatchedFact]:
        """The facts that others fit far better than."""
        return [match for match in (*self.near, *self.matches) if match.is_weak]

    @property
    def status(self) -> int:
        """The exit status: 1 also if what follows is of another day than was asked for."""
        return int(self.is_empty or self.next_day is not None)

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

    *group* is what they are grouped by, *without_figure* are the facts on aid that have none.
    *narrowed* are the words that are no items and leave facts out, and how many.
    """

    content = "totals"

    totals: tuple[Total, ...]
    total: int
    group: By | None
    explain: bool
    without_figure: tuple[Fact, ...]
    narrowed: tuple[str, int] = ("", 0)


class Anniversaries(BookAnswer, frozen=True, kw_only=True):
    """What falls due in *year*, or in the *time* asked for; *total* counts without the limit.

    *first_year* is that of the oldest fact. *asked_in* is the year of ``--in`` where none was
    asked for otherwise. *wider* are the options that show more, each with how many.
    """

    content = "anniversaries"

    year: int
    anniversaries: tuple[Anniversary, ...]
    total: int
    first_year: int
    asked_in: str | None = None
    time: TimeWindow | None = None
    wider: tuple[tuple[str, int], ...] = ()

    @property
    def facts(self) -> list[Fact]:
        """The facts alone."""
        return [anniversary.fact for anniversary in self.anniversaries]


class People(BookAnswer, frozen=True, kw_only=True):
    """People with their offices and counts; *total* counts them without the limit.

    *named* tells whether they were asked for by name, *offices* are those by which they were.
    """

    content = "people"

    people: tuple[PersonSummary, ...]
    total: int
    named: bool
    offices: frozenset[str] = frozenset()

    @property
    def is_text(self) -> bool:
        """Whether it is one person, told in full, and not one of several."""
        return self.named and self.total == 1


class Sources(BookAnswer, frozen=True, kw_only=True):
    """Sources, by id, with the number of facts on each; *named* if they were asked for by id."""

    content = "counts"

    counts: dict[str, int]
    named: bool

    @property
    def is_text(self) -> bool:
        """Whether it is one source, told in full."""
        return self.named and self.size == 1


class Citations(BookAnswer, frozen=True, kw_only=True):
    """Sources to be cited, by id: those of *facts*, and others; in *style* if one was asked for."""

    content = "keys"
    text_format: ClassVar[str] = "text"  # of the styles, the plain one
    is_text: ClassVar[bool] = True  # a text in a pipe too

    keys: tuple[str, ...]
    facts: tuple[Fact, ...] = ()
    style: str | None = None
