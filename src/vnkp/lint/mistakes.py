"""What is well formed but wrong."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, localcontext

from vnkp.errors import Phrase
from vnkp.lint.twins import find_same_events
from vnkp.model.enums import Kind
from vnkp.model.facts import Book, Fact, Variant
from vnkp.query.filters import keys_of
from vnkp.query.part_whole import EXACT, PartWholeGraph, is_within
from vnkp.query.people import parties
from vnkp.store.positions import Path
from vnkp.store.problems import Finding
from vnkp.store.raw_values import TABLES
from vnkp.text import fold


def find_mistakes(book: Book) -> Iterator[Finding]:
    """Everything in *book* that is well formed but wrong."""
    for index, fact in enumerate(book.facts):
        path = ("fact", index)
        for lang in ("en", "vi"):
            if getattr(fact, lang).endswith("."):
                yield Finding((*path, lang), "title_with_full_stop", lang=lang)
        # Nobody of the side that went, or of either side if they met halfway.
        if fact.kind is Kind.VISIT and not parties(book, fact)[0]:
            yield Finding((*path, "people"), "visit_without_visitor")
        for number, variant in enumerate(fact.variants):
            keys = ("date", "figure", "note")
            if all(getattr(variant, key) in (None, getattr(fact, key)) for key in keys):
                yield Finding((*path, "variant", number), "variant_like_its_fact")
        yield from _thousands(fact, path)
    yield from _parts(book)
    yield from _same_spellings(book)
    yield from find_same_events(book)
    yield from _unused(book)


def readings(fact: Fact, path: Path) -> Iterator[tuple[Path, Fact | Variant]]:
    """*fact* and its variants, each with its path."""
    yield path, fact
    for index, variant in enumerate(fact.variants):
        yield (*path, "variant", index), variant


def _thousands(fact: Fact, path: Path) -> Iterator[Finding]:
    """Amounts like 22.700, which in Vietnamese are thousands, and in TOML a little over 22."""
    for where, reading in readings(fact, path):
        for key in ("value", "low", "high"):
            amount = getattr(reading.figure, key, None)
            if isinstance(amount, Decimal) and amount.as_tuple().exponent == -3:
                yield Finding(
                    (*where, "figure", key),
                    "three_decimals",
                    key=key,
                    value=str(amount),
                    number=f"{int(amount * 1000):_}",
                )


def _parts(book: Book) -> Iterator[Finding]:
    """Parts that do not go with their whole, and parts that are more than it."""
    indexes = {fact.id: index for index, fact in enumerate(book.facts)}
    for index, part in enumerate(book.facts):
        for name in part.part_of:
            yield from _part(part, book.facts[indexes[name]], ("fact", index))
    with localcontext(EXACT):
        graph = PartWholeGraph(fact for fact in book.facts if fact.figure)
        problems = list(graph.parts_exceed_whole())
    for problem in problems:
        yield Finding(("fact", indexes[problem.where], "figure"), problem.code, **problem.values)


def _part(part: Fact, whole: Fact, path: Path) -> Iterator[Finding]:
    """A part that lies outside the dates of its *whole*, or counts something else."""
    if not is_within(part, whole):
        yield Finding(
            (*path, "date"),
            "part_outside_its_whole",
            date=part.date.text,
            other=whole.date.text,
            whole=whole.id,
        )
    if not (part.figure and whole.figure):
        return
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
                what=Phrase(name),
                own=own or Phrase("not_given"),
                whole=whole.id,
                other=other or Phrase("not_given"),
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
                yield Finding(
                    ("person", key),
                    "same_spelling",
                    spelling=spelling,
                    other_spelling=other_spelling,
                    other=other,
                )


def _unused(book: Book) -> Iterator[Finding]:
    """Entries of tables that no fact names."""
    used: dict[str, set[str | None]] = {
        table: {key for fact in book.facts for key in keys_of(fact, table)}
        for table in ("item", "place", "office", "person", "source")
    }
    used["unit"] = {figure.unit for fact in book.facts for figure in fact.all_figures}
    used["place"].update(place.within for place in book.places.values())
    sources = book.sources.values()
    used["publisher"] = {name for source in sources for name in (source.publisher, source.via)}
    for table, name in TABLES.items():
        for key in getattr(book, name):
            if key not in used[table]:
                yield Finding((table, key), "unused_entry")
