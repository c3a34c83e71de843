"""Completing times: those of facts, in every form in which people write them."""

from __future__ import annotations

from collections.abc import Iterable

from vnkp.cli.completion_request import Request, Value
from vnkp.i18n import dates
from vnkp.model import edtf
from vnkp.model.facts import Book
from vnkp.model.fields import Lang
from vnkp.text import fold

# What may stand before a time.
BOUNDS: dict[Lang, tuple[str, ...]] = {
    "en": ("since", "before", "after", "until", "from", "between"),
    "vi": ("từ", "trước", "sau", "đến", "năm", "những năm"),
}
_RELATIVE_TIMES: dict[Lang, tuple[str, ...]] = {
    "en": ("this year", "last year", "this month", "next month"),
    "vi": ("năm nay", "năm ngoái", "tháng này", "tháng sau"),
}


def complete_time(request: Request) -> list[Value]:
    """Years and decades of facts; behind a hyphen months, then days; behind ".." the end.

    `19` becomes 1957 or 1950s, `1957-` becomes 1957-07, `1957..19` becomes 1957..1961; behind a
    blank or a slash times are written out: `July 19` becomes July 1957, `7/19` 7/1957.
    """
    start, dots, last = request.incomplete.rpartition("..")
    hyphens = min(last.count("-"), 2)
    size = 4 + 3 * hyphens
    exact_enough = ("day", "month")[: 3 - hyphens] if hyphens else ()
    days = {
        fact.date.earliest.isoformat()[:size]
        for fact in request.book.facts
        if not hyphens or fact.date.precision in exact_enough
    }
    decades = {f"{day[:3]}0s" for day in days if not hyphens}
    times = [start + dots + time for time in sorted(days | decades)]
    values = request.exactly(((time,), "") for time in times)
    if {" ", "/"}.intersection(request.incomplete):
        values += request.loosely(((time,), "") for time in _written_times(request.book))
    return values + request.loosely(((time,), "") for time in _RELATIVE_TIMES[request.lang])


def complete_window(request: Request) -> list[Value]:
    """A time as the value of an option, also behind a word that bounds it: `since 19`."""
    bound, blank, time = request.incomplete.partition(" ")
    bounds = [fold(word) for words in BOUNDS.values() for word in words]
    values = complete_time(request)
    if values or not blank or fold(bound) not in bounds:
        return values
    later = complete_time(request._replace(incomplete=time))
    return [(f"{bound} {text}", explanation) for text, explanation in later]


def _written_times(book: Book) -> Iterable[str]:
    """The decades, months and days on which facts begin, in every form that vnkp prints.

    The 1960s, June 1961, Jun 1961, tháng 6/1961, 6/1961, 12 Jul 1961, ngày 12/7/1961 …
    """
    days = [fact.date for fact in book.facts if fact.date.precision == "day"]
    months = [fact.date for fact in book.facts if fact.date.precision == "month"]
    texts = {f"{fact.date.earliest.year // 10}X" for fact in book.facts}
    texts |= {date.earliest.isoformat()[:7] for date in days + months}
    texts |= {date.earliest.isoformat() for date in days}
    return dict.fromkeys(
        dates.date(date, lang, long=long)
        for date in map(edtf.parse, sorted(texts))
        for lang in BOUNDS
        for long in (False, True)
    )
