"""Offices and items: found by what people call them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vnkp.errors import UnknownName
from vnkp.model.enums import Rank
from vnkp.model.facts import Office
from vnkp.model.fields import BilingualText
from vnkp.text import folded_lines, nearest_spellings

# Folded words before the office of somebody else.
_DEPUTY_WORDS = (" vice", " deputy", " pho")
_ARMED_FORCES = " minister of the peoples armed forces ", " bo truong bo cac luc luong vu trang "
# Offices under another name.
SAME_OFFICE = {
    " prime minister ": " premier ",
    " premier ": " prime minister ",
    " defence minister ": _ARMED_FORCES[0],
    " minister of defence ": _ARMED_FORCES[0],
    " bo truong quoc phong ": _ARMED_FORCES[1],
    " ngoai truong ": " bo truong ngoai giao ",
}


# How the offices of leaders begin, and what these are called by what they do; folded, without of.
_LEADERS = {
    ("general secretary", "first secretary", "chairman of the workers party"): (
        "party chief, party leader, party head, head party, leader party, chief party,"
        " lanh dao dang, nguoi dung dau dang"
    ),
    ("president", "chairman of the council of state", "chairman of the state affairs"): (
        "head state, chief state, president, nguyen thu, nguyen thu quoc gia,"
        " nguoi dung dau nha nuoc"
    ),
    ("premier", "prime minister"): ("head government, chief government, nguoi dung dau chinh phu"),
}


def leaders_called(text: str) -> tuple[str, ...]:
    """How the offices begin of the leaders who are called *text*: party chief, nguyên thủ."""
    (plain,) = folded_lines([text])
    words = (word.removesuffix("s") for word in plain.split() if word not in ("the", "of"))
    name = " ".join(words)
    return next((starts for starts, known in _LEADERS.items() if name in known.split(", ")), ())


def _plain(texts: Iterable[str]) -> list[str]:
    """The folded words of each of *texts* between single blanks."""
    # Đại sứ is an ambassador, but đại sứ quán an embassy.
    lines = [f" {line} ".replace(" dai su quan ", " embassy ") for line in folded_lines(texts)]
    # The permanent deputy minister is one of the deputy ministers.
    return [line.replace(" thuong truc bo ", " ").replace(" permanent ", " ") for line in lines]


def keys_called(text: str, spellings: Mapping[str, Iterable[str]]) -> list[str]:
    """The keys with a spelling in which the words of *text* stand side by side.

    A foreign minister is no deputy foreign minister, and a premier is a prime minister too.
    """
    if text in spellings:
        return [text]
    pairs = [(key, name) for key, several in spellings.items() for name in several]
    phrase, *plain = _plain([text, *(name for _, name in pairs)])
    if not phrase.strip():
        return []
    keys: dict[str, None] = {}
    deputies: dict[str, None] = {}
    for typed in (phrase, phrase.replace("s ", " ")):  # presidents, also in the President's Office
        for (key, _), name in zip(pairs, plain, strict=True):
            for wording in {typed, SAME_OFFICE.get(typed, typed)}:
                if wording in name:
                    is_deputy = any(f"{word}{wording}" in name for word in _DEPUTY_WORDS)
                    (deputies if is_deputy else keys)[key] = None
    return list(keys or deputies)


def find_keys(text: str, table: Mapping[str, Office | BilingualText]) -> list[str]:
    """The keys of *table*, offices or items, with *text* in the name; empty if there is none."""
    if beginnings := leaders_called(text):
        return [
            key
            for key, entry in table.items()
            if isinstance(entry, Office)
            and entry.rank is Rank.LEADER
            and folded_lines([entry.en])[0].startswith(beginnings)
        ]
    spellings: dict[str, list[str]] = {}
    for key, entry in table.items():
        short = entry.short if isinstance(entry, Office) else None
        spellings[key] = [entry.en, entry.vi, *((short.en, short.vi) if short else ())]
    return keys_called(text, spellings)


def known_keys(what: str, text: str, table: Mapping[str, Office | BilingualText]) -> list[str]:
    """As `find_keys`; raise `UnknownName` for a *text* that no *what* (office, item) has."""
    keys = find_keys(text, table)
    if not keys:
        known = [name for entry in table.values() for name in (entry.en, entry.vi)]
        raise UnknownName(what, text, nearest_spellings(text, known))
    return keys
