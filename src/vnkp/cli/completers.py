"""What Tab completes a word to, by option and by command, each value with what explains it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, NamedTuple

from vnkp.answers import FactList
from vnkp.errors import VnkpError
from vnkp.i18n import labels
from vnkp.i18n.help_messages import TASKS
from vnkp.model.facts import Book
from vnkp.model.fields import Lang
from vnkp.output.formats import FORMATS, STYLES
from vnkp.query import vocabulary
from vnkp.query.groups import Group
from vnkp.text import fold, has_diacritics, normalize_keeping_accents

Value = tuple[str, str]  # a text and what explains it
Candidate = tuple[Sequence[str], str]  # its spellings, the best first, and what explains that
Completer = Callable[["Request"], list[Value]]
_LABELS: dict[str, dict[Any, Any]] = {
    "kind": labels.KINDS,
    "rank": labels.RANKS,
    "side": labels.SIDES,
    "kind of source": labels.SOURCE_KINDS,
    "language of sources": labels.LANGUAGES,
}
_RELATIVE_TIMES = {
    "en": ("this year", "last year", "this month", "next month"),
    "vi": ("năm nay", "năm ngoái", "tháng này", "tháng sau"),
}


class Request(NamedTuple):
    """The beginning of a word, the language, and how to come by the store."""

    incomplete: str
    lang: Lang
    load: Callable[[], Book]

    @property
    def book(self) -> Book:
        """The store; an empty one where it is not in order, for this is no place to say so."""
        try:
            return self.load()
        except VnkpError:
            return Book(schema=1)

    def exactly(self, candidates: Iterable[Candidate]) -> list[Value]:
        """The candidates that begin as the word does."""
        return [
            (spellings[0], explanation)
            for spellings, explanation in candidates
            if spellings[0].startswith(self.incomplete)
        ]

    def loosely(self, candidates: Iterable[Candidate]) -> list[Value]:
        """The candidates with a spelling that begins so, if need be without case and marks."""
        values = []
        for spellings, explanation in candidates:
            exact = [name for name in spellings if name.startswith(self.incomplete)]
            texts: list[str | None] = [*exact] or [
                continue_as(self.incomplete, name) for name in spellings
            ]
            text = next(filter(None, texts), None)
            if text:
                values.append((text, explanation if text == spellings[0] else spellings[0]))
        return values


def continue_as(incomplete: str, spelling: str) -> str | None:
    """*incomplete*, continued as *spelling* is; None if that begins otherwise.

    >>> continue_as("kim nhat", "Kim Nhật Thành")
    'kim nhat thanh'
    """
    normalize = normalize_keeping_accents if has_diacritics(incomplete) else fold
    start, whole = normalize(incomplete), normalize(spelling)
    return incomplete + whole[len(start) :] if whole.startswith(start) else None


def complete_closed(what: str, *, among: Collection[str] = ()) -> Completer:
    """Completes values of a closed set of the vocabulary: by other names where its own do not."""

    def complete(request: Request) -> list[Value]:
        candidates = []
        for value, others in vocabulary.TABLES[what].items():
            named = _LABELS.get(what, {}).get(value)
            name = labels.label(named, request.lang) if named else ""
            spellings = [value, *filter(None, map(str.strip, others.split(",")))]
            first = name if request.lang == "vi" and name in spellings else value
            explanation = value if name == first else name
            if not among or value in among:
                candidates.append(([first, *spellings], explanation))
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


def complete_time(request: Request) -> list[Value]:
    """Years and decades of facts; behind a hyphen months, then days; behind ".." the end.

    `19` becomes 1957 or 1950s, `1957-` becomes 1957-07, `1957..19` becomes 1957..1961.
    """
    start, dots, last = request.incomplete.rpartition("..")
    hyphens = min(last.count("-"), 2)
    size = 4 + 3 * hyphens
    exact_enough = ("day", "month")[: 3 - hyphens] if hyphens else ()
    dates = {
        fact.date.earliest.isoformat()[:size]
        for fact in request.book.facts
        if not hyphens or fact.date.precision in exact_enough
    }
    decades = {f"{date[:3]}0s" for date in dates if not hyphens}
    times = [start + dots + time for time in sorted(dates | decades)]
    values = request.exactly(((time,), "") for time in times)
    return values + request.loosely(((time,), "") for time in _RELATIVE_TIMES[request.lang])


def complete_person(request: Request) -> list[Value]:
    """People, by any of their names."""
    return _complete_named(
        request, {key: person.spellings for key, person in request.book.people.items()}
    )


def complete_place(request: Request) -> list[Value]:
    """Places, by any of their names."""
    return _complete_named(
        request, {key: place.spellings for key, place in request.book.places.items()}
    )


def complete_office(request: Request) -> list[Value]:
    """Offices, in both languages."""
    return _complete_named(
        request, {key: (office.en, office.vi) for key, office in request.book.offices.items()}
    )


def complete_item(request: Request) -> list[Value]:
    """What figures count, in both languages."""
    return _complete_named(
        request, {key: (item.en, item.vi) for key, item in request.book.items.items()}
    )


def _complete_named(request: Request, spellings: dict[str, tuple[str, ...]]) -> list[Value]:
    """The keys and their *spellings*, of which the first is English, the second Vietnamese."""
    own = int(request.lang == "vi")
    candidates = [((names[own], *names, key), key) for key, names in spellings.items()]
    return sorted(request.loosely(candidates))


def complete_query(request: Request) -> list[Value]:
    """What words of a query may be: kinds, people, places, times; nothing without a beginning."""
    if not request.incomplete:
        return []
    completers = (COMPLETERS["--kind"], complete_person, complete_place, complete_time)
    return [value for completer in completers for value in completer(request)]


def complete_command(request: Request) -> list[Value]:
    """Commands, by their other names where none of their own begins so."""
    candidates = [
        (
            (command.name, *vocabulary.TABLES["command"].get(command.name, "").split(", ")),
            command.summary[request.lang == "vi"],
        )
        for _, commands in TASKS
        for command in commands
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
    "--in": complete_time,
    "--since": complete_time,
    "--until": complete_time,
    "--kind": complete_closed("kind"),
    "--person": complete_person,
    "--place": complete_place,
    "--office": complete_office,
    "--item": complete_item,
    "--from": complete_closed("side"),
    "--to": complete_closed("side"),
    "--rank": complete_closed("rank"),
    "--source": complete_source,
    "--source-kind": complete_closed("kind of source"),
    "--source-lang": complete_closed("language of sources"),
    "--sort": complete_words(*(f"{sign}{name}" for name in vocabulary.SORTS for sign in ("", "-"))),
    "--format": complete_words(*_FORMAT),
    "--lang": complete_closed("language of sources", among=("en", "vi")),
    "--color": complete_words("auto", "always", "never"),
    "--by": complete_words(*(group.value for group in Group)),
    "aid --by": complete_words("item", "year", "decade", "giver"),
    "--style": complete_words(*STYLES),
    "year": complete_time,
    "show": complete_fact,
    "people": complete_person,
    "sources": complete_source,
    "cite": complete_cited,
    "check": complete_words(),
}
