"""The rules on what lies in what: parts in wholes, places in larger places."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from vnkp.model.facts import Book
from vnkp.model.fields import MAX_PLACES_AROUND
from vnkp.store.positions import Path
from vnkp.store.problems import Finding, Values

# A part of a part of a part …: a whole that is further up than this is a slip.
MAX_LEVELS = 8
# Weighing a fact against its wholes takes the square of their number.
MAX_WHOLES = 24


def deep_places(places: Mapping[str, Values]) -> Iterator[Finding]:
    """Places that lie in themselves, or in too many others, one around the other."""
    for key in places:
        around: list[str] = []
        name: str | None = key
        while name and len(around) <= MAX_PLACES_AROUND + 1:
            name = (places.get(name) or {}).get("within")
            around += [name] if name else []
        if key in around:
            yield Finding(("place", key, "within"), "place_in_itself")
        elif len(around) > MAX_PLACES_AROUND:
            yield Finding(("place", key, "within"), "place_too_deep", {"limit": MAX_PLACES_AROUND})


def unknown_wholes(
    wholes: Mapping[str, Sequence[str]],
    indexes: Mapping[str, int],
    raw: Values,
    base: Book | None,
    misplaced: Container[str],
) -> Iterator[Finding]:
    """Wholes that are no fact, once each; those that are *misplaced* have been reported."""
    if all(whole in indexes for above in wholes.values() for whole in above):
        return
    ids = [fact.get("id") for fact in raw["fact"] if isinstance(fact, dict)]
    known = {name: name for name in ids if isinstance(name, str)}
    known.update((fact.id, fact.id) for fact in (base.facts if base else ()))
    unknown: dict[str, list[Path]] = {}
    for name, above in wholes.items():
        for index, whole in enumerate(above):
            if whole not in known and whole not in misplaced:
                unknown.setdefault(whole, []).append(("fact", indexes[name], "part_of", index))
    for whole, paths in unknown.items():
        code = "unknown_whole" if len(paths) == 1 else "unknown_whole_often"
        yield Finding(paths[0], code, {"id": whole, "count": len(paths)}, whole, known)


def part_levels(
    wholes: Mapping[str, Sequence[str]], indexes: Mapping[str, int]
) -> Iterator[Finding]:
    """Parts of themselves, and parts that have too many wholes above them."""
    levels = _levels(wholes)
    circle = _circle(wholes, levels)
    unique = {name: list(dict.fromkeys(above)) for name, above in wholes.items()}
    for name in wholes:
        path = ("fact", indexes[name], "part_of")
        if name in circle:
            around = tuple(whole for whole in wholes[name] if whole != name and whole in circle)
            code = "part_of_itself_through" if around else "part_of_itself"
            yield Finding(path, code, {"wholes": around})
        elif levels.get(name, 0) > MAX_LEVELS:
            values = {"level": str(levels[name]), "limit": str(MAX_LEVELS)}
            yield Finding(path, "too_many_levels", values)
        elif _has_too_many_wholes(name, unique):
            yield Finding(path, "too_many_wholes", {"limit": str(MAX_WHOLES)})


def _has_too_many_wholes(name: str, wholes: Mapping[str, Sequence[str]]) -> bool:
    """Whether more than `MAX_WHOLES` are above the fact called *name*, directly or not."""
    above: dict[str, None] = {}
    todo = [name]
    while todo and len(above) <= MAX_WHOLES:
        new = [
            whole for whole in wholes.get(todo.pop(), ())[: MAX_WHOLES + 1] if whole not in above
        ]
        above.update(dict.fromkeys(new))
        todo += new
    return len(above) > MAX_WHOLES


def _levels(wholes: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """How many wholes are above each fact, at most; a fact in or below a circle has no level.

    A fact gets its level when all its wholes have theirs:
        c part of b, b part of a:  a 0, b 1, c 2
        p part of q, q part of p:  none, for each waits for the other
        r part of p:               none, for it waits for p
    """
    parts: dict[str, list[str]] = {}
    for name, above in wholes.items():
        for whole in above:
            parts.setdefault(whole, []).append(name)
    waiting = {name: len(above) for name, above in wholes.items()}
    ready = [whole for whole in parts if not waiting.get(whole)]
    levels = dict.fromkeys(ready, 0)
    while ready:
        whole = ready.pop()
        for part in parts.get(whole, ()):
            waiting[part] -= 1
            levels[part] = max(levels.get(part, 0), levels[whole] + 1)
            if not waiting[part]:
                ready.append(part)
    return {name: level for name, level in levels.items() if not waiting.get(name)}


def _circle(wholes: Mapping[str, Sequence[str]], levels: Mapping[str, int]) -> set[str]:
    """The facts without a level that have circles above and below them: those on a circle.

    Below, the same is done upside down: r has no part, so it gets a level and is let go.
    """
    parts: dict[str, list[str]] = {name: [] for name in wholes if name not in levels}
    for name in parts:
        for whole in wholes[name]:
            if whole in parts:
                parts[whole].append(name)
    return parts.keys() - _levels(parts).keys()
