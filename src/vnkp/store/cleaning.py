"""The text of a store in NFC, and its values without invisible characters."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from vnkp.errors import MAX_GATHERED, Problem, StoreError
from vnkp.store.positions import Path
from vnkp.store.problems import Finding, key_name, text_problem
from vnkp.store.raw_values import Values
from vnkp.text import UNSEEN, strip_control_characters

_ESCAPE = re.compile(rb'\\[^"\\]')
# Apart, for each begins with a fixed character, which is found five times as fast.
_BLANK, _LITERAL_BLANK = re.compile(rb'"[ \t]+"'), re.compile(rb"'[ \t]+'")
_PLAIN = b"\n\r" + bytes(range(0x20, 0x7F))
# The most marks on one letter, as in the Stream-Safe Text Format of Unicode, and what may be more.
_MAX_MARKS = 30
_ESCAPED = r"\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}"
_MARKS = rf"(?:[^\x00-\x7f\w]|{_ESCAPED}){{{_MAX_MARKS + 1},}}"


def decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """The text of a store in NFC, and what had to be mended to read it.

    Raises `StoreError` if it is not UTF-8.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise _refusal(file, 0, "utf_16")
    if b"\0" in data:
        raise _refusal(file, data.count(b"\n", 0, data.index(b"\0")) + 1, "nul_byte")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _refusal(file, line, "not_utf_8", byte=f"0x{data[error.start]:02x}") from None
    # Most texts have no pile even without their plain letters, which is seen ten times as fast.
    strange = data.translate(None, _PLAIN).decode()
    may_pile = b"\\u" in data or b"\\U" in data or _find_pile_of_marks(strange) is not None
    marks = _find_pile_of_marks(text) if may_pile else None
    if marks is not None:
        raise _refusal(file, text.count("\n", 0, marks) + 1, "pile_of_marks", limit=_MAX_MARKS)
    problems = [text_problem(1, "byte_order_mark")] if data.startswith(b"\xef\xbb\xbf") else []
    if unicodedata.is_normalized("NFC", text):
        return text, problems
    rows = enumerate(text.split("\n"), 1)
    first = next(number for number, row in rows if not unicodedata.is_normalized("NFC", row))
    return unicodedata.normalize("NFC", text), [*problems, text_problem(first, "not_nfc")]


def _refusal(file: str, line: int, code: str, **values: object) -> StoreError:
    return StoreError(file, [text_problem(line, code, **values)])


def _find_pile_of_marks(text: str) -> int | None:
    """Where in *text* more marks than any script has are on a letter, as such or as escapes.

    Putting them in order, as NFC does, takes the square of their number.
    """
    for match in re.finditer(_MARKS, text):
        marks = re.sub(_ESCAPED, lambda escape: chr(int(escape[0][2:], 16) % 0x110000), match[0])
        runs = "".join("m" if unicodedata.combining(char) else " " for char in marks)
        if "m" * (_MAX_MARKS + 1) in runs:
            return match.start()
    return None


def may_need_cleaning(data: bytes) -> bool:
    """Whether some text in the TOML of *data* may change when cleaned; quick, and sometimes wrong.

    It is never wrongly false.
    """
    if b'"""' in data or b"'''" in data or _ESCAPE.search(data):
        return True
    if _BLANK.search(data) or _LITERAL_BLANK.search(data):
        return True
    rest = data.removeprefix(b"\xef\xbb\xbf").translate(None, _PLAIN).decode()
    return not rest.isprintable() or re.search(UNSEEN, rest) is not None


def clean(raw: Values) -> list[Finding]:
    """Clean every text in *raw*, in place, and report the invisible characters.

    White space is not reported; a text of nothing else becomes empty.
    """
    findings: list[Finding] = []
    todo: list[tuple[Path, Any]] = [((), raw)]
    while todo:
        path, holder = todo.pop()
        for key, value in list(holder.items() if isinstance(holder, dict) else enumerate(holder)):
            if isinstance(value, dict | list):
                todo.append(((*path, key), value))
            elif isinstance(value, str) and value.isspace():
                holder[key] = ""
            elif isinstance(value, str) and not _is_clean(value):
                strange = [char for char in value if _without_invisible(char) != char]
                if strange or not unicodedata.is_normalized("NFC", value):
                    holder[key] = clean_text(value)
                unseen = next((char for char in strange if not char.isspace()), "")
                if unseen and len(findings) < MAX_GATHERED:
                    where = (*path, key)
                    findings.append(
                        Finding(
                            where,
                            "invisible_character",
                            key=key_name(where),
                            character=f"U+{ord(unseen):04X}",
                        )
                    )
    return findings


def _is_clean(text: str) -> bool:
    is_seen = text.isprintable() and (text.isascii() or not re.search(UNSEEN, text))
    return is_seen and unicodedata.is_normalized("NFC", text)


def clean_text(text: str) -> str:
    """*text* in NFC, on one line, without invisible characters; U+FFFD for control characters."""
    seen = _without_invisible(" ".join(text.split()))
    return unicodedata.normalize("NFC", " ".join(seen.split()))


def _without_invisible(text: str) -> str:
    return strip_control_characters(text, invisible="")
