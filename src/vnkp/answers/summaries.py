"""Answers made of other answers: facts counted by groups (``--by``), and the brief."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

import msgspec

from vnkp.answers import Answer, BookAnswer, FactList
from vnkp.model.enums import Group
from vnkp.model.facts import Fact

if TYPE_CHECKING:  # a command that needs neither need not load how they are made
    from vnkp.query.groups import Count
    from vnkp.query.people import OfficeHeld

# Of these a fact may have several.
_WITH_SEVERAL = (Group.PERSON, Group.PLACE, Group.SOURCE, Group.PUBLISHER)


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
    def several(self) -> tuple[Group, ...]:
        """The groups of which a fact may have several: it is counted once for each."""
        return tuple(group for group in self.groups if group in _WITH_SEVERAL)

    @property
    def row_count(self) -> int:
        """How many values of the first group there are."""
        return len({count.values[0] for count in self.counts})

    @property
    def is_cut(self) -> bool:
        """Whether a limit left some of them out."""
        return self.row_count < self.total


class OfficesHeld(BookAnswer, frozen=True, kw_only=True):
    """Who held which office in which years; *total* counts without the limit."""

    content = "held"

    held: tuple[OfficeHeld, ...]
    total: int


class BriefPart(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a brief: the *answer* of another *command*, of which it may show the first lines.

    *total* counts what the command lists.
    """

    name: str
    answer: Answer
    command: str
    total: int


class Brief(BookAnswer, frozen=True, kw_only=True):
    """What to know before a meeting on *day*: the *relation* in some lines, then its *parts*.

    *about* is what it is about, as it was asked; nothing if it is about the whole relation.
    """

    is_text: ClassVar[bool] = True  # a text in a pipe too

    day: dt.date
    about: str
    relation: tuple[BriefPart, ...]
    parts: tuple[BriefPart, ...]

    @property
    def listed_facts(self) -> list[Fact]:
        """The facts that its lists name, each once."""
        facts = {
            fact.id: fact
            for part in (*self.relation, *self.parts)
            if isinstance(part.answer, FactList)
            for fact in part.answer.facts
        }
        return list(facts.values())

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.relation and not self.parts
