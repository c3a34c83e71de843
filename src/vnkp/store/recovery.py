"""Reading a text that is no TOML as far as it goes, so that all its slips are reported at once."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, NamedTuple

import tomli

from vnkp.errors import Problem
from vnkp.store import syntax_errors

_MAX_PROBLEMS = 20  # each costs one more reading of the whole text
_MAX_SIZE = 8 * 2**20
_HEADER = re.compile(r"\s*\[{1,2}\s*[\w\"'][^\[\]=,{]*\]{1,2}\s*(?:#.*)?")
_SUBTABLE = re.compile(r"\s*\[{1,2}\s*fact\s*\.")
_MARKERS = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: .*)?\r?")


class Recovery(NamedTuple):
    """What can be read of a text: its values, the text that has them, and the problems.

    The lines of *text* are those of the file; the sections that are no TOML are empty.
    """

    values: dict[str, Any]
    text: str
    problems: list[Problem]


def recover(text: str) -> Recovery:
    """Read *text*, which is not all TOML, leaving out each section that is none."""
    text, problems = _resolve_merges(text)
    while len(problems) < _MAX_PROBLEMS:
        try:
            return Recovery(tomli.loads(text, parse_float=Decimal), text, problems)
        except tomli.TOMLDecodeError as error:
            problem = syntax_errors.explain(error)
        except (ValueError, ArithmeticError, RecursionError):
            break
        problems.append(problem)
        shorter = _without_section(text, problem.line) if len(text) <= _MAX_SIZE else text
        if shorter == text:
            break
        text = shorter
    return Recovery({}, "", problems)


def _resolve_merges(text: str) -> tuple[str, list[Problem]]:
    """*text* with the first side of each unresolved merge of git, and these merges."""
    if "<<<<<<<" not in text:
        return text, []
    rows = text.split("\n")
    problems = []
    start, side = 0, ""
    for number, row in enumerate(rows, 1):
        marker = _MARKERS.fullmatch(row)
        if marker:
            side = marker[1][0]
            rows[number - 1] = ""
            if side == "<":
                start = number
            elif side == ">" and start:
                problems.append(Problem(start, "", "unresolved_merge", {"end": str(number)}))
                start, side = 0, ""
        elif side in ("|", "="):
            rows[number - 1] = ""
    return ("\n".join(rows), problems) if problems and not start else (text, [])


def _without_section(text: str, line: int) -> str:
    """*text* with empty lines for the section around *line*; of a fact, with its variants."""
    rows = text.split("\n")
    headers = [number for number, row in enumerate(rows) if _HEADER.fullmatch(row)]
    start = max((number for number in headers if number < line), default=0)
    within_fact = _SUBTABLE.match(rows[start])
    after = (
        number
        for number in headers
        if number > start and (within_fact or not _SUBTABLE.match(rows[number]))
    )
    end = next(after, len(rows))
    return "\n".join([*rows[:start], *[""] * (end - start), *rows[end:]])
