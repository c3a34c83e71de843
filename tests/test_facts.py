"""The real record: every fact by itself, the store as a whole, and what the two first
articles say."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

import msgspec
import pytest

import vnkp
from tests.conftest import STORE
from vnkp import Book, Fact, Figure, Kind
from vnkp.model import edtf
from vnkp.model.enums import Qualifier
from vnkp.model.fields import TITLE_LENGTH, Number
from vnkp.text import fold

FACTS = {fact.id: fact for fact in vnkp.load(STORE, cached=False).facts}
ORDER = list(FACTS)


def texts(value: Any) -> Iterator[str]:
    """Every text within *value*."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for one in value.values() for text in texts(one))
    elif isinstance(value, list | tuple):
        yield from (text for one in value for text in texts(one))


def is_tidy(text: str) -> bool:
    """NFC, no space too many, and nothing that steers a terminal."""
    steers = any(
        unicodedata.category(char) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp") for char in text
    )
    return unicodedata.is_normalized("NFC", text) and text == " ".join(text.split()) and not steers


# Every fact by itself


@pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS)
def test_fact(record: Book, fact: Fact) -> None:
    assert [text for text in texts(msgspec.to_builtins(fact)) if not is_tidy(text)] == []
    assert fact.id.startswith(f"{fact.date.earliest.year:04}-")
    assert_title(fact.en)
    assert_title(fact.vi)
    assert fact.en != fact.vi
    for note in (fact.note, *(variant.note for variant in fact.variants)):
        assert note is None or (
            note.en != note.vi and note.en.endswith(".") and note.vi.endswith(".")
        )
    assert_directed(fact)
    assert_resolved(record, fact)
    assert_parts_within(fact)
    assert_variants_differ(fact)


def test_facts_are_in_the_order_of_their_dates(record: Book) -> None:
    ordered = [(edtf.order(fact.date), fact.id) for fact in record.facts]
    assert ordered == sorted(set(ordered))


def assert_title(title: str) -> None:
    assert len(title) <= TITLE_LENGTH
    assert not title.endswith((".", " ", ":", ";", ","))
    assert not re.search(r"(?<![0-9])(?:1[89]|20)[0-9]{2}(?![0-9])", title), (
        "a year belongs to the date"
    )
    assert title[0].isupper() or title[0].isdigit()


def assert_directed(fact: Fact) -> None:
    if fact.kind in (Kind.VISIT, Kind.AID, Kind.TRADE):
        assert fact.between or (fact.from_ and fact.to)
    if fact.between:
        assert fact.from_ is fact.to is None
    elif fact.from_:
        assert fact.from_ != fact.to


def assert_resolved(record: Book, fact: Fact) -> None:
    """Whatever the fact names is there, and nothing is named twice."""
    figures = [
        figure for figure in (fact.figure, *(variant.figure for variant in fact.variants)) if figure
    ]
    who = [one.who for one in fact.people]

    assert set(who) <= set(record.people)
    assert {office for person in fact.people for office in person.offices} <= set(record.offices)
    assert set(fact.places) <= set(record.places)
    assert {figure.unit for figure in figures} <= set(record.units)
    assert {figure.of for figure in figures} <= set(record.items)
    assert {cite.source for cite in fact.all_cites} <= set(record.sources)
    for participant in fact.people:
        side = record.people[participant.who].side
        assert {record.offices[office].side for office in participant.offices} <= {side}
    for listed in (
        who,
        fact.places,
        fact.part_of,
        fact.cite,
        *(variant.cite for variant in fact.variants),
    ):
        assert [one for one, times in Counter(listed).items() if times > 1] == []
    if fact.kind is Kind.VISIT:
        sides = {fact.from_} if fact.from_ else {"VN", "KP"}
        assert any(record.people[one].side in sides for one in who)


def assert_parts_within(fact: Fact) -> None:
    for whole in (FACTS[name] for name in fact.part_of):
        assert whole.date.earliest <= fact.date.earliest
        assert (fact.date.latest or dt.date.max) <= (whole.date.latest or dt.date.max)


def assert_variants_differ(fact: Fact) -> None:
    readings = [(fact.date, fact.figure, fact.note)]
    for variant in fact.variants:
        assert variant.date or variant.figure or variant.note
        assert variant.date != fact.date
        assert variant.figure is None or variant.figure != fact.figure
        reading = (
            variant.date or fact.date,
            variant.figure or fact.figure,
            variant.note or fact.note,
        )
        assert reading not in readings
        readings.append(reading)


# The store as a whole


def test_no_entry_is_unused(record: Book) -> None:
    facts = record.facts
    figures = [
        figure
        for fact in facts
        for figure in (fact.figure, *(variant.figure for variant in fact.variants))
        if figure
    ]
    people = [participant for fact in facts for participant in fact.people]
    places = {place for fact in facts for place in fact.places}
    wider_places = {place.within for place in record.places.values() if place.within}
    writers = {source.publisher for source in record.sources.values()}
    carriers = {source.via for source in record.sources.values() if source.via}

    assert set(record.people) == {participant.who for participant in people}
    assert set(record.offices) == {
        office for participant in people for office in participant.offices
    }
    assert set(record.places) == places | wider_places
    assert set(record.sources) == {cite.source for fact in facts for cite in fact.all_cites}
    assert set(record.publishers) <= writers | carriers
    assert set(record.units) == {figure.unit for figure in figures}
    assert set(record.items) == {figure.of for figure in figures}


def namesakes(record: Book) -> dict[str, set[str]]:
    """The people of every spelling, by the spelling as it is compared."""
    owners: dict[str, set[str]] = {}
    for key, person in record.people.items():
        for spelling in person.spellings:
            owners.setdefault(fold(spelling).replace(" ", ""), set()).add(key)
    return owners


def test_two_people_of_one_spelling_are_told_apart_by_their_notes(record: Book) -> None:
    for keys in namesakes(record).values():
        notes = [record.people[key].note for key in keys]
        assert len(keys) == 1 or (all(notes) and len(set(notes)) == len(keys))


def test_no_two_sources_share_an_address(record: Book) -> None:
    urls = Counter(source.url for source in record.sources.values() if source.url)

    assert [url for url, times in urls.items() if times > 1] == []
    assert [url for url in urls if not re.fullmatch(r"https?://[^\s/]+(/\S*)?", url or "")] == []


@pytest.mark.parametrize("table", ["people", "places", "offices", "sources", "units", "items"])
def test_the_texts_of_every_table_are_tidy(record: Book, table: str) -> None:
    assert [
        text for text in texts(msgspec.to_builtins(getattr(record, table))) if not is_tidy(text)
    ] == []


def test_the_store_is_toml_1_0() -> None:
    tomllib = pytest.importorskip("tomllib", reason="Python 3.10 has no reader of TOML 1.0")
    read = tomllib.loads(STORE.read_text(encoding="utf-8"), parse_float=Decimal)

    assert [fact["id"] for fact in read["fact"]] == ORDER


def test_the_store_is_plain_utf_8() -> None:
    data = STORE.read_bytes()

    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert not data.endswith(b"\n\n")
    assert unicodedata.is_normalized("NFC", data.decode())


# What the two articles say


class Told(NamedTuple):
    """One statement of an article: where it stands, and the fact that holds it."""

    at: int | str
    fact: str
    date: str
    figure: Figure | None = None
    who: tuple[str, ...] = ()
    part_of: str | None = None
    note: str = ""


def amount(value: Number, unit: str, of: str, qualifier: str = "exact") -> Figure:
    return Figure(unit, of, value=value, qualifier=Qualifier(qualifier))


HO, KIM = "ho-chi-minh", "kim-il-sung"
RI, MINH = "ri-yong-ho", "pham-binh-minh"
RI_VISIT = "2018-ri-yong-ho-in-vietnam"
KHU_VISIT = "2008-bui-xuan-khu-in-the-dprk"
LUONG_VISIT = "2002-tran-duc-luong-in-the-dprk"

VTC = [
    Told(1, "1950-diplomatic-ties", "1950-01-31"),
    Told(
        1,
        "1950-third-country-with-ties",
        "1950-01-31",
        note="the Soviet Union first and China second",
    ),
    Told(2, "1957-ho-chi-minh-in-the-dprk", "1957-07-08/1957-07-12", who=(HO,)),
    Told(2, "1961-pham-van-dong-in-the-dprk", "1961-06", who=("pham-van-dong",)),
    Told(2, "1988-vo-chi-cong-in-the-dprk", "1988-09-09", who=("vo-chi-cong",)),
    Told(
        2,
        "1988-vo-chi-cong-at-national-day",
        "1988-09-09",
        who=("vo-chi-cong",),
        part_of="1988-vo-chi-cong-in-the-dprk",
    ),
    Told(2, "1958-kim-il-sung-in-vietnam", "1958-11-27/1958-12-03", who=(KIM,)),
    Told(2, "2001-kim-yong-nam-in-vietnam", "2001-07-11/2001-07-14", who=("kim-yong-nam",)),
    Told(
        3, "1966-dprk-air-unit-in-vietnam", "1966/1969", amount(100, "people", "servicemen", "over")
    ),
    Told(
        3,
        "1965-dprk-airmen-killed-in-vietnam",
        "1965-09/1968",
        amount(14, "people", "airmen-killed"),
        note="pilots",
    ),
    Told(3, "1965-dprk-airmen-buried-in-bac-giang", "1965-09/1968", note="memorial"),
    Told(
        4,
        "2010-ma-chol-su-opens-friendship-exhibition",
        "2010",
        who=("ma-chol-su",),
        note="against imperialism",
    ),
    Told(6, "1995-rice-for-the-dprk", "1995", amount(100, "tonne", "rice")),
    Told(6, "1997-rice-for-the-dprk", "1997", amount(13_000, "tonne", "rice")),
    Told(6, "2000-rice-for-the-dprk", "2000/2012", amount(22_700, "tonne", "rice")),
    Told(6, "2000-rubber-for-the-dprk", "2000/2012", amount(5, "tonne", "rubber")),
    Told(6, "2000-money-for-the-dprk", "2000/2012", amount(50_000, "USD", "money")),
    Told(8, "2009-exports-to-the-dprk", "2009", amount(16_500_000, "USD", "goods", "nearly")),
    Told(8, "2010-exports-to-the-dprk", "2010", amount(16_000_000, "USD", "goods", "over")),
    Told(8, "2011-exports-to-the-dprk", "2011", amount(18_000_000, "USD", "goods")),
    Told(9, KHU_VISIT, "2008", who=("bui-xuan-khu",)),
    Told(
        9,
        "2008-memoranda-on-mining",
        "2008",
        amount(5, "documents", "documents-signed"),
        part_of=KHU_VISIT,
    ),
    Told(9, "2008-oil-gas-and-farm-experts-exchanged", "2008%"),
    Told(10, "2010-dprk-officials-seek-cooperation", "2010", note="3D animation"),
    Told(11, "1960-vietnamese-students-trained-in-the-dprk", "1960/1973~", note="hundreds"),
    Told(11, "2001-troupes-at-the-april-spring-festival", "2001?/2019-02?"),
    Told(12, "2011-sport-agreement", "2011-09"),
    Told(12, "2012-culture-plan", "2012/2014"),
    Told(
        12,
        "2011-ho-chi-minh-exhibition-in-the-dprk",
        "[2011..2014]",
        note="liberator of his nation and man of culture",
    ),
    Told(13, RI_VISIT, "2018-11-29/2018-12-02", who=(RI, MINH)),
    Told(
        13,
        "2018-pham-binh-minh-on-ties-with-the-dprk",
        "2018-11-30?",
        who=(MINH, RI),
        part_of=RI_VISIT,
        note="law",
    ),
    Told(
        14,
        "2018-vietnam-offers-to-share-development-experience",
        "2018-11-30?",
        who=(MINH, RI),
        part_of=RI_VISIT,
    ),
    Told(
        15,
        "2018-ri-yong-ho-on-ties-with-vietnam",
        "2018-11-30?",
        who=(RI, MINH),
        part_of=RI_VISIT,
        note="new circumstances",
    ),
    Told(
        16,
        "2018-agreement-to-work-together-in-un-nam-and-arf",
        "2018-11-30",
        part_of=RI_VISIT,
        note="Non-Aligned",
    ),
    Told(17, "2019-hanoi-chosen-for-the-kim-trump-summit", "2019-02-08", note="one of the reasons"),
    Told(
        17,
        "2019-hanoi-summit",
        "2019-02-27/2019-02-28",
        who=("kim-jong-un", "donald-trump"),
        note="denuclearisation",
    ),
]

THOI_DAI = [
    Told(1, LUONG_VISIT, "2002-05-02/2002-05-05", who=("tran-duc-luong",)),
    Told(
        1,
        "2002-kim-jong-il-meets-tran-duc-luong",
        "2002-05-04",
        who=("tran-duc-luong", "kim-jong-il"),
        part_of=LUONG_VISIT,
        note="photograph",
    ),
    Told(
        2, "2002-kim-jong-il-meets-tran-duc-luong", "2002-05-04", note="first summit of the century"
    ),
    Told(
        3,
        "2002-tran-duc-luong-at-kumsusan",
        "[2002-05-02..2002-05-05]",
        part_of=LUONG_VISIT,
        note="visitors' book",
    ),
    Told(
        4,
        "2019-kim-jong-un-in-vietnam",
        "2019-03-01/2019-03-02",
        who=("kim-jong-un",),
        note="goodwill",
    ),
    Told(4, "2022-anniversary-of-kim-jong-uns-visit", "2022", note="comradely and strategic"),
    Told(5, "1957-ho-chi-minh-in-the-dprk", "1957-07-08/1957-07-12"),
    Told(5, "1957-first-meeting-of-ho-chi-minh-and-kim-il-sung", "1957-07-08~", who=(HO, KIM)),
    Told(5, "2022-anniversary-of-the-first-leaders-meeting", "2022", note="65 years"),
    Told(5, "2022-anniversary-of-the-tran-duc-luong-meeting", "2022-05", note="20 years"),
    Told(5, "2007-nong-duc-manh-in-the-dprk", "2007-10-16/2007-10-18", who=("nong-duc-manh",)),
    Told(
        5,
        "2007-kim-jong-il-and-nong-duc-manh-hold-talks",
        "2007-10-17",
        who=("nong-duc-manh", "kim-jong-il"),
    ),
    Told(5, "2022-anniversary-of-the-nong-duc-manh-meeting", "2022", note="15 years"),
    Told(5, "2022-anniversary-of-kim-jong-uns-visit", "2022", note="three years"),
    Told(8, "2022-anniversary-of-the-tran-duc-luong-meeting", "2022-05", note="handed on"),
    Told(
        "first box",
        "2022-pham-quang-hieu-at-the-dprk-embassy",
        "2022-04~",
        who=("pham-quang-hieu",),
        note="110th",
    ),
    Told("second box", "2022-photographs-of-kim-il-sungs-visit", "2022-04~", note="110th"),
]

ARTICLES = {"vtcnews-2019-02": VTC, "thoidai-2022-05": THOI_DAI}
SEEDS = [(article, told) for article, statements in ARTICLES.items() for told in statements]


def stands_at(said: str | None, at: int | str) -> bool:
    """Whether *said*, as "paragraphs 5 to 8", takes in the place *at*."""
    if isinstance(at, str) or said is None:
        return (said or "").startswith(str(at))
    spread = re.sub(
        r"([0-9]+) to ([0-9]+)",
        lambda span: " ".join(map(str, range(int(span[1]), int(span[2]) + 1))),
        said,
    )
    return said.startswith("paragraph") and str(at) in re.findall("[0-9]+", spread)


@pytest.mark.parametrize(
    ("seed", "told"), SEEDS, ids=[f"{seed}-{told.at}-{told.fact}" for seed, told in SEEDS]
)
def test_what_the_articles_say_is_in_the_record_with_its_paragraph(seed: str, told: Told) -> None:
    fact = FACTS[told.fact]
    variants = [
        variant for variant in fact.variants if seed in [cite.source for cite in variant.cite]
    ]
    cites = [cite for cite in fact.all_cites if cite.source == seed]
    notes = [note.en for note in (fact.note, *(variant.note for variant in variants)) if note]

    assert any(stands_at(cite.at, told.at) for cite in cites)
    assert told.date in [
        fact.date.text,
        *(variant.date.text for variant in variants if variant.date),
    ]
    assert told.figure is None or told.figure in [
        fact.figure,
        *(variant.figure for variant in variants),
    ]
    assert set(told.who) <= {one.who for one in fact.people}
    assert told.part_of is None or told.part_of in fact.part_of
    assert told.note in " ".join(notes)


def test_the_articles_are_never_cited_without_the_place(record: Book) -> None:
    places = {
        (fact.id, cite.at)
        for fact in record.facts
        for cite in fact.all_cites
        if cite.source in ARTICLES
    }

    assert [
        (name, at)
        for name, at in places
        if not re.match("paragraphs? [0-9]|first box|second box", at or "")
    ] == []


def test_one_statement_with_rice_rubber_and_money_is_three_facts() -> None:
    figures = [
        fact.figure
        for fact in FACTS.values()
        if fact.date.text == "2000/2012" and fact.kind is Kind.AID
    ]

    assert sorted((figure.of, figure.value) for figure in figures if figure) == [
        ("money", 50_000),
        ("rice", 22_700),
        ("rubber", 5),
    ]
