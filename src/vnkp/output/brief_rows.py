"""A brief as sections of rows, which the screen and Markdown share: when, what, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from vnkp.answers import AidTotals, Anniversaries, Answer, FactList
from vnkp.answers.summaries import Brief, BriefPart, OfficesHeld
from vnkp.i18n import dates, numbers
from vnkp.i18n.labels import label
from vnkp.i18n.messages import capital, say
from vnkp.model import edtf
from vnkp.model.facts import Book, Cite, Fact, Participant
from vnkp.model.fields import Lang
from vnkp.model.time_window import Overlap
from vnkp.output.aid_wording import item_of, sides_of
from vnkp.output.fact_wording import direction
from vnkp.query.people import OfficeHeld, leading_members, parties
from vnkp.query.selection import MatchedFact

if TYPE_CHECKING:  # a list of facts need not load how totals are made
    from vnkp.query.anniversaries import Anniversary
    from vnkp.query.totals import Total


class BriefRow(msgspec.Struct, frozen=True):
    """A row: a date, a direction, a text with *more* after it, and the *cites* that it rests on.

    *differ* is what other sources have. A row may rest on one *fact*. *edtf* is the date in EDTF.
    """

    date: str
    text: str
    cites: Sequence[Cite]
    direction: str = ""
    more: str = ""
    differ: str = ""
    fact: Fact | None = None
    edtf: str = ""

    @property
    def whole_text(self) -> str:
        """The text and what comes after it."""
        return "; ".join(part for part in (self.text, self.more) if part)


class BriefSection(msgspec.Struct, frozen=True):
    """The rows under a heading; *more* says what there is beside them, and which command has it.

    The titles of facts tell the direction themselves: without *has_directions* it is not shown.
    """

    heading: str
    rows: list[BriefRow]
    more: list[str]
    has_directions: bool


def sections(answer: Brief, lang: Lang) -> list[BriefSection]:
    """The relation in some lines, if the brief is about all of it, then a section for each part."""
    relation = []
    for part in answer.relation:
        for row in rows_of(part.answer, lang):  # one, if there is any
            text = f"{capital(say(f'line_{part.name}', lang))}: {row.text}"
            relation.append(msgspec.structs.replace(row, text=text, more=""))
    heading = capital(say("brief_relation", lang))
    sections = [BriefSection(heading, relation, [], has_directions=True)] if relation else []
    # In a brief about something these parts are not of leaders or ambassadors alone.
    names = {"visits": "all_visits", "offices": "held"} if answer.about else {}
    for part in answer.parts:
        heading = capital(say(f"brief_{names.get(part.name, part.name)}", lang))
        if part.name == "others" and not sections:  # beside nothing
            heading = say("facts", lang)
        rows = rows_of(part.answer, lang)
        is_titles = isinstance(part.answer, FactList) and part.answer.view in ("list", "disputes")
        more = _more(part, len(rows), lang)
        sections.append(BriefSection(heading, rows, more, has_directions=not is_titles))
    return sections


def _more(part: BriefPart, row_count: int, lang: Lang) -> list[str]:
    """How many there are beside the rows, and the command that has them."""
    lines = []
    more = part.total - row_count
    if more > 0:
        lines.append(say("more_lines", lang, n=more, command=part.command))
    if isinstance(part.answer, AidTotals) and part.answer.without_figure:
        command = part.command.replace("vnkp aid", "vnkp list --kind aid", 1)
        count = len(part.answer.without_figure)
        lines.append(say("brief_no_figure", lang, n=count, command=command))
    return lines


def first_original(book: Book, cites: Sequence[Cite]) -> list[Cite]:
    """The cite that a page names, in a list: the first that is no copy, else the first."""
    originals = [cite for cite in cites if not book.sources[cite.source].via]
    return [*(originals or cites)][:1]


def rows_of(answer: Answer, lang: Lang) -> list[BriefRow]:
    """The rows of *answer*, which is a part of a brief."""
    match answer:
        case FactList():
            return [_fact_row(answer, match, lang) for match in answer.matches]
        case OfficesHeld():
            return [_held_row(answer.book, held, lang) for held in answer.held]
        case AidTotals():
            return [_total_row(answer.book, total, lang) for total in answer.totals]
        case Anniversaries():
            return [_anniversary_row(answer.book, due, lang) for due in answer.anniversaries]
    raise TypeError(f"{type(answer).__name__} is no part of a brief")


def _fact_row(answer: FactList, match: MatchedFact, lang: Lang) -> BriefRow:
    """Of a visit who came and who was met, of trade item and figure, else title and figure."""
    book, fact = answer.book, match.fact
    text, more = label(fact, lang), ""
    if answer.view == "visits":
        text, more = _guests_and_hosts(book, fact, lang)
    elif fact.figure:
        if answer.view == "trade":
            text = "" if fact.figure.of == "goods" else label(book.items[fact.figure.of], lang)
        text = " · ".join(filter(None, [text, numbers.amount(fact.figure, book, lang)]))
    if match.overlap is not Overlap.INSIDE:  # never to be read as certain
        text = f"({say(f'match_{match.overlap.value}', lang)}) {text}"
    return BriefRow(
        date=dates.date(fact.date, lang),
        direction=direction(fact),
        text=text,
        cites=first_original(book, fact.cite),
        more=more,
        differ=_readings(book, fact, lang) if answer.view == "disputes" else "",
        fact=fact,
        edtf=fact.date.text,
    )


def _readings(book: Book, fact: Fact, lang: Lang) -> str:
    """What other sources have: their dates and figures or, if there are none, their notes."""
    readings, notes = [], []
    for variant in fact.variants:
        parts = [dates.date(variant.date, lang)] if variant.date else []
        parts += [numbers.amount(variant.figure, book, lang)] if variant.figure else []
        readings += [", ".join(parts)] if parts else []
        notes += [label(variant.note, lang).removesuffix(".")] if variant.note else []
    return "; ".join(dict.fromkeys(readings) or notes)


def _held_row(book: Book, held: OfficeHeld, lang: Lang) -> BriefRow:
    names = (label(book.people[held.person], lang), label(book.offices[held.office], lang))
    return BriefRow(
        date=dates.years(held.first, held.last),
        text=", ".join(names),
        cites=first_original(book, held.latest.cite),
    )


def _total_row(book: Book, total: Total, lang: Lang) -> BriefRow:
    """What was given and what was pledged: "rice · 20,000 tonnes; 500 tonnes more pledged"."""
    item = item_of(book, total, lang)
    unit = numbers.unit_of(total.key.of, total.key.unit, total.high or 2, book, lang)
    pledged = f"{numbers.number(total.pledged, lang)} {unit}".rstrip()
    if total.counted:
        amount = numbers.qualified(total.low, total.high, total.qualifier, lang)
        parts = [f"{item} · {amount} {unit}".rstrip()]
        parts += [say("and_pledged", lang, amount=pledged)] if total.pledged else []
    else:
        parts = [f"{item} · {pledged}", say("all_promised", lang)] if total.pledged else []
    facts = [book.facts_by_id[fact.id] for fact in total.counted or total.left_out]
    cites = dict.fromkeys(cite for fact in facts for cite in first_original(book, fact.cite))
    years = dates.years_of(facts)
    return BriefRow(
        date=years,
        direction=sides_of(total),
        text="; ".join(parts),
        cites=[*cites],
        edtf=years.replace("–", "/"),
    )


def _anniversary_row(book: Book, due: Anniversary, lang: Lang) -> BriefRow:
    return BriefRow(
        date=dates.date(edtf.parse(due.date), lang),
        text=say("years_since", lang, n=due.years, title=label(due.fact, lang)),
        cites=first_original(book, due.fact.cite),
        fact=due.fact,
        edtf=due.date,
    )


def _guests_and_hosts(book: Book, fact: Fact, lang: Lang) -> tuple[str, str]:
    """Who came, with their offices, and who was met: of each those of the highest rank."""
    came, met = parties(book, fact)
    if not came:
        return label(fact, lang), ""
    guests = _leading(book, came, lang, with_offices=True)
    # In Vietnamese a guest and a host always have their titles.
    hosts = _leading(book, met, lang, with_offices=lang == "vi")
    return guests, say("brief_met", lang, people=hosts) if hosts else ""


def _leading(book: Book, party: Sequence[Participant], lang: Lang, *, with_offices: bool) -> str:
    """Those of *party* who rank highest, and how many others: "Tô Lâm, General Secretary +2".

    In Vietnamese short offices stand before the name: "Tổng Bí thư Tô Lâm".
    """
    highest, others = leading_members(book, party)
    names = []
    for participant in highest:
        name = label(book.people[participant.who], lang)
        offices = [book.offices[key] for key in participant.offices if with_offices]
        titles = ", ".join(label(office.short or office, lang) for office in offices)
        if titles:
            name = f"{titles} {name}" if lang == "vi" else f"{name}, {titles}"
        names.append(name)
    return ("; " if with_offices else ", ").join(names) + (f" +{others}" if others else "")
