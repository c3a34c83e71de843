"""Characters that no text of the store should have: what steers a terminal, turns the reading direction, or cannot be seen.

They are taken out when a store is read, so that nothing behind has to think of them; ``vnkp check`` tells where they stand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from vnkp.faults import Fault
from vnkp.lines import Path

# Escapes, multi-line strings and the invisible characters themselves: without one of these nothing can be wrong.
_SUSPICIOUS = re.compile(
    "\\\\|\"\"\"|'''|[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_UNSEEN = frozenset(("Cf", "Cs", "Co", "Zl", "Zp"))


def suspicious(text: str) -> bool:
    """Whether some string of the TOML in *text* may hold such a character: quick, and sometimes wrongly true."""
    return _SUSPICIOUS.search(text) is not None


def clean(raw: Any, path: Path = ()) -> Iterator[Fault]:
    """Take such characters out of every string in *raw*, in place; yield a fault for each that is not mere white space."""
    places = raw.items() if isinstance(raw, dict) else enumerate(raw) if isinstance(raw, list) else ()
    for key, value in list(places):
        if isinstance(value, str):
            mended = cleaned(value)
            if mended != value:
                raw[key] = mended
                yield from _told(value, (*path, key))
        else:
            yield from clean(value, (*path, key))


def cleaned(text: str) -> str:
    """*text* in NFC, on one line, without characters that cannot be seen; a control character shows as U+FFFD."""
    made = "".join(_shown(char) for char in " ".join(text.split()))
    return unicodedata.normalize("NFC", made)


def _shown(char: str) -> str:
    category = unicodedata.category(char)
    return "\ufffd" if category == "Cc" else "" if category in _UNSEEN else char


def _told(text: str, path: Path) -> Iterator[Fault]:
    strange = next((char for char in text if not char.isspace() and _shown(char) != char), "")
    if strange:
        yield Fault(path, f"there is an invisible character, U+{ord(strange):04X}", "take it out")
