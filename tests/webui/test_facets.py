from urllib.parse import parse_qsl, urlsplit

from flask import Flask

from search.request import SearchRequest
from search.results import Facets, FacetValue
from webui.facets import SHOWN_AT_ONCE, chips, facet_groups


def read_back(link: str) -> SearchRequest:
    return SearchRequest.from_params(parse_qsl(urlsplit(link).query))


def values(*names: str) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(name, 1500) for name in names)


def test_groups_stand_in_the_page_s_order_and_empty_ones_are_left_out(app: Flask) -> None:
    facets = Facets(date=values("2024-11", "undated"), source=values("a.example"))
    with app.test_request_context():
        groups = facet_groups(facets, SearchRequest(query="x"))
    assert [group.title for group in groups] == ["Media", "Bulan"]
    assert [choice.label for choice in groups[1].first] == ["November 2024", "tanpa tanggal"]
    assert groups[0].first[0].count == "1.500"


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
        found = (FacetValue("a.example", 3, selected=True), FacetValue("c.example", 1))
        (group,) = facet_groups(Facets(source=found), asked)
    assert [choice.selected for choice in group.first] == [True, False]
    assert read_back(group.first[0].link).sources == ("b.example",)


def test_a_value_the_engine_calls_selected_is_dropped_by_its_own_spelling(app: Flask) -> None:
    asked = SearchRequest(speakers=("ahmad su’jai",))
    with app.test_request_context():
        (group,) = facet_groups(Facets(speaker=(FacetValue("Ahmad Su'jai", 2, selected=True),)), asked)
    assert read_back(group.first[0].link).speakers == ()


def test_only_the_first_values_are_shown_at_once(app: Flask) -> None:
    names = [f"Media {number:02}" for number in range(20)]
    with app.test_request_context():
        (group,) = facet_groups(Facets(source=values(*names)), SearchRequest())
    assert len(group.first) == SHOWN_AT_ONCE
    assert [choice.label for choice in (*group.first, *group.rest)] == names


def test_a_chosen_value_never_hides_behind_the_fold(app: Flask) -> None:
    names = [f"Media {number:02}" for number in range(20)]
    found = (*values(*names[:-1]), FacetValue(names[-1], 1, selected=True))
    with app.test_request_context():
        (group,) = facet_groups(Facets(source=found), SearchRequest(sources=("Media 19",)))
    assert group.first[-1].label == "Media 19"
    assert len(group.first) + len(group.rest) == len(names)


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
        ("Bulan", "November 2024"),
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
