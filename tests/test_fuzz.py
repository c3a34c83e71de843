"""Stores and dates that nobody would write: good ones are answered from truly, bad ones
refused, and nothing else happens.

The suite runs a short round, always the same one. A long one, of so many examples in
all and always others:
``VNKP_FUZZ=20000 python -m pytest -n0 tests/test_fuzz.py --hypothesis-show-statistics``
"""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, get_args

import msgspec
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from tests import invented
from tests.conftest import SMALL, STORE
from tests.rendering import fact_list, render
from vnkp import lint
from vnkp.answers import FactCards
from vnkp.errors import DateError, Problem, StoreError
from vnkp.i18n.errors import problem_texts, what_and_hint
from vnkp.model import edtf
from vnkp.model.edtf import EdtfDate
from vnkp.model.enums import Kind, Stage
from vnkp.model.facts import Book
from vnkp.model.fields import MAX_AMOUNT, Lang
from vnkp.model.time_window import Overlap, TimeWindow
from vnkp.query import selection
from vnkp.query.filters import Query
from vnkp.query.sourcing import count_sourcing
from vnkp.query.time_reading import time_reader
from vnkp.query.totals import By, aid_totals
from vnkp.store import parser
from vnkp.store.positions import Lines

DATES = st.builds(lambda seed: invented.date(random.Random(seed)), invented.SEEDS)
LONG = int(os.environ.get("VNKP_FUZZ", "0"))


def examples(short: int, share: float) -> settings:
    """Settings for a property: *short* examples in the suite, in a long run its *share*
    of them, in the hundred."""
    return settings(
        max_examples=max(short, round(LONG * share / 100)),
        derandomize=not LONG,
        deadline=None,
        suppress_health_check=[
            HealthCheck.too_slow,
            HealthCheck.data_too_large,
            HealthCheck.filter_too_much,
        ],
    )


def steers(text: str) -> list[str]:
    """What in *text* could steer a terminal, or break a line."""
    return [
        char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    ]


def told_decently(problems: list[Problem], data: bytes) -> None:
    """Each of *problems* has a line of the file, or none, and can be printed in both languages."""
    assert problems
    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)
    for lang in get_args(Lang):
        for problem in problem_texts(problems, lang):
            assert 0 <= problem.line <= data.count(b"\n") + 1
            assert problem.what
            assert problem.hint
            assert not steers("".join(problem[1:]) + problem.in_file("facts.toml"))


def read(data: bytes) -> Book | None:
    """The book in *data*, or None when it is refused, decently; whatever else happens
    is a fault of vnkp."""
    try:
        book = parser.read(data, "facts.toml")
    except StoreError as error:
        told_decently(error.problems, data)
        event("refused")
        return None
    event("read")
    sound(book)
    return book


def sound(book: Book) -> None:
    """What all the rest of vnkp relies on holds of *book*."""
    assert not steers("".join(strings(invented.plain(book))))
    known = {fact.id: fact for fact in book.facts}
    assert len(known) == len(book.facts)
    for fact in book.facts:
        assert fact.cite
        assert fact.between <= (fact.from_ is None and fact.to is None)
        assert {one.who for one in fact.people} <= book.people.keys()
        assert {office for one in fact.people for office in one.offices} <= book.offices.keys()
        assert set(fact.places) <= book.places.keys()
        assert {cite.source for cite in fact.all_cites} <= book.sources.keys()
        for figure in [one.figure for one in (fact, *fact.variants) if one.figure]:  # type: ignore[attr-defined]  # both have
            assert (figure.unit in book.units, figure.of in book.items) == (True, True)
            assert 0 <= figure.bounds[0] <= figure.bounds[1] <= MAX_AMOUNT
        above = {name: known[name] for name in fact.part_of}
        for _ in range(len(known)):
            above = {name: known[name] for whole in above.values() for name in whole.part_of}
        assert not above


def strings(value: Any) -> Iterator[str]:
    """Every text in *value*, in names too."""
    if isinstance(value, str):
        yield value
    children = (
        [*value, *value.values()]
        if isinstance(value, dict)
        else value
        if isinstance(value, list)
        else ()
    )
    for child in children:
        yield from strings(child)


# Good stores

WHENS = st.sampled_from(
    ["1961", "1960s", "1950..1999", "..1970", "1990..", "6/1961", "1961-06-15", "195X", "2000/.."]
)


@st.composite
def queries(draw: st.DrawFn) -> Query:
    return Query(
        window=draw(st.none() | WHENS | st.lists(WHENS, max_size=3)),
        strict=draw(st.booleans()),
        kinds=draw(st.sets(st.sampled_from(Kind), max_size=3)),
        from_=draw(st.sampled_from([None, "VN", "KP"])),
        disputed=draw(st.booleans()),
        rank=draw(st.sampled_from([None, "leader", "other"])),
        parts=draw(st.booleans()),
        sort=draw(st.sampled_from(["date", "-date", "title", "-title", "value", "-value", "kind"])),
        limit=draw(st.none() | st.integers(0, 3)),
        lang=draw(st.sampled_from(["en", "vi"])),
    )


@examples(40, 6)
@given(invented.books)
def test_a_book_is_read_as_it_was_written_down(book: Book) -> None:
    data = invented.written(invented.plain(book))

    assert parser.read(data, "facts.toml") == book


@examples(40, 6)
@given(invented.books)
def test_check_speaks_decently_of_every_book(book: Book) -> None:
    data = invented.written(invented.plain(book))
    problems = lint.examine(data, "facts.toml").problems

    if problems:
        told_decently(problems, data)
    assert set(count_sourcing(book).one_source) <= {fact.id for fact in book.facts}


@examples(40, 6)
@given(invented.books, queries(), st.integers(20, 200), st.booleans())
def test_every_book_can_be_asked_and_drawn(
    book: Book, asked: Query, width: int, colour: bool
) -> None:
    found = selection.select(book, asked)

    assert {fact.id for fact in found} <= {fact.id for fact in book.facts}
    assert all(asked.match(fact) for fact in found)
    answer = fact_list(book, found, query=asked)
    cards = [FactCards(book=book, query=asked, facts=(fact,)) for fact in found]
    timeline = msgspec.structs.replace(answer, view="timeline")
    for fact, shown in zip(found, json.loads(render(answer, "json")), strict=True):
        assert (shown["id"], shown["title"], shown["date"]) == (
            fact.id,
            {"en": fact.en, "vi": fact.vi},
            fact.date.text,
        )
    for picture in (timeline, answer, *cards):
        drawn = render(picture, "table", asked.lang, width=width, color=colour)
        assert not steers(drawn.replace("\n", "").replace("\x1b", "" if colour else "\x1b"))
    assert len(render(answer, "tsv", asked.lang).splitlines()) == len(found) + 1
    assert render(answer, "md", asked.lang)


@examples(30, 5)
@given(invented.books, queries())
def test_totals_of_any_book_are_in_order_or_refused(book: Book, asked: Query) -> None:
    try:
        found = [total for by in (None, *get_args(By)) for total in aid_totals(book, asked, by)]
    except StoreError as error:
        told_decently(error.problems, b"")
        return
    for total in found:
        assert 0 <= total.low <= total.high
        assert total.pledged >= 0
        assert (total.low, total.high) == (
            sum(one.low for one in total.counted),
            sum(one.high for one in total.counted),
        )
        assert {one.id for one in total.counted}.isdisjoint(one.id for one in total.left_out)


# Totals that do not lie: what was given is made up in full, and must lie within what
# the totals say of it


def days(when: EdtfDate, chance: random.Random) -> list[dt.date]:
    """On which days something happened, perhaps."""
    latest = when.latest or dt.date(2035, 12, 31)
    within = [
        dt.date.fromordinal(chance.randint(when.earliest.toordinal(), latest.toordinal()))
        for _ in range(3)
    ]
    return [*within, when.earliest, latest] if when.is_span else within[:1]


def deliveries(book: Book, chance: random.Random) -> Iterator[tuple[dt.date, int]]:
    """What may really have been given, day by day, so that every fact of *book* is true."""
    known = {fact.id: fact for fact in book.facts}
    came: dict[str, int] = {}
    for fact in reversed(book.facts):  # parts before their wholes
        assert fact.figure
        if fact.figure.stage is Stage.PLEDGED:
            continue
        parts = came.get(fact.id, 0)
        low, high = fact.figure.bounds
        amount = max(
            chance.choice([int(low), int(high), chance.randint(int(low), int(high))]), parts
        )
        rest = amount - parts
        on = days(fact.date, chance)
        for place, day in enumerate(on):
            share = rest if place == len(on) - 1 else chance.randint(0, rest)
            rest -= share
            yield day, share
        whole = fact.part_of
        # all have figures
        while whole and known[whole[0]].figure.stage is Stage.PLEDGED:  # type: ignore[union-attr]
            whole = known[whole[0]].part_of
        if whole:
            came[whole[0]] = came.get(whole[0], 0) + amount


@examples(150, 18)
@given(invented.givings, st.randoms(use_true_random=False), st.lists(DATES, min_size=1, max_size=2))
def test_no_total_lies_whatever_was_really_given_and_when(
    book: Book, chance: random.Random, when: list[EdtfDate]
) -> None:
    asked = [TimeWindow(one.text, one.earliest, one.latest) for one in when]
    given = list(deliveries(book, chance))

    told = {total.group: (total.low, total.high) for total in aid_totals(book, Query(window=asked))}
    true = sum(amount for day, amount in given if any(lies(day, window) for window in asked))
    event(f"{'sure' if told and told[None][0] == told[None][1] else 'bounds'}")
    low, high = told.get(None, (0, 0))
    assert low <= true <= high

    for group, (least, most) in {
        total.group: (total.low, total.high) for total in aid_totals(book, Query(), "year")
    }.items():
        assert least <= sum(amount for day, amount in given if f"{day.year}" == group) <= most


def lies(day: dt.date, window: TimeWindow) -> bool:
    return (window.first is None or day >= window.first) and (
        window.last is None or day <= window.last
    )


# Bad stores

JUNK = st.one_of(
    st.none().map(lambda _: []),
    st.sampled_from(
        [
            "",
            "x",
            "1961",
            0,
            -1,
            10**30,
            True,
            "\x1b[31m\u202e",
            "a" * 300,
            {},
            [[]],
            [{}],
            {"en": 1},
            "김일성",
            "…;\n",
        ]
    ),
    st.decimals(allow_nan=True, allow_infinity=True, places=3),
    st.text(max_size=12).filter(lambda text: text.isprintable()),
    st.dates(),
    st.datetimes(),
    st.recursive(
        st.booleans() | st.integers(-(2**80), 2**80) | st.text("ab-", max_size=3),
        lambda made: (
            st.lists(made, max_size=3)
            | st.dictionaries(st.sampled_from(["en", "value", "who"]), made, max_size=3)
        ),
        max_leaves=6,
    ),
)
MISSPELT = st.sampled_from(
    [
        "knd",
        "dates",
        "cite ",
        "",
        "variant",
        "note",
        "fact",
        "unit",
        "k\x1b[1m",
        "x" * 500,
        "김",
        "from",
        "part_of",
        "en",
    ]
)


def places(raw: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in *raw* at which something stands."""
    children = (
        raw.items() if isinstance(raw, dict) else enumerate(raw) if isinstance(raw, list) else ()
    )
    return [path, *(place for key, child in children for place in places(child, (*path, key)))]


NUMBERS = st.sampled_from(
    [-1, 0, 1, 10**16 + 1, 10**4000, "5", *map(Decimal, ("nan", "-inf", "-0.5", "1e300", "1e-10"))]
)
UNSEEN = st.sampled_from(
    [
        "\x1b",
        "\x00",
        "\x7f",
        "\x85",
        "\u200b",
        "\u202e",
        "\u2028",
        "\ufeff",
        "\ue000",
        "\U000e0041",
        "\n",
        "\u0301",
    ]
)
MISTAKES = ("junk", "remove", "repeat", "rename", "misspell", "soil", "count", "refer", "circle")


def change(data: st.DataObject, raw: dict[str, Any]) -> None:
    """Do one thing to *raw* that somebody might do by mistake, or a machine."""
    mistake = data.draw(st.sampled_from(MISTAKES))
    kinds: Any = {"count": (int, Decimal), "misspell": str, "soil": str, "refer": str}.get(
        mistake, object
    )
    fit = [path for path in places(raw)[1:] if isinstance(at(raw, path), kinds)]
    if not fit:
        return
    path = data.draw(st.sampled_from(fit))
    holder, last = at(raw, path[:-1]), path[-1]
    match mistake:
        case "junk":
            holder[last] = data.draw(JUNK)
        case "remove":
            del holder[last]
        case "misspell" | "soil":
            place = data.draw(st.integers(0, len(holder[last])))
            letter = data.draw(
                UNSEEN if mistake == "soil" else st.sampled_from(["", "x", "0", "-", "é"])
            )
            holder[last] = (
                holder[last][:place] + letter + holder[last][place + (mistake == "misspell") :]
            )
        case "count":
            holder[last] = data.draw(NUMBERS)
        case "refer":
            holder[last] = data.draw(st.sampled_from(sorted(set(strings(raw)))))
        case "circle" if isinstance(raw.get("fact"), list):
            facts = [
                fact
                for fact in raw["fact"]
                if isinstance(fact, dict) and isinstance(fact.get("id"), str)
            ]
            for fact, other in zip(facts, facts[1:] + facts[:1], strict=True):
                fact["part_of"] = [other["id"]]
        case "repeat" if isinstance(holder, list):
            holder.append(holder[last])
        case _ if isinstance(holder, dict):
            holder[data.draw(MISSPELT)] = holder.pop(last)


def at(raw: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        raw = raw[key]
    return raw


@examples(150, 17)
@given(invented.books.map(invented.plain), st.data())
def test_a_store_with_mistakes_is_refused_with_all_of_them_or_read(
    raw: dict[str, Any], data: st.DataObject
) -> None:
    for _ in range(data.draw(st.integers(1, 3))):
        change(data, raw)

    book = read(invented.written(raw))

    if book:
        assert parser.read(invented.written(invented.plain(book)), "facts.toml") == book


@examples(100, 5)
@given(invented.books.map(invented.plain))
def test_the_line_of_everything_in_a_store_is_found(raw: dict[str, Any]) -> None:
    text = invented.written(raw).decode()
    lines, numbered = Lines(text), ["", *text.split("\n")]

    for path in places(raw)[1:]:
        key = next(part for part in reversed(path) if isinstance(part, str))
        if len(path) > 2 or path == ("schema",):
            assert lines.find(path)
            assert key in numbered[lines.find(path)] or isinstance(path[-1], int)


# Bytes that are changed at random


def mutated(data: bytes, chance: random.Random, times: int) -> bytes:
    """*data* after some accidents: bytes flipped, taken out, put in, put twice; lines
    in another order."""
    made = bytearray(data)
    for _ in range(times):
        at, length = chance.randrange(len(made) + 1), chance.choice([1, 1, 1, 2, 8, 40])
        what = chance.randrange(7)
        if what == 0 and at < len(made):
            made[at] ^= 1 << chance.randrange(8)
        elif what == 1:
            del made[at : at + length]
        elif what == 2:
            made[at:at] = chance.choice(
                [
                    b'"',
                    b"[",
                    b"]",
                    b"{",
                    b"}",
                    b"\n",
                    b"=",
                    b"#",
                    b"\\",
                    b"\x00",
                    b"\xff",
                    b"'''",
                    b'"""',
                    b"\x1b[2J",
                    b".",
                ]
            )
        elif what == 3:
            made[at:at] = chance.choice(
                [
                    b"\n[[fact]]\n",
                    b"\n[[fact.variant]]\n",
                    b"\n[unit.x]\n",
                    b"\nid = 1\n",
                    b"9" * 50,
                    b"\r\n",
                    b"= nan",
                    "김".encode(),
                ]
            )
        elif what == 4:
            made[at:at] = made[at : at + length]
        else:
            rows = made.split(b"\n")
            one, other = chance.randrange(len(rows)), chance.randrange(len(rows))
            rows[one], rows[other] = (
                (rows[other], rows[one]) if what == 5 else (rows[one], rows[one])
            )
            made = bytearray(b"\n").join(rows)
    return bytes(made)


@examples(8, 3)
@given(st.randoms(use_true_random=False), st.integers(1, 3))
def test_the_record_after_an_accident_is_a_book_or_is_refused(
    chance: random.Random, times: int
) -> None:
    read(mutated(STORE.read_bytes(), chance, times))


@examples(250, 22)
@given(st.randoms(use_true_random=False), st.integers(1, 6))
def test_a_small_store_after_accidents_is_a_book_or_is_refused(
    chance: random.Random, times: int
) -> None:
    data = mutated(SMALL.read_bytes(), chance, times)

    if read(data):
        problems = lint.examine(data, "facts.toml").problems
        assert all(problem.hint for problem in problem_texts(problems))


@examples(60, 4)
@given(st.binary(max_size=200) | st.text("[]{}='\"\\#.,\n a1-:", max_size=60).map(str.encode))
def test_any_bytes_at_all_are_a_book_or_are_refused(data: bytes) -> None:
    read(data)


# Dates

NEARLY = st.text("0123456789X~?%/.-s cCđ", max_size=14)
ALMOST = st.builds(
    lambda text, at, new: text[:at] + new + text[at + 1 :],
    DATES.map(lambda when: when.text),
    st.integers(0, 24),
    st.text("0123456789X~?%/.-sơ٣²\n ", max_size=2),
)


def remedied(error: DateError) -> None:
    for lang in get_args(Lang):
        assert all(what_and_hint(error.code, error.values, lang))


@examples(150, 4)
@given(NEARLY | ALMOST | st.text(max_size=20))
def test_a_text_is_a_date_or_is_refused_with_what_to_write(text: str) -> None:
    try:
        when = edtf.parse(text)
    except DateError as error:
        remedied(error)
        return
    assert when.text == text
    assert when.latest is None or when.earliest <= when.latest
    assert when.ends[0].earliest == when.earliest
    assert when.precision in ("day", "month", "season", "year", "decade")


@examples(150, 4)
@given(
    NEARLY
    | ALMOST
    | st.text(max_size=20)
    | st.builds(lambda one, other: f"{one}..{other}", NEARLY, NEARLY),
    DATES,
)
def test_a_text_is_a_window_or_is_refused_with_what_to_write(text: str, when: EdtfDate) -> None:
    try:
        window = time_reader.parse(text)
    except DateError as error:
        remedied(error)
        return
    assert not (window.first and window.last) or window.first <= window.last
    assert window.match(when) in (None, *Overlap)
