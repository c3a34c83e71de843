"""Footnotes of Markdown: one mark for all the sources of a statement, labelled by their ids.

A label tells what its note says, so that answers that are joined in one file stay right: the same
label always has the same sources. ``[^mofa-en-2007-p2]`` is paragraph 2 of that source;
``[^a--b---c]`` are the sources a and b, and c, which differs.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable

from vnkp.i18n.sources import citation, citation_place
from vnkp.model.facts import Book, Cite, Fact
from vnkp.model.fields import Lang
from vnkp.output.markdown_tables import escape

_MAX_LABEL = 80
_PLACE = re.compile(r"(p)aragraphs? (\d+)(?: (and|to) (\d+))?|(page)s? (\d+)(?: (and|to) (\d+))?")
_PLAIN_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Places = tuple[tuple[str, str | None], ...]  # sources, and where in them


class Footnotes:
    """The notes of one answer, in the order in which they are met."""

    def __init__(self, book: Book, lang: Lang) -> None:
        self.book = book
        self.lang = lang
        self._notes: dict[str, str] = {}

    def mark(self, cites: Iterable[Cite], differing: Iterable[Cite] = ()) -> str:
        """The mark of a statement that rests on *cites* and that *differing* contradict."""
        agreeing, others = _places(cites), _places(differing)
        if not agreeing + others:
            return ""
        label = self._label(agreeing, others)
        if label not in self._notes:
            parts = [self._citation(*place) for place in agreeing]
            parts += [f"≠ {self._citation(*place)}" for place in others]
            self._notes[label] = "; ".join(parts)
        return f"[^{label}]"

    def mark_fact(self, fact: Fact) -> str:
        """The mark of *fact*, with the sources that differ."""
        return self.mark(fact.cite, (cite for reading in fact.variants for cite in reading.cite))

    def lines(self) -> list[str]:
        """The notes, with an empty line before them."""
        return ["", *(f"[^{label}]: {note}" for label, note in self._notes.items())]

    def _label(self, agreeing: Places, others: Places) -> str:
        parts = [self._place_label(*place) for place in agreeing]
        label = "--".join(parts)
        if others:
            label += "---" + "--".join(self._place_label(*place) for place in others)
        if len(label) <= _MAX_LABEL:
            return label
        return f"{parts[0]}--more-{_checksum(label)}"

    def _place_label(self, source: str, at: str | None) -> str:
        """A label for one place in a source that no other place or source has."""
        label = source.lower()
        is_plain = _PLAIN_KEY.fullmatch(source) is not None
        if at:
            match = _PLACE.fullmatch(at)
            words = [word for word in match.groups() if word] if match else []
            short = "".join(words[:2]) + "".join(f"-{word}" for word in words[2:])
            label += f"-{short}" if match else ""
            is_plain = is_plain and match is not None and label not in self.book.sources
        return label if is_plain else f"{label}-{_checksum(f'{source} {at}')}"

    def _citation(self, source: str, at: str | None) -> str:
        place = f", {escape(citation_place(at, self.lang))}" if at else ""
        return escape(citation(self.book, source, self.lang)) + place


def _places(cites: Iterable[Cite]) -> Places:
    return tuple(dict.fromkeys((cite.source, cite.at) for cite in cites))


def _checksum(text: str) -> str:
    return f"{zlib.crc32(text.encode()):08x}"
