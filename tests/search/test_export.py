"""Everything that a request finds."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.article import Article
from search.answer import answer
from search.arrays.engine import ArraysEngine
from search.errors import QueryError, RequestError
from search.export import export
from search.live import LiveEngine
from search.request import SORTS, SearchRequest, Sort, Target

MakeArticle = Callable[..., Article]
BuildIndex = Callable[..., Path]


@pytest.mark.parametrize("target", ["articles", "quotes"])
@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("query", ["", "warga", "debat OR pemilih", "date:2024", "zebra"])
def test_an_export_holds_the_hits_of_all_pages_in_their_order(
    sample_index: Path, query: str, sort: Sort, target: Target
) -> None:
    engine = ArraysEngine.open(sample_index)
    request = SearchRequest(query, target=target, sort=sort, limit=7, page=2)
    page, hits = export(request, engine)
    found = list(hits)
    paged = []
    for number in range(1, -(-len(found) // 7) + 1):
        paged += answer(replace(request, page=number), engine).hits
    assert found == paged
    assert (page.total, page.hits, page.generation) == (len(found), (), "gen-000001")


def test_an_export_is_answered_by_the_generation_it_began_with(
    article: MakeArticle, build_index: BuildIndex
) -> None:
    articles = [article() for _ in range(3)]
    root = build_index(articles)
    live = LiveEngine(root)
    page, hits = export(SearchRequest("pemilih"), live)
    first = next(hits)
    for _ in range(3):
        build_index([article()], root)
    assert live.generation == "gen-000004"
    assert {hit.url for hit in (first, *hits)} == {None}
    assert (page.total, page.generation) == (3, "gen-000001")


def test_an_export_may_be_left_before_its_end(sample_index: Path) -> None:
    engine = ArraysEngine.open(sample_index)
    _, hits = export(SearchRequest(), engine)
    next(hits)
    hits.close()  # type: ignore[attr-defined]  # a generator
    assert answer(SearchRequest("warga"), engine).total


def test_a_wrong_request_is_refused_before_anything_is_read(sample_index: Path) -> None:
    engine = ArraysEngine.open(sample_index)
    with pytest.raises(QueryError):
        export(SearchRequest("(debat"), engine)
    with pytest.raises(RequestError):
        export(SearchRequest("debat", since="kemarin"), engine)
