"""What options and arguments are for, in Vietnamese; in English they say so themselves."""

from __future__ import annotations

_VIETNAMESE: dict[str, str] = {
    "Show this message and exit.": "Hiện trợ giúp này.",
    # how answers are shown
    "Short for --format json.": "Như --format json.",
    "The language of the answer.": "Ngôn ngữ của câu trả lời.",
    "Another store.": "Một tệp dữ kiện khác.",
    "Own facts beside the record; may be repeated.": (
        "Dữ kiện riêng, đọc kèm kho dữ kiện; có thể ghi nhiều lần."
    ),
    "Write to FILE, whole or not at all.": "Ghi vào TỆP, trọn vẹn hoặc không ghi gì.",
    "Draw a picture into FILE.": "Vẽ hình vào TỆP.",
    "Colours.": "Màu sắc.",
    "Show the id of each row.": "Hiện mã của từng dòng.",
    "Page what is longer than the screen.": "Xem từng trang khi dài hơn màn hình.",
    "Begin CSV with a byte order mark, for Excel.": (
        "Mở đầu CSV bằng dấu thứ tự byte (BOM), dùng cho Excel."
    ),
    "Keep the parsed store.": "Giữ lại bản đã đọc của tệp dữ kiện.",
    # check and new
    "The store to check.": "Tệp dữ kiện cần kiểm tra.",
    "List the facts that only one publisher reports.": "Liệt kê dữ kiện chỉ do một nơi công bố.",
    "Mend order, alignment and the like: show the changes.": (
        "Sửa thứ tự, căn lề và những lỗi tương tự: cho xem các thay đổi."
    ),
    "With --fix, write the changes.": "Cùng với --fix, ghi các thay đổi vào tệp.",
    "Let advice count as a problem: exit status 3.": (
        "Coi lưu ý cũng là lỗi: trạng thái kết thúc 3."
    ),
    "The kind of a fact, then names, a time, a figure; or: person NAME, source ADDRESS,"
    " source TITLE.": (
        "Loại dữ kiện, rồi tên, thời gian, số liệu; hoặc: person TÊN, source ĐỊA_CHỈ,"
        " source NHAN_ĐỀ."
    ),
    "Who says so; may be repeated.": "Nguồn ghi lại; có thể ghi nhiều lần.",
    # which facts
    "Times, names and words to look for: rice 2012, kim il sung, since 1990.": (
        "Thời gian, tên riêng và từ cần tìm: gạo 2012, kim il sung, từ 1990."
    ),
    "In a year, month, day, decade or span.": "Trong một năm, tháng, ngày, thập niên hay khoảng.",
    "From the start of WHEN on.": "Từ đầu thời gian đó trở đi.",
    "To the end of WHEN.": "Đến hết thời gian đó.",
    "Only what lies wholly within that time.": "Chỉ những gì nằm trọn trong thời gian đó.",
    "Somebody, in any spelling; given twice, both of them.": (
        "Nhân vật, viết cách nào cũng được; ghi hai lần là cả hai người."
    ),
    "A place.": "Nơi diễn ra.",
    "Who goes, gives, sells, speaks.": "Phía đi, cho, bán, phát biểu.",
    "To whom.": "Phía tiếp nhận.",
    "An office that somebody held.": "Chức vụ của nhân vật.",
    "What figures count, as rice.": "Hạng mục của số liệu, ví dụ gạo.",
    "Told by this source, or by this publisher.": "Do nguồn này hoặc nơi công bố này ghi lại.",
    "Told by a source in this language.": "Do nguồn bằng ngôn ngữ này ghi lại.",
    "Told by N independent publishers or fewer.": "Do nhiều nhất N nơi công bố độc lập ghi lại.",
    "Leave out a rank, or what has the words.": "Bỏ một cấp, hoặc những dữ kiện có các từ này.",
    "Only what sources differ on.": "Chỉ những điểm các nguồn ghi khác nhau.",
    "Steps of a visit, shipments of a total.": "Hoạt động của chuyến thăm, đợt của gói viện trợ.",
    "date, title, value or kind; -date turns it round.": (
        "date, title, value hoặc kind; -date là thứ tự ngược lại."
    ),
    "At most N of them.": "Nhiều nhất N mục.",
    # of one command alone
    "item, year, decade or giver.": "item, year, decade hoặc giver.",
    "Show which facts were counted, and why others were not.": (
        "Cho biết dữ kiện nào đã được tính, dữ kiện nào không và vì sao."
    ),
    "Only every N years.": "Chỉ các dịp tròn bội số của N năm.",
    "Every fact, not milestones alone.": "Mọi dữ kiện, không riêng dấu mốc.",
    "Another day of the year.": "Một ngày khác trong năm.",
    "The day of the meeting, if not today.": "Ngày diễn ra cuộc gặp, nếu không phải hôm nay.",
    "text, biblatex, bibtex or csl-json; else as -o FILE is called (.bib, .json).": (
        "text, biblatex, bibtex hoặc csl-json; nếu không thì theo tên TỆP của -o (.bib, .json)."
    ),
    "The id of a source, or its beginning; a publisher, words of a title, a time.": (
        "Mã của nguồn hoặc phần đầu của mã; nơi công bố, từ trong nhan đề, thời gian."
    ),
    "Published in that time.": "Công bố trong thời gian đó.",
    "In this language, as vi or Vietnamese.": "Bằng ngôn ngữ này, ví dụ vi hoặc tiếng Việt.",
}
# What stands round a list of values, which are typed alike in both languages.
_AROUND_VALUES = {
    "Visits by rank: ": "Chuyến thăm theo cấp: ",
    "; minister+ is that or above.": "; minister+ là từ cấp đó trở lên.",
    "Count them by one or two of ": "Đếm theo một hoặc hai nhóm: ",
}
_METAVARS = {
    "[WORDS…]": "[TỪ…]",
    "KIND [WORDS…]": "LOẠI [TỪ…]",
    "[FILE]": "[TỆP]",
    "WHEN": "THỜI_GIAN",
    "KIND": "LOẠI",
    "NAME": "TÊN",
    "RANK": "CẤP",
    "ID": "MÃ",
    "LANG": "NGÔN_NGỮ",
    "ORDER": "THỨ_TỰ",
    "FORMAT": "ĐỊNH_DẠNG",
    "FILE": "TỆP",
    "GROUP": "NHÓM",
    "GROUP[,GROUP]": "NHÓM[,NHÓM]",
    "DAY": "NGÀY",
    "STYLE": "KIỂU",
}


def vietnamese_help(text: str) -> str:
    """The help *text* of an option in Vietnamese; as it is where that needs no other words."""
    for english, vietnamese in _AROUND_VALUES.items():
        text = text.replace(english, vietnamese)
    return _VIETNAMESE.get(text, text)


def vietnamese_metavar(name: str) -> str:
    """What stands for a value, as FILE, in Vietnamese."""
    return _METAVARS.get(name, name)
