"""A screen as a picture: an SVG that is whole in itself, and that reads well on light and on dark backgrounds.

Rich can write SVG too, but it leaves it to the reader's fonts where columns stand, so that Hangul pushes them apart, and it
asks somebody else's server for a font. Here every run of letters has its own place, and rails, bars and signs are drawn.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from vnkp.answers import Answer
from vnkp.output import summary
from vnkp.output.formats import Context
from vnkp.output.screen import pages

CELL, _LINE, _SIZE, MARGIN = 8.43, 20.0, 14, 24.0
_FONTS = (
    '"DejaVu Sans Mono", "Noto Sans Mono", Menlo, Consolas, "Noto Sans Mono CJK KR", "Noto Sans CJK KR", '
    '"Apple SD Gothic Neo", "Malgun Gothic", monospace'
)

# What each look is on light and on dark paper. The sixteen colours of a terminal are called by their numbers.
PAPER = ("#ffffff", "#161b22")
INKS = {
    "edge": ("#d0d7de", "#30363d"),
    "text": ("#1f2328", "#e6edf3"),
    "dim": ("#59636e", "#9198a1"),
    "rail": ("#a3acb5", "#57606a"),
    "found": ("#fff1a8", "#5c4a00"),
    "c1": ("#c1272d", "#ff7b72"),
    "c2": ("#1a7f37", "#56d364"),
    "c3": ("#8a5a00", "#e3b341"),
    "c4": ("#0b57b7", "#79b8ff"),
    "c5": ("#8e3a9d", "#d2a8ff"),
    "c6": ("#0a6e79", "#56d4dd"),
    "c9": ("#c1272d", "#ff7b72"),
    "c10": ("#4d7300", "#a5d84f"),
    "c11": ("#a3470a", "#ffb77c"),
    "c12": ("#3b63c4", "#a5c8ff"),
    "c13": ("#b5307f", "#ff9bce"),
    "c14": ("#2f6690", "#9ecbff"),
}

# Signs as outlines around the middle of their cell: a letter of their shape may be wide in one font and an emoji in another.
SHAPES = {
    "▶": "M-3.8-5 5 0-3.8 5z",
    "◀": "M3.8-5-5 0 3.8 5z",
    "◆": "M0-5.4 5.2 0 0 5.4-5.2 0z",
    "■": "M-4.2-4.2h8.4v8.4h-8.4z",
    "□": "M-4.2-4.2h8.4v8.4h-8.4zM-2.9-2.9v5.8h5.8v-5.8z",
    "●": "M-4.4 0a4.4 4.4 0 1 1 8.8 0a4.4 4.4 0 1 1-8.8 0z",
    "○": "M-4.4 0a4.4 4.4 0 1 1 8.8 0a4.4 4.4 0 1 1-8.8 0zM-3.1 0a3.1 3.1 0 1 0 6.2 0a3.1 3.1 0 1 0-6.2 0z",
    "▲": "M0-5 5 4.2-5 4.2z",
    "△": "M0-5 5 4.2-5 4.2zM0-2.5-2.9 2.9 2.9 2.9z",
    "★": "M0-5.4 1.6-1.8 5.4-1.5 2.5 1 3.4 4.8 0 2.7-3.4 4.8-2.5 1-5.4-1.5-1.6-1.8z",
}
RULES = "─│┬┴"
BLOCKS = {"█": 1.0, **{block: eighths / 8 for eighths, block in enumerate("▏▎▍▌▋▊▉", 1)}}
_LIGHT = "░"


class _Run(NamedTuple):
    """Letters that belong together, *column* cells from the left."""

    text: str
    column: int
    style: Style

    @property
    def cells(self) -> int:
        return cell_len(self.text)


def render(answer: Answer, context: Context) -> str:
    """*answer* as an SVG that needs no other file."""
    console = pages.console(io.StringIO(), context._replace(color=True))
    options = console.options.update(overflow="fold")  # what runs over the edge would be lost
    lines = list(Segment.split_lines(console.render(pages.draw(answer, context), options)))
    return picture(lines, summary.picture_title(answer, context.lang))


def picture(lines: Sequence[Sequence[Segment]], title: str) -> str:
    """*lines* of a screen as an SVG called *title*."""
    rows = [list(_runs(line)) for line in lines]
    while rows and not rows[-1]:
        rows.pop()
    columns = max((run.column + run.cells for row in rows for run in row), default=0)
    width, height = columns * CELL + 2 * MARGIN, len(rows) * _LINE + 2 * MARGIN
    body = [
        shape
        for place, row in enumerate(rows)
        for run in row
        for shape in _shapes(run, MARGIN + place * _LINE)
    ]
    size = f'width="{_n(width)}" height="{_n(height)}"'
    opening = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(width)} {_n(height)}" {size} role="img">',
        f"<title>{_xml(title)}</title>",
        f"<style>{_css()}</style>",
        f'<rect class="paper" x="0.5" y="0.5" width="{_n(width - 1)}" height="{_n(height - 1)}" rx="8"/>',
    ]
    return "\n".join([*opening, *body, "</svg>"]) + "\n"


def _css() -> str:
    """The look of everything, on light paper and, for readers who prefer it, on dark."""
    looks = (
        ".b{font-weight:bold}.i{font-style:italic}.u{text-decoration:underline}.light{opacity:.35}"
    )
    light, dark = (_inks(place) for place in (0, 1))
    return f"text{{font:{_SIZE}px {_FONTS};white-space:pre}}{looks}{light}@media (prefers-color-scheme:dark){{{dark}}}"


def _inks(place: int) -> str:
    made = "".join(
        f".{name}{{fill:{inks[place]}}}" for name, inks in INKS.items() if name != "edge"
    )
    return f".paper{{fill:{PAPER[place]};stroke:{INKS['edge'][place]}}}{made}"


def _runs(line: Iterable[Segment]) -> Iterator[_Run]:
    """The runs of a line: apart where the look changes, at gaps, and where drawn or wide letters begin and end."""
    column = 0
    for segment in line:
        if segment.control:
            continue
        for _, letters in groupby(re.findall(r"\s{2,}|\S|\s", segment.text.rstrip("\n")), _sort):
            text = "".join(letters)
            inner = text.strip()
            if inner:
                yield _Run(
                    inner, column + len(text) - len(text.lstrip()), segment.style or Style.null()
                )
            column += cell_len(text)


def _sort(letter: str) -> str:
    """What a letter is drawn as: itself if it has a shape of its own, part of a "bar", "wide" or other "text", or a "gap"."""
    if letter in SHAPES or letter in RULES or letter == _LIGHT:
        return letter
    if letter in BLOCKS:
        return "bar"
    return "gap" if len(letter) > 1 else "wide" if cell_len(letter) == 2 else "text"


def _shapes(run: _Run, top: float) -> Iterator[str]:
    """A run as SVG, its upper edge at *top*."""
    left, ink = MARGIN + run.column * CELL, ink_of(run.style)
    width = run.cells * CELL
    if run.style.reverse:
        yield f'<rect class="found" x="{_n(left)}" y="{_n(top + 2)}" width="{_n(width)}" height="{_n(_LINE - 3)}"/>'
    letter = run.text[0]
    if letter in RULES:
        yield f'<path class="rail" d="{_rule(letter, run.cells, left, top)}"/>'
    elif letter in BLOCKS or letter == _LIGHT:
        wide = sum(BLOCKS.get(block, 1.0) for block in run.text) * CELL
        looks = f"{ink} light" if letter == _LIGHT else ink
        yield f'<rect class="{looks}" x="{_n(left)}" y="{_n(top + 4)}" width="{_n(wide)}" height="{_n(_LINE - 8)}"/>'
    elif letter in SHAPES:
        for place in range(run.cells):
            middle = f"{_n(left + (place + 0.5) * CELL)} {_n(top + _LINE / 2)}"
            yield f'<path class="{ink}" fill-rule="evenodd" transform="translate({middle})" d="{SHAPES[letter]}"/>'
    else:
        yield _letters(run, ink, left, top, width)


def _letters(run: _Run, ink: str, left: float, top: float, width: float) -> str:
    style = run.style
    looks = [
        ink,
        *(
            name
            for name, on in (("b", style.bold), ("i", style.italic), ("u", style.underline))
            if on
        ),
    ]
    # A Hangul letter is as wide as it is high, two cells are a little wider.
    apart = f' letter-spacing="{_n(2 * CELL - _SIZE)}"' if _sort(run.text[0]) == "wide" else ""
    place = f'x="{_n(left)}" y="{_n(top + 14.8)}" textLength="{_n(width)}"{apart}'
    return f'<text class="{" ".join(looks)}" {place}>{_xml(run.text)}</text>'


def _rule(letter: str, cells: int, left: float, top: float) -> str:
    """Thin bars along a rule, or along a rail in each of its cells."""
    right, middle, bottom = left + cells * CELL, top + _LINE / 2, top + _LINE
    across = f"M{_n(left)} {_n(middle - 0.6)}H{_n(right)}v1.2H{_n(left)}z"
    if letter == "─":
        return across
    start, end = (middle if letter == "┬" else top), (middle if letter == "┴" else bottom)
    centres = (left + (place + 0.5) * CELL for place in range(cells))
    down = "".join(f"M{_n(centre - 0.6)} {_n(start)}h1.2V{_n(end)}h-1.2z" for centre in centres)
    return down if letter == "│" else across + down


def ink_of(style: Style) -> str:
    """The class of the colour of *style*."""
    number = style.color.number if style.color else None
    if number is not None and f"c{number}" in INKS:
        return f"c{number}"
    return "dim" if style.dim else "text"


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _xml(text: str) -> str:
    """*text* for XML, which does not take every character."""
    return escape(
        re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text), quote=False
    )
