"""Korean names: found by rule in every usual spelling, and nobody else's is blurred."""

from __future__ import annotations

import pytest
from hangul_romanize import Transliter
from hangul_romanize.rule import academic
from hypothesis import example, given
from hypothesis import strategies as st
from korean_romanizer.romanizer import Romanizer

from vnkp.model.facts import Book, Person
from vnkp.query import names
from vnkp.query.romanization import people_by_sound, sound_pattern

# People whom no spelling tells apart, since no Hangul is known of one of them.
SAME_NAME = {"kim-yong-il-premier", "kim-yong-il-vice-minister"}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Kim Chŏng-il", "kim-jong-il"),  # McCune–Reischauer
        ("Kim Chŏng-ŭn", "kim-jong-un"),
        ("Ch'oe Ryong-hae", "choe-ryong-hae"),
        ("Ri Yŏng-ho", "ri-yong-ho"),
        ("Kim Yŏng-nam", "kim-yong-nam"),
        ("Pak Pong-ju", "pak-pong-ju"),
        ("Gim Jeong-il", "kim-jong-il"),  # Revised
        ("Gim Jeongeun", "kim-jong-un"),
        ("Baek Nam-sun", "paek-nam-sun"),
        ("Baengnamsun", "paek-nam-sun"),
        ("Jo Myeongnok", "jo-myong-rok"),
        ("Lee Yong-ho", "ri-yong-ho"),  # as papers in Seoul write it
        ("Yi Yong-ho", "ri-yong-ho"),
        ("Yong-ho Lee", "ri-yong-ho"),
        ("Choi Ryong-hae", "choe-ryong-hae"),
        ("Choi Yong-hae", "choe-ryong-hae"),
        ("Park Bong-joo", "pak-pong-ju"),
        ("Cho Myung-rok", "jo-myong-rok"),
        ("Roh Kwang-chul", "no-kwang-chol"),
        ("Rhee Dae-yong", "rhee-dai-yong"),
        ("이용호", "ri-yong-ho"),  # Hangul of the South and of the North
        ("리용호", "ri-yong-ho"),
        ("최용해", "choe-ryong-hae"),
        ("로광철", "no-kwang-chol"),
        ("리대용", "rhee-dai-yong"),
        ("이홍", "ri-hong"),  # of whom no Hangul is known
        ("Lee Hong", "ri-hong"),
    ],
)
def test_a_korean_is_found_in_every_usual_spelling(record: Book, text: str, person: str) -> None:
    assert names.find_people(text, record.people) == [person]


def spellings(hangul: str) -> set[str]:
    """*hangul*, a name, as libraries romanise it: whole, in two words, syllable by syllable."""
    transliter = Transliter(academic)
    family, given = hangul[0], hangul[1:]
    return {
        Romanizer(hangul).romanize(),
        transliter.translit(hangul),
        f"{Romanizer(family).romanize()} {Romanizer(given).romanize()}",
        f"{transliter.translit(family)} {transliter.translit(given)}",
        " ".join(Romanizer(syllable).romanize() for syllable in hangul),
        "-".join(Romanizer(syllable).romanize() for syllable in hangul),
    }


def test_every_korean_of_the_record_is_found_as_libraries_spell_the_name(record: Book) -> None:
    koreans = {key: person for key, person in record.people.items() if person.ko}
    assert len(koreans) > 50
    for key, person in koreans.items():
        for spelling in spellings((person.ko or "").replace(" ", "")):
            keys = names.find_people(spelling, record.people)
            assert keys == [key] or set(keys) == SAME_NAME, spelling


def test_every_korean_of_the_record_is_found_by_sound_as_the_record_spells_the_name(
    record: Book,
) -> None:
    for key, person in record.people.items():
        if person.side in ("KP", "KR"):
            keys = people_by_sound(person.en.partition(" (")[0], record.people)
            assert keys == [key] or set(keys) == SAME_NAME, person.en


def test_a_surname_finds_all_who_have_it_in_any_spelling(record: Book) -> None:
    for northern, others in {
        "Pak": ["Park", "Bak"],
        "Choe": ["Choi", "최"],
        "Ri": ["Yi", "이"],
    }.items():
        people = {key for key in record.people if key.startswith(f"{northern.lower()}-")}
        for other in others:
            assert people <= set(names.find_people(other, record.people)), other


def test_what_is_written_so_comes_before_what_sounds_so() -> None:
    people = {
        "ri-jong-un": Person(side="KP", en="Ri Jong Un", vi="Ri Jong Un", ko="리종운"),
        "lee-jeong-eun": Person(side="KR", en="Lee Jeong-eun", vi="Lee Jeong-eun", ko="이정은"),
    }
    assert names.find_people("Ri Jong-un", people) == ["ri-jong-un"]
    assert names.find_people("Lee Jeong-eun", people) == ["lee-jeong-eun"]
    assert names.find_people("I Jeong-eun", people) == ["lee-jeong-eun"]
    assert names.find_people("Yi Jong Un", people) == ["ri-jong-un", "lee-jeong-eun"]


@pytest.mark.parametrize("text", ["Le Hong Anh", "Ho Chi Minh", "Hồ", "Trump", "Kim Nhật", "rice"])
def test_names_that_are_not_korean_are_left_alone(record: Book, text: str) -> None:
    assert people_by_sound(text, record.people) == []


@given(st.text())
@example("ㄱ")
@example("힣\u1100")
def test_any_text_has_a_pattern_or_none(text: str) -> None:
    assert not sound_pattern(text) or people_by_sound(text, {}) == []
