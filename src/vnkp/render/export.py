"""Answers for machines: the JSON of the design (section 5), and rows for CSV and TSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

import msgspec

from vnkp.model import Attendance, Book, Cite, Fact, Figure, Kind, Lang, Person, Source, Stage, Terms, Text, Variant
from vnkp.query import Query
from vnkp.tally import PersonTally
from vnkp.totals import Total
from vnkp.words.labels import WHYS, label

Json = dict[str, Any]
Cell = str | int | Decimal | bool | None
Table = tuple[Sequence[str], list[list[Cell]]]

_ENCODER = msgspec.json.Encoder(decimal_format="number")
COLUMNS = (
    "id", "kind", "date", "earliest", "latest", "from", "to", "title", "people", "places",
    "value", "unit", "of", "qualifier", "disputed", "sources",
)  # fmt: skip


def json(value: object, *, indent: bool = False) -> str:
    """*value* as JSON in UTF-8, its letters not escaped; on one line unless *indent*."""
    encoded = _ENCODER.encode(value)
    return (msgspec.json.format(encoded) if indent else encoded).decode() + "\n"


def jsonl(values: Iterable[object]) -> str:
    """*values* as JSON, one to a line."""
    return _ENCODER.encode_lines(values).decode()


def facts(book: Book, found: Iterable[Fact], query: Query | None = None) -> list[Json]:
    """The JSON of facts; ``match`` is told when *query* asks for a window."""
    return [fact(book, one, query) for one in found]


def fact(book: Book, one: Fact, query: Query | None = None) -> Json:
    """The JSON of a fact, the same from every command."""
    made = {
        "id": one.id,
        "kind": one.kind.value,
        "date": one.date.text,
        "earliest": one.date.earliest,
        "latest": one.date.latest,
        "title": {"en": one.en, "vi": one.vi},
        "note": one.note and _text(one.note),
        "from": one.from_,
        "to": one.to,
        "between": one.between,
        "people": [_attendance(book, attendance) for attendance in one.people],
        "places": [{"id": key, "en": book.places[key].en, "vi": book.places[key].vi} for key in one.places],
        "figure": one.figure and _figure(one.figure, one.kind),
        "part_of": list(one.part_of),
        "milestone": one.milestone,
        "disputed": one.disputed,
        "sources": _cites(book, one.cite),
        "variants": [_variant(book, variant, one.kind) for variant in one.variants],
    }
    if query and query.windows:
        match = query.match(one)
        made["match"] = match and match.value
    return made


def _text(text: Text) -> Json:
    return {"en": text.en, "vi": text.vi}


def _attendance(book: Book, attendance: Attendance) -> Json:
    person = book.people[attendance.who]
    office = book.offices[attendance.as_] if attendance.as_ else None
    return {
        "id": attendance.who,
        "name": names(person),
        "side": person.side,
        "office": {"id": attendance.as_, "en": office.en, "vi": office.vi} if office else None,
        "rank": office.rank.value if office else None,
    }


def names(person: Person) -> Json:
    """The name of *person* in each language; ``ko`` is null where it is not certain."""
    return {"en": person.en, "vi": person.vi, "ko": person.ko}


def _figure(figure: Figure, kind: Kind) -> Json:
    aid = kind is Kind.AID
    return {
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "of": figure.of,
        "qualifier": figure.qualifier.value,
        "terms": (figure.terms or Terms.GIFT).value if aid else None,
        "stage": (figure.stage or Stage.DELIVERED).value if aid else None,
    }


def _cites(book: Book, cites: Iterable[Cite]) -> list[Json]:
    return [{**source(cite.source, book.sources[cite.source]), "at": cite.at} for cite in cites]


def source(key: str, one: Source) -> Json:
    """The JSON of a source."""
    return {
        "id": key,
        "title": one.title,
        "publisher": one.publisher,
        "published": one.published and one.published.text,
        "lang": one.lang,
        "url": one.url,
        "kind": one.kind.value,
    }


def _variant(book: Book, variant: Variant, kind: Kind) -> Json:
    return {
        "date": variant.date and variant.date.text,
        "figure": variant.figure and _figure(variant.figure, kind),
        "note": variant.note and _text(variant.note),
        "sources": _cites(book, variant.cite),
    }


def person(tally: PersonTally) -> Json:
    """The JSON of a person: names, offices held, and how many facts between which years."""
    return {
        "id": tally.id,
        "name": names(tally.person),
        "side": tally.person.side,
        "aliases": list(tally.person.aliases),
        "offices": [
            {"id": key, "en": office.en, "vi": office.vi, "rank": office.rank.value} for key, office in tally.offices
        ],
        "facts": tally.facts,
        "first": tally.first,
        "last": tally.last,
    }


def aid(totals: Iterable[Total], when: str | None) -> Json:
    """The JSON of totals, with the facts that were counted and left out."""
    return {"window": when, "totals": [_total(total) for total in totals]}


def _total(total: Total) -> Json:
    made = {
        "from": total.key.from_,
        "to": total.key.to,
        "of": total.key.of,
        "unit": total.key.unit,
        "terms": total.key.terms.value,
        "low": total.low,
        "high": total.high,
        "qualifier": total.qualifier.value,
        "pledged": total.pledged,
        "counted": [{"id": one.id, "low": one.low, "high": one.high} for one in total.counted],
        "left_out": [{"id": one.id, "why": label(WHYS[one.why], "en")} for one in total.left_out],
    }
    return made if total.group is None else {"group": total.group, **made}


def total_rows(totals: Iterable[Total]) -> Table:
    """One row for each total, one column for each scalar."""
    flat = [{"group": None, **_total(total)} for total in totals]
    columns = ("group", "from", "to", "of", "unit", "terms", "low", "high", "qualifier", "pledged")
    return columns, [[one[column] for column in columns] for one in flat]


def fact_rows(book: Book, found: Iterable[Fact], lang: Lang) -> Table:
    """One row for each fact, one column for each scalar, in *lang*."""
    return COLUMNS, [_fact_row(book, one, lang) for one in found]


def _fact_row(book: Book, one: Fact, lang: Lang) -> list[Cell]:
    vi = lang == "vi"
    people = (book.people[attendance.who] for attendance in one.people)
    places = (book.places[key] for key in one.places)
    figure = one.figure
    return [
        one.id,
        one.kind.value,
        one.date.text,
        one.date.earliest.isoformat(),
        one.date.latest.isoformat() if one.date.latest else None,
        one.from_,
        one.to,
        one.vi if vi else one.en,
        "; ".join(one.vi if vi else one.en for one in people),
        "; ".join(one.vi if vi else one.en for one in places),
        amount_cell(figure) if figure else None,
        figure.unit if figure else None,
        figure.of if figure else None,
        figure.qualifier.value if figure else None,
        one.disputed,
        "; ".join(dict.fromkeys(cite.source for cite in one.cite)),
    ]


def amount_cell(figure: Figure) -> Cell:
    """The bare number of *figure*, or both of a range as ``low..high``."""
    return figure.value if figure.value is not None else f"{figure.low}..{figure.high}"


def dict_rows(values: Sequence[Json], columns: Sequence[str]) -> Table:
    """Rows for CSV and TSV out of flat JSON objects: lists are joined with semicolons, names are given in English."""
    return columns, [[_flat(value[column]) for column in columns] for value in values]


def _flat(value: Any) -> Cell:
    if value is None or isinstance(value, str | int | Decimal):
        return value
    if isinstance(value, dict):
        return str(value.get("en", value.get("id", "")))
    return "; ".join(str(_flat(one)) for one in value)


def tsv(table: Table) -> str:
    """*table* with tabs between cells and one row to a line; a tab or line break within a cell becomes a space."""
    header, rows = table
    lines = ["\t".join(header)]
    lines += ["\t".join(" ".join(_written(cell).split()) for cell in row) for row in rows]
    return "\n".join(lines) + "\n"


def csv_text(table: Table, *, bom: bool = False) -> str:
    """*table* as RFC 4180 CSV; text that a spreadsheet would run as a formula gets an apostrophe before it."""
    header, rows = table
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([[_guarded(cell) for cell in row] for row in rows])
    return ("\ufeff" if bom else "") + out.getvalue()


def _guarded(cell: Cell) -> str:
    text = _written(cell)
    return f"'{text}" if isinstance(cell, str) and text[:1] in tuple("=+-@\t\r") else text


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else f"{cell:f}" if isinstance(cell, Decimal) else str(cell)
