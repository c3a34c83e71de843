"""The catalogue of broken stores: what each of them is told, to the letter, and that
nothing worse happens.

``GOLDEN=write python -m pytest tests/store/test_broken.py`` writes the messages anew, and the page that shows them side by side.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import vnkp
from tests.conftest import SMALL, STORE, TESTS, Ran, Run
from vnkp.store import cleaning

BROKEN = TESTS / "broken"
REFUSED = sorted((BROKEN / "refused").glob("*.toml"))
WRONG = sorted((BROKEN / "wrong").glob("*.toml"))
DOUBTFUL = sorted((BROKEN / "doubtful").glob("*.toml"))
VIETNAMESE = BROKEN / "messages.vi.txt"
WRITE = os.environ.get("GOLDEN") == "write"
PAGE = """\
# Broken stores, and what vnkp says of them

One small file for each fault, and beside it the message. Side by side they should sound
alike: place, finding; remedy.
`GOLDEN=write python -m pytest tests/store/test_broken.py` writes the messages and this page anew.

## In bad form: every command says so, and answers nothing

```text
{refused}
```

## Well formed but wrong: `vnkp check` says so, the other commands answer

```text
{wrong}
```

## Allowed but doubtful: `vnkp check` advises, and exits with 0

```text
{doubtful}
```
"""


def reads_toml_1_1() -> bool:
    """Whether Python's own parser reads TOML 1.1, or there is none, so that nobody can
    tell 1.1 from 1.0."""
    if sys.version_info < (3, 11):
        return True
    import tomllib

    try:
        return bool(tomllib.loads("inline = {\n}\n"))
    except tomllib.TOMLDecodeError:
        return False


def expect(store: Path, told: Ran, status: int = 3) -> None:
    """*told* refuses *store* with the message that the catalogue has for it."""
    message = store.with_suffix(".txt")
    assert told.status == status
    assert not told.out or status == 0
    if WRITE:
        message.write_text(told.err, encoding="utf-8", newline="\n")
    assert told.err == message.read_text(encoding="utf-8")


@pytest.mark.parametrize("store", REFUSED, ids=lambda store: store.stem)
def test_a_store_in_bad_form_is_refused_by_every_command_and_check_says_more(
    store: Path, run: Run
) -> None:
    expect(store, run("check", str(store)))

    listed = run("list", "--data", str(store))

    assert (listed.status, listed.out) == (3, "")
    assert listed.err
    more = {line for line in listed.err.splitlines() if " more problem" not in line}
    assert more <= set(messages([store]))


@pytest.mark.parametrize("store", DOUBTFUL, ids=lambda store: store.stem)
def test_what_is_doubtful_draws_advice_that_counts_only_when_asked_to(
    store: Path, run: Run
) -> None:
    expect(store, run("check", str(store)), status=0)

    assert ": advice: " in messages([store])[0]
    assert run("check", "--strict", str(store)).status == 3
    assert run("list", "--data", str(store)).status == 0


@pytest.mark.parametrize("store", WRONG, ids=lambda store: store.stem)
def test_a_store_that_is_well_formed_but_wrong_still_answers_and_check_tells(
    store: Path, run: Run
) -> None:
    if store.stem.startswith("file-toml-1.1") and reads_toml_1_1():
        pytest.skip("no parser here that reads TOML 1.0 alone")

    listed = run("list", "--data", str(store))

    assert (listed.status, "1961" in listed.out or "2000" in listed.out) == (0, True)
    expect(store, run("check", str(store)))


def messages(stores: list[Path]) -> list[str]:
    return [
        line
        for store in stores
        for line in store.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    ]


def shortened(stores: list[Path]) -> str:
    """Their messages; of very many that are alike only the first two and the last."""
    told = [messages([store]) for store in stores]
    return "\n".join(
        "\n".join(lines if len(lines) < 20 else [*lines[:2], "…", lines[-1]]) for lines in told
    )


def test_the_page_of_messages_is_in_step() -> None:
    page = PAGE.format(
        refused=shortened(REFUSED), wrong=shortened(WRONG), doubtful=shortened(DOUBTFUL)
    )
    if WRITE:
        (BROKEN / "README.md").write_text(page, encoding="utf-8", newline="\n")

    assert (BROKEN / "README.md").read_text(encoding="utf-8") == page


def test_every_message_exists_in_vietnamese_with_the_same_places(run: Run) -> None:
    stores = [
        store
        for store in [*REFUSED, *WRONG, *DOUBTFUL]
        if not store.stem.startswith("file-toml-1.1")
    ]
    lines = {store: run("check", str(store), "--lang", "vi").err.splitlines() for store in stores}
    text = "".join(f"{line}\n" for store in stores for line in lines[store][:20])
    if WRITE:
        VIETNAMESE.write_text(text, encoding="utf-8", newline="\n")

    assert VIETNAMESE.read_text(encoding="utf-8") == text
    for store in stores:
        places = [
            sorted(line.split(": ")[0] for line in told)
            for told in (lines[store], messages([store]))
        ]
        assert places[0] == places[1]


def test_every_message_is_place_finding_and_remedy_and_can_be_printed() -> None:
    lines = messages([*REFUSED, *WRONG, *DOUBTFUL])

    assert [
        line
        for line in lines
        if not re.fullmatch(r"[\w.-]+\.toml(:[1-9][0-9]*)?: [^;]+; [^;]+", line)
    ] == []
    assert [line for line in lines if not line.isprintable() or "invalid" in line] == []


def test_a_message_names_the_line_on_which_the_value_stands_that_it_quotes() -> None:
    quotes = 0
    for store in REFUSED:
        for line in messages([store]):
            place, _, finding = line.partition(": ")
            problem = finding.partition("; ")[0]
            quoted = re.search(r'\b([a-z_]+) "([^"�…]+)"(?: is|, which)', problem)
            if quoted and quoted[1] != "key":
                rows = cleaning.decode(store.read_bytes(), store.name)[0].splitlines()
                assert quoted[2] in rows[int(place.rpartition(":")[2]) - 1], line
                quotes += 1
    assert quotes > 30


def test_at_most_fifty_problems_are_shown_and_the_rest_is_counted(run: Run) -> None:
    store = BROKEN / "refused" / "several-and-many-more.toml"
    lines = run("list", "--data", str(store)).err.splitlines()

    assert len(lines) == 51
    assert lines[-1] == "several-and-many-more.toml: and 2 more problems; mend these first"
    with pytest.raises(vnkp.StoreError) as refusal:
        vnkp.load(store)
    assert len(refusal.value.problems) == 52


def test_windows_line_ends_a_byte_order_mark_and_letters_in_pieces_do_not_keep_a_store_from_answering(
    tmp_path: Path, run: Run
) -> None:
    data = SMALL.read_bytes()
    pieces = unicodedata.normalize("NFD", data.decode()).encode()
    expected = run("search", "Đặng Thị Mẫu").out
    assert "2001-le-van-vi" in expected

    for other in (data.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + data, pieces):
        store = tmp_path / "facts.toml"
        store.write_bytes(other)
        assert run("search", "Đặng Thị Mẫu", data=store).out == expected


def test_windows_line_ends_are_no_fault(tmp_path: Path, run: Run) -> None:
    store = tmp_path / "facts.toml"
    store.write_bytes(STORE.read_bytes().replace(b"\n", b"\r\n"))

    assert run("check", str(store)).status == 0


# What cannot be kept as a small file is made here: its name, how to make it, and what
# is said of it.
UNREADABLE = "name a file that can be read (--data, --with, VNKP_DATA, VNKP_WITH)"
TOO_DEEP = "keys or brackets are nested too deeply; write each fact as a [[fact]] of its own"
MADE: list[tuple[str, Callable[[Path], object], list[str]]] = [
    ("missing", lambda place: None, [f"no such file or directory; {UNREADABLE}"]),
    ("folder", lambda place: place.mkdir(), ["this is a folder; name the TOML file in it"]),
    (
        "below-a-file",
        lambda place: place.symlink_to(STORE / "facts.toml"),
        [f"not a directory; {UNREADABLE}"],
    ),
    (
        "itself",
        lambda place: place.symlink_to(place),
        [f"too many levels of symbolic links; {UNREADABLE}"],
    ),
    (
        "device",
        lambda place: place.symlink_to("/dev/zero"),
        ["this is no ordinary file; name a TOML file"],
    ),
    ("brackets", lambda place: place.write_text("fact = " + "[" * 100_000), [TOO_DEEP]),
    ("braces", lambda place: place.write_text("fact = " + "{ fact = " * 100_000), [TOO_DEEP]),
    ("dots", lambda place: place.write_text("a." * 100_000 + "b = 1"), [TOO_DEEP]),
    ("headers", lambda place: place.write_text("[" + "a." * 100_000 + "b]"), [TOO_DEEP]),
    (
        "20-mb-of-letters",
        lambda place: place.write_text("a" * 20_000_000),
        ['there is no = after the key; write key = "…", or put # before a remark'],
    ),
    (
        "100-mb-of-nothing",
        lambda place: sparse(place, 100),
        ["there is a NUL byte, so this is no text; save the file as text in UTF-8"],
    ),
    (
        "300-mb",
        lambda place: sparse(place, 300),
        ["this is 300 MB, and vnkp reads up to 256 MB; name a smaller file"],
    ),
]


def sparse(place: Path, megabytes: int) -> None:
    with open(place, "wb") as file:
        file.truncate(megabytes * 2**20)


@pytest.mark.skipif(os.name == "nt", reason="these files are told of in other words")
@pytest.mark.parametrize(("name", "make", "said"), MADE, ids=[name for name, _, _ in MADE])
def test_a_file_that_is_no_store_is_refused(
    name: str, make: Callable[[Path], object], said: list[str], tmp_path: Path, run: Run
) -> None:
    store = tmp_path / name
    make(store)

    told = run("list", "--data", str(store / "store.toml" if name == "below-a-file" else store))

    assert (told.status, told.out) == (3, "")
    assert [re.sub(r"^(vnkp: )?[^ ]+: ", "", line) for line in told.err.splitlines()] == said


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """Without the rights of the superuser, if they are ours: those may read everything."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="rights work otherwise here")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    store = tmp_path / "secret.toml"
    store.write_text("schema = 1\n")
    store.chmod(0)

    with as_somebody_else(), pytest.raises(vnkp.FileError) as refusal:
        vnkp.load(store)

    assert refusal.value.status == 3
    assert str(refusal.value) == f"{store}: permission denied; {UNREADABLE}"


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
@pytest.mark.parametrize(
    "make",
    [lambda place: None, lambda place: place.write_text("schema = 2\n")],
    ids=["missing", "bad"],
)
def test_the_name_of_a_file_cannot_steer_the_terminal_either(
    make: Callable[[Path], object], tmp_path: Path, run: Run
) -> None:
    store = tmp_path / "a\x1b[31m\u202e\nvnkp: fine.toml"
    make(store)

    told = run("list", "--data", str(store))

    assert told.status == 3
    assert "a\ufffd[31m\ufffd\ufffdvnkp: fine.toml" in told.err
    assert told.err.count("\n") == 1


def test_a_problem_in_json_and_csv_has_nothing_that_steers_a_terminal_either(run: Run) -> None:
    store = BROKEN / "refused" / "key-with-an-escape.toml"

    for form in ("json", "csv", "tsv"):
        told = run("check", str(store), "--format", form)
        assert told.status == 3
        assert "k\ufffd[31m" in told.out
        assert "\x1b" not in told.out
        assert "u001b" not in told.out
