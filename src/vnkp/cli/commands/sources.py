"""The commands about sources: sources and cite."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import msgspec
import typer

from vnkp.answers import Answer, Citations, Sources
from vnkp.cli.commands.facts import search_answer
from vnkp.cli.fact_lists import unknown_words
from vnkp.cli.filter_options import Filters, SourceFilters
from vnkp.cli.options import Output
from vnkp.errors import AmbiguousName, UnknownName, UsageError
from vnkp.model.facts import Book, Fact, Source
from vnkp.output import citations  # noqa: F401 # which has the JSON of citations
from vnkp.output.formats import STYLES
from vnkp.query import citing, names, sourcing
from vnkp.query.filters import Query
from vnkp.query.line import reader
from vnkp.query.line.reading import Reading
from vnkp.query.selection import MatchedFact, QueryResult, query_result
from vnkp.query.vocabulary import closed_value, split_value
from vnkp.text import fold, words

_FEW_FACTS = 3  # that have most of the words of a claim


def sources_command(filters: SourceFilters, output: Output) -> Sources | Citations:
    """Who says so: every source, and how many facts rest on it.

    By id, publisher, words of the title, and the time of publication; of what words no source has,
    the sources of the facts that have them.

    Example: vnkp sources vtcnews-2019-02
    """
    book = output.book()
    counts = sourcing.facts_per_source(book)
    text = " ".join(filters.words or ())
    reading = reader.ask(book, text, output.language(), command="sources")
    options = Filters(
        in_=filters.in_, source_kind=filters.source_kind, source_lang=filters.source_lang
    )
    query = options.refine(reading.query)
    reading = msgspec.structs.replace(reading, query=query)
    try:
        named = _find_sources(book, text, query.words) if query.words else book.sources
    except UnknownName:
        cited = _cited_by_words(book, reading)
        if not cited.facts:
            raise
        return cited
    keys = [key for key in named if _is_asked_for(book.sources[key], query)]
    is_named_alone = bool(query.words) and query == Query(lang=query.lang, words=query.words)
    keys.sort(key=lambda key: (-counts[key], key))
    if query.sort:  # the oldest, the newest
        keys = _by_publication(book, keys, query.sort)
    return Sources(
        book=book,
        query=query,
        counts={key: counts[key] for key in keys},
        named=bool(query.words),
        read_as="" if is_named_alone else reading.read_as,
    )


def _by_publication(book: Book, keys: Iterable[str], sort: str) -> list[str]:
    """*keys* of sources by the day of publication, those without one last."""
    published = {key: date.earliest for key in keys if (date := book.sources[key].published)}
    dated = sorted(published, key=published.__getitem__, reverse=sort.startswith("-"))
    return [*dated, *(key for key in keys if key not in published)]


def _is_asked_for(source: Source, query: Query) -> bool:
    """Whether *source* is of the kind, the language and the time that *query* asks for."""
    published, windows = source.published, query.windows
    is_in_time = published is not None and any(window.match(published) for window in windows)
    kinds, langs = query.values("source_kinds"), query.values("source_langs")
    return sourcing.is_source_of(source, kinds, langs) and (is_in_time or not windows)


def _find_sources(book: Book, text: str, without_times: str) -> Iterable[str]:
    """The ids of the sources that *text* means, or what is left of it *without_times*."""
    _, without_kind = split_value(without_times, "kind of source")  # báo Nhân Dân
    for name in dict.fromkeys((text, without_times, without_kind)):
        try:
            return sourcing.find_sources(name, book)
        except UnknownName as error:
            unknown = error
    looked_for = set(words(without_times, fold))
    titled = [
        key
        for key, source in book.sources.items()
        if looked_for <= set(words(f"{source.title} {key}", fold))
    ]
    if not titled:
        raise unknown
    return titled


def _cited_by_words(book: Book, reading: Reading) -> Citations:
    """The sources of the facts with the words of *reading*, which no source has: nguồn báo gạo."""
    query = reading.query
    kind, rest = split_value(query.words, "kind of source")
    cited = reader.ask(book, rest, query.lang, command="cite")
    kinds = [*query.values("source_kinds"), *filter(None, [kind])]
    query = msgspec.structs.replace(
        cited.query,
        window=query.windows,
        source_kinds=(*kinds, *cited.query.values("source_kinds")),
        source_langs=(*query.values("source_langs"), *cited.query.values("source_langs")),
    )
    reading = msgspec.structs.replace(cited, query=query, is_interpreted=True)
    return _citations(book, reading, query_result(book, query), None)


def cite_command(
    filters: Filters,
    output: Output,
    style: Annotated[
        str | None,
        typer.Option(
            "--style",
            metavar="STYLE",
            help="text, biblatex, bibtex or csl-json; else as -o FILE is called (.bib, .json).",
        ),
    ] = None,
) -> Answer:
    """The sources of facts, ready for a paper: as text, BibLaTeX, BibTeX or CSL-JSON.

    By the ids of facts or sources, or by words and filters.

    Example: vnkp cite visits 1957 --style biblatex
    """
    book = output.book()
    chosen = closed_value("style", style, STYLES) if style else None
    given = filters.words or []
    if chosen is None:  # bibtex for the visit of 1957
        chosen = next((word.lower() for word in given if word.lower() in STYLES), None)
    if filters == Filters():
        raise UsageError("cite_without_words")
    by_id = _cited_by_id(book, given)
    filters.refuse_beside_ids("cite", by_id)
    if by_id:
        facts, keys = by_id
        query = Query(lang=output.language())
        return Citations(book=book, query=query, facts=facts, keys=keys, style=chosen)
    reading = filters.read(book, output.language(), "cite")
    # The sources of what fits the words best stand first.
    result = query_result(book, reading.query, ranked=reading.query.sort is None)
    if not _cited_matches(reading, result):
        if reading.is_question and reading.query.words:
            return search_answer(book, reading.as_search())
        if len(given) == 1:
            _fact_or_source(book, given[0])  # raises, with what to write
    return _citations(book, reading, result, chosen)


def _cited_matches(reading: Reading, result: QueryResult) -> list[MatchedFact]:
    """The facts of *result* with all words; of a claim, if there are none, the few that fit best.

    These have several of its words: who says that Hanoi got submarines by ship.
    """
    search = result.search
    if result.matches or not search or not reading.is_question:
        return result.matches
    fitting = {hit.fact.id for hit in search.hits if hit.count_words(search.terms) > 1}
    return [hit for hit in result.hits if hit.fact.id in fitting and not hit.is_weak][:_FEW_FACTS]


def _citations(book: Book, reading: Reading, result: QueryResult, style: str | None) -> Citations:
    query = reading.query
    matches = _cited_matches(reading, result)[: query.limit]
    facts = tuple(match.fact for match in matches)
    kinds, langs = query.values("source_kinds"), query.values("source_langs")
    terms = result.search.terms if result.search else ()
    numbers = {form for term in terms if term.names for form in term.forms}
    keys = dict.fromkeys(
        cite.source for match in matches for cite in citing.cites_for(match, query, numbers)
    )
    return Citations(
        book=book,
        query=query,
        facts=facts,
        keys=tuple(key for key in keys if sourcing.is_source_of(book.sources[key], kinds, langs)),
        style=style,
        read_as=reading.read_as,
        unknown=None if facts else unknown_words(book, query, result.search),
        search=result.search,
    )


def _cited_by_id(book: Book, ids: Iterable[str]) -> tuple[tuple[Fact, ...], tuple[str, ...]] | None:
    """The facts with these *ids*, and the keys of all sources; None if any of them is no id."""
    facts: list[Fact] = []
    keys: list[str] = []
    for id_ in ids:
        try:
            cited = _fact_or_source(book, id_)
        except (AmbiguousName, UnknownName):
            if "-" in id_:
                raise
            return None
        if isinstance(cited, Fact):
            facts.append(cited)
            keys += [cite.source for cite in cited.all_cites]
        else:
            keys.append(cited)
    return (tuple(facts), tuple(dict.fromkeys(keys))) if keys else None


def _fact_or_source(book: Book, id_: str) -> Fact | str:
    """The fact called *id_*, or the key of the source of that id."""
    facts = book.facts_by_id
    if id_ in book.sources:
        return id_
    if any(key.startswith(id_) for key in facts):
        return facts[names.find_id(id_, list(facts), "fact")]
    if any(key.startswith(id_) for key in book.sources):
        return names.find_id(id_, list(book.sources), "source")
    # The error suggests what to write.
    return names.find_id(id_, [*facts, *book.sources], "fact or source")
