"""The messages of errors about options, words and counts, in English and Vietnamese."""

from __future__ import annotations

USAGE: dict[str, tuple[str, str]] = {
    # options and words
    "unknown_option": (
        'no option "{name}"; see the options with --help',
        'không có tùy chọn "{name}"; xem các tùy chọn bằng --help',
    ),
    "option_elsewhere": (
        "{command} has no option {option}; see its options with --help",
        "lệnh {command} không có tùy chọn {option}; xem các tùy chọn bằng --help",
    ),
    "option_without_value": (
        "{option} has no value; write one after it, or leave it out",
        "{option} chưa có giá trị; hãy viết giá trị sau đó, hoặc bỏ tùy chọn",
    ),
    "switch_with_value": (
        "{option} takes no value; write {option} alone",
        "{option} không nhận giá trị; hãy chỉ viết {option}",
    ),
    "no_whole_number": (
        "{option} takes a whole number from {least} on; write one, as {option} 10",
        "{option} cần một số nguyên từ {least} trở lên; hãy viết số, ví dụ {option} 10",
    ),
    "words_missing": (
        "{command} needs words; see which with --help",
        "lệnh {command} cần có từ đi kèm; xem cách dùng bằng --help",
    ),
    "too_many_words": (
        "{command} takes no such words: {words}; leave them out",
        "lệnh {command} không nhận các từ này: {words}; hãy bỏ đi",
    ),
    "negative_limit": (
        "the limit is {limit}; write 0 or more",
        "giới hạn là {limit}; hãy viết 0 hoặc số lớn hơn",
    ),
    "negative_sources": (
        "the number of sources is {number}; write 0 or more",
        "số nguồn là {number}; hãy viết 0 hoặc số lớn hơn",
    ),
    "search_without_words": (
        "search needs words; for example: vnkp search rice 2012",
        "search cần có từ để tìm; ví dụ: vnkp search gạo 2012",
    ),
    "year_without_time": (
        "year needs a time; for example: vnkp year 1961, vnkp year 1960s",
        "year cần có thời gian; ví dụ: vnkp year 1961, vnkp year 1960s",
    ),
    "show_without_words": (
        "show needs an id or words; for example: vnkp show 1958-kim-il-sung-in-vietnam",
        "show cần có mã hoặc từ; ví dụ: vnkp show 1958-kim-il-sung-in-vietnam",
    ),
    "cite_without_words": (
        "cite needs ids, words or filters; for example: vnkp cite visits 1957",
        "cite cần có mã, từ hoặc bộ lọc; ví dụ: vnkp cite thăm 1957",
    ),
    "given_twice": (
        "{option} is given twice; write it once",
        "{option} được viết hai lần; hãy viết một lần",
    ),
    "same_sides": (
        "--from {from_} --to {to}: both are the same; write VN and KP, or leave one of them out",
        "--from {from_} --to {to}: hai phía giống nhau; hãy viết VN và KP, hoặc bỏ một trong hai",
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
    "empty_option": (
        "{option} is empty; write its value, or leave it out",
        "{option} đang để trống; hãy ghi giá trị, hoặc bỏ đi",
    ),
    "empty_argument": (
        "an argument is empty; write its value, or leave it out",
        "có một tham số để trống; hãy ghi giá trị, hoặc bỏ đi",
    ),
    "two_stores": (
        "{file} and --data {data}: these are two stores; write one of them",
        "{file} và --data {data}: đây là hai kho dữ kiện; hãy viết một trong hai",
    ),
    "fix_shows_a_diff": (
        "--fix shows a diff; leave out --json, --format and -o",
        "--fix cho xem các thay đổi; hãy bỏ --json, --format và -o",
    ),
    "write_without_fix": (
        "--write goes with --fix; write vnkp check --fix --write",
        "--write đi cùng --fix; hãy viết vnkp check --fix --write",
    ),
    "two_styles": (
        "--style {style} and --format {format}: these are two; write one of them",
        "--style {style} và --format {format}: đây là hai định dạng; hãy viết một trong hai",
    ),
    "one_file_twice": (
        "-o and --svg name the same file; write two names",
        "-o và --svg chỉ cùng một tệp; hãy viết hai tên khác nhau",
    ),
    "too_much_to_weigh": (
        "--by {by}: {facts} facts in {periods} periods are too many to weigh; "
        "ask for less at once, with --in",
        "--by {by}: {facts} dữ kiện trong {periods} khoảng thời gian là quá nhiều; "
        "hãy hỏi ít hơn mỗi lần, bằng --in",
    ),
    "too_many_counts": (
        "--by {by}: there are too many numbers to count; ask for less at once, with --in",
        "--by {by}: có quá nhiều số phải đếm; hãy hỏi ít hơn mỗi lần, bằng --in",
    ),
    "new_person_without_words": (
        "new person: a name is missing; write: vnkp new person NAME",
        "new person: thiếu tên; hãy viết: vnkp new person TÊN",
    ),
    "new_source_without_words": (
        "new source: an address or a title is missing; write: vnkp new source ADDRESS",
        "new source: thiếu địa chỉ hoặc nhan đề; hãy viết: vnkp new source ĐỊA_CHỈ",
    ),
    "new_entry_with_source": (
        "new {kind}: only facts have sources; leave --source out",
        "new {kind}: chỉ dữ kiện mới có nguồn; hãy bỏ --source",
    ),
    # counts
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
    "ids_take_no_filters": (
        "{command}: an id names one fact, so that options for choosing facts mean nothing; "
        "leave them out, or write words in place of ids",
        "lệnh {command}: mã đã chỉ đúng một dữ kiện, nên các tùy chọn lọc dữ kiện không có nghĩa; "
        "hãy bỏ các tùy chọn đó, hoặc viết từ ngữ thay cho mã",
    ),
    "counts_take_no_order": (
        "--by {by}: counts stand in the order of their groups; leave --sort out, "
        "or of one group write --sort -value",
        "--by {by}: số đếm xếp theo thứ tự của nhóm; hãy bỏ --sort, "
        "hoặc với một nhóm, viết --sort -value",
    ),
    "aid_takes_no_such_group": (
        "--by {by}: aid is added up by {known:list}; "
        "to count its facts, write: vnkp list --kind aid --by {by}",
        "--by {by}: viện trợ được cộng theo {known:list}; "
        "để đếm dữ kiện, hãy viết: vnkp list --kind aid --by {by}",
    ),
}
