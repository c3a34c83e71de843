"""How high people rank who take part in a fact."""

from __future__ import annotations

from vnkp.model.enums import Rank
from vnkp.model.facts import Book, Fact, Participant

# How high each rank is: 0 is the highest.
RANKS: dict[str, int] = {rank.value: index for index, rank in enumerate(Rank)}


def is_visitor(book: Book, fact: Fact, participant: Participant) -> bool:
    """Whether *participant* came; where both sides met halfway, everybody did."""
    return fact.between or book.people[participant.who].side == fact.from_


def parties(book: Book, fact: Fact) -> tuple[list[Participant], list[Participant]]:
    """Those who came, and those who were met."""
    came = [participant for participant in fact.people if is_visitor(book, fact, participant)]
    return came, [participant for participant in fact.people if participant not in came]


def visitor_rank(book: Book, fact: Fact) -> int:
    """The index in `RANKS` of the highest visitor."""
    sides = {fact.from_} if fact.from_ else {"VN", "KP"}
    ranks = (
        rank_of(book, participant)
        for participant in fact.people
        if book.people[participant.who].side in sides
    )
    return min(ranks, default=RANKS[Rank.OTHER])


def rank_of(book: Book, participant: Participant) -> int:
    """The index in `RANKS` of the highest office held then; the last when none is known."""
    ranks = [RANKS[book.offices[key].rank] for key in participant.offices]
    return min(ranks, default=RANKS[Rank.OTHER])


def highest_rank(book: Book, participant: Participant) -> str | None:
    """The rank of the highest office held then; None when none is known."""
    return list(RANKS)[rank_of(book, participant)] if participant.offices else None


def is_of_rank(index: int, rank: str) -> bool:
    """Whether the *index* in `RANKS` is *rank* or, of ``minister+``, that rank or above."""
    limit = RANKS[rank.removesuffix("+")]
    return index <= limit if rank.endswith("+") else index == limit
