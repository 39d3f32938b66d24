"""What names and values of facets stand for."""

import pytest

from search.engine import VALUES_MOST
from search.facets import chosen_values, is_telling, may_be_cut, newest_first, sources_under
from search.results import FacetValue

SOURCES = {"kabar teluk": "Kabar Teluk", "kompas.com": "kompas.com"}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("KABAR teluk", ["Kabar Teluk"]),
        ("nasional.kompas.com", ["kompas.com"]),
        ("www.kompas.com", ["kompas.com"]),
        ("lain", []),
    ],
)
def test_a_source_is_meant_by_any_spelling_and_section(name: str, found: list[str]) -> None:
    assert sources_under(name, SOURCES) == found


def test_an_unknown_name_stands_for_itself_once_in_whatever_spelling() -> None:
    chosen = chosen_values(["KABAR teluk", "lain", "Lain"], lambda name: sources_under(name, SOURCES))
    assert chosen == {"Kabar Teluk": ("KABAR teluk",), "lain": ("lain", "Lain")}


def test_a_list_of_values_may_be_cut_unless_they_are_dates() -> None:
    values = (FacetValue("a", 1),) * VALUES_MOST
    assert may_be_cut("source", values)
    assert not may_be_cut("source", values[1:])
    assert not may_be_cut("date", values)


def test_a_year_stands_before_its_december_and_that_before_its_last_week() -> None:
    values = ["undated", "2024-11", "2024-12-31", "2025-W01", "2024-12", "2024"]
    assert sorted(values, key=newest_first) == [
        *("2025-W01", "2024", "2024-12", "2024-12-31", "2024-11", "undated"),
    ]


@pytest.mark.parametrize(
    ("facet", "values", "says_something"),
    [
        ("kind", (FacetValue("news", 3),), False),
        ("kind", (FacetValue("news", 3, ("news",)),), True),
        ("kind", (FacetValue("news", 3), FacetValue("factcheck", 1)), True),
        ("source", (FacetValue("a.example", 3),), True),
        ("source", (), False),
    ],
)
def test_one_kind_alone_says_nothing(
    facet: str, values: tuple[FacetValue, ...], *, says_something: bool
) -> None:
    assert is_telling(facet, values) == says_something
