"""Lists of people and of sources, and what a person did."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from vnkp.i18n import dates
from vnkp.i18n.labels import SOURCE_KINDS, label, person_name, source_publisher
from vnkp.i18n.messages import say
from vnkp.i18n.numbers import number
from vnkp.i18n.sources import publication_date, source_language
from vnkp.model.enums import Kind
from vnkp.model.facts import Book, Fact
from vnkp.model.fields import Lang
from vnkp.output.formats import Context
from vnkp.output.screen import theme
from vnkp.output.screen.layout import Below, Column, Row, Rows, entries
from vnkp.output.summary import made_and_received, years_seen
from vnkp.query.people import PersonSummary


def people_list(
    book: Book,
    summaries: Sequence[PersonSummary],
    context: Context,
    asked_offices: Collection[str] = (),
) -> RenderableType:
    """People with their names, offices, and the number and years of their facts.

    Where they were asked for by office, only *asked_offices* are shown, with the years in which
    the record sees them there.
    """
    lang = context.lang
    if asked_offices:
        return _holders(book, summaries, context, asked_offices)
    if context.width < theme.NARROW:
        return entries((_person_entry(book, who, context) for who in summaries), context.width)
    columns = [
        Column(say("side", lang)),
        Column(say("name", lang), wraps=True),
        Column(say("count", lang), right=True),
        Column(say("years_of_facts", lang)),
        Column(),
    ]
    ids = theme.id_width((summary.id for summary in summaries), context)
    rows: list[Row] = []
    for summary in summaries:
        count, years = Text(number(summary.facts, lang)), Text(years_seen(summary))
        id_ = theme.dim(summary.id if ids else "")
        offices = theme.dim(_offices(book, summary, lang))
        text = Text("\n").join(part for part in (_name(summary, lang), offices) if part.plain)
        rows.append([theme.dim(summary.person.side), text, count, years, id_])
        if context.ids and not ids:
            rows.append(Below(theme.whole(summary.id)))
    return Rows(columns, rows, min(context.width, theme.WIDEST))


def _holders(
    book: Book, summaries: Sequence[PersonSummary], context: Context, offices: Collection[str]
) -> Rows:
    """Those who held each of *offices*, seen last first, under its name."""
    lang, rows = context.lang, list[Row]()
    holders: dict[str, list[PersonSummary]] = {}
    for summary in summaries:
        for key in summary.years:
            if key in offices:
                holders.setdefault(key, []).append(summary)
    last_seen = {key: max(who.years[key][1] for who in held) for key, held in holders.items()}
    for office in sorted(holders, key=last_seen.__getitem__, reverse=True):
        several = holders[office]
        rows += [*([None] if rows else []), Text(label(book.offices[office], lang), theme.BOLD)]
        for summary in sorted(several, key=lambda who: who.years[office][::-1], reverse=True):
            years = theme.dim(dates.years(*summary.years[office]))
            rows.append([years, _name(summary, lang), Text(number(summary.facts, lang))])
            rows += [Below(theme.whole(summary.id))] if context.ids else []
    columns = [
        Column(say("years_seen", lang)),
        Column(say("name", lang), wraps=True),
        Column(say("count", lang), right=True),
    ]
    return Rows(columns, rows, min(context.width, theme.WIDEST))


def _offices(book: Book, summary: PersonSummary, lang: Lang) -> str:
    """The short offices, the latest first."""
    names = dict.fromkeys(theme.office(book, key, lang) for key, _ in reversed(summary.offices))
    return ", ".join(names)


def _name(summary: PersonSummary, lang: Lang) -> Text:
    person = summary.person
    own, other = (person.vi, person.en) if lang == "vi" else (person.en, person.vi)
    others = [name for name in (other if other != own else "", person.ko) if name]
    shown = (person_name(person, lang), theme.BOLD)
    return Text.assemble(shown, f"  {' · '.join(others)}" if others else "")


def _person_entry(book: Book, summary: PersonSummary, context: Context) -> list[Text]:
    lang = context.lang
    facts = say("counted_facts", lang, n=summary.facts)
    about = theme.dim(f"{summary.person.side}  {facts}  {years_seen(summary)}")
    ids = [theme.whole(summary.id)] if context.ids else []
    return [_name(summary, lang), Text(_offices(book, summary, lang)), about, *ids]


def facts_and_visits(facts: Sequence[Fact], side: str, lang: Lang) -> str:
    """How many facts there are on somebody of *side*, and how many visits made and received."""
    count = say("counted_facts", lang, n=len(facts))
    visits = [fact for fact in facts if fact.kind is Kind.VISIT]
    if not visits:
        return count
    own = sum(fact.between or fact.from_ == side for fact in visits)
    numbers = made_and_received(own, len(visits) - own, lang)
    return f"{count} · {say('visits', lang)}: {numbers}"


def sources_table(book: Book, counts: Mapping[str, int], context: Context) -> RenderableType:
    """Sources with their publishers, and how many facts rest on each."""
    lang = context.lang
    if context.width < theme.NARROW:
        return entries(
            (_source_entry(book, key, counts[key], context) for key in counts), context.width
        )
    names = [Column(say("published", lang)), Column(say("title", lang), wraps=True)]
    columns = [*names, Column(say("count", lang), right=True), Column()]
    ids = theme.id_width(counts, context)
    rows: list[Row] = []
    for key in counts:
        date = theme.folded(publication_date(book.sources[key], lang), theme.DATE)
        title, about = _source(book, key, lang)
        id_ = theme.dim(key if ids else "")
        text = Text("\n").join([title, about])
        rows.append([theme.dim(date), text, Text(number(counts[key], lang)), id_])
        if context.ids and not ids:
            rows.append(Below(theme.whole(key)))
    return Rows(columns, rows, min(context.width, theme.WIDEST))


def _source(book: Book, key: str, lang: Lang) -> tuple[Text, Text]:
    """The title of a source, and what it is."""
    source = book.sources[key]
    language = source_language(source, lang)
    kind = label(SOURCE_KINDS[source.kind], lang)
    publisher = source_publisher(book, source, lang)
    return Text(source.title), theme.dim(f"{publisher} · {language} · {kind}")


def _source_entry(book: Book, key: str, count: int, context: Context) -> list[Text]:
    lang = context.lang
    date = publication_date(book.sources[key], lang)
    title, about = _source(book, key, lang)
    facts = theme.dim(f"{date}  {say('counted_facts', lang, n=count)}")
    return [title, about, facts, *([theme.whole(key)] if context.ids else [])]
