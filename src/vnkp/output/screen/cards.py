"""One fact, person or source as a card that could be pasted into a briefing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from vnkp.i18n import dates, numbers
from vnkp.i18n.labels import SIDES, SOURCE_KINDS, label, person_name, source_publisher
from vnkp.i18n.messages import say
from vnkp.i18n.sources import publication_date, source_language
from vnkp.model.facts import Book, Fact, Source, Variant
from vnkp.model.fields import Lang
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.layout import GAP, Below, Column, Row, Rows, entries
from vnkp.output.screen.source_list import Numbered, numbered, source_rows
from vnkp.query.people import PersonSummary

Pair = tuple[str, Sequence[Text]]


def card(title: Text, about: Sequence[Text], pairs: Iterable[Pair], context: Context) -> Group:
    """A title, lines about it, and names with their values.

    Names stand beside their values, on narrow terminals above them.
    """
    kept = [(name, [line for line in lines if line.plain]) for name, lines in pairs]
    kept = [(name, lines) for name, lines in kept if lines]
    if not kept:
        return Group(title, *about)
    if context.width < theme.NARROW:
        blocks = [[theme.dim(name), *lines] for name, lines in kept]
        return Group(title, *about, Text(), entries(blocks, context.width, apart=False))
    rows: list[Row] = []
    room = min(context.width, theme.WIDEST) - max(cell_len(name) for name, _ in kept) - GAP
    for name, lines in kept:
        for index, line in enumerate(lines):
            head = theme.dim("" if index else name)
            if line.no_wrap and line.cell_len > room:
                rows += [*([[head, Text()]] if head.plain else []), Below(line)]
            else:
                rows.append([head, line])
    columns = [Column(), Column(wraps=True)]
    return Group(title, *about, Text(), Rows(columns, rows, min(context.width, theme.WIDEST)))


def fact_card(book: Book, fact: Fact, context: Context) -> Group:
    """All that is known of a fact, and who says so; offices in full."""
    lang = context.lang
    texts = numbered(book, fact)
    title = Text.assemble(theme.sign(fact), " ", theme.title(fact, lang))
    date = Text(dates.date(fact.date, lang, long=True))
    about = [theme.joined([date, *_kind(fact, lang)], " · "), *_dispute(fact, texts, lang)]
    people = [theme.person(book, participant, lang) for participant in fact.people]
    places = "; ".join(label(book.places[key], lang) for key in fact.places)
    parts = [part.id for part in book.facts if fact.id in part.part_of]
    figure = numbers.figure(fact.figure, book, lang) if fact.figure else ""
    pairs: list[Pair] = [
        (say("people", lang), people),
        (say("places", lang), [Text(places)]),
        (say("figure", lang), [Text(figure)]),
        (say("note", lang), [Text(label(fact.note, lang) if fact.note else "")]),
        (say("part_of", lang), _related(book, fact.part_of, context)),
        (say("parts", lang), _related(book, parts, context)),
        (say("store", lang), [Text(book.__dict__.get("stores", {}).get(fact.id, ""))]),
        (say("id", lang), [] if context.picture else [theme.whole(fact.id)]),
    ]
    heading = Text(say("sources", lang), theme.BOLD)
    below: list[RenderableType] = [Text(), heading, source_rows(book, texts, context)]
    if fact.variants:
        below += [Text(), Text(say("others", lang), theme.BOLD)]
    for variant in fact.variants:
        below += _reading(book, variant, texts, lang)
    return Group(card(title, about, pairs, context), *below)


def _kind(fact: Fact, lang: Lang) -> list[Text]:
    words = [theme.kind(fact, lang)]
    if fact.from_ and fact.to:
        words.append(Text(f"{label(SIDES[fact.from_], lang)} → {label(SIDES[fact.to], lang)}"))
    elif fact.between:
        words.append(Text(f"{label(SIDES['VN'], lang)} ↔ {label(SIDES['KP'], lang)}"))
    return [*words, Text(say("milestone", lang) if fact.milestone else "")]


def _dispute(fact: Fact, texts: Sequence[Numbered], lang: Lang) -> list[Text]:
    """That other sources have another date, and how many."""
    lines = []
    for variant in fact.variants:
        if variant.date:
            count = sum(text.cite in variant.cite for text in texts)
            differs = say("in_sources", lang, what=dates.date(variant.date, lang), n=count)
            lines.append(Text.assemble((theme.DISPUTED, theme.WARN), f" {differs}"))
    return lines


def _related(book: Book, ids: Sequence[str], context: Context) -> list[Text]:
    """Facts that this one belongs to, or that belong to it: date, title and figure."""
    lines: list[Text] = []
    for fact in book.facts:
        if fact.id in ids:
            date = Text(dates.date(fact.date, context.lang), theme.DIM)
            lines.append(theme.joined([date, theme.titled(fact, book, context.lang)]))
            lines += [theme.whole(fact.id)] if context.ids else []
    return lines


def _reading(
    book: Book, variant: Variant, texts: Sequence[Numbered], lang: Lang
) -> Iterator[RenderableType]:
    """What a variant says, by the numbers of those who say so."""
    cited = [text for text in texts if not {text.cite, *text.copies}.isdisjoint(variant.cite)]
    marks = ", ".join(str(text.number) for text in cited)
    note = label(variant.note, lang) if variant.note else ""
    first, *others = [part for part in ("; ".join(reading(book, variant, lang)), note) if part] or [
        ""
    ]
    yield Text.assemble((f"{theme.DISPUTED} ", theme.WARN), first, (f"  [{marks}]", theme.DIM))
    yield from (Padding(Text(line), (0, 0, 0, 2)) for line in others)


def reading(book: Book, said: Fact | Variant, lang: Lang) -> list[str]:
    """The date and figure of a reading, spelt out."""
    date = [dates.date(said.date, lang, long=True)] if said.date else []
    return date + ([numbers.figure(said.figure, book, lang)] if said.figure else [])


def person_card(summary: PersonSummary, context: Context) -> Group:
    """A person: names, spellings, offices with the years they are seen in."""
    lang, person = context.lang, summary.person
    names = dict.fromkeys(name for name in (person.vi, person.en, person.ko) if name)
    side = label(SIDES[person.side], lang) if person.side in SIDES else person.side
    offices: list[Text] = []
    for key, office in summary.offices:
        seen = say("seen", lang, years=dates.years(*summary.years[key]))
        offices.append(Text.assemble(label(office, lang), (f"  {seen}", theme.DIM)))
    pairs: list[Pair] = [
        (say("name", lang), [Text(" · ".join(names))]),
        (say("aliases", lang), [Text(", ".join(person.aliases))]),
        (say("side", lang), [Text(side)]),
        (say("offices", lang), offices),
        (say("id", lang), [] if context.picture else [theme.whole(summary.id)]),
    ]
    return card(Text(person_name(person, lang), theme.BOLD), [], pairs, context)


def source_card(book: Book, key: str, source: Source, context: Context) -> Group:
    """A source: what it is."""
    lang = context.lang
    date = publication_date(source, lang, long=True)
    pairs: list[Pair] = [
        (say("publisher", lang), [Text(source_publisher(book, source, lang))]),
        (say("published", lang), [Text(date)]),
        (say("language", lang), [Text(source_language(source, lang))]),
        (say("kind", lang), [Text(label(SOURCE_KINDS[source.kind], lang))]),
        (say("id", lang), [] if context.picture else [theme.whole(key)]),
    ]
    title = card(Text(source.title, theme.BOLD), [], pairs, context)
    if not source.url:
        return title
    in_picture = Text(source.url, theme.DIM, overflow="fold")  # broken rather than lost
    return Group(title, Text(), in_picture if context.picture else theme.whole(source.url))
