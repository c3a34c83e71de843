"""What stands below a fact in a list: where it was, who took part, what is noted of it."""

from __future__ import annotations

from rich.text import Text

from vnkp.i18n.labels import label
from vnkp.i18n.messages import say
from vnkp.model.facts import Book, Fact
from vnkp.model.fields import Lang
from vnkp.output.screen import theme
from vnkp.query.people import NamedMembers, leading_members, parties

_MOST_PEOPLE = 6


def full_lines(book: Book, fact: Fact, lang: Lang) -> list[Text]:
    """The places of *fact*, the people, and the note, a line each; what it has not is left out."""
    names = [theme.person(book, who, lang, short=True).plain for who in fact.people]
    people = theme.dim(f"{say('found_person', lang)} {'; '.join(names[:_MOST_PEOPLE])}")
    lines = [places(book, fact, lang)] if fact.places else []
    lines += [people + _and_others(len(names[_MOST_PEOPLE:]))] if names else []
    return [*lines, theme.dim(label(fact.note, lang))] if fact.note else lines


def places(book: Book, fact: Fact, lang: Lang) -> Text:
    """Where *fact* was, without the cities around places that are named."""
    around = {book.places[key].within for key in fact.places}
    names = [label(book.places[key], lang) for key in fact.places if key not in around]
    return theme.dim(f"{say('found_place', lang)} {' · '.join(names)}")


def guests_and_hosts(
    book: Book, fact: Fact, to_name: NamedMembers, lang: Lang
) -> tuple[Text, Text]:
    """Who came on a visit, or its title, and who was met.

    Of each party those *to_name* stand there or, where nobody ranks so high, those of the highest
    rank, and the others are counted: "Trần Đức Lương, President +6".
    """
    came, met = parties(book, fact)
    named, others = leading_members(book, came, to_name)
    guests = Text("; ").join(theme.person(book, guest, lang, short=True) for guest in named)
    guests += _and_others(others)
    named, others = leading_members(book, met, to_name)
    names = ", ".join(label(book.people[host.who], lang) for host in named)
    hosts = theme.dim(f"{say('met', lang)} {names}" if named else "") + _and_others(others)
    return guests if guests.plain else theme.title(fact, lang), hosts


def _and_others(count: int) -> Text:
    """How many others there were, on one line with the last that was named."""
    return theme.dim(f"{theme.JOINT}+{count}" if count else "")
