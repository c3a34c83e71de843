"""Which command a line means, for the command line and for Python alike."""

from __future__ import annotations

import pytest

from vnkp.cli.command_line import resolve
from vnkp.query.line.commands import find_command


def test_the_name_of_a_file_keeps_its_blanks() -> None:
    assert resolve(["--lang", "vi", "check", "my  facts.toml"]) == (
        "check",
        ["my  facts.toml", "--lang", "vi"],
    )


@pytest.mark.parametrize(
    ("line", "command", "rest"),
    [
        # its own name, another name, a request before it
        ("visits 2018", "visits", "2018"),
        ("Visits 2018", "visits", "2018"),
        ("các chuyến thăm từ 2007", "visits", "từ 2007"),
        ("vien tro gao", "aid", "gao"),
        ("show me visits in 2018", "visits", "in 2018"),
        ("cho toi biet vien tro", "aid", ""),
        # a country or whose sources before it
        ("Triều Tiên viện trợ Việt Nam 1966", "aid", "from KP to VN 1966"),
        ("vietnamese visits to pyongyang", "visits", "from VN to pyongyang"),
        ("Korean sources 2001", "sources", "ko 2001"),
        ("visit Vietnam 1958", "visits", "to VN 1958"),
        # questions
        ("who came in 2018", "visits", "who came in 2018"),
        ("Ri Yong Ho là ai?", "people", "Ri Yong Ho là ai?"),
        ("bao nhiêu nguồn", "sources", "bao nhiêu nguồn"),
        ("31 January", "today", "31 January"),
        ("what happened on 2 March", "today", "2/3"),
        ("chuyến thăm gần đây", "latest", "chuyến thăm"),
        ("ai sang thăm gần đây", "visits", "ai sang thăm gần đây"),
        ("rice aid total", "aid", "rice aid total"),
        ("rice aid agreement", None, "rice aid agreement"),
        ("total exports 2009", "trade", "total exports 2009"),
        ("tổng kim ngạch", "trade", "tổng kim ngạch"),
        ("gạo 2012 nguồn nào", "cite", "gạo 2012 nguồn nào"),
        # a time to come
        ("next month", "anniversaries", "next month"),
        ("tuần sau", "anniversaries", "tuần sau"),
        ("2997", "anniversaries", "2997"),
        ("tomorrow", "anniversaries", "tomorrow"),
        # no command: the words decide
        ("rice 2012", None, "rice 2012"),
        ("last week", None, "last week"),
        ("since next week", None, "since next week"),
        ("rice next month", None, "rice next month"),
        ("tell me about rice", None, "rice"),
        ("new ambassador 2015", None, "new ambassador 2015"),
        ("list of ambassadors", "people", "list of ambassadors"),
        ("danh sách đại sứ", "people", "danh sách đại sứ"),
        ("list ministers", "list", "ministers"),
        ("count ambassadors", "list", "ambassadors"),
        ("facts of leaders", "list", "of leaders"),
        ("help me find rice", None, "help me find rice"),
        ("version of the treaty", None, "version of the treaty"),
        ("tham khảo chính trị", None, "tham khảo chính trị"),
        ("year with the most visits", None, "year with the most visits"),
        ("", None, ""),
        # help and the version
        ("help", "help", ""),
        ("trợ giúp thăm", "help", "thăm"),
        ("version", "version", ""),
    ],
)
def test_a_line_means_a_command(line: str, command: str | None, rest: str) -> None:
    assert find_command(line) == (command, rest)
    if command not in ("help", "version") and line:
        assert resolve(line.split()) == (command or "ask", rest.split())
