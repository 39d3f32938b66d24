"""The draft of a build: what differs from the catalog, and what becomes of it, in a file that no build keeps.

It is a database of its own, since a corpus may be larger than memory.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Any

from corpus.page import Problem
from index.catalog import Catalog
from index.databases import fill
from index.records import Claim, Entry, FileRecord, gave_way

_TABLES = """
CREATE TABLE entries (
    file INTEGER, place INTEGER, line INTEGER, digest TEXT, article TEXT, offset INTEGER,
    PRIMARY KEY (file, place)
) WITHOUT ROWID;
CREATE TABLE touched (article TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE wanted (article TEXT PRIMARY KEY, digest TEXT, path BLOB, offset INTEGER) WITHOUT ROWID;
CREATE TABLE taken_out (article TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE duplicates (path BLOB, line INTEGER, kept_path BLOB, kept_line INTEGER)
"""
_FOUND = """
SELECT touched.article, file, place, line, digest, offset
FROM touched LEFT JOIN entries ON entries.article = touched.article ORDER BY touched.article
"""


@contextmanager
def new_draft(path: Path) -> Iterator["Draft"]:
    """Give an empty draft in a new file; raises OSError where the disk is full."""
    with fill(path) as connection:
        yield Draft(connection)


class Draft:
    """Files that differ from the catalog, with their documents and the articles these touch.

    `records` are the files that changed, came or went, by path, once `settle` has been called.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._numbers: dict[bytes, int] = {}
        self.records: dict[bytes, FileRecord] = {}
        for statement in _TABLES.split(";"):
            connection.execute(statement)

    @property
    def rows(self) -> int:
        """Return how many rows of a catalog the changed files take."""
        return sum(record.rows for record in self.records.values())

    def add_file(self, record: FileRecord) -> int:
        """Add a file that is being read; return its number. Its documents are counted by `settle`."""
        number = self._numbers[record.path] = len(self._numbers)
        self.records[record.path] = record
        return number

    def add(self, number: int, place: int, entry: Entry, offset: int | None = None) -> None:
        """Add a document of a file at its place; `offset` is where its article is kept."""
        values = (number, place, entry.line, entry.digest, entry.article, offset)
        self._connection.execute("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)", values)

    def entries(self, path: bytes) -> Iterator[Entry]:
        """Return the documents of a file in their order, none where it is gone."""
        found = self._connection.execute(
            "SELECT line, digest, article FROM entries WHERE file = ? ORDER BY place",
            (self._numbers.get(path),),
        )
        return (Entry(*row) for row in found)

    def settle(self, catalog: Catalog, found: Iterable[bytes]) -> None:
        """Forget the files that are as the catalog has them; note those that are not `found` any more."""
        for path, read in list(self.records.items()):
            record = self._counted(read)
            if record == catalog.get(path) and self._has_same_entries(catalog, path):
                self._forget(path)
            else:
                self.records[path] = record
        gone = {record.path for record in catalog.records()}.difference(found)
        self.records.update((path, FileRecord(path, gone=True)) for path in sorted(gone))
        self._touch(catalog)

    def contests(self) -> Iterator[tuple[str, list[Claim]]]:
        """Return the articles that changed files asked for or ask for, with the documents that do so."""
        paths = {number: path for path, number in self._numbers.items()}
        for article, rows in groupby(self._connection.execute(_FOUND), key=lambda row: row[0]):
            # An article that nothing in the draft asks for any more comes with a row of nothing.
            asking = [row[1:] for row in rows if row[1] is not None]
            yield article, [self._claim(paths[file], article, rest) for file, *rest in asking]

    def want(self, claim: Claim) -> None:
        """Note the document that gives an article to be written."""
        entry = claim.entry
        self._connection.execute(
            "INSERT INTO wanted VALUES (?, ?, ?, ?)",
            (entry.article, entry.digest, claim.path, claim.offset),
        )

    def take_out(self, article: str) -> None:
        """Note an article to be taken out of the index."""
        self._connection.execute("INSERT INTO taken_out VALUES (?)", (article,))

    def note_duplicate(self, claim: Claim, winner: Claim) -> None:
        """Note a document that gave way to another and was not told of before."""
        values = (claim.path, claim.entry.line, winner.path, winner.entry.line)
        self._connection.execute("INSERT INTO duplicates VALUES (?, ?, ?, ?)", values)

    def duplicates(self) -> Iterator[Problem]:
        """Return what is to be told of the documents that gave way, by file and line."""
        for path, line, kept_path, kept_line in self._connection.execute(
            "SELECT * FROM duplicates ORDER BY path, line"
        ):
            yield gave_way(Claim(path, 0, 0, Entry(line, "")), Claim(kept_path, 0, 0, Entry(kept_line, "")))

    def missing(self) -> dict[str, tuple[str, bytes]]:
        """Return article and path of each document that is wanted and not extracted, by its digest."""
        found = self._connection.execute("SELECT digest, article, path FROM wanted WHERE offset IS NULL")
        return {digest: (article, path) for digest, article, path in found}

    def extracted(self, article: str, offset: int) -> None:
        """Note where the article of a document that was missing is kept."""
        self._connection.execute("UPDATE wanted SET offset = ? WHERE article = ?", (offset, article))

    def wanted(self) -> Iterator[int]:
        """Return where the articles to be written are kept, in that order."""
        return (row[0] for row in self._connection.execute("SELECT offset FROM wanted ORDER BY offset"))

    def taken_out(self) -> Iterator[str]:
        """Return the ids of the articles to be taken out."""
        return (row[0] for row in self._connection.execute("SELECT article FROM taken_out"))

    def counts(self) -> tuple[int, int]:
        """Return how many articles are to be written, and how many taken out."""
        return self._value("SELECT count(*) FROM wanted"), self._value("SELECT count(*) FROM taken_out")

    def _counted(self, record: FileRecord) -> FileRecord:
        documents, refused, cut_off = self._connection.execute(
            "SELECT count(*), count(*) - count(article), coalesce(max(line IS NULL AND digest = ''), 0)"
            " FROM entries WHERE file = ?",
            (self._numbers[record.path],),
        ).fetchone()
        # A problem of the file, not of a row, may have been one in passing: it is read again next time.
        return FileRecord(record.path, "" if cut_off else record.stamp, record.modified, documents, refused)

    def _has_same_entries(self, catalog: Catalog, path: bytes) -> bool:
        return all(old == new for old, new in zip_longest(catalog.entries(path), self.entries(path)))

    def _forget(self, path: bytes) -> None:
        del self.records[path]
        self._connection.execute("DELETE FROM entries WHERE file = ?", (self._numbers.pop(path),))

    def _touch(self, catalog: Catalog) -> None:
        """Note the articles that changed files ask for, or asked for until they changed."""
        self._connection.execute("CREATE INDEX articles ON entries (article) WHERE article IS NOT NULL")
        self._connection.execute(
            "INSERT INTO touched"
            " SELECT DISTINCT article FROM entries WHERE article IS NOT NULL ORDER BY article"
        )
        for path in self.records:
            before = ((entry.article,) for entry in catalog.entries(path) if entry.article is not None)
            self._connection.executemany("INSERT OR IGNORE INTO touched VALUES (?)", before)

    def _claim(self, path: bytes, article: str, row: list[Any]) -> Claim:
        place, line, digest, offset = row
        return Claim(path, self.records[path].modified, place, Entry(line, digest, article), offset)

    def _value(self, statement: str) -> int:
        return int(self._connection.execute(statement).fetchone()[0])
