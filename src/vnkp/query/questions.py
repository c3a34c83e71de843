"""What the beginning of a line and its asking words say about the command that is meant."""

from __future__ import annotations

from vnkp.query import vocabulary
from vnkp.query.pieces import Piece

_MAX_COMMAND_WORDS = 4
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
_RECEIVING = frozenset(["receive", "received", "receives", "get", "got", "nhận"])
_BEING = frozenset(("is", "was", "are", "were"))


def split_command(text: str) -> tuple[str | None, str]:
    """The command that *text* begins with, by any of its names, and what follows it."""
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
    if (words[:1] == ["who"] and words[1:2] and words[1] in _BEING) or words[-2:] == ["là", "ai"]:
        return "people"
    if is_who and not _VISITING.isdisjoint(words):
        return "visits"
    line = f" {' '.join(words)} "
    much = " how much " in line or " bao nhiêu " in line or " bao nhieu " in line
    if much and " bao nhiêu lần " not in line:
        return "trade" if " trade " in line or " thương mại " in line else "aid"
    return None


def drop_what_asks(pieces: list[Piece], command: str) -> None:
    """Drop "came" from who came, "aid" from how much aid; did Vietnam give is from Vietnam."""
    verbs = {"visits": _VISITING, "aid": _GIVING | _RECEIVING}.get(command, frozenset())
    for index, piece in enumerate(pieces):
        if piece.role in ("", "asking"):
            if piece.bare in verbs and command == "aid":
                _mark_giver(pieces, index)
            if piece.bare in verbs or vocabulary.find_value("kind", piece.bare) == command:
                pieces[index] = piece._replace(role="asking")


def _mark_giver(pieces: list[Piece], verb: int) -> None:
    """Let the country before a *verb* of giving be the giver, of receiving the receiver."""
    role = "from" if pieces[verb].bare in _GIVING else "to"
    index = verb - 1
    while index >= 0 and pieces[index].role == "country":
        pieces[index] = pieces[index]._replace(role=role)
        index -= 1
