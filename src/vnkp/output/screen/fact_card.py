"""One fact, person or source as a card that could be pasted into a briefing; and disputes side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from vnkp.i18n import dates, numbers
from vnkp.i18n.labels import (
    KINDS,
    SIDES,
    SOURCE_KINDS,
    label,
    language,
    publisher_name,
    source_publisher,
)
from vnkp.i18n.messages import say
from vnkp.i18n.sources import citation_place
from vnkp.model.facts import Book, Cite, Fact, Lang, Source, Variant
from vnkp.output.screen import theme
from vnkp.output.screen.directory import years
from vnkp.output.screen.hanging import GAP, At, Drawn, Line, Lines, beside, flowed, hung, wrapped
from vnkp.query.counts import PersonSummary

Pair = tuple[str, Sequence[Text]]
_SIDE_BY_SIDE = 76  # from here on there is room for a reading and, beside it, those who say so


class Card:
    """A title, and under it names with their values: beside each other, on narrow terminals under each other."""

    def __init__(self, title: Text, pairs: Iterable[Pair]) -> None:
        self.title = title
        self.pairs = [(name, [line for line in lines if line.plain]) for name, lines in pairs]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        narrow = options.max_width < theme.NARROW
        size = 2 if narrow else max(cell_len(name) for name, lines in self.pairs if lines) + 2
        made = [Line(self.title, 0, 2), Line(Text())]
        for name, lines in self.pairs:
            if lines and narrow:
                made.append(Line(theme.dim(name)))
            for place, line in enumerate(lines):
                head = (
                    Text() if place or narrow else theme.dim(name + " " * (size - cell_len(name)))
                )
                made.append(Line(line, size, 2 if len(lines) > 1 else 0, head))
        yield Lines(made)


def fact_card(book: Book, one: Fact, lang: Lang) -> Group:
    """All that is known of a fact: date in words, who with which office, figure, note, sources, other readings."""
    pairs: list[Pair] = [
        (say("date", lang), [Text(dates.date(one.date, lang, long=True))]),
        (say("kind", lang), [_kind(one, lang)]),
        (say("people", lang), [theme.person(book, attendance, lang) for attendance in one.people]),
        (
            say("places", lang),
            [Text("; ".join(label(book.places[key], lang) for key in one.places))],
        ),
        (say("figure", lang), [Text(numbers.figure(one.figure, book, lang) if one.figure else "")]),
        (say("note", lang), [Text(label(one.note, lang) if one.note else "")]),
        (say("part_of", lang), _related(book, one.part_of, lang)),
        (
            say("parts", lang),
            _related(book, [part.id for part in book.facts if one.id in part.part_of], lang),
        ),
        (say("id", lang), [theme.whole(one.id)]),
    ]
    title = Text.assemble(theme.sign(one), " ", theme.title(one, lang), " ", theme.disputed(one))
    below = [
        Line(Text()),
        Line(Text(say("sources", lang), theme.BOLD)),
        *_cited(book, one.cite, 1, lang),
    ]
    if one.variants:
        below += [Line(Text()), Line(Text(say("others", lang), theme.BOLD))]
    number = len(one.cite) + 1
    for variant in one.variants:
        below += [*_reading(book, variant, one, lang), *_cited(book, variant.cite, number, lang)]
        number += len(variant.cite)
    return Group(Card(title, pairs), Lines(below))


def _kind(one: Fact, lang: Lang) -> Text:
    words = [label(KINDS[one.kind], lang)]
    if one.from_ and one.to:
        words.append(f"{label(SIDES[one.from_], lang)} → {label(SIDES[one.to], lang)}")
    elif one.between:
        words.append(f"{label(SIDES['VN'], lang)} ↔ {label(SIDES['KP'], lang)}")
    if one.milestone:
        words.append(say("milestone", lang))
    return Text(" · ".join(words))


def _related(book: Book, ids: Sequence[str], lang: Lang) -> list[Text]:
    """Facts that this one belongs to, or that belong to it: date, title and figure, and under them the id."""
    lines: list[Text] = []
    for one in book.facts:
        if one.id in ids:
            figure = f" ({numbers.amount(one.figure, book, lang)})" if one.figure else ""
            lines += [
                Text(f"{dates.date(one.date, lang)}: {label(one, lang)}{figure}"),
                theme.whole(one.id),
            ]
    return lines


def _cited(book: Book, cites: Iterable[Cite], number: int, lang: Lang) -> Iterator[Line]:
    """Sources numbered from *number* on: publisher and title, then the place in it, its date and its id, then its address."""
    for place, cite in enumerate(cites, number):
        source = book.sources[cite.source]
        yield Line(
            Text.assemble(source_publisher(book, source, lang), ": ", (source.title, "italic")),
            5,
            0,
            theme.dim(f"{place}  "),
        )
        about = [citation_place(cite.at, lang) if cite.at else "", *_about(source, lang)]
        yield Line(
            Text(" · ".join(part for part in about if part)), 5, more=(theme.whole(cite.source),)
        )
        if source.url:
            yield Line(theme.whole(source.url), 5)


def _about(source: Source, lang: Lang) -> list[str]:
    """Date, language and kind of a source."""
    when = dates.date(source.published, lang) if source.published else say("undated", lang)
    return [when, language(source.lang, lang), label(SOURCE_KINDS[source.kind], lang)]


def _reading(book: Book, one: Fact | Variant, fact: Fact, lang: Lang) -> Iterator[Line]:
    """What a reading says: date and figure, and under them the note of a variant.

    Of the head reading, what its variants do not touch is left out, so that one sees what is in dispute.
    """
    about = (
        [dates.date(one.date, lang, long=True)]
        if one.date and _in_dispute(one, fact, "date")
        else []
    )
    if one.figure and _in_dispute(one, fact, "figure"):
        about.append(numbers.figure(one.figure, book, lang))
    note = label(one.note, lang) if isinstance(one, Variant) and one.note else ""
    mark = None if isinstance(one, Fact) else Text(f"{theme.DISPUTED} ", theme.WARN)
    for place, line in enumerate(line for line in ("; ".join(about), note) if line):
        yield Line(Text(line), 4, 0, None if place else mark)


def _in_dispute(one: Fact | Variant, fact: Fact, field: str) -> bool:
    touched = {
        name for name in ("date", "figure") for variant in fact.variants if getattr(variant, name)
    }
    return isinstance(one, Variant) or not touched or field in touched


class Disputes(Drawn):
    """Each disputed fact with its readings, and beside or under each of them those who say so."""

    def __init__(self, book: Book, found: Sequence[Fact], lang: Lang) -> None:
        self.book = book
        self.found = found
        self.lang = lang

    def lines(self, console: Console, options: ConsoleOptions) -> Iterator[Sequence[At]]:
        """A blank line between disputes."""
        for place, one in enumerate(self.found):
            yield from [()] if place else []
            yield from self._dispute(one, console, options)

    def _dispute(self, one: Fact, console: Console, options: ConsoleOptions) -> Iterator[list[At]]:
        when = theme.date(one, self.lang)
        title = Text.assemble(theme.sign(one), " ", theme.title(one, self.lang))
        for place, part in enumerate(flowed([title, theme.dim(when.plain)], options.max_width)):
            yield from hung(Line(part, 2 if place else 0, 2), console, options)
        yield from hung(Line(theme.whole(one.id), 2), console, options)
        readings: list[Fact | Variant] = [one, *one.variants]
        for read in readings:
            told = list(_reading(self.book, read, one, self.lang))
            sources = [self.book.sources[cite.source] for cite in read.cite]
            publishers = dict.fromkeys(
                publisher_name(self.book, source.publisher, self.lang) for source in sources
            )
            who = Text(", ".join(publishers))
            if options.max_width < _SIDE_BY_SIDE:
                for line in (*told, Line(who, 8, 0, theme.dim("– "))):
                    yield from hung(line, console, options)
            else:
                half = options.max_width // 2
                left = [
                    pieces
                    for line in told
                    for pieces in hung(line, console, options.update_width(half))
                ]
                right = wrapped(who, options.max_width - half - GAP, console)
                yield from beside(left, [[At(half + GAP, line)] for line in right])


def person_card(summary: PersonSummary, lang: Lang, after: RenderableType) -> Group:
    """A person: names, spellings, offices held, and the facts they take part in."""
    one = summary.person
    pairs: list[Pair] = [
        (
            say("name", lang),
            [Text(" · ".join(dict.fromkeys(name for name in (one.vi, one.en, one.ko) if name)))],
        ),
        (say("aliases", lang), [Text(", ".join(one.aliases))]),
        (
            say("side", lang),
            [Text(label(SIDES[one.side], lang) if one.side in SIDES else one.side)],
        ),
        (say("offices", lang), [Text(label(office, lang)) for _, office in summary.offices]),
        (
            say("count", lang),
            [
                Text(
                    ", ".join(
                        part
                        for part in (numbers.number(summary.facts, lang), years(summary))
                        if part
                    )
                )
            ],
        ),
        (say("id", lang), [theme.whole(summary.id)]),
    ]
    return Group(Card(Text(label(one, lang), theme.BOLD), pairs), Text(), after)


def source_card(book: Book, key: str, one: Source, lang: Lang, after: RenderableType) -> Group:
    """A source: what it is, and the facts that rest on it."""
    published = (
        dates.date(one.published, lang, long=True) if one.published else say("undated", lang)
    )
    pairs: list[Pair] = [
        (say("publisher", lang), [Text(source_publisher(book, one, lang))]),
        (say("published", lang), [Text(published)]),
        (say("language", lang), [Text(language(one.lang, lang))]),
        (say("kind", lang), [Text(label(SOURCE_KINDS[one.kind], lang))]),
        (say("address", lang), [theme.whole(one.url or "")]),
        (say("id", lang), [theme.whole(key)]),
    ]
    return Group(Card(Text(one.title, theme.BOLD), pairs), Text(), after)
