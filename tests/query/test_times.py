"""The reader of times: every form in both languages, and all that vnkp itself prints."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import vnkp
from vnkp.errors import DateError, ImpossibleDate, VnkpError
from vnkp.i18n import dates
from vnkp.model import edtf
from vnkp.model.fields import Lang
from vnkp.model.time_window import TimeWindow, canonical
from vnkp.query.time_reading import time_reader

TODAY = dt.date(2026, 11, 26)
OPEN = ""

FORMS = [
    # years, months, days
    ("1961", "1961-01-01", "1961-12-31"),
    ("in 1961", "1961-01-01", "1961-12-31"),
    ("năm 1961", "1961-01-01", "1961-12-31"),
    ("nam 1961", "1961-01-01", "1961-12-31"),
    ("vào năm 1961", "1961-01-01", "1961-12-31"),
    ("1961-06", "1961-06-01", "1961-06-30"),
    ("2001-05", "2001-05-01", "2001-05-31"),
    ("6/1961", "1961-06-01", "1961-06-30"),
    ("June 1961", "1961-06-01", "1961-06-30"),
    ("Jun 1961", "1961-06-01", "1961-06-30"),
    ("june, 1961", "1961-06-01", "1961-06-30"),
    ("tháng 6/1961", "1961-06-01", "1961-06-30"),
    ("tháng 6 năm 1961", "1961-06-01", "1961-06-30"),
    ("thang 6/1961", "1961-06-01", "1961-06-30"),
    ("tháng sáu 1961", "1961-06-01", "1961-06-30"),
    ("1958-11-27", "1958-11-27", "1958-11-27"),
    ("1958/11/27", "1958-11-27", "1958-11-27"),
    ("27/11/1958", "1958-11-27", "1958-11-27"),
    ("27.11.1958", "1958-11-27", "1958-11-27"),
    ("27-11-1958", "1958-11-27", "1958-11-27"),
    ("27 Nov 1958", "1958-11-27", "1958-11-27"),
    ("27th of November 1958", "1958-11-27", "1958-11-27"),
    ("November 27, 1958", "1958-11-27", "1958-11-27"),
    ("ngày 27/11/1958", "1958-11-27", "1958-11-27"),
    ("mùng 2/9/2010", "2010-09-02", "2010-09-02"),
    ("1958년", "1958-01-01", "1958-12-31"),
    ("1958년 11월 28일", "1958-11-28", "1958-11-28"),
    ("1958年11月", "1958-11-01", "1958-11-30"),
    ("ngày 27 tháng 11 năm 1958", "1958-11-27", "1958-11-27"),
    # decades and seasons
    ("1960s", "1960-01-01", "1969-12-31"),
    ("the 1960s", "1960-01-01", "1969-12-31"),
    ("1960's", "1960-01-01", "1969-12-31"),
    ("60s", "1960-01-01", "1969-12-31"),
    ("'60s", "1960-01-01", "1969-12-31"),
    ("20s", "2020-01-01", "2029-12-31"),
    ("the sixties", "1960-01-01", "1969-12-31"),
    ("196X", "1960-01-01", "1969-12-31"),
    ("thập niên 1960", "1960-01-01", "1969-12-31"),
    ("những năm 1960", "1960-01-01", "1969-12-31"),
    ("những năm 60", "1960-01-01", "1969-12-31"),
    ("nhung nam 60", "1960-01-01", "1969-12-31"),
    ("autumn 1965", "1965-09-01", "1965-11-30"),
    ("fall of 1965", "1965-09-01", "1965-11-30"),
    ("winter 1965", "1965-12-01", "1966-02-28"),
    ("mùa thu 1965", "1965-09-01", "1965-11-30"),
    ("9 tháng đầu năm 2018", "2018-01-01", "2018-09-30"),
    ("trong 6 thang dau nam 1968", "1968-01-01", "1968-06-30"),
    ("mùa thu năm 1965", "1965-09-01", "1965-11-30"),
    # parts of times, and centuries
    ("early 1970s", "1970-01-01", "1973-12-31"),
    ("the mid-1960s", "1964-01-01", "1966-12-31"),
    ("end of 2007", "2007-09-01", "2007-12-31"),
    ("cuối những năm 1960", "1967-01-01", "1969-12-31"),
    ("đầu thập niên 70", "1970-01-01", "1973-12-31"),
    ("giữa năm 2018", "2018-05-01", "2018-08-31"),
    ("từ những năm 1960 - đầu 1970", "1960-01-01", "1970-04-30"),
    ("Q1 2019", "2019-01-01", "2019-03-31"),
    ("quý I năm 2019", "2019-01-01", "2019-03-31"),
    ("first half of 2007", "2007-01-01", "2007-06-30"),
    ("nửa cuối những năm 1960", "1965-01-01", "1969-12-31"),
    ("early May 2002", "2002-05-01", "2002-05-31"),
    ("the 20th century", "1901-01-01", "2000-12-31"),
    ("thế kỷ 20", "1901-01-01", "2000-12-31"),
    ("thế kỷ XXI", "2001-01-01", "2100-12-31"),
    # spans
    ("1958..1961", "1958-01-01", "1961-12-31"),
    ("1958-1961", "1958-01-01", "1961-12-31"),
    ("1958 - 1961", "1958-01-01", "1961-12-31"),
    ("1958–61", "1958-01-01", "1961-12-31"),
    ("1958-61", "1958-01-01", "1961-12-31"),
    ("1998–02", "1998-01-01", "2002-12-31"),
    ("2020-24", "2020-01-01", "2024-12-31"),
    ("1979 to 1984", "1979-01-01", "1984-12-31"),
    ("from 1979 to 1984", "1979-01-01", "1984-12-31"),
    ("between 1960 and 1970", "1960-01-01", "1970-12-31"),
    ("từ 1979 đến 1984", "1979-01-01", "1984-12-31"),
    ("tu 1979 den 1984", "1979-01-01", "1984-12-31"),
    ("giữa 1960 và 1970", "1960-01-01", "1970-12-31"),
    ("27 Nov – 3 Dec 1958", "1958-11-27", "1958-12-03"),
    ("27-Nov – 3-Dec 1958", "1958-11-27", "1958-12-03"),
    ("8–12 Jul 1957", "1957-07-08", "1957-07-12"),
    ("8 to 12 July 1957", "1957-07-08", "1957-07-12"),
    ("27/11–3/12/1958", "1958-11-27", "1958-12-03"),
    ("8–12/7/1957", "1957-07-08", "1957-07-12"),
    ("từ 9 đến 11/10/2025", "2025-10-09", "2025-10-11"),
    ("từ ngày 27/11 đến ngày 3/12/1958", "1958-11-27", "1958-12-03"),
    ("tháng 5–6/1961", "1961-05-01", "1961-06-30"),
    ("2012-08-05..07", "2012-08-05", "2012-08-07"),
    ("2012-08..10", "2012-08-01", "2012-10-31"),
    ("Sep 1965 – 1968", "1965-09-01", "1968-12-31"),
    ("the 1960s – 1973", "1960-01-01", "1973-12-31"),
    ("since 1990 until 2000", "1990-01-01", "2000-12-31"),
    ("October 9–11, 2025", "2025-10-09", "2025-10-11"),
    ("Nov 27 - Dec 3, 1958", "1958-11-27", "1958-12-03"),
    ("giai đoạn 2000-2012", "2000-01-01", "2012-12-31"),
    ("the first quarter of 2019", "2019-01-01", "2019-03-31"),
    ("third quarter 2011", "2011-07-01", "2011-09-30"),
    ("quý đầu năm 2019", "2019-01-01", "2019-03-31"),
    # bounds
    ("..1970", OPEN, "1970-12-31"),
    ("1990..", "1990-01-01", OPEN),
    ("since 1990", "1990-01-01", OPEN),
    ("from 1990", "1990-01-01", OPEN),
    ("after 1990", "1991-01-01", OPEN),
    ("until 1970", OPEN, "1970-12-31"),
    ("up to 1970", OPEN, "1970-12-31"),
    ("before 1970", OPEN, "1969-12-31"),
    ("pre-1970", OPEN, "1969-12-31"),
    ("by 1970", OPEN, "1970-12-31"),
    ("no later than 1970", OPEN, "1970-12-31"),
    ("not before 1990", "1990-01-01", OPEN),
    ("before 1 March 1970", OPEN, "1970-02-28"),
    ("từ 1990", "1990-01-01", OPEN),
    ("từ 1990 đến nay", "1990-01-01", OPEN),
    ("since 1990 to the present", "1990-01-01", OPEN),
    ("1990 onwards", "1990-01-01", OPEN),
    ("sau 1990", "1991-01-01", OPEN),
    ("sau năm 1990", "1991-01-01", OPEN),
    ("đến 1970", OPEN, "1970-12-31"),
    ("trước 1970", OPEN, "1969-12-31"),
    ("trước những năm 60", OPEN, "1959-12-31"),
    ("after 1990 before 2000", "1991-01-01", "1999-12-31"),
    # more or less
    ("about 1990–1996", "1990-01-01", "1996-12-31"),
    ("c. 1958", "1958-01-01", "1958-12-31"),
    ("khoảng 1990–1996", "1990-01-01", "1996-12-31"),
    ("khoảng năm 1958", "1958-01-01", "1958-12-31"),
    ("1958 (uncertain)", "1958-01-01", "1958-12-31"),
    ("1958 (chưa chắc chắn)", "1958-01-01", "1958-12-31"),
    ("some time in 2011–2015", "2011-01-01", "2015-12-31"),
    ("vào một thời điểm trong khoảng 2011–2015", "2011-01-01", "2015-12-31"),
    ("vào một thời điểm trong khoảng từ năm 2011 đến 2015", "2011-01-01", "2015-12-31"),
    # relative to today, a Thursday
    ("tomorrow", "2026-11-27", "2026-11-27"),
    ("hôm qua", "2026-11-25", "2026-11-25"),
    ("this week", "2026-11-23", "2026-11-29"),
    ("next week", "2026-11-30", "2026-12-06"),
    ("tuần trước", "2026-11-16", "2026-11-22"),
    ("this year", "2026-01-01", "2026-12-31"),
    ("last year", "2025-01-01", "2025-12-31"),
    ("next month", "2026-12-01", "2026-12-31"),
    ("last month", "2026-10-01", "2026-10-31"),
    ("năm nay", "2026-01-01", "2026-12-31"),
    ("năm ngoái", "2025-01-01", "2025-12-31"),
    ("tháng sau", "2026-12-01", "2026-12-31"),
    ("October last year", "2025-10-01", "2025-10-31"),
    ("tháng 10 năm ngoái", "2025-10-01", "2025-10-31"),
    ("the last five years", "2021-01-01", "2026-12-31"),
    ("over the past 10 years", "2016-01-01", "2026-12-31"),
    ("last 6 months", "2026-05-01", "2026-11-30"),
    ("two years ago", "2024-01-01", "2024-12-31"),
    ("5 năm trước", "2021-01-01", "2021-12-31"),
    ("năm trước", "2025-01-01", "2025-12-31"),
    ("last July", "2026-07-01", "2026-07-31"),
    ("last November", "2025-11-01", "2025-11-30"),
    ("next July", "2027-07-01", "2027-07-31"),
    ("next December", "2026-12-01", "2026-12-31"),
    ("25 February - 3 March 2019", "2019-02-25", "2019-03-03"),
    ("trong 5 năm qua", "2021-01-01", "2026-12-31"),
    # EDTF itself
    ("1958~", "1958-01-01", "1958-12-31"),
    ("1958-11?", "1958-11-01", "1958-11-30"),
    ("1958/1961", "1958-01-01", "1961-12-31"),
    ("1958-11-27/1958-12-03", "1958-11-27", "1958-12-03"),
    ("1992/..", "1992-01-01", OPEN),
    ("[2011..2015]", "2011-01-01", "2015-12-31"),
    ("1965-22", "1965-06-01", "1965-08-31"),
]

REFUSED = ["", "..", "/", "../1970", "61", "27/11", "１９６１", "foo", "1958 to",
           "1958..1960..1961", "rice 1961", "1990...", "May", "in", "năm"]  # fmt: skip

IMPOSSIBLE = ["31/2/1961", "1961-02-29", "13/1961", "1961-13", "0000", "1961..1958", "30 Feb 1961"]

# Running text, and the times in it.
IN_TEXT = [
    ("rice 2012", ["2012"]),
    ("who came in 2018?", ["2018"]),
    ("rice (2012).", ["2012"]),
    ("from 2009 to 2012, and 2015", ["2009..2012", "2015"]),
    ("1958-kim-il-sung-in-vietnam", []),
    ("a1961 1961b 1961-kim 05HANOI1961", []),
    ("22,700 and 2.000 and 1066 and 3000", []),
    ("May visits in May 1961", ["1961-05"]),
    ("between Vietnam and 1961", ["1961"]),
    ("to Vietnam since 1990", ["1990.."]),
    ("năm 1961 và năm 1964", ["1961", "1964"]),
    ("the last visit, 20 năm cuộc gặp, lần đầu năm 1957", ["1957"]),
    ("the late President, in early May 2002", ["2002-05"]),
]


def days(windows: list[TimeWindow]) -> tuple[str, str]:
    (window,) = windows
    return tuple(day.isoformat() if day else OPEN for day in (window.first, window.last))  # type: ignore[return-value]


@pytest.mark.parametrize(("text", "first", "last"), FORMS, ids=[row[0] for row in FORMS])
def test_a_time_in_any_form_holds_its_days(text: str, first: str, last: str) -> None:
    assert days(time_reader.parse_all(text, TODAY)) == (first, last)
    assert days(time_reader.parse_all(f" {text.upper()}\n", TODAY)) == (first, last)


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        time_reader.parse_all(text, TODAY)


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_a_day_that_no_calendar_has_is_said_to_be_impossible(text: str) -> None:
    with pytest.raises(ImpossibleDate):
        time_reader.parse_all(text, TODAY)


@pytest.mark.parametrize(("text", "times"), IN_TEXT, ids=[row[0] for row in IN_TEXT])
def test_times_are_found_in_running_text(text: str, times: list[str]) -> None:
    assert [time.window.text for time in time_reader.find_times(text, TODAY)] == times


def test_several_times_are_each_a_window() -> None:
    texts = [window.text for window in time_reader.parse_all("1961, 1963–1965 and 1970s", TODAY)]
    assert texts == ["1961", "1963..1965", "1970s"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31/1", (1, 31)),
        ("01-31", (1, 31)),
        ("31 Jan", (1, 31)),
        ("January 31", (1, 31)),
        ("ngày 31/1", (1, 31)),
        ("31 tháng 1", (1, 31)),
        ("31-Jan", (1, 31)),
        ("29/2", (2, 29)),
        ("rice", None),
    ],
)
def test_a_day_of_any_year(text: str, day: tuple[int, int] | None) -> None:
    assert time_reader.split_day(text)[0] == day


LANGS: list[Lang] = ["en", "vi"]
DAYS = st.one_of(
    st.dates(dt.date(1000, 1, 1), dt.date(9999, 12, 31)),
    st.dates(dt.date(1958, 1, 1), dt.date(1959, 12, 31)),  # so that ends share years and months
)
SINGLE = st.builds(
    lambda day, cut, mark: day.isoformat()[:cut] + mark,
    DAYS,
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "~", "?", "%"]),
)
OTHER = st.builds(
    lambda day, end: f"{day.year // 10}X" if end else f"{day.year}-23", DAYS, st.booleans()
)
ENDS = st.lists(st.one_of(SINGLE, OTHER), min_size=2, max_size=2)


def printed(date: edtf.EdtfDate) -> list[str]:
    """Every way in which vnkp prints *date* where it stands alone."""
    return [dates.date(date, lang, long=long) for lang in LANGS for long in (False, True)]


def read_back(text: str) -> tuple[dt.date | None, dt.date | None]:
    (window,) = time_reader.parse_all(text, TODAY)
    return window.first, window.last


@settings(max_examples=200)
@given(st.one_of(SINGLE, OTHER))
@example("1965-24")
def test_a_date_that_vnkp_prints_is_read_back(text: str) -> None:
    date = edtf.parse(text)
    for words in printed(date):
        assert read_back(words) == (date.earliest, date.latest)


@settings(max_examples=200)
@given(ENDS, st.sampled_from(["{}/{}", "[{}..{}]", "{}/.."]))
def test_a_span_that_vnkp_prints_is_read_back(ends: list[str], form: str) -> None:
    first, last = sorted(ends, key=lambda text: edtf.parse(text).earliest)
    try:
        date = edtf.parse(form.format(first, last))
    except DateError:
        return  # the later begins within the earlier
    for words in printed(date):
        assert read_back(words) == (date.earliest, date.latest)


def test_every_date_of_the_record_is_read_back_as_it_is_printed(record: vnkp.Book) -> None:
    for fact in record.facts:
        for date in (fact.date, *(variant.date for variant in fact.variants if variant.date)):
            for words in printed(date):
                assert read_back(words) == (date.earliest, date.latest), (fact.id, words)


@settings(max_examples=200)
@given(st.one_of(st.none(), DAYS), st.one_of(st.none(), DAYS))
def test_the_time_asked_for_is_read_back_as_it_is_printed(
    first: dt.date | None, last: dt.date | None
) -> None:
    if first is None and last is None:
        return
    if first and last and first > last:
        first, last = last, first
    window = TimeWindow("", first, last)
    for text in (canonical(first, last), *(dates.times([window], lang) for lang in LANGS)):
        assert read_back(text) == (first, last)


NEARLY = st.text("0123456789Xsx~?%/.-–[] ", max_size=30)
WORDY = st.lists(
    st.sampled_from(
        [
            "in",
            "since",
            "to",
            "until",
            "before",
            "between",
            "and",
            "the",
            "từ",
            "đến",
            "năm",
            "tháng",
            "ngày",
            "May",
            "6",
            "27",
            "1961",
            "60s",
            "..",
            "–",
            "/",
            ",",
            "nay",
            "c",
            ".",
            "(",
            ")",
            "này",
            "trước",
            "uncertain",
        ]
    ),
    max_size=12,
).map(" ".join)


@settings(max_examples=200)
@given(st.one_of(st.text(), NEARLY, WORDY))
@example("9" * 10_000)
@example("1958.." * 500)
@example("in " * 2000)
@example("1961 to " * 2000)
@example("since " * 3000 + "1961")
@example("between " * 3000)
@example("[" * 3000)
def test_any_text_is_read_or_refused_with_one_error(text: str) -> None:
    for read in (time_reader.parse_all, lambda text: list(time_reader.find_times(text))):
        try:
            times = read(text)
        except VnkpError:
            continue
        for time in times:
            assert time.first is None or time.last is None or time.first <= time.last
