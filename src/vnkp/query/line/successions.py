"""Who came before and after somebody in an office: those who held it are asked for."""

from __future__ import annotations

from collections.abc import Sequence

from vnkp.model.facts import Book
from vnkp.model.fields import Lang
from vnkp.query.line.pieces import LOOKED_FOR, Piece, bare_text
from vnkp.query.line.questions import says
from vnkp.query.line.visit_times import bounds_by_persons
from vnkp.query.offices_and_items import find_keys
from vnkp.query.people import offices_held


def asks_of_succession(text: str, pieces: Sequence[Piece]) -> bool:
    """Whether *text*, of these *pieces*, asks who came before or after a person in an office."""
    return says(text, "SUCCEEDING") or any(bounds_by_persons(pieces))


def person_to_office(book: Book, pieces: list[Piece], lang: Lang) -> None:
    """Let the first person in *pieces* be the office that he or she held: the one named, or most.

    who succeeded Ma Chol Su     Ambassador of the DPRK to Vietnam
    """
    person = next((piece for piece in pieces if piece.role == "person"), None)
    held = offices_held(book.facts, people=[person.key]) if person else []
    if person is None or not held:
        return
    named = find_keys(bare_text(piece for piece in pieces if not piece.role), book.offices)
    tenure = max(held, key=lambda tenure: (tenure.office in named, tenure.facts))
    office = book.offices[tenure.office]
    name = office.vi if lang == "vi" else office.en
    dropped_roles = (*LOOKED_FOR, "person", "title")
    others = [
        piece.with_role("asking") if piece.role in dropped_roles else piece for piece in pieces
    ]
    words = [Piece(word, person.start, person.end) for word in name.split()]
    pieces[:] = [*others, *words]
