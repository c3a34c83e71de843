"""Where in a TOML text a fact, a table or a key stands; used only to word problems."""

from __future__ import annotations

import re
from bisect import bisect_right

Path = tuple[str | int, ...]

_HEADER = re.compile(r"\s*\[\[?\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_MULTILINE = re.compile(r'"""|\'\'\'')


class Lines:
    """The lines of a TOML *text*, by the path of what stands there, as ``("fact", 3, "figure", "unit")``."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._starts: dict[tuple[str, ...], list[int]] = {}
        self._headers: list[int] = []
        quote = ""
        for number, line in enumerate(self._lines, 1):
            header = None if quote else _HEADER.match(line)
            if header:
                self._headers.append(number)
                name = tuple(part.strip(" \"'") for part in header[1].split("."))
                self._starts.setdefault(name, []).append(number)
            for mark in _MULTILINE.findall(line):
                quote = "" if quote == mark else quote or mark

    def of(self, path: Path, value: object = None) -> int:
        """The line of *path*, as near as can be told; *value* helps to find it. 0 if nothing is found."""
        first, last = self._block(path)
        if not first:
            return 0
        block = self._lines[first - 1 : last]
        keys = [part for part in path[2:] if isinstance(part, str)]
        if keys[:1] == ["variant"]:
            keys = keys[1:]
        wanted = [rf"\s*[\"']?{re.escape(key)}[\"']?\s*[.=]" for key in keys[:1]]
        if isinstance(value, str) and value:
            wanted.insert(0, rf".*[\"']{re.escape(value)}[\"']")
        for pattern in wanted:
            for offset, line in enumerate(block):
                if re.match(pattern, line):
                    return first + offset
        return first

    def _block(self, path: Path) -> tuple[int, int]:
        """First and last line of the fact, variant or table that *path* lies in."""
        table = str(path[0]) if path else ""
        if table != "fact":
            starts = self._starts.get(tuple(str(part) for part in path[:2])) or self._starts.get((table,)) or []
            return (starts[0], self._next_header(starts[0])) if starts else self._top(table)
        facts = self._starts.get(("fact",), [])
        index = path[1] if len(path) > 1 and isinstance(path[1], int) else 0
        if index >= len(facts):
            return 0, 0
        end = facts[index + 1] - 1 if index + 1 < len(facts) else len(self._lines)
        variants = [line for line in self._starts.get(("fact", "variant"), []) if facts[index] < line <= end]
        if path[2:3] == ("variant",) and len(path) > 3 and isinstance(path[3], int) and path[3] < len(variants):
            return variants[path[3]], self._next_header(variants[path[3]])
        return facts[index], (variants[0] - 1 if variants else end)

    def _next_header(self, line: int) -> int:
        following = bisect_right(self._headers, line)
        return self._headers[following] - 1 if following < len(self._headers) else len(self._lines)

    def _top(self, key: str) -> tuple[int, int]:
        """The line of a key that stands before any table."""
        end = self._headers[0] - 1 if self._headers else len(self._lines)
        for number, line in enumerate(self._lines[:end], 1):
            if re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[.=]", line):
                return number, number
        return 0, 0
