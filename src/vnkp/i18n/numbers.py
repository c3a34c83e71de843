"""Amounts as people write them: 22,700 in English, 22.700 in Vietnamese."""

from __future__ import annotations

from decimal import Decimal

from vnkp.i18n.labels import QUALIFIERS, STAGES, TERMS, label
from vnkp.model.enums import Qualifier
from vnkp.model.facts import Book, Figure
from vnkp.model.fields import Lang, Number

_TO_VIETNAMESE = str.maketrans(",.", ".,")


def number(value: Number, lang: Lang) -> str:
    """*value* in full, with the separators of *lang*.

    >>> number(22_700, "vi")
    '22.700'
    """
    text = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    return text.translate(_TO_VIETNAMESE) if lang == "vi" else text


def span(low: Number, high: Number, lang: Lang) -> str:
    """*low* to *high*, or the one amount that both are."""
    return number(low, lang) if low == high else f"{number(low, lang)}–{number(high, lang)}"


def qualified(low: Number, high: Number, qualifier: Qualifier, lang: Lang) -> str:
    """The amount with its qualifier: "nearly 16,500,000"."""
    word = label(QUALIFIERS[qualifier], lang) if qualifier is not Qualifier.EXACT else ""
    return f"{word} {span(low, high, lang)}".strip()


def unit(key: str, amount: Number, book: Book, lang: Lang) -> str:
    """The name of the unit called *key*, in the singular for exactly one of it."""
    name = label(book.units[key], lang)
    return _singular(name) if lang == "en" and amount == 1 else name


def unit_of(item: str, key: str, amount: Number, book: Book, lang: Lang) -> str:
    """The unit beside the name of its *item*, which is not said twice.

    1,000,000 uniforms of "uniforms" are 1,000,000; "bộ quân phục" of "quân phục" are "bộ".
    """
    name, of = unit(key, amount, book, lang), label(book.items[item], lang)
    return "" if f" {name} " in f" {of} " else f" {name} ".replace(f" {of} ", " ").strip()


def _singular(name: str) -> str:
    """The singular of an English name: "tonnes of rice" is "tonne of rice"."""
    name, of, rest = name.partition(" of ")
    if of:
        return _singular(name) + of + rest
    if name == "people":
        return "person"
    if name.endswith("ies"):
        return name[:-3] + "y"
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else name


def amount(figure: Figure, book: Book, lang: Lang) -> str:
    """The amount and unit of *figure*: "nearly 16,500,000 US dollars"."""
    low, high = figure.bounds
    return f"{qualified(low, high, figure.qualifier, lang)} {unit(figure.unit, high, book, lang)}"


def figure(figure: Figure, book: Book, lang: Lang) -> str:
    """All that *figure* says: "rice: 20,000 tonnes (on credit)"."""
    low, high = figure.bounds
    quantity = qualified(low, high, figure.qualifier, lang)
    unit_name = unit_of(figure.of, figure.unit, high, book, lang)
    text = f"{label(book.items[figure.of], lang)}: {quantity} {unit_name}".rstrip()
    marks = [label(TERMS[figure.terms], lang)] if figure.terms else []
    marks += [label(STAGES[figure.stage], lang)] if figure.stage else []
    return f"{text} ({', '.join(marks)})" if marks else text
