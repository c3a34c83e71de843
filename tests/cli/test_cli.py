"""The command line: exit statuses, help, what is said of mistakes, where answers go,
and that it never asks nor phones."""

from __future__ import annotations

import json
import re
import socket
import sys
from pathlib import Path
from typing import NoReturn

import pytest

import vnkp
from tests.conftest import SMALL, STORE, Ran, Run
from vnkp.cli import app

SUFFIXES = {
    "tsv": "id\tkind",
    "csv": "id,kind",
    "json": '[{"id"',
    "jsonl": '{"id"',
    "md": "\n| Date |",
}

# For every command: words that find something, that find nothing (where there can be
# nothing), and a mistake.
FOUND: dict[str, tuple[str, ...]] = {
    "year": ("2001",),
    "list": (),
    "show": ("2001-le",),
    "search": ("gạo",),
    "visits": (),
    "aid": (),
    "trade": (),
    "timeline": (),
    "anniversaries": ("2021",),
    "today": ("--date", "05-02"),
    "people": (),
    "sources": (),
    "disputes": (),
    "cite": ("2001-le",),
    "brief": (),
    "latest": (),
    "new": ("visit", "kim mun"),
    "check": (),
    "schema": (),
}
NOTHING: dict[str, tuple[str, ...]] = {
    "year": ("1975",),
    "list": ("--in", "1975"),
    "search": ("nowhere",),
    "visits": ("--in", "1975"),
    "aid": ("--in", "1975"),
    "trade": ("--in", "1975"),
    "timeline": ("--in", "1975"),
    "anniversaries": ("1800",),
    "today": ("--date", "12-25", "--kind", "aid"),
    "disputes": ("--kind", "education"),
    "latest": ("--in", "1975"),
}
MISTAKEN: dict[str, tuple[str, ...]] = {
    "year": ("19x",),
    "show": ("nothing",),
    "anniversaries": ("--every", "0"),
    "today": ("--date", "13-45"),
    "people": ("nobody",),
    "sources": ("nothing",),
    "cite": ("nothing",),
    "new": ("vist",),
    **dict.fromkeys(
        (
            "list",
            "search",
            "visits",
            "aid",
            "trade",
            "timeline",
            "disputes",
            "latest",
            "brief",
            "check",
            "schema",
        ),
        ("--nonsense",),
    ),
}


def test_every_command_is_tried() -> None:
    assert set(FOUND) == set(MISTAKEN) == set(app.COMMANDS)
    assert set(NOTHING) == set(app.COMMANDS) - {
        "show",
        "people",
        "sources",
        "cite",
        "brief",
        "new",
        "check",
        "schema",
    }


@pytest.mark.parametrize("name", FOUND)
def test_0_when_something_was_found(name: str, run: Run) -> None:
    done = run(name, *FOUND[name])
    assert done.status == 0
    assert done.out


@pytest.mark.parametrize("name", NOTHING)
def test_1_when_nothing_was(name: str, run: Run) -> None:
    done = run(name, *NOTHING[name])
    assert done.status == 1
    assert done.out.count("\n") <= 1  # a table is its header
    assert json.loads(run(name, *NOTHING[name], "--json").out) == (
        {"window": "1975", "totals": [], "without_figure": []} if name == "aid" else []
    )


@pytest.mark.parametrize("name", MISTAKEN)
def test_2_when_the_words_are_wrong(name: str, run: Run) -> None:
    done = run(name, *MISTAKEN[name])
    assert (done.status, done.out) == (2, "")
    assert done.err


@pytest.mark.parametrize("name", [name for name in FOUND if name != "schema"])
def test_3_when_the_store_cannot_be_read(name: str, run: Run, tmp_path: Path) -> None:
    done = run(name, *FOUND[name], "--data", str(tmp_path / "none.toml"))
    assert (done.status, done.out) == (3, "")
    assert done.err.startswith(f"vnkp: {tmp_path / 'none.toml'}: no such file or directory; ")


@pytest.mark.parametrize("name", [name for name in FOUND if name != "schema"])
def test_3_when_the_store_is_bad(name: str, run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text("schema = 1\n[[fact]]\n", encoding="utf-8")
    done = run(name, *FOUND[name], "--data", str(bad))
    assert (done.status, done.out) == (3, "")
    assert all(line.startswith("bad.toml:2: ") for line in done.err.splitlines())


# Help


@pytest.mark.parametrize("name", app.COMMANDS)
def test_every_command_has_help_with_an_example_that_works(name: str, run: Run) -> None:
    done = run(name, "--help")
    assert run(name, "-h") == done
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(f"Usage: vnkp {name} ")
    example = next(
        line.partition("Example: ")[2] for line in done.out.splitlines() if "Example: " in line
    )
    assert example.split()[:2] == ["vnkp", name]
    if name not in ("check", "schema"):  # they name a file of the reader's own
        assert run(*example.split()[1:], data=STORE).status in (0, 1)


def test_help_lists_every_command_and_cuts_none_of_the_summaries(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for width in ("50", "80", "200"):
        monkeypatch.setenv("COLUMNS", width)
        done = run("--help")
        assert done.status == 0
        listed = done.out
        assert all(f"\n  {name} " in listed for name in app.COMMANDS)
        assert "..." not in listed
    assert "Exit status: 0 found, 1 nothing found" in " ".join(done.out.split())


def test_alone_it_shows_its_help_and_ends_as_after_a_mistake(run: Run) -> None:
    done = run()
    assert done.status == 2
    assert "vnkp rice 2012" in done.out


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version") == Ran(0, f"vnkp {vnkp.__version__}\n", "")
    assert run("--lang", "vi", "--version", "--json") == run("--version")


# Mistakes


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("list", "--place", "Bac", "Giang"),
            'put quotation marks round several words: --place "Bac Giang"',
        ),
    ],
)
def test_who_writes_what_seems_natural_is_told_how_it_is_written(
    words: tuple[str, ...], said: str, run: Run
) -> None:
    told = run(*words)
    assert (told.status, told.out) == (2, "")
    assert told.err.splitlines()[-1].endswith(said)


@pytest.mark.parametrize(
    ("words", "same"),
    [
        (("year", "1990s", "--in", "2001"), None),
        (("year", "2000s", "--in", "2001"), ("year", "2001")),
        (("year", "2000s", "--in", "2001", "--until", "2001-04"), ("year", "2001-01..2001-04")),
        (("year", "1961", "2001", "--since", "1970"), ("year", "2001")),
        (("year", "1961", "2001", "2002", "--in", "2001.."), ("year", "2001", "2002")),
        (("year", "1961", "1962", "--since", "1970"), None),
    ],
)
def test_a_time_in_an_option_holds_beside_those_in_words(
    words: tuple[str, ...], same: tuple[str, ...] | None, run: Run
) -> None:
    told = run(*words, "--json")
    if same is None:
        assert told.status == 2
        assert "have no day in common; widen one of them" in told.err
    else:
        assert told == run(*same, "--json")


@pytest.mark.parametrize(
    "option", ["--in", "--since", "--until", "--person", "--place", "--source"]
)
def test_an_empty_value_is_a_mistake_and_not_all_there_is(option: str, run: Run) -> None:
    told = run("list", option, "")
    assert (told.status, told.out) == (2, "")


@pytest.mark.parametrize("words", [("--no-parts",), ("--sort", "title")])
def test_totals_refuse_what_they_do_not_heed(words: tuple[str, ...], run: Run) -> None:
    told = run("aid", *words)
    assert (told.status, told.out) == (2, "")
    assert told.err.endswith("leave the option out\n")


def test_totals_are_sorted_by_value_when_asked(run: Run) -> None:
    highs = [
        total["high"]
        for total in json.loads(run("aid", "--sort", "-value", "--json", data=STORE).out)["totals"]
    ]
    assert highs == sorted(highs, reverse=True)
    upwards = [
        total["high"]
        for total in json.loads(run("aid", "--sort", "value", "--json", data=STORE).out)["totals"]
    ]
    assert upwards == sorted(highs)


def test_the_name_of_a_file_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "red\x1b[31m.toml"
    store.write_bytes(SMALL.read_bytes())
    assert "\x1b" not in "".join(run("check", str(store))[1:])


def test_a_count_tells_what_a_limit_left_out(run: Run) -> None:
    assert run("list", "--limit", "3").err == "3 of 8 facts\n"
    assert run("list", "--no-parts").err == "6 facts\n"
    assert run("search", "rice", "--limit", "1", "--lang", "vi").err.startswith("1/3 dữ kiện")
    assert len(json.loads(run("aid", "--limit", "1", "--json").out)["totals"]) == 1
    totals = json.loads(run("aid", "--json", data=STORE).out)["totals"]
    assert run("aid", "--limit", "1", data=STORE).err == f"1 of {len(totals)} totals\n"


def test_the_timeline_tells_how_many_steps_it_leaves_out(run: Run) -> None:
    all_of_them, shown = (
        len(json.loads(run("timeline", *more, "--json", data=STORE).out))
        for more in (["--parts"], [])
    )
    drawn = run("timeline", "--format", "table", data=STORE).out
    assert f"{all_of_them - shown} steps and shipments left out: --parts" in drawn
    assert "left out" not in run("timeline", "--format", "table", "--no-parts", data=STORE).out


@pytest.mark.parametrize("name", ["a.png", "a.PDF"])
def test_a_picture_is_not_written_under_the_name_of_another_kind(
    name: str, run: Run, tmp_path: Path
) -> None:
    told = run("list", "--svg", str(tmp_path / name))
    assert (told.status, list(tmp_path.iterdir())) == (3, [])
    assert told.err.endswith(f"{name}: a picture is drawn as SVG; write a name that ends in .svg\n")


def test_a_folder_that_is_not_there_is_told_as_such(run: Run, tmp_path: Path) -> None:
    told = run("list", "-o", str(tmp_path / "none" / "facts.csv"))
    assert told.status == 3
    assert told.err.endswith(
        f"there is no folder {tmp_path / 'none'}; make it first, or name another\n"
    )


@pytest.mark.parametrize(
    "words",
    [
        ("schema", "x"),
        ("check", "a", "b"),
        ("today", "01-31"),
        ("visits", "--rank", "king"),
    ],
)
def test_where_nothing_can_be_guessed_nothing_is_added(words: tuple[str, ...], run: Run) -> None:
    assert not any(
        guess in run(*words).err for guess in ("write: ", "for example", "to look for", "quotation")
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("list", "--knd", "aid"), 'no option "--knd"; did you mean "--kind"?'),
        (("rice", "--knd", "aid"), 'no option "--knd"; did you mean "--kind"?'),
        (("list", "--kind"), "--kind has no value; write one after it"),
        (("list", "--json=3"), "--json takes no value; write --json alone"),
        (("check", "a", "b"), "check takes no such words: b; leave them out"),
        (("new",), "new needs words; see which with --help"),
        (("--langg",), 'no option "--langg"; see the options with --help'),
        (("list", "--kind", "visist"), 'no kind "visist"; did you mean "visit"?'),
        (("list", "--person", "Lê Văn Vi"), ""),
        (("list", "--person", "Kim Mon"), 'no person "Kim Mon"; did you mean "Kim Moon"'),
        (("list", "--place", "Hanoy"), 'no place "Hanoy"; did you mean "Hanoi"'),
        (
            ("list", "--source", "archive-1963"),
            'no source "archive-1963"; did you mean "archive-1962"?',
        ),
        (("list", "--format", "jsn"), 'no format "jsn"; did you mean "json"'),
        (("list", "--lang", "fr"), 'no language "fr"; write one of en, vi'),
        (("list", "--color", "alwys"), 'no colour setting "alwys"; did you mean "always"?'),
        (("list", "--sort", "dat"), 'no sort order "dat"; did you mean "date"?'),
        (("list", "--from", "US"), 'no side "US"; write VN or KP'),
        (("list", "--in", "19x"), 'cannot read "19x" as a time; write 1961, '),
        (("visits", "--kind", "aid"), "visits has no option --kind"),
        (("check", "--svg", "a.svg"), "check has no option --svg"),
        (("list", "--since", "1990", "--since", "1995"), "--since is given twice; write it once"),
        (("list", "--data", "a", "--data", "b"), "--data is given twice; write it once"),
        (("list", "--from", "VN", "--to", "vn"), "both are the same; write VN and KP"),
        (
            ("list", "--json", "--format", "csv"),
            "--json and --format csv: these are two; write one of them",
        ),
        (("list", "--bom"), "--bom is for CSV; write --format csv too, or leave it out"),
        (("show", "2999"), 'no fact "2999"; look for it with: vnkp search WORDS'),
        (("sources", "zzzz"), 'no source "zzzz"; list them with: vnkp sources'),
        (("visits", "--rank", "ministr"), 'no rank "ministr"; did you mean "minister"'),
        (("aid", "--by", "yer"), 'no group "yer"; did you mean "year"?'),
        (
            ("show", "2001-le-van-vx"),
            'no fact "2001-le-van-vx"; did you mean "2001-le-van-vi-in-the-dprk"?',
        ),
        (("people", "Kim Mub"), "did you mean"),
        (("sources", "archive-1926"), "did you mean"),
        (("cite", "2001-le-van-vx"), "did you mean"),
        (("cite", "2001-le", "--style", "bibtx"), 'no style "bibtx"; did you mean "bibtex"'),
        (("list", "--limit", "-3"), "--limit takes a whole number from 0 on"),
        (("list", "--limit", "three"), "--limit takes a whole number from 0 on"),
        (("anniversaries", "--every", "0"), "--every takes a whole number from 1 on"),
        (("anniversaries", "since", "2000"), '"2000.." has no end'),
        (("year", "rice"), 'cannot read "rice" as a time'),
        (("search",), "search needs words; for example: vnkp search rice 2012"),
        (("show",), "show needs an id or words; for example: vnkp show 1958"),
        (("cite",), "cite needs ids, words or filters; for example: vnkp cite visits 1957"),
        (("year",), "year needs a time; for example: vnkp year 1961"),
    ],
)
def test_a_mistake_is_told_with_a_remedy(
    words: tuple[str, ...], said: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(*_: object) -> NoReturn:
        raise AssertionError("it asked")

    monkeypatch.setattr("builtins.input", asked)
    monkeypatch.setattr(sys, "stdin", None)
    done = run(*words)
    assert said in done.err
    if said:
        assert (done.status, done.out) == (2, "")
        assert "Traceback" not in done.err


def test_a_prefix_that_fits_hundreds_of_facts_names_some_of_them(run: Run) -> None:
    done = run("show", "2", data=STORE)
    assert done.status == 2
    assert " more; write one of them in full" in done.err
    assert len(done.err) < 2000


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("year", "1975"), "nothing found in 1975; the nearest with any: 1961, 1999\n"),
        (("year", "1900..1910"), "nothing found in 1900–1910; the nearest with any: 1960\n"),
        (("year", "2020s"), "nothing found in 2020s; the nearest with any: 2015\n"),
        (
            ("list", "--in", "1999", "--kind", "visit"),
            "nothing found in 1999; the nearest with any: 2001\n",
        ),
        (("list", "--kind", "military"), "nothing found\n"),
        (
            ("year", "1975", "--lang", "vi"),
            "không tìm thấy kết quả nào cho 1975; năm gần nhất có kết quả: 1961, 1999\n",
        ),
    ],
)
def test_when_nothing_matched_the_nearest_years_are_named(
    words: tuple[str, ...], said: str, run: Run
) -> None:
    for form in ("table", "tsv", "csv", "md"):
        ran = run(*words, "--format", form)
        assert (ran.status, ran.err) == (1, said)
        assert len(ran.out.splitlines()) == (form in ("tsv", "csv"))  # the header
    assert run(*words, "--json") == Ran(1, "[]\n", said)


# Where answers go


@pytest.mark.parametrize("form", [*SUFFIXES])
def test_stdout_holds_the_answer_and_stderr_the_count(form: str, run: Run) -> None:
    done = run("list", "--format", form)
    assert done.out.startswith(SUFFIXES[form])
    assert done.err.startswith("8 facts\n")


def test_in_a_pipe_lists_are_tsv_and_cards_are_text(run: Run) -> None:
    assert run("list").out == run("list", "--format", "tsv").out
    assert run("visits").out.startswith("id\tkind")
    for words in (("show", "2001-le"), ("timeline",), ("check",)):
        assert run(*words).out == run(*words, "--format", "table").out
        assert "\t" not in run(*words).out


@pytest.mark.parametrize("form", SUFFIXES)
def test_the_name_of_a_file_tells_the_format(form: str, run: Run, tmp_path: Path) -> None:
    place = tmp_path / f"answer.{form.upper()}"
    ran = run("list", "-o", str(place))
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.startswith("8 facts\n")
    assert place.read_bytes().decode("utf-8") == run("list", "--format", form).out
    assert run("list", "-o", str(place), "--format", "jsonl").status == 0
    assert place.read_text(encoding="utf-8").startswith('{"id"')


def test_a_file_without_an_ending_gets_what_a_pipe_gets(run: Run, tmp_path: Path) -> None:
    run("list", "-o", str(tmp_path / "answer"))
    run("show", "2001-le", "-o", str(tmp_path / "card"))
    assert (tmp_path / "answer").read_text(encoding="utf-8") == run("list").out
    assert (tmp_path / "card").read_text(encoding="utf-8") == run("show", "2001-le").out


def test_json_is_short_for_its_format(run: Run) -> None:
    assert run("list", "--json") == run("list", "--format", "json")


# Surroundings


@pytest.mark.parametrize(
    ("env", "words", "vietnamese"),
    [
        ({}, (), False),
        ({"LANG": "vi_VN.UTF-8"}, (), True),
        ({"LANG": "vi_VN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, (), False),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "vi_VN"}, (), True),
        ({"LANG": "vi_VN", "LC_ALL": ""}, (), True),
        ({"LANG": "fr_FR.UTF-8"}, (), False),
        ({"LANG": "vi_VN.UTF-8", "VNKP_LANG": "en"}, (), False),
        ({"VNKP_LANG": "vi"}, (), True),
        ({"VNKP_LANG": "vi"}, ("--lang", "en"), False),
        ({"VNKP_LANG": ""}, (), False),
    ],
)
def test_the_language_is_that_of_the_option_then_of_vnkp_lang_then_of_the_locale(
    env: dict[str, str],
    words: tuple[str, ...],
    vietnamese: bool,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert ("Dữ kiện" in run("list", "--format", "table", *words).out) is vietnamese


def test_a_language_that_is_not_spoken_is_a_mistake_in_the_surroundings_too(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VNKP_LANG", "tiếng Nga")
    assert run("list").status == 2


def test_the_store_is_that_of_the_option_then_of_vnkp_data_then_the_record(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VNKP_DATA", str(tmp_path / "none.toml"))
    assert run("list", data=None).status == 3
    assert run("list", "--data", str(SMALL), data=None).err.startswith("8 facts\n")
    monkeypatch.delenv("VNKP_DATA")
    assert int(run("list", data=None).err.split()[0]) > 300
    monkeypatch.setenv("VNKP_DATA", "")
    assert int(run("list", data=None).err.split()[0]) > 300


# Options


def test_options_may_stand_before_and_after_arguments(run: Run) -> None:
    answer = run("year", "2001", "--kind", "visit", "--json")
    assert answer.status == 0
    assert run("year", "--kind", "visit", "--json", "2001") == answer
    assert run("year", "--json", "2001", "--kind=visit") == answer
    assert run("search", "--lang", "vi", "gạo", "--json") == run(
        "search", "gạo", "--lang", "vi", "--json"
    )


def test_after_two_hyphens_everything_is_an_argument(run: Run) -> None:
    assert run("search", "--", "--json").status == 1


def test_a_hyphen_alone_is_a_word(run: Run) -> None:
    assert run("-") == run("--", "-")
    assert run("-").status == 1


@pytest.mark.parametrize(
    ("limit", "facts"), [("0", 0), ("1", 1), ("8", 8), ("9", 8), ("9" * 30, 8)]
)
def test_a_limit_is_the_most_that_is_listed(limit: str, facts: int, run: Run) -> None:
    done = run("list", "--limit", limit, "--json")
    assert len(json.loads(done.out)) == facts
    assert done.status == (0 if facts else 1)


def test_a_name_of_several_words_needs_no_quotes(run: Run) -> None:
    assert run("people", "Kim", "Moon") == run("people", "Kim Moon")
    assert run("search", "Kim", "Mun") == run("search", "Kim Mun")


def test_no_command_ever_calls_another_machine(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def called(*_: object, **__: object) -> NoReturn:
        raise AssertionError("it called")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, called)
    for name, words in FOUND.items():
        assert run(name, *words).status == 0
        assert run(name, "--help").status == 0
    for form in (*SUFFIXES, "table"):
        assert run("list", "--format", form).status == 0
    assert run("timeline", "--svg", str(tmp_path / "timeline.svg")).status == 0


def test_a_fact_is_found_by_an_id_that_it_had_before(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "facts.toml"
    id_ = 'id      = "2001-rice-by-train"'
    text = SMALL.read_text(encoding="utf-8")
    assert id_ in text
    store.write_text(
        text.replace(id_, f'{id_}\nformer_ids = ["2000-rice-by-boat"]'), encoding="utf-8"
    )

    for command in ("show", "cite", "search"):
        answer = run(command, "2000-rice-by-boat", "--data", str(store))
        assert answer.status == 0
        assert answer.out == run(command, "2001-rice-by-train", "--data", str(store)).out


@pytest.mark.parametrize(
    "words",
    [
        "list --by year --in 1800",
        "list --by person --in 1800",
        "sources --in 1800",
        "brief --in 1800",
    ],
)
def test_nothing_found_can_be_a_file(words: str, run: Run, tmp_path: Path) -> None:
    for name, more in (("x.txt", "--format table"), ("x.svg", "")):
        answer = run(*words.split(), *more.split(), "-o", str(tmp_path / name))
        assert answer.status in (0, 1), answer.err


def test_a_draft_can_be_json(run: Run) -> None:
    draft = json.loads(run("new", "visit", "Kim Mun", "2003", "--json").out)["draft"]
    assert (draft["kind"], draft["date"]) == ("visit", "2003")


@pytest.mark.parametrize("words", [("list", "--office"), ("sources",)])
def test_a_title_has_no_control_character(words: tuple[str, ...], run: Run) -> None:
    answer = run(*words, "\x1b[31mpremier", "--format", "table")
    assert "\x1b" not in answer.out + answer.err


@pytest.mark.parametrize("by", ["Rank", "ranks", "year, rank"])
def test_groups_are_named_in_any_case_and_number(by: str, run: Run) -> None:
    assert (
        run("visits", "--by", by).out
        == run("visits", "--by", by.lower().replace(" ", "").rstrip("s")).out
    )


def test_a_limit_of_people_is_told_and_makes_no_card(run: Run) -> None:
    shown = run("people", "kim", "--limit", "1", "--format", "table", data=STORE).out
    assert re.match(r"People · .* · 1 of \d+", shown)
