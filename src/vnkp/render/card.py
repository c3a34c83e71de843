"""One fact, person or source as a card that could be pasted into a briefing; and disputes side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vnkp.model import Book, Cite, Fact, Lang, Source, Variant
from vnkp.render import style
from vnkp.tally import PersonTally
from vnkp.words import dates, numbers
from vnkp.words.labels import KINDS, SIDES, SOURCE_KINDS, label, language
from vnkp.words.phrases import say

Pair = tuple[str, RenderableType | None]


def card(title: Text, pairs: Iterable[Pair], *after: RenderableType) -> Group:
    """A title, named lines under it, and what follows them."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style=style.DIM, overflow="fold")
    grid.add_column(overflow="fold")
    for name, value in pairs:
        if value is not None and not (isinstance(value, Text) and not value.plain):
            grid.add_row(name, value)
    return Group(title, Text(), grid, *after)


def fact(book: Book, one: Fact, lang: Lang) -> Group:
    """All that is known of a fact: date in words, who with which office, figure, note, sources, other readings."""
    pairs: list[Pair] = [
        (say("date", lang), Text(dates.date(one.date, lang, long=True))),
        (say("kind", lang), _kind(one, lang)),
        (say("people", lang), Text("\n").join(style.person(book, attendance, lang) for attendance in one.people)),
        (say("places", lang), Text(", ".join(label(book.places[key], lang) for key in one.places))),
        (say("figure", lang), Text(numbers.figure(one.figure, book, lang) if one.figure else "")),
        (say("note", lang), Text(label(one.note, lang) if one.note else "")),
        (say("part_of", lang), _related(book, one.part_of, lang)),
        (say("parts", lang), _related(book, [part.id for part in book.facts if one.id in part.part_of], lang)),
        (say("id", lang), style.dim(one.id)),
    ]
    title = Text.assemble(style.sign(one), " ", style.title(one, lang), " ", style.disputed(one))
    sources = [Text(f"\n{say('sources', lang)}", style.BOLD), *(cited(book, cite, lang) for cite in one.cite)]
    others = [Text(f"\n{say('others', lang)}", style.BOLD)] if one.variants else []
    return card(title, pairs, *sources, *others, *(_variant(book, variant, lang) for variant in one.variants))


def _kind(one: Fact, lang: Lang) -> Text:
    words = [label(KINDS[one.kind], lang)]
    if one.from_ and one.to:
        words.append(f"{label(SIDES[one.from_], lang)} → {label(SIDES[one.to], lang)}")
    elif one.between:
        words.append(f"{label(SIDES['VN'], lang)} ↔ {label(SIDES['KP'], lang)}")
    if one.milestone:
        words.append(say("milestone", lang))
    return Text(" · ".join(words))


def _related(book: Book, ids: Sequence[str], lang: Lang) -> Text:
    facts = {one.id: one for one in book.facts if one.id in ids}
    lines = [Text.assemble(label(one, lang), " ", style.dim(one.id)) for one in facts.values()]
    return Text("\n").join(lines)


def cited(book: Book, cite: Cite, lang: Lang) -> RenderableType:
    """A source with the place in it, its address and its id, hanging under its first line."""
    source = book.sources[cite.source]
    lines = [citation(source, lang, cite.at), *([style.dim(source.url)] if source.url else []), style.dim(cite.source)]
    return Padding(Text("\n").join(lines), (0, 0, 0, 2))


def citation(source: Source, lang: Lang, at: str | None = None) -> Text:
    """Publisher, title, date, language and kind of a source, and the place in it."""
    when = dates.date(source.published, lang) if source.published else say("undated", lang)
    about = f"{when}, {language(source.lang, lang)}, {label(SOURCE_KINDS[source.kind], lang)}"
    place = f", {at}" if at else ""
    return Text.assemble(source.publisher, ": ", (source.title, "italic"), f" ({about}){place}")


def reading(book: Book, one: Fact | Variant, lang: Lang) -> Text:
    """What a reading says: its date, its figure and, of a variant, its note."""
    parts = [dates.date(one.date, lang, long=True)] if one.date else []
    parts += [numbers.figure(one.figure, book, lang)] if one.figure else []
    if isinstance(one, Variant) and one.note:
        parts.append(label(one.note, lang))
    return Text("; ".join(parts))


def _variant(book: Book, variant: Variant, lang: Lang) -> RenderableType:
    words = Text.assemble((f"{style.DISPUTED} ", style.WARN), reading(book, variant, lang))
    return Padding(Group(words, *(cited(book, cite, lang) for cite in variant.cite)), (0, 0, 0, 2))


def disputes(book: Book, found: Sequence[Fact], lang: Lang) -> Group:
    """Each disputed fact with its readings side by side, and who says which."""
    return Group(*(part for one in found for part in _dispute(book, one, lang)))


def _dispute(book: Book, one: Fact, lang: Lang) -> Iterable[RenderableType]:
    yield Text.assemble(style.sign(one), " ", style.title(one, lang), "  ", style.dim(one.id))
    grid = Table.grid(padding=(0, 2, 0, 0), expand=False)
    grid.add_column(ratio=3, overflow="fold")
    grid.add_column(ratio=2, overflow="fold")
    readings: list[Fact | Variant] = [one, *one.variants]
    for place, read in enumerate(readings):
        sign = (f"{style.DISPUTED} ", style.WARN) if place else "  "
        grid.add_row(Text.assemble(sign, reading(book, read, lang)), _who(book, read.cite, lang))
    yield Padding(grid, (0, 0, 1, 2))


def _who(book: Book, cites: Sequence[Cite], lang: Lang) -> Text:
    publishers = dict.fromkeys(book.sources[cite.source].publisher for cite in cites)
    return style.dim(", ".join(publishers))


def person(tally: PersonTally, lang: Lang, after: RenderableType) -> Group:
    """A person: names, spellings, offices held, and the facts they take part in."""
    one = tally.person
    pairs: list[Pair] = [
        (say("name", lang), Text(" · ".join(dict.fromkeys(name for name in (one.vi, one.en, one.ko) if name)))),
        (say("aliases", lang), Text(", ".join(one.aliases))),
        (say("side", lang), Text(label(SIDES[one.side], lang) if one.side in SIDES else one.side)),
        (say("offices", lang), Text("\n").join(Text(label(office, lang)) for _, office in tally.offices)),
        (say("id", lang), style.dim(tally.id)),
    ]
    return card(Text(label(one, lang), style.BOLD), pairs, Text(), after)


def source(key: str, one: Source, lang: Lang, after: RenderableType) -> Group:
    """A source: what it is, and the facts that rest on it."""
    pairs: list[Pair] = [
        (say("publisher", lang), Text(one.publisher)),
        (
            say("published", lang),
            Text(dates.date(one.published, lang, long=True) if one.published else say("undated", lang)),
        ),
        (say("language", lang), Text(language(one.lang, lang))),
        (say("kind", lang), Text(label(SOURCE_KINDS[one.kind], lang))),
        (say("address", lang), Text(one.url or "")),
        (say("id", lang), style.dim(key)),
    ]
    return card(Text(one.title, style.BOLD), pairs, Text(), after)
