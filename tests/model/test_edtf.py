"""Dates: what is read and between which days it lies, what is refused and what to write instead."""

from __future__ import annotations

import datetime as dt
import re
import warnings

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from vnkp.errors import DateError, ImpossibleDate
from vnkp.i18n.errors import what_and_hint
from vnkp.model import edtf
from vnkp.model.edtf import UNREAD, EdtfDate, order, parse

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its grammar is written for an older pyparsing
    from edtf import parse_edtf

ON = None  # the latest day of what goes on

BOUNDS = [
    # days
    ("1958-11-27", "1958-11-27", "1958-11-27"),
    ("1950-01-31", "1950-01-31", "1950-01-31"),
    ("1964-02-29", "1964-02-29", "1964-02-29"),
    ("2000-02-29", "2000-02-29", "2000-02-29"),
    ("0001-01-01", "0001-01-01", "0001-01-01"),
    ("9999-12-31", "9999-12-31", "9999-12-31"),
    ("1958-11-27~", "1958-11-27", "1958-11-27"),
    ("1958-11-27?", "1958-11-27", "1958-11-27"),
    ("1958-11-27%", "1958-11-27", "1958-11-27"),
    # months
    ("1961-01", "1961-01-01", "1961-01-31"),
    ("1961-02", "1961-02-01", "1961-02-28"),
    ("1961-03", "1961-03-01", "1961-03-31"),
    ("1961-04", "1961-04-01", "1961-04-30"),
    ("1961-05", "1961-05-01", "1961-05-31"),
    ("1961-06", "1961-06-01", "1961-06-30"),
    ("1961-07", "1961-07-01", "1961-07-31"),
    ("1961-08", "1961-08-01", "1961-08-31"),
    ("1961-09", "1961-09-01", "1961-09-30"),
    ("1961-10", "1961-10-01", "1961-10-31"),
    ("1961-11", "1961-11-01", "1961-11-30"),
    ("1961-12", "1961-12-01", "1961-12-31"),
    ("1964-02", "1964-02-01", "1964-02-29"),
    ("1900-02", "1900-02-01", "1900-02-28"),
    ("2000-02", "2000-02-01", "2000-02-29"),
    ("2100-02", "2100-02-01", "2100-02-28"),
    ("1961-06~", "1961-06-01", "1961-06-30"),
    ("1961-06?", "1961-06-01", "1961-06-30"),
    ("1961-06%", "1961-06-01", "1961-06-30"),
    # years
    ("1961", "1961-01-01", "1961-12-31"),
    ("1964", "1964-01-01", "1964-12-31"),
    ("0001", "0001-01-01", "0001-12-31"),
    ("9999", "9999-01-01", "9999-12-31"),
    ("1961~", "1961-01-01", "1961-12-31"),
    ("1961?", "1961-01-01", "1961-12-31"),
    ("1961%", "1961-01-01", "1961-12-31"),
    # decades
    ("195X", "1950-01-01", "1959-12-31"),
    ("200X", "2000-01-01", "2009-12-31"),
    ("999X", "9990-01-01", "9999-12-31"),
    ("000X", "0001-01-01", "0009-12-31"),
    ("195X~", "1950-01-01", "1959-12-31"),
    ("195X?", "1950-01-01", "1959-12-31"),
    ("195X%", "1950-01-01", "1959-12-31"),
    # spans of one precision
    ("1958-11-27/1958-12-03", "1958-11-27", "1958-12-03"),
    ("1958-11-27/1958-11-27", "1958-11-27", "1958-11-27"),
    ("1999-12-31/2000-01-01", "1999-12-31", "2000-01-01"),
    ("1964-02-28/1964-02-29", "1964-02-28", "1964-02-29"),
    ("1966-10/1966-11", "1966-10-01", "1966-11-30"),
    ("1963-12/1964-02", "1963-12-01", "1964-02-29"),
    ("1966/1969", "1966-01-01", "1969-12-31"),
    ("2000/2012", "2000-01-01", "2012-12-31"),
    ("195X/196X", "1950-01-01", "1969-12-31"),
    # spans of mixed precision
    ("1965-09/1968", "1965-09-01", "1968-12-31"),
    ("1965/1968-09", "1965-01-01", "1968-09-30"),
    ("1958-11-27/1958-12", "1958-11-27", "1958-12-31"),
    ("1958-11/1958-12-03", "1958-11-01", "1958-12-03"),
    ("1958-11-27/1958", "1958-11-27", "1958-12-31"),
    ("1958/1958-11-27", "1958-01-01", "1958-11-27"),
    ("196X/1973", "1960-01-01", "1973-12-31"),
    ("1958/196X", "1958-01-01", "1969-12-31"),
    ("1959/195X", "1959-01-01", "1959-12-31"),
    # spans with marks
    ("1960/1973~", "1960-01-01", "1973-12-31"),
    ("1968?/1969?", "1968-01-01", "1969-12-31"),
    ("1958-11-27~/1958-12-03%", "1958-11-27", "1958-12-03"),
    # open ends
    ("1992/..", "1992-01-01", ON),
    ("1992-05/..", "1992-05-01", ON),
    ("1992-05-03/..", "1992-05-03", ON),
    ("1992~/..", "1992-01-01", ON),
    ("195X/..", "1950-01-01", ON),
]

# Where the edtf package says otherwise, and why.
APART = {
    "000X": "it counts a year 0, of which there is none in our calendar",
    "195X/..": "it does not read a decade without an end",
}

FORMS = 'write "1958-11-27", "1958-11", "1958" or "195X", a span as "A/B" or "A/..", some time within as "[A..B]"'
MONTHS = "months run from 01 to 12"
SEASONS = "seasons run from 21 (spring) to 24 (winter)"

REFUSED = [
    # what the calendar does not have
    ("1961-13", '"1961-13" has no such month', MONTHS),
    ("1961-00", '"1961-00" has no such month', MONTHS),
    ("1961-20", '"1961-20" has no such season', SEASONS),
    ("1961-25", '"1961-25" has no such season', SEASONS),
    ("1961-13-01", '"1961-13-01" has no such month', MONTHS),
    ("1961-02-29", '"1961-02-29" has no such day', "1961-02 has 28 days"),
    ("1964-02-30", '"1964-02-30" has no such day', "1964-02 has 29 days"),
    ("1900-02-29", '"1900-02-29" has no such day', "1900-02 has 28 days"),
    ("1961-06-31~", '"1961-06-31~" has no such day', "1961-06 has 30 days"),
    ("1961-06-00", '"1961-06-00" has no such day', "1961-06 has 30 days"),
    ("0000", '"0000" has the year 0000', "years run from 0001 to 9999"),
    ("0000-01-01", '"0000-01-01" has the year 0000', "years run from 0001 to 9999"),
    ("1958/1961-13", '"1961-13" has no such month', MONTHS),
    # ends before it begins
    ("1961/1958", '"1961/1958" ends before it begins', 'write "1958/1961" if the two are swapped'),
    (
        "1958-12/1958-11-30",
        '"1958-12/1958-11-30" ends before it begins',
        'write "1958-11-30/1958-12" if the two are swapped',
    ),
    # other habits of writing
    ("27/11/1958", None, 'write "1958-11-27"'),
    ("27.11.1958", None, 'write "1958-11-27"'),
    ("27-11-1958", None, 'write "1958-11-27"'),
    ("1/2/1958", None, 'write "1958-02-01"'),
    ("ngày 27/11/1958", None, 'write "1958-11-27"'),
    ("1958/11/27", None, 'write "1958-11-27"'),
    ("1958.11.27", None, 'write "1958-11-27"'),
    ("1958-1-2", None, 'write "1958-01-02"'),
    (" 1958-11-27 ", None, 'write "1958-11-27"'),
    ("6/1961", None, 'write "1961-06"'),
    ("06-1961", None, 'write "1961-06"'),
    ("tháng 6/1961", None, 'write "1961-06"'),
    ("1961/06", None, 'write "1961-06"'),
    ("1961-6", None, 'write "1961-06"'),
    ("1960s", None, 'write "196X"'),
    ("1960S", None, 'write "196X"'),
    ("196x", None, 'write "196X"'),
    ("những năm 1960", None, 'write "196X"'),
    ("thập niên 1960", None, 'write "196X"'),
    ("thập kỷ 1960", None, 'write "196X"'),
    ("năm 1961", None, 'write "1961"'),
    ("in 1961", None, 'write "1961"'),
    ("c.1961", None, 'write "1961~"'),
    ("ca 1961", None, 'write "1961~"'),
    ("circa 1961", None, 'write "1961~"'),
    ("about 1961", None, 'write "1961~"'),
    ("khoảng 1961", None, 'write "1961~"'),
    ("~1961", None, 'write "1961~"'),
    ("1958-1961", None, 'write "1958/1961"'),
    ("1958 - 1961", None, 'write "1958/1961"'),
    ("1958–1961", None, 'write "1958/1961"'),
    ("1958—1961", None, 'write "1958/1961"'),
    ("1958..1961", None, 'write "1958/1961"'),
    ("1958 to 1961", None, 'write "1958/1961"'),
    ("1958 đến 1961", None, 'write "1958/1961"'),
    ("1958/1961 ", None, 'write "1958/1961"'),
    ("27/11/1958-3/12/1958", None, 'write "1958-11-27/1958-12-03"'),
    ("27/11/1958 – 12/1958", None, 'write "1958-11-27/1958-12"'),
    ("1950s-1960s", None, 'write "195X/196X"'),
    ("1992..", None, 'write "1992/.."'),
    ("5/1992..", None, 'write "1992-05/.."'),
    # nothing that anybody can have meant: the forms themselves
    ("", None, FORMS),
    ("..", None, FORMS),
    ("/", None, FORMS),
    ("/..", None, FORMS),
    ("1958/", None, FORMS),
    ("/1958", None, FORMS),
    ("../1958", None, FORMS),
    ("..1958", None, FORMS),
    ("1958/1959/1960", None, FORMS),
    ("1958/../1960", None, FORMS),
    ("1958-", None, FORMS),
    ("1958 -", None, FORMS),
    ("19X", None, FORMS),
    ("19XX", None, FORMS),
    ("1958-1X", None, FORMS),
    ("1958?~", None, FORMS),
    ("58", None, FORMS),
    ("19580", None, FORMS),
    ("-1958", None, FORMS),
    ("1958-11-27T10:00", None, FORMS),
    ("1958\n", None, 'write "1958"'),
    ("１９５８", None, FORMS),
    ("June 1961", None, FORMS),
    ("unknown", None, FORMS),
    # a habit that would lead to a day that is none
    ("31/2/1961", None, FORMS),
    ("13/1961", None, FORMS),
    ("1961–1958", None, FORMS),
]


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(("text", "earliest", "latest"), BOUNDS, ids=[row[0] for row in BOUNDS])
def test_a_date_lies_between_its_earliest_and_its_latest_day(
    text: str, earliest: str, latest: str | None
) -> None:
    assert parse(text) == EdtfDate(text, day(earliest), day(latest) if latest else None)


@pytest.mark.parametrize("text", [row[0] for row in BOUNDS if row[0] not in APART])
def test_the_edtf_package_finds_the_same_days_and_so_marks_do_not_widen_ours(text: str) -> None:
    other, ours = parse_edtf(text), parse(text)
    last = other.upper_strict()
    assert dt.date(*other.lower_strict()[:3]) == ours.earliest
    assert (None if isinstance(last, float) else dt.date(*last[:3])) == ours.latest


def test_where_the_edtf_package_says_otherwise_it_still_does_so_for_the_reason_given() -> None:
    assert parse_edtf("000X").lower_strict()[0] == 0
    with pytest.raises(Exception, match="195X"):
        parse_edtf("195X/..")
    assert set(APART) == {"000X", "195X/.."}


@pytest.mark.parametrize(
    ("text", "finding", "remedy"), REFUSED, ids=[repr(row[0]) for row in REFUSED]
)
def test_what_is_refused_says_what_to_write_instead(
    text: str, finding: str | None, remedy: str
) -> None:
    with pytest.raises(DateError) as refused:
        parse(text)
    assert what_and_hint(refused.value.code, refused.value.values, "en") == (
        finding or f'"{text}" is no date that vnkp reads',
        remedy,
    )
    assert isinstance(refused.value, ImpossibleDate) is (
        finding is not None
    )  # a form that is read, of a day that is none


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1958-11-27", "1958-11-27", "1958-11-27"),
        ("1961~", "1961~", "1961~"),
        ("1958-11-27/1958-12", "1958-11-27", "1958-12"),
        ("1968?/1969?", "1968?", "1969?"),
        ("1992/..", "1992", None),
    ],
)
def test_the_ends_of_a_span_are_dates_of_their_own(text: str, start: str, end: str | None) -> None:
    when = parse(text)
    assert when.ends == (parse(start), parse(end) if end else None)
    assert when.is_span is ("/" in text)


@pytest.mark.parametrize(
    ("text", "precision", "mark"),
    [
        ("1958-11-27", "day", ""),
        ("1958-11-27%", "day", "%"),
        ("1958-11", "month", ""),
        ("1958-11?", "month", "?"),
        ("1958", "year", ""),
        ("1958~", "year", "~"),
        ("195X", "decade", ""),
        ("195X~", "decade", "~"),
        ("1958-11-27/1958-12~", "day", ""),
        ("1958-11~/..", "month", ""),
        ("196X/1973", "decade", ""),
    ],
)
def test_a_date_tells_how_exact_it_is_and_a_single_one_its_mark(
    text: str, precision: str, mark: str
) -> None:
    assert (parse(text).precision, parse(text).mark) == (precision, mark)


def test_facts_stand_by_their_earliest_day_and_then_the_longer_span_first() -> None:
    right = ["195X", "1958/..", "1958/1961", "1958", "1958-01", "1958-01-01", "1958-01-02"]
    mixed = right[::-1]
    assert sorted(mixed, key=lambda text: order(parse(text))) == right


@pytest.mark.parametrize(
    ("year", "length"),
    [
        (1900, 28),
        (1961, 28),
        (1964, 29),
        (2000, 29),
        (2023, 28),
        (2024, 29),
        (2100, 28),
        (2400, 29),
    ],
)
def test_february_has_29_days_in_leap_years_only(year: int, length: int) -> None:
    assert edtf.month_length(year, 2) == length


def test_months_have_the_days_of_the_calendar() -> None:
    for month in range(1, 12):
        assert (
            edtf.month_length(1961, month)
            == (dt.date(1961, month + 1, 1) - dt.date(1961, month, 1)).days
        )


def test_the_patterns_admit_every_date_that_is_read_and_none_that_is_not() -> None:
    when, date = re.compile(edtf.EDTF_PATTERN), re.compile(edtf.DATE_PATTERN)
    for text, _, _ in BOUNDS:
        assert when.fullmatch(text)
        assert bool(date.fullmatch(text)) is not parse(text).is_span
    for text, finding, _ in REFUSED:
        assert bool(when.fullmatch(text)) is (finding is not None)


def test_what_stands_in_for_an_unread_date_goes_on_from_the_first_day_of_all() -> None:
    assert (UNREAD.earliest, UNREAD.latest, UNREAD.is_span) == (dt.date.min, None, False)


def read(text: str) -> tuple[EdtfDate | None, str]:
    """What *text* is read as; if it is not, what is advised."""
    try:
        return parse(text), ""
    except DateError as error:
        return None, what_and_hint(error.code, error.values, "en")[1]


MARKS = st.sampled_from(["", "~", "?", "%"])
DAYS = st.dates()
SINGLE = st.builds(
    lambda date, cut, mark: (
        ({3: date.isoformat()[:3] + "X"}.get(cut) or date.isoformat()[:cut]) + mark
    ),
    DAYS,
    st.sampled_from([3, 4, 7, 10]),
    MARKS,
)
# Texts that are nearly dates find more than texts drawn from all of Unicode.
NEARLY = st.text("0123456789Xx~?%/.-–sc ", max_size=24)


@settings(max_examples=200)
@given(
    st.one_of(
        st.text(),
        NEARLY,
        st.builds("{}/{}".format, NEARLY, NEARLY),
        st.from_regex(edtf.EDTF_PATTERN),
    )
)
@example("0000-00-00/9999-99-99")
@example("1958-02-30–1958-02-31")
@example("9" * 10_000)
def test_any_text_is_read_or_refused_with_something_to_write(text: str) -> None:
    when, remedy = read(text)
    if when is None:
        assert remedy
        for advised in re.findall(r'^write "([^"]+)"$', remedy):
            assert parse(advised).text == advised
    else:
        assert when.text == text
        assert when.latest is None or when.earliest <= when.latest


@given(SINGLE)
def test_a_single_date_has_an_end_not_before_its_beginning_and_covers_itself(text: str) -> None:
    when = parse(text)
    assert when.latest is not None
    assert when.earliest <= when.latest
    assert when.ends == (when, when)
    bare = text.rstrip("~?%X")
    assert f"{when.latest.year:04}".startswith(bare[:4])
    assert when.latest.isoformat().startswith(bare)


@given(SINGLE, SINGLE)
def test_a_span_has_the_earliest_day_of_the_one_and_the_latest_day_of_the_other(
    start: str, end: str
) -> None:
    first, last = parse(start), parse(end)
    assume(last.latest is not None and first.earliest <= last.latest)
    assert parse(f"{start}/{end}") == EdtfDate(f"{start}/{end}", first.earliest, last.latest)
    assert parse(f"{start}/..") == EdtfDate(f"{start}/..", first.earliest, None)


@given(SINGLE, SINGLE)
def test_swapped_dates_are_advised_in_an_order_that_can_be_read(start: str, end: str) -> None:
    _, remedy = read(f"{start}/{end}")
    if remedy:
        advised = remedy.split('"')[1]
        assert parse(advised).text == advised == f"{end}/{start}"


@given(SINGLE, SINGLE)
def test_order_is_total_and_takes_two_dates_for_equal_only_if_they_lie_between_the_same_days(
    one: str, other: str
) -> None:
    first, second = parse(one), parse(other)
    same = (first.earliest, first.latest) == (second.earliest, second.latest)
    assert [
        order(first) < order(second),
        order(first) == order(second),
        order(first) > order(second),
    ].count(True) == 1
    assert (order(first) == order(second)) is same
