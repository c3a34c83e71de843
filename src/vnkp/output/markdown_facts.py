"""Facts as Markdown: lists, cards and anniversaries, with their sources as footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from vnkp.answers import Anniversaries, FactCards, FactList
from vnkp.i18n import dates
from vnkp.i18n.labels import KINDS, OVERLAPS, label, person_with_offices
from vnkp.i18n.messages import capital, say
from vnkp.model import edtf
from vnkp.model.facts import Fact, Participant, Variant
from vnkp.model.fields import Lang
from vnkp.model.time_window import Overlap
from vnkp.output.fact_wording import direction, own_cites, reading_words
from vnkp.output.markdown_parts import Footnotes, escape, table, worded_table
from vnkp.query.people import parties


def fact_list_lines(answer: FactList, lang: Lang) -> list[str]:
    """A table for each way of meeting the time asked for, and a footnote for each row."""
    footnotes = Footnotes(answer.book, lang)
    names, rows_of = {
        "disputes": (("what", "reading"), _reading_rows),
        "visits": (("date", "what", "visitor", "met", "direction"), _visit_row),
    }.get(answer.view, (("date", "what", "figure", "direction"), _fact_row))
    lines: list[str] = []
    for overlap, group in groupby(answer.matches, key=attrgetter("overlap")):
        if overlap is not Overlap.INSIDE:
            heading = escape(capital(label(OVERLAPS[overlap], lang)))
            lines += [*([""] if lines else []), f"**{heading}**", ""]
        rows = [row for match in group for row in rows_of(match.fact, footnotes)]
        lines += worded_table(names, rows, lang)
    return [*lines, *footnotes.lines()]


def _fact_row(fact: Fact, footnotes: Footnotes) -> Iterator[list[str]]:
    date, figure, _ = map(escape, reading_words(footnotes.book, fact, footnotes.lang))
    yield [date, _title(fact, footnotes), figure, direction(fact)]


def _visit_row(fact: Fact, footnotes: Footnotes) -> Iterator[list[str]]:
    date = escape(dates.date(fact.date, footnotes.lang))
    people = [_people(party, footnotes) for party in parties(footnotes.book, fact)]
    yield [date, _title(fact, footnotes), *people, direction(fact)]


def _reading_rows(fact: Fact, footnotes: Footnotes) -> Iterator[list[str]]:
    """A row for each reading of *fact*, with a mark for its own sources."""
    title = escape(label(fact, footnotes.lang))
    for reading in fact.readings:
        is_other = isinstance(reading, Variant)
        cites = reading.cite if is_other else own_cites(fact)
        text = _reading(reading, footnotes) + footnotes.mark(cites)
        yield [title, f"≠ {text}" if is_other else text]
        title = ""


def _title(fact: Fact, footnotes: Footnotes) -> str:
    """The title of *fact* with its mark, and ≠ if sources differ."""
    differ = " ≠" if fact.disputed else ""
    return escape(label(fact, footnotes.lang)) + differ + footnotes.mark_fact(fact)


def _people(participants: Sequence[Participant], footnotes: Footnotes) -> str:
    """*participants* with their offices: "Kim Mun, Premier of the DPRK; …"."""
    book, lang = footnotes.book, footnotes.lang
    names = (person_with_offices(book, participant, lang) for participant in participants)
    return escape("; ".join(names))


def _reading(reading: Fact | Variant, footnotes: Footnotes) -> str:
    """The date, figure and note of a reading, as far as it has them."""
    words = reading_words(footnotes.book, reading, footnotes.lang)
    return escape("; ".join(filter(None, words)))


def fact_card_lines(answer: FactCards, lang: Lang) -> list[str]:
    """A table for each fact, and the footnotes of all."""
    footnotes = Footnotes(answer.book, lang)
    lines: list[str] = []
    for fact in answer.facts:
        heads = ["", _title(fact, footnotes)]
        rows = [(say(name, lang), text) for name, text in _card(fact, footnotes) if text]
        lines += [*([""] if lines else []), *table(heads, rows, ["-" * 12, "-" * 46])]
    return [*lines, *footnotes.lines()]


def _card(fact: Fact, footnotes: Footnotes) -> list[tuple[str, str]]:
    """All that is known of *fact*: what it is called, and the text."""
    book, lang = footnotes.book, footnotes.lang
    wholes = [book.facts_by_id[id_] for id_ in fact.part_of if id_ in book.facts_by_id]
    parts = [part for part in book.facts if fact.id in part.part_of]
    others = [
        f"≠ {_reading(variant, footnotes)}{footnotes.mark(variant.cite)}"
        for variant in fact.variants
    ]
    date, figure, note = map(escape, reading_words(book, fact, lang, long=True))
    return [
        ("date", date),
        ("kind", " · ".join(filter(None, [label(KINDS[fact.kind], lang), direction(fact)]))),
        ("people", _people(fact.people, footnotes)),
        ("places", escape(", ".join(label(book.places[key], lang) for key in fact.places))),
        ("figure", figure),
        ("note", note),
        ("part_of", escape("; ".join(label(whole, lang) for whole in wholes))),
        ("parts", escape("; ".join(label(part, lang) for part in parts))),
        *(("others", text) for text in others),
        ("id", escape(fact.id)),
    ]


def anniversary_lines(answer: Anniversaries, lang: Lang) -> list[str]:
    """A table of anniversaries, and a footnote for each."""
    footnotes = Footnotes(answer.book, lang)
    rows = [
        [
            str(anniversary.years),
            escape(dates.date(edtf.parse(anniversary.date), lang)),
            _title(anniversary.fact, footnotes),
            escape(dates.date(anniversary.fact.date, lang)),
        ]
        for anniversary in answer.anniversaries
    ]
    names = ("years", "date", "what", "happened")
    return [*worded_table(names, rows, lang), *footnotes.lines()]
