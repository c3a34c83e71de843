"""Lists of people and of sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from vnkp.model import Book, Lang
from vnkp.render import style
from vnkp.render.layout import entry
from vnkp.render.listing import Item, Listing, item
from vnkp.tally import PersonTally
from vnkp.words import dates
from vnkp.words.labels import SOURCE_KINDS, label, language
from vnkp.words.numbers import number
from vnkp.words.phrases import say


def people(tallies: Sequence[PersonTally], lang: Lang, width: int) -> RenderableType:
    """People with their names, offices, and the number and years of their facts."""
    if width < style.NARROW:
        return Group(*(entry(_person_entry(tally, lang)) for tally in tallies))
    heads = item(say("side", lang), main=say("name", lang), after=(say("count", lang), say("first_last", lang)))
    return Listing(heads, [_person_item(tally, lang) for tally in tallies])


def _person_item(tally: PersonTally, lang: Lang) -> Item:
    after = [Text(number(tally.facts, lang)), Text(_years(tally))]
    under = [_offices(tally, lang), style.dim(tally.id)]
    return Item([Text(tally.person.side)], _name(tally, lang), after, under)


def _offices(tally: PersonTally, lang: Lang) -> Text:
    return Text("; ".join(label(office, lang) for _, office in tally.offices))


def _name(tally: PersonTally, lang: Lang) -> Text:
    ours, other = (tally.person.vi, tally.person.en) if lang == "vi" else (tally.person.en, tally.person.vi)
    others = " · ".join(name for name in (other if other != ours else "", tally.person.ko) if name)
    return Text.assemble((ours, style.BOLD), f"  {others}" if others else "")


def _years(tally: PersonTally) -> str:
    first, last = (tally.first or "")[:4], (tally.last or "")[:4]
    return first if first == last else f"{first}–{last}"


def _person_entry(tally: PersonTally, lang: Lang) -> list[Text]:
    facts = say("counted_facts", lang, n=tally.facts)
    about = Text(f"{tally.person.side}  {facts}  {_years(tally)}")
    return [_name(tally, lang), about, _offices(tally, lang), style.dim(tally.id)]


def sources(book: Book, keys: Sequence[str], counts: Mapping[str, int], lang: Lang, width: int) -> RenderableType:
    """Sources with their publishers, and how many facts rest on each."""
    if width < style.NARROW:
        return Group(*(entry([*_source(book, key, lang), _count(counts[key], lang)]) for key in keys))
    heads = item(say("published", lang), main=say("title", lang), after=(say("count", lang),))
    items = []
    for key in keys:
        published = book.sources[key].published
        title, *under = _source(book, key, lang)
        when = Text(dates.date(published, lang) if published else "")
        items.append(Item([when], title, [Text(number(counts[key], lang))], under))
    return Listing(heads, items, numbers=True)


def _count(count: int, lang: Lang) -> Text:
    return Text(say("counted_facts", lang, n=count))


def _source(book: Book, key: str, lang: Lang) -> list[Text]:
    """Title, what it is, and id of a source."""
    one = book.sources[key]
    about = f"{one.publisher} · {language(one.lang, lang)} · {label(SOURCE_KINDS[one.kind], lang)}"
    return [Text(one.title), Text(about), style.dim(key)]
