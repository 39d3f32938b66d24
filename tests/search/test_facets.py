"""Filters and facet counts in one pass."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.schema import NO_DAY
from search.columns import Columns
from search.facets import VALUES_MOST, Filters, fold_name, select
from search.results import Facets, FacetValue

OCTOBER, NOVEMBER, LAST = (
    date(2024, 10, 20).toordinal(),
    date(2024, 11, 1).toordinal(),
    date(2024, 11, 30).toordinal(),
)
COLUMNS = Columns(
    sources=["lentera.example", "lentera.example", "Kabar Teluk", "Kabar Teluk", ""],
    speakers=[("Nu'man Saefudin",), ("Nu'man Saefudin", "Siti Marlupi"), ("Siti Marlupi",), (), ()],
    days=[OCTOBER, NOVEMBER, LAST, NO_DAY, NO_DAY],
)
ALL = range(5)


def counts(values: tuple[FacetValue, ...]) -> list[tuple[str, int]]:
    return [(value.value, value.count) for value in values]


def test_facets_count_every_document_without_a_filter() -> None:
    selection = select(ALL, COLUMNS, Filters())
    assert selection.documents == list(ALL)
    assert counts(selection.facets.source) == [("Kabar Teluk", 2), ("lentera.example", 2)]
    assert counts(selection.facets.speaker) == [("Nu'man Saefudin", 2), ("Siti Marlupi", 2)]
    assert counts(selection.facets.date) == [("2024-11", 2), ("2024-10", 1), ("undated", 2)]


@pytest.mark.parametrize(
    ("filters", "documents"),
    [
        (Filters(sources=("lentera.example",)), [0, 1]),
        (Filters(sources=("lentera.example", "Kabar Teluk")), [0, 1, 2, 3]),
        (Filters(sources=("LENTERA.example",)), [0, 1]),
        (Filters(sources=("kabar  teluk ",)), [2, 3]),
        (Filters(speakers=("Siti Marlupi",)), [1, 2]),
        (Filters(speakers=("nu’man saefudin",)), [0, 1]),
        (Filters(speakers=("Siti Marlupi", "Nu'man Saefudin")), [0, 1, 2]),
        (Filters(speakers=("Siti",)), []),
        (Filters(dates=("2024-11",)), [1, 2]),
        (Filters(dates=("2024-10", "undated")), [0, 3, 4]),
        (Filters(sources=("lentera.example",), dates=("2024-11",)), [1]),
        (Filters(sources=("Kabar Teluk",), speakers=("Nu'man Saefudin",)), []),
        (Filters(since=date(2024, 11, 1)), [1, 2]),
        (Filters(until=date(2024, 11, 1)), [0, 1]),
        (Filters(since=date(2024, 11, 1), until=date(2024, 11, 1)), [1]),
        (Filters(since=date.min, until=date.max), [0, 1, 2]),
        (Filters(since=date(2024, 1, 1), dates=("undated",)), []),
    ],
)
def test_values_are_alternatives_within_a_facet_and_all_facets_must_hold(
    filters: Filters, documents: list[int]
) -> None:
    assert select(ALL, COLUMNS, filters).documents == documents


def test_choosing_a_value_never_hides_its_neighbours() -> None:
    facets = select(ALL, COLUMNS, Filters(sources=("lentera.example",))).facets
    assert facets.source == (
        FacetValue("Kabar Teluk", 2),
        FacetValue("lentera.example", 2, selected=True),
    )
    assert counts(facets.speaker) == [("Nu'man Saefudin", 2), ("Siti Marlupi", 1)]
    assert counts(facets.date) == [("2024-11", 1), ("2024-10", 1)]


def test_a_chosen_value_that_no_hit_has_is_listed_with_no_count() -> None:
    facets = select([0], COLUMNS, Filters(speakers=("Bonar",), dates=("2019-01", "undated"))).facets
    assert facets.speaker == (FacetValue("Bonar", 0, selected=True),)
    assert facets.date == (
        FacetValue("2019-01", 0, selected=True),
        FacetValue("undated", 0, selected=True),
    )


def test_a_value_chosen_in_another_spelling_is_marked_under_its_own() -> None:
    facets = select(ALL, COLUMNS, Filters(speakers=("NU’MAN saefudin",))).facets
    assert facets.speaker[0] == FacetValue("Nu'man Saefudin", 2, selected=True)
    assert [value.value for value in facets.speaker] == ["Nu'man Saefudin", "Siti Marlupi"]


def test_rare_values_are_left_out_of_a_long_facet_but_not_the_chosen() -> None:
    names = [f"Saksi {number:03d}" for number in range(VALUES_MOST + 20)]
    columns = Columns([""] * len(names), [(name,) for name in names], [NO_DAY] * len(names))
    facets = select(range(len(names)), columns, Filters(speakers=(names[-1],))).facets
    assert [value.value for value in facets.speaker] == [*names[:VALUES_MOST], names[-1]]
    assert facets.speaker[-1].selected


def test_no_document_gives_no_facet_value() -> None:
    selection = select([], COLUMNS, Filters())
    assert selection.documents == []
    assert selection.facets == Facets()


def test_the_order_of_the_documents_is_kept() -> None:
    assert select([4, 0, 2], COLUMNS, Filters()).documents == [4, 0, 2]


@pytest.mark.parametrize(
    ("name", "folded"),
    [("Nu’man  SAEFUDIN ", "nu'man saefudin"), ("Al\u00a0Badrani", "al badrani"), ("", "")],
)
def test_names_are_compared_folded(name: str, folded: str) -> None:
    assert fold_name(name) == folded


SOURCES = ("", "a.example", "b.example")
NAMES = ("Anton", "Bonar", "Citra")
DAYS = (NO_DAY, OCTOBER, NOVEMBER, LAST)
MONTHS = {NO_DAY: "undated", OCTOBER: "2024-10", NOVEMBER: "2024-11", LAST: "2024-11"}
documents = st.tuples(
    st.sampled_from(SOURCES),
    st.lists(st.sampled_from(NAMES), unique=True).map(tuple),
    st.sampled_from(DAYS),
)
days = st.none() | st.dates(date(2024, 10, 1), date(2024, 12, 1))
all_filters = st.builds(
    Filters,
    sources=st.lists(st.sampled_from(SOURCES[1:]), unique=True).map(tuple),
    speakers=st.lists(st.sampled_from(NAMES), unique=True).map(tuple),
    dates=st.lists(st.sampled_from(["2024-10", "2024-11", "undated"]), unique=True).map(tuple),
    since=days,
    until=days,
)
Row = tuple[str, tuple[str, ...], int]


def passes(row: Row, filters: Filters) -> bool:
    source, speakers, day = row
    dated = filters.since or filters.until
    return (
        (not filters.sources or source in filters.sources)
        and (not filters.speakers or bool(set(speakers) & set(filters.speakers)))
        and (not filters.dates or MONTHS[day] in filters.dates)
        and (not dated or day != NO_DAY)
        and (not filters.since or day >= filters.since.toordinal())
        and (not filters.until or day <= filters.until.toordinal())
    )


@given(rows=st.lists(documents, max_size=12), filters=all_filters)
def test_counts_are_those_of_counting_by_hand(rows: list[Row], filters: Filters) -> None:
    columns = Columns([row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows])
    selection = select(range(len(rows)), columns, filters)
    assert selection.documents == [n for n, row in enumerate(rows) if passes(row, filters)]
    by_hand = {
        "source": Counter(row[0] for row in rows if row[0] and passes(row, replace(filters, sources=()))),
        "speaker": Counter(
            name for row in rows if passes(row, replace(filters, speakers=())) for name in row[1]
        ),
        "date": Counter(MONTHS[row[2]] for row in rows if passes(row, replace(filters, dates=()))),
    }
    for name, values in selection.facets.items():
        assert {value.value: value.count for value in values if value.count} == by_hand[name]
