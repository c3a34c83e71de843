"""Cost in proportion: twice the store takes about twice the steps, whoever wrote it and why.

Steps are the lines that vnkp itself carries out, a line once for each turn of its loop, and the
ends of its calls, so that no clock is needed and no busy machine makes a test fail.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import vnkp
from tests.conftest import Run
from vnkp.query import names, romanization

SOURCES = os.path.dirname(vnkp.__file__)
HEAD = """schema = 1
[unit.t]
en = "t"
vi = "t"
[item.rice]
en = "rice"
vi = "gạo"
[place.p]
side = "VN"
en = "P"
vi = "P"
[office.o]
side = "VN"
rank = "leader"
en = "O"
vi = "O"
[person.x]
side = "KP"
en = "Kim Il Sung"
vi = "Kim Nhật Thành"
[source.s]
title = "T"
publisher = "P"
lang = "en"
kind = "press"
"""
FIGURE = 'figure = { value = 1, unit = "t", of = "rice" }\n'


def fact(
    name: object, more: str = "", *, kind: str = "aid", date: str = "2000", **words: str
) -> str:
    en, cite = words.get("en", "E"), words.get("cite", '{ source = "s" }')
    return (
        f'[[fact]]\nid = "{date[:4]}-f-{name}"\nkind = "{kind}"\ndate = "{date}"\nfrom = "VN"\n'
        f'to = "KP"\nen = "{en}"\nvi = "V"\ncite = [{cite}]\n{more}'
    )


def facts(number: int, more: Callable[[int], str] = lambda _: FIGURE, **words: str) -> str:
    return HEAD + "".join(fact(index, more(index), **words) for index in range(number))


def person(number: object, names: str = 'en = "A"\nvi = "A"', side: str = "KP") -> str:
    return f'[person.k{number}]\nside = "{side}"\n{names}\n'


def note(text: str) -> str:
    return HEAD + fact(0, f'note.en = "{text}"\nnote.vi = "V"\n')


def part_of(wholes: Iterable[int]) -> str:
    return f"part_of = [{', '.join(f'{chr(34)}2000-f-{whole}{chr(34)}' for whole in wholes)}]\n"


def crowd(number: int) -> str:
    people = ", ".join(f'{{ who = "k{index}", as = "o" }}' for index in range(number))
    everybody = "".join(person(index) for index in range(number))
    return HEAD + everybody + fact(0, f"people = [{people}]\n", kind="visit")


# How large, and a store of that size; and the commands that look at it, if not all do.
STORES: dict[str, tuple[Any, ...]] = {
    "an alias of many words": (
        400,
        lambda n: HEAD + person(0, f'en = "A"\nvi = "A"\naliases = ["{"kim " * n}"]') + fact(0),
    ),
    "an alias of different words": (
        400,
        lambda n: HEAD
        + person(0, f'en = "A"\nvi = "A"\naliases = ["{" ".join(f"a{i}" for i in range(n))}"]')
        + fact(0),
    ),
    "a name of many syllables": (
        400,
        lambda n: HEAD + person(0, f'en = "A"\nvi = "A"\nko = "{"리녀" * n}"') + fact(0),
    ),
    "a name of open brackets": (
        4000,
        lambda n: HEAD + person(0, f'en = "A{"(" * n}"\nvi = "A"') + fact(0),
    ),
    "a word of many letters": (
        4000,
        lambda n: HEAD + person(0, f'en = "{"ri" * n}"\nvi = "A"') + fact(0),
    ),
    "people of one name": (
        100,
        lambda n: HEAD + "".join(person(i, 'en = "Kim Mun"\nvi = "Kim Văn"') for i in range(n)),
    ),
    "dangling wholes": (80, lambda n: facts(n, lambda i: f'part_of = ["1999-nobody-{i}"]\n')),
    "dangling people": (
        80,
        lambda n: HEAD
        + "".join(person(i) for i in range(n))
        + "".join(fact(i, f'people = [{{ who = "z{i}" }}]\n') for i in range(n)),
    ),
    "dangling names that are no keys": (
        80,
        lambda n: facts(n, lambda i: f'people = [{{ who = "Nguyễn {i}" }}]\n'),
        "check",
    ),
    "names within what is no TOML": (
        80,
        lambda n: facts(n, lambda i: f'people = [{{ who = "z{i}" }}]\n') + "[[fact]\n",
        "check",
    ),
    "rests of merges": (200, lambda n: HEAD + "=======\n" * n, "check"),
    "merges": (200, lambda n: HEAD + "<<<<<<< a\n=======\n>>>>>>> b\n" * n, "check"),
    "facts that look alike": (120, facts),
    "visits that look alike": (
        120,
        lambda n: facts(n, lambda _: 'people = [{ who = "x" }]\n', kind="visit"),
    ),
    "nearly the same figures": (
        120,
        lambda n: facts(
            n, lambda i: f'figure = {{ value = {10000 + i}, unit = "t", of = "rice" }}\n'
        ),
    ),
    "a crowd of others": (150, crowd),
    "a crowd too large": (1050, crowd, "check", "list"),
    "one person over and over": (
        200,
        lambda n: HEAD + fact(0, "people = [{}]\n".format(", ".join(['{ who = "x" }'] * n))),
    ),
    "many cites": (200, lambda n: HEAD + fact(0, cite=", ".join(['{ source = "s" }'] * n))),
    "many variants": (
        200,
        lambda n: HEAD
        + fact(0)
        + '[[fact.variant]]\ncite = [{ source = "s" }]\nnote.en = "n"\nnote.vi = "v"\n' * n,
    ),
    "piles of marks": (2000, lambda n: note("a" + "\u0323\u0301" * n)),
    "piles of marks as escapes": (2000, lambda n: note("a" + r"\u0323\u0301" * n)),
    "unseen characters": (2000, lambda n: note("a\u200b" * n)),
    "texts with an unseen character": (80, lambda n: facts(n, lambda _: "", en="E\u200b")),
    "digits": (2000, lambda n: facts(2, lambda _: FIGURE.replace("1,", f"{'9' * n},"))),
    "a number of thousands": (1000, lambda n: note("1,000," * n)),
    "a comment of quotation marks": (
        4000,
        lambda n: HEAD + "# " + '\\"' * n + "\n" + fact(0, "bad = 1\n"),
    ),
    "a comment of quotation marks before a slip": (
        4000,
        lambda n: "schema = 1 # " + '\\"' * n + "\nx =\n",
    ),
    "a text of quotation marks": (
        4000,
        lambda n: HEAD + fact(0, 'note.en = "' + '\\"' * n + '"\nnote.vi = "b"\nbad = 1\n'),
    ),
    "brackets that stay open": (500, lambda n: "schema = 1\n" + "x = [\n" * n),
    "tables in tables beside a long text": (
        400,
        lambda n: HEAD + "[x]\ny = " + "{ a = " * n + "1" + " }" * n + "\n" + fact(0, en="x" * n),
    ),
    "lists in lists": (400, lambda n: HEAD + "x = " + "[" * n + "]" * n + "\n"),
    "a key of many dots": (400, lambda n: "schema = 1\n" + "a." * n + "b = 1\n"),
    "numbers for facts": (1_200, lambda n: f"schema = 1\nfact = [{'1,' * n}]\n"),
    "tables nobody knows": (150, lambda n: "schema = 1\n" + "".join(f"[z{i}]\n" for i in range(n))),
    "keys nobody knows": (80, lambda n: facts(n, lambda i: f"k{i} = 1\n")),
    "dates nobody can read": (80, lambda n: facts(n, lambda _: "", date="195XX")),
    "a chain of parts": (80, lambda n: facts(n, lambda i: part_of([i - 1] if i else []) + FIGURE)),
    "a chain of more parts than problems are gathered": (
        1700,
        lambda n: facts(n, lambda i: part_of([i - 1] if i else []) + FIGURE),
        "check",
    ),
    "eight levels of parts": (
        80,
        lambda n: facts(n, lambda i: part_of([i - 1] if i % 8 else []) + FIGURE),
    ),
    "one whole of many parts": (
        200,
        lambda n: facts(
            n, lambda i: part_of([0]) + FIGURE if i else FIGURE.replace("1", "1_000_000")
        ),
    ),
    "wholes and parts in a mesh": (
        90,
        lambda n: facts(n, lambda i: part_of(range(max(i // 30 - 1, 0) * 30, i // 30 * 30))),
    ),
    "a circle of parts": (80, lambda n: facts(n, lambda i: part_of([(i + 1) % n]))),
    "places in a circle": (
        100,
        lambda n: HEAD
        + "".join(
            f'[place.q{i}]\nside = "VN"\nen = "Q"\nvi = "Q"\nwithin = "q{(i + 1) % n}"\n'
            for i in range(n)
        ),
    ),
    "facts of all years": (15, lambda n: facts(n, date="0001/9999")),
    "facts of the first and the last year": (
        60,
        lambda n: HEAD + "".join(fact(i, FIGURE, date=("0001", "9999")[i % 2]) for i in range(n)),
    ),
}  # fmt: skip
COMMANDS = (
    "check",
    "list",
    "list --by person",
    "aid --by year",
    "people kim il sung",
    "search kim",
)


def steps(command: str, store: str, run: Run, path: Path) -> tuple[int, int]:
    """How many steps vnkp takes for *command*, and the exit status."""
    path.write_text(store, encoding="utf-8")
    for cached in (names._JoinedWords.of, romanization.name_sounds, romanization.surname_sounds):
        cached.cache_clear()
    number = 0

    def count(_: FrameType, __: str, ___: Any) -> Any:
        nonlocal number
        number += 1
        return count

    def enter(frame: FrameType, _: str, __: Any) -> Any:
        return count if frame.f_code.co_filename.startswith(SOURCES) else None

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        answer = run(*command.split(), "--data", str(path), "--no-cache")
    finally:
        sys.settrace(before)
    assert answer.status in (0, 1, 2, 3)
    assert "Traceback" not in answer.err
    assert len(answer.err.splitlines()) <= 110
    return number, answer.status


@pytest.mark.parametrize("name", STORES)
def test_twice_the_store_takes_about_twice_the_steps(name: str, run: Run, tmp_path: Path) -> None:
    number, store, *commands = STORES[name]
    path = tmp_path / "x.toml"
    for command in commands or COMMANDS:
        run(*command.split())  # what is imported once is not counted
        once, _ = steps(command, store(number), run, path)
        twice, status = steps(command, store(2 * number), run, path)

        assert twice <= 2.5 * once + 1_000, f"vnkp {command}: {once}, then {twice} steps"
        if command == "list" and status == 3:
            break  # every other command refuses the store alike


def test_a_copy_beside_its_store_takes_steps_in_proportion(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy.toml"
    run("list")  # what is imported once is not counted
    counts = []
    for number in (100, 200):
        copy.write_text(facts(number), encoding="utf-8")
        count, _ = steps(f"list --with {copy}", facts(number), run, tmp_path / "x.toml")
        counts.append(count)

    assert counts[1] <= 2.5 * counts[0] + 1_000
