"""Layers: SQLite files that hold the source files of one build, looked up and never written again.

    files     the source files, by number
    entries   the documents of each file, by their place in it; looked up by their digest too
    claims    the documents that ask for an article, by its id
    summary   how many there are

Every row carries a seal, a checksum of its values, and can be shown to be missing: files and places are
numbered through, a claim says how many there are of its article and which article is the one before. So a
layer is trusted row by row, as far as it is read: damage is met as damage, without hashing the whole file.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple
from itertools import chain, groupby
from pathlib import Path
from typing import Any
from zlib import crc32

from index.databases import DAMAGE, fill, open_finished
from index.errors import IndexDamagedError
from index.manifest import not_as_written
from index.records import Entry, FileRecord

_TABLES = """
CREATE TABLE files (
    number INTEGER PRIMARY KEY, path BLOB, stamp TEXT, modified INTEGER, documents INTEGER, refused INTEGER,
    gone INTEGER, seal INTEGER
);
CREATE TABLE entries (
    file INTEGER, place INTEGER, line INTEGER, digest TEXT, article TEXT, seal INTEGER,
    PRIMARY KEY (file, place)
) WITHOUT ROWID;
CREATE TABLE claims (
    article TEXT, file INTEGER, place INTEGER, line INTEGER, digest TEXT, copies INTEGER, previous TEXT,
    seal INTEGER,
    PRIMARY KEY (article, file, place)
) WITHOUT ROWID;
CREATE TABLE summary (files INTEGER, documents INTEGER, seal INTEGER)
"""
_CLAIMS = "SELECT article, file, place, line, digest FROM entries WHERE article IS NOT NULL ORDER BY 1, 2, 3"
# Behind every id, which are hexadecimal digits.
_AFTER_ALL = "~"

Row = tuple[Any, ...]


@contextmanager
def new_layer(path: Path) -> Iterator["LayerWriter"]:
    """Give a writer of a new layer, finished when the block ends well; raises OSError."""
    with fill(path) as connection:
        writer = LayerWriter(connection)
        yield writer
        writer.finish()


class LayerWriter:
    """Fill a layer with source files, each path once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._files = self._documents = 0
        for statement in _TABLES.split(";"):
            connection.execute(statement)

    def add(self, record: FileRecord, entries: Iterable[Entry] = ()) -> None:
        """Add a file with its documents in their order, as many as the record says."""
        number = self._files
        *values, gone = astuple(record)
        self._insert("files", [(number, *values, int(gone))])
        self._insert("entries", ((number, place, *_values(entry)) for place, entry in enumerate(entries)))
        self._files += 1
        self._documents += record.documents

    def finish(self) -> None:
        """Make what is looked up from what was added."""
        # Until here no row had to find its place; digests of what could not be read are never asked for.
        self._connection.execute("CREATE INDEX digests ON entries (digest) WHERE digest != ''")
        self._insert("claims", _chained(self._connection.execute(_CLAIMS)))
        self._insert("summary", [(self._files, self._documents)])

    def _insert(self, table: str, rows: Iterable[Row]) -> None:
        sealed = ((*row, _seal(row)) for row in rows)
        first = next(sealed, None)
        if first:
            marks = ", ".join("?" * len(first))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", chain([first], sealed))  # noqa: S608 - our own names


class Layer:
    """A finished layer, open for look-ups; raises IndexDamagedError where it is not as it was written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._connection = open_finished(path)
        except DAMAGE as error:
            raise not_as_written(self.path) from error
        try:
            self.files = self._read_files()
        except IndexDamagedError:
            self.close()
            raise

    @property
    def rows(self) -> int:
        """Return how many rows it holds, void ones too."""
        return sum(record.rows for record in self.files)

    def entries(self, number: int) -> Iterator[Entry]:
        """Return the documents of a file in their order."""
        expected = 0
        for _, place, line, digest, article, _ in self._rows(
            "SELECT * FROM entries WHERE file = ? ORDER BY place", number
        ):
            self._expect(place == expected)
            expected += 1
            yield Entry(line, digest, article)
        self._expect(expected == self.files[number].documents)

    def having(self, digest: str) -> list[tuple[int, Entry]]:
        """Return the documents with a digest, each with the number of its file.

        Where damage hides one, its page is extracted once more: no harm is done.
        """
        found = list(self._rows("SELECT * FROM entries WHERE digest = ? AND digest != ''", digest))
        self._expect(all(row[3] == digest for row in found))
        return [(file, Entry(line, text, article)) for file, _, line, text, article, _ in found]

    def asking(self, article: str) -> list[tuple[int, int, Entry]]:
        """Return the documents that ask for an article, each with the number of its file and its place."""
        found = list(self._rows("SELECT * FROM claims WHERE article = ?", article))
        if found:
            self._expect(all(row[0] == article and row[5] == len(found) for row in found))
        else:
            self._expect_missing(article)
        return [(file, place, Entry(line, digest, article)) for _, file, place, line, digest, *_ in found]

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _read_files(self) -> tuple[FileRecord, ...]:
        rows = list(self._rows("SELECT * FROM files ORDER BY number"))
        records = tuple(_file_record(row) for row in rows)
        documents = sum(record.documents for record in records)
        self._expect(all(row[0] == number for number, row in enumerate(rows)))
        summaries = [row[:2] for row in self._rows("SELECT * FROM summary")]
        self._expect(summaries == [(len(records), documents)])
        return records

    def _expect_missing(self, article: str) -> None:
        """See that the article after it says that none stands between."""
        after = list(self._rows("SELECT * FROM claims WHERE article > ? ORDER BY 1, 2, 3 LIMIT 1", article))
        self._expect(len(after) == 1 and after[0][6] < article < after[0][0])

    def _rows(self, statement: str, *values: object) -> Iterator[Row]:
        try:
            for row in self._connection.execute(statement, values):
                self._expect(row[-1] == _seal(row[:-1]))
                yield row
        except DAMAGE as error:
            raise not_as_written(self.path) from error

    def _expect(self, whole: bool) -> None:  # noqa: FBT001 - an assertion of what was read
        if not whole:
            raise not_as_written(self.path)


def _chained(rows: Iterable[Row]) -> Iterator[Row]:
    """Give each claim the number of its article's claims and the article before; end behind all articles."""
    previous = ""
    for article, group in groupby(rows, key=lambda row: row[0]):
        claims = list(group)
        yield from ((*claim, len(claims), previous) for claim in claims)
        previous = article
    yield (_AFTER_ALL, -1, 0, None, "", 1, previous)


def _file_record(row: Row) -> FileRecord:
    _, path, stamp, modified, documents, refused, gone, _ = row
    return FileRecord(path, stamp, modified, documents, refused, bool(gone))


def _values(entry: Entry) -> Row:
    return entry.line, entry.digest, entry.article


def _seal(row: Row) -> int:
    # `repr` tells 1 from "1" and from b"1", which damage may turn into one another.
    return crc32(repr(row).encode())
