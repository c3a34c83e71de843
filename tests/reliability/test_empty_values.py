"""Empty is not absent: every option and every argument, of every command."""

from __future__ import annotations

import pytest

from tests.conftest import Run
from vnkp.cli import app, command_line

ARGUMENTS = {"year": "1961", "show": "x", "search": "rice", "cite": "x"}


def options(command: str) -> list[str]:
    """Each option of *command* that has a value."""
    return [
        name
        for parameter in app._parameters(command)
        if parameter.param_type_name == "option" and not parameter.is_flag
        for name in parameter.opts
    ]


def flags() -> set[str]:
    return {
        name
        for command in app.COMMANDS
        for parameter in app._parameters(command)
        if parameter.param_type_name == "option" and parameter.is_flag
        for name in (*parameter.opts, *parameter.secondary_opts)
    }


def test_the_options_without_a_value_are_known() -> None:
    assert flags() <= command_line._FLAGS
    for command in app.COMMANDS:
        assert not {*options(command)} & command_line._FLAGS


@pytest.mark.parametrize("command", app.COMMANDS)
def test_an_empty_value_of_an_option_is_refused(command: str, run: Run) -> None:
    words = [ARGUMENTS[command]] if command in ARGUMENTS else []
    for option in options(command):
        told = f"vnkp: {option} is empty; write its value, or leave it out\n"

        assert run(command, *words, option, "") == (2, "", told)
        assert run(command, option, "  ", *words) == (2, "", told)
        if option.startswith("--"):
            assert run(command, *words, f"{option}=") == (2, "", told)
            assert run(f"{option}=", command, *words) == (2, "", told)


@pytest.mark.parametrize("command", app.COMMANDS)
def test_an_empty_argument_is_refused(command: str, run: Run) -> None:
    told = "vnkp: an argument is empty; write its value, or leave it out\n"

    assert run(command, "") == (2, "", told)
    assert run(command, "--json", "") == (2, "", told)
    assert run(command, "--", "\u3000") == (2, "", told)


def test_an_empty_line_is_refused_in_the_language_of_the_answer(run: Run) -> None:
    assert run("").status == 2
    assert "để trống" in run("list", "--lang", "vi", "--data", "").err


def test_contradictions_are_refused(run: Run) -> None:
    for words in (
        ("cite", "archive-1962", "--style", "csl-json", "--format", "table"),
        ("cite", "archive-1962", "--style", "bibtex", "--json"),
        ("check", "a.toml", "--data", "b.toml"),
    ):
        answer = run(*words)
        assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)
