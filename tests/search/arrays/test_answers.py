"""What the engine answers over small indexes of invented articles."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus.article import Article
from index.errors import IndexDamagedError, IndexMissingError
from search.arrays.engine import ArraysEngine
from search.engine import Filters, Findings, Plan
from search.query import parse
from search.results import ArticleHit, QuoteHit

MakeArticle = Callable[..., Article]
BuildIndex = Callable[..., Path]

DEFAULTS: dict[str, Any] = {
    "target": "articles",
    "filters": Filters(),
    "sort": "relevance",
    "offset": 0,
    "limit": 10,
}


def find(engine: ArraysEngine, query: str, **fields: Any) -> Findings:
    return engine.find(Plan(tree=parse(query), **DEFAULTS | fields))


def ids(findings: Findings) -> list[str]:
    return [hit.id for hit in findings.hits if isinstance(hit, ArticleHit)]


@pytest.fixture(scope="module")
def articles(article: MakeArticle) -> dict[str, Article]:
    return {
        "title": article(
            title="Debat publik di Lembayung",
            body="Tiga calon hadir di gedung kesenian.",
            date=date(2024, 10, 20),
            source="lentera.example",
            url="https://lentera.example/debat",
        ),
        "body": article(
            title="Tiga calon hadir",
            body="Mereka ikut debat publik di gedung. “Kami siap menang,” kata Bonar. “Kita lihat.”",
            quotes=[("Bonar Simatangga", "Kami siap menang,"), (None, "Kita lihat.")],
            date=date(2024, 10, 21),
            source="Kabar Teluk",
        ),
        "undated": article(
            title=None,
            body="Debat itu usai. “Publik menilai debat,” kata Al Badrani; “kami menang” ujar Nu'man.",
            quotes=[("Al Badrani", "Publik menilai debat,"), ("Nu'man Saefudin", "kami menang")],
            date=None,
            source=None,
        ),
    }


@pytest.fixture(scope="module")
def engine(articles: dict[str, Article], build_index: BuildIndex) -> ArraysEngine:
    return ArraysEngine.open(build_index(articles.values()))


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("debat", {"title", "body", "undated"}),
        ("debat publik", {"title", "body", "undated"}),
        ('"debat publik"', {"title", "body"}),
        ("title:debat", {"title"}),
        ("debat -publik", set()),
        ("-gedung", {"undated"}),
        ("menilai", {"undated"}),
        ("menilai OR kesenian", {"title", "undated"}),
        ("quote:menang", {"body", "undated"}),
        ('quote:"siap menang"', {"body"}),
        # A phrase never runs from one quote, or one name, into the next.
        ('quote:"menang kita"', set()),
        ('quote:"debat kami"', set()),
        ('speaker:"badrani nu\'man"', set()),
        ("speaker:badrani speaker:saefudin", {"undated"}),
        ('speaker:"Al Badrani"', {"undated"}),
        ("speaker:nu’man", {"undated"}),
        ("source:lentera", {"title"}),
        ('source:"kabar teluk"', {"body"}),
        ("date:2024-10", {"title", "body"}),
        ("date:2024-10-21", {"body"}),
        ("-date:2024", {"undated"}),
        ("", {"title", "body", "undated"}),
    ],
)
def test_a_query_finds_these_articles(
    engine: ArraysEngine, articles: dict[str, Article], query: str, names: set[str]
) -> None:
    findings = find(engine, query)
    assert set(ids(findings)) == {articles[name].id for name in names}
    assert findings.total == len(names)


def test_a_hit_shows_its_article(engine: ArraysEngine, articles: dict[str, Article]) -> None:
    (hit,) = find(engine, "title:debat gedung").hits
    wanted = articles["title"]
    assert isinstance(hit, ArticleHit)
    assert (hit.id, hit.title, hit.date, hit.source, hit.url, hit.lead) == (
        *(wanted.id, wanted.title, wanted.date, wanted.source, wanted.url),
        "Tiga calon hadir di gedung kesenian.",
    )
    assert hit.score > 0
    assert ["".join(part.text for part in snippet if part.marked) for snippet in hit.snippets] == ["gedung"]


def test_a_hit_of_quotes_is_a_quote_with_its_article(
    engine: ArraysEngine, articles: dict[str, Article]
) -> None:
    findings = find(engine, "menang", target="quotes", sort="newest")
    first, second = findings.hits
    assert isinstance(first, QuoteHit)
    assert isinstance(second, QuoteHit)
    assert (first.speaker, first.text, first.article_id) == (
        "Bonar Simatangga",
        "Kami siap menang,",
        articles["body"].id,
    )
    assert (second.speaker, second.date, second.source, second.title) == ("Nu'man Saefudin", None, None, None)
    assert second.lead.startswith("Debat itu usai.")
    assert [value.value for value in findings.facets.speaker] == ["Bonar Simatangga", "Nu'man Saefudin"]


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("debat", {"Publik menilai debat,"}),
        ("gedung", set()),
        ("title:hadir", {"Kami siap menang,", "Kita lihat."}),
        ("speaker:bonar menang", {"Kami siap menang,"}),
        ("-menang", {"Kita lihat.", "Publik menilai debat,"}),
        ("date:2024-10", {"Kami siap menang,", "Kita lihat."}),
        ('quote:"kami menang"', {"kami menang"}),
    ],
)
def test_a_query_finds_these_quotes(engine: ArraysEngine, query: str, texts: set[str]) -> None:
    hits = find(engine, query, target="quotes").hits
    assert {hit.text for hit in hits if isinstance(hit, QuoteHit)} == texts


def test_a_word_in_the_title_counts_more_than_in_the_body(
    engine: ArraysEngine, articles: dict[str, Article]
) -> None:
    hits = find(engine, "debat publik").hits
    assert ids(find(engine, "debat publik"))[0] == articles["title"].id
    assert hits[0].score > hits[1].score > 0


def test_ties_go_to_the_newer_article_and_then_to_the_one_indexed_first(
    article: MakeArticle, build_index: BuildIndex
) -> None:
    days = [None, date(2024, 1, 1), date(2024, 6, 1), date(2024, 1, 1)]
    made = [article(date=day) for day in days]
    engine = ArraysEngine.open(build_index(made))
    assert ids(find(engine, "pemilih")) == [made[n].id for n in (2, 1, 3, 0)]
    assert len({hit.score for hit in find(engine, "pemilih").hits}) == 1


@pytest.mark.parametrize(
    ("sort", "order"),
    [("newest", ["body", "title", "undated"]), ("oldest", ["title", "body", "undated"])],
)
def test_both_date_orders_end_with_the_undated(
    engine: ArraysEngine, articles: dict[str, Article], sort: str, order: list[str]
) -> None:
    assert ids(find(engine, "debat", sort=sort)) == [articles[name].id for name in order]


def test_articles_of_one_day_are_ordered_by_relevance(article: MakeArticle, build_index: BuildIndex) -> None:
    weak, strong = article(body="pemilih " + "hadir " * 50), article(body="pemilih pemilih")
    engine = ArraysEngine.open(build_index([weak, strong]))
    for sort in ("newest", "oldest", "relevance"):
        assert ids(find(engine, "pemilih", sort=sort)) == [strong.id, weak.id]


def test_an_offset_past_the_end_gives_no_hit_but_the_total(engine: ArraysEngine) -> None:
    findings = find(engine, "debat", offset=50)
    assert (findings.hits, findings.total) == ((), 3)


def test_filters_narrow_the_hits(engine: ArraysEngine, articles: dict[str, Article]) -> None:
    assert ids(find(engine, "", filters=Filters(sources=("kabar teluk",)))) == [articles["body"].id]
    assert ids(find(engine, "", filters=Filters(speakers=("nu’man saefudin",)))) == [articles["undated"].id]
    assert ids(find(engine, "", filters=Filters(since=date(2024, 10, 21)))) == [articles["body"].id]
    assert ids(find(engine, "", filters=Filters(dates=("undated",)))) == [articles["undated"].id]
    assert find(engine, "", filters=Filters(kinds=("factcheck",))).total == 0


def test_an_article_is_found_by_its_id(engine: ArraysEngine, articles: dict[str, Article]) -> None:
    for wanted in articles.values():
        assert engine.article(wanted.id) == wanted


def test_no_index_is_an_error_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError):
        ArraysEngine.open(tmp_path / "none")


def test_an_open_engine_answers_although_its_files_are_gone(
    article: MakeArticle, build_index: BuildIndex
) -> None:
    root = build_index([article()])
    engine = ArraysEngine.open(root)
    shutil.rmtree(root)
    (found,) = ids(find(engine, "pemilih"))
    assert engine.article(found).id == found


def test_damage_behind_an_error_is_named(article: MakeArticle, build_index: BuildIndex) -> None:
    root = build_index([article()])
    segment = next((root / "gen-000001" / "articles").glob("*.seg"))
    segment.write_bytes(bytes(segment.stat().st_size))
    with pytest.raises(IndexDamagedError, match=segment.name):
        find(ArraysEngine.open(root), "pemilih")


def test_a_generation_that_is_open_answers_after_its_files_are_gone(
    article: MakeArticle, build_index: BuildIndex
) -> None:
    said = article(body="“Ayo memilih,” kata Siti Marlupi.", quotes=[("Siti Marlupi", "Ayo memilih,")])
    root = build_index([said])
    engine = ArraysEngine.open(root)
    for _ in range(2):
        build_index([article()], root)
    assert not (root / "gen-000001").exists()
    assert find(engine, "memilih", target="quotes").total == 1
    assert find(engine, "memilih").total == 1
