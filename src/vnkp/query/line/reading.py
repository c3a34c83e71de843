"""How a line was read, as a value: the command, the query, and the line that can be typed again."""

from __future__ import annotations

from typing import Any

import msgspec

from vnkp.model.enums import Kind
from vnkp.model.time_window import TimeWindow, canonical
from vnkp.query.filters import Query
from vnkp.query.vocabulary import group_names
from vnkp.text import shell_quoted

# What a command asks for by default.
DEFAULTS: dict[str, dict[str, Any]] = {
    "visits": {"kinds": frozenset({Kind.VISIT}), "parts": False, "rank": "leader"},
    "aid": {"kinds": frozenset({Kind.AID})},
    "trade": {"kinds": frozenset({Kind.TRADE})},
    "timeline": {"parts": False},
    "disputes": {"disputed": True},
    "latest": {"sort": "-date", "limit": 10},
}

# Commands that expect a time.
TIMED = ("year", "anniversaries")
# The options that take several values, in the order in which a line has them.
_SEVERAL = {
    "--person": "person",
    "--office": "office",
    "--place": "place",
    "--item": "item",
    "--from": "from_",
    "--to": "to",
    "--source": "source",
    "--source-kind": "source_kinds",
    "--source-lang": "source_langs",
    "--without": "without",
}
# Those that take one value.
_SINGLE = {"--rank": "rank", "--sort": "sort", "--limit": "limit", "--sources": "sources_at_most"}
# Those that take none, and what they set.
_FLAGS = {
    "--disputed": ("disputed", True),
    "--strict": ("strict", True),
    "--parts": ("parts", True),
    "--no-parts": ("parts", False),
}


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A line as it was read: the *command* and the *query*, and the words *dropped* that only ask.

    *by* is the group by which facts are counted and *every* the number of anniversaries, if any.
    *is_question*: it asks for what *command* tells; *asks_where* for places, *asks_why* for
    reasons. *is_interpreted*: it was not typed as it is read, so that it has to be said.
    """

    command: str
    query: Query
    words: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    by: str | None = None
    every: int | None = None
    is_question: bool = False
    asks_where: bool = False
    asks_why: bool = False
    is_interpreted: bool = False

    @property
    def line(self) -> str:
        """How it was read, as it can be typed: ``search rice --in 2012``."""
        query, default = self.query, Query(**DEFAULTS.get(self.command, {}))
        values = [
            (option, value) for option, field in _SEVERAL.items() for value in query.values(field)
        ]
        values += [("--kind", kind) for kind in sorted({*query.kinds} - {*default.kinds})]
        for option, field in _SINGLE.items():
            value = getattr(query, field)
            if value != getattr(default, field):
                values.append((option, "all" if value is None else value))
        options = [
            f"{option} {shell_quoted(str(getattr(value, 'value', value)))}"
            for option, value in values
        ]
        options += [
            option
            for option, (field, flag) in _FLAGS.items()
            if getattr(query, field) == flag != getattr(default, field)
        ]
        options += [f"--by {','.join(group_names(self.by))}"] if self.by else []
        options += [f"--every {self.every}"] if self.every else []
        words = map(shell_quoted, self.words)
        return " ".join([self.command, *words, *options, *map(self._time, query.windows)])

    @property
    def read_as(self) -> str:
        """The `line` where it has to be said; else nothing."""
        return self.line if self.is_interpreted else ""

    def as_search(self) -> Reading:
        """The words and times looked for in every fact, where the command knows nothing of them.

        Persons beside words may be named without having taken part.
        """
        default = Query(**DEFAULTS.get(self.command, {}))
        persons = self.query.values("person") if self.query.words else ()
        query = msgspec.structs.replace(
            self.query,
            person=() if persons else self.query.person,
            words=" ".join([*(f'"{name}"' for name in persons), self.query.words]),
            kinds=frozenset({*self.query.kinds} - {*default.kinds}),
            disputed=self.query.disputed and not default.disputed,
            parts=True,
            rank=None,
        )
        return msgspec.structs.replace(
            self,
            command="search",
            query=query,
            words=(*persons, *self.words),
            by=None,
            is_question=False,
        )

    def _time(self, window: TimeWindow) -> str:
        text = canonical(window.first, window.last)
        if self.command in TIMED:
            return text
        # Sources have no bounds, and several times are no bounds of each other.
        is_bound = self.command != "sources" and len(self.query.windows) == 1
        if is_bound and window.last is None:
            return f"--since {text.removesuffix('..')}"
        if is_bound and window.first is None:
            return f"--until {text.removeprefix('..')}"
        return f"--in {text}"
