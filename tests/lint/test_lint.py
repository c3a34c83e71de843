"""What is well formed but wrong: for each rule a store that keeps it, just so, and one
that does not."""

from __future__ import annotations

import csv
import datetime as dt
import json
import unicodedata
from pathlib import Path
from typing import NamedTuple

import pytest

import vnkp
from tests.conftest import SMALL, STORE, Run
from vnkp import lint
from vnkp.i18n.errors import problem_texts
from vnkp.query.sourcing import count_sourcing
from vnkp.store import parser

Changes = tuple[tuple[str, str], ...]


class Rule(NamedTuple):
    """Changes to the small store that a rule lets pass, changes that it does not, and
    what it says of them, on which line."""

    good: Changes
    bad: Changes
    line: str
    where: str
    what: str
    hint: str


EXPORTS = 'id     = "2015-exports-to-the-dprk"'
TRAIN = 'id      = "2001-rice-by-train"'
AGAIN = """
[[fact]]
id     = "2015-sales-to-the-dprk"
kind   = "trade"
date   = "{date}"
from   = "VN"
to     = "KP"
en     = "Vietnam sells things to the DPRK"
vi     = "Việt Nam bán hàng cho Triều Tiên"
figure = {{ value = {value}, unit = "USD", of = "goods" }}
cite   = [{{ source = "ministry-2015" }}]
"""
# The last fact, and what may follow it.
LAST = """\
figure = { low = 1_200_000, high = 1_800_000, unit = "USD", of = "goods" }
cite   = [
  { source = "paper-2001-05-03" },
]
"""
VISITOR = 'people = [{ who = "kim-mun", as = "premier-kp" }]\nplaces = ["hanoi"]'
KIM_MUN = 'aliases = ["Kim Moon"]'


def add(entry: str) -> tuple[str, str]:
    return LAST, LAST + entry


RULES = {
    "order by first day": Rule(
        good=(('date   = "2002-02~"', 'date   = "2001-05-03"'), ("2002-kim-mun", "2001-xim-mun")),
        bad=(('date   = "2002-02~"', 'date   = "2001-05-01"'), ("2002-kim-mun", "2001-xim-mun")),
        line='id     = "2001-xim-mun-in-vietnam"',
        where="2001-xim-mun-in-vietnam",
        what="it stands after 2001-rice-by-train",
        hint="move it up, as vnkp check --fix does: by earliest day, then the longer span, then id",
    ),
    "order by length": Rule(
        good=(
            ('date    = "2001-05-02"', 'date    = "2001-05-01"'),
            ("2001-rice-by", "2001-trains-with-rice-by"),
        ),
        bad=(('date    = "2001-05-02"', 'date    = "2001-05-01/2001-05-02"'),),
        line=TRAIN,
        where="2001-rice-by-train",
        what="it stands after 2001-talks-in-pyongyang",
        hint="move it up, as vnkp check --fix does: by earliest day, then the longer span, then id",
    ),
    "order by id": Rule(
        good=(
            ("2001-rice-by-train", "2001-train-with-rice"),
            ('date    = "2001-05-02"', 'date    = "2001-05-01"'),
        ),
        bad=(('date    = "2001-05-02"', 'date    = "2001-05-01"'),),
        line=TRAIN,
        where="2001-rice-by-train",
        what="it stands after 2001-talks-in-pyongyang",
        hint="move it up, as vnkp check --fix does: by earliest day, then the longer span, then id",
    ),
    "no full stop": Rule(
        good=(("Kim Mun visits Vietnam", "Kim Mun visits Vietnam, U.S. aside"),),
        bad=(("Kim Mun visits Vietnam", "Kim Mun visits Vietnam."),),
        line='en     = "Kim Mun visits Vietnam."',
        where="2002-kim-mun-in-vietnam",
        what="the title in en ends with a full stop",
        hint="take it off",
    ),
    "a visit has a visitor": Rule(
        good=(
            (VISITOR, 'people = [{ who = "kim-mun" }, { who = "le-van-vi" }]\nplaces = ["hanoi"]'),
        ),
        bad=((VISITOR, 'people = [{ who = "le-van-vi" }]\nplaces = ["hanoi"]'),),
        line='people = [{ who = "le-van-vi" }]',
        where="2002-kim-mun-in-vietnam",
        what="a visit without a visitor",
        hint="name somebody of the side that went, or choose another kind",
    ),
    "a visit half way has visitors of either side": Rule(
        good=(
            ('from   = "KP"\nto     = "VN"', "between = true"),
            (VISITOR, 'people = [{ who = "le-van-vi" }]\nplaces = ["hanoi"]'),
        ),
        bad=(('from   = "KP"\nto     = "VN"', "between = true"), (VISITOR, 'places = ["hanoi"]')),
        line='id     = "2002-kim-mun-in-vietnam"',
        where="2002-kim-mun-in-vietnam",
        what="a visit without a visitor",
        hint="name somebody of the side that went, or choose another kind",
    ),
    "thousands are not set apart by a point": Rule(
        good=(("value = 1_500_000", "value = 1_500.50"),),
        bad=(("value = 1_500_000", "value = 1_500.500"),),
        line='figure = { value = 1_500.500, unit = "USD", of = "goods", qualifier = "nearly" }',
        where="2015-exports-to-the-dprk",
        what="value is 1500.500, with three digits after the point",
        hint="write 1_500_500 if these are thousands, and 1500.5000 if not",
    ),
    "nor in a variant": Rule(
        good=(("low = 1_200_000", "low = 1_200_000.5"),),
        bad=(("low = 1_200_000", "low = 1_200.000"),),
        line='figure = { low = 1_200.000, high = 1_800_000, unit = "USD", of = "goods" }',
        where="2015-exports-to-the-dprk",
        what="low is 1200.000, with three digits after the point",
        hint="write 1_200_000 if these are thousands, and 1200.0000 if not",
    ),
    "a variant differs from its fact": Rule(
        good=(("low = 1_200_000, high = 1_800_000", "value = 1_500_000"),),
        bad=(
            ("low = 1_200_000, high = 1_800_000", "value = 1_500_000"),
            ('of = "goods" }\ncite', 'of = "goods", qualifier = "nearly" }\ncite'),
        ),
        line="[[fact.variant]]\nfigure",
        where="2015-exports-to-the-dprk",
        what="the variant reads as its fact does",
        hint="cite its source in the fact itself",
    ),
    "a part lies within its whole": Rule(
        good=(('date    = "1999/2003"', 'date    = "1999/2001-05-02"'),),
        bad=(('date    = "1999/2003"', 'date    = "1999/2001-05-01"'),),
        line='date    = "2001-05-02"',
        where="2001-rice-by-train",
        what="its date 2001-05-02 is not within 1999/2001-05-01 of its whole 1999-rice-for-tests",
        hint="mend one of the dates, or take it out of part_of",
    ),
    "a part does not begin before its whole": Rule(
        good=(('date    = "2001-05-01"', 'date    = "2001-04-30"'),),
        bad=(('part_of = ["1999-rice-for-tests"]', 'part_of = ["2002-kim-mun-in-vietnam"]'),),
        line='date    = "2001-05-02"',
        where="2001-rice-by-train",
        what="its date 2001-05-02 is not within 2002-02~ of its whole 2002-kim-mun-in-vietnam",
        hint="mend one of the dates, or take it out of part_of",
    ),
    "a part of what goes on may go on": Rule(
        good=(
            ('date    = "1999/2003"', 'date    = "1999/.."'),
            ('date    = "2001-05-02"', 'date    = "2001-05-02/.."'),
        ),
        bad=(('date    = "2001-05-02"', 'date    = "2001-05-02/.."'),),
        line='date    = "2001-05-02/.."',
        where="2001-rice-by-train",
        what="its date 2001-05-02/.. is not within 1999/2003 of its whole 1999-rice-for-tests",
        hint="mend one of the dates, or take it out of part_of",
    ),
    "a part measures what its whole measures": Rule(
        good=(("value = 400", "low = 300, high = 400"),),
        bad=(('value = 400, unit = "t", of = "rice"', 'value = 400, unit = "t", of = "goods"'),),
        line='figure  = { value = 400, unit = "t", of = "goods", qualifier = "about" }',
        where="2001-rice-by-train",
        what="its item is goods, and that of its whole 1999-rice-for-tests is rice",
        hint="mend one of the two, or take it out of part_of",
    ),
    "parts are not more than their whole": Rule(
        good=(("value = 400", "value = 1_000"),),
        bad=(("value = 400", "value = 1_001"),),
        line='figure  = { value = 1_000, unit = "t", of = "rice" }',
        where="1999-rice-for-tests",
        what="its delivered parts add up to 1,001 t, more than its own 1,000",
        hint="mend a figure, or take one of 2001-rice-by-train out",
    ),
    "nobody has the name of somebody else": Rule(
        good=((KIM_MUN, 'aliases = ["Kim Moon", "KIM-MOON"]'),),
        bad=((KIM_MUN, 'aliases = ["Kim Moon", "LE VAN VI"]'),),
        line="[person.le-van-vi]",
        where="person.le-van-vi",
        what='"Lê Văn Ví" is read like "LE VAN VI" of kim-mun',
        hint="merge the two, or tell them apart by a note in each",
    ),
    "one event is one fact": Rule(
        good=(add(AGAIN.format(date="2016", value="2_000_000").replace("2015-", "2016-")),),
        bad=(
            add(
                AGAIN.format(date="2015", value="1_500_000").replace(
                    ', of = "goods" }', ', of = "goods", qualifier = "nearly" }'
                )
            ),
        ),
        line='id     = "2015-sales-to-the-dprk"',
        where="2015-sales-to-the-dprk",
        what="it looks like the event of 2015-exports-to-the-dprk",
        hint="merge them, or make one a part_of the other or both of one whole",
    ),
    "one event of the same people is one fact": Rule(
        good=(add(AGAIN.format(date="2015-06", value="1")),),
        bad=(
            ('kind    = "diplomacy"', 'kind    = "visit"'),
            ('part_of = ["2001-le-van-vi-in-the-dprk"]\n', ""),
            (
                'people    = [\n  { who = "le-van-vi", as = "president-vn" },\n  { who = "dang-thi-mau", as = "minister-vn" },',
                'people    = [\n  { who = "le-van-vi", as = "minister-vn" },',
            ),
            ("between = true\npeople", 'from = "VN"\nto = "KP"\npeople'),
            (
                '[person.dang-thi-mau]\nside = "VN"\nen   = "Đặng Thị Mẫu"\nvi   = "Đặng Thị Mẫu"\n',
                "",
            ),
        ),
        line='id      = "2001-talks-in-pyongyang"',
        where="2001-talks-in-pyongyang",
        what="it looks like the event of 2001-le-van-vi-in-the-dprk",
        hint="merge them, or make one a part_of the other or both of one whole",
    ),
    **{
        f"no {table} is kept that no fact names": Rule(
            good=(),
            bad=((before, f"{entry}\n{before}"),),
            line=entry.partition("\n")[0],
            where=f"{table}.spare",
            what="no fact uses it",
            hint="take it out",
        )
        for table, before, entry in (
            ("unit", "[unit.t]", '[unit.spare]\nen = "bags"\nvi = "bao"\n'),
            ("item", "[item.rice]", '[item.spare]\nen = "maize"\nvi = "ngô"\n'),
            ("place", "[place.hanoi]", '[place.spare]\nside = "VN"\nen = "Hue"\nvi = "Huế"\n'),
            (
                "office",
                "[office.minister-vn]",
                '[office.spare]\nside = "VN"\nrank = "other"\nen = "Clerk"\nvi = "Thư ký"\n',
            ),
            (
                "person",
                "[person.kim-mun]",
                '[person.spare]\nside = "VN"\nen = "Trần Dư"\nvi = "Trần Dư"\n',
            ),
            (
                "source",
                "[source.archive-1962]",
                '[source.spare]\ntitle = "A"\npublisher = "B"\nlang = "en"\nkind = "blog"\n',
            ),
        )
    },
    "no invisible characters": Rule(
        good=(("He came by train", "He came\u00a0by train"),),
        bad=(("He came by train", "He came\u200b by train"),),
        line='note.en   = "He came\u200b by train',
        where="2001-le-van-vi-in-the-dprk",
        what="note.en has an invisible character, U+200B",
        hint="take it out",
    ),
    "no escapes of a terminal": Rule(
        good=(("He came by train", r"He came\tby train"),),
        bad=(("He came by train", r"He came \u001b[1mby train"),),
        line=r'note.en   = "He came \u001b[1mby train',
        where="2001-le-van-vi-in-the-dprk",
        what="note.en has an invisible character, U+001B",
        hint="take it out",
    ),
    "composed letters": Rule(
        good=(("He came by train", "He camé by train"),),
        bad=(("He came by train", unicodedata.normalize("NFD", "He camé by train")),),
        line=unicodedata.normalize("NFD", 'note.en   = "He camé by train'),
        where="",
        what="letters and their marks are written apart (not NFC)",
        hint="normalise the file to NFC",
    ),
    "no byte order mark": Rule(
        good=(("# Eight", "# \ufeffEight"),),
        bad=(("# Eight", "\ufeff# Eight"),),
        line="\ufeff# Eight",
        where="",
        what="the file begins with a byte order mark",
        hint="save it as UTF-8 without one",
    ),
}


def changed(changes: Changes) -> str:
    """The small store with *changes*, each of which is there to be made."""
    text = SMALL.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_store_that_keeps_the_rule_just_so_is_in_order(rule: Rule) -> None:
    assert lint.examine(changed(rule.good).encode(), "facts.toml").problems == []


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_store_that_breaks_the_rule_is_told_where_and_what_to_do_and_nothing_else(
    rule: Rule,
) -> None:
    text = changed(rule.bad)
    line = text[: text.index(rule.line)].count("\n") + 1

    (problem,) = problem_texts(lint.examine(text.encode(), "facts.toml").problems)

    assert problem[1:] == (rule.where, rule.what, rule.hint)
    assert problem.line == line - (rule.line.startswith("id "))  # a fact begins at its header


def test_a_part_may_exceed_a_whole_that_is_only_about_as_much() -> None:
    more = (("value = 400", "value = 1_001"), ("value = 1_000,", "value = 1_000, qualifier = {},"))

    for qualifier, in_order in (
        ("about", True),
        ("over", True),
        ("at-least", True),
        ("nearly", False),
        ("up-to", False),
    ):
        changes = (more[0], (more[1][0], more[1][1].format(f'"{qualifier}"')))
        assert (lint.examine(changed(changes).encode(), "facts.toml").problems == []) is in_order


def test_steps_of_one_visit_are_not_taken_for_one_event() -> None:
    step = (
        'id      = "2001-talks-in-pyongyang"\nkind    = "diplomacy"',
        'id      = "2001-dinner-in-pyongyang"\nkind    = "diplomacy"\ndate    = "2001-05-01"\nbetween = true\n'
        'people  = [{ who = "le-van-vi", as = "president-vn" }, { who = "kim-mun", as = "premier-kp" }]\n'
        'en      = "A dinner"\nvi      = "Bữa tối"\npart_of = ["2001-le-van-vi-in-the-dprk"]\n'
        'cite    = [{ source = "archive-1962" }]\n\n[[fact]]\nid      = "2001-talks-in-pyongyang"\nkind    = "diplomacy"',
    )

    assert lint.examine(changed((step,)).encode(), "facts.toml").problems == []


def test_facts_without_people_and_figures_are_never_taken_for_one_event() -> None:
    twin = (
        SMALL.read_text(encoding="utf-8")
        .partition("[[fact]]\n")[2]
        .partition("\n\n")[0]
        .replace("1960-", "1960-more-")
    )
    text = changed(
        (('[[fact]]\nid     = "1960-', f'[[fact]]\n{twin}\n\n[[fact]]\nid     = "1960-'),)
    )

    assert lint.examine(text.encode(), "facts.toml").problems == []


def test_everything_that_is_wrong_is_told_at_once_in_the_order_of_the_file() -> None:
    broken = (
        "no full stop",
        "a part measures what its whole measures",
        "no byte order mark",
        "no escapes of a terminal",
    )
    text = changed(
        tuple(change for name in broken for change in RULES[name].bad if "Kim Văn" not in change[0])
    )

    told = problem_texts(lint.examine(text.encode(), "facts.toml").problems)

    assert [problem.what for problem in told] == [
        RULES[name].what
        for name in (
            "no byte order mark",
            "no escapes of a terminal",
            "a part measures what its whole measures",
            "no full stop",
        )
    ]
    assert [problem.line for problem in told] == sorted(problem.line for problem in told)


def test_the_sense_of_a_store_is_told_beside_its_form() -> None:
    text = changed(RULES["no full stop"].bad)
    text = text.replace('kind   = "education"', 'kind   = "edukation"')

    codes = [problem.code for problem in lint.examine(text.encode(), "facts.toml").problems]

    assert codes == ["unknown_word", "title_with_full_stop"]


def test_a_fault_of_form_hides_nothing_that_is_seen_before_it() -> None:
    text = "\ufeff" + changed(
        (('kind   = "visit"', 'kind   = "vist"'), ("Kim Mun", "Kim\u200b Mun"))
    ).removeprefix("\ufeff")

    codes = {problem.code for problem in lint.examine(text.encode(), "facts.toml").problems}

    assert codes == {"byte_order_mark", "invisible_character", "unknown_word"}


def test_the_record_is_in_order_and_draws_no_advice() -> None:
    examination = lint.examine(STORE.read_bytes(), STORE.name)

    assert (examination.problems, examination.advice) == ([], [])


PAGE_3 = '{ source = "archive-1962", at = "page 3" },'
KIM_MUN_AS = '{ who = "kim-mun", as = "premier-kp" },'
DOUBTFUL: dict[str, tuple[tuple[str, str], list[str]]] = {
    "two places in one source": ((PAGE_3, PAGE_3 + PAGE_3.replace("3", "4")), []),
    "one place in one source": ((PAGE_3, PAGE_3 * 3), ["named_twice"] * 2),
    "a person": ((KIM_MUN_AS, KIM_MUN_AS * 2), ["named_twice"]),
    "a place": (
        ('places    = ["pyongyang"]', 'places = ["pyongyang", "pyongyang"]'),
        ["named_twice"],
    ),
    "a range from 0": (("low = 1_200_000", "low = 0"), []),
    "0 in a variant": (("low = 1_200_000, high = 1_800_000", "value = 0"), ["amount_of_nothing"]),
    "an office of the host": (
        (KIM_MUN_AS, '{ who = "kim-mun", as = ["premier-kp", "minister-vn"] },'),
        ["office_of_another_side"],
    ),
    "what goes on": (('date   = "2002-02~"', 'date   = "2002-02/.."'), []),
    "a span to come": (('date   = "2002-02~"', 'date   = "2902-02/.."'), ["date_in_the_future"]),
    "a day to come in a variant": (
        (LAST, 'date = "2999-01-01"\n' + LAST),
        ["date_in_the_future"],
    ),
}


@pytest.mark.parametrize(("change", "expected"), DOUBTFUL.values(), ids=DOUBTFUL)
def test_what_is_allowed_but_doubtful_draws_advice(
    change: tuple[str, str], expected: list[str]
) -> None:
    text = changed((change,)).encode()
    before = {problem.code for problem in lint.examine(SMALL.read_bytes(), "facts.toml").advice}

    codes = [problem.code for problem in lint.examine(text, "facts.toml").advice]

    ignored = {*before, "id_of_another_year"}
    assert [code for code in codes if code not in ignored] == expected


def test_a_fact_of_today_is_not_of_the_future() -> None:
    for days, expected in ((0, False), (2, True)):
        day = dt.date.today() + dt.timedelta(days)
        dated = (
            ('date   = "2002-02~"', f'date   = "{day}"'),
            ("2002-kim-mun", f"{day.year}-kim-mun"),
        )

        advice = lint.examine(changed(dated).encode(), "facts.toml").advice

        assert ("date_in_the_future" in {problem.code for problem in advice}) is expected


# The report


def lone(book: vnkp.Book) -> list[str]:
    """Facts of *book* that one source alone tells, counted in another way than the report does."""
    found = []
    for fact in book.facts:
        sources = {cite.source for cite in fact.cite}
        for variant in fact.variants:
            sources |= {cite.source for cite in variant.cite}
        if len({book.sources[key].publisher for key in sources}) == 1:
            found.append(fact.id)
    return found


def test_the_report_counts_the_facts_that_rest_on_one_source(book: vnkp.Book, run: Run) -> None:
    told = run("check", "--report", str(SMALL))

    assert told.status == 0
    assert told.out.splitlines()[:4] == [
        "small.toml: in order, 8 facts, 3 sources",
        "2 facts are disputed",
        "6 of 8 facts rest on one publisher only",
        "",
    ]
    titles = [fact.en for fact in book.facts if fact.id in lone(book)]
    assert all(title in told.out for title in titles)
    assert len(titles) == 6

    rows = list(csv.DictReader(run("check", "--report", "--format", "csv").out.splitlines()))
    assert [row["id"] for row in rows] == lone(book)
    assert rows[0].keys() == {"id", "date", "title", "publisher", "sources"}
    assert all(all(row.values()) for row in rows)


def test_copies_and_texts_of_one_publisher_are_one_source(run: Run, tmp_path: Path) -> None:
    copy = (
        '{ source = "archive-1962", at = "page 3" },',
        '{ source = "archive-1962", at = "page 3" },\n  { source = "copy" },',
    )
    source = (
        "[source.paper-2001-05-03]",
        '[source.copy]\ntitle     = "A file of letters"\npublisher = "State Archive"\n'
        'via       = "A paper"\nlang      = "en"\nkind      = "press"\n\n'
        "[source.paper-2001-05-03]",
    )
    store = tmp_path / "facts.toml"
    store.write_text(changed((copy, source)), encoding="utf-8")

    told = json.loads(run("check", "--report", "--json", str(store)).out)
    listed = json.loads(run("list", "--sources", "1", "--json", data=store).out)

    assert "1961-friendship-agreement" in told["one_source"]
    assert [fact["id"] for fact in told["one_source_facts"]] == told["one_source"]
    assert [fact["id"] for fact in listed] == told["one_source"]


def test_the_report_of_own_facts_knows_the_publishers_of_the_record(
    run: Run, tmp_path: Path
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'schema = 1\n\n[[fact]]\nid      = "2002-note"\nkind    = "culture"\ndate    = "2002"\n'
        'en      = "A note"\nvi      = "Ghi chép"\n'
        'cite    = [{ source = "ministry-2015" }]\n',
        encoding="utf-8",
    )

    told = run("check", "--report", "--with", str(own))

    assert (told.status, "A note" in told.out) == (0, True)


def test_a_source_of_a_variant_is_a_second_source() -> None:
    book = parser.read(SMALL.read_bytes(), SMALL.name)

    assert "2015-exports-to-the-dprk" not in count_sourcing(book).one_source
    assert lone(book) == list(count_sourcing(book).one_source)


def test_a_source_that_is_cited_twice_is_one_source() -> None:
    twice = (
        '{ source = "archive-1962", at = "page 3" },',
        '{ source = "archive-1962", at = "page 3" },\n  { source = "archive-1962" },',
    )

    assert (
        "1961-friendship-agreement"
        in count_sourcing(parser.read(changed((twice,)).encode(), "facts.toml")).one_source
    )


def test_the_report_of_the_record_is_the_same_for_people_and_for_machines(
    record: vnkp.Book, run: Run
) -> None:
    told = json.loads(run("check", "--report", "--json", str(STORE)).out)

    assert (told["facts"], told["sources"]) == (len(record.facts), len(record.sources))
    assert told["disputed"] == sum(1 for fact in record.facts if fact.variants)
    assert told["one_source"] == lone(record)
    assert (
        f"{len(lone(record))} of {len(record.facts)} facts rest on one publisher only"
        in run("check", "--report", str(STORE)).out
    )
