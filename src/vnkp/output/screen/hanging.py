"""Lines of text that hang: wrapped between words under their own beginning, while ids and addresses stay whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.text import Text

from vnkp.output.screen import theme

GAP = 2  # columns between what stands side by side
_LEAST = 8  # a column of text is never narrower, however narrow the terminal


class At(NamedTuple):
    """A piece of a line: a *text* that fits, and the column it begins in."""

    column: int
    text: Text


class Line(NamedTuple):
    """A *text* that begins *indent* columns in, the lines it wraps to *hang* columns further.

    A *mark* stands right before it; *more* texts stand beside it as far as there is room, and under it else.
    """

    text: Text
    indent: int = 0
    hang: int = 0
    mark: Text | None = None
    more: tuple[Text, ...] = ()


class Drawn:
    """What is drawn line by line, as wide as the console and no wider than eyes can follow."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        options = options.update_width(min(options.max_width, theme.WIDEST))
        for pieces in self.lines(console, options):
            yield from segments(pieces, console)

    def lines(self, console: Console, options: ConsoleOptions) -> Iterator[Sequence[At]]:
        """The pieces of each line."""
        raise NotImplementedError


class Lines(Drawn):
    """Several lines one under another."""

    def __init__(self, several: Iterable[Line]) -> None:
        self.several = list(several)

    def lines(self, console: Console, options: ConsoleOptions) -> Iterator[Sequence[At]]:
        """Each of them, wrapped."""
        for line in self.several:
            yield from hung(line, console, options)


def hung(line: Line, console: Console, options: ConsoleOptions) -> Iterator[list[At]]:
    """*line* as lines that fit.

    What must stay whole (``no_wrap``: an id, an address) moves to the left as far as it has to. If even that is not
    enough it runs on, so that it can still be copied; in a picture, where its end would be lost, it is broken.
    """
    text, width, indent = line.text, options.max_width, line.indent
    marked = [At(indent - cell_len(line.mark.plain), line.mark)] if line.mark else []
    size = cell_len(text.plain)
    if line.more:
        for part in flowed([text, *line.more], width - indent):
            yield from hung(Line(part, indent, line.hang), console, options)
    elif size <= width - indent and "\n" not in text.plain:
        yield [*marked, At(indent, text)]
    elif text.no_wrap and size <= width:
        yield from [marked] if line.mark and line.mark.plain.strip() else []
        yield [At(width - size, text)]
    elif text.no_wrap and options.overflow != "fold":
        yield [*marked, At(indent, text)]
    else:
        indent = min(indent, max(width - _LEAST, 0))
        hang = min(line.hang, max(width - indent - _LEAST, 0))
        first, *others = wrapped(text, width - indent, console)
        if others and hang:
            rest = text[len(first.plain) :]
            others = wrapped(
                rest[len(rest.plain) - len(rest.plain.lstrip()) :], width - indent - hang, console
            )
        yield [*marked, At(indent, first)]
        yield from ([At(indent + hang, other)] for other in others)


def wrapped(text: Text, width: int, console: Console) -> list[Text]:
    """*text* in lines of at most *width* columns: broken between words, and within one only if it is longer than a line."""
    if cell_len(text.plain) <= width and "\n" not in text.plain:
        return [text]
    text = text.copy()
    text.no_wrap = None
    return list(text.wrap(console, max(width, _LEAST), overflow="fold")) or [Text()]


def flowed(parts: Iterable[Text], width: int) -> list[Text]:
    """*parts* side by side, on as many lines of *width* as they need; none is broken."""
    made: list[Text] = []
    for part in parts:
        if not part.plain:
            continue
        if made and cell_len(made[-1].plain) + GAP + cell_len(part.plain) <= width:
            made[-1] = Text.assemble(made[-1], " " * GAP, part)
        else:
            made.append(part)
    return made


def beside(*columns: Sequence[Sequence[At]]) -> Iterator[list[At]]:
    """The lines of several *columns*, taken together from the top; what begins too far to the left has a line of its own."""
    for place in range(max(map(len, columns), default=0)):
        made: list[At] = []
        for column in columns:
            line = column[place] if place < len(column) else ()
            if made and line and line[0].column < made[-1].column + cell_len(made[-1].text.plain):
                yield made
                made = []
            made += line
        yield made


def segments(pieces: Iterable[At], console: Console) -> Iterator[Segment]:
    """The *pieces* of a line as Rich prints them, each in its column, without being wrapped once more."""
    column = 0
    for piece in pieces:
        text = piece.text
        if not text.plain:
            continue
        if piece.column > column:
            yield Segment(" " * (piece.column - column))
        yield from (
            text.render(console)
            if text.spans
            else [Segment(text.plain, console.get_style(text.style))]
        )
        column = piece.column + cell_len(text.plain)
    yield Segment.line()
