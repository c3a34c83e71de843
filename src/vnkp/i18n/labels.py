"""What the closed sets are called, in both languages; every table here is complete (a test holds it to that)."""

from __future__ import annotations

from typing import Protocol

from vnkp.model.enums import ExclusionReason, Kind, Qualifier, SourceKind, Stage, Terms
from vnkp.model.facts import Lang, Text
from vnkp.model.time_window import Overlap

LANGUAGES = {
    "de": Text(en="German", vi="tiếng Đức"),
    "en": Text(en="English", vi="tiếng Anh"),
    "es": Text(en="Spanish", vi="tiếng Tây Ban Nha"),
    "fr": Text(en="French", vi="tiếng Pháp"),
    "id": Text(en="Indonesian", vi="tiếng Indonesia"),
    "it": Text(en="Italian", vi="tiếng Ý"),
    "ja": Text(en="Japanese", vi="tiếng Nhật"),
    "ko": Text(en="Korean", vi="tiếng Triều Tiên (tiếng Hàn)"),
    "ru": Text(en="Russian", vi="tiếng Nga"),
    "vi": Text(en="Vietnamese", vi="tiếng Việt"),
    "zh": Text(en="Chinese", vi="tiếng Trung"),
}

SIDES = {"VN": Text(en="Vietnam", vi="Việt Nam"), "KP": Text(en="the DPRK", vi="Triều Tiên")}

KINDS = {
    Kind.VISIT: Text(en="visit", vi="chuyến thăm"),
    Kind.DIPLOMACY: Text(en="diplomacy", vi="ngoại giao"),
    Kind.AGREEMENT: Text(en="agreement", vi="thỏa thuận"),
    Kind.AID: Text(en="aid", vi="viện trợ"),
    Kind.TRADE: Text(en="trade", vi="thương mại"),
    Kind.ECONOMY: Text(en="economy", vi="kinh tế"),
    Kind.MILITARY: Text(en="military", vi="quân sự"),
    Kind.CULTURE: Text(en="culture", vi="văn hóa"),
    Kind.EDUCATION: Text(en="education", vi="giáo dục"),
    Kind.COMMEMORATION: Text(en="commemoration", vi="kỷ niệm"),
}

QUALIFIERS = {
    Qualifier.EXACT: Text(en="exactly", vi="đúng"),
    Qualifier.ABOUT: Text(en="about", vi="khoảng"),
    Qualifier.NEARLY: Text(en="nearly", vi="gần"),
    Qualifier.OVER: Text(en="over", vi="hơn"),
    Qualifier.AT_LEAST: Text(en="at least", vi="ít nhất"),
    Qualifier.UP_TO: Text(en="up to", vi="tối đa"),
}

TERMS = {
    Terms.GIFT: Text(en="gift", vi="viện trợ không hoàn lại"),
    Terms.CREDIT: Text(en="on credit", vi="bán chịu"),
}

STAGES = {
    Stage.DELIVERED: Text(en="delivered", vi="đã trao"),
    Stage.PLEDGED: Text(en="pledged", vi="mới cam kết"),
}

SOURCE_KINDS = {
    SourceKind.OFFICIAL: Text(en="official", vi="chính thức"),
    SourceKind.PRESS: Text(en="press", vi="báo chí"),
    SourceKind.ARCHIVE: Text(en="archive", vi="lưu trữ"),
    SourceKind.SCHOLARLY: Text(en="scholarly", vi="học thuật"),
    SourceKind.REFERENCE: Text(en="reference", vi="tra cứu"),
    SourceKind.BLOG: Text(en="blog", vi="blog"),
}

MATCHES = {
    Overlap.INSIDE: Text(en="in that time", vi="trong thời gian này"),
    Overlap.SPANS: Text(
        en="going on then, but begun before or ended after",
        vi="đang diễn ra lúc đó, nhưng bắt đầu trước hoặc kết thúc sau",
    ),
    Overlap.POSSIBLE: Text(
        en="possibly then: the date is too coarse to tell",
        vi="có thể thuộc thời gian này: ngày tháng chưa đủ rõ",
    ),
}

EXCLUSION_REASONS = {
    ExclusionReason.OUTSIDE: Text(en="outside the window", vi="ngoài khoảng thời gian đã hỏi"),
    ExclusionReason.UNCERTAIN: Text(
        en="not surely inside the window", vi="chưa chắc nằm trong khoảng thời gian đã hỏi"
    ),
    ExclusionReason.COUNTED_IN_PARTS: Text(
        en="told in full by its parts", vi="đã tính đủ qua các phần"
    ),
    ExclusionReason.PLEDGED: Text(
        en="pledged, no delivery known", vi="mới cam kết, chưa rõ đã trao hay chưa"
    ),
    ExclusionReason.PLEDGE_DELIVERED: Text(
        en="a pledge delivered, in full or in part", vi="cam kết đã được trao toàn bộ hoặc một phần"
    ),
}


class BilingualText(Protocol):
    """Anything that is called something in both languages."""

    @property
    def en(self) -> str:
        """In English."""

    @property
    def vi(self) -> str:
        """In Vietnamese."""


def label(text: BilingualText, lang: Lang) -> str:
    """What *text* is called in *lang*."""
    return text.vi if lang == "vi" else text.en


def language(code: str, lang: Lang) -> str:
    """The name of the language with the ISO 639 *code*; the code itself when it is another."""
    return label(LANGUAGES[code], lang) if code in LANGUAGES else code
