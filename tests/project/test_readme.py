"""The documents keep their word: what vnkp prints and draws is as shown, links lead somewhere.

``GOLDEN=write`` rewrites the examples and the pictures instead of comparing them.
"""

from __future__ import annotations

import doctest
import io
import os
import re
import shlex
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.project.test_layers import FLOORS
from vnkp.cli import app
from vnkp.model.fields import Lang

ROOT = Path(__file__).parents[2]
LANGUAGES: dict[str, Lang] = {
    "README.md": "en",
    "README.vi.md": "vi",
    "CONTRIBUTING.md": "en",
    "docs/machine-output.md": "en",
}
DOCUMENTS = {name: (ROOT / name).read_text(encoding="utf-8") for name in LANGUAGES}
READMES = ("README.md", "README.vi.md")
WRITE = os.environ.get("GOLDEN") == "write"

_FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_EXAMPLE = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
_DRAWN = re.compile(r"`vnkp ([^`]+) --svg (docs/[^ `]+)`")
_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


class Example(NamedTuple):
    """A command in a document, and what the document says that it prints."""

    document: str
    line: int
    words: str
    printed: str

    def __str__(self) -> str:
        return f"{self.document}:{self.line}: {self.words}"


def _fenced(document: str, language: str) -> list[tuple[int, str]]:
    """The code blocks of a language in *document*, and the line on which each begins."""
    text = DOCUMENTS[document]
    found = (block for block in _FENCED.finditer(text) if block[1] == language)
    return [(text.count("\n", 0, block.start(2)) + 1, block[2]) for block in found]


def _examples() -> list[Example]:
    return [
        Example(document, line + block.count("\n", 0, found.start()), found[1], found[2])
        for document in DOCUMENTS
        for line, block in _fenced(document, "console")
        for found in _EXAMPLE.finditer(block)
    ]


class Screen(io.TextIOWrapper):
    """A stream that is a terminal, as those who follow a document have one."""

    def __init__(self) -> None:
        self.written = io.BytesIO()
        super().__init__(self.written, encoding="utf-8", newline="\n", write_through=True)

    def isatty(self) -> bool:
        return True


def _printed(words: str, lang: Lang, columns: int = 80, folder: Path = ROOT) -> str:
    """What a terminal shows after ``$ vnkp …``.

    ``2>/dev/null`` and ``; echo $?`` behind it mean what they do in a shell.
    """
    command, _, echo = words.partition("; ")
    command, quiet, _ = command.partition(" 2>/dev/null")
    screen = Screen()
    status = 0
    with pytest.MonkeyPatch.context() as around:
        around.setenv("NO_COLOR", "1")
        around.setenv("COLUMNS", str(columns))
        around.setenv("VNKP_LANG", lang)
        around.setenv("VNKP_DATA", str(ROOT / "data" / "facts.toml"))
        around.chdir(folder)
        around.setattr(sys, "stdout", screen)
        around.setattr(sys, "stderr", Screen() if quiet else screen)
        around.setattr(sys, "argv", shlex.split(command))
        try:
            app.main()
        except SystemExit as stop:
            status = int(stop.code or 0)
    assert echo in ("", "echo $?")
    return screen.written.getvalue().decode() + (f"{status}\n" if echo else "")


@pytest.mark.parametrize("example", _examples(), ids=str)
def test_an_example_is_what_vnkp_prints(example: Example) -> None:
    assert example.words.startswith("vnkp ")
    if WRITE:
        same = [one for one in _examples() if one.document == example.document]
        if example == same[0]:  # one test writes a document, for tests may run side by side
            _write(example.document, same)
        return
    assert _printed(example.words, LANGUAGES[example.document]) == example.printed


def _write(document: str, examples: list[Example]) -> None:
    text = DOCUMENTS[document]
    for one in examples:
        shown = f"\n$ {one.words}\n"
        text = text.replace(
            shown + one.printed, shown + _printed(one.words, LANGUAGES[document]), 1
        )
    (ROOT / document).write_text(text, encoding="utf-8", newline="\n")


@pytest.mark.parametrize(
    "command", sorted(set(app.COMMANDS) - {"check"})
)  # check is shown with a file of one's own
def test_the_example_in_the_help_of_a_command_finds_something(command: str, tmp_path: Path) -> None:
    told = " ".join(_printed(f"vnkp {command} --help", "en").split())
    example = re.search(r"Example: (vnkp .*?) (?:Arguments|Options):", told)
    assert example
    assert _printed(f"{example[1]}; echo $?", "en", folder=tmp_path).endswith("0\n")


@pytest.mark.parametrize("document", READMES)
def test_every_command_is_shown_or_named_in_a_readme(document: str) -> None:
    assert [name for name in app.COMMANDS if f"vnkp {name}" not in DOCUMENTS[document]] == []


def _pictures() -> list[tuple[str, str, str]]:
    return [
        (document, found[2], found[1])
        for document in READMES
        for found in _DRAWN.finditer(DOCUMENTS[document])
    ]


@pytest.mark.parametrize(("document", "picture", "words"), _pictures())
def test_a_picture_is_what_vnkp_draws(
    document: str, picture: str, words: str, tmp_path: Path
) -> None:
    drawn = tmp_path / "drawn.svg"
    _printed(f"vnkp {words} --svg '{drawn}'", LANGUAGES[document], columns=100)
    if WRITE:
        (ROOT / picture).write_bytes(drawn.read_bytes())
    assert drawn.read_text(encoding="utf-8") == (ROOT / picture).read_text(encoding="utf-8")


def test_every_picture_is_shown_with_the_command_that_draws_it() -> None:
    shown = {
        link
        for document in READMES
        for link in _LINK.findall(DOCUMENTS[document])
        if link.endswith(".svg")
    }
    assert (
        shown
        == {picture for _, picture, _ in _pictures()}
        == {f"docs/{path.name}" for path in (ROOT / "docs").glob("*.svg")}
    )


@pytest.mark.parametrize("picture", sorted({picture for _, picture, _ in _pictures()}))
def test_a_picture_is_whole_in_itself(picture: str) -> None:
    text = (ROOT / picture).read_text(encoding="utf-8")
    addresses = set(re.findall(r"https?://[^\"' <)]+", text)) - {"http://www.w3.org/2000/svg"}
    assert addresses == set()
    assert "@import" not in text
    assert "url(" not in re.sub(r"url\(#[\w-]+\)", "", text)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_to_other_files_lead_somewhere(document: str) -> None:
    folder = (ROOT / document).parent
    assert [
        link for link in _LINK.findall(DOCUMENTS[document]) if not (folder / link).exists()
    ] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_commands_of_shell_blocks_are_understood(document: str, tmp_path: Path) -> None:
    """Each ``vnkp …`` of a ``sh`` block runs, up to the pipe or the next command.

    It runs in a folder of its own, where the store that the document shows is mine.toml.
    """
    lines = [line for _, block in _fenced(document, "sh") for line in block.splitlines()]
    for _, store in _fenced(document, "toml"):
        (tmp_path / "mine.toml").write_text(store, encoding="utf-8")
    commands = [
        re.split(r" +[|#>&]", line)[0]
        for line in lines
        if line.startswith("vnkp ") and "completion" not in line
    ]
    told = {
        command: _printed(f"{command}; echo $?", LANGUAGES[document], folder=tmp_path)
        for command in commands
    }
    assert [text for text in told.values() if not text.endswith("0\n")] == []


def test_entries_shown_to_contributors_stand_in_the_record() -> None:
    record = (ROOT / "data" / "facts.toml").read_text(encoding="utf-8")
    entries = [block for _, block in _fenced("CONTRIBUTING.md", "toml")]
    assert entries
    assert [entry for entry in entries if entry not in record] == []


def test_the_map_of_the_code_names_every_folder_and_module_with_its_floor() -> None:
    lines = re.findall(r"^[├└]── (\w+)(?:\.py|/) +([1-8]) ", DOCUMENTS["CONTRIBUTING.md"], re.M)
    floors = {name.replace("__init__", ""): int(floor) for name, floor in lines}

    assert floors == FLOORS


def _doctests() -> list[doctest.DocTest]:
    read = doctest.DocTestParser().get_doctest
    return [
        read(block, {}, f"{document}:{line}", document, line)
        for document in DOCUMENTS
        for line, block in _fenced(document, "python")
    ]


@pytest.mark.parametrize("example", _doctests(), ids=lambda example: str(example.name))
def test_python_examples_give_what_they_show(example: doctest.DocTest) -> None:
    told: list[str] = []
    assert example.examples
    assert doctest.DocTestRunner().run(example, out=told.append).failed == 0, "".join(told)


@pytest.mark.parametrize("purpose", ["year 1961", "-m pytest"])
def test_both_readmes_give_the_same_line_to_set_up(purpose: str) -> None:
    lines = [
        [
            line
            for line in DOCUMENTS[document].splitlines()
            if line.startswith("python3 -m venv") and line.endswith(purpose)
        ]
        for document in READMES
    ]
    assert lines[0] == lines[1]
    assert len(lines[0]) == 1
