"""Lists of facts, fitted to the terminal; under 60 columns they turn vertical."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.console import RenderableType
from rich.text import Text

from vnkp.model import Attendance, Book, Fact, Lang
from vnkp.query import RANKS, Query, rank_of
from vnkp.render import style
from vnkp.render.hanging import Line
from vnkp.render.layout import entries, joined
from vnkp.render.listing import Item, Listing, item
from vnkp.windows import Match
from vnkp.words.labels import MATCHES, label
from vnkp.words.phrases import capital, say

Mark = Callable[[Text], Text]


def facts(book: Book, found: Sequence[Fact], query: Query, width: int, mark: Mark | None = None) -> RenderableType:
    """Facts under a heading for each way of meeting the window of *query*; *mark* highlights what was searched for."""
    lang, shown = query.lang, mark or _plain
    if width < style.NARROW:
        return _vertical(found, query, lambda fact: _entry(book, fact, lang, shown))
    after = (say("figure", lang), say("direction", lang))
    heads = item(say("date", lang), "", main=say("what", lang), after=after)
    items = _grouped(found, query, lambda fact: _fact_item(book, fact, lang, width, shown))
    return Listing(heads, items, numbers=1)


def visits(book: Book, found: Sequence[Fact], query: Query, width: int) -> RenderableType:
    """Visits: who came, with which office, and who was met."""
    lang = query.lang
    if width < style.NARROW:
        return _vertical(found, query, lambda fact: _visit_entry(book, fact, query))
    heads = item(say("date", lang), "", main=say("visitor", lang), after=(say("direction", lang),))
    return Listing(heads, _grouped(found, query, lambda fact: _visit_item(book, fact, query, width)))


def _grouped(found: Sequence[Fact], query: Query, draw: Callable[[Fact], Item]) -> list[Item | Text]:
    """An item for each fact; a heading before those that do not lie within the window."""
    made: list[Item | Text] = []
    for match, group in _matched(found, query).items():
        if match is not Match.INSIDE:
            made.append(_heading(match, query.lang))
        made += [draw(fact) for fact in group]
    return made


def _vertical(found: Sequence[Fact], query: Query, draw: Callable[[Fact], Sequence[Text | Line]]) -> RenderableType:
    """The same as a vertical list."""
    made: list[Sequence[Text | Line]] = []
    for match, group in _matched(found, query).items():
        if match is not Match.INSIDE:
            made.append([_heading(match, query.lang)])
        made += [draw(fact) for fact in group]
    return entries(made)


def _matched(found: Sequence[Fact], query: Query) -> dict[Match, list[Fact]]:
    groups: dict[Match, list[Fact]] = {}
    for fact in found:
        groups.setdefault(query.match(fact) or Match.POSSIBLE, []).append(fact)
    return groups


def _heading(match: Match, lang: Lang) -> Text:
    return Text(capital(label(MATCHES[match], lang)), style.BOLD)


def _plain(text: Text) -> Text:
    return text


def _fact_item(book: Book, fact: Fact, lang: Lang, width: int, mark: Mark) -> Item:
    after = [style.figure(fact, book, lang), Text(style.direction(fact))]
    details = [style.kind(fact, lang), style.whole(fact.id)]
    return Item(_before(fact, lang, width), mark(style.title(fact, lang)), after, [], details)


def _before(fact: Fact, lang: Lang, width: int) -> list[Text]:
    return [style.date(fact, lang, style.LONG_DATE if width >= style.WIDE else style.DATE), style.signs(fact)]


def _entry(book: Book, fact: Fact, lang: Lang, mark: Mark) -> list[Text]:
    """The lines of a fact in a vertical list."""
    about = joined([_when(fact, lang), style.kind(fact, lang), Text(style.direction(fact))])
    return [about, mark(style.title(fact, lang)), style.figure(fact, book, lang), style.whole(fact.id)]


def _when(fact: Fact, lang: Lang) -> Text:
    return joined([style.sign(fact), style.date(fact, lang), style.disputed(fact)], " ")


def _visit_item(book: Book, fact: Fact, query: Query, width: int) -> Item:
    guests, hosts = parties(book, fact, query)
    first, *others = guests or [style.title(fact, query.lang)]
    under: list[Text | Line] = [*others, *_met(hosts, query.lang)]
    return Item(_before(fact, query.lang, width), first, [Text(style.direction(fact))], under, [style.whole(fact.id)])


def _met(hosts: Sequence[Text], lang: Lang) -> list[Line]:
    """Those who were met, a line each, under one another."""
    name = style.dim(f"{say('met', lang)}  ")
    size = len(name.plain)
    return [Line(host, size, 2, None if place else name) for place, host in enumerate(hosts)]


def _visit_entry(book: Book, fact: Fact, query: Query) -> list[Text | Line]:
    guests, hosts = parties(book, fact, query)
    about = joined([_when(fact, query.lang), Text(style.direction(fact))])
    return [about, *(guests or [style.title(fact, query.lang)]), *_met(hosts, query.lang), style.whole(fact.id)]


def parties(book: Book, fact: Fact, query: Query) -> tuple[list[Text], list[Text]]:
    """Those who came, and those who were met: of each the ranks that *query* asks for, and how many others there were."""
    came: list[Attendance] = []
    met: list[Attendance] = []
    for attendance in fact.people:
        ours = fact.between or book.people[attendance.who].side == fact.from_
        (came if ours else met).append(attendance)
    return _party(book, came, query), _party(book, met, query)


def _party(book: Book, party: Sequence[Attendance], query: Query) -> list[Text]:
    named = [one for one in party if query.rank and rank_of(book, one) <= RANKS[query.rank]] or party
    lines = [style.person(book, attendance, query.lang) for attendance in named]
    if len(named) < len(party):
        lines.append(style.dim(say("and_others", query.lang, n=len(party) - len(named))))
    return lines
