"""Bars: solid as far as is sure, light as far as is possible."""

from __future__ import annotations

from rich.text import Text

from vnkp.model.fields import Number
from vnkp.output.screen import theme

_FULL, _LIGHT = "█", "░"
_EIGHTHS = " ▏▎▍▌▋▊▉"


def bar(low: Number, high: Number, most: Number, size: int, colour: str) -> Text:
    """A bar of up to *size* cells, which *most* fills, for an amount of *low* to *high*."""
    if not most or not size:
        return Text()
    if low == high:  # an end as fine as the letters allow, so that even a little shows
        solid, rest = divmod(max(round(float(low) / float(most) * size * 8), 1 if low else 0), 8)
        return Text(_FULL * solid + _EIGHTHS[rest].strip(), colour)
    solid = round(float(low) / float(most) * size)
    light = max(round(float(high) / float(most) * size) - solid, 0 if solid else 1)
    return Text.assemble((_FULL * solid, colour), (_LIGHT * light, theme.DIM))
