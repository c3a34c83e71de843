"""Lists of facts, fitted to the terminal; under 60 columns they turn vertical."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.console import RenderableType
from rich.text import Text

from vnkp.answers import FactList
from vnkp.i18n.labels import OVERLAPS, label
from vnkp.i18n.messages import capital, say
from vnkp.model.enums import Rank
from vnkp.model.facts import Book, Fact, Lang, Participant
from vnkp.model.time_window import Overlap
from vnkp.output.screen import theme
from vnkp.output.screen.hanging import Line
from vnkp.output.screen.layout import entries, joined
from vnkp.output.screen.listing import Item, Listing, item
from vnkp.query.filters import RANKS, MatchedFact, rank_of

Mark = Callable[[Text], Text]


def facts(
    book: Book,
    matches: Sequence[MatchedFact],
    lang: Lang,
    width: int,
    mark: Mark | None = None,
) -> RenderableType:
    """Facts, those not inside the time asked for under headings; *mark* highlights words."""
    highlight = mark or _unmarked
    if width < theme.NARROW:
        groups = [
            (overlap, [_entry(book, fact, lang, highlight) for fact in facts])
            for overlap, facts in _by_overlap(matches).items()
        ]
        return _vertical(groups, lang)
    after = (say("figure", lang), say("direction", lang))
    heads = item(say("date", lang), "", main=say("what", lang), after=after)
    items: list[Item | Text] = []
    for overlap, facts in _by_overlap(matches).items():
        items += [_heading(overlap, lang)] if overlap is not Overlap.INSIDE else []
        items += [_fact_item(book, fact, lang, width, highlight) for fact in facts]
    return Listing(heads, items, numbers=1)


def visits(answer: FactList, lang: Lang, width: int) -> RenderableType:
    """Visits: who came, with which office, and who was met."""
    book, rank = answer.book, answer.query.rank
    by_overlap = _by_overlap(answer.matches)
    if width < theme.NARROW:
        groups = [
            (overlap, [_visit_entry(book, fact, rank, lang) for fact in facts])
            for overlap, facts in by_overlap.items()
        ]
        return _vertical(groups, lang)
    heads = item(say("date", lang), "", main=say("visitor", lang), after=(say("direction", lang),))
    items: list[Item | Text] = []
    for overlap, facts in by_overlap.items():
        items += [_heading(overlap, lang)] if overlap is not Overlap.INSIDE else []
        items += [_visit_item(book, fact, rank, lang, width) for fact in facts]
    return Listing(heads, items)


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


def _by_overlap(matches: Sequence[MatchedFact]) -> dict[Overlap, list[Fact]]:
    groups: dict[Overlap, list[Fact]] = {}
    for match in matches:
        groups.setdefault(match.overlap, []).append(match.fact)
    return groups


def _vertical(
    groups: Sequence[tuple[Overlap, list[list[Text | Line]]]], lang: Lang
) -> RenderableType:
    """The same as a vertical list."""
    blocks: list[Sequence[Text | Line]] = []
    for overlap, group in groups:
        blocks += [[_heading(overlap, lang)]] if overlap is not Overlap.INSIDE else []
        blocks += group
    return entries(blocks)


def _heading(overlap: Overlap, lang: Lang) -> Text:
    return Text(capital(label(OVERLAPS[overlap], lang)), theme.BOLD)


def _unmarked(text: Text) -> Text:
    return text


def _fact_item(book: Book, fact: Fact, lang: Lang, width: int, mark: Mark) -> Item:
    after = [theme.figure(fact, book, lang), Text(theme.direction(fact))]
    details = [theme.kind(fact, lang), theme.whole(fact.id)]
    return Item(_before(fact, lang, width), mark(theme.title(fact, lang)), after, [], details)


def _before(fact: Fact, lang: Lang, width: int) -> list[Text]:
    return [
        theme.date(fact, lang, theme.LONG_DATE if width >= theme.WIDE else theme.DATE),
        theme.signs(fact),
    ]


def _entry(book: Book, fact: Fact, lang: Lang, mark: Mark) -> list[Text | Line]:
    """The lines of a fact in a vertical list."""
    about = joined([_when(fact, lang), theme.kind(fact, lang), Text(theme.direction(fact))])
    return [
        about,
        mark(theme.title(fact, lang)),
        theme.figure(fact, book, lang),
        theme.whole(fact.id),
    ]


def _when(fact: Fact, lang: Lang) -> Text:
    return joined([theme.sign(fact), theme.date(fact, lang), theme.disputed(fact)], " ")


def _visit_item(book: Book, fact: Fact, rank: Rank | str | None, lang: Lang, width: int) -> Item:
    guests, hosts = parties(book, fact, rank, lang)
    first, *others = guests or [theme.title(fact, lang)]
    under: list[Text | Line] = [*others, *_met(hosts, lang)]
    return Item(
        _before(fact, lang, width),
        first,
        [Text(theme.direction(fact))],
        under,
        [theme.whole(fact.id)],
    )


def _met(hosts: Sequence[Text], lang: Lang) -> list[Line]:
    """Those who were met, a line each, under one another."""
    name = theme.dim(f"{say('met', lang)}  ")
    size = len(name.plain)
    return [Line(host, size, 2, None if place else name) for place, host in enumerate(hosts)]


def _visit_entry(book: Book, fact: Fact, rank: Rank | str | None, lang: Lang) -> list[Text | Line]:
    guests, hosts = parties(book, fact, rank, lang)
    about = joined([_when(fact, lang), Text(theme.direction(fact))])
    return [
        about,
        *(guests or [theme.title(fact, lang)]),
        *_met(hosts, lang),
        theme.whole(fact.id),
    ]


def parties(
    book: Book, fact: Fact, rank: Rank | str | None, lang: Lang
) -> tuple[list[Text], list[Text]]:
    """Those who came, and those who were met: of each the ranks down to *rank*, and how many others there were."""
    came: list[Participant] = []
    met: list[Participant] = []
    for attendance in fact.people:
        ours = fact.between or book.people[attendance.who].side == fact.from_
        (came if ours else met).append(attendance)
    return _party(book, came, rank, lang), _party(book, met, rank, lang)


def _party(
    book: Book, party: Sequence[Participant], rank: Rank | str | None, lang: Lang
) -> list[Text]:
    named = [one for one in party if rank and rank_of(book, one) <= RANKS[rank]] or party
    lines = [theme.person(book, attendance, lang) for attendance in named]
    if len(named) < len(party):
        lines.append(theme.dim(say("and_others", lang, n=len(party) - len(named))))
    return lines
