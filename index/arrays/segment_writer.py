"""Write a segment from whatever holds its documents: a run of new ones, or segments to merge.

What a segment's files hold follows from its documents alone, not from how they came together. So the name,
made of the files' checksums, is the same for the same documents.
"""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from index.arrays.array_file import Array, ArrayFile, ArrayFileWriter
from index.arrays.column_data import Names, write_keys, write_name, write_names, write_numbers
from index.arrays.layout import Column, Field, Layout
from index.arrays.lengths import LengthsWriter, Placed
from index.arrays.postings import PostingsWriter, Stretch
from index.arrays.records import RecordWriter, StoredBlocks
from index.arrays.segment import PARTS, part_path
from index.arrays.segment_list import SegmentEntry

_TEMPORARY = "segment.tmp"
_NAME_BYTES = 10


class Source(Protocol):
    """Documents to write, in pieces: all of a segment's arrays need not be in memory at once."""

    documents: int

    def stretches(self, field: Field) -> Iterable[Stretch]:
        """Yield the postings of a field in the order of its terms."""

    def placed(self, field: Field) -> Iterable[Placed]:
        """Yield what a field has of the documents, in their order."""

    def numbers(self, column: Column) -> Iterable[Array]:
        """Yield the numbers of a column."""

    def names(self, column: Column) -> Sequence[Names]:
        """Return the names of a column, of one or many a document."""

    def keys(self, column: Column) -> Sequence[bytes]:
        """Return the keys of a column."""

    def blocks(self) -> Iterable[StoredBlocks]:
        """Yield the stored records in compressed blocks."""


def write_segment(folder: Path, layout: Layout, source: Source, taken: Sequence[str] = ()) -> SegmentEntry:
    """Write a segment under a name that is not taken; raises OSError."""
    for part in PARTS:
        write_part(folder, layout, source, part)
    return name_segment(folder, source.documents, taken)


def write_part(folder: Path, layout: Layout, source: Source, part: str) -> None:
    """Write one file of a segment that has no name yet; raises OSError."""
    path = part_path(folder, _TEMPORARY, part)
    match part:
        case "postings":
            _write_postings(path, layout, source)
        case "documents":
            _write_documents(path, layout, source)
        case _:
            _write_records(path, source)


def name_segment(folder: Path, documents: int, taken: Sequence[str] = ()) -> SegmentEntry:
    """Give the files of a segment, all of which are written, a name that is not taken; raises OSError."""
    name = _name(folder, taken)
    for part in PARTS:
        part_path(folder, _TEMPORARY, part).replace(part_path(folder, name, part))
    return SegmentEntry(name, documents, None, documents)


def _write_postings(path: Path, layout: Layout, source: Source) -> None:
    with ArrayFileWriter(path) as file:
        for field in layout.fields:
            writer = PostingsWriter(path.parent, source.documents, is_narrow=layout.is_narrow)
            for stretch in source.stretches(field):
                writer.add(stretch)
            writer.write(file, field.name)


def _write_documents(path: Path, layout: Layout, source: Source) -> None:
    with ArrayFileWriter(path) as file:
        file.meta["documents"] = source.documents
        for field in layout.fields:
            writer = LengthsWriter(path.parent, field)
            for placed in source.placed(field):
                writer.add(placed)
            writer.write(file)
        for column in layout.columns:
            _write_column(file, column, source)


def _write_column(file: ArrayFileWriter, column: Column, source: Source) -> None:
    match column.kind:
        case "number":
            write_numbers(file, column.name, source.numbers(column))
        case "name":
            write_name(file, column.name, source.names(column))
        case "names":
            write_names(file, column.name, source.names(column))
        case "key":
            write_keys(file, column.name, source.keys(column))


def _write_records(path: Path, source: Source) -> None:
    writer = RecordWriter(path)
    for blocks in source.blocks():
        writer.add(blocks)
    writer.write()


def _name(folder: Path, taken: Sequence[str]) -> str:
    """Name a segment by its checksums; segments with the same documents are told apart by a number."""
    digests = [ArrayFile(part_path(folder, _TEMPORARY, part)).digest() for part in PARTS]
    name = hashlib.blake2b(repr(digests).encode(), digest_size=_NAME_BYTES).hexdigest()
    names = (name, *(f"{name}-{number}" for number in range(1, len(taken) + 1)))
    return next(each for each in names if each not in taken)
