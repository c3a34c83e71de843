"""Text and tables in Markdown, read alike by GitHub's readers, markdown-it and pandoc."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ADDRESS = re.compile(r"(https?://\S+)")
# What means something within a line, in GitHub's Markdown or in pandoc's; then at its beginning.
_MARKUP = re.compile(r"[\\`*_\[\]<>|~#$^@]|&(?=#?\w+;)")
_OPENING = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=:]))")


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], rules: Sequence[str]) -> list[str]:
    """The lines of a table, without the columns that are empty."""
    kept = [index for index in range(len(heads)) if not rows or any(row[index] for row in rows)]
    return [f"| {' | '.join(row[index] for index in kept)} |" for row in (heads, rules, *rows)]


def escape(text: str) -> str:
    """*text* on one line, with what would be markup escaped; an address becomes a link."""
    parts = _ADDRESS.split(" ".join(text.split()))
    return "".join(
        _link(part) if index % 2 else _OPENING.sub(r"\1\\", _MARKUP.sub(r"\\\g<0>", part))
        for index, part in enumerate(parts)
    )


def _link(address: str) -> str:
    """*address* in angle brackets: nothing is markup there, but a bar still ends a cell."""
    return "<" + re.sub(r"[<>|\\`]", lambda match: f"%{ord(match[0]):02X}", address) + ">"
