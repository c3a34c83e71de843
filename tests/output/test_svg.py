"""Pictures: every screen as an SVG that is whole in itself, straight in its columns, and readable on light and dark paper."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tests.conftest import STORE, Run
from vnkp.output import svg
from vnkp.output.screen.theme import COLOURS, SIGNS

SVG = "{http://www.w3.org/2000/svg}"
SCREENS = [
    ("list",),
    ("year", "2001"),
    ("search", "Kim"),
    ("visits",),
    ("disputes",),
    ("timeline",),
    ("trade",),
    ("aid",),
    ("aid", "--by", "decade", "--explain"),
    ("anniversaries", "2021"),
    ("today", "--date", "05-01"),
    ("people",),
    ("people", "Kim Văn"),
    ("sources",),
    ("sources", "archive-1962"),
    ("show", "2001-le"),
    ("cite", "2001-le"),
]


def drawn(run: Run, file: Path, *words: str, data: Path | None = None) -> ElementTree.Element:
    """The picture of a screen, read as XML."""
    ran = run(*words, "--svg", str(file), **({"data": data} if data else {}))
    assert (ran.status, ran.out) == (0, "")
    return ElementTree.fromstring(file.read_bytes())


def texts(root: ElementTree.Element) -> list[tuple[float, float, str]]:
    """Where each run of letters stands, and what it says."""
    return [
        (float(one.attrib["x"]), float(one.attrib["y"]), one.text or "")
        for one in root.iter(f"{SVG}text")
    ]


@pytest.mark.parametrize("words", SCREENS, ids=" ".join)
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_every_screen_is_a_picture_that_is_whole_in_itself(
    run: Run, tmp_path: Path, words: tuple[str, ...], lang: str
) -> None:
    root = drawn(run, tmp_path / "picture.svg", *words, "--lang", lang)
    assert root.tag == f"{SVG}svg"
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {
        "svg",
        "title",
        "style",
        "rect",
        "path",
        "text",
    }
    for one in root.iter():
        told = [*one.attrib.values(), (one.text or "") if one.tag == f"{SVG}style" else ""]
        assert not [value for value in told if re.search(r"//|url\(|@import|href|data:", value)]
    source = (tmp_path / "picture.svg").read_text("utf-8")
    assert source.count("http://www.w3.org/2000/svg") == 1
    assert len(texts(root)) > 2


@pytest.mark.parametrize(
    "words",
    [words for words in SCREENS if words[0] not in ("show", "cite", "sources")],
    ids=" ".join,
)
def test_a_picture_of_a_table_holds_no_address_but_that_of_svg(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    drawn(run, tmp_path / "picture.svg", *words)
    assert re.findall(r"\w+://[^\s\"<]+", (tmp_path / "picture.svg").read_text("utf-8")) == [
        "http://www.w3.org/2000/svg"
    ]


@pytest.mark.parametrize("width", ["50", "100"])
@pytest.mark.parametrize(
    "words", [("list",), ("timeline",), ("people",), ("show", "2001-le")], ids=" ".join
)
def test_a_picture_says_all_that_the_terminal_says(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: str, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    shapes = "".join([*svg.SHAPES, *svg.RULES, *svg.BLOCKS, "░"])
    shown = run(*words, "--format", "table").out.translate(str.maketrans("", "", shapes))
    found = texts(drawn(run, tmp_path / "picture.svg", *words))
    assert "".join(text for _, _, text in found).replace(" ", "") == re.sub(r"\s", "", shown)


def test_columns_stand_where_the_terminal_has_them_whatever_letters_stand_before(
    run: Run, tmp_path: Path
) -> None:
    found = texts(drawn(run, tmp_path / "people.svg", "people"))
    hangul = [place for place, (_, _, text) in enumerate(found) if text == "김문"]
    assert hangul
    after = {text: x for x, _, text in found[hangul[0] + 1 : hangul[0] + 3]}
    counts = {x for x, _, text in found if re.fullmatch(r"\d{4}(–\d{4})?", text)}
    assert (
        len(counts) == 1
    )  # the years of everybody begin in one column, behind Hangul as behind Latin
    assert counts <= set(after.values())


@pytest.mark.parametrize(
    "text",
    [
        "Hồ Chí Minh",
        "김일성 Kim",
        "a  b",
        " padded ",
        "Đặng Thị Mẫu, 김문, 北京",
        "x" * 40,
        "▶◀ ≠ → █▌░",
        "│─┬┴",
    ],
)
def test_every_letter_has_its_own_cell(text: str) -> None:
    root = ElementTree.fromstring(svg.drawn([[Segment(text), Segment("|")]], "title"))
    last = texts(root)[-1]
    assert last[2] == "|" or last[2].endswith("|")
    column = (last[0] - svg.MARGIN) / svg.CELL + cell_len(last[2]) - 1
    assert column == pytest.approx(cell_len(text), abs=0.01)


def test_the_width_of_a_run_is_told_to_readers_with_other_fonts(run: Run, tmp_path: Path) -> None:
    root = drawn(run, tmp_path / "picture.svg", "people")
    for one in root.iter(f"{SVG}text"):
        assert float(one.attrib["textLength"]) == pytest.approx(
            cell_len(one.text or "") * svg.CELL, abs=0.01
        )


def test_everything_lies_on_the_paper(run: Run, tmp_path: Path) -> None:
    for words in SCREENS:
        root = drawn(run, tmp_path / "picture.svg", *words)
        _, _, width, height = (float(number) for number in root.attrib["viewBox"].split())
        assert (root.attrib["width"], root.attrib["height"]) == tuple(
            root.attrib["viewBox"].split()[2:]
        )
        for one in root.iter(f"{SVG}text"):
            assert float(one.attrib["x"]) + float(one.attrib["textLength"]) <= width
            assert 0 < float(one.attrib["y"]) < height


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("a < b & c > \"d\" ']]>'", None),
        ("bell \x07 and \x1b[31m red", "bell \ufffd and \ufffd[31m red"),
        ("\ud800", "\ufffd"),
    ],
)
def test_a_title_is_text_whatever_it_holds(title: str, read: str | None) -> None:
    made = svg.drawn([[Segment(title)]], title)
    root = ElementTree.fromstring(made)
    assert root.findtext(f"{SVG}title") == (read or title)
    assert root.attrib["role"] == "img"
    assert "".join(text for _, _, text in texts(root)).replace(" ", "") == (read or title).replace(
        " ", ""
    )


def test_what_was_searched_for_is_marked(run: Run, tmp_path: Path) -> None:
    root = drawn(run, tmp_path / "picture.svg", "search", "talks")
    (mark,) = [one for one in root.iter(f"{SVG}rect") if one.attrib["class"] == "found"]
    (under,) = [one for one in texts(root) if one[2] == "talks" and one[1] > 60]
    assert float(mark.attrib["x"]) == under[0]


def test_a_search_for_a_control_character_makes_a_picture_too(run: Run, tmp_path: Path) -> None:
    assert drawn(run, tmp_path / "picture.svg", "search", "talks", "--limit", "1") is not None
    ran = run("search", "talks\x1b[31m", "--svg", str(tmp_path / "other.svg"))
    assert ElementTree.fromstring((tmp_path / "other.svg").read_bytes()) is not None
    assert ran.status == 1


def contrast(one: str, other: str) -> float:
    """How far apart two colours are, as the guidelines for readable pages (WCAG) count it."""

    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        ]
        return sum(
            weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
        )

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("paper", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    "ink", [name for name in svg.INKS if name not in ("edge", "rail", "found")]
)
def test_every_ink_can_be_read_on_its_paper(ink: str, paper: int) -> None:
    assert contrast(svg.INKS[ink][paper], svg.PAPER[paper]) >= 4.5


@pytest.mark.parametrize("paper", [0, 1], ids=["light", "dark"])
def test_marked_words_can_be_read_and_lines_be_seen(paper: int) -> None:
    assert contrast(svg.INKS["text"][paper], svg.INKS["found"][paper]) >= 4.5
    assert contrast(svg.INKS["rail"][paper], svg.PAPER[paper]) >= 1.8


def test_the_picture_follows_the_paper_its_reader_prefers() -> None:
    style = (
        ElementTree.fromstring(svg.drawn([[Segment("text")]], "title")).findtext(f"{SVG}style")
        or ""
    )
    light, dark = style.split("@media (prefers-color-scheme:dark)")
    for place, rules in enumerate((light, dark)):
        assert f".paper{{fill:{svg.PAPER[place]}" in rules
        for name, inks in svg.INKS.items():
            assert name == "edge" or f".{name}{{fill:{inks[place]}}}" in rules


def test_every_colour_of_a_kind_is_an_ink_of_its_own() -> None:
    inks = {colour: svg.ink_of(Style.parse(colour)) for colour in COLOURS.values()}
    assert set(inks.values()) <= set(svg.INKS)
    assert len(set(inks.values())) == len(set(COLOURS.values()))
    assert not {"text", "dim"}.intersection(inks.values())


def test_every_sign_of_a_kind_is_drawn_but_the_note() -> None:
    assert {sign for sign in SIGNS.values() if sign not in svg.SHAPES} == {"♪"}
    assert set("▶◀") <= set(svg.SHAPES)


def test_a_bar_of_a_block_and_a_piece_has_no_seam() -> None:
    root = ElementTree.fromstring(svg.drawn([[Segment("██▌░░")]], "title"))
    bars = [one for one in root.iter(f"{SVG}rect") if one.attrib["class"] != "paper"]
    assert [float(bar.attrib["width"]) for bar in bars] == pytest.approx(
        [2.5 * svg.CELL, 2 * svg.CELL], abs=0.01
    )


def test_two_runs_make_the_same_bytes(run: Run, tmp_path: Path) -> None:
    for words in (("timeline",), ("people", "--lang", "vi")):
        for name in ("one.svg", "two.svg"):
            drawn(run, tmp_path / name, *words, data=STORE)
        assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()


@pytest.mark.skipif(shutil.which("rsvg-convert") is None, reason="there is no rsvg-convert")
def test_a_picture_can_be_turned_into_pixels(run: Run, tmp_path: Path) -> None:
    drawn(run, tmp_path / "picture.svg", "timeline", "--lang", "vi")
    subprocess.run(
        ["rsvg-convert", str(tmp_path / "picture.svg"), "-o", str(tmp_path / "picture.png")],
        check=True,
        timeout=60,
    )
    assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG")
