"""What is well formed but wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal, localcontext

from vnkp.errors import Phrase
from vnkp.lint.twins import are_related, near_pairs
from vnkp.model import edtf
from vnkp.model.enums import Kind
from vnkp.model.facts import Book, Fact, Figure
from vnkp.query.part_whole import EXACT, PartWholeGraph
from vnkp.query.people import parties
from vnkp.store.positions import Path
from vnkp.store.problems import Finding
from vnkp.text import fold


def find_doubts(book: Book) -> Iterator[Finding]:
    """Everything in *book* that is well formed but wrong."""
    yield from _order(book)
    for index, fact in enumerate(book.facts):
        yield from _titles(fact, ("fact", index))
        yield from _visit(book, fact, ("fact", index))
        yield from _variants(fact, ("fact", index))
        yield from _thousands(fact, ("fact", index))
    yield from _parts(book)
    yield from _same_spellings(book)
    yield from _same_events(book)
    yield from _unused(book)


def _order(book: Book) -> Iterator[Finding]:
    """Facts out of order: those to move up, and those to move down past several others.

    1958, 1998, 1959, 1960: not 1959 is to be moved, but 1998.
    """
    keys = [(edtf.order(fact.date), fact.id) for fact in book.facts]
    for index in range(1, len(keys)):
        before, key = keys[index - 1], keys[index]
        if key >= before:
            continue
        is_before_alone = index < 2 or keys[index - 2] <= key
        is_before_later = index + 1 < len(keys) and key <= keys[index + 1] < before
        if is_before_alone and is_before_later:
            yield Finding(("fact", index - 1), "out_of_order_down", {"id": book.facts[index].id})
        else:
            yield Finding(("fact", index), "out_of_order", {"id": book.facts[index - 1].id})


def _titles(fact: Fact, path: Path) -> Iterator[Finding]:
    for lang, title in (("en", fact.en), ("vi", fact.vi)):
        if title.endswith("."):
            yield Finding((*path, lang), "title_with_full_stop", {"lang": lang})


def _visit(book: Book, fact: Fact, path: Path) -> Iterator[Finding]:
    """A visit without anybody of the side that went, or of either side if they met halfway."""
    if fact.kind is Kind.VISIT and not parties(book, fact)[0]:
        yield Finding((*path, "people"), "visit_without_visitor")


def _variants(fact: Fact, path: Path) -> Iterator[Finding]:
    """Variants that say what their fact says."""
    for index, variant in enumerate(fact.variants):
        if (
            variant.date in (None, fact.date)
            and variant.figure in (None, fact.figure)
            and variant.note in (None, fact.note)
        ):
            yield Finding((*path, "variant", index), "variant_like_its_fact")


def _thousands(fact: Fact, path: Path) -> Iterator[Finding]:
    """Amounts like 22.700, which in Vietnamese are thousands, and in TOML a little over 22."""
    figures: list[tuple[Path, Figure | None]] = [((*path, "figure"), fact.figure)]
    for index, variant in enumerate(fact.variants):
        figures.append(((*path, "variant", index, "figure"), variant.figure))
    for where, figure in figures:
        for key in ("value", "low", "high"):
            amount = getattr(figure, key, None)
            if isinstance(amount, Decimal) and amount.as_tuple().exponent == -3:
                values = {"key": key, "value": str(amount), "number": f"{int(amount * 1000):_}"}
                yield Finding((*where, key), "three_decimals", values)


def _parts(book: Book) -> Iterator[Finding]:
    facts = {fact.id: (index, fact) for index, fact in enumerate(book.facts)}
    for index, part in enumerate(book.facts):
        for name in part.part_of:
            yield from _part(part, facts[name][1], ("fact", index))
    with localcontext(EXACT):
        graph = PartWholeGraph(fact for fact in book.facts if fact.figure)
        problems = list(graph.parts_exceed_whole())
    for problem in problems:
        path: Path = ("fact", facts[problem.where][0], "figure")
        yield Finding(path, problem.code, problem.values)


def _part(part: Fact, whole: Fact, path: Path) -> Iterator[Finding]:
    """A part that lies outside the dates of its *whole*, or counts something else."""
    latest = part.date.latest or dt.date.max
    if part.date.earliest < whole.date.earliest or latest > (whole.date.latest or dt.date.max):
        values = {"date": part.date.text, "other": whole.date.text, "whole": whole.id}
        yield Finding((*path, "date"), "part_outside_its_whole", values)
    if part.figure and whole.figure:
        for name, own, other in (
            ("item", part.figure.of, whole.figure.of),
            ("unit", part.figure.unit, whole.figure.unit),
            ("giver", part.from_, whole.from_),
            ("taker", part.to, whole.to),
        ):
            if own != other:
                yield Finding(
                    (*path, "figure"),
                    "part_unlike_its_whole",
                    {
                        "what": Phrase(name),
                        "own": own or Phrase("not_given"),
                        "whole": whole.id,
                        "other": other or Phrase("not_given"),
                    },
                )


def _same_spellings(book: Book) -> Iterator[Finding]:
    """People who share a folded spelling, unless a note of each tells them apart."""
    owners: dict[str, tuple[str, str]] = {}
    for key, person in book.people.items():
        for spelling in dict.fromkeys(person.spellings):
            folded = fold(spelling).replace(" ", "")
            other, other_spelling = owners.setdefault(folded, (key, spelling))
            notes = (person.note, book.people[other].note)
            told_apart = all(notes) and notes[0] != notes[1]
            if other != key and not told_apart:
                values = {"spelling": spelling, "other_spelling": other_spelling, "other": other}
                yield Finding(("person", key), "same_spelling", values)


def _same_events(book: Book) -> Iterator[Finding]:
    """Facts of one kind with the same people on overlapping dates.

    They may be a part and its whole, or parts of one whole. Each is told once.
    """
    groups: dict[tuple[object, ...], list[tuple[int, Fact]]] = {}
    for index, fact in enumerate(book.facts):
        people = frozenset(participant.who for participant in fact.people)
        if people or fact.figure:
            item = fact.figure and fact.figure.of
            key = (fact.kind, people, fact.from_, fact.to, item)
            groups.setdefault(key, []).append((index, fact))
    reported: set[int] = set()
    pairs = near_pairs(groups.values(), lambda fact: fact.date.latest or dt.date.max)
    for fact, index, other in pairs:
        if index not in reported and _is_same_event(fact, other):
            reported.add(index)
            yield Finding(("fact", index), "same_event", {"id": fact.id})


def _is_same_event(fact: Fact, other: Fact) -> bool:
    return not are_related(fact, other) and (bool(fact.people) or fact.figure == other.figure)


def _unused(book: Book) -> Iterator[Finding]:
    """Entries of tables that no fact names."""
    people = [participant for fact in book.facts for participant in fact.people]
    figures = [figure for fact in book.facts for figure in fact.all_figures]
    sources = book.sources.values()
    places = {place for fact in book.facts for place in fact.places}
    for table, entries, used in (
        ("unit", book.units, {figure.unit for figure in figures}),
        ("item", book.items, {figure.of for figure in figures}),
        ("place", book.places, places | {place.within for place in book.places.values()}),
        ("office", book.offices, {office for person in people for office in person.offices}),
        ("person", book.people, {participant.who for participant in people}),
        ("source", book.sources, {cite.source for fact in book.facts for cite in fact.all_cites}),
        ("publisher", book.publishers, {s.publisher for s in sources} | {s.via for s in sources}),
    ):
        for key in entries:
            if key not in used:
                yield Finding((table, key), "unused_entry")
