"""What the keeper of a record does in a week: one run of ``check`` tells it, one edit mends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SMALL, Run
from vnkp import lint

RICE = 'figure  = { value = 1_000, unit = "t", of = "rice" }'
CITE = '  { source = "archive-1962", at = "page 3" },\n'
PAPER = '  { source = "paper-2001-05-03", at = "paragraph 1" },\n'
MERGE = "<<<<<<< HEAD\n{0}=======\n{1}>>>>>>> branch\n"
TEXT = SMALL.read_text(encoding="utf-8")
LECTURE = TEXT[TEXT.index('[[fact]]\nid     = "2002-') : TEXT.index('[[fact]]\nid     = "2015-')]
HANOI = '[place.hanoi]\nside = "VN"\nen   = "Hanoi"\nvi   = "Hà Nội"\n'

# The change, and a word of what is told of it.
SLIPS = [
    ("value = 1_000,", "value = 1.000.000,", "write value = 1_000_000 if these are thousands"),
    ("value = 1_000,", "value = 01_000,", "with a nought in front"),
    ("value = 1_000,", "value = 1_000", "a comma is missing"),
    ("milestone = true", "milestone = True", "write milestone = true"),
    ("between   = true", "between   = yes", "write between = true"),
    ('kind    = "aid"', 'kind    == "aid"', "two ="),
    ('kind    = "aid"', 'kind    = "aids"', 'did you mean "aid"?'),
    ('kind    = "aid"', "kind    = aid", "not in quotes"),
    ('of = "rice" }', 'of = "rice", of = "rice" }', 'the key "of" is written twice'),
    ('who = "kim-mun"', 'who = "kim-moon"', 'did you mean "kim-mun"?'),
    ("[source.ministry-2015]", "[source.ministry-2016]", 'did you mean "ministry-2016"?'),
    (RICE, f"{RICE}\nfigure.low = 2", "written whole before"),
]
MERGES = [
    (RICE + "\n", MERGE.format(f"{RICE}\n", f"{RICE}\n"), "an unresolved merge begins here"),
    (CITE, MERGE.format(CITE, PAPER), "an unresolved merge begins here"),
    (CITE, CITE.replace(" },", " }") + PAPER, "a comma is missing"),
    (LECTURE, LECTURE + LECTURE, "is taken"),
    (HANOI, f"{HANOI}\n{HANOI}", "is written twice"),
    ('places = ["hanoi"]\n', 'places = ["hanoi"]\n' * 2, 'the key "places" is written twice'),
]
MOVES = [
    ('date   = "2015"', 'date   = "2014"', "advice: 2015-exports-to-the-dprk: the id begins"),
    ('date   = "2002-02~"', 'date   = "2001-01"', "move it up"),
    ('date    = "2001-05-02"', 'date    = "2004-05-02"', "is not within 1999/2003"),
]


@pytest.mark.parametrize(("old", "new", "words"), [*SLIPS, *MERGES, *MOVES])
def test_one_run_tells_it(old: str, new: str, words: str, tmp_path: Path, run: Run) -> None:
    store = tmp_path / "facts.toml"
    assert old in TEXT
    store.write_text(TEXT.replace(old, new), encoding="utf-8")

    lines = run("check", str(store)).err.splitlines()

    assert any(words in line for line in lines)
    problems = [line for line in lines if ": advice: " not in line]
    assert len(problems) <= TEXT.count(old) + 1


def test_a_sign_that_is_missing_or_doubled_is_told_in_its_list_or_on_its_line() -> None:
    start = TEXT.index('[[fact]]\nid        = "2001-le-van-vi-in-the-dprk"')
    first, end = TEXT.count("\n", 0, start) + 1, TEXT.index("[[fact]]", start + 1)
    for index in (index for index in range(start, end) if TEXT[index] in '[]{}"=,'):
        line = TEXT.count("\n", 0, index) + 1
        for sign in ("", 2 * TEXT[index]):
            store = TEXT[:index] + sign + TEXT[index + 1 :]
            told = lint.examine(store.encode(), "facts.toml").problems
            assert len(told) <= 2
            assert all(first <= problem.line <= line + 1 for problem in told), (line, sign, told)
