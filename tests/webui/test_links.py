from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from corpus.characters import clean_characters
from search.request import SearchRequest
from webui.links import (
    aimed_at,
    facet_link,
    query_link,
    record_link,
    reworded,
    search_link,
    sorted_by,
    speaker_link,
    unfiltered,
    wanting,
)

FULL = SearchRequest(
    query='"hak pilih" & kota',
    target="quotes",
    sources=("a.example", "b.example"),
    speakers=("Ratna",),
    dates=("2024-11", "undated"),
    since="2024-01",
    until="2024-12-31",
    sort="oldest",
    page=3,
    limit=20,
)
WORDS = st.text(max_size=40).map(lambda text: clean_characters(text).strip())
NAMES = st.lists(WORDS.filter(bool), unique=True, max_size=3).map(tuple)
REQUESTS = st.builds(
    SearchRequest,
    query=WORDS,
    target=st.sampled_from(["articles", "quotes"]),
    sources=NAMES,
    speakers=NAMES,
    since=st.sampled_from([None, "2024-11"]),
    sort=st.sampled_from(["relevance", "newest", "oldest"]),
    page=st.integers(1, 100),
    limit=st.integers(1, 100),
)


def read_back(link: str) -> SearchRequest:
    return SearchRequest.from_params(parse_qsl(urlsplit(link).query))


def test_a_link_reads_back_as_the_request_it_was_made_of(app: Flask) -> None:
    @given(REQUESTS)
    def holds(asked: SearchRequest) -> None:
        with app.test_request_context():
            assert read_back(search_link(asked)) == asked
            assert read_back(record_link(asked)) == asked

    holds()


def test_the_page_and_the_record_differ_in_their_path_alone(app: Flask) -> None:
    with app.test_request_context():
        page, record = urlsplit(search_link(FULL)), urlsplit(record_link(FULL))
    assert (page.path, record.path) == ("/search", "/api/search")
    assert page.query == record.query


def test_an_empty_request_needs_no_question_mark(app: Flask) -> None:
    with app.test_request_context():
        assert search_link(SearchRequest()) == "/search"


def test_links_to_one_thing_carry_nothing_else(app: Flask) -> None:
    with app.test_request_context():
        assert read_back(query_link("a b", "quotes")) == SearchRequest(query="a b", target="quotes")
        assert read_back(speaker_link("Su'jai & Co")) == SearchRequest(speakers=("Su'jai & Co",))
        assert read_back(facet_link("2024-11", "date", "quotes")) == SearchRequest(
            dates=("2024-11",), target="quotes"
        )


def test_another_order_or_target_starts_at_the_first_page() -> None:
    assert (sorted_by(FULL, "newest").sort, sorted_by(FULL, "newest").page) == ("newest", 1)
    assert (wanting(FULL, "any").mode, wanting(FULL, "any").page) == ("any", 1)
    assert (aimed_at(FULL, "articles").target, aimed_at(FULL, "articles").page) == ("articles", 1)
    assert aimed_at(FULL, "articles").sources == FULL.sources


def test_another_query_keeps_the_filters() -> None:
    assert reworded(FULL, "damai") == replace(FULL, query="damai", page=1)


def test_dropping_the_filters_keeps_the_query() -> None:
    assert unfiltered(FULL) == SearchRequest(query=FULL.query, target="quotes", sort="oldest", limit=20)
