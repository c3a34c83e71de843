"""What bash, zsh and fish ask when somebody presses Tab, and the answer in words that each of them takes.

The scripts that ask are Typer's, as ``--install-completion`` puts them in place. Typer could answer too, but not with values
that have blanks in them, as names have; and it would have to build every command first.
"""

from __future__ import annotations

import itertools
import os
import re
import shlex
from collections.abc import Callable, Collection, Sequence
from typing import Any, NamedTuple

from vnkp.cli.complete import COMPLETERS, Value


class Line(NamedTuple):
    """What has been typed: the words before the one at the cursor, that word as far as it goes, and its open quote."""

    words: list[str]
    begun: str
    quote: str


class Answer(NamedTuple):
    """What to print, and the exit status, by which fish tells whether there is anything."""

    text: str
    status: int = 0


class Program(NamedTuple):
    """The names of the commands, and how to learn what one of them does and which parameters it has."""

    names: Collection[str]
    told: Callable[[str], str]
    params: Callable[[str], Sequence[Any]]


def answer(instruction: str, program: Program) -> Answer | None:
    """The answer to *instruction* (``complete_bash`` …); None when that is not a question for us."""
    shell = instruction.removeprefix("complete_")
    if shell not in SHELLS or shell == instruction:
        return None
    line = _bash_line() if shell == "bash" else _line()
    return SHELLS[shell](values(line, program), line)


def _line() -> Line:
    """The line up to the cursor; PowerShell leaves out a blank at its end."""
    text, word = (
        os.environ.get("_TYPER_COMPLETE_ARGS", ""),
        os.environ.get("_TYPER_COMPLETE_WORD_TO_COMPLETE"),
    )
    return typed(f"{text} " if word == "" else text)


def _bash_line() -> Line:
    """The line of bash, which tells its words one by one, up to the one with the cursor."""
    text, count = os.environ.get("COMP_WORDS", ""), os.environ.get("COMP_CWORD", "")
    place = int(count) if count.isdigit() else 0
    line = typed("\n".join(text.split("\n")[: place + 1]) if "\n" in text else text)
    every = [*line.words, line.begun]
    if place == len(every) - 1:
        return line
    return Line(every[:place], every[place] if place < len(every) else "", "")


def typed(text: str) -> Line:
    """*text* split as a shell does; what is quoted may not be over yet.

    >>> typed("vnkp list --person 'Kim N")
    Line(words=['vnkp', 'list', '--person'], begun='Kim N', quote="'")
    """
    end = "\0"  # tells a word that ended from one that goes on
    lexer = shlex.shlex(text + end, posix=True)
    lexer.whitespace_split, lexer.commenters = True, ""
    words: list[str] = []
    try:
        words.extend(iter(lexer.get_token, None))
    except ValueError:  # a quote is still open
        words.append(lexer.token)
    quote = getattr(lexer, "state", None) or ""  # the quote that is open, while one is
    return Line(words[:-1], words[-1].removesuffix(end), quote if quote in ("'", '"') else "")


def values(line: Line, program: Program) -> list[Value]:
    """What may stand at the cursor."""
    words = line.words[1:]
    place = next((place for place, word in enumerate(words) if word in program.names), None)
    if place is not None:
        rest = [
            word for word in words[place + 1 :] if word != "="
        ]  # bash takes the sign for a word
        return _within(words[place], rest, line.begun, program.params(words[place]))
    if line.begun.startswith("-"):
        return [(name, "") for name in _MAIN if name.startswith(line.begun)]
    return [(name, program.told(name)) for name in program.names if name.startswith(line.begun)]


def _within(command: str, words: Sequence[str], begun: str, params: Sequence[Any]) -> list[Value]:
    """What may stand after *words* of a command."""
    _heed(words)
    options = {
        name: one
        for one in params
        if one.param_type_name == "option"
        for name in (*one.opts, *one.secondary_opts)
    }
    valued = {name for name, one in options.items() if not one.is_flag}
    name, sign, value = begun.partition("=")
    if sign and name in valued:
        return [(f"{name}={found}", told) for found, told in _option(command, name, value)]
    if words and words[-1] in valued:
        return _option(command, words[-1], value if sign and not name else begun)
    given = [
        word
        for last, word in itertools.pairwise(["", *words])
        if not word.startswith("-") and last not in valued
    ]
    arguments = [one for one in params if one.param_type_name == "argument"]
    due = len(given) < len(arguments) or any(one.nargs == -1 for one in arguments)
    if begun.startswith("-") or not (due or begun):
        known = [(name, one.help or "") for name, one in options.items()] + [("--help", "")]
        return [(name, told) for name, told in known if name.startswith(begun)]
    return _argument(command, given, begun) if due else []


def _heed(words: Sequence[str]) -> None:
    """Let options that were typed steer what completes the next word: another store, another language."""
    split = [
        part
        for word in words
        for part in (word.split("=", 1) if word.partition("=")[0] in _HEEDED else [word])
    ]
    for last, word in itertools.pairwise(split):
        if last in _HEEDED:
            os.environ[_HEEDED[last]] = word


def _option(command: str, name: str, begun: str) -> list[Value]:
    completer = COMPLETERS.get(f"{command} {name}") or COMPLETERS.get(name)
    return completer(begun) if completer else []


def _argument(command: str, given: Sequence[str], begun: str) -> list[Value]:
    """Values for an argument; of a name of several words those that are still to come."""
    completer = COMPLETERS.get(command)
    if completer is None:
        return []
    head = "".join(f"{word} " for word in given) if command in _NAMED_AT_LENGTH else ""
    found = ((value, told) for value, told in completer(head + begun) if value.startswith(head))
    return [(value[len(head) :], told) for value, told in found]


def _bash(found: Sequence[Value], line: Line) -> Answer:
    """A value to a line, quoted as the word at the cursor is: bash puts it there as it stands."""
    special = {"'": "'", '"': r'["$`\\]', "": r"[^\w@%+=:,./^~-]"}[line.quote]
    escaped = r"'\''" if line.quote == "'" else r"\\\g<0>"
    return Answer("\n".join(dict.fromkeys(re.sub(special, escaped, value) for value, _ in found)))


def _zsh(found: Sequence[Value], line: Line) -> Answer:
    """Words for zsh to evaluate; it quotes the values itself."""
    if not found:
        return Answer("_files")
    pairs = (
        ":".join(part.replace("\\", "\\\\").replace(":", r"\:") for part in pair if part)
        for pair in found
    )
    words = " ".join(shlex.quote(pair) for pair in pairs)
    return Answer(f"local -a vnkp_found; vnkp_found=({words}); _describe value vnkp_found")


def _fish(found: Sequence[Value], line: Line) -> Answer:
    """A value to a line, and what is told of it after a tab; fish asks first whether there are any."""
    if os.environ.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
        return Answer("", 0 if found else 1)
    return Answer("\n".join(f"{value}\t{told}" if told else value for value, told in found))


def _powershell(found: Sequence[Value], line: Line) -> Answer:
    """A value to a line, between quotes if it has to be, and what is told of it."""
    quoted = (
        ("'{}'".format(re.sub(_APOSTROPHE, r"\g<0>\g<0>", value)), told or " ")
        if re.search(_SPECIAL, value)
        else (value, told or " ")
        for value, told in found
    )
    return Answer("\n".join(f"{value}:::{told}" for value, told in quoted))


# What PowerShell does not take as it stands, and the letters that it takes for apostrophes.
_SPECIAL, _APOSTROPHE = r"[^\w./:+=-]", "['‘’‚‛]"
_MAIN = ("--version", "--help", "--install-completion", "--show-completion")
_HEEDED = {"--data": "VNKP_DATA", "--lang": "VNKP_LANG"}
_NAMED_AT_LENGTH = ("people",)
SHELLS: dict[str, Callable[[Sequence[Value], Line], Answer]] = {
    "bash": _bash,
    "zsh": _zsh,
    "fish": _fish,
    "powershell": _powershell,
    "pwsh": _powershell,
}
