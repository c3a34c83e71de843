"""Prose in both languages, side by side: dates, amounts, the names of closed sets, and
what the program itself says."""

from __future__ import annotations

import ast
import calendar
import re
import string
import unicodedata
from decimal import Decimal
from enum import Enum
from pathlib import Path

import pytest

import vnkp
from vnkp.i18n import dates, labels, messages, numbers
from vnkp.i18n.dates import times
from vnkp.i18n.messages import say
from vnkp.model import edtf
from vnkp.model.enums import ExclusionReason, Kind, Qualifier, Rank, SourceKind, Stage, Terms
from vnkp.model.facts import Book, Figure
from vnkp.model.fields import BilingualText, Lang, Number
from vnkp.model.time_window import Overlap
from vnkp.query.time_reading import time_reader

DATES = [
    # EDTF, short in English and Vietnamese, long in English and Vietnamese
    ("1958-11-27", "27 Nov 1958", "27/11/1958", "27 November 1958", "ngày 27/11/1958"),
    ("1958-02-01", "1 Feb 1958", "1/2/1958", "1 February 1958", "ngày 1/2/1958"),
    ("1958-11", "Nov 1958", "11/1958", "November 1958", "tháng 11/1958"),
    ("1958", "1958", "1958", "1958", "năm 1958"),
    ("195X", "1950s", "thập niên 1950", "the 1950s", "thập niên 1950"),
    # marks
    (
        "1957-07-08~",
        "c. 8 Jul 1957",
        "khoảng 8/7/1957",
        "about 8 July 1957",
        "khoảng ngày 8/7/1957",
    ),
    ("1958-11~", "c. Nov 1958", "khoảng 11/1958", "about November 1958", "khoảng tháng 11/1958"),
    ("1958?", "1958?", "1958?", "1958 (uncertain)", "năm 1958 (chưa chắc chắn)"),
    (
        "1958%",
        "c. 1958?",
        "khoảng 1958?",
        "about 1958 (uncertain)",
        "khoảng năm 1958 (chưa chắc chắn)",
    ),
    ("195X~", "c. 1950s", "khoảng thập niên 1950", "about the 1950s", "khoảng thập niên 1950"),
    # spans of days
    (
        "1957-07-08/1957-07-12",
        "8–12 Jul 1957",
        "8–12/7/1957",
        "8–12 July 1957",
        "từ 8 đến 12/7/1957",
    ),
    (
        "1958-11-27/1958-12-03",
        "27 Nov – 3 Dec 1958",
        "27/11–3/12/1958",
        "27 November – 3 December 1958",
        "từ 27/11 đến 3/12/1958",
    ),
    (
        "1958-12-27/1959-01-03",
        "27 Dec 1958 – 3 Jan 1959",
        "27/12/1958 – 3/1/1959",
        "27 December 1958 – 3 January 1959",
        "từ ngày 27/12/1958 đến ngày 3/1/1959",
    ),
    # spans of months and years
    (
        "1966-10/1966-11",
        "Oct – Nov 1966",
        "tháng 10–11/1966",
        "October – November 1966",
        "từ tháng 10 đến 11/1966",
    ),
    (
        "1966-12/1967-01",
        "Dec 1966 – Jan 1967",
        "12/1966 – 1/1967",
        "December 1966 – January 1967",
        "từ tháng 12/1966 đến tháng 1/1967",
    ),
    ("2000/2012", "2000–2012", "2000–2012", "2000–2012", "2000–2012"),
    (
        "195X/196X",
        "1950s – 1960s",
        "thập niên 1950 – thập niên 1960",
        "the 1950s – the 1960s",
        "từ thập niên 1950 đến thập niên 1960",
    ),
    # mixed spans
    (
        "1965-09/1968",
        "Sep 1965 – 1968",
        "từ 9/1965 đến 1968",
        "September 1965 – 1968",
        "từ tháng 9/1965 đến năm 1968",
    ),
    (
        "1958-11-27/1958-12",
        "27 Nov – Dec 1958",
        "từ 27/11/1958 đến 12/1958",
        "27 November – December 1958",
        "từ ngày 27/11/1958 đến tháng 12/1958",
    ),
    (
        "1958-11/1958-12-03",
        "Nov – 3 Dec 1958",
        "từ 11/1958 đến 3/12/1958",
        "November – 3 December 1958",
        "từ tháng 11/1958 đến ngày 3/12/1958",
    ),
    (
        "1960/196X",
        "1960 – 1960s",
        "1960 – thập niên 1960",
        "1960 – the 1960s",
        "từ năm 1960 đến thập niên 1960",
    ),
    # spans with marks
    (
        "1960/1973~",
        "1960 – c. 1973",
        "1960 – khoảng 1973",
        "1960 – about 1973",
        "từ năm 1960 đến khoảng năm 1973",
    ),
    (
        "2022-02-10/2022-02-17~",
        "10 Feb 2022 – c. 17 Feb 2022",
        "10/2/2022 – khoảng 17/2/2022",
        "10 February 2022 – about 17 February 2022",
        "từ ngày 10/2/2022 đến khoảng ngày 17/2/2022",
    ),
    # spans of one date
    ("1958/1958", "1958", "1958", "1958", "năm 1958"),
    ("1958-11-27/1958-11-27", "27 Nov 1958", "27/11/1958", "27 November 1958", "ngày 27/11/1958"),
    # what goes on
    ("1992/..", "since 1992", "từ năm 1992", "since 1992", "từ năm 1992"),
    ("1992-05/..", "since May 1992", "từ tháng 5/1992", "since May 1992", "từ tháng 5/1992"),
    (
        "1992-05-03/..",
        "since 3 May 1992",
        "từ ngày 3/5/1992",
        "since 3 May 1992",
        "từ ngày 3/5/1992",
    ),
    ("1992~/..", "since c. 1992", "từ khoảng năm 1992", "since about 1992", "từ khoảng năm 1992"),
]


@pytest.mark.parametrize(
    ("text", "en", "vi", "long_en", "long_vi"), DATES, ids=[row[0] for row in DATES]
)
def test_a_date_reads_as_people_write_it(
    text: str, en: str, vi: str, long_en: str, long_vi: str
) -> None:
    when = edtf.parse(text)
    assert [dates.date(when, "en"), dates.date(when, "vi")] == [en, vi]
    assert [dates.date(when, "en", long=True), dates.date(when, "vi", long=True)] == [
        long_en,
        long_vi,
    ]


@pytest.mark.parametrize(
    ("text", "en", "vi"),
    [
        ("1958-11-27", "27 Nov", "27/11"),
        ("1958-11", "Nov", "tháng 11"),
        ("1958", "", ""),
        ("195X", "1950s", "thập niên 1950"),
        ("1958-11-27~", "c. 27 Nov", "khoảng 27/11"),
        ("1958-11-27/1958-12-03", "27 Nov – 3 Dec", "27/11–3/12"),
        ("1957-07-08/1957-07-12", "8–12 Jul", "8–12/7"),
        ("1966-10/1966-11", "Oct – Nov", "tháng 10–11"),
        ("1966-12/1967-01", "Dec 1966 – Jan 1967", "12/1966 – 1/1967"),
        ("1965-09/1968", "Sep 1965 – 1968", "từ 9/1965 đến 1968"),
        ("1992-05/..", "since May", "từ tháng 5"),
        ("1992/..", "since 1992", "từ năm 1992"),
    ],
)
def test_a_date_leaves_its_year_to_the_context_unless_it_runs_into_another(
    text: str, en: str, vi: str
) -> None:
    when = edtf.parse(text)
    assert [dates.date(when, "en", year=False), dates.date(when, "vi", year=False)] == [en, vi]


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_name(month: int) -> None:
    when, name = edtf.parse(f"1961-{month:02}"), calendar.month_name[month]
    assert [dates.date(when, "en"), dates.date(when, "en", long=True)] == [
        f"{name[:3]} 1961",
        f"{name} 1961",
    ]
    assert [dates.date(when, "vi"), dates.date(when, "vi", long=True)] == [
        f"{month}/1961",
        f"tháng {month}/1961",
    ]


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("long", [False, True])
def test_every_date_of_the_record_reads_as_one_line_without_a_loose_end(
    record: Book, lang: Lang, long: bool
) -> None:
    for fact in record.facts:
        shown = dates.date(fact.date, lang, long=long)
        assert shown == shown.strip()
        assert str(fact.date.earliest.year) in shown


@pytest.mark.parametrize(
    ("value", "en", "vi"),
    [
        (0, "0", "0"),
        (5, "5", "5"),
        (999, "999", "999"),
        (1_000, "1,000", "1.000"),
        (22_700, "22,700", "22.700"),
        (16_500_000, "16,500,000", "16.500.000"),
        (Decimal("0.5"), "0.5", "0,5"),
        (Decimal("16.50"), "16.50", "16,50"),
        (Decimal("1234567.25"), "1,234,567.25", "1.234.567,25"),
        (Decimal("1E+3"), "1,000", "1.000"),
        (Decimal("1E-7"), "0.0000001", "0,0000001"),
        (10**30, "1" + ",000" * 10, "1" + ".000" * 10),
    ],
)
def test_a_number_has_the_separators_of_its_language_and_keeps_every_digit(
    value: Number, en: str, vi: str
) -> None:
    assert [numbers.number(value, "en"), numbers.number(value, "vi")] == [en, vi]


def test_a_range_is_one_amount_when_both_ends_are() -> None:
    assert [numbers.span(5_000, 10_700, "en"), numbers.span(5_000, 10_700, "vi")] == [
        "5,000–10,700",
        "5.000–10.700",
    ]
    assert numbers.span(5_000, Decimal("5000.0"), "en") == "5,000"


BOOK = Book(
    schema=1,
    units={
        key: BilingualText(en=en, vi=vi)
        for key, en, vi in [
            ("t", "tonnes", "tấn"),
            ("USD", "US dollars", "USD"),
            ("people", "people", "người"),
            ("aircraft", "aircraft", "máy bay"),
            ("countries", "countries", "nước"),
            ("glass", "glass", "kính"),
            ("events", "kinds of event", "loại hoạt động"),
        ]
    },
    items={"rice": BilingualText(en="rice", vi="gạo")},
)


@pytest.mark.parametrize(
    ("unit", "amount", "en", "vi"),
    [
        ("t", 2, "tonnes", "tấn"),
        ("t", 1, "tonne", "tấn"),
        ("t", Decimal("1.0"), "tonne", "tấn"),
        ("t", Decimal("0.5"), "tonnes", "tấn"),
        ("t", 0, "tonnes", "tấn"),
        ("USD", 1, "US dollar", "USD"),
        ("people", 1, "person", "người"),
        ("aircraft", 1, "aircraft", "máy bay"),
        ("countries", 1, "country", "nước"),
        ("glass", 1, "glass", "kính"),
        ("events", 1, "kind of event", "loại hoạt động"),
    ],
)
def test_a_unit_is_in_the_singular_for_exactly_one(
    unit: str, amount: Number, en: str, vi: str
) -> None:
    assert [numbers.unit(unit, amount, BOOK, "en"), numbers.unit(unit, amount, BOOK, "vi")] == [
        en,
        vi,
    ]


@pytest.mark.parametrize(
    ("qualifier", "en", "vi"),
    [
        (Qualifier.EXACT, "5,000", "5.000"),
        (Qualifier.ABOUT, "about 5,000", "khoảng 5.000"),
        (Qualifier.NEARLY, "nearly 5,000", "gần 5.000"),
        (Qualifier.OVER, "over 5,000", "hơn 5.000"),
        (Qualifier.AT_LEAST, "at least 5,000", "ít nhất 5.000"),
        (Qualifier.UP_TO, "up to 5,000", "tối đa 5.000"),
    ],
)
def test_a_qualifier_stands_before_its_amount(qualifier: Qualifier, en: str, vi: str) -> None:
    shown = [numbers.qualified(5_000, 5_000, qualifier, lang) for lang in ("en", "vi")]
    assert shown == [en, vi]
    assert (
        numbers.amount(Figure(unit="t", of="rice", value=5_000, qualifier=qualifier), BOOK, "en")
        == f"{en} tonnes"
    )


@pytest.mark.parametrize(
    ("figure", "en", "vi"),
    [
        (Figure(unit="t", of="rice", value=22_700), "rice: 22,700 tonnes", "gạo: 22.700 tấn"),
        (Figure(unit="t", of="rice", value=1), "rice: 1 tonne", "gạo: 1 tấn"),
        (
            Figure(unit="USD", of="rice", low=Decimal("1.5"), high=2, qualifier=Qualifier.ABOUT),
            "rice: about 1.5–2 US dollars",
            "gạo: khoảng 1,5–2 USD",
        ),
        (Figure(unit="t", of="rice", low=0, high=1), "rice: 0–1 tonne", "gạo: 0–1 tấn"),
        (
            Figure(unit="t", of="rice", value=20_000, terms=Terms.CREDIT, stage=Stage.DELIVERED),
            "rice: 20,000 tonnes (on credit, delivered)",
            "gạo: 20.000 tấn (bán trả chậm, đã trao)",
        ),
        (
            Figure(
                unit="t",
                of="rice",
                value=2_000,
                terms=Terms.GIFT,
                stage=Stage.PLEDGED,
                qualifier=Qualifier.UP_TO,
            ),
            "rice: up to 2,000 tonnes (gift, pledged)",
            "gạo: tối đa 2.000 tấn (viện trợ không hoàn lại, mới cam kết)",
        ),
        (
            Figure(unit="t", of="rice", value=2_000, stage=Stage.PLEDGED),
            "rice: 2,000 tonnes (pledged)",
            "gạo: 2.000 tấn (mới cam kết)",
        ),
    ],
)
def test_a_figure_says_all_that_it_knows(figure: Figure, en: str, vi: str) -> None:
    assert [numbers.figure(figure, BOOK, "en"), numbers.figure(figure, BOOK, "vi")] == [en, vi]


TABLES: dict[str, type[Enum]] = {
    "KINDS": Kind,
    "KIND_TITLES": Kind,
    "RANKS": Rank,
    "QUALIFIERS": Qualifier,
    "TERMS": Terms,
    "STAGES": Stage,
    "SOURCE_KINDS": SourceKind,
    "OVERLAPS": Overlap,
    "EXCLUSION_REASONS": ExclusionReason,
}


@pytest.mark.parametrize("name", TABLES)
def test_every_table_over_a_closed_set_is_complete_and_tells_its_members_apart(name: str) -> None:
    table: dict[Enum, BilingualText] = getattr(labels, name)
    assert set(table) == set(TABLES[name])
    assert (
        len({text.en for text in table.values()})
        == len({text.vi for text in table.values()})
        == len(table)
    )
    for text in table.values():
        assert text.en == text.en.strip()
        assert text.vi == unicodedata.normalize("NFC", text.vi.strip())
        assert text.en != text.vi or text.en == "blog"


def test_no_table_over_a_closed_set_was_forgotten_here() -> None:
    tables = {
        name: table
        for name, table in vars(labels).items()
        if name.isupper() and isinstance(table, dict)
    }
    assert set(tables) - {"LANGUAGES", "SIDES"} == set(TABLES)


def test_every_language_of_a_source_has_a_name(record: Book) -> None:
    assert {source.lang for source in record.sources.values()} <= set(labels.LANGUAGES)
    assert [labels.language("vi", "en"), labels.language("vi", "vi")] == [
        "Vietnamese",
        "tiếng Việt",
    ]
    assert labels.language("tlh", "vi") == "tlh"


def test_both_sides_have_a_name() -> None:
    assert set(labels.SIDES) == {"VN", "KP"}


def fields(phrase: str) -> set[str]:
    """The names in braces of *phrase*."""
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name is not None}


PHRASES = messages._PHRASES


def test_a_phrase_is_whole_in_both_languages() -> None:
    for en, vi in PHRASES.values():
        for form in (*en.split("|"), *vi.split("|")):
            assert form, en
            assert form == unicodedata.normalize("NFC", form.strip())
            assert fields(form) == fields(en)
        assert en.count("|") <= 1
        assert "|" not in vi  # Vietnamese has no plural
        if "|" in en:
            assert "n" in fields(en)
        assert vi != en
        assert not words(en) & words(vi), "English left in a Vietnamese phrase"


def words(phrase: str) -> set[str]:
    """The words of *phrase* outside its braces and outside what it tells to type."""
    told = re.sub(r"vnkp [a-z]+|--(rank|format) [a-z]+|--[a-z]+(-[a-z]+)*|{[a-z]+}", " ", phrase)
    return {word for word in re.findall(r"[^\W\d_]+", told.lower()) if len(word) > 1}


def test_every_phrase_is_said_somewhere_and_every_phrase_said_is_there() -> None:
    source = Path(vnkp.__file__).parent
    written: set[str] = set()
    said: set[str] = set()
    beginnings: set[str] = set()  # of phrases whose ending is a value: f"visits_{rank}"
    for path in source.rglob("*.py"):
        if path.name in ("messages.py", "search_messages.py"):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                written.add(node.value)
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "say"
                and node.args
            ):
                said |= {
                    str(one.value)
                    for one in (node.args[0], *branches(node.args[0]))
                    if isinstance(one, ast.Constant)
                }
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                beginning = str(node.values[0].value)
                beginnings |= {beginning} if re.fullmatch("[a-z]+_", beginning) else set()
    ended = {phrase for phrase in PHRASES if phrase.startswith(tuple(beginnings))}
    assert set(PHRASES) <= written | ended
    assert said <= set(PHRASES)


def branches(key: ast.expr) -> list[ast.expr]:
    """The two keys of which an ``if`` chooses one."""
    return [key.body, key.orelse] if isinstance(key, ast.IfExp) else []


@pytest.mark.parametrize(
    ("n", "en", "vi"),
    [(0, "0 facts", "0 dữ kiện"), (1, "1 fact", "1 dữ kiện"), (2, "2 facts", "2 dữ kiện")],
)
def test_a_counted_phrase_is_in_the_singular_for_one_alone(n: int, en: str, vi: str) -> None:
    assert [say("counted_facts", "en", n=n), say("counted_facts", "vi", n=n)] == [en, vi]


def test_what_is_filled_into_a_phrase_is_never_taken_for_a_field_or_a_plural() -> None:
    assert say("nothing_in", "en", when="{n}|x") == "nothing found in {n}|x"
    assert (
        say("clean", "vi", file="a|{b}.toml", facts="1", sources="2")
        == "a|{b}.toml: không có lỗi, 1, 2"
    )


@pytest.mark.parametrize(
    ("asked", "en", "vi"),
    [
        ("1961", "1961", "1961"),
        ("6/1961", "Jun 1961", "6/1961"),
        ("1958-11-27", "27 Nov 1958", "27/11/1958"),
        ("1960s", "1960s", "thập niên 1960"),
        ("195X", "1950s", "thập niên 1950"),
        ("1960..1969", "1960s", "thập niên 1960"),
        ("1961..1970", "1961–1970", "1961–1970"),
        ("2000..2008", "2000–2008", "2000–2008"),
        ("1958-11-27/1958-12-03", "27 Nov – 3 Dec 1958", "27/11–3/12/1958"),
        ("1958..6/1961", "Jan 1958 – Jun 1961", "1/1958 – 6/1961"),
        ("1958-02-28..1958-03", "28 Feb – 31 Mar 1958", "28/2–31/3/1958"),
        ("..1970", "until 1970", "đến 1970"),
        ("1990..", "since 1990", "từ 1990"),
        ("..1970-02-28", "until Feb 1970", "đến 2/1970"),
        ("..1972-02-28", "until 28 Feb 1972", "đến 28/2/1972"),
        ("0950..", "since 950", "từ 950"),
    ],
)
def test_a_time_is_told_as_people_write_it(asked: str, en: str, vi: str) -> None:
    assert (times([time_reader.parse(asked)], "en"), times([time_reader.parse(asked)], "vi")) == (
        en,
        vi,
    )


def test_several_times_are_told_one_after_another() -> None:
    assert times([time_reader.parse(asked) for asked in ("1961", "1970s")], "en") == "1961, 1970s"
