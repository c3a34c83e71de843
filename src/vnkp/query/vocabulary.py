"""What the closed sets are called by those who type: in both languages, as printed and as said."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import TypeVar

from vnkp.errors import UnknownName
from vnkp.i18n import labels
from vnkp.model.enums import DocumentedEnum, Kind
from vnkp.model.fields import BilingualText
from vnkp.text import (
    all_normalized,
    beginnings,
    fold,
    nearest_spellings,
    normalize_keeping_accents,
    word_keys,
)

_Word = TypeVar("_Word", bound=str)

# What people type beside the names of `i18n.labels`.
_OTHER_KINDS = {
    "visit": "các chuyến thăm, chuyến đi, thăm, đoàn qua lại, các đoàn qua lại, trao đổi đoàn",
    "diplomacy": "diplomatic, quan hệ ngoại giao",
    "agreement": "signed, treaties, accords, pacts, các hiệp ước, các thỏa thuận, hiệp định,"
    " các hiệp định, ký, ký kết",
    "trade": "buôn bán, trade relations, quan hệ thương mại",
    "economy": "economic, economic relations, economic cooperation, quan hệ kinh tế,"
    " hợp tác kinh tế",
    "military": "military relations, military cooperation, quan hệ quân sự, hợp tác quân sự",
    "culture": "cultural, cultural cooperation, hợp tác văn hóa, giao lưu văn hóa",
    "education": "educational, educational cooperation, hợp tác giáo dục",
    "commemoration": "lễ kỷ niệm",
}
SIDES = {
    "VN": "Vietnam, Viet Nam, Việt Nam, Vietnamese, North Vietnam, North Vietnamese, the DRV, DRV,"
    " SRV, VNDCCH, CHXHCN Việt Nam, Democratic Republic of Vietnam, Socialist Republic of Vietnam,"
    " Bắc Việt Nam, Việt Nam Dân chủ Cộng hòa, 越南, 베트남, 윁남",
    "KP": "DPRK, the DPRK, North Korea, North Korean, North Koreans, Triều Tiên, Bắc Triều Tiên,"
    " Bắc Hàn, CHDCND Triều Tiên, Democratic People's Republic of Korea,"
    " the Democratic People's Republic of Korea, Cộng hòa Dân chủ Nhân dân Triều Tiên,"
    " 북한, 조선, 朝鲜, 北朝鮮",
}
_OTHER_RANKS = {
    "leader": "leaders, lãnh đạo, cấp lãnh đạo, high-level, high level, top-level, cấp cao,"
    " cấp cao nhất",
    "deputy": "deputies",
    "minister": "ministers, ministerial, ministerial level, at ministerial level, cấp bộ trưởng",
    "vice-minister": "vice ministers, vice-ministers, cấp thứ trưởng",
    "ambassador": "ambassadors",
    "other": "others, khác",
}
SORTS = {
    "date": "dates, time, ngày, thời gian",
    "title": "what, nội dung, nhan đề, tiêu đề",
    "value": "values, figure, amount, số liệu, số lượng, giá trị",
    "kind": "kinds, loại",
}
_OTHER_SOURCE_KINDS = {
    "press": "newspapers, newspaper, papers, báo, tờ báo, nhà báo",
    "archive": "archives",
    "reference": "references",
    "blog": "blogs",
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
_OTHER_LANGUAGES = {
    **{lang: f"{name.en} language" for lang, name in labels.LANGUAGES.items()},
    "ko": "Korean language, tiếng Triều Tiên, tiếng Triều Tiên (tiếng Hàn)",
}
# The first of its kind, the last, the largest: the order in which facts are listed.
ORDERS = {
    "date": "first, first time, earliest, oldest, đầu tiên, lần đầu, lần đầu tiên, sớm nhất",
    "-date": "last, last time, latest, newest, most recent, most recently, recently, lately,"
    " gần nhất, gần đây nhất, mới nhất,"
    " lần gần nhất, lần gần đây nhất, lần mới nhất, cuối cùng, lần cuối, lần cuối cùng",
    "-value": "biggest, largest, greatest, highest, most, lớn nhất, nhiều nhất, cao nhất",
    "value": "smallest, lowest, fewest, nhỏ nhất, thấp nhất",
}
# What facts are counted by: visits by decade.
GROUPS = {
    "year": "years, năm",
    "decade": "decades, thập niên, thập kỷ",
    "kind": "kinds, loại",
    "rank": "ranks, cấp",
    "person": "persons, people, người",
    "place": "places, nơi, địa điểm",
    "source": "sources, nguồn",
    "publisher": "publishers",
    "giver": "givers, donor, donors, bên tặng, bên viện trợ",
}
# On how many publishers facts rest at most.
FEW_SOURCES = {
    "1": "one source, only one source, on one source, from one source, a single source,"
    " single source, chỉ một nguồn, một nguồn, chỉ có một nguồn, chi mot nguon"
}
# The commands and their other names.
COMMANDS = {
    "year": "years",
    "list": "facts, count, number of, danh sách, liệt kê, dữ kiện, đếm",
    "show": "xem, chi tiết",
    "search": "find, tìm, tìm kiếm",
    "visits": "visit, thăm, chuyến thăm, các chuyến thăm",
    "aid": "total, totals, viện trợ, tổng viện trợ, tổng số, tổng cộng",
    "trade": "trade turnover, turnover, trade volume, trade relations, thương mại, buôn bán,"
    " kim ngạch, kim ngạch thương mại, quan hệ thương mại",
    "timeline": "story, history, history of relations, dòng thời gian, niên biểu, lịch sử quan hệ",
    "anniversaries": "anniversary, kỷ niệm, ngày kỷ niệm, các ngày kỷ niệm, những ngày kỷ niệm,"
    " dịp kỷ niệm, các dịp kỷ niệm, những dịp kỷ niệm",
    "today": "today in history, on this day, hôm nay, ngày này, ngày này năm xưa,"
    " hôm nay ngày này năm xưa, what happened today, what happened on this day",
    "people": "person, persons, nhân vật",
    "sources": "source, articles, nguồn, nguồn tin, bài báo, bài viết",
    "disputes": "dispute, disputed, discrepancies, điểm chưa thống nhất, mâu thuẫn, tranh cãi",
    "cite": "citation, citations, trích dẫn, trích nguồn",
    "latest": "newest, recent, latest news, mới nhất, gần đây, tin mới nhất",
    "brief": "briefing, summary, summary of, overview, overview of, tóm lược, tóm tắt",
    "new": "soạn",
    "check": "kiểm tra",
    "schema": "lược đồ",
    "help": "trợ giúp",
    "version": "phiên bản",
}


def _with_other_names(
    names: Mapping[_Word, BilingualText], others: Mapping[str, str]
) -> dict[str, str]:
    """The words of a closed list, each with its *names* and the *others*."""
    return {
        word.value if isinstance(word, DocumentedEnum) else word: ", ".join(
            filter(None, (name.en, name.vi, others.get(word)))
        )
        for word, name in names.items()
    }


KINDS = {
    kind: f"{names}, {labels.KIND_TITLES[Kind(kind)].en}"
    for kind, names in _with_other_names(labels.KINDS, _OTHER_KINDS).items()
}
ENTRIES = {**KINDS, "person": "nhân vật", "source": "nguồn"}  # what vnkp new writes
RANKS = {
    **_with_other_names(labels.RANKS, _OTHER_RANKS),
    "all": "any, officials, tất cả, mọi cấp, quan chức",
}
CAPITALS = {"VN": "Hanoi, Hà Nội", "KP": "Pyongyang, Bình Nhưỡng"}
SOURCE_KINDS = _with_other_names(labels.SOURCE_KINDS, _OTHER_SOURCE_KINDS)
SOURCE_LANGS = _with_other_names(labels.LANGUAGES, _OTHER_LANGUAGES)
TABLES: dict[str, Mapping[str, str]] = {
    "kind": KINDS,
    "entry": ENTRIES,
    "side": SIDES,
    "capital": CAPITALS,
    "rank": RANKS,
    "sort order": SORTS,
    "kind of source": SOURCE_KINDS,
    "language of sources": SOURCE_LANGS,
    "qualifier": QUALIFIERS,
    "terms": TERMS,
    "stage": STAGES,
    "command": COMMANDS,
    "order": ORDERS,
    "group of facts": GROUPS,
    "few": FEW_SOURCES,
}

# The tables whose values are not typed as words: a release date is no order.
_UNTYPED = ("order", "few")


@functools.lru_cache(maxsize=16)
def phrases(what: str) -> dict[str, str]:
    """Every name in the table of *what* (kind, side, rank …), normalized, and its value.

    Names stand there as they are written and without their marks.
    """
    named = [
        (name, value)
        for value, names in TABLES[what].items()
        for name in (
            *([] if what in _UNTYPED else [value]),
            *(name.strip() for name in names.split(",") if name),
        )
    ]
    values = [value for _, value in named]
    marked = all_normalized((name for name, _ in named), normalize_keeping_accents)
    return dict(zip(all_normalized(marked, fold) + marked, values + values, strict=True))


@functools.cache
def all_word_keys(what: str) -> frozenset[str]:
    """The keys of the words of all names in the table of *what*, see `vnkp.text.word_keys`."""
    return word_keys(" ".join((*TABLES[what], *TABLES[what].values())))


@functools.lru_cache(maxsize=4096)
def find_value(what: str, name: str) -> str | None:
    """The value of the table of *what* called *name*, in any case; None if there is none."""
    if name.startswith("-"):  # hyphens do not count, but this one is a sign
        return None
    closed, opened = (" ".join(text.split()) for text in (name, name.replace("-", " ")))
    if all_word_keys(what).isdisjoint(word_keys(f"{closed} {opened}")):
        return None  # as mostly: the names of the table need not be normalized
    known = phrases(what)
    return known.get(normalize_keeping_accents(closed)) or known.get(
        normalize_keeping_accents(opened)
    )


def split_value(text: str, *tables: str) -> tuple[str, str]:
    """The value in one of *tables* whose name *text* begins with, if any, and what follows it."""
    for name, rest in beginnings(text):
        for what in tables:
            if value := find_value(what, name):
                return value, rest
    return "", text


def group_names(text: str) -> list[str]:
    """The names of groups in *text*, which may be plurals: "years, Kind"."""
    names = [name.strip().lower() for name in text.split(",")]
    return [find_value("group of facts", name) or name for name in names]


def closed_value(what: str, name: str, among: Iterable[str] | None = None) -> str:
    """The value called *name*, in any case; raise `UnknownName` if none *among* these is."""
    known = list(TABLES[what] if among is None else among)
    value = find_value(what, name) if what in TABLES else name.strip().lower()
    if value in known:
        return value
    raise UnknownName(what, name, nearest_spellings(name, known), known)
