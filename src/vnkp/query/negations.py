"""What is not to be there: visits not to Pyongyang."""

from __future__ import annotations

import itertools

from vnkp.errors import UsageError
from vnkp.query import vocabulary
from vnkp.query.pieces import Piece, set_role
from vnkp.text import word_set

_NEGATIONS = word_set(
    "not, but not, except, except for, excluding, without, other than, apart from, trừ, trừ ra,"
    " ngoại trừ, ngoài, không phải, không kể, không gồm, khong phai, khong ke, ngoai tru"
)
_OUTSIDE = word_set("khơi, ra, trời, nước, đường")  # ngoài khơi is off the coast


def turn_negations(pieces: list[Piece]) -> None:
    """Let what is not to one country be to the other; raise `UsageError` for other negations."""
    for size, start in itertools.product((2, 1), range(len(pieces))):
        end = start + size
        run = pieces[start:end]
        name = " ".join(piece.bare for piece in run)
        if name not in _NEGATIONS or any(piece.role not in ("", "asking") for piece in run):
            continue
        first = pieces[end] if end < len(pieces) else pieces[start]
        if first.bare in _OUTSIDE:
            continue
        after = end + 1
        while after < len(pieces) and (
            (pieces[after].role, pieces[after].key) == (first.role, first.key)
        ):
            after += 1
        if first.role not in ("from", "to", "visitor"):
            words = " ".join(piece.text for piece in pieces[start:after])
            raise UsageError("negation", words=words)
        (other,) = set(vocabulary.SIDES) - {first.key}
        set_role(pieces, start, end, "asking")
        set_role(pieces, end, after, first.role, other)
