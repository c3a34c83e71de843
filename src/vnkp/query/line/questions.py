"""Which command a question means, and what of its words that command says already."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import msgspec

from vnkp.model.enums import Kind
from vnkp.query import vocabulary
from vnkp.query.line.pieces import PUNCTUATION, Piece, bare_word, open_phrases, roles_of, set_role
from vnkp.query.line.question_forms import FORMS, IMPLIED, INTO, MEANINGS, OUT
from vnkp.query.line.sides import IN_WORDS, mark_country_after, mark_country_before
from vnkp.query.time_reading import time_reader
from vnkp.query.word_forms import is_unmarked_vietnamese
from vnkp.text import fold, without_possessives, word_keys, word_set

_LONGEST_IMPLIED = 4  # words
_DURING = ("during", "amid", "trong")
_OF_NO_RANK = {"any", "all", "other", "others"}  # they name no rank in a question


@functools.cache
def _phrases(meanings: str, is_unmarked: bool) -> frozenset[str]:
    """The phrases of *meanings*, a | between two; those of one word as they are marked.

    Where a line *is_unmarked*, all are also without their marks.
    """
    phrases: set[str] = set()
    for meaning in filter(None, meanings.split("|")):
        if meaning.lower() in vocabulary.TABLES:  # rank, kind, order
            phrases.update(vocabulary.phrases(meaning.lower()))
            phrases -= _OF_NO_RANK
        else:
            bare = word_set(fold(MEANINGS[meaning]))
            phrases.update(word_set(MEANINGS[meaning]))
            phrases.update(phrase for phrase in bare if is_unmarked or " " in phrase)
    return frozenset(phrases)


@functools.cache
def _word_keys(meaning: str) -> frozenset[str]:
    """The keys of the words of a *meaning*, see `vnkp.text.word_keys`."""
    is_table = meaning.lower() in vocabulary.TABLES
    return vocabulary.all_word_keys(meaning.lower()) if is_table else word_keys(MEANINGS[meaning])


def _may_say(meanings: str, words: frozenset[str]) -> bool:
    """Whether one of *meanings* has a word with one of these keys."""
    return any(not words.isdisjoint(_word_keys(meaning)) for meaning in meanings.split("|"))


class _Sentence(msgspec.Struct, frozen=True):
    """A *text* from ^ to $ with @ for countries, the keys of its words, and if it lacks marks."""

    text: str
    words: frozenset[str]
    is_unmarked: bool


@functools.lru_cache(maxsize=64)
def _without_countries(text: str) -> _Sentence:
    """*text* normalized: who visited North Korea? is " ^ who visited @ $ "."""
    words: list[str] = []
    rest = without_possessives(text).rstrip(PUNCTUATION)
    while rest:
        side, after = vocabulary.split_value(rest, "side", "capital")
        first, _, others = rest.partition(" ")
        words.append("@" if side else bare_word(first))
        rest = (after if side else others).lstrip()
    sentence = " ".join(filter(None, words))
    return _Sentence(f" ^ {sentence} $ ", word_keys(sentence), is_unmarked_vietnamese(words))


def _has(line: str, phrase: str) -> bool:
    """Whether *phrase* stands in *line*; what follows ... anywhere after what is before it."""
    first, _, last = phrase.partition(" ... ")
    _, match, after = line.partition(f" {first} ")
    return bool(match) and (not last or f" {last} " in f" {after}")


def says(text: str, form: str) -> bool:
    """Whether *text* says all that *form* names (see `FORMS`): who, when, that somebody visits."""
    line = _without_countries(text)
    forms = form.split()
    return all(_may_say(meanings, line.words) for meanings in forms) and all(
        any(_has(line.text, phrase) for phrase in _phrases(meanings, line.is_unmarked))
        for meanings in forms
    )


@functools.lru_cache(maxsize=64)
def question_command(text: str) -> str | None:
    """The command that a question means: who is …, who came …, how much …."""
    form = next((form for form in FORMS if says(text, form)), None)
    if form is None and _asks_of_ambassadors(text):
        return "people"
    return FORMS[form] if form else None


def may_ask(text: str, command: str) -> bool:
    """Whether *text* may be a question that means *command*: it says one of its forms."""
    is_said = any(says(text, form) for form, meant in FORMS.items() if meant == command)
    return is_said or (command == "people" and _asks_of_ambassadors(text))


def _asks_of_ambassadors(text: str) -> bool:
    return says(time_reader.without_times(text), "AMBASSADORS")


def says_visiting(pieces: Sequence[Piece]) -> bool:
    """Whether *pieces* say that somebody visits; Pak Sang Gil is no verb."""
    return says(" ".join(piece.text for piece in pieces if piece.role != "person"), "VISITING")


def mark_signed(pieces: list[Piece]) -> None:
    """Let what was signed be an agreement."""
    signing = _phrases("SIGNING", is_unmarked_vietnamese(piece.bare for piece in pieces))
    for start, end, phrase in open_phrases(pieces, _LONGEST_IMPLIED):
        if phrase in signing:
            set_role(pieces, start, end, "kind", Kind.AGREEMENT.value)


def drop_circumstances(pieces: list[Piece]) -> None:
    """Drop what tells beside a time when something was: during the famine of the 1990s."""
    for index, piece in enumerate(pieces):
        end = index + 1
        while end < len(pieces) and pieces[end].role in ("", "asking", "country"):
            end += 1
        if piece.bare in _DURING and piece.role in ("", "asking"):
            set_role(pieces, index, end, "asking")


def drop_implied(pieces: list[Piece], command: str) -> None:
    """Drop what *command* says already: "came" from who came, "aid" from how much aid.

    Did Vietnam give is from Vietnam, who visited Vietnam is to Vietnam.
    """
    is_unmarked = is_unmarked_vietnamese(piece.bare for piece in pieces if not piece.role)
    implied, out, into = (
        _phrases(meanings.get(command, ""), is_unmarked) for meanings in (IMPLIED, OUT, INTO)
    )
    visiting = _phrases("VISITING", is_unmarked) if command in ("visits", "list") else ()
    delegations = _phrases("DELEGATIONS", is_unmarked) if command == "visits" else ()
    units = _phrases("UNIT", is_unmarked)
    for start, end, phrase in open_phrases(pieces, _LONGEST_IMPLIED):
        is_side = False
        if phrase in out or phrase in into:
            is_side = mark_country_before(pieces, start, "from" if phrase in out else "to")
        if phrase in delegations:  # đoàn Triều Tiên
            mark_country_after(pieces, end, "from")
        if phrase in out or phrase in visiting:
            is_in = end < len(pieces) and pieces[end].bare in IN_WORDS
            mark_country_after(pieces, end + is_in, "to")  # stayed in Vietnam
        if phrase in into and command == "trade":
            # Imports from North Korea: facts call them its exports, or so.
            is_side = is_side or "from" in roles_of(pieces)
        is_unit = phrase in units and start > 0 and pieces[start - 1].role == "figure"
        is_kind = vocabulary.find_value("kind", phrase) == command
        if is_side or is_kind or (phrase in implied and not is_unit):
            set_role(pieces, start, end, "asking")
