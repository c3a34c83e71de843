"""Windows: what WHEN may be, which days it holds, and how a date meets it."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.conftest import Run
from vnkp.cli.filter_options import Filters
from vnkp.errors import DateError, ImpossibleDate
from vnkp.i18n.errors import what_and_hint
from vnkp.model import edtf
from vnkp.model.time_window import Overlap, TimeWindow
from vnkp.query.filters import Query
from vnkp.query.time_reading.time_reader import parse

OPEN = None

READ = [
    # the forms of the store
    ("1961", "1961-01-01", "1961-12-31"),
    ("1961-06", "1961-06-01", "1961-06-30"),
    ("1961-06-12", "1961-06-12", "1961-06-12"),
    ("195X", "1950-01-01", "1959-12-31"),
    ("1958~", "1958-01-01", "1958-12-31"),
    ("1958-11?", "1958-11-01", "1958-11-30"),
    ("1958-11-27%", "1958-11-27", "1958-11-27"),
    ("1958/1961", "1958-01-01", "1961-12-31"),
    ("1958-11-27/1958-12-03", "1958-11-27", "1958-12-03"),
    ("1958-11/1961", "1958-11-01", "1961-12-31"),
    ("1990/..", "1990-01-01", OPEN),
    ("1990-05/..", "1990-05-01", OPEN),
    # decades, and the Vietnamese order
    ("1960s", "1960-01-01", "1969-12-31"),
    ("2000s", "2000-01-01", "2009-12-31"),
    ("0000s", "0001-01-01", "0009-12-31"),
    ("6/1961", "1961-06-01", "1961-06-30"),
    ("06/1961", "1961-06-01", "1961-06-30"),
    ("2/1964", "1964-02-01", "1964-02-29"),
    ("27/11/1958", "1958-11-27", "1958-11-27"),
    ("1/2/1958", "1958-02-01", "1958-02-01"),
    ("01/02/1958", "1958-02-01", "1958-02-01"),
    # from … to
    ("1958..1961", "1958-01-01", "1961-12-31"),
    ("1961..1961", "1961-01-01", "1961-12-31"),
    ("1958-11..1961-02", "1958-11-01", "1961-02-28"),
    ("1958-11-27..1958-12-03", "1958-11-27", "1958-12-03"),
    ("6/1961..2/1964", "1961-06-01", "1964-02-29"),
    ("27/11/1958..3/12/1958", "1958-11-27", "1958-12-03"),
    ("1960s..1970s", "1960-01-01", "1979-12-31"),
    ("196X..1971", "1960-01-01", "1971-12-31"),
    ("1958~..1961?", "1958-01-01", "1961-12-31"),
    ("..1970", OPEN, "1970-12-31"),
    ("..6/1970", OPEN, "1970-06-30"),
    ("..1960s", OPEN, "1969-12-31"),
    ("1990..", "1990-01-01", OPEN),
    ("27/11/1990..", "1990-11-27", OPEN),
    ("1990s..", "1990-01-01", OPEN),
]

FORMS = "write 1961, 1961-06, 6/1961, 27/11/1958, 1960s, 1958..1961, ..1970 or 1990.., or"

REFUSED = ["", "..", "...", "/", "/..", "../1970", "1990...", "1958..1960..1961",
           "1957..1958/1959..", "1958../1961", "61", "27/11", "27/11/58", "１９６１", "13/2/1958/1"]  # fmt: skip

IMPOSSIBLE = [
    ("31/2/1961", '"31/2/1961" has no such day', "1961-02 has 28 days"),
    ("29/02/1961", '"29/02/1961" has no such day', "1961-02 has 28 days"),
    ("1961-02-29", '"1961-02-29" has no such day', "1961-02 has 28 days"),
    ("0/6/1961", '"0/6/1961" has no such day', "1961-06 has 30 days"),
    ("13/1961", '"13/1961" has no such month', "months run from 01 to 12"),
    ("11/27/1958", '"11/27/1958" has no such month', "months run from 01 to 12"),
    ("1961-13", '"1961-13" has no such month', "months run from 01 to 12"),
    ("0000", '"0000" has the year 0000', "years run from 0001 to 9999"),
    ("1958..31/2/1961", '"31/2/1961" has no such day', "1961-02 has 28 days"),
    ("1961..1958", '"1961..1958" ends before it begins', 'write "1958..1961"'),
    ("7/1961..6/1961", '"7/1961..6/1961" ends before it begins', 'write "1961-06..1961-07"'),
    ("1961/1958", '"1961/1958" ends before it begins', 'write "1958..1961"'),
]


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("text", "first", "last"), READ, ids=[row[0] for row in READ])
def test_a_when_holds_its_days(text: str, first: str | None, last: str | None) -> None:
    assert parse(text) == TimeWindow(text, day(first), day(last))
    assert parse(f"  {text}\n") == parse(text)


@pytest.mark.parametrize("text", REFUSED)
def test_a_refused_when_says_what_to_write_instead(text: str) -> None:
    with pytest.raises(DateError) as refused:
        parse(text)
    assert str(refused.value).startswith(f'cannot read "{text}" as a time; {FORMS}')


@pytest.mark.parametrize(
    ("text", "finding", "remedy"), IMPOSSIBLE, ids=[row[0] for row in IMPOSSIBLE]
)
def test_a_when_of_no_day_is_refused_as_it_was_typed(text: str, finding: str, remedy: str) -> None:
    with pytest.raises(ImpossibleDate) as refused:
        parse(text)
    assert str(refused.value) == f"{finding}; {remedy}"


INSIDE, SPANS, POSSIBLE = Overlap.INSIDE, Overlap.SPANS, Overlap.POSSIBLE

MET = [
    # a day at the edges of a month, of a year, of a decade
    ("1961-06-01", "1961-06", INSIDE),
    ("1961-06-30", "1961-06", INSIDE),
    ("1961-05-31", "1961-06", None),
    ("1961-07-01", "1961-06", None),
    ("1961-01-01", "1961", INSIDE),
    ("1961-12-31", "1961", INSIDE),
    ("1960-12-31", "1961", None),
    ("1962-01-01", "1961", None),
    ("1960-01-01", "1960s", INSIDE),
    ("1969-12-31", "1960s", INSIDE),
    ("1959-12-31", "1960s", None),
    ("1970-01-01", "1960s", None),
    ("1964-02-29", "2/1964", INSIDE),
    ("1958-11-27", "27/11/1958", INSIDE),
    ("1958-11-28", "27/11/1958", None),
    # a coarse date
    ("1961", "1961", INSIDE),
    ("1961", "1960s", INSIDE),
    ("1961", "6/1961", POSSIBLE),
    ("1961", "1961-12-31", POSSIBLE),
    ("1961", "7/1961..1962", POSSIBLE),
    ("1961", "1962", None),
    ("1961-06", "1961-06-12", POSSIBLE),
    ("1961-06", "1961-06-15..1961-07-15", POSSIBLE),
    ("1961-06", "1961-07", None),
    ("196X", "1960s", INSIDE),
    ("196X", "1961", POSSIBLE),
    ("196X", "1969-12-31", POSSIBLE),
    ("196X", "1970", None),
    # marks do not widen
    ("1961~", "1961", INSIDE),
    ("1961~", "1962", None),
    ("1961-06?", "6/1961", INSIDE),
    ("1961-05-31%", "6/1961", None),
    ("1961~", "6/1961", POSSIBLE),
    # a span of exact days
    ("1958-11-27/1958-12-03", "1958", INSIDE),
    ("1958-11-27/1958-12-03", "27/11/1958..3/12/1958", INSIDE),
    ("1958-11-27/1958-12-03", "28/11/1958..3/12/1958", SPANS),
    ("1958-11-27/1958-12-03", "11/1958", SPANS),
    ("1958-11-27/1958-12-03", "12/1958", SPANS),
    ("1958-11-27/1958-12-03", "30/11/1958", SPANS),
    ("1958-11-27/1958-12-03", "27/11/1958", SPANS),
    ("1958-11-27/1958-12-03", "3/12/1958", SPANS),
    ("1958-11-27/1958-12-03", "26/11/1958", None),
    ("1958-11-27/1958-12-03", "4/12/1958", None),
    # a span of coarse dates: sure where even the latest start and the earliest end touch the window
    ("1966/1969", "1966..1969", INSIDE),
    ("1966/1969", "1960s", INSIDE),
    ("1966/1969", "1967", SPANS),
    ("1966/1969", "6/1967", SPANS),
    ("1966/1969", "1966", SPANS),
    ("1966/1969", "1969", SPANS),
    ("1966/1969", "6/1966", POSSIBLE),
    ("1966/1969", "31/12/1966", SPANS),
    ("1966/1969", "6/1969", POSSIBLE),
    ("1966/1969", "1/1/1969", SPANS),
    ("1966/1969", "..6/1966", POSSIBLE),
    ("1966/1969", "..1966", SPANS),
    ("1966/1969", "7/1969..", POSSIBLE),
    ("1966/1969", "1969..", SPANS),
    ("1966/1969", "1970", None),
    ("1966/1969", "..1965", None),
    ("1965-09/1968", "1965", SPANS),
    ("1965-09/1968", "10/1965", SPANS),
    ("1965-09/1968", "15/9/1965", POSSIBLE),
    ("1960/1973~", "1973", SPANS),
    ("1960/1973~", "1974", None),
    ("1968?/1969?", "1968..1969", INSIDE),
    ("1961-05/1961-06", "6/1961", SPANS),
    ("1961-05/1961-06", "15/6/1961", POSSIBLE),
    ("196X/1973", "1965", POSSIBLE),
    ("196X/1973", "1971", SPANS),
    # what goes on
    ("1992/..", "1992", SPANS),
    ("1992/..", "6/1992", POSSIBLE),
    ("1992/..", "2020", SPANS),
    ("1992/..", "1991", None),
    ("1992/..", "..1991", None),
    ("1992/..", "..1992", SPANS),
    ("1992/..", "..6/1992", POSSIBLE),
    ("1992/..", "1990..", INSIDE),
    ("1992/..", "1992..", INSIDE),
    ("1992/..", "1993..", SPANS),
    ("1992/..", "6/1992..", SPANS),
    ("1992/..", "1990..9999", SPANS),
    # open windows
    ("1961", "..1961", INSIDE),
    ("1961", "..6/1961", POSSIBLE),
    ("1961", "1961..", INSIDE),
    ("1961", "6/1961..", POSSIBLE),
    ("1961", "..1960", None),
    ("1961", "1962..", None),
    ("9999-12-31", "1961..", INSIDE),
    ("0001-01-01", "..1961", INSIDE),
]


@pytest.mark.parametrize(
    ("date", "when", "match"), MET, ids=[f"{date} in {when}" for date, when, _ in MET]
)
def test_a_date_is_inside_a_window_or_spans_it_or_is_possible_or_outside(
    date: str, when: str, match: Overlap | None
) -> None:
    assert parse(when).match(edtf.parse(date)) is match


@pytest.mark.parametrize(
    ("one", "other", "first", "last"),
    [
        ("1958..1961", "1960..", "1960-01-01", "1961-12-31"),
        ("..1970", "1960..", "1960-01-01", "1970-12-31"),
        ("..1970", "..1961", OPEN, "1961-12-31"),
        ("1960s", "6/1961", "1961-06-01", "1961-06-30"),
        ("1990..", "1992..", "1992-01-01", OPEN),
        ("1961", "31/12/1961..1970", "1961-12-31", "1961-12-31"),
    ],
)
def test_two_windows_meet_in_the_days_of_both(
    one: str, other: str, first: str | None, last: str | None
) -> None:
    for met in (parse(one).meet(parse(other)), parse(other).meet(parse(one))):
        assert (met.first, met.last) == (day(first), day(last))
        assert parse(met.text) == met


def test_windows_without_a_day_in_common_say_so() -> None:
    with pytest.raises(DateError) as refused:
        parse("1961").meet(parse("1962.."))
    assert str(refused.value) == "1961 and 1962.. have no day in common; widen one of them"


@pytest.mark.parametrize(
    ("when", "since", "until"),
    [
        ("1961", "1961..", "..1961"),
        ("6/1961", "6/1961..", "..6/1961"),
        ("1960s", "1960s..", "..1960s"),
        ("1958..1961", "1958-01-01..", "..1961-12-31"),
        ("1958-11/1961", "1958-11-01..", "..1961-12-31"),
        ("1990..", "1990-01-01..", None),
        ("1990/..", "1990-01-01..", None),
        ("..1970", None, "..1970-12-31"),
    ],
)
def test_since_and_until_are_windows_that_can_be_typed_again(
    when: str, since: str | None, until: str | None
) -> None:
    for made, turned in ((since, TimeWindow.onward), (until, TimeWindow.up_to)):
        if made:
            assert turned(parse(when)) == parse(made)
        else:
            with pytest.raises(
                DateError, match=r"has no (beginning|end); write one date, as 1961 or 6/1961"
            ):
                turned(parse(when))


@pytest.mark.parametrize(
    ("options", "text"),
    [
        (Filters(since=["1990"]), "1990.."),
        (Filters(until=["6/1961"]), "..6/1961"),
        (Filters(since=["1958"], until=["1961"]), "1958-01-01..1961-12-31"),
        (Filters(in_=["1960s"], since=["1965"]), "1965-01-01..1969-12-31"),
    ],
)
def test_the_window_that_the_options_amount_to_can_be_typed_again(
    options: Filters, text: str
) -> None:
    (window,) = options.refine(Query()).windows
    assert window == parse(text)


@pytest.mark.parametrize(
    "words",
    [("year", "31/2/1961"), ("list", "--since", "..1970"), ("list", "--until", "1990..")],
)
def test_a_refused_when_is_one_line_on_stderr_and_status_2(
    run: Run, words: tuple[str, ...]
) -> None:
    ran = run(*words)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith('vnkp: "')


def read(text: str) -> tuple[TimeWindow | None, str]:
    """What *text* is read as; if it is not, what is advised."""
    try:
        return parse(text), ""
    except DateError as error:
        return None, what_and_hint(error.code, error.values, "en")[1]


NEARLY = st.text("0123456789Xsx~?%/.-–to ", max_size=24)
SINGLE = st.builds(
    lambda date, cut: date.isoformat()[:cut], st.dates(), st.sampled_from([4, 7, 10])
)
WHEN = st.one_of(
    SINGLE,
    st.builds("{}..".format, SINGLE),
    st.builds("..{}".format, SINGLE),
    st.builds(lambda one, other: "..".join(sorted((one, other))), SINGLE, SINGLE),
)
DATE = st.one_of(
    SINGLE,
    st.builds("{}/..".format, SINGLE),
    st.builds(lambda one, other: "/".join(sorted((one, other))), SINGLE, SINGLE),
)


@settings(max_examples=200)
@given(st.one_of(st.text(), NEARLY, st.builds("{}..{}".format, NEARLY, NEARLY)))
@example("0/0/0000..99/99/9999")
@example("1958.." * 500)
@example("9" * 10_000)
def test_any_text_is_a_window_or_refused_with_something_to_type(text: str) -> None:
    window, remedy = read(text)
    if window is None:
        assert remedy
        for advised in re.findall(r'^write "([^"]+)"', remedy):
            assert parse(advised).text == advised
    else:
        assert window.first is None or window.last is None or window.first <= window.last


@given(WHEN)
def test_a_window_meets_itself_in_its_own_days(text: str) -> None:
    window = parse(text)
    met = window.meet(window)
    assert (met.first, met.last) == (window.first, window.last)


@given(SINGLE)
def test_a_date_is_inside_the_window_that_is_written_like_it(text: str) -> None:
    assert parse(text).match(edtf.parse(text)) is Overlap.INSIDE


@given(DATE, WHEN)
def test_a_date_meets_a_window_exactly_when_they_share_a_day_and_inside_means_all_of_them(
    date: str, when: str
) -> None:
    dated, window = edtf.parse(date), parse(when)
    first, last = window.first or dt.date.min, window.last or dt.date.max
    overlap = dated.earliest <= last and first <= (dated.latest or dt.date.max)
    match = window.match(dated)
    assert (match is not None) is overlap
    if match is Overlap.INSIDE:
        assert dated.earliest >= first
        assert (dated.latest or dt.date.max) <= last
    elif match is Overlap.SPANS:
        start, end = dated.ends
        assert start.latest is not None
        assert start.latest <= last
        assert end is None or end.earliest >= first


def test_every_way_of_meeting_is_written_down_in_the_table() -> None:
    assert {match for _, _, match in MET} == {*Overlap, None}
