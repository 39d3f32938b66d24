"""Whoosh indexes inside a generation: made, filled and opened."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.index import EmptyIndexError, FileIndex
from whoosh.index import IndexError as WhooshIndexError
from whoosh.query import Term

from corpus.article import Article
from corpus.errors import SuaraError
from index.errors import IndexDamagedError
from index.generations import Generation
from index.links import link_or_copy
from index.manifest import check_file, check_files, check_sizes
from index.merging import merge_policy
from index.people import PEOPLE_NAME, Person, read_people
from index.schema import article_document, article_schema, quote_documents, quote_schema
from index.voices import VoiceCounts

ARTICLES_FOLDER = "articles"
QUOTES_FOLDER = "quotes"
# Postings held in memory before Whoosh spills a run to the disk, for each of the two writers.
BUFFER_MB = 256
# What a block does at its end: it is told the kind of the error, the error and its traceback.
Exit = Callable[..., None]


@dataclass(frozen=True, slots=True)
class OpenGeneration:
    """The two Whoosh indexes of a generation, open for reading, and the persons whose voices they hold."""

    generation: Generation
    articles: FileIndex
    quotes: FileIndex
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleWriter:
    """Add articles, and their quotes, to a generation that is being filled, and take articles out of it.

    `voices` are counted along.
    """

    folder: Path
    voices: VoiceCounts
    articles: Any
    quotes: Any

    def take_out(self, ids: Iterable[str]) -> None:
        """Remove articles that were there before, with their quotes."""
        indexes = [_open(self.folder / name, mapped=False) for name in (ARTICLES_FOLDER, QUOTES_FOLDER)]
        with indexes[0].searcher() as articles, indexes[1].searcher() as quotes:
            for article_id in ids:
                # An article that is not there is damage, which shows when all are counted.
                if fields := articles.document(id=article_id):
                    self.voices.take_out(Article.from_json(fields["record"]))
                self.articles.delete_by_query(Term("id", article_id), searcher=articles)
                self.quotes.delete_by_query(Term("article", article_id), searcher=quotes)

    def add(self, article: Article) -> None:
        """Index one article and each of its quotes."""
        self.voices.add(article)
        self.articles.add_document(**article_document(article))
        for document in quote_documents(article):
            self.quotes.add_document(**document)


@contextmanager
def article_writer(
    folder: Path, voices: VoiceCounts, base: Generation | None = None
) -> Iterator[ArticleWriter]:
    """Give a writer into a folder, empty or filled from a generation by `link_segments`.

    `voices` are those of the articles that are there already. Commit when the block ends well, cancel when
    it raises.
    """
    indexes = [
        _open_or_create(folder / ARTICLES_FOLDER, article_schema()),
        _open_or_create(folder / QUOTES_FOLDER, quote_schema()),
    ]
    writers = [each.writer(limitmb=BUFFER_MB) for each in indexes]
    with ExitStack() as stack:
        for writer in writers:
            stack.push(_cancellation(writer))
        yield ArticleWriter(folder, voices, *writers)
        for name, writer in zip((ARTICLES_FOLDER, QUOTES_FOLDER), writers, strict=True):
            writer.commit(mergetype=merge_policy(_segment_check(base, name)))
    for lock in folder.glob("*/*_WRITELOCK"):
        lock.unlink()


def _cancellation(writer: Any) -> Exit:
    """Return what ends a writer's block: Whoosh keeps its lock and its files open until it is told."""

    def cancel(kind: type[BaseException] | None, *_: object) -> None:
        # A disk that failed Whoosh in the middle of a file fails it again when it is told to cancel.
        if kind and not issubclass(kind, OSError) and not writer.is_closed:
            writer.cancel()

    return cancel


def open_generation(generation: Generation) -> OpenGeneration:
    """Open a generation for reading.

    Raises IndexOutdatedError where another version made it and IndexDamagedError where files are missing.
    Whoosh's table of contents is a pickle: an index that came from elsewhere must not be opened.
    """
    generation.manifest.check_versions(generation.path)
    check_sizes(generation.path, generation.manifest)
    with DamageCheck(generation):
        people = read_people(generation.path / PEOPLE_NAME)
    return OpenGeneration(
        generation,
        _open(generation.path / ARTICLES_FOLDER),
        _open(generation.path / QUOTES_FOLDER),
        people,
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


def _segment_check(base: Generation | None, folder: str) -> Callable[[str], None]:
    """Return what checks a segment before it is merged: damage must not be written anew as good."""
    if base is None:
        return lambda _: None
    return lambda name: check_file(base.path, base.manifest, f"{folder}/{name}")


def link_segments(source: Path, target: Path) -> None:
    """Give a new generation the files of another's indexes, linked where the file system can, else copied.

    Whoosh never writes into a file it has finished: it makes new ones under new names, and unlinks old ones.
    """
    for name in (ARTICLES_FOLDER, QUOTES_FOLDER):
        (target / name).mkdir()
        for path in sorted((source / name).iterdir()):
            link_or_copy(path, target / name / path.name)


def count_documents(folder: Path) -> tuple[int, int]:
    """Open all segments in a generation's folder; return how many articles and quotes they hold."""
    articles, quotes = (_open(folder / name, mapped=False) for name in (ARTICLES_FOLDER, QUOTES_FOLDER))
    return articles.doc_count(), quotes.doc_count()


def _open_or_create(folder: Path, schema: Any) -> FileIndex:
    if folder.exists():
        return FileStorage(str(folder)).open_index()
    folder.mkdir()
    return FileStorage(str(folder)).create_index(schema)


def _open(folder: Path, *, mapped: bool = True) -> FileIndex:
    """Open an index to read it; `mapped` is quicker for many queries and slower to begin with.

    Of a mapped segment Whoosh copies all terms and postings into memory (a BytesIO of each part).
    """
    try:
        return FileStorage(str(folder), supports_mmap=mapped, readonly=True).open_index()
    except (OSError, EmptyIndexError, WhooshIndexError, TypeError, UnpicklingError) as error:
        raise IndexDamagedError(
            f"{folder}: cannot be opened ({error}); run 'suara index rebuild'."
        ) from error
