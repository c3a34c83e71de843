"""Citations: text, BibLaTeX that a BibTeX reader reads back, and CSL-JSON as the
specification has it."""

from __future__ import annotations

import json
import re
import warnings
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.conftest import SMALL, STORE, Run
from tests.rendering import cite
from vnkp.i18n.labels import source_publisher
from vnkp.model import edtf
from vnkp.model.enums import SourceKind
from vnkp.model.facts import Book, Source
from vnkp.output.formats import STYLES

with warnings.catch_warnings():  # it speaks an older pyparsing
    warnings.simplefilter("ignore")
    import bibtexparser  # type: ignore[import-untyped]
    from bibtexparser.bparser import BibTexParser  # type: ignore[import-untyped]


def named(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Citation Style Language 1.0.2: types and variables, with the short titles that its
# schema for input data adds.
CSL_TYPES = named(
    """article article-journal article-magazine article-newspaper bill book broadcast
    chapter classic collection dataset
    document entry entry-dictionary entry-encyclopedia event figure graphic hearing
    interview legal_case legislation
    manuscript map motion_picture musical_score pamphlet paper-conference patent
    performance periodical
    personal_communication post post-weblog regulation report review review-book
    software song speech standard thesis
    treaty webpage"""
)
CSL_DATES = named("accessed available-date event-date issued original-date submitted")
CSL_NAMES = named(
    """author chair collection-editor compiler composer container-author contributor
    curator director editor
    editorial-director executive-producer guest host illustrator interviewer narrator
    organizer original-author performer
    producer recipient reviewed-author script-writer series-creator translator"""
)
CSL_NUMBERS = named(
    """chapter-number citation-number collection-number edition
    first-reference-note-number issue locator number
    number-of-pages number-of-volumes page page-first part-number printing-number
    section supplement-number version
    volume"""
)
CSL_STANDARD = named(
    """abstract annote archive archive_collection archive_location archive-place
    authority call-number citation-key
    citation-label collection-title container-title container-title-short dimensions
    division DOI event event-place
    event-title genre ISBN ISSN jurisdiction keyword language license medium note original-publisher
    original-publisher-place original-title part-title PMCID PMID publisher
    publisher-place references reviewed-genre
    reviewed-title scale source status title title-short URL volume-title year-suffix"""
)
CSL_DATE_PARTS = named("date-parts season circa literal raw")

# What babel calls the languages that the store may name.
LANGUAGES = {
    "vi": "vietnamese",
    "en": "english",
    "ko": "korean",
    "zh": "chinese",
    "ru": "russian",
    "fr": "french",
}
EDTF = re.compile(r"\d{3}(X|\d(-\d\d(-\d\d)?)?)[~?%]?(/(\.\.|\d{3}(X|\d(-\d\d(-\d\d)?)?)[~?%]?))?")


def bibtex(text: str) -> dict[str, dict[str, str]]:
    """The entries in *text* by key."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read = bibtexparser.loads(text, BibTexParser(ignore_nonstandard_types=False)).entries
    return {entry["ID"]: dict(entry) for entry in read}


def letters(latex: str) -> str:
    """What LaTeX prints for *latex*; anything it would run instead is an error."""
    commands = {
        "textbackslash{}": "\\",
        "textbraceleft{}": "{",
        "textbraceright{}": "}",
        "textasciitilde{}": "~",
    }
    commands |= {"textasciicircum{}": "^", **{sign: sign for sign in "&%$#_"}}
    return re.sub(r"\\(text\w+\{\}|[&%$#_])|[\\{}&%$#_~^]", lambda found: commands[found[1]], latex)


def straight(text: str) -> str:
    """*text* with straight quotation marks."""
    return re.sub("[‘’]", "'", re.sub("[“”]", '"', text))


def publisher_of(book: Book, source: Source) -> str:
    return source_publisher(book, source, "en")


def of(**fields: Any) -> tuple[Book, Source]:
    """A store that has one source, called "one"."""
    made: dict[str, Any] = {
        "title": "A title",
        "publisher": "A paper",
        "lang": "en",
        "kind": SourceKind.PRESS,
        **fields,
    }
    source = Source(**made)
    return Book(schema=1, sources={"one": source}), source


# One entry for each source


def test_text_is_a_line_for_each_source(run: Run) -> None:
    ran = run("cite", "2001-le-van-vi")
    assert ran.out.splitlines() == [
        "Báo Thử, “Chuyến thăm & món quà 100%”, 3 May 2001, in Vietnamese. https://example.org/a_b?c=1",
        "State Archive, “A file of letters”, about 1962, in English",
        "Ministry of Tests, “Trade by year”, 2015, in English. https://example.org/trade"
        " [≠ differs on 2001-le-van-vi-in-the-dprk]",
    ]
    assert ran.status == 0


def test_text_in_vietnamese(run: Run) -> None:
    assert run("cite", "paper-2001-05-03", "archive-1962", "--lang", "vi").out.splitlines() == [
        "Báo Thử, “Chuyến thăm & món quà 100%”, ngày 3/5/2001, tiếng Việt. https://example.org/a_b?c=1",
        "State Archive, “A file of letters”, khoảng năm 1962, tiếng Anh",
    ]


@pytest.mark.parametrize(
    ("ids", "keys"),
    [
        (["2002"], ["paper-2001-05-03"]),
        (["2002", "2001-rice"], ["paper-2001-05-03"]),
        (["2015", "2001-le"], ["ministry-2015", "paper-2001-05-03", "archive-1962"]),
        (["archive-1962"], ["archive-1962"]),
        (["arch"], ["archive-1962"]),
        (["archive-1962", "1961", "1960"], ["archive-1962"]),
    ],
)
def test_several_ids_cite_no_source_twice_and_sources_may_be_named_too(
    run: Run, ids: list[str], keys: list[str]
) -> None:
    assert [item["id"] for item in json.loads(run("cite", *ids, "--style", "csl-json").out)] == keys
    assert list(bibtex(run("cite", *ids, "--style", "bibtex").out)) == keys
    assert len(run("cite", *ids).out.splitlines()) == len(keys)


def test_a_source_whose_id_begins_as_a_fact_does_is_found_by_its_whole_id(
    run: Run, tmp_path: Path
) -> None:
    store = tmp_path / "store.toml"
    store.write_text(SMALL.read_text("utf-8").replace("archive-1962", "2001-archive"), "utf-8")
    assert run("cite", "2001-archive", data=store).out.startswith("State Archive")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["2001-le-van-vj-in-the-dprk"],
            'no fact or source "2001-le-van-vj-in-the-dprk"; did you mean "2001-le-van-vi-in-the-dprk"',
        ),
        (["minstry-2015"], 'no fact or source "minstry-2015"; did you mean "ministry-2015"?'),
        (
            ["2001-"],
            '"2001-" fits several facts: 2001-le-van-vi-in-the-dprk, 2001-talks-in-pyongyang, 2001-rice-by-train; ',
        ),
        (
            ["2002", "--style", "bibtext"],
            'no style "bibtext"; did you mean "bibtex", "biblatex" or "text"?',
        ),
        (
            ["2002", "--style", "apa"],
            'no style "apa"; write one of text, biblatex, bibtex, csl-json',
        ),
    ],
)
def test_what_is_not_known_is_one_line_with_the_remedy(
    run: Run, words: list[str], message: str
) -> None:
    ran = run("cite", *words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert ran.err.startswith(f"vnkp: {message}")


def test_the_name_of_a_file_tells_the_style(run: Run, tmp_path: Path) -> None:
    for name, style in (
        ("refs.bib", "biblatex"),
        ("refs.json", "csl-json"),
        ("refs.txt", "text"),
        ("refs", "text"),
    ):
        file = tmp_path / name
        assert run("cite", "2002", "-o", str(file)).out == ""
        assert file.read_text("utf-8") == run("cite", "2002", "--style", style).out
    named = tmp_path / "named.json"
    run("cite", "2002", "--style", "biblatex", "-o", str(named))
    assert named.read_text("utf-8").startswith("@online{")


def test_other_formats_give_the_sources_too(run: Run) -> None:
    assert json.loads(run("cite", "2002", "--json").out) == json.loads(
        run("cite", "2002", "--style", "csl-json").out
    )
    assert run("cite", "2002", "--format", "tsv").out.splitlines()[1].split("\t")[:2] == [
        "paper-2001-05-03",
        "Báo Thử",
    ]
    assert run("cite", "2002", "--format", "md").out.startswith("\n| Published | Title |")


def test_lines_are_never_broken_to_fit_a_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    for style in STYLES:
        narrow = run("cite", "1958-kim-il-sung-in-vietnam", "--style", style, data=STORE).out
        monkeypatch.setenv("COLUMNS", "300")
        assert (
            run("cite", "1958-kim-il-sung-in-vietnam", "--style", style, data=STORE).out == narrow
        )
        monkeypatch.setenv("COLUMNS", "40")


# BibLaTeX


def test_biblatex_reads_back_with_language_publisher_date_and_address(run: Run) -> None:
    found = bibtex(run("cite", "2001-le-van-vi", "--style", "biblatex").out)
    assert found["paper-2001-05-03"] == {
        "ENTRYTYPE": "online",
        "ID": "paper-2001-05-03",
        "title": r"{Chuyến thăm \& món quà 100\%}",
        "organization": "{Báo Thử}",
        "date": "2001-05-03",
        "url": "https://example.org/a_b?c=1",
        "addendum": "in Vietnamese",
        "langid": "vietnamese",
        "label": "BT",
    }
    assert found["archive-1962"]["ENTRYTYPE"] == "misc"
    assert found["archive-1962"]["date"] == "1962~"
    assert "url" not in found["archive-1962"]


def test_sources_of_the_record_read_back_the_odd_ones_above_all(record: Book) -> None:
    odd = re.compile(r"[\\{}&%$#_~^\"']| and ")
    chosen = {
        key: source
        for place, (key, source) in enumerate(record.sources.items())
        if place % 10 == 0 or odd.search(f"{source.title} {source.publisher}")
    }
    found = bibtex(cite(record, list(chosen), "biblatex"))
    assert list(found) == list(chosen)
    for key, source in chosen.items():
        entry = found[key]
        publisher = entry.get("organization") or entry["author"]
        assert straight(letters(entry["title"][1:-1])) == straight(source.title), key
        assert letters(publisher[1:-1]) == publisher_of(record, source), key
        assert entry.get("url") == source.url, key
        assert entry.get("date") == (source.published.text if source.published else None), key
        assert EDTF.fullmatch(entry.get("date", "2000")), key
        assert entry["addendum"].startswith("in ")
        assert entry.get("langid") == LANGUAGES.get(source.lang, entry.get("langid"))


@pytest.mark.parametrize(
    "title",
    [
        "100 % & more: $5, #1, a_b, ~x^2",
        "A {brace and another} one {",
        "} unbalanced {",
        "C:\\path\\new",
        "김일성, Hồ Chí Minh — “tình hữu nghị”",
        'He said "no", @once',
    ],
)
def test_what_latex_takes_for_a_command_is_text(title: str) -> None:
    book, _ = of(title=title, publisher=title)
    text = cite(book, ["one"], "biblatex")
    assert text.count("{") == text.count("}")
    (entry,) = bibtex(text).values()
    assert straight(letters(entry["title"].removeprefix("{").removesuffix("}"))) == straight(title)
    assert straight(letters(entry["organization"].removeprefix("{").removesuffix("}"))) == straight(
        title
    )


def test_a_publisher_called_this_and_that_stays_one() -> None:
    book, _ = of(publisher="War and Peace")
    assert "organization = {{War and Peace}}," in cite(book, ["one"], "biblatex")


def test_an_address_keeps_its_letters_and_cannot_end_its_entry() -> None:
    book, _ = of(url="https://example.org/a_b%20c&d#e~f?g={h}\\ i")
    (entry,) = bibtex(cite(book, ["one"], "biblatex")).values()
    assert entry["url"] == "https://example.org/a_b%20c&d#e~f?g=%7Bh%7D%5C%20i"


@pytest.mark.parametrize(
    "date",
    ["2019-02-26", "2019-02", "2019", "201X", "2019-02~", "2019?", "2019%", "2018/2019", "2018/.."],
)
def test_a_date_of_biblatex_is_the_edtf_of_the_store(date: str) -> None:
    book, _ = of(published=edtf.parse(date))
    assert f"date         = {{{date}}}," in cite(book, ["one"], "biblatex")


def test_what_is_not_known_is_left_out() -> None:
    book, _ = of(lang="lo")
    assert cite(book, ["one"], "biblatex") == (
        "@misc{one,\n  organization = {{A paper}},\n  title        = {{A title}},\n"
        "  addendum     = {in lo},\n  label        = {AP},\n}\n"
    )
    (item,) = json.loads(cite(book, ["one"], "csl-json"))
    assert sorted(item) == ["container-title", "id", "language", "title", "type"]


# CSL-JSON


def check_csl(item: dict[str, Any]) -> None:
    """*item* is what the specification and its schema for input data let an item be."""
    assert item["type"] in CSL_TYPES
    assert isinstance(item["id"], str)
    fields = set(item) - {"id", "type"}
    assert all(list(name) == ["literal"] for field in fields & CSL_NAMES for name in item[field])
    assert fields <= CSL_DATES | CSL_NAMES | CSL_NUMBERS | CSL_STANDARD
    assert all(isinstance(item[field], str) and item[field] for field in fields & CSL_STANDARD)
    for field in fields & CSL_DATES:
        date = item[field]
        assert set(date) <= CSL_DATE_PARTS
        assert 1 <= len(date["date-parts"]) <= 2
        for parts in date["date-parts"]:
            assert 1 <= len(parts) <= 3
            assert all(type(part) is int for part in parts)
            assert all(
                low <= part <= high
                for part, (low, high) in zip(parts, ((1, 9999), (1, 12), (1, 31)), strict=False)
            )
        assert date.get("circa", True) is True


def name_in(item: dict[str, Any]) -> str:
    """The publisher of a CSL item: of institutions the author."""
    (author,) = item.get("author", [{"literal": ""}])
    name: str = item.get("container-title") or author["literal"]
    return name


def test_every_source_of_the_record_is_good_csl(record: Book) -> None:
    items = json.loads(cite(record, list(record.sources), "csl-json"))
    assert [item["id"] for item in items] == list(record.sources)
    for item in items:
        check_csl(item)
        source = record.sources[item["id"]]
        assert re.sub(r'</?span( class="nocase")?>', "", item["title"]) == source.title
        assert name_in(item) == publisher_of(record, source)
        assert item["language"] == source.lang
        assert item.get("URL") == source.url
        assert ("issued" in item) == (source.published is not None)


def test_csl_reads_back_with_language_publisher_date_and_address(run: Run) -> None:
    paper, archive, ministry = json.loads(run("cite", "2001-le-van-vi", "--style", "csl-json").out)
    assert paper == {
        "id": "paper-2001-05-03",
        "type": "article-newspaper",
        "title": "Chuyến thăm & món quà 100%",
        "container-title": "Báo Thử",
        "language": "vi",
        "issued": {"date-parts": [[2001, 5, 3]]},
        "URL": "https://example.org/a_b?c=1",
    }
    assert (archive["type"], name_in(archive)) == ("document", "State Archive")
    assert archive["issued"] == {"date-parts": [[1962]], "circa": True}
    assert (ministry["type"], ministry["issued"]) == ("webpage", {"date-parts": [[2015]]})


@pytest.mark.parametrize("kind", list(SourceKind))
def test_every_kind_of_source_is_a_type_of_csl(kind: SourceKind) -> None:
    book, source = of(kind=kind, published=edtf.parse("2019"), url="https://example.org")
    (item,) = json.loads(cite(book, ["one"], "csl-json"))
    check_csl(item)
    assert name_in(item) == source.publisher


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("2019-02-26", {"date-parts": [[2019, 2, 26]]}),
        ("2019-02", {"date-parts": [[2019, 2]]}),
        ("2019", {"date-parts": [[2019]]}),
        ("2019-02~", {"date-parts": [[2019, 2]], "circa": True}),
        ("2019-02-26?", {"date-parts": [[2019, 2, 26]], "circa": True}),
        ("2019%", {"date-parts": [[2019]], "circa": True}),
        ("195X", {"date-parts": [[1950], [1959]], "circa": True}),
        ("2018/2019-03", {"date-parts": [[2018], [2019, 3]]}),
        ("2018~/2019", {"date-parts": [[2018], [2019]], "circa": True}),
        ("2018/2019?", {"date-parts": [[2018], [2019]], "circa": True}),
        ("2018-01/..", {"date-parts": [[2018, 1]]}),
    ],
)
def test_a_date_of_csl_is_as_precise_as_known(date: str, issued: dict[str, Any]) -> None:
    book, _ = of(published=edtf.parse(date))
    (item,) = json.loads(cite(book, ["one"], "csl-json"))
    assert item["issued"] == issued
    check_csl(item)


def test_two_runs_make_the_same_bytes(run: Run) -> None:
    for style in STYLES:
        first = run("cite", "2001-le-van-vi", "2015", "--style", style)
        assert run("cite", "2001-le-van-vi", "2015", "--style", style) == first


def test_a_citation_can_be_drawn_as_a_picture(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "refs.svg"
    assert run("cite", "2002", "--svg", str(file)).status == 0
    assert "Báo Thử" in file.read_text("utf-8")


def test_words_that_a_source_has_are_not_changed_by_another_language(book: Book) -> None:
    keys = list(book.sources)
    assert cite(book, keys, "csl-json", "vi") == cite(book, keys, "csl-json", "en")
    vi, en = (bibtex(cite(book, keys, "biblatex", lang)) for lang in ("vi", "en"))
    assert {key: {**entry, "addendum": ""} for key, entry in vi.items()} == {
        key: {**entry, "addendum": ""} for key, entry in en.items()
    }
    assert msgspec.json.decode(cite(book, keys, "csl-json", "en"))[0]["id"] == keys[0]


def test_a_style_may_be_named_in_the_words(run: Run) -> None:
    asked = run("cite", "bibtex", "for", "rice", "2001")
    styled = run("cite", "rice", "2001", "--style", "bibtex")
    assert asked.out.startswith("@")
    assert asked.out == styled.out
