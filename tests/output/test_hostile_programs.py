"""Bad input in the programs that answers are handed to, where they are: all of it in one book."""

from __future__ import annotations

import json
import os
import re
import zipfile
from pathlib import Path

import msgspec
import pytest

from tests.output.programs import ask_datasette, find_pandoc, find_program, run_program
from tests.output.test_hostile import HOSTILE, Tags
from tests.rendering import fact_list
from vnkp.model.facts import Book, Cite
from vnkp.model.fields import BilingualText
from vnkp.output import formats
from vnkp.output.formats import Context

FILES = {
    "csv": "facts.csv", "tsv": "facts.tsv", "md": "facts.md", "ics": "facts.ics",
    "sqlite": "facts.db", "biblatex": "biblatex.bib", "bibtex": "bibtex.bib", "csl-json": "csl.json",
}  # fmt: skip
HARMFUL = {"script", "img", "iframe", "b", "em"}


@pytest.fixture
def folder(book: Book, tmp_path: Path) -> Path:
    """A file in each format, with a fact and a source for each bad text."""
    source, fact = next(iter(book.sources.values())), book.facts[3]
    sources, facts = {}, []
    for name, text in HOSTILE.items():
        address = f"https://example.org/{text}"
        sources[name] = msgspec.structs.replace(
            source, title=text, publisher=text, lang="en", url=address
        )
        cites = (Cite(source=name, at=text),)
        note = BilingualText(en=text, vi=text)
        changed = {"id": f"2001-{name}", "en": text, "vi": text, "note": note, "cite": cites}
        facts.append(msgspec.structs.replace(fact, **changed, variants=()))
    hostile = msgspec.structs.replace(book, facts=tuple(facts), sources=sources)
    answer = fact_list(hostile)
    for format_name, name in FILES.items():
        content = formats.render(answer, format_name, Context())
        (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return tmp_path


def assert_harmless(page: str) -> None:
    for tag, attributes in Tags(page).tags:
        assert tag not in HARMFUL
        assert not str(attributes.get("href")).startswith("javascript")


def test_biber_and_bibtex_read_every_source(folder: Path) -> None:
    words = ("--tool", "--validate-datamodel", "biblatex.bib")
    printed = run_program(find_program("biber"), *words, cwd=folder)
    assert "WARN" not in printed
    assert "ERROR" not in printed
    aux = "\\relax\n\\citation{*}\n\\bibstyle{plainnat}\n\\bibdata{bibtex}\n"
    (folder / "paper.aux").write_text(aux, "utf-8")
    assert "Warning" not in run_program(find_program("bibtex"), "paper", cwd=folder)
    assert (folder / "paper.bbl").read_text("utf-8").count("\\bibitem") == len(HOSTILE)


def test_lualatex_prints_every_source_and_reads_no_other_file(folder: Path) -> None:
    lualatex, bibtex = find_program("lualatex"), find_program("bibtex")
    body = "\\nocite{*}\\bibliographystyle{plain}\\bibliography{bibtex}"
    paper = f"\\documentclass{{article}}\\begin{{document}}{body}\\end{{document}}"
    (folder / "paper.tex").write_text(paper, "utf-8")
    latex = (lualatex, "-recorder", "-halt-on-error", "-interaction=batchmode", "paper")
    for words in (latex, (bibtex, "paper"), latex):
        run_program(*words, cwd=folder)
    assert "passwd" not in (folder / "paper.fls").read_text("utf-8")
    assert not (folder / "x").exists()


@pytest.mark.parametrize("name", ["biblatex.bib", "csl.json"])
def test_pandoc_prints_references_as_text(folder: Path, name: str) -> None:
    words = ("--citeproc", "--bibliography", name, "-t", "html")
    page = run_program(find_pandoc(), *words, cwd=folder, stdin='---\nnocite: "@*"\n---\n')
    assert page.count('class="csl-entry"') == len(HOSTILE)
    assert not {tag for tag, _ in Tags(page).tags} & (HARMFUL - {"em"})


def test_cmark_gfm_shows_text_even_where_html_is_allowed(folder: Path) -> None:
    words = ("--unsafe", "-e", "table", "-e", "footnotes", "-e", "autolink", "facts.md")
    page = run_program(find_program("cmark-gfm"), *words, cwd=folder)
    assert page.count("<tr>") == len(HOSTILE) + 1
    assert_harmless(page)


@pytest.mark.parametrize(("ending", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_libreoffice_runs_no_formula(folder: Path, ending: str, delimiter: str) -> None:
    options = f"{ord(delimiter)},34,76,1,,0,false,true,false,,,,,true"  # formulas are evaluated
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = ("--headless", f"--infilter=CSV:{options}", "--convert-to", "ods", f"facts.{ending}")
    run_program(find_program("soffice"), profile, *words, cwd=folder)
    with zipfile.ZipFile(folder / "facts.ods") as archive:
        content = archive.read("content.xml").decode()
    assert content.count("<table:table-row ") == len(HOSTILE) + 1
    assert "table:formula" not in content
    assert "xlink:href" not in content


def test_datasette_shows_text(folder: Path) -> None:
    paths = ("/facts/facts.json?_shape=array", "/facts/facts")
    rows, page = ask_datasette(folder / "facts.db", *paths)
    assert {row["title_en"] for row in json.loads(rows)} == {*HOSTILE.values()}
    assert "<script>alert" not in page
    assert "<img src=x" not in page


COUNT = """
const load = require("ical.js"), ical = load.default || load;
const text = require("fs").readFileSync("facts.ics", "utf8");
const events = new ical.Component(ical.parse(text)).getAllSubcomponents("vevent");
const parsed = Object.values(require("node-ical").sync.parseICS(text));
console.log(JSON.stringify([
  events.map((event) => event.getFirstPropertyValue("summary")),
  parsed.filter((event) => event.type === "VEVENT").map((event) => event.summary),
]));
"""


def test_ical_js_and_node_ical_keep_every_event(folder: Path) -> None:
    node = find_program("node")
    modules = os.environ.get("NODE_PATH", "")
    if not all((Path(modules) / name).exists() for name in ("ical.js", "node-ical")):
        pytest.skip("there is no ical.js and node-ical on NODE_PATH")
    (folder / "count.cjs").write_text(COUNT, "utf-8")
    titles = [re.sub(r"\s+", " ", text) for text in HOSTILE.values()]
    for summaries in json.loads(run_program(node, "count.cjs", cwd=folder)):
        # A backslash and an n are a line break to node-ical, however they are written.
        assert [re.sub(r"\\\s", r"\\n", summary) for summary in summaries] == titles
