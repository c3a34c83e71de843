"""What the beginning of a line and its asking words say about the command that is meant."""

from __future__ import annotations

from vnkp.query import vocabulary
from vnkp.query.pieces import Piece, mark_country_after, mark_country_before
from vnkp.query.word_forms import country_signs
from vnkp.text import fold

_MAX_COMMAND_WORDS = 4
_MAX_COUNTRY_WORDS = 6
# Names of commands before which a country is not where something comes from: a Vietnam visit.
_NO_VERBS = ("visit", "total", "totals")
# Words that say that somebody visits, with the one who asks "who".
_VISITING = frozenset(
    [
        "came",
        "come",
        "comes",
        "visited",
        "visit",
        "visits",
        "went",
        "go",
        "goes",
        "thăm",
        "sang",
        "tham",
    ]
)
_GIVING = frozenset(
    [
        "give",
        "gave",
        "given",
        "gives",
        "send",
        "sent",
        "sends",
        "provide",
        "provided",
        "cho",
        "tặng",
        "gửi",
    ]
)
_WHEN = (" when ", " khi nào ", " bao giờ ")
_RECEIVING = frozenset(["receive", "received", "receives", "get", "got", "nhận"])
_VERBS = (_GIVING | _RECEIVING) - {"cho"}
# Words that ask how many times, and how much.
_COUNTING = ("how often", "how many times", "bao nhiêu lần", "bao nhieu lan", "mấy lần")
_AMOUNTS = ("tonnes", "tons", "dollars", "tấn", "tan", "usd")
_MEASURING = ("how much", "bao nhiêu", "bao nhieu", *(f"how many {unit}" for unit in _AMOUNTS))
_BEING = frozenset(("is", "was", "are", "were"))


def split_command(text: str) -> tuple[str | None, str]:
    """The command that *text* begins with, by any of its names, and what follows it.

    A country may stand before visits and aid: it is where they come from.

    >>> split_command("Triều Tiên viện trợ Việt Nam 1966")
    ('aid', 'from KP to VN 1966')
    """
    command, rest = _named_command(text)
    if command:
        return command, rest
    side, after = _split_side(text)
    command, rest = _named_command(after)
    if not side or command not in ("visits", "aid") or after.split()[0].lower() in _NO_VERBS:
        return None, text
    other, after = _split_side(rest)
    return command, " ".join(["from", side, *(["to", other, after] if other else [rest])]).strip()


def _split_side(text: str) -> tuple[str, str]:
    """The country that *text* begins with, if it does, and what follows it."""
    parts = text.split()
    for size in range(min(_MAX_COUNTRY_WORDS, len(parts)), 0, -1):
        side = vocabulary.find_value("side", " ".join(parts[:size]))
        if side:
            return side, " ".join(parts[size:])
    return "", text


def _named_command(text: str) -> tuple[str | None, str]:
    parts = text.split(maxsplit=_MAX_COMMAND_WORDS)
    for size in range(min(_MAX_COMMAND_WORDS, len(parts)), 0, -1):
        command = vocabulary.find_value("command", " ".join(parts[:size]))
        if command:
            return command, " ".join(parts[size:])
    return None, text


def asking_command(text: str) -> str | None:
    """The command that a question means: who is …, who came …, how much …."""
    words = [Piece(word, 0, 0).bare for word in text.split()]
    words = [word for word in words if word]
    is_who = "who" in words or "ai" in words
    if words[:1] == ["who"] and words[1:2] and words[1] in _BEING:
        return "people"
    if words[-2:] == ["là", "ai"] or words[:2] == ["ai", "là"]:
        return "people"
    line = f" {' '.join(words)} "
    is_count = any(f" {phrase} " in line for phrase in _COUNTING)
    if (is_who or is_count) and not _VISITING.isdisjoint(words):
        return "visits"
    much = any(f" {phrase} " in line for phrase in _MEASURING)
    if much and not is_count:
        return "trade" if " trade " in line or " thương mại " in line else "aid"
    is_what = "what" in words or "gì" in words
    if is_what and not _VERBS.isdisjoint(words) and country_signs(fold(line)):
        return "aid"
    return None


def asks_when(text: str) -> bool:
    """Whether *text* asks when somebody visits."""
    words = [Piece(word, 0, 0).bare for word in text.split()]
    line = f" {' '.join(words)} "
    return any(word in line for word in _WHEN) and not _VISITING.isdisjoint(words)


def drop_what_asks(pieces: list[Piece], command: str) -> None:
    """Drop "came" from who came, "aid" from how much aid.

    Did Vietnam give is from Vietnam, who visited Vietnam is to Vietnam.
    """
    verbs = {"visits": _VISITING, "aid": _GIVING | _RECEIVING}.get(command, frozenset())
    for index, piece in enumerate(pieces):
        if piece.role in ("", "asking"):
            if piece.bare in verbs and command == "aid":
                role = "from" if piece.bare in _GIVING else "to"
                mark_country_before(pieces, index, role)
            if piece.bare in verbs - _RECEIVING:
                mark_country_after(pieces, index + 1, "to")
            is_unit = command == "aid" and piece.bare in _AMOUNTS
            is_kind = vocabulary.find_value("kind", piece.bare) == command
            if is_unit or is_kind or piece.bare in verbs:
                pieces[index] = piece._replace(role="asking")
