"""The messages of errors about names and options, in English and Vietnamese."""

from __future__ import annotations

USAGE: dict[str, tuple[str, str]] = {
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
    "unknown_office": (
        'no office "{name}"; see the offices with: vnkp people',
        'không có chức vụ "{name}"; xem các chức vụ: vnkp people',
    ),
    "unknown_item": (
        'no item "{name}"; see the items with: vnkp aid, vnkp list --sort value',
        'không có hạng mục "{name}"; xem các hạng mục: vnkp aid, vnkp list --sort value',
    ),
    "unknown_kind_of_source": (
        'no kind of source "{name}"; write one of {known:list}',
        'không có loại nguồn "{name}"; hãy viết một trong số: {known:list}',
    ),
    "unknown_language_of_sources": (
        'no language of sources "{name}"; write one of {known:list}',
        'không có ngôn ngữ nguồn "{name}"; hãy viết một trong số: {known:list}',
    ),
    "unknown_command": (
        'no command "{name}"; the commands are {known:list}',
        'không có lệnh "{name}"; các lệnh là {known:list}',
    ),
    "unknown_rank": (
        'no rank "{name}"; write one of {known:list}',
        'không có cấp "{name}"; hãy viết một trong số: {known:list}',
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
        'không có ngôn ngữ "{name}"; hãy viết một trong số: {known:list}',
    ),
    "unknown_format": (
        'no format "{name}"; write one of {known:list}',
        'không có định dạng "{name}"; hãy viết một trong số: {known:list}',
    ),
    "unknown_group": (
        'no group "{name}"; write one of {known:list}',
        'không có cách nhóm "{name}"; hãy viết một trong số: {known:list}',
    ),
    "unknown_style": (
        'no style "{name}"; write one of {known:list}',
        'không có kiểu trích dẫn "{name}"; hãy viết một trong số: {known:list}',
    ),
    "unknown_colour_setting": (
        'no colour setting "{name}"; write auto, always or never',
        'không có chế độ màu "{name}"; hãy viết auto, always hoặc never',
    ),
    "ambiguous_person": (
        '"{name}" fits several people: {choices:list}; write one of them in full',
        '"{name}" khớp với nhiều nhân vật: {choices:list}; hãy viết đầy đủ một trong số đó',
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
}
