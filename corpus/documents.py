"""From files and folders to articles."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from corpus.errors import CorpusError
from corpus.extraction import extract
from corpus.page import Extraction, Problem
from corpus.readers import read_pages


def read_articles(paths: Iterable[Path], without: Collection[Path] = ()) -> Iterator[Extraction | Problem]:
    """Read every article in files and folders; what cannot be read comes as a problem and the rest goes on.

    Folders `without`, given as resolved paths, are not entered. Raises CorpusError for a path that does not
    exist.
    """
    for page in read_pages(paths, without):
        if isinstance(page, Problem):
            yield page
            continue
        try:
            yield extract(page)
        except CorpusError as error:
            yield Problem(page.path, page.line, str(error))
