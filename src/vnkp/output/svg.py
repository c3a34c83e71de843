"""A screen as a picture: Rich's SVG, made whole in itself and readable on light and dark paper.

Rich measures in letters and not in cells, leaves all positions to the reader's fonts, and asks
somebody else's server for one. Here each run of letters has its own position and width: the line
``1961  ▶ Kim Mun  ██▌`` has the runs ``1961``, ``▶ Kim Mun`` and ``██▌``, and the last is a bar.
"""

from __future__ import annotations

import html
import io
import re

import msgspec
from rich.cells import cell_len
from rich.color import blend_rgb, parse_rgb_hex
from rich.color_triplet import ColorTriplet
from rich.terminal_theme import TerminalTheme

from vnkp.answers import Answer
from vnkp.output import titles
from vnkp.output.formats import Context
from vnkp.output.screen import pages
from vnkp.output.screen.theme import JOINT
from vnkp.text import strip_control_characters

_CELL = 12.2  # how wide Rich draws a cell, with letters of 20 pixels
_MARGIN = 24
_SCALE = 0.7  # letters of 14 pixels, as in a page
# DejaVu Sans Mono lacks 20 Vietnamese letters, whose marks are then misplaced: it comes last,
# and these letters from a font that has them.
FONTS = (
    '"Noto Sans Mono","Cascadia Mono",Menlo,Consolas,"Noto Sans Mono CJK KR","Noto Sans CJK KR",'
    '"Apple SD Gothic Neo","Malgun Gothic",vietnamese,"DejaVu Sans Mono",monospace'
)
_FACES = "\n".join(
    f"@font-face{{font-family:vietnamese;font-weight:{weight};unicode-range:U+1EA0-1EF9;"
    f'src:local("DejaVu Sans{style}"),local("Noto Sans{style}")}}'
    for weight, style in ((400, ""), (700, " Bold"))
)
# Text, dim text and paper, on light and on dark.
LIGHT, DARK = ("#1f2328", "#59636e", "#ffffff"), ("#e6edf3", "#9198a1", "#161b22")
_FORMAT = "\0".join(["{terminal_height}", "{styles}", "{backgrounds}", "{matrix}"])
_TEXT = re.compile(r'<text class="([^"]*)" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>')
_BAR = 15  # how high bars are: as letters they would have seams
_BLOCKS = {"█": 1.0, "░": 1.0, **{letter: n / 8 for n, letter in enumerate("▏▎▍▌▋▊▉", 1)}}
_RAIL, _LINE_HEIGHT = "│", 24.4  # drawn, as letters of two lines do not touch in every browser
_RULES = "─┬" + "".join(_BLOCKS)
_WIDE = "\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef"
# A letter belongs to a run of rails, of rules, of wide letters or of others; two blanks end a run.
_RUN = re.compile(rf"{_RAIL}+|[{_RULES}]+|[{_WIDE}]+|(?:(?!  |[{_RAIL}{_RULES}{_WIDE}]).)+| +")


def render(answer: Answer, context: Context) -> str:
    """*answer* as an SVG that needs no other file."""
    context = msgspec.structs.replace(context, color=True, picture=True, links=False, ids=False)
    console = pages.console(io.StringIO(), context)
    console.record = True
    console.print(pages.draw(answer, context), crop=False)
    lines = console.export_text(clear=False).replace(JOINT, " ").rstrip().split("\n")
    console.width = max(cell_len(line.rstrip()) for line in lines)
    text, _, paper = (parse_rgb_hex(color[1:]) for color in LIGHT)
    theme = TerminalTheme(paper, text, [(0, 0, 0)] * 8)
    svg = console.export_svg(theme=theme, code_format=_FORMAT, unique_id="v").replace(JOINT, " ")
    height, styles, backgrounds, matrix = strip_control_characters(svg, keep="\0\n").split("\0")
    title = [titles.title(answer, context.lang), titles.short_count(answer, context.lang)]
    return _document(
        context.lang,
        (console.width * _CELL + 2 * _MARGIN, float(height) + 2 * _MARGIN),
        (" · ".join(filter(None, title)), lines[-1]),
        styles,
        backgrounds + _TEXT.sub(_runs, matrix),
    )


def _document(
    lang: str, size: tuple[float, float], titles: tuple[str, str], styles: str, body: str
) -> str:
    """The SVG; *titles*, its title and its caption, are also told to screen readers."""
    width, height = map(_decimal, size)
    shown_width, shown_height = (_decimal(length * _SCALE) for length in size)
    title, caption = (html.escape(strip_control_characters(text), quote=False) for text in titles)
    dark = "".join(_recolored(styles, dark=True).split("\n"))
    light = "".join(_recolored(styles, dark=False).split("\n"))
    reversed_text = f'fill="{LIGHT[0]}"'
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" lang="{lang}" role="img" \
viewBox="0 0 {width} {height}" width="{shown_width}" height="{shown_height}">
<title>{title}</title>
<desc>{caption}</desc>
<style>{_FACES}
text{{font:20px {FONTS};white-space:pre}}.paper{{fill:{LIGHT[2]}}}.found{{fill:{LIGHT[0]}}}
{light}
@media (prefers-color-scheme:dark){{.paper{{fill:{DARK[2]}}}.found{{fill:{DARK[0]}}}{dark}}}</style>
<rect class="paper" width="{width}" height="{height}"/>
<g transform="translate({_MARGIN},{_MARGIN})">
{body.replace(reversed_text, 'class="found"').replace("><", ">" + chr(10) + "<")}
</g>
</svg>
"""


def _recolored(styles: str, *, dark: bool) -> str:
    """*styles* with colours that can be read on light or on dark paper."""
    text, paper = parse_rgb_hex(LIGHT[0][1:]), parse_rgb_hex(LIGHT[2][1:])
    dim = blend_rgb(text, paper, 0.4).hex
    known = dict(zip((LIGHT[0], dim, LIGHT[2]), DARK if dark else LIGHT, strict=True))

    def recolor(match: re.Match[str]) -> str:
        color = match[0]
        if color in known:
            return known[color]
        toward, share = (ColorTriplet(255, 255, 255), 0.4) if dark else (ColorTriplet(0, 0, 0), 0.2)
        return blend_rgb(parse_rgb_hex(color[1:]), toward, share).hex

    return re.sub("#[0-9a-f]{6}", recolor, styles)


def _runs(match: re.Match[str]) -> str:
    """A text of Rich's as runs of letters, each in its place and as wide as its cells."""
    classes, left, top, content = match.groups()
    content = content.replace("&#160;", " ")  # thousands, which unescape takes one by one
    column, runs = 0, []
    for run in _RUN.findall(html.unescape(content).replace("\xa0", " ")):
        if not run.isspace():
            begin = column + len(run) - len(run.lstrip())
            runs.append(_run(classes, float(left) + begin * _CELL, top, run.strip()))
        column += cell_len(run)
    return "".join(runs)


def _run(classes: str, left: float, top: str, run: str) -> str:
    """A run of letters; a sign stands in the middle of its cell, whatever font it comes from."""
    width = cell_len(run) * _CELL
    if run[0] == _RAIL:
        size = f'y="{_decimal(float(top) - 20)}" width="1.5" height="{_LINE_HEIGHT + 0.1}"'
        edges = (left + (column + 0.5) * _CELL - 0.75 for column in range(len(run)))
        return "".join(f'<rect class="{classes}" x="{_decimal(edge)}" {size}/>' for edge in edges)
    if run[0] in _BLOCKS:
        length, y = sum(map(_BLOCKS.__getitem__, run)) * _CELL, float(top) - _BAR + 1
        light = ' opacity=".35"' if run[0] == "░" else ""
        size = f'width="{_decimal(length)}" height="{_BAR}"'
        return f'<rect class="{classes}" x="{_decimal(left)}" y="{_decimal(y)}" {size}{light}/>'
    position = f'x="{_decimal(left)}" y="{top}" textLength="{_decimal(width)}"'
    if len(run) == 1 and not run.isalnum() and run not in _RULES:
        position = f'x="{_decimal(left + width / 2)}" y="{top}" text-anchor="middle"'
    return f'<text class="{classes}" {position}>{html.escape(run, quote=False)}</text>'


def _decimal(number: float) -> str:
    """*number* with up to two decimals: 12.2, 24."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
