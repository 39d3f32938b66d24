"""Spans of days, read and written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import MONTH_NUMBERS
from search.period import Period, PeriodError, parse_period, parse_point


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-11", date(2024, 11, 1), date(2024, 11, 30)),
        ("2024-2", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-11-27", date(2024, 11, 27), date(2024, 11, 27)),
        ("2024-1-7", date(2024, 1, 7), date(2024, 1, 7)),
        (" 2024 ", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-11-01..2024-11-27", date(2024, 11, 1), date(2024, 11, 27)),
        ("2023..2024", date(2023, 1, 1), date(2024, 12, 31)),
        ("2024-11 .. 2025-01", date(2024, 11, 1), date(2025, 1, 31)),
        (">=2024-11", date(2024, 11, 1), None),
        ("2024-11..", date(2024, 11, 1), None),
        ("..2024-11", None, date(2024, 11, 30)),
        (">= 2024", date(2024, 1, 1), None),
        ("<=2024-11", None, date(2024, 11, 30)),
        (">2024-11", date(2024, 12, 1), None),
        ("> 2024", date(2025, 1, 1), None),
        ("<2024-11", None, date(2024, 10, 31)),
        ("<2024-03-01", None, date(2024, 2, 29)),
        # Indonesian and English habits
        ("27-11-2024", date(2024, 11, 27), date(2024, 11, 27)),
        ("27/11/2024", date(2024, 11, 27), date(2024, 11, 27)),
        ("7/1/2024", date(2024, 1, 7), date(2024, 1, 7)),
        ("2024/11/27", date(2024, 11, 27), date(2024, 11, 27)),
        ("27.11.2024", date(2024, 11, 27), date(2024, 11, 27)),
        ("20241127", date(2024, 11, 27), date(2024, 11, 27)),
        ("11-2024", date(2024, 11, 1), date(2024, 11, 30)),
        ("11/2024", date(2024, 11, 1), date(2024, 11, 30)),
        ("november-2024", date(2024, 11, 1), date(2024, 11, 30)),
        ("NOVEMBER 2024", date(2024, 11, 1), date(2024, 11, 30)),
        ("2024-nov", date(2024, 11, 1), date(2024, 11, 30)),
        ("27 november 2024", date(2024, 11, 27), date(2024, 11, 27)),
        ("27 Nov. 2024", date(2024, 11, 27), date(2024, 11, 27)),
        ("27-nov-2024", date(2024, 11, 27), date(2024, 11, 27)),
        ("November 27, 2024", date(2024, 11, 27), date(2024, 11, 27)),
        ("2024-nov-27", date(2024, 11, 27), date(2024, 11, 27)),
        ("1 november 2024..27 november 2024", date(2024, 11, 1), date(2024, 11, 27)),
        ("nov-2024..des-2024", date(2024, 11, 1), date(2024, 12, 31)),
        ("27.11.2024..28.11.2024", date(2024, 11, 27), date(2024, 11, 28)),
        (">=nov-2024", date(2024, 11, 1), None),
        ("<nov-2024", None, date(2024, 10, 31)),
        # Weeks of ISO 8601, which may begin or end in another year.
        ("2024-W48", date(2024, 11, 25), date(2024, 12, 1)),
        ("2024-w1", date(2024, 1, 1), date(2024, 1, 7)),
        ("2025-W01", date(2024, 12, 30), date(2025, 1, 5)),
        ("2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
        ("2024-W48..2024-W49", date(2024, 11, 25), date(2024, 12, 8)),
        ("9999-W52", date(9999, 12, 27), date(9999, 12, 31)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_a_period_is_read_with_both_ends_included(text: str, first: date | None, last: date | None) -> None:
    assert parse_period(text) == Period(first, last)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("kemarin", "'kemarin' is no date; write a year, month or day: 2024, 2024-11, 2024-11-27."),
        ("", "'' is no date"),
        ("..", "'..' is no date"),
        (">=", "'>=' is no date"),
        ("2024..2025..2026", "'2025..2026' is no date"),
        (">=2024..2025", "is no date"),
        (">", "'>' is no date"),
        ("2024-11-27-2024", "is no date"),
        ("27/11/24", "is no date"),
        ("27 11 nov 2024", "is no date"),
        ("2024-N48", "is no date"),
        ("48-2024-W48", "is no date"),
        ("-2024", "is no date"),
        ("2024-", "is no date"),
        ("20241399", "'20241399' is not in the calendar; check its month and day."),
        ("31 november 2024", "not in the calendar"),
        ("11/27/2024", "not in the calendar"),
        ("2024-W54", "not in the calendar"),
        ("2023-W53", "not in the calendar"),
        ("0000-W01", "not in the calendar"),
        (">9999", "'>9999' is not in the calendar"),
        ("<0001", "'<0001' is not in the calendar"),
        ("november", "'november' names no year; add it, as in november-2024."),
        ("Nopember", "'Nopember' names no year; add it, as in nopember-2024."),
        ("27 Nov", "'27 Nov' names no year; add it, as in 27-nov-2024."),
        ("november 27", "'november 27' names no year; add it, as in november-27-2024."),
        ("2024..des", "'des' names no year"),
        ("24-11", "is no date"),
        ("2024-11-27T10:00", "is no date"),
        ("٢٠٢٤", "is no date"),
        ("2024-13", "'2024-13' is not in the calendar; check its month and day."),
        ("2024-00", "not in the calendar"),
        ("2024-02-30", "not in the calendar"),
        ("2023-02-29", "not in the calendar"),
        ("0000-00-00", "not in the calendar"),
        ("0000", "not in the calendar"),
        ("2024-11..2024-10", "'2024-11..2024-10' ends before it begins; turn it around."),
        ("x" * 5000, f"'{'x' * 40}' is no date"),
    ],
)
def test_what_is_no_period_is_named_with_what_would_be_one(text: str, reason: str) -> None:
    with pytest.raises(PeriodError) as caught:
        parse_period(text)
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("names", "month"),
    [
        ("januari January jan JAN", 1),
        ("februari pebruari february feb peb", 2),
        ("maret march mar", 3),
        ("april apr", 4),
        ("mei may MEI", 5),
        ("juni june jun", 6),
        ("juli july jul", 7),
        ("agustus august agust agt ags agu aug", 8),
        ("september sept sep", 9),
        ("oktober october okt oct", 10),
        ("november nopember November nov nop", 11),
        ("desember december des dec", 12),
    ],
)
def test_a_month_has_its_names_full_short_and_old_in_both_languages(names: str, month: int) -> None:
    for name in names.split():
        assert parse_point(f"7-{name}-2024") == Period(date(2024, month, 7), date(2024, month, 7))


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("2024-11..2024-10", "2024-10..2024-11"),
        ("des 2024 .. nov 2024", "nov 2024..des 2024"),
        ("kemarin", None),
        ("november", None),
    ],
)
def test_a_span_that_ends_before_it_begins_is_turned_around(text: str, mended: str | None) -> None:
    with pytest.raises(PeriodError) as caught:
        parse_period(text)
    assert caught.value.mended == mended
    assert mended is None or parse_period(mended)


@pytest.mark.parametrize("text", ["2024..2025", ">=2024", "<=2024", ">2024", "<2024", ".."])
def test_a_point_is_one_year_month_or_day(text: str) -> None:
    with pytest.raises(PeriodError):
        parse_point(text)


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period(date(2024, 11, 27), date(2024, 11, 27)), "2024-11-27"),
        (Period(date(2024, 11, 1), date(2024, 11, 30)), "2024-11"),
        (Period(date(2024, 1, 1), date(2024, 12, 31)), "2024"),
        (Period(date(2023, 1, 1), date(2024, 12, 31)), "2023..2024"),
        (Period(date(2024, 1, 1), date(2024, 11, 30)), "2024-01..2024-11"),
        (Period(date(2024, 1, 1), date(2024, 11, 29)), "2024-01-01..2024-11-29"),
        (Period(date(9999, 1, 1), date(9999, 12, 31)), "9999-01-01..9999-12-31"),
        (Period(date(2024, 1, 1), None), ">=2024"),
        (Period(date(2024, 11, 1), None), ">=2024-11"),
        (Period(None, date(2024, 11, 30)), "<=2024-11"),
        (Period(None, None), ".."),
    ],
)
def test_a_period_is_written_in_the_shortest_form(period: Period, text: str) -> None:
    assert str(period) == text


@given(days=st.tuples(st.none() | st.dates(), st.none() | st.dates()).filter(any))
def test_what_is_written_reads_back(days: tuple[date | None, date | None]) -> None:
    first, last = days
    if first and last:
        first, last = min(first, last), max(first, last)
    assert parse_period(str(Period(first, last))) == Period(first, last)


@given(day=st.dates())
def test_a_day_is_in_its_week_and_the_week_in_the_calendar(day: date) -> None:
    year, week, weekday = day.isocalendar()
    period = parse_point(f"{year:04}-W{week:02}")
    assert period.first
    assert period.last
    assert period.first.isocalendar() == (year, week, 1)
    assert (day - period.first).days == weekday - 1
    assert day <= period.last
    assert period.last.isocalendar().week == week


@given(day=st.dates(), sign=st.sampled_from("-/."), name=st.sampled_from(sorted(MONTH_NUMBERS)))
def test_a_day_reads_the_same_in_every_writing(day: date, sign: str, name: str) -> None:
    parts = [f"{day.year:04}", f"{day.month:02}", f"{day.day:02}"]
    assert parse_point(sign.join(parts)) == parse_point(sign.join(reversed(parts))) == Period(day, day)
    named = parse_point(f"7 {name} {day.year:04}").first
    assert named == date(day.year, MONTH_NUMBERS[name], 7)


@given(text=st.text(alphabet="0123456789-.<>= xWnov/,", max_size=24))
def test_any_text_is_a_period_or_raises_period_error(text: str) -> None:
    try:
        period = parse_period(text)
    except PeriodError:
        return
    assert period.first or period.last
