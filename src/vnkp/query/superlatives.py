"""The largest and the smallest: the order in which facts or counts are asked for.

year with the most visits       most: order, year: group
năm nào nhiều chuyến thăm nhất  năm: group, nhiều … nhất: order
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from vnkp.query import vocabulary
from vnkp.query.pieces import Piece, open_phrases, set_role
from vnkp.text import word_set

_MANY, _MOST = ("nhiều", "nhieu"), ("nhất", "nhat")
_GROUPS = ("year", "decade")
_SHIPMENTS = word_set(
    "shipment, shipments, delivery, deliveries, gift, gifts, donation, donations, lô, lô hàng,"
    " chuyến hàng, đợt hàng, món quà, khoản viện trợ"
)
_AMOUNTS = ("amount", "number", "one", "single", "một", "số", "số lượng")


def mark_most(pieces: list[Piece]) -> None:
    """Mark nhiều … nhất and, in a line about the largest, where it is sought: years, shipments."""
    for start, end in itertools.combinations(range(len(pieces)), 2):
        if pieces[start].bare in _MANY and pieces[end].bare in _MOST and not pieces[end].role:
            for index in (start, end):
                set_role(pieces, index, index + 1, "order", "-value")
    if not is_of_most(pieces):
        return
    for start, end, name in open_phrases(pieces, 2):
        group = vocabulary.find_value("group of facts", name)
        if group in _GROUPS:
            set_role(pieces, start, end, "by", group)
        elif name in _SHIPMENTS:
            set_role(pieces, start, end, "shipment", "aid")
        elif name in _AMOUNTS:
            set_role(pieces, start, end, "asking")


def is_of_most(pieces: Sequence[Piece]) -> bool:
    """Whether *pieces* ask for the largest or the smallest of something."""
    return any(piece.role == "order" and piece.key.endswith("value") for piece in pieces)
