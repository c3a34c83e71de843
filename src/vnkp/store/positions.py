"""The line on which each table, key and list entry of a TOML text begins; used to word problems."""

from __future__ import annotations

import re
from collections.abc import Iterator

import tomli

Path = tuple[str | int, ...]

# A word (a key, a number, a text in quotes), a comment, a mark, or a quotation mark without an end.
_TOKEN = re.compile(
    r"""(?P<word>\"{3}(?:\\.|[^\\])*?\"{3,5}|'{3}.*?'{3,5}
        |"(?!"")(?:\\.|[^"\\\n])*"|'(?!'')[^'\n]*'|[^\s"'#\[\]{}=,.]+)
    |\#[^\n]*|(?P<mark>[\n\[\]{}=,.])|(?P<open>\"{3}|'{3}|["'])""",
    re.DOTALL | re.VERBOSE,
)
_MAX_DEPTH = 12  # no key of a store lies deeper; what does is skipped


def unclosed(text: str) -> list[re.Match[str]]:
    """The brackets and quotation marks that *text* opens and does not close."""
    opened: list[re.Match[str]] = []
    for match in _TOKEN.finditer(text):
        if match["open"]:
            return [*opened, match]
        if match[0] in ("[", "{"):
            opened.append(match)
        elif match[0] in ("]", "}") and opened:
            opened.pop()
    return opened


class Lines:
    """The lines of a TOML text by path, as ``("fact", 3, "figure", "unit")``.

    The text has been parsed before, so nothing is verified here:
        [[fact]]             1   ("fact",) and ("fact", 0)
        places = ["hanoi",   2   ("fact", 0, "places") and ("fact", 0, "places", 0)
                  "hue"]     3   ("fact", 0, "places", 1)
        [[fact.variant]]     4   ("fact", 0, "variant") and ("fact", 0, "variant", 0)
    """

    def __init__(self, text: str) -> None:
        self._lines: dict[Path, int] = {}
        self._tokens = _tokens(text)
        self._line, self._token = 1, ""
        self._next()

    def find(self, path: Path) -> int:
        """The line of *path*, or of the nearest table or list around it; 0 if there is none."""
        self._document()  # the first time; then there is nothing left to read
        parents = (path[:length] for length in range(len(path), 0, -1))
        return next((self._lines[parent] for parent in parents if parent in self._lines), 0)

    def _next(self) -> str:
        """Go on to the next token, an empty one at the end; return the one before."""
        token = self._token
        self._line, self._token = next(self._tokens, (self._line, ""))
        return token

    def _document(self) -> None:
        """Read all headers and pairs that are left."""
        path: Path = ()
        counts: dict[Path, int] = {}  # of the tables under each [[header]]
        while self._token:
            if self._token == "\n":
                self._next()
            elif self._token == "[":
                path = self._header(counts)
            else:
                self._pair(path)

    def _header(self, counts: dict[Path, int]) -> Path:
        """Read a header; in ``[fact.figure]`` the name ``fact`` means the last ``[[fact]]``."""
        line, brackets = self._line, 0
        path: Path = ()
        while self._token == "[":
            brackets += bool(self._next())
        for name in self._key():
            path = (*path, counts[path] - 1, name) if path in counts else (*path, name)
            self._lines.setdefault(path, line)
        if brackets == 2:
            counts[path] = counts.get(path, 0) + 1
            path = (*path, counts[path] - 1)
        self._lines.setdefault(path, line)
        while self._token == "]":
            self._next()
        return path

    def _key(self) -> Iterator[str]:
        """Read the names of a dotted key, without quotes."""
        while self._token and self._token not in "=]\n":
            token = self._next()
            if token != ".":
                yield str(*tomli.loads(f"{token} = 0")) if token[0] in "\"'" else token

    def _pair(self, path: Path) -> None:
        line = self._line
        for name in self._key():
            path = (*path, name)
            self._lines.setdefault(path, line)
        self._next()
        self._value(path)

    def _value(self, path: Path) -> None:
        """Read the value at *path*, and what lies in it if it is a list or an inline table."""
        opening, index = self._next(), 0
        if opening in ("[", "{") and len(path) > _MAX_DEPTH:
            depth = 1
            while depth and self._token:
                depth += (self._token in "[{") - (self._token in "]}")
                self._next()
        elif opening in ("[", "{"):
            while self._token and self._token not in "]}":
                if self._token in ",\n":
                    self._next()
                elif opening == "{":
                    self._pair(path)
                else:
                    self._lines.setdefault((*path, index), self._line)
                    self._value((*path, index))
                    index += 1
            self._next()
        while self._token and self._token not in "\n,]}":  # the rest of a number or a date
            self._next()


def _tokens(text: str) -> Iterator[tuple[int, str]]:
    """The words and marks of *text*, each with its line."""
    line = 1
    for match in _TOKEN.finditer(text):
        if match.lastgroup:
            yield line, match[0]
        line += match[0].count("\n")
