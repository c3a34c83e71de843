"""What is said beside an answer: how the line was read, what was left out, what else to try."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from typing import TYPE_CHECKING

from vnkp.answers import (
    AidTotals,
    Anniversaries,
    Answer,
    BookAnswer,
    Citations,
    FactList,
    Sources,
)
from vnkp.answers.summaries import Brief, Counts
from vnkp.clock import current_date
from vnkp.i18n import dates
from vnkp.i18n.messages import say
from vnkp.model.enums import Kind
from vnkp.model.fields import Lang
from vnkp.model.time_window import canonical
from vnkp.output.titles import count, title
from vnkp.query.filters import Query

if TYPE_CHECKING:
    from vnkp.query.search.search_results import SearchResult


@singledispatch
def answer_notes(answer: Answer, lang: Lang) -> list[str]:
    """The lines for standard error: the count or, where nothing was found, what to try."""
    lines = query_notes(answer, lang)
    if isinstance(answer, FactList) and answer.next_day:
        return [*lines, next_day_note(answer, lang)]
    if answer.is_empty:
        return [*lines, "; ".join(_nothing_found(answer, lang))]
    counted = count(answer, lang)
    lines += [counted] if counted else []
    match answer:
        case FactList():  # some are there only because a source dates them otherwise
            lines += [
                say("one_source_has", lang, id=match.fact.id, date=dates.date(date, lang))
                for match in answer.matches
                if match.variant and (date := match.variant.date)
            ]
            lines += [say("most_words_hint", lang, n=len(answer.near))] if answer.near else []
        case Counts():
            lines += count_notes(answer, lang)
    return lines


def count_notes(answer: Counts, lang: Lang, *, with_hints: bool = True) -> list[str]:
    """What a reader has to know: what was counted apart, more than once, or not at all.

    *with_hints* adds the options that count otherwise.
    """
    notes = []
    has_cells = len(answer.groups) > 1 or answer.sides
    if has_cells and any(count.uncertain for count in answer.counts):
        notes.append(say("uncertain_apart", lang))
    notes += [say(f"several_{group.value}", lang) for group in answer.several]
    if answer.is_cut:
        notes.append(say("some_rows", lang, n=answer.row_count, total=answer.total))
    for phrase, number in (
        ("parts_left_out", answer.parts_left_out),
        ("wholes_left_out", answer.wholes_left_out),
    ):
        if number:
            hint = f": {say(f'{phrase}_hint', lang)}" if with_hints else ""
            notes.append(f"{say(phrase, lang, n=number)}{hint}")
    return notes


def query_notes(answer: Answer, lang: Lang) -> list[str]:
    """How the line was read, where it had to be interpreted, and what was found otherwise.

    That is: which words were left out, and which were only found without their accents.
    """
    if isinstance(answer, Counts):
        answer = answer.listing
    if not isinstance(answer, BookAnswer):
        return []
    notes = [say("read_as", lang, line=answer.read_as)] if answer.read_as else []
    if answer.search and not answer.is_empty:
        notes += _words_notes(answer.search, lang)
    if isinstance(answer, AidTotals) and answer.narrowed[1] > 0:
        words, number = answer.narrowed
        notes.append(say("narrowed_total", lang, words=words, n=number))
    return notes


def _words_notes(search: SearchResult, lang: Lang) -> list[str]:
    """Which words none or only some of the facts have, or have without their accents only."""
    details = [
        say(phrase, lang, words=", ".join(words))
        for phrase, words in (("words_left_out", search.in_none), ("words_in_some", search.in_some))
        if words
    ]
    notes = [say("not_all_words", lang, details="; ".join(details))] if details else []
    bare = ", ".join(search.without_accents)
    return [*notes, say("words_without_accents", lang, words=bare)] if bare else notes


def _wider_label(wider: Sequence[tuple[str, int]]) -> str:
    """The options that show more: "--rank minister+ (1), --rank all (2)"."""
    return ", ".join(f"{option} ({number})" for option, number in wider)


def next_day_note(answer: FactList, lang: Lang) -> str:
    """That nothing happened on the day asked for, and when the next thing did."""
    assert answer.next_day  # only then is there a note
    following = dates.day_of_year(*answer.next_day, lang)
    return say("next_day", lang, date=dates.day_of_year(*answer.day, lang), next=following)


def _nothing_found(answer: Answer, lang: Lang) -> list[str]:
    """That nothing was found, and what to try."""
    match answer:
        case FactList():
            return _no_facts(answer, lang)
        case Counts():
            return _nothing_found(answer.listing, lang)
        case Anniversaries():
            nothing = f"{title(answer, lang)}: {say('nothing', lang)}"
            return [nothing, _anniversaries_hint(answer, lang), *_unknown_words(answer, lang)]
        case Brief():
            hints = [_other_words(answer.query, lang)] if answer.query.words else []
            return [_nothing_in_time(answer.query, lang), *hints]
        case Sources():
            return [_nothing_in_time(answer.query, lang), say("all_sources", lang)]
        case AidTotals() | Citations():
            return [_nothing_in_time(answer.query, lang), *_unknown_words(answer, lang)]
    return [say("nothing", lang)]


def _nothing_in_time(query: Query, lang: Lang) -> str:
    """That nothing was found, and in which time."""
    when = dates.times(query.windows, lang)
    if any(window.first is None or window.last is None for window in query.windows):
        return f"{when}: {say('nothing', lang)}"
    return say("nothing_in", lang, when=when) if when else say("nothing", lang)


def _no_facts(answer: FactList, lang: Lang) -> list[str]:
    """That there are no such facts, and what wider questions have."""
    phrases = [_nothing_in_time(answer.query, lang)]
    ranks = [wider for wider in answer.wider if wider[0].startswith("--rank")]
    if ranks:
        phrases.append(say("more_ranks", lang, n=ranks[-1][1], options=_wider_label(ranks)))
    phrases += [
        say("without_strict" if option == "--strict" else "more_steps", lang, n=number)
        for option, number in answer.wider
        if not option.startswith("--rank")
    ]
    if answer.nearest_years and not answer.wider:
        phrases.append(say("nearest", lang, years=", ".join(map(str, answer.nearest_years))))
    phrases += _unknown_words(answer, lang)
    if answer.view == "search" and not (answer.unknown and answer.unknown.close):
        phrases.append(_other_words(answer.query, lang))
    return phrases


def _other_words(query: Query, lang: Lang) -> str:
    return say("fewer_words" if len(query.words.split()) > 1 else "other_words", lang)


def _unknown_words(answer: BookAnswer, lang: Lang) -> list[str]:
    """Which words are not known here, what a search has for them, and the nearest known words."""
    unknown = answer.unknown
    if unknown is None:
        return []
    phrases = []
    if not (isinstance(answer, FactList) and answer.view == "search"):
        words = ", ".join(unknown.unknown)
        code = "unknown_words" if words else "not_together"
        phrases.append(say(code, lang, words=words or unknown.words))
        if unknown.elsewhere:
            times = [
                f"--in {canonical(window.first, window.last)}" for window in answer.query.windows
            ]
            line = " ".join(["vnkp search", unknown.words, *times])
            phrases.append(say("search_has", lang, n=unknown.elsewhere, line=line))
    # Four digits out of our age are words.
    years = [word for word in unknown.unknown if len(word) == 4 and word.isdecimal()]
    phrases += [say("as_year", lang, year=year) for year in years[:1]]
    if unknown.close:
        phrases.append(say("near_words", lang, words=", ".join(unknown.close)))
    return phrases


def _anniversaries_hint(answer: Anniversaries, lang: Lang) -> str:
    """What to ask for where nothing falls due."""
    year = answer.asked_in or ""
    if year.isdecimal() and int(year) >= current_date().year:
        return say("due_hint", lang, year=year)  # there are no facts yet in a year to come
    if answer.first_year >= answer.year:
        return say("too_early", lang, year=answer.first_year)
    if answer.wider:
        return say("anniversaries_hidden", lang, options=_wider_label(answer.wider))
    return say("round_hint", lang)


def warnings(answer: Answer, lang: Lang) -> list[str]:
    """What somebody who adds up the rows of *answer* has to know."""
    if not isinstance(answer, FactList):
        return []
    measures = {fact.id: (fact.figure.of, fact.figure.unit) for fact in answer.facts if fact.figure}
    kinds = {
        fact.kind
        for fact in answer.facts
        if fact.id in measures
        and any(measures.get(whole) == measures[fact.id] for whole in fact.part_of)
    }
    if not kinds:
        return []
    remedy = "aid_adds_up" if Kind.AID in kinds else "no_parts_leaves_out"
    return [f"{say('parts_and_wholes', lang)}; {say(remedy, lang)}"]
