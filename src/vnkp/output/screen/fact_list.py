"""Lists of facts, each year told once; below a fact what others have, dates and figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from vnkp.answers import FactList
from vnkp.i18n import dates
from vnkp.i18n.labels import OVERLAPS, label
from vnkp.i18n.messages import capital, say
from vnkp.model.enums import Rank
from vnkp.model.facts import Book, Fact
from vnkp.model.fields import Lang
from vnkp.model.time_window import Overlap
from vnkp.output import titles
from vnkp.output.fact_wording import direction, other_dates, other_figures, within_year
from vnkp.output.formats import Context
from vnkp.output.notes import next_day_note
from vnkp.output.screen import marking, theme
from vnkp.output.screen.details import full_lines, guests_and_hosts, places
from vnkp.output.screen.frame import last_lines, legend, list_page, page
from vnkp.output.screen.layout import Column, Row, listing
from vnkp.query.filters import Sort, sort_order
from vnkp.query.names import find_person
from vnkp.query.offices_and_items import find_keys
from vnkp.query.people import NamedMembers, is_visit_of
from vnkp.query.selection import MatchedFact

_FactGroup = tuple[str, Sequence[Fact]]  # facts under a heading, which may be empty
_FEW = 3  # so few facts found are told with their notes
_MAX_UNSPACED = 12  # a longer list has empty lines:
_DENSE = 3  # between years, if so many facts fall on each, else between decades


def fact_list_page(answer: FactList, context: Context) -> RenderableType:
    """Facts, those not inside the time asked for under headings, with what a search found.

    Of visits it is told who came, with which office, and who was met; of one person those made
    and those received.
    """
    book, lang = answer.book, context.lang
    marks = None
    if answer.search:
        marks = marking.SearchMarks(book, answer.search, lang)
    is_visits = answer.view == "visits"
    by_date = answer.view in ("list", "visits") and sort_order(answer.query.sort)[0] is Sort.DATE
    strong = [match.fact.id for match in (*answer.closer, *answer.close)]
    in_full = strong[:_FEW] if answer.with_notes or len(strong) <= _FEW else ()
    table = FactTable(
        book,
        context,
        by_date,
        marks,
        named=_named(answer) if is_visits else None,
        ids_in_full=in_full if answer.view == "search" else (),
        with_places=answer.with_places,
    )
    body = table.under_headings(_groups(answer, lang))
    if answer.next_day:
        title = Text(titles.title(answer, lang), theme.BOLD)
        return page(title, theme.dim(f"{next_day_note(answer, lang)}\n"), body)
    return list_page(answer, body, context, has_signs=not is_visits)


def facts_below(
    book: Book, facts: Sequence[Fact], context: Context, head: RenderableType, *more: RenderableType
) -> RenderableType:
    """A card or other lines, and below them the *facts* that they are about."""
    table = FactTable(book, context).under_headings([("", facts)])
    return page(head, *more, table, foot=(legend(facts, context), last_lines(facts, context)))


def _named(answer: FactList) -> NamedMembers:
    """Who is named of those who came: down to the rank asked for, and who was asked for."""
    query, book = answer.query, answer.book
    rank = titles.rank_name(query.rank)
    return NamedMembers(
        lowest=Rank(rank) if rank not in ("", Rank.OTHER.value) else Rank.LEADER,
        people=frozenset(find_person(name, book.people) for name in query.values("person")),
        offices=frozenset(
            key for name in query.values("office") for key in find_keys(name, book.offices)
        ),
    )


class FactTable:
    """Facts of *book*, each with year, date, signs, text, figure, direction and id.

    *by_date* says that they stand in the order of their dates: each year is then told once.
    *marks* shows what a search found. With *named* the facts are visits, of which it is told who
    came and who was met.
    """

    def __init__(
        self,
        book: Book,
        context: Context,
        by_date: bool = True,
        marks: marking.SearchMarks | None = None,
        named: NamedMembers | None = None,
        *,
        ids_in_full: Collection[str] = (),
        with_places: bool = False,
    ) -> None:
        self.book = book
        self.context = context
        self.is_narrow = context.width < theme.NARROW
        self.by_date = by_date and not self.is_narrow
        self.marks = marks
        self.named = named
        self.ids_in_full = ids_in_full
        self.with_places = with_places

    def under_headings(self, groups: Sequence[_FactGroup]) -> RenderableType:
        """The facts of *groups* under their headings."""
        figures_apart = self._has_room_for_figures([fact for _, facts in groups for fact in facts])
        rows: list[Row | Text] = []
        for heading, facts in groups:
            if heading:
                rows += [*([Text()] if rows else []), Text(heading, theme.BOLD)]
            years = _years_in_block(facts) if self.by_date else 0
            last_year, last_block = "", 0
            for fact in facts:
                block = fact.date.earliest.year // years if years else 0
                rows += [Text()] if last_block and block != last_block else []
                rows.append(self._row(fact, last_year, figures_apart))
                last_block = block
                last_year = within_year(fact.date, self.context.lang)[0] or last_year
        columns = [Column() for _ in range(6)]
        columns[2:5] = Column(gap=1), Column(wraps=True), Column(right=True)
        return listing(columns, rows, self.context)

    def _has_room_for_figures(self, facts: Sequence[Fact]) -> bool:
        """Whether a column of figures is not mostly empty and leaves enough room for titles."""
        context = self.context
        ids = theme.id_width((fact.id for fact in facts), context)
        widths = [
            theme.figure(fact, self.book, context.lang).cell_len for fact in facts if fact.figure
        ]
        is_full = context.width >= theme.WIDE and not ids and len(widths) * 3 >= len(facts)
        return is_full and max(widths, default=0) * 5 <= context.width

    def _row(self, fact: Fact, last_year: str, figures_apart: bool) -> Row:
        """The row of *fact*; below it what it says more, and what others say."""
        book, lang, marks = self.book, self.context.lang, self.marks
        if self.by_date:
            year, day = within_year(fact.date, lang)
        else:
            year, day = "", dates.date(fact.date, lang)
        if self.named is None:
            text, more = theme.title(fact, lang), theme.figure(fact, book, lang)
        else:
            text, more = guests_and_hosts(book, fact, self.named, lang)
        lines = []
        if fact.id in self.ids_in_full:
            lines = full_lines(book, fact, lang)
        elif self.with_places and fact.places:
            lines = [places(book, fact, lang)]
        lines += [marks.beside(fact, text, more, *lines)] if marks else []
        text = marks.mark(text) if marks else text
        sign, figure = theme.signs(fact), Text()
        if self.is_narrow:
            sign = Text.assemble(sign, " ", theme.kind(fact, lang))
        if self.named is not None:
            sign, lines = theme.disputed(fact), [more, *lines]
        elif figures_apart:
            figure = more
        else:
            text = theme.with_figure(text, more)
        date = Text(theme.folded(day))
        if "\n" in date.plain:  # there is room beside its second line
            text, lines = theme.joined([text, *lines], "\n"), []
        below: list[Text | Sequence[Text]] = [*lines, *self._other_readings(fact, year)]
        new_year = theme.dim(year if year != last_year else "")
        return Row([new_year, date, sign, text, figure, Text(direction(fact))], below, fact.id)

    def _other_readings(self, fact: Fact, own_year: str) -> Iterator[Sequence[Text]]:
        """Other sources' dates of *fact*, a row each, and their figures; visits show no figures."""
        lang = self.context.lang
        readings = [
            (date, say("according_to", lang, who=who))
            for date, who in other_dates(self.book, fact, lang, own_year)
        ]
        figures = other_figures(self.book, fact, lang)
        if figures and self.named is None:
            readings.append(("", figures))
        for date, text in readings:
            cells = (theme.folded(date), theme.DISPUTED, text)
            yield [Text(), *map(theme.dim, cells), Text(), Text(), Text()]


def _years_in_block(facts: Sequence[Fact]) -> int:
    """After how many years an empty line helps the eye: 1, 10, or 0 for a short list."""
    if len(facts) <= _MAX_UNSPACED:
        return 0
    counts = Counter(fact.date.earliest.year for fact in facts)
    median = sorted(counts.values())[len(counts) // 2]  # the statistics module would cost a start
    return 1 if median >= _DENSE else 10


def _groups(answer: FactList, lang: Lang) -> list[_FactGroup]:
    """Facts by how they met the time, and by how they fit a search; one person's visits apart."""
    matches = answer.matches
    side = titles.visitor_side(answer)
    if side is not None:
        visits: list[MatchedFact] = []
        receptions: list[MatchedFact] = []
        for match in matches:
            (visits if is_visit_of(match.fact, side) else receptions).append(match)
        if visits and receptions:
            return [*_by_overlap(visits, lang, "made"), *_by_overlap(receptions, lang, "received")]
    return [
        *_by_overlap(answer.closer, lang, "most_words"),
        *_by_overlap(answer.close, lang, "all_words" if answer.closer else ""),
        *_by_overlap(answer.weak, lang, "weaker_matches"),
    ]


def _by_overlap(matches: Iterable[MatchedFact], lang: Lang, phrase: str = "") -> list[_FactGroup]:
    """Facts by how they met the time, under *phrase*; those inside it have no other heading."""
    groups: dict[Overlap, list[Fact]] = {}
    for match in matches:
        groups.setdefault(match.overlap, []).append(match.fact)
    start = capital(say(phrase, lang)) if phrase else ""
    return [
        (" · ".join(filter(None, (start, _heading(overlap, lang)))), facts)
        for overlap, facts in groups.items()
    ]


def _heading(overlap: Overlap, lang: Lang) -> str:
    return "" if overlap is Overlap.INSIDE else capital(label(OVERLAPS[overlap], lang))
