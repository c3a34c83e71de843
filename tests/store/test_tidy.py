"""What ``vnkp check --fix`` mends: what needs no judgement, and no other byte."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tests.conftest import SMALL, STORE, Run
from vnkp.store.tidy import tidied as tidy

RECORD = STORE.read_bytes()
TIDY = tidy(SMALL.read_bytes())


def test_the_record_is_its_own_fixed_point() -> None:
    assert tidy(RECORD) == RECORD


def test_a_tidy_store_stays_as_it_is() -> None:
    assert tidy(TIDY) == TIDY


def moved(data: bytes) -> bytes:
    """*data* with its last source after the facts, and its first fact last."""
    text = data.decode()
    start = text.index("[source.paper")
    end = text.index("\n\n", start)
    source = text[start:end]
    text = text[:start] + text[end + 2 :]
    first, second = text.index("[[fact]]"), text.index("[[fact]]", text.index("[[fact]]") + 1)
    return (text[:first] + text[second:] + "\n" + text[first:second] + source + "\n").encode()


SLIPS = {
    "entries out of order": moved,
    "line ends of Windows": lambda data: data.replace(b"\n", b"\r\n"),
    "a byte order mark": lambda data: b"\xef\xbb\xbf" + data,
    "letters in pieces": lambda data: unicodedata.normalize("NFD", data.decode()).encode(),
    "no thousands set apart": lambda data: data.replace(b"1_500_000", b"1500000"),
    "thousands set apart in part": lambda data: data.replace(b"1_500_000", b"15_00_000"),
    "keys out of line": lambda data: data.replace(b"kind    =", b"kind ="),
    "no empty line between facts": lambda data: data.replace(b"]\n\n[[fact]]", b"]\n[[fact]]"),
    "no line end at the end": lambda data: data.rstrip(b"\n"),
}


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_mended_to_the_byte(slip) -> None:  # type: ignore[no-untyped-def]
    assert slip(TIDY) != TIDY
    assert tidy(slip(TIDY)) == TIDY


def test_thousands_are_set_apart_before_decimals_and_in_nothing_else() -> None:
    for written, mended in (("1234567.25", "1_234_567.25"), ("1_0.5", "10.5"), ("1e4", "1e4")):
        slip = TIDY.replace(b"1_500_000", written.encode())
        assert tidy(slip) == TIDY.replace(b"1_500_000", mended.encode())


def test_comments_stay_before_between_and_after_the_entries() -> None:
    text = TIDY.decode().rstrip()
    entry = "[source.archive-1962]"
    assert entry in text
    comments = ("# a heading\n\n# of this\n", "# the last\n\n# the very last\n")
    commented = text.replace(entry, comments[0] + entry) + f"\n\n{comments[1]}"

    assert tidy(commented.encode()).decode() == commented
    mended = tidy(moved(commented.replace(comments[1], "").encode()) + comments[1].encode())
    assert sorted(mended.decode().split()) == sorted(commented.split())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"schema = 1\n[[fact]]\nid = ",
        b"schema = 1\n[[fact]]\nen = 1\n",
        b'schema = 1\n[fact]\ndate = "1961"\n',
        b"schema = 1\n[[fact]]\nfigure = { value = 1e9999999999999999999 }\n",
    ],
)
def test_what_cannot_be_read_is_left_alone(data: bytes) -> None:
    assert tidy(data) == data


def test_the_changes_are_shown_and_made_only_when_told_to(tmp_path: Path, run: Run) -> None:
    store = tmp_path / "facts.toml"
    slip = TIDY.replace(b"1_500_000", b"1500000")
    store.write_bytes(slip)

    refused = run("check", "--fix", "--write", "--json", str(store))
    assert (refused.status, "shows a diff" in refused.err) == (2, True)
    shown = run("check", "--fix", str(store))

    assert "+figure = { value = 1_500_000" in shown.out
    assert store.read_bytes() == slip
    assert run("check", "--fix", "--write", str(store)).status == 0
    assert store.read_bytes() == TIDY
    assert "@@" not in run("check", "--fix", str(store)).out
    assert run("check", "--write", str(store)).status == 2
