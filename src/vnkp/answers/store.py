"""What commands answer about the store itself: check, schema and new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from vnkp.answers import Answer
from vnkp.errors import Problem, StoreError
from vnkp.model.facts import Book, Fact

if TYPE_CHECKING:  # what only these commands need
    from vnkp.query.drafts import FactDraft
    from vnkp.query.entry_drafts import PersonDraft, SourceDraft
    from vnkp.query.tables import Sourcing


class CheckReport(Answer, frozen=True, kw_only=True):
    """What ``check`` says of the store in *file*: its *problems* and *advice*, its *sourcing*.

    *sourcing* is None with problems. *detailed* asks for the facts of *book* that rest on one
    source; *strict* makes advice count as problems.
    """

    is_text: ClassVar[bool] = True  # a text in a pipe too

    file: str
    problems: tuple[Problem, ...] = ()
    advice: tuple[Problem, ...] = ()
    sourcing: Sourcing | None = None
    book: Book | None = None
    detailed: bool = False
    strict: bool = False

    @property
    def status(self) -> int:
        """The exit status: 3 with problems."""
        return StoreError.status if self.problems or (self.strict and self.advice) else 0

    @property
    def one_source_facts(self) -> list[Fact]:
        """The facts that rest on one source, where they are asked for."""
        if not (self.detailed and self.sourcing and self.book):
            return []
        facts = self.book.facts_by_id
        return [facts[id_] for id_ in self.sourcing.one_source]


class StoreSchema(Answer, frozen=True, kw_only=True):
    """The JSON Schema of the store."""

    text_format: ClassVar[str] = "json"  # always
    is_text: ClassVar[bool] = True  # the same everywhere

    schema: dict[str, Any]


class NewEntry(Answer, frozen=True, kw_only=True):
    """A fact, a person or a source as far as it is known, beside the *book* that it is for."""

    text_format: ClassVar[str] = "toml"  # always
    is_text: ClassVar[bool] = True  # the same everywhere

    book: Book
    draft: FactDraft | PersonDraft | SourceDraft
