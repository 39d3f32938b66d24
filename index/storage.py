"""The arrays inside a generation: filled, carried over to the next one, and opened."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus.article import Article
from corpus.errors import SuaraError
from index.arrays.array_index import ArrayIndex
from index.arrays.article_writer import ArticleArrays, Check, article_arrays
from index.arrays.both import ARTICLES_FOLDER, QUOTES_FOLDER, BothIndexes, open_both
from index.arrays.gathering import Resources
from index.generations import Generation
from index.links import link_or_copy
from index.manifest import check_file, check_files, check_sizes, is_linked
from index.people import PEOPLE_NAME, Person, read_people
from index.voices import VoiceCounts

# Articles taken out whose records are read at once.
_READ_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class OpenGeneration:
    """The two indexes of a generation, open for reading, and the persons whose voices they hold."""

    generation: Generation
    articles: ArrayIndex
    quotes: ArrayIndex
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleWriter:
    """Add articles, and their quotes, to a generation that is being filled, and take articles out of it.

    `voices` are counted along; `before` are the indexes as they were linked, if there were any.
    """

    voices: VoiceCounts
    arrays: ArticleArrays
    before: BothIndexes | None

    def take_out(self, ids: Iterable[str]) -> None:
        """Remove articles that were there before, with their quotes."""
        gone = list(ids)
        asked = set(gone)
        # An article that is not there is damage, which shows when all are counted.
        for first in range(0, len(gone) if self.before else 0, _READ_AT_ONCE):
            for record in self._records(gone[first : first + _READ_AT_ONCE]):
                article = Article.from_json(record)
                # So is the record of another article, or a voice never counted: DamageCheck names the file.
                asked.remove(article.id)
                self.voices.take_out(article)
        self.arrays.take_out(gone)

    def add(self, article: Article, record: str | None = None) -> None:
        """Index one article and each of its quotes; `record` is what its to_json gives, if at hand."""
        self.voices.add(article)
        self.arrays.add(article, record)

    def _records(self, ids: Sequence[str]) -> list[str]:
        articles = self.before.articles if self.before else ArrayIndex(())
        return articles.records([number for each in ids for number in articles.alive_with("id", each)])


@contextmanager
def article_writer(
    folder: Path,
    voices: VoiceCounts,
    base: Generation | None = None,
    resources: Resources | None = None,
) -> Iterator[ArticleWriter]:
    """Give a writer into a folder, empty or filled from a generation by `link_segments`.

    `voices` are those of the articles that are there already. It finishes when the block ends well.
    """
    before = open_both(folder) if base else None
    with article_arrays(folder, resources, _segment_check(base)) as arrays:
        yield ArticleWriter(voices, arrays, before)


def open_generation(generation: Generation) -> OpenGeneration:
    """Open a generation for reading.

    Raises IndexOutdatedError where another version made it and IndexDamagedError where files are missing.
    """
    generation.manifest.check_versions(generation.path)
    check_sizes(generation.path, generation.manifest)
    with DamageCheck(generation):
        people = read_people(generation.path / PEOPLE_NAME)
        both = open_both(generation.path)
    return OpenGeneration(generation, both.articles, both.quotes, people)


class DamageCheck:
    """Tell damage from a mistake of ours: when a block raises, look whether the index's files are whole.

    A flipped bit may lead to whatever error. One over whole files goes on as it is.
    """

    def __init__(self, generation: Generation) -> None:
        self._generation = generation

    def __enter__(self) -> None:
        """Begin to read the index."""

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Raise IndexDamagedError, naming the file, where one is not as it was written."""
        if kind and not issubclass(kind, (SuaraError, KeyboardInterrupt, SystemExit)):
            check_files(self._generation.path, self._generation.manifest)


def _segment_check(base: Generation | None) -> Check:
    """Return what checks a segment before it is merged: damage must not be written anew as good."""

    def check(name: str) -> None:
        # What this very build wrote is no file of the generation before.
        if base and name in base.manifest.files:
            check_file(base.path, base.manifest, name)

    return check


def link_segments(source: Path, target: Path) -> None:
    """Give a new generation the files of another's indexes, linked where the file system can, else copied.

    A finished segment is never written into; the list of segments is, so that one is copied.
    """
    for name in (ARTICLES_FOLDER, QUOTES_FOLDER):
        (target / name).mkdir()
        for path in sorted((source / name).iterdir()):
            share = link_or_copy if is_linked(path.name) else shutil.copy2
            share(path, target / name / path.name)


def count_documents(folder: Path) -> tuple[int, int]:
    """Open all segments in a generation's folder; return how many articles and quotes they hold."""
    return open_both(folder).counts
