"""What values and entries are called, in both languages; the table of a closed set is complete."""

from __future__ import annotations

from vnkp.model.enums import ExclusionReason, Kind, Qualifier, Rank, SourceKind, Stage, Terms
from vnkp.model.facts import Book, Fact, Office, Participant, Person, Place, Source
from vnkp.model.fields import BilingualText, Lang
from vnkp.model.time_window import Overlap

LANGUAGES = {
    "bg": BilingualText(en="Bulgarian", vi="tiếng Bulgaria"),
    "de": BilingualText(en="German", vi="tiếng Đức"),
    "en": BilingualText(en="English", vi="tiếng Anh"),
    "es": BilingualText(en="Spanish", vi="tiếng Tây Ban Nha"),
    "fr": BilingualText(en="French", vi="tiếng Pháp"),
    "id": BilingualText(en="Indonesian", vi="tiếng Indonesia"),
    "it": BilingualText(en="Italian", vi="tiếng Ý"),
    "ja": BilingualText(en="Japanese", vi="tiếng Nhật"),
    "ko": BilingualText(en="Korean", vi="tiếng Hàn"),
    "nl": BilingualText(en="Dutch", vi="tiếng Hà Lan"),
    "pl": BilingualText(en="Polish", vi="tiếng Ba Lan"),
    "ru": BilingualText(en="Russian", vi="tiếng Nga"),
    "vi": BilingualText(en="Vietnamese", vi="tiếng Việt"),
    "zh": BilingualText(en="Chinese", vi="tiếng Trung"),
}

SIDES = {
    "VN": BilingualText(en="Vietnam", vi="Việt Nam"),
    "KP": BilingualText(en="the DPRK", vi="Triều Tiên"),
}

KINDS = {
    Kind.VISIT: BilingualText(en="visit", vi="chuyến thăm"),
    Kind.DIPLOMACY: BilingualText(en="diplomacy", vi="ngoại giao"),
    Kind.AGREEMENT: BilingualText(en="agreement", vi="thỏa thuận"),
    Kind.AID: BilingualText(en="aid", vi="viện trợ"),
    Kind.TRADE: BilingualText(en="trade", vi="thương mại"),
    Kind.ECONOMY: BilingualText(en="economy", vi="kinh tế"),
    Kind.MILITARY: BilingualText(en="military", vi="quân sự"),
    Kind.CULTURE: BilingualText(en="culture", vi="văn hóa"),
    Kind.EDUCATION: BilingualText(en="education", vi="giáo dục"),
    Kind.COMMEMORATION: BilingualText(en="commemoration", vi="kỷ niệm"),
}

RANKS = {
    Rank.LEADER: BilingualText(en="leader", vi="lãnh đạo cấp cao"),
    Rank.DEPUTY: BilingualText(en="deputy", vi="cấp phó"),
    Rank.MINISTER: BilingualText(en="minister", vi="bộ trưởng"),
    Rank.VICE_MINISTER: BilingualText(en="vice minister", vi="thứ trưởng"),
    Rank.AMBASSADOR: BilingualText(en="ambassador", vi="đại sứ"),
    Rank.OTHER: BilingualText(en="other", vi="cấp khác"),
}

# The kinds as titles of lists.
KIND_TITLES = {
    **KINDS,
    Kind.VISIT: BilingualText(en="visits", vi="chuyến thăm"),
    Kind.AGREEMENT: BilingualText(en="agreements", vi="thỏa thuận"),
    Kind.COMMEMORATION: BilingualText(en="commemorations", vi="kỷ niệm"),
}

QUALIFIERS = {
    Qualifier.EXACT: BilingualText(en="exactly", vi="đúng"),
    Qualifier.ABOUT: BilingualText(en="about", vi="khoảng"),
    Qualifier.NEARLY: BilingualText(en="nearly", vi="gần"),
    Qualifier.OVER: BilingualText(en="over", vi="hơn"),
    Qualifier.AT_LEAST: BilingualText(en="at least", vi="ít nhất"),
    Qualifier.UP_TO: BilingualText(en="up to", vi="tối đa"),
}

TERMS = {
    Terms.MIXED: BilingualText(
        en="partly gift, partly credit", vi="một phần tặng, một phần bán trả chậm"
    ),
    Terms.GIFT: BilingualText(en="gift", vi="viện trợ không hoàn lại"),
    Terms.CREDIT: BilingualText(en="on credit", vi="bán trả chậm"),
}

STAGES = {
    Stage.DELIVERED: BilingualText(en="delivered", vi="đã trao"),
    Stage.PLEDGED: BilingualText(en="pledged", vi="mới cam kết"),
}

SOURCE_KINDS = {
    SourceKind.OFFICIAL: BilingualText(en="official", vi="chính thức"),
    SourceKind.PRESS: BilingualText(en="press", vi="báo chí"),
    SourceKind.ARCHIVE: BilingualText(en="archive", vi="lưu trữ"),
    SourceKind.SCHOLARLY: BilingualText(en="scholarly", vi="học thuật"),
    SourceKind.REFERENCE: BilingualText(en="reference", vi="tra cứu"),
    SourceKind.BLOG: BilingualText(en="blog", vi="blog"),
}

OVERLAPS = {
    Overlap.INSIDE: BilingualText(en="in that time", vi="trong thời gian này"),
    Overlap.SPANS: BilingualText(
        en="going on then, but begun before or ended after",
        vi="đang diễn ra lúc đó, nhưng bắt đầu trước hoặc kết thúc sau",
    ),
    Overlap.POSSIBLE: BilingualText(
        en="possibly then: the date is coarse, or sources differ",
        vi="có thể thuộc thời gian này: ngày tháng chưa rõ hoặc các nguồn ghi khác nhau",
    ),
}

EXCLUSION_REASONS = {
    ExclusionReason.OUTSIDE: BilingualText(
        en="outside the window", vi="ngoài khoảng thời gian đã hỏi"
    ),
    ExclusionReason.UNCERTAIN: BilingualText(
        en="not surely inside the window", vi="chưa chắc nằm trong khoảng thời gian đã hỏi"
    ),
    ExclusionReason.COUNTED_IN_PARTS: BilingualText(
        en="told in full by its parts", vi="đã tính đủ qua các phần"
    ),
    ExclusionReason.PLEDGED: BilingualText(
        en="pledged, no delivery known", vi="mới cam kết, chưa rõ đã trao hay chưa"
    ),
    ExclusionReason.MIXED_TERMS: BilingualText(
        en="gifts and credits together, counted only through its parts",
        vi="gồm cả phần tặng và phần bán trả chậm, chỉ tính qua các phần",
    ),
    ExclusionReason.PLEDGE_DELIVERED: BilingualText(
        en="a pledge delivered, in full or in part", vi="cam kết đã được trao toàn bộ hoặc một phần"
    ),
}


# What has a name in both languages.
Named = BilingualText | Fact | Office | Person | Place


def label(text: Named, lang: Lang) -> str:
    """What *text* is called in *lang*."""
    return text.vi if lang == "vi" else text.en


def person_name(person: Person, lang: Lang) -> str:
    """The name of *person*, with what tells apart two of one name: "Kim Yong Il (Premier)"."""
    name = label(person, lang)
    return f"{name} ({label(person.note, lang)})" if person.note else name


def person_with_offices(book: Book, participant: Participant, lang: Lang) -> str:
    """A person with the offices held then: "Kim Mun, Premier of the DPRK"."""
    offices = [label(book.offices[key], lang) for key in participant.offices]
    return ", ".join([label(book.people[participant.who], lang), *offices])


def publisher_name(book: Book, publisher: str, lang: Lang) -> str:
    """The name of *publisher*, which is the key of a table or the name itself."""
    return label(book.publishers[publisher], lang) if publisher in book.publishers else publisher


def source_publisher(book: Book, source: Source, lang: Lang) -> str:
    """Who wrote *source* and, of a copy, who carries it: "VNA via Báo Đồng Nai"."""
    name = publisher_name(book, source.publisher, lang)
    if not source.via:
        return name
    via = publisher_name(book, source.via, lang)
    return f"{name} via {via}" if lang == "en" else f"{name}, dẫn theo {via}"


def language(code: str, lang: Lang) -> str:
    """The name of the language with the ISO 639 *code*; the code itself when it is another."""
    return label(LANGUAGES[code], lang) if code in LANGUAGES else code
