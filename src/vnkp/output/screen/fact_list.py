"""Lists of facts, fitted to the terminal; under 60 columns they turn vertical."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from vnkp.answers import FactList
from vnkp.answers.store import CheckReport
from vnkp.i18n import dates
from vnkp.i18n.labels import OVERLAPS, label
from vnkp.i18n.messages import capital, say
from vnkp.model.enums import Rank
from vnkp.model.facts import Book, Fact, Participant
from vnkp.model.fields import Lang
from vnkp.model.time_window import Overlap
from vnkp.output import summary
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.dated_rows import DatedRows, FactGroup, other_dates
from vnkp.output.screen.foot import last_lines, legend, page
from vnkp.output.screen.layout import entries
from vnkp.query.filters import Query
from vnkp.query.people import RANKS, parties, rank_of
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
    groups = _by_overlap(matches, context.lang)
    return _listing(book, groups, context, search, by_date=by_date)


def visits(answer: FactList, context: Context) -> RenderableType:
    """Visits: who came, with which office, and who was met; of a person made and received."""
    groups, by_date = _visit_groups(answer, context.lang), is_by_date(answer.query)
    return _listing(
        answer.book, groups, context, answer.search, by_date=by_date, visit_query=answer.query
    )


def _listing(
    book: Book,
    groups: Sequence[FactGroup],
    context: Context,
    search: SearchResult | None,
    *,
    by_date: bool,
    visit_query: Query | None = None,
) -> RenderableType:
    """Facts or, where *visit_query* asks for visits, who came and who was met."""
    marks = None
    if search:
        from vnkp.output.screen.marking import SearchMarks  # most lists are not searched for

        marks = SearchMarks(book, search, context.lang)
    if context.width < theme.NARROW:
        return _vertical(book, groups, context, marks, visit_query)
    facts = [fact for _, several in groups for fact in several]
    rows = DatedRows(book, facts, context, by_date=by_date)
    figures = [fact for fact in facts if fact.figure]
    # A column for figures, where it is not mostly empty and leaves enough room for titles.
    wide = context.width >= theme.WIDE and not rows.id_width and len(figures) * 3 >= len(facts)
    if wide:
        widths = (theme.figure(fact, book, context.lang).cell_len for fact in figures)
        wide = max(widths, default=0) * 5 <= context.width
    for fact in rows.under_headings(groups):
        text, more = _texts(book, fact, visit_query, context.lang)
        beside = marks.beside(fact, text, more) if marks else Text()
        text = marks.mark(text) if marks else text
        if visit_query:
            rows.add(fact, theme.disputed(fact), text, Text(), [more, beside])
        elif wide:
            rows.add(fact, theme.signs(fact), text, more, [beside])
        else:
            titled = theme.with_figure(text, more)
            rows.add(fact, theme.signs(fact), titled, Text(), [beside])
    return rows.table()


def _texts(book: Book, fact: Fact, visit_query: Query | None, lang: Lang) -> tuple[Text, Text]:
    """The title and the figure of *fact*; of a visit who came and who was met.

    Of each party those down to the rank asked for are named (without one, or where nobody has it,
    those of the highest rank) and the others counted: "Trần Đức Lương, President +6".
    """
    if not visit_query:
        return theme.title(fact, lang), theme.figure(fact, book, lang)
    came, met = parties(book, fact)
    named, others = _named(book, came, visit_query.rank)
    guests = Text("; ").join(theme.person(book, who, lang, short=True) for who in named) + others
    named, others = _named(book, met, visit_query.rank)
    names = ", ".join(label(book.people[host.who], lang) for host in named)
    hosts = theme.dim(f"{say('met', lang)} {names}" if named else "") + others
    return guests if guests.plain else theme.title(fact, lang), hosts


def _named(
    book: Book, party: Sequence[Participant], rank: Rank | str | None
) -> tuple[list[Participant], Text]:
    """Those of *party* to be named, and how many others there are."""
    lowest = min((rank_of(book, participant) for participant in party), default=0)
    name = summary.rank_name(rank)
    if name not in ("", Rank.OTHER.value):
        lowest = max(lowest, RANKS[Rank(name)])
    named = [participant for participant in party if rank_of(book, participant) <= lowest]
    others = len(party) - len(named)
    return named, theme.dim(f"{theme.JOINT}+{others}" if others else "")


def is_by_date(query: Query) -> bool:
    """Whether *query* asks for the order of dates, forwards or backwards."""
    return query.sort in ("date", "-date")


def all_inside(facts: Iterable[Fact]) -> list[MatchedFact]:
    """*facts* as matches of a question without a time."""
    return [MatchedFact(fact, Overlap.INSIDE) for fact in facts]


def _by_overlap(matches: Sequence[MatchedFact], lang: Lang) -> list[FactGroup]:
    """Facts by how they met the time; those inside it have no heading."""
    groups: dict[Overlap, list[Fact]] = {}
    for match in matches:
        groups.setdefault(match.overlap, []).append(match.fact)
    return [
        ("" if overlap is Overlap.INSIDE else capital(label(OVERLAPS[overlap], lang)), facts)
        for overlap, facts in groups.items()
    ]


def _visit_groups(answer: FactList, lang: Lang) -> list[FactGroup]:
    """Visits by how they met the time and, of one person, made apart from received."""
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


def _vertical(
    book: Book,
    groups: Sequence[FactGroup],
    context: Context,
    marks: SearchMarks | None,
    visit_query: Query | None,
) -> RenderableType:
    """The same as a vertical list."""
    lang = context.lang
    blocks: list[list[Text]] = []
    for heading, facts in groups:
        blocks += [[Text(heading, theme.BOLD)]] if heading else []
        for fact in facts:
            date = [theme.sign(fact), Text(dates.date(fact.date, lang)), theme.disputed(fact)]
            kind = Text() if visit_query else theme.kind(fact, lang)
            about = [theme.joined(date, " "), kind, Text(theme.direction(fact))]
            readings = other_dates(book, fact, lang)
            others = [theme.dim(f"{theme.DISPUTED} {day}: {who}") for day, who in readings]
            texts = list(_texts(book, fact, visit_query, lang))
            if marks:
                texts = [*map(marks.mark, texts), marks.beside(fact, *texts)]
            ids = [theme.whole(fact.id)] if context.ids else []
            blocks.append([theme.joined(about), *others, *texts, *ids])
    return entries(blocks, context.width)


def sourcing_page(answer: CheckReport, context: Context) -> RenderableType:
    """The line of a store in order; if detailed, the facts on one source with date and title."""
    lang, sourcing = context.lang, answer.sourcing
    if not sourcing:
        return Text()
    counted = say("counted_facts", lang, n=sourcing.facts)
    sources = say("counted_sources", lang, n=sourcing.sources)
    lines = [say("clean", lang, file=answer.file, facts=counted, sources=sources)]
    if not answer.detailed or answer.book is None:
        return Text(lines[0])
    lone = all_inside(answer.one_source_facts)
    lines.append(say("report_disputed", lang, n=sourcing.disputed))
    lines.append(say("report_one", lang, n=len(lone), all=sourcing.facts))
    if not lone:
        return Text("\n".join(lines))
    facts = answer.one_source_facts
    return page(
        Text("\n".join(lines)),
        fact_table(answer.book, lone, context),
        foot=(legend(facts, context), last_lines(list(facts), context)),
    )
