"""The messages of formats, files and streams, in English and Vietnamese."""

from __future__ import annotations

FORMAT_ERRORS: dict[str, tuple[str, str]] = {
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
}
