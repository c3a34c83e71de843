"""Answers to Tab: what may stand at the cursor, in the form that each shell takes.

The scripts that ask are Typer's. Its own answers would load Rich for their explanations,
build every command for the first word, and break names with blanks in bash.
"""

from __future__ import annotations

import functools
import itertools
import os
import re
import shlex
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from vnkp.cli.command_line import UNNAMED, resolve
from vnkp.cli.completers import COMPLETERS, complete_command, complete_query
from vnkp.cli.completion_request import Request, Value
from vnkp.cli.options import read_output
from vnkp.i18n.option_help import vietnamese_help
from vnkp.store import loader

_MAIN_OPTIONS = ("--version", "--help", "--install-completion", "--show-completion")
Parameters = Callable[[str], Sequence[Any]]


class Line(NamedTuple):
    """The words before the cursor, the one at it as far as it goes, and the quote open in it."""

    words: list[str]
    incomplete: str
    quote: str


def answer(instruction: str, parameters: Parameters) -> tuple[str, int] | None:
    """What to print and the exit status for an *instruction* (complete_bash …); None for others.

    *parameters* tells those of the command of a name.
    """
    task, _, shell = instruction.partition("_")
    if task != "complete" or shell not in _WRITERS:
        return None
    line = _typed_line(shell)
    values = complete_line(line, parameters)
    # fish asks first whether there is anything.
    is_question = os.environ.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args"
    return "" if is_question else _WRITERS[shell](values, line.quote), is_question and not values


def _typed_line(shell: str) -> Line:
    """The line up to the cursor."""
    text = os.environ.get("_TYPER_COMPLETE_ARGS", "")
    if shell == "bash":
        cursor = int(os.environ["COMP_CWORD"])
        text = "\n".join(os.environ["COMP_WORDS"].split("\n")[: cursor + 1])
    elif os.environ.get("_TYPER_COMPLETE_WORD_TO_COMPLETE") == "":
        text += " "  # which PowerShell leaves out
    line = split_line(text)
    if shell == "bash":  # where an equal sign is a word
        words = [word for word in line.words if word != "="]
        return Line(words, line.incomplete.removeprefix("="), line.quote)
    return line


def split_line(text: str) -> Line:
    """*text* without its first word, split as a shell does; a quote may still be open.

    >>> split_line("vnkp list --person 'Kim N")
    Line(words=['list', '--person'], incomplete='Kim N', quote="'")
    """
    end = "\0"  # tells a word that is complete from one that goes on
    lexer = shlex.shlex(text + end, posix=True)
    lexer.whitespace_split, lexer.commenters = True, ""
    words: list[str] = []
    try:
        words.extend(iter(lexer.get_token, None))
    except ValueError:  # a quote is still open
        words.append(lexer.token)
    quote = getattr(lexer, "state", None) or ""
    incomplete = words[-1].removesuffix(end)
    return Line(words[1:-1], incomplete, quote if quote in ("'", '"') else "")


def complete_line(line: Line, parameters: Parameters) -> list[Value]:
    """What may stand at the cursor of *line*: a value of an option, a word, or an option.

    Of `vnkp list --person Kim` that is a person, of `vnkp list --person=Kim` the same behind the
    option, of `vnkp list Kim` any word of a query, of `vnkp list --p` an option.
    """
    command, words = resolve(line.words)
    name = command or UNNAMED
    output = read_output(line.words)
    load = functools.cache(
        functools.partial(loader.load, output.data, overlays=output.with_, lazy=True)
    )
    request = Request(line.incomplete, output.language(), load)
    options = {
        option: parameter
        for parameter in parameters(name)
        for option in (*parameter.opts, *parameter.secondary_opts)
        if option.startswith("-")
    }
    valued = {option for option, parameter in options.items() if not parameter.is_flag}
    option, equals, value = line.incomplete.partition("=")
    if equals and option in valued:
        values = _complete_option(name, option, request._replace(incomplete=value))
        return [(f"{option}={text}", explanation) for text, explanation in values]
    if words and words[-1] in valued:
        return _complete_option(name, words[-1], request)
    earlier = [
        word
        for before, word in itertools.pairwise(["", *words])
        if not word.startswith("-") and before not in valued
    ]
    if not line.incomplete.startswith("-"):
        values = _complete_words(name, earlier, request)
        if values or line.incomplete or name in COMPLETERS:
            return values
    explain = vietnamese_help if request.lang == "vi" else str
    helps = {option: explain(parameter.help or "") for option, parameter in options.items()}
    helps |= dict.fromkeys(_MAIN_OPTIONS if command is None else ("--help",), "")
    return request.exactly(((option,), text) for option, text in helps.items())


def _complete_option(command: str, option: str, request: Request) -> list[Value]:
    completer = COMPLETERS.get(f"{command} {option}") or COMPLETERS.get(option)
    return completer(request) if completer else []


def _complete_words(command: str, earlier: Sequence[str], request: Request) -> list[Value]:
    """Values for the words of a *command*: what goes on with as many of those *earlier* as can be.

    Behind `people Kim Nhật` the word T becomes Thành.
    """
    completer = COMPLETERS.get(command, complete_query)
    for index in range(len(earlier) + 1):
        start = "".join(f"{word} " for word in earlier[index:])
        longer = request._replace(incomplete=start + request.incomplete)
        values = complete_command(longer) if command == UNNAMED and index == 0 else []
        values = values or completer(longer)
        if values:
            return [(text[len(start) :], explanation) for text, explanation in values]
    return []


def write_bash(values: Sequence[Value], quote: str) -> str:
    """A value to a line, quoted as the word at the cursor is: bash puts it there as it stands."""
    special = {"'": "'", '"': r'["$`\\]', "": r"[^\w@%+=:,./^~-]"}[quote]
    escaped = r"'\\''" if quote == "'" else r"\\\g<0>"
    return "\n".join(dict.fromkeys(re.sub(special, escaped, text) for text, _ in values))


def write_zsh(values: Sequence[Value], quote: str) -> str:
    """Words for zsh to evaluate; it quotes the values itself."""
    pairs = [
        ":".join(part.replace("\\", "\\\\").replace(":", r"\:") for part in value if part)
        for value in values
    ]
    words = " ".join(shlex.quote(pair) for pair in pairs)
    return f"local -a values; values=({words}); _describe value values" if pairs else "_files"


def write_fish(values: Sequence[Value], quote: str) -> str:
    """A value to a line, and behind a tab what explains it."""
    return "\n".join("\t".join(filter(None, value)) for value in values)


def write_powershell(values: Sequence[Value], quote: str) -> str:
    """A value to a line, between quotes if it has to be, and what explains it."""
    lines = []
    for text, explanation in values:
        if re.search(r"[^\w./:+=-]", text):
            # PowerShell takes these letters too for apostrophes.
            text = "'" + re.sub("['‘’‚‛]", r"\g<0>\g<0>", text) + "'"
        lines.append(f"{text}:::{explanation or ' '}")
    return "\n".join(lines)


_WRITERS: dict[str, Callable[[Sequence[Value], str], str]] = {
    "bash": write_bash,
    "zsh": write_zsh,
    "fish": write_fish,
    "powershell": write_powershell,
    "pwsh": write_powershell,
}
