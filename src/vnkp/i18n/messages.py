"""What the program itself says: titles, headings, hints. One table, both languages, no English left in Vietnamese screens."""

from __future__ import annotations

from vnkp.i18n.brief_messages import BRIEF_PHRASES
from vnkp.i18n.count_messages import COUNT_PHRASES
from vnkp.model.facts import Lang

_PHRASES: dict[str, tuple[str, str]] = {
    # titles of screens
    "facts": ("Facts", "Dữ kiện"),
    "visits": ("Visits", "Các chuyến thăm"),
    "aid": ("Aid", "Viện trợ"),
    "trade": ("Vietnam’s trade with the DPRK", "Thương mại của Việt Nam với Triều Tiên"),
    "timeline": ("Vietnam and the DPRK", "Việt Nam và CHDCND Triều Tiên"),
    "people": ("People", "Nhân vật"),
    "sources": ("Sources", "Nguồn"),
    "disputes": ("Where sources differ", "Những điểm các nguồn chưa thống nhất"),
    "search": ("Search", "Tìm kiếm"),
    "anniversaries": ("Anniversaries", "Các ngày kỷ niệm"),
    "today": ("On this day", "Ngày này năm xưa"),
    # headings of columns
    "date": ("Date", "Thời gian"),
    "kind": ("Kind", "Loại"),
    "what": ("What", "Nội dung"),
    "figure": ("Figure", "Số liệu"),
    "direction": ("Direction", "Chiều"),
    "id": ("ID", "Mã"),
    "visitor": ("Visitor", "Khách"),
    "met": ("Met", "Gặp"),
    "giver": ("Giver", "Bên viện trợ"),
    "item": ("Item", "Hạng mục"),
    "terms": ("Terms", "Hình thức"),
    "amount": ("Amount", "Số lượng"),
    "unit": ("Unit", "Đơn vị"),
    "pledged": ("Pledged", "Mới cam kết"),
    "year": ("Year", "Năm"),
    "period": ("Period", "Thời kỳ"),
    "exports": ("Exports", "Xuất khẩu"),
    "imports": ("Imports", "Nhập khẩu"),
    "two_way": ("Two-way", "Hai chiều"),
    "name": ("Name", "Tên"),
    "korean": ("Korean", "Tiếng Triều Tiên"),
    "side": ("Side", "Bên"),
    "offices": ("Offices", "Chức vụ"),
    "aliases": ("Also spelt", "Cách viết khác"),
    "first_last": ("From – to", "Từ – đến"),
    "count": ("Facts", "Dữ kiện"),
    "publisher": ("Publisher", "Nơi công bố"),
    "published": ("Published", "Ngày công bố"),
    "title": ("Title", "Nhan đề"),
    "language": ("Language", "Ngôn ngữ"),
    "address": ("Address", "Địa chỉ"),
    "places": ("Places", "Nơi diễn ra"),
    "note": ("Note", "Ghi chú"),
    "part_of": ("Part of", "Thuộc"),
    "parts": ("Parts", "Gồm"),
    "reading": ("Reading", "Cách ghi"),
    "others": ("Other readings", "Cách ghi khác"),
    "years": ("Years", "Số năm"),
    "milestone": ("milestone", "dấu mốc"),
    # sentences and hints
    "parts_and_wholes": (
        "wholes and their parts are listed together: do not add them up; vnkp aid does",
        "có cả khoản tổng lẫn các phần của nó: đừng cộng lại; hãy dùng vnkp aid",
    ),
    "counted_facts": ("{n} fact|{n} facts", "{n} dữ kiện"),
    "counted_sources": ("{n} source|{n} sources", "{n} nguồn"),
    "counted_people": ("{n} person|{n} people", "{n} nhân vật"),
    "counted_visits": ("{n} visit|{n} visits", "{n} chuyến thăm"),
    "counted_totals": ("{n} total|{n} totals", "{n} khoản"),
    "counted_disputes": ("{n} dispute|{n} disputes", "{n} điểm chưa thống nhất"),
    "counted_periods": ("{n} period|{n} periods", "{n} kỳ"),
    "some_of": ("{n} of {counted}", "{n} trong số {counted}"),
    "in_unit": ("in {unit}", "tính bằng {unit}"),
    "and_others": ("and {n} other|and {n} others", "và {n} người khác"),
    "nothing": ("nothing found", "không tìm thấy kết quả nào"),
    "nothing_in": ("nothing found in {when}", "không tìm thấy kết quả nào cho {when}"),
    "nearest": ("the nearest with facts: {years}", "năm gần nhất có dữ kiện: {years}"),
    "next_show": (
        "next: vnkp show ID for one of these in full",
        "tiếp theo: vnkp show MÃ để xem đầy đủ một mục",
    ),
    "next_person": (
        "next: vnkp people NAME for one of them in full",
        "tiếp theo: vnkp people TÊN để xem đầy đủ một người",
    ),
    "next_source": (
        "next: vnkp sources ID for what rests on one",
        "tiếp theo: vnkp sources MÃ để xem các dữ kiện dựa vào một nguồn",
    ),
    "next_show_disputed": (
        "≠ sources differ; vnkp show ID tells how",
        "≠ các nguồn chưa thống nhất; vnkp show MÃ để xem chi tiết",
    ),
    "more_ranks": (
        "{n} more visit at other levels: {options}|{n} more visits at other levels: {options}",
        "còn {n} chuyến thăm ở cấp khác: {options}",
    ),
    "more_steps": (
        "{n} step of a visit or a shipment left out: --parts|{n} steps of visits and shipments left out: --parts",
        "chưa kể {n} hoạt động thuộc các chuyến thăm, đợt viện trợ: --parts",
    ),
    "explain_hint": (
        "next: --explain tells which facts were counted",
        "tiếp theo: --explain cho biết những dữ kiện nào đã được tính",
    ),
    "aid_note": (
        "A range runs from what is sure to the most that is possible.",
        "Khoảng số liệu: từ mức chắc chắn đến mức cao nhất có thể.",
    ),
    "left_out": ("Left out", "Không tính"),
    "rest": ("what its parts leave", "phần còn lại, ngoài các đợt đã nêu"),
    "no_figure": (
        "{n} aid fact gives no figure|{n} aid facts give no figure",
        "{n} dữ kiện viện trợ không nêu số liệu",
    ),
    "trade_more": ("Also recorded on trade", "Thông tin khác về thương mại"),
    "trade_note": (
        "≠ sources differ: vnkp disputes --kind trade",
        "≠ các nguồn chưa thống nhất: vnkp disputes --kind trade",
    ),
    "to_year": ("to {year}", "đến {year}"),
    "ends": ("ends: {title}", "kết thúc: {title}"),
    "goes_on": ("to the present", "đến nay"),
    "clean": ("{file}: in order, {facts}, {sources}", "{file}: không có lỗi, {facts}, {sources}"),
    "report_one": (
        "{n} of {all} facts rests on one source only|{n} of {all} facts rest on one source only",
        "{n} trên {all} dữ kiện chỉ dựa vào một nguồn",
    ),
    "report_disputed": (
        "{n} fact is disputed|{n} facts are disputed",
        "{n} dữ kiện có điểm các nguồn chưa thống nhất",
    ),
    "reading_file": ("reading {file} …", "đang đọc {file} …"),
    "years_of": ("{n} year|{n} years", "{n} năm"),
    "happened": ("Happened", "Diễn ra"),
    "counted_anniversaries": ("{n} anniversary|{n} anniversaries", "{n} ngày kỷ niệm"),
    "due_now": ("about now", "khoảng thời gian này"),
    "day_unknown": ("in {date}; the day is not known", "trong {date}; chưa rõ ngày"),
    "past": ("past", "đã qua"),
    "coming": ("coming", "sắp tới"),
    "due_today": ("today", "hôm nay"),
    "leap": (
        "29 February is kept on 28 February in common years.",
        "Năm không nhuận: ngày 29/2 được tính vào 28/2.",
    ),
    "next_day": (
        "nothing on {date}; next: {next}",
        "ngày {date} không có sự kiện nào; tiếp theo: {next}",
    ),
    "round_hint": (
        "--every 1 for every year, not round numbers alone; --all for every fact, not milestones alone",
        "--every 1: mọi năm, không riêng năm tròn; --all: mọi dữ kiện, không riêng dấu mốc",
    ),
    "too_early": ("the first fact is of {year}", "dữ kiện sớm nhất thuộc năm {year}"),
    "fewer_words": ("fewer words may find more", "thử ít từ hơn"),
    "other_words": (
        "try another word, in English, Vietnamese or Korean",
        "thử từ khác, tiếng Việt, tiếng Anh hoặc tiếng Hàn",
    ),
    "due_hint": (
        "--in tells when facts happened; what falls due in {year}: vnkp anniversaries {year}",
        "--in là thời điểm diễn ra sự kiện; xem các dịp kỷ niệm năm {year}: vnkp anniversaries {year}",
    ),
    "in_language": ("in {language}", "{language}"),
    "differs_on": ("differs on {ids}", "ghi khác về {ids}"),
    "via": ("via {name}", "dẫn theo {name}"),
    "undated": ("n.d.", "không rõ ngày"),
    **COUNT_PHRASES,
    **BRIEF_PHRASES,
}


def say(key: str, lang: Lang, **values: object) -> str:
    """The phrase called *key*, filled with *values*; of two forms split by ``|`` the second is for any *n* but one."""
    phrase = _PHRASES[key][1 if lang == "vi" else 0]
    one, _, several = phrase.partition("|")
    return (several if several and values.get("n") != 1 else one).format(**values)


def capital(words: str) -> str:
    """*words* with a capital letter at their beginning."""
    return f"{words[:1].upper()}{words[1:]}"
