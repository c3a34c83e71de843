"""The messages of a store that is no text or no TOML, in English and Vietnamese."""

from __future__ import annotations

SYNTAX: dict[str, tuple[str, str]] = {
    # the file as a whole
    "utf_16": (
        "this is UTF-16; save the file as UTF-8",
        "tệp này là UTF-16; hãy lưu tệp dưới dạng UTF-8",
    ),
    "nul_byte": (
        "there is a NUL byte, so this is no text; save the file as text in UTF-8",
        "có byte NUL nên đây không phải là văn bản; hãy lưu tệp dưới dạng văn bản UTF-8",
    ),
    "not_utf_8": (
        "the byte {byte} is not UTF-8; save the file as UTF-8",
        "byte {byte} không phải là UTF-8; hãy lưu tệp dưới dạng UTF-8",
    ),
    "pile_of_marks": (
        "more than {limit} marks are on one letter; take out all that are not written",
        "có hơn {limit} dấu trên một chữ cái; hãy bỏ các dấu thừa",
    ),
    "byte_order_mark": (
        "the file begins with a byte order mark; save it as UTF-8 without one",
        "tệp bắt đầu bằng dấu thứ tự byte (BOM); hãy lưu dưới dạng UTF-8 không có BOM",
    ),
    "not_nfc": (
        "letters and their marks are written apart (not NFC); normalise the file to NFC",
        "chữ và dấu được ghi tách rời (không phải NFC); hãy chuẩn hóa tệp về NFC",
    ),
    "empty_file": (
        "there is nothing in it; begin with schema = {schema}, and write each fact as a [[fact]]",
        "tệp trống; hãy bắt đầu bằng schema = {schema}, và viết mỗi dữ kiện là một [[fact]]",
    ),
    "too_many_digits": (
        "a number has too many digits; check the zeros",
        "một số có quá nhiều chữ số; hãy kiểm tra các số 0",
    ),
    "nested_too_deeply": (
        "keys or brackets are nested too deeply; write each fact as a [[fact]] of its own",
        "khóa hoặc ngoặc lồng nhau quá sâu; hãy viết mỗi dữ kiện là một [[fact]] riêng",
    ),
    "toml_1_1": (
        "this is TOML 1.1, which not every program reads; keep an inline table on one line, "
        r"with no comma at its end, and write \u001b for \e, \u00e9 for \xe9",
        "đây là TOML 1.1, không phải chương trình nào cũng đọc được; hãy giữ bảng nội tuyến trên "
        r"một dòng, không có dấu phẩy ở cuối, và viết \u001b thay cho \e, \u00e9 thay cho \xe9",
    ),
    # what the parser stops at
    "no_value": (
        'there is no value here that TOML knows; write text and dates in quotes: en = "…"',
        "ở đây không có giá trị nào mà TOML hiểu; "
        'hãy đặt văn bản và ngày tháng trong ngoặc kép: en = "…"',
    ),
    "more_follows": (
        r'more follows the value; write one key on a line, and \" for a " in a text',
        "sau giá trị còn có phần thừa; "
        r'hãy viết mỗi dòng một khóa, và \" thay cho " trong văn bản',
    ),
    "no_equals_sign": (
        'there is no = after the key; write key = "…", or put # before a remark',
        'thiếu dấu = sau khóa; hãy viết key = "…", hoặc đặt # trước lời ghi chú',
    ),
    "header_without_end": (
        "the header of a table has no end; write [table.key] or [[fact]]",
        "tiêu đề bảng không được đóng; hãy viết [table.key] hoặc [[fact]]",
    ),
    "no_statement": (
        "this is neither a key nor a header; "
        'write key = "…", [table.key], [[fact]], or # before a remark',
        "đây không phải là khóa cũng không phải là tiêu đề; "
        'hãy viết key = "…", [table.key], [[fact]], hoặc đặt # trước lời ghi chú',
    ),
    "no_key": (
        'there is no key here; write key = "…"',
        'ở đây không có khóa; hãy viết key = "…"',
    ),
    "no_toml_date": (
        'there is no such date; write it in quotes, as exactly as it is known: date = "1958-11"',
        "không có ngày như vậy; "
        'hãy viết trong ngoặc kép, chính xác đến mức biết được: date = "1958-11"',
    ),
    "added_to_what_is_whole": (
        "this adds to what was written whole before; write it all in one place",
        "dòng này thêm vào phần đã viết trọn ở trên; hãy viết tất cả ở một chỗ",
    ),
    "bad_escape": (
        r"a \ in a text begins an escape, and this is none that TOML knows; "
        r"write \\ for a \ that is meant",
        r"dấu \ trong văn bản mở đầu một chuỗi thoát, mà TOML không biết chuỗi này; "
        r"hãy viết \\ nếu muốn ghi dấu gạch chéo ngược",
    ),
    "unclosed": (
        "the {thing} that begins here has no end; close it with {mark}",
        "{thing} bắt đầu ở đây không được đóng; hãy đóng bằng {mark}",
    ),
    "key_twice": (
        'the key "{key}" is written twice; keep one of the two',
        'khóa "{key}" được viết hai lần; hãy giữ lại một',
    ),
    "key_twice_in_variant": (
        'the key "{key}" is written twice; '
        "keep one: the keys of a fact stand before its [[fact.variant]]",
        'khóa "{key}" được viết hai lần; '
        "hãy giữ lại một: các khóa của dữ kiện đứng trước [[fact.variant]] của nó",
    ),
    "table_twice": (
        "{name} is written twice, or in two ways; "
        "keep one: each fact is a [[fact]], everything else a [table.key]",
        "{name} được viết hai lần, hoặc theo hai cách; "
        "hãy giữ lại một: mỗi dữ kiện là một [[fact]], mọi thứ khác là [table.key]",
    ),
    "grouped_digits": (
        "{key} is {value}; write {key} = {number} if these are thousands",
        "{key} là {value}; hãy viết {key} = {number} nếu đó là dấu phân cách hàng nghìn",
    ),
    "leading_nought": (
        "{key} is {value}, with a nought in front; write {key} = {number}",
        "{key} là {value}, có số 0 ở đầu; hãy viết {key} = {number}",
    ),
    "unclear_amount": (
        "{key} is {value}, which may be read in several ways; "
        "write the number with _ between thousands and . before decimals",
        "{key} là {value}, có thể đọc theo nhiều cách; "
        "hãy viết số với _ giữa các hàng nghìn và . trước phần thập phân",
    ),
    "missing_comma": (
        "a comma is missing on this line; put one between its entries, or at its end",
        "dòng này thiếu dấu phẩy; hãy đặt dấu phẩy giữa các mục, hoặc ở cuối dòng",
    ),
    "semicolon": (
        "a semicolon stands where a comma belongs; write , in its place",
        "có dấu chấm phẩy ở chỗ của dấu phẩy; hãy thay bằng dấu phẩy",
    ),
    "keys_in_list": (
        "keys stand here between [ and ], which hold a list; write {{ and }} around them",
        "các khóa ở đây nằm giữa [ và ], vốn dành cho danh sách; hãy đặt chúng giữa {{ và }}",
    ),
    "unpaired_brackets": (
        "the brackets {{ and }} of this line are not in pairs; write each entry between {{ and }}",
        "các dấu {{ và }} ở dòng này không đi thành cặp; hãy viết mỗi mục giữa {{ và }}",
    ),
    "entry_in_no_list": (
        "the entry stands in no list; write the key of its list above it, as cite = [",
        "mục này không nằm trong danh sách nào; hãy viết khóa của danh sách ở trên, ví dụ cite = [",
    ),
    "closed_without_opening": (
        "a list is closed here that was not begun; "
        "take the ] out, or write the key of the list above it, as cite = [",
        "dấu đóng danh sách ở đây không có dấu mở; "
        "hãy bỏ dấu ], hoặc viết khóa của danh sách ở trên, ví dụ cite = [",
    ),
    "entry_without_header": (
        'the key "{key}" is written twice since {header}; '
        "write a header above this line if another entry begins here, or keep one of the two",
        'khóa "{key}" được viết hai lần từ {header}; '
        "hãy viết tiêu đề ở trên dòng này nếu một mục khác bắt đầu ở đây, hoặc giữ lại một",
    ),
    "fact_without_header": (
        "the id of another fact stands within this one; write [[fact]] before it",
        "mã của một dữ kiện khác nằm trong dữ kiện này; hãy viết [[fact]] trước dòng này",
    ),
    "header_with_blank": (
        "the name in the header has a blank; write {header}",
        "tên trong tiêu đề có dấu cách; hãy viết {header}",
    ),
    "amount_with_words": (
        "{key} is {value}; write the number alone, with _ between thousands and "
        ". before decimals, and what it counts in unit",
        "{key} là {value}; hãy chỉ viết số, với _ giữa các hàng nghìn và "
        ". trước phần thập phân, và ghi đơn vị vào unit",
    ),
    "two_equals_signs": (
        "there are two = after the key; write one",
        "sau khóa có hai dấu =; hãy chỉ viết một",
    ),
    "no_switch": (
        "{key} is {value}; write {key} = true, or leave it out",
        "{key} là {value}; hãy viết {key} = true, hoặc bỏ đi",
    ),
    "merge_marker": (
        "this line is left over from a merge; take it out, and keep what is right on either side",
        "dòng này còn sót lại từ một lần hợp nhất; hãy bỏ nó, và giữ phần đúng ở hai bên",
    ),
    "unresolved_merge": (
        "an unresolved merge begins here, to line {end}; "
        "keep the lines that are right, and take the lines of <, = and > out",
        "từ đây đến dòng {end} là chỗ hợp nhất chưa giải quyết; "
        "hãy giữ các dòng đúng và bỏ các dòng dấu <, = và >",
    ),
    "curly_quotes": (
        'the quotation marks are curly; write " before and after a text',
        'dấu ngoặc kép là loại cong; hãy viết " ở trước và sau văn bản',
    ),
    "apostrophe": (
        'the text ends at its apostrophe; write " before and after the text',
        'văn bản bị ngắt ở dấu nháy đơn; hãy viết " ở trước và sau văn bản',
    ),
    "unquoted": (
        '{key} is not in quotes; write {key} = "{value}"',
        '{key} không nằm trong ngoặc kép; hãy viết {key} = "{value}"',
    ),
    "unquoted_bad_date": (
        "{key} is not in quotes, and {error:what}; {error:hint}",
        "{key} không nằm trong ngoặc kép, và {error:what}; {error:hint}",
    ),
    "strange_character": (
        "there is an invisible character, {character}; take it out",
        "có một ký tự vô hình, {character}; hãy xóa nó",
    ),
    "no_toml": (
        "this is not TOML ({reason}); compare it with the example at the head of data/facts.toml",
        "đây không phải là TOML ({reason}); hãy đối chiếu với ví dụ ở đầu data/facts.toml",
    ),
}
