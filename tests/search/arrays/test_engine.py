"""The engine over arrays: what it answers besides the pages that the oracle compares."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest

from corpus.article import Article
from index.generations import IndexFolder
from search.arrays.engine import ArraysEngine
from search.engine import Filters, Findings, Plan
from search.errors import UnknownArticleError, WorkError
from search.query import parse
from search.results import ArticleHit, QuoteHit
from search.speakers import SPLITS

MakeArticle = Callable[..., Article]
BuildIndex = Callable[..., Path]
InArrays = Callable[[Path], ArraysEngine]


def plan(query: str, **fields: Any) -> Plan:
    return Plan(
        **{
            "tree": parse(query),
            "target": "articles",
            "filters": Filters(),
            "sort": "relevance",
            "offset": 0,
            "limit": 10,
        }
        | fields
    )


def ids(findings: Findings) -> list[str]:
    return [hit.id for hit in findings.hits if isinstance(hit, ArticleHit)]


@pytest.fixture(scope="module")
def engine(sample_index: Path) -> ArraysEngine:
    return ArraysEngine.open(sample_index)


@pytest.mark.parametrize("split", [None, *SPLITS])
@pytest.mark.parametrize("limit", [None, 3])
@pytest.mark.parametrize("query", ["", "pemilih", "speaker:siti", "date:2024-11", "tidakadayangbegini"])
def test_speakers_are_those_that_whoosh_counts(
    sample_pair: Any, query: str, limit: int | None, split: Any
) -> None:
    asked = plan(query, target="quotes", limit=limit)
    assert sample_pair.arrays.speakers(asked, split) == sample_pair.whoosh.speakers(asked, split)


@pytest.mark.parametrize("target", ["articles", "quotes"])
@pytest.mark.parametrize("query", ["", "pemilih", "quote:pemilih", "speaker:siti quote:pemilih OR debat"])
def test_all_hits_are_the_pages_together(sample_pair: Any, query: str, target: Any) -> None:
    asked = plan(query, target=target, limit=None)
    (expected, hits), (found, ours) = (
        each.find_all(asked) for each in (sample_pair.whoosh, sample_pair.arrays)
    )
    assert (found.total, found.facets) == (expected.total, expected.facets)
    assert sorted(map(_name, ours)) == sorted(map(_name, hits))


def _name(hit: Any) -> str:
    return hit.id if isinstance(hit, ArticleHit) else f"{hit.article_id} {hit.text}"


@pytest.mark.parametrize(
    ("word", "field", "typos"),
    [("pemilh", None, 1), ("pemilih", None, 0), ("debt", "title", 2), ("xyzw", None, 1)],
)
def test_near_words_are_those_that_whoosh_has(
    sample_pair: Any, word: str, field: str | None, typos: int
) -> None:
    for target in ("articles", "quotes"):
        expected = sample_pair.whoosh.words_near(word, field, target, typos)
        assert sorted(sample_pair.arrays.words_near(word, field, target, typos), key=str) == sorted(
            expected, key=str
        )


def test_an_article_is_found_by_its_id_unless_it_was_deleted(
    sample_pair: Any, sample_articles: list[Article]
) -> None:
    for wanted in sample_articles:
        try:
            expected = sample_pair.whoosh.article(wanted.id)
        except UnknownArticleError:
            with pytest.raises(UnknownArticleError, match=wanted.id):
                sample_pair.arrays.article(wanted.id)
        else:
            assert sample_pair.arrays.article(wanted.id) == expected


@pytest.mark.parametrize("unknown", ["", "f" * 20, "\0", "x" * 100_000])
def test_an_unknown_id_is_named(engine: ArraysEngine, unknown: str) -> None:
    with pytest.raises(UnknownArticleError):
        engine.article(unknown)


def test_the_state_of_the_index_is_the_generation_s(engine: ArraysEngine) -> None:
    assert engine.generation == "gen-000001"
    assert engine.identity
    assert engine.find(plan("pemilih")).generation == "gen-000001"


def test_too_much_work_is_refused(engine: ArraysEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.work.POSTINGS_LEAST", 10)
    monkeypatch.setattr("search.work.POSTINGS_PER_DOCUMENT", 0)
    for query in ("pemilih pemilu", "pem*", "pemilu~", '"daftar pemilih"', "kpu", "date:2024 OR pemilu"):
        for ask in (engine.find, lambda asked: engine.count([asked])):
            with pytest.raises(WorkError):
                ask(plan(query))


def test_the_best_quote_scores_an_article(article: MakeArticle, build_index: BuildIndex) -> None:
    body = "“Ayo memilih,” kata Siti. “Memilih itu hak, ayo memilih,” kata Siti."
    said = article(body=body, quotes=[("Siti", "Ayo memilih,"), ("Siti", "Memilih itu hak, ayo memilih,")])
    engine = ArraysEngine.open(build_index([said, article()]))
    (found,) = engine.find(plan("speaker:siti quote:memilih")).hits
    quotes = engine.find(plan("speaker:siti quote:memilih", target="quotes", sort="newest")).hits
    assert found.score == pytest.approx(max(hit.score for hit in quotes))


def test_whom_an_article_does_not_list_is_no_speaker_of_it(
    article: MakeArticle, build_index: BuildIndex
) -> None:
    made = article(
        body="“Ayo memilih,” kata Siti.", quotes=[("Siti", "Ayo memilih,")], speakers=("Bonar Simatangga",)
    )
    other = article(body="“Ayo memilih,” kata Tegar.", quotes=[("Tegar", "Ayo memilih,")])
    engine = ArraysEngine.open(build_index([made, other]))
    assert [value.value for value in engine.find(plan("quote:memilih")).facets.speaker] == ["Tegar"]


def test_a_name_has_one_spelling(article: MakeArticle, build_index: BuildIndex) -> None:
    made = [
        article(source=name, speakers=(name, "Siti"))
        for name in ("Kabar Teluk", "kabar teluk", "Kabar Teluk")
    ]
    engine = ArraysEngine.open(build_index(made))
    facets = engine.find(plan("")).facets
    assert [(each.value, each.count) for each in facets.source] == [("Kabar Teluk", 3)]
    assert [(each.value, each.count) for each in facets.speaker] == [("Kabar Teluk", 3), ("Siti", 3)]
    chosen = Filters(sources=("KABAR TELUK", "lain"), speakers=("siti",))
    found = engine.find(plan("", filters=chosen))
    assert found.total == 3
    assert [(each.value, each.count, each.selected) for each in found.facets.source] == [
        ("Kabar Teluk", 3, True),
        ("lain", 0, True),
    ]


@pytest.mark.parametrize(
    "query", ["", "pemilih", "-pemilih", "pem*", '"daftar pemilih"', "pemilh~", "quote:ayo"]
)
def test_an_index_of_nothing_answers(sample_index: Path, open_arrays: Any, query: str) -> None:
    engine = open_arrays(IndexFolder(sample_index).current(), [((), ())])
    for target in ("articles", "quotes"):
        for sort in ("relevance", "newest"):
            assert engine.find(plan(query, target=target, sort=sort)).total == 0


def test_an_index_without_names_dates_and_quotes_answers(
    article: MakeArticle, build_index: BuildIndex
) -> None:
    engine = ArraysEngine.open(build_index([article(source=None, date=None, title=None)]))
    found = engine.find(plan("pemilih"))
    assert found.total == 1
    assert {name: len(values) for name, values in found.facets.items()} == {
        "source": 0,
        "speaker": 0,
        "date": 1,
        "kind": 1,
    }
    for query in ("", "pemilih", "pem*", '"daftar pemilih"', "quote:pemilih"):
        assert engine.find(plan(query, target="quotes")).total == 0
    assert engine.find(plan("quote:pemilih")).total == 0


def test_threads_that_share_an_engine_get_equal_answers(
    article: MakeArticle, build_index: BuildIndex
) -> None:
    made = [
        article(body=f"pemilih {'debat ' * (n % 7)} nomor{n % 3}", quotes=[(None, "pemilih")])
        for n in range(200)
    ]
    root = build_index(made)
    queries = [
        "pemilih",
        '"debat debat"',
        "nomor1 -debat",
        "debat OR nomor2",
        "nom*",
        "",
        "debta~",
        "quote:pemilih",
    ]
    alone = {query: ArraysEngine.open(root).find(plan(query, limit=100)) for query in queries}
    engine = ArraysEngine.open(root)
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda query: engine.find(plan(query, limit=100)), queries * 12))
    assert together == [alone[query] for query in queries * 12]


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
@pytest.mark.parametrize("limit", [1, 7, 100])
def test_pages_hold_every_hit_once(
    article: MakeArticle, build_index: BuildIndex, sort: str, limit: int
) -> None:
    made = [article(date=None if n % 5 == 0 else date(2024, n % 12 + 1, 1)) for n in range(120)]
    engine = ArraysEngine.open(build_index(made))
    pages = [
        ids(engine.find(plan("pemilih", sort=sort, offset=at, limit=limit))) for at in range(0, 120, limit)
    ]
    whole = ids(engine.find(plan("pemilih", sort=sort, limit=120)))
    assert [each for page in pages for each in page] == whole
    assert sorted(whole) == sorted(each.id for each in made)
    assert engine.find(plan("pemilih", sort=sort, offset=500)).hits == ()


def test_a_query_under_way_outlives_the_folder_it_was_opened_from(
    article: MakeArticle, build_index: BuildIndex
) -> None:
    root = build_index([article()])
    engine = ArraysEngine.open(root)
    before = engine.find(plan("pemilih"))
    rmtree(root)
    assert engine.find(plan("pemilih")) == before


def test_ids_of_other_lengths_put_ties_in_order(article: MakeArticle, build_index: BuildIndex) -> None:
    made = [article(id=key) for key in ("b" * 20, "a" * 20 + "-2", "a" * 20)]
    engine = ArraysEngine.open(build_index(made))
    assert ids(engine.find(plan("pemilih"))) == ["a" * 20, "a" * 20 + "-2", "b" * 20]


def test_quotes_show_where_they_match(engine: ArraysEngine) -> None:
    hits = engine.find(plan("pemilih", target="quotes")).hits
    assert hits
    for hit in hits:
        assert isinstance(hit, QuoteHit)
        assert any(part.marked for snippet in hit.snippets for part in snippet)
