"""What is wrong with a text that is no TOML, or TOML that not every program reads."""

from __future__ import annotations

import re

import tomli

from vnkp.errors import DateError, Phrase, Problem
from vnkp.model import edtf
from vnkp.store import positions
from vnkp.store.problems import text_problem

try:
    import tomllib
except ModuleNotFoundError:  # before Python 3.11
    tomllib = None  # type: ignore[assignment]

_LONGEST = 500

# How messages of the parser begin, and the code of what they mean.
_PARSER_MESSAGES = [
    ("Invalid value", "no_value"),
    ("Expected newline or end of document", "more_follows"),
    ("Expected '='", "no_equals_sign"),
    ("Expected ']", "header_without_end"),
    ("Invalid statement", "no_statement"),
    ("Invalid initial character for a key part", "no_key"),
    ("Invalid date or datetime", "no_toml_date"),
    ("Unescaped '\\'", "bad_escape"),
    ("Invalid hex value", "bad_escape"),
    ("Escaped character is not", "bad_escape"),
]
_BRACKETS = {"[": (Phrase("list"), "]"), "{": (Phrase("inline_table"), "}")}
# What people write in a row, and the code of what they overlook.
_SLIPS = [
    (r"\s*[\w.-]+\s*==", "two_equals_signs"),
    (".*[“”„«»＂]", "curly_quotes"),
    (r".*=\s*'[^']*'\w", "apostrophe"),
]
_STATEMENT = re.compile(r"\s*(?:(\[\[?[^\[\]]+\]\]?)|([\w.\"'-]+)\s*=)")
_UNQUOTED = re.compile(r"\s*([\w.-]+)\s*=\s*([^\s\"'\[{#][^\"'\[{#]*?)\s*(?:#.*)?")
# An amount with anything between its digits, and those whose digits stand in threes.
_AMOUNT = re.compile(r"\b(value|low|high)\s*=\s*([0-9][0-9_., ']*[0-9])")
_GROUPED = re.compile(r"[0-9]{1,3}([,. '])[0-9]{3}(?:\1[0-9]{3})*")
# An amount with its unit, or with a word like million, behind it.
_WORDED = re.compile(
    r"\b(value|low|high)\s*=\s*([0-9](?:[0-9_]|[.,][0-9])*\s*[^\W\d_][^,}=]*?)\s*(?=[,}])"
)
_VALID_NUMBER = re.compile(r"0[xob].*|[0-9_.]+[eE][+-]?[0-9_]+")
_NUMBER = re.compile(r"(?:0|[1-9](?:_?[0-9])*)(?:\.[0-9]+)?")
_SWITCH = re.compile(r"\s*(?:true|yes|y|1|on|false|no|n|0|off)\s*", re.IGNORECASE)
# What may follow a value that lacks its comma: in a list a value, in an inline table a key.
_NEXT = {"[": re.compile(r"[\"'{0-9]"), "{": re.compile(r"[\w.\"'-]+\s*=")}
_HEADER_WITH_BLANK = re.compile(r"\s*(\[\[?)\s*([\w.-]+(?:\s+[\w.-]+)+)\s*(\]\]?)\s*(?:#.*)?")


def explain(error: tomli.TOMLDecodeError) -> Problem:
    """The problem that the parser's *error* means, on the line where it can be mended."""
    text, index = error.doc, error.doc.count("\n", 0, error.pos)
    rows = [row[:_LONGEST] for row in text.split("\n", index + 1)[: index + 1]]
    twice = re.match("Duplicate inline table key '(.*)'", error.msg)
    if twice:
        return text_problem(index + 1, "key_twice", key=twice[1])
    if error.msg.startswith("Cannot mutate"):
        return text_problem(index + 1, "added_to_what_is_whole")
    if amount := _bad_amount(index + 1, rows[index]):
        return amount
    opened = positions.unclosed(text[: error.pos])
    problem = opened and (
        _missing_comma(error, opened[-1][0])
        or _wrong_bracket(error, rows[index], opened[-1])
        or _unclosed(error, rows[index], opened)
    )
    if problem:
        return problem
    if error.msg.startswith(("Cannot overwrite", "Cannot declare")):
        statements = (above for above in range(index, -1, -1) if _STATEMENT.match(rows[above]))
        return _written_twice(next(statements, index), rows)
    if not opened and re.match(r"\s*\{\s*\w+\s*=", rows[index]):
        return text_problem(index + 1, "entry_in_no_list")
    if not opened and rows[index].strip() == "]":
        return text_problem(index + 1, "closed_without_opening")
    return _slip(index + 1, rows[index]) or _parser_problem(index + 1, error)


def _bad_amount(line: int, row: str) -> Problem | None:
    """An amount in *row* whose digits are not written as those of TOML."""
    for match in _AMOUNT.finditer(row):
        key, value = match.groups()
        code, number = "unclear_amount", ""
        if _NUMBER.fullmatch(value):
            continue
        if re.fullmatch("0[0-9_]+", value):
            code, number = "leading_nought", value.lstrip("0_") or "0"
        elif _GROUPED.fullmatch(value):
            code, number = "grouped_digits", re.sub("[^0-9]", "_", value)
        return text_problem(line, code, key=key, value=value, number=number)
    worded = _WORDED.search(row)
    if worded and not _VALID_NUMBER.fullmatch(worded[2]):
        return text_problem(line, "amount_with_words", key=worded[1], value=worded[2])
    return None


def _missing_comma(error: tomli.TOMLDecodeError, mark: str) -> Problem | None:
    """A comma that is missing between two entries of the list or inline table after *mark*."""
    rest = error.doc[error.pos :].lstrip()
    before = error.doc[: error.pos].rstrip()
    is_within = error.msg.startswith(("Unclosed array", "Unclosed inline table"))
    if not is_within or mark not in _NEXT or before.endswith((",", "[", "{")):
        return None
    line = before.count("\n") + 1
    if rest.startswith(";"):
        return text_problem(line, "semicolon")
    is_statement = mark == "[" and _STATEMENT.match(rest)  # "key" = …: the list was not closed
    if _NEXT[mark].match(rest) and not is_statement:
        return text_problem(line, "missing_comma")
    return None


def _wrong_bracket(
    error: tomli.TOMLDecodeError, row: str, opening: re.Match[str]
) -> Problem | None:
    """Keys in the brackets of a list; curly brackets that are not in pairs on their line."""
    mark, within, rest = opening[0], opening.string[opening.end() :], error.doc[error.pos :]
    if mark == "[" and not within.strip() and "\n" not in within and _NEXT["{"].match(rest):
        return text_problem(_line(opening), "keys_in_list")
    outside = re.sub(r'"[^"]*"', "", row)
    if mark == "[" and outside.count("{") != outside.count("}"):
        return text_problem(error.doc.count("\n", 0, error.pos) + 1, "unpaired_brackets")
    if mark == "{" and "\n" in within and error.msg.startswith("Invalid initial character"):
        return _without_end(opening)
    return None


def _unclosed(
    error: tomli.TOMLDecodeError, row: str, opened: list[re.Match[str]]
) -> Problem | None:
    """The mark that was not closed, if that made the parser stop in *row*."""
    ends = ("Unclosed", "Unterminated", 'Expected "', "Illegal character '\\n'")
    # The file ends within it, or the parser says so.
    if not error.doc[error.pos :].strip() or error.msg.startswith(ends):
        return _without_end(opened[-1])
    outermost = opened[0]
    begins_anew = _STATEMENT.match(row) and "\n" in outermost.string[outermost.start() :]
    if begins_anew and outermost[0] in _BRACKETS:
        return _without_end(outermost)
    return None


def _without_end(opening: re.Match[str]) -> Problem:
    thing, end = _BRACKETS.get(opening[0], (Phrase("text"), opening[0]))
    return text_problem(_line(opening), "unclosed", thing=thing, mark=end)


def _line(opening: re.Match[str]) -> int:
    """The line on which a bracket or quotation mark was opened."""
    return opening.string.count("\n", 0, opening.start()) + 1


def _written_twice(index: int, rows: list[str]) -> Problem:
    """The statement in the row at *index* was there before, or its key within its table.

    A second id is that of another fact, whose header is missing; in another table, a key that
    comes again below an empty row begins another entry; place.en beside place adds to what is
    whole.
    """
    match = _STATEMENT.match(rows[index])
    if not match or match[1]:
        name = match[1] if match else rows[index].strip()
        return text_problem(index + 1, "table_twice", name=name)
    key = match[2]
    headers = (row for row in range(index - 1, -1, -1) if rows[row].lstrip().startswith("["))
    start = next(headers, 0)
    header = rows[start].strip()
    keys = {number: row.partition("=")[0].strip() for number, row in enumerate(rows[start:], start)}
    in_variant = header.startswith("[[fact.variant]]")
    ids = [number for number, name in keys.items() if name == "id"]
    is_other = key == "id" and len({rows[number].strip() for number in ids}) > 1
    if header.startswith("[[fact") and ids and (in_variant or is_other):
        return text_problem(ids[-1] + 1, "fact_without_header")
    if any(name.startswith(f"{key}.") or key.startswith(f"{name}.") for name in keys.values()):
        return text_problem(index + 1, "added_to_what_is_whole")
    first = next((number for number, name in keys.items() if name == key), index)
    blanks = [number for number in range(first, index) if not rows[number].strip()]
    if blanks and not header.startswith("[["):
        return text_problem(blanks[-1] + 2, "entry_without_header", key=key, header=header)
    code = "key_twice_in_variant" if in_variant else "key_twice"
    return text_problem(index + 1, code, key=key)


def _slip(line: int, row: str) -> Problem | None:
    """A value in *row* that people would understand and TOML does not."""
    for slip, code in _SLIPS:
        if re.match(slip, row):
            return text_problem(line, code)
    if header := _HEADER_WITH_BLANK.fullmatch(row):
        table, *names = header[2].split()
        key = "-".join(names)
        name = f"{table}-{key}" if "." in table else f"{table}.{key}"
        return text_problem(line, "header_with_blank", header=f"{header[1]}{name}{header[3]}")
    match = _UNQUOTED.fullmatch(row)
    if match is None or not match[2].isprintable():
        return None
    key, value = match.groups()
    if key in ("milestone", "between") and _SWITCH.fullmatch(value):
        return text_problem(line, "no_switch", key=key, value=value)
    if key in ("date", "published"):
        try:
            edtf.parse(value)
        except DateError as error:
            return text_problem(line, "unquoted_bad_date", key=key, error=error.phrase)
    return text_problem(line, "unquoted", key=key, value=value)


def _parser_problem(line: int, error: tomli.TOMLDecodeError) -> Problem:
    """What the parser reports, by its code here."""
    char = error.doc[error.pos : error.pos + 1]
    if char and char not in "\n\t" and not char.isprintable():
        return text_problem(line, "strange_character", character=f"U+{ord(char):04X}")
    for start, code in _PARSER_MESSAGES:
        if error.msg.startswith(start):
            return text_problem(line, code)
    return text_problem(line, "no_toml", reason=error.msg)


def find_toml_1_1(text: str) -> list[Problem]:
    """The first place where *text* is TOML 1.1, as Python's own parser reports it.

    That parser reads TOML 1.0 alone; before Python 3.11 there is none, and nothing is reported.
    """
    if tomllib is None:
        return []
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        match = re.search(r"\(at line (\d+)", str(error))
        return [text_problem(int(match[1]) if match else 0, "toml_1_1")]
    return []
