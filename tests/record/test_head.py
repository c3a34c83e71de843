"""The examples at the head of the record are what they explain."""

from __future__ import annotations

from decimal import Decimal

import tomli

from tests.conftest import STORE
from vnkp.model.facts import Book
from vnkp.store import parser


def test_the_examples_at_the_head_of_the_record_load() -> None:
    head = STORE.read_text(encoding="utf-8").partition("\nschema = 1")[0]
    rows = [row[4:] for row in head.splitlines() if row.startswith("#   ")]
    raw = tomli.loads("\n".join(["schema = 1", *rows]), parse_float=Decimal)

    _, findings = parser.read_form(raw)

    # They name people, offices and facts of the record that have no example of their own.
    assert {finding.code for finding in findings} <= {"unknown_reference", "unknown_whole"}
    assert set(raw) == set(Book.__struct_encode_fields__)
