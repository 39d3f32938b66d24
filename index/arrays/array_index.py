"""All segments of one index, open for reading."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

from index.arrays.layout import Layout
from index.arrays.segment import SegmentReader
from index.arrays.segment_list import read_segments


class ArrayIndex:
    """Documents numbered through over the segments. Nothing in it changes: threads may share it."""

    def __init__(self, segments: Sequence[SegmentReader]) -> None:
        self.segments = tuple(segments)
        *self.bases, self.documents = accumulate((each.documents for each in segments), initial=0)
        self.alive = self.documents - sum(each.deleted_count for each in segments)
        self._lengths: dict[str, int] = {}

    def locate(self, document: int) -> tuple[SegmentReader, int]:
        """Return the segment that holds a document, and the document's number in it."""
        number = bisect_right(self.bases, document) - 1
        return self.segments[number], document - self.bases[number]

    def total_length(self, field: str) -> int:
        """Return the number of words of a field in all documents, deleted ones too."""
        if field not in self._lengths:
            self._lengths[field] = sum(segment.field(field).total_length for segment in self.segments)
        return self._lengths[field]

    def doc_frequency(self, field: str, term: bytes) -> int:
        """Return how many documents have a term, deleted ones too."""
        fields = (segment.field(field) for segment in self.segments)
        found = ((each, each.terms.find(term)) for each in fields)
        return sum(each.doc_frequency(ordinal) for each, ordinal in found if ordinal >= 0)

    def alive_with(self, field: str, term: str) -> list[int]:
        """Return the documents with a term that are not deleted."""
        found: list[int] = []
        for base, segment in zip(self.bases, self.segments, strict=True):
            reader = segment.field(field)
            ordinal = reader.terms.find(term.encode())
            documents = reader.docs_of(ordinal).tolist() if ordinal >= 0 else []
            deleted = segment.deleted
            found += [base + each for each in documents if deleted is None or not deleted[each]]
        return found

    def records(self, documents: Sequence[int]) -> list[str]:
        """Return the stored records of documents in the order asked; raises IndexDamagedError."""
        places = [self.locate(document) for document in documents]
        records: dict[tuple[str, int], str] = {}
        for segment in {segment.name: segment for segment, _ in places}.values():
            wanted = sorted({local for other, local in places if other is segment})
            texts = segment.records(wanted)
            records |= {(segment.name, local): text for local, text in zip(wanted, texts, strict=True)}
        return [records[segment.name, local] for segment, local in places]

    def verify(self) -> None:
        """Read all files whole; raises IndexDamagedError naming one that is not as it was written."""
        for segment in self.segments:
            segment.verify()


def open_arrays(folder: Path, layout: Layout) -> ArrayIndex:
    """Open an index; raises IndexDamagedError where a file is missing or not whole."""
    return ArrayIndex([SegmentReader(folder, entry, layout) for entry in read_segments(folder)])
