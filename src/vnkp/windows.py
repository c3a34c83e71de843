"""Windows of time that users ask for (WHEN), and how a date meets them."""

from __future__ import annotations

import datetime as dt
import re
from enum import Enum

import msgspec

from vnkp import edtf
from vnkp.edtf import When
from vnkp.errors import ImpossibleDate, WhenError

_FORMS = "write WHEN as 1961, 1961-06, 6/1961, 27/11/1958, 1960s, 1958..1961, ..1970 or 1990.."


class Match(str, Enum):
    """How a dated fact meets a window."""

    INSIDE = "inside"  # wholly within it
    SPANS = "spans"  # going on then, but began before or ended after
    POSSIBLE = "possible"  # its date is too coarse to tell


class Window(msgspec.Struct, frozen=True):
    """A stretch of days from *first* to *last*; None is an open side."""

    text: str
    first: dt.date | None = None
    last: dt.date | None = None

    def match(self, when: When) -> Match | None:
        """How *when* meets this window; None when it surely lies outside."""
        first, last = self.first or dt.date.min, self.last or dt.date.max
        latest = when.latest or dt.date.max
        if when.earliest > last or latest < first:
            return None
        if when.earliest >= first and (latest <= last if when.latest else self.last is None):
            return Match.INSIDE
        if when.is_span:
            start, end = when.ends
            # Sure only if the latest possible start and the earliest possible end still touch the window.
            if (start.latest or dt.date.max) <= last and (end is None or end.earliest >= first):
                return Match.SPANS
        return Match.POSSIBLE

    def meet(self, other: Window) -> Window:
        """The days that both windows hold; raise `WhenError` when there are none."""
        firsts = [day for day in (self.first, other.first) if day]
        lasts = [day for day in (self.last, other.last) if day]
        first, last = max(firsts, default=None), min(lasts, default=None)
        if first and last and last < first:
            raise WhenError(f"{self.text} and {other.text} have no day in common", "widen one of them")
        return Window(_span_text(first, last), first, last)


def _span_text(first: dt.date | None, last: dt.date | None) -> str:
    return f"{first or ''}..{last or ''}"


def parse(text: str) -> Window:
    """Read a WHEN; raise `WhenError` with what to write instead."""
    text = text.strip()
    try:
        return _parse(text)
    except ImpossibleDate:
        raise
    except WhenError as error:
        raise WhenError(f'"{text}" is no WHEN', _remedy(text)) from error


def _remedy(text: str) -> str:
    meant = edtf.suggestion(text)
    return meant.replace("/", "..") if meant else _FORMS


def _parse(text: str) -> Window:
    if text.endswith("/..") or ("/" in text and ".." not in text and _slashed(text) is None):
        when = edtf.parse(text)
        return Window(text, when.earliest, when.latest)
    start, dots, end = text.partition("..")
    if not dots:
        when = _date(text)
        return Window(text, when.earliest, when.latest)
    if not start and not end:
        raise WhenError(f'"{text}" is no WHEN', _FORMS)
    first = _date(start).earliest if start else None
    last = _date(end).latest if end else None
    if first and last and last < first:
        raise ImpossibleDate(f'"{text}" ends before it begins', f'write "{end}..{start}"')
    return Window(text, first, last)


def _slashed(text: str) -> tuple[str, str, str] | None:
    """Year, month and day ("" if none) of the Vietnamese ``6/1961`` and ``27/11/1958``."""
    match = re.fullmatch(r"(?:([0-9]{1,2})/)?([0-9]{1,2})/([0-9]{4})", text)
    return (match[3], match[2], match[1] or "") if match else None


def _date(text: str) -> When:
    decade = re.fullmatch(r"([0-9]{3})0s", text)
    if decade:
        return edtf.parse(f"{decade[1]}X")
    slashed = _slashed(text)
    if slashed:
        return edtf.parse("-".join(part.zfill(2) for part in slashed if part))
    return edtf.parse(text)
