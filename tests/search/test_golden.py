"""The golden table: what each query finds in the sample corpus, whatever engine answers.

The answers were decided by reading the pages. An engine that disagrees is wrong, or the table is: neither is
mended by copying the other.
"""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from index.catalog import Catalog, admit
from index.generations import IndexFolder
from search.answer import answer
from search.engine import Engine
from search.live import LiveEngine
from search.request import SearchRequest
from search.results import ArticleHit
from search.whoosh_engine import WhooshEngine

# Every engine answers the same table.
ENGINES: dict[str, Callable[[Path], Engine]] = {"whoosh": WhooshEngine.open, "live": LiveEngine}


def golden_rows() -> list[tuple[str, str, list[str]]]:
    rows = []
    for line in (Path(__file__).parent / "golden.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            query, params, expected = line.split("\t")
            rows.append((query, params, expected.split()))
    return rows


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest, sample_index: Path) -> Engine:
    return ENGINES[request.param](sample_index)


@pytest.fixture(scope="module")
def names(sample_index: Path) -> dict[str, str]:
    """The name of each article in the table, by its id."""
    catalog = Catalog.read(IndexFolder(sample_index).current().path)
    winners = admit(catalog.files.values()).winners
    return {key: name_of(Path(claim.path).stem, claim.line) for key, claim in winners.items()}


def name_of(stem: str, line: int | None) -> str:
    return stem if line is None else f"{stem}#{line}"


@pytest.mark.parametrize(("query", "params", "expected"), golden_rows())
def test_a_query_finds_what_a_reader_would(
    engine: Engine, names: dict[str, str], query: str, params: str, expected: list[str]
) -> None:
    asked = [("q", query), ("limit", "100"), *parse_qsl(params, strict_parsing=bool(params))]
    page = answer(SearchRequest.from_params(asked), engine)
    found = [names[hit.id if isinstance(hit, ArticleHit) else hit.article_id] for hit in page.hits]
    if "sort" not in dict(asked):
        found, expected = sorted(found), sorted(expected)
    assert found == expected


def test_every_row_names_articles_that_exist(names: dict[str, str]) -> None:
    rows = golden_rows()
    assert {name for _, _, expected in rows for name in expected} <= set(names.values())
    assert len(rows) == len({(query, params) for query, params, _ in rows}) >= 60
