"""Highlighting what was searched for, and telling where it was found."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rich.text import Text

from vnkp.i18n.messages import say
from vnkp.model.facts import Book, Fact
from vnkp.model.fields import Lang
from vnkp.output.screen import theme
from vnkp.query.search.excerpts import Excerpts
from vnkp.query.search.search_results import SearchResult
from vnkp.query.search.search_terms import Term
from vnkp.query.search.search_texts import Field
from vnkp.query.word_forms import NUMERAL, numeral_values
from vnkp.text import Normalizer, fold, is_cjk, normalize_keeping_accents, word_variants

_STYLE = "reverse"
# A form of a word, how the text is written to find it, and whether a word may only begin so.
_Form = tuple[str, Normalizer, bool]
_FIELD_PHRASES = {
    Field.PERSON: "found_person",
    Field.PLACE: "found_place",
    Field.ITEM: "found_item",
    Field.OFFICE: "found_office",
    Field.FIGURE: "found_figure",
    Field.NOTE: "found_note",
    Field.SOURCE: "found_source",
}


class SearchMarks:
    """Shows in rows of facts of *book* what *search* found there."""

    def __init__(self, book: Book, search: SearchResult, lang: Lang) -> None:
        self.mark = marker(search.terms)
        self._excerpts = Excerpts(book, search, lang)
        self._lang = lang

    def beside(self, fact: Fact, *row: Text) -> Text:
        """What was found in *fact* but is not in the texts of its *row*: "in the note: …"."""
        line = Text()
        last_field: Field | None = None
        for field, text in self._excerpts.beside(fact, " | ".join(text.plain for text in row)):
            line.append(" · " if last_field is not None else "", theme.DIM)
            if field != last_field:
                line.append(f"{say(_FIELD_PHRASES[field], self._lang)} ", theme.DIM)
            line.append(self.mark(theme.dim(text)))
            last_field = field
        return line


def marker(terms: Sequence[Term]) -> Callable[[Text], Text]:
    """A function that highlights in a text what a search for *terms* finds."""
    forms: dict[str, list[_Form]] = {}  # by their first letters, so that few are looked at
    for term in terms:
        normalize = normalize_keeping_accents if term.accented else fold
        beginnings = term.accented_beginnings if term.accented else term.beginnings
        for form in term.accented or term.spellings:
            forms.setdefault(fold(form[0]), []).append((form, normalize, form in beginnings))
    values = {form for term in terms for form in term.forms}

    def mark(text: Text) -> Text:
        marked, plain = text.copy(), text.plain
        for start, char in enumerate(plain):
            # A word begins here, or may begin in a script written without spaces.
            if char.isalnum() and (not start or not plain[start - 1].isalnum() or is_cjk(char)):
                candidates = forms.get(fold(char)[:1], ())
                end = max((_end(plain, start, *form) for form in candidates), default=start)
                marked.stylize(_STYLE, start, end)
        for numeral in re.finditer(NUMERAL, plain):
            if not values.isdisjoint(numeral_values(numeral)):
                marked.stylize(_STYLE, *numeral.span())
        return marked

    return mark


def _end(text: str, start: int, form: str, normalize: Normalizer, may_go_on: bool) -> int:
    """Where *form* ends if *text* has it at *start*; else *start*.

    In "Viện trợ" "vien" ends at 4, and "vie" at 3, but only if the word *may_go_on*.
    """
    rest = text[start : start + 3 * len(form)]
    if not any(variant.startswith(form) for variant in word_variants(rest, normalize)):
        return start
    lengths = range(1, len(rest) + 1)
    length = next((n for n in lengths if form in word_variants(rest[:n], normalize)), 0)
    goes_on = text[start + length : start + length + 1].isalnum()
    return start if goes_on and not may_go_on and not is_cjk(form[0]) else start + length
