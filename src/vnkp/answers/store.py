"""What commands answer about the store itself: check, schema and new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import msgspec

from vnkp.answers import Answer
from vnkp.errors import Problem, StoreError
from vnkp.model.facts import Book, Fact

if TYPE_CHECKING:  # what only these commands need
    from vnkp.query.drafts.entry_drafts import PersonDraft, SourceDraft
    from vnkp.query.drafts.fact_drafts import FactDraft
    from vnkp.query.sourcing import Sourcing


class CheckedStore(msgspec.Struct, frozen=True):
    """What is wrong and what is doubtful in the store in *file*."""

    file: str
    problems: tuple[Problem, ...] = ()
    advice: tuple[Problem, ...] = ()


class CheckReport(Answer, frozen=True, kw_only=True):
    """What ``check`` says of *stores*: of each its problems and advice, and their *sourcing*.

    *sourcing* is None with problems. *book* has all facts; *detailed* asks for those that rest on
    one source. *strict* makes advice count as problems.
    """

    is_text: ClassVar[bool] = True  # a text in a pipe too

    stores: tuple[CheckedStore, ...]
    book: Book
    sourcing: Sourcing | None = None
    detailed: bool = False
    strict: bool = False

    @property
    def files(self) -> str:
        """The names of the files of the stores."""
        return ", ".join(store.file for store in self.stores)

    @property
    def has_problems(self) -> bool:
        """Whether something is wrong with one of the stores."""
        return any(store.problems for store in self.stores)

    @property
    def has_advice(self) -> bool:
        """Whether something in one of the stores is doubtful."""
        return any(store.advice for store in self.stores)

    @property
    def status(self) -> int:
        """The exit status: 3 with problems."""
        is_wrong = self.has_problems or (self.strict and self.has_advice)
        return StoreError.status if is_wrong else 0

    @property
    def one_source_facts(self) -> list[Fact] | None:
        """The facts that rest on one source; None with problems or where they are not asked for."""
        if not (self.detailed and self.sourcing):
            return None
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
