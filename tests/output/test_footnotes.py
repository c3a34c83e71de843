"""Markdown that can be joined: every reader of it cites every fact rightly."""

from __future__ import annotations

import html
import itertools
import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.conftest import STORE, Run
from tests.output.programs import find_pandoc, run_program
from tests.rendering import fact_list, render
from vnkp.answers import FactCards
from vnkp.i18n.sources import citation
from vnkp.model.facts import Book, Cite, Fact
from vnkp.output.markdown_parts import Footnotes
from vnkp.query.filters import Query

ANSWERS = (
    ("visits", "--in", "1950s"),
    ("trade", "--in", "2009"),
    ("year", "2001"),
    ("disputes", "--kind", "trade"),
    ("show", "2000-rubber-for-the-dprk"),
    ("aid",),
    ("anniversaries", "2027"),
    ("timeline", "--in", "1960s"),
    ("people",),
    ("list", "--by", "kind"),
)


class Page(HTMLParser):
    """What an HTML page has: rows of tables with the notes that their marks lead to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[str] = []
        self.marks: list[list[str]] = []  # of each row, where its marks lead
        self.notes: dict[str, str] = {}
        self._note: str | None = None
        self._in_row = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        fields = dict(attrs)
        id_, href = fields.get("id") or "", fields.get("href") or ""
        if tag == "tr":
            self._in_row = True
            self.rows.append("")
            self.marks.append([])
        if tag == "a" and self._in_row and href.startswith("#"):
            self.marks[-1].append(href[1:])
        if tag == "li" and id_.startswith("fn"):
            self._note = id_
            self.notes[id_] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "tr":
            self._in_row = False
        if tag == "li":
            self._note = None

    def handle_data(self, data: str) -> None:
        if self._in_row:
            self.rows[-1] += data
        elif self._note:
            self.notes[self._note] += data


def by_markdown_it(text: str, folder: Path) -> str:
    footnote = pytest.importorskip("mdit_py_plugins.footnote")
    reader = MarkdownIt("commonmark").enable("table").use(footnote.footnote_plugin)
    return str(reader.render(text))


def by_pandoc(text: str, folder: Path) -> str:
    words = ("-f", "markdown", "-t", "html", "--wrap=none")
    return run_program(find_pandoc(), *words, cwd=folder, stdin=text)


def by_cmark_gfm(text: str, folder: Path) -> str:
    if program := shutil.which("cmark-gfm"):
        return run_program(program, "-e", "table", "-e", "footnotes", cwd=folder, stdin=text)
    cmarkgfm = pytest.importorskip("cmarkgfm")
    options = pytest.importorskip("cmarkgfm.cmark").Options.CMARK_OPT_FOOTNOTES
    return str(cmarkgfm.github_flavored_markdown_to_html(text, options))


READERS = (by_markdown_it, by_pandoc, by_cmark_gfm)


def plain(text: str) -> str:
    """The letters and digits of *text*: readers differ in blanks, quotation marks, addresses."""
    return "".join(re.findall(r"\w", unquote(html.unescape(text))))


def assert_cited(book: Book, facts: list[Fact], page: Page) -> None:
    """Each of *facts* stands in a row whose mark leads to a note with all its sources."""
    for fact in facts:
        rows = [
            index
            for index, row in enumerate(page.rows)
            if plain(fact.en) in plain(row) and page.marks[index]
        ]
        assert rows, fact.id
        for index in rows:
            notes = plain(" ".join(page.notes[mark] for mark in page.marks[index]))
            if all(plain(citation(book, cite.source, "en")) in notes for cite in fact.cite):
                break
        else:
            pytest.fail(f"{fact.id}: {page.marks}")


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
@settings(max_examples=15)
@given(data=st.data())
def test_any_three_answers_joined_cite_every_fact_rightly(
    record: Book, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, reader: object
) -> None:
    assert callable(reader)
    few = st.lists(st.sampled_from(range(len(record.facts))), min_size=1, max_size=6, unique=True)
    drawn = data.draw(st.lists(few, min_size=3, max_size=3))
    lists = [[record.facts[index] for index in indices] for indices in drawn]
    text = (
        "A briefing\n"
        + "".join(render(fact_list(record, facts), "md") for facts in lists)
        + "The end\n"
    )
    page = Page(reader(text, tmp_path_factory.getbasetemp()))
    assert_cited(record, [fact for facts in lists for fact in facts], page)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_answers_of_commands_joined_stay_tables_and_notes(
    run: Run, record: Book, tmp_path: Path, reader: object
) -> None:
    assert callable(reader)
    texts = [run(*words, "--format", "md", data=STORE).out for words in ANSWERS]
    for some in [*itertools.combinations(texts, 3)][::12]:
        joined = "".join(some)
        page = Page(reader(joined, tmp_path))
        tables = sum(bool(re.match(r"\| -", line)) for line in joined.splitlines())
        rows = sum(line.startswith("|") for line in joined.splitlines()) - tables
        assert len(page.rows) == rows
        for marks in page.marks:
            assert all(mark in page.notes for mark in marks)
            assert len(marks) <= 1


def test_a_label_is_made_of_the_ids_of_its_sources(book: Book) -> None:
    notes = Footnotes(book, "en")
    paper, archive = "paper-2001-05-03", "archive-1962"
    assert notes.mark([Cite(source=archive)]) == "[^archive-1962]"
    assert notes.mark([Cite(source=archive, at="page 3")]) == "[^archive-1962-page3]"
    assert notes.mark([Cite(source=paper, at="paragraph 2")]) == "[^paper-2001-05-03-p2]"
    assert notes.mark([Cite(source=paper, at="paragraphs 2 to 4")]) == "[^paper-2001-05-03-p2-to-4]"
    both = [Cite(source=paper), Cite(source=archive)]
    assert notes.mark(both) == "[^paper-2001-05-03--archive-1962]"
    assert notes.mark(both[:1], both[1:]) == "[^paper-2001-05-03---archive-1962]"
    assert notes.mark([]) == ""
    assert [line.split("]")[0] for line in notes.lines()[1:]] == [
        "[^archive-1962",
        "[^archive-1962-page3",
        "[^paper-2001-05-03-p2",
        "[^paper-2001-05-03-p2-to-4",
        "[^paper-2001-05-03--archive-1962",
        "[^paper-2001-05-03---archive-1962",
    ]


@given(data=st.data())
def test_labels_that_differ_nowhere_have_the_same_sources(book: Book, data: st.DataObject) -> None:
    keys = ["a", "A", "a-p2", "b", "a-page3", "a-b"]
    source = next(iter(book.sources.values()))
    strange = msgspec.structs.replace(book, sources=dict.fromkeys(keys, source))
    at = st.sampled_from([None, "paragraph 2", "page 3", "page 3!", "trang 3", "2", "page 2 to 3"])
    cite = st.builds(Cite, source=st.sampled_from(keys), at=at)
    cites = st.lists(cite, min_size=1, max_size=8, unique_by=lambda cite: (cite.source, cite.at))
    one, other = data.draw(cites), data.draw(cites)
    differing = data.draw(st.lists(cite, max_size=2))
    notes = Footnotes(strange, "en")
    same = notes.mark(one).lower() == notes.mark(other).lower()
    assert same == (one == other)
    if differing:
        assert notes.mark(one, differing) != notes.mark(one)


def test_an_answer_has_an_empty_line_before_and_after(run: Run) -> None:
    for words in ANSWERS:
        out = run(*words, "--format", "md", data=STORE).out
        assert out.startswith("\n")
        assert not out.startswith("\n\n")
        assert out.endswith("\n\n")
        assert "\n\n\n" not in out


def test_what_is_pasted_tells_visitors_readings_and_the_whole_card(run: Run) -> None:
    visits = run("visits", "--format", "md").out
    assert "Lê Văn Ví, President of Vietnam; Đặng Thị Mẫu, Minister of Tests of Vietnam" in visits
    assert "| Kim Mun, Premier of the DPRK |" in visits
    disputes = run("disputes", "--format", "md").out
    assert "| ≠ 1–2 May 2001; The ministry counts from the first of May.[^ministry-2015] |" in (
        disputes.replace("|  |", "|")
    )
    card = run("show", "2001-le", "--format", "md").out
    for words in ("30 April – 2 May 2001", "He came by train", "Pyongyang", "≠ 1–2 May 2001"):
        assert words in card
    vietnamese = run("show", "2001-le", "--format", "md", "--lang", "vi").out
    assert "Ông đi tàu hỏa" in vietnamese
    assert "Date" not in vietnamese


def test_several_cards_are_a_table_each(book: Book) -> None:
    answer = FactCards(book=book, query=Query(), facts=tuple(book.facts[:3]))
    assert render(answer, "md").count("\n|  | ") == 3
    values = json.loads(render(answer, "json"))
    assert [value["id"] for value in values] == [fact.id for fact in book.facts[:3]]
