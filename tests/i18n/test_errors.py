"""The messages of errors and problems: complete in both languages, and alike."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

import vnkp
from vnkp.errors import (
    AmbiguousName,
    DateError,
    FileError,
    Phrase,
    Problem,
    StoreError,
    UnknownName,
    VnkpError,
)
from vnkp.i18n.errors import MESSAGES, message, problem_texts
from vnkp.i18n.lint_messages import PHRASES
from vnkp.model.fields import Lang

SOURCE = Path(vnkp.__file__).parent
# What creates something with a message, and which of its arguments is the code.
CODE_ARGUMENTS = {
    "VnkpError": 0,
    "UsageError": 0,
    "DateError": 0,
    "ImpossibleDate": 0,
    "FileError": 1,
    "Phrase": 0,
    "Problem": 2,
    "Finding": 1,
    "_report": 1,
    "_report_word": 1,
    "_refusal": 2,
    "UnknownName": 0,
    "AmbiguousName": 0,
}
PREFIXES = {"UnknownName": "unknown_", "AmbiguousName": "ambiguous_"}
# Parts of messages, without a hint.
PARTS = {
    *PHRASES,
    "did_you_mean",
    "did_you_mean_or_add",
    "more_choices",
    "standard_output",
    "standard_input",
    "advice",
}


@cache
def trees() -> list[ast.Module]:
    """The modules of vnkp, without those that word the messages."""
    paths = [path for path in SOURCE.rglob("*.py") if path.parent.name != "i18n"]
    return [ast.parse(path.read_text(encoding="utf-8")) for path in paths]


def codes_in_source() -> set[str]:
    """The codes that are written where an error, a problem or a phrase is created."""
    codes = set()
    for call in (node for tree in trees() for node in ast.walk(tree)):
        if isinstance(call, ast.Call):
            name = ast.unparse(call.func).rpartition(".")[2]
            index = CODE_ARGUMENTS.get(name, len(call.args))
            code = call.args[index] if index < len(call.args) else None
            if isinstance(code, ast.Constant):
                codes.add(PREFIXES.get(name, "") + str(code.value).replace(" ", "_"))
    return codes


def words_in_source() -> set[str]:
    """Every text of the source, with the codes that it may stand for."""
    constants = (node for tree in trees() for node in ast.walk(tree))
    words = {
        node.value.replace(" ", "_")
        for node in constants
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return words | {prefix + word for prefix in PREFIXES.values() for word in words}


def fields(text: str) -> Iterator[tuple[str, str]]:
    """The names of the values in *text*, and how each is written."""
    for _, name, spec, _ in string.Formatter().parse(text):
        if name is not None:
            yield name, spec or ""


def test_every_code_in_the_source_has_a_message() -> None:
    assert {"missing_key", "unknown_person", "no_such_day", "bare_time"} <= codes_in_source()
    assert codes_in_source() - MESSAGES.keys() == set()


def test_every_message_is_used() -> None:
    worded_here = {"did_you_mean", "more_choices", "one_more_problem", "more_problems"}
    worded_here |= {"at_least_more_problems", "more_advice", "did_you_mean_or_add", "in_places"}
    by_kind = {"new_person_without_words", "new_source_without_words"}
    assert MESSAGES.keys() - words_in_source() == worded_here | by_kind


def test_both_languages_fill_a_message_with_the_same_values() -> None:
    for code, texts in MESSAGES.items():
        english, vietnamese = (text.split("; ") for text in texts)
        assert all(english + vietnamese), code
        in_english, in_vietnamese = (
            [set(fields(part)) for part in parts] for parts in (english, vietnamese)
        )
        assert in_english == in_vietnamese, code


def test_a_message_says_what_is_wrong_and_what_to_do() -> None:
    for text in (text for code in MESSAGES.keys() - PARTS for text in MESSAGES[code]):
        assert text.count("; ") == 1
        assert not re.search(r"[^.][.]$|!$", text)
        assert "invalid" not in text


@pytest.mark.parametrize(
    ("error", "english", "vietnamese"),
    [
        (
            UnknownName("person", "Kim Mon", ["Kim Moon", "Kim Mun"]),
            'no person "Kim Mon"; did you mean "Kim Moon" or "Kim Mun"?',
            'không có nhân vật "Kim Mon"; có phải ý bạn là "Kim Moon" hoặc "Kim Mun"?',
        ),
        (
            UnknownName("kind", "xyz", known=("visit", "aid")),
            'no kind "xyz"; the kinds are visit, aid',
            'không có loại "xyz"; các loại là visit, aid',
        ),
        (
            AmbiguousName("fact", "1958", [f"1958-{number}" for number in range(23)]),
            '"1958" fits several facts: '
            + ", ".join(f"1958-{number}" for number in range(20))
            + " and 3 more; write one of them in full",
            '"1958" khớp với nhiều dữ kiện: '
            + ", ".join(f"1958-{number}" for number in range(20))
            + " và 3 mục nữa; hãy viết đầy đủ một trong số đó",
        ),
        (
            DateError("misspelt_time", text="1961-1962", meant="1961..1962"),
            'cannot read "1961-1962" as a time; write "1961..1962"',
            'không hiểu thời gian "1961-1962"; hãy viết "1961..1962"',
        ),
        (
            FileError("a.toml", "unreadable_file", reason="permission denied"),
            "a.toml: permission denied; name a file that can be read (--data, --with, VNKP_DATA, VNKP_WITH)",
            "a.toml: không có quyền truy cập; "
            "hãy chỉ ra một tệp đọc được (--data, --with, VNKP_DATA, VNKP_WITH)",
        ),
        (
            FileError(Phrase("standard_output"), "closed_output"),
            "standard output: it is closed; use -o FILE",
            "đầu ra chuẩn: đã đóng; hãy dùng -o TỆP",
        ),
    ],
)
def test_an_error_is_worded_in_both_languages(
    error: VnkpError, english: str, vietnamese: str
) -> None:
    assert message(error) == english
    assert message(error, "vi") == vietnamese


def test_an_error_as_a_text_is_its_message_in_english() -> None:
    with pytest.raises(vnkp.DateError) as refusal:
        vnkp.Query(window="1961-02-29")
    assert str(refusal.value) == '"1961-02-29" has no such day; 1961-02 has 28 days'


@pytest.mark.parametrize(("lang", "amounts"), [("en", "1,234.5 t"), ("vi", "1.234,5 t")])
def test_numbers_have_the_separators_of_the_language(lang: Lang, amounts: str) -> None:
    values = {"total": Decimal("1234.5"), "unit": "t", "limit": 1000, "parts": ("a", "b")}
    (text,) = problem_texts([Problem(7, "w", "parts_exceed_whole", values)], lang)
    line = text.in_file("facts.toml")
    assert line.startswith("facts.toml:7: w: ")
    assert amounts in line
    assert "a, b" in line


def test_problems_are_worded_by_line_and_a_store_says_all_of_them_up_to_fifty() -> None:
    problems = [Problem(line, "", "nul_byte") for line in range(60, 0, -1)]
    lines = message(StoreError("a.toml", problems), "vi").split("\n")
    assert [text.line for text in problem_texts(problems)] == list(range(1, 61))
    assert len(lines) == 51
    assert lines[0].startswith("a.toml:1: ")
    assert lines[-1] == "a.toml: và 10 lỗi nữa; hãy sửa các lỗi trên trước"


def test_a_message_has_no_control_characters_whatever_its_values_hold() -> None:
    name = "a\x1b[31m\u202e\nb"
    for text in (
        message(UnknownName("person", name)),
        message(FileError(name, "store_is_folder")),
        problem_texts([Problem(1, name, "id_taken", {"id": name})])[0].in_file(name),
    ):
        assert text.isprintable()
        assert "a\ufffd[31m\ufffd\ufffdb" in text
