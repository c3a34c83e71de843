"""Where in a TOML text a fact, a table or a key stands; used only to word problems.

The text is one that a parser has read, so nothing is verified here. It is cut into blocks, one for each ``[header]``, quickly;
a block is read key by key only when somebody asks for a line in it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

import tomli

Path = tuple[str | int, ...]

# What a quick look has to stop at; most of a store is quiet, and passed over many words at a time.
_CALM = r"""[^"'\#\[\]{}\n]"""
_TEXT = r'"[^"\\\n]*"(?!")'
_NAME = r"""(?:[^\[\]\n"'\#]|"[^"\n]*"|'[^'\n]*')+"""
_PIECE = re.compile(
    rf"""(?P<quiet>(?:{_CALM}+|{_TEXT}|\{{{_CALM}*(?:{_TEXT}{_CALM}*)*\}}|\n(?![ \t]*\[)|\#[^\n]*){{1,9999}})
    |(?:\n|\A)[ \t]*(?P<header>\[\[{_NAME}\]\]|\[{_NAME}\](?!\]))
    |(?P<quote>\"{{3}}|'{{3}}|["'])|(?P<open>[\[{{])|(?P<close>[\]}}])""",
    re.VERBOSE,
)
_TOKEN = re.compile(r"""\"{3}|'{3}|["'\#\n\[\]{}=,.]|[^\s"'\#\[\]{}=,.]+""")
_MARKS = frozenset("\n[]{}=,.")
# No fault lies deeper than this: what does is passed over.
_DEEPEST = 12
# What a text in quotes may end at, or has to be read past.
_STOPS = {
    '"': re.compile(r'\\.|["\n]', re.DOTALL),
    "'": re.compile(r"['\n]"),
    '"""': re.compile(r'\\.|"{3,5}', re.DOTALL),
    "'''": re.compile(r"'{3,5}"),
}


class Block(NamedTuple):
    """A stretch of the text: the *path* that its header names, where it starts, where its *body* does, and its end."""

    path: Path
    start: int
    body: int
    end: int


class Lines:
    """The lines of a TOML *text*, by the path of what stands there, as ``("fact", 3, "figure", "unit")``."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._breaks = [match.start() for match in re.finditer("\n", text)]
        self._unread: dict[Path, list[Block]] = {}
        for block in _blocks(text):
            self._unread.setdefault(block.path, []).append(block)
        self._known: dict[Path, int] = {}
        for path, blocks in self._unread.items():
            for length in range(1, len(path) + 1):
                self._known.setdefault(path[:length], blocks[0].start)

    def of(self, path: Path) -> int:
        """The line of *path*, or of what it lies in when it is not there itself; 0 if nothing of it is."""
        for length in range(len(path) + 1):
            for block in self._unread.pop(path[:length], ()):
                _Reader(self._text, block, self._known).pairs(block.path, "end")
        for length in range(len(path), 0, -1):
            if path[:length] in self._known:
                return self.at(self._known[path[:length]])
        return 0

    def at(self, offset: int) -> int:
        """The line of the character at *offset*."""
        return bisect_right(self._breaks, offset - 1) + 1


def unclosed(text: str) -> list[tuple[str, int]]:
    """The brackets and quotation marks that *text* opens and does not close, each with its offset."""
    opened: list[tuple[str, int]] = []
    for kind, mark, offset in _pieces(text):
        if kind in ("open", "quote"):
            opened.append((mark, offset))
        elif kind == "close" and opened:
            opened.pop()
    return opened


def _pieces(text: str) -> Iterator[tuple[str, str, int]]:
    """What a quick look at *text* finds: headers and brackets outside of texts and comments, and a quote without an end."""
    offset = 0
    while match := _PIECE.search(text, offset):
        kind = match.lastgroup or ""
        offset = match.end()
        if kind == "quote":
            offset = _closed(text, match[0], offset)
            if offset < 0:
                yield kind, match[0], match.start()
                return
        elif kind != "quiet":
            yield kind, match[kind], match.start(kind)


def _closed(text: str, quote: str, offset: int) -> int:
    """Where the text ends that *quote* has opened before *offset*; -1 when it does not."""
    for stop in _STOPS[quote].finditer(text, offset):
        if stop[0][0] == quote[0]:
            return stop.end()
        if stop[0] == "\n":
            return -1
    return -1


def _blocks(text: str) -> Iterator[Block]:
    """The blocks of *text*, from header to header."""
    path: Path = ()
    start = body = depth = 0
    counts: dict[Path, int] = {}
    for kind, mark, offset in _pieces(text):
        if kind != "header":
            depth += 1 if kind == "open" else -1
        elif not depth:  # within brackets it is a list that looks like one
            yield Block(path, start, body, offset)
            path, start, body = _resolved(mark, counts), offset, offset + len(mark)
    yield Block(path, start, body, len(text))


def _resolved(header: str, counts: dict[Path, int]) -> Path:
    """The path that *header* means: the name of a list of tables stands for the last of them; *counts* tells how many."""
    path: Path = ()
    for name in [word for kind, word, _ in _tokens(header, 0, len(header)) if kind == "word"]:
        path = (*path, counts[path] - 1, name) if path in counts else (*path, name)
    if not header.startswith("[["):
        return path
    counts[path] = counts.get(path, 0) + 1
    return (*path, counts[path] - 1)


def _tokens(text: str, start: int, end: int) -> Iterator[tuple[str, str, int]]:
    """The words and marks of a stretch of *text*, each with its kind and offset; a text in quotes is a word."""
    offset = start
    while match := _TOKEN.search(text, offset, end):
        token, offset = match[0], match.end()
        if token in _STOPS:
            offset = _closed(text, token, offset)
            word = text[match.end() : offset - len(token)]
            yield "word", _unescaped(word) if token == '"' and "\\" in word else word, match.start()
        elif token == "#":
            offset = text.find("\n", offset, end)
        else:
            yield token if token in _MARKS else "word", token, match.start()
        if offset < 0:
            return


def _unescaped(word: str) -> str:
    """What a *word* in quotes says: a key may be written with escapes."""
    return str(tomli.loads(f'key = "{word}"')["key"])


class _Reader:
    """Reads the keys of a *block*, and notes in *found* where each key and each entry of a list begins."""

    def __init__(self, text: str, block: Block, found: dict[Path, int]) -> None:
        self._tokens = [*_tokens(text, block.body, block.end), ("end", "", block.end)]
        self._next = 0
        self._found = found

    def pairs(self, path: Path, last: str) -> None:
        """Read ``key = value`` upon ``key = value`` until *last*; they belong to *path*."""
        while self._until(last):
            key, offset = path, self._tokens[self._next][2]
            while self._kind not in ("=", "end"):
                if self._kind == "word":
                    key = (*key, self._tokens[self._next][1])
                    self._found.setdefault(key, offset)
                self._advance()
            self._advance()
            self._value(key)

    def _value(self, path: Path) -> None:
        kind = self._kind
        self._advance()
        if len(path) > _DEEPEST or kind not in ("[", "{"):
            self._pass_over(1 if kind in ("[", "{") else 0)
        elif kind == "{":
            self.pairs(path, "}")
        else:
            index = 0
            while self._until("]"):
                self._found.setdefault((*path, index), self._tokens[self._next][2])
                self._value((*path, index))
                index += 1

    def _pass_over(self, depth: int) -> None:
        """Go on to the end of a value, which is *depth* brackets deep."""
        while self._kind != "end" and (depth or self._kind not in ("\n", ",", "]", "}")):
            depth += (self._kind in ("[", "{")) - (self._kind in ("]", "}"))
            self._advance()

    def _until(self, last: str) -> bool:
        """Whether something comes before *last*, which is passed over when it comes first, as are commas and line ends."""
        while self._kind in ("\n", ","):
            self._advance()
        found = self._kind in (last, "end")
        if found:
            self._advance()
        return not found

    @property
    def _kind(self) -> str:
        return self._tokens[self._next][0]

    def _advance(self) -> None:
        self._next = min(self._next + 1, len(self._tokens) - 1)
