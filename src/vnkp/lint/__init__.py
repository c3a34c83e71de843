"""The checks behind ``vnkp check``: what is wrong in a store, and what is doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from operator import attrgetter
from typing import NamedTuple

from vnkp.errors import MAX_GATHERED, Problem, StoreError
from vnkp.lint.advice import find_advice
from vnkp.lint.doubts import find_doubts
from vnkp.lint.sorting import find_disorder, find_unsorted
from vnkp.model.facts import Book
from vnkp.store import parser, recovery, syntax_errors
from vnkp.store.overlay import find_clashes, together
from vnkp.store.positions import Lines
from vnkp.store.problems import Finding, Values, locate
from vnkp.store.references import TABLES
from vnkp.store.validate import Salvage, sound_part

# Where one of these is reported, a fact may name what seems to be unused.
_HIDE_NAMES = {
    "unknown_reference",
    "unknown_reference_often",
    "name_for_key",
    "bad_key",
    "unknown_key",
    "missing_key",
    "empty_entry",
    "empty_value",
    "wrong_type",
    "wrong_entry",
    "wrong_table",
    "key_of_the_fact",
}
# Not reported of a name that stands in a part of the file that could not be read.
_UNSURE = (
    "unknown_reference",
    "unknown_reference_often",
    "name_for_key",
    "unknown_whole",
    "unknown_whole_often",
)
_TOPS = (("schema",), ("fact",))


class Base(NamedTuple):
    """The book that a store stands beside, and the name and content of its file."""

    book: Book
    store: tuple[str, bytes]


class Examination(NamedTuple):
    """A store that was checked: its problems, and advice on what is allowed but doubtful.

    Its book is None unless its form is in order.
    """

    book: Book | None
    problems: list[Problem]
    advice: list[Problem]


def examine(data: bytes, file: str, base: Base | None = None) -> Examination:
    """Find everything wrong with the store in *data*: its form, its sense, and its sums.

    What is ill formed is reported and left aside; the rest is examined all the same. The store
    may refer to *base*, beside which it stands.
    """
    base = base or Base(Book(schema=1), ("", b""))
    try:
        text, problems = parser.decode(data, file)
    except StoreError as error:
        return Examination(None, error.problems, [])
    raw, kept, errors = parser.parse_toml(text)
    problems += errors or syntax_errors.find_toml_1_1(text)
    unread = recovery.left_out_names(text, kept) if errors else None
    lines = Lines(kept)
    book, findings, advice = _examine_values(raw, unread, base)
    problems += locate(findings, lines, raw)
    problems.sort(key=attrgetter("line"))
    return Examination(book, problems, locate(advice, lines, raw))


def _examine_values(
    raw: Values, unread: set[str] | None, base: Base
) -> tuple[Book | None, list[Finding], list[Finding]]:
    """The book in *raw* if it is in order, what is wrong in it, and advice on it.

    *raw* is all of the file unless there are names in an *unread* part of it.
    """
    findings = parser.clean(raw)
    book, ill_formed = parser.read_form(raw, base.book)
    findings += ill_formed
    findings += find_clashes(base.book, base.store, raw)
    if book:
        rest = Salvage(book, range(len(book.facts)), "")
    else:
        rest = sound_part(raw, ill_formed, base.book)
    both, count = together(base.book, rest.book), len(base.book.facts)
    # Where not all problems are gathered, the rest may have some that make it endless to weigh.
    if len(ill_formed) < MAX_GATHERED:
        doubts = chain(_own(find_disorder(rest.book), rest), _own(find_doubts(both), rest, count))
        hides_names = any(finding.code in _HIDE_NAMES for finding in ill_formed)
        findings += (
            finding
            for finding in islice(doubts, MAX_GATHERED)
            if finding.code != "unused_entry"
            or not (hides_names or f"'{finding.path[1]}'" in rest.left_out)
        )
    doubtful = chain(find_unsorted(rest.book), _own(find_advice(both), rest, count))
    advice = list(islice(doubtful, MAX_GATHERED))
    if unread is None:
        return book, findings, advice
    sure = []
    for finding in findings:
        is_unsure = finding.code in _UNSURE and finding.values["name"] in unread
        if not (is_unsure or finding.code == "unused_entry" or finding.path in _TOPS):
            sure.append(finding)
    return None, sure, advice


def _own(findings: Iterable[Finding], rest: Salvage, count: int = 0) -> Iterator[Finding]:
    """Those of *findings* that are in *rest*, whose facts have *count* of the base before them."""
    for finding in findings:
        table, key, *within = finding.path
        if isinstance(key, str):
            if key in getattr(rest.book, TABLES[str(table)]):
                yield finding
        elif key >= count:
            yield Finding(
                (table, rest.indexes[key - count], *within), finding.code, **finding.values
            )
