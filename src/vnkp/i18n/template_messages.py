"""The comments of a new entry: what to write where nothing is known, and why a value stands."""

from __future__ import annotations

from vnkp.i18n import text_in
from vnkp.model.fields import Lang

_COMMENTS: dict[str, tuple[str, str]] = {
    # facts
    "id": (
        "the year, then a few words; never changed once published",
        "năm, rồi vài từ; không đổi nữa khi đã công bố",
    ),
    "taken": (
        'the year, then a few words; "{id}" is of {date}',
        'năm, rồi vài từ; "{id}" đã là mã của dữ kiện {date}',
    ),
    "date": (
        "EDTF: 1958-11-27, 1958-11, 1958, 195X; A/B from A to B",
        "EDTF: 1958-11-27, 1958-11, 1958, 195X; A/B là từ A đến B",
    ),
    "from": (
        "VN or KP: who goes, gives, sells, speaks; or for mutual things: between = true",
        "VN hoặc KP: phía đi, cho, bán, phát biểu; nếu là việc chung thì viết: between = true",
    ),
    "to": ("VN or KP: to whom", "VN hoặc KP: phía tiếp nhận"),
    "by_order": (
        "the side of {name}, who is named first; turn both round if it is not so",
        "phía của {name}, người được nêu đầu tiên; nếu không phải thì đổi chỗ hai phía",
    ),
    "people": (
        "who came and who was met: keys of [person], each with the office held then",
        "ai đến và gặp ai: khóa của [person], kèm chức vụ khi đó",
    ),
    "office_seen": ("{person}: office as in {fact}", "{person}: chức vụ như trong {fact}"),
    "office": (
        '{person}: add the office held then, as = "…", a key of [office]',
        '{person}: thêm chức vụ khi đó, as = "…", là khóa của [office]',
    ),
    "places": ("where: keys of [place]", "nơi diễn ra: khóa của [place]"),
    "en": (
        "title in English, up to 80 characters: present tense, no date, no figure, no full stop",
        "nhan đề tiếng Anh, tối đa 80 ký tự: thì hiện tại, không ngày, số liệu và dấu chấm",
    ),
    "vi": (
        "the same statement in Vietnamese",
        "cùng nội dung bằng tiếng Việt",
    ),
    "figure": (
        "value, or low and high; a key of [unit]; a key of [item]",
        "value, hoặc low và high; khóa của [unit]; khóa của [item]",
    ),
    "cite": (
        "who says so: a key of [source]; a new one: vnkp new source ADDRESS",
        "nguồn ghi lại: khóa của [source]; nguồn mới: vnkp new source ĐỊA_CHỈ",
    ),
    "unknown_source": (
        'no source "{name}" in the record; write it: vnkp new source ADDRESS',
        'kho chưa có nguồn "{name}"; hãy soạn: vnkp new source ĐỊA_CHỈ',
    ),
    "unclear": ('"{name}" may be {keys}', '"{name}" có thể là {keys}'),
    "unread": ('"{name}" means nothing here', 'chưa hiểu "{name}"'),
    "unread_name": (
        '"{name}" means nothing here; if it is a person: vnkp new person "{name}"',
        'chưa hiểu "{name}"; nếu là nhân vật: vnkp new person "{name}"',
    ),
    # persons and sources
    "known": ("the record has: {keys}", "kho đã có: {keys}"),
    "write_KEY": (
        "write the key in place of KEY: small letters, digits and hyphens",
        "thay KEY bằng khóa: chữ thường, chữ số và gạch nối",
    ),
    "write_YYYY-MM": (
        "write when it was published in place of YYYY-MM",
        "thay YYYY-MM bằng năm và tháng công bố",
    ),
    "side": ("VN, KP, or another ISO 3166 code", "VN, KP, hoặc mã ISO 3166 khác"),
    "person_en": ("as English sources write the name", "tên theo cách viết của nguồn tiếng Anh"),
    "person_vi": (
        "as Vietnamese sources write the name",
        "tên theo cách viết của nguồn tiếng Việt",
    ),
    "person_ko": ("optional: in Hangul, if it is certain", "không bắt buộc: chữ Hangul, nếu chắc"),
    "title": ("as the source itself has it", "đúng như nguồn ghi"),
    "publisher": (
        "who wrote it: a key of [publisher], or the name itself",
        "nơi công bố: khóa của [publisher], hoặc chính tên đó",
    ),
    "via": (
        "optional, of a copy: who carries it; publisher is then the writer",
        "không bắt buộc, khi đăng lại: nơi đăng lại; publisher là nơi viết",
    ),
    "lang": ("ISO 639: vi, en, ko", "ISO 639: vi, en, ko"),
    "kind": ("one of {kinds}", "một trong {kinds}"),
    "as_others": ("as most others of {host}", "như phần lớn nguồn của {host}"),
    "published": ("optional: 2019-02-28", "không bắt buộc: 2019-02-28"),
    "url": ("optional", "không bắt buộc"),
}


def comment(code: str, lang: Lang, **values: object) -> str:
    """The comment called *code*, filled with *values*."""
    return text_in(lang, _COMMENTS[code]).format(**values)
