"""What may be completed: ids, kinds, people in any of their names, places, sources, and the words that options take.

Every completer is given what was begun, and answers with values that go on from just that, each with a word about it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from vnkp.errors import VnkpError
from vnkp.model.enums import Kind, Rank
from vnkp.model.facts import Book, Lang
from vnkp.output.formats import COMMON, STYLES
from vnkp.query.filters import Sort
from vnkp.query.groups import Group
from vnkp.query.vocabulary import SOURCE_KINDS, SOURCE_LANGS
from vnkp.store import loader
from vnkp.text import fold, has_diacritics, normalize_keeping_accents

Value = tuple[str, str]


def language() -> Lang:
    """The language in which values are told about: that of the answer to come."""
    wanted = next(
        (
            os.environ[name]
            for name in ("VNKP_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
            if os.environ.get(name)
        ),
        "",
    )
    return "vi" if wanted.startswith("vi") else "en"


def _book() -> Book:
    """The store; an empty one when it is not in order, for the shell is no place to say so."""
    try:
        return loader.load()
    except VnkpError:
        return Book(schema=1)


def _words(*known: str) -> Callable[[str], list[Value]]:
    """A completer for a closed set of words."""
    return lambda begun: [(word, "") for word in known if word.startswith(begun)]


def kinds(begun: str) -> list[Value]:
    """Kinds of facts."""
    from vnkp.i18n.labels import KINDS, label

    return [
        (kind.value, label(KINDS[kind], language()))
        for kind in Kind
        if kind.value.startswith(begun)
    ]


def sides(begun: str) -> list[Value]:
    """Both sides, in either case."""
    from vnkp.i18n.labels import SIDES, label

    found = (
        (side, label(name, language()))
        for side, name in SIDES.items()
        if side.startswith(begun.upper())
    )
    return [(begun + side[len(begun) :], name) for side, name in found]


def facts(begun: str) -> list[Value]:
    """Ids of facts, with their titles."""
    vi = language() == "vi"
    return [
        (fact.id, fact.vi if vi else fact.en) for fact in _book().facts if fact.id.startswith(begun)
    ]


def sources(begun: str) -> list[Value]:
    """Ids of sources, with their titles."""
    return [(key, source.title) for key, source in _book().sources.items() if key.startswith(begun)]


def cited(begun: str) -> list[Value]:
    """Ids of facts, then of sources."""
    return facts(begun) + sources(begun)


def years(begun: str) -> list[Value]:
    """Decades and years in which facts began."""
    found = {fact.date.earliest.year for fact in _book().facts}
    known = sorted({f"{year // 10}0s" for year in found} | {f"{year:04}" for year in found})
    return [(year, "") for year in known if year.startswith(begun)]


def people(begun: str) -> list[Value]:
    """People, by any of their names."""
    return _spelt(begun, ((key, person.spellings) for key, person in _book().people.items()))


def places(begun: str) -> list[Value]:
    """Places, in either language."""
    return _spelt(begun, ((key, (place.en, place.vi)) for key, place in _book().places.items()))


def _spelt(begun: str, known: Iterable[tuple[str, tuple[str, ...]]]) -> list[Value]:
    """One value for each that is called so: its spelling, its id, or what was begun without case and marks, in that order."""
    found = []
    for key, spellings in known:
        ours = spellings[1 if language() == "vi" else 0]
        exact = next((name for name in (ours, *spellings) if name.startswith(begun)), None)
        if exact:
            found.append((exact, ours if exact != ours else key))
        elif key.startswith(begun):
            found.append((key, ours))
        else:
            found += [
                (value, ours) for value in (going_on(begun, name) for name in spellings) if value
            ][:1]
    return sorted(found)


def going_on(begun: str, spelling: str) -> str | None:
    """*begun*, gone on with as *spelling* does; None when that does not begin so. Without marks in it any will do.

    >>> going_on("kim nhat", "Kim Nhật Thành")
    'kim nhat thanh'
    """
    spell = normalize_keeping_accents if has_diacritics(begun) else fold
    head, whole = spell(begun), spell(spelling)
    return begun + whole[len(head) :] if whole.startswith(head) else None


def offices(begun: str) -> list[Value]:
    """Offices, in either language."""
    known = _book().offices.items()
    return _spelt(begun, ((key, (office.en, office.vi)) for key, office in known))


def items(begun: str) -> list[Value]:
    """Items that figures count, in either language."""
    return _spelt(begun, ((key, (item.en, item.vi)) for key, item in _book().items.items()))


# Who completes what: an option of one command, an option of all, or the argument of a command.
COMPLETERS: dict[str, Callable[[str], list[Value]]] = {
    "--in": years,
    "--since": years,
    "--until": years,
    "--kind": kinds,
    "--person": people,
    "--place": places,
    "--from": sides,
    "--to": sides,
    "--source": sources,
    "--office": offices,
    "--item": items,
    "--source-kind": _words(*SOURCE_KINDS),
    "--source-lang": _words(*SOURCE_LANGS),
    "--sort": _words(*(f"{sign}{order.value}" for order in Sort for sign in ("", "-"))),
    "--format": _words(*COMMON),
    "anniversaries --format": _words(*COMMON, "ics"),
    "--lang": _words("en", "vi"),
    "--color": _words("auto", "always", "never"),
    "--rank": _words(*(rank.value for rank in Rank if rank is not Rank.OTHER), "all"),
    "--by": _words(*(group.value for group in Group)),
    "aid --by": _words("item", "year", "decade", "giver"),
    "--style": _words(*STYLES),
    "year": years,
    "show": facts,
    "people": people,
    "sources": sources,
    "cite": cited,
}
