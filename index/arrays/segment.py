"""One segment of an index: some documents, inverted and stored, in three files that never change.

Their names begin with that of the segment:

    .postings.seg    for each field its terms, documents, frequencies and positions
    .documents.seg   for each document the lengths of its fields, the places of its words, its columns
    .records.seg     the stored records
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from index.arrays.array_file import Array, ArrayFile
from index.arrays.columns import READERS, ColumnReader, KeyColumn, NameColumn, NamesColumn, NumberColumn
from index.arrays.deletions import read_deletions
from index.arrays.fields import FieldFiles, FieldReader
from index.arrays.layout import Layout
from index.arrays.records import RecordReader
from index.arrays.segment_list import SegmentEntry
from index.manifest import SEGMENT_SUFFIX, not_as_written

POSTINGS, DOCUMENTS, RECORDS = PARTS = ("postings", "documents", "records")

_Kind = TypeVar("_Kind", NumberColumn, NameColumn, NamesColumn, KeyColumn)


def part_path(folder: Path, name: str, part: str) -> Path:
    """Return where a segment's file lies."""
    return folder / f"{name}.{part}{SEGMENT_SUFFIX}"


class SegmentReader:
    """A segment, open. Nothing in it changes: threads may share it, and it need not be closed."""

    def __init__(self, folder: Path, entry: SegmentEntry, layout: Layout) -> None:
        """Open a segment; raises IndexDamagedError where a file is missing or is not whole."""
        self.name, self.documents = entry.name, entry.documents
        self.deleted: Array | None = None
        if entry.deletions:
            self.deleted = read_deletions(folder / entry.deletions, entry.documents)
        paths = [part_path(folder, entry.name, part) for part in PARTS]
        self._files = FieldFiles(ArrayFile(paths[0]), ArrayFile(paths[1]))
        self._records = RecordReader(paths[2])
        if self._files.documents.meta.get("documents") != entry.documents:
            raise not_as_written(paths[1])
        self.fields = {field.name: FieldReader(field, self._files) for field in layout.fields}
        self.columns: dict[str, ColumnReader] = {
            column.name: READERS[column.kind](self._files.documents, column.name) for column in layout.columns
        }

    @cached_property
    def deleted_count(self) -> int:
        """The number of deleted documents."""
        return 0 if self.deleted is None else int(self.deleted.sum())

    def field(self, name: str) -> FieldReader:
        """Return a field; raises KeyError where the layout has none of that name."""
        return self.fields[name]

    def column(self, name: str) -> ColumnReader:
        """Return a column; raises KeyError where the layout has none of that name."""
        return self.columns[name]

    def number(self, name: str) -> NumberColumn:
        """Return a column of numbers."""
        return self._column(name, NumberColumn)

    def name_column(self, name: str) -> NameColumn:
        """Return a column with one name a document, or none."""
        return self._column(name, NameColumn)

    def names(self, name: str) -> NamesColumn:
        """Return a column with any number of names a document."""
        return self._column(name, NamesColumn)

    def key(self, name: str = "key") -> KeyColumn:
        """Return a column of keys."""
        return self._column(name, KeyColumn)

    @property
    def record_reader(self) -> RecordReader:
        """The stored records in their blocks."""
        return self._records

    def record(self, document: int) -> str:
        """Return the stored record of a document."""
        return self._records.read([document])[0]

    def records(self, documents: Sequence[int]) -> list[str]:
        """Return the stored records of documents in the order asked."""
        return self._records.read(documents)

    def verify(self) -> None:
        """Read all files whole; raises IndexDamagedError where one is not as it was written."""
        for file in self._all_files():
            file.verify()
            file.release()

    def release(self) -> None:
        """Give back the memory that what was read takes; it is read again when it is needed."""
        for file in self._all_files():
            file.release()

    def _all_files(self) -> Iterable[ArrayFile]:
        return self._files.postings, self._files.documents, self._records.file

    def _column(self, name: str, kind: type[_Kind]) -> _Kind:
        column = self.columns[name]
        if not isinstance(column, kind):
            raise KeyError(name)
        return column
