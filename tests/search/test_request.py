"""A request and its spelling as URL parameters."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.characters import clean_characters
from search.errors import RequestError
from search.request import KINDS, LIMIT_MOST, PAGE_MOST, QUERY_MOST, SearchRequest


@pytest.mark.parametrize(
    ("params", "request_"),
    [
        ([], SearchRequest()),
        ([("q", "debat")], SearchRequest("debat")),
        ([("q", "  debat ")], SearchRequest("debat")),
        ([("q", "a"), ("q", "b")], SearchRequest("a")),
        ([("q[]", "a"), ("id", "7"), ("Q", "b")], SearchRequest()),
        ([("in", "quotes")], SearchRequest(target="quotes")),
        ([("in", "")], SearchRequest()),
        (
            [("source", "a.example"), ("source", "b.example"), ("source", "a.example"), ("source", " ")],
            SearchRequest(sources=("a.example", "b.example")),
        ),
        (
            [("speaker", "Nu’man"), ("date", "2024-11")],
            SearchRequest(speakers=("Nu’man",), dates=("2024-11",)),
        ),
        ([("kind", "factcheck"), ("kind", ""), ("kind", "factcheck")], SearchRequest(kinds=("factcheck",))),
        ([("since", "2024"), ("until", "")], SearchRequest(since="2024")),
        (
            [("sort", "newest"), ("page", "3"), ("limit", "20")],
            SearchRequest(sort="newest", page=3, limit=20),
        ),
        ([("page", "007")], SearchRequest(page=7)),
        # What could not be printed is replaced or dropped.
        ([("q", "de\0bat"), ("source", "a\ud800")], SearchRequest("debat", sources=("a\ufffd",))),
        ([("q", "\0")], SearchRequest()),
    ],
)
def test_parameters_are_read_as_this_request(params: list[tuple[str, str]], request_: SearchRequest) -> None:
    assert SearchRequest.from_params(params) == request_


@pytest.mark.parametrize(
    ("params", "field", "message"),
    [
        ([("page", "0")], "page", "'page' must be between 1 and 100; 0 is not."),
        ([("page", "-1")], "page", "'page' must be a whole number; '-1' is not."),
        ([("page", "101")], "page", "between 1 and 100"),
        ([("page", "1000000000")], "page", "whole number"),
        ([("page", "9" * 5000)], "page", f"'page' must be a whole number; '{'9' * 20}' is not."),
        ([("page", "1.5")], "page", "whole number"),
        ([("page", "²")], "page", "whole number"),
        ([("page", "٣")], "page", "whole number"),
        ([("limit", "0")], "limit", "'limit' must be between 1 and 100; 0 is not."),
        ([("limit", "101")], "limit", "between 1 and 100"),
        ([("limit", "ten")], "limit", "whole number"),
        ([("sort", "date")], "sort", "'sort' must be one of relevance, newest, oldest; 'date' is not."),
        ([("kind", "hoaks")], "kind", "'kind' must be one of news, factcheck; 'hoaks' is not."),
        ([("in", "people")], "in", "'in' must be one of articles, quotes; 'people' is not."),
        ([("q", "x" * 1001)], "q", "The query is longer than 1,000 characters; shorten it."),
        ([("q", " " * 1_000_000 + "x" * 1001)], "q", "longer than"),
    ],
)
def test_a_value_out_of_range_is_named_with_its_field(
    params: list[tuple[str, str]], field: str, message: str
) -> None:
    with pytest.raises(RequestError) as caught:
        SearchRequest.from_params(params)
    assert caught.value.field == field
    assert message in str(caught.value)


@pytest.mark.parametrize("fields", [{"page": 0}, {"limit": 1000}, {"sort": "best"}, {"target": "people"}])
def test_a_request_made_by_hand_is_checked_too(fields: dict[str, Any]) -> None:
    with pytest.raises(RequestError):
        SearchRequest(**fields)


def test_defaults_are_left_out_of_the_parameters() -> None:
    assert SearchRequest().to_params() == []
    assert SearchRequest("articles", sources=("relevance", "1")).to_params() == [
        ("q", "articles"),
        ("source", "relevance"),
        ("source", "1"),
    ]


clean = st.text(max_size=30).map(lambda text: clean_characters(text).strip())
names = st.lists(clean.filter(bool), unique=True, max_size=3).map(tuple)
requests = st.builds(
    SearchRequest,
    query=clean,
    target=st.sampled_from(["articles", "quotes"]),
    sources=names,
    speakers=names,
    dates=names,
    kinds=st.lists(st.sampled_from(KINDS), unique=True).map(tuple),
    since=st.none() | clean.filter(bool),
    until=st.none() | clean.filter(bool),
    sort=st.sampled_from(["relevance", "newest", "oldest"]),
    page=st.integers(1, PAGE_MOST),
    limit=st.integers(1, LIMIT_MOST),
)


@given(request_=requests)
def test_a_request_survives_the_way_through_parameters(request_: SearchRequest) -> None:
    assert SearchRequest.from_params(request_.to_params()) == request_


pairs = st.tuples(
    st.sampled_from(
        ["q", "in", "source", "speaker", "date", "kind", "since", "until", "sort", "page", "limit", "x"]
    ),
    st.one_of(
        st.text(max_size=20),
        st.text(st.characters(), max_size=20),
        st.sampled_from(["1", "2", "quotes", "newest", "news"]),
    ),
)


@given(params=st.lists(pairs, max_size=8))
def test_any_parameters_are_read_once_and_for_all_or_refused(params: list[tuple[str, str]]) -> None:
    try:
        request_ = SearchRequest.from_params(params)
    except RequestError as error:
        assert error.field in dict(params)  # noqa: PT017  # both outcomes are fine, a third is not
    else:
        assert SearchRequest.from_params(request_.to_params()) == request_


def test_a_facet_value_is_chosen_and_dropped_again_from_the_first_page() -> None:
    request_ = SearchRequest("debat", sources=("a.example",), page=4)
    chosen = request_.toggle("source", "b.example")
    assert chosen == replace(request_, sources=("a.example", "b.example"), page=1)
    assert chosen.toggle("source", "a.example").sources == ("b.example",)
    assert request_.toggle("date", "undated").dates == ("undated",)
    assert request_.toggle("speaker", "Al Badrani").speakers == ("Al Badrani",)


def test_another_page_is_the_same_question() -> None:
    assert SearchRequest("debat", limit=5).turn_to(3) == SearchRequest("debat", limit=5, page=3)


def test_the_longest_query_is_still_one() -> None:
    assert SearchRequest("x" * QUERY_MOST).query == "x" * QUERY_MOST


@pytest.mark.parametrize(
    ("request_", "filtered"),
    [
        (SearchRequest(), False),
        (SearchRequest("a", target="quotes", sort="newest", page=2, limit=5), False),
        (SearchRequest(sources=("a.example",)), True),
        (SearchRequest(speakers=("Al Badrani",)), True),
        (SearchRequest(dates=("undated",)), True),
        (SearchRequest(since="2024"), True),
        (SearchRequest(until="2024"), True),
    ],
)
def test_filters_are_all_that_narrows_beside_the_query(request_: SearchRequest, filtered: bool) -> None:  # noqa: FBT001
    assert request_.is_filtered is filtered
