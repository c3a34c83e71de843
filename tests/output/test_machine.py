"""Answers for machines: JSON, JSON Lines, CSV, TSV and Markdown."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.conftest import SMALL, STORE, Run
from tests.rendering import cite_table, fact_list, render
from vnkp.model.enums import Qualifier, SourceKind
from vnkp.model.facts import Book, Cite, Fact, Figure, Source
from vnkp.model.fields import Number
from vnkp.output.formats import FORMATS, STYLES
from vnkp.output.markdown_parts import escape
from vnkp.query.filters import Query
from vnkp.query.selection import select
from vnkp.text import fold

# The machine output that scripts may rely on: every key, in its order.
FACT = [
    "id", "former_ids", "kind", "date", "earliest", "latest", "title", "note", "from", "to",
    "between", "people", "places", "figure", "part_of", "milestone", "disputed", "sources", "variants",
]  # fmt: skip
SOURCE = [
    "id", "title", "publisher", "publisher_id", "via", "published", "lang", "url", "kind",
]  # fmt: skip
CITED = ["id", "at", *SOURCE[1:]]
FIGURE = ["value", "low", "high", "unit", "of", "qualifier", "terms", "stage"]
TOTAL = [
    "from",
    "to",
    "of",
    "unit",
    "terms",
    "low",
    "high",
    "qualifier",
    "pledged",
    "pledges_in_rest",
    "above_pledges",
    "exceeded_pledges",
    "undivided",
    "counted",
    "left_out",
]
COLUMNS = [
    "id", "kind", "date", "earliest", "latest", "match", "from", "to", "between", "title", "people",
    "places", "value", "low", "high", "unit", "of", "qualifier", "terms", "stage", "part_of",
    "milestone", "disputed", "sources", "note",
]  # fmt: skip
VISIT = "2001-le-van-vi-in-the-dprk"


def with_figure(book: Book, figure: Figure) -> Fact:
    """A fact of *book* with another figure."""
    return msgspec.structs.replace(book.facts[2], figure=figure)


def whole_visit() -> dict[str, Any]:
    paper = {
        "id": "paper-2001-05-03",
        "at": "paragraph 1",
        "title": "Chuyến thăm & món quà 100%",
        "publisher": "Báo Thử",
        "publisher_id": None,
        "via": None,
        "published": "2001-05-03",
        "lang": "vi",
        "url": "https://example.org/a_b?c=1",
        "kind": "press",
    }
    archive = {
        "id": "archive-1962",
        "at": None,
        "title": "A file of letters",
        "publisher": "State Archive",
        "publisher_id": None,
        "via": None,
        "published": "1962~",
        "lang": "en",
        "url": None,
        "kind": "archive",
    }
    ministry = {
        "id": "ministry-2015",
        "at": None,
        "title": "Trade by year",
        "publisher": "Ministry of Tests",
        "publisher_id": None,
        "via": None,
        "published": "2015",
        "lang": "en",
        "url": "https://example.org/trade",
        "kind": "official",
    }
    return {
        "id": VISIT,
        "former_ids": [],
        "kind": "visit",
        "date": "2001-04-30/2001-05-02",
        "earliest": "2001-04-30",
        "latest": "2001-05-02",
        "title": {
            "en": "Lê Văn Ví visits the DPRK",
            "vi": "Chủ tịch nước Lê Văn Ví thăm CHDCND Triều Tiên",
        },
        "note": {
            "en": "He came by train, with a gift of rice.",
            "vi": "Ông đi tàu hỏa, mang theo một món quà là gạo.",
        },
        "from": "VN",
        "to": "KP",
        "between": False,
        "people": [
            {
                "id": "le-van-vi",
                "name": {"en": "Lê Văn Ví", "vi": "Lê Văn Ví", "ko": None},
                "side": "VN",
                "office": {
                    "id": "president-vn",
                    "en": "President of Vietnam",
                    "vi": "Chủ tịch nước",
                },
                "rank": "leader",
                "offices": [
                    {
                        "id": "president-vn",
                        "en": "President of Vietnam",
                        "vi": "Chủ tịch nước",
                        "short": None,
                        "rank": "leader",
                    }
                ],
            },
            {
                "id": "dang-thi-mau",
                "name": {"en": "Đặng Thị Mẫu", "vi": "Đặng Thị Mẫu", "ko": None},
                "side": "VN",
                "office": {
                    "id": "minister-vn",
                    "en": "Minister of Tests of Vietnam",
                    "vi": "Bộ trưởng Bộ Thử nghiệm",
                },
                "rank": "minister",
                "offices": [
                    {
                        "id": "minister-vn",
                        "en": "Minister of Tests of Vietnam",
                        "vi": "Bộ trưởng Bộ Thử nghiệm",
                        "short": None,
                        "rank": "minister",
                    }
                ],
            },
            {
                "id": "kim-mun",
                "name": {"en": "Kim Mun", "vi": "Kim Văn", "ko": "김문"},
                "side": "KP",
                "office": {
                    "id": "premier-kp",
                    "en": "Premier of the DPRK",
                    "vi": "Thủ tướng CHDCND Triều Tiên",
                },
                "rank": "leader",
                "offices": [
                    {
                        "id": "premier-kp",
                        "en": "Premier of the DPRK",
                        "vi": "Thủ tướng CHDCND Triều Tiên",
                        "short": None,
                        "rank": "leader",
                    }
                ],
            },
        ],
        "places": [{"id": "pyongyang", "en": "Pyongyang", "vi": "Bình Nhưỡng"}],
        "figure": None,
        "part_of": [],
        "milestone": True,
        "disputed": True,
        "sources": [paper, archive],
        "variants": [
            {
                "date": "2001-05-01/2001-05-02",
                "figure": None,
                "note": {
                    "en": "The ministry counts from the first of May.",
                    "vi": "Bộ tính từ ngày đầu tháng Năm.",
                },
                "sources": [ministry],
            }
        ],
    }


def told(value: object) -> str:
    """*value* as text that keeps the order of keys."""
    return json.dumps(value, ensure_ascii=False)


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"toml"}))
def test_a_format_is_known_in_any_case_and_by_its_other_names(
    run: Run, tmp_path: Path, name: str
) -> None:
    words = ("cite", VISIT) if name in STYLES else ("list",)
    file = tmp_path / "answer"
    assert run(*words, "--format", name, "-o", str(file)).status == 0
    answer = file.read_bytes()
    others = FORMATS[name].other_names
    for other in (name, *others, *map(fold, others)):
        for spelling in (other, other.upper(), other.title()):
            file.unlink()
            assert run(*words, "--format", spelling, "-o", str(file)).status == 0
            assert file.read_bytes() == answer


@pytest.mark.parametrize("style", STYLES)
def test_a_style_of_citations_is_known_in_any_case(run: Run, style: str) -> None:
    assert run("cite", VISIT, "--style", style.upper()) == run("cite", VISIT, "--style", style)
    assert run("cite", VISIT, "--style", style, "--format", style.title()).status == 0


# JSON


def test_a_fact_in_json_has_every_field_in_its_order(run: Run) -> None:
    got = json.loads(run("show", VISIT, "--json").out)
    assert list(got) == FACT
    assert told(got) == told(whole_visit())


def test_every_field_that_a_fact_has_in_the_store_is_in_its_json(run: Run) -> None:
    renamed = {"en": "title", "vi": "title", "cite": "sources", "variant": "variants"}
    got = json.loads(run("show", VISIT, "--json").out)
    assert {renamed.get(name, name) for name in Fact.__struct_encode_fields__} <= set(got)
    assert set(Figure.__struct_encode_fields__) == set(FIGURE)


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("search", "Lê", "Văn", "Ví"),
        ("visits",),
        ("timeline",),
        ("disputes",),
        ("today", "--date", "05-01"),
        ("list", "--sort", "-title", "--lang", "vi"),
    ],
)
def test_a_fact_looks_the_same_from_every_command(run: Run, words: tuple[str, ...]) -> None:
    found = {fact["id"]: fact for fact in json.loads(run(*words, "--json").out)}
    assert told(found[VISIT]) == told(whole_visit())


@pytest.mark.parametrize(
    ("words", "match"),
    [
        (("year", "2001"), "inside"),
        (("list", "--in", "2001-05"), "spans"),
        (("visits", "--in", "2000s"), "inside"),
        (("anniversaries", "2021", "--since", "2001"), "inside"),
    ],
)
def test_match_is_told_last_and_only_when_a_time_was_asked_for(
    run: Run, words: tuple[str, ...], match: str
) -> None:
    found = json.loads(run(*words, "--json").out)
    facts = [one["fact"] if words[0] == "anniversaries" else one for one in found]
    (fact,) = [one for one in facts if one["id"] == VISIT]
    assert told(fact) == told({**whole_visit(), "match": match})


def test_an_anniversary_has_its_fact_in_full(run: Run) -> None:
    (first, *_) = json.loads(run("anniversaries", "2021", "--json").out)
    assert list(first) == ["year", "years", "date", "fact"]
    by_id = {
        one["fact"]["id"]: one for one in json.loads(run("anniversaries", "2021", "--json").out)
    }
    assert told(by_id[VISIT]["fact"]) == told(whole_visit())
    assert (by_id[VISIT]["years"], by_id[VISIT]["date"]) == (20, "2021-04-30")
    assert by_id["1961-friendship-agreement"]["date"] == "2021"


def test_a_figure_of_aid_has_terms_and_stage_and_another_has_not(run: Run) -> None:
    found = {fact["id"]: fact["figure"] for fact in json.loads(run("list", "--json").out)}
    assert list(found["2001-rice-by-train"]) == FIGURE
    assert list(found["2001-rice-by-train"].values()) == [
        400,
        None,
        None,
        "t",
        "rice",
        "about",
        "gift",
        "delivered",
    ]
    assert list(found["2015-exports-to-the-dprk"].values()) == [
        1_500_000,
        None,
        None,
        "USD",
        "goods",
        "nearly",
        None,
        None,
    ]


def test_a_range_has_low_and_high_and_no_value(run: Run) -> None:
    (variant,) = json.loads(run("show", "2015", "--json").out)["variants"]
    assert list(variant["figure"].values()) == [
        None,
        1_200_000,
        1_800_000,
        "USD",
        "goods",
        "exact",
        None,
        None,
    ]


def test_an_open_end_has_no_latest_day(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "open.toml"
    store.write_text(SMALL.read_text("utf-8").replace('"196X"', '"1960/.."'), "utf-8")
    fact = json.loads(run("show", "1960", "--json", data=store).out)
    assert (fact["date"], fact["earliest"], fact["latest"]) == ("1960/..", "1960-01-01", None)


def test_totals_have_every_field_in_its_order(run: Run) -> None:
    answer = json.loads(run("aid", "--in", "2001", "--json").out)
    assert list(answer) == ["window", "totals", "without_figure"]
    assert answer["window"] == "2001"
    (total,) = answer["totals"]
    assert list(total) == TOTAL
    assert (total["low"], total["high"], total["qualifier"]) == (400, 1000, "about")
    assert total["counted"] == [
        {"id": "1999-rice-for-tests", "low": 0, "high": 600},
        {"id": "2001-rice-by-train", "low": 400, "high": 400},
    ]
    assert json.loads(run("aid", "--json").out)["window"] is None


def test_totals_by_year_have_their_group_too(run: Run) -> None:
    totals = json.loads(run("aid", "--by", "year", "--json").out)["totals"]
    assert [total["group"] for total in totals] == ["1999", "2000", "2001", "2002", "2003"]
    assert {tuple(sorted(total)) for total in totals} == {tuple(sorted(["group", *TOTAL]))}


def test_the_json_of_an_office_has_its_short_name_as_the_record_gives_it(
    run: Run, record: Book
) -> None:
    people = json.loads(run("people", "--json", data=STORE).out)
    offices = {office["id"]: office["short"] for person in people for office in person["offices"]}
    shorts = {key: record.offices[key].short for key in offices}

    assert offices == {key: short and msgspec.to_builtins(short) for key, short in shorts.items()}
    assert any(offices.values())


def test_people_and_sources_have_every_field_in_its_order(run: Run) -> None:
    people = {one["id"]: one for one in json.loads(run("people", "--json").out)}
    assert told(people["kim-mun"]) == told(
        {
            "id": "kim-mun",
            "name": {"en": "Kim Mun", "vi": "Kim Văn", "ko": "김문"},
            "note": None,
            "side": "KP",
            "aliases": ["Kim Moon"],
            "offices": [
                {
                    "id": "premier-kp",
                    "en": "Premier of the DPRK",
                    "vi": "Thủ tướng CHDCND Triều Tiên",
                    "short": None,
                    "rank": "leader",
                }
            ],
            "facts": 3,
            "first": "2001-04-30/2001-05-02",
            "last": "2002-02~",
        }
    )
    sources = json.loads(run("sources", "--json").out)
    assert {tuple(one) for one in sources} == {(*SOURCE, "facts")}
    assert {one["id"]: one["facts"] for one in sources} == {
        "paper-2001-05-03": 6,
        "archive-1962": 3,
        "ministry-2015": 2,
    }


def test_every_fact_of_the_record_has_the_fixed_keys_all_the_way_down(run: Run) -> None:
    for line in run("list", "--format", "jsonl", data=STORE).out.splitlines():
        fact = json.loads(line)
        assert list(fact) == FACT
        assert all(list(one) == CITED for one in fact["sources"])
        for person in fact["people"]:
            assert list(person) == ["id", "name", "side", "office", "rank", "offices"]
            assert list(person["name"]) == ["en", "vi", "ko"]
        assert all(list(place) == ["id", "en", "vi"] for place in fact["places"])
        for variant in fact["variants"]:
            assert list(variant) == ["date", "figure", "note", "sources"]
            assert all(list(one) == CITED for one in variant["sources"])
        for figure in [fact["figure"], *(variant["figure"] for variant in fact["variants"])]:
            assert figure is None or list(figure) == FIGURE


def test_letters_are_not_escaped(run: Run) -> None:
    out = run("show", VISIT, "--json").out
    assert "김문" in out
    assert "Đặng Thị Mẫu" in out
    assert "\\u" not in out


def test_json_is_one_line_into_a_pipe_and_jsonl_a_line_for_each_fact(run: Run) -> None:
    assert run("list", "--json").out.count("\n") == 1
    lines = run("list", "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [
        one["id"] for one in json.loads(run("list", "--json").out)
    ]
    assert run("show", VISIT, "--format", "jsonl").out == run("show", VISIT, "--json").out


def test_nothing_found_is_an_empty_array_and_no_lines(run: Run) -> None:
    assert run("year", "1800", "--json")[:2] == (1, "[]\n")
    assert run("year", "1800", "--format", "jsonl")[:2] == (1, "")
    nothing = {"window": "1800", "totals": [], "without_figure": []}
    assert json.loads(run("aid", "--in", "1800", "--json").out) == nothing


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (16_500_000, "16500000"),
        (Decimal("0.1"), "0.1"),
        (Decimal("1234567.890"), "1234567.890"),
        (Decimal("12345678901234567890.123456789"), "12345678901234567890.123456789"),
        (10**20, "100000000000000000000"),
    ],
)
@pytest.mark.parametrize("is_terminal", [False, True])
def test_numbers_are_bare_and_exact(
    book: Book, number: Number, written: str, is_terminal: bool
) -> None:
    fact = with_figure(book, Figure(unit="t", of="rice", value=number))
    text = render(fact_list(book, [fact]), "json", is_terminal=is_terminal)
    assert f'"figure":{{"value":{written},' in re.sub(r"\s", "", text)
    assert json.loads(text, parse_float=Decimal)[0]["figure"]["value"] == number


# CSV and TSV


def test_columns_are_the_fixed_ones_in_both_languages_and_formats(run: Run) -> None:
    for lang in ("en", "vi"):
        assert (
            run("list", "--format", "tsv", "--lang", lang).out.splitlines()[0].split("\t")
            == COLUMNS
        )
        assert (
            next(csv.reader(run("list", "--format", "csv", "--lang", lang).out.splitlines()))
            == COLUMNS
        )


@pytest.mark.parametrize(
    ("lang", "title", "people", "places", "note"),
    [
        (
            "en",
            "Lê Văn Ví visits the DPRK",
            "Lê Văn Ví | Đặng Thị Mẫu | Kim Mun",
            "Pyongyang",
            "He came by train, with a gift of rice.",
        ),
        (
            "vi",
            "Chủ tịch nước Lê Văn Ví thăm CHDCND Triều Tiên",
            "Lê Văn Ví | Đặng Thị Mẫu | Kim Văn",
            "Bình Nhưỡng",
            "Ông đi tàu hỏa, mang theo một món quà là gạo.",
        ),
    ],
)
def test_a_row_tells_a_fact_in_the_language_asked_for(
    run: Run, lang: str, title: str, people: str, places: str, note: str
) -> None:
    for form, delimiter in (("csv", ","), ("tsv", "\t")):
        out = run("show", VISIT, "--format", form, "--lang", lang).out
        (row,) = csv.DictReader(io.StringIO(out), delimiter=delimiter)
        assert row == {
            "id": VISIT,
            "kind": "visit",
            "date": "2001-04-30/2001-05-02",
            "earliest": "2001-04-30",
            "latest": "2001-05-02",
            "match": "",
            "from": "VN",
            "to": "KP",
            "between": "false",
            "title": title,
            "people": people,
            "places": places,
            **dict.fromkeys(COLUMNS[12:21], ""),
            "milestone": "true",
            "disputed": "true",
            "sources": "paper-2001-05-03 | archive-1962",
            "note": note,
        }


@pytest.mark.parametrize(
    ("figure", "amounts", "qualifier"),
    [
        (Figure(unit="t", of="rice", value=22_700), ("22700", "", ""), "exact"),
        (Figure(unit="t", of="rice", value=Decimal("2.50")), ("2.50", "", ""), "exact"),
        (
            Figure(unit="t", of="rice", value=Decimal("1E+6"), qualifier=Qualifier.ABOUT),
            ("1000000", "", ""),
            "about",
        ),
        (
            Figure(unit="t", of="rice", low=1_200_000, high=1_800_000),
            ("", "1200000", "1800000"),
            "exact",
        ),
        (
            Figure(unit="t", of="rice", low=1, high=Decimal("2.5"), qualifier=Qualifier.UP_TO),
            ("", "1", "2.5"),
            "up-to",
        ),
    ],
)
def test_value_or_low_and_high_are_bare_numbers(
    book: Book, figure: Figure, amounts: tuple[str, str, str], qualifier: str
) -> None:
    text = render(fact_list(book, [with_figure(book, figure)]), "csv")
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["value"], row["low"], row["high"]) == amounts
    assert (row["of"], row["qualifier"]) == ("rice", qualifier)


def test_every_value_of_the_record_is_a_number(run: Run) -> None:
    found = list(csv.DictReader(io.StringIO(run("list", "--format", "csv", data=STORE).out)))
    for column in ("value", "low", "high"):
        assert [Decimal(row[column]) for row in found if row[column]]
    assert all(bool(row["value"]) != bool(row["low"]) for row in found if row["unit"])


def test_lines_of_csv_end_as_the_standard_says_and_tsv_is_one_line_for_each_fact(run: Run) -> None:
    facts = len(json.loads(run("list", "--json").out))
    out = run("list", "--format", "csv").out
    assert out.count("\r\n") == out.count("\n") == facts + 1
    assert len(run("list", "--format", "tsv").out.splitlines()) == facts + 1


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+84 24", "'+84 24"),
        ("-2 degrees", "'-2 degrees"),
        ("@SUM(A1)", "'@SUM(A1)"),
        (" =1+1", "' =1+1"),
        ("＝1+1", "'＝1+1"),
        ("\t=1", "'\t=1"),
        ("\r\n=1", "'\r\n=1"),
        ("1958–1961", "1958–1961"),
        ("Kim Il Sung", "Kim Il Sung"),
        ("a = b", "a = b"),
        ("", ""),
    ],
)
def test_text_that_a_spreadsheet_would_run_is_guarded(text: str, cell: str) -> None:
    (row,) = cite_table("csv", title=text)
    assert row["title"] == cell
    (row,) = cite_table("tsv", title=text)
    assert row["title"] == re.sub(r"[\t\r\n]+", " ", cell)


@pytest.mark.parametrize("number", [-5, Decimal("-2.5"), 0])
def test_numbers_are_never_guarded(book: Book, number: Number) -> None:
    fact = with_figure(book, Figure(unit="t", of="rice", value=number))
    assert f",{number},,,'t,rice," in render(fact_list(book, [fact]), "csv")


# No text of a store holds a NUL, which the csv module of Python 3.10 refuses.
TEXTS = st.text(st.characters(exclude_characters="\0", codec="utf-8"))


@given(TEXTS, TEXTS, TEXTS)
def test_any_text_comes_back_out_of_csv_and_never_breaks_a_line_of_tsv(
    title: str, publisher: str, url: str
) -> None:
    texts = {"title": title, "publisher": publisher, "url": url}
    (row,) = cite_table("csv", **texts)
    assert {name: row[name].removeprefix("'") for name in texts} == {
        name: text.removeprefix("'") for name, text in texts.items()
    }
    (row,) = cite_table("tsv", **texts)
    assert " ".join(row) == "id publisher publisher_id via published lang kind title url"
    assert None not in row.values()


def test_a_byte_order_mark_comes_with_csv_alone(run: Run) -> None:
    assert run("list", "--format", "csv", "--bom").out.startswith("\ufeffid,")
    for form in ("tsv", "json", "jsonl", "md"):
        assert "\ufeff" not in run("list", "--format", form, "--bom").out


def test_a_file_has_the_same_bytes_as_the_pipe(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "facts.csv"
    assert run("list", "-o", str(file)).out == ""
    assert file.read_bytes().decode() == run("list", "--format", "csv").out


def test_people_and_sources_are_rows_in_the_language_asked_for(run: Run) -> None:
    for lang, name, office in (
        ("en", "Kim Mun", "Premier of the DPRK"),
        ("vi", "Kim Văn", "Thủ tướng CHDCND Triều Tiên"),
    ):
        (row,) = csv.DictReader(
            io.StringIO(run("people", "김문", "--format", "csv", "--lang", lang).out)
        )
        assert (row["name"], row["offices"], row["aliases"], row["facts"]) == (
            name,
            office,
            "Kim Moon",
            "3",
        )
    (source,) = csv.DictReader(io.StringIO(run("sources", "archive", "--format", "csv").out))
    assert (source["url"], source["facts"]) == ("", "3")


def test_anniversaries_are_rows_too(run: Run) -> None:
    (row,) = [
        row
        for row in csv.DictReader(io.StringIO(run("anniversaries", "2021", "--format", "csv").out))
        if row["id"] == VISIT
    ]
    assert (row["years"], row["date"], row["fact_date"]) == (
        "20",
        "2021-04-30",
        "2001-04-30/2001-05-02",
    )


def test_totals_are_rows_with_bare_bounds(run: Run) -> None:
    (row,) = csv.DictReader(io.StringIO(run("aid", "--in", "2001", "--format", "csv").out))
    assert (row["low"], row["high"], row["unit"], row["qualifier"], row["pledged"]) == (
        "400",
        "1000",
        "'t",
        "about",
        "0",
    )


# Markdown


def cells(text: str) -> list[list[str]]:
    """The cells of every row of every table in *text*, as a reader of GitHub's Markdown
    sees them."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    made: list[list[str]] = []
    for token, inner in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type == "tr_open":
            made.append([])
        if token.type in ("td_open", "th_open") and inner is not None:
            made[-1].append("".join(child.content for child in inner.children or ()))
    return made


def test_markdown_is_a_table_with_a_footnote_for_each_row(run: Run) -> None:
    out = run(
        "year", "2001", "--kind", "visit", "--kind", "aid", "--format", "md", "--no-parts"
    ).out
    visit, rice = "paper-2001-05-03-p1--archive-1962---ministry-2015", "paper-2001-05-03-p2"
    paper = "Báo Thử, “Chuyến thăm & món quà 100%”, 3 May 2001, in Vietnamese."
    assert out.splitlines() == [
        "",
        "| Date | What | Direction |",
        "| ------------ | ---------------------------------------------- | --------- |",
        f"| 30 Apr – 2 May 2001 | Lê Văn Ví visits the DPRK ≠[^{visit}] | VN → KP |",
        "",
        "**Going on then, but begun before or ended after**",
        "",
        "| Date | What | Figure | Direction |",
        f"| {'-' * 12} | {'-' * 46} | {'-' * 22} | --------- |",
        f"| 1999–2003 | Vietnam gives rice over some years[^{rice}] | rice: 1,000 tonnes | VN → KP |",
        "",
        f"[^{visit}]: {paper} <https://example.org/a_b?c=1>, paragraph 1;"
        " State Archive, “A file of letters”, about 1962, in English;"
        " ≠ Ministry of Tests, “Trade by year”, 2015, in English. <https://example.org/trade>",
        f"[^{rice}]: {paper} <https://example.org/a_b?c=1>, paragraph 2",
        "",
    ]


def test_markdown_in_vietnamese_has_no_english_left(run: Run) -> None:
    out = run("visits", "--format", "md", "--lang", "vi").out
    assert "| 30/4–2/5/2001 | Chủ tịch nước Lê Văn Ví thăm CHDCND Triều Tiên ≠[^paper-" in out
    assert (
        "]: Báo Thử, “Chuyến thăm & món quà 100%”, ngày 3/5/2001, tiếng Việt."
        " <https://example.org/a_b?c=1>, đoạn 1; State Archive"
    ) in out
    assert "in Vietnamese" not in out
    assert "paragraph" not in out


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("year", "2007"),
        ("visits",),
        ("timeline",),
        ("disputes",),
        ("aid",),
        ("aid", "--by", "year"),
        ("anniversaries", "2027", "--all"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_every_mark_has_its_note_and_every_note_its_mark(
    run: Run, words: tuple[str, ...], lang: str
) -> None:
    out = run(*words, "--format", "md", "--lang", lang, data=STORE).out
    marks = re.findall(r"\[\^([a-z0-9-]+)\](?!:)", out)
    notes = re.findall(r"^\[\^([a-z0-9-]+)\]: \S", out, re.MULTILINE)
    assert list(dict.fromkeys(marks)) == notes  # in the order in which they are met
    assert not re.search(r"\] ?\[\^", out)  # one mark for each row


def test_every_table_of_the_record_has_rows_of_one_length(run: Run) -> None:
    found = cells(run("list", "--format", "md", data=STORE).out)
    assert len(found) == len(run("list", "--format", "jsonl", data=STORE).out.splitlines()) + 1
    assert {len(row) for row in found} == {4}


@pytest.mark.parametrize(
    "text",
    [
        "a | b",
        "[link](there)",
        "*loud* _soft_ `code` ~struck~ ^high^",
        "<b>bold</b> &amp; &copy;",
        "# heading",
        "back\\slash",
        "US$5 and $6",
        "note[^1]",
        "!(picture)",
        "1. first",
        "- item",
        "+ item",
        "= line",
        ": term",
        "@somebody #12",
        "Việt–Triều “1958”",
    ],
)
def test_what_markdown_would_take_for_markup_is_text(text: str) -> None:
    escaped = escape(text)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(escaped)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(child.content for child in tokens[1].children or ()) == text
    assert cells(f"| a | b |\n| --- | --- |\n| {escaped} | 2 |") == [["a", "b"], [text, "2"]]


@pytest.mark.parametrize(
    "special", ["*", "_", "`", "~", "^", "$", "[", "]", "<", "@", "#", "|", "\\"]
)
def test_what_only_some_dialects_read_as_markup_is_escaped_too(special: str) -> None:
    assert escape(f"a{special}b") == f"a\\{special}b"


def test_no_text_breaks_the_line_of_its_table_or_note() -> None:
    assert escape("one\ntwo\r\n three\u2028four") == "one two three four"


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://example.org/a_b*c~d?e=[1]", "<https://example.org/a_b*c~d?e=[1]>"),
        ("https://example.org/a|b", "<https://example.org/a%7Cb>"),
        ("http://example.org/<x>", "<http://example.org/%3Cx%3E>"),
    ],
)
def test_an_address_becomes_a_link_that_no_table_cuts(address: str, link: str) -> None:
    assert escape(f"Seen at {address} today") == f"Seen at {link} today"
    assert [len(row) for row in cells(f"| a |\n| --- |\n| {link} |")] == [1, 1]


def test_a_title_with_a_bar_and_brackets_stays_in_its_cell(book: Book) -> None:
    fact = msgspec.structs.replace(book.facts[1], en="A | B [draft] *", cite=(Cite(source="odd"),))
    odd = Source(
        title="1 | 2 [3]",
        publisher="P|Q",
        lang="en",
        kind=SourceKind.PRESS,
        url="https://example.org/x|y",
    )
    strange = msgspec.structs.replace(book, facts=(fact,), sources={**book.sources, "odd": odd})
    text = render(fact_list(strange, [fact]), "md")
    assert cells(text)[1][1].startswith("A | B [draft] *[^odd]")
    assert r"[^odd]: P\|Q, “1 \| 2 \[3\]”, n.d., in English. <https://example.org/x%7Cy>" in text


def test_a_briefing_on_aid_has_the_amounts_and_the_sources_of_what_was_counted(run: Run) -> None:
    out = run("aid", "--in", "2001", "--format", "md").out
    assert "| VN → KP | rice[^paper-2001-05-03-p2] | about 400–1,000 | tonnes |" in out
    assert "[^paper-2001-05-03-p2]: Báo Thử" in out


def test_a_briefing_on_aid_tells_and_cites_what_was_promised_and_what_has_no_figure(
    run: Run,
) -> None:
    for lang, promised, bare in (
        ("en", "only promised (1966, 1968)", "Without a figure: 1965 The DPRK aids North Vietnam"),
        ("vi", "mới chỉ cam kết (1966, 1968)", "Không nêu số liệu: 1965 "),
    ):
        out = run("aid", "--from", "KP", "--format", "md", "--lang", lang, data=STORE).out
        (row,) = [line for line in out.splitlines() if promised in line]
        assert "[^wilson-dvo-1967-05-07--wilson-hungary-1968-01-03]" in row
        (line,) = [line for line in out.splitlines() if line.startswith(bare)]
        assert line.count("[^") == len(line.split(" · "))
    sources = run("aid", "--from", "KP", "--format", "biblatex", data=STORE).out
    for source in ("wilson-dvo-1967-05-07", "wilson-hungary-1968-01-03", "ewha-mien-2019"):
        assert f"{{{source}," in sources


@pytest.mark.parametrize(("lang", "period"), [("en", "2000s"), ("vi", "thập niên 2000")])
def test_a_briefing_on_aid_names_decades_in_its_language(run: Run, lang: str, period: str) -> None:
    out = run("aid", "--by", "decade", "--format", "md", "--lang", lang).out
    assert f"| {period} | VN → KP |" in out


def test_a_briefing_on_anniversaries_tells_the_years_first(run: Run) -> None:
    out = run("anniversaries", "2021", "--format", "md").out
    assert "| 20 | 30 Apr 2021 | Lê Văn Ví visits the DPRK" in out


@pytest.mark.parametrize(
    ("command", "lang", "heads"),
    [
        ("people", "en", ["Side", "Name", "Offices", "Facts", "Years", "ID"]),
        ("people", "vi", ["Phía", "Tên", "Chức vụ", "Dữ kiện", "Năm", "Mã"]),
        (
            "sources",
            "en",
            ["Published", "Title", "Publisher", "Language", "Kind", "Facts", "Address", "ID"],
        ),
        ("cite --in 1900..", "vi", ["Ngày công bố", "Nhan đề", "Nơi công bố", "Ngôn ngữ", "Loại"]),
    ],
)
def test_lists_of_people_and_sources_have_the_words_of_the_language_of_the_answer(
    command: str, lang: str, heads: list[str], run: Run
) -> None:
    table = cells(run(*command.split(), "--format", "md", "--lang", lang).out)
    assert table[0][: len(heads)] == heads
    assert len(table) == 4


def test_python_users_get_the_same_json(book: Book) -> None:
    (fact,) = [one for one in select(book, Query(kinds={"visit"})) if one.id == VISIT]
    assert json.loads(render(fact_list(book, [fact]), "json")) == [whole_visit()]
