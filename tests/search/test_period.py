"""Spans of days, read and written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        ("..", "'' is no date"),
        (">=", "'' is no date"),
        ("2024..2025..2026", "'2025..2026' is no date"),
        (">=2024..2025", "is no date"),
        (">2024", "is no date"),
        ("20241399", "is no date"),
        ("24-11", "is no date"),
        ("2024-11-27T10:00", "is no date"),
        ("27-11-2024", "is no date"),
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


@pytest.mark.parametrize("text", ["2024..2025", ">=2024", "<=2024", ".."])
def test_a_point_is_one_year_month_or_day(text: str) -> None:
    with pytest.raises(PeriodError):
        parse_point(text)


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period(date(2024, 11, 27), date(2024, 11, 27)), "2024-11-27"),
        (Period(date(2024, 11, 1), date(2024, 11, 30)), "2024-11-01..2024-11-30"),
        (Period(date(2024, 11, 1), None), ">=2024-11-01"),
        (Period(None, date(2024, 11, 30)), "<=2024-11-30"),
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


@given(text=st.text(alphabet="0123456789-.<>= x", max_size=24))
def test_any_text_is_a_period_or_raises_period_error(text: str) -> None:
    try:
        period = parse_period(text)
    except PeriodError:
        return
    assert period.first or period.last
