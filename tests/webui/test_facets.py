from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

import pytest
from flask import Flask

from search.engine import VALUES_MOST
from search.request import SearchRequest
from search.results import Facets, FacetValue, SearchPage
from webui.facets import SHOWN_AT_ONCE, SHOWN_MOST, chips, facet_groups, left_out


def read_back(link: str) -> SearchRequest:
    return SearchRequest.from_params(parse_qsl(urlsplit(link).query))


def page(*, undated: int, relaxed: bool = False) -> SearchPage:
    return SearchPage("x", 0, (), Facets(), "gen-000001", relaxed=relaxed, undated=undated)


def values(*names: str) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(name, 1500) for name in names)


def test_groups_stand_in_the_page_s_order_and_empty_ones_are_left_out(app: Flask) -> None:
    facets = Facets(date=values("2024-11", "undated"), source=values("a.example"))
    with app.test_request_context():
        groups = facet_groups(facets, SearchRequest(query="x"))
    assert [group.title for group in groups] == ["Media", "Tanggal"]
    assert [choice.label for choice in groups[1].first] == ["November 2024"]
    assert [choice.label for choice in groups[1].last] == ["tanpa tanggal"]
    assert groups[0].first[0].count == "1.500"


def test_kinds_stand_first_in_words_where_there_are_two(app: Flask) -> None:
    facets = Facets(source=values("a.example"), kind=values("news", "factcheck"))
    with app.test_request_context():
        groups = facet_groups(facets, SearchRequest(query="x"))
        (alone,) = facet_groups(Facets(source=values("a.example"), kind=values("news")), SearchRequest("x"))
        (chip,) = chips(SearchRequest("x", kinds=("factcheck",)))
    assert [group.title for group in groups] == ["Jenis", "Media"]
    assert [choice.label for choice in groups[0].first] == ["Berita", "Cek fakta"]
    assert read_back(groups[0].first[1].link) == SearchRequest("x", kinds=("factcheck",))
    assert alone.title == "Media"
    assert (chip.title, chip.label, chip.link) == ("Jenis", "Cek fakta", "/search?q=x")


def test_choosing_a_value_keeps_the_rest_of_the_question(app: Flask) -> None:
    asked = SearchRequest(query="pilkada", target="quotes", speakers=("Ratna",), sort="newest", page=4)
    with app.test_request_context():
        (group,) = facet_groups(Facets(source=values("a.example")), asked)
    chosen = read_back(group.first[0].link)
    assert chosen == SearchRequest(
        query="pilkada", target="quotes", speakers=("Ratna",), sources=("a.example",), sort="newest"
    )


def test_a_chosen_value_is_marked_and_its_link_drops_it(app: Flask) -> None:
    asked = SearchRequest(query="pilkada", sources=("a.example", "b.example"))
    with app.test_request_context():
        found = (FacetValue("a.example", 3, ("a.example",)), FacetValue("c.example", 1))
        (group,) = facet_groups(Facets(source=found), asked)
    assert [choice.selected for choice in group.first] == [True, False]
    assert read_back(group.first[0].link).sources == ("b.example",)


def test_a_value_the_engine_calls_selected_is_dropped_by_its_own_spelling(app: Flask) -> None:
    asked = SearchRequest(speakers=("ahmad su’jai",))
    with app.test_request_context():
        (group,) = facet_groups(Facets(speaker=(FacetValue("Ahmad Su'jai", 2, asked.speakers),)), asked)
    assert read_back(group.first[0].link).speakers == ()


def test_only_the_first_values_are_shown_at_once(app: Flask) -> None:
    names = [f"Media {number:02}" for number in range(20)]
    with app.test_request_context():
        (group,) = facet_groups(Facets(source=values(*names)), SearchRequest())
    assert len(group.first) == SHOWN_AT_ONCE
    assert [choice.label for choice in (*group.first, *group.rest)] == names


def test_a_chosen_value_never_hides_behind_the_fold(app: Flask) -> None:
    names = [f"Media {number:02}" for number in range(20)]
    found = (*values(*names[:-1]), FacetValue(names[-1], 1, (names[-1],)))
    with app.test_request_context():
        (group,) = facet_groups(Facets(source=found), SearchRequest(sources=("Media 19",)))
    assert group.first[-1].label == "Media 19"
    assert len(group.first) + len(group.rest) == len(names)


def test_of_a_thousand_days_some_are_shown_and_the_rest_counted(app: Flask) -> None:
    names = [f"{9999 - number}" for number in range(1000)]
    found = (
        *values(*names[:500]),
        FacetValue(names[500], 1, (names[500],)),
        *values(*names[501:], "undated"),
    )
    with app.test_request_context():
        (group,) = facet_groups(Facets(date=found), SearchRequest(dates=(names[500],), by="year"))
    assert [choice.label for choice in group.first] == [*names[:SHOWN_AT_ONCE], names[500]]
    assert [choice.label for choice in group.last] == ["tanpa tanggal"]
    assert [choice.label for choice in group.rest] == names[SHOWN_AT_ONCE:SHOWN_MOST]
    assert len(group.first) + len(group.rest) + group.unlisted == 1000


@pytest.mark.parametrize(("count", "is_cut"), [(VALUES_MOST - 1, False), (VALUES_MOST, True)])
def test_a_full_list_of_sources_may_be_cut(app: Flask, *, count: int, is_cut: bool) -> None:
    found = values(*(f"media{number}.example" for number in range(count)))
    with app.test_request_context():
        (group,) = facet_groups(Facets(source=found), SearchRequest("x"))
    assert (group.is_cut, group.unlisted) == (is_cut, 0)


def test_only_dates_have_units_and_their_links_change_nothing_else(app: Flask) -> None:
    asked = SearchRequest(query="x", dates=("2024-11",), by="week", sort="oldest", page=2)
    with app.test_request_context():
        source, dates = facet_groups(Facets(source=values("a"), date=values("2024-W48")), asked)
    assert source.units == ()
    assert [unit.label for unit in dates.units if unit.current] == ["Minggu"]
    assert [read_back(unit.link) for unit in dates.units] == [
        replace(asked, by=unit) for unit in ("year", "month", "week", "day")
    ]


@pytest.mark.parametrize(
    ("asked", "joined", "shown"),
    [
        (
            SearchRequest("x", dates=("2024",), page=3),
            True,
            SearchRequest("x", dates=("2024", "undated")),
        ),
        (
            SearchRequest("x", sources=("a",), since="2024", until="2025", by="day", page=3),
            False,
            SearchRequest("x", sources=("a",), dates=("undated",), by="day"),
        ),
        (
            SearchRequest("x", dates=("2024", "undated"), since="2024"),
            False,
            SearchRequest("x", dates=("undated",)),
        ),
    ],
)
def test_a_link_shows_what_was_left_out_for_want_of_a_date(
    app: Flask, asked: SearchRequest, shown: SearchRequest, *, joined: bool
) -> None:
    with app.test_request_context():
        found = left_out(page(undated=1500), asked)
    assert found is not None
    assert (found.count, found.joined) == (1500, joined)
    assert read_back(found.link or "") == shown


def test_of_hits_for_any_word_the_link_asks_for_any_word_too(app: Flask) -> None:
    with app.test_request_context():
        found = left_out(page(undated=1, relaxed=True), SearchRequest("x y", dates=("2024",)))
    assert found
    assert read_back(found.link or "").mode == "any"


def test_a_query_with_a_date_of_its_own_is_not_rewritten(app: Flask) -> None:
    with app.test_request_context():
        found = left_out(page(undated=1), SearchRequest("x date:2024", dates=("2024-11",)))
    assert found
    assert found.link is None


def test_where_nothing_was_left_out_nothing_is_told(app: Flask) -> None:
    with app.test_request_context():
        assert left_out(page(undated=0), SearchRequest("x", since="2024")) is None


def test_every_filter_has_a_chip_that_removes_it_alone(app: Flask) -> None:
    asked = SearchRequest(
        query="x",
        sources=("a.example",),
        speakers=("Ratna", "Damar"),
        dates=("2024-11",),
        since="2024",
        until="2025-01",
        page=3,
    )
    with app.test_request_context():
        made = chips(asked)
    assert [(chip.title, chip.label) for chip in made] == [
        ("Media", "a.example"),
        ("Pembicara", "Ratna"),
        ("Pembicara", "Damar"),
        ("Tanggal", "November 2024"),
        ("Sejak", "2024"),
        ("Sampai", "2025-01"),
    ]
    without = [read_back(chip.link) for chip in made]
    assert without[1].speakers == ("Damar",)
    assert (without[4].since, without[4].until) == (None, "2025-01")
    assert (without[5].since, without[5].until) == ("2024", None)
    assert {each.page for each in without} == {1}


def test_without_filters_there_are_no_chips(app: Flask) -> None:
    with app.test_request_context():
        assert chips(SearchRequest(query="x", sort="newest")) == ()
