"""What is well formed but wrong: the checks behind ``vnkp check``, each one a rule of the design (sections 2 to 4)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal

from vnkp.errors import Problem, StoreError
from vnkp.model import edtf
from vnkp.model.enums import Kind
from vnkp.model.facts import Book, Fact, Figure
from vnkp.query.part_whole import PartWholeGraph
from vnkp.store import cleaning, parse, rules, syntax_errors
from vnkp.store.positions import Path
from vnkp.store.validate import Fault
from vnkp.text import fold

# The tables of the store, and the fields of a book that hold them.
_TABLES = {
    "unit": "units",
    "item": "items",
    "place": "places",
    "office": "offices",
    "person": "people",
    "source": "sources",
    "publisher": "publishers",
}


def problems(data: bytes, file: str) -> list[Problem]:
    """Everything wrong with the store in *data*: its form, and if that is in order, its sense."""
    return examined(data, file)[1]


def examined(data: bytes, file: str) -> tuple[Book | None, list[Problem]]:
    """The `Book` in *data*, unless its form is not in order, and its `problems`."""
    found: list[Problem] = []
    book = None
    try:
        decoded = parse.decode(data, file)
        found += _encoding(decoded)
        raw = parse.parse(decoded.text, file)
        found += syntax_errors.newer(decoded.text)
        unseen = cleaning.clean(raw)
        found += parse.located(unseen, decoded.text, raw) if unseen else []
        book = parse.convert(raw, decoded.text, file)
        wrong = list(faults(book))
        found += parse.located(wrong, decoded.text, raw) if wrong else []
    except StoreError as error:
        found += error.problems
    return book, sorted(found)


def faults(book: Book) -> Iterator[Fault]:
    """The faults of a well-formed *book*."""
    yield from _order(book)
    for index, fact in enumerate(book.facts):
        yield from _fact(book, fact, ("fact", index))
    yield from _parts(book)
    yield from _twins(book)
    yield from _lookalikes(book)
    yield from _unused(book)


def _encoding(decoded: parse.Text) -> Iterator[Problem]:
    if decoded.had_bom:
        yield Problem(
            1, "", "the file begins with a byte order mark", "save it as UTF-8 without one"
        )
    if decoded.not_nfc:
        yield Problem(
            decoded.not_nfc,
            "",
            "letters and their marks are written apart (not NFC)",
            "normalise the file to NFC",
        )


def _order(book: Book) -> Iterator[Fault]:
    keys = [(edtf.order(fact.date), fact.id) for fact in book.facts]
    for index in range(1, len(keys)):
        if keys[index] < keys[index - 1]:
            what = f"it stands after {book.facts[index - 1].id}"
            yield Fault(
                ("fact", index), what, "move it up: by earliest day, then the longer span, then id"
            )


def _fact(book: Book, fact: Fact, path: Path) -> Iterator[Fault]:
    for lang, title in (("en", fact.en), ("vi", fact.vi)):
        if title.endswith("."):
            yield Fault((*path, lang), f"the title in {lang} ends with a full stop", "take it off")
        if re.search(r"\b(?:19|20)[0-9]{2}\b", title):
            yield Fault((*path, lang), f"the title in {lang} has a year", "leave it to the date")
    if fact.kind is Kind.VISIT and not _visitors(book, fact):
        hint = "name somebody of the side that went, or choose another kind"
        yield Fault((*path, "people"), "a visit without a visitor", hint)
    if fact.figure:
        yield from _thousands(fact.figure, (*path, "figure"))
    for number, variant in enumerate(fact.variants):
        place = (*path, "variant", number)
        if variant.figure:
            yield from _thousands(variant.figure, (*place, "figure"))
        same = (
            variant.date in (None, fact.date),
            variant.figure in (None, fact.figure),
            variant.note in (None, fact.note),
        )
        if all(same):
            yield Fault(
                place, "the variant reads as its fact does", "cite its source in the fact itself"
            )


def _visitors(book: Book, fact: Fact) -> list[str]:
    """Those who came: people of the side that went; of either side when they met halfway."""
    return [
        one.who for one in fact.people if fact.between or book.people[one.who].side == fact.from_
    ]


def _thousands(figure: Figure, path: Path) -> Iterator[Fault]:
    """Amounts like 22.700: Vietnamese sets thousands apart so, TOML reads a little over 22."""
    for name, amount in (("value", figure.value), ("low", figure.low), ("high", figure.high)):
        if isinstance(amount, Decimal) and amount.as_tuple().exponent == -3:
            thousands = f"{int(amount * 1000):_}"
            hint = f"write {thousands} if these are thousands, and {amount}0 if not"
            yield Fault(
                (*path, name), f"{name} is {amount}, with three digits after the point", hint
            )


def _parts(book: Book) -> Iterator[Fault]:
    facts = {fact.id: (index, fact) for index, fact in enumerate(book.facts)}
    for index, part in enumerate(book.facts):
        for name in part.part_of:
            yield from _part(part, facts[name][1], ("fact", index))
    for over in PartWholeGraph(fact for fact in book.facts if fact.figure).parts_exceed_whole():
        yield Fault(("fact", facts[over.where][0], "figure"), over.what, over.hint)


def _part(part: Fact, whole: Fact, path: Path) -> Iterator[Fault]:
    ends = (whole.date.latest or dt.date.max, part.date.latest or dt.date.max)
    if part.date.earliest < whole.date.earliest or ends[1] > ends[0]:
        what = f"its date {part.date.text} is not within {whole.date.text} of its whole {whole.id}"
        yield Fault((*path, "date"), what, "mend one of the dates, or take it out of part_of")
    if part.figure and whole.figure:
        for name, own, other in (
            ("item", part.figure.of, whole.figure.of),
            ("unit", part.figure.unit, whole.figure.unit),
            ("giver", part.from_, whole.from_),
            ("taker", part.to, whole.to),
        ):
            if own != other:
                what = f"its {name} is {own or 'not told'}, and that of its whole {whole.id} is {other or 'not told'}"
                yield Fault(
                    (*path, "figure"), what, "mend one of the two, or take it out of part_of"
                )


def _twins(book: Book) -> Iterator[Fault]:
    """People who share a folded spelling, so that nobody could be asked for by it."""
    owners: dict[str, tuple[str, str]] = {}
    for key, person in book.people.items():
        for spelling in person.spellings:
            other, theirs = owners.setdefault(fold(spelling).replace(" ", ""), (key, spelling))
            if other != key:
                what = f'"{spelling}" is read like "{theirs}" of {other}'
                yield Fault(
                    ("person", key),
                    what,
                    "merge the two, or tell them apart: Kim Yong Il (Premier)",
                )


def _lookalikes(book: Book) -> Iterator[Fault]:
    """Facts of one kind with the same people on overlapping dates, unless one is a part of the other or both of one whole."""
    groups: dict[tuple[object, ...], list[tuple[int, Fact]]] = {}
    for index, fact in enumerate(book.facts):
        who = frozenset(one.who for one in fact.people)
        if who or fact.figure:
            groups.setdefault(
                (fact.kind, who, fact.from_, fact.to, fact.figure and fact.figure.of), []
            ).append((index, fact))
    for group in groups.values():
        group.sort(key=lambda pair: pair[1].date.earliest)
        for place, (_, fact) in enumerate(group):
            for index, other in group[place + 1 :]:
                if fact.date.latest and other.date.earliest > fact.date.latest:
                    break
                if _same_event(fact, other):
                    hint = "merge them, or make one a part_of the other or both of one whole"
                    yield Fault(("fact", index), f"it looks like the event of {fact.id}", hint)


def _same_event(one: Fact, other: Fact) -> bool:
    families = [{fact.id, *fact.part_of} for fact in (one, other)]
    return not families[0] & families[1] and (bool(one.people) or one.figure == other.figure)


def _unused(book: Book) -> Iterator[Fault]:
    used = rules.used_by(book.facts)
    used["publisher"] = {
        name for source in book.sources.values() for name in (source.publisher, source.via) if name
    }
    used["place"] |= {place.within for place in book.places.values() if place.within}
    for table, field in _TABLES.items():
        for key in getattr(book, field).keys() - used[table]:
            yield Fault((table, key), "no fact uses it", "take it out")
