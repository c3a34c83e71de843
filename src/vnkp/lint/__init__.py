"""The checks behind ``vnkp check``: what is wrong in a store, and what is doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from operator import attrgetter
from typing import NamedTuple

from vnkp.errors import MAX_GATHERED, Problem, StoreError
from vnkp.lint.doubts import find_doubts
from vnkp.lint.mistakes import find_mistakes
from vnkp.lint.sorting import find_disorder, find_unsorted
from vnkp.model.facts import Book
from vnkp.store import cleaning, parser, recovery, syntax_errors
from vnkp.store.overlay import Store, find_clashes, together
from vnkp.store.positions import Lines
from vnkp.store.problems import Finding, locate
from vnkp.store.raw_values import TABLES, named_entries
from vnkp.store.validate import SoundPart, sound_part

_UNKNOWN_ENTRIES = {"unknown_reference", "unknown_reference_often", "name_for_key"}
_UNKNOWN_NAMES = {*_UNKNOWN_ENTRIES, "unknown_whole", "unknown_whole_often"}
# Where one of these is reported, a fact may name what seems to be unused.
_HIDE_NAMES = {
    *_UNKNOWN_ENTRIES,
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
# What a text lacks as a whole: it may be in what the parser did not read.
_REQUIRED = (("schema",), ("fact",))


class Base(NamedTuple):
    """What a store stands beside: the book of what is in order in some *stores*.

    *names* are the ids and keys in these stores, also of what is not in order.
    """

    book: Book
    stores: tuple[Store, ...] = ()
    names: frozenset[str] = frozenset()


class Examination(NamedTuple):
    """A store that was checked: its problems, and advice on what is allowed but doubtful.

    Its book has what is in order. A further store may stand beside its *base*, which is None if
    it is no text.
    """

    book: Book
    problems: list[Problem]
    advice: list[Problem]
    base: Base | None


def examine(data: bytes, file: str, base: Base | None = None) -> Examination:
    """Find everything wrong with the store in *data*: its form, its sense, and its sums.

    What is ill formed is reported and left aside; the rest is examined all the same. The store
    may refer to *base*, beside which it stands.
    """
    base = base or Base(Book(schema=1))
    try:
        text, problems = cleaning.decode(data, file)
    except StoreError as error:
        return Examination(Book(schema=1), error.problems, [], None)
    raw, kept, errors = parser.parse_toml(text)
    problems += errors or syntax_errors.find_toml_1_1(text)
    findings = cleaning.clean(raw)
    book, ill_formed = parser.read_form(raw, base.book)
    if book:
        sound = SoundPart(book, range(len(book.facts)), "")
    else:
        sound = sound_part(raw, ill_formed, base.book)
    both, before = together(base.book, sound.book), len(base.book.facts)
    findings += [*ill_formed, *find_clashes(base.book, base.stores, raw)]
    findings += _mistakes(both, before, sound, ill_formed)
    doubtful = chain(find_unsorted(sound.book), _own(find_doubts(both), sound, before))
    advice = list(islice(doubtful, MAX_GATHERED))
    unread = recovery.left_out_names(text, kept) if errors else set()
    hidden = base.names | unread  # what names them may be right
    findings = [
        finding
        for finding in findings
        if not (finding.code in _UNKNOWN_NAMES and finding.values["name"] in hidden)
        and not (errors and (finding.code == "unused_entry" or finding.path in _REQUIRED))
    ]
    lines = Lines(kept)
    problems += locate(findings, lines, raw)
    problems.sort(key=attrgetter("line"))
    names = base.names.union(unread, (name for _, name in named_entries(raw)))
    beside = Base(both, (*base.stores, (file, data)), names)
    return Examination(sound.book, problems, locate(advice, lines, raw), beside)


def _mistakes(
    both: Book, before: int, sound: SoundPart, ill_formed: Sequence[Finding]
) -> Iterator[Finding]:
    """What is well formed but wrong in *sound*, which *both* has after the facts *before* it.

    Nothing is unused that what is *ill_formed* may use.
    """
    # Where not all problems are gathered, others may make it endless to weigh.
    if len(ill_formed) >= MAX_GATHERED:
        return
    hides_names = any(finding.code in _HIDE_NAMES for finding in ill_formed)
    mistakes = chain(
        _own(find_disorder(sound.book), sound), _own(find_mistakes(both), sound, before)
    )
    for finding in islice(mistakes, MAX_GATHERED):
        is_unused = finding.code == "unused_entry"
        if not (is_unused and (hides_names or f"'{finding.path[1]}'" in sound.left_out)):
            yield finding


def _own(findings: Iterable[Finding], sound: SoundPart, before: int = 0) -> Iterator[Finding]:
    """Those of *findings* that are in *sound*, with their paths in the file.

    *before* is how many facts of the base come first: with 2 of them, ("fact", 3) is the second
    fact of *sound*, and the third of a file whose first fact is ill formed.
    """
    for finding in findings:
        table, key, *within = finding.path
        if isinstance(key, str):
            if key in getattr(sound.book, TABLES[str(table)]):
                yield finding
        elif key >= before:
            path = (table, sound.indexes[key - before], *within)
            yield Finding(path, finding.code, **finding.values)
