"""Lists of facts, each year told once, beside each date the dates that others have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from vnkp.answers import FactList
from vnkp.i18n import dates
from vnkp.i18n.labels import OVERLAPS, label
from vnkp.i18n.messages import capital, say
from vnkp.i18n.sources import direction
from vnkp.model.enums import Rank
from vnkp.model.facts import Book, Fact
from vnkp.model.fields import Lang
from vnkp.model.time_window import Overlap
from vnkp.output import notes, summary
from vnkp.output.fact_wording import other_dates, within_year
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.frame import last_lines, legend, list_page, page
from vnkp.output.screen.layout import Column, Row, listing
from vnkp.query.filters import Query
from vnkp.query.people import RANKS, leading_members, parties
from vnkp.query.selection import MatchedFact

if TYPE_CHECKING:
    from vnkp.output.screen.marking import SearchMarks

FactGroup = tuple[str, Sequence[Fact]]  # facts under a heading, which may be empty
_LONG = 12  # a list of more facts than these has empty lines:
_DENSE = 3  # between years, if so many of them fall on each, else between decades


def fact_list_page(answer: FactList, context: Context) -> RenderableType:
    """Facts, those not inside the time asked for under headings, with what a search found.

    Of visits it is told who came, with which office, and who was met; of one person those made
    and those received.
    """
    book, lang = answer.book, context.lang
    marks = None
    if answer.search:
        from vnkp.output.screen.marking import SearchMarks  # most lists are not searched for

        marks = SearchMarks(book, answer.search, lang)
    is_visits = answer.view == "visits"
    by_date = answer.view in ("list", "visits") and answer.query.sort in (None, "date", "-date")
    query = answer.query if is_visits else None
    body = FactTable(book, context, by_date, marks, query).under_headings(_groups(answer, lang))
    if answer.next_day:
        title = Text(summary.title(answer, lang), theme.BOLD)
        return page(title, theme.dim(f"{notes.next_day_note(answer, lang)}\n"), body)
    return list_page(answer, body, context, has_signs=not is_visits)


def facts_below(
    book: Book, facts: Sequence[Fact], context: Context, head: RenderableType, *more: RenderableType
) -> RenderableType:
    """A card or other lines, and below them the *facts* that they are about."""
    table = FactTable(book, context).under_headings([("", facts)])
    return page(head, *more, table, foot=(legend(facts, context), last_lines(facts, context)))


class FactTable:
    """Facts of *book*, each with year, date, signs, text, figure, direction and id.

    *by_date* says that they stand in the order of their dates: each year is then told once.
    *marks* shows what a search found, *visit_query* asks for who came and who was met.
    """

    def __init__(
        self,
        book: Book,
        context: Context,
        by_date: bool = True,
        marks: SearchMarks | None = None,
        visit_query: Query | None = None,
    ) -> None:
        self.book = book
        self.context = context
        self.is_narrow = context.width < theme.NARROW
        self.by_date = by_date and not self.is_narrow
        self.marks = marks
        self.visit_query = visit_query
        self.has_figures = False

    def under_headings(self, groups: Sequence[FactGroup]) -> RenderableType:
        """The facts of *groups* under their headings."""
        self._set_figures([fact for _, several in groups for fact in several])
        rows: list[Row | Text] = []
        for heading, several in groups:
            if heading:
                rows += [*([Text()] if rows else []), Text(heading, theme.BOLD)]
            step = _step(several) if self.by_date else 0
            year, block = "", 0
            for fact in several:
                before, block = block, step and fact.date.earliest.year // step
                rows += [Text()] if before and before != block else []
                rows.append(self._row(fact, year))
                year = within_year(fact.date, self.context.lang)[0] or year
        columns = [Column() for _ in range(6)]
        columns[2:5] = Column(gap=1), Column(wraps=True), Column(right=True)
        return listing(columns, rows, self.context)

    def _set_figures(self, facts: Sequence[Fact]) -> None:
        """Give figures a column, if it is not mostly empty and leaves enough room for titles."""
        context = self.context
        ids = theme.id_width((fact.id for fact in facts), context)
        widths = [
            theme.figure(fact, self.book, context.lang).cell_len for fact in facts if fact.figure
        ]
        is_full = context.width >= theme.WIDE and not ids and len(widths) * 3 >= len(facts)
        self.has_figures = is_full and max(widths, default=0) * 5 <= context.width

    def _row(self, fact: Fact, last_year: str) -> Row:
        """The row of *fact*; below it what it says more, and other sources' dates."""
        lang, marks = self.context.lang, self.marks
        year, day = within_year(fact.date, lang)
        if not self.by_date:
            year, day = "", dates.date(fact.date, lang)
        text, more = self._text_and_more(fact)
        more_texts = [marks.beside(fact, text, more)] if marks else []
        text = marks.mark(text) if marks else text
        sign, figure = theme.signs(fact), Text()
        if self.is_narrow:
            sign = Text.assemble(sign, " ", theme.kind(fact, lang))
        if self.visit_query:
            sign, more_texts = theme.disputed(fact), [more, *more_texts]
        elif self.has_figures:
            figure = more
        else:
            text = theme.with_figure(text, more)
        date = Text(theme.folded(day))
        if "\n" in date.plain:  # there is room beside its second line
            text, more_texts = theme.joined([text, *more_texts], "\n"), []
        below: list[Text | Sequence[Text]] = [*more_texts]
        for reading, who in other_dates(self.book, fact, lang, year):
            other = theme.dim(theme.folded(reading))
            cells = [Text(), other, theme.dim(theme.DISPUTED), theme.dim(who)]
            below.append([*cells, Text(), Text(), Text()])
        shown = theme.dim(year if year != last_year else "")
        return Row([shown, date, sign, text, figure, Text(direction(fact))], below, fact.id)

    def _text_and_more(self, fact: Fact) -> tuple[Text, Text]:
        """The title and the figure of *fact*; of a visit who came and who was met.

        Of each party those down to the rank asked for are named (without one, or where nobody has
        it, those of the highest rank) and the others counted: "Trần Đức Lương, President +6".
        """
        book, lang = self.book, self.context.lang
        if not self.visit_query:
            return theme.title(fact, lang), theme.figure(fact, book, lang)
        rank = summary.rank_name(self.visit_query.rank)
        lowest = RANKS[rank] if rank and rank != Rank.OTHER.value else 0
        came, met = parties(book, fact)
        guests, others = leading_members(book, came, lowest)
        text = Text("; ").join(theme.person(book, guest, lang, short=True) for guest in guests)
        text += _and_others(others)
        hosts, others = leading_members(book, met, lowest)
        names = ", ".join(label(book.people[host.who], lang) for host in hosts)
        more = theme.dim(f"{say('met', lang)} {names}" if hosts else "") + _and_others(others)
        return text if text.plain else theme.title(fact, lang), more


def _and_others(count: int) -> Text:
    """How many others there were, on one line with the last that was named."""
    return theme.dim(f"{theme.JOINT}+{count}" if count else "")


def _step(facts: Sequence[Fact]) -> int:
    """After how many years an empty line helps the eye: 1, 10, or 0 for a short list."""
    if len(facts) <= _LONG:
        return 0
    years = Counter(fact.date.earliest.year for fact in facts)
    usual = sorted(years.values())[len(years) // 2]  # the statistics module would cost a start
    return 1 if usual >= _DENSE else 10


def _groups(answer: FactList, lang: Lang) -> list[FactGroup]:
    """Facts by how they met the time; visits of one person also by whether they were made."""
    own = summary.made_by(answer)
    if own is None:
        return _by_overlap(answer.matches, lang)
    groups: list[FactGroup] = []
    for key, is_own in (("made", True), ("received", False)):
        matches = [match for match in answer.matches if (match.fact.id in own) is is_own]
        for heading, several in _by_overlap(matches, lang):
            name = capital(say(key, lang))
            groups.append((" · ".join(part for part in (name, heading) if part), several))
    return groups


def _by_overlap(matches: Iterable[MatchedFact], lang: Lang) -> list[FactGroup]:
    """Facts by how they met the time; those inside it have no heading."""
    groups: dict[Overlap, list[Fact]] = {}
    for match in matches:
        groups.setdefault(match.overlap, []).append(match.fact)
    return [
        ("" if overlap is Overlap.INSIDE else capital(label(OVERLAPS[overlap], lang)), facts)
        for overlap, facts in groups.items()
    ]
