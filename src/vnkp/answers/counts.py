"""The answer of ``--by``: facts counted by groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnkp.answers import BookAnswer, FactList
from vnkp.model.enums import Group

if TYPE_CHECKING:  # a command that counts nothing need not load how it is done
    from vnkp.query.groups import Count

_SEVERAL = (Group.PERSON, Group.PLACE, Group.SOURCE, Group.PUBLISHER)


class Counts(BookAnswer, frozen=True, kw_only=True):
    """How many facts of *listing* lie in each of the *groups*.

    *total* is how many values the first of them has without the limit.
    *sides* counts visits by one group and by who went, for both directions side by side.
    *parts_left_out* are parts of packages that are counted, *wholes_left_out* packages whose
    parts are counted.
    """

    content = "counts"

    listing: FactList
    groups: tuple[Group, ...]
    counts: tuple[Count, ...]
    total: int
    sides: tuple[Count, ...] = ()
    parts_left_out: int = 0
    wholes_left_out: int = 0

    @property
    def facts(self) -> int:
        """How many facts were counted."""
        return len(self.listing.matches)

    @property
    def several(self) -> tuple[Group, ...]:
        """The groups of which a fact may have several: it is counted once for each."""
        return tuple(group for group in self.groups if group in _SEVERAL)

    @property
    def row_count(self) -> int:
        """How many values of the first group there are."""
        return len({count.values[0] for count in self.counts})

    @property
    def is_cut(self) -> bool:
        """Whether a limit left some of them out."""
        return self.row_count < self.total

    @property
    def has_cells(self) -> bool:
        """Whether counts stand in a table of two groups."""
        return len(self.groups) > 1 or bool(self.sides)
