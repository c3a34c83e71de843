"""What `import vnkp` offers to Python users."""

from __future__ import annotations

import copy
import datetime as dt
import inspect
import pickle
import re
import typing
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any

import msgspec
import pytest

import vnkp
from tests.conftest import SMALL, STORE, TESTS
from vnkp import Book, Kind, Query, Rank, TimeWindow

OFFERED = {name: getattr(vnkp, name) for name in vnkp.__all__}
FUNCTIONS = {name: value for name, value in OFFERED.items() if inspect.isfunction(value)}
CLASSES = {name: value for name, value in OFFERED.items() if isinstance(value, type)}


# The names


def test_what_the_guide_promises_is_offered() -> None:
    assert set(FUNCTIONS) == {
        "aid_totals",
        "anniversaries_in",
        "ask",
        "load",
        "search_facts",
        "select",
    }
    assert set(CLASSES) >= {
        "Book",
        "Fact",
        "Figure",
        "Query",
        "Total",
        "Anniversary",
        "Kind",
        "Rank",
        "VnkpError",
    }


def test_every_name_of_the_guides_examples_is_offered() -> None:
    guides = [path.read_text(encoding="utf-8") for path in sorted(TESTS.parent.glob("README*.md"))]
    blocks = [
        block for guide in guides for block in re.findall(r"```python\n(.*?)```", guide, re.DOTALL)
    ]
    used = {name for block in blocks for name in re.findall(r"\bvnkp\.([A-Za-z_]+)", block)}

    assert used
    assert used <= set(vnkp.__all__)


def test_all_is_the_whole_of_what_is_offered() -> None:
    within: dict[str, Any] = {}
    exec("from vnkp import *", within)  # what a user's star import gives

    assert len(set(vnkp.__all__)) == len(vnkp.__all__)
    assert set(within) - {"__builtins__"} == set(vnkp.__all__)
    assert list(vnkp.__all__) == sorted(vnkp.__all__, key=lambda name: (name.islower(), name))


def test_there_is_a_version() -> None:
    assert re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", vnkp.__version__)


@pytest.mark.parametrize("name", OFFERED)
def test_everything_offered_is_documented(name: str) -> None:
    said = inspect.getdoc(OFFERED[name])

    assert said
    assert said.partition("\n")[0].endswith((".", ":"))


@pytest.mark.parametrize(
    "name", [name for name, value in CLASSES.items() if not issubclass(value, Exception | Enum)]
)
def test_the_public_methods_of_what_is_offered_are_documented(name: str) -> None:
    methods = {key: value for key, value in vars(CLASSES[name]).items() if not key.startswith("_")}
    plain = {
        key: value
        for key, value in methods.items()
        if inspect.isfunction(value) or isinstance(value, property)
    }

    assert [key for key, value in plain.items() if not value.__doc__] == []


@pytest.mark.parametrize("name", FUNCTIONS)
def test_everything_offered_is_typed(name: str) -> None:
    hints = typing.get_type_hints(FUNCTIONS[name])
    parameters = inspect.signature(FUNCTIONS[name]).parameters

    assert set(hints) == {*parameters, "return"}


def test_type_checkers_are_told_that_the_package_is_typed() -> None:
    assert (Path(vnkp.__file__).parent / "py.typed").read_text(encoding="utf-8") == ""


# Loading and asking


@pytest.mark.parametrize("path", [SMALL, str(SMALL)])
def test_a_store_is_loaded_by_its_path(path: Path | str) -> None:
    assert len(vnkp.load(path, cached=False).facts) == 8


def test_without_a_path_the_record_is_loaded(record: Book) -> None:
    assert vnkp.load() == record
    assert vnkp.load(STORE) == record


def test_asking_with_plain_words(record: Book) -> None:
    visits = vnkp.select(record, Query(kinds={"visit"}, window="1990s", sort="-date", limit=3))
    totals = vnkp.aid_totals(record, Query(window="2001", from_="VN"))
    found = vnkp.search_facts(record, "Kim Nhat Thanh", record.facts)
    due = vnkp.anniversaries_in(record.facts, 2022)

    assert {fact.kind for fact in visits} == {Kind.VISIT}
    assert [
        (total.key.of, total.low, total.high) for total in totals if total.key.of == "rice"
    ] == [("rice", 5_000, 10_700)]
    assert "1958-kim-il-sung-in-vietnam" in [fact.id for fact in found]
    assert 65 in [one.years for one in due]


@pytest.mark.parametrize(
    ("wrong", "kind", "message"),
    [
        (
            lambda book: vnkp.load("no such file.toml"),
            vnkp.FileError,
            "no such file.toml: no such file",
        ),
        (lambda book: vnkp.load(Path(__file__), cached=False), vnkp.StoreError, "test_api.py:"),
        (
            lambda book: Query(kinds={"vist"}),
            vnkp.UnknownName,
            'no kind "vist"; did you mean "visit"?',
        ),
        (lambda book: Query(window="soon"), vnkp.DateError, 'cannot read "soon" as a time'),
        (
            lambda book: vnkp.select(book, Query(person="nobody")),
            vnkp.UnknownName,
            'no person "nobody"',
        ),
        (
            lambda book: vnkp.aid_totals(book, Query(person="nobody")),
            vnkp.UnknownName,
            'no person "nobody"',
        ),
        (
            lambda book: vnkp.select(book, Query(place="nowhere")),
            vnkp.UnknownName,
            'no place "nowhere"',
        ),
        (
            lambda book: vnkp.select(book, Query(source="nothing")),
            vnkp.UnknownName,
            'no source "nothing"',
        ),
    ],
)
def test_what_goes_wrong_is_a_vnkp_error_that_says_what(
    book: Book, wrong: Callable[[Book], object], kind: type[vnkp.VnkpError], message: str
) -> None:
    with pytest.raises(vnkp.VnkpError) as told:
        wrong(book)

    assert type(told.value) is kind
    assert str(told.value).lower().startswith(message.lower())


# A Query is a value


def test_the_same_questions_are_equal_however_they_are_put() -> None:
    asked = [
        Query(kinds={"visit", "aid"}, window="1990s", rank="leader"),
        Query(kinds=["aid", "visit", "aid"], window=["1990s"], rank=Rank.LEADER),
        Query(
            kinds=(kind for kind in (Kind.AID, Kind.VISIT)),
            window=Query(window="1990s").windows,
            rank=Rank.LEADER,
        ),
        msgspec.structs.replace(
            Query(kinds="aid"), kinds=["visit", "aid"], window="1990s", rank="leader"
        ),
        copy.deepcopy(Query(kinds={"visit", "aid"}, window="1990s", rank="leader")),
        pickle.loads(pickle.dumps(Query(kinds={"visit", "aid"}, window="1990s", rank="leader"))),
    ]

    assert all(one == asked[0] for one in asked)
    assert len(set(asked)) == 1


def test_other_questions_are_not_equal() -> None:
    asked = [
        Query(),
        Query(kinds="visit"),
        Query(window="1990s"),
        Query(window=["1990s", "2001"]),
        Query(strict=True),
        Query(person="Kim"),
        Query(from_="VN"),
        Query(to="VN"),
        Query(limit=0),
        Query(lang="vi"),
    ]

    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize("field", Query.__struct_fields__)
def test_a_query_never_changes(field: str) -> None:
    query = Query()

    with pytest.raises(AttributeError):
        setattr(query, field, getattr(query, field))


def test_a_query_tells_what_it_asks_in_the_words_of_the_house() -> None:
    query = Query(kinds={"visit"}, rank="minister", window="6/1961")

    assert query.kinds == frozenset({Kind.VISIT})
    assert query.rank is Rank.MINISTER
    assert [(window.text, str(window.first), str(window.last)) for window in query.windows] == [
        ("6/1961", "1961-06-01", "1961-06-30")
    ]


def test_a_query_takes_names_only() -> None:
    with pytest.raises(TypeError):
        Query("1990s")  # type: ignore[call-arg]  # a mistake that people make
    with pytest.raises(TypeError):
        Query(kind="visit")  # type: ignore[call-arg]  # another


def test_asking_leaves_book_and_query_as_they_were(book: Book) -> None:
    query = Query(window="2001", kinds={"aid"}, sort="-value", limit=1)
    before = copy.deepcopy((book, query))
    vnkp.select(book, query)
    vnkp.aid_totals(book, query)

    assert (book, query) == before


def test_windows_can_be_made_of_days() -> None:
    window = TimeWindow("that summer", dt.date(1961, 6, 1), dt.date(1961, 8, 31))

    assert Query(window=window).when == "that summer"
