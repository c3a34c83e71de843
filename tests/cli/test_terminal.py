"""What people see: screens fit the terminal, nothing is cut, colours come when they
should, data never steers the terminal."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from wcwidth import wcswidth

from tests.conftest import SMALL, STORE, Run
from tests.screens import SGR, Screen, on_terminal, strange
from vnkp.cli import terminal
from vnkp.model.enums import Kind
from vnkp.model.fields import Lang
from vnkp.output.kind_looks import KIND_LOOKS
from vnkp.text import is_cjk

LONGEST = "1958-kim-il-sung-in-vietnam"
SCREENS: dict[str, tuple[str, ...]] = {
    "list": ("list",),
    "year": ("year", "1966", "2019"),
    "timeline": ("timeline",),
    "visits": ("visits", "--rank", "all"),
    "disputes": ("disputes",),
    "people": ("people",),
    "sources": ("sources",),
    "show": ("show", LONGEST),
    "person": ("people", "Kim Il Sung"),
}
SIZES: tuple[tuple[int, Lang], ...] = ((50, "vi"), (80, "en"), (120, "vi"))
WIDTHS = (20, 21, 29, 37, 59, 60, 61, 79, 99, 100, 300)  # beside SIZES


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the parsed store is kept from one test to the next."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _kept(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))


def runs_on(line: str) -> bool:
    """Whether *line* is an address or an id, which run on rather than break."""
    return (
        re.fullmatch(
            r"[\s│]*(?:(?:Address|Địa chỉ)\s+)?(?:https?://\S+|[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+)",
            line,
        )
        is not None
    )


def assert_fits(shown: str, width: int) -> None:
    lines = SGR.sub("", shown).split("\n")
    assert [line for line in lines if wcswidth(line) > width and not runs_on(line)] == []


def words_of(value: Any, lang: str) -> Iterator[str]:
    """Every word that a reader of a screen has to find there: titles, names, offices, ids."""
    if isinstance(value, list):
        for one in value:
            yield from words_of(one, lang)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key in ("title", "name") and isinstance(one, dict):
                yield from str(one[lang]).split()
            elif key in ("title", "id", "url") and one:
                yield from str(one).split()
            elif key in ("people", "office", "sources", "variants", "offices"):
                yield from words_of(one, lang)
            elif key in ("en", "vi") and key == lang:
                yield from str(one).split()


@pytest.mark.parametrize(("width", "lang"), SIZES)
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_of_the_record_fits_and_nothing_is_cut(
    name: str, width: int, lang: Lang, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    words = (*SCREENS[name], "--lang", lang)
    shown = run(*words, "--format", "table", "--ids", data=STORE).out
    assert_fits(shown, width)
    assert "…" not in re.sub(r"\S*https?://\S+", "", shown) or name in ("sources", "show", "person")
    answer = json.loads(run(*words, "--json", data=STORE).out)
    joined = re.sub(r"[\s│┬]", "", shown)
    assert [word for word in expected(name, answer, lang) if word not in joined] == []


def expected(name: str, answer: Any, lang: str) -> set[str]:
    """The words that the screen called *name* must hold; lists of facts name no people
    and no sources."""
    if name in ("list", "year", "timeline"):
        kept = ("title",) if name == "timeline" else ("title", "id")
        answer = [{key: fact[key] for key in kept} for fact in answer]
    if name == "visits":  # of the people it names those of the highest rank
        answer = [{"id": visit["id"]} for visit in answer]
    if name == "disputes":
        answer = [{key: fact[key] for key in ("id", "title")} for fact in answer]
    if name == "sources":
        answer = [{key: source[key] for key in ("id", "title", "publisher")} for source in answer]
    if name == "people":  # with short offices
        answer = [{key: person[key] for key in ("id", "name")} for person in answer]
    if name == "person":
        answer = [
            {**one, "offices": [{**office, "id": ""} for office in one["offices"]]}
            for one in answer
        ]
    if name == "show":
        for one in answer["people"]:
            one["id"] = one["office"]["id"] = ""
            one["offices"] = [{**office, "id": ""} for office in one["offices"]]
        answer["variants"] = [
            {"sources": [{"id": source["id"]} for source in one["sources"]]}
            for one in answer["variants"]
        ]
    # Words without blanks may be broken, beside other columns.
    return {word for word in words_of(answer, lang) if word.isascii() or not is_cjk(word[-1])}


@pytest.mark.parametrize(("width", "lang"), SIZES)
def test_every_title_of_the_list_is_shown_as_often_as_there_are_facts(
    width: int, lang: Lang, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    words = ("list", "--since", "2015", "--lang", lang)
    shown = Counter(run(*words, "--format", "table", data=STORE).out.split())
    wanted = Counter(
        word
        for fact in json.loads(run(*words, "--json", data=STORE).out)
        for word in fact["title"][lang].split()
    )
    assert wanted - shown == Counter()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", [*SCREENS, "trade", "aid"])
def test_screens_fit_terminals_of_every_width(
    name: str, width: int, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    words = (*SCREENS.get(name, (name,)), "--lang", "vi" if width % 2 else "en")
    assert_fits(run(*words, "--format", "table", data=STORE).out, width)


@pytest.mark.parametrize(
    ("width", "lang", "words"),
    [
        (50, "vi", ("list", "--in", "1966")),
        (80, "en", ("timeline", "--in", "1960s")),
        (120, "vi", ("show", LONGEST)),
        (300, "en", ("trade",)),
        (20, "en", ("visits", "--until", "1970")),
    ],
)
def test_on_a_real_terminal_no_line_runs_into_the_next(
    width: int, lang: Lang, words: tuple[str, ...]
) -> None:
    shown = on_terminal(*words, "--lang", lang, env={"VNKP_DATA": str(STORE)}, columns=width)
    assert shown.status == 0
    lines = SGR.sub("", shown.written).rstrip("\n").split("\n")
    if not any(wcswidth(line) > width for line in lines):
        assert Screen(shown.written, width).lines == [line.rstrip() for line in lines]
    assert_fits(shown.written, width)


def test_addresses_stand_whole_on_a_line_of_their_own_whatever_the_width() -> None:
    words = ("show", LONGEST, "--color", "always")
    shown = on_terminal(*words, env={"VNKP_DATA": str(STORE)}, columns=50)
    addresses = [line.strip() for line in SGR.sub("", shown.written).split("\n") if "://" in line]
    assert addresses
    assert all(re.fullmatch(r"https?://\S+", address) for address in addresses)


@pytest.mark.parametrize(
    ("env", "has_links"),
    [
        ({"TERM_PROGRAM": "WezTerm"}, True),
        ({"VTE_VERSION": "6003"}, True),
        ({"VTE_VERSION": "4800"}, False),
        ({"TERM_PROGRAM": "WezTerm", "TMUX": "/tmp/x"}, False),
        ({"TERM_PROGRAM": "WezTerm", "NO_COLOR": "1"}, False),
        ({}, False),
    ],
)
def test_a_title_is_a_link_on_a_terminal_that_is_known_to_show_links(
    env: dict[str, str], has_links: bool
) -> None:
    surroundings = {"TMUX": "", "TERM_PROGRAM": "", "VTE_VERSION": "", "WT_SESSION": "", **env}
    shown = on_terminal("show", LONGEST, env={"VNKP_DATA": str(STORE), **surroundings})
    assert ("\x1b]8;" in shown.written) is has_links
    assert ("https://vtcnews" in SGR.sub("", re.sub("\x1b]8;[^\x1b]*", "", shown.written))) is (
        not has_links
    )


# The pager


def test_what_is_longer_than_the_screen_is_paged(tmp_path: Path) -> None:
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\necho paged\ncat\n")
    pager.chmod(0o755)
    env = {"VNKP_DATA": str(STORE), "PAGER": str(pager)}
    assert "paged" in on_terminal("visits", env=env, lines=20).written
    assert "paged" not in on_terminal("visits", env=env, lines=200).written
    assert "paged" not in on_terminal("visits", "--no-pager", env=env, lines=20).written
    assert "paged" not in on_terminal("visits", "--json", env=env, lines=20).written


def test_without_the_pager_that_was_named_the_answer_is_printed() -> None:
    env = {"VNKP_DATA": str(STORE), "PAGER": "/nowhere/less"}
    shown = on_terminal("visits", env=env, lines=20)
    assert shown.status == 0
    assert "Hồ Chí Minh" in shown.written


def test_a_terminal_that_tells_no_size_is_eighty_wide() -> None:
    shown = on_terminal("visits", env={"VNKP_DATA": str(STORE)}, columns=0, lines=0)
    assert max(wcswidth(SGR.sub("", line)) for line in shown.written.split("\n")) == 80


@pytest.mark.parametrize(
    ("told", "width"),
    [
        ("100", 100),
        ("7", 20),
        ("400", 300),
        ("99999999999", 300),
        *((told, 80) for told in ("abc", "0", "-5", "", "8０", "1e2", " 50")),
    ],
)
def test_columns_are_taken_from_the_surroundings_if_they_make_sense(
    told: str, width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", told)
    assert terminal.width() == width


# Alignment


def test_what_follows_a_korean_name_stands_in_its_column(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = Screen(run("people", "--format", "table", data=STORE).out, 100)
    head = next(place for place, line in enumerate(screen.lines) if "Facts  Years" in line)
    edge = "".join(screen.cells(head)).index("Facts") + len("Facts") - 1
    names = [
        place
        for place, line in enumerate(screen.lines)
        if re.search(r"  +[0-9]+  [0-9]{4}(?:–[0-9]{4})?$", line)
    ]
    assert len(names) > 100
    assert any("\uac00" <= cell[:1] <= "\ud7a3" for place in names for cell in screen.cells(place))
    assert all(
        screen.cells(place)[edge].isdigit() and screen.cells(place)[edge + 1] == " "
        for place in names
    )


def test_a_store_in_decomposed_letters_looks_the_same(run: Run, tmp_path: Path) -> None:
    decomposed = tmp_path / "small.toml"
    decomposed.write_text(
        unicodedata.normalize("NFD", SMALL.read_text(encoding="utf-8")), encoding="utf-8"
    )
    for words in (("list",), ("people",), ("visits",), ("show", "2001-le"), ("timeline",)):
        assert (
            run(*words, "--format", "table", data=decomposed).out
            == run(*words, "--format", "table").out
        )


# Colours


@pytest.mark.parametrize(
    ("env", "choice", "coloured"),
    [
        ({}, "auto", False),
        ({}, "always", True),
        ({"FORCE_COLOR": "1"}, "auto", True),
        ({"FORCE_COLOR": "1"}, "never", False),
        ({"FORCE_COLOR": "0"}, "auto", False),
        ({"FORCE_COLOR": ""}, "auto", False),
        ({"CLICOLOR_FORCE": "1"}, "auto", True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, "auto", False),
        ({"NO_COLOR": "", "FORCE_COLOR": "1"}, "auto", True),
        ({"NO_COLOR": "1"}, "always", True),
        ({"TERM": "dumb"}, "always", True),
    ],
)
@pytest.mark.parametrize(
    "words", [("list", "--format", "table"), ("show", "2001-le"), ("timeline",)]
)
def test_colours_in_a_pipe(
    words: tuple[str, ...],
    env: dict[str, str],
    choice: str,
    coloured: bool,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    shown = run(*words, "--color", choice).out
    assert bool(SGR.search(shown)) is coloured
    assert SGR.sub("", shown) == run(*words, "--color", "never").out


@pytest.mark.parametrize("form", ["tsv", "csv", "json", "jsonl", "md"])
def test_formats_for_machines_have_no_colours(
    form: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in run("list", "--format", form, "--color", "always").out


@pytest.mark.parametrize(
    ("env", "coloured"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"TERM": "dumb"}, False),
    ],
)
def test_colours_on_a_terminal(env: dict[str, str], coloured: bool) -> None:
    shown = on_terminal("list", env={"VNKP_DATA": str(SMALL), **env})
    assert bool(SGR.search(shown.written)) is coloured
    assert not strange(shown.written)


def test_a_kind_is_never_told_by_its_colour_alone(run: Run) -> None:
    shown = run("list", "--format", "table", "--color", "never").out
    signs = [KIND_LOOKS[kind].sign for kind in (Kind.AID, Kind.TRADE, Kind.VISIT)]
    assert all(sign in shown for sign in (*signs, "◀"))
    assert all(kind in shown for kind in ("aid", "trade", "visit"))


# What steers a terminal never gets there from a store, an argument or a file's name

EVIL = "\\u001b[2J\\u001b]0;owned\\u0007\\u202e\\u200b\\u2066\\u009b31m\\u2028[bold]b[/x][link=http://e.org]l[/link]\\u0000"
TYPED = "\x1b[2J\x1b]0;owned\x07\u202e\u200b\u2066\x9b31m\u2028"


@pytest.fixture
def evil(tmp_path: Path) -> Path:
    """The small store, with all that is hostile in every text."""
    text = SMALL.read_text(encoding="utf-8").replace("A file of letters", "Letters")
    text = re.sub(
        r'^((?:en|vi|ko|title|publisher|note\.\w+)\s*= ".*)"$',
        lambda found: f'{found[1]}{EVIL}"',
        text,
        flags=re.M,
    )
    text = re.sub(r'(at = "[^"]*)"', lambda found: f'{found[1]}{EVIL}"', text)
    text = text.replace('aliases = ["Kim Moon"]', f'aliases = ["Kim Moon{EVIL}"]')
    # A title may be no longer than eighty letters.
    text = re.sub(r'^((?:en|vi)\s*= ")[^"\\]{12,}', r"\1Words", text, flags=re.M)
    path = tmp_path / "evil.toml"
    path.write_text(text, encoding="utf-8")
    return path


COMMANDS: tuple[tuple[str, ...], ...] = (
    ("list",),
    ("year", "2001"),
    ("search", "kim"),
    ("show", "2001-le"),
    ("visits",),
    ("aid", "--explain"),
    ("trade",),
    ("timeline",),
    ("people",),
    ("people", "Kim Moon"),
    ("sources",),
    ("sources", "paper-2001-05-03"),
    ("disputes",),
    ("anniversaries", "2021"),
    ("today", "--date", "05-02"),
    ("cite", "2001-le"),
)


@pytest.mark.parametrize("words", COMMANDS)
def test_a_store_cannot_steer_the_terminal(words: tuple[str, ...], evil: Path, run: Run) -> None:
    for form in ("table", "tsv", "csv", "json", "jsonl", "md"):
        for colour in ("always", "never") if form == "table" else ("never",):
            done = run(*words, "--format", form, "--color", colour, data=evil)
            assert (done.status, strange(done.out.replace("\r\n", "\n")), strange(done.err)) == (
                0,
                set(),
                set(),
            )
            assert "[bold]b[/x]" in done.out.replace("\\", "").replace("\n", "") or words[0] in (
                "trade",
                "aid",
            )


def test_markup_in_a_store_is_text(evil: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    shown = run("list", "--format", "table", "--color", "always", data=evil).out
    assert "[bold]b[/x][link=http://e.org]l[/link]" in shown
    assert "\x1b]8" not in shown


def test_a_picture_of_a_hostile_store_is_clean(evil: Path, run: Run, tmp_path: Path) -> None:
    assert run("timeline", "--svg", str(tmp_path / "t.svg"), data=evil).status == 0
    assert not strange((tmp_path / "t.svg").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "words",
    [
        ("list", "--kind", TYPED),
        ("list", "--person", TYPED),
        ("list", "--place", TYPED),
        ("list", "--source", TYPED),
        ("list", "--in", TYPED),
        ("list", "--since", TYPED),
        ("list", "--sort", TYPED),
        ("list", "--from", TYPED),
        ("list", "--format", TYPED),
        ("list", "--lang", TYPED),
        ("list", "--color", TYPED),
        ("list", "--limit", TYPED),
        ("list", f"--{TYPED}"),
        ("list", TYPED),
        ("list", "--data", f"{TYPED}.toml"),
        ("list", "-o", f"nowhere/{TYPED}"),
        ("list", "--svg", f"nowhere/{TYPED}"),
        ("search", TYPED),
        ("search", f"gao{TYPED}", "--format", "table"),
        ("search", f"gao {TYPED}", "--format", "table", "--color", "always"),
        ("show", TYPED),
        ("people", TYPED),
        ("sources", TYPED),
        ("cite", TYPED),
        ("year", TYPED),
        ("aid", "--by", TYPED),
        ("visits", "--rank", TYPED),
        ("anniversaries", TYPED),
        ("today", "--date", TYPED),
        ("check", f"{TYPED}.toml"),
        ("schema", "-o", f"nowhere/{TYPED}"),
        (TYPED,),
        (f"--{TYPED}",),
    ],
)
def test_what_somebody_typed_cannot_steer_the_terminal(words: tuple[str, ...], run: Run) -> None:
    done = run(*words)
    assert done.status in (0, 1, 2, 3)
    assert (strange(done.out), strange(done.err)) == (set(), set())
    assert "Traceback" not in done.err


@pytest.mark.parametrize("words", [("list",), ("check",), ("check", "--json")])
def test_a_bad_store_with_a_hostile_name_and_hostile_faults_is_told_harmlessly(
    words: tuple[str, ...], run: Run, tmp_path: Path
) -> None:
    path = tmp_path / f"a{TYPED}b.toml"
    path.write_text(
        SMALL.read_text(encoding="utf-8").replace('kind   = "visit"', f'kind   = "vi{EVIL}sit"'),
        encoding="utf-8",
    )
    done = run(*words, data=path)
    assert done.status == 3
    assert done.err or done.out
    assert (strange(done.out), strange(done.err)) == (set(), set())
