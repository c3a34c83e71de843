"""Dates as people write them: 27 Nov – 3 Dec 1958, or 27/11–3/12/1958."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from vnkp.model.edtf import EdtfDate, parse
from vnkp.model.facts import Fact
from vnkp.model.fields import Lang
from vnkp.model.time_window import TimeWindow, canonical

_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


_SEASONS = {
    "en": {21: "spring", 22: "summer", 23: "autumn", 24: "winter"},
    "vi": {21: "mùa xuân", 22: "mùa hè", 23: "mùa thu", 24: "mùa đông"},
}
# What stands before a one-of date, in a table and spelt out.
_WITHIN = {"en": ("in", "some time in"), "vi": ("trong", "vào một thời điểm trong khoảng")}


class _Parts(msgspec.Struct, frozen=True):
    """A single date, taken apart; what is not known is 0."""

    year: int
    month: int
    day: int
    mark: str
    decade: bool


def date(when: EdtfDate, lang: Lang, *, long: bool = False, year: bool = True) -> str:
    """*when* for a reader; *long* spells it out, without *year* the year is left to the context."""
    if not (when.is_span or when.is_one_of):
        return _single(when, lang, long, year)
    start, end = when.ends
    if when.is_one_of and end:
        span = _span(start, end, lang, long, year)
        if not long and span.startswith("từ "):
            span = span.removeprefix("từ ").replace(" đến ", " – ")
        within = _WITHIN[lang][long]
        return f"{within.removesuffix(' khoảng') if 'tháng đầu' in span else within} {span}"
    if end is None:
        year = year or start.precision == "year"
        return (
            f"since {_single(start, lang, long, year)}"
            if lang == "en"
            else f"từ {_single(start, lang, True, year)}"
        )
    return _span(start, end, lang, long, year)


def years(first: int, last: int) -> str:
    """The years from *first* to *last*: 1964–1969, or 1964 alone."""
    return f"{first}" if first == last else f"{first}–{last}"


def years_of(facts: Iterable[Fact]) -> str:
    """The years from the first to the last of *facts*; nothing of none."""
    several = [fact.date for fact in facts]
    if not several:
        return ""
    last = max((date.latest or date.earliest).year for date in several)
    return years(min(date.earliest.year for date in several), last)


def times(windows: Iterable[TimeWindow], lang: Lang) -> str:
    """The times that were asked for: 1961; the 1960s; 2000–2008; since 1990."""
    return ", ".join(_time(window, lang) for window in windows)


def _time(window: TimeWindow, lang: Lang) -> str:
    start, dots, end = canonical(window.first, window.last).partition("..")
    if not dots:
        return date(parse(re.sub("0s$", "X", start)), lang)
    if start and end:
        return date(parse(f"{start}/{end}"), lang)
    words = {"en": ("since", "until"), "vi": ("từ", "đến")}[lang]
    return f"{words[0 if start else 1]} {date(parse(start or end), lang)}"


def _span(start: EdtfDate, end: EdtfDate, lang: Lang, long: bool, year: bool) -> str:
    if start.text == end.text:
        return _single(start, lang, long, year)
    one, other = _parts(start), _parts(end)
    year = year or one.year != other.year or not (one.month and other.month)
    are_years = not (one.month or other.month or one.decade or other.decade)
    if one.mark and other.mark in ("", one.mark) and are_years:
        return _marked(f"{one.year}–{other.year}", "~", lang, long)
    if not _is_compact(one, other, lang):
        return _apart(start, end, lang, long, year)
    if one.year != other.year or not one.month:
        if not one.month:
            return f"{one.year}–{other.year}"
        return _apart(start, end, lang, long, year)
    last = _single(end, lang, long, year, bare=True)
    if lang == "en":
        same_month = one.day and one.month == other.month
        return f"{one.day}–{last}" if same_month else f"{_english(one, long, False)} – {last}"
    return _vietnamese_span(one, other, last.removeprefix("tháng "), long)


def _is_compact(one: _Parts, other: _Parts, lang: Lang) -> bool:
    """Whether a span can be told as one date: 9–11 Oct 2025, 1960–1974."""
    plain = not (one.mark or other.mark or one.decade or other.decade)
    seasonal = one.month > 12 or other.month > 12
    alike = bool(one.month) == bool(other.month) and bool(one.day) == bool(other.day)
    return plain and not seasonal and (alike or (lang == "en" and bool(one.month and other.month)))


def _apart(start: EdtfDate, end: EdtfDate, lang: Lang, long: bool, year: bool) -> str:
    """A span of which both ends are told in full: 12 Oct 1965 – c. 1973."""
    first, last = (_single(part, lang, long, year) for part in (start, end))
    if lang == "vi" and (long or len(start.text.rstrip("~?%")) != len(end.text.rstrip("~?%"))):
        return f"từ {first} đến {last}"
    return f"{first} – {last}"


def _vietnamese_span(one: _Parts, other: _Parts, last: str, long: bool) -> str:
    """A span within a year: 27/11–3/12/1958, spelt out từ 27/11 đến 3/12/1958."""
    if one.month == 1 and not one.day and other.month < 12:
        return f"{other.month} tháng đầu năm {last.partition('/')[2]}".rstrip()
    first = f"{one.day}" if one.day and one.month == other.month else f"{one.month}"
    if one.day and one.month != other.month:
        first = f"{one.day}/{one.month}"
    prefix = "" if one.day else "tháng "
    return f"từ {prefix}{first} đến {last}" if long else f"{prefix}{first}–{last}"


def _single(when: EdtfDate, lang: Lang, long: bool, year: bool, bare: bool = False) -> str:
    parts = _parts(when)
    text = (
        _english(parts, long, year) if lang == "en" else _vietnamese(parts, long and not bare, year)
    )
    if long and parts.decade and lang == "en":
        text = f"the {text}"
    return _marked(text, parts.mark, lang, long) if text else ""


def _english(parts: _Parts, long: bool, year: bool) -> str:
    if parts.decade:
        return f"{parts.year}s"
    if parts.month in _SEASONS["en"]:
        season = _SEASONS["en"][parts.month]
        return f"{season} {parts.year}" if year else season
    months = _LONG if long else _SHORT
    words = [str(parts.day) if parts.day else "", months[parts.month - 1] if parts.month else ""]
    return " ".join(word for word in (*words, str(parts.year) if year else "") if word)


def _vietnamese(parts: _Parts, long: bool, year: bool) -> str:
    if parts.decade:
        return f"thập niên {parts.year}"
    if parts.month in _SEASONS["vi"]:
        season = _SEASONS["vi"][parts.month]
        return f"{season} {'năm ' if long else ''}{parts.year}" if year else season
    numbers = [str(number) for number in (parts.day, parts.month) if number]
    text = "/".join(numbers + ([str(parts.year)] if year else []))
    if long:
        return (
            f"{'ngày' if parts.day else 'tháng' if parts.month else 'năm'} {text}" if text else ""
        )
    return f"tháng {text}" if parts.month and not parts.day and not year else text


def _marked(text: str, mark: str, lang: Lang, long: bool) -> str:
    about = {"en": "about" if long else "c.", "vi": "khoảng"}[lang]
    doubt = {"en": " (uncertain)", "vi": " (chưa chắc chắn)"}[lang] if long else "?"
    return (
        (f"{about} " if mark in ("~", "%") else "") + text + (doubt if mark in ("?", "%") else "")
    )


def _parts(when: EdtfDate) -> _Parts:
    bare = when.text.rstrip("~?%")
    if bare.endswith("X"):
        return _Parts(int(bare[:3]) * 10, 0, 0, when.mark, True)
    numbers = [int(part) for part in bare.split("-")] + [0, 0]
    return _Parts(numbers[0], numbers[1], numbers[2], when.mark, False)


def day_of_year(month: int, day: int, lang: Lang) -> str:
    """A day of any year: 31 Jan, or 31/1."""
    return date(parse(f"2000-{month:02}-{day:02}"), lang, year=False)
