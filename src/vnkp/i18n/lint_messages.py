"""What ``vnkp check`` says of well-formed stores, and the phrases within messages."""

from __future__ import annotations

DOUBTS: dict[str, tuple[str, str]] = {
    "out_of_order": (
        "it stands after {id}; move it up, as vnkp check --fix does: "
        "by earliest day, then the longer span, then id",
        "dữ kiện đứng sau {id}; hãy chuyển lên, như vnkp check --fix làm: "
        "theo ngày sớm nhất, rồi khoảng dài hơn, rồi mã",
    ),
    "out_of_order_down": (
        "it stands before {id}; move it down, as vnkp check --fix does: "
        "by earliest day, then the longer span, then id",
        "dữ kiện đứng trước {id}; hãy chuyển xuống, như vnkp check --fix làm: "
        "theo ngày sớm nhất, rồi khoảng dài hơn, rồi mã",
    ),
    "title_with_full_stop": (
        "the title in {lang} ends with a full stop; take it off",
        "nhan đề ({lang}) kết thúc bằng dấu chấm; hãy bỏ dấu chấm",
    ),
    "visit_without_visitor": (
        "a visit without a visitor; name somebody of the side that went, or choose another kind",
        "chuyến thăm không có khách; hãy ghi tên một người của phía đi thăm, hoặc chọn loại khác",
    ),
    "variant_like_its_fact": (
        "the variant reads as its fact does; cite its source in the fact itself",
        "variant ghi giống hệt dữ kiện; hãy dẫn nguồn của nó trong chính dữ kiện",
    ),
    "three_decimals": (
        "{key} is {value}, with three digits after the point; "
        "write {number} if these are thousands, and {value}0 if not",
        "{key} là {value}, có ba chữ số thập phân; "
        "hãy viết {number} nếu dấu chấm phân cách hàng nghìn, và {value}0 nếu không phải",
    ),
    "parts_exceed_whole": (
        "its delivered parts add up to {total} {unit}, more than its own {limit}; "
        "mend a figure, or take one of {parts:list} out",
        "các phần đã trao cộng lại là {total} {unit}, lớn hơn số {limit} của chính nó; "
        "hãy sửa một figure, hoặc bỏ một trong các phần {parts:list}",
    ),
    "part_outside_its_whole": (
        "its date {date} is not within {other} of its whole {whole}; "
        "mend one of the dates, or take it out of part_of",
        "date {date} không nằm trong {other} của dữ kiện bao trùm {whole}; "
        "hãy sửa một trong hai date, hoặc bỏ khỏi part_of",
    ),
    "part_unlike_its_whole": (
        "its {what} is {own}, and that of its whole {whole} is {other}; "
        "mend one of the two, or take it out of part_of",
        "{what} là {own}, mà ở dữ kiện bao trùm {whole} là {other}; "
        "hãy sửa một trong hai, hoặc bỏ khỏi part_of",
    ),
    "same_spelling": (
        '"{spelling}" is read like "{other_spelling}" of {other}; '
        "merge the two, or tell them apart by a note in each",
        '"{spelling}" đọc giống "{other_spelling}" của {other}; '
        "hãy gộp hai người, hoặc phân biệt bằng note của mỗi người",
    ),
    "same_event": (
        "it looks like the event of {id}; "
        "merge them, or make one a part_of the other or both of one whole",
        "có vẻ cùng sự kiện với {id}; "
        "hãy gộp lại, hoặc ghi cái này là part_of của cái kia, hoặc cả hai của cùng một dữ kiện",
    ),
    "unused_entry": (
        "no fact uses it; take it out",
        "không dữ kiện nào dùng mục này; hãy bỏ đi",
    ),
}

# What is allowed but doubtful.
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
    "office_of_another_side": (
        "{person} is of {side}, and the office {office} of {other}; mend one of the two",
        "{person} thuộc {side}, nhưng chức vụ {office} thuộc {other}; hãy sửa một trong hai",
    ),
    "named_twice": (
        "{name} stands twice in {key}; take one of the two out",
        "{name} xuất hiện hai lần trong {key}; hãy bỏ một lần",
    ),
    "amount_of_nothing": (
        "value is 0; write the amount, or leave the figure out",
        "value là 0; hãy ghi số lượng, hoặc bỏ figure",
    ),
    "unknown_source_language": (
        'lang "{code}" is no language of ISO 639; write two letters, as vi, en or ko',
        'lang "{code}" không phải là mã ngôn ngữ ISO 639; hãy viết hai chữ, ví dụ vi, en hoặc ko',
    ),
    "published_in_the_future": (
        "published is {date}, which is still to come; mend the year",
        "published là {date}, chưa tới; hãy sửa năm",
    ),
    "date_in_the_future": (
        "date is {date}, which is still to come; mend it, or add the fact once it has happened",
        "date là {date}, chưa tới; hãy sửa, hoặc thêm dữ kiện khi sự việc đã xảy ra",
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
    "advice": ("advice: {where}", "lưu ý: {where}"),
    "more_advice": (
        "{file}: and {count} more pieces of advice; follow these first",
        "{file}: và {count} lưu ý nữa; hãy xem các lưu ý trên trước",
    ),
}

# Parts of other messages.
PHRASES: dict[str, tuple[str, str]] = {
    "in_places": (", in {places} places", ", ở {places} chỗ"),
    # what a value is
    "empty": ("empty", "giá trị trống"),
    "a_text": ('"{value}", a text', '"{value}", kiểu văn bản'),
    "a_number": ("{value}, a number", "{value}, kiểu số"),
    "enormous_number": ("an enormous number", "một số khổng lồ"),
    "a_table": ("a table", "một bảng"),
    "empty_table": ("an empty table", "một bảng trống"),
    "a_list": ("a list", "một danh sách"),
    "empty_list": ("an empty list", "một danh sách trống"),
    "bare_time": ("a bare TOML time", "giờ TOML không có ngoặc kép"),
    "bare_date": ("a bare TOML date", "ngày TOML không có ngoặc kép"),
    # what to write
    "each_fact": (
        "each fact under a [[fact]] of its own",
        "mỗi dữ kiện dưới một [[fact]] riêng",
    ),
    "each_variant": (
        "each variant under a [[fact.variant]] of its own",
        "mỗi variant dưới một [[fact.variant]] riêng",
    ),
    "both_notes": ('note.en = "…" and note.vi = "…"', 'note.en = "…" và note.vi = "…"'),
    "as_table": ("it as a table: [{table}]", "dưới dạng bảng: [{table}]"),
    # what has no end
    "text": ("text", "văn bản"),
    "list": ("list", "danh sách"),
    "inline_table": ("inline table", "bảng nội tuyến"),
    # how a part differs from its whole
    "item": ("item", "hạng mục"),
    "unit": ("unit", "đơn vị"),
    "giver": ("giver", "phía cho"),
    "taker": ("taker", "phía nhận"),
    "not_given": ("not told", "không ghi"),
}
