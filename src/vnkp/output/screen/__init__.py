"""Everything that Rich draws; each screen is loaded when it is drawn, which spares the others."""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vnkp.output.screen import aid as aid
    from vnkp.output.screen import aid_explained as aid_explained
    from vnkp.output.screen import anniversaries as anniversaries
    from vnkp.output.screen import brief as brief
    from vnkp.output.screen import cards as cards
    from vnkp.output.screen import counts as counts
    from vnkp.output.screen import directory as directory
    from vnkp.output.screen import disputes as disputes
    from vnkp.output.screen import fact_list as fact_list
    from vnkp.output.screen import timeline as timeline
    from vnkp.output.screen import trade as trade


def __getattr__(name: str) -> ModuleType:
    """The screen called *name*."""
    try:
        return importlib.import_module(f"{__name__}.{name}")
    except ModuleNotFoundError as error:
        raise AttributeError(name) from error
