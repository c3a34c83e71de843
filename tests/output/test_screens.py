"""Screens: what stands where, what gives way on narrow ones, bars, rails, signs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from itertools import combinations_with_replacement
from typing import Any

import msgspec
import pytest
from rich.cells import cell_len

import vnkp
from tests.conftest import STORE, Run
from tests.rendering import fact_list, render
from vnkp import Book, Fact, Figure, Kind, Query, Rank, Source
from vnkp.answers import FactCards, Sources, View
from vnkp.i18n import dates, numbers
from vnkp.i18n.sources import citation_place
from vnkp.model import edtf
from vnkp.model.enums import SourceKind
from vnkp.model.facts import Cite
from vnkp.model.fields import BilingualText, Lang
from vnkp.output.kind_looks import KIND_LOOKS
from vnkp.output.screen import theme

RECORD = vnkp.load(STORE, cached=False)
ADDRESS = "https://example.org/" + "a" * 40
BOOK = Book(
    schema=1,
    units={"t": BilingualText(en="tonnes", vi="tấn")},
    items={"rice": BilingualText(en="rice", vi="gạo")},
    sources={"s": Source("A title", "A paper", "en", SourceKind.PRESS, url=ADDRESS)},
)


def fact(name: str, date: str, kind: Kind = Kind.VISIT, **more: Any) -> Fact:
    """A fact of which little but its id and its date matters."""
    id_ = f"{edtf.parse(date).earliest.year:04}-{name}"
    fields = {"en": f"About {name}", "vi": f"Về {name}", **more}
    return Fact(id=id_, kind=kind, date=edtf.parse(date), cite=(Cite(source="s"),), **fields)


def lines(
    facts: Iterable[Fact],
    width: int,
    view: View = "list",
    lang: Lang = "en",
    book: Book = BOOK,
    query: Query | None = None,
) -> list[str]:
    """The lines between the title of a screen of *facts* and its hints."""
    answer = fact_list(book, facts, view=view, query=query or Query())
    screen = render(answer, "table", lang, width=width)
    return screen.split("\n\n", 1)[1].rpartition("\n\n")[0].split("\n")


# Words that are too long


@pytest.mark.parametrize("width", [20, 24, 60, 120])
def test_an_id_is_not_broken(width: int) -> None:
    answer = fact_list(BOOK, [fact("an-id-of-22-cells", "2001")], query=Query())
    shown = render(answer, "table", width=width, ids=True)
    assert "2001-an-id-of-22-cells" in shown


def test_lists_show_ids_where_there_is_room_or_they_are_asked_for() -> None:
    facts = [fact("a", "2001")]
    assert "2001-a" not in "\n".join(lines(facts, theme.IDS - 1))
    assert "2001-a" in "\n".join(lines(facts, theme.IDS))


def test_ids_have_no_column_where_too_little_room_is_left_beside_them() -> None:
    facts = [fact("a" * 40, "2001")]
    assert facts[0].id not in "\n".join(lines(facts, theme.IDS))
    assert facts[0].id in "\n".join(lines(facts, theme.IDS + 10))


def test_an_address_wider_than_the_terminal_stays_one_word() -> None:
    answer = Sources(book=BOOK, query=Query(), counts={"s": 0}, named=True)
    assert ADDRESS in render(answer, "table", width=30).split()


def test_in_a_picture_an_address_is_broken_rather_than_lost() -> None:
    shown = render(Sources(book=BOOK, query=Query(), counts={"s": 0}, named=True), "svg", width=30)
    assert sum(map(len, re.findall("a{8,}", shown))) >= 40 - 8
    assert ADDRESS not in shown


@pytest.mark.parametrize("width", [20, 40, 80])
def test_a_word_longer_than_a_line_is_broken_and_nothing_is_lost(width: int) -> None:
    long = fact("a", "2001", en="x" * 80)
    card = render(FactCards(book=BOOK, query=Query(), facts=(long,)), "table", width=width)
    for shown in (lines([long], width), card.split("\n")):
        assert "".join(shown).count("x") >= 80
        assert max(len(line) for line in shown if "xx" in line) <= width


# Lists


GIVEN = fact(
    "rice",
    "2000/2012",
    Kind.AID,
    en="Vietnam gives the DPRK a good deal of rice",
    from_="VN",
    to="KP",
    figure=Figure("t", "rice", 22_700),
)
SIGNED = fact("treaty", "2001", Kind.AGREEMENT, en="A treaty is signed", between=True)


def test_a_list_sets_figures_flush_left_of_the_directions() -> None:
    assert lines([GIVEN, SIGNED], 100) == [
        "2000  to 2012   ●  Vietnam gives the DPRK a good deal of rice"
        "                 22,700 tonnes  VN → KP",
        "2001            ■  A treaty is signed" + " " * 56 + "VN ↔ KP",
    ]


def test_without_room_the_figure_ends_the_title() -> None:
    assert lines([GIVEN, SIGNED], 80) == [
        "2000  to 2012   ●  Vietnam gives the DPRK a good deal of rice            VN → KP",
        "                   · 22,700 tonnes",
        "2001            ■  A treaty is signed                                    VN ↔ KP",
    ]


def test_where_columns_would_leave_no_room_facts_are_stacked() -> None:
    assert lines([GIVEN, SIGNED], 40) == [
        "2000–2012  ● aid  VN → KP",
        "  Vietnam gives the DPRK a good deal of",
        "  rice · 22,700 tonnes",
        "",
        "2001  ■ agreement  VN ↔ KP",
        "  A treaty is signed",
    ]


def test_a_year_is_told_once() -> None:
    shown = lines([fact("a", "2001-01"), fact("b", "2001-02"), fact("c", "2002")], 80)
    assert [line.split("▶")[0].split() for line in shown] == [["2001", "Jan"], ["Feb"], ["2002"]]


@pytest.mark.parametrize("date", ["196X", "1961~", "[1961..1964]"])
def test_a_date_without_a_sure_year_stands_whole_beside_no_year(date: str) -> None:
    (shown,) = lines([fact("a", date)], 80)
    assert shown.partition("▶")[0].strip() == dates.date(edtf.parse(date), "en")


def test_years_of_a_long_list_stand_apart() -> None:
    facts = [fact(f"x{n}", f"{2001 + n // 4}-0{n % 4 + 1}") for n in range(16)]
    assert lines(facts, 80).count("") == 3
    assert lines(facts[:12], 80).count("") == 0


def test_the_other_date_stands_under_the_date_that_it_disputes(book: Book) -> None:
    disputed = next(fact for fact in book.facts if fact.id == "2001-le-van-vi-in-the-dprk")
    first, second = lines([disputed], 80, book=book)
    assert first.index("30 Apr") == second.index("1–2 May")
    assert first.index("≠") == second.index("≠")
    assert second.endswith("Ministry of Tests")


def test_another_date_is_that_of_a_source_even_where_a_copy_alone_is_numbered() -> None:
    dated = [fact for fact in RECORD.facts if any(variant.date for variant in fact.variants)]
    card = render(FactCards(book=RECORD, query=Query(), facts=tuple(dated)), "table", width=100)
    assert re.findall(r"in [1-9][0-9]* sources?", card)
    assert "in 0 sources" not in card


def test_a_date_on_two_lines_stands_beside_its_title() -> None:
    shown = lines([fact("a", "1965-10-12/1973-01-27~")], 80, lang="vi")
    assert shown == ["1965  12/10                  ▶  Về a", "      đến khoảng 27/1/1973"]


def test_no_text_is_wider_than_is_easy_to_read() -> None:
    shown = lines([fact("a", "2001", en="word " * 100)], 300)
    assert max(map(len, shown)) <= theme.WIDEST + len("2001-a") + 2


# Bars


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (100, 100, "████████"),
        (50, 50, "████"),
        (56, 56, "████▌"),
        (1, 1, "▏"),
        (0, 100, "░░░░░░░░"),
        (50, 100, "████░░░░"),
        (0, 1, "░"),
        (1, 100, "░░░░░░░░"),
        (0, 0, ""),
    ],
)
def test_a_bar_is_solid_as_far_as_is_sure_and_light_as_far_as_is_possible(
    low: int, high: int, shown: str
) -> None:
    assert theme.bar(low, high, 100, 8, "yellow").plain == shown


@pytest.mark.parametrize("size", [1, 3, 8, 24])
def test_a_bar_is_never_longer_than_its_room(size: int) -> None:
    for low, high in combinations_with_replacement((0, 1, 7, 50, 99, 100), 2):
        text = theme.bar(low, high, 100, size, "yellow").plain
        assert len(text) <= size
        assert bool(text) == bool(high)


def test_there_is_no_bar_without_room_or_without_anything_to_compare() -> None:
    assert not theme.bar(5, 5, 100, 0, "yellow").plain
    assert not theme.bar(0, 0, 0, 8, "yellow").plain


def test_trade_rows_tell_exports_from_imports_from_both(book: Book) -> None:
    sold = next(fact for fact in book.facts if fact.kind is Kind.TRADE)
    bought = msgspec.structs.replace(sold, id="2015-b", from_="KP", to="VN", variants=())
    both = msgspec.structs.replace(
        sold, id="2015-c", from_=None, to=None, between=True, variants=()
    )
    shown = lines([sold, bought, both], 100, "trade", book=book)
    assert shown[0].split() == ["US", "dollars", "Exports", "Imports", "Two-way"]
    assert shown[2].count("1,500,000") == 3
    assert lines([bought], 100, "trade", book=book)[2].split()[:2] == ["2015", "–"]


def test_years_without_a_figure_of_trade_are_named(book: Book) -> None:
    sold = next(fact for fact in book.facts if fact.kind is Kind.TRADE)
    later = msgspec.structs.replace(sold, id="2019-b", date=edtf.parse("2019"), variants=())
    none = fact("none", "2018", Kind.TRADE, en="Nothing is traded")
    shown = lines([sold, none, later], 100, "trade", book=book)
    assert [line.split("  ")[0] for line in shown[2:]] == [
        "2015", "2016–2017: no figures", "2018", "2019"
    ]  # fmt: skip
    assert "Nothing is traded" in shown[4]


def test_a_part_of_a_year_stands_under_it_without_a_bar(book: Book) -> None:
    sold = next(fact for fact in book.facts if fact.kind is Kind.TRADE)
    part = msgspec.structs.replace(
        sold, id="2015-c", date=edtf.parse("2015-01/2015-09"), variants=()
    )
    shown = lines([sold, part], 100, "trade", book=book)
    assert shown[3].startswith("  Jan – Sep")
    assert "█" not in shown[3]
    assert lines([sold, part], 100, "trade", "vi", book=book)[3].startswith("  9 tháng đầu năm")


def test_a_long_heading_of_trade_stands_on_two_lines_where_bars_need_the_room(book: Book) -> None:
    sold = next(fact for fact in book.facts if fact.kind is Kind.TRADE)
    figure = Figure(sold.figure.unit, sold.figure.of, 10**15) if sold.figure else None
    sold = msgspec.structs.replace(sold, figure=figure, variants=())
    wide, narrow = (lines([sold], width, "trade", "vi", book=book) for width in (80, 60))
    assert wide[0].endswith("Tổng kim ngạch")
    assert [narrow[0].strip(), narrow[1].split()[-2:]] == ["Tổng", ["kim", "ngạch"]]
    assert "█" in narrow[3]


def test_numbers_of_trade_end_flush_whether_sources_differ_or_not(book: Book) -> None:
    sold = next(fact for fact in book.facts if fact.kind is Kind.TRADE)
    later = msgspec.structs.replace(sold, id="2016-b", date=edtf.parse("2016"), variants=())
    first, second = lines([sold, later], 100, "trade", book=book)[2:]
    assert first.index("000 ≠") == second.index("000 ")


# Rails

ROW = re.compile(r"^(?:[0-9]{4}|    ) ((?:[│┬a-z]| (?! ))*)(▶?)")


def rows(facts: Iterable[Fact]) -> list[re.Match[str]]:
    """The lines of a timeline below the rules of its decades."""
    shown = [line for line in lines(facts, 100, "timeline") if "─" not in line]
    return [row for line in shown if (row := ROW.match(line))]


def rails(facts: Iterable[Fact]) -> list[str]:
    """The rails beside each line of a timeline, with ● for a fact that is none."""
    return [row[1].rstrip() + ("●" if row[2] else "") for row in rows(facts)]


def test_a_rail_runs_from_the_beginning_of_what_lasts_to_its_letter_at_the_end() -> None:
    facts = [fact("a", "1960/1974"), fact("b", "1961"), fact("c", "1975")]
    assert rails(facts) == ["┬a", "│●", "a", "●"]
    assert [row[0][:4] for row in rows(facts)] == ["1960", "1961", "1974", "1975"]


def test_a_rail_ends_beside_the_last_fact_before_its_end_if_that_is_of_the_same_year() -> None:
    facts = [fact("a", "1960/1961"), fact("b", "1961-06"), fact("c", "1961-08")]
    assert rails(facts) == ["┬a", "│●", "a●"]
    assert rails([fact("a", "1960/1961-03"), *facts[1:]]) == ["┬a", "a", "●", "●"]
    several = [fact("a", "1960/1961-07"), fact("b", "1960-02/1961-08"), fact("c", "1961-06")]
    assert rails(several) == ["┬a", "│┬b", "ab●"]


def test_a_rail_takes_the_leftmost_free_column() -> None:
    facts = [
        fact("a", "1960/1962"),
        fact("b", "1961/1970"),
        fact("c", "1963/1965"),
        fact("d", "1964"),
    ]
    assert rails(facts) == ["┬a", "│┬b", "a│", "┬│c", "││●", "c│", " b"]


def test_rails_that_end_on_one_day_share_a_line() -> None:
    facts = [fact("a", "1960/1962"), fact("b", "1961/1962"), fact("c", "1961/1963")]
    assert rails(facts) == ["┬a", "│┬b", "││┬c", "a│c", " b"]


def test_a_rail_without_an_end_runs_on() -> None:
    assert rails([fact("a", "1960/.."), fact("b", "2001")]) == ["┬a", "│●"]


def test_a_rail_that_ends_on_the_day_on_which_another_fact_begins_still_runs_beside_it() -> None:
    facts = [fact("a", "1960/1962-05-01"), fact("b", "1962-05-01"), fact("c", "1962-05-02")]
    assert rails(facts) == ["┬a", "a●", "●"]


@pytest.mark.parametrize(
    ("date", "is_rail"),
    [
        ("1958-11-27/1958-12-03", False),
        ("1958-11-27/1959-01-03", True),
        ("195X", False),
    ],
)
def test_what_begins_and_ends_within_a_year_is_no_rail(date: str, is_rail: bool) -> None:
    shown = rails([fact("a", date)])
    assert shown == (["┬a", "a"] if is_rail else ["●"])


def test_a_rail_goes_on_beside_what_a_title_wraps_to() -> None:
    facts = [fact("a", "1960/1962"), fact("b", "1961", en="word " * 20), fact("c", "1970")]
    shown = lines(facts, 40, "timeline")
    wrapped = [line for line in shown if "word" in line]
    assert len(wrapped) > 1
    assert {line[5] for line in wrapped} == {"│"}
    assert "│" not in "".join(shown[shown.index(wrapped[-1]) + 1 :])


def test_the_order_of_what_is_given_does_not_matter() -> None:
    facts = [fact("a", "1960/1962"), fact("b", "1961"), fact("c", "1961/1970")]
    assert lines(facts, 80, "timeline") == lines(reversed(facts), 80, "timeline")


def test_the_timeline_draws_rails_beside_dates_and_titles() -> None:
    facts = [fact("a", "1960/1974"), fact("b", "1961-06"), fact("c", "1958-11-27/1958-12-03")]
    assert [line.rstrip() for line in lines(facts, 60, "timeline")] == [
        "1950s " + "─" * 47 + " 1 fact",
        "1958 ▶  27 Nov – 3 Dec  About c",
        "1960s " + "─" * 46 + " 2 facts",
        "1960 ┬a  to 1974  About a",
        "1961 │▶  Jun      About b",
        "1974 a",
    ]


def test_a_wide_date_pushes_its_title_which_goes_on_below_the_others() -> None:
    spell = fact("c", "1958-11-27/1958-12-03", en="word " * 12 + "· 4 hamlets")
    shown = lines([spell, fact("d", "1959-06")], 60, "timeline")[1:]
    assert shown[0].startswith("1958 ▶  27 Nov – 3 Dec  word")
    assert shown[1] == " " * 13 + "word word word word word · 4 hamlets"
    assert shown[2] == "1959 ▶  Jun  About d"


def test_on_a_narrow_terminal_the_date_stands_before_the_title() -> None:
    shown = lines([fact("a", "1960/1974"), fact("b", "1961-06")], 40, "timeline")[1:]
    assert [line.split() for line in shown] == [
        ["1960", "┬a", "to", "1974", "About", "a"],
        ["1961", "│▶", "Jun", "About", "b"],
        ["1974", "a"],
    ]


def test_what_is_no_lasting_state_has_no_rail() -> None:
    assert rails([fact("a", "[1960..1964]")]) == ["●"]
    rice = msgspec.structs.replace(GIVEN, kind=Kind.VISIT, en="About rice")
    assert rails([rice]) == ["●"]


@pytest.mark.parametrize("width", [20, 30, 50, 80, 120])
def test_ten_rails_at_once_leave_room_for_the_titles(width: int) -> None:
    facts = [fact(f"x{number}", f"19{60 + number}/1990") for number in range(10)]
    facts.append(fact("y", "1975-01-02/1975-02-03"))
    shown = lines(facts, width, "timeline", "vi")
    assert max(cell_len(line) for line in shown) <= width
    joined = "".join("".join(shown).split()).replace("│", "")
    assert all(f"Vềx{number}" in joined for number in range(10))


def test_only_the_decade_that_needs_it_has_a_wide_gutter() -> None:
    facts = [
        fact("a", "1950"),
        *(fact(f"x{number}", "1961/1969") for number in range(6)),
        fact("z", "1970"),
    ]
    shown = lines(facts, 80, "timeline")
    assert shown[1].index("About") < shown[3].index("About")
    assert shown[1].index("About") == shown[-1].index("About")


# Words of screens


def visit(book: Book) -> Fact:
    return next(fact for fact in book.facts if fact.id == "2001-le-van-vi-in-the-dprk")


def test_visits_name_the_ranks_asked_for_and_count_the_others(book: Book) -> None:
    query = Query(rank=Rank.LEADER)
    shown = "\n".join(lines([visit(book)], 100, "visits", book=book, query=query))
    assert "Lê Văn Ví, President of Vietnam +1" in shown
    assert "met Kim Mun" in shown
    assert "Đặng Thị Mẫu" not in shown


def test_those_who_were_met_stand_under_those_who_came_above_other_dates(book: Book) -> None:
    shown = lines([visit(book)], 80, "visits", book=book, query=Query(rank=Rank.LEADER))
    assert ["Lê Văn Ví" in shown[0], "met Kim Mun" in shown[1], "≠" in shown[2]] == [True] * 3


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_a_list_shows_every_figure_that_other_sources_have(run: Run, lang: Lang) -> None:
    shown = run("list", "--disputed", "--format", "table", "--lang", lang, data=STORE).out
    words = " ".join(shown.split())
    record = vnkp.load(STORE, cached=False)
    figures = [variant.figure for fact in record.facts for variant in fact.variants]
    amounts = {numbers.amount(figure, record, lang) for figure in figures if figure}
    assert len(amounts) > 20
    assert [amount for amount in amounts if f"{amount}:" not in words] == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("--office", "acting foreign minister"), "Lê Hoài Trung"),
        (("--person", "Phan Văn Giang"), "Phan Văn Giang"),
    ],
)
def test_who_was_asked_for_is_named_beside_the_leader_of_the_party(
    run: Run, words: tuple[str, str], name: str
) -> None:
    options = ("--in", "2025", "--rank", "all", "--format", "table")
    assert f"; {name}" in run("visits", *words, *options, data=STORE).out
    assert name not in run("visits", *options, data=STORE).out


def test_when_nobody_has_the_rank_all_are_named(book: Book) -> None:
    only = msgspec.structs.replace(visit(book), people=visit(book).people[1:2])
    query = Query(rank=Rank.LEADER)
    shown = "\n".join(lines([only], 100, "visits", book=book, query=query))
    assert "Đặng Thị Mẫu, Minister of Tests of Vietnam" in shown


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("paragraph 2", "đoạn 2"),
        ("paragraphs 2 and 3", "đoạn 2 và 3"),
        ("paragraphs 2 to 5", "đoạn 2 đến 5"),
        ("first box below the text", "first box below the text"),
        ("paragraphs 2 to 5 and second caption", "paragraphs 2 to 5 and second caption"),
    ],
)
def test_paragraphs_are_told_in_vietnamese_too(place: str, shown: str) -> None:
    assert citation_place(place, "vi") == shown
    assert citation_place(place, "en") == place


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_sign_a_letter_and_a_colour_of_its_own(kind: Kind) -> None:
    look, others = KIND_LOOKS[kind], [KIND_LOOKS[other] for other in Kind if other is not kind]
    assert look.sign not in [other.sign for other in others]
    assert look.letter not in [other.letter for other in others]
    assert look.colour not in [other.colour for other in others]
    assert look.letter.isascii()


@pytest.mark.parametrize(("side", "sign"), [("VN", "▶"), ("KP", "◀")])
def test_a_visit_from_the_dprk_points_the_other_way(side: str, sign: str) -> None:
    assert sign in lines([fact("a", "1960", from_=side)], 80)[0]


def test_a_screen_ends_with_its_hints_after_a_blank_line(run: Run) -> None:
    shown = run("list", "--format", "table").out
    assert shown.endswith(
        "≠ sources differ · one in full: vnkp show 1960-students-in-pyongyang · ids: --ids\n"
    )
    assert "≠" not in shown.split("\n\n")[0]


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("words", ["trade --by year", "list --by place", "visits --by decade"])
def test_bars_are_never_cut(
    words: str, lang: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for width in (50, 60, 70):
        monkeypatch.setenv("COLUMNS", str(width))
        shown = run(*words.split(), "--format", "table", "--lang", lang, data=None).out
        assert "█" in shown
        assert "…" not in shown
        assert max(map(cell_len, shown.split("\n"))) <= width


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize(
    "words", ["timeline", "list 1958", "search rice", "disputes", "people to lam"]
)
def test_the_command_in_the_last_line_shows_one_fact(words: str, lang: str, run: Run) -> None:
    shown = run(*words.split(), "--format", "table", "--lang", lang, data=None).out

    (command,) = re.findall(r"vnkp (show \S+)", shown)
    assert json.loads(run(*command.split(), "--json", data=None).out)["id"] == command.split()[1]


def test_the_command_in_the_last_line_is_whole_on_a_narrow_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    shown = run("check", "--report", "--format", "table", data=None).out

    assert re.search(r"^one in full: vnkp show \S+$", shown, re.M)


def test_a_timeline_tells_the_date_by_which_a_fact_belongs_there(run: Run) -> None:
    shown = run("timeline", "1960s", "--format", "table", data=None).out

    first = shown.split("1960s ─")[0]
    assert "1950s ─" in first
    assert "≠ Feb 1961: Wikipedia" in first


def test_two_people_of_one_name_are_told_apart(run: Run) -> None:
    shown = run("list", "--by", "person", "--format", "table", data=None).out

    names = re.findall(r"^(Kim Yong Il\b.*?)  ", shown, re.M)
    assert len(names) == len(set(names)) == 2


def test_a_list_of_sources_says_how_it_is_narrowed_and_what_is_undated(run: Run) -> None:
    shown = run("sources", "--source-kind", "blog", "--format", "table", data=None).out
    assert shown.startswith("Sources · blog · ")

    shown = run("sources", "vietnamese", "2019", "--lang", "vi", "--format", "table", data=None).out
    assert "Nguồn · tiếng Việt · 2019 · " in shown

    shown = run("sources", "hochiminh-vn", "--format", "table", data=None).out
    assert "n.d." in shown


def test_references_on_a_terminal_are_broken_between_words_and_addresses_stay_whole(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    shown = run("cite", "rice", "--format", "table", data=None).out
    piped = run("cite", "rice", data=None).out

    assert " ".join(shown.split()).count("http") == piped.count("http")
    for line in piped.splitlines():
        source, address = line.split(" [≠")[0].rsplit(". http", 1)
        assert f"\nhttp{address}\n" in shown.replace("\n  http", "\nhttp")
        assert source in " ".join(shown.split())
    wide = [line for line in shown.split("\n") if cell_len(line) > 50]
    assert all(line.startswith("http") for line in wide)
