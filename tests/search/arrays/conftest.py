"""The same articles twice: in stock Whoosh, which is the oracle, and in arrays."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import pytest
from whoosh import query as whoosh
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex

from corpus.article import Article
from index.decisions import read_decisions
from index.generations import IndexFolder
from index.joining import join
from index.people import Person
from index.storage import open_generation
from index.voices import VoiceCounts
from search.arrays.compilation import operator_of
from search.arrays.engine import ArraysEngine
from search.clauses import Clause
from search.request import KINDS, Target
from stock.documents import article_document, article_schema, quote_documents, quote_schema
from stock.storage import OpenGeneration
from stock.whoosh_engine import WhooshEngine
from stock.whoosh_half import Half, matching_scores
from stock.whoosh_query import query_of

MakeArticle = Callable[..., Article]
BuildIndex = Callable[..., Path]
OpenArrays = Callable[..., ArraysEngine]


@dataclass(frozen=True, slots=True)
class Batch:
    """One commit: the ids of articles taken out, and articles added, which make a segment of their own."""

    articles: Sequence[Article]
    gone: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two engines over the same articles, in as many segments."""

    whoosh: WhooshEngine
    arrays: ArraysEngine
    stock: Mapping[Target, Half]

    def scores(
        self, target: Target, clause: Clause, query: whoosh.Query | None = None
    ) -> tuple[dict[int, float], dict[int, float]]:
        """Return the scores of all documents that match, by their number: Whoosh's, and those of arrays.

        `query` is the clause as Whoosh is to run it.
        """
        with self.stock[target].searcher() as searcher:
            expected = matching_scores(searcher, query or query_of(clause))
        half = self.arrays.halves[target]
        docs, found = half.matches(operator_of(clause, half))
        return expected, dict(zip(docs.tolist(), found.tolist(), strict=True))


# Takes batches of articles; merged, they are one segment without deleted documents.
Pairing = Callable[..., Pair]


@pytest.fixture(scope="session")
def pairing(
    tmp_path_factory: pytest.TempPathFactory, build_index: BuildIndex, open_arrays: OpenArrays
) -> Pairing:
    """Index batches of articles twice."""

    def build(batches: Sequence[Batch], *, merged: bool = False) -> Pair:
        generation = IndexFolder(build_index(batches[0].articles)).current()
        folder = tmp_path_factory.mktemp("stock")
        articles, quotes = (
            _stock(folder / "articles", article_schema()),
            _stock(folder / "quotes", quote_schema()),
        )
        for batch in _left(batches) if merged else batches:
            _commit(articles, "id", batch.gone, map(article_document, batch.articles))
            _commit(
                quotes, "article", batch.gone, (q for each in batch.articles for q in quote_documents(each))
            )
        (left,) = _left(batches)
        people = _people(left.articles)
        opened = OpenGeneration(generation, articles.refresh(), quotes.refresh(), people)
        changes = [(batch.gone, batch.articles) for batch in batches]
        arrays = open_arrays(generation, changes, people, merged=merged)
        stock = {"articles": Half(opened.articles), "quotes": Half(opened.quotes)}
        return Pair(WhooshEngine(opened), arrays, stock)

    return build


@pytest.fixture(scope="session")
def sample_articles(sample_index: Path) -> list[Article]:
    """The articles of the sample corpus, every seventh of them taken for a fact check."""
    opened = open_generation(IndexFolder(sample_index).current())
    articles = map(Article.from_json, opened.articles.records(range(opened.articles.documents)))
    kinds = (KINDS[number % 7 == 0] for number in count())
    return [replace(each, kind=kind) for each, kind in zip(articles, kinds, strict=False)]


@pytest.fixture(scope="session", params=["one segment", "three segments", "merged"])
def sample_pair(request: pytest.FixtureRequest, sample_articles: list[Article], pairing: Pairing) -> Pair:
    """The sample corpus: in one segment, or in three, with articles deleted and added again, or merged."""
    if request.param == "one segment":
        return pairing([Batch(sample_articles)])
    first, second, third = sample_articles[:30], sample_articles[30:42], sample_articles[42:]
    gone, again = [each.id for each in first[::8]], [first[1], first[2]]
    return pairing(
        [
            Batch(first),
            Batch(second, gone),
            Batch([*third, *again], [*(each.id for each in again), second[3].id]),
        ],
        merged=request.param == "merged",
    )


def _people(articles: Iterable[Article]) -> tuple[Person, ...]:
    voices = VoiceCounts()
    for each in articles:
        voices.add(each)
    return join(voices, read_decisions(None))


def _left(batches: Sequence[Batch]) -> list[Batch]:
    """Return one batch of what several leave, in their order: Whoosh's own merge changes lengths."""
    left: list[Article] = []
    for batch in batches:
        left = [each for each in left if each.id not in batch.gone] + list(batch.articles)
    return [Batch(left)]


def _stock(folder: Path, schema: object) -> FileIndex:
    folder.mkdir()
    return FileStorage(str(folder)).create_index(schema)


def _commit(index: FileIndex, key: str, gone: Sequence[str], documents: Iterable[dict[str, object]]) -> None:
    writer = index.writer()
    for each in gone:
        writer.delete_by_term(key, each)
    for document in documents:
        writer.add_document(**document)
    writer.commit(merge=False)


@pytest.fixture(scope="session")
def batch() -> type[Batch]:
    """Make one commit."""
    return Batch
