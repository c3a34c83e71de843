"""The types of fields that the values of the store are made of."""

from decimal import Decimal
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

# The annotations here are values (no __future__ import): texts would be compiled at every start.

SCHEMA = 1
TITLE_LENGTH = 80
# A figure above this is an error: it is more than the world's yearly product in any currency.
MAX_AMOUNT = 10**16
# No source gives more digits after the point; with more, sums would no longer be exact.
MAX_DECIMALS = 9
# A district lies in a town, a province, a country: no place lies in more.
MAX_PLACES_AROUND = 8

Line = Annotated[str, Meta(min_length=1)]
Title = Annotated[str, Meta(min_length=1, max_length=TITLE_LENGTH)]
# Patterns are for editors here and checked by `vnkp.store`: checking them on what the cache holds
# would take a third of the time of reading it.
KEY_PATTERN = "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"
ID_PATTERN = "^[0-9]{4}-[a-z0-9]+(-[a-z0-9]+)*$"
Key = Annotated[str, Meta(extra_json_schema={"pattern": KEY_PATTERN})]
KeyRef = Annotated[str, Meta(min_length=1, extra_json_schema={"pattern": KEY_PATTERN})]
FactId = Annotated[str, Meta(min_length=1, extra_json_schema={"pattern": ID_PATTERN})]
Country = Annotated[
    str, Meta(pattern="^[A-Z]{2}$", description="VN, KP, or another ISO 3166-1 code of two letters")
]
Side = Literal["VN", "KP"]
Lang = Literal["en", "vi"]
Number = int | Decimal


def describe(description: str) -> Meta:
    """What editors show about a key."""
    return Meta(description=description)


English = Annotated[Line, describe("in English")]
Vietnamese = Annotated[Line, describe("in Vietnamese")]


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """What all values share: frozen, strict, small in the cache."""


class BilingualText(Value, frozen=True):
    """The same words in both languages."""

    en: English
    vi: Vietnamese
