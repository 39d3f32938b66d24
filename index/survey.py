"""Reading a corpus against what is known of it: what did not change is neither read nor extracted again."""

import os
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from corpus.article import Article
from corpus.page import Extraction, Problem, RawPage, SourceFile
from index.catalog import Catalog
from index.draft import Draft
from index.errors import IndexBuildError
from index.records import Entry, FileRecord

# A file changed within this time of being read may change again without another stamp: file systems keep time
# in steps. It is read anew the next time.
RACY_NANOSECONDS = 2_000_000_000

Found = SourceFile | Problem
ReadFile = Callable[[SourceFile], Iterable[RawPage | Problem]]
ExtractEach = Callable[[Iterable[RawPage]], Iterator[Extraction | Problem]]
Watcher = Callable[[Problem], None]


@dataclass(frozen=True, slots=True)
class Reader:
    """How a corpus is read: its files, the pages of one, and the articles of pages, in the same order."""

    files: Iterable[Found]
    pages: ReadFile
    articles: ExtractEach


class Spool:
    """Articles on their way to the index, kept in a file: a corpus may be larger than memory."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def put(self, article: Article) -> int:
        """Keep an article; return where."""
        offset = self._file.seek(0, 2)
        self._file.write(article.to_json().encode() + b"\n")
        return offset

    def get(self, offset: int) -> str:
        """Return the record of the article that is kept at an offset, as `to_json` wrote it."""
        self._file.seek(offset)
        return self._file.readline().decode().rstrip("\n")


def is_racy(modified: int, surveyed: int) -> bool:
    """Tell whether a file was so young when it was read that it may have changed since, unseen."""
    return modified > surveyed - RACY_NANOSECONDS


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A document under extraction: where it belongs in the draft, and its page."""

    number: int
    place: int
    page: RawPage


class Survey:
    """Read a corpus into a draft; articles not known before go to the spool.

    `surveyed` is when reading began, in nanoseconds since 1970; `lost` counts what could not even be a file.
    """

    def __init__(
        self, before: Catalog, draft: Draft, spool: Spool, surveyed: int, on_problem: Watcher
    ) -> None:
        self._before, self._draft, self._spool = before, draft, spool
        self._surveyed = surveyed
        self._on_problem = on_problem
        self.lost = 0
        self._sources: dict[bytes, SourceFile] = {}
        self._waiting: deque[_Waiting] = deque()

    @property
    def found(self) -> Collection[bytes]:
        """Return the paths of all files that were found."""
        return self._sources.keys()

    def read(self, reader: Reader) -> None:
        """Read each file that is not as the catalog has it."""
        for result in reader.articles(self._unknown_pages(reader)):
            waiting = self._waiting.popleft()
            if isinstance(result, Problem):
                self._refuse(waiting.number, waiting.place, result, waiting.page.digest)
            else:
                offset = self._spool.put(result.article)
                entry = Entry(waiting.page.line, waiting.page.digest, result.article.id)
                self._draft.add(waiting.number, waiting.place, entry, offset)

    def recall(self, reader: Reader) -> None:
        """Extract again what is wanted and was not read this time, such as a page that gave way until now.

        Raises IndexBuildError where it is gone meanwhile.
        """
        missing = self._draft.missing()
        asked: deque[str] = deque()
        for result in reader.articles(self._pages_again(reader, missing, asked)):
            article, _ = missing[asked.popleft()]
            if isinstance(result, Extraction):
                self._draft.extracted(article, self._spool.put(result.article))
        for _, path in self._draft.missing().values():
            raise IndexBuildError(f"{os.fsdecode(path)}: changed while it was read; run the command again.")

    def _pages_again(
        self, reader: Reader, missing: dict[str, tuple[str, bytes]], asked: deque[str]
    ) -> Iterator[RawPage]:
        for path in dict.fromkeys(path for _, path in missing.values()):
            for page in reader.pages(self._sources[path]):
                if isinstance(page, RawPage) and page.digest in missing:
                    asked.append(page.digest)
                    yield page

    def _unknown_pages(self, reader: Reader) -> Iterator[RawPage]:
        for file in reader.files:
            if isinstance(file, Problem):
                self.lost += file.lost
                self._on_problem(file)
                continue
            path = os.fsencode(file.path)
            if path not in self._sources:
                self._sources[path] = file
                if not self._is_unchanged(path, file):
                    yield from self._pages_of(path, file, reader.pages)

    def _is_unchanged(self, path: bytes, file: SourceFile) -> bool:
        record = self._before.get(path)
        return record is not None and record.stamp == file.stamp != ""

    def _pages_of(self, path: bytes, file: SourceFile, pages: ReadFile) -> Iterator[RawPage]:
        # Without its stamp a file is read again the next time.
        stamp = "" if is_racy(file.modified, self._surveyed) else file.stamp
        number = self._draft.add_file(FileRecord(path, stamp, file.modified))
        for place, page in enumerate(pages(file)):
            if isinstance(page, Problem):
                self._refuse(number, place, page, "")
            elif known := self._before.known(page.digest):
                self._draft.add(number, place, Entry(page.line, page.digest, known.article))
            else:
                self._waiting.append(_Waiting(number, place, page))
                yield page

    def _refuse(self, number: int, place: int, problem: Problem, digest: str) -> None:
        self._on_problem(problem)
        if problem.lost:
            self._draft.add(number, place, Entry(problem.line, digest))
