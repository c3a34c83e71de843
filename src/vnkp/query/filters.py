"""What is asked of a book: a `Query` is a value, `vnkp.query.selection` answers it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from enum import Enum
from typing import Any, cast, get_args

import msgspec

from vnkp.errors import UnknownName, VnkpError
from vnkp.model.edtf import EdtfDate
from vnkp.model.enums import Kind, Rank
from vnkp.model.facts import Fact, Variant
from vnkp.model.fields import Lang
from vnkp.model.time_window import Overlap, TimeWindow, joined_windows
from vnkp.query import vocabulary
from vnkp.query.time_reading import time_reader

Several = str | Iterable[str] | None
# The filters that take several values; of a closed set, what these are called.
_SEVERAL = {
    "person": "",
    "place": "",
    "source": "",
    "office": "",
    "item": "",
    "from_": "side",
    "to": "side",
    "source_kinds": "kind of source",
    "source_langs": "language of sources",
    "without": "",
}
OVERLAP_ORDER = {overlap: index for index, overlap in enumerate(Overlap)}


class Sort(str, Enum):
    """The orders in which facts can be listed; a leading ``-`` reverses one."""

    DATE = "date"
    TITLE = "title"
    VALUE = "value"
    KIND = "kind"


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of a `Book`; a fact has to meet every filter that is set.

    A filter that takes several values is met by any of them; only *person* asks for facts in
    which all take part. *window* is a time (see `vnkp.query.time_reading`). Persons, places,
    offices and items are names in any spelling, a source is an id, the beginning of one or a
    publisher. *rank* keeps the visits whose highest visitor is of that rank or, with a plus
    (``minister+``), of that rank or above; *sources_at_most* the facts that so many
    independent publishers or fewer tell; *words* those in which all of them are found; *without*
    leaves out those of a rank or with words in more than their notes and sources. Without *parts*
    steps of visits and shipments of totals are left out. Raises `DateError` or
    `UnknownName` for words without a meaning.
    """

    window: TimeWindow | str | Sequence[TimeWindow | str] | None = None
    strict: bool = False
    kinds: frozenset[Kind] | Iterable[str] | str = frozenset()
    person: Several = ()
    place: Several = ()
    from_: Several = ()
    to: Several = ()
    source: Several = ()
    office: Several = ()
    item: Several = ()
    sources_at_most: int | None = None
    source_kinds: Several = ()
    source_langs: Several = ()
    without: Several = ()
    disputed: bool = False
    rank: Rank | str | None = None
    words: str = ""
    parts: bool = True
    sort: str | None = None
    limit: int | None = None
    lang: Lang = "en"

    def __post_init__(self) -> None:
        windows: list[TimeWindow] = []
        for window in _several(self.window):
            windows += time_reader.parse_all(window) if isinstance(window, str) else [window]
        kinds = [Kind(vocabulary.closed_value("kind", name)) for name in _several(self.kinds)]
        fields: dict[str, object] = {
            "window": tuple(windows),
            "kinds": frozenset(kinds),
            "rank": None if self.rank is None else _rank(self.rank),
        }
        for field, what in _SEVERAL.items():
            names = _several(getattr(self, field))
            fields[field] = tuple(
                vocabulary.closed_value(what, name) if what else name for name in names
            )
        for field, value in fields.items():
            msgspec.structs.force_setattr(self, field, value)
        sort_order(self.sort)
        if self.lang not in get_args(Lang):
            raise UnknownName("language", self.lang, known=get_args(Lang))
        if self.limit is not None and self.limit < 0:
            raise VnkpError("negative_limit", limit=self.limit)
        if self.sources_at_most is not None and self.sources_at_most < 0:
            raise VnkpError("negative_sources", number=self.sources_at_most)

    def match(self, fact: Fact) -> Overlap | None:
        """How *fact* meets the time asked for: `Overlap.INSIDE` without one, None if not at all.

        Where only the date of a variant meets it, that is possible.
        """
        windows = self.windows
        if not windows:
            return Overlap.INSIDE
        if len(windows) == 1:  # the common case, of every fact
            best = windows[0].match(fact.date)
        else:
            overlaps = [window.match(fact.date) for window in joined_windows(windows)]
            best = min(filter(None, overlaps), key=OVERLAP_ORDER.__getitem__, default=None)
        if best is None and self.variant_in_time(fact):
            best = Overlap.POSSIBLE
        return best if best is Overlap.INSIDE or not self.strict else None

    def variant_in_time(self, fact: Fact) -> Variant | None:
        """The first variant of *fact* whose date meets the time, where its own date does not."""
        if not fact.variants or self._is_in_time(fact.date):
            return None
        return next((variant for variant in fact.variants if self._is_in_time(variant.date)), None)

    def _is_in_time(self, date: EdtfDate | None) -> bool:
        return date is not None and any(window.match(date) for window in self.windows)

    @property
    def windows(self) -> tuple[TimeWindow, ...]:
        """The times asked for; none means all time."""
        return cast("tuple[TimeWindow, ...]", self.window)  # __post_init__ has read them

    def values(self, field: str) -> tuple[str, ...]:
        """The values of *field*, a filter that takes several."""
        return cast("tuple[str, ...]", getattr(self, field))  # __post_init__ made it a tuple

    @property
    def when(self) -> str | None:
        """The times as text; None without any."""
        return ", ".join(window.text for window in self.windows) or None


def _several(value: Any) -> tuple[Any, ...]:
    """*value*, which may be None, a single value or several, as a tuple."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str | TimeWindow) else tuple(value)


def _rank(name: Rank | str) -> Rank | str:
    """The rank called *name* or, with a plus, its name with a plus."""
    bare = name.value if isinstance(name, Rank) else name.strip()
    ranks = [rank.value for rank in Rank]
    rank = Rank(vocabulary.closed_value("rank", bare.removesuffix("+").strip(), ranks))
    return f"{rank.value}+" if bare.endswith("+") else rank


def sort_order(name: str | None) -> tuple[Sort, bool]:
    """The order called *name*, by date if None, and whether it is reversed; raise `UnknownName`."""
    bare = "date" if name is None else name.strip()
    return Sort(vocabulary.closed_value("sort order", bare.removeprefix("-"))), bare[:1] == "-"


def keys_of(fact: Fact, table: str) -> Collection[str]:
    """The keys of *table* (person, place, item, office, source) that *fact* has."""
    match table:
        case "person":
            return [participant.who for participant in fact.people]
        case "place":
            return fact.places
        case "item":
            return [figure.of for figure in fact.all_figures]
        case "office":
            return [key for participant in fact.people for key in participant.offices]
        case _:
            return [cite.source for cite in fact.all_cites]
