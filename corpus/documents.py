"""From files and folders to articles."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from corpus.errors import CorpusError
from corpus.extraction import extract
from corpus.page import Extraction, Problem, RawPage
from corpus.readers import read_pages
from corpus.workers import Limits, PageInWork, Workers

_LIMITS = Limits()
# Pages in work or waiting behind a slow one, for each worker.
_WINDOW = 8


def read_articles(paths: Iterable[Path], without: Collection[Path] = ()) -> Iterator[Extraction | Problem]:
    """Read every article in files and folders; what cannot be read comes as a problem and the rest goes on.

    Folders `without`, given as resolved paths, are not entered. Raises CorpusError for a path that does not
    exist.
    """
    return extract_pages(read_pages(paths, without))


def extract_pages(
    pages: Iterable[RawPage | Problem], limits: Limits = _LIMITS
) -> Iterator[Extraction | Problem]:
    """Extract the article of each page, one result for each, in their order; problems pass through.

    HTML is read in worker processes, some pages ahead of the result that is next; text in this process.
    """
    waiting: deque[PageInWork | Extraction | Problem] = deque()
    with Workers(extract_page, limits) as workers:
        for page in pages:
            waiting.append(_begin(page, workers))
            while waiting and (_is_done(waiting[0]) or len(waiting) > _WINDOW * workers.number):
                yield _result(waiting.popleft())
        yield from map(_result, waiting)


def extract_page(page: RawPage) -> Extraction | Problem:
    """Extract the article of a page in this process; a page without one is a problem."""
    try:
        return extract(page)
    except CorpusError as error:
        return Problem(page.path, page.line, str(error))


def _begin(page: RawPage | Problem, workers: Workers) -> PageInWork | Extraction | Problem:
    if isinstance(page, Problem):
        return page
    return workers.submit(page) if page.form == "html" else extract_page(page)


def _is_done(item: PageInWork | Extraction | Problem) -> bool:
    return item.is_done() if isinstance(item, PageInWork) else True


def _result(item: PageInWork | Extraction | Problem) -> Extraction | Problem:
    return item.result() if isinstance(item, PageInWork) else item
