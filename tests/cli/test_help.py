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
        ("--strict", "Let advice count", "Coi lưu ý cũng là lỗi"),
        ("--report", "only one publisher", "chỉ do một nơi công bố"),
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


@pytest.mark.parametrize("columns", ["50", "80"])
@pytest.mark.parametrize("name", app.COMMANDS)
def test_the_help_in_vietnamese_has_no_english(
    name: str, columns: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    shown = run(name, "--help", "--lang", "vi").out

    english = {"the", "of", "and", "is", "to", "Usage:", "Options:", "Arguments:", "[default:"}
    assert shown.startswith(f"Cách dùng: vnkp {name} ")
    assert not english & set(shown.split())


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_on_a_narrow_terminal_no_example_is_broken_and_summaries_hang(
    lang: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = run("--help", "--lang", lang).out
    monkeypatch.setenv("COLUMNS", "50")
    narrow = run("--help", "--lang", lang).out

    examples = [line.strip() for line in wide.split("\n") if line.startswith("   ")]
    assert [line.strip() for line in narrow.split("\n") if line.strip().startswith("vnkp ")][
        : len(examples)
    ] == examples
    assert max(map(len, narrow.split("\n"))) <= 50
    assert " ".join(narrow.split()) == " ".join(wide.split())
    tasks = narrow.split("\n\n")[2:7]
    assert not [line for task in tasks for line in task.split("\n")[1:] if line[:1] != " "]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("list", "--knd", "aid"), 'không có tùy chọn "--knd"; có phải ý bạn là "--kind"?'),
        (("visits", "--kind", "aid"), "lệnh visits không có tùy chọn --kind"),
        (("list", "--limit", "three"), "--limit cần một số nguyên từ 0 trở lên"),
        (("check", "a", "b"), "lệnh check không nhận các từ này: b"),
        (("list", "--person", "Zkm", "Mun"), 'ngoặc kép: --person "Zkm Mun"'),
    ],
)
def test_a_mistake_is_told_in_vietnamese(words: tuple[str, ...], said: str, run: Run) -> None:
    done = run(*words, "--lang", "vi")

    assert (done.status, done.out) == (2, "")
    assert said in done.err
