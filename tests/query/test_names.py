"""Names: folding, people and places by any spelling, ids by their beginning, suggestions."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vnkp.errors import AmbiguousName, UnknownName
from vnkp.model.facts import Book, Person, Place
from vnkp.query import names
from vnkp.text import (
    fold,
    has_diacritics,
    nearest_spellings,
    normalize_keeping_accents,
    slug,
    word_variants,
)

TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
# The vowels of Vietnamese and what is left of each without its marks.
VOWELS = {"a": "aăâ", "e": "eê", "i": "i", "o": "oôơ", "u": "uư", "y": "y"}


@pytest.mark.parametrize("base", VOWELS)
def test_every_vowel_with_every_tone_folds_to_its_base_letter(base: str) -> None:
    for vowel in VOWELS[base]:
        for tone in TONES:
            letter = unicodedata.normalize("NFC", vowel + tone)
            assert len(letter) == 1
            for form in (
                letter,
                letter.upper(),
                *(unicodedata.normalize("NFD", one) for one in (letter, letter.upper())),
            ):
                assert fold(form) == base
                assert normalize_keeping_accents(form) == letter


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đặng", "dang"),
        ("đường", "duong"),
        ("ÐẶNG", "dang"),  # with the Icelandic letter that older texts have for Đ
        ("Ɖặng", "dang"),
        ("Kim Nhật Thành", "kim nhat thanh"),
        ("Kim Il-sung", "kim ilsung"),
        ("Kim Il‑sung", "kim ilsung"),  # a hyphen at which lines do not break
        ("Việt–Triều", "viettrieu"),
        ("Ch'oe Ryong-hae", "choe ryonghae"),
        ("Ch’oe", "choe"),
        ("Kim Il Sŏng", "kim il song"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Søren Łódź", "soren lodz"),
        ("김일성", "김일성"),
        (unicodedata.normalize("NFD", "김일성"), "김일성"),
        ("金日成", "金日成"),
        ("ＫＩＭ", "kim"),
        ("Ким Ир Сен", "ким ир сен"),
        ("", ""),
        ("---", ""),
    ],
)
def test_folding_leaves_letters_without_case_marks_hyphens_and_apostrophes(
    text: str, folded: str
) -> None:
    assert fold(text) == folded


@settings(max_examples=200)
@given(st.text())
@example("ᄀ-ᅡ")  # two halves of a Hangul syllable, held apart by a hyphen
@example("™℃ﬁ")
@example("ͺ")  # folds to a letter, but is a mark
@example("e-\u0301")
def test_spelling_alike_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert normalize_keeping_accents(normalize_keeping_accents(text)) == normalize_keeping_accents(
        text
    )


@given(st.text())
def test_case_and_the_way_of_composing_letters_make_no_difference(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
    assert normalize_keeping_accents(
        unicodedata.normalize("NFD", text)
    ) == normalize_keeping_accents(unicodedata.normalize("NFC", text))
    assert fold(text.casefold()) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà", "Hòa"),
        ("hoạ sĩ", "họa sĩ"),
        ("khoẻ", "khỏe"),
        ("Thuý", "Thúy"),
        ("thuỷ", "thủy"),
        ("thỏa thuận", "thoả thuận"),
        ("kỷ niệm", "kỉ niệm"),
        ("Quý", "Quí"),
        ("Mỹ", "Mĩ"),
    ],
)
def test_both_schools_of_placing_the_tone_spell_the_same_word(one: str, other: str) -> None:
    assert normalize_keeping_accents(one) == normalize_keeping_accents(other)
    assert normalize_keeping_accents(one) != fold(one)


@pytest.mark.parametrize(
    ("one", "other"), [("hòa", "hóa"), ("toàn", "toán"), ("đa", "da"), ("hoa", "hòa"), ("ma", "mạ")]
)
def test_words_that_differ_by_a_mark_stay_apart_when_marks_count(one: str, other: str) -> None:
    assert normalize_keeping_accents(one) != normalize_keeping_accents(other)
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Hồ", True),
        ("đ", True),
        ("Đ", True),
        ("Sŏng", False),  # ŏ, ŭ and ï are no letters of Vietnamese
        ("P'yŏngyang", False),
        ("Hanoï", False),
        ("Viêt", True),
        ("Ho", False),
        ("Il-sung", False),
        ("김", False),
    ],
)
def test_only_what_is_written_with_accents_has_marks(text: str, marked: bool) -> None:
    assert has_diacritics(text) is marked
    assert has_diacritics(unicodedata.normalize("NFD", text)) is marked


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Kim Il Sung", ["kim il sung"]),
        ("Kim Il-sung", ["kim il sung", "kim ilsung"]),
        ("“Việt–Triều”, (1958)", ["viet trieu 1958", "viettrieu 1958"]),
        ("People’s", ["peoples"]),
        ("U.S.", ["u s"]),
        ("snake_case", ["snake case"]),
        ("—", []),
        ("", []),
    ],
)
def test_a_text_is_spelt_word_by_word_with_its_hyphens_open_and_closed(
    text: str, forms: list[str]
) -> None:
    assert word_variants(text, fold) == forms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kim Nhật Thành", "kim-nhat-thanh"),
        ("  Đà Nẵng, 1958! ", "da-nang-1958"),
        ("김일성", ""),
        ("", ""),
    ],
)
def test_a_slug_is_an_id_of_plain_letters(text: str, expected: str) -> None:
    assert slug(text) == expected


PEOPLE = {
    "ho-chi-minh": Person(side="VN", en="Hồ Chí Minh", vi="Hồ Chí Minh"),
    "ho-xuan-son": Person(side="VN", en="Hồ Xuân Sơn", vi="Hồ Xuân Sơn"),
    "kim-mun": Person(side="KP", en="Kim Mun", vi="Kim Văn", ko="김문", aliases=("Kim Mun-ho",)),
    "mun-kim": Person(side="KP", en="Mun Kim", vi="Văn Kim"),
    "pak-ho": Person(side="KP", en="Pak Ho (Premier)", vi="Pak Ho (Thủ tướng)"),
    "vo-minh-ho": Person(side="VN", en="Võ Minh Hổ", vi="Võ Minh Hổ"),
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ho", ["ho-chi-minh", "ho-xuan-son", "kim-mun", "pak-ho", "vo-minh-ho"]),
        ("Hồ", ["ho-chi-minh", "ho-xuan-son"]),
        ("Hổ", ["vo-minh-ho"]),
        (
            "hồ chi minh",
            ["ho-chi-minh"],
        ),  # each word counts by itself: chi may be chí, hồ may not be hổ
        ("hổ chi minh", []),
        ("Võ minh", ["vo-minh-ho"]),
        ("vo minh hổ", ["vo-minh-ho"]),
        ("vo minh hồ", []),
        ("Hồ Chí", ["ho-chi-minh"]),
        ("ho chi", ["ho-chi-minh"]),
        ("chi minh ho", ["ho-chi-minh"]),
        ("hochiminh", ["ho-chi-minh"]),
        ("ho-chi-minh", ["ho-chi-minh"]),
        ("ho chiminh", ["ho-chi-minh"]),
        ("minh, ho", ["ho-chi-minh", "vo-minh-ho"]),
        ("Kim Mun", ["kim-mun"]),  # the whole name, before the same words in another order
        ("mun kim", ["mun-kim"]),
        ("kim", ["kim-mun", "mun-kim"]),
        ("Mun-ho", ["kim-mun"]),
        ("Mun-ho Kim", ["kim-mun"]),
        ("munho", ["kim-mun"]),
        ("김문", ["kim-mun"]),
        ("김 문", ["kim-mun"]),
        ("Pak Ho", ["pak-ho"]),
        ("pak ho premier", ["pak-ho"]),
        ("Thủ tướng", ["pak-ho"]),
        ("min", []),  # words match whole, so that one name is not taken for another
        ("", []),
        ("  ", []),
        ("-", []),
    ],
)
def test_people_are_found_by_the_whole_name_or_by_all_its_words(
    text: str, found: list[str]
) -> None:
    assert names.find_people(text, PEOPLE) == found


def test_a_name_that_fits_several_people_lists_them_ready_to_be_typed() -> None:
    with pytest.raises(AmbiguousName) as several:
        names.find_person("Hồ", PEOPLE)
    assert several.value.choices == ("ho-chi-minh (Hồ Chí Minh)", "ho-xuan-son (Hồ Xuân Sơn)")
    for choice in several.value.choices:
        assert names.find_person(choice.partition(" ")[0], PEOPLE) == choice.partition(" ")[0]


def test_a_name_that_fits_nobody_says_who_it_may_have_been() -> None:
    with pytest.raises(
        UnknownName, match=r'^no person "Ho Chi Mihn"; did you mean "Hồ Chí Minh"\?$'
    ):
        names.find_person("Ho Chi Mihn", PEOPLE)
    with pytest.raises(UnknownName, match=r'^no person "Xylophone"; list them with: vnkp people$'):
        names.find_person("Xylophone", PEOPLE)


def test_a_name_of_nothing_but_marks_or_of_endless_letters_is_nobody() -> None:
    for text in ("", " ", "-", "\u0301", "x" * 100_000):
        with pytest.raises(UnknownName):
            names.find_person(text, PEOPLE)


PLACES = {
    "hanoi": Place(side="VN", en="Hanoi", vi="Hà Nội", ko="하노이", aliases=("Hanoï",)),
    "xuan-la": Place(side="VN", en="Xuân La", vi="Xuân La", within="hanoi"),
    "viet-trieu-farm": Place(side="VN", en="The farm", vi="Hợp tác xã", within="xuan-la"),
    "kep": Place(side="VN", en="Kép, Bắc Giang", vi="Kép (Bắc Giang)"),
    "kep-airfield": Place(side="VN", en="Kép airfield", vi="Sân bay Kép"),
    "mirror": Place(side="VN", en="Mirror", vi="Gương", within="mirror"),
}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Hà Nội", ["hanoi", "xuan-la", "viet-trieu-farm"]),
        ("ha noi", ["hanoi", "xuan-la", "viet-trieu-farm"]),
        ("HANOI", ["hanoi", "xuan-la", "viet-trieu-farm"]),
        ("Hanoï", ["hanoi", "xuan-la", "viet-trieu-farm"]),
        ("하노이", ["hanoi", "xuan-la", "viet-trieu-farm"]),
        ("xuan-la", ["xuan-la", "viet-trieu-farm"]),
        ("kep", ["kep", "kep-airfield"]),
        ("Kép", ["kep", "kep-airfield"]),
        ("kep airfield", ["kep-airfield"]),
        ("mirror", ["mirror"]),
    ],
)
def test_a_place_is_found_by_any_part_of_its_names_with_all_that_lies_in_it(
    text: str, keys: list[str]
) -> None:
    assert names.find_places(text, PLACES) == keys


@pytest.mark.parametrize("text", ["Hanoy", "kẹp", "", "-"])
def test_a_place_that_is_not_known_is_refused(text: str) -> None:
    with pytest.raises(UnknownName):
        names.find_places(text, PLACES)


IDS = [
    "1958-kim-il-sung-at-xuan-la",
    "1958-kim-il-sung-in-vietnam",
    "1961-treaty",
    "1961-treaty-of-friendship",
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (IDS[0], IDS[0]),
        ("1958-kim-il-sung-i", IDS[1]),
        ("1961-treaty", "1961-treaty"),
        ("1961-treaty-", IDS[3]),
    ],
)
def test_an_id_is_found_whole_or_by_its_beginning(text: str, found: str) -> None:
    assert names.find_id(text, IDS, "fact") == found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1961-traety", 'no fact "1961-traety"; did you mean "1961-treaty"?'),
        ("friendship", 'no fact "friendship"; did you mean "1961-treaty-of-friendship"?'),
        ("xuan-la", 'no fact "xuan-la"; did you mean "1958-kim-il-sung-at-xuan-la"?'),
        ("2999", 'no fact "2999"; look for it with: vnkp search WORDS'),
        ("", 'no fact ""; look for it with: vnkp search WORDS'),
    ],
)
def test_an_id_that_begins_nothing_is_unknown_and_something_like_it_is_suggested(
    text: str, message: str
) -> None:
    with pytest.raises(UnknownName) as unknown:
        names.find_id(text, IDS, "fact")
    assert str(unknown.value) == message


def test_a_beginning_that_several_ids_share_lists_them() -> None:
    with pytest.raises(AmbiguousName) as several:
        names.find_id("1958", IDS, "fact")
    assert several.value.choices == tuple(IDS[:2])
    assert (
        str(several.value)
        == f'"1958" fits several facts: {IDS[0]}, {IDS[1]}; write one of them in full'
    )


def test_suggestions_are_the_nearest_first_at_most_three_and_written_as_they_are_known() -> None:
    assert nearest_spellings("Ha Nọi", ["Hà Nội", "Hà Nam", "Hải Phòng"])[0] == "Hà Nội"
    assert len(nearest_spellings("Kim A", ["Kim B", "Kim C", "Kim D", "Kim E"])) == 3
    assert nearest_spellings("zzzz", ["Kim B"]) == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("김일성", "kim-il-sung"),
        (unicodedata.normalize("NFD", "김일성"), "kim-il-sung"),
        ("김 일성", "kim-il-sung"),
        ("Kim Il-sung", "kim-il-sung"),
        ("KIM IL SUNG", "kim-il-sung"),
        ("Il-sung", "kim-il-sung"),
        ("kim ilsung", "kim-il-sung"),
        ("Kim Nhật Thành", "kim-il-sung"),
        ("kim nhat thanh", "kim-il-sung"),
        ("Kim Il Sŏng", "kim-il-sung"),
        ("kim-il-sung", "kim-il-sung"),
        ("Kim Jong-il", "kim-jong-il"),
        ("김정일", "kim-jong-il"),
        ("Kim Jong-un", "kim-jong-un"),
        ("jong un", "kim-jong-un"),
        ("Hồ Chí Minh", "ho-chi-minh"),
        ("HO CHI MINH", "ho-chi-minh"),
        ("Trần Đức Lương", "tran-duc-luong"),
        ("tran duc luong", "tran-duc-luong"),
        ("Nong Duc Manh", "nong-duc-manh"),
        ("Pham Van Dong", "pham-van-dong"),
        ("Kim Yong Il premier", "kim-yong-il-premier"),
        ("to lam", "to-lam"),
    ],
)
def test_the_people_of_the_record_are_found_in_any_spelling_and_script(
    record: Book, text: str, person: str
) -> None:
    assert names.find_person(text, record.people) == person


def test_everybody_in_the_record_is_found_by_each_spelling_of_the_name(record: Book) -> None:
    for key, person in record.people.items():
        for spelling in person.spellings:
            text = unicodedata.normalize("NFD", spelling.upper())
            same_name = {
                other for other in record.people if spelling in record.people[other].spellings
            }
            assert set(names.find_people(text, record.people)) == {key, *same_name}, text
        assert names.find_people(key, record.people) == [key]
        assert key in names.find_people(fold(person.en), record.people)
        assert re.fullmatch("[a-z-]+", key)
