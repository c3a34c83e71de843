"""Pictures in Chromium: Vietnamese letters look as in one font that has them all."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.output.programs import find_program
from tests.rendering import fact_list, render
from vnkp.model.facts import Book
from vnkp.output.svg import FONTS

DOCS = Path(__file__).parents[2] / "docs"
DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
# The letters of Vietnamese with a tone.
LETTERS = [*map(chr, range(0x1EA0, 0x1EFA))]


@pytest.fixture
def letters(book: Book) -> str:
    """A picture of these letters, plain and bold, in the style of all pictures."""
    drawn = render(fact_list(book), "svg")
    style = re.search(r"<style>.*</style>", drawn, re.DOTALL)
    assert style
    texts = [
        f'<text x="{20 + index % 26 * 35}" y="{40 + (index // 26 + row) * 40}"'
        f' font-weight="{weight}">{letter}</text>'
        for row, weight in ((0, 400), (5, 700))
        for index, letter in enumerate(LETTERS)
    ]
    size = 'width="950" height="480"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{style[0]}'
    return "\n".join([head, *texts, "</svg>"])


def photograph(folder: Path, pictures: list[str], fonts: str = FONTS) -> bytes:
    """A page with *pictures*, as Chromium draws it, with other *fonts* first."""
    folder.mkdir(exist_ok=True)
    for index, picture in enumerate(pictures):
        assert FONTS in picture
        (folder / f"{index}.svg").write_text(picture.replace(FONTS, fonts), "utf-8")
    images = [f'<img src="{index}.svg"><br>' for index in range(len(pictures))]
    (folder / "page.html").write_text("".join(images), "utf-8")
    options = (
        "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
        f"--user-data-dir={folder / 'profile'}", "--window-size=1000,3600",
        f"--screenshot={folder / 'page.png'}",
    )  # fmt: skip
    words = [find_program("chromium"), *options, (folder / "page.html").as_uri()]
    subprocess.run(words, capture_output=True, timeout=120, check=True)
    return (folder / "page.png").read_bytes()


def test_vietnamese_letters_come_from_a_font_that_has_them(tmp_path: Path, letters: str) -> None:
    listed = [find_program("fc-list"), ":lang=vi", "family"]
    complete = subprocess.run(listed, capture_output=True, check=True).stdout.decode()
    fonts = [font for font in re.findall(r'"([^"]+)"|(\w+)', FONTS) for font in font if font]
    font = next((font for font in fonts if font in complete.splitlines()), None)
    if font is None:
        pytest.skip("there is no font with all Vietnamese letters")
    pictures = [letters, *(path.read_text("utf-8") for path in sorted(DOCS.glob("*.svg")))]
    assert len(pictures) > 4
    as_they_are = photograph(tmp_path / "one", pictures)
    assert as_they_are == photograph(tmp_path / "other", pictures, f'"{font}",{FONTS}')


@pytest.mark.skipif(not DEJAVU.exists(), reason="the fonts called DejaVu are not there")
def test_marks_are_in_their_place_where_only_dejavu_is(
    tmp_path: Path, letters: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DejaVu Sans Mono lacks some of these letters, DejaVu Sans does not."""
    (tmp_path / "fonts.conf").write_text(
        f"<fontconfig><dir>{DEJAVU}</dir><cachedir>{tmp_path / 'cache'}</cachedir></fontconfig>"
    )
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "fonts.conf"))
    as_they_are = photograph(tmp_path / "one", [letters])
    assert as_they_are == photograph(tmp_path / "other", [letters], '"DejaVu Sans"')
