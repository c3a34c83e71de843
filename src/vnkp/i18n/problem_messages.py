"""The messages of problems in the values of a store, in English and Vietnamese."""

from __future__ import annotations

PROBLEMS: dict[str, tuple[str, str]] = {
    "one_more_problem": (
        "{file}: and {count} more problem; mend these first",
        "{file}: và {count} lỗi nữa; hãy sửa các lỗi trên trước",
    ),
    "more_problems": (
        "{file}: and {count} more problems; mend these first",
        "{file}: và {count} lỗi nữa; hãy sửa các lỗi trên trước",
    ),
    "at_least_more_problems": (
        "{file}: and at least {count} more problems; mend these first",
        "{file}: và ít nhất {count} lỗi nữa; hãy sửa các lỗi trên trước",
    ),
    # keys and types
    "empty_entry": (
        "nothing stands under this header; fill it in, or take it out",
        "dưới tiêu đề này không có gì; hãy điền vào, hoặc bỏ đi",
    ),
    "missing_key": ("{key} is missing; add {example}", "thiếu {key}; hãy thêm {example}"),
    "unknown_key": (
        'there is no key "{key}"; the keys here are {known:list}',
        'không có khóa "{key}"; các khóa ở đây là {known:list}',
    ),
    "key_of_the_fact": (
        '"{name}" is no key of a variant; move it up, before the first [[fact.variant]]',
        '"{name}" không phải là khóa của variant; hãy chuyển lên trước [[fact.variant]] đầu tiên',
    ),
    "other_schema": (
        "schema is {value}; this vnkp reads schema = {schema}",
        "schema là {value}; bản vnkp này đọc schema = {schema}",
    ),
    "unknown_word": (
        '{key} "{value}" is not known; write {known:or}',
        '{key} "{value}" không có trong danh sách; hãy viết {known:or}',
    ),
    "no_word": ("{key} is {value}; write {known:or}", "{key} là {value}; hãy viết {known:or}"),
    "empty_value": ("{key} is empty; write {example}", "{key} để trống; hãy viết {example}"),
    "empty_optional": (
        "{key} is empty; leave it out if it is unknown",
        "{key} để trống; hãy bỏ đi nếu không biết",
    ),
    "too_long": (
        "{key} has {length} characters; shorten it to {limit}, and put the rest in a note",
        "{key} có {length} ký tự; hãy rút gọn còn {limit}, và đưa phần còn lại vào note",
    ),
    "bad_country": (
        '{key} "{value}" is not an ISO 3166 code; write two capital letters, as VN or KP',
        '{key} "{value}" không phải là mã ISO 3166; hãy viết hai chữ hoa, ví dụ VN hoặc KP',
    ),
    "wrong_type": ("{key} is {value}; write {example}", "{key} là {value}; hãy viết {example}"),
    "wrong_entry": (
        "an entry of {key} is {value}; write {example}",
        "một mục của {key} là {value}; hãy viết {example}",
    ),
    "wrong_table": ("this is {value}; write {example}", "đây là {value}; hãy viết {example}"),
    "quoted_number": (
        "{key} is {value}; write {key} = {number}",
        "{key} là {value}; hãy viết {key} = {number}",
    ),
    "no_amount_text": (
        "{key} is {value}; "
        "write a number without quotes, with _ between thousands and . before decimals",
        "{key} là {value}; "
        "hãy viết số không có ngoặc kép, với _ giữa các hàng nghìn và . trước phần thập phân",
    ),
    "invisible_character": (
        "{key} has an invisible character, {character}; take it out",
        "{key} có một ký tự vô hình, {character}; hãy xóa nó",
    ),
    # dates
    "bad_date": ("{key} {error:what}; {error:hint}", "{key} {error:what}; {error:hint}"),
    "unquoted_toml_date": (
        '{key} is a bare TOML date; quote it: {key} = "{date}"',
        '{key} là ngày TOML không có ngoặc kép; hãy đặt trong ngoặc kép: {key} = "{date}"',
    ),
    "unquoted_year": (
        '{key} is a bare number; quote it: {key} = "{date}"',
        '{key} là một số không có ngoặc kép; hãy đặt trong ngoặc kép: {key} = "{date}"',
    ),
    "no_date": (
        '{key} is {value}; write it in quotes: {key} = "1958-11-27"',
        '{key} là {value}; hãy viết trong ngoặc kép: {key} = "1958-11-27"',
    ),
    # keys and ids
    "bad_key": (
        'the key "{key}" is not made of letters, digits and hyphens; '
        "rename it, as [{table}.{new_key}]",
        'khóa "{key}" không chỉ gồm chữ cái, chữ số và gạch nối; '
        "hãy đổi tên, ví dụ [{table}.{new_key}]",
    ),
    "id_taken": (
        'the id "{id}" is taken; give each fact an id of its own',
        'mã "{id}" đã được dùng; hãy đặt cho mỗi dữ kiện một mã riêng',
    ),
    "in_another_store": (
        '"{name}" is in {other} too; take one of the two out, or rename this one',
        '"{name}" đã có ở {other}; hãy bỏ một trong hai, hoặc đổi tên ở đây',
    ),
    "bad_id": (
        'id "{id}" is not a year and words of a-z and 0-9, with hyphens; write {example}',
        'id "{id}" không phải là năm và các từ gồm a-z và 0-9, nối bằng gạch nối; '
        "hãy viết {example}",
    ),
    # directions
    "both_directions": (
        "it has both between and from or to; keep between = true for mutual things only",
        "có cả between lẫn from hoặc to; chỉ dùng between = true cho việc của cả hai phía",
    ),
    "same_direction": (
        'from and to are both "{side}"; write VN for the one and KP for the other',
        'from và to đều là "{side}"; hãy viết một phía là VN và phía kia là KP',
    ),
    "no_direction": (
        "{kind} without a direction; "
        'add from = "VN" and to = "KP" (or the other way round), or between = true',
        "{kind} không có chiều; "
        'hãy thêm from = "VN" và to = "KP" (hoặc ngược lại), hoặc between = true',
    ),
    # variants and names
    "empty_variant": (
        "the variant reads nothing otherwise; give it a date, a figure or a note",
        "variant không ghi gì khác; hãy ghi date, figure hoặc note",
    ),
    "unknown_reference": (
        '{table} "{name}" is not in [{table}]; add [{table}.{name}]',
        '{table} "{name}" không có trong [{table}]; hãy thêm [{table}.{name}]',
    ),
    "beside_the_record": (
        "it names what the record has; check it beside the record: vnkp check --with {file}",
        "tệp này dùng các mục của kho dữ kiện; hãy kiểm tra cùng kho: vnkp check --with {file}",
    ),
    "unknown_reference_often": (
        '{table} "{name}", named in {count} places, is not in [{table}]; add [{table}.{name}]',
        '{table} "{name}", được ghi ở {count} chỗ, không có trong [{table}]; '
        "hãy thêm [{table}.{name}]",
    ),
    "name_for_key": (
        '{table} "{name}" is no key of [{table}]; add [{table}.{new_key}], and write "{new_key}"',
        '{table} "{name}" không phải là khóa của [{table}]; '
        'hãy thêm [{table}.{new_key}], và viết "{new_key}"',
    ),
    # figures
    "no_number": (
        "{key} is {value}, which is no amount; write a number",
        "{key} là {value}, không phải là số lượng; hãy viết một số",
    ),
    "too_exact": (
        "{key} is given to more than {digits} digits after the point; round it as its source does",
        "{key} có hơn {digits} chữ số thập phân; hãy làm tròn như trong nguồn",
    ),
    "negative": (
        "{key} is below nought; write it without the minus: from and to say the direction",
        "{key} nhỏ hơn 0; hãy bỏ dấu trừ: from và to cho biết chiều",
    ),
    "too_large": (
        "{key} is above {limit}, which nothing is; check the zeros and the unit",
        "{key} lớn hơn {limit}, không gì lớn như vậy; hãy kiểm tra các số 0 và đơn vị",
    ),
    "no_amount": (
        "the figure has no amount; give it a value, or both low and high",
        "figure không có số lượng; hãy ghi value, hoặc cả low và high",
    ),
    "one_bound": (
        "the figure has only {key}; give it a value, or both low and high",
        "figure chỉ có {key}; hãy ghi value, hoặc cả low và high",
    ),
    "too_many_amounts": (
        "the figure has {keys:and}; give it a value, or both low and high",
        "figure có {keys:and}; hãy ghi value, hoặc cả low và high",
    ),
    "equal_bounds": (
        "low is {low} and high is {high}; write value = {low} in their place",
        "low là {low} và high là {high}; hãy viết value = {low} thay cho cả hai",
    ),
    "swapped_bounds": (
        "low is {low} and high is {high}; write low = {high} and high = {low}",
        "low là {low} và high là {high}; hãy viết low = {high} và high = {low}",
    ),
    "only_for_aid": (
        '{key} belongs to aid, and this is {kind}; take {key} out, or write kind = "aid"',
        '{key} chỉ dùng cho aid, mà đây là {kind}; hãy bỏ {key}, hoặc viết kind = "aid"',
    ),
    # parts and wholes
    "unknown_whole": (
        'part_of "{name}", which is no fact; name the id of a fact',
        'part_of "{name}" không phải là dữ kiện; hãy ghi mã của một dữ kiện',
    ),
    "unknown_whole_often": (
        'part_of "{name}", named in {count} places, is no fact; name the id of a fact',
        'part_of "{name}", được ghi ở {count} chỗ, không phải là dữ kiện; '
        "hãy ghi mã của một dữ kiện",
    ),
    "part_of_itself": (
        "it is a part of itself; take one part_of out",
        "dữ kiện là một phần của chính nó; hãy bỏ một part_of",
    ),
    "part_of_itself_through": (
        "it is a part of itself, by way of {wholes:and}; take one part_of out",
        "dữ kiện là một phần của chính nó, qua {wholes:and}; hãy bỏ một part_of",
    ),
    "too_many_entries": (
        "{key} has {count} entries, and at most {limit} are read; "
        "name the most important, and the others in a note",
        "{key} có {count} mục, mà chỉ đọc tối đa {limit} mục; "
        "hãy ghi những mục quan trọng nhất, các mục khác ghi trong note",
    ),
    "place_in_itself": (
        "it lies in itself; name the larger place, or take within out",
        "nơi này nằm trong chính nó; hãy ghi nơi lớn hơn, hoặc bỏ within",
    ),
    "place_too_deep": (
        "more than {limit} places lie around it; name the nearest larger place alone",
        "có hơn {limit} nơi bao quanh nó; hãy chỉ ghi nơi lớn hơn gần nhất",
    ),
    "too_many_wholes": (
        "more than {limit} facts are above it; make it part_of the nearest alone",
        "có hơn {limit} dữ kiện bao trùm nó; hãy chỉ ghi part_of dữ kiện gần nhất",
    ),
    "too_many_levels": (
        "it is a part of a part {level} times over; {limit} times is the most: name a higher whole",
        "dữ kiện nằm dưới {level} cấp dữ kiện khác; tối đa {limit} cấp: hãy ghi mã ở cấp cao hơn",
    ),
}
