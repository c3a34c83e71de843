"""The words and phrases of a line, each with its role: a name, a side, a word that asks …."""

from __future__ import annotations

import functools
import itertools
import operator
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from vnkp.query.word_forms import OR, is_unmarked_vietnamese
from vnkp.text import has_diacritics, normalize_keeping_accents, without_possessives

# What a piece is in its line, and what its key says then.
Role = Literal[
    "",  # a word, looked for if nothing else marks it
    "quote",  # what stands in quotes, looked for as it is
    "name",  # a name that is looked for; the same key for all its words
    "figure",  # a number that is no time, looked for
    "country",  # a country that is looked for; its side
    "person",  # a whole name: --person; the key of the person
    "time",
    "from",  # a country and the word before it: --from, --to; its side
    "to",
    "visitor",  # a country beside a rank or an office: --from; its side
    "between",  # both countries, or with one: dropped, as it is said of every fact
    "title",  # President, before a person's name: dropped
    "asking",  # dropped
    "joint",  # to, in the ambassador to a country: kept in the line, but not looked for
    "rank",  # --rank; the rank
    "office",  # --office; its name
    "order",  # the first, the most: --sort; the sort order
    "number",  # 3 of the last 3: --limit; the number
    "by",  # years, in the year with the most: --by; the group
    "kind",  # gifts, in the largest of them; signed, after who: --kind; the kind
    "disputed",  # --disputed
    "few",  # from one source: --sources; how many
    "source_kinds",  # newspapers: --source-kind; the kind
    "source_langs",  # the Korean sources: --source-lang; the language
    "interval",  # the 70th: --every; how many years
    "without",  # except rice: --without; the words
    "not_then",  # a negation before a time
]
# The roles of pieces that are looked for.
LOOKED_FOR: tuple[Role, ...] = ("", "quote", "name", "figure", "country")
PUNCTUATION = ",.;:?!()[]{}…"


class Piece(msgspec.Struct, frozen=True):
    """A word of a line or a phrase in quotes, as typed; *key* says more of its *role*."""

    text: str
    start: int
    end: int
    role: Role = ""
    key: str = ""

    @property
    def bare(self) -> str:
        """The word without case and the signs around it, its accents kept."""
        return bare_word(self.text)

    @property
    def word(self) -> str:
        """The word as typed, without the signs around it."""
        return self.text.strip(PUNCTUATION)

    @property
    def sought(self) -> str:
        """The word as it is looked for: a full stop stays, as in St. Petersburg."""
        return self.text.strip(",;:?!()")

    def with_role(self, role: Role, key: str | None = None) -> Piece:
        """The piece with another *role*, and if given another *key*."""
        return Piece(self.text, self.start, self.end, role, self.key if key is None else key)


@functools.lru_cache(maxsize=4096)
def bare_word(text: str) -> str:
    """The word *text* without case and the signs around it, its accents kept."""
    return normalize_keeping_accents(text.strip(PUNCTUATION))


def persons(pieces: Iterable[Piece]) -> list[tuple[str, str]]:
    """The names of persons, each in whole as typed, with the key of the person."""
    runs = itertools.groupby(pieces, operator.attrgetter("role", "key"))
    return [
        (" ".join(without_possessives(piece.word) for piece in run), key)
        for (role, key), run in runs
        if role == "person"
    ]


def is_vietnamese(words: Collection[str]) -> bool:
    """Whether *words* are Vietnamese, with its marks or without them."""
    return any(map(has_diacritics, words)) or is_unmarked_vietnamese(words)


def bare_text(pieces: Iterable[Piece]) -> str:
    """The words of *pieces*, without case and the signs around them."""
    return " ".join(piece.bare for piece in pieces)


def set_role(pieces: list[Piece], start: int, end: int, role: Role, key: str = "") -> None:
    """Give *pieces* from *start* to *end* a *role*."""
    pieces[start:end] = [piece.with_role(role, key) for piece in pieces[start:end]]


def open_phrases(pieces: list[Piece], longest: int) -> Iterator[tuple[int, int, str]]:
    """Where each run of up to *longest* pieces that may still be marked begins and ends; its words.

    The longest come first; roles that are set meanwhile are heeded.
    """
    for size in range(longest, 0, -1):
        for start in range(len(pieces) - size + 1):
            run = pieces[start : start + size]
            if all(piece.role in ("", "asking") for piece in run):
                yield start, start + size, bare_text(run)


def keep_alternatives(pieces: list[Piece]) -> None:
    """Let "or" be looked for between two words that are: missiles or submarines."""
    for index, piece in enumerate(pieces[1:-1], 1):
        before, after = pieces[index - 1].role, pieces[index + 1].role
        if piece.bare in OR and before in LOOKED_FOR and after in LOOKED_FOR:
            set_role(pieces, index, index + 1, "")


def looked_for(pieces: Iterable[Piece]) -> list[Piece]:
    """Those of *pieces* that are looked for."""
    return [piece for piece in pieces if piece.role in LOOKED_FOR]


def roles_of(pieces: Iterable[Piece]) -> set[Role]:
    """The roles that *pieces* have."""
    return {piece.role for piece in pieces}


def run_end(pieces: Sequence[Piece], start: int) -> int:
    """Where the run ends of pieces with the role and the key of the one at *start*: a country."""
    first, end = pieces[start], start
    while end < len(pieces) and (pieces[end].role, pieces[end].key) == (first.role, first.key):
        end += 1
    return end


def typed_phrases(pieces: Sequence[Piece]) -> Iterator[str]:
    """The words of *pieces*, a name of several words in quotes: it stands together."""
    for (role, _), run in itertools.groupby(pieces, operator.attrgetter("role", "key")):
        words = [typed_word(piece) for piece in run]
        if role == "name" and len(words) > 1:
            yield f'"{without_possessives(" ".join(words))}"'
        else:
            yield from words


def typed_word(piece: Piece) -> str:
    """*piece* as it is looked for: a quote as it is, a name without the 's of North Korea's."""
    if piece.role in ("country", "name"):  # North Korea's ambassador
        return without_possessives(piece.text).strip(PUNCTUATION)
    return piece.text if piece.role == "quote" else piece.sought or piece.text
