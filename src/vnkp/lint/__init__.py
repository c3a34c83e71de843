"""The checks behind ``vnkp check``: what is wrong in a store, and what is doubtful."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from vnkp.errors import MAX_GATHERED, Problem, StoreError
from vnkp.lint.advice import find_advice
from vnkp.lint.doubts import find_doubts
from vnkp.model.facts import Book
from vnkp.store import parser, recovery, syntax_errors
from vnkp.store.overlay import find_clashes, together
from vnkp.store.positions import Lines
from vnkp.store.problems import Finding, Values, locate
from vnkp.store.references import TABLES
from vnkp.store.validate import Salvage, sound_part

# Where one of these is told, a fact may name what seems to be unused.
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
# Not told of a name that stands in a part of the file that could not be read.
_UNSURE = (
    "unknown_reference",
    "unknown_reference_often",
    "name_for_key",
    "unknown_whole",
    "unknown_whole_often",
)
_PAIRS = ("same_event", "twin")  # told of the later of two facts
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
    try:
        decoded = parser.decode(data, file)
    except StoreError as error:
        return Examination(None, error.problems, [])
    problems = list(_encoding(decoded))
    text, unread = decoded.text, None
    try:
        raw = parser.parse_toml(text, file)
        problems += syntax_errors.find_toml_1_1(text)
    except StoreError as error:
        problems += error.problems
        raw, kept, _ = recovery.recover(text)
        text, unread = kept, recovery.left_out_names(text, kept)
    return _examine_values(raw, text, problems, unread, base)


def _examine_values(
    raw: Values, text: str, problems: list[Problem], unread: set[str] | None, base: Base | None
) -> Examination:
    """Examine *raw*, all of the file unless there are names in an *unread* part of it."""
    findings = parser.clean(raw)
    form = parser.read_form(raw, base.book if base else None)
    rest = (
        Salvage(form.book, [], "")
        if form.book
        else sound_part(raw, form.findings, base and base.book)
    )
    findings += form.findings
    findings += find_clashes(base.book, base.store, raw) if base else ()
    names_hidden = any(finding.code in _HIDE_NAMES for finding in form.findings)
    # Where not all problems are gathered, the rest may have some that make it endless to weigh.
    doubts = _own(find_doubts, rest, base) if len(form.findings) < MAX_GATHERED else ()
    findings += (
        finding
        for finding in islice(doubts, MAX_GATHERED)
        if finding.code != "unused_entry"
        or not (names_hidden or f"'{finding.path[1]}'" in rest.left_out)
    )
    if unread is not None:
        findings = [
            finding
            for finding in findings
            if finding.path not in _TOPS
            and finding.code != "unused_entry"
            and not (finding.code in _UNSURE and _name(finding) in unread)
        ]
    advice = list(islice(_own(find_advice, rest, base), MAX_GATHERED))
    lines = Lines(text) if findings and advice else None
    problems += locate(findings, text, raw, lines)
    return Examination(
        form.book if unread is None else None,
        sorted(problems, key=lambda problem: problem.line),
        locate(advice, text, raw, lines),
    )


def _name(finding: Finding) -> object:
    """What *finding* names that is not there."""
    return finding.values.get("name") or finding.values.get("id")


def _own(
    rule: Callable[[Book], Iterator[Finding]], rest: Salvage, base: Base | None
) -> Iterator[Finding]:
    """What *rule* finds in *rest*, seen beside *base*, by the places in its file."""
    if base is None:
        yield from _in_file(rule(rest.book), rest)
        return
    count = len(base.book.facts)
    own = {fact.id: count + index for index, fact in enumerate(rest.book.facts)}
    both = together(base.book, rest.book)
    for finding in rule(both):
        table, key, *within = finding.path
        if table != "fact":
            entries = getattr(rest.book, TABLES[str(table)])
            before = str(finding.values.get("other")).partition(".")[2]
            is_first = finding.code == "entry_out_of_order" and before not in entries
            if key in entries and not is_first:
                yield finding
            continue
        other = str(finding.values.get("id"))
        if isinstance(key, int) and key < count and finding.code in _PAIRS and other in own:
            finding = finding._replace(values={"id": both.facts[key].id})
            key = own[other]
        is_first = key == count and finding.code == "out_of_order"
        if isinstance(key, int) and key >= count and not is_first:
            moved = finding._replace(path=("fact", key - count, *within))
            yield from _in_file(iter((moved,)), rest)


def _in_file(findings: Iterator[Finding], rest: Salvage) -> Iterator[Finding]:
    """*findings* about the facts of *rest*, by their places in the file."""
    for finding in findings:
        path = finding.path
        if rest.indexes and isinstance(path[1], int):
            finding = finding._replace(path=("fact", rest.indexes[path[1]], *path[2:]))
        yield finding


def _encoding(decoded: parser.StoreText) -> Iterator[Problem]:
    if decoded.had_bom:
        yield Problem(1, "", "byte_order_mark")
    if decoded.not_nfc:
        yield Problem(decoded.not_nfc, "", "not_nfc")
