"""Suara itself, as an evaluation asks it: articles indexed as by a build, questions answered as for pages."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.article import Article
from corpus.page import Extraction, RawPage, SourceFile
from index.build import rebuild
from index.survey import Reader
from search.answer import answer
from search.arrays.engine import ArraysEngine
from search.errors import WorkError
from search.evaluation import DEPTH, Ask
from search.request import SearchRequest

_NOWHERE = Path("evaluation")


@contextmanager
def indexed(articles: Mapping[str, Article]) -> Iterator[Ask]:
    """Build an index of articles in a temporary folder, and give what answers from it, any word wanted."""
    with TemporaryDirectory(prefix="suara-evaluation-") as folder:
        rebuild(Path(folder), _reader(articles))
        engine = ArraysEngine.open(Path(folder))
        yield lambda query: _first(query, engine)


def _first(query: str, engine: ArraysEngine) -> list[str]:
    try:
        page = answer(SearchRequest(query=query, mode="any", limit=DEPTH), engine)
    except WorkError:
        return []
    return [hit.id for hit in page.hits]  # type: ignore[union-attr]  # no quotes were asked for


def _reader(articles: Mapping[str, Article]) -> Reader:
    """Return what hands a build articles that were read already, as the pages of one file."""

    def pages(file: SourceFile) -> Iterator[RawPage]:
        return (RawPage(file.path, None, "plain", article_id) for article_id in articles)

    def extracted(found: Iterable[RawPage]) -> Iterator[Extraction]:
        return (Extraction(page.path, page.line, articles[page.content]) for page in found)

    return Reader([SourceFile(_NOWHERE, "", 0)], pages, extracted)
