"""Write articles and their quotes into the two indexes of a generation that is being filled."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.article import Article
from index.arrays.both import ARTICLES_FOLDER, QUOTES_FOLDER
from index.arrays.gathering import Alone, Crew, Gathering, Resources
from index.arrays.index_writer import IndexWriter
from index.arrays.layout import ARTICLES, QUOTES
from index.arrays.runs import add_runs

# Of runs that are spilled while articles are written; gone when the writer is.
RUNS_FOLDER = "runs.tmp"

# Called with the name of a file, relative to the generation, that is about to be merged.
Check = Callable[[str], None]


class ArticleArrays:
    """Add articles with their quotes to a generation, and take out some that were there before."""

    def __init__(self, folder: Path, gathering: Gathering, check: Check) -> None:
        self._articles = IndexWriter(folder / ARTICLES_FOLDER, ARTICLES, _within(ARTICLES_FOLDER, check))
        self._quotes = IndexWriter(folder / QUOTES_FOLDER, QUOTES, _within(QUOTES_FOLDER, check))
        self._gathering = gathering

    def take_out(self, ids: Iterable[str]) -> None:
        """Remove articles that were there before, with their quotes."""
        gone = list(ids)
        self._articles.take_out("id", gone)
        self._quotes.take_out("article", gone)

    def add(self, article: Article, record: str | None = None) -> None:
        """Index one article and each of its quotes; raises OSError and IndexBuildError.

        `record` is what the article's to_json gives, where that is at hand.
        """
        self._gathering.add(article, record)

    def finish(self) -> None:
        """Write the segments of both indexes, and merge what the policy says; raises OSError."""
        gathered = self._gathering.finish()
        rest = gathered.rest
        if gathered.before or rest.spilled:
            rest.spill()
            runs = [*gathered.before, *rest.spilled]
            add_runs(runs, self._articles, self._quotes, self._gathering.each)
        else:
            self._articles.add(rest.articles)
            self._quotes.add(rest.quotes)
        self._articles.commit()
        self._quotes.commit()


@contextmanager
def article_arrays(
    folder: Path, resources: Resources | None = None, check: Check = lambda _: None
) -> Iterator[ArticleArrays]:
    """Give a writer into a folder, empty or with the linked files of another generation.

    It finishes when the block ends well. The files are the same, byte for byte, whatever the resources. Each
    file that is to be merged is handed to `check` first, which raises where it is not as it was written.
    """
    resources = resources or Resources()
    runs = folder / RUNS_FOLDER
    gathering = Crew(runs, resources) if resources.jobs > 1 else Alone(runs, resources)
    try:
        writer = ArticleArrays(folder, gathering, check)
        yield writer
        writer.finish()
    finally:
        gathering.close()
        shutil.rmtree(runs, ignore_errors=True)


def _within(folder: str, check: Check) -> Check:
    return lambda name: check(f"{folder}/{name}")
