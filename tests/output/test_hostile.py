"""Bad input is harmless in every format: texts that another program would run, break or misread."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import xml.etree.ElementTree as ElementTree
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import msgspec
import pytest
from markdown_it import MarkdownIt

from tests.output.programs import find_pandoc, run_program
from tests.rendering import fact_list, render
from vnkp.answers import Citations, FactCards, FactList
from vnkp.model.facts import Book, Cite, Fact
from vnkp.model.fields import BilingualText
from vnkp.output import formats
from vnkp.output.formats import Context
from vnkp.query.filters import Query

# Texts of a store have no line breaks or control characters: reading takes them out. A Book that
# a program makes may have anything.
HOSTILE = {
    "newlines": "one\ntwo\r\nthree\u2028four\x0bfive",
    "tabs": "one\ttwo",
    "quotes": "\"one\" 'two' ``three'' “four",
    "quote-first": '"',
    "script": "</script><script>alert(1)</script>",
    "image": "![x](javascript:alert(1)) <img src=x onerror=alert(1)>",
    "input": r"\input{/etc/passwd} \write18{touch x}",
    "braces": "}, author = {x}} @comment{",
    "percent": "100% of it % not a comment",
    "bidi": "abc\u202egnp.exe\u202c \u2066x\u2069",
    "formula": "=HYPERLINK(\"http://example.org\",\"x\")",
    "command": "=cmd|' /C calc'!A1",
    "plus": "+1-1@SUM(A1)",
    "table": "a | b [^1]: c",
    "footnote": "x[^archive-1962] y",
    "ics": "x;y,z\\nEND:VEVENT\nBEGIN:VEVENT",
    "sql": "'); DROP TABLE facts; --",
    "dashes": "---",
    "math": "$x$ \\(y\\)",
    "entity": "&lt;b&gt; &amp; &#x3c;",
}  # fmt: skip
NAMES = pytest.mark.parametrize("name", HOSTILE)


def hostile_book(book: Book, text: str) -> tuple[Book, Fact]:
    """A book whose first fact and source have *text* in title, note, place and address."""
    both = BilingualText(en=text, vi=text)
    source = msgspec.structs.replace(
        next(iter(book.sources.values())),
        title=text,
        publisher=text,
        lang="en",
        url=f"https://example.org/{text}",
    )
    fact = msgspec.structs.replace(
        book.facts[3], en=text, vi=text, note=both, cite=(Cite(source="bad", at=text),)
    )
    sources = {**book.sources, "bad": source}
    return msgspec.structs.replace(book, facts=(fact, *book.facts[4:]), sources=sources), fact


def answers(book: Book, text: str) -> tuple[FactList, FactCards, Citations]:
    hostile, fact = hostile_book(book, text)
    query = Query()
    return (
        fact_list(hostile, [fact]),
        FactCards(book=hostile, query=query, facts=(fact,)),
        Citations(book=hostile, query=query, keys=("bad",), facts=(fact,)),
    )


@NAMES
def test_json_and_json_lines_give_it_back(book: Book, name: str) -> None:
    listing, card, _ = answers(book, HOSTILE[name])
    assert json.loads(render(listing, "json"))[0]["title"]["en"] == HOSTILE[name]
    assert json.loads(render(card, "json"))["note"]["vi"] == HOSTILE[name]
    assert len(render(listing, "jsonl").split("\n")) == 2


@NAMES
def test_tables_keep_it_in_its_cell(book: Book, name: str) -> None:
    for answer in answers(book, HOSTILE[name]):
        ((_, *rows), (tsv_head, *tsv_rows)) = (
            list(csv.reader(io.StringIO(render(answer, "csv"), newline=""))),
            list(csv.reader(io.StringIO(render(answer, "tsv")), delimiter="\t")),
        )
        assert len(rows) == len(tsv_rows) == 1
        assert len(tsv_rows[0]) == len(tsv_head)
        assert render(answer, "tsv").count("\n") == 2
        assert all(not re.match(r"\s*[=+@]", cell) for cell in rows[0])


def test_a_second_name_in_a_cell_begins_no_cell_of_its_own(book: Book) -> None:
    people = {
        key: msgspec.structs.replace(person, en=f"=1+{number}")
        for number, (key, person) in enumerate(book.people.items())
    }
    listing = fact_list(msgspec.structs.replace(book, people=people))
    for name in ("csv", "tsv"):
        text = render(listing, name)
        assert " | =1+" in text
        for delimiter in ",;\t":  # what spreadsheets split at unless told otherwise
            rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
            assert not [cell for row in rows for cell in row if cell.lstrip().startswith("=")]


class Tags(HTMLParser):
    """The tags of an HTML page, with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@NAMES
def test_markdown_shows_it_as_text(book: Book, name: str, tmp_path: Path) -> None:
    for answer in answers(book, HOSTILE[name])[:2]:
        text = render(answer, "md")
        pages = [MarkdownIt("commonmark").enable("table").render(text)]
        if name in ("script", "image", "math", "footnote"):
            words = ("-f", "markdown", "-t", "html")
            pages.append(run_program(find_pandoc(), *words, cwd=tmp_path, stdin=text))
        for page in pages:
            for tag, attributes in Tags(page).tags:
                assert tag not in ("script", "img", "em", "b")
                assert not str(attributes.get("href", "https:")).startswith("javascript")
                assert attributes.get("class") not in ("math inline", "math display")


@NAMES
@pytest.mark.parametrize("style", ["biblatex", "bibtex"])
def test_latex_gets_letters_and_no_commands(book: Book, name: str, style: str) -> None:
    text = render(answers(book, HOSTILE[name])[2], style)
    assert len(re.findall(r"^@\w+\{", text, re.MULTILINE)) == 1
    depth = 0
    for char in text:
        depth += {"{": 1, "}": -1}.get(char, 0)
        assert depth >= 0
    assert depth == 0
    commands = set(re.findall(r"\\([a-zA-Z]+)", text))
    assert commands <= {"textbackslash", "textbraceleft", "textbraceright", "textasciitilde",
                        "textasciicircum"}  # fmt: skip
    assert all(re.match(r"@|  \w+ +=|\}|$", line) for line in text.split("\n"))


@NAMES
def test_citations_in_text_and_json_stay_whole(book: Book, name: str) -> None:
    _, _, citations = answers(book, HOSTILE[name])
    assert len(render(citations, "text").splitlines()) == 1
    (item,) = json.loads(render(citations, "csl-json"))
    assert re.sub(r'</?span( class="nocase")?>', "", item["title"]) == HOSTILE[name]


@NAMES
def test_a_calendar_keeps_its_events(book: Book, name: str) -> None:
    icalendar: Any = pytest.importorskip("icalendar")
    listing, *_ = answers(book, HOSTILE[name])
    (event,) = icalendar.Calendar.from_ical(render(listing, "ics")).walk("VEVENT")
    assert str(event["uid"]) == f"{listing.facts[0].id}@vnkp"


@NAMES
def test_a_database_keeps_it_as_text(book: Book, name: str, tmp_path: Path) -> None:
    listing, *_ = answers(book, HOSTILE[name])
    content = formats.render(listing, "sqlite", Context())
    assert isinstance(content, bytes)
    (tmp_path / "bad.db").write_bytes(content)
    with closing(sqlite3.connect(tmp_path / "bad.db")) as database:
        assert database.execute("select title_en from facts").fetchall() == [(HOSTILE[name],)]


@NAMES
def test_a_picture_is_well_formed(book: Book, name: str) -> None:
    if re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", HOSTILE[name]):
        pytest.skip("XML has no such character; reading a store takes it out")
    listing, *_ = answers(book, HOSTILE[name])
    root = ElementTree.fromstring(render(listing, "svg"))
    assert not [element for element in root.iter() if element.tag.endswith("script")]
