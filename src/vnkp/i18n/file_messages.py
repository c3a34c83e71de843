"""The messages about formats, files and streams, and what the system says of them."""

from __future__ import annotations

FILE_ERRORS: dict[str, tuple[str, str]] = {
    # formats and standard streams
    "other_ending": (
        '"{ending}" is none of the endings that tell a format; '
        "write {endings:list}, or give --format too",
        '"{ending}" không thuộc các phần mở rộng cho biết định dạng; '
        "hãy viết {endings:list}, hoặc thêm --format",
    ),
    "two_on_standard_output": (
        "--svg - and -o - would both write to standard output; name a file for one of them",
        "--svg - và -o - cùng ghi ra đầu ra chuẩn; hãy đặt tên tệp cho một trong hai",
    ),
    "database_on_terminal": (
        "a database is no text for a terminal; write -o record.db",
        "cơ sở dữ liệu không hiển thị được trên màn hình; hãy viết -o record.db",
    ),
    "standard_input": ("standard input", "đầu vào chuẩn"),
    "closed_input": ("it is closed; name a file", "đã đóng; hãy chỉ ra một tệp"),
    "too_much_input": (
        "this is more than {limit} MB, the most that vnkp reads; name a smaller file",
        "dữ liệu này hơn {limit} MB, mức tối đa mà vnkp đọc; hãy chỉ ra một tệp nhỏ hơn",
    ),
    "no_full_text_search": (
        "the SQLite of this Python has no full-text search (FTS5); "
        "use another Python, or write --format csv",
        "SQLite của Python này không có tìm kiếm toàn văn (FTS5); "
        "hãy dùng Python khác, hoặc viết --format csv",
    ),
    # files
    "standard_output": ("standard output", "đầu ra chuẩn"),
    "closed_output": ("it is closed; use -o FILE", "đã đóng; hãy dùng -o TỆP"),
    "broken_output": (
        "{reason:system}; nothing more was written",
        "{reason:system}; không ghi được gì thêm",
    ),
    "output_is_store": (
        "this is the store that is read; name another file",
        "đây chính là kho dữ kiện đang đọc; hãy chỉ ra tệp khác",
    ),
    "output_called_like_store": (
        "a store is called so, and no answer is written over one; give the file another ending",
        "đây là tên của kho dữ kiện, mà không câu trả lời nào ghi đè lên kho; "
        "hãy dùng phần mở rộng khác",
    ),
    "too_little_memory": (
        "there is too little memory for it; free some, or ask a smaller store",
        "không đủ bộ nhớ; hãy giải phóng bớt, hoặc dùng kho dữ kiện nhỏ hơn",
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
        "{reason:system}; name a file that can be read (--data, --with, VNKP_DATA, VNKP_WITH)",
        "{reason:system}; hãy chỉ ra một tệp đọc được (--data, --with, VNKP_DATA, VNKP_WITH)",
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
    "write-protected": "tệp được bảo vệ chống ghi",
    "no such name of a file": "tên tệp không hợp lệ",
}
