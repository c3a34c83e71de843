"""Reading a text that is not all TOML, so that all its errors are reported at once."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import zip_longest

import tomli

from vnkp.errors import MAX_GATHERED, Problem
from vnkp.store import syntax_errors
from vnkp.store.problems import text_problem
from vnkp.store.raw_values import Values
from vnkp.store.references import new_key

_MAX_PROBLEMS = 20  # each costs one more reading of the whole text
_MAX_SIZE = 8 * 2**20
_HEADER = re.compile(r"\s*\[{1,2}\s*[\w\"'][^\[\]=,{]*\]{1,2}\s*(?:#.*)?")
_SUBTABLE = re.compile(r"\s*\[{1,2}\s*fact\s*\.")
_MARKERS = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?: .*)?\r?$", re.MULTILINE)


def recover(text: str) -> tuple[Values, str, list[Problem]]:
    """The values of *text* without the sections that are not TOML.

    Also the text that has these values, with empty rows for those sections, and the problems.
    """
    text, problems = _resolve_merges(text)
    while len(problems) < _MAX_PROBLEMS:
        try:
            return tomli.loads(text, parse_float=Decimal), text, problems
        except tomli.TOMLDecodeError as error:
            problem = syntax_errors.explain(error)
        except (ValueError, ArithmeticError, RecursionError):
            break
        problems.append(problem)
        shorter = _without_section(text, problem.line) if len(text) <= _MAX_SIZE else text
        if shorter == text:
            break
        text = shorter
    return {}, "", problems


def left_out_names(text: str, kept: str) -> set[str]:
    """The words in the rows of *text* that are empty in what was *kept*, and keys in its headers.

    [source the paper] means [source.the-paper].
    """
    pairs = zip_longest(text.split("\n"), kept.split("\n"), fillvalue="")
    rows = [row for row, other in pairs if not other]
    headers = (re.split(r"[.\s]", row.strip("[] \t"), maxsplit=1) for row in rows if "[" in row[:9])
    keys = {new_key(header[1]) for header in headers if len(header) > 1}
    return keys.union(*(re.findall(r"[\w-]+", row) for row in rows))


def _resolve_merges(text: str) -> tuple[str, list[Problem]]:
    """*text* with the first side of each unresolved merge of git, and these merges.

    Of a merge that is resolved in part, only the markers that are left are reported.
    """
    # <<<<<<< ours       becomes an empty row, with the problem of all five
    # en = "A visit"     stays
    # =======            becomes an empty row
    # en = "A trip"      becomes an empty row
    # >>>>>>> theirs     becomes an empty row
    if not _MARKERS.search(text):
        return text, []
    rows = text.split("\n")
    problems: list[Problem] = []
    before: list[int] = []  # the indexes of markers that belong to no merge
    merge: list[int] = []  # those of the merge that is open
    for index, row in enumerate(rows):
        mark = row[0] if _MARKERS.fullmatch(row) else ""
        if mark == "<":
            before += merge
            merge = []
        if mark:
            merge.append(index)
        if mark == ">" and len(merge) > 2 and rows[merge[0]].startswith("<"):
            problems.append(text_problem(merge[0] + 1, "unresolved_merge", end=str(index + 1)))
            rows[merge[0]] = ""
            rows[merge[1] : index + 1] = [""] * (index + 1 - merge[1])
            merge = []
    for index in before + merge:
        rows[index] = ""
        problems.append(text_problem(index + 1, "merge_marker"))
    return "\n".join(rows), problems[:MAX_GATHERED]


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
