"""Lists of facts, fitted to the terminal; under 60 columns they turn vertical."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from vnkp.answers import FactList
from vnkp.i18n import dates
from vnkp.i18n.labels import OVERLAPS, label
from vnkp.i18n.messages import capital, say
from vnkp.model.facts import Book, Fact
from vnkp.model.fields import Lang
from vnkp.model.time_window import Overlap
from vnkp.output import summary
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.dated_rows import DatedRows, Group, other_dates
from vnkp.output.screen.layout import entries
from vnkp.output.screen.visitors import parties
from vnkp.query.filters import Query
from vnkp.query.selection import MatchedFact

if TYPE_CHECKING:
    from vnkp.output.screen.marking import SearchMarks
    from vnkp.query.search import SearchResult


def fact_table(
    book: Book,
    matches: Sequence[MatchedFact],
    context: Context,
    search: SearchResult | None = None,
    *,
    by_date: bool = True,
) -> RenderableType:
    """Facts, those not inside the time asked for under headings, with what *search* found in them.

    *by_date* says that they stand in the order of their dates: each year is then told once.
    """
    lang = context.lang
    marks = _search_marks(book, search, lang)
    groups = _by_overlap(matches, lang)
    if context.width < theme.NARROW:
        return _vertical(book, groups, context, lambda fact: _entry(book, fact, lang), marks)
    rows = DatedRows(book, (match.fact for match in matches), context, by_date=by_date)
    figures = sum(match.fact.figure is not None for match in matches)
    wide = context.width >= theme.WIDE and not rows.id_width and figures * 3 >= len(matches)
    for fact in rows.under_headings(groups):
        title, number = theme.title(fact, lang), theme.figure(fact, book, lang)
        beside = marks.beside(fact, title, number) if marks else Text()
        title = marks.mark(title) if marks else title
        if number.plain and not wide:
            title = Text.assemble(title, (" · ", theme.DIM), number)
        rows.add(fact, theme.signs(fact), title, number if wide else Text(), [beside])
    return rows.table()


def visits(answer: FactList, context: Context) -> RenderableType:
    """Visits: who came, with which office, and who was met; of a person made and received."""
    book, lang = answer.book, context.lang
    marks = _search_marks(book, answer.search, lang)
    groups = _visit_groups(answer, lang)
    if context.width < theme.NARROW:
        return _vertical(
            book, groups, context, lambda fact: _visit_entry(book, fact, answer.query, lang), marks
        )
    rows = DatedRows(book, answer.facts, context, by_date=is_by_date(answer.query))
    for fact in rows.under_headings(groups):
        guests, hosts = parties(book, fact, answer.query.rank, lang)
        guests = guests if guests.plain else theme.title(fact, lang)
        beside = marks.beside(fact, guests, hosts) if marks else Text()
        rows.add(fact, theme.disputed(fact), guests, Text(), [hosts, beside])
    return rows.table()


def is_by_date(query: Query) -> bool:
    """Whether *query* asks for the order of dates, forwards or backwards."""
    return query.sort in ("date", "-date")


def of_person(book: Book, key: str) -> list[MatchedFact]:
    """The facts in which the person called *key* takes part."""
    return [
        MatchedFact(fact, Overlap.INSIDE)
        for fact in book.facts
        if any(participant.who == key for participant in fact.people)
    ]


def on_source(book: Book, key: str) -> list[MatchedFact]:
    """The facts that cite the source called *key*."""
    return [
        MatchedFact(fact, Overlap.INSIDE)
        for fact in book.facts
        if any(cite.source == key for cite in fact.all_cites)
    ]


def _search_marks(book: Book, search: SearchResult | None, lang: Lang) -> SearchMarks | None:
    if search is None:
        return None
    from vnkp.output.screen.marking import SearchMarks  # most lists were not asked for by words

    return SearchMarks(book, search, lang)


def _by_overlap(matches: Sequence[MatchedFact], lang: Lang) -> list[Group]:
    """Facts by how they met the time; those inside it have no heading."""
    groups: dict[Overlap, list[Fact]] = {}
    for match in matches:
        groups.setdefault(match.overlap, []).append(match.fact)
    return [(_overlap_heading(overlap, lang), several) for overlap, several in groups.items()]


def _overlap_heading(overlap: Overlap, lang: Lang) -> str:
    return "" if overlap is Overlap.INSIDE else capital(label(OVERLAPS[overlap], lang))


def _visit_groups(answer: FactList, lang: Lang) -> list[Group]:
    """Visits by how they met the time and, of one person, made apart from received."""
    made = summary.made_by(answer)
    if made is None:
        return _by_overlap(answer.matches, lang)
    groups: list[Group] = []
    for key, is_made in (("made", True), ("received", False)):
        matches = [match for match in answer.matches if (match.fact.id in made) is is_made]
        for heading, several in _by_overlap(matches, lang):
            name = capital(say(key, lang))
            groups.append((" · ".join(part for part in (name, heading) if part), several))
    return groups


def _vertical(
    book: Book,
    groups: Sequence[Group],
    context: Context,
    entry: Callable[[Fact], tuple[Text, ...]],
    marks: SearchMarks | None,
) -> RenderableType:
    """The same as a vertical list."""
    blocks: list[list[Text]] = []
    for heading, several in groups:
        blocks += [[Text(heading, theme.BOLD)]] if heading else []
        for fact in several:
            about, *lines = entry(fact)
            if marks:
                lines = [*map(marks.mark, lines), marks.beside(fact, *lines)]
            readings = other_dates(book, fact, context.lang)
            others = [theme.dim(f"{theme.DISPUTED} {day}: {who}") for day, who in readings]
            ids = [theme.whole(fact.id)] if context.ids else []
            blocks.append([about, *others, *lines, *ids])
    return entries(blocks, context.width)


def _entry(book: Book, fact: Fact, lang: Lang) -> tuple[Text, ...]:
    about = [_when(fact, lang), theme.kind(fact, lang), Text(theme.direction(fact))]
    return theme.joined(about), theme.title(fact, lang), theme.figure(fact, book, lang)


def _visit_entry(book: Book, fact: Fact, query: Query, lang: Lang) -> tuple[Text, ...]:
    guests, hosts = parties(book, fact, query.rank, lang)
    about = theme.joined([_when(fact, lang), Text(theme.direction(fact))])
    return about, guests if guests.plain else theme.title(fact, lang), hosts


def _when(fact: Fact, lang: Lang) -> Text:
    date = Text(dates.date(fact.date, lang))
    return theme.joined([theme.sign(fact), date, theme.disputed(fact)], " ")
