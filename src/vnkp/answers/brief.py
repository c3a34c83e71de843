"""The answer of ``brief``, which is made of other answers."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import msgspec

from vnkp.answers import Answer, BookAnswer, FactList
from vnkp.model.facts import Fact
from vnkp.query.people import OfficeHeld


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

    day: dt.date
    about: str
    relation: tuple[BriefPart, ...]
    parts: tuple[BriefPart, ...]

    @property
    def facts(self) -> list[Fact]:
        """The facts that its lists name, each once."""
        lists = [part.answer for part in (*self.relation, *self.parts)]
        several = [fact for each in lists if isinstance(each, FactList) for fact in each.facts]
        return list({fact.id: fact for fact in several}.values())

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.relation and not self.parts

    is_text: ClassVar[bool] = True  # a text in a pipe too
