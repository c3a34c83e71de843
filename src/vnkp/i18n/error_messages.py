"""The messages of errors: dates, times and files, in English and Vietnamese."""

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
        "write WHEN as 1961, 1961-06, 6/1961, 27/11/1958, 1960s, 1958..1961, ..1970 or 1990..,"
        " or in words: June 1961, since 1990, from 1979 to 1984, last year",
        'không hiểu thời gian "{text}"; '
        "hãy viết 1961, 1961-06, 6/1961, 27/11/1958, 1960s, 1958..1961, ..1970 hoặc 1990..,"
        " hoặc bằng lời: tháng 6/1961, từ 1990, từ 1979 đến 1984, năm ngoái",
    ),
    "several_times": (
        '"{text}" are several times; write one of them',
        '"{text}" là nhiều thời gian; hãy viết một trong số đó',
    ),
    "too_long_time": (
        '"{text}" is longer than {years} years; write a shorter time, as 2027 or 7/2027',
        '"{text}" dài hơn {years} năm; hãy viết khoảng ngắn hơn, ví dụ 2027 hoặc 7/2027',
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
