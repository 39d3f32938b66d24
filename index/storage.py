"""Whoosh indexes inside a generation: made, filled and opened."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.index import EmptyIndexError, FileIndex
from whoosh.index import IndexError as WhooshIndexError

from corpus.article import Article
from corpus.errors import SuaraError
from index.errors import IndexDamagedError
from index.generations import Generation
from index.manifest import check_files, check_sizes
from index.schema import article_document, article_schema, quote_documents, quote_schema

ARTICLES_FOLDER = "articles"
QUOTES_FOLDER = "quotes"
# Postings held in memory before Whoosh spills a run to the disk, for each of the two writers.
BUFFER_MB = 256


@dataclass(frozen=True, slots=True)
class OpenGeneration:
    """The two Whoosh indexes of a generation, open for reading."""

    generation: Generation
    articles: FileIndex
    quotes: FileIndex


@dataclass(frozen=True, slots=True)
class ArticleWriter:
    """Add articles, and their quotes, to a generation that is being filled."""

    articles: Any
    quotes: Any

    def add(self, article: Article) -> None:
        """Index one article and each of its quotes."""
        self.articles.add_document(**article_document(article))
        for document in quote_documents(article):
            self.quotes.add_document(**document)


@contextmanager
def article_writer(folder: Path) -> Iterator[ArticleWriter]:
    """Give a writer into a new folder; commit when the block ends well, cancel when it raises."""
    indexes = [
        _create(folder / ARTICLES_FOLDER, article_schema()),
        _create(folder / QUOTES_FOLDER, quote_schema()),
    ]
    writers = [made.writer(limitmb=BUFFER_MB) for made in indexes]
    try:
        yield ArticleWriter(*writers)
        for writer in writers:
            writer.commit()
    except BaseException:
        # Whoosh keeps its lock and its files open unless it is told.
        for writer in writers:
            if not writer.is_closed:
                writer.cancel()
        raise
    for lock in folder.glob("*/*_WRITELOCK"):
        lock.unlink()


def open_generation(generation: Generation) -> OpenGeneration:
    """Open a generation for reading.

    Raises IndexOutdatedError where another version made it and IndexDamagedError where files are missing.
    Whoosh's table of contents is a pickle: an index that came from elsewhere must not be opened.
    """
    generation.manifest.check_versions(generation.path)
    check_sizes(generation.path, generation.manifest)
    return OpenGeneration(
        generation,
        _open(generation.path / ARTICLES_FOLDER),
        _open(generation.path / QUOTES_FOLDER),
    )


class DamageCheck:
    """Tell damage from a mistake of ours: when a block raises, look whether the index's files are whole.

    Whoosh raises whatever a flipped bit leads it to. An error over whole files goes on as it is.
    """

    def __init__(self, generation: Generation) -> None:
        self._generation = generation

    def __enter__(self) -> None:
        """Begin to read the index."""

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Raise IndexDamagedError, naming the file, where one is not as it was written."""
        if kind and not issubclass(kind, (SuaraError, KeyboardInterrupt, SystemExit)):
            check_files(self._generation.path, self._generation.manifest)


def _create(folder: Path, schema: Any) -> FileIndex:
    folder.mkdir()
    return FileStorage(str(folder)).create_index(schema)


def _open(folder: Path) -> FileIndex:
    try:
        return FileStorage(str(folder), readonly=True).open_index()
    except (OSError, EmptyIndexError, WhooshIndexError, TypeError, UnpicklingError) as error:
        raise IndexDamagedError(
            f"{folder}: cannot be opened ({error}); run 'suara index rebuild'."
        ) from error
