"""The words of times in both languages, and a line cut into the tokens that times are made of."""

from __future__ import annotations

import datetime as dt
import functools
import re
import unicodedata
from collections.abc import Sequence

import msgspec

from vnkp.text import all_normalized, fold, normalize_keeping_accents

# Each meaning, with a number that goes with it, and its phrases.
_MEANINGS: dict[tuple[str, int], str] = {
    ("number", 6): "six, sáu",  # before sau, which is after
    ("since", 0): "since, from, not before, no earlier than, as of, từ, kể từ",
    ("after", 0): "after, later than, newer than, more recent than, post, sau, những năm sau",
    ("until", 0): "to, until, till, through, up to, up until, by, no later than,"
    " đến, tới, cho đến, cho tới",
    ("before", 0): "before, earlier than, older than, prior to, pre, trước, những năm trước",
    ("between", 0): "between",
    ("between", 23): "giữa",  # or the middle of one time
    # Which part of a time, and of how many: 23 is the second third.
    ("part", 13): "early, beginning of, the beginning of, start of, the start of, đầu",
    ("part", 23): "mid, middle of, the middle of",
    ("part", 33): "late, end of, the end of, cuối",
    ("part", 12): "first half of, the first half of, nửa đầu",
    ("part", 22): "second half of, the second half of, nửa cuối, nửa sau",
    ("part", 14): "first quarter, the first quarter of, quý đầu",
    ("part", 24): "second quarter, the second quarter of",
    ("part", 34): "third quarter, the third quarter of",
    ("part", 44): "fourth quarter, the fourth quarter of, last quarter, quý cuối",
    # No beginning of a time, and no autumn.
    ("other", 0): "sắp tới, đầu tiên, lần đầu, bắt đầu, anniversaries fall, fall in, fall on,"
    " fall due",
    ("and", 0): "and, và",
    ("about", 0): "about, around, circa, c, ca, khoảng",
    ("in", 0): "in, on, during, within, the, of, some time in, vào, trong, hồi,"
    " vào một thời điểm, period, period of, giai đoạn, thời kỳ",
    ("present", 0): "present, now, the present, nay, hiện nay",
    ("to_present", 0): "đến nay, tới nay, cho đến nay",
    ("onward", 0): "onward, onwards, trở đi, trở lại đây",
    ("uncertain", 0): "uncertain, chưa chắc chắn",
    ("day", 0): "ngày, mùng, mồng",
    ("month", 0): "tháng, month, months",
    ("year", 0): "year, years, năm",
    ("first_months", 0): "tháng đầu năm",
    ("decade", 0): "decade, decades, thập niên, thập kỷ, những năm, các năm",
    ("century", 0): "century, thế kỷ",
    ("past", 0): "last, past, over the last, over the past",
    ("recent", 0): "qua, vừa qua, gần đây",
    ("ago", 0): "ago",
    ("coming", 0): "next, coming",
    ("quarter", 0): "q, quarter, quý",
    ("number", 2): "two, hai",
    ("number", 3): "three, ba",
    ("number", 4): "four, bốn",
    ("number", 5): "five",
    ("number", 7): "seven, bảy",
    ("number", 8): "eight, tám",
    ("number", 9): "nine, chín",
    ("number", 10): "ten, mười",
    ("number", 20): "twenty",
    ("number", 30): "thirty",
    ("number", 40): "forty",
    ("number", 50): "fifty",
    ("number", 60): "sixty",
    ("number", 70): "seventy",
    ("number", 80): "eighty",
    ("number", 90): "ninety",
    ("ordinal", 0): "st, nd, rd, th",
    ("season", 1): "spring, mùa xuân",
    ("season", 2): "summer, mùa hè, mùa hạ",
    ("season", 3): "autumn, fall, mùa thu",
    ("season", 4): "winter, mùa đông",
    ("decade_name", 1930): "thirties",
    ("decade_name", 1940): "forties",
    ("decade_name", 1950): "fifties",
    ("decade_name", 1960): "sixties",
    ("decade_name", 1970): "seventies",
    ("decade_name", 1980): "eighties",
    ("decade_name", 1990): "nineties",
    ("this_year", 0): "this year, năm nay, năm này",
    ("this_year", -1): "last year, năm ngoái",
    ("year_before", 0): "năm trước",  # the last, or 5 năm trước
    ("this_year", 1): "next year, năm sau, năm tới, sang năm",
    ("this_day", 1): "tomorrow, ngày mai",
    ("this_day", -1): "yesterday, hôm qua",
    ("this_week", 0): "this week, tuần này",
    ("this_week", -1): "last week, tuần trước",
    ("this_week", 1): "next week, tuần sau, tuần tới",
    ("this_month", 0): "this month, tháng này",
    ("this_month", -1): "last month, tháng trước",
    ("this_month", 1): "next month, tháng sau, tháng tới",
    ("this_decade", 0): "this decade, thập niên này, thập kỷ này",
    ("this_century", 0): "this century, thế kỷ này",
    ("this_century", -1): "last century, thế kỷ trước",
    ("this_decade", -1): "last decade, thập niên trước, thập kỷ trước",
    ("month_name", 1): "jan, january, tháng giêng, tháng một",
    ("month_name", 2): "feb, february, tháng hai",
    ("month_name", 3): "mar, march, tháng ba",
    ("month_name", 4): "apr, april, tháng tư",
    ("month_name", 5): "may, tháng năm",
    ("month_name", 6): "jun, june, tháng sáu",
    ("month_name", 7): "jul, july, tháng bảy, tháng bẩy",
    ("month_name", 8): "aug, august, tháng tám",
    ("month_name", 9): "sep, sept, september, tháng chín",
    ("month_name", 10): "oct, october, tháng mười",
    ("month_name", 11): "nov, november, tháng mười một",
    ("month_name", 12): "dec, december, tháng mười hai, tháng chạp",
}
_NEXT_YEAR = ("this_year", 1)
_MAX_WORDS = 4


class Token(msgspec.Struct, frozen=True):
    """A part of a line: a number, a word or phrase of time, or anything else, with its place.

    *glued*: no blank stands before it. *kind* and *value* are what a phrase of time means.
    """

    text: str
    start: int
    end: int
    glued: bool
    kind: str = ""
    value: int = 0

    @property
    def digits(self) -> int:
        """How many digits it has; 0 if it is no number."""
        return len(self.text) if self.text.isascii() and self.text.isdigit() else 0


@functools.cache
def _phrases() -> tuple[dict[str, tuple[str, int]], dict[str, tuple[str, int]]]:
    """What phrases mean: as they are written, and without marks for those who type none."""
    named = [
        (phrase, meaning)
        for meaning, phrases in _MEANINGS.items()
        for phrase in phrases.split(", ")
    ]
    phrases, meanings = zip(*named, strict=True)
    marked = all_normalized(phrases, normalize_keeping_accents)
    bare = all_normalized(phrases, fold)
    return dict(zip(marked, meanings, strict=True)), dict(zip(bare, meanings, strict=True))


def tokenize(text: str, today: dt.date) -> list[Token]:
    """*text* in tokens; a phrase of time is one, the longest first, and last year a year.

    >>> [(token.text, token.kind) for token in tokenize("Tháng 6/1961", dt.date.today())]
    [('tháng', 'month'), ('6', ''), ('/', ''), ('1961', '')]
    """
    matches = list(re.finditer(r"[0-9]+|[^\W\d_]+|\.\.+|\S", unicodedata.normalize("NFC", text)))
    words = [normalize_keeping_accents(match[0]) or match[0] for match in matches]
    result: list[Token] = []
    index = 0
    while index < len(matches):
        size, meaning = _longest(words, index)
        following = "".join(words[index + size : index + size + 1])
        if meaning == _NEXT_YEAR and following.isdecimal() and following != f"{today.year + 1}":
            size, meaning = 1, ("", 0)  # came in a year: sang năm 1966
        start, end = matches[index].start(), matches[index + size - 1].end()
        glued = bool(index) and matches[index - 1].end() == start
        joined = " ".join(words[index : index + size])
        if meaning[0] == "this_year":
            joined, meaning = f"{today.year + meaning[1]}", ("", 0)
        result.append(Token(joined, start, end, glued, *meaning))
        index += size
    return result


def _longest(words: list[str], index: int) -> tuple[int, tuple[str, int]]:
    """How many words the longest phrase of time at *index* has, and what it means."""
    if words[index][0].isalpha():
        marked, bare = _phrases()
        for size in range(min(_MAX_WORDS, len(words) - index), 0, -1):
            phrase = " ".join(words[index : index + size])
            meaning = (bare if phrase.isascii() else marked).get(phrase)
            if meaning:
                return size, meaning
    return 1, ("", 0)


def small_number(word: str) -> int:
    """The number that *word* means, in figures or words (five); 0 if it is none."""
    if word.isdecimal():
        return int(word)
    kind, value = _phrases()[0].get(word, ("", 0))
    return value if kind == "number" else 0


def is_text(tokens: Sequence[Token], index: int, *texts: str) -> bool:
    """Whether one of *texts* stands at *index*."""
    return index < len(tokens) and tokens[index].text in texts


def is_glued(tokens: Sequence[Token], index: int, *texts: str) -> bool:
    """Whether one of *texts* stands at *index*, no blank before it."""
    return is_text(tokens, index, *texts) and tokens[index].glued


def glued_text(tokens: Sequence[Token], index: int) -> str:
    """What stands at *index*; nothing if a blank is before it, or after the end."""
    return tokens[index].text if index < len(tokens) and tokens[index].glued else ""


def kind_at(tokens: Sequence[Token], index: int) -> str:
    """What the token at *index* means; nothing after the end."""
    return tokens[index].kind if index < len(tokens) else ""


def digits_at(tokens: Sequence[Token], index: int, *, glued: bool = True) -> int:
    """How many digits the number at *index* has; 0 if there is none, or a blank before it."""
    if index >= len(tokens) or (glued and not tokens[index].glued):
        return 0
    return tokens[index].digits


def number_at(tokens: Sequence[Token], index: int) -> int:
    """The number that stands at *index*."""
    return int(tokens[index].text)
