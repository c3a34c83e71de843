"""The rules of a store: parts and their wholes, as deep and as tangled as they come."""

from __future__ import annotations

import pytest

import vnkp
from tests.store.test_load import SOURCE
from vnkp.errors import MAX_GATHERED, Problem
from vnkp.store import parser

FACT = """
[[fact]]
id = "2001-{name}"
kind = "culture"
date = "2001"
en = "A"
vi = "B"
cite = [{{ source = "paper" }}]
part_of = [{wholes}]
"""


def problems(parts: dict[str, str]) -> list[Problem]:
    """The problems of a store of facts, each with the names of its wholes."""
    facts = [
        FACT.format(name=name, wholes=", ".join(f'"2001-{whole}"' for whole in wholes.split()))
        for name, wholes in parts.items()
    ]
    try:
        parser.read(("schema = 1\n" + SOURCE + "".join(facts)).encode(), "facts.toml")
    except vnkp.StoreError as error:
        return error.problems
    return []


@pytest.mark.parametrize(
    ("parts", "circle"),
    [
        ({"a": "", "b": "a", "c": "b a"}, set()),
        ({"a": "a"}, {"a"}),
        ({"p": "q", "q": "p"}, {"p", "q"}),
        ({"p": "q", "q": "p", "r": "p", "s": "r"}, {"p", "q"}),
        ({"top": "", "p": "q top", "q": "p"}, {"p", "q"}),
        ({"p": "q", "q": "r", "r": "p", "x": "y", "y": "x"}, {"p", "q", "r", "x", "y"}),
    ],
    ids=["none", "itself", "two", "what hangs below", "what stands above", "two circles"],
)
def test_only_the_facts_on_a_circle_are_parts_of_themselves(
    parts: dict[str, str], circle: set[str]
) -> None:
    found = problems(parts)
    assert {problem.where for problem in found} == {f"2001-{name}" for name in circle}
    assert {problem.code for problem in found} <= {"part_of_itself", "part_of_itself_through"}


@pytest.mark.parametrize("length", [9, 10, 3000])
def test_a_chain_of_parts_may_have_eight_wholes_above(length: int) -> None:
    chain = {f"f{number}": f"f{number - 1}" if number else "" for number in range(length)}
    found = problems(chain)
    levels = [str(number) for number in range(9, length)]
    assert [problem.values["level"] for problem in found] == levels[:MAX_GATHERED]


def test_a_whole_is_the_longest_way_up() -> None:
    chain = {f"f{number}": f"f{number - 1} f0" if number else "" for number in range(11)}
    assert [problem.where for problem in problems(chain)] == ["2001-f9", "2001-f10"]
