"""What Tab completes a word to, by option and by command, each value with what explains it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, get_args

from vnkp.answers import FactList
from vnkp.cli.completion_request import Completer, Request, Value
from vnkp.cli.terminal import COLORS
from vnkp.i18n import dates, labels, text_in
from vnkp.i18n.help_messages import COMMAND_HELP
from vnkp.model import edtf
from vnkp.model.enums import Group
from vnkp.model.facts import Book
from vnkp.model.fields import Lang
from vnkp.output.formats import FORMATS, STYLES
from vnkp.query import vocabulary
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
_LABELS: dict[str, dict[Any, Any]] = {
    "kind": labels.KINDS,
    "rank": labels.RANKS,
    "side": labels.SIDES,
    "kind of source": labels.SOURCE_KINDS,
    "language of sources": labels.LANGUAGES,
}


def complete_closed(what: str, *, among: Collection[str] = ()) -> Completer:
    """Completes values of a closed set of the vocabulary: by other names where its own do not."""

    def complete(request: Request) -> list[Value]:
        candidates = []
        for value, others in vocabulary.TABLES[what].items():
            if among and value not in among:
                continue
            named = _LABELS.get(what, {}).get(value)
            name = labels.label(named, request.lang) if named else ""
            spellings = [value, *filter(None, map(str.strip, others.split(",")))]
            first = name if request.lang == "vi" and name in spellings else value
            candidates.append(([first, *spellings], value if name == first else name))
        own = [(spellings[:2], explanation) for spellings, explanation in candidates]
        return request.loosely(own) or request.loosely(candidates)

    return complete


def complete_words(*words: str) -> Completer:
    """Completes one of these *words*."""
    return lambda request: request.exactly(((word,), "") for word in words)


def complete_fact(request: Request) -> list[Value]:
    """Ids of facts, explained by their titles."""
    return request.exactly(
        ((fact.id,), labels.label(fact, request.lang)) for fact in request.book.facts
    )


def complete_source(request: Request) -> list[Value]:
    """Ids of sources, explained by their titles."""
    return request.exactly(((key,), source.title) for key, source in request.book.sources.items())


def complete_cited(request: Request) -> list[Value]:
    """Ids of facts, then of sources."""
    return complete_fact(request) + complete_source(request)


def complete_named(table: str) -> Completer:
    """Completes names of the entries of a *table* of the store, in both languages."""

    def complete(request: Request) -> list[Value]:
        candidates = []
        for key, entry in getattr(request.book, table).items():
            names = getattr(entry, "spellings", (entry.en, entry.vi))
            candidates.append(((labels.label(entry, request.lang), *names, key), key))
        return sorted(request.loosely(candidates))

    return complete


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
    texts = {f"{fact.date.earliest.year // 10:03}X" for fact in book.facts}
    texts |= {date.earliest.isoformat()[:7] for date in days + months}
    texts |= {date.earliest.isoformat() for date in days}
    return dict.fromkeys(
        dates.date(date, lang, long=long)
        for date in map(edtf.parse, sorted(texts))
        for lang in BOUNDS
        for long in (False, True)
    )


def complete_query(request: Request) -> list[Value]:
    """What words of a query may be: kinds, items, names, times; nothing without a beginning."""
    if not request.incomplete:
        return []
    options = ("--kind", "--item", "--person", "--place", "--office")
    values = [value for option in options for value in COMPLETERS[option](request)]
    bounds = request.loosely(((word,), "") for word in BOUNDS[request.lang])
    return values + complete_time(request) + bounds


def complete_participant(request: Request) -> list[Value]:
    """People, and offices by which they are asked for."""
    return COMPLETERS["--person"](request) + COMPLETERS["--office"](request)


def complete_command(request: Request) -> list[Value]:
    """Commands, by their other names where none of their own begins so."""
    candidates = [
        (
            (command.name, *vocabulary.TABLES["command"].get(command.name, "").split(", ")),
            text_in(request.lang, command.summary),
        )
        for command in COMMAND_HELP
        if command.name
    ]
    own = request.exactly(candidates)
    return own or request.loosely(candidates)


# The formats of facts.
_FORMAT = tuple(
    name
    for name, known in FORMATS.items()
    if name not in STYLES and (not known.answers or FactList in known.answers)
)
# By option, by command and option, and by command for its words.
COMPLETERS: dict[str, Completer] = {
    "--in": complete_window,
    "--since": complete_window,
    "--until": complete_window,
    "--kind": complete_closed("kind"),
    "--person": complete_named("people"),
    "--place": complete_named("places"),
    "--office": complete_named("offices"),
    "--item": complete_named("items"),
    "--from": complete_closed("side"),
    "--to": complete_closed("side"),
    "--rank": complete_closed("rank"),
    "--without": complete_closed("rank"),
    "--source": complete_source,
    "--source-kind": complete_closed("kind of source"),
    "--source-lang": complete_closed("language of sources"),
    "--sort": complete_words(*(f"{sign}{name}" for name in vocabulary.SORTS for sign in ("", "-"))),
    "--format": complete_words(*_FORMAT),
    "--lang": complete_closed("language of sources", among=get_args(Lang)),
    "--color": complete_words(*COLORS),
    "--by": complete_words(*(group.value for group in Group)),
    "aid --by": complete_words("item", "year", "decade", "giver"),
    "--style": complete_words(*STYLES),
    "year": complete_time,
    "show": complete_fact,
    "people": complete_participant,
    "sources": complete_source,
    "cite": complete_cited,
    "check": complete_words(),
}
