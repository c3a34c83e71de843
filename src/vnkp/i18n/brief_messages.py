"""What is said in a brief, in both languages."""

from __future__ import annotations

BRIEF_PHRASES: dict[str, tuple[str, str]] = {
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
