"""The words of the command line: the command, its words, and what is refused at once."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from vnkp.errors import UsageError
from vnkp.query.line import commands, plain_lines

# Options without a value; all others take the next word.
_FLAGS = {
    "-h", "--help", "--version", "--json", "--bom", "--cache", "--no-cache", "--strict",
    "--disputed", "--parts", "--no-parts", "--explain", "--all", "--report", "--fix", "--write",
    "--ids", "--pager", "--no-pager",
    "--install-completion", "--show-completion",
}  # fmt: skip
UNNAMED = "ask"  # the command of a line that names none
_ONCE = ("--since", "--until", "--data", "--limit", "--rank", "--sort", "--by")


def resolve(words: Sequence[str]) -> tuple[str | None, list[str]]:
    """The command that *words* mean, and its words: options before it are moved behind.

    The command is None for the program itself (help, version), `UNNAMED` for a line without one.
    """
    start = _first_word(words)
    before, rest = list(words[:start]), list(words[start:])
    if not rest:
        return None, before
    options = (  # a dash before another word is a word too: 1961 - 1965
        index
        for index, (word, after) in enumerate(zip(rest, [*rest[1:], "-"], strict=True))
        if word.startswith("-") and (word != "-" or after.startswith("-"))
    )
    end = next(options, len(rest))
    if plain_lines.is_command(rest[0], " ".join(rest[1:end])):
        return rest[0], [*rest[1:], *before]
    command, left = commands.find_command(" ".join(rest[:end]))
    if command == "help":
        return commands.find_command(left)[0], [*before, "--help"]
    if command == "version":
        return None, ["--version"]
    if command == rest[0] and left.split() == " ".join(rest[1:end]).split():
        return command, [*rest[1:], *before]  # the name of a file may have blanks
    return command or UNNAMED, [*left.split(), *rest[end:], *before]


def _first_word(words: Sequence[str]) -> int:
    """The index of the first of *words* that is neither an option nor the value of one.

    A word of hyphens alone is no option.

    >>> _first_word(["--lang", "vi", "-oa.csv", "--json", "list", "rice"])
    4
    """
    index = 0
    while index < len(words) and (word := words[index]).startswith("-") and word.strip("-"):
        has_value = "=" in word or (word[1] != "-" and len(word) > 2)
        takes_next = word not in _FLAGS and not has_value
        index += 1 + takes_next
    return min(index + (words[index : index + 1] == ["--"]), len(words))


def option_values(words: Sequence[str], option: str) -> list[str]:
    """The values that *words* give an *option*."""
    values = [word for before, word in itertools.pairwise(words) if before == option]
    return values + [word.partition("=")[2] for word in words if word.startswith(f"{option}=")]


def refuse_empty(words: Sequence[str]) -> None:
    """Raise `UsageError` if one of *words* or the value of an option is empty or blank."""
    end = words.index("--") if "--" in words else len(words)
    for index, word in enumerate(words):
        option, sign, value = word.partition("=")
        if index < end and sign and option.startswith("--") and not value.strip():
            raise UsageError("empty_option", option=option)
        if not word.strip():
            before = words[index - 1] if 0 < index < end else ""
            if before.startswith("-") and before not in _FLAGS and "=" not in before:
                raise UsageError("empty_option", option=before)
            raise UsageError("empty_argument")


def refuse_doubled(words: Sequence[str]) -> None:
    """Raise `UsageError` for an option given twice whose first value would be lost."""
    for option in _ONCE:
        given = [word for word in words if word == option or word.startswith(f"{option}=")]
        if len(given) > 1:
            raise UsageError("given_twice", option=option)
