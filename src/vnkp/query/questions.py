"""What the beginning of a line and its asking words say about the command that is meant."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from vnkp.query import time_reader, vocabulary
from vnkp.query.pieces import Piece, mark_country_after, mark_country_before
from vnkp.query.word_forms import country_signs
from vnkp.text import fold, has_diacritics

_MAX_COMMAND_WORDS = 4
_MAX_COUNTRY_WORDS = 6
# Names of commands before which a country is not where something comes from: a Vietnam visit.
_NO_VERBS = ("visit", "total", "totals")
_WRITTEN = {*vocabulary.COMMANDS, *", ".join(vocabulary.COMMANDS.values()).split(", ")}
# Names of the calendar that are also words: an anniversary of something, not one that falls due.
_CALENDAR_NAMES = ("anniversary", "kỷ niệm", "ky niem")


def _phrases(text: str) -> frozenset[str]:
    """The phrases of *text*, and those of several words without their marks too."""
    phrases = text.split(", ")
    return frozenset([*phrases, *(fold(phrase) for phrase in phrases if " " in phrase)])


_VISITING = _phrases(
    "came, come, comes, visited, visit, visits, went, go, goes, been, to visit, to come, to go,"
    " thăm, đến thăm, sang thăm, tới thăm, tham, den tham, sang tham"
)
_ARRIVING = ("đến", "tới", "sang", "den", "toi")  # to a country; else until, or a name
_GIVING = _phrases(
    "give, gave, given, gives, send, sent, sends, provide, provided, donate, donated, promise,"
    " promised, pledge, pledged, cho, tặng, gửi, viện trợ, hứa, cam kết"
)
_RECEIVING = _phrases("receive, received, receives, get, got, nhận")
_EXPORTING = _phrases("export, exported, exports, xuất khẩu")
_IMPORTING = _phrases("import, imported, imports, nhập khẩu")
_DIFFERING = _phrases("differ, disagree, khác nhau, chưa thống nhất")
_VERBS = (_GIVING | _RECEIVING) - {"cho"}
# What goes out of the country named before it, and what comes in.
_OUT = {"aid": _GIVING, "trade": _EXPORTING}
_IN = {"aid": _RECEIVING, "trade": _IMPORTING}
_REQUESTS = _phrases("show me, tell me, give me, tell me about, cho tôi biết, cho tôi xem")
_WHEN = _phrases("when, which year, what year, khi nào, bao giờ, năm nào, ngày nào")
_COUNTING = _phrases("how often, how many times, bao nhiêu lần, mấy lần")
_SOURCES = ("sources", "source", "nguồn tin", "nguồn")
_FIGURES = ("figures", "numbers", "số liệu")
_TELLING = _phrases("tell, tells, say, says, report, mention, cover, nói, viết, đưa tin, ghi")
_RELATING = ("that", "which", "about", "on", "về", "nói")
_DUE = _phrases("fall due, falls due, due, coming up, comes up, đến dịp")
_AMOUNTS = ("tonnes", "tons", "dollars", "tấn", "tan", "usd")
_MEASURING = _phrases("how much, how big, how large, bao nhiêu") | {
    f"how many {unit}" for unit in _AMOUNTS
}
_BEING = frozenset(("is", "was", "are", "were"))
_IN_OFFICE = _phrases("current, now, incumbent, hiện nay, hiện tại, đương nhiệm")


def without_request(text: str) -> str:
    """*text* without words that only ask for an answer: show me, cho tôi biết."""
    words = text.split()
    for size in (3, 2):
        rest = " ".join(words[size:])
        if rest and " ".join(words[:size]).lower() in _REQUESTS:
            return rest
    return text


def split_command(text: str) -> tuple[str | None, str]:
    """The command that *text* begins with, by any of its names, and what follows it.

    A country may stand before visits and aid: it is where they come from.

    >>> split_command("Triều Tiên viện trợ Việt Nam 1966")
    ('aid', 'from KP to VN 1966')
    """
    text = without_request(text)
    command, rest = _named_command(text)
    if command:
        return command, rest
    for what in ("kind of source", "language of sources"):  # Korean sources
        value, after = _split_value(text, what)
        command, rest = _named_command(after)
        if value and command == "sources":
            return command, f"{value} {rest}".strip()
    side, after = _split_side(text)
    command, rest = _named_command(after)
    if not side or command not in ("visits", "aid") or after.split()[0].lower() in _NO_VERBS:
        return None, text
    other, after = _split_side(rest)
    return command, " ".join(["from", side, *(["to", other, after] if other else [rest])]).strip()


def _split_side(text: str) -> tuple[str, str]:
    """The country that *text* begins with, if it does, and what follows it."""
    return _split_value(text, "side")


def _split_value(text: str, what: str) -> tuple[str, str]:
    parts = text.split()
    for size in range(min(_MAX_COUNTRY_WORDS, len(parts)), 0, -1):
        value = vocabulary.find_value(what, " ".join(parts[:size]))
        if value:
            return value, " ".join(parts[size:])
    return "", text


def _named_command(text: str) -> tuple[str | None, str]:
    parts = text.split(maxsplit=_MAX_COMMAND_WORDS)
    for size in range(min(_MAX_COMMAND_WORDS, len(parts)), 0, -1):
        name, rest = " ".join(parts[:size]), " ".join(parts[size:])
        command = vocabulary.find_value("command", name)
        if command and _is_command(name, rest):
            side, after = _split_side(rest)
            is_verb = command == "visits" and name.lower() != "visits"
            return command, f"to {side} {after}".strip() if is_verb and side else rest
    return None, text


def _is_command(name: str, rest: str) -> bool:
    """Whether *name* is a command where *rest* follows it, and no word like others.

    Among words with their marks a syllable without is itself: tham khảo is no visit. Days are
    kept in times: kỷ niệm 20 năm cuộc gặp does not ask for the calendar. A new ambassador is
    looked for.
    """
    command = vocabulary.find_value("command", name)
    first = rest.split()[0].lower() if rest else ""
    if first == "nào" or (command == "sources" and first in _RELATING):  # sources about rice
        return False
    if command == "new" and _split_value(rest, "rank")[0]:
        return False
    is_bare = " " not in name and not has_diacritics(name) and name.lower() not in _WRITTEN
    if is_bare and has_diacritics(rest):
        return False
    if rest and name.lower() in _CALENDAR_NAMES:
        without_times = rest
        for time in reversed(list(time_reader.find_times(rest))):
            without_times = without_times[: time.start] + without_times[time.end :]
        return not without_times.strip(" ,") or time_reader.lacks_year(rest)
    return True


def _has(line: str, phrases: Iterable[str]) -> bool:
    return any(f" {phrase} " in line for phrase in phrases)


def _plain_line(text: str) -> str:
    """The words of *text* without case and signs, a blank around each."""
    words = (Piece(word, 0, 0).bare for word in text.split())
    return f" {' '.join(word for word in words if word)} "


def _is_visiting(line: str) -> bool:
    """Whether *line* says that somebody visits: came, thăm, đến Việt Nam."""
    words = line.split()
    return _has(line, _VISITING) or any(
        word in _ARRIVING
        and _split_side(" ".join(words[index + 1 : index + 1 + _MAX_COUNTRY_WORDS]))[0]
        for index, word in enumerate(words)
    )


def asking_command(text: str) -> str | None:
    """The command that a question means: who is …, who came …, how much …."""
    line = _plain_line(text)
    words = line.split()
    is_ranked = _has(line, vocabulary.phrases("order")) and _has(line, vocabulary.phrases("rank"))
    if is_ranked and _is_visiting(line):
        return "visits"
    if words[:1] == ["who"] and not _BEING.isdisjoint(words[1:2]):
        return "people"
    if _has(line, _IN_OFFICE) and _has(line, vocabulary.phrases("rank")):
        return "people"
    if words[-2:] in (["là", "ai"], ["la", "ai"]) or words[:2] in (["ai", "là"], ["ai", "la"]):
        return "people"
    if words[:1] == ["what"] and _has(line, _DUE):
        return "anniversaries"
    is_count = _has(line, _COUNTING)
    is_rank_asked = _has(line, ("which", "nào")) and _has(line, vocabulary.phrases("rank"))
    if (is_count or is_rank_asked or _has(line, ("who", "ai"))) and _is_visiting(line):
        return "visits"
    if _has(line, _MEASURING) and not is_count:
        if _has(line, {"trade", "thương mại", "kim ngạch"} | _EXPORTING | _IMPORTING):
            return "trade"
        names = vocabulary.phrases("kind").items()
        kinds = {kind for name, kind in names if _has(line, (name,))}  # bao nhiêu chuyến thăm
        return "aid" if not kinds or "aid" in kinds or _has(line, _VERBS) else None
    is_what = _has(line, ("what", "gì"))
    if is_what and _has(line, _VERBS) and country_signs(f" {fold(line)} "):
        return "aid"
    if _has(line, (*_SOURCES, *_FIGURES)) and _has(line, _DIFFERING):
        return "disputes"
    tells = _has(line, _TELLING) or _has(line, _RELATING)
    return "cite" if _has(line, _SOURCES) and tells else None


def asks_when(text: str) -> bool:
    """Whether *text* begins or ends with when, năm nào and the like."""
    line = _plain_line(text)
    return any(line.startswith(f" {word} ") or line.endswith(f" {word} ") for word in _WHEN)


def says_visiting(pieces: Sequence[Piece]) -> bool:
    """Whether *pieces* say that somebody visits; Pak Sang Gil is no verb."""
    others = [piece.text for piece in pieces if piece.role != "person"]
    return _is_visiting(_plain_line(" ".join(others)))


def drop_what_asks(pieces: list[Piece], command: str) -> None:
    """Drop what *command* says already: "came" from who came, "aid" from how much aid.

    Did Vietnam give is from Vietnam, who visited Vietnam is to Vietnam.
    """
    out, in_ = _OUT.get(command, frozenset()), _IN.get(command, frozenset())
    same = {
        "visits": _VISITING | {"sang"},
        "disputes": _DIFFERING | {*_SOURCES, *_FIGURES},
        "cite": _TELLING | {*_SOURCES},
        "anniversaries": _DUE,
        "trade": frozenset(("big", "large")),
    }
    known = {"do", *same.get(command, ()), *(out | in_ if command == "aid" else ())}
    for index, size in itertools.product(range(len(pieces)), (2, 1)):
        run = pieces[index : index + size]
        phrase = " ".join(piece.bare for piece in run)
        if len(run) < size or any(piece.role not in ("", "asking") for piece in run):
            continue
        is_side = False
        if phrase in out | in_:
            is_side = mark_country_before(pieces, index, "from" if phrase in out else "to")
        if phrase in out or (command == "visits" and phrase in _VISITING):
            mark_country_after(pieces, index + size, "to")
        is_counted = index > 0 and pieces[index - 1].role == "figure"
        is_unit = command == "aid" and phrase in _AMOUNTS and not is_counted
        is_kind = vocabulary.find_value("kind", phrase) == command
        if phrase in known or is_side or is_unit or is_kind:
            pieces[index : index + size] = [piece.with_role("asking") for piece in run]
