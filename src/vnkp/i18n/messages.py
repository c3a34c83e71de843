"""What the program itself says, in both languages: titles, headings, hints."""

from __future__ import annotations

from vnkp.i18n import text_in
from vnkp.i18n.search_messages import SEARCH_PHRASES
from vnkp.i18n.summary_messages import SUMMARY_PHRASES
from vnkp.model.fields import Lang

_PHRASES: dict[str, tuple[str, str]] = {
    # titles of screens
    "facts": ("Facts", "Dữ kiện"),
    "visits": ("Visits", "Các chuyến thăm"),
    "aid": ("Aid", "Viện trợ"),
    "trade": ("Vietnam's trade with the DPRK", "Thương mại của Việt Nam với Triều Tiên"),
    "timeline": ("Vietnam and the DPRK", "Việt Nam và CHDCND Triều Tiên"),
    "people": ("People", "Nhân vật"),
    "sources": ("Sources", "Nguồn"),
    "disputes": ("Where sources differ", "Chỗ các nguồn khác nhau"),
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
    "met": ("met", "gặp"),
    "item": ("Item", "Hạng mục"),
    "amount": ("Amount", "Số lượng"),
    "unit": ("Unit", "Đơn vị"),
    "year": ("Year", "Năm"),
    "period": ("Period", "Thời kỳ"),
    "exports": ("Exports", "Xuất khẩu"),
    "imports": ("Imports", "Nhập khẩu"),
    "two_way": ("Two-way", "Tổng kim ngạch"),
    "name": ("Name", "Tên"),
    "side": ("Side", "Phía"),
    "offices": ("Offices", "Chức vụ"),
    "aliases": ("Also spelt", "Cách viết khác"),
    "count": ("Facts", "Dữ kiện"),
    "publisher": ("Publisher", "Nơi công bố"),
    "published": ("Published", "Ngày công bố"),
    "title": ("Title", "Nhan đề"),
    "address": ("Address", "Địa chỉ"),
    "language": ("Language", "Ngôn ngữ"),
    "store": ("From the file", "Từ tệp"),
    "places": ("Places", "Nơi diễn ra"),
    "note": ("Note", "Ghi chú"),
    "part_of": ("Part of", "Thuộc"),
    "parts": ("Parts", "Gồm"),
    "reading": ("Reading", "Cách ghi"),
    "others": ("Other readings", "Nguồn khác ghi"),
    "years": ("Years", "Số năm"),
    "visitor": ("Visitor", "Khách"),
    "happened": ("Happened", "Diễn ra"),
    "milestone": ("milestone", "dấu mốc"),
    "visits_leader": ("Visits of leaders", "Các chuyến thăm cấp cao nhất"),
    "visits_deputy": ("Visits of deputy leaders", "Các chuyến thăm cấp phó"),
    "visits_minister": ("Visits of ministers", "Các chuyến thăm cấp bộ trưởng"),
    "visits_vice_minister": ("Visits of vice ministers", "Các chuyến thăm cấp thứ trưởng"),
    "visits_ambassador": ("Visits of ambassadors", "Các chuyến thăm cấp đại sứ"),
    "and_above": ("{visits} and above", "{visits} trở lên"),
    "disputed": ("disputed", "các nguồn ghi khác nhau"),
    "from_side": ("from {side}", "từ {side}"),
    "to_side": ("to {side}", "sang {side}"),
    "made": ("made", "đi thăm"),
    "received": ("received", "tiếp khách"),
    "made_count": ("{n} made", "{n} lần đi thăm"),
    "received_count": ("{n} received", "{n} lần tiếp khách"),
    "counted_figures": ("{n} figure|{n} figures", "{n} số liệu"),
    "years_of_facts": ("Years", "Năm"),
    "years_seen": ("Seen", "Được ghi nhận"),
    "and_more": ("{name} and {n} more", "{name} và {n} nguồn khác"),
    "in_sources": (
        "{what} in {n} source (below)|{what} in {n} sources (below)",
        "{what} theo {n} nguồn (xem dưới)",
    ),
    "differ": ("≠ sources differ", "≠ các nguồn ghi khác nhau"),
    "show_hint": ("one in full: vnkp show {id}", "xem đầy đủ: vnkp show {id}"),
    "ids_hint": ("ids: --ids", "hiện mã: --ids"),
    "more_ministers": (
        "{n} more with ministers: --rank minister+",
        "thêm {n} chuyến từ cấp bộ trưởng trở lên: --rank minister+",
    ),
    "more_in_all": ("{n} more in all: --rank all", "thêm {n} chuyến ở mọi cấp: --rank all"),
    "only_promised": ("{amount} {unit} more only promised", "thêm {amount} {unit} mới chỉ cam kết"),
    "above_pledge": ("{amount} {unit} more than promised", "vượt mức cam kết {amount} {unit}"),
    "all_promised": ("only promised", "mới chỉ cam kết"),
    "rest_may_hold": (
        ", perhaps within the {amount} {unit} of {when} whose deliveries are not known",
        ", có thể đã nằm trong {amount} {unit} giai đoạn {when} chưa rõ từng đợt",
    ),
    "without": ("without {words}", "trừ {words}"),
    "without_figure": ("without a figure", "không nêu số liệu"),
    "under_other_kinds": (
        "{n} more with figures, listed as military: {command}",
        "thêm {n} dữ kiện có số liệu, xếp ở loại quân sự: {command}",
    ),
    "rest_of": (
        "{rest} = {whole} less {n} part|{rest} = {whole} less {n} parts",
        "{rest} = {whole} trừ {n} đợt",
    ),
    "left_out_years": (
        "Left out: years known only through a total of several years ({when})",
        "Không nêu các năm chỉ biết qua con số gộp nhiều năm ({when})",
    ),
    "no_figures": ("no figures", "không có số liệu"),
    "first_months": ("first {n} months", "{n} tháng đầu năm"),
    "in_year": ("in {year}", "trong năm {year}"),
    "also_in": ("also in", "cũng đăng trên"),
    "according_to": ("according to {who}", "theo {who}"),
    "via": ("via {name}", "dẫn theo {name}"),
    # sentences and hints
    "parts_and_wholes": (
        "wholes and their parts are listed together: do not add them up",
        "có cả khoản tổng lẫn các phần của nó: đừng cộng lại",
    ),
    "aid_adds_up": ("vnkp aid does", "hãy dùng vnkp aid"),
    "no_parts_leaves_out": ("--no-parts leaves the parts out", "--no-parts bỏ các phần"),
    "counted_facts": ("{n} fact|{n} facts", "{n} dữ kiện"),
    "counted_sources": ("{n} source|{n} sources", "{n} nguồn"),
    "counted_people": ("{n} person|{n} people", "{n} nhân vật"),
    "counted_visits": ("{n} visit|{n} visits", "{n} chuyến thăm"),
    "counted_totals": ("{n} total|{n} totals", "{n} khoản"),
    "counted_disputes": ("{n} dispute|{n} disputes", "{n} chỗ khác nhau"),
    "some_of": ("{n} of {counted}", "{n}/{counted}"),
    "nothing": ("nothing found", "không tìm thấy kết quả nào"),
    "nothing_in": ("nothing found in {when}", "không tìm thấy kết quả nào cho {when}"),
    "nearest": ("the nearest with any: {years}", "năm gần nhất có kết quả: {years}"),
    "next_person": ("one in full: vnkp people NAME", "xem đầy đủ: vnkp people TÊN"),
    "next_source": (
        "facts on one: vnkp sources {id}",
        "dữ kiện của một nguồn: vnkp sources {id}",
    ),
    "styles_hint": (
        "for a reference manager: {option}",
        "dùng cho phần mềm quản lý tài liệu tham khảo: {option}",
    ),
    "more_ranks": (
        "{n} visit at other levels: {options}|{n} visits at other levels: {options}",
        "{n} chuyến thăm ở cấp khác: {options}",
    ),
    "without_strict": (
        "{n} possible or going on then: leave out --strict",
        "{n} dữ kiện có thể hoặc đang diễn ra lúc đó: bỏ --strict",
    ),
    "read_as": ("read as: {line}", "hiểu là: {line}"),
    "one_source_has": ("{id}: one source has {date}", "{id}: một nguồn ghi {date}"),
    "as_year": ("as a year: --in {year}", "nếu là năm: --in {year}"),
    "all_sources": ("all sources: vnkp sources", "xem mọi nguồn: vnkp sources"),
    "anniversaries_hidden": ("more with {options}", "có thêm với {options}"),
    "seen": ("seen {years}", "được ghi nhận {years}"),
    "more_steps": (
        "{n} step or shipment left out: --parts|{n} steps and shipments left out: --parts",
        "chưa kể {n} hoạt động thuộc các chuyến thăm, đợt viện trợ: --parts",
    ),
    "explain_hint": ("which facts were counted: --explain", "xem các dữ kiện đã tính: --explain"),
    "aid_note": (
        "A range runs from what is sure to the most that is possible.",
        "Khoảng số liệu: từ mức chắc chắn đến mức cao nhất có thể.",
    ),
    "left_out": ("Left out", "Không tính"),
    "to_year": ("to {year}", "đến {year}"),
    "goes_on": ("to the present", "đến nay"),
    "clean": ("{file}: in order, {facts}, {sources}", "{file}: không có lỗi, {facts}, {sources}"),
    "report_one": (
        "{n} of {all} facts rests on one publisher only|"
        "{n} of {all} facts rest on one publisher only",
        "{n} trên {all} dữ kiện chỉ do một nơi công bố",
    ),
    "report_disputed": (
        "{n} fact is disputed|{n} facts are disputed",
        "{n} dữ kiện có các nguồn ghi khác nhau",
    ),
    "reading_file": ("reading {file} …", "đang đọc {file} …"),
    "years_of": ("{n} year|{n} years", "{n} năm"),
    "counted_anniversaries": ("{n} anniversary|{n} anniversaries", "{n} ngày kỷ niệm"),
    "day_unknown": ("in {date}; the day is not known", "trong {date}; chưa rõ ngày"),
    "leap": (
        "29 February is kept on 28 February in common years.",
        "Năm không nhuận: ngày 29/2 được tính vào 28/2.",
    ),
    "next_day": (
        "nothing on {date}; next: {next}",
        "ngày {date} không có sự kiện nào; gần nhất: {next}",
    ),
    "quote_hint": (
        'put quotation marks round several words: {option} "{value}"',
        'đặt nhiều từ trong ngoặc kép: {option} "{value}"',
    ),
    "round_hint": (
        "every year, not round ones alone: --every 1 · every fact, not milestones alone: --all",
        "mọi năm, không riêng năm tròn: --every 1 · mọi dữ kiện, không riêng dấu mốc: --all",
    ),
    "too_early": ("the first fact is of {year}", "dữ kiện sớm nhất thuộc năm {year}"),
    "due_hint": (
        "--in tells when facts happened; what falls due in {year}: vnkp anniversaries {year}",
        "--in là lúc diễn ra sự kiện; các dịp kỷ niệm năm {year}: vnkp anniversaries {year}",
    ),
    "cited_for": ("on: {title}, {date}", "về: {title}, {date}"),
    "in_language": ("in {language}", "{language}"),
    "differs_on": ("differs on {ids}", "ghi khác về {ids}"),
    "undated": ("n.d.", "không rõ ngày"),
    **SEARCH_PHRASES,
    **SUMMARY_PHRASES,
}


def say(key: str, lang: Lang, **values: object) -> str:
    """The phrase called *key*, filled with *values*.

    Of two forms split by ``|`` the second is for any *n* but one.
    """
    singular, _, plural = text_in(lang, _PHRASES[key]).partition("|")
    return (plural if plural and values.get("n") != 1 else singular).format(**values)


def capital(words: str) -> str:
    """*words* with a capital letter at their beginning."""
    return f"{words[:1].upper()}{words[1:]}"
