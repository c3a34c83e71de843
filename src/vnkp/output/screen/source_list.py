"""The sources of a fact as a numbered list, copies under their original; and references."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from rich.console import RenderableType
from rich.text import Text

from vnkp.i18n.labels import SOURCE_KINDS, label, publisher_name
from vnkp.i18n.messages import say
from vnkp.i18n.sources import citation_place, publication_date, reference, source_language
from vnkp.model.facts import Book, Cite, Fact, Source
from vnkp.output.citations import CitedSources, differing_note
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.layout import Below, Column, Row, Rows, entries
from vnkp.text import fold

_NUMBER = 6  # columns for the number of a source and the sign beside it


class Numbered(msgspec.Struct):
    """A cited text with its number, whether it reads otherwise, and the *copies* of it."""

    number: int
    cite: Cite
    differs: bool
    copies: list[Cite]


def numbered(book: Book, fact: Fact) -> list[Numbered]:
    """The texts that *fact* cites, those of its own reading first."""
    texts: list[Numbered] = []
    readings = [(False, fact.cite), *((True, variant.cite) for variant in fact.variants)]
    for differs, cites in readings:
        known = {cite for text in texts for cite in (text.cite, *text.copies)}
        new = [cite for cite in cites if cite not in known]
        originals = sorted(new, key=lambda cite: book.sources[cite.source].via is not None)
        own: list[Numbered] = []
        for cite in originals:
            source = book.sources[cite.source]
            same = (text for text in own if _is_copy(source, book.sources[text.cite.source]))
            original = next(same, None)
            if original:
                original.copies.append(cite)
            else:
                own.append(Numbered(0, cite, differs, []))
        order = {cite: index for index, cite in enumerate(cites)}
        texts += sorted(own, key=lambda text: order[text.cite])
    for index, text in enumerate(texts, 1):
        text.number = index
    return texts


def _is_copy(source: Source, original: Source) -> bool:
    """Whether *source* carries the text of *original*: of one writer, one title or one day."""
    if source.publisher != original.publisher or not source.via:
        return False
    same_day = source.published is not None and source.published == original.published
    return same_day or fold(source.title) == fold(original.title)


def source_rows(book: Book, texts: Sequence[Numbered], context: Context) -> Rows:
    """Each text: number, publisher, title; then date, kind and id; then its address."""
    rows: list[Row] = []
    for text in texts:
        source = book.sources[text.cite.source]
        sign = (theme.DISPUTED, theme.WARN) if text.differs else " "
        number = Text.assemble((f"{text.number:>2} ", theme.DIM), sign)
        title = Text(source.title, "italic")
        if _linked(source, context):
            title.stylize(f"link {source.url}")
        publisher = publisher_name(book, source.publisher, context.lang)
        rows.append([number, Text.assemble(publisher, ": ", title)])
        rows += _about(book, text.cite, context)
        for copy in text.copies:
            rows += _about(book, copy, context, say("also_in", context.lang), source.title)
    return Rows([Column(), Column(wraps=True)], rows, min(context.width, theme.WIDEST))


def _about(
    book: Book, cite: Cite, context: Context, before: str = "", title: str = ""
) -> Iterator[Row]:
    """Place, date, kind, language and id of a source, dim; and its address on its own line.

    Of a copy also who carries it, and its title where it has another than the original.
    """
    source, lang = book.sources[cite.source], context.lang
    via = publisher_name(book, source.via, lang) if source.via else ""
    carrier = f"{before} {via}".strip() if before else say("via", lang, name=via) if via else ""
    parts = [
        f"{carrier}: {source.title}" if title not in ("", source.title) else carrier,
        citation_place(cite.at, lang) if cite.at else "",
        publication_date(source, lang),
        source_language(source, lang),
        label(SOURCE_KINDS[source.kind], lang),
    ]
    about = " · ".join(part for part in parts if part)
    with_id = f"{about} · {cite.source}"
    if context.picture:
        yield [Text(), theme.dim(about)]
    elif len(with_id) + _NUMBER <= min(context.width, theme.WIDEST):
        yield [Text(), theme.dim(with_id)]
    else:
        yield [Text(), theme.dim(about)]
        yield Below(theme.whole(cite.source))
    if source.url and not _linked(source, context):
        url = theme.whole(source.url)
        yield [Text(), theme.dim(source.url)] if context.picture else Below(url)


def reference_list(cited: CitedSources, context: Context) -> RenderableType:
    """Sources as a paper names them, each with its address and the facts that it differs on."""
    return entries((_reference(cited, key, context) for key in cited.keys), context.width)


def _reference(cited: CitedSources, key: str, context: Context) -> Iterator[Text]:
    """The lines of one source."""
    yield Text(reference(cited.book, key, context.lang))
    url = cited.book.sources[key].url
    if url:
        yield theme.dim(url) if context.picture else theme.whole(url)
    note = differing_note(cited, key, context.lang)
    if note:
        yield Text(f"{theme.DISPUTED} {note}", theme.WARN)


def _linked(source: Source, context: Context) -> bool:
    """Whether the title is a link, on a terminal that knows them."""
    url = source.url or ""
    return context.links and url.startswith("http") and url.isascii() and url.isprintable()
