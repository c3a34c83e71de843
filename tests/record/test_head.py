"""The examples at the head of the record are what they explain."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
import tomli

from tests.conftest import STORE
from vnkp.model.enums import DocumentedEnum, Kind, Qualifier, Rank, SourceKind
from vnkp.model.facts import Book
from vnkp.store import parser

HEAD = STORE.read_text(encoding="utf-8").partition("\nschema = 1")[0]


def test_the_examples_at_the_head_of_the_record_load() -> None:
    rows = [row[4:] for row in HEAD.splitlines() if row.startswith("#   ")]
    raw = tomli.loads("\n".join(["schema = 1", *rows]), parse_float=Decimal)

    _, findings = parser.read_form(raw)

    # They name people, offices and facts of the record that have no example of their own.
    assert {finding.code for finding in findings} <= {"unknown_reference", "unknown_whole"}
    assert set(raw) == set(Book.__struct_encode_fields__)


@pytest.mark.parametrize(
    ("example", "words"), [("visit", Kind), ("leader", Rank), ("press", SourceKind)]
)
def test_the_head_of_the_record_lists_every_word_of_a_closed_list(
    example: str, words: type[DocumentedEnum]
) -> None:
    listed = re.findall(rf'^# +\w+ += "{example}" +# (.+)$', HEAD, re.MULTILINE)

    assert listed == [", ".join(word.value for word in words)]


def test_the_head_of_the_record_lists_every_qualifier() -> None:
    words = [word.value for word in Qualifier if word is not Qualifier.EXACT]  # as stated

    assert f"# qualifier: {', '.join(words)}. " in HEAD
