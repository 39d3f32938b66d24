"""Changes to the segments of one index: documents taken out, segments added, and what follows to be merged.

The folder is that of a generation that is being filled. Files in it may be linked from the generation before:
none is ever written into, files are added under new names and others are unlinked.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from index.arrays.array_file import Array
from index.arrays.deletions import write_deletions
from index.arrays.layout import Layout
from index.arrays.merging import Merged
from index.arrays.policy import to_merge
from index.arrays.segment import PARTS, SegmentReader, part_path
from index.arrays.segment_list import SEGMENTS_NAME, SegmentEntry, read_segments, write_segments
from index.arrays.segment_writer import Source, name_segment, write_part, write_segment
from index.manifest import SEGMENT_SUFFIX

# Called with the name of a file of a segment that is about to be merged: damage must not be written anew.
Check = Callable[[str], None]


# Segments in folders of their own.
Segments = Sequence[tuple[Path, SegmentEntry]]


@dataclass(frozen=True, slots=True)
class MergedPart:
    """One file of the segment that others become in a folder; any process can write it."""

    folder: Path
    layout: Layout
    segments: Segments
    part: str

    def write(self) -> None:
        """Write the file; raises OSError."""
        readers = [SegmentReader(folder, entry, self.layout) for folder, entry in self.segments]
        write_part(self.folder, self.layout, Merged(readers), self.part)


class IndexWriter:
    """The segments of an index while they change; `commit` writes their list and clears what is left over."""

    def __init__(self, folder: Path, layout: Layout, check: Check = lambda _: None) -> None:
        """Open an index to change it, or make one in an empty folder; raises IndexDamagedError."""
        self._folder, self._layout, self._check = folder, layout, check
        folder.mkdir(exist_ok=True)
        exists = (folder / SEGMENTS_NAME).exists()
        self._entries = list(read_segments(folder)) if exists else []

    def take_out(self, field: str, terms: Iterable[str]) -> None:
        """Delete the documents that have one of these terms in a field; raises IndexDamagedError."""
        keys = [term.encode() for term in terms]
        if keys:
            self._entries = [self._without(entry, field, keys) for entry in self._entries]

    def add(self, source: Source) -> None:
        """Add documents as a segment of their own."""
        if source.documents:
            taken = [entry.name for entry in self._entries]
            self._entries.append(write_segment(self._folder, self._layout, source, taken))

    def parts_of(self, segments: Segments) -> list[MergedPart]:
        """Return the files to write before the documents of segments that lie elsewhere are `taken_in`."""
        return [MergedPart(self._folder, self._layout, segments, part) for part in PARTS] if segments else []

    def take_in(self, segments: Segments) -> None:
        """Add the documents of segments that lie elsewhere, as one, once its parts are written."""
        if segments:
            taken = [entry.name for entry in self._entries]
            documents = sum(entry.alive for _, entry in segments)
            self._entries.append(name_segment(self._folder, documents, taken))

    def commit(self) -> None:
        """Merge what the policy says, write the list of segments, and unlink the files that are not of it."""
        if chosen := to_merge(self._entries):
            self._merge(chosen)
        write_segments(self._folder, self._entries)
        kept = {name for entry in self._entries for name in files_of(entry)}
        for path in self._folder.glob(f"*{SEGMENT_SUFFIX}"):
            if path.name not in kept:
                path.unlink()

    def _merge(self, chosen: Sequence[SegmentEntry]) -> None:
        for entry in chosen:
            for name in files_of(entry):
                self._check(name)
        source = Merged([SegmentReader(self._folder, entry, self._layout) for entry in chosen])
        self._entries = [entry for entry in self._entries if entry not in chosen]
        self.add(source)

    def _without(self, entry: SegmentEntry, field: str, keys: Sequence[bytes]) -> SegmentEntry:
        segment = SegmentReader(self._folder, entry, self._layout)
        gone = _documents_with(segment, field, keys)
        deleted = np.zeros(entry.documents, np.bool_) if segment.deleted is None else segment.deleted.copy()
        deleted[gone] = True
        alive = entry.documents - int(deleted.sum())
        if alive == entry.alive:
            return entry
        return replace(entry, deletions=write_deletions(self._folder, entry.name, deleted), alive=alive)


def files_of(entry: SegmentEntry) -> list[str]:
    """Return the names of the files of a segment."""
    names = [part_path(Path(), entry.name, part).name for part in PARTS]
    return [*names, entry.deletions] if entry.deletions else names


def _documents_with(segment: SegmentReader, field: str, keys: Sequence[bytes]) -> Array:
    reader = segment.field(field)
    # A flipped bit would take out others, and no one would be told.
    reader.verify_postings()
    ordinals = [reader.terms.find(key) for key in keys]
    found = [reader.docs_of(ordinal) for ordinal in ordinals if ordinal >= 0]
    return np.concatenate([np.empty(0, np.uint32), *found])
