"""A brief as rows, which the screen and Markdown share: when, which way, what, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from vnkp.answers import AidTotals, Anniversaries, Answer, FactList
from vnkp.answers.summaries import Brief, BriefPart, OfficesHeld
from vnkp.i18n import dates, numbers
from vnkp.i18n.labels import item_on, label
from vnkp.i18n.messages import capital, say
from vnkp.i18n.sources import direction
from vnkp.model import edtf
from vnkp.model.enums import Rank
from vnkp.model.facts import Book, Cite, Fact, Office, Participant
from vnkp.model.fields import Lang
from vnkp.model.time_window import Overlap
from vnkp.output.aid_wording import sides_of
from vnkp.query.people import RANKS, OfficeHeld, parties, rank_of
from vnkp.query.selection import MatchedFact

if TYPE_CHECKING:  # a list of facts need not load how totals are made
    from vnkp.query.anniversaries import Anniversary
    from vnkp.query.totals import Total


class BriefRow(msgspec.Struct, frozen=True):
    """A row: a date, a direction, a text with *more* after it, and the *cites* that it rests on.

    *differ* is what other sources have. A row may rest on one *fact*. *date* is *when* in EDTF.
    """

    when: str
    way: str
    text: str
    cites: Sequence[Cite]
    more: str = ""
    differ: str = ""
    fact: Fact | None = None
    date: str = ""

    @property
    def whole_text(self) -> str:
        """The text and what comes after it."""
        return "; ".join(part for part in (self.text, self.more) if part)


def heading(part: BriefPart, lang: Lang, *, is_focused: bool) -> str:
    """The heading of a part; of a brief about something also for what is not of all."""
    names = {"visits": "all_visits", "offices": "held"} if is_focused else {}
    return capital(say(f"brief_{names.get(part.name, part.name)}", lang))


def relation_rows(answer: Brief, lang: Lang) -> list[BriefRow]:
    """The relation in some lines, each with what it is."""
    rows = []
    for part in answer.relation:
        for row in rows_of(part.answer, lang):  # one, if there is any
            text = f"{capital(say(f'line_{part.name}', lang))}: {row.text}"
            rows.append(msgspec.structs.replace(row, text=text, more=""))
    return rows


def more_lines(part: BriefPart, shown: int, lang: Lang) -> list[str]:
    """How many there are beside the rows *shown*, and the command that has them."""
    lines = []
    more = part.total - shown
    if more > 0:
        lines.append(say("more_lines", lang, n=more, command=part.command))
    if isinstance(part.answer, AidTotals) and part.answer.without_figure:
        command = part.command.replace("vnkp aid", "vnkp list --kind aid", 1)
        bare = len(part.answer.without_figure)
        lines.append(say("brief_no_figure", lang, n=bare, command=command))
    return lines


def best_cite(book: Book, cites: Sequence[Cite]) -> list[Cite]:
    """The one of *cites* that a page names: the first that is no copy, else the first."""
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
    book, fact = answer.book, match.fact
    text, more = label(fact, lang), ""
    if answer.view == "visits":
        text, more = guests_and_hosts(book, fact, lang)
    elif fact.figure:
        if answer.view == "trade":
            text = "" if fact.figure.of == "goods" else label(book.items[fact.figure.of], lang)
        text = " · ".join(filter(None, [text, numbers.amount(fact.figure, book, lang)]))
    if match.overlap is not Overlap.INSIDE:  # never to be read as certain
        text = f"({say(f'match_{match.overlap.value}', lang)}) {text}"
    return BriefRow(
        when=dates.date(fact.date, lang),
        way=direction(fact),
        text=text,
        cites=best_cite(book, fact.cite),
        more=more,
        differ=_readings(book, fact, lang) if answer.view == "disputes" else "",
        fact=fact,
        date=fact.date.text,
    )


def _readings(book: Book, fact: Fact, lang: Lang) -> str:
    """What other sources have: their dates and figures, else their notes."""
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
        when=dates.years(held.first, held.last),
        way="",
        text=", ".join(names),
        cites=best_cite(book, held.latest.cite),
    )


def _total_row(book: Book, total: Total, lang: Lang) -> BriefRow:
    item = item_on(book, total.key.of, total.key.terms, lang)
    unit = numbers.unit_of(total.key.of, total.key.unit, total.high or 2, book, lang)
    pledged = f"{numbers.number(total.pledged, lang)} {unit}".rstrip()
    if total.counted:
        amount = numbers.qualified(total.low, total.high, total.qualifier, lang)
        parts = [f"{item} · {amount} {unit}".rstrip()]
        parts += [say("and_pledged", lang, amount=pledged)] if total.pledged else []
    else:
        parts = [f"{item} · {pledged}", say("all_promised", lang)] if total.pledged else []
    facts = [book.facts_by_id[fact.id] for fact in total.counted or total.left_out]
    cites = dict.fromkeys(cite for fact in facts for cite in best_cite(book, fact.cite))
    years = dates.years_of(facts)
    return BriefRow(
        when=years,
        way=sides_of(total),
        text="; ".join(parts),
        cites=[*cites],
        date=years.replace("–", "/"),
    )


def _anniversary_row(book: Book, due: Anniversary, lang: Lang) -> BriefRow:
    return BriefRow(
        when=dates.date(edtf.parse(due.date), lang),
        way="",
        text=say("years_since", lang, n=due.years, title=label(due.fact, lang)),
        cites=best_cite(book, due.fact.cite),
        fact=due.fact,
        date=due.date,
    )


def guests_and_hosts(book: Book, fact: Fact, lang: Lang) -> tuple[str, str]:
    """Who came, with their offices, and who was met: of each those of the highest rank."""
    came, met = parties(book, fact)
    if not came:
        return label(fact, lang), ""
    guests = _party(book, came, lang, with_offices=True)
    # In Vietnamese a guest and a host always have their titles.
    hosts = _party(book, met, lang, with_offices=lang == "vi")
    return guests, say("brief_met", lang, people=hosts) if hosts else ""


def _party(book: Book, party: Sequence[Participant], lang: Lang, *, with_offices: bool) -> str:
    """The leaders of *party*, or those who rank highest, and how many others there were."""
    highest = min((rank_of(book, participant) for participant in party), default=RANKS[Rank.OTHER])
    first = [participant for participant in party if rank_of(book, participant) == highest]
    names = []
    for participant in first:
        offices = [book.offices[key] for key in participant.offices if with_offices]
        names.append(named(label(book.people[participant.who], lang), offices, lang))
    others = f" +{len(party) - len(first)}" if len(party) > len(first) else ""
    return f"{'; ' if with_offices else ', '}".join(names) + others


def named(name: str, offices: Iterable[Office], lang: Lang) -> str:
    """A person with short offices: "Tô Lâm, General Secretary", "Tổng Bí thư Tô Lâm"."""
    titles = ", ".join(label(office.short or office, lang) for office in offices)
    if not titles:
        return name
    return f"{titles} {name}" if lang == "vi" else f"{name}, {titles}"
