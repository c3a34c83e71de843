"""Who came and who was met: the people of a visit by rank, with short offices."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from vnkp.i18n.labels import label
from vnkp.i18n.messages import say
from vnkp.model.enums import Rank
from vnkp.model.facts import Book, Fact, Participant
from vnkp.model.fields import Lang
from vnkp.output.screen import theme
from vnkp.output.summary import rank_name
from vnkp.query import people
from vnkp.query.people import RANKS, rank_of


def parties(book: Book, fact: Fact, rank: Rank | str | None, lang: Lang) -> tuple[Text, Text]:
    """Those who came, with their offices, and those who were met, each as one text.

    Of each party those down to *rank* are named (without one, or where nobody has it, those of
    the highest rank) and the others counted: "Trần Đức Lương, President +6".
    """
    came, met = people.parties(book, fact)
    named, others = _named(book, came, rank)
    guests = Text("; ").join(theme.person(book, one, lang, short=True) for one in named)
    hosts, other_hosts = _named(book, met, rank)
    host_names = ", ".join(label(book.people[one.who], lang) for one in hosts)
    if not hosts:
        return _counted(guests, others), Text()
    return _counted(guests, others), _counted(
        theme.dim(f"{say('met', lang)} {host_names}"), other_hosts
    )


def _named(
    book: Book, party: Sequence[Participant], rank: Rank | str | None
) -> tuple[list[Participant], int]:
    """Those of *party* to be named, and how many others there are."""
    lowest = min((rank_of(book, one) for one in party), default=0)
    if rank_name(rank) not in ("", Rank.OTHER.value):
        lowest = max(lowest, RANKS[Rank(rank_name(rank))])
    named = [one for one in party if rank_of(book, one) <= lowest]
    return named, len(party) - len(named)


def _counted(named: Text, others: int) -> Text:
    return Text.assemble(named, (f" +{others}", theme.DIM)) if others else named
