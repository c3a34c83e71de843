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
    """A single date, taken apart; what is not known is 0, and a season is month 21 to 24."""

    year: int
    month: int
    day: int
    mark: str
    decade: bool


def date(when: EdtfDate, lang: Lang, *, long: bool = False, year: bool = True) -> str:
    """*when* for a reader; *long* spells it out, without *year* the year is left to the context.

    ``1958-11-27/1958-12-03`` is 27 Nov – 3 Dec 1958, spelt out 27 November – 3 December 1958; in
    Vietnamese 27/11–3/12/1958, spelt out từ 27/11 đến 3/12/1958.
    """
    if not (when.is_span or when.is_one_of):
        return _single(when, lang, long, year)
    start, end = when.ends
    if end is None:
        year = year or start.precision == "year"
        since = "since" if lang == "en" else "từ"
        return f"{since} {_single(start, lang, long or lang == 'vi', year)}"
    span = _span(start, end, lang, long, year)
    if not when.is_one_of:
        return span
    if not long and span.startswith("từ "):
        span = span.removeprefix("từ ").replace(" đến ", " – ")
    within = _WITHIN[lang][long]
    return f"{within.removesuffix(' khoảng') if 'tháng đầu' in span else within} {span}"


def period(name: str, lang: Lang) -> str:
    """The year or decade that a group is called by: "1961", or "1960s" for thập niên 1960."""
    return date(parse(f"{name[:3]}X" if name.endswith("s") else name), lang)


def years(first: int, last: int) -> str:
    """The years from *first* to *last*: 1964–1969, or 1964 alone."""
    return f"{first}" if first == last else f"{first}–{last}"


def years_of(facts: Iterable[Fact]) -> str:
    """The years from the first to the last of *facts*; nothing of none."""
    fact_dates = [fact.date for fact in facts]
    if not fact_dates:
        return ""
    last = max(date.last_known_day.year for date in fact_dates)
    return years(min(date.earliest.year for date in fact_dates), last)


def times(windows: Iterable[TimeWindow], lang: Lang) -> str:
    """The times that were asked for: 1961; the 1960s; 2000–2008; since 1990."""
    texts = []
    for window in windows:
        start, dots, end = canonical(window.first, window.last).partition("..")
        if not dots:
            start = re.sub("0s$", "X", start)
        text = date(parse(f"{start}/{end}" if start and end else start or end), lang)
        words = {"en": ("until", "since"), "vi": ("đến", "từ")}[lang]
        texts.append(f"{words[bool(start)]} {text}" if dots and not (start and end) else text)
    return ", ".join(texts)


def _span(start: EdtfDate, end: EdtfDate, lang: Lang, long: bool, year: bool) -> str:
    """A span as short as can be: 9–11 Oct 2025, 1960–1974, c. 1960–1974, 1965 – c. 1973."""
    if start.text == end.text:
        return _single(start, lang, long, year)
    first, last = _parts(start), _parts(end)
    are_plain = not (first.mark or last.mark or first.decade or last.decade)
    if start.precision == end.precision == "year":
        if are_plain:
            return f"{first.year}–{last.year}"
        if first.mark and last.mark in ("", first.mark):
            return _marked(f"{first.year}–{last.year}", "~", lang, long)
    are_alike = (first.month > 0, first.day > 0) == (last.month > 0, last.day > 0)
    have_months = 0 < first.month <= 12 and 0 < last.month <= 12
    if are_plain and have_months and first.year == last.year:
        if lang == "en":
            same_month = first.day and first.month == last.month
            beginning = f"{first.day}–" if same_month else f"{_english(first, long, False)} – "
            return beginning + _english(last, long, year)
        if are_alike:
            return _vietnamese_span(first, last, long, year)
    year = year or first.year != last.year or not (first.month and last.month)
    beginning, ending = (_single(part, lang, long, year) for part in (start, end))
    if lang == "vi" and (long or not are_alike):
        return f"từ {beginning} đến {ending}"
    return f"{beginning} – {ending}"


def _vietnamese_span(first: _Parts, last: _Parts, long: bool, year: bool) -> str:
    """A span within a year: 27/11–3/12/1958, 9–11/10/2025, tháng 3–5/1961, 9 tháng đầu năm 2001."""
    if first.month == 1 and not first.day and last.month < 12:
        return f"{last.month} tháng đầu năm {last.year if year else ''}".rstrip()
    day, month = first.day, first.month
    if not day:
        beginning = f"tháng {month}"
    else:
        beginning = f"{day}" if month == last.month else f"{day}/{month}"
    end = _vietnamese(last, False, year).removeprefix("tháng ")
    return f"từ {beginning} đến {end}" if long else f"{beginning}–{end}"


def _single(when: EdtfDate, lang: Lang, long: bool, year: bool) -> str:
    parts = _parts(when)
    text = (_english if lang == "en" else _vietnamese)(parts, long, year)
    return _marked(text, parts.mark, lang, long) if text else ""


def _english(parts: _Parts, long: bool, year: bool) -> str:
    """27 Nov 1958, Nov 1958, spring 1965, 1960s; *long* 27 November 1958, the 1960s."""
    if parts.decade:
        return f"the {parts.year}s" if long else f"{parts.year}s"
    months = _LONG if long else _SHORT
    month = _SEASONS["en"].get(parts.month) or ("", *months)[parts.month]
    words = [str(parts.day or ""), month, str(parts.year) if year else ""]
    return " ".join(filter(None, words))


def _vietnamese(parts: _Parts, long: bool, year: bool) -> str:
    """27/11/1958, 11/1958, mùa xuân 1965, thập niên 1960; *long* ngày 27/11/1958, tháng 11/1958."""
    if parts.decade:
        return f"thập niên {parts.year}"
    if parts.month in _SEASONS["vi"]:
        season = _SEASONS["vi"][parts.month]
        return f"{season} {'năm ' if long else ''}{parts.year}" if year else season
    numbers = (parts.day, parts.month, parts.year if year else 0)
    text = "/".join(str(number) for number in numbers if number)
    if long:
        word = "ngày" if parts.day else "tháng" if parts.month else "năm"
        return f"{word} {text}" if text else ""
    return f"tháng {text}" if parts.month and not parts.day and not year else text


def _marked(text: str, mark: str, lang: Lang, long: bool) -> str:
    """*text* with what its EDTF *mark* says: c. 1973, 1973?, about 1973 (uncertain)."""
    if mark in ("?", "%"):
        text += {"en": " (uncertain)", "vi": " (chưa chắc chắn)"}[lang] if long else "?"
    if mark in ("~", "%"):
        about = {"en": "about" if long else "c.", "vi": "khoảng"}[lang]
        text = f"{about} {text}"
    return text


def _parts(when: EdtfDate) -> _Parts:
    bare = when.text.rstrip("~?%")
    if bare.endswith("X"):
        return _Parts(int(bare[:3]) * 10, 0, 0, when.mark, True)
    year, month, day = [*map(int, bare.split("-")), 0, 0][:3]
    return _Parts(year, month, day, when.mark, False)


def day_of_year(month: int, day: int, lang: Lang) -> str:
    """A day of any year: 31 Jan, or 31/1."""
    return date(parse(f"2000-{month:02}-{day:02}"), lang, year=False)
