"""The advice of ``vnkp check``: what is allowed but doubtful, in English and Vietnamese."""

from __future__ import annotations

ADVICE: dict[str, tuple[str, str]] = {
    "entry_out_of_order": (
        "it stands after {other}; sort the table by key, as vnkp check --fix does",
        "mục đứng sau {other}; hãy sắp bảng theo khóa, như vnkp check --fix làm",
    ),
    "id_of_another_year": (
        "the id begins with {year}, and neither {date} nor any variant lies in that year; "
        "mend the date, or leave it so if the id has been published",
        "mã bắt đầu bằng {year}, mà cả {date} lẫn mọi variant đều không ở năm đó; "
        "hãy sửa date, hoặc để nguyên nếu mã đã công bố",
    ),
    "visitor_without_office": (
        '{person} has no office; add as = "…" if a source tells it',
        '{person} không có chức vụ; hãy thêm as = "…" nếu nguồn có ghi',
    ),
    "unknown_source_language": (
        'lang "{code}" is no language of ISO 639; write two letters, as vi, en or ko',
        'lang "{code}" không phải là mã ngôn ngữ ISO 639; hãy viết hai chữ, ví dụ vi, en hoặc ko',
    ),
    "published_in_the_future": (
        "published is {date}, which is still to come; mend the year",
        "published là {date}, chưa tới; hãy sửa năm",
    ),
    "published_before": (
        "the source {source} is of {published}, before {date}; "
        "mend one of the dates, or cite another source",
        "nguồn {source} công bố {published}, trước {date}; "
        "hãy sửa một trong hai ngày, hoặc dẫn nguồn khác",
    ),
    "no_address": (
        'url "{value}" is no address; write it whole, from https:// on',
        'url "{value}" không phải là địa chỉ; hãy viết đầy đủ, bắt đầu từ https://',
    ),
    "address_twice": (
        "its address is that of {other}; make one source of the two",
        "địa chỉ này trùng với địa chỉ của {other}; hãy gộp thành một nguồn",
    ),
    "placeholder": (
        '{key} is "{value}"; leave out what is not known',
        '{key} là "{value}"; hãy bỏ những gì không biết',
    ),
    "no_accents": (
        "{key} is Vietnamese without one accent; write it with its marks",
        "{key} là tiếng Việt không dấu; hãy viết có dấu",
    ),
    "title_with_year": (
        "the title in {lang} has a year; leave it to the date",
        "nhan đề ({lang}) có năm; hãy để năm cho date",
    ),
    "title_with_figure": (
        "the title in {lang} has a figure; leave it to the key figure",
        "nhan đề ({lang}) có số liệu; hãy để số liệu cho figure",
    ),
    "titles_unlike": (
        "the title in {lang} lacks {name}, which the one in {other} has; say the same in both",
        "nhan đề ({lang}) thiếu {name} mà nhan đề ({other}) có; hãy viết cùng nội dung ở cả hai",
    ),
    "twin": (
        "it may tell the event of {id} once more; "
        "merge them, or make one a part_of the other or both of one whole",
        "có thể ghi lại cùng sự kiện với {id}; "
        "hãy gộp lại, hoặc ghi cái này là part_of của cái kia, hoặc cả hai của cùng một dữ kiện",
    ),
    "write_without_fix": (
        "--write goes with --fix; write vnkp check --fix --write",
        "--write đi cùng --fix; hãy viết vnkp check --fix --write",
    ),
    "advice": ("advice: {where}", "lưu ý: {where}"),
    "more_advice": (
        "{file}: and {count} more pieces of advice; follow these first",
        "{file}: và {count} lưu ý nữa; hãy xem các lưu ý trên trước",
    ),
}
