"""Lists of people and of sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from vnkp.i18n import dates
from vnkp.i18n.labels import SOURCE_KINDS, label, language, source_publisher
from vnkp.i18n.messages import say
from vnkp.i18n.numbers import number
from vnkp.model.facts import Book, Lang
from vnkp.output.screen import theme
from vnkp.output.screen.layout import entries
from vnkp.output.screen.listing import Item, Listing, item
from vnkp.query.counts import PersonSummary


def people_list(summaries: Sequence[PersonSummary], lang: Lang, width: int) -> RenderableType:
    """People with their names, offices, and the number and years of their facts."""
    if width < theme.NARROW:
        return entries(_person_entry(summary, lang) for summary in summaries)
    heads = item(
        say("side", lang),
        main=say("name", lang),
        after=(say("count", lang), say("first_last", lang)),
    )
    return Listing(heads, [_person_item(summary, lang) for summary in summaries], numbers=1)


def _person_item(summary: PersonSummary, lang: Lang) -> Item:
    after = [Text(number(summary.facts, lang)), Text(years(summary))]
    under = [_offices(summary, lang)] if summary.offices else []
    return Item(
        [Text(summary.person.side)], _name(summary, lang), after, under, [theme.whole(summary.id)]
    )


def _offices(summary: PersonSummary, lang: Lang) -> Text:
    return Text("; ".join(label(office, lang) for _, office in summary.offices))


def _name(summary: PersonSummary, lang: Lang) -> Text:
    ours, other = (
        (summary.person.vi, summary.person.en)
        if lang == "vi"
        else (summary.person.en, summary.person.vi)
    )
    others = " · ".join(
        name for name in (other if other != ours else "", summary.person.ko) if name
    )
    return Text.assemble((ours, theme.BOLD), f"  {others}" if others else "")


def years(summary: PersonSummary) -> str:
    """The years from the first to the last fact of somebody."""
    first, last = (summary.first or "")[:4], (summary.last or "")[:4]
    return first if first == last else f"{first}–{last}"


def _person_entry(summary: PersonSummary, lang: Lang) -> list[Text]:
    facts = say("counted_facts", lang, n=summary.facts)
    about = Text(f"{summary.person.side}  {facts}  {years(summary)}")
    return [_name(summary, lang), about, _offices(summary, lang), theme.whole(summary.id)]


def source_list(book: Book, counts: Mapping[str, int], lang: Lang, width: int) -> RenderableType:
    """Sources with their publishers, and how many facts rest on each."""
    if width < theme.NARROW:
        return entries(_source_entry(book, key, counts[key], lang) for key in counts)
    heads = item(say("published", lang), main=say("title", lang), after=(say("count", lang),))
    items = []
    for key in counts:
        published = book.sources[key].published
        when = Text(dates.date(published, lang) if published else "")
        title, about = _source(book, key, lang)
        items.append(
            Item([when], title, [Text(number(counts[key], lang))], [about], [theme.whole(key)])
        )
    return Listing(heads, items, numbers=1)


def _source(book: Book, key: str, lang: Lang) -> tuple[Text, Text]:
    """The title of a source, and what it is."""
    one = book.sources[key]
    return Text(one.title), Text(
        f"{source_publisher(book, one, lang)} · {language(one.lang, lang)} · {label(SOURCE_KINDS[one.kind], lang)}"
    )


def _source_entry(book: Book, key: str, count: int, lang: Lang) -> list[Text]:
    published = book.sources[key].published
    when = dates.date(published, lang) if published else say("undated", lang)
    title, about = _source(book, key, lang)
    return [title, about, Text(f"{when}  {say('counted_facts', lang, n=count)}"), theme.whole(key)]
