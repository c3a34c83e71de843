"""The look of screens: widths, dim and bold texts, bars; then signs, titles and names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.cells import cell_len
from rich.text import Text

from vnkp.i18n import numbers
from vnkp.i18n.labels import KINDS, label
from vnkp.i18n.messages import say
from vnkp.model.enums import Kind
from vnkp.model.facts import Book, Fact, Participant
from vnkp.model.fields import Lang, Number
from vnkp.output.formats import Context
from vnkp.output.kind_looks import KIND_LOOKS

DISPUTED = "≠"
NARROW = 60  # under this many columns lists turn vertical
WIDE = 100  # from here on figures have a column of their own
# From so many columns on ids have one of their own, if so many are left for the rest.
IDS, _BESIDE_IDS = 120, 80
WIDEST = 120  # longer lines are hard to read
# A blank within a figure or a name: Rich breaks lines at all others, no-break ones too.
JOINT = "\ue000"
_MAX_UNBROKEN = 20  # a longer figure may be broken
_MAX_DATE = 15  # a wider date may be broken
_FOLD = re.compile("(?<= –) | (?=(?:to|đến|đầu năm)\\b)")  # where a long date may be broken
_FULL, _LIGHT = "█", "░"
_EIGHTHS = " ▏▎▍▌▋▊▉"
DIM = "dim"
BOLD = "bold"
WARN = "bold color(160)"


def dim(words: str) -> Text:
    """*words* in the background."""
    return Text(words, DIM)


def joined(parts: Iterable[Text], by: str = "  ") -> Text:
    """The *parts* that are not empty, on one line."""
    return Text(by).join([part for part in parts if part.plain])


def unbroken(words: str) -> Text:
    """An id or an address: dim, and never broken, so that it can be copied."""
    return Text(words, DIM, no_wrap=True, overflow="ignore")


def id_line(id_: str, context: Context) -> Text:
    """An id, with which a command can be typed; nothing in a picture."""
    return Text() if context.picture else unbroken(id_)


def address(url: str, context: Context) -> Text:
    """An address, whole on a line of its own; in a picture it is broken rather than lost."""
    return Text(url, DIM, overflow="fold") if context.picture else unbroken(url)


def id_width(ids: Iterable[str], context: Context) -> int:
    """How wide the column of *ids* is; 0 where they have none."""
    longest = max(map(len, ids), default=0)
    fits = context.width >= IDS and context.width - longest - 2 >= _BESIDE_IDS
    return longest if fits and not context.picture else 0


def text_width(text: str) -> int:
    """How wide the widest line of *text* is."""
    return max(map(cell_len, text.split("\n"))) if "\n" in text else cell_len(text)


def rule(width: int) -> Text:
    """A thin line across."""
    return Text("─" * min(width, WIDEST), DIM)


def heading_with_more(heading: str, more: str, context: Context) -> Text:
    """A heading, and dim at the right edge, or below if there is no room, what more there is."""
    gap = min(context.width, WIDEST) - cell_len(heading) - cell_len(more)
    between = " " * gap if gap >= 2 else "\n"
    return Text.assemble((heading, BOLD), between if more else "", (more, DIM))


def bar(low: Number, high: Number, most: Number, size: int, colour: str) -> Text:
    """A bar of up to *size* cells, which *most* fills, for an amount of *low* to *high*.

    Where 300 fill ten cells, 150 are █████, 150 to 300 █████░░░░░, and 1 is ▏.
    """
    if not most or not size:
        return Text()
    if low == high:  # an end as fine as the letters allow, so that even a little shows
        eighths = max(round(float(low) / float(most) * size * 8), 1 if low else 0)
        solid, rest = divmod(eighths, 8)
        return Text(_FULL * solid + _EIGHTHS[rest].strip(), colour)
    solid = round(float(low) / float(most) * size)
    light = max(round(float(high) / float(most) * size) - solid, 0 if solid else 1)
    return Text.assemble((_FULL * solid, colour), (_LIGHT * light, DIM))


def folded(date: str, width: int = _MAX_DATE) -> str:
    """A *date* in words, in two lines if it is wider than *width*: "27 Nov –", "3 Dec 1958"."""
    return date if cell_len(date) <= width else _FOLD.sub("\n", date, count=1)


def fact_count(count: int, context: Context) -> Text:
    """How many facts there are: "3" in a column, "3 facts" in a vertical list."""
    if context.width < NARROW:
        return Text(say("counted_facts", context.lang, n=count))
    return Text(numbers.number(count, context.lang))


# How facts and people look.


def sign(fact: Fact) -> Text:
    """The sign of the fact's kind, in its colour; a visit from the DPRK points the other way."""
    return Text(plain_sign(fact), KIND_LOOKS[fact.kind].colour)


def plain_sign(fact: Fact) -> str:
    """As `sign`, without its colour."""
    back = fact.kind is Kind.VISIT and fact.from_ == "KP"
    return "◀" if back else KIND_LOOKS[fact.kind].sign


def signs(fact: Fact) -> Text:
    """The sign of a dispute, or a blank, and the sign of the fact's kind."""
    return Text.assemble(disputed(fact) or " ", " ", sign(fact))


def kind(fact: Fact, lang: Lang) -> Text:
    """The name of the fact's kind, in its colour."""
    return Text(label(KINDS[fact.kind], lang), KIND_LOOKS[fact.kind].colour)


def disputed(fact: Fact) -> Text:
    """The sign of a dispute, where there is one."""
    return Text(DISPUTED if fact.disputed else "", WARN)


def title(fact: Fact, lang: Lang) -> Text:
    """The title of *fact*, in which no line begins or ends with a dash; milestones are bold."""
    words = label(fact, lang).replace(" - ", f"{JOINT}-{JOINT}")
    return Text(words, BOLD if fact.milestone else "")


def title_with_figure(fact: Fact, book: Book, lang: Lang) -> Text:
    """The title of *fact* with its figure, if it has one, at the end."""
    return with_figure(title(fact, lang), figure(fact, book, lang))


def with_figure(title: Text, figure: Text) -> Text:
    """*title* with *figure*, if there is one, at the end; a short one is not broken."""
    if not figure:
        return title
    number = figure.plain.replace(" ", JOINT) if len(figure) <= _MAX_UNBROKEN else figure
    return Text.assemble(title, (f" ·{JOINT}", DIM), number)


def figure(fact: Fact, book: Book, lang: Lang) -> Text:
    """The figure of *fact* with its unit, or nothing."""
    return Text(numbers.amount(fact.figure, book, lang) if fact.figure else "")


def person(book: Book, participant: Participant, lang: Lang, *, short: bool = False) -> Text:
    """A person with the offices held then, dimmed; *short* ones for tables."""
    text = Text(label(book.people[participant.who], lang))
    for key in participant.offices:
        name = office(book, key, lang) if short else label(book.offices[key], lang)
        text.append(f", {name}", DIM)
    return text


def office(book: Book, key: str, lang: Lang) -> str:
    """The short name of an office, for tables."""
    return label(book.offices[key].short or book.offices[key], lang)
