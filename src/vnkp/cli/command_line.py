"""Which command a line means: by its name, by another name, by what it asks, or none."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence

from vnkp.errors import UsageError
from vnkp.query.questions import asking_command, split_command, without_request
from vnkp.query.time_reader import split_day

# Options without a value; all others take the next word.
_FLAGS = {
    "-h", "--help", "--version", "--json", "--bom", "--cache", "--no-cache", "--strict",
    "--disputed", "--parts", "--no-parts", "--explain", "--all", "--report", "--fix", "--write",
    "--ids", "--pager", "--no-pager",
    "--install-completion", "--show-completion",
}  # fmt: skip
# Commands that also begin a sentence or a longer name: a new ambassador, sources about rice,
# trade relations.
_PROSE = ("new", "sources", "trade")
_ONCE = ("--since", "--until", "--data", "--limit", "--rank", "--sort", "--by")


def resolve(words: Sequence[str], commands: Collection[str]) -> tuple[str | None, list[str]]:
    """The command that *words* mean, and its words: options before it are moved behind.

    The command is None for the program itself (help, version), "ask" for a line without one.
    """
    start = _first_word(words)
    before, rest = list(words[:start]), list(words[start:])
    if not rest:
        return None, before
    size = next((index for index, word in enumerate(rest) if word.startswith("-")), len(rest))
    line = " ".join(rest[:size])
    is_named = rest[0] in commands and without_request(line) == line
    as_typed = rest[0], [*rest[1:], *before]
    if is_named and rest[0] not in _PROSE:
        return as_typed
    command, left = split_command(line)
    if is_named and (command, left) == (rest[0], " ".join(rest[1:size])):
        return as_typed
    if command == "help":
        topic, _ = split_command(left)
        if topic in commands or not left:
            return topic, [*before, "--help"]
    if command == "version" and not left:
        return None, ["--version"]
    if command in ("help", "version"):  # help me find rice
        command, left = None, line
    typed = left.split(" ") if left else []
    command = command or asking_command(line) or ("today" if _is_day(line) else "ask")
    return command, [*typed, *rest[size:], *before]


def _is_day(line: str) -> bool:
    """Whether *line* is a day and a month without a year."""
    day, rest = split_day(line)
    return day is not None and not rest


def _first_word(words: Sequence[str]) -> int:
    """The index of the first of *words* that is neither an option nor the value of one."""
    index = 0
    while index < len(words) and words[index].startswith("-") and words[index] != "--":
        has_value = "=" in words[index] or (words[index][1] != "-" and len(words[index]) > 2)
        takes_value = words[index] not in _FLAGS and not has_value
        index += 1 + takes_value
    return min(index + (words[index : index + 1] == ["--"]), len(words))


def option_values(words: Sequence[str], option: str) -> list[str]:
    """The values that *words* give an *option*."""
    values = [word for last, word in itertools.pairwise(words) if last == option]
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
