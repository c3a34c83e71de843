"""Wording errors and the problems of a store, in both languages: what is wrong; what to do."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from vnkp.errors import (
    MAX_GATHERED,
    AmbiguousName,
    FileError,
    Phrase,
    Problem,
    StoreError,
    VnkpError,
)
from vnkp.i18n import text_in
from vnkp.i18n.error_messages import ERRORS
from vnkp.i18n.file_messages import FILE_ERRORS, SYSTEM_REASONS
from vnkp.i18n.lint_messages import ADVICE, DOUBTS, PHRASES
from vnkp.i18n.numbers import number
from vnkp.i18n.problem_messages import PROBLEMS
from vnkp.i18n.syntax_messages import SYNTAX
from vnkp.i18n.usage_messages import USAGE
from vnkp.model.fields import Lang
from vnkp.text import strip_control_characters

# In a message, "what; hint" with values in braces. A list is written {names:or} ("a" or "b"),
# {names:and} (a and b) or {names:list} (a, b); an error within another is {error:what} or
# {error:hint}; a number gets the separators of the language.
MESSAGES = {
    **ERRORS,
    **USAGE,
    **FILE_ERRORS,
    **SYNTAX,
    **PROBLEMS,
    **DOUBTS,
    **ADVICE,
    **PHRASES,
}
_MAX_PROBLEMS = 50
_MAX_CHOICES = 20
_MAX_LENGTH = 240  # of the beginning and of the end of a text that is too long to show


class ProblemText(NamedTuple):
    """A problem in words."""

    line: int
    where: str
    what: str
    hint: str

    def in_file(self, file: str) -> str:
        """The problem as one line: ``file:line: where: what; hint``."""
        position = f"{file}:{self.line}" if self.line else file
        parts = (position, self.where, f"{self.what}; {self.hint}")
        return _one_line(": ".join(part for part in parts if part))


def message(error: VnkpError, lang: Lang = "en") -> str:
    """What *error* says; of a store with problems, a line for each of the first fifty."""
    if isinstance(error, StoreError):
        # Those on the line of the fiftieth too, for within a line they are sorted by their words.
        last = max((problem.line for problem in error.problems[:_MAX_PROBLEMS]), default=0)
        first_problems = [problem for problem in error.problems if problem.line <= last]
        texts = problem_texts(first_problems, lang)[:_MAX_PROBLEMS]
        lines = [text.in_file(error.file) for text in texts]
        more = len(error.problems) - _MAX_PROBLEMS
        if more > 0:
            code = "one_more_problem" if more == 1 else "more_problems"
            code = code if len(error.problems) < MAX_GATHERED else "at_least_more_problems"
            lines.append(_one_line(_worded(code, {"file": error.file, "count": more}, lang)))
        return "\n".join(lines)
    values = error.values
    if isinstance(error, AmbiguousName) and len(error.choices) > _MAX_CHOICES:
        rest = Phrase("more_choices", {"count": len(error.choices) - _MAX_CHOICES})
        values = {**values, "choices": (*error.choices[:_MAX_CHOICES], rest)}
    text = "; ".join(part for part in what_and_hint(error.code, values, lang) if part)
    if isinstance(error, FileError):
        text = f"{_WORDS[lang].format_field(error.path, '')}: {text}"
    return strip_control_characters(text)


def advice_lines(advice: Sequence[Problem], file: str, lang: Lang = "en") -> list[str]:
    """*advice* about *file*: a line for each of the first fifty, marked as advice."""
    lines = []
    for text in problem_texts(advice, lang)[:_MAX_PROBLEMS]:
        where = _worded("advice", {"where": text.where or file}, lang)
        lines.append(text._replace(where=where).in_file(file))
    if len(advice) > _MAX_PROBLEMS:
        more = {"file": file, "count": len(advice) - _MAX_PROBLEMS}
        lines.append(_one_line(_worded("more_advice", more, lang)))
    return lines


def problem_texts(problems: Iterable[Problem], lang: Lang = "en") -> list[ProblemText]:
    """The *problems* in words, by line."""
    texts = []
    for problem in problems:
        what, hint = what_and_hint(problem.code, problem.values, lang)
        where = _one_line(problem.where)
        texts.append(ProblemText(problem.line, where, _one_line(what), _one_line(hint)))
    return sorted(texts)


def what_and_hint(code: str, values: Mapping[str, object], lang: Lang) -> tuple[str, str]:
    """What is wrong and what to do; if there are near spellings, these are what to write.

    "unknown_item" with the name "ryce" is 'no item "ryce"' and 'did you mean "rice"?'.
    """
    what, _, hint = text_in(lang, MESSAGES[code]).partition("; ")
    if values.get("close"):
        # What many places name may as well be missing as misspelt.
        is_often = code == "unknown_reference_often"
        hint = text_in(lang, MESSAGES["did_you_mean_or_add" if is_often else "did_you_mean"])
    if "places" in values:
        what += text_in(lang, MESSAGES["in_places"])
    fill = _WORDS[lang].format
    return fill(what, **values), fill(hint, **values)


def _worded(code: str, values: Mapping[str, object], lang: Lang) -> str:
    return _WORDS[lang].format(text_in(lang, MESSAGES[code]), **values)


def _one_line(text: str) -> str:
    """*text* without control characters; a very long one loses its middle."""
    if len(text) > 2 * _MAX_LENGTH:
        text = f"{text[:_MAX_LENGTH]} … {text[-_MAX_LENGTH:]}"
    return strip_control_characters(text)


class _Words(string.Formatter):
    """Fills messages with values worded in a language."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._or, self._and = (" hoặc ", " và ") if lang == "vi" else (" or ", " and ")

    def format_field(self, value: object, format_spec: str) -> str:
        """*value* in words."""
        match value, format_spec:
            case Phrase(), ("what" | "hint"):
                parts = what_and_hint(value.code, value.values, self._lang)
                return parts[format_spec == "hint"]
            case Phrase(), _:
                return _worded(value.code, value.values, self._lang)
            case tuple(), "or":
                quoted = [f'"{item}"' for item in value]
                return self._or.join([", ".join(quoted[:-1]), quoted[-1]] if quoted[1:] else quoted)
            case tuple(), "and":
                return self._and.join(value)
            case tuple(), _:
                words = [self.format_field(item, "") for item in value]
                if value and isinstance(value[-1], Phrase):
                    return f"{', '.join(words[:-1])} {words[-1]}"  # and 3 more, without a comma
                return ", ".join(words)
            case str(), "system":
                return SYSTEM_REASONS.get(value, value) if self._lang == "vi" else value
            case ((int() | Decimal()), _):
                return number(value, self._lang)
        return str(value)


_WORDS: dict[Lang, _Words] = {"en": _Words("en"), "vi": _Words("vi")}

# Errors are values; here, above them, they get their English text for Python users.
VnkpError.__str__ = message  # type: ignore[method-assign, assignment]
