"""What a search finds in the record: figures, offices, endings, countries, phrases, and where."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import vnkp
from tests.conftest import STORE
from vnkp.model.facts import Book
from vnkp.model.fields import Lang
from vnkp.query.search.excerpts import Excerpts
from vnkp.query.search.search_texts import Field
from vnkp.query.search.word_search import find_words, nearest_words, search_facts
from vnkp.query.word_forms import NUMERAL, inflections, numeral_values
from vnkp.text import fold


def ids(book: Book, text: str) -> list[str]:
    return [fact.id for fact in search_facts(book, text, book.facts)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("22700", "2000-rice-for-the-dprk"),  # figures, however they are written
        ("22,700", "2000-rice-for-the-dprk"),
        ("22.700", "2000-rice-for-the-dprk"),
        ("22,700 tonnes", "2000-rice-for-the-dprk"),
        ("22.700 tấn gạo", "2000-rice-for-the-dprk"),
        ("16.5 million", "2009-exports-to-the-dprk"),
        ("16,5 triệu", "2009-exports-to-the-dprk"),
        ("nearly 16.5 million dollars", "2009-exports-to-the-dprk"),
        ("pilots died", "1965-dprk-airmen-killed-in-vietnam"),  # words without their endings
        ("airmen died", "1965-dprk-airmen-killed-in-vietnam"),
        ("meetings kim jong un nguyen phu trong", "2019-kim-jong-un-nguyen-phu-trong-talks"),
        ("pilots buried", "1965-dprk-airmen-buried-in-bac-giang"),  # airmen
        ("planes shot down", "1966-us-aircraft-credited-to-dprk-pilots"),
        ("football matches", "2015-football-friendly-in-hanoi"),
        ("vessels coal", "2018-coal-ships-at-cam-pha"),
        ("defectors to Seoul 2004", "2004-refugees-flown-to-seoul"),
        ("gave rice", "1996-rice-given-and-sold-on-credit"),
        ('"military attaché"', "1973-army-day-reception-in-hanoi"),  # together
        ("military attache", "1973-army-day-reception-in-hanoi"),
    ],
)
def test_the_fact_that_is_meant_comes_first(record: Book, text: str, first: str) -> None:
    assert ids(record, text)[0] == first


@pytest.mark.parametrize("text", ["over 100", "hơn 100"])
def test_figures_are_found_as_they_are_shown(record: Book, text: str) -> None:
    figures = {fact.id: fact.figure for fact in record.facts}
    first = [figures[key] for key in ids(record, text)[:2]]
    assert [figure and (figure.value, figure.qualifier.value) for figure in first] == (
        [(100, "over")] * 2
    )


@pytest.mark.parametrize("text", ["ambassador", "đại sứ", "dai su"])
def test_facts_are_found_by_the_offices_of_their_people(record: Book, text: str) -> None:
    held = {
        fact.id
        for fact in record.facts
        for participant in fact.people
        if any(fold(text) in fold(record.offices[key].vi) for key in participant.offices)
        or any(text in record.offices[key].en.lower().split() for key in participant.offices)
    }
    assert held <= set(ids(record, text))


@pytest.mark.parametrize(
    "names",
    [
        ["DPRK", "North Korea", "North Korean", "Democratic People's Republic of Korea",
         "Democratic Peoples Republic of Korea", "Triều Tiên", "Bắc Triều Tiên", "bac trieu tien",
         "CHDCND Triều Tiên", "북한", "조선", "朝鲜", "dprk's"],
        ["Vietnam", "Viet Nam", "Việt Nam", "Viêt Nam", "North Vietnam", "DRV", "VNDCCH",
         "Democratic Republic of Vietnam", "越南", "베트남", "Viet-Nam"],
        ["Republic of Korea", "South Korea", "Hàn Quốc", "ROK", "한국"],
    ],
)  # fmt: skip
def test_a_country_is_found_by_all_its_names(record: Book, names: list[str]) -> None:
    titled = {fact.id for fact in record.facts if re.search(rf"\b{re.escape(names[0])}\b", fact.en)}
    found = [set(ids(record, name)) for name in names]
    common = set.intersection(*found)
    assert titled <= common
    assert max(map(len, found)) - len(common) <= 3  # a name may also stand for itself


def test_korea_is_either(record: Book) -> None:
    assert set(ids(record, "Korea")) >= {*ids(record, "DPRK's"), *ids(record, "South Korean")}


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("kỉ niệm", "kỷ niệm"),
        ("ki niem", "ky niem"),
        ("hoà bình", "hòa bình"),
        ("P'yŏngyang", "Pyongyang"),
        ("Hanoï", "Hanoi"),
        ("signs", "signed"),
        ("photograph", "photographs"),
        ("Kim Yŏng-nam", "Kim Yong-nam"),
    ],
)
def test_spellings_of_one_word_find_the_same_facts(record: Book, text: str, other: str) -> None:
    assert set(ids(record, text)) == set(ids(record, other)) != set()


def test_what_nothing_has_with_its_accents_is_looked_for_without_them_and_that_is_told(
    record: Book,
) -> None:
    result = find_words(record, "Pham Vân Đồng", record.facts)
    assert result.without_accents == ("Vân",)
    assert result.facts == search_facts(record, "Pham Van Đồng", record.facts)
    assert find_words(record, "Phạm Văn Đồng", record.facts).without_accents == ()


def test_beginnings_do_not_count_in_the_title_of_a_source(record: Book) -> None:
    assert any("ricevuta" in source.title.lower() for source in record.sources.values())
    for hit in find_words(record, "rice", record.facts).hits:
        assert hit.matches[0]
        assert (hit.matches[0].field, hit.matches[0].is_beginning) != (Field.SOURCE, True)
    assert ids(record, "ricevut") == []
    assert ids(record, "ricevuta") != []


def test_where_nothing_has_all_words_the_facts_with_most_are_told_with_what_is_left_out(
    record: Book,
) -> None:
    result = find_words(record, "rice xylophone ambassador", record.facts)
    assert result.left_out == ("xylophone",)
    assert result.facts == search_facts(record, "rice ambassador", record.facts)
    assert all(hit.matches[1] is None for hit in result.hits)
    assert ids(record, "rice xylophone") == []


def test_what_no_fact_has_is_told_as_it_was_typed(record: Book) -> None:
    result = find_words(record, '"rice xylophone" rice 16.75 million', record.facts)
    assert result.unknown == result.left_out == ('"rice xylophone"', "16.75 million")
    assert result.complete == []


def test_where_nothing_has_any_word_the_nearest_known_words_are_told(record: Book) -> None:
    result = find_words(record, "Haiphogn xyzzyx", record.facts)
    assert (result.hits, result.left_out) == ((), ("Haiphogn", "xyzzyx"))
    assert "Hải Phòng" in nearest_words(record, "Haiphogn")
    assert nearest_words(record, "xyzzyx") == ()


@pytest.mark.parametrize(
    ("text", "fact", "field", "key"),
    [
        ("Kim Il Sung", "1958-kim-il-sung-in-vietnam", Field.PERSON, "kim-il-sung"),
        ("rice", "2000-rice-for-the-dprk", Field.TITLE, None),
        ("22700", "2000-rice-for-the-dprk", Field.FIGURE, None),
        ("untraced", "2000-rice-for-the-dprk", Field.NOTE, None),
    ],
)
def test_it_is_told_where_each_word_was_found(
    record: Book, text: str, fact: str, field: Field, key: str | None
) -> None:
    hits = {hit.fact.id: hit for hit in find_words(record, text, record.facts).hits}
    assert {(match.field, match.key) for match in hits[fact].matches if match} == {(field, key)}


def test_an_excerpt_has_the_word_and_is_short(record: Book) -> None:
    for text in ("aircraft", "shipments"):
        result = find_words(record, text, record.facts)
        excerpts = Excerpts(record, result, "en")
        for hit in result.hits:
            for field, quoted in excerpts.beside(hit.fact, ""):
                assert field is not Field.NOTE or len(quoted.split()) <= 15
                assert fold(text).rstrip("s") in fold(quoted)
                assert excerpts.beside(hit.fact, f"before {quoted} after") == []


@pytest.mark.parametrize(
    ("text", "fact", "lang", "excerpts"),
    [
        ("untraced", "2000-rice-for-the-dprk", "en", [Field.NOTE]),
        ("rice", "2000-rice-for-the-dprk", "vi", []),  # the title says the same in Vietnamese
        ("Vietnam", "1964-duong-chinh-thuc-goes-to-study", "en", [Field.NOTE]),
        # beside another word the two countries explain nothing
        ("mechanical Vietnam", "1964-duong-chinh-thuc-goes-to-study", "en", []),
    ],
)
def test_an_excerpt_tells_what_a_row_does_not_show(
    record: Book, text: str, fact: str, lang: Lang, excerpts: list[Field]
) -> None:
    found = record.facts_by_id[fact]
    beside = Excerpts(record, find_words(record, text, [found]), lang).beside(found, found.vi)
    assert [field for field, _ in beside] == excerpts


def test_a_fact_that_was_found_otherwise_has_no_excerpt(record: Book) -> None:
    found, other = record.facts[:2]
    excerpts = Excerpts(record, find_words(record, "Vietnam", [found]), "en")
    assert excerpts.beside(other, "") == []


def test_each_title_and_each_of_its_words_finds_its_fact(record: Book) -> None:
    titled = {title: fact for fact in record.facts[::9] for title in (fact.en, fact.vi)}
    words = {word: fact for title, fact in titled.items() for word in title.split()}
    plain_words = {word: fact for word, fact in words.items() if fold(word).isalnum()}
    for text, fact in (titled | plain_words).items():
        assert search_facts(record, text, [fact]) == [fact], text


def test_a_search_out_of_the_cache_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    results = []
    for _ in range(3):
        book = vnkp.load(STORE)
        results.append([ids(book, text) for text in ("rice", "Hồ Chí Minh", "kim xuan la")])
        files = sorted((tmp_path / "vnkp").iterdir())
    assert len(files) == 3  # the book, its texts folded, and with accents
    for file in files[1:]:
        file.write_bytes(b"damaged")
    assert results[0] == results[1] == results[2]
    assert [ids(vnkp.load(STORE), text) for text in ("rice", "Hồ")] == [
        ids(vnkp.load(STORE, cached=False), text) for text in ("rice", "Hồ")
    ]


@settings(max_examples=60)
@given(st.text(max_size=60))
@example('"')
@example('""')
@example("“ ”")
@example("ŏ" * 50)
@example("9" * 5000)
@example("1.234 million million 12,5")
@example("\u0301")
@example("ㄱ-ㅏ")
def test_any_text_can_be_searched_for(book: Book, text: str) -> None:
    result = find_words(book, text, book.facts)
    assert all(any(hit.matches) for hit in result.hits)
    assert result.left_out or all(None not in hit.matches for hit in result.hits)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("22,700", ["22700"]),
        ("22.700", ["22700"]),
        ("5.470.000", ["5470000"]),
        ("1,234,567.89", ["1234567x89"]),
        ("16.5 million", ["16500000"]),
        ("16,5 triệu", ["16500000"]),
        ("2 tỷ", ["2000000000"]),
        ("12 nghìn", ["12000"]),
        ("1.234 million", ["1234000000", "1234000"]),
        ("3.5", ["3x5"]),
        ("100", ["100"]),
        ("MiG17", []),
        ("17th", []),
    ],
)
def test_numbers_as_people_write_them(text: str, values: list[str]) -> None:
    assert [
        value for match in re.finditer(NUMERAL, text) for value in numeral_values(match)
    ] == values


@pytest.mark.parametrize(
    "family",
    ["die dies died dying", "visit visits visited visiting", "photo photos",
     "study studies studied", "plan plans planned planning", "give gives gave given", "embassy embassies", "rice rices",
     "meeting meetings", "send sends sent", "press presses pressed", "agree agrees agreed"],
)  # fmt: skip
def test_english_words_are_one_with_their_endings(family: str) -> None:
    words = family.split()
    for word in words:
        assert words[0] in inflections(word)
        assert word in inflections(words[0])


@pytest.mark.parametrize("word", ["news", "as", "gạo", "glass", "thing"])
def test_what_is_no_ending_stays(word: str) -> None:
    assert not {word[:-1], word[:-3]} & set(inflections(word))
