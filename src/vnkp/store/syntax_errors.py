"""What is wrong with a text that is no TOML, or TOML that not every program reads, in words that help."""

from __future__ import annotations

import re
from collections.abc import Iterator

import tomli

from vnkp.errors import DateError, Problem
from vnkp.model import edtf
from vnkp.store import positions

_LONGEST = 500
_ESCAPE = (
    r"a \ in a text begins an escape, and this is none that TOML knows",
    r"write \\ for a \ that is meant",
)

# How messages of the parser begin, what that means, and what to write.
_SAID = [
    (
        "Invalid value",
        "there is no value here that TOML knows",
        'write text and dates in quotes: en = "…"',
    ),
    (
        "Expected newline or end of document",
        "more follows the value",
        r'write one key on a line, and \" for a " in a text',
    ),
    ("Expected '='", "there is no = after the key", 'write key = "…", or put # before a remark'),
    ("Expected ']", "the header of a table has no end", "write [table.key] or [[fact]]"),
    (
        "Invalid statement",
        "this is neither a key nor a header",
        'write key = "…", [table.key] or [[fact]]',
    ),
    ("Invalid initial character for a key part", "there is no key here", 'write key = "…"'),
    (
        "Invalid date or datetime",
        "there is no such date",
        'write it in quotes, as exactly as it is known: date = "1958-11"',
    ),
    (
        "Cannot mutate immutable namespace",
        "this adds to what was written whole before",
        "write it all in one place",
    ),
    ("Unescaped '\\'", *_ESCAPE),
    ("Invalid hex value", *_ESCAPE),
    ("Escaped character is not", *_ESCAPE),
]
_CALLED = {"[": ("list", "]"), "{": ("inline table", "}")}
_STATEMENT = re.compile(r"\s*(?:(\[\[?[^\[\]]+\]\]?)|([\w.\"'-]+)\s*=)")
_UNQUOTED = re.compile(r"\s*([\w.-]+)\s*=\s*([^\s\"'\[{#][^\"'\[{#]*?)\s*(?:#.*)?")
_GROUPED = re.compile(r"\b(value|low|high)\s*=\s*([0-9]{1,3}(?:[,. '][0-9]{3})+)(?![0-9])")
# A text on one line, a table on one line that holds no other, and an end of one that TOML 1.0 does not allow.
_TEXT, _INLINE, _LAST_COMMA = r'"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', r"\{[^{}\n]*\}", r",[ \t]*\}"


def problem(error: tomli.TOMLDecodeError) -> Problem:
    """The problem that the parser's *error* means, on the line where it can be mended."""
    text, row = error.doc, error.doc.count("\n", 0, error.pos)
    rows = [line[:_LONGEST] for line in text.split("\n", row + 1)[: row + 1]]
    opened = _opened(error, rows[row])
    if opened:
        return Problem(text.count("\n", 0, opened[1]) + 1, "", *_unclosed(opened[0]))
    if error.msg.startswith(("Cannot overwrite", "Cannot declare")):
        start = next((above for above in range(row, -1, -1) if _STATEMENT.match(rows[above])), row)
        return Problem(start + 1, "", *_twice(rows[start], rows[:start]))
    return Problem(row + 1, "", *(_meant(rows[row]) or _said(error)))


def _opened(error: tomli.TOMLDecodeError, line: str) -> tuple[str, int] | None:
    """The quotation mark or bracket that was not closed, with its offset, if that is what made the parser stop in *line*."""
    opened = positions.unclosed(error.doc[: error.pos])
    if not opened:
        return None
    if error.msg.startswith(("Unclosed", "Unterminated", 'Expected "', "Illegal character '\\n'")):
        return opened[-1]
    begins_anew = _STATEMENT.match(line) and "\n" in error.doc[opened[0][1] : error.pos]
    return opened[0] if begins_anew and opened[0][0] in _CALLED else None


def _unclosed(mark: str) -> tuple[str, str]:
    name, close = _CALLED.get(mark, ("text", mark))
    return f"the {name} that begins here has no end", f"close it with {close}"


def _twice(line: str, above: list[str]) -> tuple[str, str]:
    """What is wrong when the statement on *line* was there before."""
    match = _STATEMENT.match(line)
    if match and match[2]:
        header = next((row for row in reversed(above) if row.lstrip().startswith("[")), "")
        varies = header.strip().startswith("[[fact.variant]]")
        hint = (
            "keep one: the keys of a fact stand before its [[fact.variant]]"
            if varies
            else "keep one of the two"
        )
        return f'the key "{match[2]}" is written twice', hint
    name = match[1] if match else line.strip()
    return (
        f"{name} is written twice, or in two ways",
        "keep one: each fact is a [[fact]], everything else a [table.key]",
    )


def _meant(line: str) -> tuple[str, str] | None:
    """What is wrong with a value that people would understand and TOML does not, and how it is written."""
    grouped = _GROUPED.search(line)
    if grouped:
        return (
            f"{grouped[1]} is {grouped[2]}",
            f"write {grouped[1]} = {re.sub('[^0-9]', '_', grouped[2])}",
        )
    if re.search("[“”„«»]", line):
        return "the quotation marks are curly", 'write " before and after a text'
    if re.search(r"=\s*'[^']*'\w", line):
        return "the text ends at its apostrophe", 'write " before and after the text'
    match = _UNQUOTED.fullmatch(line)
    if match is None or not match[2].isprintable():
        return None
    key, value = match.groups()
    if key in ("date", "published"):
        try:
            edtf.parse(value)
        except DateError as error:
            return f"{key} is not in quotes, and {error.finding}", error.remedy
    return f"{key} is not in quotes", f'write {key} = "{value}"'


def _said(error: tomli.TOMLDecodeError) -> tuple[str, str]:
    """What the parser said, in other words."""
    found = error.doc[error.pos : error.pos + 1]
    if found and found not in "\n\t" and not found.isprintable():
        return f"there is an invisible character, U+{ord(found):04X}", "take it out"
    for start, what, hint in _SAID:
        if error.msg.startswith(start):
            return what, hint
    return (
        f"this is not TOML ({error.msg})",
        "compare it with the example at the head of data/facts.toml",
    )


def newer(text: str) -> Iterator[Problem]:
    """The first place where *text* is TOML 1.1, as far as the parser of Python 3.11 and later tells, which reads 1.0."""
    if not _perhaps_newer(text):  # that parser is slow
        return
    try:
        import tomllib
    except ModuleNotFoundError:
        return
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+)", str(error))
        hint = r"keep an inline table on one line, with no comma at its end, and write \u001b for \e, \u00e9 for \xe9"
        yield Problem(
            int(place[1]) if place else 0,
            "",
            "this is TOML 1.1, which not every program reads",
            hint,
        )


def _perhaps_newer(text: str) -> bool:
    """Whether *text* may hold what TOML 1.1 allows anew and a store may have: two escapes, inline tables of many lines."""
    if '"""' in text or "'''" in text or re.search(r"\\[ex]", text):
        return True
    left, shorter = "", re.sub(_TEXT, "", text)
    while shorter != left:
        if re.search(_LAST_COMMA, shorter):
            return True
        left, shorter = shorter, re.sub(_INLINE, "", shorter)
    return "{" in left or "}" in left
