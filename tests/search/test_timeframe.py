"""Spans of days in a query, turned into filters."""

from datetime import date

import pytest

from search.engine import Filters
from search.query import parse
from search.timeframe import date_parts_as_filter


@pytest.mark.parametrize(
    ("query", "rest", "since", "until"),
    [
        ("debat", "debat", None, None),
        ("", "", None, None),
        ("date:2024-11", "", date(2024, 11, 1), date(2024, 11, 30)),
        ("debat date:2024-11", "debat", date(2024, 11, 1), date(2024, 11, 30)),
        ("debat (publik date:>=2024)", "debat publik", date(2024, 1, 1), None),
        ("date:2024 debat date:<=2024-11", "debat", date(2024, 1, 1), date(2024, 11, 30)),
        ("date:2023 date:2024", "", date(2024, 1, 1), date(2023, 12, 31)),
        # What holds for some of the hits only stays.
        ("debat OR date:2024", "debat OR date:2024", None, None),
        ("debat -date:2024", "debat -date:2024", None, None),
        ("(a OR date:2023) date:2024", "a OR date:2023", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_date_parts_that_hold_for_all_become_a_filter(
    query: str, rest: str, since: date | None, until: date | None
) -> None:
    assert date_parts_as_filter(parse(query), Filters()) == (parse(rest), Filters(since=since, until=until))


def test_they_narrow_the_span_and_leave_the_other_filters() -> None:
    filters = Filters(("a.example",), ("Anton",), ("2024",), date(2024, 11, 10), date(2024, 11, 20))
    assert date_parts_as_filter(parse("x date:2024-11"), filters) == (parse("x"), filters)
    narrowed = date_parts_as_filter(parse("x date:2024-11-15"), filters)[1]
    assert (narrowed.since, narrowed.until) == (date(2024, 11, 15), date(2024, 11, 15))
    assert (narrowed.sources, narrowed.speakers, narrowed.dates) == (("a.example",), ("Anton",), ("2024",))
