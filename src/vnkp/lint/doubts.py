"""What is allowed but doubtful: advice to those who keep the record."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from vnkp.clock import current_date
from vnkp.lint.mistakes import readings
from vnkp.lint.twins import find_twins
from vnkp.model.enums import Kind
from vnkp.model.facts import Book, Fact, Person, Place, Source
from vnkp.query.drafts.entry_drafts import plain_address
from vnkp.query.filters import keys_of
from vnkp.query.people import is_visitor
from vnkp.store.positions import Path
from vnkp.store.problems import Finding
from vnkp.text import fold, has_diacritics, without_possessives, words

# The codes of two letters of ISO 639-1, but for kr: Kanuri, of which nobody means to write here.
_LANGUAGES = (
    " aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da "
    "de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy "
    "hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko ks ku kv kw ky la lb lg "
    "li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or "
    "os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta "
    "te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "
)
# Codes of countries, and names, that are taken for those of languages.
_MEANT = {
    "vn": "vi", "vie": "vi", "vietnamese": "vi", "kr": "ko", "kp": "ko", "kor": "ko",
    "korean": "ko", "cn": "zh", "chi": "zh", "zho": "zh", "chinese": "zh", "jp": "ja",
    "jpn": "ja", "japanese": "ja", "us": "en", "gb": "en", "eng": "en",
    "english": "en", "rus": "ru", "russian": "ru", "fra": "fr", "french": "fr", "cz": "cs",
    "dk": "da", "deu": "de", "ger": "de", "german": "de",
}  # fmt: skip
_ANNOUNCED = dt.timedelta(31)
_MAX_YEARS_AHEAD = 10  # an older source is not even background
_URL = re.compile(r"https?://[\w-]+(?:\.[\w-]+)+(?::[0-9]+)?(?:[/?#]\S*)?", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"n/a|na|none|null|nil|unknown|tbd|todo|tba|xxx|[?.…–—-]+|không|không có|không rõ|chưa rõ"
    "|chưa biết|trống"
)
_YEAR = re.compile(r"(?<![\w.,])(?:19|20)[0-9]{2}s?(?![\w%]|[.,][0-9])")
# Digits that are not those of a name or of a day: Boeing-707, K9, 60th, 1/5.
_NUMBER = re.compile(r"(?<![\w.,/-])[0-9]+(?:[.,][0-9]+)*(?![\w/-])")
_MIN_WORDS = 4  # shorter texts may be names that have no accents
_TOWN_WORDS = 2


def find_doubts(book: Book) -> Iterator[Finding]:
    """Everything in *book* that is allowed but doubtful."""
    today = current_date()
    addresses: dict[str, str] = {}
    for key, source in book.sources.items():
        yield from _source(key, source, addresses, today)
    for index, fact in enumerate(book.facts):
        path = ("fact", index)
        yield from _published_before(book, fact, path)
        yield from _participants(book, fact, path)
        yield from _dates_and_amounts(fact, path, today)
        yield from _repeated(fact, path)
        yield from _empty_texts(fact, path)
        yield from _titles(book, fact, path)
    yield from find_twins(book)


def _source(
    key: str, source: Source, addresses: dict[str, str], today: dt.date
) -> Iterator[Finding]:
    """What is doubtful in the source called *key*; *addresses* are those of the sources before."""
    path = ("source", key)
    if f" {source.lang} " not in _LANGUAGES:
        plain = source.lang.casefold()
        meant = plain if f" {plain} " in _LANGUAGES else _MEANT.get(plain)
        close = {"close": (meant,)} if meant else {}
        yield Finding((*path, "lang"), "unknown_source_language", code=source.lang, **close)
    if source.published and source.published.earliest > today:
        yield Finding((*path, "published"), "published_in_the_future", date=source.published.text)
    for name in ("title", "publisher", "via", "url"):
        text = getattr(source, name) or ""
        if _is_placeholder(text):
            yield Finding((*path, name), "placeholder", key=name, value=text)
        elif name == "url" and text and not _URL.fullmatch(text):
            yield Finding((*path, name), "no_address", value=text)
        elif name == "url" and text:
            other = addresses.setdefault(plain_address(text), key)
            if other != key:
                yield Finding((*path, name), "address_twice", other=other)
    is_described = source.title.startswith("(")  # in our words, not in those of the source
    if source.lang == "vi" and not is_described and _lacks_accents(source.title):
        yield Finding((*path, "title"), "no_accents", key="title")


def _published_before(book: Book, fact: Fact, path: Path) -> Iterator[Finding]:
    """Sources that cannot support *fact*, for they were published before it.

    An announcement may be cited: beside a later source, or if it is of the month before.
    """
    begins = fact.date.earliest
    dates = enumerate(book.sources[cite.source].published for cite in fact.cite)
    early = {
        number: date
        for number, date in dates
        if date and date.latest and date.latest + _ANNOUNCED < begins
    }
    are_all_early = len(early) == len(fact.cite)
    if are_all_early:  # the date of the fact is as likely the error, which is reported once
        newest = max(early, key=lambda number: early[number].earliest)
        early = {newest: early[newest]}
    for number, date in early.items():
        if are_all_early or begins.year - date.earliest.year > _MAX_YEARS_AHEAD:
            source = fact.cite[number].source
            yield Finding(
                (*path, "cite", number, "source"),
                "published_before",
                source=source,
                published=date.text,
                date=fact.date.text,
            )


def _participants(book: Book, fact: Fact, path: Path) -> Iterator[Finding]:
    """Visitors without an office, and offices of another side than who held them."""
    for index, participant in enumerate(fact.people):
        where, person = (*path, "people", index), participant.who
        side = book.people[person].side
        is_visit = fact.kind is Kind.VISIT
        if is_visit and not participant.offices and is_visitor(book, fact, participant):
            yield Finding((*where, "who"), "visitor_without_office", person=person)
        for office in participant.offices:
            other = book.offices[office].side
            if other != side:
                values = {"person": person, "side": side, "office": office, "other": other}
                yield Finding((*where, "as"), "office_of_another_side", **values)


def _dates_and_amounts(fact: Fact, path: Path, today: dt.date) -> Iterator[Finding]:
    """An id of another year, dates still to come, and amounts of nothing."""
    year = fact.id[:4]  # no year where there are more problems than are gathered
    dates = [reading.date for reading in fact.readings if reading.date]
    if year.isdecimal() and not any(
        date.earliest.year <= int(year) <= date.last_day.year for date in dates
    ):
        yield Finding((*path, "id"), "id_of_another_year", year=year, date=fact.date.text)
    for where, reading in readings(fact, path):
        if reading.date and reading.date.earliest > today:
            yield Finding((*where, "date"), "date_in_the_future", date=reading.date.text)
        if reading.figure and reading.figure.value == 0:
            yield Finding((*where, "figure", "value"), "amount_of_nothing")


def _repeated(fact: Fact, path: Path) -> Iterator[Finding]:
    """People, places and citations that stand twice in one list."""
    tables = (("people", "person"), ("places", "place"))
    lists = [((*path, key), keys_of(fact, table)) for key, table in tables]
    for where, reading in readings(fact, path):
        cites = [f"{cite.source}, {cite.at}" if cite.at else cite.source for cite in reading.cite]
        lists.append(((*where, "cite"), cites))
    for where, names in lists:
        before: set[str] = set()
        for index, name in enumerate(names):
            if name in before:
                yield Finding((*where, index), "named_twice", key=where[-1], name=name)
            before.add(name)


def _empty_texts(fact: Fact, path: Path) -> Iterator[Finding]:
    """Texts that say nothing, and Vietnamese without accents."""
    for where, text in _all_texts(fact):
        key = ".".join(part for part in where if isinstance(part, str) and part != "variant")
        if _is_placeholder(text):
            yield Finding((*path, *where), "placeholder", key=key, value=text)
        elif where[-1] == "vi" and _lacks_accents(text):
            yield Finding((*path, *where), "no_accents", key=key)


def _all_texts(fact: Fact) -> Iterator[tuple[Path, str]]:
    """The titles and notes of *fact*, and the places in its sources."""
    yield ("en",), fact.en
    yield ("vi",), fact.vi
    for where, reading in readings(fact, ()):
        if reading.note:
            yield (*where, "note", "en"), reading.note.en
            yield (*where, "note", "vi"), reading.note.vi
    for index, cite in enumerate(fact.cite):
        yield ("cite", index, "at"), cite.at or ""


def _is_placeholder(text: str) -> bool:
    """Whether *text* only says that nothing is known."""
    return bool(_PLACEHOLDER.fullmatch(text.strip().casefold()))


def _lacks_accents(text: str) -> bool:
    """Whether *text* is long enough to have Vietnamese accents and has none."""
    return len(re.findall(r"[^\W\d_]+", text)) >= _MIN_WORDS and not has_diacritics(text)


def _titles(book: Book, fact: Fact, path: Path) -> Iterator[Finding]:
    """Years and figures in titles, which have keys of their own; titles that name other things."""
    for lang, title in (("en", fact.en), ("vi", fact.vi)):
        if _YEAR.search(title):
            yield Finding((*path, lang), "title_with_year", lang=lang)
        elif fact.figure:
            amounts = {str(amount) for amount in fact.figure.bounds}
            unit = re.escape(getattr(book.units[fact.figure.unit], lang))
            counted = re.search(rf"[0-9] {unit}(?!\w)", title, re.IGNORECASE)
            if counted or _numbers(title) & amounts:
                yield Finding((*path, lang), "title_with_figure", lang=lang)
    for en, vi, in_english, in_vietnamese in _names_in_titles(book, fact):
        if in_english != in_vietnamese:
            lang, other, name = ("vi", "en", en) if in_english else ("en", "vi", vi)
            yield Finding((*path, lang), "titles_unlike", lang=lang, other=other, name=name)


def _names_in_titles(book: Book, fact: Fact) -> Iterator[tuple[str, str, bool, bool]]:
    """People, towns and numbers in both languages, and whether the title in each has them."""
    titles = [f" {_spaced(title)} " for title in (fact.en, fact.vi)]
    # Sites are paraphrased: the Núi Béo coal mine in Quảng Ninh, mỏ than Núi Béo (Quảng Ninh).
    places = [book.places[place] for place in fact.places]
    towns = [place for place in places if not place.within and len(place.en.split()) <= _TOWN_WORDS]
    people = [book.people[participant.who] for participant in fact.people]
    entries: list[Person | Place] = [*people, *towns]
    for entry in dict.fromkeys(entries):
        spellings = [f" {_spaced(spelling)} " for spelling in entry.spellings]
        in_english, in_vietnamese = (
            any(spelling in title for spelling in spellings) for title in titles
        )
        yield entry.en, entry.vi, in_english, in_vietnamese
    english, vietnamese = _numbers(fact.en), _numbers(fact.vi)
    for number in sorted(english | vietnamese):
        yield number, number, number in english, number in vietnamese


def _numbers(title: str) -> set[str]:
    """The numbers in *title* that are no years, without the separators of its language."""
    return {re.sub("[.,]", "", number) for number in _NUMBER.findall(_YEAR.sub("", title))}


def _spaced(text: str) -> str:
    return " ".join(words(without_possessives(text), fold))
