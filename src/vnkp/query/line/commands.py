"""Which command a line means: by its name, by another name, by what it asks, or none."""

from __future__ import annotations

import functools

from vnkp.query import vocabulary
from vnkp.query.line.line_pieces import Line
from vnkp.query.line.listing_words import is_of_most, named_values
from vnkp.query.line.pieces import looked_for, roles_of
from vnkp.query.line.questions import question_command, says
from vnkp.query.time_reading import time_reader
from vnkp.query.vocabulary import split_value
from vnkp.text import beginnings, fold, has_diacritics, nearest_spellings

# Names of commands before which a country is not where something comes from: a Vietnam visit.
_NO_VERBS = ("visit", "total", "totals")
_WRITTEN = {*vocabulary.COMMANDS, *", ".join(vocabulary.COMMANDS.values()).split(", ")}
# Names of the calendar that are also words: an anniversary of something, not one that falls due.
_CALENDAR_NAMES = (
    "anniversary", "ky niem", "dip ky niem", "cac dip ky niem", "nhung dip ky niem",
)  # fmt: skip
# Total is a command, and total rice a question.
_TOTALS = ("total", "totals", "tong so", "tong cong")
_REQUESTS = {
    "show me", "tell me", "give me", "tell me about", "please", "compare", "statistics on",
    "statistics of", "information on", "information about", "what do we know about",
    "what is known about", "i want to know about", "cho tôi biết", "cho tôi xem", "hãy cho biết",
    "so sánh", "thống kê", "giới thiệu về", "giới thiệu sơ lược về", "sơ lược về",
    "thông tin về", "tìm hiểu về",
}  # fmt: skip
_REQUESTS |= {fold(request) for request in _REQUESTS}
_OF_LATE = (" gần đây", " gan day", " mới đây", " moi day", " hiện nay", " hien nay")
# Words that have the name of a command in them where marks are left out: tham khảo, tham vấn.
_COMPOUNDS = {"tham": ("van", "khao", "gia", "du", "tan", "muu")}
# Agreements on culture, not agreements and culture.
_ABOUT = ("on", "about", "về", "ve")
# What makes the name of a command a word of a sentence: sources about rice, the year with the
# most visits.
_SENTENCES = {
    "sources": "SOURCES RELATING|DIFFERING",
    "year": "MOST",
}


@functools.lru_cache(maxsize=64)  # it is asked before the command runs, and by its reader
def find_command(line: str) -> tuple[str | None, str]:
    """The command that *line* means by its words, and what is left of it for that command.

    The command is None where what the words name decides it, see `vnkp.query.line.reader`.

    >>> find_command("Triều Tiên viện trợ Việt Nam 1966")
    ('aid', 'from KP to VN 1966')
    """
    # Show me, cho tôi biết: what follows is meant.
    rests = (rest for words, rest in beginnings(line) if rest and words.lower() in _REQUESTS)
    line = next(rests, line)
    if subject := _subject_of_late(line):
        return "latest", subject
    command, rest = _named_command(line)
    if command:
        return command, rest
    if command := question_command(line):
        return command, line
    if day := _day_asked_for(line):
        return "today", day
    # What is to come has nothing else.
    of_years = says(line, "ANNIVERSARY|ROUND")
    return "anniversaries" if time_reader.is_to_come(line, beside_words=of_years) else None, line


def _day_asked_for(line: str) -> str | None:
    """The day of any year that *line* asks for and nothing else: what happened on 2 March."""
    day, others = time_reader.split_day(line)
    if not day or not others:
        return line if day else None
    return f"{day[1]}/{day[0]}" if says(" ".join(others), "HAPPENING") else None


def _subject_of_late(line: str) -> str:
    """What *line* asks the latest of, which stands before gần đây: chuyến thăm gần đây.

    In 10 năm gần đây it belongs to a time, and a question is asked as such.
    """
    first, _, rest = line.partition(" ")
    second, _, after = rest.partition(" ")
    if f" {first} {second}".lower() in _OF_LATE:  # hiện nay hai nước buôn bán gì
        line = f"{after} {first.lower()} {second}"
    subjects = (line.removesuffix(words) for words in _OF_LATE)
    subject = next((subject for subject in subjects if subject != line), "")
    if not subject or any(time_reader.find_times(line)):
        return ""
    is_asked = question_command(line) not in (None, "visits")
    return "" if is_asked or says(line, "WHO|WHICH|COUNTING") else subject


def _named_command(line: str) -> tuple[str | None, str]:
    """The command that *line* begins with, by any of its names, and what follows it.

    A country may stand before visits and aid, where they come from, and a kind or language of
    sources before these.
    """
    command, rest = _first_name(line)
    if command:
        return command, rest
    value, after = split_value(line, "kind of source", "language of sources")
    command, rest = _first_name(after) if value else (None, "")
    if command == "sources":  # Korean sources
        return command, f"{value} {rest}".strip()
    side, after = split_value(line, "side")
    command, rest = _first_name(after) if side else (None, "")
    if command not in ("visits", "aid") or after.split()[0].lower() in _NO_VERBS:
        return None, line
    other, after = split_value(rest, "side")
    return command, " ".join(["from", side, *(["to", other, after] if other else [rest])]).strip()


def _first_name(line: str) -> tuple[str | None, str]:
    """The command whose name, or other name, *line* begins with, and what follows it."""
    for name, rest in beginnings(line):
        command = vocabulary.find_value("command", name)
        if command and _is_command(command, name, rest):
            if command != "visits" or name.lower() == command:
                return command, rest
            side, after = split_value(rest, "side")
            return command, f"to {side} {after}".strip() if side else rest
    return None, line


def _is_command(command: str, name: str, rest: str) -> bool:
    """Whether *name* is the *command* where *rest* follows it, and no word like others.

    Among words with their marks a syllable without is itself: tham khảo is no visit. Days are
    kept in times: kỷ niệm 20 năm cuộc gặp does not ask for the calendar. A new ambassador is
    looked for, and a list of ambassadors is one of people; to list ambassadors lists facts.
    """
    first = rest.split()[0].lower() if rest else ""
    if rest and (command == "version" or (command == "help" and not find_command(rest)[0])):
        return False
    if first in _COMPOUNDS.get(name.lower(), ()):
        return False
    if first in ("nào", "nao") and name.lower() not in vocabulary.COMMANDS:
        return False
    if command == "new" and rest and not split_value(rest, "entry")[0]:
        kinds = [word for word in vocabulary.phrases("entry") if " " not in word]
        return " " not in rest and bool(nearest_spellings(rest, kinds))
    if command == "latest" and first == "visit" and says(rest, "RANK"):
        return False
    if rest and fold(name) in _TOTALS:
        return False
    is_canonical = name.lower() in vocabulary.COMMANDS
    if not is_canonical and question_command(f"{name} {rest}") == "disputes":
        return False
    if command in _SENTENCES and says(f"{name} {rest}", _SENTENCES[command]):
        return False
    is_list_of = (name.lower() == "list" and first == "of") or fold(name) == "danh sach"
    if command == "new" or is_list_of:
        _, whose = split_value(rest.removeprefix("of "), "side")
        if split_value(whose, "rank")[0]:
            return False
    is_bare = " " not in name and not has_diacritics(name) and name.lower() not in _WRITTEN
    if is_bare and has_diacritics(rest):
        return False
    if rest and fold(name) in _CALENDAR_NAMES:
        return not time_reader.without_times(rest) or time_reader.lacks_year(rest)
    return True


def implied_command(line: Line) -> str:
    """The command of a line that names none and asks nothing: visits, year, list or search."""
    words, roles = looked_for(line.pieces), roles_of(line.pieces)
    kinds = named_values(words, "kind")
    is_of_somebody = not roles.isdisjoint({"rank", "office"})
    if is_of_most(line.pieces) and "by" in roles:
        return "list" if kinds else "search"
    if "kind" in roles:
        return "list"
    if kinds == ["visit"] and (is_of_somebody or "order" in roles):
        return "visits"
    is_about = any(piece.role == "asking" and piece.bare in _ABOUT for piece in line.pieces)
    if len(kinds) > 1 and is_about:
        return "search"
    if words or is_of_somebody:
        return "list" if kinds and not is_of_somebody else "search"
    if line.times and roles <= {"time", "asking"}:
        return "year"
    return "search" if "person" in roles else "list"
