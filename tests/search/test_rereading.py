"""What the first hits are read again for, and what it adds to them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.article import Article
from search.arrays.engine import ArraysEngine
from search.engine import Filters, Plan
from search.query import parse
from search.ranking import LEAD_WORDS, REREAD_MOST
from search.request import Sort
from search.rereading import Wording
from search.results import ArticleHit

MakeArticle = Callable[..., Article]
BuildIndex = Callable[..., Path]

# Far enough behind to be no lead any more.
FILLER = "lain " * (2 * LEAD_WORDS)
TELLING = {"logistik": 3.0, "gudang": 2.0}


def wording(query: str) -> Wording:
    return Wording.of(parse(query), lambda stem: TELLING.get(stem, 1.0))


@pytest.mark.parametrize(
    ("query", "stems"),
    [
        ("logistik gudang", ["logistik", "gudang"]),
        ("siapa di gudang", ["gudang"]),
        ('logistik "gudang kami"', ["logistik", "gudang"]),
        ("logistik OR gudang", ["logistik", "gudang"]),
        ("logistik -gudang", ["logistik"]),
        ("logistik speaker:gudang date:2024", ["logistik"]),
        ("speaker:gudang", []),
        ("logis*", []),
    ],
)
def test_the_words_of_a_query_are_those_it_looks_for_in_the_text(query: str, stems: list[str]) -> None:
    assert sorted(wording(query).told) == sorted(stems)


def test_a_word_counts_in_the_form_it_was_typed_first() -> None:
    assert wording("dipilih memilih").forms == {"pilih": "dipilih"}


def test_words_that_are_no_neighbours_in_the_query_need_not_be_near() -> None:
    assert wording("logistik kapal gudang").neighbours == (("logistik", "kapal"), ("kapal", "gudang"))
    assert wording("logistik logistik").neighbours == ()


def engine_of(build_index: BuildIndex, articles: list[Article]) -> ArraysEngine:
    return ArraysEngine.open(build_index(articles))


def found(
    engine: ArraysEngine, query: str, limit: int | None = 10, offset: int = 0, sort: Sort = "relevance"
) -> list[ArticleHit]:
    plan = Plan(parse(query), "articles", Filters(), sort, offset, limit)
    hits = engine.find(plan).hits if limit else list(engine.find_all(plan)[1])
    return [hit for hit in hits if isinstance(hit, ArticleHit)]


def test_the_article_that_has_the_words_side_by_side_comes_first(
    article: MakeArticle, build_index: BuildIndex
) -> None:
    far = article(title=None, body=f"{FILLER}logistik {'lain ' * 30}gudang lain lain", date=None)
    near = article(title=None, body=f"{FILLER}{'lain ' * 30}logistik gudang lain lain", date=None)
    hits = found(engine_of(build_index, [far, near]), "logistik gudang")
    assert [hit.id for hit in hits] == [near.id, far.id]
    assert hits[0].score > hits[1].score


def test_pages_go_on_where_the_one_before_ends(article: MakeArticle, build_index: BuildIndex) -> None:
    bodies = [
        f"{'lain ' * (number * 7 % 45)}logistik {'lain ' * (number % 6)}gudang {'logistik ' * (number % 3)}"
        for number in range(REREAD_MOST + 20)
    ]
    engine = engine_of(build_index, [article(title=None, body=body) for body in bodies])
    whole = [hit.id for hit in found(engine, "logistik gudang", limit=None)]
    pages = [found(engine, "logistik gudang", 12, offset) for offset in range(0, len(bodies), 12)]
    assert [hit.id for page in pages for hit in page] == whole
    assert len(set(whole)) == len(bodies)
    scores = [hit.score for page in pages for hit in page]
    assert scores == sorted(scores, reverse=True)


def test_an_order_by_date_is_left_alone(article: MakeArticle, build_index: BuildIndex) -> None:
    engine = engine_of(build_index, [article(title=None, body="logistik gudang")])
    (by_date,) = found(engine, "logistik gudang", sort="newest")
    (by_relevance,) = found(engine, "logistik gudang")
    assert by_date.score < by_relevance.score


def test_an_empty_query_is_answered_without_reading_again(
    article: MakeArticle, build_index: BuildIndex
) -> None:
    engine = engine_of(build_index, [article(), article()])
    assert len(found(engine, "")) == 2
