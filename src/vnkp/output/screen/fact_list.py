"""Lists of facts, fitted to the terminal; under 60 columns they turn vertical."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.console import RenderableType
from rich.text import Text

from vnkp.i18n.labels import MATCHES, label
from vnkp.i18n.messages import capital, say
from vnkp.model.facts import Book, Fact, Lang, Participant
from vnkp.model.time_window import Overlap
from vnkp.output.screen import theme
from vnkp.output.screen.hanging import Line
from vnkp.output.screen.layout import entries, joined
from vnkp.output.screen.listing import Item, Listing, item
from vnkp.query.filters import RANKS, Query, rank_of

Mark = Callable[[Text], Text]


def facts(
    book: Book, found: Sequence[Fact], query: Query, width: int, mark: Mark | None = None
) -> RenderableType:
    """Facts under a heading for each way of meeting the window of *query*; *mark* highlights what was searched for."""
    lang, shown = query.lang, mark or _plain
    if width < theme.NARROW:
        return _vertical(found, query, lambda fact: _entry(book, fact, lang, shown))
    after = (say("figure", lang), say("direction", lang))
    heads = item(say("date", lang), "", main=say("what", lang), after=after)
    items = _grouped(found, query, lambda fact: _fact_item(book, fact, lang, width, shown))
    return Listing(heads, items, numbers=1)


def visits(book: Book, found: Sequence[Fact], query: Query, width: int) -> RenderableType:
    """Visits: who came, with which office, and who was met."""
    lang = query.lang
    if width < theme.NARROW:
        return _vertical(found, query, lambda fact: _visit_entry(book, fact, query))
    heads = item(say("date", lang), "", main=say("visitor", lang), after=(say("direction", lang),))
    return Listing(
        heads, _grouped(found, query, lambda fact: _visit_item(book, fact, query, width))
    )


def _grouped(
    found: Sequence[Fact], query: Query, draw: Callable[[Fact], Item]
) -> list[Item | Text]:
    """An item for each fact; a heading before those that do not lie within the window."""
    made: list[Item | Text] = []
    for match, group in _matched(found, query).items():
        if match is not Overlap.INSIDE:
            made.append(_heading(match, query.lang))
        made += [draw(fact) for fact in group]
    return made


def _vertical(
    found: Sequence[Fact], query: Query, draw: Callable[[Fact], Sequence[Text | Line]]
) -> RenderableType:
    """The same as a vertical list."""
    made: list[Sequence[Text | Line]] = []
    for match, group in _matched(found, query).items():
        if match is not Overlap.INSIDE:
            made.append([_heading(match, query.lang)])
        made += [draw(fact) for fact in group]
    return entries(made)


def _matched(found: Sequence[Fact], query: Query) -> dict[Overlap, list[Fact]]:
    groups: dict[Overlap, list[Fact]] = {}
    for fact in found:
        groups.setdefault(query.match(fact) or Overlap.POSSIBLE, []).append(fact)
    return groups


def _heading(match: Overlap, lang: Lang) -> Text:
    return Text(capital(label(MATCHES[match], lang)), theme.BOLD)


def _plain(text: Text) -> Text:
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


def _entry(book: Book, fact: Fact, lang: Lang, mark: Mark) -> list[Text]:
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


def _visit_item(book: Book, fact: Fact, query: Query, width: int) -> Item:
    guests, hosts = parties(book, fact, query)
    first, *others = guests or [theme.title(fact, query.lang)]
    under: list[Text | Line] = [*others, *_met(hosts, query.lang)]
    return Item(
        _before(fact, query.lang, width),
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


def _visit_entry(book: Book, fact: Fact, query: Query) -> list[Text | Line]:
    guests, hosts = parties(book, fact, query)
    about = joined([_when(fact, query.lang), Text(theme.direction(fact))])
    return [
        about,
        *(guests or [theme.title(fact, query.lang)]),
        *_met(hosts, query.lang),
        theme.whole(fact.id),
    ]


def parties(book: Book, fact: Fact, query: Query) -> tuple[list[Text], list[Text]]:
    """Those who came, and those who were met: of each the ranks that *query* asks for, and how many others there were."""
    came: list[Participant] = []
    met: list[Participant] = []
    for attendance in fact.people:
        ours = fact.between or book.people[attendance.who].side == fact.from_
        (came if ours else met).append(attendance)
    return _party(book, came, query), _party(book, met, query)


def _party(book: Book, party: Sequence[Participant], query: Query) -> list[Text]:
    named = [
        one for one in party if query.rank and rank_of(book, one) <= RANKS[query.rank]
    ] or party
    lines = [theme.person(book, attendance, query.lang) for attendance in named]
    if len(named) < len(party):
        lines.append(theme.dim(say("and_others", query.lang, n=len(party) - len(named))))
    return lines
