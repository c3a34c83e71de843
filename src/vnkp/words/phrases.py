"""What the program itself says: titles, headings, hints. One table, both languages, no English left in Vietnamese screens."""

from __future__ import annotations

from vnkp.model import Lang

_PHRASES: dict[str, tuple[str, str]] = {
    # titles of screens
    "facts": ("Facts", "Dữ kiện"),
    "visits": ("Visits", "Các chuyến thăm"),
    "aid": ("Aid", "Viện trợ"),
    "trade": ("Vietnam’s trade with the DPRK", "Thương mại của Việt Nam với Triều Tiên"),
    "timeline": ("Vietnam and the DPRK", "Việt Nam và CHDCND Triều Tiên"),
    "people": ("People", "Nhân vật"),
    "sources": ("Sources", "Nguồn"),
    "disputes": ("Where sources differ", "Những chỗ các nguồn không thống nhất"),
    "search": ("Search", "Tìm kiếm"),
    "anniversaries": ("Anniversaries", "Các ngày kỷ niệm"),
    "today": ("On this day", "Ngày này năm xưa"),
    "visits_rank": ("{title}: {rank}", "{title}: {rank}"),
    # headings of columns
    "date": ("Date", "Thời gian"),
    "kind": ("Kind", "Loại"),
    "what": ("What", "Nội dung"),
    "figure": ("Figure", "Số liệu"),
    "direction": ("Direction", "Chiều"),
    "id": ("ID", "Mã"),
    "visitor": ("Visitor", "Khách"),
    "met": ("Met", "Gặp"),
    "giver": ("Giver", "Bên tặng"),
    "item": ("Item", "Mặt hàng"),
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
    "publisher": ("Publisher", "Nơi đăng"),
    "published": ("Published", "Ngày đăng"),
    "title": ("Title", "Nhan đề"),
    "language": ("Language", "Ngôn ngữ"),
    "address": ("Address", "Địa chỉ"),
    "reading": ("Reading", "Cách ghi"),
    "who_says": ("Who says so", "Theo nguồn"),
    "places": ("Places", "Nơi diễn ra"),
    "note": ("Note", "Ghi chú"),
    "part_of": ("Part of", "Thuộc về"),
    "parts": ("Parts", "Gồm"),
    "others": ("Other readings", "Cách ghi khác"),
    "years": ("Years", "Số năm"),
    "milestone": ("milestone", "dấu mốc"),
    "others_count": ("{n} in other units or of other kinds", "{n} theo đơn vị hoặc loại khác"),
    # sentences and hints
    "counted_facts": ("{n} fact|{n} facts", "{n} dữ kiện"),
    "counted_sources": ("{n} source|{n} sources", "{n} nguồn"),
    "counted_people": ("{n} person|{n} people", "{n} nhân vật"),
    "counted_visits": ("{n} visit|{n} visits", "{n} chuyến thăm"),
    "counted_totals": ("{n} total|{n} totals", "{n} tổng số"),
    "counted_disputes": ("{n} dispute|{n} disputes", "{n} điểm chưa thống nhất"),
    "counted_years": ("{n} year|{n} years", "{n} năm"),
    "in_units": ("in {units}", "tính bằng {units}"),
    "and_others": ("and {n} other|and {n} others", "và {n} người khác"),
    "nothing": ("nothing found", "không tìm thấy gì"),
    "nothing_in": ("nothing found in {when}", "không tìm thấy gì trong {when}"),
    "nearest": ("the nearest with facts: {years}", "gần nhất có dữ kiện: {years}"),
    "next_show": ("next: vnkp show ID for one of these in full", "tiếp theo: vnkp show MÃ để xem đầy đủ một mục"),
    "next_show_disputed": (
        "≠ sources differ; vnkp show ID tells how",
        "≠ các nguồn không thống nhất; vnkp show MÃ để xem chi tiết",
    ),
    "more_ranks": (
        "{n} more visit by others than {ranks}: --rank minister, or --rank all"
        "|{n} more visits by others than {ranks}: --rank minister, or --rank all",
        "còn {n} chuyến thăm ở cấp khác: --rank minister hoặc --rank all",
    ),
    "explain_hint": (
        "next: --explain tells which facts were counted",
        "tiếp theo: --explain cho biết đã tính những dữ kiện nào",
    ),
    "aid_note": (
        "A range runs from what is sure to what is possible.",
        "Khoảng số đi từ phần chắc chắn đến phần có thể có.",
    ),
    "counted": ("Counted", "Đã tính"),
    "left_out": ("Left out", "Không tính"),
    "rest": ("what its parts leave", "phần còn lại ngoài các đợt đã kể"),
    "no_figure": (
        "{n} aid fact gives no figure|{n} aid facts give no figure",
        "{n} dữ kiện viện trợ không nêu số liệu",
    ),
    "trade_more": ("Also recorded on trade", "Thông tin khác về thương mại"),
    "trade_note": (
        "≠ sources differ: vnkp disputes --kind trade",
        "≠ các nguồn không thống nhất: vnkp disputes --kind trade",
    ),
    "to_year": ("to {year}", "đến {year}"),
    "goes_on": ("and on", "đến nay"),
    "ends": ("ends: {title}", "kết thúc: {title}"),
    "clean": ("{file}: in order, {facts}, {sources}", "{file}: không có lỗi, {facts}, {sources}"),
    "report_one": (
        "{n} of {all} facts rests on one source only|{n} of {all} facts rest on one source only",
        "{n} trên {all} dữ kiện chỉ dựa vào một nguồn",
    ),
    "report_disputed": (
        "{n} fact is disputed|{n} facts are disputed",
        "{n} dữ kiện có điểm các nguồn không thống nhất",
    ),
    "says": ("according to {who}", "theo {who}"),
    "head": ("head reading", "cách ghi chính"),
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
    "next_day": ("nothing on {date}; next: {next}", "ngày {date} không có gì; gần nhất: {next}"),
    "round_hint": (
        "milestones at round numbers; --every 1 for each year, --all for every fact",
        "dấu mốc tròn năm; --every 1 cho mọi năm, --all cho mọi dữ kiện",
    ),
    "in_language": ("in {language}", "{language}"),
    "footnotes": ("Sources", "Nguồn"),
    "undated": ("n.d.", "không rõ ngày"),
}


def say(key: str, lang: Lang, **values: object) -> str:
    """The phrase called *key*, filled with *values*; of two forms split by ``|`` the second is for any *n* but one."""
    phrase = _PHRASES[key][1 if lang == "vi" else 0]
    one, _, several = phrase.partition("|")
    return (several if several and values.get("n") != 1 else one).format(**values)
