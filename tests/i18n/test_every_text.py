"""Every text of the interface, wherever it stands in `vnkp.i18n`, is there in both languages."""

from __future__ import annotations

import importlib
import pkgutil
import re
import unicodedata
from collections.abc import Iterator

import pytest
import typer

import vnkp.i18n
from vnkp.cli import app
from vnkp.i18n import option_help
from vnkp.text import has_diacritics

# English words that are neither keys of the store nor syllables of Vietnamese.
ENGLISH = frozenset([
    "the", "of", "and", "is", "an", "not", "or", "with", "for", "write", "by", "it", "this", "that",
    "are", "has", "in", "leave", "one", "option", "must", "give",
])  # fmt: skip
# What is typed or filled in, the same in every language: quotes, values, options, ids, commands.
TYPED = r'"[^"]*"|\{[^}]*\}|--[a-z-]+|\bvnkp [a-z]+|[\w.]+(?:[-_][\w.]+)+|ISO 639: [a-z, ]+'


def pairs(value: object, path: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """The pairs of texts within *value*, and where each is."""
    match value:
        case (str() as english, str() as vietnamese):
            yield path, (english, vietnamese)
        case dict():
            for key, item in value.items():
                yield from pairs(item, f"{path}.{key}")
        case tuple() | list():
            for index, item in enumerate(value):
                yield from pairs(item, f"{path}.{index}")


def texts() -> dict[str, tuple[str, str]]:
    """Every English text of `vnkp.i18n` with the Vietnamese one, by its place."""
    found: dict[str, tuple[str, str]] = {}
    for info in pkgutil.iter_modules(vnkp.i18n.__path__):
        module = importlib.import_module(f"vnkp.i18n.{info.name}")
        for name, value in vars(module).items():
            if name.upper() == name and not name.startswith("__"):
                found.update(pairs(value, f"{info.name}.{name}"))
    both = found | {f"option_help.{en}": (en, vi) for en, vi in option_help._VIETNAMESE.items()}
    return {place: pair for place, pair in both.items() if ".en" not in place}


TEXTS = texts()


def words(text: str) -> list[str]:
    """The words of *text* but for what is typed."""
    return re.findall(r"[^\W\d_]+", re.sub(TYPED, " ", text).lower())


def test_the_texts_of_all_modules_are_read() -> None:
    modules = {place.partition(".")[0] for place in TEXTS}
    assert {"messages", "errors", "help_messages", "option_help", "template_messages"} <= modules
    assert len(TEXTS) > 900


def test_a_text_is_in_both_languages() -> None:
    for place, (english, vietnamese) in TEXTS.items():
        for text in (english, vietnamese):
            assert text == unicodedata.normalize("NFC", text), place
        assert not has_diacritics(re.sub(TYPED, " ", english)), place
        assert not ENGLISH.intersection(words(vietnamese)), place
        is_command = vietnamese.startswith("vnkp ")
        if len(words(vietnamese)) > 1 and not is_command:
            assert has_diacritics(vietnamese), place
            assert vietnamese != english, place


@pytest.mark.parametrize("name", [*app.COMMANDS, "ask"])
def test_an_option_says_what_it_is_for_in_both_languages(name: str) -> None:
    for parameter in typer.main.get_command(app.build(name)).params:
        option, english = parameter.name, getattr(parameter, "help", None) or ""
        vietnamese = option_help.vietnamese_help(english)
        is_list = re.fullmatch(r"[\w-]+(?:, [\w-]+)+\.|", english)  # of values
        assert has_diacritics(vietnamese) or (is_list and vietnamese == english), option
