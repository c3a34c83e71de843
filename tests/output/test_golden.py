"""Screens as they were when somebody last looked.

``GOLDEN=write pytest`` writes them anew, and git shows the difference.
"""

from __future__ import annotations

import os

import pytest

from tests.conftest import TESTS, Run

GOLDEN = TESTS / "golden"
LANGUAGES = ("en", "vi")
WIDTHS = (50, 60, 80, 120)  # beside 100

# A year that is long past, so that nothing depends on the day on which the tests run.
SCREENS: dict[str, tuple[str, ...]] = {
    "list": ("list",),
    "list-filtered": ("list", "--person", "김문", "--sort", "-date", "--no-parts"),
    "year": ("year", "2001"),
    "year-coarse": ("year", "6/1961"),
    "show-disputed": ("show", "2001-le"),
    "show-whole": ("show", "1999-rice-for-tests"),
    "show-part": ("show", "2001-rice-by-train"),
    "visits": ("visits",),
    "visits-all": ("visits", "--rank", "all"),
    "visits-by-decade": ("visits", "--by", "decade"),
    "list-by-kind": ("list", "--by", "kind"),
    "list-by-kind-and-decade": ("list", "--by", "kind,decade"),
    "list-by-person": ("list", "--by", "person", "--limit", "2"),
    "aid": ("aid",),
    "aid-explained": ("aid", "--in", "2001", "--explain"),
    "aid-by-decade": ("aid", "--by", "decade"),
    "trade": ("trade",),
    "timeline": ("timeline",),
    "people": ("people",),
    "people-by-office": ("people", "president"),
    "person": ("people", "Kim", "Moon"),
    "sources": ("sources",),
    "source": ("sources", "paper-2001-05-03"),
    "disputes": ("disputes",),
    "search": ("search", "gao"),
    "anniversaries": ("anniversaries", "2021"),
    "today": ("today", "--date", "05-02"),
    "brief": ("brief", "--date", "2021-01-15"),
    "brief-person": ("brief", "--date", "2021-01-15", "--person", "kim mun"),
    "brief-time": ("brief", "--date", "2021-01-15", "--in", "2001"),
    "today-nothing": ("today", "--date", "05-03"),
    "check": ("check",),
    "cite": ("cite", "2001-le"),
}
FORMATS = ("tsv", "csv", "json", "jsonl", "md")
RESIZED = (
    "list",
    "timeline",
    "show-disputed",
    "visits",
    "visits-by-decade",
    "list-by-kind-and-decade",
    "brief",
    "year-coarse",
    "aid",
    "aid-explained",
    "trade",
    "disputes",
    "person",
    "people",
    "sources",
    "anniversaries",
)


def cases() -> dict[str, tuple[tuple[str, ...], int]]:
    """The name of each golden file, what to ask for it, and how wide."""
    made: dict[str, tuple[tuple[str, ...], int]] = {}
    for lang in LANGUAGES:
        for name, words in SCREENS.items():
            made[f"{name}.{lang}.txt"] = ((*words, "--format", "table", "--lang", lang), 100)
        for name in RESIZED:
            for width in WIDTHS:
                made[f"{name}.{lang}.{width}.txt"] = (
                    (*SCREENS[name], "--format", "table", "--lang", lang),
                    width,
                )
        made[f"brief.{lang}.md"] = ((*SCREENS["brief"], "--format", "md", "--lang", lang), 100)
        for form in FORMATS:
            made[f"list.{lang}.{form}"] = (("list", "--format", form, "--lang", lang), 100)
    return made


@pytest.mark.parametrize("name", cases())
def test_a_screen_is_what_it_was(name: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    words, width = cases()[name]
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("NO_COLOR", "1")
    shown = "".join(f"{line.rstrip()}\n" for line in run(*words).out.splitlines())
    path = GOLDEN / name
    if os.environ.get("GOLDEN") == "write":
        path.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(cases())
