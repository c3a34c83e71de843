"""What is said of counts (``--by``), in both languages."""

from __future__ import annotations

COUNT_PHRASES: dict[str, tuple[str, str]] = {
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
        "không tính {n} phần vì đã tính cả gói",
    ),
    "parts_left_out_hint": ("--parts counts the parts instead", "--parts để tính từng phần"),
    "wholes_left_out": (
        "{n} whole left out, as its parts are counted|"
        "{n} wholes left out, as their parts are counted",
        "không tính {n} gói vì đã tính từng phần",
    ),
    "wholes_left_out_hint": ("--no-parts counts wholes", "--no-parts để tính cả gói"),
}

COUNT_ERRORS = {
    "too_many_groups": (
        "--by {by}: facts are counted by one group or two; leave the others out",
        "--by {by}: chỉ đếm theo một hoặc hai nhóm; hãy bỏ bớt",
    ),
    "same_group_twice": (
        "--by {by}: the same group twice; write it once",
        "--by {by}: một nhóm ghi hai lần; hãy chỉ ghi một lần",
    ),
    "year_and_decade": (
        "--by {by}: each year has one decade; write one of them",
        "--by {by}: mỗi năm chỉ thuộc một thập niên; hãy chỉ ghi một trong hai",
    ),
    "match_without_time": (
        "--by match: without a time all facts meet it alike; add one, as --in 1961",
        "--by match: khi không hỏi thời gian, mọi dữ kiện khớp như nhau; hãy thêm, ví dụ --in 1961",
    ),
    "rank_without_visits": (
        "--by rank: only visits have a rank; write: vnkp visits --by rank",
        "--by rank: chỉ chuyến thăm mới có cấp; hãy viết: vnkp visits --by rank",
    ),
    "one_kind_only": (
        "--by kind: these facts are all of one kind; leave it out",
        "--by kind: các dữ kiện này cùng một loại; hãy bỏ nhóm này",
    ),
    "counts_take_no_order": (
        "--by {by}: counts stand in the order of their groups; leave --sort out",
        "--by {by}: số đếm xếp theo thứ tự của nhóm; hãy bỏ --sort",
    ),
    "aid_takes_no_such_group": (
        "--by {by}: aid is added up by {known:list}; "
        "to count its facts, write: vnkp list --kind aid --by {by}",
        "--by {by}: viện trợ được cộng theo {known:list}; "
        "để đếm dữ kiện, hãy viết: vnkp list --kind aid --by {by}",
    ),
}
