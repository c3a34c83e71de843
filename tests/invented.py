"""Stores that nobody would write, made by chance from the model, and a way to write
them down as TOML.

Hypothesis chooses the seeds, one for the tables and one for each fact, so that it can
leave facts out of a store that
fails; to choose every word and number itself would take it a hundred times as long.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from random import Random
from typing import Any, TypeVar

import msgspec
from hypothesis import strategies as st

from vnkp.errors import DateError
from vnkp.model import edtf
from vnkp.model.edtf import EdtfDate
from vnkp.model.enums import Kind, Qualifier, Rank, SourceKind, Stage, Terms
from vnkp.model.facts import (
    Book,
    Cite,
    Fact,
    Figure,
    Office,
    Participant,
    Person,
    Place,
    Source,
    Variant,
)
from vnkp.model.fields import MAX_AMOUNT, TITLE_LENGTH, BilingualText, Number
from vnkp.store import cleaning

# What is special to TOML, to Rich, to Markdown, to sheets, to terminals; and letters of
# several widths and scripts.
ODD = (
    *(
        "[bold]x[/bold]",
        "[/x]",
        "=1+1",
        "@a",
        "-1",
        "|",
        "`",
        "*a*",
        "_b_",
        "<b>",
        "&",
        "{0}",
        "%s",
        "\\",
        "\\n",
        '"',
        "'",
        "#",
    ),
    *(
        "Hà Nội",
        "Đặng",
        "김일성",
        "평양",
        "平壌",
        "ｗｉｄｅ",
        "\u0e01\u0e33",
        "👩",
        "\u00a0",
        "Ô",
        "ß",
        "visits",
        "gạo",
        "a" * 40,
    ),
)
KEYS = ("t", "USD", "1", "rice", "a-b", "kim-il-sung", "x1-2", "0", "N", "fact", "note", "en")
SEEDS = st.integers(0, 2**32)
Some = TypeVar("Some")


def maybe(chance: Random, value: Some) -> Some | None:
    return value if chance.random() < 0.5 else None


def several(chance: Random, choices: Sequence[Some], least: int, most: int) -> list[Some]:
    return chance.sample(choices, min(chance.randint(least, most), len(choices)))


def text(chance: Random, most: int = 40) -> str:
    """A text that a store may hold, and that is read as it is written."""
    letters = "".join(
        chr(chance.choice([chance.randrange(0x21, 0x500), chance.randrange(0x21, 0xD800)]))
        for _ in range(3)
    )
    words = chance.choices((*ODD, letters), k=chance.randint(1, 6))
    made = cleaning.clean_text(cleaning.clean_text(" ".join(words))[:most])
    return made if made and len(made) <= most and cleaning.clean_text(made) == made else "text"


def single_date(chance: Random) -> str:
    """A date as exact as it happens to be."""
    day = dt.date.fromordinal(
        chance.randint(dt.date(1945, 1, 1).toordinal(), dt.date(2030, 12, 31).toordinal())
    )
    return chance.choice(
        [f"{day}", f"{day:%Y-%m}", f"{day:%Y}", f"{day.year // 10}X"]
    ) + chance.choice(["", "", "~", "?", "%"])


def date(chance: Random) -> EdtfDate:
    """A date or a span."""
    first, last = single_date(chance), chance.choice([None, "..", single_date(chance)])
    if last is None:
        return edtf.parse(first)
    try:
        return edtf.parse(f"{first}/{last}")
    except DateError:  # it ends before it begins
        return edtf.parse(f"{last}/{first}")


def amount(chance: Random) -> Number:
    """An amount, small or large, whole or not."""
    wholes = [chance.randint(0, 50), chance.randint(0, MAX_AMOUNT), 0, MAX_AMOUNT]
    decimals = [
        Decimal(chance.randint(0, 10**8)) / 100,
        Decimal(chance.randint(0, 10**21)).scaleb(-9),
    ]
    return chance.choice(wholes) if chance.random() < 0.5 else chance.choice(decimals)


def figure(chance: Random, book: Book, kind: Kind) -> Figure:
    """A figure of something that *book* has."""
    low, high = sorted([amount(chance), amount(chance)])
    ranged = low != high and chance.random() < 0.5
    return Figure(
        chance.choice(list(book.units)),
        chance.choice(list(book.items)),
        value=None if ranged else low,
        low=low if ranged else None,
        high=high if ranged else None,
        qualifier=chance.choice(list(Qualifier)),
        terms=maybe(chance, chance.choice(list(Terms))) if kind is Kind.AID else None,
        stage=maybe(chance, chance.choice(list(Stage))) if kind is Kind.AID else None,
    )


def cites(chance: Random, book: Book) -> tuple[Cite, ...]:
    return tuple(
        Cite(source, maybe(chance, text(chance)))
        for source in several(chance, list(book.sources), 1, 3)
    )


def note(chance: Random) -> BilingualText | None:
    return maybe(chance, BilingualText(text(chance), text(chance, 300)))


def variant(chance: Random, book: Book, kind: Kind) -> Variant:
    made = Variant(
        cites(chance, book),
        maybe(chance, date(chance)),
        maybe(chance, figure(chance, book, kind)),
        note(chance),
    )
    return made if made.date or made.figure or made.note else Variant(made.cite, date(chance))


def fact(chance: Random, book: Book, known: Sequence[Fact]) -> Fact:
    """A fact that names nothing but what *book* has, a part perhaps of some that are *known*."""
    kind, when = chance.choice(list(Kind)), date(chance)
    way = chance.choice(
        ["VN", "KP", "between", "" if kind not in (Kind.VISIT, Kind.AID, Kind.TRADE) else "VN"]
    )
    attending = [
        Participant(who, maybe(chance, chance.choice(list(book.offices))))
        for who in several(chance, list(book.people), 0, 3)
    ]
    return Fact(
        f"{when.earliest.year:04}-{len(known)}",
        kind,
        when,
        text(chance, TITLE_LENGTH),
        text(chance, TITLE_LENGTH),
        cites(chance, book),
        from_="VN" if way == "VN" else "KP" if way == "KP" else None,
        to="KP" if way == "VN" else "VN" if way == "KP" else None,
        between=way == "between",
        people=tuple(attending),
        places=tuple(several(chance, list(book.places), 0, 2)),
        note=note(chance),
        milestone=chance.random() < 0.5,
        part_of=tuple(several(chance, [one.id for one in known], 0, 2)),
        figure=maybe(chance, figure(chance, book, kind)),
        variants=tuple(variant(chance, book, kind) for _ in range(chance.choice([0, 0, 1, 2]))),
    )


def book(seed: int, seeds: Sequence[int]) -> Book:
    """A book in good form; whether it makes sense is another matter."""
    chance = Random(seed)

    def keys() -> list[str]:
        return several(chance, KEYS, 1, 3)

    def side() -> str:
        return chance.choice(["VN", "KP", "US"])

    def name() -> str:
        return text(chance)

    aliases = tuple(name() for _ in range(chance.randint(0, 2)))
    made = Book(
        1,
        units={key: BilingualText(name(), name()) for key in keys()},
        items={key: BilingualText(name(), name()) for key in keys()},
        places={key: Place(side(), name(), name()) for key in keys()},
        offices={key: Office(side(), chance.choice(list(Rank)), name(), name()) for key in keys()},
        people={
            key: Person(side(), name(), name(), maybe(chance, name()), aliases) for key in keys()
        },
        sources={
            key: Source(
                name(),
                name(),
                name(),
                chance.choice(list(SourceKind)),
                published=maybe(chance, date(chance)),
                url=maybe(chance, name()),
            )
            for key in keys()
        },
    )
    known: list[Fact] = []
    for one in seeds:
        known.append(fact(Random(one), made, known))
    return msgspec.structs.replace(made, facts=tuple(known))


# No more facts than levels that parts may have, so that none of them lies too deep.
books = st.builds(book, SEEDS, st.lists(SEEDS, max_size=8))


# Aid that makes sense: wholes that have room for their parts, in time and in amount


def giving(seeds: Sequence[int]) -> Book:
    """A book of rice that Vietnam gave: totals of many years, their shipments,
    promises, and deliveries of those."""
    known: list[Fact] = []
    room: dict[str, int] = {}
    for seed in seeds:
        chance = Random(seed)
        whole = maybe(chance, chance.choice(known)) if known else None
        most = room[whole.id] if whole else 100
        low, high = sorted(
            [chance.randint(0, most), chance.choice([most, chance.randint(0, most)])]
        )
        if chance.random() < 0.5:
            low = high
        when = _date_in(chance, whole.date) if whole else date(chance)
        name = f"{when.earliest.year:04}-{len(known)}"
        if whole:
            room[whole.id] -= high
        room[name] = low
        ranged = low != high
        stage = chance.choice([Stage.DELIVERED, Stage.DELIVERED, Stage.PLEDGED])
        figure = Figure(
            "t",
            "rice",
            None if ranged else low,
            low if ranged else None,
            high if ranged else None,
            stage=stage,
        )
        part_of = (whole.id,) if whole else ()
        known.append(
            Fact(
                name,
                Kind.AID,
                when,
                name,
                name,
                (Cite("paper"),),
                "VN",
                "KP",
                part_of=part_of,
                figure=figure,
            )
        )
    paper = Source("Paper", "Paper", "vi", SourceKind.PRESS)
    named = BilingualText("rice", "gạo")
    return Book(
        1, units={"t": named}, items={"rice": named}, sources={"paper": paper}, facts=tuple(known)
    )


def _date_in(chance: Random, whole: EdtfDate) -> EdtfDate:
    """A date within *whole*: some part of it, or all of it."""
    for _ in range(20):
        first = dt.date.fromordinal(
            chance.randint(
                whole.earliest.toordinal(), (whole.latest or dt.date(2030, 12, 31)).toordinal()
            )
        )
        form = chance.choice(
            [
                f"{first}",
                f"{first:%Y-%m}",
                f"{first:%Y}",
                f"{whole.earliest}/{first}",
                f"{first:%Y-%m}/{first}",
            ]
        )
        when = edtf.parse(form)
        if (
            when.earliest >= whole.earliest
            and when.latest
            and (whole.latest is None or when.latest <= whole.latest)
        ):
            return when
    return whole


givings = st.builds(giving, st.lists(SEEDS, min_size=1, max_size=8))


# Writing them down


def plain(value: Any) -> Any:
    """*value* as a store has it: tables, lists, texts and numbers, without what is left out."""
    if isinstance(value, EdtfDate):
        return value.text
    if isinstance(value, msgspec.Struct):
        made = {
            field.encode_name: (getattr(value, field.name), field.default)
            for field in msgspec.structs.fields(value)
        }
        return {
            key: plain(one)
            for key, (one, default) in made.items()
            if one not in (None, (), {}) and one != default
        }
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    return (
        [plain(one) for one in value]
        if isinstance(value, tuple)
        else getattr(value, "value", value)
    )


def written(raw: Mapping[str, Any]) -> bytes:
    """The store *raw* as TOML: what is neither a table of tables nor a list of them
    stands first."""
    made = [f"{_quoted(key)} = {_value(one)}\n" for key, one in raw.items() if not _headed(one)]
    for key, one in raw.items():
        if _headed(one) and isinstance(one, Mapping):
            made += [
                f"\n[{_quoted(key)}.{_quoted(name)}]\n{_body(entry, key)}"
                for name, entry in one.items()
            ]
        elif _headed(one):
            made += [f"\n[[{_quoted(key)}]]\n{_body(entry, key)}" for entry in one]
    return "".join(made).encode()


def _headed(value: Any) -> bool:
    entries = list(value.values()) if isinstance(value, Mapping) else value
    return (
        isinstance(entries, list)
        and bool(entries)
        and all(isinstance(entry, Mapping) for entry in entries)
    )


def _body(entry: Mapping[str, Any], header: str) -> str:
    """The keys of a fact or a table: a note with dots, and variants last, under headers
    of their own."""
    made = []
    variants = entry.get("variant")
    for key, value in entry.items():
        if key == "note" and isinstance(value, Mapping) and value:
            made += [f"note.{_quoted(name)} = {_value(one)}\n" for name, one in value.items()]
        elif value is not variants or not _headed(variants) or isinstance(variants, Mapping):
            made.append(f"{_quoted(key)} = {_value(value)}\n")
    if _headed(variants) and isinstance(variants, list):
        made += [
            f"\n[[{_quoted(header)}.variant]]\n{_body(one, header + '.variant')}"
            for one in variants
        ]
    return "".join(made)


def _value(value: Any) -> str:
    match value:
        case Mapping():
            return (
                "{ "
                + ", ".join(f"{_quoted(key)} = {_value(one)}" for key, one in value.items())
                + " }"
            )
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
