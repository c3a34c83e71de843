"""Numbers as people write them: 22,700, 22.700, 16.5 million, 16,5 triệu."""

from __future__ import annotations

import re
from decimal import Decimal

from vnkp.model.fields import Number

_SCALES = {
    "thousand": 10**3, "nghìn": 10**3, "ngàn": 10**3, "nghin": 10**3, "ngan": 10**3,
    "million": 10**6, "triệu": 10**6, "trieu": 10**6, "billion": 10**9, "bn": 10**9,
    "tỷ": 10**9, "tỉ": 10**9, "ty": 10**9, "ti": 10**9,
}  # fmt: skip
# A number with separators or a scale, or plain digits; compiled when first used.
NUMERAL = (
    r"(?i)(?<![\w.,])"
    r"(?:(?P<thousands>[0-9]{1,3}(?P<mark>[.,\u00a0\u202f])[0-9]{3}(?:(?P=mark)[0-9]{3})*)"
    r"|(?P<whole>[0-9]+))(?:[.,](?P<decimals>[0-9]+))?"
    rf"(?:[ \u00a0]?(?P<scale>{'|'.join(_SCALES)})s?)?(?![\w]|[.,][0-9])"
)


def numeral_values(match: re.Match[str]) -> list[str]:
    """The values that a match of `NUMERAL` may have, as `number_word` writes them.

    >>> numeral_values(re.search(NUMERAL, "16,5 triệu"))
    ['16500000']
    >>> numeral_values(re.search(NUMERAL, "1.234 million"))
    ['1234000000', '1234000']
    """
    scale = _SCALES.get((match["scale"] or "").lower(), 1)
    whole = re.sub("[^0-9]", "", match["thousands"] or match["whole"])
    readings = [f"{whole}.{match['decimals'] or 0}"]
    if match["scale"] and not match["decimals"] and len(match["thousands"] or "") in (5, 6, 7):
        readings.append(f"{whole[:-3]}.{whole[-3:]}")
    return [number_word(Decimal(reading) * scale) for reading in readings]


def number_word(value: Number) -> str:
    """*value* as one word of digits, with x for the decimal point."""
    text = f"{value:f}" if isinstance(value, Decimal) else str(value)
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", "x")
