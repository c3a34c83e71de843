"""The messages of errors: dates, times, names, files and options, in English and Vietnamese."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
    "did_you_mean": ("did you mean {close:or}?", "có phải ý bạn là {close:or}?"),
    # dates of the store
    "unreadable_date": (
        '"{text}" is no date that vnkp reads; '
        'write "1958-11-27", "1958-11", "1958" or "195X", a span as "A/B" or "A/..", '
        'some time within as "[A..B]"',
        '"{text}" không phải là ngày tháng mà vnkp hiểu; '
        'hãy viết "1958-11-27", "1958-11", "1958" hoặc "195X", một khoảng là "A/B" hoặc "A/..", '
        'một lúc nào đó trong khoảng là "[A..B]"',
    ),
    "misspelt_date": (
        '"{text}" is no date that vnkp reads; write "{meant}"',
        '"{text}" không phải là ngày tháng mà vnkp hiểu; hãy viết "{meant}"',
    ),
    "date_ends_before_it_begins": (
        '"{text}" ends before it begins; write "{swapped}" if the two are swapped',
        '"{text}" kết thúc trước khi bắt đầu; hãy viết "{swapped}" nếu hai đầu bị đảo',
    ),
    "year_0000": (
        '"{text}" has the year 0000; years run from 0001 to 9999',
        '"{text}" có năm 0000; năm phải từ 0001 đến 9999',
    ),
    "no_such_month": (
        '"{text}" has no such month; months run from 01 to 12',
        '"{text}" có tháng không tồn tại; tháng phải từ 01 đến 12',
    ),
    "no_such_day": (
        '"{text}" has no such day; {month} has {days} days',
        '"{text}" có ngày không tồn tại; {month} có {days} ngày',
    ),
    "no_such_day_of_month": (
        '"{text}" has no such day; month {month} has {days} days',
        '"{text}" có ngày không tồn tại; tháng {month} có {days} ngày',
    ),
    "no_day_of_the_year": (
        '"{text}" is no day of the year; write it as MM-DD, as 01-31',
        '"{text}" không phải là một ngày trong năm; hãy viết dạng MM-DD, ví dụ 01-31',
    ),
    # times that users ask for
    "unreadable_time": (
        '"{text}" is no WHEN; '
        "write WHEN as 1961, 1961-06, 6/1961, 27/11/1958, 1960s, 1958..1961, ..1970 or 1990..",
        'không hiểu thời gian "{text}"; '
        "hãy viết 1961, 1961-06, 6/1961, 27/11/1958, 1960s, 1958..1961, ..1970 hoặc 1990..",
    ),
    "misspelt_time": (
        '"{text}" is no WHEN; write "{meant}"',
        'không hiểu thời gian "{text}"; hãy viết "{meant}"',
    ),
    "time_ends_before_it_begins": (
        '"{text}" ends before it begins; write "{swapped}"',
        '"{text}" kết thúc trước khi bắt đầu; hãy viết "{swapped}"',
    ),
    "no_common_day": (
        "{first} and {second} have no day in common; widen one of them",
        "{first} và {second} không có ngày nào chung; hãy nới rộng một trong hai",
    ),
    "no_beginning": (
        '"{text}" has no beginning; write one date, as 1961 or 6/1961',
        '"{text}" không có điểm bắt đầu; hãy viết một thời điểm, ví dụ 1961 hoặc 6/1961',
    ),
    "no_end": (
        '"{text}" has no end; write one date, as 1961 or 6/1961',
        '"{text}" không có điểm kết thúc; hãy viết một thời điểm, ví dụ 1961 hoặc 6/1961',
    ),
    # names
    "unknown_person": (
        'no person "{name}"; list them with: vnkp people',
        'không có nhân vật "{name}"; xem danh sách: vnkp people',
    ),
    "unknown_place": (
        'no place "{name}"; see the places of a fact with: vnkp show ID',
        'không có địa điểm "{name}"; xem địa điểm của một dữ kiện: vnkp show MÃ',
    ),
    "unknown_fact": (
        'no fact "{name}"; look for it with: vnkp search WORDS',
        'không có dữ kiện "{name}"; hãy tìm: vnkp search TỪ',
    ),
    "unknown_source": (
        'no source "{name}"; list them with: vnkp sources',
        'không có nguồn "{name}"; xem danh sách: vnkp sources',
    ),
    "unknown_fact_or_source": (
        'no fact or source "{name}"; look for it with: vnkp search WORDS, or vnkp sources',
        'không có dữ kiện hoặc nguồn "{name}"; hãy tìm: vnkp search TỪ, hoặc vnkp sources',
    ),
    "unknown_kind": (
        'no kind "{name}"; the kinds are {known:list}',
        'không có loại "{name}"; các loại là {known:list}',
    ),
    "unknown_rank": (
        'no rank "{name}"; write one of {known:list}',
        'không có cấp "{name}"; hãy viết một trong {known:list}',
    ),
    "unknown_sort_order": (
        'no sort order "{name}"; the sort orders are {known:list}',
        'không có thứ tự "{name}"; các thứ tự là {known:list}',
    ),
    "unknown_side": (
        'no side "{name}"; write VN or KP',
        'không có phía "{name}"; hãy viết VN hoặc KP',
    ),
    "unknown_language": (
        'no language "{name}"; write one of {known:list}',
        'không có ngôn ngữ "{name}"; hãy viết một trong {known:list}',
    ),
    "unknown_format": (
        'no format "{name}"; write one of {known:list}',
        'không có định dạng "{name}"; hãy viết một trong {known:list}',
    ),
    "unknown_group": (
        'no group "{name}"; write one of {known:list}',
        'không có cách nhóm "{name}"; hãy viết một trong {known:list}',
    ),
    "unknown_style": (
        'no style "{name}"; write one of {known:list}',
        'không có kiểu trích dẫn "{name}"; hãy viết một trong {known:list}',
    ),
    "unknown_colour_setting": (
        'no colour setting "{name}"; write auto, always or never',
        'không có chế độ màu "{name}"; hãy viết auto, always hoặc never',
    ),
    "ambiguous_person": (
        '"{name}" fits several people: {choices:list}; write one of them in full',
        '"{name}" khớp với nhiều nhân vật: {choices:list}; hãy viết đầy đủ một trong số đó',
    ),
    "ambiguous_place": (
        '"{name}" fits several places: {choices:list}; write one of them in full',
        '"{name}" khớp với nhiều địa điểm: {choices:list}; hãy viết đầy đủ một trong số đó',
    ),
    "ambiguous_fact": (
        '"{name}" fits several facts: {choices:list}; write one of them in full',
        '"{name}" khớp với nhiều dữ kiện: {choices:list}; hãy viết đầy đủ một trong số đó',
    ),
    "ambiguous_source": (
        '"{name}" fits several sources: {choices:list}; write one of them in full',
        '"{name}" khớp với nhiều nguồn: {choices:list}; hãy viết đầy đủ một trong số đó',
    ),
    "ambiguous_fact_or_source": (
        '"{name}" fits several facts or sources: {choices:list}; write one of them in full',
        '"{name}" khớp với nhiều dữ kiện hoặc nguồn: {choices:list}; '
        "hãy viết đầy đủ một trong số đó",
    ),
    "more_choices": ("and {count} more", "và {count} mục nữa"),
    # options
    "negative_limit": (
        "the limit is {limit}; write 0 or more",
        "giới hạn là {limit}; hãy viết 0 hoặc số lớn hơn",
    ),
    "same_sides": (
        "--from {from_} --to {to}: both are the same; write VN and KP, or leave one of them out",
        "--from {from_} --to {to}: hai bên giống nhau; hãy viết VN và KP, hoặc bỏ một trong hai",
    ),
    "kind_of_another_command": (
        '--kind {kind}: this command is about "{only}" alone; ask: vnkp list --kind {kind}',
        '--kind {kind}: lệnh này chỉ về "{only}"; hãy dùng: vnkp list --kind {kind}',
    ),
    "two_formats": (
        "--json and --format {format}: these are two; write one of them",
        "--json và --format {format}: đây là hai định dạng; hãy viết một trong hai",
    ),
    "bom_without_csv": (
        "--bom is for CSV; write --format csv too, or leave it out",
        "--bom chỉ dùng cho CSV; hãy viết thêm --format csv, hoặc bỏ đi",
    ),
    "totals_take_no_such_option": (
        "totals weigh parts and wholes by themselves, and are sorted by value alone; "
        "leave the option out",
        "các tổng tự tính từng phần, và chỉ sắp xếp theo giá trị; hãy bỏ tùy chọn này",
    ),
    "no_icalendar": (
        "the package icalendar is missing; "
        'install it with: pip install "icalendar>=6" (vnkp[ics] brings it along)',
        "thiếu gói icalendar; "
        'hãy cài đặt bằng: pip install "icalendar>=6" (vnkp[ics] đã kèm theo gói này)',
    ),
    "store_nested_too_deeply": (
        "the store is nested too deeply; write each fact as a [[fact]] of its own",
        "kho dữ kiện lồng nhau quá sâu; hãy viết mỗi dữ kiện là một [[fact]] riêng",
    ),
    # files
    "standard_output": ("standard output", "đầu ra chuẩn"),
    "closed_output": ("it is closed; use -o FILE", "đã đóng; hãy dùng -o TỆP"),
    "broken_output": (
        "{reason:system}; nothing more was written",
        "{reason:system}; không ghi được gì thêm",
    ),
    "output_is_folder": (
        "this is a folder; name a file in it",
        "đây là một thư mục; hãy chỉ ra một tệp trong đó",
    ),
    "no_folder": (
        "there is no folder {folder}; make it first, or name another",
        "không có thư mục {folder}; hãy tạo trước, hoặc chỉ ra thư mục khác",
    ),
    "unwritable_file": (
        "{reason:system}; name a file that can be written",
        "{reason:system}; hãy chỉ ra một tệp ghi được",
    ),
    "other_picture": (
        "a picture is drawn as SVG; write a name that ends in .svg",
        "hình được vẽ dưới dạng SVG; hãy viết tên có phần mở rộng .svg",
    ),
    "store_is_folder": (
        "this is a folder; name the TOML file in it",
        "đây là một thư mục; hãy chỉ ra tệp TOML trong đó",
    ),
    "no_ordinary_file": (
        "this is no ordinary file; name a TOML file",
        "đây không phải là tệp thông thường; hãy chỉ ra một tệp TOML",
    ),
    "too_large_file": (
        "this is {megabytes} MB, and vnkp reads up to {limit} MB; name a smaller file",
        "tệp này {megabytes} MB, mà vnkp đọc tối đa {limit} MB; hãy chỉ ra một tệp nhỏ hơn",
    ),
    "unreadable_file": (
        "{reason:system}; name a file that can be read, with --data or VNKP_DATA",
        "{reason:system}; hãy chỉ ra một tệp đọc được, bằng --data hoặc VNKP_DATA",
    ),
}

# What Linux, macOS and Windows say, in Vietnamese.
SYSTEM_REASONS = {
    "no such file or directory": "không có tệp hoặc thư mục này",
    "not a directory": "không phải là thư mục",
    "is a directory": "đây là một thư mục",
    "permission denied": "không có quyền truy cập",
    "too many levels of symbolic links": "quá nhiều cấp liên kết tượng trưng",
    "file name too long": "tên tệp quá dài",
    "no space left on device": "thiết bị lưu trữ đã đầy",
    "read-only file system": "hệ thống tệp chỉ cho đọc",
    "input/output error": "lỗi đọc ghi",
    "disk quota exceeded": "đã vượt hạn mức đĩa",
    "bad file descriptor": "luồng đã đóng",
}
