"""The answer of ``new``: an entry of the store that is yet to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from vnkp.answers import Answer
from vnkp.model.facts import Book

if TYPE_CHECKING:  # a command that writes no entry need not load how one is read
    from vnkp.query.drafts import FactDraft
    from vnkp.query.entry_drafts import PersonDraft, SourceDraft


class NewEntry(Answer, frozen=True, kw_only=True):
    """A fact, a person or a source as far as it is known, beside the *book* that it is for."""

    text_format: ClassVar[str] = "toml"  # always
    is_text: ClassVar[bool] = True  # the same everywhere

    book: Book
    draft: FactDraft | PersonDraft | SourceDraft
