"""The golden table: what each query finds in the sample corpus, whatever engine answers.

The answers were decided by reading the pages. An engine that disagrees is wrong, or the table is: neither is
mended by copying the other.
"""

import json
import os
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from index.catalog import open_catalog
from index.generations import IndexFolder
from search.answer import answer
from search.arrays.engine import ArraysEngine
from search.engine import Engine
from search.live import LiveEngine
from search.query import And, Field, Node, Not, Or, parse
from search.request import SearchRequest
from search.results import ArticleHit, FacetValue, Hit
from stock.whoosh_engine import WhooshEngine

# Every engine answers the same table.
ENGINES: dict[str, Callable[[Path, Path], Engine]] = {
    "whoosh": WhooshEngine.open,
    "live": lambda root, _: LiveEngine(root),
    "arrays": lambda root, _: ArraysEngine.open(root),
}
ROWS_LEAST = 180
# Who is called otherwise in an article, and known by the office.
PERSONS = {"Al Badrani": "Fathurrahim Al Badrani"}
FEATURES = {
    *("Word", "Phrase", "Prefix", "Fuzzy", "Dated", "NOT", "OR", "title:", "source:", "speaker:", "quote:"),
    *("source", "speaker", "date", "kind", "span", "by", "sort", "in", "mode"),
}
# Where nothing but these is asked, each article found counts in every facet.
PLAIN = FEATURES - {"Dated", "quote:", "source", "speaker", "date", "kind", "span", "by", "in"}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `facets` and `passage` are empty where the table says nothing of them."""

    query: str
    params: str
    articles: tuple[str, ...]
    facets: str
    passage: str

    def request(self) -> SearchRequest:
        asked = [("q", self.query), ("limit", "100")]
        return SearchRequest.from_params([*asked, *parse_qsl(self.params, strict_parsing=bool(self.params))])

    def __str__(self) -> str:
        return f"{self.query} {self.params}"


def golden_rows() -> list[Row]:
    lines = (Path(__file__).parent / "golden.tsv").read_text(encoding="utf-8").splitlines()
    rows = [[*line.split("\t"), "", ""][:5] for line in lines if line and not line.startswith("#")]
    return [Row(query, params, tuple(articles.split()), *rest) for query, params, articles, *rest in rows]


@pytest.fixture(scope="module", params=ENGINES)
def engine(
    request: pytest.FixtureRequest, sample_index: Path, tmp_path_factory: pytest.TempPathFactory
) -> Engine:
    return ENGINES[request.param](sample_index, tmp_path_factory.mktemp("stock"))


@pytest.fixture(scope="module")
def names(sample_index: Path) -> dict[str, str]:
    """The name of each article in the table, by its id."""
    with open_catalog(IndexFolder(sample_index).current()) as catalog:
        entries = [entry for path in catalog.newest for entry in catalog.entries(path)]
        claims = [
            min(catalog.claims(each.article), key=lambda claim: claim.rank)
            for each in entries
            if each.article
        ]
    return {
        str(claim.entry.article): name_of(Path(os.fsdecode(claim.path)).stem, claim.entry.line)
        for claim in claims
    }


@pytest.fixture(scope="module")
def known(engine: Engine, names: dict[str, str]) -> dict[str, dict[str, Any]]:
    """What the author of the sample knows of each article, by its name in the table."""
    lines = (Path(__file__).parents[1] / "corpus" / "sample_gold.jsonl").read_text("utf-8").splitlines()
    records = {(Path(each["path"]).stem, each["title"]): each for each in map(json.loads, lines)}
    return {name: records[name.partition("#")[0], engine.article(key).title] for key, name in names.items()}


def name_of(stem: str, line: int | None) -> str:
    return stem if line is None else f"{stem}#{line}"


def name_of_hit(hit: Hit, names: dict[str, str]) -> str:
    return names[hit.id if isinstance(hit, ArticleHit) else hit.article_id]


def as_text(values: tuple[FacetValue, ...]) -> str:
    return ", ".join(f"{each.value} {each.count}" for each in values)


def marked(hit: Hit) -> str:
    return " ".join(
        "".join(f"[{part.text}]" if part.marked else part.text for part in snippet)
        for snippet in hit.snippets
    )


def features(row: Row) -> set[str]:
    """Name what of the language and of the parameters a row uses."""
    asked = {name for name, _ in parse_qsl(row.params)}
    return _kinds(parse(row.query)) | {"span" if name in ("since", "until") else name for name in asked}


def _kinds(node: Node) -> set[str]:
    match node:
        case And(nodes):
            return {kind for each in nodes for kind in _kinds(each)}
        case Or(nodes):
            return {"OR"} | {kind for each in nodes for kind in _kinds(each)}
        case Not(inner):
            return {"NOT"} | _kinds(inner)
        case Field(name, inner):
            return {name + ":"} | _kinds(inner)
        case _:
            return {type(node).__name__}


@pytest.mark.parametrize("row", golden_rows(), ids=str)
def test_a_query_finds_what_a_reader_would(engine: Engine, names: dict[str, str], row: Row) -> None:
    request = row.request()
    page = answer(request, engine)
    found, expected = [name_of_hit(hit, names) for hit in page.hits], list(row.articles)
    if "sort" not in dict(parse_qsl(row.params)):
        found, expected = sorted(found), sorted(expected)
    assert found == expected
    counted = {name: as_text(values) for name, values in page.facets.items()}
    for facet in filter(None, row.facets.split(" | ")):
        name, _, values = facet.partition(": ")
        assert (name, counted[name]) == (name, values)
    if row.passage:
        article, _, passage = row.passage.partition(": ")
        shown = [marked(hit) for hit in page.hits if name_of_hit(hit, names) == article]
        assert any(passage in text for text in shown), shown


@pytest.mark.parametrize("row", [row for row in golden_rows() if features(row) <= PLAIN], ids=str)
def test_facets_count_what_is_known_of_the_articles(
    engine: Engine, known: dict[str, dict[str, Any]], row: Row
) -> None:
    counts: dict[str, Counter[str]] = {"source": Counter(), "speaker": Counter(), "date": Counter()}
    # The sample holds no fact check: its page about a made-up survey reports.
    counts["kind"] = Counter({"news": len(row.articles)} if row.articles else {})
    for article in row.articles:
        counts["source"].update(filter(None, [known[article]["source"]]))
        counts["speaker"].update(PERSONS.get(name, name) for name in known[article]["speakers"])
        counts["date"].update([(known[article]["date"] or "undated")[:7]])
    facets = answer(row.request(), engine).facets
    assert {name: {each.value: each.count for each in values} for name, values in facets.items()} == counts


def test_each_pair_of_features_stands_in_some_row() -> None:
    together = {pair for row in golden_rows() for pair in combinations(sorted(features(row)), 2)}
    assert set(combinations(sorted(FEATURES), 2)) <= together


def test_every_row_names_articles_that_exist(names: dict[str, str]) -> None:
    rows = golden_rows()
    assert {name for row in rows for name in row.articles} <= set(names.values())
    assert len(rows) == len({(row.query, row.params) for row in rows}) >= ROWS_LEAST
