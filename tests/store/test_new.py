"""``vnkp new``: what is known is filled in, what is not is a comment that can be answered."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tomli

from tests.conftest import STORE, Ran, Run

VISIT = ("new", "visit", "Kim Mun", "2003-08-05..07", "--source", "paper-2001-05-03")
ANSWERS = {
    "id": '"2003-something-new"',
    "date": '"2003-08-05/2003-08-07"',
    "from": '"KP"',
    "to": '"VN"',
    "people": '[{ who = "kim-mun", as = "premier-kp" }]',
    "places": '["hanoi"]',
    "en": '"Something new in Hanoi"',
    "vi": '"Việc mới ở Hà Nội"',
    "figure": '{ value = 5, unit = "t", of = "rice" }',
    "cite": '[{ source = "paper-2001-05-03" }]',
    "side": '"KP"',
    "ko": '"박아무"',
    "title": '"A paper"',
    "publisher": '"The Paper"',
    "via": '"A copier"',
    "lang": '"en"',
    "kind": '"press"',
    "published": '"2003-09"',
    "url": '"https://example.org/new"',
}


def answered(text: str) -> str:
    """*text* with what its comments ask for."""
    lines = []
    for line in text.splitlines():
        key = re.match(r"# ([a-z]+) *= ", line)
        lines.append(f"{key[1]} = {ANSWERS[key[1]]}" if key else line)
    return "\n".join(lines).replace("YYYY-MM", "2003-09").replace("KEY", "new-one") + "\n"


def fact(done: Ran) -> dict[str, object]:
    """The fact that was printed, as far as it is filled in."""
    assert (done.status, done.err) == (0, "")
    (only,) = tomli.loads(done.out)["fact"]
    assert isinstance(only, dict)
    return only


def test_a_visit_is_filled_in_with_keys_offices_sides_and_sources(run: Run) -> None:
    assert fact(run(*VISIT)) == {
        "id": "2003-kim-mun-in-vietnam",
        "kind": "visit",
        "date": "2003-08-05/2003-08-07",
        "from": "KP",
        "to": "VN",
        "people": [{"who": "kim-mun", "as": "premier-kp"}],
        "cite": [{"source": "paper-2001-05-03"}],
    }


@pytest.mark.parametrize(
    "words",
    [
        VISIT,
        ("new", "visit"),
        ("new", "visit", "Kim Mun", "Le Van Vi", "2003"),
        ("new", "visit", "Kim Mun", "Nobody Known", "2003", "--source", "unknown-paper"),
        ("new", "aid", "rice", "5000 t", "2003", "from Vietnam"),
        ("new", "aid"),
        ("new", "trade", "1.5 million USD", "goods", "2016"),
        ("new", "agreement", "12/2003"),
        ("new", "diplomacy", "195X"),
        ("new", "culture", "[2003-01-02..2003-01-09]", "Hà Nội"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_with_its_comments_answered_it_passes_check(
    words: tuple[str, ...], lang: str, run: Run, tmp_path: Path
) -> None:
    done = run(*words, "--lang", lang)
    own = tmp_path / "own.toml"
    own.write_text(f"schema = 1\n\n{answered(done.out)}", encoding="utf-8")

    checked = run("check", "--with", str(own))

    assert (done.status, done.err) == (0, "")
    assert (checked.status, checked.out) == (0, "own.toml: in order, 1 fact, 0 sources\n")


def test_new_people_and_sources_pass_check_beside_a_fact_that_names_them(
    run: Run, tmp_path: Path
) -> None:
    person = run("new", "person", "Pak Nobody").out
    source = run("new", "source", "https://example.net/2003/a?b=c").out
    titled = run("new", "source", "A", "paper", "on", "rice").out
    visit = (
        run(*VISIT)
        .out.replace("kim-mun", "pak-nobody")
        .replace("paper-2001-05-03", "example-2003-09")
    )
    visit = visit.replace(
        'source = "example-2003-09" }',
        'source = "a-paper-on-rice" }, { source = "example-2003-09" }',
    )
    own = tmp_path / "own.toml"
    parts = [person, titled, source, visit]
    own.write_text(
        "schema = 1\n\n"
        + "\n".join(map(answered, parts)).replace(
            'url = "https://example.org/new"', 'url = "https://example.org/other"'
        ),
        encoding="utf-8",
    )

    checked = run("check", "--with", str(own))

    assert (checked.status, checked.out) == (0, "own.toml: in order, 1 fact, 2 sources\n")


def test_the_office_is_the_last_one_held_before_that_date(run: Run) -> None:
    before = fact(run("new", "visit", "Kim Mun", "1950"))
    after = run("new", "visit", "Kim Mun", "2003")

    assert before["people"] == [{"who": "kim-mun"}]
    assert "kim-mun: office as in " in after.out


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("thăm Kim Văn 8/2003", {"kind": "visit", "date": "2003-08", "from": "KP", "to": "VN"}),
        ("visit Lê Văn Ví Pyongyang 1960s", {"date": "196X", "from": "VN", "to": "KP"}),
        (
            "visit Kim Mun Pyongyang Le Van Vi 2003",
            {"from": "VN", "id": "2003-le-van-vi-in-the-dprk"},
        ),
        ("aid gạo 5.000 tấn 2003 from VN", {"figure": {"value": 5000, "unit": "t", "of": "rice"}}),
        ("aid rice to Vietnam 2003..", {"date": "2003/..", "from": "KP", "to": "VN"}),
        ("culture Hanoi 2003-05-06", {"places": ["hanoi"], "date": "2003-05-06"}),
        ("culture about 1961", {"date": "1961~"}),
        ("culture khoảng tháng 6/1961", {"date": "1961-06~"}),
        ("culture c. 1990–1996", {"date": "1990~/1996~"}),
        ("culture some time in 2011–2015", {"date": "[2011..2015]"}),
        ("culture autumn 1965", {"date": "1965-23"}),
        ("culture 9–11/1965", {"date": "1965-09/1965-11"}),
    ],
)
def test_words_are_read_as_queries_are(words: str, values: dict[str, object], run: Run) -> None:
    new = fact(run("new", *words.split()))
    assert {key: new.get(key) for key in values} == values


@pytest.mark.parametrize(
    ("words", "more"),
    [
        ("about 5000 t rice", {"qualifier": "about"}),
        ("khoảng 5.000 tấn gạo", {"qualifier": "about"}),
        ("nearly 5 thousand t rice on credit", {"qualifier": "nearly", "terms": "credit"}),
        ("gần 5.000 tấn gạo bán trả chậm", {"qualifier": "nearly", "terms": "credit"}),
        ("over 5,000 t of rice promised", {"qualifier": "over", "stage": "pledged"}),
        ("ít nhất 5 nghìn tấn gạo", {"qualifier": "at-least"}),
        ("up to 5,000 t rice", {"qualifier": "up-to"}),
    ],
)
def test_how_exact_a_figure_is_and_on_what_terms_it_is_given_is_read(
    words: str, more: dict[str, str], run: Run
) -> None:
    figure = fact(run("new", "aid", *words.split(), "2003"))["figure"]
    assert figure == {"value": 5000, "unit": "t", "of": "rice", **more}


@pytest.mark.parametrize(
    "words",
    [
        "4,000 to 5,000 t rice",
        "4-5 thousand t of rice",
        "between 4,000 and 5,000 t rice",
        "từ 4.000 đến 5.000 tấn gạo",
        "4.000–5.000 tấn gạo",
    ],
)
def test_an_amount_may_be_a_range(words: str, run: Run) -> None:
    figure = fact(run("new", "aid", *words.split(), "2003"))["figure"]
    assert figure == {"low": 4000, "high": 5000, "unit": "t", "of": "rice"}


def test_what_is_guessed_taken_unclear_or_not_understood_is_told(run: Run) -> None:
    both = run("new", "visit", "Kim Mun", "Le Van Vi", "2003").out
    assert "the side of kim-mun, who is named first" in both

    unclear = run("new", "visit", "Kim Yong Il", "2007", data=STORE).out
    assert '# "Kim Yong Il" may be kim-yong-il-premier, kim-yong-il-vice-minister' in unclear
    assert "\nfrom" not in unclear

    taken = run("new", "visit", "Kim Yong Nam", "2012-08-05..07", data=STORE).out
    assert '"2012-kim-yong-nam-in-vietnam" is of 2012-08-05/2012-08-07' in taken

    unread = run("new", "visit", "Nobody Known", "2003", "--source", "none").out
    assert 'vnkp new person "Nobody Known"' in unread
    assert 'no source "none" in the record' in unread


def test_a_source_of_a_known_site_has_its_publisher_and_one_known_is_named(run: Run) -> None:
    new = run("new", "source", "https://vtcnews.vn/new-article.html", data=STORE).out
    assert 'publisher = "vtc-news"' in new
    assert "[source.vtcnews-YYYY-MM]" in new

    known = run("new", "source", "https://example.org/a_b?c=1").out
    assert "# the record has: paper-2001-05-03" in known
    assert "# the record has: kim-mun" in run("new", "person", "Kim Mun").out


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        (("vist",), 'did you mean "visit"?'),
        (("person",), "vnkp new person NAME"),
        (("source",), "vnkp new source ADDRESS"),
        (("person", "Pak", "--source", "x"), "leave --source out"),
        (("visit", "2003-02-30"), "2003-02"),
    ],
)
def test_a_mistake_says_what_to_write(words: tuple[str, ...], remedy: str, run: Run) -> None:
    done = run("new", *words)
    assert (done.status, done.out) == (2, "")
    assert remedy in done.err


def test_quotes_and_signs_in_words_stay_within_their_texts(run: Run) -> None:
    title = 'Say "so"\\ # = [x]'
    (source,) = tomli.loads(run("new", "source", title).out)["source"].values()
    assert source == {"title": title}
    assert fact(run("new", "visit", 'A "quoted\nword', "2003"))["date"] == "2003"
