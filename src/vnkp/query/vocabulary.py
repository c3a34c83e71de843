"""What the closed sets are called by those who type: in both languages, as printed and as said."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

from vnkp.errors import UnknownName
from vnkp.text import fold, nearest_spellings, normalize_keeping_accents

KINDS = {
    "visit": "visits, chuyến thăm, các chuyến thăm, chuyến đi, thăm",
    "diplomacy": "diplomatic, ngoại giao, quan hệ ngoại giao",
    "agreement": "agreements, thỏa thuận, các thỏa thuận, hiệp định, các hiệp định",
    "aid": "viện trợ",
    "trade": "thương mại, buôn bán",
    "economy": "economic, kinh tế",
    "military": "quân sự",
    "culture": "cultural, văn hóa",
    "education": "educational, giáo dục",
    "commemoration": "commemorations, kỷ niệm, lễ kỷ niệm",
}
SIDES = {
    "VN": "Vietnam, Viet Nam, Việt Nam, North Vietnam, the DRV, DRV, SRV, VNDCCH, CHXHCN Việt Nam,"
    " Democratic Republic of Vietnam, Socialist Republic of Vietnam, Bắc Việt Nam,"
    " Việt Nam Dân chủ Cộng hòa, 越南, 베트남, 윁남",
    "KP": "DPRK, the DPRK, North Korea, Triều Tiên, Bắc Triều Tiên, Bắc Hàn, CHDCND Triều Tiên,"
    " Democratic People's Republic of Korea, the Democratic People's Republic of Korea,"
    " Cộng hòa Dân chủ Nhân dân Triều Tiên, 북한, 조선, 朝鲜, 北朝鮮",
}
RANKS = {
    "leader": "leaders, lãnh đạo, lãnh đạo cấp cao",
    "deputy": "deputies, cấp phó",
    "minister": "ministers, bộ trưởng, cấp bộ trưởng",
    "vice-minister": "vice minister, vice ministers, vice-ministers, thứ trưởng, cấp thứ trưởng",
    "ambassador": "ambassadors, đại sứ",
    "other": "others, khác",
    "all": "any, tất cả, mọi cấp",
}
SORTS = {
    "date": "dates, time, ngày, thời gian",
    "title": "what, nội dung, nhan đề, tiêu đề",
    "value": "values, figure, amount, số liệu, số lượng, giá trị",
    "kind": "kinds, loại",
}
FORMATS = {
    "table": "tables, bảng",
    "tsv": "tab",
    "csv": "",
    "json": "",
    "jsonl": "json lines, ndjson",
    "md": "markdown",
    "ics": "ical, icalendar, calendar, lịch",
}
SOURCE_KINDS = {
    "official": "chính thức",
    "press": "báo chí, báo",
    "archive": "archives, lưu trữ",
    "scholarly": "học thuật",
    "reference": "references, tra cứu",
    "blog": "blogs",
}
SOURCE_LANGS = {
    "de": "German, tiếng Đức",
    "en": "English, tiếng Anh",
    "es": "Spanish, tiếng Tây Ban Nha",
    "fr": "French, tiếng Pháp",
    "id": "Indonesian, tiếng Indonesia",
    "it": "Italian, tiếng Ý",
    "ja": "Japanese, tiếng Nhật",
    "ko": "Korean, tiếng Triều Tiên, tiếng Hàn, tiếng Triều Tiên (tiếng Hàn)",
    "ru": "Russian, tiếng Nga",
    "vi": "Vietnamese, tiếng Việt",
    "zh": "Chinese, tiếng Trung",
}
QUALIFIERS = {
    "about": "around, approximately, circa, c., some, khoảng, chừng, độ",
    "nearly": "almost, gần",
    "over": "more than, hơn, trên",
    "at-least": "at least, ít nhất",
    "up-to": "up to, at most, tối đa, không quá",
}
TERMS = {
    "gift": "gifts, as a gift, tặng, viện trợ không hoàn lại",
    "credit": "on credit, bán trả chậm, trả chậm, tín dụng",
    "mixed": "một phần tặng một phần bán trả chậm",
}
STAGES = {
    "delivered": "đã trao, đã giao",
    "pledged": "pledge, promised, cam kết, mới cam kết, hứa tặng, hứa",
}
# The commands and their other names.
COMMANDS = {
    "year": "years",
    "list": "facts, count, danh sách, liệt kê, dữ kiện, đếm",
    "show": "xem, chi tiết",
    "search": "find, tìm, tìm kiếm",
    "visits": "visit, thăm, chuyến thăm, các chuyến thăm",
    "aid": "total, totals, viện trợ",
    "trade": "thương mại, buôn bán",
    "timeline": "story, history, dòng thời gian, niên biểu",
    "anniversaries": "anniversary, kỷ niệm, ngày kỷ niệm, các ngày kỷ niệm",
    "today": "hôm nay, ngày này, ngày này năm xưa",
    "people": "person, persons, nhân vật",
    "sources": "source, nguồn",
    "disputes": "dispute, điểm chưa thống nhất",
    "cite": "citation, citations, trích dẫn, trích nguồn",
    "latest": "newest, recent, mới nhất, gần đây",
    "brief": "briefing, tóm lược",
    "new": "soạn",
    "check": "kiểm tra",
    "schema": "lược đồ",
    "help": "trợ giúp",
    "version": "phiên bản",
}

TABLES: dict[str, Mapping[str, str]] = {
    "kind": KINDS,
    "side": SIDES,
    "rank": RANKS,
    "sort order": SORTS,
    "format": FORMATS,
    "kind of source": SOURCE_KINDS,
    "language of sources": SOURCE_LANGS,
    "qualifier": QUALIFIERS,
    "terms": TERMS,
    "stage": STAGES,
    "command": COMMANDS,
}


@functools.lru_cache(maxsize=16)
def phrases(what: str) -> dict[str, str]:
    """Every name in the table of *what* (kind, side, rank …), normalized, and its value.

    Names stand there as they are written and without their marks.
    """
    known: dict[str, str] = {}
    for value, names in TABLES[what].items():
        for name in (value, *(name.strip() for name in names.split(",") if name)):
            known[normalize_keeping_accents(name)] = value
    return {**{fold(name): value for name, value in known.items()}, **known}


def find_value(what: str, name: str) -> str | None:
    """The value of the table of *what* called *name*, in any case; None if there is none."""
    if name.startswith("-"):  # hyphens do not count, but this one is a sign
        return None
    return phrases(what).get(normalize_keeping_accents(" ".join(name.split())))


def closed_value(what: str, name: str, among: Iterable[str] | None = None) -> str:
    """The value called *name*; raise `UnknownName` if there is none, or none *among* these."""
    known = list(TABLES[what] if among is None else among)
    value = find_value(what, name) if what in TABLES else None
    if value in known:
        return value
    if name in known:
        return name
    raise UnknownName(what, name, nearest_spellings(name, known), known)
