"""Advice on titles and notes: what belongs elsewhere, and what one language lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnkp.model.facts import Book, Fact, Person, Place
from vnkp.model.fields import BilingualText
from vnkp.store.positions import Path
from vnkp.store.problems import Finding
from vnkp.text import fold, has_diacritics, without_possessives, words

_PLACEHOLDER = re.compile(
    r"n/a|na|none|null|nil|unknown|tbd|todo|tba|xxx|[?.…–—-]+|không|không có|không rõ|chưa rõ"
    "|chưa biết|trống"
)
_YEAR = re.compile(r"(?<![\w.,])(?:19|20)[0-9]{2}s?(?![\w%]|[.,][0-9])")
# Digits that are not those of a name or of a day: Boeing-707, K9, 60th, 1/5.
_NUMBER = re.compile(r"(?<![\w.,/-])[0-9]+(?:[.,][0-9]+)*(?![\w/-])")
_MIN_WORDS = 4  # shorter texts may be names that have no accents
_TOWN_WORDS = 2


def text_advice(book: Book, fact: Fact, path: Path) -> Iterator[Finding]:
    """What is doubtful about the texts of *fact*."""
    texts: list[tuple[Path, str]] = [(("en",), fact.en), (("vi",), fact.vi)]
    notes: list[tuple[Path, BilingualText | None]] = [(("note",), fact.note)]
    notes += [
        (("variant", index, "note"), variant.note) for index, variant in enumerate(fact.variants)
    ]
    for where, note in notes:
        if note:
            texts += [((*where, "en"), note.en), ((*where, "vi"), note.vi)]
    for index, cite in enumerate(fact.cite):
        if cite.at:
            texts.append((("cite", index, "at"), cite.at))
    for where, text in texts:
        key = ".".join(part for part in where if isinstance(part, str) and part != "variant")
        if is_placeholder(text):
            yield Finding((*path, *where), "placeholder", {"key": key, "value": text})
        elif where[-1] == "vi" and lacks_accents(text):
            yield Finding((*path, *where), "no_accents", {"key": key})
    yield from _figures(book, fact, path)
    yield from _names(book, fact, path)


def is_placeholder(text: str) -> bool:
    """Whether *text* only says that nothing is known."""
    return bool(_PLACEHOLDER.fullmatch(text.strip().casefold()))


def lacks_accents(text: str) -> bool:
    """Whether *text* is long enough to have Vietnamese accents and has none."""
    return len(re.findall(r"[^\W\d_]+", text)) >= _MIN_WORDS and not has_diacritics(text)


def _figures(book: Book, fact: Fact, path: Path) -> Iterator[Finding]:
    """Years and figures in titles, which have keys of their own."""
    for lang, title in (("en", fact.en), ("vi", fact.vi)):
        year = _YEAR.search(title)
        if year:
            yield Finding((*path, lang), "title_with_year", {"lang": lang})
        elif fact.figure:
            amounts = {str(amount) for amount in fact.figure.bounds}
            unit = re.escape(getattr(book.units[fact.figure.unit], lang))
            counted = re.search(rf"[0-9] {unit}(?!\w)", title, re.IGNORECASE)
            if counted or _digits(title) & amounts:
                yield Finding((*path, lang), "title_with_figure", {"lang": lang})


def _names(book: Book, fact: Fact, path: Path) -> Iterator[Finding]:
    """People, places and numbers that the title in one language names and the other does not."""
    titles = {"en": f" {_words(fact.en)} ", "vi": f" {_words(fact.vi)} "}
    named = [book.people[participant.who] for participant in fact.people]
    # Sites are paraphrased: the Núi Béo coal mine in Quảng Ninh, mỏ than Núi Béo (Quảng Ninh).
    towns = [book.places[place] for place in fact.places if not book.places[place].within]
    short = [town for town in towns if len(town.en.split()) <= _TOWN_WORDS]
    entries: list[Person | Place] = [*named, *short]
    for entry in dict.fromkeys(entries):
        spellings = [f" {_words(spelling)} " for spelling in entry.spellings]
        has = {
            lang: any(spelling in title for spelling in spellings) for lang, title in titles.items()
        }
        if has["en"] != has["vi"]:
            yield _unlike(path, has, entry.en, entry.vi)
    numbers = {"en": _digits(fact.en), "vi": _digits(fact.vi)}
    for number in sorted(numbers["en"] ^ numbers["vi"]):
        yield _unlike(path, {lang: number in numbers[lang] for lang in numbers}, number, number)


def _digits(title: str) -> set[str]:
    """The numbers in *title* that are no years, without the separators of its language."""
    return {re.sub("[.,]", "", number) for number in _NUMBER.findall(_YEAR.sub("", title))}


def _unlike(path: Path, has: dict[str, bool], en: str, vi: str) -> Finding:
    lang, other = ("vi", "en") if has["en"] else ("en", "vi")
    name = en if other == "en" else vi
    return Finding((*path, lang), "titles_unlike", {"lang": lang, "other": other, "name": name})


def _words(text: str) -> str:
    return " ".join(words(without_possessives(text), fold))
