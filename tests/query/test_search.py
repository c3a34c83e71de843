"""Searching: every word, in any spelling and script; the best places first; words are marked."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
from rich.text import Text as Rich

from tests.conftest import STORE, Run
from vnkp.model.edtf import parse
from vnkp.model.enums import Kind, SourceKind
from vnkp.model.facts import Book, Cite, Fact, Figure, Participant, Person, Place, Source, Variant
from vnkp.model.fields import BilingualText
from vnkp.output.screen.marking import marker
from vnkp.query.search.search_terms import parse_terms
from vnkp.query.search.search_texts import Field
from vnkp.query.search.word_search import find_words, search_facts


def fact(id: str, en: str, vi: str, **more: object) -> Fact:
    cite = (Cite(source=str(more.pop("source", "paper"))),)
    return Fact(id=id, kind=Kind.DIPLOMACY, date=parse(id[:4]), en=en, vi=vi, cite=cite, **more)  # type: ignore[arg-type]


def source(title: str, publisher: str, lang: str) -> Source:
    return Source(title=title, publisher=publisher, lang=lang, kind=SourceKind.PRESS)


PEACE = BilingualText(en="Łódź", vi="Hoà bình")
# Each fact is there for one thing that may be looked for.
FACTS = (
    fact(
        "1950-note",
        "A letter",
        "Bức thư",
        note=BilingualText(en="Pak Ho signs for Kim Mun", vi="Pác Hồ ký thay"),
    ),
    fact("1951-person", "Talks", "Hội đàm", people=(Participant(who="kim-mun"),)),
    fact("1952-title", "Kim Mun-ho speaks", "Kim Văn phát biểu"),
    fact("1953-place", "A stop", "Dừng chân", places=("da-nang",)),
    fact("1954-item", "A gift", "Món quà", figure=Figure(unit="t", of="rubber", value=5)),
    fact("1955-source", "A report", "Phóng sự", source="soviet"),
    fact("1956-han", "A telegram", "Điện mừng", source="rodong"),
    fact(
        "1957-variant",
        "A count",
        "Con số",
        variants=(Variant(cite=(Cite(source="soviet"),), note=PEACE),),
    ),
    fact(
        "1958-viet-trieu-farm",
        "The Việt–Triều farm of the people’s friendship",
        "Hợp tác xã Việt - Triều hữu nghị",
    ),
    fact(
        "1959-scattered",
        "A high envoy brings rubber and an event",
        "Đặc phái viên cấp cao dự sự kiện, đá banh",
    ),
)
BOOK = Book(
    schema=1,
    units={"t": BilingualText(en="tonnes", vi="tấn")},
    items={"rubber": BilingualText(en="raw rubber", vi="cao su nguyên liệu")},
    places={"da-nang": Place(side="VN", en="Da Nang", vi="Đà Nẵng")},
    people={
        "kim-mun": Person(
            side="KP", en="Kim Mun Ho", vi="Kim Văn", ko="김문호", aliases=("Kim Mun-kho",)
        )
    },
    sources={
        "paper": source("Chuyện cũ", "Báo Thử", "vi"),
        "soviet": source("Визит делегации", "Pravda", "ru"),
        "rodong": source("金正恩总书记致电越南", "로동신문", "zh"),
    },
    facts=FACTS,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # people, in any spelling and script, whatever the title says
        ("Kim Mun Ho", ["1951", "1952", "1950"]),
        ("kim mun-ho", ["1951", "1952"]),
        ("KIM MUNHO", ["1951", "1952"]),
        ("Kimmunho", ["1951"]),
        ("Mun-ho", ["1951", "1952"]),
        ("ho kim", ["1951", "1952", "1950"]),
        ("Kim Mun Kho", ["1951"]),
        ("Kim Mun-kho", ["1951"]),
        ("kim van", ["1951", "1952"]),
        ("Kim Văn", ["1951", "1952"]),
        ("김문호", ["1951"]),
        ("김문", ["1951"]),
        ("문호", ["1951"]),
        (unicodedata.normalize("NFD", "김문호"), ["1951"]),
        # places, items, sources, notes, other readings, ids
        ("da nang", ["1953"]),
        ("ĐÀ NẴNG", ["1953"]),
        (unicodedata.normalize("NFD", "Đà Nẵng"), ["1953"]),
        ("cao su", ["1954"]),  # and not what has both syllables apart
        ("rubber", ["1959", "1954"]),
        ("pravda", ["1955", "1957"]),
        ("визит", ["1955", "1957"]),
        ("soviet", ["1955", "1957"]),
        ("金正恩", ["1956"]),
        ("越南", ["1956"]),
        ("로동", ["1956"]),
        ("lodz", ["1957"]),
        ("hoa binh", ["1957"]),
        ("hòa bình", ["1957"]),
        ("1953-place", ["1953"]),
        # hyphens, dashes, apostrophes and punctuation
        ("Việt-Triều", ["1958"]),
        ("viet trieu", ["1958"]),
        ("trieu", ["1958"]),
        ("viettrieu", ["1958"]),
        ("peoples", ["1958"]),
        ("people's", ["1958"]),
        ("people", ["1958"]),
        ("“farm”,", ["1958"]),
        # a word with marks matches what is written so, one without matches either
        ("Hồ", ["1950"]),
        ("hô", ["1951", "1952", "1950"]),  # nothing has ô: as without it
        ("đá", ["1959"]),
        ("đa", ["1959", "1953"]),
        ("da", ["1959", "1953"]),  # a beginning needs three letters
        ("Đá cao", ["1959"]),
        ("cáo", ["1959", "1954"]),
        # every word must be found, from its beginning on
        ("talk", ["1951"]),
        ("alks", []),
        ("talks letter", []),
        ("gift nguyen", ["1954"]),
        # nothing to look for
        ("", []),
        ("   ", []),
        ("— ' -", []),
        ("talks —", ["1951"]),
        ("[bold] talks", []),
        ("x" * 10_000, []),
    ],
)
def test_facts_are_found_by_every_word_and_the_best_places_come_first(
    text: str, found: list[str]
) -> None:
    assert [one.id[:4] for one in search_facts(BOOK, text, FACTS)] == found


def test_words_side_by_side_come_before_the_same_words_scattered(record: Book) -> None:
    hits = find_words(record, "war dead", record.facts).hits
    is_together = ["war dead" in hit.fact.en or "war-dead" in hit.fact.id for hit in hits]
    assert is_together == sorted(is_together, reverse=True)
    assert {True, False} == set(is_together)


def test_facts_that_rank_alike_stay_in_their_order_and_all_do_when_they_are_not_ranked() -> None:
    assert [one.id[:4] for one in search_facts(BOOK, "kim", FACTS)] == ["1951", "1952", "1950"]
    assert [one.id[:4] for one in search_facts(BOOK, "a", FACTS[:4])] == ["1950", "1953"]
    assert [one.id[:4] for one in search_facts(BOOK, "a", FACTS[3::-1])] == ["1953", "1950"]
    assert [one.id[:4] for one in search_facts(BOOK, "kim", FACTS, ranked=False)] == [
        "1950",
        "1951",
        "1952",
    ]


def test_only_the_facts_given_are_looked_through() -> None:
    assert search_facts(BOOK, "kim", FACTS[:1]) == [FACTS[0]]
    assert search_facts(BOOK, "kim", []) == []


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("cao su", ["2000-rubber-for-the-dprk"]),
        ("Kép", ["1965-first-dprk-airmen-at-kep"]),
        ("Viet Trieu", ["1958-viet-trieu-cooperative"]),
        (
            "Kim Il-sung",
            ["1957-ho-chi-minh-in-the-dprk", "1957-pyongyang-rally-for-ho-chi-minh"],
        ),
        ("MiG-17", ["1966-agreement-on-dprk-airmen", "1966-first-dprk-airmen-due"]),
    ],
)
def test_what_people_ask_of_the_record_is_answered_first(
    record: Book, text: str, ids: list[str]
) -> None:
    assert [one.id for one in search_facts(record, text, record.facts)][: len(ids)] == ids


@pytest.mark.parametrize(
    ("person", "spellings"),
    [
        (
            "kim-il-sung",
            [
                "Kim Nhật Thành",
                "kim nhat thanh",
                "Kim Il-sung",
                "kim ilsung",
                "김일성",
                "Kim Il Sŏng",
            ],
        ),
        ("kim-jong-un", ["김정은", "정은", "Kim Jong-un", "KIM JONG UN"]),
        ("kim-jong-il", ["김정일", "Kim Jong-il"]),
        ("ho-chi-minh", ["Hồ Chí Minh", "ho chi minh"]),
        ("nong-duc-manh", ["Nông Đức Mạnh", "nong duc manh"]),
    ],
)
def test_every_fact_of_a_person_of_the_record_is_found_by_every_spelling(
    record: Book, person: str, spellings: list[str]
) -> None:
    theirs = {
        one.id for one in record.facts if person in {attendance.who for attendance in one.people}
    }
    assert theirs
    for spelling in spellings:
        hits = [one.id for one in search_facts(record, spelling, record.facts)]
        assert theirs <= set(hits), spelling
        assert set(hits[: len(theirs)]) == theirs, (
            f"{spelling}: those in which the person takes part come first"
        )


def test_rice_is_found_with_and_without_its_mark(record: Book) -> None:
    bare, marked = (search_facts(record, text, record.facts) for text in ("gao", "gạo"))
    rice = {one.id for one in record.facts if one.figure and one.figure.of == "rice"}
    assert rice <= {one.id for one in marked} <= {one.id for one in bare}
    assert all(
        "gạo" in f"{one.vi} {one.note.vi if one.note else ''}".lower() or one.id in rice
        for one in marked
    )


def test_facts_that_fit_alike_have_the_same_order_in_every_run(spawn: Run) -> None:
    words = ("search", "Lê Văn Ví visits Vietnam", "--format", "table")
    runs = {spawn(*words, data=STORE, env={"PYTHONHASHSEED": seed}).out for seed in "123"}
    assert len(runs) == 1


@pytest.mark.parametrize(
    ("wanted", "text", "marked"),
    [
        ("kim", "Kim Mun and the kimono", ["Kim", "kim"]),
        ("vi", "Lê Văn Ví visits Vietnam", ["Ví"]),
        ("vis", "Lê Văn Ví visits Vietnam", ["vis"]),
        ("22700", "22,700 t, 22.700 tấn, 227000", ["22,700", "22.700"]),
        ("16.5 million", "over 16,500,000 US dollars", ["16,500,000"]),
        ("died", "many die, the dead", ["die"]),
        ("Bắc Triều Tiên", "The DPRK and Triều Tiên", ["DPRK", "Triều Tiên"]),
        ('"kim mun"', "Kim Mun, Kim Văn", ["Kim Mun"]),
        ("Ví", "Lê Văn Ví visits Vietnam", ["Ví"]),
        ("đặng", "Đặng Thị Mẫu, Dang", ["Đặng"]),
        ("dang", "Đặng Thị Mẫu, Dang", ["Đặng", "Dang"]),
        ("mun-ho", "Kim Mun-ho, Mun Ho, Munho, Mun", ["Mun-ho", "Mun Ho", "Munho"]),
        ("munho", "Mun-ho, Mun Ho", ["Mun-ho"]),
        ("Triều", "Việt–Triều", ["Triều"]),
        ("Việt-Triều", "Việt - Triều", ["Việt - Triều"]),
        ("hoà", "Hòa bình, hoa", ["Hòa"]),
        ("people's", "the people’s army", ["people’s"]),
        ("peoples", "the people’s army", ["people’s"]),
        ("정은", "김정은의 방문", ["정은"]),
        ("a", "[bold]A[/bold] b", ["A"]),
        ("alks", "Talks", []),
        ("x y", "X, y", ["X", "y"]),
        ("—", "a — b", []),
        ("", "a", []),
        ("kim", "", []),
    ],
)
def test_the_words_found_are_marked_and_nothing_else(
    wanted: str, text: str, marked: list[str]
) -> None:
    made = marker(parse_terms(wanted))(Rich(text))
    assert made.plain == text
    assert [text[span.start : span.end] for span in sorted(set(made.spans))] == marked


ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("wanted", ["Văn", "van vi", "kim-mun", "김문", "viet nam", "a"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_marking_does_not_change_a_letter_of_the_screen(
    run: Run, monkeypatch: pytest.MonkeyPatch, wanted: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    coloured = run("search", wanted, "--format", "table", "--color", "always")
    plain = run("search", wanted, "--format", "table", "--color", "never")
    assert coloured.status == plain.status == 0
    assert ESCAPES.sub("", coloured.out) == plain.out
    assert "\x1b" not in plain.out


def test_the_search_of_the_command_line_ranks_and_limits_and_counts(run: Run) -> None:
    ran = run("search", "kim", "mun", "--format", "json")
    assert [one["id"] for one in json.loads(ran.out)] == [
        "2001-le-van-vi-in-the-dprk",
        "2001-talks-in-pyongyang",
        "2002-kim-mun-in-vietnam",
    ]
    assert ran.err == "3 facts\n"
    assert len(json.loads(run("search", "kim", "--limit", "1", "--json").out)) == 1


@pytest.mark.parametrize(
    "text", ["North Korean", "north korea", "DPRK", "Bắc Triều Tiên", "bac trieu tien"]
)
def test_the_country_is_found_by_every_name_it_has(record: Book, text: str) -> None:
    titled = [fact for fact in record.facts if "DPRK" in fact.en and "Triều Tiên" in fact.vi]
    assert {fact.id for fact in titled} <= {
        fact.id for fact in search_facts(record, text, record.facts)
    }


def test_a_search_that_finds_nothing_says_so_with_status_1(run: Run) -> None:
    ran = run("search", "xylophone")
    assert (ran.status, ran.err) == (
        1,
        "nothing found; try another word, in English, Vietnamese or Korean\n",
    )
    assert run("search", "").status == 2


def test_where_nothing_has_all_words_the_facts_with_most_are_shown_and_it_is_said(run: Run) -> None:
    most = run("search", "xylophone", "rice", "--json")
    assert (most.status, most.out) == (0, run("search", "rice", "--json").out)
    note = "no fact has all these words; left out: xylophone\n"
    assert note in most.err
    assert run("search", "xylophone", "rice", "--format", "table").out.startswith(note)
    assert note in run("search", "xylophone", "rice", "--by", "decade").err


@pytest.mark.parametrize(
    ("lang", "line", "complete", "near"),
    [
        (
            "en",
            "south korean diplomats held prisoner saigon",
            "1975-south-korean-diplomats-held",
            "1980-south-korean-diplomats-freed",
        ),
        (
            "en",
            "love story Pham Ngoc Canh",
            "1967-vietnamese-students-sent-to-the-dprk",
            "2002-ri-yong-hui-marries-pham-ngoc-canh",
        ),
        (
            "vi",
            "phi công bắn rơi máy bay Mỹ",
            "1966-us-aircraft-credited-to-dprk-pilots",
            "1966-agreement-on-dprk-airmen",
        ),
    ],
)
def test_where_few_facts_have_several_words_those_that_lack_few_of_them_follow(
    run: Run, lang: str, line: str, complete: str, near: str
) -> None:
    words = ("search", *line.split(), "--lang", lang)
    screen = run(*words, "--format", "table", "--ids", data=STORE).out
    heading = {"en": "Less relevant", "vi": "Ít liên quan hơn"}[lang]
    before, _, after = screen.partition(heading)
    assert complete in before
    assert near in after
    data = run(*words, "--json", data=STORE)
    assert near not in {fact["id"] for fact in json.loads(data.out)}
    assert "--format table" in data.err


def test_facts_that_fit_better_with_most_words_come_before_one_that_has_all_in_a_note(
    run: Run,
) -> None:
    words = ("search", "Campuchia quan hệ", "--lang", "vi", "--format", "table", "--ids")
    screen = run(*words, data=STORE).out
    order = [
        "Có phần lớn các từ này",
        "1978-ambassadors-withdrawn-over-cambodia",
        "Có đủ các từ này",
        "1991-relations-proposed-to-south-korea",
        "Ít liên quan hơn",
    ]
    assert [screen.find(text) for text in order] == sorted(map(screen.find, order))
    assert all(text in screen for text in order)


@pytest.mark.parametrize(
    "words",
    [("search", "rice"), ("search", "kim jong un train"), ("rice", "2012")],
)
def test_few_words_or_facts_that_lack_much_of_them_are_followed_by_no_others(
    run: Run, record: Book, words: tuple[str, ...]
) -> None:
    screen = run(*words, "--format", "table", "--ids", data=STORE).out
    ids = {fact["id"] for fact in json.loads(run(*words, "--json", data=STORE).out)}
    assert {id_ for id_ in screen.split() if id_ in record.facts_by_id} - ids == set()


def test_facts_that_have_the_words_in_notes_and_sources_follow_those_that_tell_of_them(
    run: Run,
) -> None:
    words = ("search", "airmen", "1966")
    screen = run(*words, "--format", "table", "--ids", data=STORE).out
    before, _, after = screen.partition("Less relevant")
    assert "1966-agreement-on-dprk-airmen" in before
    assert "1964-uniforms-for-vietnam" in after  # a source's title has the word
    ids = [fact["id"] for fact in json.loads(run(*words, "--json", data=STORE).out)]
    assert ids[-1] == "1964-uniforms-for-vietnam"


def test_rare_words_count_more_than_words_that_many_facts_have(record: Book) -> None:
    result = find_words(record, "rubber reunification agreement", record.facts, ranked=True)
    rarest = min(range(3), key=lambda index: len(_ids_with(record, result.terms[index].text)))
    assert result.hits
    assert result.hits[0].matches[rarest]


def _ids_with(record: Book, word: str) -> set[str]:
    return {fact.id for fact in search_facts(record, word, record.facts)}


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("trường mầm non", "trường mẫu giáo"),
        ("qua đời", "từ trần"),
        ("phi cơ", "máy bay"),
        ("vu khi nguyen tu", "vu khi hat nhan"),
        ("đám cưới Phạm Ngọc Cảnh", "kết hôn Phạm Ngọc Cảnh"),
    ],
)
def test_vietnamese_words_find_what_others_call_otherwise(
    record: Book, typed: str, written: str
) -> None:
    found = search_facts(record, typed, record.facts)
    assert found
    assert {fact.id for fact in found} == {
        fact.id for fact in search_facts(record, written, record.facts)
    }


def test_syllables_that_belong_together_are_found_side_by_side_alone(record: Book) -> None:
    terms = find_words(record, "Việt Nam phản ứng Triều Tiên thử hạt nhân", record.facts).terms
    assert [term.text for term in terms if not term.is_country] == ["phản ứng", "thử", "hạt nhân"]
    apart = find_words(record, "cuộc gặp", record.facts).facts
    assert all(
        "cuộc gặp" in f"{fact.vi} {fact.note.vi if fact.note else ''}".lower()
        or any("cuộc gặp" in record.sources[cite.source].title.lower() for cite in fact.cite)
        for fact in apart
    )


def test_vietnamese_words_that_were_left_out_are_told_whole(run: Run) -> None:
    line = "Triều Tiên chia buồn khi lãnh đạo Việt Nam qua đời"
    told = run(*line.split(), "--lang", "vi", data=STORE).err
    assert "; bỏ qua: lãnh đạo\n" in told
    assert "left out: xyzzyx, xylophone\n" in run("search", "xyzzyx", "rice", "xylophone").err


def test_who_is_left_out_is_not_looked_for_in_the_names_of_places_and_offices(run: Run) -> None:
    rows = run("visits", "--to", "KP", "--without", "Hồ Chí Minh", "--json", data=STORE).out
    ids = {fact["id"] for fact in json.loads(rows)}
    assert "1957-ho-chi-minh-in-the-dprk" not in ids
    assert "2025-to-lam-in-the-dprk" in ids  # in whose party is the head of an academy of his name


def test_what_facts_tell_themselves_comes_before_what_their_notes_tell(record: Book) -> None:
    hits = find_words(record, "airmen died Vietnam war", record.facts).hits
    in_notes = [
        sum(match is not None and match.field >= Field.NOTE for match in hit.matches)
        for hit in hits
    ]
    assert len(set(in_notes)) > 1
    assert in_notes == sorted(in_notes)


def test_syllables_of_a_compound_that_stand_apart_tell_nothing(record: Book) -> None:
    result = find_words(record, "chia buồn lãnh đạo qua đời", record.facts)
    for hit in result.hits:
        note = hit.fact.note.vi if hit.fact.note else ""
        text = f"{hit.fact.vi} {note}".lower()
        assert any(compound in text for compound in ("chia buồn", "lãnh đạo", "qua đời"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("search", "gáo"), "only found without its accents: gáo\n"),
        (("list", "gáo", "--lang", "vi"), "chỉ tìm thấy khi bỏ dấu: gáo\n"),
        (("aid", "gáo"), "only found without its accents: gáo\n"),
        (("visits", "gáo"), "only found without its accents: gáo\n"),
        (("cite", "gáo", "--format", "json"), "only found without its accents: gáo\n"),
    ],
)
def test_what_is_only_found_without_accents_is_told(
    run: Run, words: tuple[str, ...], said: str
) -> None:
    assert said in run(*words).err
    if words[0] != "cite":
        assert run(*words, "--format", "table").out.startswith(said)
    accented = run(*(word.replace("á", "ạ") for word in words))
    assert said[-5:] not in accented.err


@pytest.mark.parametrize("width", ["50", "100"])
def test_a_row_tells_where_the_words_are_that_it_does_not_show(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for command in ("search", "list", "visits"):
        ran = run(command, "gạo", "--format", "table")
        assert ran.out.count("in the note: … mang theo một món quà là gạo.") == 1, ran.out
        assert "trong ghi chú: " in run(command, "gạo", "--format", "table", "--lang", "vi").out


def test_a_sorted_search_is_in_the_order_asked_for(run: Run) -> None:
    dates = [
        one["date"] for one in json.loads(run("search", "vietnam", "--sort", "-date", "--json").out)
    ]
    assert dates == sorted(dates, reverse=True)
    assert len(dates) > 2


def test_a_search_in_a_window_gives_what_lies_inside_it_first(run: Run) -> None:
    found = json.loads(run("search", "gạo", "--in", "2001", "--json", data=STORE).out)
    matches = [one["match"] for one in found]
    assert matches == sorted(matches, key=["inside", "spans", "possible"].index)
    assert {"inside", "spans"} <= set(matches)


def test_or_between_two_words_finds_what_has_either(record: Book) -> None:
    def ids(text: str) -> set[str]:
        return {fact.id for fact in search_facts(record, text, record.facts)}

    assert ids("missiles or submarines") == ids("missiles") | ids("submarines")
    assert ids("rice or rubber or photographs") == ids("rice") | ids("rubber") | ids("photographs")
    assert ids("hanoi rice or rubber") == (ids("rice") | ids("rubber")) & ids("hanoi")
    assert ids("gạo or xylophone") == ids("gạo")
    assert ids("xylophone or xyzzyx") == set()


def test_what_does_not_name_the_two_countries_is_about_them_all_the_same(record: Book) -> None:
    def ids(text: str) -> set[str]:
        return {fact.id for fact in search_facts(record, text, record.facts)}

    assert ids("north korean coal") == ids("coal")
    assert ids("than đá Triều Tiên") == ids("than đá")
    assert ids("South Korea coal") != ids("coal")
    assert ids("North Korea") != {fact.id for fact in record.facts}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("nha hang hanoi", {"2024-last-north-korean-restaurant-closes"}),  # nhà hàng, not hàng năm
        ("tau dong thanh", {"2019-dong-thanh-off-vietnam"}),
        ("le don to lam", {"2025-to-lam-is-welcomed-in-pyongyang"}),
    ],
)
def test_a_vietnamese_word_without_its_marks_is_found_whole(
    record: Book, typed: str, found: set[str]
) -> None:
    facts = search_facts(record, typed, record.facts)
    assert found <= {fact.id for fact in facts}
    assert len(facts) <= 10


def test_words_with_a_capital_that_stand_together_are_one_name(record: Book) -> None:
    terms = find_words(record, "coal Dong Thanh", record.facts).terms
    assert [term.text for term in terms] == ["coal", "Dong Thanh"]


def test_a_name_is_not_left_out_for_a_rarer_word(record: Book) -> None:
    result = find_words(record, 'tiễn "kim jong un"', record.facts)
    assert result.left_out == ("tiễn",)
    named = {fact.id for fact in search_facts(record, '"kim jong un"', record.facts)}
    assert set() < {fact.id for fact in result.facts} <= named


def test_few_facts_found_are_told_with_people_places_and_notes(run: Run) -> None:
    few = run("search", "new delhi talks 1978", "--format", "table", data=STORE).out
    assert "people: Gong Ro-myung" in few
    assert "place: New Delhi" in few
    assert "the ratio" in few
    many = run("search", "rice", "--format", "table", data=STORE).out
    assert "people:" not in many


def test_the_title_counts_the_facts_above_the_heading_of_the_weak_ones(run: Run) -> None:
    screen = run("search", "rice", "--format", "table", "--ids", data=STORE).out
    above, heading, below = screen.partition("Less relevant")
    assert heading
    ids = {fact["id"] for fact in json.loads(run("search", "rice", "--json", data=STORE).out)}
    assert f"Search: rice · {len(ids & set(above.split()))}\n" in above
    assert ids & set(below.split())


def test_who_asks_where_is_told_the_places(run: Run) -> None:
    asked = run("where did Kim Jong Un go in Hanoi in 2019", "--format", "table", data=STORE).out
    assert "place: Metropole hotel, Hanoi\n" in asked
    asked = run(
        "phi công Triều Tiên được chôn ở đâu", "--lang", "vi", "--format", "table", data=STORE
    ).out
    assert "nơi diễn ra: Tân Dĩnh" in asked
    assert "place:" not in run("search", "summit", "2019", "--format", "table", data=STORE).out


def test_the_title_of_a_search_has_no_word_that_was_left_out(run: Run) -> None:
    screen = run("search", "xylophone", "rice", "--format", "table", data=STORE).out
    assert "left out: xylophone\n" in screen
    assert "\nSearch: rice · " in screen
