"""The messages of errors about dates, times and names, in English and Vietnamese."""

from __future__ import annotations

# Closed sets, of which a message lists the values.
_CLOSED_SETS = {
    "kind_of_source": ("kind of source", "loại nguồn"),
    "language_of_sources": ("language of sources", "ngôn ngữ nguồn"),
    "rank": ("rank", "cấp"),
    "language": ("language", "ngôn ngữ"),
    "format": ("format", "định dạng"),
    "group": ("group", "cách nhóm"),
    "style": ("style", "kiểu trích dẫn"),
}
ERRORS: dict[str, tuple[str, str]] = {
    "did_you_mean": ("did you mean {close:or}?", "có phải ý bạn là {close:or}?"),
    "did_you_mean_or_add": (
        "did you mean {close:or}? if not, add [{table}.{name}]",
        "có phải ý bạn là {close:or}? nếu không, hãy thêm [{table}.{name}]",
    ),
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
    "no_such_season": (
        '"{text}" has no such season; seasons run from 21 (spring) to 24 (winter)',
        '"{text}" có mùa không tồn tại; mùa phải từ 21 (xuân) đến 24 (đông)',
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
        'cannot read "{text}" as a time; '
        "write 1961, 1961-06, 6/1961, 27/11/1958, 1960s, 1958..1961, ..1970 or 1990..,"
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
        'cannot read "{text}" as a time; write "{meant}"',
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
    "no_day": (
        '"{text}" is not one day; write it as 2027-05-02',
        '"{text}" không phải là một ngày; hãy viết dạng 2027-05-02',
    ),
    "no_year": (
        '"{text}" lacks a year; write "{text} 2019"',
        '"{text}" thiếu năm; hãy viết "{text} 2019"',
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
    "unknown_office": (
        'no office "{name}"; see the offices with: vnkp people',
        'không có chức vụ "{name}"; xem các chức vụ: vnkp people',
    ),
    "unknown_item": (
        'no item "{name}"; see the items with: vnkp aid, vnkp list --sort value',
        'không có hạng mục "{name}"; xem các hạng mục: vnkp aid, vnkp list --sort value',
    ),
    "unknown_sort_order": (
        'no sort order "{name}"; the sort orders are {known:list}',
        'không có thứ tự "{name}"; các thứ tự là {known:list}',
    ),
    "unknown_side": (
        'no side "{name}"; write VN or KP',
        'không có phía "{name}"; hãy viết VN hoặc KP',
    ),
    "unknown_colour_setting": (
        'no colour setting "{name}"; write auto, always or never',
        'không có chế độ màu "{name}"; hãy viết auto, always hoặc never',
    ),
    **{
        f"unknown_{code}": (
            f'no {english} "{{name}}"; write one of {{known:list}}',
            f'không có {vietnamese} "{{name}}"; hãy viết một trong số: {{known:list}}',
        )
        for code, (english, vietnamese) in _CLOSED_SETS.items()
    },
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
    "more_choices": ("and {count} more", "và {count} mục nữa"),
}
