"""Years, months, weeks and days as values of the date facet."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.voices import NO_DAY
from search.buckets import Bucket, bucket_of, bucket_value, parse_bucket
from search.errors import PeriodError
from search.request import UNITS, Unit


@pytest.mark.parametrize(
    ("day", "values"),
    [
        (date(2024, 11, 27), ("2024", "2024-11", "2024-W48", "2024-11-27")),
        # A week belongs to the year of its Thursday.
        (date(2024, 12, 30), ("2024", "2024-12", "2025-W01", "2024-12-30")),
        (date(2027, 1, 1), ("2027", "2027-01", "2026-W53", "2027-01-01")),
        (date.min, ("0001", "0001-01", "0001-W01", "0001-01-01")),
        (date.max, ("9999", "9999-12", "9999-W52", "9999-12-31")),
    ],
)
def test_a_day_is_in_one_bucket_of_each_unit(day: date, values: tuple[str, ...]) -> None:
    assert tuple(bucket_of(day, unit) for unit in UNITS) == values


@pytest.mark.parametrize(
    ("value", "bucket"),
    [
        ("2024", Bucket("year", date(2024, 1, 1), date(2024, 12, 31))),
        ("2024-02", Bucket("month", date(2024, 2, 1), date(2024, 2, 29))),
        ("2024-W48", Bucket("week", date(2024, 11, 25), date(2024, 12, 1))),
        ("2025-W01", Bucket("week", date(2024, 12, 30), date(2025, 1, 5))),
        ("9999-W52", Bucket("week", date(9999, 12, 27), date.max)),
        ("2024-11-27", Bucket("day", date(2024, 11, 27), date(2024, 11, 27))),
    ],
)
def test_a_value_names_its_first_and_last_day(value: str, bucket: Bucket) -> None:
    assert parse_bucket(value) == bucket


@pytest.mark.parametrize(
    "value",
    [
        *(
            "",
            "undated",
            "november",
            "24",
            "2024-13",
            "2024-00",
            "2024-02-30",
            "2023-02-29",
            "0000",
            "0000-W01",
        ),
        *("2024-W00", "2024-W53", "2024-W60", "2024-W5", "2024-w48", "2024-W48-1", "2024W48"),
        *("2024-1", " 2024-1", "2024-1-01", "2024-11\n", "2024 ", ">=2024", "2024..", "20241127", "٢٠٢٤"),
    ],
)
def test_what_is_no_value_is_refused_with_what_would_be(value: str) -> None:
    with pytest.raises(PeriodError) as caught:
        parse_bucket(value)
    assert str(caught.value) == (
        f"'{value}' is no year, month, week or day; choose one such as 2024, 2024-11, 2024-W48, 2024-11-27, "
        "or 'undated'."
    )


def test_of_a_long_value_only_the_beginning_is_told() -> None:
    with pytest.raises(PeriodError, match=f"^'{'9' * 40}' is no year"):
        parse_bucket("9" * 1000)


@given(day=st.dates(), unit=st.sampled_from(UNITS))
def test_a_value_is_read_back_as_the_days_that_have_it(day: date, unit: Unit) -> None:
    value = bucket_of(day, unit)
    found = parse_bucket(value)
    assert found.unit == unit
    assert found.first <= day <= found.last
    outside = {found.first.toordinal() - 1, found.last.toordinal() + 1}
    inside = {bucket_of(found.first, unit), bucket_of(found.last, unit)}
    assert inside == {value}
    assert all(
        bucket_of(date.fromordinal(each), unit) != value
        for each in outside
        if date.min.toordinal() <= each <= date.max.toordinal()
    )


@pytest.mark.parametrize(
    ("day", "values"),
    [
        (date(2024, 12, 30).toordinal(), ["2024", "2024-12", "2025-W01", "2024-12-30"]),
        (NO_DAY, ["undated"] * 4),
    ],
)
def test_a_day_number_has_a_value_of_each_unit(day: int, values: list[str]) -> None:
    assert [bucket_value(day, unit) for unit in UNITS] == values
