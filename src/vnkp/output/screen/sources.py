"""Sources: a list, one with its facts, those of a fact as a numbered list, and references."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from rich.console import Group, RenderableType
from rich.text import Text

from vnkp.answers import Citations, Sources
from vnkp.i18n import dates
from vnkp.i18n.labels import SOURCE_KINDS, label, publisher_name, source_publisher
from vnkp.i18n.messages import say
from vnkp.i18n.sources import citation_place, publication_date, reference, source_language
from vnkp.model.facts import Book, Cite, Fact, Source
from vnkp.model.fields import Lang
from vnkp.output import formats
from vnkp.output.citations import CitedSources, cited_sources, differing_note
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.fact_list import facts_below
from vnkp.output.screen.frame import card, heading, hint, page
from vnkp.output.screen.layout import Column, Row, Rows, listing, vertical_list
from vnkp.text import fold

_NUMBER = 6  # columns for the number of a source and the sign beside it
_FEW_FACTS = 5  # so few are named above their sources


def sources_page(answer: Sources, context: Context) -> RenderableType:
    """One source with the facts on it, or several with their publishers and counts."""
    book, lang = answer.book, context.lang
    if answer.is_text:
        (key,) = answer.counts
        facts = [fact for fact in book.facts if any(cite.source == key for cite in fact.all_cites)]
        return facts_below(book, facts, context, _source_card(book, key, context))
    columns = [
        Column(say("published", lang)),
        Column(say("title", lang), wraps=True),
        Column(say("count", lang), right=True),
    ]
    rows = []
    for key, count in answer.counts.items():
        source = book.sources[key]
        date = theme.folded(publication_date(source, lang))
        kind = label(SOURCE_KINDS[source.kind], lang)
        publisher, language = source_publisher(book, source, lang), source_language(source, lang)
        about = theme.dim(f"{publisher} · {language} · {kind}")
        text = Text("\n").join([Text(source.title), about])
        rows.append(Row([theme.dim(date), text, theme.fact_count(count, context)], id=key))
    first = next(iter(answer.counts), "")
    return page(
        heading(answer, lang),
        listing(columns, rows, context, text_first=True),
        foot=(hint("next_source", context, id=first) if first else "",),
    )


def _source_card(book: Book, key: str, context: Context) -> Group:
    """What a source is: publisher, date, language, kind, id and address."""
    lang, source = context.lang, book.sources[key]
    values = {
        "publisher": [Text(source_publisher(book, source, lang))],
        "published": [Text(publication_date(source, lang, long=True))],
        "language": [Text(source_language(source, lang))],
        "kind": [Text(label(SOURCE_KINDS[source.kind], lang))],
        "id": [theme.id_line(key, context)],
    }
    title = card(Text(source.title, theme.BOLD), values, context)
    return Group(title, Text(), theme.address(source.url, context)) if source.url else title


class CitedText(msgspec.Struct):
    """A cited text, whether it differs from what the fact says, and the *copies* of it."""

    cite: Cite
    differs: bool
    copies: list[Cite]


def cited_texts(book: Book, fact: Fact) -> list[CitedText]:
    """The texts that *fact* cites, those of its own reading first; a list numbers them from 1.

    A text of VNA that Báo Đồng Nai carries is a copy of it: the two are one text with two cites.
    """
    texts: list[CitedText] = []
    for reading in fact.readings:
        known = {cite for text in texts for cite in (text.cite, *text.copies)}
        new = [cite for cite in reading.cite if cite not in known]
        originals_first = sorted(new, key=lambda cite: book.sources[cite.source].via is not None)
        new_texts: list[CitedText] = []
        for cite in originals_first:
            source = book.sources[cite.source]
            for text in new_texts:
                if _is_copy(source, book.sources[text.cite.source]):
                    text.copies.append(cite)
                    break
            else:
                new_texts.append(CitedText(cite, reading is not fact, []))
        texts += sorted(new_texts, key=lambda text: reading.cite.index(text.cite))
    return texts


def _is_copy(source: Source, original: Source) -> bool:
    """Whether *source* carries the text of *original*: of one writer, one title or one day."""
    if source.publisher != original.publisher or not source.via:
        return False
    same_day = source.published is not None and source.published == original.published
    return same_day or fold(source.title) == fold(original.title)


def source_rows(book: Book, texts: Sequence[CitedText], context: Context) -> Rows:
    """Each text: number, publisher, title; then date, kind and id; then its address."""
    rows = []
    for number, text in enumerate(texts, 1):
        source = book.sources[text.cite.source]
        sign = (theme.DISPUTED, theme.WARN) if text.differs else " "
        mark = Text.assemble((f"{number:>2} ", theme.DIM), sign)
        title = Text(source.title, "italic")
        if _is_linked(source, context):
            title.stylize(f"link {source.url}")
        publisher = publisher_name(book, source.publisher, context.lang)
        below = [*_about(book, text.cite, context)]
        for copy in text.copies:
            below += _about(book, copy, context, source.title)
        rows.append(Row([mark, Text.assemble(publisher, ": ", title)], below))
    return Rows([Column(), Column(wraps=True)], rows, context)


def _about(book: Book, cite: Cite, context: Context, original_title: str = "") -> Iterator[Text]:
    """Place, date, kind, language and id of a source, dim; and its address on its own line.

    Of a copy, which has an *original_title*, also who carries it, and its own title if that is
    another.
    """
    source, lang = book.sources[cite.source], context.lang
    via = publisher_name(book, source.via, lang) if source.via else ""
    carrier = say("via", lang, name=via) if via else ""
    if original_title:
        carrier = f"{say('also_in', lang)} {via}".strip()
        carrier += f": {source.title}" if source.title != original_title else ""
    parts = [
        carrier,
        citation_place(cite.at, lang) if cite.at else "",
        publication_date(source, lang),
        source_language(source, lang),
        label(SOURCE_KINDS[source.kind], lang),
    ]
    about = " · ".join(part for part in parts if part)
    with_id = f"{about} · {cite.source}"
    has_room = len(with_id) + _NUMBER <= min(context.width, theme.WIDEST)
    yield theme.dim(with_id if has_room and not context.picture else about)
    if not has_room and not context.picture:
        yield theme.unbroken(cite.source)
    if source.url and not _is_linked(source, context):
        yield theme.address(source.url, context)


def _is_linked(source: Source, context: Context) -> bool:
    """Whether the title is a link, on a terminal that knows them."""
    url = source.url or ""
    return context.links and url.startswith("http") and url.isascii() and url.isprintable()


def citations_page(answer: Citations, context: Context) -> RenderableType:
    """Sources as a paper names them, or in the style that was asked for."""
    if answer.style:
        text = str(formats.render(answer, answer.style, context)).rstrip("\n")
        return Group(*(Text(line, overflow="fold") for line in text.split("\n")))
    cited, option = cited_sources(answer), f"--style {', '.join(formats.STYLES[1:])}"
    return page(
        heading(answer, context.lang),
        *_few_facts(answer, context.lang),
        vertical_list((_reference(cited, key, context) for key in cited.keys), context.width),
        foot=(hint("styles_hint", context, option=option),),
    )


def _few_facts(answer: Citations, lang: Lang) -> Iterator[Text]:
    """What the sources are of, where that is told in few lines."""
    if not answer.read_as or len(answer.facts) > _FEW_FACTS:
        return
    for fact in answer.facts:
        when, title = dates.date(fact.date, lang), label(fact, lang)
        yield theme.dim(say("cited_for", lang, date=when, title=title))
    yield Text()


def _reference(cited: CitedSources, key: str, context: Context) -> Iterator[Text]:
    """One source, its address, and the facts that it differs on."""
    yield Text(reference(cited.book, key, context.lang))
    url = cited.book.sources[key].url
    if url:
        yield theme.address(url, context)
    note = differing_note(cited, key, context.lang)
    if note:
        yield Text(f"{theme.DISPUTED} {note}", theme.WARN)
