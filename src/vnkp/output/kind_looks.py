"""How each kind of facts looks on screens: its sign and its colour."""

from __future__ import annotations

import msgspec

from vnkp.model.enums import Kind


class KindLook(msgspec.Struct, frozen=True):
    """The *sign* of a kind, the *letter* that terminals without it show, and its *colour*."""

    sign: str
    letter: str
    colour: str


# The colours are of the 256 of terminals, whose first 16 every terminal has otherwise: all of
# these can be read on black and on white (a contrast of 3:1 at least, which a test holds).
KIND_LOOKS = {
    Kind.VISIT: KindLook("▶", ">", "color(31)"),
    Kind.DIPLOMACY: KindLook("◆", "*", "color(63)"),
    Kind.AGREEMENT: KindLook("■", "#", "color(28)"),
    Kind.AID: KindLook("●", "o", "color(136)"),
    Kind.TRADE: KindLook("▲", "^", "color(133)"),
    Kind.ECONOMY: KindLook("△", "A", "color(162)"),
    Kind.MILITARY: KindLook("★", "+", "color(160)"),
    Kind.CULTURE: KindLook("♪", "~", "color(30)"),
    Kind.EDUCATION: KindLook("□", "=", "color(64)"),
    Kind.COMMEMORATION: KindLook("○", "0", "color(130)"),
}
