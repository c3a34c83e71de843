"""Where facts have the terms of a search, and whom its words name."""

from __future__ import annotations

import itertools
import os.path
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import msgspec

from vnkp.model.facts import Book
from vnkp.query.romanization import people_by_sound, syllable_count
from vnkp.query.search.search_terms import Term, parse_terms
from vnkp.query.search.search_texts import OWN_FIELDS, Field, accented_texts, folded_texts
from vnkp.text import folded_lines, is_cjk

_FEW_FORMS = 4  # so many are looked for at once


class WordMatch(msgspec.Struct, frozen=True, order=True):
    """Where a word is in a fact: in its own *field*, or in that of the person, place … *key*.

    The better place is the less: a whole word, then a better field.
    """

    is_beginning: bool
    field: Field
    key: str | None = None


class Matcher:
    """Finds the words of a term in texts of `SearchTexts`.

    For *visit*, with its form *visits*:

        " visit"              has to be there at all: quickly looked for
        " visit ", " visits " a whole word
        " visit"              the beginning of a word
    """

    def __init__(self, forms: Sequence[str], beginnings: Sequence[str] = ()) -> None:
        self._wholes = [form if is_cjk(form[0]) else f" {form} " for form in forms]
        starts = [whole.rstrip() for whole in self._wholes]
        self._common = os.path.commonprefix(starts)  # noqa: RUF071 # of characters, as meant
        self._beginnings = [f" {form}" for form in beginnings]

    def locate_all(self, texts: Mapping[str, str]) -> dict[str, tuple[bool, int]]:
        """As `locate`, for those of *texts* that have it, by their keys."""
        wholes, beginnings = self._wholes, self._beginnings
        if len(wholes) > _FEW_FORMS:  # most endings of words for the same are in no text
            every = "\n".join(texts.values())
            wholes = [form for form in wholes if form in every]
            beginnings = [form for form in beginnings if form in every]
        near = ((key, text) for key, text in texts.items() if self._common in text)
        return {
            key: location for key, text in near if (location := _locate(text, wholes, beginnings))
        }

    def locate(self, text: str) -> tuple[bool, int] | None:
        """Whether only a beginning is in *text*, and where; None if nothing is."""
        return _locate(text, self._wholes, self._beginnings)


def _locate(text: str, wholes: Sequence[str], beginnings: Sequence[str]) -> tuple[bool, int] | None:
    for is_beginning, forms in ((False, wholes), (True, beginnings)):
        positions = [position for form in forms if (position := text.find(form)) >= 0]
        if positions:
            return is_beginning, min(positions) + 1
    return None


def field_at(own: str, position: int) -> Field:
    """The field in which *position* of the text *own* of a fact lies."""
    return OWN_FIELDS[own.count("\n", 0, position)]


def offices_with_words(book: Book, text: str) -> list[str]:
    """The keys of the offices whose names have every word of *text*; none if it has no word."""
    terms = parse_terms(text)
    texts = folded_texts(book).shared[Field.OFFICE] if terms else {}
    for term in terms:
        texts = {key: texts[key] for key in Matcher(term.forms).locate_all(texts)}
    return list(texts)


def with_people_by_sound(book: Book, terms: Sequence[Term]) -> list[Term]:
    """*terms*, those that make up the name of a Korean with the people who are called so.

    People who are written so go before people whose name only sounds so.
    """
    person_names = folded_texts(book).shared[Field.PERSON]
    keys_by_term: list[frozenset[str]] = [frozenset()] * len(terms)
    for start, length in itertools.product(range(len(terms)), (1, 2, 3)):
        run = terms[start : start + length]
        if len(run) < length or any(term.names or term.accented for term in run):
            continue
        text = " ".join(term.text for term in run)
        keys = people_by_sound(text, book.people)
        if syllable_count(text) != 1:  # one is a surname, which many have who are written otherwise
            (name,) = folded_lines([text])
            keys = [key for key in keys if f" {name} " in person_names[key]] or keys
        for index in range(start, start + length):
            keys_by_term[index] |= frozenset(keys)
    return [
        msgspec.structs.replace(term, people=keys) if keys else term
        for term, keys in zip(terms, keys_by_term, strict=True)
    ]


def find_term(book: Book, term: Term, ids: Collection[str]) -> dict[str, WordMatch]:
    """The best place of *term* in the facts of *ids* that have it, by their ids."""
    folded = folded_texts(book)
    accented = accented_texts(book) if term.accented else folded
    matches: dict[str, list[WordMatch]] = defaultdict(list)
    all_ids = list(folded.facts)
    own = {fact_id: folded.facts[fact_id] for fact_id in ids}
    for fact_id, (is_beginning, position) in _locate_all(term, own, accented.facts).items():
        field = field_at(accented.facts[fact_id], position)
        matches[fact_id].append(WordMatch(is_beginning, field))
    for field, texts in folded.shared.items():
        is_name = field is Field.PERSON
        located = _locate_all(term.as_name if is_name else term, texts, accented.shared[field])
        keys = {key: is_beginning for key, (is_beginning, _) in located.items()}
        if is_name:
            keys = {**dict.fromkeys(term.people, True), **keys}
        elif field is Field.SOURCE:  # a beginning is not enough
            keys = {key: False for key, is_beginning in keys.items() if not is_beginning}
        for key, is_beginning in keys.items():
            for index in folded.holders[field].get(key, ()):
                if (fact_id := all_ids[index]) in own:
                    matches[fact_id].append(WordMatch(is_beginning, field, key))
    return {fact_id: min(several) for fact_id, several in matches.items()}


def _locate_all(
    term: Term, folded: Mapping[str, str], accented: Mapping[str, str]
) -> dict[str, tuple[bool, int]]:
    """Where *term* is, by key: in the *accented* texts if it was typed with accents."""
    located = Matcher(term.forms, term.beginnings).locate_all(folded)
    if term.accented:
        matcher = Matcher(term.accented, term.accented_beginnings)
        located = matcher.locate_all({key: accented[key] for key in located})
    return located
