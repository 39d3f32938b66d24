"""Facet values by document number."""

from datetime import date

import pytest

from index.voices import NO_DAY
from search.columns import Columns
from search.errors import PeriodError

MONDAY, SUNDAY, LATER = (
    date(2024, 12, 30).toordinal(),
    date(2025, 1, 5).toordinal(),
    date(2025, 1, 6).toordinal(),
)
COLUMNS = Columns([""] * 5, [()] * 5, [MONDAY, NO_DAY, SUNDAY, LATER, MONDAY])


def test_every_day_that_occurs_has_its_bucket_of_each_unit() -> None:
    assert COLUMNS.buckets == {
        "year": {MONDAY: "2024", SUNDAY: "2025", LATER: "2025", NO_DAY: "undated"},
        "month": {MONDAY: "2024-12", SUNDAY: "2025-01", LATER: "2025-01", NO_DAY: "undated"},
        "week": {MONDAY: "2025-W01", SUNDAY: "2025-W01", LATER: "2025-W02", NO_DAY: "undated"},
        "day": {MONDAY: "2024-12-30", SUNDAY: "2025-01-05", LATER: "2025-01-06", NO_DAY: "undated"},
    }


@pytest.mark.parametrize(
    ("values", "days"),
    [
        ([], set()),
        (["2024"], {MONDAY}),
        (["2025-W01"], {MONDAY, SUNDAY}),
        (["2025-01-06", "2024-12"], {LATER, MONDAY}),
        (["undated"], {NO_DAY}),
        (["2019"], set()),
    ],
)
def test_chosen_dates_of_any_unit_stand_for_their_days(values: list[str], days: set[int]) -> None:
    assert COLUMNS.days_of(values) == days
    assert "undated" in COLUMNS.buckets["year"].values()


def test_a_date_that_is_none_has_no_days() -> None:
    with pytest.raises(PeriodError):
        COLUMNS.days_of(["2024-13"])


def test_a_name_in_several_spellings_gets_its_most_frequent_one() -> None:
    sources = ["Kabar Teluk", "KABAR TELUK", "kabar teluk", "Kabar Teluk", ""]
    columns = Columns.of(sources, [()] * 5, [NO_DAY] * 5, [b""] * 5)
    assert columns.sources == ["Kabar Teluk"] * 4 + [""]
    assert columns.source_names == {"kabar teluk": "Kabar Teluk", "": ""}
    assert columns.sources_called(["KABAR teluk", "lain", "Lain"]) == {
        "Kabar Teluk": ("KABAR teluk",),
        "lain": ("lain", "Lain"),
    }


def test_a_section_of_an_outlet_chooses_the_outlet() -> None:
    columns = Columns.of(["kompas.com", "www.lain.example"], [(), ()], [1, 1], [b"a", b"b"])
    assert columns.sources_called(["nasional.kompas.com", "www.lain.example"]) == {
        "kompas.com": ("nasional.kompas.com",),
        "www.lain.example": ("www.lain.example",),
    }


def test_of_spellings_as_frequent_the_first_in_order_is_taken() -> None:
    columns = Columns.of(["b", "B"], [(), ()], [NO_DAY] * 2, [b"", b""])
    assert columns.sources == ["B", "B"]
