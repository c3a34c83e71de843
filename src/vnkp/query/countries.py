"""The names of countries in the languages in which people ask."""

from __future__ import annotations

import functools
import re

# Each name as `vnkp.text.fold` spells it, so that case and accents make no difference.
NAMES: dict[str, tuple[str, ...]] = {
    "KP": (
        "dprk", "north korea", "north korean", "north koreans",
        "democratic people republic of korea", "democratic peoples republic of korea",
        "trieu tien", "bac trieu tien", "chdcnd trieu tien", "cong hoa dan chu nhan dan trieu tien",
        "북한", "북조선", "조선민주주의인민공화국", "조선", "朝鲜", "朝鮮", "北朝鮮",
        "кндр", "северная корея", "coree du nord", "nordkorea",
    ),
    "KR": (
        "republic of korea", "rok", "south korea", "south korean", "south koreans",
        "han quoc", "nam trieu tien", "dai han dan quoc",
        "남한", "남조선", "한국", "대한민국", "韩国", "韓國", "韓国",
    ),
    "VN": (
        "vietnam", "vietnamese", "viet nam", "north vietnam", "north vietnamese",
        "drv", "drvn", "srv", "democratic republic of vietnam", "democratic republic of viet nam",
        "socialist republic of vietnam", "socialist republic of viet nam",
        "vndcch", "viet nam dan chu cong hoa", "chxhcn viet nam",
        "cong hoa xa hoi chu nghia viet nam",
        "베트남", "윁남", "웰남", "월남", "越南", "вьетнам", "дрв", "срв",
    ),
}  # fmt: skip
# Found as words of these countries too: Korea is either.
_SHARED = {"KP": " korea korean", "KR": " korea korean", "VN": ""}
_CODES = {name: code for code, names in NAMES.items() for name in names}


@functools.cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_CODES, key=len, reverse=True)
    spaced = "|".join(name for name in names if name.isascii() or name[0] < "\u1100")
    unspaced = "|".join(name for name in names if name[0] >= "\u1100")
    return re.compile(f"(?<= )(?:{spaced})(?= )|{unspaced}")


def country_signs(text: str) -> str:
    """A sign for each country named in *text*, folded words with a space around each.

    >>> country_signs(" rice for bac trieu tien ")
    '=KP korea korean'
    """
    codes = sorted({_CODES[match[0]] for match in _pattern().finditer(text)})
    return " ".join(f"={code}{_SHARED[code]}" for code in codes)


def country_code(name: str) -> str | None:
    """The code of the country called *name*, in folded words."""
    return _CODES.get(name)
