import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.request import SearchRequest
from webui.questions import Params, readable_part

PARAM_NAMES = st.sampled_from(
    ["q", "in", "source", "speaker", "date", "since", "until", "sort", "page", "limit", "x"]
)


@pytest.mark.parametrize(
    ("params", "readable"),
    [
        ([("q", "a"), ("page", "0")], SearchRequest(query="a")),
        ([("q", "a"), ("page", "0"), ("sort", "best"), ("limit", "ten")], SearchRequest(query="a")),
        ([("q", "a" * 1001), ("source", "b")], SearchRequest(sources=("b",))),
        ([("q", "a"), ("in", "books"), ("page", "2")], SearchRequest(query="a", page=2)),
    ],
)
def test_what_is_out_of_range_is_left_out(params: Params, readable: SearchRequest) -> None:
    assert readable_part(params) == readable


@given(st.lists(st.tuples(PARAM_NAMES, st.text(max_size=12)), max_size=8))
def test_something_of_any_question_can_be_read(params: Params) -> None:
    readable = readable_part(params)
    assert SearchRequest.from_params(readable.to_params()) == readable
