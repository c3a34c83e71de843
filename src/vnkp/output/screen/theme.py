"""The look: one colour and one sign for each kind, and what screens are put together from."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text as RichText

from vnkp.i18n import dates, numbers
from vnkp.i18n.labels import KINDS, label
from vnkp.i18n.sources import direction as direction  # screens call it style.direction
from vnkp.model.enums import Kind
from vnkp.model.facts import Book, Fact, Lang, Participant

DISPUTED = "≠"
NARROW = 60  # under this many columns lists turn vertical
WIDE = 100  # from here on there is room for spans of days on one line
DATE, LONG_DATE = 16, 20  # dates up to this wide stay on one line, below and from WIDE on
WIDEST = 120  # longer lines are hard to read

SIGNS = {
    Kind.VISIT: "▶",
    Kind.DIPLOMACY: "◆",
    Kind.AGREEMENT: "■",
    Kind.AID: "●",
    Kind.TRADE: "▲",
    Kind.ECONOMY: "△",
    Kind.MILITARY: "★",
    Kind.CULTURE: "♪",
    Kind.EDUCATION: "□",
    Kind.COMMEMORATION: "○",
}
COLOURS = {
    Kind.VISIT: "cyan",
    Kind.DIPLOMACY: "blue",
    Kind.AGREEMENT: "green",
    Kind.AID: "yellow",
    Kind.TRADE: "magenta",
    Kind.ECONOMY: "bright_magenta",
    Kind.MILITARY: "red",
    Kind.CULTURE: "bright_cyan",
    Kind.EDUCATION: "bright_green",
    Kind.COMMEMORATION: "bright_yellow",
}
DIM = "dim"
BOLD = "bold"
WARN = "bold red"


def sign(fact: Fact) -> RichText:
    """The sign of the fact's kind, in its colour; a visit from the DPRK points the other way."""
    back = fact.kind is Kind.VISIT and fact.from_ == "KP"
    return RichText("◀" if back else SIGNS[fact.kind], COLOURS[fact.kind])


def kind(fact: Fact, lang: Lang) -> RichText:
    """The name of the fact's kind, in its colour."""
    return RichText(label(KINDS[fact.kind], lang), COLOURS[fact.kind])


def signs(fact: Fact) -> RichText:
    """The sign of a dispute, or a blank, and the sign of the fact's kind."""
    return RichText.assemble((DISPUTED, WARN) if fact.disputed else " ", " ", sign(fact))


def title(fact: Fact, lang: Lang) -> RichText:
    """The title of *fact*; milestones are bold."""
    return RichText(fact.vi if lang == "vi" else fact.en, BOLD if fact.milestone else "")


def disputed(fact: Fact) -> RichText:
    """The sign of a dispute, where there is one."""
    return RichText(DISPUTED if fact.disputed else "", WARN)


def date(fact: Fact, lang: Lang, width: int = 0) -> RichText:
    """The date of *fact*, short; on two lines if it is a span wider than *width*."""
    written = dates.date(fact.date, lang)
    return RichText("\n".join(folded(written, width)) if width else written)


def folded(span: str, width: int) -> list[str]:
    """*span* as one line, or as two if it is wider than *width*, the first with the dash."""
    start, dash, end = span.partition(" – ")
    return [f"{start}{dash.rstrip()}", end] if dash and cell_len(span) > width else [span]


def figure(fact: Fact, book: Book, lang: Lang) -> RichText:
    """The figure of *fact* with its unit, or nothing."""
    return RichText(numbers.amount(fact.figure, book, lang) if fact.figure else "")


def heading(words: str, count: str) -> RichText:
    """The line above a screen: what is shown, and how many."""
    return RichText.assemble((words, BOLD), (f"  {count}", DIM))


def dim(words: str) -> RichText:
    """*words* in the background."""
    return RichText(words, DIM)


def whole(words: str) -> RichText:
    """An id or an address: dim, and on one line, so that it can be copied."""
    return RichText(words, DIM, no_wrap=True)


def person(book: Book, participant: Participant, lang: Lang) -> RichText:
    """A person with the offices held then, dimmed."""
    text = RichText(label(book.people[participant.who], lang))
    for key in participant.offices:
        text.append(f", {label(book.offices[key], lang)}", DIM)
    return text
