"""What is said of a search, in both languages: what was found where, and what was not."""

from __future__ import annotations

SEARCH_PHRASES: dict[str, tuple[str, str]] = {
    "not_all_words": (
        "no fact has all these words; {details}",
        "không dữ kiện nào có đủ các từ này; {details}",
    ),
    "words_left_out": ("left out: {words}", "bỏ qua: {words}"),
    "most_words": ("with most of these words", "có phần lớn các từ này"),
    "all_words": ("with all of these words", "có đủ các từ này"),
    "weaker_matches": ("less relevant", "ít liên quan hơn"),
    "most_words_hint": (
        "{n} more fact has most of these words: --format table shows it|"
        "{n} more facts have most of these words: --format table shows them",
        "{n} dữ kiện nữa khớp phần lớn các từ này: xem bằng --format table",
    ),
    "words_in_some": (
        "each has only some of: {words}",
        "mỗi dữ kiện chỉ có một phần: {words}",
    ),
    "narrowed_total": (
        "only facts that have “{words}” are counted; without it there are {n} more",
        "chỉ tính các dữ kiện có “{words}”; nếu bỏ từ này thì có thêm {n} dữ kiện",
    ),
    "words_without_accents": (
        "only found without its accents: {words}",
        "chỉ tìm thấy khi bỏ dấu: {words}",
    ),
    "found_person": ("people:", "nhân vật:"),
    "found_place": ("place:", "nơi diễn ra:"),
    "found_item": ("item:", "hạng mục:"),
    "found_office": ("office:", "chức vụ:"),
    "found_figure": ("figure:", "số liệu:"),
    "found_note": ("in the note:", "trong ghi chú:"),
    "found_source": ("source:", "nguồn:"),
    "unknown_words": ("none of these facts has: {words}", "không dữ kiện nào ở đây có: {words}"),
    "not_together": (
        "none of these facts has all of: {words}",
        "không dữ kiện nào ở đây có đủ các từ: {words}",
    ),
    "search_has": ("{n} found by: {line}", "tìm thấy {n} bằng: {line}"),
    "near_words": ("nearest known words: {words}", "các từ gần giống: {words}"),
    "fewer_words": ("fewer words may find more", "hãy thử bớt từ"),
    "other_words": (
        "try another word, in English, Vietnamese or Korean",
        "thử từ khác, tiếng Việt, tiếng Anh hoặc tiếng Hàn",
    ),
}
