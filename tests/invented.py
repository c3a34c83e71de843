"""Stores that nobody would write, made by hypothesis from the model, and a way to write them down as TOML."""

from __future__ import annotations

import datetime as dt
import json
import random
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import msgspec
from hypothesis import strategies as st

from vnkp import cleaning, edtf
from vnkp.edtf import When
from vnkp.errors import WhenError
from vnkp.model import (
    TITLE_LENGTH,
    Attendance,
    Book,
    Cite,
    Fact,
    Figure,
    Named,
    Office,
    Person,
    Place,
    Side,
    Source,
    Text,
    Variant,
)
from vnkp.vocabulary import Kind, Qualifier, Rank, SourceKind, Stage, Terms

# What is special to TOML, to Rich, to Markdown, to sheets, to terminals; and letters of several widths and scripts.
ODD = (
    "[bold]x[/bold]", "[/x]", "=1+1", "@a", "-1", "|", "`", "*a*", "_b_", "<b>", "&", "{0}", "%s", "\\", "\\n", '"', "'", "#",
    "Hà Nội", "Đặng", "김일성", "平壌", "ｗｉｄｅ", "\u0e01\u0e33", "👩", "\u00a0", "a" * 40,
)  # fmt: skip
DAYS = st.dates(dt.date(1945, 1, 1), dt.date(2030, 12, 31))
KEYS = st.sampled_from(["t", "USD", "1", "rice", "a-b", "kim-il-sung", "x1-2", "0", "N", "fact", "note", "en"])
SIDES = st.sampled_from(["VN", "KP", "US"])
AMOUNTS = st.one_of(
    st.integers(0, 50),
    st.integers(0, 10**16),
    st.decimals(0, 10**6, places=2),
    st.decimals(0, 10**12, places=9),
)


def _pool(size: int, most: int) -> list[str]:
    """Texts made of odd words, always the same ones: to pick one is much quicker than to make one."""
    chance = random.Random(most)
    made = {cleaning.cleaned(" ".join(chance.choices(ODD, k=chance.randint(1, 6))))[:most].strip() for _ in range(size)}
    return sorted(text for text in made if text and cleaning.cleaned(text) == text)


TEXTS = st.sampled_from(_pool(200, 40))
TITLES = st.sampled_from(_pool(200, TITLE_LENGTH))
WILD = st.text(st.characters(codec="utf-8"), max_size=TITLE_LENGTH).map(cleaning.cleaned).filter(bool)


@st.composite
def single_dates(draw: st.DrawFn) -> str:
    """A date as exact as it happens to be."""
    day = draw(DAYS)
    form = draw(st.sampled_from([f"{day}", f"{day:%Y-%m}", f"{day:%Y}", f"{day.year // 10}X"]))
    return form + draw(st.sampled_from(["", "", "~", "?", "%"]))


@st.composite
def dates(draw: st.DrawFn) -> When:
    """A date or a span."""
    first, last = draw(single_dates()), draw(st.none() | st.just("..") | single_dates())
    if last is None:
        return edtf.parse(first)
    try:
        return edtf.parse(f"{first}/{last}")
    except WhenError:  # it ends before it begins
        return edtf.parse(f"{last}/{first}")


@st.composite
def figures(draw: st.DrawFn, book: Book, kind: Kind) -> Figure:
    """A figure of something that *book* has."""
    low, high = sorted([draw(AMOUNTS), draw(AMOUNTS)])
    ranged = low != high and draw(st.booleans())
    return Figure(
        draw(st.sampled_from(list(book.units))),
        draw(st.sampled_from(list(book.items))),
        value=None if ranged else low,
        low=low if ranged else None,
        high=high if ranged else None,
        qualifier=draw(st.sampled_from(Qualifier)),
        terms=draw(st.sampled_from([None, *Terms])) if kind is Kind.AID else None,
        stage=draw(st.sampled_from([None, *Stage])) if kind is Kind.AID else None,
    )


NOTES = st.none() | st.builds(Text, TEXTS, TEXTS)


@st.composite
def facts(draw: st.DrawFn, book: Book, known: Sequence[Fact]) -> Fact:
    """A fact that names nothing but what *book* has, a part perhaps of some that are *known*."""
    kind, date = draw(st.sampled_from(Kind)), draw(dates())
    ways: list[Side | str] = ["VN", "KP", "between"] + ([""] if kind not in (Kind.VISIT, Kind.AID, Kind.TRADE) else [])
    way = draw(st.sampled_from(ways))
    measured = st.none() | figures(book, kind)
    cites = st.lists(st.builds(Cite, st.sampled_from(list(book.sources)), st.none() | TEXTS), min_size=1, max_size=3).map(tuple)
    attendances = st.builds(Attendance, st.sampled_from(list(book.people)), st.none() | st.sampled_from(list(book.offices)))
    variants = st.builds(Variant, cites, st.none() | dates(), measured, NOTES)
    wholes = [fact.id for fact in known if not fact.part_of or not fact.part_of[0].endswith("part")]
    part_of = draw(st.lists(st.sampled_from(wholes), max_size=2, unique=True)) if wholes else []
    return Fact(
        f"{date.earliest.year:04}-{len(known)}{'-part' if part_of else ''}",
        kind,
        date,
        draw(TITLES),
        draw(TITLES),
        draw(cites),
        from_="VN" if way == "VN" else "KP" if way == "KP" else None,
        to="KP" if way == "VN" else "VN" if way == "KP" else None,
        between=way == "between",
        people=draw(st.lists(attendances, max_size=4).map(tuple)),
        places=draw(st.lists(st.sampled_from(list(book.places)), max_size=2).map(tuple)),
        note=draw(NOTES),
        milestone=draw(st.booleans()),
        part_of=tuple(part_of),
        figure=draw(measured),
        variants=tuple(one for one in draw(st.lists(variants, max_size=2)) if one.date or one.figure or one.note),
    )


def _tables(entries: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(KEYS, entries, min_size=1, max_size=3)


@st.composite
def books(draw: st.DrawFn) -> Book:
    """A book in good form; whether it makes sense is another matter."""
    aliases = st.lists(TEXTS, max_size=2).map(tuple)
    made = Book(
        1,
        units=draw(_tables(st.builds(Named, TEXTS, TEXTS))),
        items=draw(_tables(st.builds(Named, TEXTS, TEXTS))),
        places=draw(_tables(st.builds(Place, SIDES, TEXTS, TEXTS))),
        offices=draw(_tables(st.builds(Office, SIDES, st.sampled_from(Rank), TEXTS, TEXTS))),
        people=draw(_tables(st.builds(Person, SIDES, TEXTS, TEXTS, st.none() | TEXTS, aliases))),
        sources=draw(_tables(st.builds(Source, TEXTS, TEXTS, TEXTS, st.sampled_from(SourceKind), st.none() | dates()))),
    )
    known: list[Fact] = []
    for _ in range(draw(st.integers(0, 5))):
        known.append(draw(facts(made, known)))
    return msgspec.structs.replace(made, facts=tuple(known))


# Aid that makes sense: wholes that have room for their parts, in time and in amount


@st.composite
def givings(draw: st.DrawFn) -> Book:
    """A book of rice that Vietnam gave: totals of many years, their shipments, promises, and deliveries of those."""
    known: list[Fact] = []
    room: dict[str, int] = {}
    for _ in range(draw(st.integers(1, 7))):
        whole = draw(st.none() | st.sampled_from(known)) if known else None
        date = draw(dates() if whole is None else _dates_in(whole.date))
        most = room[whole.id] if whole else 100
        low, high = sorted([draw(st.integers(0, most)), draw(st.integers(0, most))])
        name = f"{date.earliest.year:04}-{len(known)}"
        stage = draw(st.sampled_from([Stage.DELIVERED, Stage.DELIVERED, Stage.PLEDGED]))
        if whole:
            room[whole.id] -= high
        room[name] = low
        figure = Figure("t", "rice", value=low if low == high else None, low=low if low != high else None,
                        high=high if low != high else None, stage=stage)  # fmt: skip
        part_of = (whole.id,) if whole else ()
        known.append(Fact(name, Kind.AID, date, name, name, (Cite("paper"),), "VN", "KP", part_of=part_of, figure=figure))
    paper = Source("Paper", "Paper", "vi", SourceKind.PRESS)
    named = Named("rice", "gạo")
    return Book(1, units={"t": named}, items={"rice": named}, sources={"paper": paper}, facts=tuple(known))


def _dates_in(whole: When) -> st.SearchStrategy[When]:
    return st.just(whole) | dates().filter(lambda when: _within(when, whole))


def _within(when: When, whole: When) -> bool:
    if when.earliest < whole.earliest:
        return False
    return whole.latest is None or (when.latest is not None and when.latest <= whole.latest)


# Writing them down


def plain(value: Any) -> Any:
    """*value* as a store has it: tables, lists, texts and numbers, without what is left out."""
    if isinstance(value, When):
        return value.text
    if isinstance(value, msgspec.Struct):
        made = {field.encode_name: (getattr(value, field.name), field.default) for field in msgspec.structs.fields(value)}
        return {key: plain(one) for key, (one, default) in made.items() if one not in (None, (), {}) and one != default}
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, tuple) else getattr(value, "value", value)


def written(raw: Mapping[str, Any]) -> bytes:
    """The store *raw* as TOML: what is neither a table of tables nor a list of them stands first."""
    made = [f"{_quoted(key)} = {_value(one)}\n" for key, one in raw.items() if not _headed(one)]
    for key, one in raw.items():
        if _headed(one) and isinstance(one, Mapping):
            made += [f"\n[{_quoted(key)}.{_quoted(name)}]\n{_body(entry, key)}" for name, entry in one.items()]
        elif _headed(one):
            made += [f"\n[[{_quoted(key)}]]\n{_body(entry, key)}" for entry in one]
    return "".join(made).encode()


def _headed(value: Any) -> bool:
    entries = list(value.values()) if isinstance(value, Mapping) else value
    return isinstance(entries, list) and bool(entries) and all(isinstance(entry, Mapping) for entry in entries)


def _body(entry: Mapping[str, Any], header: str) -> str:
    """The keys of a fact or a table: a note with dots, and variants last, under headers of their own."""
    made = []
    variants = entry.get("variant")
    for key, value in entry.items():
        if key == "note" and isinstance(value, Mapping) and value:
            made += [f"note.{_quoted(name)} = {_value(one)}\n" for name, one in value.items()]
        elif value is not variants or not _headed(variants) or isinstance(variants, Mapping):
            made.append(f"{_quoted(key)} = {_value(value)}\n")
    if _headed(variants) and isinstance(variants, list):
        made += [f"\n[[{_quoted(header)}.variant]]\n{_body(one, header + '.variant')}" for one in variants]
    return "".join(made)


def _value(value: Any) -> str:
    match value:
        case Mapping():
            return "{ " + ", ".join(f"{_quoted(key)} = {_value(one)}" for key, one in value.items()) + " }"
        case list():
            return "[" + ", ".join(_value(one) for one in value) + "]"
        case bool():
            return str(value).lower()
        case Decimal():
            return f"{value:f}" if value.is_finite() else str(value).lower().removesuffix("inity")
        case str():
            return _quoted(value)
        case _:
            return str(value)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", r"\u007f")
