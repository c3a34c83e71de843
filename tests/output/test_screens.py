"""The parts of screens, each by itself: columns, lists, hanging lines, bars, rails."""

from __future__ import annotations

import io
from collections.abc import Iterable

import msgspec
import pytest
from rich.cells import cell_len
from rich.console import RenderableType
from rich.text import Text

from vnkp import Book, Fact, Kind, Query
from vnkp.cli import terminal
from vnkp.i18n.sources import cited_at
from vnkp.model import edtf
from vnkp.model.enums import Rank
from vnkp.model.facts import Cite
from vnkp.output.screen import theme
from vnkp.output.screen.aid import bar
from vnkp.output.screen.fact_list import parties
from vnkp.output.screen.hanging import At, Line, Lines, beside, flowed, wrapped
from vnkp.output.screen.layout import Column, entries, fits, joined, screen, section, table
from vnkp.output.screen.listing import Item, Listing, item
from vnkp.output.screen.marking import marker
from vnkp.output.screen.timeline import Row, Timeline, lasts, rows
from vnkp.output.screen.trade import trade, years


def drawn(picture: RenderableType, columns: int, *, colour: bool = False) -> list[str]:
    """The lines that *picture* comes to."""
    return terminal.drawn(picture, colour=colour, columns=columns).rstrip("\n").split("\n")


def texts(*words: str) -> list[Text]:
    return [Text(word) for word in words]


def fact(name: str, date: str, kind: Kind = Kind.VISIT) -> Fact:
    """A fact of which nothing but its id and its date matters."""
    id_ = f"{edtf.parse(date).earliest.year:04}-{name}"
    return Fact(
        id=id_,
        kind=kind,
        date=edtf.parse(date),
        en=f"About {name}",
        vi=f"Về {name}",
        cite=(Cite(source="s"),),
    )


# Lines that hang


def test_a_wrapped_line_hangs_under_its_own_beginning() -> None:
    line = Line(Text("one two three four"), indent=4, hang=2, mark=Text("≠ "))
    assert drawn(Lines([line]), 16) == ["  ≠ one two", "      three four"]


def test_an_id_moves_to_the_left_rather_than_break() -> None:
    assert drawn(Lines([Line(theme.whole("2001-an-id-of-21-cells"), indent=8)]), 24) == [
        "  2001-an-id-of-21-cells"
    ]


def test_an_id_that_moves_leaves_its_name_on_the_line_above() -> None:
    line = Line(theme.whole("2001-an-id-of-21-cells"), indent=8, mark=Text("ID      "))
    assert drawn(Lines([line]), 24) == ["ID", "  2001-an-id-of-21-cells"]


def test_an_address_wider_than_the_terminal_stays_one_word() -> None:
    address = "https://example.org/" + "a" * 40
    assert drawn(Lines([Line(theme.whole(address), indent=2)]), 30) == [f"  {address}"]


def test_in_a_picture_an_address_is_broken_rather_than_lost() -> None:
    address = "https://example.org/" + "a" * 40
    shown = terminal.svg(Lines([Line(theme.whole(address))]), title="t", columns=30)
    assert shown.count("a" * 10) >= 3
    assert address not in shown


@pytest.mark.parametrize("width", [20, 40, 80])
def test_a_word_longer_than_a_line_is_broken_and_nothing_is_lost(width: int) -> None:
    lines = drawn(Lines([Line(Text("x" * 100), indent=3)]), width)
    assert "".join(line.strip() for line in lines) == "x" * 100
    assert max(map(len, lines)) <= width


def test_more_stands_beside_a_text_where_there_is_room_and_under_it_else() -> None:
    line = Line(Text("aid"), 2, more=(Text("2001-rice"), Text("more")))
    assert drawn(Lines([line]), 40) == ["  aid  2001-rice  more"]
    assert drawn(Lines([line]), 20) == ["  aid  2001-rice", "  more"]


def test_flowed_breaks_none_of_its_parts_and_skips_empty_ones() -> None:
    assert [line.plain for line in flowed(texts("aa", "", "bbb", "c"), 7)] == ["aa  bbb", "c"]


def test_lines_beside_each_other_end_with_the_longest() -> None:
    made = list(beside([[At(0, Text("a"))]], [[At(5, Text("b"))], [At(5, Text("c"))]]))
    assert [[piece.text.plain for piece in line] for line in made] == [["a", "b"], ["c"]]


def test_what_begins_too_far_to_the_left_gets_a_line_of_its_own() -> None:
    made = list(beside([[At(0, Text("27 Nov –"))]], [[At(4, Text("1958-long"))]]))
    assert [[piece.text.plain for piece in line] for line in made] == [["27 Nov –"], ["1958-long"]]


def test_hangul_is_measured_in_cells_and_not_in_letters() -> None:
    console = terminal.console(io.StringIO(), colour=False, columns=80)
    assert [line.plain.rstrip() for line in wrapped(Text("김일성 김정일"), 8, console)] == [
        "김일성",
        "김정일",
    ]


# Tables and vertical lists


def test_a_table_fits_when_every_cell_that_should_stay_whole_does() -> None:
    columns = [Column("Year"), Column("Amount", number=True)]
    cells = [texts("2001", "12,300,000")]
    assert fits(columns, cells, 4 + 2 + 10)
    assert not fits(columns, cells, 4 + 2 + 9)


def test_an_empty_column_takes_no_room() -> None:
    columns = [Column("Year"), Column("A long heading of nothing"), Column("n")]
    cells = [texts("2001", "", "7")]
    assert fits(columns, cells, 7)
    assert "heading" not in "\n".join(drawn(table(columns, cells, 40), 40))


def test_numbers_end_flush_and_words_begin_flush() -> None:
    columns = [Column("Item"), Column("Amount", number=True)]
    lines = drawn(table(columns, [texts("rice", "5"), texts("rubber", "22,700")], 60), 60)
    assert lines == ["Item    Amount", "──────────────", "rice         5", "rubber  22,700"]


def test_running_text_may_be_broken_before_a_table_does_not_fit() -> None:
    cells = [texts("a sentence of more than sixteen letters")]
    assert fits([Column("What", whole=False)], cells, 16)
    assert not fits([Column("What")], cells, 16)


def test_a_vertical_list_has_a_blank_line_between_entries_and_none_after_the_last() -> None:
    lines = drawn(entries([texts("one", "", "more"), texts("two")]), 40)
    assert lines == ["one", "  more", "", "two"]


def test_joined_leaves_out_what_is_empty() -> None:
    assert joined(texts("a", "", "b"), " · ").plain == "a · b"


def test_a_screen_ends_with_its_hints_after_a_blank_line() -> None:
    assert drawn(screen(Text("Title"), Text("body"), foot=("", "hint")), 40) == [
        "Title",
        "",
        "body",
        "",
        "hint",
    ]
    assert drawn(screen(Text("Title"), Text("body"), None, foot=("",)), 40) == ["Title", "", "body"]


def test_a_heading_begins_with_a_capital_after_a_blank_line() -> None:
    assert section("đang diễn ra").plain == "\nĐang diễn ra"


# Lists


def listed(width: int, *, figure: str = "22,700 tonnes") -> list[str]:
    heads = item("Date", main="What", after=("Figure", "Direction"))
    given = Text("Vietnam gives the DPRK a good deal of rice")
    signed = Text("A treaty is signed")
    items = [
        Item(texts("2000–2012"), given, texts(figure, "VN → KP"), [], texts("aid")),
        Item(texts("2001"), signed, texts("", "VN ↔ KP"), [], texts("agreement")),
    ]
    return drawn(Listing(heads, items, numbers=1), width)


def test_a_list_sets_figures_flush_left_of_the_directions() -> None:
    assert listed(80) == [
        "Date       What                                                Figure  Direction",
        "─" * 80,
        "2000–2012  Vietnam gives the DPRK a good deal of rice   22,700 tonnes  VN → KP",
        "           aid",
        "2001       A treaty is signed                                          VN ↔ KP",
        "           agreement",
    ]


def test_without_room_the_figure_gives_way_first() -> None:
    assert listed(60) == [
        "Date       What                                    Direction",
        "─" * 60,
        "2000–2012  Vietnam gives the DPRK a good deal of   VN → KP",
        "           rice",
        "           22,700 tonnes  aid",
        "2001       A treaty is signed                      VN ↔ KP",
        "           agreement",
    ]


def test_then_the_direction() -> None:
    assert listed(44)[2:5] == [
        "2000–2012  Vietnam gives the DPRK a good",
        "           deal of rice",
        "           22,700 tonnes  VN → KP  aid",
    ]


def test_a_short_title_keeps_beside_it_what_a_long_one_does_not() -> None:
    assert listed(44)[5] == "2001       A treaty is signed      VN ↔ KP"


def test_where_columns_would_leave_no_room_items_are_stacked() -> None:
    lines = listed(32)
    assert lines[0] == "2000–2012"
    assert lines[1:4] == [
        "  Vietnam gives the DPRK a good",
        "  deal of rice",
        "  22,700 tonnes  VN → KP  aid",
    ]
    assert lines[4] == ""


def test_a_date_on_two_lines_stands_beside_the_lines_of_its_title() -> None:
    made = Listing(
        None,
        [Item(texts("27 Nov –\n3 Dec 1958"), Text("A visit"), [], [], [theme.whole("1958-visit")])],
    )
    assert drawn(made, 60) == ["27 Nov –    A visit", "3 Dec 1958  1958-visit"]


def test_counts_before_the_text_end_flush() -> None:
    made = Listing(
        None, [Item(texts("5"), Text("a"), [], []), Item(texts("70"), Text("b"), [], [])], counts=1
    )
    assert drawn(made, 60) == [" 5  a", "70  b"]


def test_a_column_in_which_nothing_stands_is_left_out_with_its_heading() -> None:
    heads = item("Date", main="What", after=("Figure",))
    assert drawn(Listing(heads, [Item(texts(""), Text("a"), texts(""), [])]), 60) == [
        "What",
        "─" * 60,
        "a",
    ]


def test_a_list_of_nothing_is_its_header() -> None:
    assert drawn(Listing(item("Date", main="What"), []), 60) == ["What", "─" * 60]


def test_a_heading_among_the_items_stands_after_a_blank_line() -> None:
    made = Listing(
        item(main="What"), [Item([], Text("a"), [], []), Text("Later"), Item([], Text("b"), [], [])]
    )
    assert drawn(made, 30)[2:] == ["a", "", "Later", "b"]


def test_no_line_is_longer_than_is_easy_to_read() -> None:
    made = Listing(item(main="What"), [Item([], Text("word " * 100), [], [])])
    assert max(map(len, drawn(made, 300))) == theme.WIDEST


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
    assert bar(low, high, 100, 8, "yellow").plain == shown


@pytest.mark.parametrize("size", [1, 3, 8, 24])
@pytest.mark.parametrize("low", [0, 1, 7, 50, 99, 100])
@pytest.mark.parametrize("high", [0, 1, 7, 50, 99, 100])
def test_a_bar_is_never_longer_than_its_room(low: int, high: int, size: int) -> None:
    if low <= high:
        made = bar(low, high, 100, size, "yellow").plain
        assert len(made) <= size
        assert bool(made) == bool(high)


def test_there_is_no_bar_without_room_or_without_anything_to_compare() -> None:
    assert not bar(5, 5, 100, 0, "yellow").plain
    assert not bar(0, 0, 0, 8, "yellow").plain


def test_trade_rows_tell_exports_from_imports_from_both(book: Book) -> None:
    sold = next(one for one in book.facts if one.kind is Kind.TRADE)
    bought = msgspec.structs.replace(sold, id="2015-b", from_="KP", to="VN", variants=())
    both = msgspec.structs.replace(
        sold, id="2015-c", from_=None, to=None, between=True, variants=()
    )
    (row,) = years([sold, bought, both])
    assert (row.exports, row.imports, row.both) == ((sold,), (bought,), (both,))
    shown = drawn(trade(book, [sold, bought, both], "en", 100), 100)
    assert shown[0].split() == ["Year", "Exports", "Imports", "Two-way"]
    assert shown[2].count("1,500,000") == 3


def test_numbers_of_trade_end_flush_whether_sources_differ_or_not(book: Book) -> None:
    one = next(one for one in book.facts if one.kind is Kind.TRADE)
    other = msgspec.structs.replace(one, id="2016-b", date=edtf.parse("2016"), variants=())
    lines = drawn(trade(book, [one, other], "en", 100), 100)[2:]
    assert lines[0].index("000  ≠") == lines[1].index("000  ")


# Rails


def shape(made: Iterable[Row]) -> list[str]:
    """The gutter of each line with the sign of its kind: ● for a fact, nothing for an end."""
    return ["".join(row.gutter) + ("" if row.ends or lasts(row.fact) else "●") for row in made]


def test_a_rail_runs_from_the_beginning_of_what_lasts_to_its_end() -> None:
    made = rows([fact("a", "1960/1974"), fact("b", "1961"), fact("c", "1975")])
    assert shape(made) == ["┬", "│●", "┴", "●"]
    assert [row.year for row in made] == [1960, 1961, 1974, 1975]


def test_a_rail_takes_the_leftmost_free_column() -> None:
    made = rows(
        [fact("a", "1960/1962"), fact("b", "1961/1970"), fact("c", "1963/1965"), fact("d", "1964")]
    )
    assert shape(made) == ["┬", "│┬", "┴│", "┬│", "││●", "┴│", " ┴"]


def test_every_rail_ends_on_a_line_of_its_own_that_names_it() -> None:
    made = rows([fact("a", "1960/1962"), fact("b", "1961/1962")])
    assert shape(made) == ["┬", "│┬", "┴│", " ┴"]
    assert [row.fact.id for row in made if row.ends] == ["1960-a", "1961-b"]


def test_a_rail_without_an_end_runs_on() -> None:
    made = rows([fact("a", "1960/.."), fact("b", "2001")])
    assert shape(made) == ["┬", "│●"]


def test_a_rail_that_ends_on_the_day_on_which_another_fact_begins_still_runs_beside_it() -> None:
    made = rows([fact("a", "1960/1962-05-01"), fact("b", "1962-05-01"), fact("c", "1962-05-02")])
    assert shape(made) == ["┬", "│●", "┴", "●"]


def test_what_begins_and_ends_within_a_year_is_no_rail() -> None:
    assert not lasts(fact("a", "1958-11-27/1958-12-03"))
    assert lasts(fact("a", "1958-11-27/1959-01-03"))
    assert not lasts(fact("a", "195X"))


def test_what_finds_no_column_is_drawn_without_a_rail() -> None:
    made = rows([fact("a", "1960/1970"), fact("b", "1961/1970")], most=1)
    assert ["".join(row.gutter) for row in made] == ["┬", "│", "┴"]


def test_the_gutter_after_a_line_goes_on_beside_what_it_wraps_to() -> None:
    begun, _, ended = rows([fact("a", "1960/1962"), fact("b", "1961"), fact("c", "1970")])[:3]
    assert begun.after == ("│",)
    assert ended.after == ()


def test_the_order_of_what_is_given_does_not_matter() -> None:
    several = [fact("a", "1960/1962"), fact("b", "1961"), fact("c", "1961/1970")]
    assert rows(several) == rows(reversed(several))


def test_the_timeline_draws_rails_beside_dates_and_titles() -> None:
    made = Timeline(
        [fact("a", "1960/1974"), fact("b", "1961-06"), fact("c", "1958-11-27/1958-12-03")], "en"
    )
    assert drawn(made, 60) == [
        "       1950s ──────────────────────────────────────── 1 fact",
        " 1958  ▶ 27 Nov – 3 Dec    About c",
        "       1960s ─────────────────────────────────────── 2 facts",
        " 1960  ┬  to 1974           About a",
        " 1961  │▶ Jun               About b",
        " 1974  ┴                    ends: About a",
    ]


def test_on_a_narrow_terminal_the_date_stands_before_the_title() -> None:
    made = Timeline([fact("a", "1960/1974"), fact("b", "1961-06")], "en")
    assert drawn(made, 40)[1:] == [
        " 1960  ┬  to 1974  About a",
        " 1961  │▶ Jun  About b",
        " 1974  ┴  ends: About a",
    ]


@pytest.mark.parametrize("width", [20, 30, 50, 80, 120])
def test_ten_rails_at_once_leave_room_for_the_titles(width: int) -> None:
    several = [fact(f"x{number}", f"19{60 + number}/1990") for number in range(10)] + [
        fact("y", "1975-01-02/1975-02-03")
    ]
    lines = drawn(Timeline(several, "vi"), width)
    assert max(cell_len(line) for line in lines) <= width
    shown = "".join("".join(lines).split()).replace("│", "")
    assert all(f"Vềx{number}" in shown for number in range(10))


def test_only_the_decade_that_needs_it_has_a_wide_gutter() -> None:
    several = [
        fact("a", "1950"),
        *(fact(f"x{number}", "1961/1969") for number in range(6)),
        fact("z", "1970"),
    ]
    lines = drawn(Timeline(several, "en"), 80)
    assert lines[1].index("About") < lines[3].index("About")
    assert lines[1].index("About") == lines[-1].index("About")


# Words of screens


def test_visits_name_the_ranks_asked_for_and_count_the_others(book: Book) -> None:
    visit = next(one for one in book.facts if one.id == "2001-le-van-vi-in-the-dprk")
    came, met = parties(book, visit, Query(rank=Rank.LEADER))
    assert [line.plain for line in came] == ["Lê Văn Ví, President of Vietnam", "and 1 other"]
    assert [line.plain for line in met] == ["Kim Mun, Premier of the DPRK"]


def test_when_nobody_has_the_rank_all_are_named(book: Book) -> None:
    visit = next(one for one in book.facts if one.id == "2001-le-van-vi-in-the-dprk")
    only = msgspec.structs.replace(visit, people=visit.people[1:2])
    came, _ = parties(book, only, Query(rank=Rank.LEADER))
    assert [line.plain for line in came] == ["Đặng Thị Mẫu, Minister of Tests of Vietnam"]


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
    assert cited_at(place, "vi") == shown
    assert cited_at(place, "en") == place


@pytest.mark.parametrize("width", [theme.DATE, theme.LONG_DATE])
def test_a_span_wider_than_its_column_is_broken_after_its_dash(width: int) -> None:
    assert theme.folded("12/10/1965 – khoảng 27/1/1973", width) == [
        "12/10/1965 –",
        "khoảng 27/1/1973",
    ]
    assert theme.folded("27 Nov 1958", width) == ["27 Nov 1958"]


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_colour_and_a_sign_of_its_own(kind: Kind) -> None:
    assert [other for other in Kind if theme.SIGNS[other] == theme.SIGNS[kind]] == [kind]
    assert [other for other in Kind if theme.COLOURS[other] == theme.COLOURS[kind]] == [kind]


def test_a_visit_from_the_dprk_points_the_other_way() -> None:
    there, back = (msgspec.structs.replace(fact("a", "1960"), from_=side) for side in ("VN", "KP"))
    assert (theme.sign(there).plain, theme.sign(back).plain) == ("▶", "◀")


def test_what_was_searched_for_is_highlighted() -> None:
    made = marker("gao")(Text("Việt Nam viện trợ gạo"))
    assert [(span.start, span.end) for span in made.spans] == [(18, 21)]
