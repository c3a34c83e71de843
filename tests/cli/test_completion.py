"""Completion: what may stand where, in the form of each shell, and in real bash, zsh and fish."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import typer

from tests.conftest import SMALL, STORE, Run
from vnkp.cli import app, completers, completion
from vnkp.cli.completion_request import Completer, Request
from vnkp.model.facts import Book
from vnkp.query import names, vocabulary
from vnkp.store import loader
from vnkp.text import fold

Ask = Callable[..., list[str]]

FACTS_OF_2001 = ["2001-le-van-vi-in-the-dprk", "2001-talks-in-pyongyang", "2001-rice-by-train"]
FORMATS = ["table", "tsv", "csv", "json", "jsonl", "md", "svg", "sqlite", "ics"]
KINDS = list(vocabulary.KINDS)


def values(completer: Completer, incomplete: str) -> list[str]:
    """What *completer* makes of a beginning, in English."""
    request = Request(incomplete, "en", loader.load)
    return [text for text, _ in completer(request)]


@pytest.fixture
def ask(run: Run, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """What fish is told for a line: the values without what is told of them."""

    def ask(line: str, data: Path = SMALL) -> list[str]:
        monkeypatch.setenv("VNKP_LANG", "")  # what is typed may set it
        monkeypatch.setenv("_VNKP_COMPLETE", "complete_fish")
        monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
        ran = run(data=data)
        assert (ran.status, ran.err) == (0, "")
        return [line.partition("\t")[0] for line in ran.out.splitlines()]

    return ask


@pytest.fixture
def bash(run: Run, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """What bash is told for words as it has them, the last being that at the cursor."""

    def bash(*words: str, at: int | None = None, data: Path = SMALL) -> list[str]:
        monkeypatch.setenv("_VNKP_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", "\n".join(words))
        monkeypatch.setenv("COMP_CWORD", str(len(words) - 1 if at is None else at))
        ran = run(data=data)
        assert (ran.status, ran.err) == (0, "")
        return ran.out.splitlines()

    return bash


# What may stand where


@pytest.mark.parametrize(
    ("line", "found"),
    [
        # commands and options
        ("vnkp s", ["search", "show", "sources", "schema"]),
        ("vnkp --v", ["--version"]),
        ("vnkp nonsense", []),
        (
            "vnkp list --s",
            [
                "--since",
                "--strict",
                "--source",
                "--source-kind",
                "--source-lang",
                "--sources",
                "--sort",
                "--svg",
            ],
        ),
        ("vnkp aid --expl", ["--explain"]),
        ("vnkp list --expl", []),
        ("vnkp list --no-p", ["--no-parts", "--no-pager"]),
        ("vnkp list --h", ["--help"]),
        # ids
        ("vnkp show 2001", FACTS_OF_2001),
        ("vnkp show 2001-le", ["2001-le-van-vi-in-the-dprk"]),
        ("vnkp show --json 2001-le", ["2001-le-van-vi-in-the-dprk"]),
        ("vnkp --version show 2001-le", ["2001-le-van-vi-in-the-dprk"]),
        ("vnkp show 2001-le-van-vi-in-the-dprk 2002", ["2002-kim-mun-in-vietnam"]),
        ("vnkp show nothing", []),
        ("vnkp cite 2001-le", ["2001-le-van-vi-in-the-dprk"]),
        ("vnkp cite 2001-le-van-vi-in-the-dprk 2002", ["2002-kim-mun-in-vietnam"]),
        ("vnkp cite a", ["archive-1962"]),
        ("vnkp sources p", ["paper-2001-05-03"]),
        ("vnkp list --source m", ["ministry-2015"]),
        # words that options take
        ("vnkp list --kind c", ["culture", "commemoration"]),
        ("vnkp list --kind visit --kind c", ["culture", "commemoration"]),
        ("vnkp list --from ", ["VN", "KP"]),
        ("vnkp list --to k", ["kp"]),
        ("vnkp list --sort -v", ["-value"]),
        ("vnkp list --format ", FORMATS),
        ("vnkp anniversaries --format ", FORMATS),
        ("vnkp cite 2001 --style ", ["text", "biblatex", "bibtex", "csl-json"]),
        ("vnkp list --lang ", ["en", "vi"]),
        ("vnkp list --color ", ["auto", "always", "never"]),
        ("vnkp visits --rank mi", ["minister"]),
        ("vnkp visits --rank a", ["ambassador", "all"]),
        ("vnkp aid --by ", ["item", "year", "decade", "giver"]),
        ("vnkp year 200", ["2000s", "2001", "2002"]),
        ("vnkp year 2001 196", ["1960", "1960s", "1961"]),
        ("vnkp list --in 196", ["1960", "1960s", "1961"]),
        # people and places in any of their names
        ("vnkp list --person Kim", ["Kim Mun"]),
        ("vnkp list --person 'Kim V", ["Kim Văn"]),
        ("vnkp list --person 'Kim Mo", ["Kim Moon"]),
        ("vnkp list --person 김", ["김문"]),
        ("vnkp list --person kim-", ["kim-mun"]),
        ("vnkp list --person 'kim v", ["kim van"]),
        ("vnkp list --person 'KIM V", ["KIM Van"]),
        ("vnkp list --person Đ", ["Đặng Thị Mẫu"]),
        ("vnkp list --person 'dang th", ["dang thi mau"]),
        ("vnkp list --person 'đặng", ["đặng thị mẫu"]),
        ("vnkp list --person 'đăng", []),
        ("vnkp list --place Bình", ["Bình Nhưỡng"]),
        ("vnkp list --place h", ["hanoi"]),
        ("vnkp list --place H", ["Hanoi"]),
        ("vnkp list --place Hà", ["Hà Nội"]),
        # kinds, ranks, sides and commands by their other names, in both languages
        ("vnkp list --kind việ", ["viện trợ"]),
        ("vnkp list --kind agreements", ["agreements"]),
        ("vnkp list --lang vi --kind v", ["visit", "viện trợ", "văn hóa"]),
        ("vnkp list --lang vi --kind ch", ["chuyến thăm"]),
        ("vnkp visits --rank bộ", ["bộ trưởng"]),
        ("vnkp list --from Vi", ["Vietnam"]),
        ("vnkp list --from Tri", ["Triều Tiên"]),
        ("vnkp th", ["thăm", "thương mại"]),
        ("vnkp viện t", ["trợ"]),
        ("vnkp viện trợ --expl", ["--explain"]),
        ("vnkp thăm --rank mi", ["minister"]),
        ("vnkp --lang vi nhân", ["nhân vật"]),
        # times
        ("vnkp list --in 2001-", ["2001-04", "2001-05"]),
        ("vnkp list --in 2001-05-", ["2001-05-01", "2001-05-02"]),
        ("vnkp list --in 1960..200", ["1960..2000s", "1960..2001", "1960..2002"]),
        ("vnkp list --since this", ["this year", "this month"]),
        ("vnkp list --lang vi --since năm", ["năm nay", "năm ngoái"]),
        ("vnkp list --in 5/20", ["5/2001"]),
        ("vnkp list --in 'May 20", ["May 2001"]),
        ("vnkp visits may 20", ["2001"]),
        ("vnkp thăm tháng 5/", ["5/2001"]),
        ("vnkp list --in 2/5/", ["2/5/2001"]),
        ("vnkp list --in 'ngày 2/", ["ngày 2/5/2001"]),
        ("vnkp list --in 'thập niên 19", ["thập niên 1960", "thập niên 1990"]),
        ("vnkp list --since 'since 200", ["since 2000s", "since 2001", "since 2002"]),
        ("vnkp list --in 'từ tháng 5/", ["từ tháng 5/2001"]),
        ("vnkp visits sin", ["since"]),
        ("vnkp --lang vi thăm trư", ["trước"]),
        # words of a query
        ("vnkp list Kim", ["Kim Mun"]),
        ("vnkp search Kim V", ["Văn"]),
        ("vnkp list agreements since 200", ["2000s", "2001", "2002"]),
        ("vnkp rice 200", ["2000s", "2001", "2002"]),
        ("vnkp aid ri", ["rice"]),
        ("vnkp viện trợ gạ", ["gạo"]),
        ("vnkp people Pres", ["President of Vietnam"]),
        ("vnkp people 'chủ tịch n", ["chủ tịch nước"]),
        ("vnkp 2001 --k", ["--kind"]),
        # quotes, blanks, equal signs
        ('vnkp list --person "Kim V', ["Kim Văn"]),
        ("vnkp list --person Kim\\ V", ["Kim Văn"]),
        ("vnkp list --person Kim\\ ", ["Kim Mun"]),
        ("vnkp list --person=Kim", ["--person=Kim Mun"]),
        ("vnkp list --kind=v", ["--kind=visit"]),
        ("vnkp people Kim V", ["Văn"]),
        ("vnkp people Kim ", ["Mun"]),
        ("vnkp people Đặng Thị ", ["Mẫu"]),
        # where the shell knows better: files, and words that can be anything
        ("vnkp check ", []),
        ("vnkp check --wi", ["--with"]),
        ("vnkp check --with ", []),
        ("vnkp check --with own.toml --rep", ["--report"]),
        ("vnkp list --data ", []),
        ("vnkp list -o ", []),
        ("vnkp list --limit ", []),
        ("vnkp", []),
    ],
)
def test_what_may_stand_at_the_cursor(ask: Ask, line: str, found: list[str]) -> None:
    assert ask(line) == found


def test_without_anything_begun_everything_is_offered(ask: Ask) -> None:
    assert sorted(ask("vnkp ")) == sorted(app.COMMANDS)
    assert ask("vnkp show ") == re.findall(
        r'^id +\= "(.*)"$', SMALL.read_text("utf-8"), re.MULTILINE
    )
    assert ask("vnkp list --person ") == ["Kim Mun", "Lê Văn Ví", "Đặng Thị Mẫu"]
    assert ask("vnkp list --lang vi --person ") == ["Kim Văn", "Lê Văn Ví", "Đặng Thị Mẫu"]
    assert ask("vnkp list --")[:3] == ["--by", "--in", "--since"]


def test_what_was_typed_chooses_the_store_and_the_language(
    run: Run, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_VNKP_COMPLETE", "complete_fish")
    for options in (f"--data {SMALL} --lang vi", f"--data={SMALL} --lang=vi"):
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", f"vnkp show {options} 2002")
        monkeypatch.setenv("VNKP_LANG", "en")
        assert run(data=STORE).out == "2002-kim-mun-in-vietnam\tThủ tướng Kim Văn thăm Việt Nam\n"


def test_own_facts_beside_the_record_are_completed_too(ask: Ask, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    fact = 'id = "2003-own"\nkind = "culture"\ndate = "2003"\nen = "A"\nvi = "B"\n'
    cite = 'cite = [{ source = "archive-1962" }]\n'
    own.write_text(f"schema = 1\n[[fact]]\n{fact}{cite}", encoding="utf-8")

    assert ask(f"vnkp show --with {own} 2003") == ["2003-own"]
    assert ask("vnkp show 2003") == []


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({"LANG": "vi_VN.UTF-8"}, "chuyến thăm"),
        ({"VNKP_LANG": "vi"}, "chuyến thăm"),
        ({"VNKP_LANG": "en", "LANG": "vi_VN"}, "visit"),
    ],
)
def test_values_are_told_about_in_the_language_of_the_user(
    run: Run, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], told: str
) -> None:
    monkeypatch.setenv("_VNKP_COMPLETE", "complete_fish")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "vnkp list --kind vis")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert run().out == f"visit\t{told}\n"


@pytest.mark.parametrize(("lang", "told"), [("en", "A place."), ("vi", "Nơi diễn ra.")])
def test_options_are_told_about_in_the_language_of_the_user(
    run: Run, monkeypatch: pytest.MonkeyPatch, lang: str, told: str
) -> None:
    monkeypatch.setenv("_VNKP_COMPLETE", "complete_fish")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", f"vnkp list --lang {lang} --pl")
    assert run().out == f"--place\t{told}\n"


def test_every_spelling_of_the_record_completes_to_a_name_that_finds_its_person(
    record: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VNKP_DATA", str(STORE))
    for key, person in list(record.people.items())[::25]:
        for spelling in person.spellings:
            for begun in (
                spelling[: len(spelling) // 2 + 1],
                fold(spelling)[: len(spelling) // 2 + 1],
            ):
                found = values(completers.COMPLETERS["--person"], begun)
                assert all(value.startswith(begun) for value in found)
                assert any(key in names.find_people(value, record.people) for value in found), (
                    key,
                    begun,
                )


def test_every_option_that_takes_words_is_completed() -> None:
    free = {"--data", "--output", "--svg", "--limit", "--every", "--date", "--sources", "--with"}
    for name in app.COMMANDS:
        command = typer.main.get_command(app.build(name))
        for option in command.params:
            if option.param_type_name == "option" and not getattr(option, "is_flag", False):
                assert free.intersection(option.opts) or any(
                    known in completers.COMPLETERS for known in option.opts
                ), option.opts


def test_every_completer_belongs_to_something() -> None:
    known = set(app.COMMANDS)
    for name in app.COMMANDS:
        command = typer.main.get_command(app.build(name))
        known |= {
            wanted
            for option in command.params
            for opt in option.opts
            for wanted in (opt, f"{name} {opt}")
        }
    assert set(completers.COMPLETERS) <= known


# In the words of each shell


@pytest.mark.parametrize(
    ("word", "reply"),
    [
        ("Kim\\ V", "Kim\\ Văn"),
        ("'Kim V", "Kim Văn"),
        ('"Kim V', "Kim Văn"),
        ("Đ", "Đặng\\ Thị\\ Mẫu"),
        ("김", "김문"),
    ],
)
def test_bash_gets_a_name_quoted_as_the_word_at_the_cursor_is(
    bash: Ask, word: str, reply: str
) -> None:
    assert bash("vnkp", "list", "--person", word) == [reply]


def test_bash_takes_an_equal_sign_for_a_word(bash: Ask) -> None:
    assert bash("vnkp", "list", "--kind", "=", "v") == ["visit"]
    assert bash("vnkp", "list", "--kind", "=") == KINDS


def test_bash_may_stand_in_the_middle_of_a_line(bash: Ask) -> None:
    assert bash("vnkp", "show", "2002", "--json", at=2) == ["2002-kim-mun-in-vietnam"]
    assert bash("vnkp", "sh", "2002", at=1) == ["show"]


@pytest.mark.parametrize("count", ["", "x", "99", "0"])
def test_a_bash_that_counts_wrong_gets_no_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch, count: str
) -> None:
    monkeypatch.setenv("_VNKP_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "vnkp\nshow\n2002")
    monkeypatch.setenv("COMP_CWORD", count)
    assert run().err == ""


@pytest.mark.parametrize(
    ("quote", "begun", "reply"),
    [
        ("", "", r"a\ \$b\ \"c\"\ \'d\'\ \\e\ \(f\)\ \&g"),
        ('"', '"', r"a \$b \"c\" 'd' \\e (f) &g"),
        ("'", "'", r"""a $b "c" '\''d'\'' \e (f) &g"""),
    ],
)
def test_bash_reads_back_what_it_is_told(quote: str, begun: str, reply: str) -> None:
    value = "a $b \"c\" 'd' \\e (f) &g"
    answer = completion.write_bash([(value, "")], quote)
    assert answer == reply
    if shutil.which("bash"):
        done = subprocess.run(
            ["bash", "-c", f"printf %s {quote}{reply}{quote}"], capture_output=True, check=True
        )
        assert done.stdout.decode() == value


def test_zsh_gets_words_to_evaluate_with_what_is_told_of_them(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_VNKP_COMPLETE", "complete_zsh")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "vnkp list --person 'Kim V")
    assert run().out == "local -a values; values=('Kim Văn:Kim Mun'); _describe value values\n"
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "vnkp check ")
    assert run().out == "_files\n"


def test_fish_is_told_first_whether_there_is_anything(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_VNKP_COMPLETE", "complete_fish")
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "is-args")
    for line, status in (("vnkp list --kind v", 0), ("vnkp check ", 1)):
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
        assert run()[:2] == (status, "")


def test_powershell_gets_names_between_quotes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_VNKP_COMPLETE", "complete_powershell")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "vnkp list --person Kim")
    monkeypatch.setenv("_TYPER_COMPLETE_WORD_TO_COMPLETE", "Kim")
    assert run().out == "'Kim Mun':::kim-mun\n"
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "vnkp list --from")
    monkeypatch.setenv("_TYPER_COMPLETE_WORD_TO_COMPLETE", "")
    assert run().out == "VN:::Vietnam\nKP:::the DPRK\n"


def test_powershell_gets_apostrophes_doubled() -> None:
    values = [("the people's council", ""), ("1957..1961", "")]
    assert completion.write_powershell(values, "") == (
        "'the people''s council'::: \n1957..1961::: "
    )


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_that_asks_is_printed_without_looking_for_a_shell(
    run: Run, monkeypatch: pytest.MonkeyPatch, shell: str
) -> None:
    monkeypatch.setenv("_VNKP_COMPLETE", f"source_{shell}")
    ran = run()
    assert ran.status == 0
    assert f"_VNKP_COMPLETE=complete_{shell}" in ran.out


@pytest.mark.parametrize("content", ["schema = 1\n[[fact]]\nid = 1958\n", "no toml", None])
def test_a_store_that_is_not_in_order_completes_to_nothing_and_says_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str | None
) -> None:
    store = tmp_path / "store.toml"
    if content:
        store.write_text(content, "utf-8")
    monkeypatch.setenv("_VNKP_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "vnkp\nshow\n1")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert run(data=store) == (0, "", "")


# What it costs

_MODULES = """
import sys
from vnkp.cli.app import main
from vnkp.query import names, vocabulary
from vnkp.text import fold
try:
    main()
except SystemExit:
    pass
print(*sorted(sys.modules), file=sys.stderr)
"""


def imported(*words: str, env: dict[str, str] | None = None) -> set[str]:
    """The modules that a run of vnkp imports."""
    around = {**os.environ, "VNKP_DATA": str(SMALL), **(env or {})}
    done = subprocess.run(
        [sys.executable, "-c", _MODULES, *words],
        capture_output=True,
        env=around,
        timeout=60,
        check=True,
    )
    return set(done.stderr.decode().splitlines()[-1].split())


def test_an_answer_imports_little_more_than_a_lookup_and_builds_one_command() -> None:
    asked = {
        "_VNKP_COMPLETE": "complete_bash",
        "COMP_WORDS": "vnkp\nlist\n--person\nKim",
        "COMP_CWORD": "3",
    }
    imported("list", "--json")  # the store is kept from now on, so that neither reads TOML
    lookup, answer = imported("list", "--json"), imported(env=asked)
    assert not {name for name in answer if name.partition(".")[0] == "rich"}
    assert [
        room for room in sorted(set(app.COMMANDS.values())) if f"vnkp.cli.commands.{room}" in answer
    ] == ["facts"]
    assert {name for name in answer - lookup if not name.startswith("vnkp.")} <= {"shlex"}


# In real shells


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a vnkp in its bin."""
    home = tmp_path_factory.mktemp("home")
    program = home / "bin" / "vnkp"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m vnkp "$@"\n', "utf-8")
    program.chmod(0o755)
    (home / ".inputrc").write_text("set bell-style none\nset enable-bracketed-paste off\n", "utf-8")
    return home


def surroundings(home: Path) -> dict[str, str]:
    path = os.pathsep.join((str(home / "bin"), os.environ.get("PATH", os.defpath)))
    kept = {
        "PATH": path,
        "HOME": str(home),
        "ZDOTDIR": str(home),
        "INPUTRC": str(home / ".inputrc"),
        "TERM": "dumb",
    }
    return {
        **kept,
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(Path(app.__file__).parents[2]),  # this vnkp, not one installed
        "VNKP_DATA": str(SMALL),
        "XDG_CACHE_HOME": str(home / "cache"),
    }


class Shell:
    """An interactive shell on a terminal of its own."""

    def __init__(self, argv: list[str], home: Path) -> None:
        import pty

        self.terminal, other = pty.openpty()
        self.process = subprocess.Popen(
            argv,
            stdin=other,
            stdout=other,
            stderr=other,
            env=surroundings(home),
            cwd=home,
            start_new_session=True,
        )
        os.close(other)
        os.set_blocking(self.terminal, False)
        self.seen = ""
        self.type("PS1=; PS2=; echo re''ady\n", "ready")

    def type(self, keys: str, awaited: str) -> str:
        """Type *keys* and wait for *awaited*; what the terminal has shown since."""
        self.seen = ""
        os.write(self.terminal, keys.encode())
        deadline = time.monotonic() + 30
        pending = b""
        while awaited not in self.seen:
            assert time.monotonic() < deadline, f"waited for {awaited!r} and saw {self.seen!r}"
            try:
                pending += os.read(self.terminal, 65536)
            except BlockingIOError:
                time.sleep(0.01)
            self.seen = re.sub(
                r"\x1b\[[0-9;?]*[A-Za-z]|\x07|\r", "", pending.decode(errors="replace")
            )
        return self.seen

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.terminal)


@pytest.fixture(scope="module")
def real_bash(home: Path) -> Iterator[Shell]:
    """An interactive bash in which completion was installed as a user would."""
    pytest.importorskip("pty")
    program = shutil.which("bash")
    if program is None:
        pytest.skip("there is no bash")
    installed = subprocess.run(
        [program, "-c", "vnkp --install-completion; echo $?"],
        env=surroundings(home),
        capture_output=True,
        timeout=60,
        check=True,
    )
    if not (
        home / ".bashrc"
    ).exists():  # where processes cannot be listed nobody can tell which shell asks
        script = subprocess.run(
            [str(home / "bin" / "vnkp")],
            env={**surroundings(home), "_VNKP_COMPLETE": "source_bash"},
            capture_output=True, timeout=60, check=True,
        )  # fmt: skip
        (home / ".bashrc").write_bytes(script.stdout)
    assert installed.stdout
    shell = Shell([program, "--noprofile", "-i"], home)
    yield shell
    shell.close()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("vnkp show 2002-\t--json\n", '"kind": "visit"'),
        ("vnkp peop\tKim\\ V\t--json\n", '"id": "kim-mun"'),
        ("vnkp list --person 'Kim V\t --limit 1 --json\n", '"id": "2001-le-van-vi-in-the-dprk"'),
        ('vnkp list --person "đặng\t --json\n', '"id": "2001-le-van-vi-in-the-dprk"'),
        ("vnkp list --person=kim\\ v\t --limit 1 --json\n", '"id": "2001-le-van-vi-in-the-dprk"'),
        ("vnkp list --place Bình\t --kind educ\t--json\n", '"id": "1960-students-in-pyongyang"'),
        ("vnkp people Đặng Thị M\t --json\n", '"id": "dang-thi-mau"'),
        ("vnkp list --person 김\t --limit 1 --json\n", '"id": "2001-le-van-vi-in-the-dprk"'),
        ("vnkp list --kind tha\t --limit 1 --json\n", '"kind": "visit"'),
        ("vnkp --lang vi thă\t --json\n", '"id": "2002-kim-mun-in-vietnam"'),
        ("vnkp viện t\t --json\n", '"totals":'),
        ("vnkp list --in 2002-\t --json\n", '"id": "2002-'),
    ],
)
def test_in_a_real_bash_tab_completes_to_a_line_that_runs(
    real_bash: Shell, typed: str, shown: str
) -> None:
    real_bash.type(typed, shown)


@pytest.mark.skipif(shutil.which("zsh") is None, reason="there is no zsh")
def test_in_a_real_zsh_tab_completes_to_a_line_that_runs(home: Path) -> None:
    pytest.importorskip("pty")
    script = subprocess.run(
        [str(home / "bin" / "vnkp")],
        env={**surroundings(home), "_VNKP_COMPLETE": "source_zsh"},
        capture_output=True, timeout=60, check=True,
    ).stdout.decode()  # fmt: skip
    (home / ".zshrc").write_text(f"autoload -Uz compinit; compinit -u\n{script}\n", "utf-8")
    shell = Shell([str(shutil.which("zsh")), "-i"], home)
    try:
        for typed, shown in (
            ("vnkp peop\tKim\\ V\t--json\n", '"id": "kim-mun"'),
            ("vnkp list --person 'Kim V\t --json\n", '"id": "2002-'),
            ("vnkp list --person Kim\\ V\t --json\n", '"id": "2002-'),
            ("vnkp list --person 김\t --json\n", '"id": "2002-'),
            ("vnkp list --place B\t --json\n", '"id": "2001-'),
            ("vnkp thă\t --json\n", '"id": "2002-'),
            ("vnkp list --kind việ\t --json\n", '"kind": "aid"'),
        ):
            shell.type(typed, shown)
    finally:
        shell.close()


@pytest.mark.skipif(shutil.which("fish") is None, reason="there is no fish")
def test_a_real_fish_completes_names_in_vietnamese(home: Path) -> None:
    script = subprocess.run(
        [str(home / "bin" / "vnkp")],
        env={**surroundings(home), "_VNKP_COMPLETE": "source_fish"},
        capture_output=True, timeout=60, check=True,
    ).stdout.decode()  # fmt: skip
    lines = ["vnkp list --person 'Kim V", "vnkp show 2002", "vnkp list --lang vi --kind vis"]
    lines += ["vnkp list --person 김", "vnkp thă", "vnkp list --in 1960..196"]
    program = "\n".join(
        [script, *(f"complete -C {json.dumps(line, ensure_ascii=False)}" for line in lines)]
    )
    done = subprocess.run(
        [str(shutil.which("fish")), "--no-config", "-c", program],
        env=surroundings(home), capture_output=True, timeout=60, check=True,
    )  # fmt: skip
    found = [line.partition("\t")[0].strip("'") for line in done.stdout.decode().splitlines()]
    assert found == [
        *("Kim Văn", "2002-kim-mun-in-vietnam", "visit", "김문", "thăm"),
        *("1960..1960", "1960..1960s", "1960..1961"),
    ]
