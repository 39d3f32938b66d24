"""Reading a corpus against what is known of it: what did not change is neither read nor extracted again."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO

from corpus.article import Article
from corpus.page import Extraction, Problem, RawPage, SourceFile
from index.catalog import Catalog, Claim, Entry, FileRecord
from index.errors import IndexBuildError

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
        self._places: dict[str, int] = {}

    def put(self, digest: str, article: Article) -> None:
        """Keep the article of a document."""
        self._places[digest] = self._file.seek(0, 2)
        self._file.write(article.to_json().encode() + b"\n")

    def get(self, digest: str) -> Article:
        """Return the article of a document; raises KeyError where none was kept."""
        self._file.seek(self._places[digest])
        return Article.from_json(self._file.readline().decode())

    def __contains__(self, digest: str) -> bool:
        return digest in self._places


def is_racy(modified: int, surveyed: int) -> bool:
    """Tell whether a file was so young when it was read that it may have changed since, unseen."""
    return modified > surveyed - RACY_NANOSECONDS


@dataclass(slots=True)
class _Draft:
    """A file on the way to its record; a document under extraction holds its place."""

    file: SourceFile
    entries: list[Entry | None]


class Survey:
    """Read a corpus into file records; articles not known before go to the spool."""

    def __init__(self, before: Catalog, spool: Spool, on_problem: Watcher) -> None:
        self._before = before
        self._known: Mapping[str, Entry] = before.entries()
        self.spool = spool
        self.lost = 0
        self._sources: dict[str, SourceFile] = {}
        self._on_problem = on_problem
        self._records: dict[str, FileRecord] = {}
        self._drafts: list[_Draft] = []
        self._waiting: deque[tuple[_Draft, int, RawPage]] = deque()

    def read(self, reader: Reader) -> dict[str, FileRecord]:
        """Return the records of all files by their path, in the order of the files."""
        for result in reader.articles(self._unknown_pages(reader)):
            draft, place, page = self._waiting.popleft()
            draft.entries[place] = self._entry(page, result)
        for draft in self._drafts:
            entries = [entry for entry in draft.entries if entry is not None]
            # A file that gave nothing but a problem may have failed in passing: it is read again next time.
            file = draft.file if any(entry.digest for entry in entries) else replace(draft.file, stamp="")
            self._records[str(file.path)] = FileRecord.of(file, entries)
        return self._records

    def recall(self, reader: Reader, claims: Iterable[Claim]) -> None:
        """Extract again what is wanted and was not read this time, such as a page that gave way until now.

        Raises IndexBuildError where it is gone meanwhile.
        """
        missing = {claim.digest: claim.path for claim in claims if claim.digest not in self.spool}
        asked: deque[str] = deque()
        for result in reader.articles(self._pages_again(reader, missing, asked)):
            digest = asked.popleft()
            if isinstance(result, Extraction):
                self.spool.put(digest, result.article)
        gone = [path for digest, path in missing.items() if digest not in self.spool]
        if gone:
            raise IndexBuildError(f"{gone[0]}: changed while it was read; run the command again.")

    def _pages_again(
        self, reader: Reader, missing: Mapping[str, str], asked: deque[str]
    ) -> Iterator[RawPage]:
        for path in dict.fromkeys(missing.values()):
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
            self._sources[str(file.path)] = file
            if not self._is_unchanged(file):
                yield from self._pages_of(file, reader.pages)

    def _is_unchanged(self, file: SourceFile) -> bool:
        record = self._before.files.get(str(file.path))
        if record is None or record.stamp != file.stamp or is_racy(file.modified, self._before.surveyed):
            return False
        self._records[record.path] = record
        return True

    def _pages_of(self, file: SourceFile, pages: ReadFile) -> Iterator[RawPage]:
        draft = _Draft(file, [])
        self._drafts.append(draft)
        # Its place in the order of the files, filled in when its documents are known.
        self._records[str(file.path)] = FileRecord.of(file, ())
        for page in pages(file):
            if isinstance(page, Problem):
                draft.entries.append(self._refused(page, ""))
            elif page.digest in self._known:
                draft.entries.append(replace(self._known[page.digest], line=page.line))
            else:
                self._waiting.append((draft, len(draft.entries), page))
                draft.entries.append(None)
                yield page

    def _entry(self, page: RawPage, result: Extraction | Problem) -> Entry | None:
        if isinstance(result, Problem):
            return self._refused(result, page.digest)
        self.spool.put(page.digest, result.article)
        return Entry(page.line, page.digest, result.article.id)

    def _refused(self, problem: Problem, digest: str) -> Entry | None:
        self._on_problem(problem)
        return Entry(problem.line, digest) if problem.lost else None
