"""Pictures: every screen as an SVG, whole in itself, readable on light and on dark paper."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rich.cells import cell_len
from rich.style import Style

from tests.conftest import STORE, Run
from tests.output.test_screens import BOOK, fact
from tests.rendering import fact_list, render
from vnkp.model.enums import Kind
from vnkp.model.facts import Book
from vnkp.output.kind_looks import KIND_LOOKS
from vnkp.output.screen.theme import WARN
from vnkp.query.filters import Query

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = "█▏▎▍▌▋▊▉░"  # as shapes, not as letters
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


def cell_width(root: ElementTree.Element) -> float:
    """How wide the cell of a letter is."""
    text = next(text for text in root.iter(f"{SVG}text") if "textLength" in text.attrib)
    return float(text.attrib["textLength"]) / cell_len(text.text or "")


def visible(text: str) -> str:
    """*text* without blanks, and without what stands for control characters."""
    return re.sub("[ \ufffd]", "", text)


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
        "desc",
        "style",
        "rect",
        "g",
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
    "words", [("list",), ("timeline",), ("people",), ("visits",)], ids=" ".join
)
def test_a_picture_says_all_that_the_terminal_says(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: str, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    shown = run(*words, "--format", "table").out.translate(str.maketrans("", "", DRAWN))
    found = texts(drawn(run, tmp_path / "picture.svg", *words))
    body = re.sub(r"\s", "", shown.rpartition("\n\n")[0])
    assert "".join(text for _, _, text in found).replace(" ", "").startswith(body)


@pytest.mark.parametrize("words", [one for one in SCREENS if one[0] != "cite"], ids=" ".join)
def test_a_picture_has_no_hints_and_no_ids_but_says_on_what_it_rests(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    root = drawn(run, tmp_path / "picture.svg", *words)
    shown = " ".join(text for _, _, text in texts(root))
    assert "vnkp show" not in shown
    assert "--" not in shown
    assert not re.search(r"\b[0-9]{4}-[a-z]+-", shown)
    assert root.findtext(f"{SVG}title")
    assert root.findtext(f"{SVG}desc")
    if words[0] in ("list", "year", "search", "visits", "timeline", "trade", "aid"):
        assert re.search(r"\d sources?", root.findtext(f"{SVG}desc") or "")


def test_a_picture_says_in_which_language_it_is(run: Run, tmp_path: Path) -> None:
    root = drawn(run, tmp_path / "picture.svg", "visits", "--lang", "vi")
    assert root.attrib["lang"] == "vi"


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
        "│─┬",
    ],
)
def test_every_letter_has_its_own_cell(text: str) -> None:
    listed = [fact("a", "2001", en=text, between=True), fact("b", "2001", between=True)]
    root = ElementTree.fromstring(render(fact_list(BOOK, listed), "svg", width=100))
    columns = [x for x, _, said in texts(root) if said == "VN ↔ KP"]
    assert columns[0] == columns[1]


def test_the_width_of_a_run_is_told_to_readers_with_other_fonts(run: Run, tmp_path: Path) -> None:
    root = drawn(run, tmp_path / "picture.svg", "people")
    cell = cell_width(root)
    for text in root.iter(f"{SVG}text"):
        if "text-anchor" in text.attrib:  # a single sign, in the middle of its cell
            continue
        width = cell_len(text.text or "") * cell
        assert float(text.attrib["textLength"]) == pytest.approx(width, abs=0.02)


def test_everything_lies_on_the_paper(run: Run, tmp_path: Path) -> None:
    for words in SCREENS:
        root = drawn(run, tmp_path / "picture.svg", *words)
        _, _, width, height = (float(number) for number in root.attrib["viewBox"].split())
        shape = float(root.attrib["width"]) / float(root.attrib["height"])
        assert shape == pytest.approx(width / height, abs=0.01)
        for one in root.iter(f"{SVG}text"):
            assert float(one.attrib["x"]) + float(one.attrib.get("textLength", 0)) <= width
            assert 0 < float(one.attrib["y"]) < height


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("a < b & c > \"d\" ']]>'", None),
        ("bell \x07 and \x1b[31m red", "bell \ufffd and \ufffd[31m red"),
        ("half a pair \ud800", "half a pair \ufffd"),
    ],
)
def test_a_title_is_text_whatever_it_holds(title: str, read: str | None) -> None:
    answer = fact_list(BOOK, [fact("a", "2001", en=title)], view="search", query=Query(words=title))
    root = ElementTree.fromstring(render(answer, "svg", width=100))
    shown = "".join(text for _, _, text in texts(root))
    assert root.attrib["role"] == "img"
    assert (read or title) in (root.findtext(f"{SVG}title") or "")
    assert visible(shown).count(visible(read or title)) == 2


def test_what_was_searched_for_is_marked(run: Run, tmp_path: Path) -> None:
    root = drawn(run, tmp_path / "picture.svg", "search", "talks")
    (mark,) = [one for one in root.iter(f"{SVG}rect") if one.attrib["class"] == "found"]
    (under,) = [one for one in texts(root) if one[2] == "talks" and one[1] > 60]
    assert float(mark.attrib["x"]) == pytest.approx(under[0], abs=0.1)


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


Look = dict[str, str]


@pytest.fixture(scope="module")
def looks(book: Book) -> tuple[Look, Look]:
    """The colour of each class, and of the paper, on light and on dark paper."""
    style = ElementTree.fromstring(render(fact_list(book), "svg")).findtext(f"{SVG}style") or ""
    halves = style.split("@media (prefers-color-scheme:dark)")
    light, dark = (dict(re.findall(r"\.([\w-]+) ?\{ ?fill: ?(#\w+)", half)) for half in halves)
    return light, dark


def test_every_ink_can_be_read_on_its_paper(looks: tuple[Look, Look]) -> None:
    for look in looks:
        for name in look.keys() - {"paper", "found"}:
            assert contrast(look[name], look["paper"]) >= 4.5, name


def test_marked_words_can_be_read(run: Run, tmp_path: Path) -> None:
    style = drawn(run, tmp_path / "marked.svg", "search", "talks").findtext(f"{SVG}style") or ""
    for half in style.split("@media (prefers-color-scheme:dark)"):
        look = dict(re.findall(r"\.([\w-]+) ?\{ ?fill: ?(#\w+)", half))
        assert look["paper"] in [look[name] for name in look if name.startswith("v-")]
        assert contrast(look["found"], look["paper"]) >= 4.5


def test_the_picture_follows_the_paper_its_reader_prefers(looks: tuple[Look, Look]) -> None:
    light, dark = looks
    assert light.keys() == dark.keys() > {"paper", "found"}
    assert contrast(light["paper"], "#ffffff") < 1.1 < 10 < contrast(dark["paper"], "#ffffff")


def test_every_colour_of_a_kind_is_an_ink_of_its_own() -> None:
    facts = [fact("a", "2001", kind) for kind in Kind]
    root = ElementTree.fromstring(render(fact_list(BOOK, facts), "svg", width=100))
    inks = {
        text.text: text.attrib["class"]
        for text in root.iter(f"{SVG}text")
        if text.text in [look.sign for look in KIND_LOOKS.values()]
    }
    assert len(set(inks.values())) == len(Kind)


@pytest.mark.parametrize("colour", [*(look.colour for look in KIND_LOOKS.values()), WARN])
def test_colours_of_a_terminal_can_be_read_on_black_and_on_white(colour: str) -> None:
    color = Style.parse(colour).color
    assert color
    shown = color.get_truecolor().hex
    assert contrast(shown, "#000000") >= 3
    assert contrast(shown, "#ffffff") >= 3


def test_a_bar_of_a_block_and_a_piece_has_no_seam(book: Book) -> None:
    answer = fact_list(book, [one for one in book.facts if one.kind is Kind.TRADE], view="trade")
    bar = re.findall("[█▏▎▍▌▋▊▉]+|░+", render(answer, "table", width=100))
    root = ElementTree.fromstring(render(answer, "svg", width=100))
    drawn = [one for one in root.iter(f"{SVG}rect") if one.attrib["class"] != "paper"]
    eighths = {block: number for number, block in enumerate("▏▎▍▌▋▊▉█", 1)}
    cells = [sum(eighths.get(block, 8) / 8 for block in run) for run in bar]
    assert len(bar) > 1
    assert [float(one.attrib["width"]) for one in drawn] == pytest.approx(
        [size * cell_width(root) for size in cells], abs=0.02
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
