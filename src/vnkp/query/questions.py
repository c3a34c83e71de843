"""Which command a question means, and what of its words that command says already."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence

from vnkp.query import time_reader, vocabulary
from vnkp.query.pieces import Piece, mark_country_after, mark_country_before
from vnkp.query.question_forms import FORMS, IN, MEANINGS, OUT, SAID
from vnkp.query.word_forms import is_unmarked_vietnamese
from vnkp.text import all_normalized, fold, normalize_keeping_accents, without_possessives


@functools.cache
def _normalized_meanings() -> Mapping[str, Sequence[tuple[str, str]]]:
    """The phrases of each meaning, normalized with their marks and without."""
    meanings = {meaning: phrases.split(", ") for meaning, phrases in MEANINGS.items()}
    phrases = list(itertools.chain.from_iterable(meanings.values()))
    marked = all_normalized(phrases, normalize_keeping_accents)
    both = iter(zip(marked, all_normalized(marked, fold), strict=True))
    return {meaning: list(itertools.islice(both, len(meanings[meaning]))) for meaning in meanings}


@functools.cache
def _phrases(meaning: str, is_unmarked: bool) -> Collection[str]:
    """The phrases of a *meaning*: those of several words, or all, also without their marks."""
    if meaning.lower() in vocabulary.TABLES:  # rank, kind, order
        return vocabulary.phrases(meaning.lower())
    known = _normalized_meanings()[meaning]
    bare = {bare for _, bare in known if is_unmarked or " " in bare}
    return bare.union(marked for marked, _ in known)


def _first_form(text: str, forms: Iterable[str]) -> str | None:
    """The first of *forms* that *text* has; see `FORMS`."""
    words: list[str] = []
    text = without_possessives(text)
    while text:
        side, rest = vocabulary.split_value("side", text)
        if not side:
            side, rest = vocabulary.split_value("capital", text)
        first, _, others = text.partition(" ")
        words.append("@" if side else Piece(first, 0, 0).bare)
        text = (rest if side else others).lstrip()
    line = f" ^ {' '.join(filter(None, words))} $ "
    is_unmarked = is_unmarked_vietnamese(words)
    for form in forms:
        meanings = (part.split("|") for part in form.split())
        if all(
            any(_has(line, phrase) for each in one_of for phrase in _phrases(each, is_unmarked))
            for one_of in meanings
        ):
            return form
    return None


def _has(line: str, phrase: str) -> bool:
    """Whether *phrase* stands in *line*; what follows ... anywhere after what is before it."""
    first, _, last = phrase.partition(" ... ")
    _, match, after = line.partition(f" {first} ")
    return bool(match) and (not last or f" {last} " in f" {after}")


def says(text: str, form: str) -> bool:
    """Whether *text* says all that *form* names (see `FORMS`): who, when, that somebody visits."""
    return _first_form(text, [form]) is not None


@functools.lru_cache(maxsize=64)
def question_command(text: str) -> str | None:
    """The command that a question means: who is …, who came …, how much …."""
    form = _first_form(text, FORMS)
    if form is None and says(time_reader.without_times(text), "AMBASSADORS"):
        return "people"
    return FORMS[form] if form else None


def says_visiting(pieces: Sequence[Piece]) -> bool:
    """Whether *pieces* say that somebody visits; Pak Sang Gil is no verb."""
    return says(" ".join(piece.text for piece in pieces if piece.role != "person"), "VISITING")


def _has_giver(pieces: Sequence[Piece]) -> bool:
    """Whether *pieces* say from which country something comes."""
    return any(piece.role == "from" for piece in pieces)


def drop_what_asks(pieces: list[Piece], command: str) -> None:
    """Drop what *command* says already: "came" from who came, "aid" from how much aid.

    Did Vietnam give is from Vietnam, who visited Vietnam is to Vietnam.
    """
    is_unmarked = is_unmarked_vietnamese(piece.bare for piece in pieces if not piece.role)
    said, out, in_ = (
        {
            phrase
            for meaning in meanings.get(command, "").split()
            for phrase in _phrases(meaning, is_unmarked)
        }
        for meanings in (SAID, OUT, IN)
    )
    for index, size in itertools.product(range(len(pieces)), (3, 2, 1)):
        run = pieces[index : index + size]
        phrase = " ".join(piece.bare for piece in run)
        if len(run) < size or any(piece.role not in ("", "asking") for piece in run):
            continue
        is_side = False
        if phrase in out | in_:
            is_side = mark_country_before(pieces, index, "from" if phrase in out else "to")
        if phrase in out or (command in ("visits", "list") and phrase in said):
            end = index + size
            end += end < len(pieces) and pieces[end].bare in ("in", "ở", "tại")  # stayed in Vietnam
            mark_country_after(pieces, end, "to")
        # Imports from North Korea: facts call them its exports, or so.
        is_side = is_side or (phrase in in_ and command == "trade" and _has_giver(pieces))
        is_counted = index > 0 and pieces[index - 1].role == "figure"
        is_unit = phrase in _phrases("UNIT", is_unmarked)
        is_kind = vocabulary.find_value("kind", phrase) == command
        if is_side or is_kind or (phrase in said and not (is_unit and is_counted)):
            pieces[index : index + size] = [piece.with_role("asking") for piece in run]
