"""Slips of whoever writes a store: one clear line each, and never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import TESTS, Run
from vnkp import lint
from vnkp.errors import MAX_GATHERED, StoreError
from vnkp.i18n.errors import problem_texts
from vnkp.store import parser
from vnkp.text import strip_control_characters

ATTACKS = TESTS / "data" / "attack"
SMALL = (TESTS / "data" / "small.toml").read_text(encoding="utf-8")


def lines(store: str) -> list[str]:
    """What `vnkp check` says of *store*."""
    problems = lint.examine(store.encode(), "x.toml").problems
    return [text.in_file("x.toml") for text in problem_texts(problems)]


@pytest.mark.parametrize("command", ["check", "list", "search kim", "aid", "people"])
@pytest.mark.parametrize(
    "store", sorted(ATTACKS.glob("fact-in-*.toml")), ids=lambda path: path.stem
)
def test_a_fact_in_single_brackets_is_told(command: str, store: Path, run: Run) -> None:
    answer = run(*command.split(), "--data", str(store))

    assert answer.status == 3
    assert "fact is a table; write each fact under a [[fact]] of its own" in answer.err


@pytest.mark.parametrize(
    ("store", "line"),
    [
        (
            '[fact.variant]\ndate = "1958"\n',
            "x.toml:2: fact is a table; write each fact under a [[fact]] of its own",
        ),
        (
            '[[fact.variant]]\nnote.en = "a\\u200b"\n',
            "x.toml:2: fact is a table; write each fact under a [[fact]] of its own",
        ),
        (
            '[[person]]\nen = "a\\u200b"\n',
            "x.toml:3: person 1: en has an invisible character, U+200B; take it out",
        ),
        (
            '[[source]]\npart_of = ["a\\u200b"]\n',
            "x.toml:2: source is a list; write it as a table: [source.key]",
        ),
        (
            "fact = [[1], 2]\n",
            "x.toml:2: fact 1: this is a list; write each fact under a [[fact]] of its own",
        ),
    ],
)
def test_a_table_in_the_wrong_brackets_is_told(store: str, line: str) -> None:
    assert line in lines(f"schema = 1\n{store}")


def test_a_name_of_nothing_that_can_be_seen_is_empty(run: Run) -> None:
    store = ATTACKS / "blank-name.toml"
    told = 'blank-name.toml:55: person.kim-mun: en is empty; write en = "…"\n'

    assert run("search", "kim", "--data", str(store)) == (3, "", told)
    assert told in run("check", str(store)).err


# Default_Ignorable_Code_Point of Unicode, and symbols that are blank.
UNSEEN = [
    "\u00ad", "\u034f", "\u061c", "\u115f", "\u1160", "\u17b4", "\u180b", "\u200b", "\u200d",
    "\u2060", "\u2800", "\u3164", "\ufe00", "\ufe0f", "\ufeff", "\uffa0", "\ufff0",
    "\U0001bca0", "\U0001d159", "\U0001d173", "\U000e0001", "\U000e0100", "\U000e0fff",
]  # fmt: skip


@pytest.mark.parametrize("char", UNSEEN, ids=lambda char: f"{ord(char):04X}")
def test_what_nobody_sees_is_told_and_taken_out(char: str) -> None:
    title = "Kim Mun visits Vietnam"
    soiled = SMALL.replace(title, f"Kim {char}Mun visits Vietnam")
    blank = SMALL.replace(title, char)

    assert any(
        f"en has an invisible character, U+{ord(char):04X}" in line for line in lines(soiled)
    )
    assert title in {fact.en for fact in parser.read(soiled.encode(), "x.toml").facts}
    assert strip_control_characters(f"a{char}b") == "a\ufffdb"
    with pytest.raises(StoreError, match="en is empty"):
        parser.read(blank.encode(), "x.toml")


def test_a_letter_with_a_pile_of_marks_is_told_written_or_escaped() -> None:
    for marks in ("\u0323\u0301" * 16, r"\u0323\U00000301" * 16):
        told = lines(SMALL.replace("Kim Mun visits", f"Kim Mun{marks} visits"))
        assert "more than 30 marks are on one letter" in told[0]
    assert not lines(SMALL.replace("# Eight", f"# {'─' * 99} {'é' * 99} Eight"))


@pytest.mark.parametrize(
    ("within", "told"),
    [
        ({"a": "a"}, "place.a: it lies in itself"),
        ({"a": "b", "b": "c", "c": "a"}, "place.b: it lies in itself"),
        ({"a": "b", "b": "a", "outside": "a"}, "place.a: it lies in itself"),
        ({f"p{n}": f"p{n + 1}" for n in range(10)}, "place.p0: more than 8 places lie around it"),
    ],
)
def test_a_place_lies_in_a_few_larger_ones(within: dict[str, str], told: str) -> None:
    names = {*within, *within.values()}
    places = [
        f'[place.{name}]\nside = "VN"\nen = "{name}"\nvi = "{name}"\n'
        + (f'within = "{within[name]}"\n' if name in within else "")
        for name in sorted(names)
    ]

    messages = lines("schema = 1\n" + "".join(places))
    assert any(told in line for line in messages)
    assert not any("place.outside" in line and "around" in line for line in messages)


def test_a_fact_has_few_wholes_above_it_and_lists_of_some_length() -> None:
    head, _, _ = SMALL.partition("[[fact]]")
    facts = "".join(
        f'[[fact]]\nid = "2001-f-{n}"\nkind = "economy"\ndate = "2001"\nen = "a"\nvi = "b"\n'
        f'cite = [{{ source = "archive-1962" }}]\npart_of = {[f"2001-f-{m}" for m in wholes]}\n'
        for n, wholes in enumerate([[], *([0] for _ in range(30)), range(1, 31)])
    )
    crowd = ", ".join('{ who = "le-van-vi" }' for _ in range(1001))

    assert any("more than 24 facts are above it" in line for line in lines(head + facts))
    crowded = SMALL.replace("people  = [", f"people  = [{crowd}, ", 1)
    assert any("people has 1,0" in line and "at most 1,000" in line for line in lines(crowded))


@pytest.mark.parametrize(
    "slip",
    [
        'id = "195X-f-{}"',
        'id = "f-{}"',
        'id = "1961-f-{}"\npeople = [{{ who = "nobody" }}]',
        'id = "1961-f-{}"\nplaces = ["nowhere"]',
        'id = "1961-f-{}"\npart_of = ["1961-none"]',
        'id = "1961-f-{}"\nfigure = {{ value = 1, unit = "none", of = "none" }}',
        'id = "1961-f-{}"\nvariant = [{{ cite = [{{ source = "none" }}], date = "1962" }}]',
    ],
)
def test_more_problems_than_are_gathered_are_told_like_few(
    slip: str, run: Run, tmp_path: Path
) -> None:
    rest = 'kind = "diplomacy"\ndate = "1961"\nen = "E"\nvi = "V"\ncite = [{ source = "s" }]\n'
    source = '[source.s]\ntitle = "T"\npublisher = "P"\nlang = "en"\nkind = "press"\n'
    facts = [f"[[fact]]\n{slip.format(number)}\n{rest}" for number in range(MAX_GATHERED + 100)]
    store = tmp_path / "facts.toml"
    store.write_text("\n".join(["schema = 1", source, *facts]), "utf-8")

    answer = run("check", "--data", str(store))

    assert answer.status == 3
    assert 0 < answer.err.count("\n") < 200
