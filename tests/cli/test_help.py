"""The help of each command is in the language that is asked for."""

from __future__ import annotations

import pytest

from tests.conftest import Run
from vnkp.cli import app


@pytest.mark.parametrize(
    ("option", "english", "vietnamese"),
    [
        ("--fix", "Mend order", "Sửa thứ tự"),
        ("--write", "write the changes", "ghi các thay đổi vào tệp"),
        ("--strict", "Let advice count", "Coi lời khuyên cũng là lỗi"),
        ("--report", "one publisher alone", "chỉ do một nơi công bố"),
        ("--with", "Own facts beside", "Dữ kiện riêng"),
    ],
)
def test_the_options_of_check_are_explained_in_both_languages(
    option: str, english: str, vietnamese: str, run: Run
) -> None:
    in_english = " ".join(run("check", "--help").out.split())
    in_vietnamese = " ".join(run("check", "--help", "--lang", "vi").out.split())

    assert option in in_english
    assert option in in_vietnamese
    assert (english in in_english, vietnamese in in_english) == (True, False)
    assert (english in in_vietnamese, vietnamese in in_vietnamese) == (False, True)


@pytest.mark.parametrize("name", app.COMMANDS)
def test_the_help_of_a_command_has_an_example_in_vietnamese(
    name: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VNKP_LANG", "vi")

    done = run(name, "-h")

    assert (done.status, done.err) == (0, "")
    assert "Ví dụ: vnkp " in done.out
