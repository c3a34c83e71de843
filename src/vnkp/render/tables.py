"""Lists of facts, fitted to the terminal; under 60 columns they turn vertical."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from vnkp.model import Attendance, Book, Fact, Lang
from vnkp.query import RANKS, Query, rank_of
from vnkp.render import style
from vnkp.render.layout import entry, joined, section
from vnkp.render.listing import Item, Listing, item
from vnkp.windows import Match
from vnkp.words.labels import MATCHES, label
from vnkp.words.phrases import say

Mark = Callable[[Text], Text]


def facts(book: Book, found: Sequence[Fact], query: Query, width: int, mark: Mark | None = None) -> RenderableType:
    """Facts under a heading for each way of meeting the window of *query*; *mark* highlights what was searched for."""
    return _grouped(found, query, lambda group: _facts(book, group, query.lang, width, mark or _plain))


def visits(book: Book, found: Sequence[Fact], query: Query, width: int) -> RenderableType:
    """Visits: who came, with which office, and who was met."""
    return _grouped(found, query, lambda group: _visits(book, group, query, width))


def _grouped(found: Sequence[Fact], query: Query, draw: Callable[[Sequence[Fact]], RenderableType]) -> RenderableType:
    groups: dict[Match, list[Fact]] = {}
    for fact in found:
        groups.setdefault(query.match(fact) or Match.POSSIBLE, []).append(fact)
    parts: list[RenderableType] = []
    for match, group in groups.items():
        if match is not Match.INSIDE:
            parts.append(section(label(MATCHES[match], query.lang)))
        parts.append(draw(group))
    return Group(*parts)


def _plain(text: Text) -> Text:
    return text


def _facts(book: Book, group: Sequence[Fact], lang: Lang, width: int, mark: Mark) -> RenderableType:
    if width < style.NARROW:
        return Group(*(entry(_entry(book, fact, lang, mark)) for fact in group))
    kinds = width >= style.WIDE
    after = (say("figure", lang), say("direction", lang))
    heads = item(say("date", lang), "", "", say("kind", lang), main=say("what", lang), after=after)
    return Listing(heads, [_fact_item(book, fact, lang, kinds, mark) for fact in group])


def _fact_item(book: Book, fact: Fact, lang: Lang, kinds: bool, mark: Mark) -> Item:
    before = [*_before(fact, lang), style.kind(fact, lang) if kinds else Text()]
    after = [style.figure(fact, book, lang), Text(style.direction(fact))]
    return Item(before, mark(style.title(fact, lang)), after, [style.dim(fact.id)])


def _before(fact: Fact, lang: Lang) -> list[Text]:
    return [style.date(fact, lang), style.disputed(fact), style.sign(fact)]


def _entry(book: Book, fact: Fact, lang: Lang, mark: Mark) -> list[Text]:
    """The lines of a fact in a vertical list."""
    when = joined([style.sign(fact), style.date(fact, lang), style.disputed(fact)], " ")
    about = joined([when, style.kind(fact, lang), Text(style.direction(fact))])
    return [about, mark(style.title(fact, lang)), style.figure(fact, book, lang), style.dim(fact.id)]


def _visits(book: Book, group: Sequence[Fact], query: Query, width: int) -> RenderableType:
    lang = query.lang
    if width < style.NARROW:
        return Group(*(entry(_visit_entry(book, fact, query)) for fact in group))
    heads = item(say("date", lang), "", "", main=say("visitor", lang), after=(say("direction", lang),))
    return Listing(heads, [_visit_item(book, fact, query) for fact in group])


def _visit_item(book: Book, fact: Fact, query: Query) -> Item:
    guests, hosts = parties(book, fact, query)
    under = [*_met(hosts, query.lang), style.dim(fact.id)]
    return Item(_before(fact, query.lang), guests, [Text(style.direction(fact))], under)


def _met(hosts: Text, lang: Lang) -> list[Text]:
    """A line of those who were met."""
    return [Text.assemble((f"{say('met', lang)}: ", style.DIM), hosts)] if hosts.plain else []


def _visit_entry(book: Book, fact: Fact, query: Query) -> list[Text]:
    guests, hosts = parties(book, fact, query)
    when = joined([style.sign(fact), style.date(fact, query.lang), style.disputed(fact)], " ")
    return [joined([when, Text(style.direction(fact))]), guests, *_met(hosts, query.lang), style.dim(fact.id)]


def parties(book: Book, fact: Fact, query: Query) -> tuple[Text, Text]:
    """Who came, and who was met: one person to a line; of those who came, only the ranks that *query* asks for."""
    came: list[Attendance] = []
    met: list[Attendance] = []
    for attendance in fact.people:
        ours = fact.between or book.people[attendance.who].side == fact.from_
        (came if ours else met).append(attendance)
    named = [one for one in came if query.rank and rank_of(book, one) <= RANKS[query.rank]] or came
    lines = [style.person(book, attendance, query.lang) for attendance in named]
    if len(named) < len(came):
        lines.append(style.dim(say("and_others", query.lang, n=len(came) - len(named))))
    return Text("\n").join(lines), Text("; ").join(style.person(book, one, query.lang) for one in met)
