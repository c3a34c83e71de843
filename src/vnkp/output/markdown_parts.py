"""Parts of Markdown that GitHub's readers, markdown-it and pandoc read alike: tables and footnotes.

A footnote has one mark for all the sources of a statement, labelled by their ids. A label tells
what its note says, so that answers that are joined in one file stay right: the same label always
has the same sources. ``[^mofa-en-2007-p2]`` is paragraph 2 of that source; ``[^a--b---c]`` are
the sources a and b, and c, which differs.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence

from vnkp.i18n.messages import capital, say
from vnkp.i18n.sources import citation, citation_place
from vnkp.model.facts import Book, Cite, Fact
from vnkp.model.fields import Lang

_ADDRESS = re.compile(r"(https?://\S+)")
# What means something within a line, in GitHub's Markdown or in pandoc's; then at its beginning.
_MARKUP = re.compile(r"[\\`*_\[\]<>|~#$^@]|&(?=#?\w+;)")
_OPENING = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=:]))")
# Between angle brackets nothing is markup, but these end the brackets or a cell.
_IN_LINK = str.maketrans({char: f"%{ord(char):02X}" for char in "<>|\\`"})
# How wide pandoc makes a column, in dashes; a column of numbers ends with a colon.
NUMBER_RULE, FIGURE_RULE = "-" * 5 + ":", "-" * 22
_RULES = {
    "date": "-" * 12, "happened": "-" * 12, "published": "-" * 12, "unit": "-" * 12,
    "years_of_facts": "-" * 12, "language": "-" * 12, "kind": "-" * 12,
    "what": "-" * 46, "title": "-" * 46, "reading": "-" * 46, "offices": "-" * 46,
    "visitor": "-" * 30, "met": "-" * 30, "name": "-" * 30, "publisher": "-" * 30,
    "address": "-" * 30, "id": "-" * 30, "note": "-" * 30,
    "figure": FIGURE_RULE, "item": FIGURE_RULE, "direction": "-" * 9, "side": "-" * 9,
    "years": NUMBER_RULE, "period": NUMBER_RULE, "count": NUMBER_RULE,
    "amount": "-" * 16 + ":",
}  # fmt: skip
_MAX_LABEL = 80
_PLACE = re.compile(r"(p)aragraphs? (\d+)(?: (and|to) (\d+))?|(page)s? (\d+)(?: (and|to) (\d+))?")
_PLAIN_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], rules: Sequence[str]) -> list[str]:
    """The lines of a table, without the columns that are empty; *rules* stand below *heads*."""
    used = [index for index in range(len(heads)) if not rows or any(row[index] for row in rows)]
    return [f"| {' | '.join(row[index] for index in used)} |" for row in (heads, rules, *rows)]


def worded_table(names: Sequence[str], rows: Sequence[Sequence[str]], lang: Lang) -> list[str]:
    """The lines of a table of columns that are called *names*, with their headings in *lang*."""
    heads = [capital(say(name, lang)) for name in names]
    return table(heads, rows, [_RULES[name] for name in names])


def escape(text: str) -> str:
    """*text* on one line, with what would be markup escaped; an address becomes a link.

    "1. Kim_Mun: https://vnkp.org" is written ``1\\. Kim\\_Mun: <https://vnkp.org>``.
    """
    parts = _ADDRESS.split(" ".join(text.split()))
    return "".join(
        f"<{part.translate(_IN_LINK)}>"
        if index % 2
        else _OPENING.sub(r"\1\\", _MARKUP.sub(r"\\\g<0>", part))
        for index, part in enumerate(parts)
    )


class Footnotes:
    """The notes of one answer, in the order in which they are met."""

    def __init__(self, book: Book, lang: Lang) -> None:
        self.book = book
        self.lang = lang
        self._notes: dict[str, str] = {}

    def mark(self, cites: Iterable[Cite], differing: Iterable[Cite] = ()) -> str:
        """The mark of a statement that rests on *cites* and that *differing* contradict."""
        agreeing, others = list(dict.fromkeys(cites)), list(dict.fromkeys(differing))
        if not agreeing:
            return ""
        name = self._label(agreeing, others)
        if name not in self._notes:
            citations = [self._citation(cite) for cite in agreeing]
            citations += [f"≠ {self._citation(cite)}" for cite in others]
            self._notes[name] = "; ".join(citations)
        return f"[^{name}]"

    def mark_fact(self, fact: Fact) -> str:
        """The mark of *fact*, with the sources that differ."""
        return self.mark(fact.cite, (cite for reading in fact.variants for cite in reading.cite))

    def lines(self) -> list[str]:
        """The notes, with an empty line before them."""
        return ["", *(f"[^{name}]: {note}" for name, note in self._notes.items())]

    def _label(self, agreeing: Sequence[Cite], others: Sequence[Cite]) -> str:
        """The name of a note: two hyphens between sources, three before those that differ."""
        first, *more = [self._cite_label(cite) for cite in agreeing]
        name = "--".join([first, *more])
        if others:
            name += "---" + "--".join(self._cite_label(cite) for cite in others)
        return name if len(name) <= _MAX_LABEL else f"{first}--more-{_checksum(name)}"

    def _cite_label(self, cite: Cite) -> str:
        """A label that no other source, or place in this source, has.

        Paragraphs 2 to 4 of mofa-en-2007 are ``mofa-en-2007-p2-to-4``. A place that cannot be
        shortened so, and a key that Markdown would not take, get a checksum instead.
        """
        name = cite.source.lower()
        is_plain = _PLAIN_KEY.fullmatch(cite.source) is not None
        if cite.at:
            place = _PLACE.fullmatch(cite.at)
            words = [word for word in place.groups() if word] if place else []
            short = "".join(words[:2]) + "".join(f"-{word}" for word in words[2:])
            name += f"-{short}" if place else ""
            is_plain = is_plain and place is not None and name not in self.book.sources
        return name if is_plain else f"{name}-{_checksum(f'{cite.source} {cite.at}')}"

    def _citation(self, cite: Cite) -> str:
        place = f", {escape(citation_place(cite.at, self.lang))}" if cite.at else ""
        return escape(citation(self.book, cite.source, self.lang)) + place


def _checksum(text: str) -> str:
    return f"{zlib.crc32(text.encode()):08x}"
