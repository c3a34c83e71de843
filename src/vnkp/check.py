"""What is well formed but wrong: the checks behind ``vnkp check``, each one a rule of the design (sections 2 to 4)."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from vnkp import cleaning, edtf, names, reading
from vnkp.errors import Problem, StoreError
from vnkp.faults import Fault
from vnkp.lines import Path
from vnkp.model import Book, Fact
from vnkp.vocabulary import Kind
from vnkp.weighing import Weighing


class Report(msgspec.Struct, frozen=True):
    """How well a book is sourced: counts of its facts, and the facts that rest on one source only."""

    facts: int
    sources: int
    disputed: int
    one_source: tuple[str, ...]


def problems(data: bytes, file: str) -> list[Problem]:
    """Everything wrong with the store in *data*: its form, and if that is in order, its sense."""
    try:
        book = reading.read(data, file)
    except StoreError as error:
        return error.problems
    decoded = reading.decode(data, file)
    raw = reading.parse(decoded.text, file)
    found = [*_text_faults(decoded), *cleaning.clean(raw), *faults(book)]
    return sorted(_old_toml(decoded.text) + reading.located(found, decoded.text, raw))


def faults(book: Book) -> Iterator[Fault]:
    """The faults of a well-formed *book*."""
    yield from _order(book)
    for index, fact in enumerate(book.facts):
        yield from _fact(book, fact, ("fact", index))
    yield from _parts(book)
    yield from _twins(book)
    yield from _lookalikes(book)
    yield from _unused(book)


def report(book: Book) -> Report:
    """How many facts of *book* rest on one source only, and which."""
    lone = tuple(fact.id for fact in book.facts if len({cite.source for cite in fact.all_cites}) == 1)
    return Report(len(book.facts), len(book.sources), sum(fact.disputed for fact in book.facts), lone)


def _text_faults(decoded: reading.Text) -> Iterator[Fault]:
    if decoded.had_bom:
        yield Fault((), "the file begins with a byte order mark", "save it as UTF-8 without one")
    if not decoded.was_nfc:
        yield Fault((), "some letters are written in pieces (not NFC)", "normalise the file to NFC")


def _old_toml(text: str) -> list[Problem]:
    """The first place where *text* is TOML 1.1, as far as the parser of Python 3.11 and later tells, which reads 1.0."""
    try:
        import tomllib
    except ModuleNotFoundError:
        return []
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+)", str(error))
        return [
            Problem(int(place[1]) if place else 0, "", "this is TOML 1.1", "write it in TOML 1.0: inline tables on one line")
        ]
    return []


def _order(book: Book) -> Iterator[Fault]:
    keys = [(edtf.order(fact.date), fact.id) for fact in book.facts]
    for index in range(1, len(keys)):
        if keys[index] < keys[index - 1]:
            before = book.facts[index - 1].id
            yield Fault(("fact", index), f"it stands after {before}", "sort by earliest day, then the longer span, then id")


def _fact(book: Book, fact: Fact, path: Path) -> Iterator[Fault]:
    for lang, title in (("en", fact.en), ("vi", fact.vi)):
        if title.endswith("."):
            yield Fault((*path, lang), f"the title in {lang} ends with a full stop", "take it off")
        if re.search(r"\b(?:19|20)[0-9]{2}\b", title):
            yield Fault((*path, lang), f"the title in {lang} has a year", "leave it to the date")
    if fact.kind is Kind.VISIT and not _visitors(book, fact):
        yield Fault(
            (*path, "people"),
            "a visit without a visitor",
            "name somebody of the side that went, or choose another kind",
        )
    for number, variant in enumerate(fact.variants):
        same = (
            variant.date in (None, fact.date),
            variant.figure in (None, fact.figure),
            variant.note in (None, fact.note),
        )
        if all(same):
            yield Fault((*path, "variant", number), "the variant reads as its fact does", "cite its source in the fact itself")


def _visitors(book: Book, fact: Fact) -> list[str]:
    """Those who came: people of the side that went; of either side when they met halfway."""
    return [one.who for one in fact.people if fact.between or book.people[one.who].side == fact.from_]


def _parts(book: Book) -> Iterator[Fault]:
    facts = {fact.id: (index, fact) for index, fact in enumerate(book.facts)}
    for index, part in enumerate(book.facts):
        for name in part.part_of:
            yield from _part(part, facts[name][1], ("fact", index))
    for over in Weighing(fact for fact in book.facts if fact.figure).excesses():
        yield Fault(("fact", facts[over.where][0], "figure"), over.what, over.hint)


def _part(part: Fact, whole: Fact, path: Path) -> Iterator[Fault]:
    ends = (whole.date.latest or dt.date.max, part.date.latest or dt.date.max)
    if part.date.earliest < whole.date.earliest or ends[1] > ends[0]:
        what = f"its date {part.date.text} is not within {whole.date.text} of its whole {whole.id}"
        yield Fault((*path, "date"), what, "mend one of the dates, or take it out of part_of")
    if part.figure and whole.figure:
        measures = [(fact.figure.of, fact.figure.unit, fact.from_, fact.to) for fact in (part, whole) if fact.figure]
        if measures[0] != measures[1]:
            what = f"it measures another thing, unit or direction than its whole {whole.id}"
            yield Fault((*path, "figure"), what, "a part has its whole's item, unit, from and to")


def _twins(book: Book) -> Iterator[Fault]:
    """People who share a folded spelling, so that nobody could be asked for by it."""
    owners: dict[str, str] = {}
    for key, person in book.people.items():
        for spelling in {names.fold(name).replace(" ", "") for name in person.spellings}:
            other = owners.setdefault(spelling, key)
            if other != key:
                hint = "merge them, or tell them apart: Kim Yong Il (Premier)"
                yield Fault(("person", key), f'"{spelling}" is also a spelling of {other}', hint)


def _lookalikes(book: Book) -> Iterator[Fault]:
    """Facts of one kind with the same people on overlapping dates, unless one is a part of the other or both of one whole."""
    groups: dict[tuple[object, ...], list[tuple[int, Fact]]] = {}
    for index, fact in enumerate(book.facts):
        who = frozenset(one.who for one in fact.people)
        if who or fact.figure:
            groups.setdefault((fact.kind, who, fact.from_, fact.to, fact.figure and fact.figure.of), []).append((index, fact))
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
    used: dict[str, Counter[str]] = {table: Counter(_used(book, table)) for table in _TABLES}
    for table, field in _TABLES.items():
        for key in getattr(book, field):
            if key not in used[table]:
                yield Fault((table, key), "no fact uses it", "take it out")


_TABLES = {
    "unit": "units",
    "item": "items",
    "place": "places",
    "office": "offices",
    "person": "people",
    "source": "sources",
}


def _used(book: Book, table: str) -> Iterable[str]:
    for fact in book.facts:
        figures = [figure for figure in (fact.figure, *(variant.figure for variant in fact.variants)) if figure]
        match table:
            case "unit":
                yield from (figure.unit for figure in figures)
            case "item":
                yield from (figure.of for figure in figures)
            case "place":
                yield from fact.places
            case "office":
                yield from (one.as_ for one in fact.people if one.as_)
            case "person":
                yield from (one.who for one in fact.people)
            case _:
                yield from (cite.source for cite in fact.all_cites)
