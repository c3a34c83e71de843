"""The help of the program: its commands by task, each with an example, in both languages."""

from __future__ import annotations

import re
from typing import NamedTuple

from vnkp.i18n import Texts, text_in
from vnkp.i18n.labels import KINDS, RANKS
from vnkp.model.fields import Lang

SUMMARIES = 17  # the column at which summaries and examples begin


class CommandHelp(NamedTuple):
    """A command, what it does, and an example."""

    name: str
    summary: Texts
    example: Texts


HELP: dict[str, Texts] = {
    "usage": (
        "Usage: vnkp [COMMAND] [WORDS…] [OPTIONS]",
        "Cách dùng: vnkp [LỆNH] [TỪ…] [TÙY CHỌN]",
    ),
    "about": (
        "Vietnam–North Korea relations, fact by fact: what happened, who came, how much, and who"
        " says so.",
        "Quan hệ Việt Nam – Triều Tiên, từng dữ kiện một: việc gì đã xảy ra, ai đã thăm, bao nhiêu,"
        " và nguồn nào ghi lại.",
    ),
    "words": (
        "WORDS are times (1961, 6/1961, 1960s, since 1990, from 1979 to 1984), names and words to"
        " look for, in English, Vietnamese or Korean; a phrase stands in quotes.",
        "TỪ là thời gian (1961, 6/1961, thập niên 1960, từ 1990, từ 1979 đến 1984), tên riêng và từ"
        " cần tìm, bằng tiếng Việt, tiếng Anh hoặc tiếng Hàn; cụm từ đặt trong ngoặc kép.",
    ),
    "kinds": (
        f"Kinds (--kind): {', '.join(name.en for name in KINDS.values())}.",
        f"Loại (--kind): {', '.join(name.vi for name in KINDS.values())}.",
    ),
    "ranks": (
        f"Ranks (--rank): {', '.join(rank.value for rank in RANKS)}, all; minister+ is minister or"
        " above.",
        f"Cấp (--rank): {', '.join(name.vi for name in RANKS.values())}, tất cả; minister+ là từ"
        " cấp bộ trưởng trở lên.",
    ),
    "more": (
        "vnkp COMMAND --help lists the options of a command; --lang vi answers in Vietnamese.",
        "vnkp LỆNH --help liệt kê các tùy chọn của lệnh; --lang en trả lời bằng tiếng Anh.",
    ),
    "statuses": (
        "Exit status: 0 found, 1 nothing found, 2 usage, 3 a file is bad or cannot be read or"
        " written.",
        "Trạng thái kết thúc: 0 tìm thấy, 1 không tìm thấy, 2 dùng sai, 3 tệp có lỗi hoặc không"
        " đọc, ghi được.",
    ),
}

TASKS: list[tuple[Texts, list[CommandHelp]]] = [
    (
        ("Ask", "Hỏi"),
        [
            CommandHelp(
                "",
                ("Anything, in your own words.", "Hỏi bất cứ điều gì, theo lời của bạn."),
                ("vnkp rice 2012", "vnkp gạo 2012"),
            ),
            CommandHelp(
                "year",
                (
                    "What happened in a year, a month, a span.",
                    "Những gì xảy ra trong một thời gian.",
                ),
                ("vnkp year 1961", "vnkp year 1961"),
            ),
            CommandHelp(
                "search",
                ("Find facts by any word.", "Tìm dữ kiện theo từ bất kỳ."),
                ("vnkp search pilots", "vnkp search phi công"),
            ),
            CommandHelp(
                "list",
                ("List facts, filtered and sorted.", "Liệt kê dữ kiện, có lọc và sắp xếp."),
                ("vnkp list agreements since 2000", "vnkp list thỏa thuận từ 2000"),
            ),
            CommandHelp(
                "brief",
                ("One page before a meeting.", "Tóm lược một trang trước cuộc gặp."),
                ("vnkp brief rice", "vnkp brief gạo"),
            ),
            CommandHelp(
                "latest",
                ("What the record has last.", "Những dữ kiện mới nhất."),
                ("vnkp latest", "vnkp latest"),
            ),
        ],
    ),
    (
        ("Visits, aid, trade", "Chuyến thăm, viện trợ, thương mại"),
        [
            CommandHelp(
                "visits",
                (
                    "Who visited whom: leaders, or --rank.",
                    "Các chuyến thăm: của lãnh đạo; cấp khác: --rank.",
                ),
                ("vnkp visits 2018 --rank all", "vnkp thăm 2018 --rank all"),
            ),
            CommandHelp(
                "aid",
                ("How much aid, of what, from whom.", "Viện trợ những gì, bao nhiêu, của ai."),
                ("vnkp aid rice 2001", "vnkp viện trợ gạo 2001"),
            ),
            CommandHelp(
                "trade",
                ("How trade went, year by year.", "Thương mại qua các năm."),
                ("vnkp trade 2010..", "vnkp thương mại từ 2010"),
            ),
            CommandHelp(
                "people",
                ("Who takes part, by name or office.", "Nhân vật, theo tên hoặc chức vụ."),
                ("vnkp people ambassador", "vnkp people đại sứ"),
            ),
        ],
    ),
    (
        ("The story and the calendar", "Diễn biến và lịch"),
        [
            CommandHelp(
                "timeline",
                ("The whole story.", "Toàn bộ diễn biến."),
                ("vnkp timeline 1960s", "vnkp timeline thập niên 1960"),
            ),
            CommandHelp(
                "anniversaries",
                ("What falls due in a year or month.", "Các dịp kỷ niệm trong năm, trong tháng."),
                ("vnkp anniversaries 7/2027", "vnkp kỷ niệm tháng 7/2027"),
            ),
            CommandHelp(
                "today",
                ("What happened on this day.", "Ngày này năm xưa."),
                ("vnkp today 31/1", "vnkp hôm nay 31/1"),
            ),
        ],
    ),
    (
        ("Who says so", "Nguồn nào ghi lại"),
        [
            CommandHelp(
                "show",
                ("Facts in full, with their sources.", "Dữ kiện đầy đủ, kèm nguồn."),
                ("vnkp show 2025-to-lam-in-the-dprk", "vnkp show 2025-to-lam-in-the-dprk"),
            ),
            CommandHelp(
                "sources",
                ("Every source, and what rests on it.", "Các nguồn và dữ kiện dựa vào đó."),
                ("vnkp sources vietnamese 2019", "vnkp nguồn 2019"),
            ),
            CommandHelp(
                "disputes",
                ("Where sources differ.", "Những điểm các nguồn ghi khác nhau."),
                ("vnkp disputes 1958", "vnkp disputes 1958"),
            ),
            CommandHelp(
                "cite",
                ("Sources ready for a paper.", "Trích dẫn nguồn cho bài viết."),
                ("vnkp cite visits 1957 --style bibtex", "vnkp cite thăm 1957 --style bibtex"),
            ),
        ],
    ),
    (
        ("Keep the record", "Quản lý kho dữ kiện"),
        [
            CommandHelp(
                "new",
                ("A new fact, person or source to fill in.", "Soạn dữ kiện, nhân vật, nguồn mới."),
                (
                    'vnkp new visit "Kim Yong Nam" 2012-08-05..07',
                    'vnkp soạn thăm "Kim Yong Nam" 2012-08-05..07',
                ),
            ),
            CommandHelp(
                "check",
                ("Whether a store is in order.", "Kiểm tra một kho dữ kiện."),
                ("vnkp check my-facts.toml", "vnkp check my-facts.toml"),
            ),
            CommandHelp(
                "schema",
                ("The JSON Schema of the store.", "JSON Schema của kho dữ kiện."),
                ("vnkp schema -o facts.schema.json", "vnkp schema -o facts.schema.json"),
            ),
        ],
    ),
]
COMMAND_HELP = [command for _, commands in TASKS for command in commands]

# What Typer writes round the help of a command.
_HELP_WORDS = {
    "Usage:": "Cách dùng:",
    "\nArguments:": "\nTham số:",
    "\nOptions:": "\nTùy chọn:",
    "[OPTIONS]": "[TÙY CHỌN]",
    "[default:": "[mặc định:",
    "[required]": "[bắt buộc]",
}


def help_words(text: str, lang: Lang) -> str:
    """*text*, the help of a command from Typer, with Typer's own words in *lang*."""
    text = re.sub(r"\s*\[x>=[0-9]+\]|;\s+x>=[0-9]+", "", text)
    if lang == "vi":
        for english, vietnamese in _HELP_WORDS.items():
            text = text.replace(english, vietnamese)
    return text


def command_help(name: str, lang: Lang) -> str | None:
    """What the command called *name* does, with an example; None if it has none."""
    for command in COMMAND_HELP:
        if command.name == name:
            example = text_in(lang, ("Example", "Ví dụ"))
            summary = text_in(lang, command.summary)
            return f"{summary}\n\n{example}: {text_in(lang, command.example)}"
    return None


def program_help(lang: Lang) -> str:
    """The help of the whole program in *lang*; summaries and examples begin at SUMMARIES."""
    lines = [text_in(lang, HELP["usage"]), "", text_in(lang, HELP["about"])]
    for title, commands in TASKS:
        lines += ["", f"{text_in(lang, title)}:"]
        for command in commands:
            name = f"  {command.name or '…'}"
            lines.append(f"{name:<{SUMMARIES}}{text_in(lang, command.summary)}")
            lines.append(f"{'':<{SUMMARIES}}{text_in(lang, command.example)}")
    for key in ("words", "kinds", "ranks", "more", "statuses"):
        lines += ["", text_in(lang, HELP[key])]
    return "\n".join(lines) + "\n"
