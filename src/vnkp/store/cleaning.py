"""Characters that no text of the store should have: what steers a terminal, turns the reading direction, or cannot be seen.

They are taken out when a store is read, so that nothing behind has to think of them; ``vnkp check`` tells where they stand.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from vnkp.store.positions import Path
from vnkp.store.problems import called
from vnkp.store.validate import Fault

_UNSEEN = frozenset(("Cf", "Cs", "Co", "Zl", "Zp"))
_ESCAPE = re.compile(rb'\\[^"\\]')
_BLANK = re.compile(rb'"[ \t]+"|\'[ \t]+\'')
_PLAIN = b"\n\r" + bytes(range(0x20, 0x7F))


def suspicious(data: bytes) -> bool:
    """Whether some string of the TOML in *data* may hold such a character: quick, and sometimes wrongly true."""
    if b'"""' in data or b"'''" in data or _ESCAPE.search(data) or _BLANK.search(data):
        return True
    return not data.removeprefix(b"\xef\xbb\xbf").translate(None, _PLAIN).decode().isprintable()


def clean(raw: dict[str, Any]) -> list[Fault]:
    """Take such characters out of every string in *raw*, in place; the faults are those that are not mere white space."""
    found = []
    todo: list[tuple[Path, Any]] = [((), raw)]
    while todo:
        path, holder = todo.pop()
        for key, value in list(holder.items() if isinstance(holder, dict) else enumerate(holder)):
            if isinstance(value, dict | list):
                todo.append(((*path, key), value))
            elif isinstance(value, str) and value.isspace():
                holder[key] = ""  # which is told as empty
            elif isinstance(value, str) and not (
                value.isprintable() and unicodedata.is_normalized("NFC", value)
            ):
                strange = [char for char in value if _shown(char) != char]
                if strange or not unicodedata.is_normalized("NFC", value):
                    holder[key] = cleaned(value)
                found += [_told((*path, key), char) for char in strange[:1] if not char.isspace()]
    return found


def cleaned(text: str) -> str:
    """*text* in NFC, on one line, without characters that cannot be seen; a control character shows as U+FFFD."""
    return unicodedata.normalize("NFC", "".join(_shown(char) for char in " ".join(text.split())))


def _shown(char: str) -> str:
    category = unicodedata.category(char)
    return "\ufffd" if category == "Cc" else "" if category in _UNSEEN else char


def _told(path: Path, char: str) -> Fault:
    return Fault(
        path, f"{called(path)} has an invisible character, U+{ord(char):04X}", "take it out"
    )
