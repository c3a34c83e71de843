"""Facts in words, as screens and Markdown share them: direction, dates, and other readings."""

from __future__ import annotations

from collections.abc import Iterable

from vnkp.i18n import dates, numbers
from vnkp.i18n.labels import label, publisher_name
from vnkp.i18n.messages import say
from vnkp.model.edtf import EdtfDate
from vnkp.model.facts import Book, Cite, Fact, Figure, Variant
from vnkp.model.fields import Lang


def direction(fact: Fact) -> str:
    """``VN → KP``, ``VN ↔ KP``, or nothing."""
    if fact.between:
        return "VN ↔ KP"
    return f"{fact.from_} → {fact.to}" if fact.from_ and fact.to else ""


def is_long(date: EdtfDate) -> bool:
    """Whether *date* goes on from one calendar year into another."""
    return date.is_span and (date.latest is None or date.latest.year > date.earliest.year)


def within_year(date: EdtfDate, lang: Lang) -> tuple[str, str]:
    """The year that *date* stands under, and the rest of it.

    "1958", "27 Nov – 3 Dec"; "1964", "to 1969". A date without a sure year of its own has all
    of itself as the rest: "", "c. 1973".
    """
    start, end = date.ends
    is_vague = start.precision == "decade" or (start.precision == "year" and start.mark)
    if is_vague or (date.is_one_of and date.latest and date.latest.year > date.earliest.year):
        return "", dates.date(date, lang)
    year = str(date.earliest.year)
    if not is_long(date):
        return year, dates.date(date, lang, year=False)
    begin = dates.date(start, lang, year=False)
    until = say("to_year", lang, year=dates.date(end, lang)) if end else say("goes_on", lang)
    return year, f"{begin} {until}".strip()


def other_dates(book: Book, fact: Fact, lang: Lang, own_year: str = "") -> list[tuple[str, str]]:
    """The other dates of *fact* and who says so, without the year if that is *own_year*."""
    readings = []
    for variant in fact.variants:
        if variant.date:
            year, day = within_year(variant.date, lang)
            date = day if day and year == own_year else dates.date(variant.date, lang)
            readings.append((date, _who_says(book, variant, lang)))
    return readings


def other_figures(book: Book, fact: Fact, lang: Lang) -> str:
    """The other figures of *fact*, each with who says so: "67 people: Dong-A and 1 more"."""
    return " · ".join(
        f"{numbers.amount(variant.figure, book, lang)}: {_who_says(book, variant, lang)}"
        for variant in fact.variants
        if variant.figure
    )


def _who_says(book: Book, variant: Variant, lang: Lang) -> str:
    """The first publisher of *variant*, and how many more there are."""
    first, *more = publishers(book, variant.cite, lang)
    return say("and_more", lang, name=first, n=len(more)) if more else first


def known_figure(fact: Fact) -> Figure:
    """The figure of a *fact* that has one, as all have that a total counts."""
    assert fact.figure is not None
    return fact.figure


def publishers(book: Book, cites: Iterable[Cite], lang: Lang) -> list[str]:
    """The names of the publishers of *cites*, each once."""
    sources = [book.sources[cite.source] for cite in cites]
    names = [publisher_name(book, source.publisher, lang) for source in sources]
    return list(dict.fromkeys(names))


def own_cites(fact: Fact) -> tuple[Cite, ...]:
    """Who says what *fact* does: those it cites who have no other date or figure, if any are."""
    others = {
        cite.source
        for variant in fact.variants
        if variant.date or variant.figure
        for cite in variant.cite
    }
    return tuple([cite for cite in fact.cite if cite.source not in others]) or fact.cite


def reading_words(
    book: Book, reading: Fact | Variant, lang: Lang, *, long: bool = False
) -> tuple[str, str, str]:
    """The date, the figure and the note of a reading; what it has not is empty."""
    return (
        dates.date(reading.date, lang, long=long) if reading.date else "",
        numbers.figure(reading.figure, book, lang) if reading.figure else "",
        label(reading.note, lang) if reading.note else "",
    )
