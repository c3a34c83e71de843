"""What is said in counts (``--by``) and in a brief, in both languages."""

from __future__ import annotations

SUMMARY_PHRASES: dict[str, tuple[str, str]] = {
    # counts
    "by": ("by {groups}", "theo {groups}"),
    "by_two": ("{first} and {second}", "{first} và {second}"),
    "group_year": ("year", "năm"),
    "group_decade": ("decade", "thập niên"),
    "group_kind": ("kind", "loại"),
    "group_from": ("side", "phía thực hiện"),
    "group_rank": ("rank", "cấp"),
    "group_person": ("person", "nhân vật"),
    "group_place": ("place", "nơi diễn ra"),
    "group_item": ("item", "hạng mục"),
    "group_source": ("source", "nguồn"),
    "group_publisher": ("publisher", "nơi công bố"),
    "group_match": ("match", "mức khớp thời gian"),
    "match_inside": ("in that time", "trong thời gian này"),
    "match_spans": ("going on", "đang diễn ra"),
    "match_possible": ("possibly then", "có thể"),
    "to_KP": ("to the DPRK", "sang Triều Tiên"),
    "to_VN": ("to Vietnam", "sang Việt Nam"),
    "both_sides": ("both sides", "hai phía"),
    "no_value": ("(none)", "(không có)"),
    "all_counted": ("all", "tổng cộng"),
    "some_rows": ("the first {n} of {total}", "{n} dòng đầu trong số {total}"),
    "uncertain_apart": (
        "+ going on then or possibly then, and not counted as certain",
        "+ đang diễn ra hoặc có thể thuộc thời gian đó, không tính là chắc chắn",
    ),
    "several_person": (
        "a fact with several people counts once for each",
        "dữ kiện có nhiều nhân vật được tính cho từng người",
    ),
    "several_place": (
        "a fact with several places counts once for each",
        "dữ kiện diễn ra ở nhiều nơi được tính cho từng nơi",
    ),
    "several_source": (
        "a fact with several sources counts once for each",
        "dữ kiện có nhiều nguồn được tính cho từng nguồn",
    ),
    "several_publisher": (
        "a fact told by several publishers counts once for each",
        "dữ kiện do nhiều nơi công bố được tính cho từng nơi",
    ),
    "parts_left_out": (
        "{n} part left out, as its whole is counted|"
        "{n} parts left out, as their wholes are counted",
        "không tính {n} mục con vì đã tính mục chung",
    ),
    "parts_left_out_hint": ("--parts counts the parts instead", "--parts để tính từng mục con"),
    "wholes_left_out": (
        "{n} whole left out, as its parts are counted|"
        "{n} wholes left out, as their parts are counted",
        "không tính {n} mục chung vì đã tính từng mục con",
    ),
    "wholes_left_out_hint": ("--no-parts counts wholes", "--no-parts để tính mục chung"),
    # a brief
    "brief": ("Vietnam and the DPRK · brief", "Việt Nam và CHDCND Triều Tiên · tóm lược"),
    "brief_relation": ("the relation", "quan hệ hai nước"),
    "brief_visits": ("visits of leaders", "chuyến thăm của lãnh đạo cấp cao"),
    "brief_all_visits": ("visits", "chuyến thăm"),
    "brief_ministers": (
        "visits of ministers since the last of these",
        "chuyến thăm cấp bộ trưởng từ chuyến gần nhất đó",
    ),
    "brief_offices": ("ambassadors, with the years seen", "đại sứ và những năm được ghi nhận"),
    "brief_held": ("in office, with the years seen", "chức vụ và những năm được ghi nhận"),
    "brief_agreements": ("agreements", "thỏa thuận"),
    "brief_aid": ("aid", "viện trợ"),
    "brief_trade": ("trade", "thương mại"),
    "brief_others": ("also", "sự kiện khác"),
    "brief_anniversaries": (
        "anniversaries of the next twelve months",
        "ngày kỷ niệm trong 12 tháng tới",
    ),
    "brief_disputes": (
        "to be careful about: sources differ",
        "cần lưu ý: các nguồn ghi khác nhau",
    ),
    "line_ties": ("diplomatic ties", "quan hệ ngoại giao"),
    "line_leader_to_KP": ("last leader in the DPRK", "lãnh đạo Việt Nam thăm gần nhất"),
    "line_leader_to_VN": ("last leader in Vietnam", "lãnh đạo Triều Tiên thăm gần nhất"),
    "line_last_minister": ("last ministerial visit", "chuyến thăm cấp bộ trưởng gần nhất"),
    "line_last_trade": ("last trade figure", "số liệu thương mại gần nhất"),
    "brief_met": ("met {people}", "gặp {people}"),
    "more_lines": ("{n} more: {command}", "còn {n}: {command}"),
    "years_since": ("{n} year since: {title}|{n} years since: {title}", "{n} năm: {title}"),
    "brief_no_figure": (
        "{n} more without a figure: {command}",
        "còn {n} dữ kiện không nêu số liệu: {command}",
    ),
    "and_pledged": ("{amount} more pledged", "cam kết thêm {amount}"),
}
